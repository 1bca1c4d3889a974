// What the C++ tests share: a check that goes on, and what a throwing call must throw.
#ifndef HEALPIX_TESTS_CHECK_HPP
#define HEALPIX_TESTS_CHECK_HPP

#include <healpix/healpix.hpp>

#include <cmath>
#include <cstdio>
#include <cstring>
#include <string>

inline int failures = 0;

inline void check(bool good, const char *what, const char *file, int line)
{
    if (!good) {
        std::printf("%s:%d: %s\n", file, line, what);
        failures++;
    }
}

#define CHECK(...) check((__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)

#if HEALPIX_CPP_EXCEPTIONS
/// Whether a call throws an Error with this status, a name and a detail.
template <class Call>
bool throws(healpix::Status status, Call call)
{
    try {
        call();
    } catch (const healpix::Error &error) {
        return error.status() == status && !error.detail().empty() && error.code() == status
               && std::string(error.what()).find(error.name()) != std::string::npos;
    }
    return false;
}

/// Whether a call fails in the same way in both flavors: `call()` throws and `call(ec)` sets the error code.
template <class Call>
bool fails(healpix::Status status, Call call)
{
    std::error_code ec;
    call(ec);
    const bool told = ec == status && !healpix::last_error_message().empty();
    return throws(status, call) && told;
}
#endif

/// The same number, or no number both.
inline bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

inline int finish(const char *name)
{
    if (failures != 0)
        std::printf("%s: %d checks failed\n", name, failures);
    return failures != 0;
}

#endif
