// Callables that hear of a piece of work: of its errors and warnings, and how far it has come.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_WATCH_HPP
#define HEALPIX_CPP_WATCH_HPP

#include "types.hpp"
#include "visit.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace healpix {

namespace detail {

/// What a callback of a thread is set to.
template <class Function>
struct Setting {
    Function *function = nullptr;
    void *user = nullptr;
};

/// Sets a callback of this thread for as long as it lives, and then what was set before.
template <class Function, healpix_status (*Set)(Function *, void *)>
class Scope {
public:
    explicit Scope(Setting<Function> setting) noexcept : before_(std::exchange(current, setting))
    {
        Set(setting.function, setting.user);
    }
    ~Scope()
    {
        current = before_;
        Set(before_.function, before_.user);
    }
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;

private:
    static inline thread_local Setting<Function> current;
    Setting<Function> before_;
};

/// Does some work while a callback of this thread is `function` with `callback`, and returns what it returns. What the
/// callback threw comes out behind the work, in the place of what the work threw because of it.
template <class Scoped, class Function, class Called, class Work>
auto with(Function *function, Called &callback, Work &&work)
{
    const auto watched = [&] {
        const Scoped scope({function, callback.user()});
        return std::forward<Work>(work)();
    };
#if HEALPIX_CPP_EXCEPTIONS
    try {
        if constexpr (std::is_void_v<decltype(watched())>) {
            watched();
            callback.rethrow();
        } else {
            auto result = watched();
            callback.rethrow();
            return result;
        }
    } catch (...) {
        callback.rethrow();
        throw;
    }
#else
    return watched();
#endif
}

} // namespace detail

/// Errors and warnings of a piece of work, told to a callable. (Not `log`, which is a function of <cmath>.)
namespace logging {

/// How bad it is. Be ready for levels that are not named here.
enum class Level : std::uint32_t {
    error = HEALPIX_LOG_ERROR,     ///< A call failed. Its error says the same.
    warning = HEALPIX_LOG_WARNING, ///< Something was left out, put right or taken for granted, and the call went on.
};

/// Does some work while a callable hears of each error and warning of this thread in it, and returns what the work
/// returns:
///
///     const Moc moc = logging::listen([](logging::Level, std::string_view text) { std::clog << text << '\n'; },
///                                     [&] { return Moc::read_fits_file(path); });
///
/// - `logger`: called with a Level and a `std::string_view` of one line, valid until it returns. It may call any
///   function of this library; what goes wrong there is not told. Once it has thrown it hears no more, and what it
///   threw comes out when the work has returned.
/// - `work`: called once, with nothing.
///
/// One listen() within another takes its place for the time.
template <class Logger, class Work>
auto listen(Logger &&logger, Work &&work)
{
    using Function = void(std::uint32_t, const char *, void *);
    const auto tell = [&logger](std::uint32_t level, const char *message) {
        std::invoke(logger, static_cast<Level>(level), std::string_view(message));
    };
    using Telling = detail::Callback<decltype(tell)>;
    Telling callback(tell);
    Function *const function = [](std::uint32_t level, const char *message, void *user) {
        Telling::enter(user, 0, [&](auto &f) { return detail::go_on(f, level, message); });
    };
    return detail::with<detail::Scope<Function, ::healpix_set_log>>(function, callback, std::forward<Work>(work));
}

} // namespace logging

/// How far long work has come, told to a callable that may stop it.
namespace progress {

/// How far a call has come. The units are the call's own: elements, rows, bytes, cells looked at.
struct Progress {
    std::uint64_t done;                 ///< Units done since the call began.
    std::optional<std::uint64_t> total; ///< Units of the whole call; none where that cannot be known beforehand.
};

/// Does some work while a callable hears how far each long call of this thread in it has come, and returns what the
/// work returns. Long calls are coverages, visits, MOCs, point indexes, cross-matches, files, arrays of more than a
/// million elements; short ones go unnoticed.
///
/// - `watcher`: called every few milliseconds with a Progress; returns nothing, or a bool: true to go on, false to
///   stop. A call that is stopped fails with Status::stopped. It may call any function of this library, but leave alone
///   the arrays of the call. What it throws stops the call too, and comes out when the work has returned.
/// - `work`: called once, with nothing.
///
/// One watch() within another takes its place for the time.
template <class Watcher, class Work>
auto watch(Watcher &&watcher, Work &&work)
{
    using Function = std::int32_t(std::uint64_t, std::uint64_t, void *);
    const auto tell = [&watcher](std::uint64_t done, std::uint64_t total) {
        return detail::go_on(watcher, Progress{done, total == 0 ? std::nullopt : std::optional<std::uint64_t>(total)});
    };
    using Telling = detail::Callback<decltype(tell)>;
    Telling callback(tell);
    Function *const function = [](std::uint64_t done, std::uint64_t total, void *user) {
        return Telling::enter(user, std::int32_t(1), [=](auto &f) { return f(done, total); });
    };
    return detail::with<detail::Scope<Function, ::healpix_set_progress>>(function, callback, std::forward<Work>(work));
}

} // namespace progress
} // namespace healpix

#endif
