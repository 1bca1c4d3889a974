// Depth and Nside, views and spans, resolutions, version and threads.
#include "check.hpp"

#include <array>
#include <numeric>
#include <vector>

using namespace healpix;

static_assert(Depth(12).value() == 12 && Depth(29LL).n_cells() == 3458764513820540928U);
static_assert(Nside(5).n_cells() == 300 && !Nside(5).is_power_of_two() && Nside(8u).is_power_of_two());
static_assert(Depth(3).nside() == Nside(8) && Depth(3) < Depth(4) && Depth(3) != Depth(4) && Depth(4) >= Depth(4));
static_assert(Nside(3) < Nside(4) && Nside(3) != Nside(4) && Nside(4) >= Nside(4));

// None is made of a number, or of the other, by itself.
static_assert(!std::is_convertible_v<int, Depth> && !std::is_convertible_v<int, Nside>);
static_assert(!std::is_convertible_v<Depth, Nside> && !std::is_constructible_v<Depth, Nside>);
static_assert(!std::is_constructible_v<Nside, Depth> && !std::is_constructible_v<Depth, bool>);
static_assert(!std::is_constructible_v<Depth, double>);
static_assert(std::is_invocable_v<decltype(nested::hash), Depth, double, double>);
static_assert(!std::is_invocable_v<decltype(nested::hash), Nside, double, double>);
static_assert(!std::is_invocable_v<decltype(nested::hash), int, double, double>);
static_assert(!std::is_invocable_v<decltype(ring::hash), Depth, double, double>);

static void resolutions()
{
    std::error_code ec;
    CHECK(throws(Status::depth, [] { Depth(30); }));
    CHECK(throws(Status::depth, [] { Depth(-1); }));
    CHECK(throws(Status::depth, [] { Depth(256); })); // no wrapping around
    CHECK(throws(Status::nside, [] { Nside(0); }));
    CHECK(throws(Status::nside, [] { Nside((std::int64_t(1) << 32) + 1); }));
    const Depth bad(-5, ec);
    CHECK(ec == Status::depth && !bad.is_valid() && bad.n_cells() == 0 && !bad.nside().is_valid());
    CHECK(last_error_message() == "depth -5 is not 0 to 29");
    nested::hash(bad, 0.0, 0.0, ec);
    CHECK(ec == Status::depth);
    const Nside none(0, ec);
    CHECK(ec == Status::nside && !none.is_valid() && !none.is_power_of_two());
    CHECK(Nside(7, ec).is_valid() && !ec);

    CHECK(grid::nside(Depth(29)) == Nside(Nside::max));
    CHECK(grid::depth(Nside(1024)) == Depth(10));
    CHECK(fails(Status::nside, [](auto &...on) { return grid::depth(Nside(7), on...); }));
    CHECK(!grid::depth(Nside(7), ec).is_valid());
    CHECK(fails(Status::depth, [&](auto &...on) { return grid::nside(bad, on...); }));
    CHECK(grid::n_cells(Nside(5)) == 300);
    CHECK(fails(Status::nside, [&](auto &...on) { return grid::n_cells(none, on...); }));
    CHECK(std::abs(grid::cell_area(Nside(1)) - 4 * 3.14159265358979 / 12) < 1e-12);
    CHECK(std::isnan(grid::cell_area(none, ec)) && ec == Status::nside);
    double expected = 0;
    CHECK(healpix_grid_largest_center_to_vertex_distance(6, &expected) == HEALPIX_OK);
    CHECK(grid::largest_center_to_vertex_distance(Nside(6)) == expected);
    CHECK(fails(Status::nside, [&](auto &...on) { return grid::largest_center_to_vertex_distance(none, on...); }));
    CHECK(!grid::best_starting_depth(3.0));
    CHECK(grid::best_starting_depth(0.01)->value() > 3);
    CHECK(fails(Status::radius, [](auto &...on) { return grid::best_starting_depth(-1.0, on...); }));
}

static double sum(span<const double> numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

static double total(View<const double> numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

static void views()
{
    std::vector<double> vector{1, 2, 3};
    const std::array<double, 3> array{1, 2, 3};
    const double plain[] = {1, 2, 3};
    CHECK(sum(vector) == 6 && sum(array) == 6 && sum(plain) == 6 && sum({plain, 2}) == 3);
    CHECK(total(vector) == 6 && total(array) == 6 && total(plain) == 6 && total({plain, 2}) == 3);
    CHECK(total(std::vector<double>{4, 5}) == 9);
    const View<double> writable(vector);
    writable[1] = 7;
    CHECK(vector[1] == 7 && writable.front() == 1 && writable.back() == 3 && writable.size() == 3);
    const View<const double> readable = writable;
    CHECK(readable.data() == vector.data() && sum(readable) == 11 && readable.subspan(1, 2).front() == 7);
    CHECK(View<const double>().empty() && View<const double>().begin() == View<const double>().end());
    static_assert(!std::is_constructible_v<View<double>, View<const double>>);
    static_assert(!std::is_constructible_v<View<double>, const std::vector<double> &>);
    static_assert(!std::is_constructible_v<View<double>, std::vector<float> &>);
    static_assert(!std::is_constructible_v<View<double>, std::vector<double>>); // a temporary is not written to
    static_assert(!std::is_constructible_v<View<const double>, int>);
    static_assert(std::is_trivially_copyable_v<View<int>>);
#if defined(__cpp_lib_span)
    static_assert(std::is_same_v<span<int>, std::span<int>>);
    static_assert(std::ranges::contiguous_range<View<const Cell>> && std::ranges::borrowed_range<View<const Cell>>);
    static_assert(std::ranges::view<View<const Cell>>);
    static_assert(std::is_convertible_v<View<const double>, std::span<const double>>);
#else
    static_assert(std::is_same_v<span<int>, View<int>>);
#endif
}

static void library()
{
    CHECK(abi_version() == HEALPIX_ABI_VERSION);
    CHECK(instruction_set() == std::string(healpix_instruction_set()));
    CHECK(version() == std::string(healpix_version()) && version_number() == HEALPIX_VERSION_NUMBER);
    threads::set_count(2);
    CHECK(threads::count() == 2);
    CHECK(fails(Status::threads, [](auto &...on) { threads::set_count(5000, on...); }));
    CHECK(threads::count() == 2);
    {
        const threads::Own three(3);
        CHECK(threads::count() == 3);
        {
            const threads::Own one(1);
            CHECK(threads::count() == 1);
        }
        CHECK(threads::count() == 3);
        CHECK(fails(Status::threads, [](auto &...on) { threads::Own(5000, on...); }));
        CHECK(threads::count() == 3);
    }
    CHECK(threads::count() == 2);
    threads::set_count(1);
}

int main()
{
    resolutions();
    views();
    library();
    return finish("types");
}
