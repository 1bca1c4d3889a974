// Wrong arguments of the other element-wise functions of healpix_ring_: a status each, nothing written.
#include "misuse.h"

static void cells(void)
{
    // healpix_ring_neighbor
    TAKES(healpix_ring_neighbor(2, 4, NULL, 0, NULL));
    REFUSES(healpix_ring_neighbor(0, 4, u1, N, u2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_neighbor(536870913, 4, u1, N, u2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_neighbor(2, 8, u1, N, u2), HEALPIX_ERR_DIRECTION);
    REFUSES(healpix_ring_neighbor(2, UINT32_MAX, u1, N, u2), HEALPIX_ERR_DIRECTION);
    REFUSES(healpix_ring_neighbor(2, 4, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_neighbor(2, 4, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_neighbor(2, 4, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_neighbor(2, 4, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_neighbor(2, 4, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_neighbor(2, 4, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_neighbor(2, 4, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_ring_neighbors
    TAKES(healpix_ring_neighbors(2, NULL, 0, NULL));
    REFUSES(healpix_ring_neighbors(0, u1, N, u2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_neighbors(536870913, u1, N, u2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_neighbors(2, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_neighbors(2, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_neighbors(2, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_neighbors(2, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_neighbors(2, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_neighbors(2, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_neighbors(2, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_ring_to_face_ij
    TAKES(healpix_ring_to_face_ij(2, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_ring_to_face_ij(0, u1, N, b1, w1, w2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_to_face_ij(536870913, u1, N, b1, w1, w2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_to_face_ij(2, NULL, N, b1, w1, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, NULL, w1, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, b1, NULL, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, b1, w1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_to_face_ij(2, odd_u, N, b1, w1, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, b1, odd_w, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, b1, w1, odd_w), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_to_face_ij(2, u1, SIZE_MAX, b1, w1, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_to_face_ij(2, u1, SIZE_MAX / 8, b1, w1, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, (uint8_t *)(void *)u1, w1, w2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, b1, (uint32_t *)(void *)u1, w2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, b1, w1, (uint32_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_to_face_ij(2, u1, N, b1, w1, (uint32_t *)(void *)(w1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_from_face_ij
    TAKES(healpix_ring_from_face_ij(2, NULL, NULL, NULL, 0, NULL));
    REFUSES(healpix_ring_from_face_ij(0, b1, w1, w2, N, u1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_from_face_ij(536870913, b1, w1, w2, N, u1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_from_face_ij(2, NULL, w1, w2, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_from_face_ij(2, b1, NULL, w2, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_from_face_ij(2, b1, w1, NULL, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_from_face_ij(2, b1, w1, w2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_from_face_ij(2, b1, odd_w, w2, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_from_face_ij(2, b1, w1, odd_w, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_from_face_ij(2, b1, w1, w2, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_from_face_ij(2, b1, w1, w2, SIZE_MAX, u1), HEALPIX_ERR_LENGTH);
}

static void interpolation(void)
{
    // healpix_ring_interpolate_rings
    TAKES(healpix_ring_interpolate_rings(2, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_interpolate_rings(0, d1, d2, N, u1, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_interpolate_rings(536870913, d1, d2, N, u1, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_interpolate_rings(2, NULL, d2, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_rings(2, d1, NULL, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, N, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, N, u1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_rings(2, odd_d, d2, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_rings(2, d1, odd_d, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, N, odd_u, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, N, u1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, SIZE_MAX, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, SIZE_MAX / 8, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, N, (uint64_t *)(void *)d1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, N, u1, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_interpolate_rings(2, d1, d2, N, u1, (double *)(void *)(u1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_interpolate_rings_deg
    TAKES(healpix_ring_interpolate_rings_deg(2, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_interpolate_rings_deg(0, d1, d2, N, u1, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_interpolate_rings_deg(536870913, d1, d2, N, u1, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_interpolate_rings_deg(2, NULL, d2, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, NULL, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, N, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, N, u1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_rings_deg(2, odd_d, d2, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, odd_d, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, N, odd_u, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, N, u1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, SIZE_MAX, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, SIZE_MAX / 8, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, N, (uint64_t *)(void *)d1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, N, u1, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_interpolate_rings_deg(2, d1, d2, N, u1, (double *)(void *)(u1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_interpolate_bilinear
    TAKES(healpix_ring_interpolate_bilinear(2, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_interpolate_bilinear(0, d1, d2, N, u1, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_interpolate_bilinear(536870913, d1, d2, N, u1, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_interpolate_bilinear(2, NULL, d2, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, NULL, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, N, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, N, u1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_bilinear(2, odd_d, d2, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, odd_d, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, N, odd_u, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, N, u1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, SIZE_MAX, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, SIZE_MAX / 8, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, N, (uint64_t *)(void *)d1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, N, u1, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_interpolate_bilinear(2, d1, d2, N, u1, (double *)(void *)(u1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_interpolate_bilinear_deg
    TAKES(healpix_ring_interpolate_bilinear_deg(2, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_interpolate_bilinear_deg(0, d1, d2, N, u1, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_interpolate_bilinear_deg(536870913, d1, d2, N, u1, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, NULL, d2, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, NULL, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, N, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, N, u1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, odd_d, d2, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, odd_d, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, N, odd_u, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, N, u1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, SIZE_MAX, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, SIZE_MAX / 8, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, N, (uint64_t *)(void *)d1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, N, u1, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_interpolate_bilinear_deg(2, d1, d2, N, u1, (double *)(void *)(u1 + 1)), HEALPIX_ERR_OVERLAP);
}

static void numbering(void)
{
    // healpix_ring_to_nested
    TAKES(healpix_ring_to_nested(2, NULL, 0, NULL));
    REFUSES(healpix_ring_to_nested(0, u1, N, u2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_to_nested(536870913, u1, N, u2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_to_nested(2, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_to_nested(2, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_to_nested(2, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_to_nested(2, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_to_nested(2, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_to_nested(2, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_to_nested(2, u1, N, u1 + 1), HEALPIX_ERR_OVERLAP);
    // healpix_ring_ring_of
    TAKES(healpix_ring_ring_of(2, NULL, 0, NULL));
    REFUSES(healpix_ring_ring_of(0, u1, N, w1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_ring_of(536870913, u1, N, w1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_ring_of(2, NULL, N, w1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_ring_of(2, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_ring_of(2, odd_u, N, w1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_ring_of(2, u1, N, odd_w), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_ring_of(2, u1, SIZE_MAX, w1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_ring_of(2, u1, SIZE_MAX / 8, w1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_ring_of(2, u1, N, (uint32_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
}

int main(void)
{
    prepare();
    cells();
    interpolation();
    numbering();
    return finish();
}
