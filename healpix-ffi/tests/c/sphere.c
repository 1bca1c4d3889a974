// The sphere, the plane, and what a resolution alone tells.
#include "check.h"

static void distances(void)
{
    const double lon1[] = {0, 0.5, 0, 0, NAN}, lat1[] = {0, 0.25, PI / 2, 0, 0};
    const double lon2[] = {PI / 2, 0.5, 0, PI, 0}, lat2[] = {0, 0.25, 0, 0, 0};
    double out[5];
    STATUS(healpix_sphere_distance(lon1, lat1, lon2, lat2, 5, out), HEALPIX_ERR_LONGITUDE);
    NUMBERS(out, PI / 2, 0, PI / 2, PI, NAN);
    CHECK(out[1] == 0);
    const double degrees1[] = {0, 10}, degrees2[] = {-60, 10}, zero[] = {0, 0}, bad[] = {0, -91};
    STATUS(healpix_sphere_distance_deg(degrees1, zero, degrees2, bad, 2, out), HEALPIX_ERR_LATITUDE);
    NUMBERS(out, 60, NAN);
    double one = 77;
    OK(healpix_sphere_distance_one(0, 0, 1, 0, &one));
    NEAR(one, 1);
    STATUS(healpix_sphere_distance_one(0, 0, 1, 2, &one), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_sphere_distance_one(INFINITY, 0, 1, 0, &one), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_sphere_distance_one(0, 0, 1, 0, NULL), HEALPIX_ERR_NULL);
    NEAR(one, 1);
}

static void vectors(void)
{
    const double lon[] = {0, PI / 2, 1, 0}, lat[] = {0, 0, PI / 2, 3};
    double x[4], y[4], z[4], back_lon[4], back_lat[4];
    STATUS(healpix_sphere_to_vec(lon, lat, 4, x, y, z), HEALPIX_ERR_LATITUDE);
    NUMBERS(x, 1, 0, 0, NAN);
    NUMBERS(y, 0, 1, 0, NAN);
    NUMBERS(z, 0, 0, 1, NAN);
    const double lon_deg[] = {180, 30}, lat_deg[] = {0, -30};
    OK(healpix_sphere_to_vec_deg(lon_deg, lat_deg, 2, x, y, z));
    NUMBERS(x, -1, 0.75);
    NUMBERS(y, 0, sqrt(3) / 4);
    NUMBERS(z, 0, -0.5);
    OK(healpix_sphere_from_vec_deg(x, y, z, 2, back_lon, back_lat));
    NUMBERS(back_lon, 180, 30);
    NUMBERS(back_lat, 0, -30);
    const double vx[] = {0, 0, 5}, vy[] = {-3, 0, 0}, vz[] = {0, 0, NAN};
    STATUS(healpix_sphere_from_vec(vx, vy, vz, 3, back_lon, back_lat), HEALPIX_ERR_VECTOR);
    NUMBERS(back_lon, 3 * PI / 2, NAN, NAN);
    NUMBERS(back_lat, 0, NAN, NAN);
}

static void plane(void)
{
    // The middle of base cell 4, the transition latitude, the pole, and no position.
    const double cap = asin(2.0 / 3);
    const double lon[] = {0, PI / 2, PI / 4, INFINITY}, lat[] = {0, cap, PI / 2, 0};
    double x[4], y[4], back_lon[4], back_lat[4];
    STATUS(healpix_projection_forward(lon, lat, 4, x, y), HEALPIX_ERR_LONGITUDE);
    NUMBERS(x, 0, 1, 0.5, NAN);
    NUMBERS(y, 0, 0.5, 1, NAN);
    const double px[] = {0, 1, 0.5, 2}, py[] = {0, 0.5, 1, 1.5};
    STATUS(healpix_projection_inverse(px, py, 4, back_lon, back_lat), HEALPIX_ERR_PLANE);
    NUMBERS(back_lon, 0, PI / 2, PI / 4, NAN);
    NUMBERS(back_lat, 0, cap, PI / 2, NAN);
}

static void resolutions(void)
{
    uint32_t nside = 77;
    uint8_t depth = 77;
    uint64_t n = 77;
    double value = 77;
    OK(healpix_grid_nside(29, &nside));
    EQUAL(nside, 536870912);
    STATUS(healpix_grid_nside(30, &nside), HEALPIX_ERR_DEPTH);
    STATUS(healpix_grid_nside(3, NULL), HEALPIX_ERR_NULL);
    EQUAL(nside, 536870912);
    OK(healpix_grid_depth(1024, &depth));
    EQUAL(depth, 10);
    STATUS(healpix_grid_depth(1000, &depth), HEALPIX_ERR_NSIDE);
    STATUS(healpix_grid_depth(0, &depth), HEALPIX_ERR_NSIDE);
    STATUS(healpix_grid_depth(1, NULL), HEALPIX_ERR_NULL);
    EQUAL(depth, 10);
    OK(healpix_grid_n_cells(1000, &n));
    EQUAL(n, 12000000);
    STATUS(healpix_grid_n_cells(UINT32_MAX, &n), HEALPIX_ERR_NSIDE);
    STATUS(healpix_grid_n_cells(1, NULL), HEALPIX_ERR_NULL);
    EQUAL(n, 12000000);
    OK(healpix_grid_cell_area(1, &value));
    NEAR(value, PI / 3);
    OK(healpix_grid_cell_area(10, &value));
    NEAR(value, PI / 300);
    STATUS(healpix_grid_cell_area(0, &value), HEALPIX_ERR_NSIDE);
    STATUS(healpix_grid_cell_area(1, NULL), HEALPIX_ERR_NULL);
    NEAR(value, PI / 300);
    OK(healpix_grid_largest_center_to_vertex_distance(1, &value));
    NEAR(value, acos(2.0 / 3));
    STATUS(healpix_grid_largest_center_to_vertex_distance(0, &value), HEALPIX_ERR_NSIDE);
    STATUS(healpix_grid_largest_center_to_vertex_distance(1, NULL), HEALPIX_ERR_NULL);
    NEAR(value, acos(2.0 / 3));
    OK(healpix_grid_best_starting_depth(0.01, &depth));
    EQUAL(depth, 6);
    OK(healpix_grid_best_starting_depth(PI, &depth));
    EQUAL(depth, HEALPIX_INVALID_U8);
    OK(healpix_grid_best_starting_depth(0, &depth));
    EQUAL(depth, 29);
    STATUS(healpix_grid_best_starting_depth(-1, &depth), HEALPIX_ERR_RADIUS);
    STATUS(healpix_grid_best_starting_depth(NAN, &depth), HEALPIX_ERR_RADIUS);
    STATUS(healpix_grid_best_starting_depth(4, &depth), HEALPIX_ERR_RADIUS);
    STATUS(healpix_grid_best_starting_depth(0, NULL), HEALPIX_ERR_NULL);
    EQUAL(depth, 29);
}

int main(void)
{
    distances();
    vectors();
    plane();
    resolutions();
    return finish();
}
