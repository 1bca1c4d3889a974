// C++ callables as C callbacks.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_VISIT_HPP
#define HEALPIX_CPP_VISIT_HPP

#include "error.hpp"

#include <exception>
#include <functional>
#include <type_traits>
#include <utility>

namespace healpix::detail {

/// A callable for the time of a C call, and what it threw.
///
/// No exception may leave a callback of C: what the callable throws is stored, the callable is not called again, C is
/// told to stop, and rethrow() throws it behind the C call. A C function takes one with a user pointer like this:
///
///     Callback<F> callback(function);
///     const healpix_status status = ::healpix_coverage_visit(
///         depth, region,
///         [](const Cell *cells, std::size_t n, void *user) noexcept {
///             return Callback<F>::enter(user, 1, [&](F &f) { return go_on(f, View<const Cell>(cells, n)); });
///         },
///         callback.user());
///     callback.rethrow();
template <class Function>
class Callback {
public:
    explicit Callback(Function &function) noexcept : function_(&function) {}
    Callback(const Callback &) = delete;
    Callback &operator=(const Callback &) = delete;

    /// The pointer that C hands back to enter().
    void *user() noexcept { return this; }

    /// Returns what `body` returns of the callable, and `stop` once anything was thrown.
    template <class Answer, class Body>
    static Answer enter(void *user, Answer stop, Body body) noexcept
    {
        Callback &self = *static_cast<Callback *>(user);
#if HEALPIX_CPP_EXCEPTIONS
        if (self.thrown_)
            return stop;
        try {
            return body(*self.function_);
        } catch (...) {
            self.thrown_ = std::current_exception();
            return stop;
        }
#else
        (void)stop;
        return body(*self.function_);
#endif
    }

    /// Throws what the callable threw.
    void rethrow()
    {
        if (thrown_)
            std::rethrow_exception(std::exchange(thrown_, nullptr));
    }

private:
    Function *function_;
    std::exception_ptr thrown_;
};

/// Calls what returns nothing, or a bool that is true to go on; as C counts, 0 is to go on and 1 to stop.
template <class Function, class... Args>
std::int32_t go_on(Function &function, Args &&...args)
{
    using Answer = std::invoke_result_t<Function &, Args...>;
    static_assert(std::is_void_v<Answer> || std::is_same_v<Answer, bool>,
                  "a callback returns nothing, or a bool: true to go on, false to stop");
    if constexpr (std::is_void_v<Answer>) {
        std::invoke(function, std::forward<Args>(args)...);
        return 0;
    } else {
        return std::invoke(function, std::forward<Args>(args)...) ? 0 : 1;
    }
}

} // namespace healpix::detail

#endif
