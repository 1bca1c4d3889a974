// Errors in both flavors: Error and its parts, std::error_code, details, lengths, noexcept.
#include "check.hpp"

#include <type_traits>
#include <vector>

using namespace healpix;

static void exceptions()
{
    try {
        nested::hash_deg(Depth(3), 10.0, 95.25);
        CHECK(!"thrown");
    } catch (const std::runtime_error &caught) {
        const auto &error = dynamic_cast<const Error &>(caught);
        CHECK(error.status() == Status::latitude);
        CHECK(std::string(error.name()) == "HEALPIX_ERR_LATITUDE");
        CHECK(error.code() == Status::latitude);
        CHECK(error.code() == std::errc::invalid_argument);
        CHECK(error.detail().find("95.25") != std::string_view::npos);
        CHECK(error.what() == std::string(error.detail()) + " (HEALPIX_ERR_LATITUDE)");
        const Error copy = error;
        CHECK(copy.detail() == error.detail());
        static_assert(std::is_nothrow_copy_constructible_v<Error>);
    }
}

static void error_codes()
{
    std::error_code ec = std::make_error_code(std::errc::io_error);
    CHECK(nested::hash_deg(Depth(0), 0.0, 0.0, ec) == 4);
    CHECK(!ec); // a success clears it
    CHECK(nested::hash_deg(Depth(0), 0.0, 91.0, ec) == invalid_cell);
    CHECK(ec == Status::latitude);
    CHECK(ec != Status::longitude);
    CHECK(ec == std::errc::invalid_argument);
    CHECK(ec.message() == status_message(Status::latitude));
    CHECK(std::string(ec.category().name()) == "healpix");
    CHECK(ec.category() == error_category());
    CHECK(last_error_message().find("91") != std::string::npos);
    CHECK(make_error_code(Status::memory) == std::errc::not_enough_memory);
    CHECK(make_error_code(Status::io) == std::errc::io_error);
    CHECK(make_error_code(Status::buffer) == std::errc::no_buffer_space);
    CHECK(make_error_code(Status::stopped) == std::errc::operation_canceled);
    CHECK(!make_error_code(Status::ok));
    CHECK(make_error_code(Status::panic) != std::errc::invalid_argument);
    CHECK(std::string(status_name(Status::not_built)) == "HEALPIX_ERR_NOT_BUILT");
    CHECK(std::string(status_name(static_cast<Status>(12345))) == "HEALPIX_UNKNOWN_STATUS");

    // A success leaves the detail alone; a failure found in C++ has one too, and the next one in C takes its place.
    const std::string before = last_error_message();
    nested::hash_deg(Depth(0), 0.0, 0.0, ec);
    CHECK(last_error_message() == before);
    const std::vector<double> three(3), two(2);
    nested::hash(Depth(0), three, two, ec);
    CHECK(ec == Status::length);
    CHECK(last_error_message() == "lon has 3 elements and lat has 2; 3 are needed");
    nested::hash(Depth(0), 0.0, 9.0, ec);
    CHECK(last_error_message().find("latitude 9") != std::string::npos);
}

static void lengths()
{
    const std::vector<double> three(3), two(2), none;
    std::vector<std::uint64_t> cells(2, 7), four(4, 7);
    std::error_code ec;
    nested::hash(Depth(2), three, three, cells, ec);
    CHECK(ec == Status::length);
    CHECK(last_error_message() == "lon has 3 elements and cells has 2; 3 are needed");
    CHECK(cells == std::vector<std::uint64_t>(2, 7));
    CHECK(throws(Status::length, [&] { nested::hash(Depth(2), three, two, cells); }));
    CHECK(throws(Status::length, [&] { nested::hash(Depth(2), none, two); }));
    CHECK(throws(Status::length, [&] { nested::neighbors(Depth(2), cells, four); }));
    // 12 = 4 * 3, but not 4 * 2.
    std::vector<double> lon(12), lat(8);
    CHECK(throws(Status::length, [&] { nested::vertices(Depth(2), cells, lon, lat); }));
    CHECK(throws(Status::length, [&] { nested::hash(Depth(2), two, none); }));
    CHECK(nested::hash(Depth(2), none, two, ec).empty() && ec == Status::length);
    CHECK(nested::hash(Depth(2), none, none, ec).empty() && !ec);
}

static void bad_elements()
{
    const Depth depth(12);
    const std::vector<double> lon{10.0, 20.0, 30.0}, lat{1.0, 95.0, 3.0};
    std::vector<std::uint64_t> cells(3);
    CHECK(throws(Status::latitude, [&] { nested::hash_deg(depth, lon, lat, cells); }));
    CHECK(cells[0] == nested::hash_deg(depth, 10.0, 1.0) && cells[1] == invalid_cell);
    CHECK(cells[2] == nested::hash_deg(depth, 30.0, 3.0));
    std::error_code ec;
    CHECK(nested::hash_deg(depth, lon, lat, ec) == cells);
    CHECK(ec == Status::latitude);
    CHECK(last_error_message().find("index 1") != std::string::npos);
}

// Calls with an error code that need no memory of C++ are noexcept; all others say so.
static void no_throw()
{
    std::error_code ec;
    std::vector<double> lon(1), lat(1);
    std::vector<std::uint64_t> cells(1);
    Moc moc = Moc::all_sky(Depth(0));
    static_assert(noexcept(nested::hash(Depth(1, ec), 0.0, 0.0, ec)));
    static_assert(!noexcept(nested::hash(Depth(1, ec), 0.0, 0.0)));
    static_assert(!noexcept(nested::hash(Depth(1), 0.0, 0.0, ec))); // the depth may throw
    const Depth depth(1);
    static_assert(noexcept(
        nested::hash(depth, span<const double>(lon), span<const double>(lat), span<std::uint64_t>(cells), ec)));
    static_assert(noexcept(Moc::empty(depth, ec)) && !noexcept(Moc::empty(depth)));
    static_assert(noexcept(moc.union_with(moc, ec)) && !noexcept(moc.union_with(moc)));
    static_assert(noexcept(moc.n_cells()) && noexcept(moc.ranges()) && noexcept(moc == moc));
    CHECK(moc.is_all_sky());
}

int main()
{
    exceptions();
    error_codes();
    lengths();
    bad_elements();
    no_throw();
    return finish("errors");
}
