// The point index: building it, every question, views, iterators, errors.
#include "check.hpp"

#include <algorithm>
#include <vector>

using namespace healpix;

static const std::vector<double> lon{10, 11, 200, 10.5}, lat{20, 20, -40, 20.5};

static void building()
{
    std::error_code ec;
    PointIndex index = PointIndex::create();
    CHECK(index.is_empty() && index.is_built() && index.rows() == 0);
    CHECK(index.push_deg(10, 20) == 0 && index.push(0.2, 0.3) == 1 && index.push_deg(11, 20, ec) == 2);
    CHECK(!index.is_built() && fails(Status::not_built, [&](auto &...on) { return index.nearest(0, 0, 1, on...); }));
    CHECK(fails(Status::not_built, [&](auto &...on) { return index.cell_keys(on...); }));
    CHECK(fails(Status::latitude, [&](auto &...on) { return index.push(0, 2, on...); }));
    CHECK(index.push_deg(0, 95, ec) == invalid_u32 && ec == Status::latitude);
    CHECK(index.push_slice_deg(lon, lat) == 3 && index.rows() == 7);
    index.build();
    CHECK(index.size() == 7 && index.is_built());
    index.clear(ec);
    CHECK(index.rows() == 0 && !ec);

    // A bad row takes a number and is never found; the others are there.
    const std::vector<double> bad_lat{20, 95, -40, 20.5};
    CHECK(index.push_slice_deg(lon, bad_lat, ec) == 0 && ec == Status::latitude);
    CHECK(throws(Status::latitude, [&] { index.push_slice_deg(lon, bad_lat); }));
    CHECK(index.rows() == 8 && index.size() == 6);
    CHECK(fails(Status::length, [&](auto &...on) { return index.push_slice(lon, std::vector<double>(3), on...); }));
    CHECK(index.rows() == 8);
    index.build(ec);
    CHECK(!ec && index.size() == 6);
    CHECK(index.push_slice_deg(std::vector<double>{1}, std::vector<double>{95}, ec) == 8 && ec == Status::latitude);
    CHECK(index.rows() == 9 && index.is_built() && index.cell_keys().size() == 6);

    const PointIndex partial = PointIndex::from_slices_deg(lon, bad_lat, ec);
    CHECK(ec == Status::latitude && partial.size() == 3 && partial.rows() == 4 && partial.is_built());
    CHECK(throws(Status::latitude, [&] { PointIndex::from_slices_deg(lon, bad_lat); }));
    CHECK(!PointIndex::from_slices(lon, std::vector<double>(3), ec).size() && ec == Status::length);
    CHECK(PointIndex::with_capacity(100).is_empty() && PointIndex::create(ec).is_empty());
    const std::vector<double> rad{0.1, 0.2};
    CHECK(PointIndex::from_slices(rad, rad, ec).size() == 2 && !ec);
}

static void questions()
{
    std::error_code ec;
    const PointIndex index = PointIndex::from_slices_deg(lon, lat);
    const Matches nearest = index.nearest_deg(10.1, 20, 2);
    CHECK(nearest.size() == 2 && nearest[0].row == 0 && nearest[1].row == 3
          && nearest[0].distance < nearest[1].distance);
    CHECK(std::abs(nearest[0].distance - sphere::distance_deg(10.1, 20, 10, 20) / 57.29577951308232) < 1e-14);
    std::vector<std::uint32_t> rows;
    for (const Match &match : index.within_deg(10, 20, 1.5))
        rows.push_back(match.row);
    CHECK(rows == std::vector<std::uint32_t>({0, 3, 1}));
    CHECK(index.nearest(0.17, 0.35, 9, ec).size() == 4 && index.within(3.49, -0.7, 0.1, ec)[0].row == 2);
    CHECK(fails(Status::latitude, [&](auto &...on) { return index.nearest_deg(0, 91, 1, on...); }));
    CHECK(fails(Status::radius, [&](auto &...on) { return index.within(0, 0, -1, on...); }));
    CHECK(fails(Status::radius, [&](auto &...on) { return index.within_deg(0, 0, 181, on...); }));

    const Rows inside = index.region(Region::cone_deg(10, 20, 2));
    CHECK(std::vector<std::uint32_t>(inside.begin(), inside.end()) == std::vector<std::uint32_t>({0, 1, 3}));
    CHECK(index.region(Region::empty(), ec).empty() && !ec);

    const PointIndex other = PointIndex::from_slices_deg(std::vector<double>{10.01, 11}, std::vector<double>{20, 20});
    const Pairs best = index.cross_match(other, 0.01, CrossMatch::best);
    CHECK(best.size() == 2 && best[0].left == 0 && best[0].right == 0 && best[1].left == 1 && best[1].right == 1);
    CHECK(index.cross_match(other, 0.1, CrossMatch::all, ec).size() == 6);
    CHECK(fails(Status::radius, [&](auto &...on) { return index.cross_match(other, 4, CrossMatch::best, on...); }));
}

static void many()
{
    std::error_code ec;
    const PointIndex index = PointIndex::from_slices_deg(lon, lat);
    const std::vector<double> at_lon{10.1, 100, 200}, at_lat{20, 0, -41}, radius{1, 0.5, 180};
    const MatchLists nearest = index.nearest_many_deg(at_lon, at_lat, 2);
    CHECK(nearest.size() == 3 && !nearest.empty() && nearest.offsets().size() == 4 && nearest.matches().size() == 6);
    const MatchLists within = index.within_many_deg(at_lon, at_lat, radius, ec);
    CHECK(!ec && within.size() == 3 && within[0].size() == 3 && within[1].empty() && within[2].size() == 4);
    for (std::size_t k = 0; k < 3; k++) {
        const auto same = [](const Match &a, const Match &b) { return a.row == b.row && a.distance == b.distance; };
        const Matches near = index.nearest_deg(at_lon[k], at_lat[k], 2);
        CHECK(std::equal(near.begin(), near.end(), nearest[k].begin(), nearest[k].end(), same));
        const Matches in = index.within_deg(at_lon[k], at_lat[k], radius[k]);
        CHECK(std::equal(in.begin(), in.end(), within[k].begin(), within[k].end(), same));
    }
    const std::vector<double> rad{0.17, 3.49}, rad_lat{0.35, -0.7}, none;
    const MatchLists one = index.nearest_many(rad, rad_lat, 1), some = index.within_many(rad, rad_lat, rad_lat, ec);
    CHECK(one.size() == 2 && one[1].size() == 1 && one[1][0].row == 2);
    CHECK(!some && ec == Status::radius);
    const MatchLists near = index.within_many(rad, rad_lat, std::vector<double>{0.1, 0.1});
    CHECK(near.size() == 2 && near.matches().size() == 4 && near[1][0].row == 2);
    const MatchLists nothing = index.nearest_many(none, none, 1, ec);
    CHECK(!ec && nothing.empty() && nothing.offsets().size() == 1 && nothing.matches().empty());

    CHECK(fails(Status::latitude, [&](auto &...on) { return index.nearest_many(at_lon, at_lat, 1, on...); }));
    CHECK(fails(Status::radius, [&](auto &...on) { return index.within_many_deg(at_lon, at_lat, at_lat, on...); }));
    CHECK(fails(Status::length, [&](auto &...on) { return index.nearest_many_deg(at_lon, rad, 1, on...); }));
    CHECK(fails(Status::length, [&](auto &...on) { return index.within_many(rad, rad, radius, on...); }));
    CHECK(fails(Status::null, [&](auto &...on) { return PointIndex().nearest_many(none, none, 1, on...); }));
}

static void views()
{
    std::error_code ec;
    PointIndex index = PointIndex::from_slices_deg(lon, lat);
    const auto keys = index.cell_keys();
    CHECK(keys.size() == 4 && std::is_sorted(keys.begin(), keys.end()) && index.cell_keys(ec).data() == keys.data());
    CHECK(index.row_numbers().size() == 4 && index.lons(ec).size() == 4 && index.lats().size() == 4);
    for (std::size_t k = 0; k < 4; k++) {
        CHECK(keys[k] == nested::hash(Depth(29), index.lons()[k], index.lats()[k]));
        CHECK(std::abs(index.lons()[k] - lon[index.row_numbers()[k]] / 57.29577951308232) < 1e-15);
    }
    const std::uint64_t cell = nested::hash_deg(Depth(3), 10, 20);
    const auto rows = index.rows_in_cell(Depth(3), cell);
    CHECK(std::count(rows.begin(), rows.end(), 0u) == 1 && index.rows_in_cell(Depth(3), 0, ec).empty() && !ec);
    CHECK(fails(Status::cell, [&](auto &...on) { return index.rows_in_cell(Depth(3), invalid_cell, on...); }));

    std::uint64_t n = 0;
    for (const CellCount &at : index.occupied(Depth(5)))
        n += at.count;
    CHECK(n == 4);
    Occupied occupied = index.occupied(Depth(29), ec);
    CHECK(occupied.next().has_value());
    index.push_deg(1, 1);
    CHECK(fails(Status::not_built, [&](auto &...on) { return occupied.next(on...); }));
    CHECK(throws(Status::not_built, [&] { occupied.begin(); }));
    CHECK(fails(Status::not_built, [&](auto &...on) { return index.occupied(Depth(1), on...); }));
    CHECK(fails(Status::not_built, [&](auto &...on) { return index.lats(on...); }));
    CHECK(fails(Status::not_built, [&](auto &...on) { return index.lons(on...); }));
    CHECK(fails(Status::not_built, [&](auto &...on) { return index.row_numbers(on...); }));
    index.build();
    CHECK(occupied.next(ec).has_value() && !ec);
}

int main()
{
    building();
    questions();
    many();
    views();
    return finish("point_index");
}
