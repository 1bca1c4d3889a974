// The version of the library that runs, and its threads.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_VERSION_HPP
#define HEALPIX_CPP_VERSION_HPP

#include "error.hpp"

#include <cstddef>
#include <cstdint>

namespace healpix {

/// Version of the library that is running, "major.minor.patch"; static text.
inline const char *version() noexcept
{
    return ::healpix_version();
}

/// Version of the library that is running: 1000000 major + 1000 minor + patch. Compare with HEALPIX_VERSION_NUMBER,
/// which belongs to the headers that the program was compiled with.
inline std::uint32_t version_number() noexcept
{
    return ::healpix_version_number();
}

/// Number of the library's binary interface. Compare with HEALPIX_ABI_VERSION, which belongs to the headers that the
/// program was compiled with: the same number, and a library that is not older, work together.
inline std::uint32_t abi_version() noexcept
{
    return ::healpix_abi_version();
}

/// The instruction set that array functions use on this machine: "baseline", "sse4.1", "avx2", "avx2+fma" or "avx512"; later versions
/// may know more. Results do not depend on it. Static text.
inline const char *instruction_set() noexcept
{
    return ::healpix_instruction_set();
}

/// How many threads work on long arrays, for the whole process.
namespace threads {

/// Sets the number of threads: 1 to 1024, or 0 for one per core. At first it is 1. Results are the same for any number.
///
/// Errors: Status::threads; Status::io where the system has no more threads. The number is then as it was.
template <class On = Throw, class = OnError<On>>
void set_count(std::size_t count, On &&on = On()) noexcept(quiet<On>)
{
    detail::settle(::healpix_set_threads(count), on);
}

/// Number of threads that work on long arrays.
inline std::size_t count() noexcept
{
    return ::healpix_threads();
}

/// A number of threads for calls on this thread, whatever set_count says, for as long as this lives.
///
///     const threads::Own two(2);
///     const auto cells = nested::hash(Depth(12), lon, lat);
class Own {
public:
    /// 1 to 1024, or 0 for one per core. Errors: Status::threads; Status::io where the system has no more threads.
    template <class On = Throw, class = OnError<On>>
    explicit Own(std::size_t count, On &&on = On()) noexcept(quiet<On>)
    {
        // A count that is no int64_t is refused like any other that is too large.
        const auto wanted = count > 1000000 ? std::int64_t{1000000} : static_cast<std::int64_t>(count);
        const auto status = ::healpix_set_own_threads(wanted, &previous_);
        set_ = status == HEALPIX_OK;
        detail::settle(status, on);
    }
    ~Own()
    {
        std::int64_t own = -1;
        if (set_)
            ::healpix_set_own_threads(previous_, &own);
    }
    Own(const Own &) = delete;
    Own &operator=(const Own &) = delete;

private:
    std::int64_t previous_ = -1;
    bool set_ = false;
};

} // namespace threads
} // namespace healpix

#endif
