// The table "chealpix" of docs/moving.md, put to the test: each pair of calls with the conventions that the table names
// gives the same cells, and positions that differ by no more than rounding.
#include <chealpix.h>
#include <healpix/healpix.h>

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define PI 3.14159265358979323846
#define ROUNDING 1e-14

static unsigned long n_checks = 0, n_failures = 0;

#define SAME(condition) (n_checks++, (condition) ? (void)0 : fail(#condition, __LINE__))
#define OK(call) SAME((call) == HEALPIX_OK)

static void fail(const char *condition, int line)
{
    if (n_failures++ < 20)
        printf("compare.c:%d: %s\n", line, condition);
}

// From 0 to below 1: a linear congruential generator, the same numbers on every machine.
static double uniform(void)
{
    static uint64_t state = 2026;
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (double)(state >> 11) / 9007199254740992.0;
}

// That theta and phi are lat and lon; around a pole any phi will do.
static void same_position(double theta, double phi, double lon, double lat)
{
    SAME(fabs(PI / 2 - theta - lat) <= ROUNDING);
    SAME(fabs(remainder(phi - lon, 2 * PI)) * cos(lat) <= ROUNDING);
}

static void same_vector(const double *vec, double x, double y, double z)
{
    SAME(fabs(vec[0] - x) <= ROUNDING && fabs(vec[1] - y) <= ROUNDING && fabs(vec[2] - z) <= ROUNDING);
}

static void nested(uint8_t depth, double theta, double phi, const double *vec)
{
    const int64_t nside = (int64_t)1 << depth;
    int64_t theirs, back;
    uint64_t ours, ring;
    double lon, lat, x, y, z, to[3];
    ang2pix_nest64(nside, theta, phi, &theirs);
    OK(healpix_nested_hash_one(depth, phi, PI / 2 - theta, &ours));
    SAME((uint64_t)theirs == ours);
    vec2pix_nest64(nside, vec, &theirs);
    OK(healpix_nested_hash_vec_one(depth, vec[0], vec[1], vec[2], &ours));
    SAME((uint64_t)theirs == ours);

    pix2ang_nest64(nside, theirs, &theta, &phi);
    OK(healpix_nested_center_one(depth, ours, &lon, &lat));
    same_position(theta, phi, lon, lat);
    pix2vec_nest64(nside, theirs, to);
    OK(healpix_nested_center_vec_one(depth, ours, &x, &y, &z));
    same_vector(to, x, y, z);

    nest2ring64(nside, theirs, &back);
    OK(healpix_nested_to_ring_one(depth, ours, &ring));
    SAME((uint64_t)back == ring);
    ring2nest64(nside, back, &theirs);
    OK(healpix_ring_to_nested_one((uint32_t)nside, ring, &ours));
    SAME((uint64_t)theirs == ours);
    if (nside <= 8192) {
        long small;
        ang2pix_nest((long)nside, theta, phi, &small);
        SAME((uint64_t)small == ours);
    }
}

static void ring(uint32_t nside, double theta, double phi, const double *vec)
{
    int64_t theirs;
    uint64_t ours, n_cells;
    double lon, lat, x, y, z, to[3];
    ang2pix_ring64(nside, theta, phi, &theirs);
    OK(healpix_ring_hash_one(nside, phi, PI / 2 - theta, &ours));
    SAME((uint64_t)theirs == ours);
    vec2pix_ring64(nside, vec, &theirs);
    OK(healpix_ring_hash_vec_one(nside, vec[0], vec[1], vec[2], &ours));
    SAME((uint64_t)theirs == ours);
    pix2ang_ring64(nside, theirs, &theta, &phi);
    OK(healpix_ring_center_one(nside, ours, &lon, &lat));
    same_position(theta, phi, lon, lat);
    pix2vec_ring64(nside, theirs, to);
    OK(healpix_ring_center_vec_one(nside, ours, &x, &y, &z));
    same_vector(to, x, y, z);
    OK(healpix_grid_n_cells(nside, &n_cells));
    SAME((uint64_t)nside2npix64(nside) == n_cells && npix2nside64((int64_t)n_cells) == (long)nside);
}

int main(void)
{
    for (int k = 0; k < 100000; k++) {
        // Even over the sphere; every eighth near a pole.
        const double z = 2 * uniform() - 1, phi = 2 * PI * uniform();
        const double theta = k % 8 ? acos(z) : (z < 0 ? PI : 0) + z * 1e-3;
        double vec[3], x, y, to_z, to_theta, to_phi, lon, lat;
        const double from_lat = PI / 2 - theta;
        ang2vec(theta, phi, vec);
        OK(healpix_sphere_to_vec(&phi, &from_lat, 1, &x, &y, &to_z));
        same_vector(vec, x, y, to_z);
        vec2ang(vec, &to_theta, &to_phi);
        OK(healpix_sphere_from_vec(&vec[0], &vec[1], &vec[2], 1, &lon, &lat));
        same_position(to_theta, to_phi, lon, lat);
        nested((uint8_t)(k % 21), theta, phi, vec);
        ring((uint32_t)(1 + uniform() * 1000000), theta, phi, vec);
    }
    printf("%lu comparisons with chealpix, %lu differences\n", n_checks, n_failures);
    return n_failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
