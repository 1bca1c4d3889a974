// What only the nested scheme has: parents, children, ranges, edges, numbers that hold the depth.
#include "check.h"

#define NONE HEALPIX_INVALID_CELL
#define LAST29 (12 * ((uint64_t)1 << 58) - 1)

static void up_and_down(void)
{
    const uint64_t cells[] = {0, 47, 48, 18};
    uint64_t out[16], first[4], last[4];
    STATUS(healpix_nested_parent(1, cells, 4, out), HEALPIX_ERR_CELL);
    CELLS(out, 0, 11, NONE, 4);
    STATUS(healpix_nested_parent(0, cells, 1, out), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_ancestor(1, 0, cells, 4, out), HEALPIX_ERR_CELL);
    CELLS(out, 0, 11, NONE, 4);
    OK(healpix_nested_ancestor(29, 0, (const uint64_t[]){LAST29}, 1, out));
    EQUAL(out[0], 11);
    STATUS(healpix_nested_children(1, cells, 4, out), HEALPIX_ERR_CELL);
    CELLS(out, 0, 1, 2, 3, 188, 189, 190, 191, NONE, NONE, NONE, NONE, 72, 73, 74, 75);
    STATUS(healpix_nested_children(29, cells, 1, out), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_siblings(1, cells, 4, out), HEALPIX_ERR_CELL);
    CELLS(out, 0, 1, 2, 3, 44, 45, 46, 47, NONE, NONE, NONE, NONE, 16, 17, 18, 19);
    STATUS(healpix_nested_range(1, 3, cells, 4, first, last), HEALPIX_ERR_CELL);
    CELLS(first, 0, 752, NONE, 288);
    CELLS(last, 16, 768, NONE, 304);
    OK(healpix_nested_range(0, 29, (const uint64_t[]){11}, 1, first, last));
    EQUAL(last[0], LAST29 + 1);
}

static void numbers_with_depth(void)
{
    const uint64_t cells[] = {0, 48, 47};
    uint64_t out[3], back[3];
    uint8_t depths[3];
    STATUS(healpix_nested_to_uniq(1, cells, 3, out), HEALPIX_ERR_CELL);
    CELLS(out, 16, NONE, 63);
    OK(healpix_nested_to_uniq(29, (const uint64_t[]){LAST29}, 1, out));
    EQUAL(out[0], ((uint64_t)1 << 60) + LAST29);
    const uint64_t uniq[] = {63, 3, out[0]};
    STATUS(healpix_nested_from_uniq(uniq, 3, depths, back), HEALPIX_ERR_UNIQ);
    CELLS(back, 47, NONE, LAST29);
    EQUAL(depths[0], 1), EQUAL(depths[1], HEALPIX_INVALID_U8), EQUAL(depths[2], 29);

    STATUS(healpix_nested_to_zuniq(1, cells, 3, out), HEALPIX_ERR_CELL);
    // Two bits for each of the 28 depths left, and the one bit.
    CELLS(out, (uint64_t)1 << 56, NONE, ((uint64_t)(2 * 47 + 1)) << 56);
    const uint64_t zuniq[] = {out[2], 0, 2 * LAST29 + 1};
    STATUS(healpix_nested_from_zuniq(zuniq, 3, depths, back), HEALPIX_ERR_UNIQ);
    CELLS(back, 47, NONE, LAST29);
    EQUAL(depths[0], 1), EQUAL(depths[1], HEALPIX_INVALID_U8), EQUAL(depths[2], 29);
}

static void to_ring(void)
{
    uint64_t cells[] = {0, 1, 2, 3, 48}, out[5];
    STATUS(healpix_nested_to_ring(1, cells, 5, out), HEALPIX_ERR_CELL);
    // The northern child is on the first ring, the southern one on the equator's northern neighbor.
    CELLS(out, 13, 5, 4, 0, NONE);
    // In place.
    STATUS(healpix_nested_to_ring(1, cells, 5, cells), HEALPIX_ERR_CELL);
    CELLS(cells, 13, 5, 4, 0, NONE);
    // All cells of depth 3 and back.
    uint64_t all[768], ring[768];
    for (uint64_t k = 0; k < 768; k++)
        all[k] = k;
    OK(healpix_nested_to_ring(3, all, 768, ring));
    OK(healpix_ring_to_nested(8, ring, 768, ring));
    CHECK(memcmp(all, ring, sizeof all) == 0);
}

static void edges(void)
{
    uint64_t out[32];
    size_t len = 99;
    OK(healpix_nested_internal_edge(0, 0, 2, 32, out, &len));
    EQUAL(len, 12);
    // All of 16 but the inner 3, 6, 9 and 12.
    CELLS(out, 0, 1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 15);
    OK(healpix_nested_internal_edge(3, 7, 3, 32, out, &len));
    EQUAL(len, 1), EQUAL(out[0], 7);
    OK(healpix_nested_external_edge(0, 4, 0, 32, out, &len));
    EQUAL(len, 6);
    CELLS(out, 0, 3, 5, 7, 8, 11);
    // Two on each side and one in each of two corners.
    OK(healpix_nested_external_edge(0, 4, 1, 10, out, &len));
    EQUAL(len, 10);
    CELLS(out, 0, 2, 12, 13, 22, 29, 34, 35, 45, 47);

    out[0] = 77;
    STATUS(healpix_nested_internal_edge(0, 0, 2, 11, out, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 12);
    STATUS(healpix_nested_internal_edge(0, 0, 24, 0, NULL, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 4 * (((size_t)1 << 24) - 1));
    STATUS(healpix_nested_external_edge(0, 4, 24, 0, NULL, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 4 * ((size_t)1 << 24) + 2);
    len = 99;
    STATUS(healpix_nested_internal_edge(0, 0, 25, 0, NULL, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_external_edge(4, 4, 29, 0, NULL, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_internal_edge(2, 0, 1, 32, out, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_internal_edge(0, 0, 30, 32, out, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_internal_edge(30, 0, 30, 32, out, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_internal_edge(0, 12, 1, 32, out, &len), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_internal_edge(0, 0, 1, 32, NULL, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_nested_internal_edge(0, 0, 1, 32, out, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_nested_external_edge(2, 0, 1, 32, out, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_external_edge(0, 12, 1, 32, out, &len), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_external_edge(0, 0, 1, SIZE_MAX, out, &len), HEALPIX_ERR_LENGTH);
    STATUS(healpix_nested_external_edge(0, 0, 1, 32, out, (size_t *)(void *)out), HEALPIX_ERR_OVERLAP);
    EQUAL(len, 99), EQUAL(out[0], 77);
}

static void corners(void)
{
    uint64_t out[4] = {77, 77, 77, 77};
    OK(healpix_nested_internal_corners(0, 4, 1, out));
    CELLS(out, 16, 17, 19, 18);
    OK(healpix_nested_internal_corners(0, 11, 29, out));
    CELLS(out, 11 * ((uint64_t)1 << 58), 11 * ((uint64_t)1 << 58) + 0x155555555555555, LAST29,
          11 * ((uint64_t)1 << 58) + 0x2aaaaaaaaaaaaaa);
    // Base cell 4 has no neighbor due south and due north.
    OK(healpix_nested_external_corners(0, 4, 0, out));
    CELLS(out, NONE, 5, NONE, 7);
    OK(healpix_nested_external_corners(0, 0, 1, out));
    CELLS(out, 35, NONE, 11, NONE);
    STATUS(healpix_nested_internal_corners(1, 0, 0, out), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_internal_corners(0, 12, 1, out), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_internal_corners(0, 0, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_nested_external_corners(1, 0, 30, out), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_external_corners(0, 12, 1, out), HEALPIX_ERR_CELL);
    STATUS(healpix_nested_external_corners(0, 0, 1, (uint64_t *)(void *)((char *)out + 1)), HEALPIX_ERR_ALIGN);
    CELLS(out, 35, NONE, 11, NONE);
}

int main(void)
{
    up_and_down();
    numbers_with_depth();
    to_ring();
    edges();
    corners();
    return finish();
}
