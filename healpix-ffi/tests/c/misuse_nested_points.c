// Wrong arguments of the functions of healpix_nested_ for positions: a status each, nothing written.
#include "misuse.h"

static void points(void)
{
    // healpix_nested_hash
    TAKES(healpix_nested_hash(1, NULL, NULL, 0, NULL));
    REFUSES(healpix_nested_hash(30, d1, d2, N, u1), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash(255, d1, d2, N, u1), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash(1, NULL, d2, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash(1, d1, NULL, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash(1, d1, d2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash(1, odd_d, d2, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash(1, d1, odd_d, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash(1, d1, d2, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash(1, d1, d2, SIZE_MAX, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash(1, d1, d2, SIZE_MAX / 8, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash(1, d1, d2, N, (uint64_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_hash_deg
    TAKES(healpix_nested_hash_deg(1, NULL, NULL, 0, NULL));
    REFUSES(healpix_nested_hash_deg(30, d1, d2, N, u1), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_deg(255, d1, d2, N, u1), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_deg(1, NULL, d2, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_deg(1, d1, NULL, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_deg(1, d1, d2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_deg(1, odd_d, d2, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_deg(1, d1, odd_d, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_deg(1, d1, d2, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_deg(1, d1, d2, SIZE_MAX, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_deg(1, d1, d2, SIZE_MAX / 8, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_deg(1, d1, d2, N, (uint64_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_hash_vec
    TAKES(healpix_nested_hash_vec(1, NULL, NULL, NULL, 0, NULL));
    REFUSES(healpix_nested_hash_vec(30, d1, d2, d3, N, u1), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_vec(255, d1, d2, d3, N, u1), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_vec(1, NULL, d2, d3, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_vec(1, d1, NULL, d3, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_vec(1, d1, d2, NULL, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_vec(1, d1, d2, d3, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_vec(1, odd_d, d2, d3, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_vec(1, d1, odd_d, d3, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_vec(1, d1, d2, odd_d, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_vec(1, d1, d2, d3, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_vec(1, d1, d2, d3, SIZE_MAX, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_vec(1, d1, d2, d3, SIZE_MAX / 8, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_vec(1, d1, d2, d3, N, (uint64_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_hash_with_offsets
    TAKES(healpix_nested_hash_with_offsets(1, NULL, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_nested_hash_with_offsets(30, d1, d2, N, u1, d3, d4), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_with_offsets(255, d1, d2, N, u1, d3, d4), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_with_offsets(1, NULL, d2, N, u1, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, NULL, N, u1, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, NULL, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, u1, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, u1, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets(1, odd_d, d2, N, u1, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, odd_d, N, u1, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, odd_u, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, u1, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, u1, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, SIZE_MAX, u1, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, SIZE_MAX / 8, u1, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, (uint64_t *)(void *)d1, d3, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, u1, (double *)(void *)d1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, u1, (double *)(void *)(u1 + 1), d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, u1, d3, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_hash_with_offsets(1, d1, d2, N, u1, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_hash_with_offsets_deg
    TAKES(healpix_nested_hash_with_offsets_deg(1, NULL, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_nested_hash_with_offsets_deg(30, d1, d2, N, u1, d3, d4), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_with_offsets_deg(255, d1, d2, N, u1, d3, d4), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, NULL, d2, N, u1, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, NULL, N, u1, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, NULL, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, u1, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, u1, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, odd_d, d2, N, u1, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, odd_d, N, u1, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, odd_u, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, u1, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, u1, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, SIZE_MAX, u1, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, SIZE_MAX / 8, u1, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, (uint64_t *)(void *)d1, d3, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, u1, (double *)(void *)d1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, u1, (double *)(void *)(u1 + 1), d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, u1, d3, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_hash_with_offsets_deg(1, d1, d2, N, u1, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_position
    TAKES(healpix_nested_position(1, NULL, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_position(30, u1, d1, d2, N, d3, d4), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_position(255, u1, d1, d2, N, d3, d4), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_position(1, NULL, d1, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position(1, u1, NULL, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position(1, u1, d1, NULL, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position(1, u1, d1, d2, N, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position(1, u1, d1, d2, N, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position(1, odd_u, d1, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position(1, u1, odd_d, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position(1, u1, d1, odd_d, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position(1, u1, d1, d2, N, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position(1, u1, d1, d2, N, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position(1, u1, d1, d2, SIZE_MAX, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_position(1, u1, d1, d2, SIZE_MAX / 8, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_position(1, u1, d1, d2, N, (double *)(void *)u1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_position(1, u1, d1, d2, N, d3, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_position(1, u1, d1, d2, N, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_position_deg
    TAKES(healpix_nested_position_deg(1, NULL, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_position_deg(30, u1, d1, d2, N, d3, d4), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_position_deg(255, u1, d1, d2, N, d3, d4), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_position_deg(1, NULL, d1, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position_deg(1, u1, NULL, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position_deg(1, u1, d1, NULL, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, N, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, N, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_position_deg(1, odd_u, d1, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position_deg(1, u1, odd_d, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position_deg(1, u1, d1, odd_d, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, N, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, N, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, SIZE_MAX, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, SIZE_MAX / 8, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, N, (double *)(void *)u1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, N, d3, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_position_deg(1, u1, d1, d2, N, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_center
    TAKES(healpix_nested_center(1, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_center(30, u1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center(255, u1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center(1, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center(1, u1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center(1, u1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center(1, odd_u, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center(1, u1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center(1, u1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center(1, u1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center(1, u1, SIZE_MAX / 8, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center(1, u1, N, (double *)(void *)u1, d2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center(1, u1, N, d1, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center(1, u1, N, d1, (double *)(void *)(d1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_center_deg
    TAKES(healpix_nested_center_deg(1, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_center_deg(30, u1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_deg(255, u1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_deg(1, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_deg(1, u1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_deg(1, u1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_deg(1, odd_u, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_deg(1, u1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_deg(1, u1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_deg(1, u1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center_deg(1, u1, SIZE_MAX / 8, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center_deg(1, u1, N, (double *)(void *)u1, d2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center_deg(1, u1, N, d1, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center_deg(1, u1, N, d1, (double *)(void *)(d1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_center_vec
    TAKES(healpix_nested_center_vec(1, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_nested_center_vec(30, u1, N, d1, d2, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_vec(255, u1, N, d1, d2, d3), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_vec(1, NULL, N, d1, d2, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_vec(1, u1, N, NULL, d2, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_vec(1, u1, N, d1, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_vec(1, u1, N, d1, d2, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_vec(1, odd_u, N, d1, d2, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_vec(1, u1, N, odd_d, d2, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_vec(1, u1, N, d1, odd_d, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_vec(1, u1, N, d1, d2, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_vec(1, u1, SIZE_MAX, d1, d2, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center_vec(1, u1, SIZE_MAX / 8, d1, d2, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center_vec(1, u1, N, (double *)(void *)u1, d2, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center_vec(1, u1, N, d1, (double *)(void *)u1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center_vec(1, u1, N, d1, (double *)(void *)(d1 + 1), d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center_vec(1, u1, N, d1, d2, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center_vec(1, u1, N, d1, d2, (double *)(void *)(d2 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_vertices
    TAKES(healpix_nested_vertices(1, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_vertices(30, u1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_vertices(255, u1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_vertices(1, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_vertices(1, u1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_vertices(1, u1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_vertices(1, odd_u, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_vertices(1, u1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_vertices(1, u1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_vertices(1, u1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_vertices(1, u1, SIZE_MAX / 8, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_vertices(1, u1, N, (double *)(void *)u1, d2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_vertices(1, u1, N, d1, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_vertices(1, u1, N, d1, (double *)(void *)(d1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_nested_vertices_deg
    TAKES(healpix_nested_vertices_deg(1, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_vertices_deg(30, u1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_vertices_deg(255, u1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_vertices_deg(1, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_vertices_deg(1, u1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_vertices_deg(1, u1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_vertices_deg(1, odd_u, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_vertices_deg(1, u1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_vertices_deg(1, u1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_vertices_deg(1, u1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_vertices_deg(1, u1, SIZE_MAX / 8, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_vertices_deg(1, u1, N, (double *)(void *)u1, d2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_vertices_deg(1, u1, N, d1, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_vertices_deg(1, u1, N, d1, (double *)(void *)(d1 + 1)), HEALPIX_ERR_OVERLAP);
}

static void points_of_32_bits(void)
{
    // healpix_nested_hash_u32
    TAKES(healpix_nested_hash_u32(1, NULL, NULL, 0, NULL));
    REFUSES(healpix_nested_hash_u32(15, d1, d2, N, w2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_u32(30, d1, d2, N, w2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_u32(255, d1, d2, N, w2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_u32(1, NULL, d2, N, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_u32(1, d1, NULL, N, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_u32(1, d1, d2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_u32(1, odd_d, d2, N, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_u32(1, d1, odd_d, N, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_u32(1, d1, d2, N, odd_w), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_u32(1, d1, d2, SIZE_MAX, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_u32(1, d1, d2, SIZE_MAX / 8, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_u32(1, d1, d2, N, (uint32_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_hash_deg_u32
    TAKES(healpix_nested_hash_deg_u32(1, NULL, NULL, 0, NULL));
    REFUSES(healpix_nested_hash_deg_u32(15, d1, d2, N, w2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_deg_u32(30, d1, d2, N, w2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_deg_u32(255, d1, d2, N, w2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_hash_deg_u32(1, NULL, d2, N, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_deg_u32(1, d1, NULL, N, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_deg_u32(1, d1, d2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_hash_deg_u32(1, odd_d, d2, N, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_deg_u32(1, d1, odd_d, N, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_deg_u32(1, d1, d2, N, odd_w), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_hash_deg_u32(1, d1, d2, SIZE_MAX, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_deg_u32(1, d1, d2, SIZE_MAX / 8, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_hash_deg_u32(1, d1, d2, N, (uint32_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_nested_center_u32
    TAKES(healpix_nested_center_u32(1, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_center_u32(15, w1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_u32(30, w1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_u32(255, w1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_u32(1, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_u32(1, w1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_u32(1, w1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_u32(1, odd_w, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_u32(1, w1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_u32(1, w1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_u32(1, w1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center_u32(1, w1, SIZE_MAX / 4, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center_u32(1, w1, N, d1, d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center_u32(1, w1, N, (double *)(void *)w1, d2), HEALPIX_ERR_OVERLAP);
    // healpix_nested_center_deg_u32
    TAKES(healpix_nested_center_deg_u32(1, NULL, 0, NULL, NULL));
    REFUSES(healpix_nested_center_deg_u32(15, w1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_deg_u32(30, w1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_deg_u32(255, w1, N, d1, d2), HEALPIX_ERR_DEPTH);
    REFUSES(healpix_nested_center_deg_u32(1, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_deg_u32(1, w1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_deg_u32(1, w1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_nested_center_deg_u32(1, odd_w, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_deg_u32(1, w1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_deg_u32(1, w1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_nested_center_deg_u32(1, w1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center_deg_u32(1, w1, SIZE_MAX / 4, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_nested_center_deg_u32(1, w1, N, d1, d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_nested_center_deg_u32(1, w1, N, (double *)(void *)w1, d2), HEALPIX_ERR_OVERLAP);
}

int main(void)
{
    prepare();
    points();
    points_of_32_bits();
    return finish();
}
