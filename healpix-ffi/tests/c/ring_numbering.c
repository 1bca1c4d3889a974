// What only the ring scheme has: any nside, rings, and the way to the nested scheme.
#include "check.h"

#define NONE HEALPIX_INVALID_CELL

static void to_nested(void)
{
    uint64_t cells[] = {0, 48, 20, 47}, out[4];
    STATUS(healpix_ring_to_nested(2, cells, 4, out), HEALPIX_ERR_CELL);
    CELLS(out, 3, NONE, 17, 44);
    STATUS(healpix_ring_to_nested(2, cells, 4, cells), HEALPIX_ERR_CELL);
    CELLS(cells, 3, NONE, 17, 44);
    // There is no nested scheme for other nsides.
    out[0] = 77;
    STATUS(healpix_ring_to_nested(3, cells, 4, out), HEALPIX_ERR_NSIDE);
    STATUS(healpix_ring_to_nested_one(3, 0, out), HEALPIX_ERR_NSIDE);
    EQUAL(out[0], 77);
}

static void rings(void)
{
    const uint64_t cells[] = {0, 3, 4, 12, 59, 60, 107, 108};
    uint32_t out[8];
    STATUS(healpix_ring_ring_of(3, cells, 8, out), HEALPIX_ERR_CELL);
    // Rings of nside 3 have 4, 8, 12, 12, 12, 12, 12, 12, 12, 8, 4 cells.
    const uint32_t want[] = {1, 1, 2, 3, 6, 7, 11, HEALPIX_INVALID_U32};
    for (size_t k = 0; k < 8; k++)
        EQUAL(out[k], want[k]);

    healpix_ring info = {0};
    OK(healpix_ring_info(3, 1, &info));
    EQUAL(info.ring, 1), EQUAL(info.count, 4), EQUAL(info.first, 0), EQUAL(info.shifted, 1);
    NEAR(info.z, 1 - 1.0 / 27), NEAR(sin(info.lat), info.z);
    OK(healpix_ring_info(3, 6, &info));
    EQUAL(info.ring, 6), EQUAL(info.count, 12), EQUAL(info.first, 48), NEAR(info.z, 0), NEAR(info.lat, 0);
    EQUAL(info.shifted, 0);
    OK(healpix_ring_info(3, 11, &info));
    EQUAL(info.count, 4), EQUAL(info.first, 104), NEAR(info.z, -1 + 1.0 / 27), EQUAL(info.shifted, 1);
    STATUS(healpix_ring_info(3, 0, &info), HEALPIX_ERR_RING);
    STATUS(healpix_ring_info(3, 12, &info), HEALPIX_ERR_RING);
    STATUS(healpix_ring_info(0, 1, &info), HEALPIX_ERR_NSIDE);
    STATUS(healpix_ring_info(3, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_ring_info(3, 1, (healpix_ring *)(void *)((char *)&info + 4)), HEALPIX_ERR_ALIGN);
    EQUAL(info.ring, 11);
}

static void any_nside(void)
{
    // Every center is in its own cell, whatever the nside.
    const uint32_t nsides[] = {1, 3, 5, 8};
    for (size_t k = 0; k < 4; k++) {
        const uint64_t n = 12 * (uint64_t)nsides[k] * nsides[k];
        for (uint64_t cell = 0; cell < n; cell++) {
            double lon, lat;
            uint64_t found = NONE;
            OK(healpix_ring_center_one(nsides[k], cell, &lon, &lat));
            OK(healpix_ring_hash_one(nsides[k], lon, lat, &found));
            EQUAL(found, cell);
        }
    }
    double lon, lat;
    OK(healpix_ring_center_deg_one(3, 0, &lon, &lat));
    NEAR(lon, 45), NEAR(sin(lat * PI / 180), 26.0 / 27);
}

int main(void)
{
    to_nested();
    rings();
    any_nside();
    return finish();
}
