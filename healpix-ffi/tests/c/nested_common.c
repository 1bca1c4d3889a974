// The functions that both schemes have, healpix_nested_ at resolution 0, where the cells are the 12 base cells.
#include "check.h"

#define NONE HEALPIX_INVALID_CELL
// asin(2/3) in radians and degrees: the latitude of the centers of base cells 0 to 3.
#define CAP 0.72972765622696636
#define CAP_DEG 41.810314895778598

static void hashes(void)
{
    // Middles of base cells 0, 4 and 10; the second position is bad.
    const double lon[] = {PI / 4, 1.0, 0.0, 5 * PI / 4}, lat[] = {1.0, 1.6, 0.0, -1.0};
    uint64_t cells[4] = {99, 99, 99, 99};
    STATUS(healpix_nested_hash(0, lon, lat, 4, cells), HEALPIX_ERR_LATITUDE);
    CELLS(cells, 0, NONE, 4, 10);
    CHECK(message_has("1 of 4") && message_has("index 1"));

    // Longitudes of any size; a pole belongs to the base cell of its longitude's quadrant.
    const double lon_deg[] = {45.0, -315.0, 720.0 + 135.0, 1000.0, 225.0, NAN, 300.0}, lat_deg[] = {60, 60, 90, 0, -90, 0, 90};
    uint64_t seven[7];
    STATUS(healpix_nested_hash_deg(0, lon_deg, lat_deg, 7, seven), HEALPIX_ERR_LONGITUDE);
    // 1000 is 280 degrees beyond whole turns.
    CELLS(seven, 0, 0, 1, 7, 10, NONE, 3);

    const double x[] = {2, 0, 0, INFINITY}, y[] = {0, 0, -1, 0}, z[] = {0, 0, 0, 0};
    STATUS(healpix_nested_hash_vec(0, x, y, z, 4, cells), HEALPIX_ERR_VECTOR);
    CELLS(cells, 4, NONE, 7, NONE);
    CHECK(message_has("2 of 4") && message_has("index 1"));
}

static void offsets(void)
{
    const double lon[] = {0.0, PI / 4, 9.0}, lat[] = {0.0, 0.0, -9.0};
    uint64_t cells[3];
    double dx[3], dy[3];
    STATUS(healpix_nested_hash_with_offsets(0, lon, lat, 3, cells, dx, dy), HEALPIX_ERR_LATITUDE);
    // The middle of cell 4; the western corner of cell 5, which owns it.
    CELLS(cells, 4, 5, NONE);
    NUMBERS(dx, 0.5, 0.0, NAN);
    NUMBERS(dy, 0.5, 1.0, NAN);
    const double lon_deg[] = {0.0, 45.0, INFINITY}, lat_deg[] = {0.0, 90.0, 0.0};
    STATUS(healpix_nested_hash_with_offsets_deg(0, lon_deg, lat_deg, 3, cells, dx, dy), HEALPIX_ERR_LONGITUDE);
    CELLS(cells, 4, 0, NONE);
    NUMBERS(dx, 0.5, 1.0, NAN);
    NUMBERS(dy, 0.5, 1.0, NAN);

    const uint64_t from[] = {4, 4, 12, 4};
    const double fx[] = {0.5, 1.0, 0.5, -0.1}, fy[] = {0.5, 0.0, 0.5, 0.5};
    double plon[4], plat[4];
    STATUS(healpix_nested_position(0, from, fx, fy, 4, plon, plat), HEALPIX_ERR_CELL);
    NUMBERS(plon, 0.0, PI / 4, NAN, NAN);
    NUMBERS(plat, 0.0, 0.0, NAN, NAN);
    STATUS(healpix_nested_position_deg(0, from + 3, fx + 3, fy + 3, 1, plon + 3, plat + 3), HEALPIX_ERR_OFFSET);
    OK(healpix_nested_position_deg(0, from, fx, fy, 2, plon, plat));
    NUMBERS(plon, 0.0, 45.0);
    NUMBERS(plat, 0.0, 0.0);
}

static void centers_and_vertices(void)
{
    const uint64_t cells[] = {0, 4, 12, 10};
    double lon[16], lat[16], x[4], y[4], z[4];
    STATUS(healpix_nested_center(0, cells, 4, lon, lat), HEALPIX_ERR_CELL);
    NUMBERS(lon, PI / 4, 0.0, NAN, 5 * PI / 4);
    NUMBERS(lat, CAP, 0.0, NAN, -CAP);
    STATUS(healpix_nested_center_deg(0, cells, 4, lon, lat), HEALPIX_ERR_CELL);
    NUMBERS(lon, 45, 0.0, NAN, 225);
    NUMBERS(lat, CAP_DEG, 0.0, NAN, -CAP_DEG);
    STATUS(healpix_nested_center_vec(0, cells, 4, x, y, z), HEALPIX_ERR_CELL);
    // Length 1 and z = 2/3 leave sqrt(5/18) for x and y.
    NUMBERS(x, sqrt(5.0 / 18), 1, NAN, -sqrt(5.0 / 18));
    NUMBERS(y, sqrt(5.0 / 18), 0, NAN, -sqrt(5.0 / 18));
    NUMBERS(z, 2.0 / 3, 0, NAN, -2.0 / 3);

    STATUS(healpix_nested_vertices(0, cells, 4, lon, lat), HEALPIX_ERR_CELL);
    NUMBERS(lon, PI / 4, PI / 2, PI / 4, 0, 0, PI / 4, 0, 7 * PI / 4, NAN, NAN, NAN, NAN);
    NUMBERS(lat, 0, CAP, PI / 2, CAP, -CAP, 0, CAP, 0, NAN, NAN, NAN, NAN, -PI / 2, -CAP, 0, -CAP);
    STATUS(healpix_nested_vertices_deg(0, cells, 4, lon, lat), HEALPIX_ERR_CELL);
    NUMBERS(lon, 45, 90, 45, 0, 0, 45, 0, 315, NAN, NAN, NAN, NAN);
    NUMBERS(lat, 0, CAP_DEG, 90, CAP_DEG, -CAP_DEG, 0, CAP_DEG, 0, NAN, NAN, NAN, NAN, -90, -CAP_DEG, 0, -CAP_DEG);
}

// The same in 32 bits.
static void cells_of_32_bits(void)
{
    const double lon[] = {PI / 4, 1.0, 0.0, 5 * PI / 4}, lat[] = {1.0, 1.6, 0.0, -1.0};
    uint32_t cells[4] = {99, 99, 99, 99};
    STATUS(healpix_nested_hash_u32(0, lon, lat, 4, cells), HEALPIX_ERR_LATITUDE);
    EQUAL(cells[0], 0), EQUAL(cells[1], HEALPIX_INVALID_U32), EQUAL(cells[2], 4), EQUAL(cells[3], 10);
    CHECK(message_has("1 of 4") && message_has("index 1"));
    const double lon_deg[] = {45.0, NAN, 225.0}, lat_deg[] = {60, 0, -90};
    STATUS(healpix_nested_hash_deg_u32(0, lon_deg, lat_deg, 3, cells), HEALPIX_ERR_LONGITUDE);
    EQUAL(cells[0], 0), EQUAL(cells[1], HEALPIX_INVALID_U32), EQUAL(cells[2], 10);

    const uint32_t from[] = {0, 4, 12, 10, HEALPIX_INVALID_U32};
    double plon[5], plat[5];
    STATUS(healpix_nested_center_u32(0, from, 5, plon, plat), HEALPIX_ERR_CELL);
    NUMBERS(plon, PI / 4, 0.0, NAN, 5 * PI / 4, NAN);
    NUMBERS(plat, CAP, 0.0, NAN, -CAP, NAN);
    STATUS(healpix_nested_center_deg_u32(0, from, 5, plon, plat), HEALPIX_ERR_CELL);
    NUMBERS(plon, 45, 0.0, NAN, 225, NAN);
    NUMBERS(plat, CAP_DEG, 0.0, NAN, -CAP_DEG, NAN);

    // At the limit the numbers are those in 64 bits; beyond it there is none.
    uint64_t wide[4];
    OK(healpix_nested_hash(14, lon, lat + 2, 2, wide));
    OK(healpix_nested_hash_u32(14, lon, lat + 2, 2, cells));
    EQUAL(cells[0], wide[0]), EQUAL(cells[1], wide[1]);
    STATUS(healpix_nested_hash_u32(15, lon, lat, 4, cells), HEALPIX_ERR_DEPTH);
    CHECK(message_has("is 14"));
    EQUAL(cells[0], wide[0]);
}

static void neighbors(void)
{
    const uint64_t cells[] = {0, 12, 4, 8};
    uint64_t out[32];
    STATUS(healpix_nested_neighbors(0, cells, 4, out), HEALPIX_ERR_CELL);
    CELLS(out, 8, 5, NONE, 4, 1, NONE, 3, 2);
    CELLS(out + 8, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
    CELLS(out + 16, NONE, 8, 5, 11, 0, 7, 3, NONE);
    CELLS(out + 24, 10, 9, NONE, 11, 5, NONE, 4, 0);
    for (uint32_t direction = 0; direction < 8; direction++) {
        uint64_t one[4];
        STATUS(healpix_nested_neighbor(0, direction, cells, 4, one), HEALPIX_ERR_CELL);
        for (size_t k = 0; k < 4; k++)
            EQUAL(one[k], out[8 * k + direction]);
    }
}

static void coordinates(void)
{
    const uint64_t cells[] = {11, UINT64_MAX, 5};
    uint8_t face[3];
    uint32_t i[3], j[3];
    STATUS(healpix_nested_to_face_ij(0, cells, 3, face, i, j), HEALPIX_ERR_CELL);
    EQUAL(face[0], 11), EQUAL(face[1], HEALPIX_INVALID_U8), EQUAL(face[2], 5);
    EQUAL(i[0], 0), EQUAL(i[1], HEALPIX_INVALID_U32), EQUAL(j[0], 0), EQUAL(j[1], HEALPIX_INVALID_U32);
    const uint8_t faces[] = {7, 12, 3};
    const uint32_t is[] = {0, 0, 1}, js[] = {0, 0, 0};
    uint64_t back[3];
    STATUS(healpix_nested_from_face_ij(0, faces, is, js, 3, back), HEALPIX_ERR_FACE);
    CELLS(back, 7, NONE, NONE);
    CHECK(message_has("2 of 3"));
    // One finer: the eastern child of base cell 4.
    const uint32_t one[] = {1};
    OK(healpix_nested_from_face_ij(1, (const uint8_t[]){4}, one, is, 1, back));
    EQUAL(back[0], 17);
    OK(healpix_nested_to_face_ij(1, back, 1, face, i, j));
    EQUAL(face[0], 4), EQUAL(i[0], 1), EQUAL(j[0], 0);
}

// Weight of a cell among the four of a position.
static double weight_of(uint64_t cell, const uint64_t *cells, const double *weights)
{
    double sum = 0;
    for (int k = 0; k < 4; k++)
        sum += cells[k] == cell ? weights[k] : 0;
    return sum;
}

static void interpolation(void)
{
    // A center, a corner of four cells, and no position.
    const double lon[] = {0.0, PI / 4, NAN}, lat[] = {0.0, 0.0, 0.0};
    const double lon_deg[] = {0.0, 45.0, 0.0}, lat_deg[] = {0.0, 0.0, 91.0};
    uint64_t cells[12];
    double weights[12];
    for (int degrees = 0; degrees < 2; degrees++) {
        if (degrees)
            STATUS(healpix_nested_interpolate_rings_deg(0, lon_deg, lat_deg, 3, cells, weights), HEALPIX_ERR_LATITUDE);
        else
            STATUS(healpix_nested_interpolate_rings(0, lon, lat, 3, cells, weights), HEALPIX_ERR_LONGITUDE);
        NEAR(weight_of(4, cells, weights), 1);
        // On the ring of 4 and 5, half way.
        NEAR(weight_of(4, cells + 4, weights + 4), 0.5);
        NEAR(weight_of(5, cells + 4, weights + 4), 0.5);
        CELLS(cells + 8, NONE, NONE, NONE, NONE);
        NUMBERS(weights + 8, NAN, NAN, NAN, NAN);

        if (degrees)
            STATUS(healpix_nested_interpolate_bilinear_deg(0, lon_deg, lat_deg, 3, cells, weights), HEALPIX_ERR_LATITUDE);
        else
            STATUS(healpix_nested_interpolate_bilinear(0, lon, lat, 3, cells, weights), HEALPIX_ERR_LONGITUDE);
        NEAR(weight_of(4, cells, weights), 1);
        NEAR(weight_of(0, cells + 4, weights + 4), 0.25);
        NEAR(weight_of(4, cells + 4, weights + 4), 0.25);
        NEAR(weight_of(5, cells + 4, weights + 4), 0.25);
        NEAR(weight_of(8, cells + 4, weights + 4), 0.25);
        CELLS(cells + 8, NONE, NONE, NONE, NONE);
        NUMBERS(weights + 8, NAN, NAN, NAN, NAN);
    }
}

static void one_at_a_time(void)
{
    uint64_t cell = 77, out[8];
    OK(healpix_nested_hash_one(0, PI / 4, 1.0, &cell));
    EQUAL(cell, 0);
    OK(healpix_nested_hash_deg_one(0, 270.0, 0.0, &cell));
    EQUAL(cell, 7);
    OK(healpix_nested_hash_vec_one(0, -1.0, 0.0, 0.0, &cell));
    EQUAL(cell, 6);
    // Written only on success.
    STATUS(healpix_nested_hash_one(0, 0.0, 2.0, &cell), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_nested_hash_deg_one(0, NAN, 0.0, &cell), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_nested_hash_vec_one(0, 0.0, 0.0, 0.0, &cell), HEALPIX_ERR_VECTOR);
    STATUS(healpix_nested_hash_one(30, 0.0, 0.0, &cell), HEALPIX_ERR_DEPTH);
    EQUAL(cell, 6);
    STATUS(healpix_nested_hash_one(0, 0.0, 0.0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_nested_hash_deg_one(0, 0.0, 0.0, (uint64_t *)(void *)((char *)&cell + 1)), HEALPIX_ERR_ALIGN);
    STATUS(healpix_nested_hash_vec_one(0, 1.0, 0.0, 0.0, NULL), HEALPIX_ERR_NULL);

    double lon = 7, lat = 7, z = 7;
    OK(healpix_nested_center_one(0, 1, &lon, &lat));
    NEAR(lon, 3 * PI / 4), NEAR(lat, CAP);
    OK(healpix_nested_center_deg_one(0, 1, &lon, &lat));
    NEAR(lon, 135), NEAR(lat, CAP_DEG);
    OK(healpix_nested_center_vec_one(0, 5, &lon, &lat, &z));
    NEAR(lon, 0), NEAR(lat, 1), NEAR(z, 0);
    STATUS(healpix_nested_center_one(0, 12, &lon, &lat), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_center_deg_one(0, 12, &lon, &lat), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_center_vec_one(0, 12, &lon, &lat, &z), HEALPIX_ERR_CELL);
    NEAR(lon, 0), NEAR(lat, 1), NEAR(z, 0);
    STATUS(healpix_nested_center_one(0, 1, &lon, &lon), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_nested_center_deg_one(0, 1, NULL, &lat), HEALPIX_ERR_NULL);
    STATUS(healpix_nested_center_vec_one(0, 1, &lon, &lat, NULL), HEALPIX_ERR_NULL);

    OK(healpix_nested_neighbors_one(0, 4, out));
    CELLS(out, NONE, 8, 5, 11, 0, 7, 3, NONE);
    STATUS(healpix_nested_neighbors_one(0, 12, out), HEALPIX_ERR_CELL);
    CELLS(out, NONE, 8, 5, 11, 0, 7, 3, NONE);
    STATUS(healpix_nested_neighbors_one(0, 4, NULL), HEALPIX_ERR_NULL);

    OK(healpix_nested_to_ring_one(1, 17, &cell));
    EQUAL(cell, 20);
    STATUS(healpix_nested_to_ring_one(1, 48, &cell), HEALPIX_ERR_CELL);
    EQUAL(cell, 20);
    STATUS(healpix_nested_to_ring_one(1, 0, NULL), HEALPIX_ERR_NULL);
}

static void lists_of_positions(void)
{
    double lon[16], lat[16];
    size_t len = 99;
    OK(healpix_nested_path_along_edge(0, 4, 2, 16, lon, lat, &len));
    EQUAL(len, 8);
    NEAR(lat[0], -CAP), NEAR(lon[2], PI / 4), NEAR(lat[2], 0), NEAR(lat[4], CAP), NEAR(lon[6], 7 * PI / 4);
    // Half way from the southern to the eastern corner: y is linear there, and y = 3/4 z on the equatorial belt.
    NEAR(lon[1], PI / 8), NEAR(sin(lat[1]), -1.0 / 3);
    // k * k points, the offset to the east running fastest.
    OK(healpix_nested_grid(0, 4, 2, 16, lon, lat, &len));
    EQUAL(len, 4);
    NUMBERS(lon, 0, PI / 8, 15 * PI / 8, 0);
    NEAR(sin(lat[0]), -1.0 / 3), NEAR(lat[1], 0), NEAR(lat[2], 0), NEAR(sin(lat[3]), 1.0 / 3);

    // Too little room: the length is told, nothing else is written.
    lon[0] = lat[0] = 77;
    STATUS(healpix_nested_path_along_edge(0, 4, 2, 7, lon, lat, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 8);
    STATUS(healpix_nested_grid(0, 4, 4096, 0, NULL, NULL, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, (size_t)4096 * 4096);
    // Other errors leave the length alone, too.
    STATUS(healpix_nested_path_along_edge(0, 4, 0, 16, lon, lat, &len), HEALPIX_ERR_STEPS);
    STATUS(healpix_nested_path_along_edge(0, 4, UINT32_MAX, 16, lon, lat, &len), HEALPIX_ERR_STEPS);
    STATUS(healpix_nested_path_along_edge(0, 12, 1, 16, lon, lat, &len), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_path_along_edge(30, 1, 1, 16, lon, lat, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_path_along_edge(0, 4, 1, 16, lon, lon, &len), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_nested_path_along_edge(0, 4, 1, 16, lon, lat, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_nested_path_along_edge(0, 4, 1, SIZE_MAX, lon, lat, &len), HEALPIX_ERR_LENGTH);
    STATUS(healpix_nested_grid(0, 4, 0, 16, lon, lat, &len), HEALPIX_ERR_STEPS);
    STATUS(healpix_nested_grid(0, 4, UINT32_MAX, 16, lon, lat, &len), HEALPIX_ERR_STEPS);
    STATUS(healpix_nested_grid(0, 12, 1, 16, lon, lat, &len), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_grid(0, 4, 1, 16, NULL, lat, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_nested_grid(0, 4, 1, 16, lon, lat, (size_t *)(void *)lat), HEALPIX_ERR_OVERLAP);
    EQUAL(len, (size_t)4096 * 4096);
    NEAR(lon[0], 77), NEAR(lat[0], 77);
}

static void lists_of_neighbors(void)
{
    uint64_t out[16];
    size_t len = 99;
    OK(healpix_nested_neighbor_ring(0, 4, 1, 16, out, &len));
    EQUAL(len, 6);
    CELLS(out, 0, 3, 5, 7, 8, 11);
    OK(healpix_nested_neighbor_disc(0, 4, 1, 16, out, &len));
    EQUAL(len, 7);
    CELLS(out, 0, 3, 4, 5, 7, 8, 11);
    OK(healpix_nested_neighbor_ring(0, 4, 0, 16, out, &len));
    EQUAL(len, 1), EQUAL(out[0], 4);
    // Nothing is three steps away from a base cell; everything is at most two.
    OK(healpix_nested_neighbor_ring(0, 4, 3, 0, NULL, &len));
    EQUAL(len, 0);
    OK(healpix_nested_neighbor_disc(0, 4, 3, 12, out, &len));
    EQUAL(len, 12);
    CELLS(out, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    out[0] = 77;
    STATUS(healpix_nested_neighbor_ring(0, 4, 1, 5, out, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 6), EQUAL(out[0], 77);
    STATUS(healpix_nested_neighbor_disc(0, 4, 1, 0, NULL, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 7);
    STATUS(healpix_nested_neighbor_ring(0, 4, UINT32_MAX, 16, out, &len), HEALPIX_ERR_STEPS);
    STATUS(healpix_nested_neighbor_disc(0, 4, UINT32_MAX, 16, out, &len), HEALPIX_ERR_STEPS);
    STATUS(healpix_nested_neighbor_ring(0, 12, 1, 16, out, &len), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_neighbor_disc(0, 12, 1, 16, out, &len), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_neighbor_ring(30, 1, 1, 16, out, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_neighbor_disc(30, 1, 1, 16, out, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_neighbor_ring(0, 4, 1, 16, NULL, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_nested_neighbor_disc(0, 4, 1, 16, out, NULL), HEALPIX_ERR_NULL);
    EQUAL(len, 7), EQUAL(out[0], 77);
}

int main(void)
{
    hashes();
    offsets();
    centers_and_vertices();
    cells_of_32_bits();
    neighbors();
    coordinates();
    interpolation();
    one_at_a_time();
    lists_of_positions();
    lists_of_neighbors();
    return finish();
}
