// What files need: bytes, paths, and callables that choose values.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_FILE_HPP
#define HEALPIX_CPP_FILE_HPP

#include "handle.hpp"
#include "visit.hpp"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <type_traits>

namespace healpix {

/// The bytes of a file, owned.
using Bytes = Results<std::uint8_t, healpix_bytes, ::healpix_bytes_free, ::healpix_bytes_len, ::healpix_bytes_data>;

namespace detail {

/// Calls `call` with a path, or another text, as C takes it; one with a NUL within would be another one there.
template <class On, class Call>
void with_text(const char *what, const std::string &text, On &&on, Call call)
{
    if (text.find('\0') == std::string::npos) {
        call(text.c_str());
    } else {
        std::snprintf(complaint.text, sizeof complaint.text, "the %s has a NUL in it", what);
        fail(on, Status::io);
    }
}

template <class On, class Call>
void with_path(const std::filesystem::path &path, On &&on, Call call)
{
    // A std::string in C++17, a std::u8string in C++20.
    const auto text = path.u8string();
    with_text("path", std::string(text.begin(), text.end()), on, call);
}

/// Admits what chooses values.
template <class Keep>
using Keeps = std::enable_if_t<std::is_same_v<std::invoke_result_t<Keep &, double>, bool>>;

/// Calls a C function that asks a callback which values to keep, and whose last output is a new handle.
template <class H, class On, class Keep, class Call, class... Args>
H create_keeping(On &&on, Keep &keep, Call call, Args... args)
{
    using Kept = Callback<Keep>;
    Kept callback(keep);
    typename H::CType *raw = nullptr;
    const healpix_status status = call(
        args...,
        [](double value, void *user) noexcept {
            return Kept::enter(user, std::int32_t(-1), [value](Keep &f) { return std::int32_t(f(value)); });
        },
        callback.user(), &raw);
    H made(raw);
    callback.rethrow();
    settle(status, on);
    return made;
}

} // namespace detail
} // namespace healpix

#endif
