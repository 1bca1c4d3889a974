// Wrong arguments of the functions of healpix_ring_ for positions: a status each, nothing written.
#include "misuse.h"

static void points(void)
{
    // healpix_ring_hash
    TAKES(healpix_ring_hash(2, NULL, NULL, 0, NULL));
    REFUSES(healpix_ring_hash(0, d1, d2, N, u1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash(536870913, d1, d2, N, u1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash(2, NULL, d2, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash(2, d1, NULL, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash(2, d1, d2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash(2, odd_d, d2, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash(2, d1, odd_d, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash(2, d1, d2, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash(2, d1, d2, SIZE_MAX, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash(2, d1, d2, SIZE_MAX / 8, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash(2, d1, d2, N, (uint64_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_ring_hash_deg
    TAKES(healpix_ring_hash_deg(2, NULL, NULL, 0, NULL));
    REFUSES(healpix_ring_hash_deg(0, d1, d2, N, u1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_deg(536870913, d1, d2, N, u1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_deg(2, NULL, d2, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_deg(2, d1, NULL, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_deg(2, d1, d2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_deg(2, odd_d, d2, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_deg(2, d1, odd_d, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_deg(2, d1, d2, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_deg(2, d1, d2, SIZE_MAX, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_deg(2, d1, d2, SIZE_MAX / 8, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_deg(2, d1, d2, N, (uint64_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_ring_hash_vec
    TAKES(healpix_ring_hash_vec(2, NULL, NULL, NULL, 0, NULL));
    REFUSES(healpix_ring_hash_vec(0, d1, d2, d3, N, u1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_vec(536870913, d1, d2, d3, N, u1), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_vec(2, NULL, d2, d3, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_vec(2, d1, NULL, d3, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_vec(2, d1, d2, NULL, N, u1), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_vec(2, d1, d2, d3, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_vec(2, odd_d, d2, d3, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_vec(2, d1, odd_d, d3, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_vec(2, d1, d2, odd_d, N, u1), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_vec(2, d1, d2, d3, N, odd_u), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_vec(2, d1, d2, d3, SIZE_MAX, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_vec(2, d1, d2, d3, SIZE_MAX / 8, u1), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_vec(2, d1, d2, d3, N, (uint64_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_ring_hash_with_offsets
    TAKES(healpix_ring_hash_with_offsets(2, NULL, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_ring_hash_with_offsets(0, d1, d2, N, u1, d3, d4), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_with_offsets(536870913, d1, d2, N, u1, d3, d4), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_with_offsets(2, NULL, d2, N, u1, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, NULL, N, u1, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, NULL, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, u1, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, u1, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets(2, odd_d, d2, N, u1, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, odd_d, N, u1, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, odd_u, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, u1, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, u1, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, SIZE_MAX, u1, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, SIZE_MAX / 8, u1, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, (uint64_t *)(void *)d1, d3, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, u1, (double *)(void *)d1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, u1, (double *)(void *)(u1 + 1), d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, u1, d3, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_hash_with_offsets(2, d1, d2, N, u1, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_hash_with_offsets_deg
    TAKES(healpix_ring_hash_with_offsets_deg(2, NULL, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_ring_hash_with_offsets_deg(0, d1, d2, N, u1, d3, d4), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_with_offsets_deg(536870913, d1, d2, N, u1, d3, d4), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, NULL, d2, N, u1, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, NULL, N, u1, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, NULL, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, u1, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, u1, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, odd_d, d2, N, u1, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, odd_d, N, u1, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, odd_u, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, u1, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, u1, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, SIZE_MAX, u1, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, SIZE_MAX / 8, u1, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, (uint64_t *)(void *)d1, d3, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, u1, (double *)(void *)d1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, u1, (double *)(void *)(u1 + 1), d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, u1, d3, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_hash_with_offsets_deg(2, d1, d2, N, u1, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_position
    TAKES(healpix_ring_position(2, NULL, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_position(0, u1, d1, d2, N, d3, d4), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_position(536870913, u1, d1, d2, N, d3, d4), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_position(2, NULL, d1, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position(2, u1, NULL, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position(2, u1, d1, NULL, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position(2, u1, d1, d2, N, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position(2, u1, d1, d2, N, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position(2, odd_u, d1, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position(2, u1, odd_d, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position(2, u1, d1, odd_d, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position(2, u1, d1, d2, N, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position(2, u1, d1, d2, N, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position(2, u1, d1, d2, SIZE_MAX, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_position(2, u1, d1, d2, SIZE_MAX / 8, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_position(2, u1, d1, d2, N, (double *)(void *)u1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_position(2, u1, d1, d2, N, d3, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_position(2, u1, d1, d2, N, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_position_deg
    TAKES(healpix_ring_position_deg(2, NULL, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_position_deg(0, u1, d1, d2, N, d3, d4), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_position_deg(536870913, u1, d1, d2, N, d3, d4), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_position_deg(2, NULL, d1, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position_deg(2, u1, NULL, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position_deg(2, u1, d1, NULL, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, N, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, N, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_position_deg(2, odd_u, d1, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position_deg(2, u1, odd_d, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position_deg(2, u1, d1, odd_d, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, N, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, N, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, SIZE_MAX, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, SIZE_MAX / 8, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, N, (double *)(void *)u1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, N, d3, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_position_deg(2, u1, d1, d2, N, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_center
    TAKES(healpix_ring_center(2, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_center(0, u1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center(536870913, u1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center(2, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center(2, u1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center(2, u1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center(2, odd_u, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center(2, u1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center(2, u1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center(2, u1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center(2, u1, SIZE_MAX / 8, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center(2, u1, N, (double *)(void *)u1, d2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center(2, u1, N, d1, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center(2, u1, N, d1, (double *)(void *)(d1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_center_deg
    TAKES(healpix_ring_center_deg(2, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_center_deg(0, u1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_deg(536870913, u1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_deg(2, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_deg(2, u1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_deg(2, u1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_deg(2, odd_u, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_deg(2, u1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_deg(2, u1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_deg(2, u1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center_deg(2, u1, SIZE_MAX / 8, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center_deg(2, u1, N, (double *)(void *)u1, d2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center_deg(2, u1, N, d1, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center_deg(2, u1, N, d1, (double *)(void *)(d1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_center_vec
    TAKES(healpix_ring_center_vec(2, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_ring_center_vec(0, u1, N, d1, d2, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_vec(536870913, u1, N, d1, d2, d3), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_vec(2, NULL, N, d1, d2, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_vec(2, u1, N, NULL, d2, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_vec(2, u1, N, d1, NULL, d3), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_vec(2, u1, N, d1, d2, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_vec(2, odd_u, N, d1, d2, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_vec(2, u1, N, odd_d, d2, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_vec(2, u1, N, d1, odd_d, d3), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_vec(2, u1, N, d1, d2, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_vec(2, u1, SIZE_MAX, d1, d2, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center_vec(2, u1, SIZE_MAX / 8, d1, d2, d3), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center_vec(2, u1, N, (double *)(void *)u1, d2, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center_vec(2, u1, N, d1, (double *)(void *)u1, d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center_vec(2, u1, N, d1, (double *)(void *)(d1 + 1), d3), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center_vec(2, u1, N, d1, d2, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center_vec(2, u1, N, d1, d2, (double *)(void *)(d2 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_vertices
    TAKES(healpix_ring_vertices(2, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_vertices(0, u1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_vertices(536870913, u1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_vertices(2, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_vertices(2, u1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_vertices(2, u1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_vertices(2, odd_u, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_vertices(2, u1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_vertices(2, u1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_vertices(2, u1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_vertices(2, u1, SIZE_MAX / 8, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_vertices(2, u1, N, (double *)(void *)u1, d2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_vertices(2, u1, N, d1, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_vertices(2, u1, N, d1, (double *)(void *)(d1 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_ring_vertices_deg
    TAKES(healpix_ring_vertices_deg(2, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_vertices_deg(0, u1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_vertices_deg(536870913, u1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_vertices_deg(2, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_vertices_deg(2, u1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_vertices_deg(2, u1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_vertices_deg(2, odd_u, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_vertices_deg(2, u1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_vertices_deg(2, u1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_vertices_deg(2, u1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_vertices_deg(2, u1, SIZE_MAX / 8, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_vertices_deg(2, u1, N, (double *)(void *)u1, d2), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_vertices_deg(2, u1, N, d1, (double *)(void *)u1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_vertices_deg(2, u1, N, d1, (double *)(void *)(d1 + 1)), HEALPIX_ERR_OVERLAP);
}

static void points_of_32_bits(void)
{
    // healpix_ring_hash_u32
    TAKES(healpix_ring_hash_u32(2, NULL, NULL, 0, NULL));
    REFUSES(healpix_ring_hash_u32(0, d1, d2, N, w2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_u32(18919, d1, d2, N, w2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_u32(UINT32_MAX, d1, d2, N, w2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_u32(2, NULL, d2, N, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_u32(2, d1, NULL, N, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_u32(2, d1, d2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_u32(2, odd_d, d2, N, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_u32(2, d1, odd_d, N, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_u32(2, d1, d2, N, odd_w), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_u32(2, d1, d2, SIZE_MAX, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_u32(2, d1, d2, SIZE_MAX / 8, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_u32(2, d1, d2, N, (uint32_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_ring_hash_deg_u32
    TAKES(healpix_ring_hash_deg_u32(2, NULL, NULL, 0, NULL));
    REFUSES(healpix_ring_hash_deg_u32(0, d1, d2, N, w2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_deg_u32(18919, d1, d2, N, w2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_deg_u32(UINT32_MAX, d1, d2, N, w2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_hash_deg_u32(2, NULL, d2, N, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_deg_u32(2, d1, NULL, N, w2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_deg_u32(2, d1, d2, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_hash_deg_u32(2, odd_d, d2, N, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_deg_u32(2, d1, odd_d, N, w2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_deg_u32(2, d1, d2, N, odd_w), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_hash_deg_u32(2, d1, d2, SIZE_MAX, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_deg_u32(2, d1, d2, SIZE_MAX / 8, w2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_hash_deg_u32(2, d1, d2, N, (uint32_t *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_ring_center_u32
    TAKES(healpix_ring_center_u32(2, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_center_u32(0, w1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_u32(18919, w1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_u32(UINT32_MAX, w1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_u32(2, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_u32(2, w1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_u32(2, w1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_u32(2, odd_w, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_u32(2, w1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_u32(2, w1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_u32(2, w1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center_u32(2, w1, SIZE_MAX / 4, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center_u32(2, w1, N, d1, d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center_u32(2, w1, N, (double *)(void *)w1, d2), HEALPIX_ERR_OVERLAP);
    // healpix_ring_center_deg_u32
    TAKES(healpix_ring_center_deg_u32(2, NULL, 0, NULL, NULL));
    REFUSES(healpix_ring_center_deg_u32(0, w1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_deg_u32(18919, w1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_deg_u32(UINT32_MAX, w1, N, d1, d2), HEALPIX_ERR_NSIDE);
    REFUSES(healpix_ring_center_deg_u32(2, NULL, N, d1, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_deg_u32(2, w1, N, NULL, d2), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_deg_u32(2, w1, N, d1, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_ring_center_deg_u32(2, odd_w, N, d1, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_deg_u32(2, w1, N, odd_d, d2), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_deg_u32(2, w1, N, d1, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_ring_center_deg_u32(2, w1, SIZE_MAX, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center_deg_u32(2, w1, SIZE_MAX / 4, d1, d2), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_ring_center_deg_u32(2, w1, N, d1, d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_ring_center_deg_u32(2, w1, N, (double *)(void *)w1, d2), HEALPIX_ERR_OVERLAP);
}

int main(void)
{
    prepare();
    points();
    points_of_32_bits();
    return finish();
}
