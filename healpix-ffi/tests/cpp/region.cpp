// Regions: every shape and question against the C function, combinations, texts, errors.
#include "check.hpp"

#include <cmath>
#include <vector>

using namespace healpix;

/// What a C call made, as an object.
template <class Call, class... Args>
static Region in_c(Call call, Args... args)
{
    healpix_region *raw = nullptr;
    CHECK(call(args..., &raw) == HEALPIX_OK);
    return Region(raw);
}

/// Whether two regions are to all cells of depth 3 the same, and without an error code and with one.
static bool same_region(const Region &a, const Region &b)
{
    std::vector<std::uint64_t> cells(Depth(3).n_cells());
    for (std::size_t k = 0; k < cells.size(); k++)
        cells[k] = k;
    return a.relation(Depth(3), cells) == b.relation(Depth(3), cells);
}

static const std::vector<double> square_lon{0.1, 0.9, 0.9, 0.1}, square_lat{0.1, 0.1, 0.9, 0.9};

static void shapes()
{
    std::error_code ec;
    const std::size_t n = square_lon.size();
    const double *lon = square_lon.data(), *lat = square_lat.data();
    CHECK(same_region(Region::cone(1, 0.5, 0.3), in_c(healpix_region_cone, 1, 0.5, 0.3)));
    CHECK(same_region(Region::cone_deg(10, 50, 20, ec), in_c(healpix_region_cone_deg, 10, 50, 20)));
    CHECK(same_region(Region::annulus(1, 0.5, 0.3, 0.6, ec), in_c(healpix_region_annulus, 1, 0.5, 0.3, 0.6)));
    CHECK(same_region(Region::annulus_deg(10, 50, 20, 30), in_c(healpix_region_annulus_deg, 10, 50, 20, 30)));
    CHECK(same_region(Region::elliptical_cone(1, 0.5, 0.6, 0.3, 1),
                      in_c(healpix_region_elliptical_cone, 1, 0.5, 0.6, 0.3, 1)));
    CHECK(same_region(Region::elliptical_cone_deg(10, 50, 30, 20, 15),
                      in_c(healpix_region_elliptical_cone_deg, 10, 50, 30, 20, 15)));
    CHECK(same_region(Region::zone(1, 0.1, 2, 0.9), in_c(healpix_region_zone, 1, 0.1, 2, 0.9)));
    CHECK(same_region(Region::zone_deg(350, -20, 20, 30), in_c(healpix_region_zone_deg, 350, -20, 20, 30)));
    CHECK(same_region(Region::box(1, 0.5, 0.6, 0.3, 1), in_c(healpix_region_box, 1, 0.5, 0.6, 0.3, 1)));
    CHECK(same_region(Region::box_deg(10, 50, 30, 20, 15), in_c(healpix_region_box_deg, 10, 50, 30, 20, 15)));
    CHECK(same_region(Region::polygon(square_lon, square_lat),
                      in_c(healpix_region_polygon, lon, lat, n, HEALPIX_INTERIOR_SMALLER_AREA)));
    CHECK(same_region(Region::polygon(square_lon, square_lat, Interior::winding(), ec),
                      in_c(healpix_region_polygon, lon, lat, n, HEALPIX_INTERIOR_WINDING)));
    const std::vector<double> lon_deg{10, 60, 60, 10}, lat_deg{-20, -20, 40, 40};
    const Region polygon = Region::polygon_deg(lon_deg, lat_deg);
    CHECK(polygon.contains_deg(30, 0) && !polygon.contains_deg(70, 0));

    // A square with a hole; then the side with a control point.
    const std::vector<double> ring_lon{10, 60, 60, 10, 20, 30, 30, 20}, ring_lat{-20, -20, 40, 40, 0, 0, 10, 10};
    const std::vector<std::size_t> ends{4, 8};
    const Region with_hole = Region::polygon_rings_deg(ring_lon, ring_lat, ends);
    CHECK(with_hole.contains_deg(50, 5) && !with_hole.contains_deg(25, 5) && !with_hole.contains_deg(200, 5));
    const Region outside = Region::polygon_rings_deg(ring_lon, ring_lat, ends, Interior::contains(200, 5));
    CHECK(!outside.contains_deg(50, 5) && outside.contains_deg(25, 5) && outside.contains_deg(200, 5));
    const std::vector<std::size_t> one_end{4};
    CHECK(same_region(Region::polygon_rings(square_lon, square_lat, one_end), Region::polygon(square_lon, square_lat)));

    CHECK(same_region(Region::all_sky(), in_c(healpix_region_all_sky)));
    CHECK(same_region(Region::empty(ec), in_c(healpix_region_empty)));
    CHECK(Region::all_sky(ec).contains(0, 0) && !Region::empty().contains(0, 0));
    CHECK(Region::empty().area() == 0.0 && std::abs(Region::cone_deg(0, 0, 60).area().value() - 3.14159265358979) < 1e-13);
    CHECK(!(Region::cone_deg(0, 0, 60) | Region::cone_deg(90, 0, 60)).area().has_value());
}

static void combinations()
{
    const Region a = Region::cone_deg(10, 0, 10), b = Region::cone_deg(20, 0, 10);
    const Region both = a & b, either = a | b, only_a = a - b, not_a = ~a;
    CHECK(both.contains_deg(15, 0) && !both.contains_deg(5, 0));
    CHECK(either.contains_deg(5, 0) && either.contains_deg(25, 0) && !either.contains_deg(40, 0));
    CHECK(only_a.contains_deg(5, 0) && !only_a.contains_deg(15, 0));
    CHECK(not_a.contains_deg(40, 0) && !not_a.contains_deg(10, 0));
    std::error_code ec;
    const std::vector<const Region *> pointers{&a, &b, &a};
    CHECK(same_region(Region::union_of(pointers), either) && same_region(Region::union_of({&a, &b}, ec), either));
    CHECK(same_region(Region::intersection(pointers, ec), both) && same_region(Region::intersection({&a, &b}), both));
    CHECK(same_region(a.difference(b, ec), only_a) && same_region(a.complement(ec), not_a));
    CHECK(same_region(Region::union_of({}), Region::empty()));
    CHECK(same_region(Region::intersection({}), Region::all_sky()));
    CHECK(fails(Status::null, [&](auto &...on) { return Region::union_of({&a, nullptr}, on...); }));

    // The answers need their operands no more, and a clone not its original.
    Region clone;
    {
        Region original = Region::cone_deg(10, 0, 10);
        clone = original.clone();
        clone = original.clone(ec);
    }
    CHECK(same_region(clone, a) && !ec);
}

static void texts()
{
    std::error_code ec;
    CHECK(same_region(Region::from_stcs("Circle ICRS 10 0 10"), Region::cone_deg(10, 0, 10)));
    CHECK(Region::from_geojson(R"({"type":"Polygon","coordinates":[[[10,0],[60,0],[60,40],[10,40],[10,0]]]})")
              .contains_deg(30, 10));
    CHECK(fails(Status::syntax, [](auto &...on) { return Region::from_stcs("Circle ICRS 10 0", on...); }));
    CHECK(fails(Status::syntax, [](auto &...on) { return Region::from_geojson("{", on...); }));
    CHECK(!Region::from_stcs("\xff", ec) && ec == Status::utf8);
}

static void questions()
{
    std::error_code ec;
    const Region region = Region::cone_deg(10, 20, 5);
    const std::vector<double> lon{10, 12, 30, 10}, lat{20, 20, 20, 91};
    const std::vector<std::uint8_t> expected{1, 1, 0, 0};
    std::vector<std::uint8_t> inside(4, 7);
    CHECK(region.contains_deg(lon, lat, ec) == expected && ec == Status::latitude);
    CHECK(throws(Status::latitude, [&] { region.contains_deg(lon, lat, inside); }) && inside == expected);
    CHECK(throws(Status::length, [&] { region.contains_deg(lon, lat, span<std::uint8_t>(inside).subspan(0, 2)); }));
    const std::vector<double> lon_rad{0.174, 0.6}, lat_rad{0.349, 0.3};
    const std::vector<std::uint8_t> first{1, 0};
    inside.resize(2);
    CHECK(region.contains(lon_rad, lat_rad) == first);
    region.contains(lon_rad, lat_rad, inside, ec);
    CHECK(inside == first && !ec && region.contains(0.174, 0.349) && !region.contains(0.6, 0.3, ec));
    CHECK(fails(Status::longitude, [&](auto &...on) { return region.contains(NAN, 0.0, on...); }));
    CHECK(fails(Status::latitude, [&](auto &...on) { return region.contains_deg(0.0, 91.0, on...); }));

    const std::uint64_t center = nested::hash_deg(Depth(10), 10, 20);
    const std::vector<std::uint64_t> cells{center, invalid_cell, nested::hash_deg(Depth(10), 190, 20)};
    const std::vector<Relation> relations{Relation::full, Relation::invalid, Relation::disjoint};
    CHECK(region.relation(Depth(10), cells, ec) == relations && ec == Status::cell);
    std::vector<Relation> out(3);
    CHECK(throws(Status::cell, [&] { region.relation(Depth(10), cells, out); }) && out == relations);
    CHECK(region.relation(Depth(10), center) == Relation::full);
    CHECK(region.relation(Depth(0), center >> 20) == Relation::partial);
    CHECK(region.relation(Depth(10), invalid_cell, ec) == Relation::invalid && ec == Status::cell);
    CHECK(throws(Status::length, [&] { region.relation(Depth(10), cells, span<Relation>(out).subspan(0, 1)); }));
}

static void errors()
{
    std::error_code ec;
    const std::vector<double> two(2), three(3);
    const std::vector<std::size_t> ends{2};
    CHECK(fails(Status::radius, [](auto &...on) { return Region::cone(0, 0, 4, on...); }));
    CHECK(fails(Status::radius, [](auto &...on) { return Region::cone_deg(0, 0, 181, on...); }));
    CHECK(fails(Status::shape, [](auto &...on) { return Region::annulus(0, 0, 2, 1, on...); }));
    CHECK(fails(Status::shape, [](auto &...on) { return Region::elliptical_cone(0, 0, 0.1, 0.2, 0, on...); }));
    CHECK(fails(Status::shape, [](auto &...on) { return Region::zone_deg(0, 10, 10, 0, on...); }));
    CHECK(fails(Status::shape, [](auto &...on) { return Region::box(0, 0, 0, 1, 0, on...); }));
    CHECK(fails(Status::polygon, [&](auto &...on) { return Region::polygon(two, two, Interior::winding(), on...); }));
    CHECK(fails(Status::mode,
                [&](auto &...on) { return Region::polygon(square_lon, square_lat, Interior::contains(0, 0), on...); }));
    CHECK(fails(Status::length,
                [&](auto &...on) { return Region::polygon_deg(two, three, Interior::smaller_area(), on...); }));
    CHECK(fails(Status::length, [&](auto &...on) {
        return Region::polygon_rings(square_lon, square_lat, ends, Interior::smaller_area(), on...);
    }));
    CHECK(fails(Status::length, [&](auto &...on) {
        return Region::polygon_rings_deg(two, three, ends, Interior::smaller_area(), on...);
    }));
    CHECK(!Region::cone(0, 0, 4, ec));
}

int main()
{
    shapes();
    combinations();
    texts();
    questions();
    errors();
    return finish("region");
}
