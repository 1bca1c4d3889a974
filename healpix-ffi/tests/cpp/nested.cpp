// The nested scheme: every function in all its forms against the C function; known values; errors.
#include "forms.hpp"

#include <algorithm>

using namespace healpix;
using forms::Cells;
using forms::Doubles;

static const Depth depth(7);

static void points()
{
    Doubles lon, lat;
    forms::positions(lon, lat);
    const Doubles lon_deg = forms::degrees(lon), lat_deg = [&] {
        Doubles lat_deg = forms::degrees(lat);
        lat_deg[0] = 90.0;
        lat_deg[1] = -90.0;
        return lat_deg;
    }();
    const Cells cells = FORMS(nested, hash, depth, lon, lat);
    FORMS(nested, hash_deg, depth, lon_deg, lat_deg);
    const auto narrow = FORMS(nested, hash_u32, depth, lon, lat);
    CHECK(Cells(narrow.begin(), narrow.end()) == cells);
    FORMS(nested, hash_deg_u32, depth, lon_deg, lat_deg);
    FORMS(nested, center_u32, depth, narrow);
    FORMS(nested, center_deg_u32, depth, narrow);
    CHECK(fails(Status::depth, [](auto &...on) { return nested::hash_u32(Depth(15), 0.0, 0.0, on...); }));
    const auto vectors = sphere::to_vec(lon, lat);
    FORMS(nested, hash_vec, depth, vectors.x, vectors.y, vectors.z);
    const auto offsets = FORMS(nested, hash_with_offsets, depth, lon, lat);
    CHECK(offsets.cell == cells);
    FORMS(nested, hash_with_offsets_deg, depth, lon_deg, lat_deg);
    const auto back = FORMS(nested, position, depth, offsets.cell, offsets.dx, offsets.dy);
    CHECK(sphere::distance(back.lon[5], back.lat[5], lon[5], lat[5]) < 1e-12);
    FORMS(nested, position_deg, depth, offsets.cell, offsets.dx, offsets.dy);
    FORMS(nested, center, depth, cells);
    FORMS(nested, center_deg, depth, cells);
    FORMS(nested, center_vec, depth, cells);
    CHECK(FORMS(nested, vertices, depth, cells).lon.size() == 4 * cells.size());
    FORMS(nested, vertices_deg, depth, cells);
    FORMS(nested, interpolate_rings, depth, lon, lat);
    FORMS(nested, interpolate_rings_deg, depth, lon_deg, lat_deg);
    FORMS(nested, interpolate_bilinear, depth, lon, lat);
    FORMS(nested, interpolate_bilinear_deg, depth, lon_deg, lat_deg);
    const auto [weights_cell, weights] = nested::interpolate_bilinear(depth, lon[7], lat[7]);
    CHECK(std::abs(weights[0] + weights[1] + weights[2] + weights[3] - 1) < 1e-12 && weights_cell.size() == 4);
}

static void cells()
{
    Cells cells;
    for (std::uint64_t cell = 0; cell < depth.n_cells(); cell += 997)
        cells.push_back(cell);
    CHECK(FORMS(nested, neighbors, depth, cells).size() == 8 * cells.size());
    const auto northern = forms::agree(
        "nested::neighbor", [](auto &&...rest) { return nested::neighbor(depth, Direction::n, rest...); },
        [](auto... rest) { return healpix_nested_neighbor(depth.value(), HEALPIX_DIRECTION_N, rest...); }, cells);
    CHECK(northern[3] == nested::neighbors(depth, cells[3])[7]);
    const auto places = FORMS(nested, to_face_ij, depth, cells);
    CHECK(FORMS(nested, from_face_ij, depth, places.face, places.i, places.j) == cells);
}

static void neighbor_iterators()
{
    std::error_code ec;
    for (const std::uint64_t cell : {std::uint64_t(0), nested::hash_deg(depth, 100.0, 20.0)}) {
        const auto all = nested::neighbors(depth, cell);
        std::size_t n = 0;
        for (const Neighbor &neighbor : nested::neighbor_iter(depth, cell)) {
            CHECK(all[static_cast<std::size_t>(neighbor.direction)] == neighbor.cell);
            n++;
        }
        CHECK(n == static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](auto c) {
                  return c != invalid_cell;
              })));
        CHECK(nested::neighbor_iter(depth, cell, ec).next(ec)->cell == all[0] && !ec);
    }
    CHECK(fails(Status::cell, [](auto &...on) { return nested::neighbor_iter(depth, invalid_cell, on...); }));
}

static void lists()
{
    std::error_code ec;
    const std::uint64_t cell = nested::hash_deg(depth, 100.0, 20.0);
    const Cells disc = nested::neighbor_disc(depth, cell, 9), circle = nested::neighbor_ring(depth, cell, 9);
    CHECK(disc.size() == 19 * 19 && circle.size() == 19 * 19 - 17 * 17);
    Cells room(disc.size()), little(5, 42);
    CHECK(nested::neighbor_disc(depth, cell, 9, room) == disc.size() && room == disc);
    CHECK(nested::neighbor_disc(depth, cell, 9, little, ec) == disc.size() && ec == Status::buffer);
    CHECK(little == Cells(5, 42));
    CHECK(throws(Status::buffer, [&] { nested::neighbor_ring(depth, cell, 9, little); }));
    CHECK(nested::neighbor_ring(depth, cell, 0) == Cells{cell});
    CHECK(fails(Status::steps, [&](auto &...on) { nested::neighbor_ring(depth, cell, 5000, on...); }));
    CHECK(fails(Status::cell, [&](auto &...on) { nested::neighbor_disc(depth, invalid_cell, 1, on...); }));

    const auto edge = nested::path_along_edge(depth, cell, 3);
    CHECK(edge.lon.size() == 12 && edge.lat.size() == 12);
    CHECK(sphere::distance(edge.lon[0], edge.lat[0], nested::vertices(depth, cell).lon[0],
                           nested::vertices(depth, cell).lat[0])
          < 1e-13);
    const auto points = nested::grid(depth, cell, 5);
    CHECK(points.lon.size() == 25 && nested::hash(depth, points.lon, points.lat) == Cells(25, cell));
    Doubles lon(25), lat(25), few(3);
    CHECK(nested::grid(depth, cell, 5, lon, lat) == 25 && lon == points.lon && lat == points.lat);
    CHECK(nested::path_along_edge(depth, cell, 3, few, few, ec) == 0 && ec == Status::overlap);
    CHECK(throws(Status::length, [&] { nested::grid(depth, cell, 5, lon, few); }));
    CHECK(fails(Status::steps, [&](auto &...on) { nested::grid(depth, cell, 0, on...); }));
    CHECK(fails(Status::steps, [&](auto &...on) { nested::path_along_edge(depth, cell, 0, on...); }));
}

static void errors()
{
    std::error_code ec;
    const Depth bad(30, ec);
    CHECK(fails(Status::depth, [&](auto &...on) { return nested::hash(bad, 0.0, 0.0, on...); }));
    CHECK(fails(Status::longitude, [](auto &...on) { return nested::hash(depth, NAN, 0.0, on...); }));
    CHECK(fails(Status::vector, [](auto &...on) { return nested::hash_vec(depth, 0.0, 0.0, 0.0, on...); }));
    CHECK(fails(Status::cell, [](auto &...on) { return nested::center(depth, invalid_cell, on...); }));
    CHECK(fails(Status::offset, [](auto &...on) { return nested::position(depth, 0, 1.5, 0.0, on...); }));
    CHECK(fails(Status::face, [](auto &...on) { return nested::from_face_ij(depth, 12, 0, 0, on...); }));
    const auto [lon, lat] = nested::center(depth, invalid_cell, ec);
    CHECK(std::isnan(lon) && std::isnan(lat));
    const auto [face, i, j] = nested::to_face_ij(depth, invalid_cell, ec);
    CHECK(face == invalid_u8 && i == invalid_u32 && j == invalid_u32);
    CHECK(nested::neighbors(depth, invalid_cell, ec)[3] == invalid_cell);
    CHECK(std::isnan(nested::vertices(depth, invalid_cell, ec).lat[3]));
    // With no valid resolution nothing is written by C; vectors have their length and sentinels all the same.
    CHECK(nested::neighbors(bad, Cells{1, 2}, ec) == Cells(16, invalid_cell) && ec == Status::depth);
}

static void hierarchy()
{
    Cells cells;
    for (std::uint64_t cell = 0; cell < depth.n_cells(); cell += 997)
        cells.push_back(cell);
    const Cells rings = FORMS(nested, to_ring, depth, cells);
    CHECK(ring::to_nested(depth.nside(), rings) == cells);
    Cells in_place = cells;
    nested::to_ring(depth, in_place, in_place);
    CHECK(in_place == rings);
    FORMS(nested, parent, depth, cells);
    CHECK(FORMS(nested, children, depth, cells).size() == 4 * cells.size());
    FORMS(nested, siblings, depth, cells);
    const Cells uniq = FORMS(nested, to_uniq, depth, cells), zuniq = FORMS(nested, to_zuniq, depth, cells);
    CHECK(forms::agree("nested::from_uniq", nested::from_uniq, healpix_nested_from_uniq, uniq).cell == cells);
    CHECK(forms::agree("nested::from_zuniq", nested::from_zuniq, healpix_nested_from_zuniq, zuniq).cell == cells);
    const auto [at, cell] = nested::from_uniq(4 + 11);
    CHECK(at == 0 && cell == 11 && nested::from_uniq(uniq).depth[0] == depth.value());
    CHECK(nested::from_zuniq(zuniq[1]).cell == cells[1]);
    const auto ancestors = forms::agree(
        "nested::ancestor", [](auto &&...rest) { return nested::ancestor(depth, Depth(2), rest...); },
        [](auto... rest) { return healpix_nested_ancestor(depth.value(), 2, rest...); }, cells);
    CHECK(ancestors[9] == cells[9] >> 10);
    const auto bounds = forms::agree(
        "nested::range", [](auto &&...rest) { return nested::range(depth, Depth(9), rest...); },
        [](auto... rest) { return healpix_nested_range(depth.value(), 9, rest...); }, cells);
    CHECK(bounds.first[9] == cells[9] << 4 && bounds.last[9] == (cells[9] + 1) << 4);
    CHECK(nested::ancestor(depth, Depth(0), cells[9]) == cells[9] >> 14);
    CHECK(nested::parent(depth, 7) == 1 && nested::children(depth, 7)[3] == 31 && nested::siblings(depth, 7)[0] == 4);
    CHECK(fails(Status::depth, [](auto &...on) { return nested::ancestor(depth, Depth(8), 0, on...); }));
    CHECK(fails(Status::depth, [](auto &...on) { return nested::parent(Depth(0), 0, on...); }));
    CHECK(fails(Status::uniq, [](auto &...on) { return nested::from_uniq(3, on...); }));
    CHECK(fails(Status::uniq, [](auto &...on) { return nested::from_zuniq(0, on...); }));
}

static void edges()
{
    const std::uint64_t cell = 12345;
    CHECK(nested::internal_edge(depth, cell, Depth(9)).size() == 12);
    CHECK(nested::external_edge(depth, cell, Depth(9)).size() == 20);
    const auto inside = nested::internal_corners(depth, cell, Depth(9));
    CHECK(inside[0] == cell << 4 && inside[2] == (cell << 4) + 15);
    std::array<std::uint64_t, 4> outside{};
    CHECK(healpix_nested_external_corners(depth.value(), cell, 9, outside.data()) == HEALPIX_OK);
    CHECK(nested::external_corners(depth, cell, Depth(9)) == outside);
    Cells room(20);
    CHECK(nested::external_edge(depth, cell, Depth(9), room) == 20 && room.back() != 0);
    CHECK(nested::internal_edge(depth, cell, Depth(9), room) == 12);
    CHECK(fails(Status::depth, [&](auto &...on) { nested::internal_edge(depth, cell, Depth(3), on...); }));
    CHECK(fails(Status::cell, [](auto &...on) { return nested::internal_corners(depth, invalid_cell, depth, on...); }));
    CHECK(fails(Status::depth, [&](auto &...on) { return nested::external_corners(depth, cell, Depth(3), on...); }));
}

int main()
{
    CHECK(nested::hash_deg(Depth(12), 279.2347, 38.7837) == 61056746);
    points();
    cells();
    neighbor_iterators();
    lists();
    errors();
    hierarchy();
    edges();
    return finish("nested");
}
