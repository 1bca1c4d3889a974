// The ring scheme: every function in all its forms against the C function; known values; errors.
#include "forms.hpp"

#include <algorithm>

using namespace healpix;
using forms::Cells;
using forms::Doubles;

static const Nside nside(77);

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
    const Cells cells = FORMS(ring, hash, nside, lon, lat);
    FORMS(ring, hash_deg, nside, lon_deg, lat_deg);
    const auto narrow = FORMS(ring, hash_u32, nside, lon, lat);
    CHECK(Cells(narrow.begin(), narrow.end()) == cells);
    FORMS(ring, hash_deg_u32, nside, lon_deg, lat_deg);
    FORMS(ring, center_u32, nside, narrow);
    FORMS(ring, center_deg_u32, nside, narrow);
    CHECK(fails(Status::nside, [](auto &...on) { return ring::hash_u32(Nside(18919), 0.0, 0.0, on...); }));
    const auto vectors = sphere::to_vec(lon, lat);
    FORMS(ring, hash_vec, nside, vectors.x, vectors.y, vectors.z);
    const auto offsets = FORMS(ring, hash_with_offsets, nside, lon, lat);
    CHECK(offsets.cell == cells);
    FORMS(ring, hash_with_offsets_deg, nside, lon_deg, lat_deg);
    const auto back = FORMS(ring, position, nside, offsets.cell, offsets.dx, offsets.dy);
    CHECK(sphere::distance(back.lon[5], back.lat[5], lon[5], lat[5]) < 1e-12);
    FORMS(ring, position_deg, nside, offsets.cell, offsets.dx, offsets.dy);
    FORMS(ring, center, nside, cells);
    FORMS(ring, center_deg, nside, cells);
    FORMS(ring, center_vec, nside, cells);
    CHECK(FORMS(ring, vertices, nside, cells).lon.size() == 4 * cells.size());
    FORMS(ring, vertices_deg, nside, cells);
    FORMS(ring, interpolate_rings, nside, lon, lat);
    FORMS(ring, interpolate_rings_deg, nside, lon_deg, lat_deg);
    FORMS(ring, interpolate_bilinear, nside, lon, lat);
    FORMS(ring, interpolate_bilinear_deg, nside, lon_deg, lat_deg);
    const auto [weights_cell, weights] = ring::interpolate_bilinear(nside, lon[7], lat[7]);
    CHECK(std::abs(weights[0] + weights[1] + weights[2] + weights[3] - 1) < 1e-12 && weights_cell.size() == 4);
}

static void cells()
{
    Cells cells;
    for (std::uint64_t cell = 0; cell < nside.n_cells(); cell += 997)
        cells.push_back(cell);
    CHECK(FORMS(ring, neighbors, nside, cells).size() == 8 * cells.size());
    const auto northern = forms::agree(
        "ring::neighbor", [](auto &&...rest) { return ring::neighbor(nside, Direction::n, rest...); },
        [](auto... rest) { return healpix_ring_neighbor(nside.value(), HEALPIX_DIRECTION_N, rest...); }, cells);
    CHECK(northern[3] == ring::neighbors(nside, cells[3])[7]);
    const auto places = FORMS(ring, to_face_ij, nside, cells);
    CHECK(FORMS(ring, from_face_ij, nside, places.face, places.i, places.j) == cells);
}

static void neighbor_iterators()
{
    std::error_code ec;
    for (const std::uint64_t cell : {std::uint64_t(0), ring::hash_deg(nside, 100.0, 20.0)}) {
        const auto all = ring::neighbors(nside, cell);
        std::size_t n = 0;
        for (const Neighbor &neighbor : ring::neighbor_iter(nside, cell)) {
            CHECK(all[static_cast<std::size_t>(neighbor.direction)] == neighbor.cell);
            n++;
        }
        CHECK(n == static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](auto c) {
                  return c != invalid_cell;
              })));
        CHECK(ring::neighbor_iter(nside, cell, ec).next(ec)->cell == all[0] && !ec);
    }
    CHECK(fails(Status::cell, [](auto &...on) { return ring::neighbor_iter(nside, invalid_cell, on...); }));
}

static void lists()
{
    std::error_code ec;
    const std::uint64_t cell = ring::hash_deg(nside, 100.0, 20.0);
    const Cells disc = ring::neighbor_disc(nside, cell, 9), circle = ring::neighbor_ring(nside, cell, 9);
    CHECK(disc.size() == 19 * 19 && circle.size() == 19 * 19 - 17 * 17);
    Cells room(disc.size()), little(5, 42);
    CHECK(ring::neighbor_disc(nside, cell, 9, room) == disc.size() && room == disc);
    CHECK(ring::neighbor_disc(nside, cell, 9, little, ec) == disc.size() && ec == Status::buffer);
    CHECK(little == Cells(5, 42));
    CHECK(throws(Status::buffer, [&] { ring::neighbor_ring(nside, cell, 9, little); }));
    CHECK(ring::neighbor_ring(nside, cell, 0) == Cells{cell});
    CHECK(fails(Status::steps, [&](auto &...on) { ring::neighbor_ring(nside, cell, 5000, on...); }));
    CHECK(fails(Status::cell, [&](auto &...on) { ring::neighbor_disc(nside, invalid_cell, 1, on...); }));

    const auto edge = ring::path_along_edge(nside, cell, 3);
    CHECK(edge.lon.size() == 12 && edge.lat.size() == 12);
    CHECK(sphere::distance(edge.lon[0], edge.lat[0], ring::vertices(nside, cell).lon[0],
                           ring::vertices(nside, cell).lat[0])
          < 1e-13);
    const auto points = ring::grid(nside, cell, 5);
    CHECK(points.lon.size() == 25 && ring::hash(nside, points.lon, points.lat) == Cells(25, cell));
    Doubles lon(25), lat(25), few(3);
    CHECK(ring::grid(nside, cell, 5, lon, lat) == 25 && lon == points.lon && lat == points.lat);
    CHECK(ring::path_along_edge(nside, cell, 3, few, few, ec) == 0 && ec == Status::overlap);
    CHECK(throws(Status::length, [&] { ring::grid(nside, cell, 5, lon, few); }));
    CHECK(fails(Status::steps, [&](auto &...on) { ring::grid(nside, cell, 0, on...); }));
    CHECK(fails(Status::steps, [&](auto &...on) { ring::path_along_edge(nside, cell, 0, on...); }));
}

static void errors()
{
    std::error_code ec;
    const Nside bad(0, ec);
    CHECK(fails(Status::nside, [&](auto &...on) { return ring::hash(bad, 0.0, 0.0, on...); }));
    CHECK(fails(Status::longitude, [](auto &...on) { return ring::hash(nside, NAN, 0.0, on...); }));
    CHECK(fails(Status::vector, [](auto &...on) { return ring::hash_vec(nside, 0.0, 0.0, 0.0, on...); }));
    CHECK(fails(Status::cell, [](auto &...on) { return ring::center(nside, invalid_cell, on...); }));
    CHECK(fails(Status::offset, [](auto &...on) { return ring::position(nside, 0, 1.5, 0.0, on...); }));
    CHECK(fails(Status::face, [](auto &...on) { return ring::from_face_ij(nside, 12, 0, 0, on...); }));
    const auto [lon, lat] = ring::center(nside, invalid_cell, ec);
    CHECK(std::isnan(lon) && std::isnan(lat));
    const auto [face, i, j] = ring::to_face_ij(nside, invalid_cell, ec);
    CHECK(face == invalid_u8 && i == invalid_u32 && j == invalid_u32);
    CHECK(ring::neighbors(nside, invalid_cell, ec)[3] == invalid_cell);
    CHECK(std::isnan(ring::vertices(nside, invalid_cell, ec).lat[3]));
    // With no valid resolution nothing is written by C; vectors have their length and sentinels all the same.
    CHECK(ring::neighbors(bad, Cells{1, 2}, ec) == Cells(16, invalid_cell) && ec == Status::nside);
}

static void rings()
{
    const Nside nside(64);
    Cells cells;
    for (std::uint64_t cell = 0; cell < nside.n_cells(); cell += 97)
        cells.push_back(cell);
    const Cells nested = FORMS(ring, to_nested, nside, cells);
    CHECK(nested::to_ring(grid::depth(nside), nested) == cells);
    Cells in_place = cells;
    ring::to_nested(nside, in_place, in_place);
    CHECK(in_place == nested);
    CHECK(fails(Status::nside, [](auto &...on) { return ring::to_nested(Nside(77), 0, on...); }));

    const std::vector<std::uint32_t> numbers = FORMS(ring, ring_of, nside, cells);
    CHECK(numbers.front() == 1 && ring::ring_of(nside, 0) == 1 && ring::ring_of(nside, 4) == 2);
    const RingInfo info = ring::info(nside, numbers[100]);
    CHECK(info.first <= cells[100] && cells[100] < info.first + info.count);
    CHECK(fails(Status::ring, [&](auto &...on) { return ring::info(nside, 0, on...); }));
    CHECK(fails(Status::cell, [&](auto &...on) { return ring::ring_of(nside, invalid_cell, on...); }));
}

int main()
{
    CHECK(ring::hash_deg(Nside(1), 45.0, 89.0) == 0);
    points();
    cells();
    neighbor_iterators();
    lists();
    errors();
    rings();
    return finish("ring");
}
