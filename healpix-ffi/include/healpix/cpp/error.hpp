// Errors: what went wrong, as an exception or as a std::error_code.
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef HEALPIX_CPP_ERROR_HPP
#define HEALPIX_CPP_ERROR_HPP

#include "../healpix.h"

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace healpix {

/// What a call came to: the status codes of the C library. New ones may come with a new library.
///
/// An enumeration of error codes: `ec == healpix::Status::latitude` asks for one of them, and
/// `ec == std::errc::invalid_argument` for any that is the caller's fault.
enum class Status : healpix_status {
    ok = HEALPIX_OK,                       ///< Success.
    null = HEALPIX_ERR_NULL,               ///< A pointer is NULL; in C++: a handle was moved from, or never filled.
    align = HEALPIX_ERR_ALIGN,             ///< A pointer is not aligned for its type.
    length = HEALPIX_ERR_LENGTH,           ///< Arrays differ in length.
    overlap = HEALPIX_ERR_OVERLAP,         ///< An output array shares memory with another array of the call.
    buffer = HEALPIX_ERR_BUFFER,           ///< The caller's memory is too small.
    panic = HEALPIX_ERR_PANIC,             ///< A defect of the library.
    memory = HEALPIX_ERR_MEMORY,           ///< Not enough memory.
    depth = HEALPIX_ERR_DEPTH,             ///< A depth is above 29, or two are in the wrong order.
    nside = HEALPIX_ERR_NSIDE,             ///< An nside is 0, above 2^29, or no power of two where it must be one.
    cell = HEALPIX_ERR_CELL,               ///< A cell number is not below the number of cells.
    ring = HEALPIX_ERR_RING,               ///< A ring number is 0 or above 4 nside - 1.
    face = HEALPIX_ERR_FACE,               ///< A base cell is above 11, or a coordinate in it is not below nside.
    uniq = HEALPIX_ERR_UNIQ,               ///< A number is no uniq or zuniq cell identifier.
    longitude = HEALPIX_ERR_LONGITUDE,     ///< A longitude is NaN or infinite.
    latitude = HEALPIX_ERR_LATITUDE,       ///< A latitude is NaN, or beyond a pole.
    vector = HEALPIX_ERR_VECTOR,           ///< A vector is zero or not finite.
    offset = HEALPIX_ERR_OFFSET,           ///< An offset in a cell is NaN or outside 0 to 1.
    plane = HEALPIX_ERR_PLANE,             ///< A point is not on the HEALPix plane.
    radius = HEALPIX_ERR_RADIUS,           ///< A radius is NaN, negative or too large.
    direction = HEALPIX_ERR_DIRECTION,     ///< A direction is none of the eight.
    steps = HEALPIX_ERR_STEPS,             ///< A number of steps or points is 0 or too large.
    not_built = HEALPIX_ERR_NOT_BUILT,     ///< A point index has rows that were pushed after the last build.
    rows = HEALPIX_ERR_ROWS,               ///< A point index cannot number more rows.
    mode = HEALPIX_ERR_MODE,               ///< A code that chooses one of several ways is none of them.
    threads = HEALPIX_ERR_THREADS,         ///< A number of threads is too large.
    busy = HEALPIX_ERR_BUSY,               ///< A callback would change or free what the call that called it uses.
    handle = HEALPIX_ERR_HANDLE,           ///< A pointer is no live handle; debug builds of the library say so.
    shape = HEALPIX_ERR_SHAPE,             ///< The numbers of a shape do not fit together.
    polygon = HEALPIX_ERR_POLYGON,         ///< A polygon has a bad vertex, too few of them, or edges that cross.
    range = HEALPIX_ERR_RANGE,             ///< A range or an offset is the wrong way round or too far.
    probability = HEALPIX_ERR_PROBABILITY, ///< A probability, density or level is out of range.
    overlapping_cells = HEALPIX_ERR_OVERLAPPING_CELLS, ///< Cells overlap, or are not sorted by position.
    syntax = HEALPIX_ERR_SYNTAX,   ///< A text does not follow its grammar; the detail names line and column.
    format = HEALPIX_ERR_FORMAT,   ///< A file is not what it should be; the detail names the byte.
    io = HEALPIX_ERR_IO,           ///< Reading or writing a file failed.
    budget = HEALPIX_ERR_BUDGET,   ///< A budget of no cells.
    utf8 = HEALPIX_ERR_UTF8,       ///< A text is not UTF-8.
    stopped = HEALPIX_STOPPED,     ///< The watcher of progress::watch asked to stop.
    end = HEALPIX_END,             ///< Nothing is left to read. An error of FitsMap::into_moc only.
    unknown = HEALPIX_ERR_UNKNOWN, ///< An error that has no code of its own; the detail says what it is.
};

/// Name of a status in C, for instance "HEALPIX_ERR_DEPTH"; static text.
inline const char *status_name(Status status) noexcept
{
    return ::healpix_status_name(static_cast<healpix_status>(status));
}

/// What a status means, one short English sentence; static text.
inline const char *status_message(Status status) noexcept
{
    return ::healpix_status_message(static_cast<healpix_status>(status));
}

namespace detail {

class Category final : public std::error_category {
public:
    const char *name() const noexcept override { return "healpix"; }

    std::string message(int value) const override { return ::healpix_status_message(value); }

    std::error_condition default_error_condition(int value) const noexcept override
    {
        switch (static_cast<Status>(value)) {
        case Status::ok:
            return {};
        case Status::memory:
            return std::errc::not_enough_memory;
        case Status::io:
            return std::errc::io_error;
        case Status::buffer:
            return std::errc::no_buffer_space;
        case Status::stopped:
            return std::errc::operation_canceled;
        case Status::panic:
        case Status::end:
        case Status::unknown:
            return {value, *this};
        default:
            return std::errc::invalid_argument;
        }
    }
};

/// The detail of a failure that was found here and not in C: it is the last one while its text is not empty. In
/// place, so that reporting needs no memory.
struct Complaint {
    char text[192] = "";
};

inline thread_local Complaint complaint;

/// The message of the last failure in C on this thread.
inline std::string message_from_c()
{
    std::string text;
    std::size_t n = 0;
    ::healpix_last_error_message(nullptr, 0, &n);
    text.resize(n + 1);
    ::healpix_last_error_message(&text[0], text.size(), &n);
    text.resize(n);
    return text;
}

} // namespace detail

/// The category of the error codes of this library; its name is "healpix".
inline const std::error_category &error_category() noexcept
{
    static const detail::Category category;
    return category;
}

/// The error code of a status.
inline std::error_code make_error_code(Status status) noexcept
{
    return {static_cast<int>(status), error_category()};
}

/// The detail of the last failure on this thread: which value, which limit, which index. UTF-8, for people. Of use
/// after a call that took a std::error_code; an exception carries it along. Calls that succeed leave it alone.
inline std::string last_error_message()
{
    return detail::complaint.text[0] != '\0' ? std::string(detail::complaint.text) : detail::message_from_c();
}

/// What every function throws unless it is given a std::error_code.
///
/// what() is the detail and the name of the status: "latitude 95.2 ... (HEALPIX_ERR_LATITUDE)".
class Error : public std::runtime_error {
public:
    Error(Status status, const std::string &detail)
        : std::runtime_error(detail + " (" + status_name(status) + ")"), status_(status), length_(detail.size())
    {
    }

    /// What went wrong.
    Status status() const noexcept { return status_; }
    /// The same as an error code.
    std::error_code code() const noexcept { return make_error_code(status_); }
    /// Its name in C, "HEALPIX_ERR_LATITUDE" for instance; static text.
    const char *name() const noexcept { return status_name(status_); }
    /// Which value, which limit, which index; lives as long as the exception.
    std::string_view detail() const noexcept { return {what(), length_}; }

private:
    Status status_;
    std::size_t length_;
};

/// The trailing argument that need not be written: failures are thrown.
struct Throw {};

/// Whether a trailing argument asks for error codes. Such calls throw nothing of this library's; those that need no
/// memory of C++ are noexcept.
template <class On>
inline constexpr bool quiet = std::is_same_v<On, std::error_code &>;

/// Admits the two trailing arguments that there are: none, and a `std::error_code` variable.
template <class On>
using OnError = std::enable_if_t<quiet<On> || std::is_same_v<std::decay_t<On>, Throw>>;

namespace detail {

#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
#define HEALPIX_CPP_EXCEPTIONS 1
[[noreturn]] inline void raise(Status status, const std::string &detail)
{
    throw Error(status, detail);
}
#else
// Without exceptions a failure that nobody asked to be told of ends the program; give a std::error_code.
#define HEALPIX_CPP_EXCEPTIONS 0
[[noreturn]] inline void raise(Status status, const std::string &detail)
{
    std::fprintf(stderr, "healpix: %s (%s)\n", detail.c_str(), status_name(status));
    std::abort();
}
#endif

/// The C call that has just failed is the last one that did.
inline void note(healpix_status status) noexcept
{
    // These two are no failures in C, which says nothing of them.
    const bool silent = status == HEALPIX_END || status == HEALPIX_STOPPED;
    std::snprintf(complaint.text, sizeof complaint.text, "%s", silent ? ::healpix_status_message(status) : "");
}

/// Ends a C call: throws unless it succeeded.
inline bool settle(healpix_status status, Throw)
{
    if (status != HEALPIX_OK) {
        note(status);
        raise(static_cast<Status>(status), last_error_message());
    }
    return true;
}

/// Ends a C call: the error code says how it went. Returns whether it succeeded.
inline bool settle(healpix_status status, std::error_code &ec) noexcept
{
    if (status == HEALPIX_OK) {
        ec.clear();
        return true;
    }
    note(status);
    ec.assign(status, error_category());
    return false;
}

/// Succeeds without a C call.
constexpr void succeed(Throw) noexcept
{
}

inline void succeed(std::error_code &ec) noexcept
{
    ec.clear();
}

/// Fails without a C call; complaint.text says why.
[[noreturn]] inline void fail(Throw, Status status)
{
    raise(status, complaint.text);
}

inline void fail(std::error_code &ec, Status status) noexcept
{
    ec = make_error_code(status);
}

/// Fails because of a number.
template <class On>
void refuse(On &&on, Status status, const char *what, long long value, const char *limits) noexcept(quiet<On>)
{
    std::snprintf(complaint.text, sizeof complaint.text, "%s %lld is not %s", what, value, limits);
    fail(on, status);
}

} // namespace detail
} // namespace healpix

template <>
struct std::is_error_code_enum<healpix::Status> : std::true_type {};

#endif
