// Wrong arguments of healpix_sphere_ and healpix_projection_: a status each, nothing written.
#include "misuse.h"

static void sphere(void)
{
    // healpix_sphere_distance
    TAKES(healpix_sphere_distance(NULL, NULL, NULL, NULL, 0, NULL));
    REFUSES(healpix_sphere_distance(NULL, d2, d3, d4, N, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance(d1, NULL, d3, d4, N, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance(d1, d2, NULL, d4, N, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance(d1, d2, d3, NULL, N, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance(d1, d2, d3, d4, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance(odd_d, d2, d3, d4, N, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance(d1, odd_d, d3, d4, N, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance(d1, d2, odd_d, d4, N, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance(d1, d2, d3, odd_d, N, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance(d1, d2, d3, d4, N, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance(d1, d2, d3, d4, SIZE_MAX, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_distance(d1, d2, d3, d4, SIZE_MAX / 8, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_distance(d1, d2, d3, d4, N, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_sphere_distance_deg
    TAKES(healpix_sphere_distance_deg(NULL, NULL, NULL, NULL, 0, NULL));
    REFUSES(healpix_sphere_distance_deg(NULL, d2, d3, d4, N, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance_deg(d1, NULL, d3, d4, N, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance_deg(d1, d2, NULL, d4, N, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance_deg(d1, d2, d3, NULL, N, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance_deg(d1, d2, d3, d4, N, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_distance_deg(odd_d, d2, d3, d4, N, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance_deg(d1, odd_d, d3, d4, N, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance_deg(d1, d2, odd_d, d4, N, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance_deg(d1, d2, d3, odd_d, N, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance_deg(d1, d2, d3, d4, N, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_distance_deg(d1, d2, d3, d4, SIZE_MAX, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_distance_deg(d1, d2, d3, d4, SIZE_MAX / 8, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_distance_deg(d1, d2, d3, d4, N, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    // healpix_sphere_to_vec
    TAKES(healpix_sphere_to_vec(NULL, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_sphere_to_vec(NULL, d2, N, d3, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec(d1, NULL, N, d3, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, NULL, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, d3, NULL, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, d3, d4, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec(odd_d, d2, N, d3, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec(d1, odd_d, N, d3, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, odd_d, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, d3, odd_d, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, d3, d4, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec(d1, d2, SIZE_MAX, d3, d4, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_to_vec(d1, d2, SIZE_MAX / 8, d3, d4, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, (double *)(void *)d1, d4, d5), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, d3, (double *)(void *)d1, d5), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, d3, (double *)(void *)(d3 + 1), d5), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, d3, d4, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_to_vec(d1, d2, N, d3, d4, (double *)(void *)(d4 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_sphere_to_vec_deg
    TAKES(healpix_sphere_to_vec_deg(NULL, NULL, 0, NULL, NULL, NULL));
    REFUSES(healpix_sphere_to_vec_deg(NULL, d2, N, d3, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec_deg(d1, NULL, N, d3, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, NULL, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, d3, NULL, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, d3, d4, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_to_vec_deg(odd_d, d2, N, d3, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec_deg(d1, odd_d, N, d3, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, odd_d, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, d3, odd_d, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, d3, d4, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, SIZE_MAX, d3, d4, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, SIZE_MAX / 8, d3, d4, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, (double *)(void *)d1, d4, d5), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, d3, (double *)(void *)d1, d5), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, d3, (double *)(void *)(d3 + 1), d5), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, d3, d4, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_to_vec_deg(d1, d2, N, d3, d4, (double *)(void *)(d4 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_sphere_from_vec
    TAKES(healpix_sphere_from_vec(NULL, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_sphere_from_vec(NULL, d2, d3, N, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec(d1, NULL, d3, N, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec(d1, d2, NULL, N, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, N, NULL, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, N, d4, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec(odd_d, d2, d3, N, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec(d1, odd_d, d3, N, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec(d1, d2, odd_d, N, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, N, odd_d, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, N, d4, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, SIZE_MAX, d4, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, SIZE_MAX / 8, d4, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, N, (double *)(void *)d1, d5), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, N, d4, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_from_vec(d1, d2, d3, N, d4, (double *)(void *)(d4 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_sphere_from_vec_deg
    TAKES(healpix_sphere_from_vec_deg(NULL, NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_sphere_from_vec_deg(NULL, d2, d3, N, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec_deg(d1, NULL, d3, N, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, NULL, N, d4, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, N, NULL, d5), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, N, d4, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_sphere_from_vec_deg(odd_d, d2, d3, N, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec_deg(d1, odd_d, d3, N, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, odd_d, N, d4, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, N, odd_d, d5), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, N, d4, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, SIZE_MAX, d4, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, SIZE_MAX / 8, d4, d5), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, N, (double *)(void *)d1, d5), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, N, d4, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_sphere_from_vec_deg(d1, d2, d3, N, d4, (double *)(void *)(d4 + 1)), HEALPIX_ERR_OVERLAP);
}

static void projection(void)
{
    // healpix_projection_forward
    TAKES(healpix_projection_forward(NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_projection_forward(NULL, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_projection_forward(d1, NULL, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_projection_forward(d1, d2, N, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_projection_forward(d1, d2, N, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_projection_forward(odd_d, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_projection_forward(d1, odd_d, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_projection_forward(d1, d2, N, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_projection_forward(d1, d2, N, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_projection_forward(d1, d2, SIZE_MAX, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_projection_forward(d1, d2, SIZE_MAX / 8, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_projection_forward(d1, d2, N, (double *)(void *)d1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_projection_forward(d1, d2, N, d3, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_projection_forward(d1, d2, N, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
    // healpix_projection_inverse
    TAKES(healpix_projection_inverse(NULL, NULL, 0, NULL, NULL));
    REFUSES(healpix_projection_inverse(NULL, d2, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_projection_inverse(d1, NULL, N, d3, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_projection_inverse(d1, d2, N, NULL, d4), HEALPIX_ERR_NULL);
    REFUSES(healpix_projection_inverse(d1, d2, N, d3, NULL), HEALPIX_ERR_NULL);
    REFUSES(healpix_projection_inverse(odd_d, d2, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_projection_inverse(d1, odd_d, N, d3, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_projection_inverse(d1, d2, N, odd_d, d4), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_projection_inverse(d1, d2, N, d3, odd_d), HEALPIX_ERR_ALIGN);
    REFUSES(healpix_projection_inverse(d1, d2, SIZE_MAX, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_projection_inverse(d1, d2, SIZE_MAX / 8, d3, d4), HEALPIX_ERR_LENGTH);
    REFUSES(healpix_projection_inverse(d1, d2, N, (double *)(void *)d1, d4), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_projection_inverse(d1, d2, N, d3, (double *)(void *)d1), HEALPIX_ERR_OVERLAP);
    REFUSES(healpix_projection_inverse(d1, d2, N, d3, (double *)(void *)(d3 + 1)), HEALPIX_ERR_OVERLAP);
}

int main(void)
{
    prepare();
    sphere();
    projection();
    return finish();
}
