// MOCs: building, algebra, questions, iterators, parts, texts; known values, the C function, errors.
#include "check.hpp"

#include <algorithm>
#include <vector>

using namespace healpix;
using Cells = std::vector<std::uint64_t>;

static Moc of(const Cells &cells)
{
    return Moc::from_cells(Depth(2), cells);
}

static void building()
{
    std::error_code ec;
    const Depth d(2);
    CHECK(Moc::empty(d).is_empty() && Moc::all_sky(d, ec).is_all_sky() && Moc::all_sky(d).n_cells() == 192);
    const Moc moc = of({5, 4, 6, 7, 100, 5});
    CHECK(moc.to_cells() == Cells({4, 5, 6, 7, 100}) && moc.to_cells(ec) == moc.to_cells());
    CHECK(moc.depth() == d && moc.n_cells() == 5 && moc.first() == 4u && moc.last() == 100u);
    CHECK(!Moc::empty(d).first() && !Moc::empty(d).last() && !moc.is_empty() && !moc.is_all_sky());
    CHECK(std::abs(moc.sky_fraction() - 5.0 / 192) < 1e-15
          && std::abs(moc.area() - 5 * grid::cell_area(Nside(4))) < 1e-14);
    CHECK(moc.to_uniq() == Cells({4 * 4 + 1, 4 * 16 + 100}) && moc.to_uniq(ec) == moc.to_uniq());
    CHECK(Moc::from_uniq(d, moc.to_uniq()) == moc);
    const Cell mixed[] = {{1, 1, 0}, {100, 2, 1}};
    CHECK(Moc::from_mixed_cells(d, mixed) == moc);
    const CellRange ranges[] = {{4, 8}, {100, 101}};
    CHECK(Moc::from_ranges(d, ranges) == moc && moc.ranges().size() == 2
          && moc.ranges()[0].start == std::uint64_t(4) << 54);
    CHECK(Moc::from_depth29_ranges(d, moc.ranges()) == moc);
    const std::vector<double> lon{0.1, 2.0}, lat{0.2, -1.0};
    Cells hashed = nested::hash(d, lon, lat);
    std::sort(hashed.begin(), hashed.end());
    CHECK(Moc::from_points(d, lon, lat).to_cells() == hashed);
    CHECK(Moc::from_points_deg(d, lon, lat, ec) == Moc::from_cells(d, nested::hash_deg(d, lon, lat)) && !ec);
    const Region cone = Region::cone_deg(10, 20, 5);
    const Coverage coverage = Coverage::of(Depth(7), cone);
    CHECK(Moc::from_region(Depth(7), cone) == coverage.moc());
    const Cells uniq{16, 17, 18};
    const std::vector<double> density{1, 5, 2};
    CHECK(Moc::credible_region(uniq, density, 0.5).to_uniq() == Cells{17});
    CHECK(Moc::credible_region_of_probabilities(uniq, density, 0.8, ec).to_uniq() == Cells({17, 18}));
    CHECK(moc.clone() == moc && moc.clone(ec).get() != moc.get());

    CHECK(fails(Status::cell, [&](auto &...on) { return Moc::from_cells(d, Cells{192}, on...); }));
    CHECK(fails(Status::uniq, [&](auto &...on) { return Moc::from_uniq(d, Cells{3}, on...); }));
    const CellRange backwards[] = {{8, 4}};
    CHECK(fails(Status::range, [&](auto &...on) { return Moc::from_ranges(d, backwards, on...); }));
    CHECK(fails(Status::range, [&](auto &...on) { return Moc::from_depth29_ranges(d, backwards, on...); }));
    CHECK(fails(Status::length, [&](auto &...on) { return Moc::from_points(d, lon, std::vector<double>(3), on...); }));
    CHECK(fails(Status::latitude,
                [&](auto &...on) { return Moc::from_points(d, lon, std::vector<double>{9, 9}, on...); }));
    CHECK(fails(Status::probability, [&](auto &...on) { return Moc::credible_region(uniq, density, 2, on...); }));
    CHECK(fails(Status::length, [&](auto &...on) {
        return Moc::credible_region_of_probabilities(uniq, std::vector<double>(2), 0.5, on...);
    }));
}

static void algebra()
{
    std::error_code ec;
    const Moc a = of({1, 2, 3}), b = of({3, 4});
    CHECK((a | b) == of({1, 2, 3, 4}) && a.union_with(b, ec) == (a | b));
    CHECK((a & b) == of({3}) && a.intersection(b, ec) == (a & b));
    CHECK((a - b) == of({1, 2}) && a.difference(b, ec) == (a - b));
    CHECK((a ^ b) == of({1, 2, 4}) && a.symmetric_difference(b, ec) == (a ^ b));
    CHECK((~a).n_cells() == 189 && a.complement(ec) == ~a && ~~a == a && a != b);
    std::vector<Moc> list;
    list.push_back(a.clone());
    list.push_back(b.clone());
    const std::vector<const Moc *> pointers{&a, &b};
    CHECK(Moc::union_all({&a, &b}) == (a | b) && Moc::union_all(pointers) == (a | b)
          && Moc::union_all(list) == (a | b));
    CHECK(Moc::intersection_all({&a, &b}, ec) == (a & b) && Moc::intersection_all(pointers, ec) == (a & b));
    CHECK(Moc::intersection_all(list, ec) == (a & b) && Moc::union_all({&a}) == a);
    CHECK(Moc::union_all({}).is_empty() && Moc::intersection_all({}).is_all_sky());
    CHECK(fails(Status::null, [&](auto &...on) { return Moc::union_all({&a, nullptr}, on...); }));

    Moc into = Moc::empty(Depth(0));
    a.union_into(b, into);
    CHECK(into == (a | b));
    a.intersection_into(b, into, ec);
    CHECK(into == (a & b) && !ec);
    a.difference_into(b, into);
    CHECK(into == (a - b));
    a.symmetric_difference_into(b, into);
    CHECK(into == (a ^ b));
    a.complement_into(into);
    CHECK(into == ~a);
    into.union_into(a, into, ec);
    CHECK(ec == Status::overlap && into == ~a);

    CHECK(a.same_set(a.refined(Depth(5))) && a != a.refined(Depth(5), ec));
    CHECK(of({3}).is_subset(a) && a.is_superset(of({3})) && !a.is_subset(b) && of({1}).is_disjoint(b));
    CHECK(a.degraded(Depth(1)).to_cells() == Cells{0} && a.degraded(Depth(0), ec).to_cells() == Cells{0});
    CHECK(fails(Status::depth, [&](auto &...on) { return a.degraded(Depth(3), on...); }));
    CHECK(fails(Status::depth, [&](auto &...on) { return a.refined(Depth(1), on...); }));

    const Moc disc = Moc::from_region(Depth(6), Region::cone_deg(10, 20, 10));
    CHECK(disc.inner_border().is_subset(disc) && disc.outer_border().is_disjoint(disc));
    CHECK(disc.expanded(1) == (disc | disc.outer_border(ec)) && disc.contracted(1) == disc - disc.inner_border(ec));
    CHECK(disc.inner_border().fill_holes() == disc.inner_border().fill_holes(100, ec));
    CHECK(disc.inner_border().fill_holes(1e-9) == disc.inner_border() && disc.inner_border().fill_holes() == disc);
    CHECK(fails(Status::steps, [&](auto &...on) { return disc.expanded(5000, on...); }));
    CHECK(fails(Status::steps, [&](auto &...on) { return disc.contracted(5000, on...); }));
}

static void questions()
{
    std::error_code ec;
    const Region cone = Region::cone_deg(10, 20, 10);
    const Moc moc = Moc::from_region(Depth(6), cone);
    const std::vector<double> lon{10, 200, 10}, lat{20, 20, 99};
    std::vector<std::uint8_t> inside(3, 7), expected{1, 0, 0};
    CHECK(moc.contains_points_deg(lon, lat, ec) == expected && ec == Status::latitude);
    CHECK(throws(Status::latitude, [&] { moc.contains_points_deg(lon, lat, inside); }) && inside == expected);
    const std::vector<double> lon_rad{0.17, 3.0}, lat_rad{0.35, 0.35};
    std::vector<std::uint8_t> two(2);
    CHECK(moc.contains_points(lon_rad, lat_rad) == std::vector<std::uint8_t>({1, 0}));
    moc.contains_points(lon_rad, lat_rad, two, ec);
    CHECK(!ec && two[0] == 1 && two[1] == 0);
    CHECK(moc.contains(0.17, 0.35) && !moc.contains(3.0, 0.35, ec) && moc.contains_deg(10, 20)
          && !moc.contains_deg(200, 20, ec));
    CHECK(fails(Status::latitude, [&](auto &...on) { return moc.contains(0.0, 9.0, on...); }));
    CHECK(fails(Status::longitude, [&](auto &...on) { return moc.contains_deg(NAN, 9.0, on...); }));

    const std::uint64_t cell = nested::hash_deg(Depth(6), 10, 20);
    const Cells cells{cell, invalid_cell, cell ^ (std::uint64_t(1) << 13)};
    CHECK(moc.contains_cells(Depth(6), cells, ec) == expected && ec == Status::cell);
    CHECK(moc.overlaps_cells(Depth(6), cells, ec) == expected);
    CHECK(throws(Status::cell, [&] { moc.contains_cells(Depth(6), cells, inside); }));
    CHECK(throws(Status::cell, [&] { moc.overlaps_cells(Depth(6), cells, inside); }));
    CHECK(throws(Status::length, [&] { moc.overlaps_cells(Depth(6), cells, two); }));
    CHECK(moc.contains_cell(Depth(6), cell) && !moc.contains_cell(Depth(0), cell >> 12, ec));
    CHECK(moc.overlaps_cell(Depth(0), cell >> 12) && !moc.overlaps_cell(Depth(6), cells[2], ec));
    CHECK(fails(Status::cell, [&](auto &...on) { return moc.contains_cell(Depth(6), invalid_cell, on...); }));
    CHECK(fails(Status::cell, [&](auto &...on) { return moc.overlaps_cell(Depth(6), invalid_cell, on...); }));
}

static void iterators()
{
    std::error_code ec;
    const Moc moc = of({4, 5, 6, 7, 100});
    Cells cells;
    for (const std::uint64_t cell : moc.flat())
        cells.push_back(cell);
    CHECK(cells == moc.to_cells());
    MocFlatCells flat = moc.flat(ec);
    CHECK(std::find(flat.begin(), flat.end(), 7u) != flat.end() && flat.next() == 100u && !flat.next(ec) && !ec);
    MocCells largest = moc.cells(ec);
    const std::vector<Cell> list(largest.begin(), largest.end());
    CHECK(list.size() == 2 && list[0].depth == 1 && list[0].index == 1 && list[1].index == 100 && list[1].full == 1);
    std::size_t n = 0;
    for (const Cell &cell : moc.cells())
        n += cell.depth;
    CHECK(n == 3);

    const Mocs parts = moc.split(Connectivity::edges);
    CHECK(parts.size() == 2 && parts[1] == of({100}) && !parts.empty()
          && moc.split(Connectivity::edges_and_vertices, ec).size() == 2);
    n = 0;
    for (const Moc &part : parts)
        n += part.n_cells();
    CHECK(n == 5 && Moc::union_all(parts.view()) == moc);
    Moc kept;
    {
        Mocs moved = moc.split(Connectivity::edges), other;
        other = std::move(moved);
        Mocs third(std::move(other));
        CHECK(third.size() == 2);
        third = moc.split(Connectivity::edges);
        kept = third[0].clone();
    }
    CHECK(kept == of({4, 5, 6, 7}) && Moc::empty(Depth(3)).split(Connectivity::edges).empty());
}

static void texts()
{
    std::error_code ec;
    const Moc moc = of({4, 5, 6, 7, 100});
    CHECK(moc.to_ascii() == "1/1 2/100" && moc.to_json(ec) == R"({"1":[1],"2":[100]})");
    CHECK(Moc::from_ascii(moc.to_ascii(ec)) == moc && Moc::from_json(moc.to_json(), ec) == moc);
    const Moc large = Moc::from_region(Depth(9), Region::cone_deg(10, 20, 10));
    CHECK(large.to_ascii().size() > 1000 && Moc::from_ascii(large.to_ascii()) == large
          && Moc::from_json(large.to_json()) == large);
    CHECK(fails(Status::syntax, [](auto &...on) { return Moc::from_ascii("3/x", on...); }));
    CHECK(fails(Status::syntax, [](auto &...on) { return Moc::from_json("[", on...); }));
    CHECK(last_error_message().find("line 1") != std::string::npos);
}

int main()
{
    building();
    algebra();
    questions();
    iterators();
    texts();
    return finish("moc");
}
