// Coverages: every constructor against the C function, views, iterators with algorithms, visits, RING ranges, many cones.
#include "check.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

using namespace healpix;

static bool same_cell(const Cell &a, const Cell &b)
{
    return a.index == b.index && a.depth == b.depth && a.full == b.full;
}

static bool same_cells(View<const Cell> a, View<const Cell> b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_cell);
}

template <class Call, class... Args>
static bool as_in_c(const Coverage &made, Call call, Args... args)
{
    healpix_coverage *raw = nullptr;
    CHECK(call(args..., &raw) == HEALPIX_OK);
    const Coverage expected(raw);
    return !made.is_empty() && made.depth() == expected.depth() && same_cells(made.cells(), expected.cells());
}

static void shapes()
{
    std::error_code ec;
    const Depth d(6);
    const std::vector<double> lon{0.1, 0.9, 0.9, 0.1}, lat{0.1, 0.1, 0.9, 0.9};
    const Region region = Region::cone_deg(10, 20, 5);
    CHECK(as_in_c(Coverage::of(d, region), healpix_coverage_of, 6, region.get()));
    CHECK(as_in_c(Coverage::with_budget(d, region, 20), healpix_coverage_with_budget, 6, region.get(), 20));
    CHECK(as_in_c(Coverage::cone(d, 1, 0.5, 0.3), healpix_coverage_cone, 6, 1, 0.5, 0.3));
    CHECK(as_in_c(Coverage::cone_deg(d, 10, 50, 20, ec), healpix_coverage_cone_deg, 6, 10, 50, 20));
    CHECK(as_in_c(Coverage::annulus(d, 1, 0.5, 0.3, 0.6), healpix_coverage_annulus, 6, 1, 0.5, 0.3, 0.6));
    CHECK(as_in_c(Coverage::annulus_deg(d, 10, 50, 20, 30), healpix_coverage_annulus_deg, 6, 10, 50, 20, 30));
    CHECK(as_in_c(Coverage::elliptical_cone(d, 1, 0.5, 0.6, 0.3, 1), healpix_coverage_elliptical_cone, 6, 1, 0.5, 0.6,
                  0.3, 1));
    CHECK(as_in_c(Coverage::elliptical_cone_deg(d, 10, 50, 30, 20, 15), healpix_coverage_elliptical_cone_deg, 6, 10, 50,
                  30, 20, 15));
    CHECK(as_in_c(Coverage::zone(d, 1, 0.1, 2, 0.9), healpix_coverage_zone, 6, 1, 0.1, 2, 0.9));
    CHECK(as_in_c(Coverage::zone_deg(d, 350, -20, 20, 30), healpix_coverage_zone_deg, 6, 350, -20, 20, 30));
    CHECK(as_in_c(Coverage::box(d, 1, 0.5, 0.6, 0.3, 1), healpix_coverage_box, 6, 1, 0.5, 0.6, 0.3, 1));
    CHECK(as_in_c(Coverage::box_deg(d, 10, 50, 30, 20, 15), healpix_coverage_box_deg, 6, 10, 50, 30, 20, 15));
    CHECK(as_in_c(Coverage::polygon(d, lon, lat), healpix_coverage_polygon, 6, lon.data(), lat.data(), 4, 0));
    CHECK(as_in_c(Coverage::polygon_deg(d, lon, lat, Interior::winding(), ec), healpix_coverage_polygon_deg, 6,
                  lon.data(), lat.data(), 4, 1));

    CHECK(fails(Status::radius, [&](auto &...on) { return Coverage::cone(d, 0, 0, -1, on...); }));
    CHECK(fails(Status::budget, [&](auto &...on) { return Coverage::with_budget(d, region, 0, on...); }));
    CHECK(fails(Status::length, [&](auto &...on) {
        return Coverage::polygon(d, lon, std::vector<double>(3), Interior::winding(), on...);
    }));
    CHECK(!Coverage::of(Depth(31, ec), region, ec) && ec == Status::depth);
}

static void views()
{
    std::error_code ec;
    const Region region = Region::cone_deg(10, 20, 5);
    const Coverage coverage = Coverage::of(Depth(8), region);
    std::uint64_t n = 0;
    for (const Cell &cell : coverage.cells())
        n += std::uint64_t(1) << 2 * (8 - cell.depth);
    CHECK(n == coverage.n_flat() && coverage.depth() == Depth(8));

    const Coverage::Flat flat = coverage.flat();
    CHECK(flat.cells.size() == n && flat.full.size() == n && coverage.flat(ec).cells == flat.cells);
    CHECK(std::is_sorted(flat.cells.begin(), flat.cells.end()));
    CHECK(Coverage::of(Depth(8), Region::empty()).flat().cells.empty());

    // The iterator in range-for, with algorithms, by hand.
    std::vector<std::uint64_t> cells;
    for (const Cell &cell : coverage.iter())
        cells.push_back(cell.index);
    CHECK(cells == flat.cells);
    FlatCells one = coverage.iter(), two = coverage.iter(ec), three = coverage.iter();
    CHECK(std::equal(one.begin(), one.end(), flat.cells.begin(), flat.cells.end(),
                     [](const Cell &cell, std::uint64_t index) { return cell.index == index; }));
    const auto full = std::count_if(two.begin(), two.end(), [](const Cell &cell) { return cell.full == 1; });
    CHECK(full == std::count(flat.full.begin(), flat.full.end(), 1));
    std::size_t k = 0;
    while (const std::optional<Cell> cell = three.next(ec))
        CHECK(cell->index == flat.cells.at(k++));
    CHECK(k == n && !ec && !three.next() && three.begin() == three.end());
    FlatCells moved = coverage.iter();
    auto at = moved.begin();
    const FlatCells owner = std::move(moved); // iterators stay good
    CHECK(at->index == flat.cells[0] && (*at++).index == flat.cells[0] && at->index == flat.cells[1]);
    CHECK(++at != FlatCells::iterator() && at->index == flat.cells[2]);
    static_assert(
        std::is_same_v<std::iterator_traits<FlatCells::iterator>::iterator_category, std::input_iterator_tag>);
// clang 14 and 15 do not understand the views of libstdc++.
#if defined(__cpp_lib_ranges) && (!defined(__clang__) || __clang_major__ >= 16)
    static_assert(std::ranges::input_range<FlatCells>);
    FlatCells ranged = coverage.iter();
    auto indices = ranged | std::views::transform([](const Cell &cell) { return cell.index; }) | std::views::take(3);
    CHECK(std::ranges::equal(indices, flat.cells | std::views::take(3)));
#endif

    CHECK(coverage.moc() == Moc::from_mixed_cells(Depth(8), coverage.cells()));
    CHECK(coverage.full_moc(ec).is_subset(coverage.moc(ec)) && coverage.full_moc().n_cells() == std::uint64_t(full));
}

static void visits()
{
    std::error_code ec;
    const Region region = Region::cone_deg(10, 20, 30);
    const Coverage coverage = Coverage::of(Depth(9), region);
    std::vector<Cell> seen;
    CHECK(Coverage::visit(Depth(9), region, [&](View<const Cell> cells) {
        CHECK(!cells.empty() && cells.size() <= 1024);
        seen.insert(seen.end(), cells.begin(), cells.end());
    }));
    CHECK(same_cells(seen, coverage.cells()));
    std::size_t n = 0;
    CHECK(Coverage::visit_cells(Depth(9), region, [&](const Cell &cell) { n += cell.depth <= 9; }, ec) && !ec);
    CHECK(n == seen.size());
    n = 0;
    CHECK(!Coverage::visit_cells(Depth(9), region, [&](const Cell &) { return ++n < 1500; }, ec));
    CHECK(n == 1500 && !ec);
    CHECK(!Coverage::visit(Depth(9), region, [](View<const Cell>) { return false; }));
    CHECK(Coverage::visit(Depth(9), Region::empty(), [](View<const Cell>) { return false; }));
    CHECK(fails(Status::depth, [&](auto &...on) {
        std::error_code bad;
        return Coverage::visit(Depth(40, bad), region, [](View<const Cell>) {}, on...);
    }));
}

static void others()
{
    std::error_code ec;
    const Region region = Region::cone_deg(45, -84, 9.9);
    const Moc centers = coverage::centers_in(Depth(5), region);
    for (const std::uint64_t cell : centers.flat()) {
        const auto [lon, lat] = nested::center(Depth(5), cell);
        CHECK(region.contains(lon, lat));
    }
    CHECK(centers == coverage::centers_in(Depth(5), region, ec) && centers.n_cells() > 20);
    const Ranges touched = coverage::ring_touched(Nside(5), region),
                 inside = coverage::ring_centers_in(Nside(5), region, ec);
    const auto length = [](const Ranges &ranges) {
        return std::accumulate(ranges.begin(), ranges.end(), std::uint64_t(0),
                               [](std::uint64_t sum, const CellRange &range) { return sum + range.end - range.start; });
    };
    CHECK(length(inside) > 0 && length(touched) > length(inside) && touched[touched.size() - 1].end <= 300);
    CHECK(touched.view().size() == touched.size() && !touched.empty() && touched.data() == touched.begin());
    CHECK(!coverage::ring_touched(Nside(0, ec), region, ec) && ec == Status::nside);

    const std::vector<double> lon{0.1, 2.0, 4.0}, lat{0.2, -1.0, 1.5}, radius{0.01, 0.02, 0.0};
    const Coverages many = coverage::cones(Depth(7), lon, lat, radius);
    CHECK(many.size() == 3 && many.offsets().size() == 4 && many.depth() == Depth(7) && !many.empty());
    for (std::size_t k = 0; k < 3; k++) {
        const Coverage alone = Coverage::cone(Depth(7), lon[k], lat[k], radius[k]);
        CHECK(same_cells(many[k], alone.cells()));
    }
    CHECK(many.cells().size() == many.offsets().back());
    const Coverages in_degrees = coverage::cones_deg(Depth(7), lon, lat, radius, ec);
    const Coverage second = Coverage::cone_deg(Depth(7), lon[1], lat[1], radius[1]);
    CHECK(same_cells(in_degrees[1], second.cells()));
    CHECK(fails(Status::radius, [&](auto &...on) { return coverage::cones(Depth(7), lon, lat, lat, on...); }));
    CHECK(fails(Status::length,
                [&](auto &...on) { return coverage::cones_deg(Depth(7), lon, lat, std::vector<double>(2), on...); }));
    CHECK(coverage::cones(Depth(7), {}, {}, {}).empty());

    // Kept elsewhere, and back.
    const std::vector<Cell> cells(many.cells().begin(), many.cells().end());
    const std::vector<std::uint64_t> offsets(many.offsets().begin(), many.offsets().end());
    const Coverages again = Coverages::from_cells(Depth(7), cells, offsets);
    CHECK(again.size() == 3 && same_cells(again.cells(), many.cells()) && again.offsets()[2] == offsets[2]);
    const Coverage one = Coverage::from_cells(Depth(8), many[1], ec);
    CHECK(!ec && one.depth() == Depth(8) && same_cells(one.cells(), many[1]));
    const std::vector<Cell> twice{cells[0], cells[0]};
    CHECK(fails(Status::overlapping_cells, [&](auto &...on) { return Coverage::from_cells(Depth(7), twice, on...); }));
    CHECK(fails(Status::depth, [&](auto &...on) { return Coverage::from_cells(Depth(6), cells, on...); }));
    CHECK(fails(Status::range, [&](auto &...on) { return Coverages::from_cells(Depth(7), twice, offsets, on...); }));
    CHECK(fails(Status::length, [&](auto &...on) { return Coverages::from_cells(Depth(7), {}, {}, on...); }));
}

int main()
{
    shapes();
    views();
    visits();
    others();
    return finish("coverage");
}
