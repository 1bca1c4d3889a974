// Wrong arguments of the other element-wise functions of healpix_nested_: a status each, nothing written.
#include "misuse.h"

static void cells(void)
{
    // healpix_nested_neighbor
    TAKES(healpix_nested_neighbor(1, 4, NULL, 0, NULL));
    REFUSES(healpix_nested_neighbor(30, 4, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_neighbor(255, 4, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_neighbor(1, 8, u1, N, u2), HEALPIX_ERR_DIRECTION);
    REFUSES(healpix_nested_neighbor(1, UINT32_MAX, u1, N, u2), HEALPIX_ERR_DIRECTION);
    REFUSES(healpix_nested_neighbor(1, 4, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_neighbor(1, 4, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_neighbor(1, 4, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_neighbor(1, 4, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_neighbor(1, 4, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_neighbor(1, 4, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_neighbor(1, 4, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_neighbors
    TAKES(healpix_nested_neighbors(1, NULL, 0, NULL));
    REFUSES(healpix_nested_neighbors(30, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_neighbors(255, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_neighbors(1, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_neighbors(1, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_neighbors(1, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_neighbors(1, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_neighbors(1, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_neighbors(1, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_neighbors(1, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_to_face_ij
    TAKES(healpix_nested_to_face_ij(1, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_nested_to_face_ij(30, u1, N, b1, w1, w2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_to_face_ij(255, u1, N, b1, w1, w2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_to_face_ij(1, NULL, N, b1, w1, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, NULL, w1, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, b1, NULL, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, b1, w1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_face_ij(1, odd_u, N, b1, w1, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, b1, odd_w, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, b1, w1, odd_w), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_face_ij(1, u1, SIZE_MAX, b1, w1, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_to_face_ij(1, u1, SIZE_MAX / 8, b1, w1, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, (uint8_t *)(void *)u1, w1, w2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, b1, (uint32_t *)(void *)u1, w2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, b1, w1, (uint32_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_to_face_ij(1, u1, N, b1, w1, (uint32_t *)(void *)(w1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_from_face_ij
    TAKES(healpix_nested_from_face_ij(1, NULL, NULL, NULL, 0, NULL));
    REFUSES(healpix_nested_from_face_ij(30, b1, w1, w2, N, u1), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_from_face_ij(255, b1, w1, w2, N, u1), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_from_face_ij(1, NULL, w1, w2, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_face_ij(1, b1, NULL, w2, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_face_ij(1, b1, w1, NULL, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_face_ij(1, b1, w1, w2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_face_ij(1, b1, odd_w, w2, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_from_face_ij(1, b1, w1, odd_w, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_from_face_ij(1, b1, w1, w2, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_from_face_ij(1, b1, w1, w2, SIZE_MAX, u1), HEALPIX_ERR_LENGTH);
}

static void interpolation(void)
{
    // healpix_nested_interpolate_rings
    TAKES(healpix_nested_interpolate_rings(1, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_interpolate_rings(30, d1, d2, N, u1, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_interpolate_rings(255, d1, d2, N, u1, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_interpolate_rings(1, NULL, d2, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_rings(1, d1, NULL, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, N, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, N, u1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_rings(1, odd_d, d2, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_rings(1, d1, odd_d, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, N, odd_u, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, N, u1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, SIZE_MAX, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, SIZE_MAX / 8, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, N, (uint64_t *)(void *)d1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, N, u1, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_interpolate_rings(1, d1, d2, N, u1, (double *)(void *)(u1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_interpolate_rings_deg
    TAKES(healpix_nested_interpolate_rings_deg(1, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_interpolate_rings_deg(30, d1, d2, N, u1, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_interpolate_rings_deg(255, d1, d2, N, u1, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_interpolate_rings_deg(1, NULL, d2, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, NULL, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, N, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, N, u1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_rings_deg(1, odd_d, d2, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, odd_d, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, N, odd_u, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, N, u1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, SIZE_MAX, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, SIZE_MAX / 8, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, N, (uint64_t *)(void *)d1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, N, u1, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_interpolate_rings_deg(1, d1, d2, N, u1, (double *)(void *)(u1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_interpolate_bilinear
    TAKES(healpix_nested_interpolate_bilinear(1, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_interpolate_bilinear(30, d1, d2, N, u1, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_interpolate_bilinear(255, d1, d2, N, u1, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_interpolate_bilinear(1, NULL, d2, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, NULL, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, N, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, N, u1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_bilinear(1, odd_d, d2, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, odd_d, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, N, odd_u, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, N, u1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, SIZE_MAX, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, SIZE_MAX / 8, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, N, (uint64_t *)(void *)d1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, N, u1, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_interpolate_bilinear(1, d1, d2, N, u1, (double *)(void *)(u1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_interpolate_bilinear_deg
    TAKES(healpix_nested_interpolate_bilinear_deg(1, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_interpolate_bilinear_deg(30, d1, d2, N, u1, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_interpolate_bilinear_deg(255, d1, d2, N, u1, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, NULL, d2, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, NULL, N, u1, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, N, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, N, u1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, odd_d, d2, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, odd_d, N, u1, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, N, odd_u, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, N, u1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, SIZE_MAX, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, SIZE_MAX / 8, u1, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, N, (uint64_t *)(void *)d1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, N, u1, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_interpolate_bilinear_deg(1, d1, d2, N, u1, (double *)(void *)(u1 + 1)), HEALPIX_ERR_OVERLAP);
}

static void numbering(void)
{
    // healpix_nested_to_ring
    TAKES(healpix_nested_to_ring(1, NULL, 0, NULL));
    REFUSES(healpix_nested_to_ring(30, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_to_ring(255, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_to_ring(1, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_ring(1, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_ring(1, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_ring(1, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_ring(1, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_to_ring(1, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_to_ring(1, u1, N, u1 + 1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_parent
    TAKES(healpix_nested_parent(1, NULL, 0, NULL));
    REFUSES(healpix_nested_parent(30, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_parent(255, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_parent(1, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_parent(1, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_parent(1, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_parent(1, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_parent(1, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_parent(1, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_parent(1, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_ancestor
    TAKES(healpix_nested_ancestor(1, 0, NULL, 0, NULL));
    REFUSES(healpix_nested_ancestor(30, 0, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_ancestor(255, 0, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_ancestor(1, 2, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_ancestor(1, 30, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_ancestor(1, 0, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_ancestor(1, 0, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_ancestor(1, 0, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_ancestor(1, 0, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_ancestor(1, 0, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_ancestor(1, 0, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_ancestor(1, 0, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_children
    TAKES(healpix_nested_children(1, NULL, 0, NULL));
    REFUSES(healpix_nested_children(30, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_children(255, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_children(1, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_children(1, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_children(1, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_children(1, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_children(1, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_children(1, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_children(1, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_siblings
    TAKES(healpix_nested_siblings(1, NULL, 0, NULL));
    REFUSES(healpix_nested_siblings(30, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_siblings(255, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_siblings(1, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_siblings(1, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_siblings(1, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_siblings(1, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_siblings(1, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_siblings(1, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_siblings(1, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_range
    TAKES(healpix_nested_range(1, 2, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_range(30, 2, u1, N, u2, u3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_range(255, 2, u1, N, u2, u3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_range(1, 0, u1, N, u2, u3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_range(1, 30, u1, N, u2, u3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_range(1, 2, NULL, N, u2, u3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_range(1, 2, u1, N, NULL, u3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_range(1, 2, u1, N, u2, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_range(1, 2, odd_u, N, u2, u3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_range(1, 2, u1, N, odd_u, u3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_range(1, 2, u1, N, u2, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_range(1, 2, u1, SIZE_MAX, u2, u3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_range(1, 2, u1, SIZE_MAX / 8, u2, u3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_range(1, 2, u1, N, (uint64_t *)(void *)u1, u3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_range(1, 2, u1, N, u2, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_range(1, 2, u1, N, u2, (uint64_t *)(void *)(u2 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_to_uniq
    TAKES(healpix_nested_to_uniq(1, NULL, 0, NULL));
    REFUSES(healpix_nested_to_uniq(30, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_to_uniq(255, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_to_uniq(1, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_uniq(1, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_uniq(1, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_uniq(1, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_uniq(1, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_to_uniq(1, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_to_uniq(1, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_from_uniq
    TAKES(healpix_nested_from_uniq(NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_from_uniq(NULL, N, b1, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_uniq(u1, N, NULL, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_uniq(u1, N, b1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_uniq(odd_u, N, b1, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_from_uniq(u1, N, b1, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_from_uniq(u1, SIZE_MAX, b1, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_from_uniq(u1, SIZE_MAX / 8, b1, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_from_uniq(u1, N, (uint8_t *)(void *)u1, u2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_from_uniq(u1, N, b1, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_to_zuniq
    TAKES(healpix_nested_to_zuniq(1, NULL, 0, NULL));
    REFUSES(healpix_nested_to_zuniq(30, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_to_zuniq(255, u1, N, u2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_to_zuniq(1, NULL, N, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_zuniq(1, u1, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_to_zuniq(1, odd_u, N, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_zuniq(1, u1, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_to_zuniq(1, u1, SIZE_MAX, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_to_zuniq(1, u1, SIZE_MAX / 8, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_to_zuniq(1, u1, N, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_from_zuniq
    TAKES(healpix_nested_from_zuniq(NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_from_zuniq(NULL, N, b1, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_zuniq(u1, N, NULL, u2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_zuniq(u1, N, b1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_from_zuniq(odd_u, N, b1, u2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_from_zuniq(u1, N, b1, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_from_zuniq(u1, SIZE_MAX, b1, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_from_zuniq(u1, SIZE_MAX / 8, b1, u2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_from_zuniq(u1, N, (uint8_t *)(void *)u1, u2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_from_zuniq(u1, N, b1, (uint64_t *)(void *)u1), HEALPIX_ERR_OVERLAP);
}

int main(void)
{
    prepare();
    cells();
    interpolation();
    numbering();
    return finish();
}
