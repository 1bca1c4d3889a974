// Coverages: which cells a region touches; lists, iterators, a visitor, MOCs, many cones, ring numbers.
#include "check.h"

#define DEG (PI / 180)

static healpix_region *cone(double lon, double lat, double radius)
{
    healpix_region *region = NULL;
    OK(healpix_region_cone_deg(lon, lat, radius, &region));
    return region;
}

// The same cells, in the same order.
static int same_cells(const healpix_cell *a, const healpix_cell *b, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (a[k].index != b[k].index || a[k].depth != b[k].depth || a[k].full != b[k].full)
            return 0;
    return 1;
}

// That a shortcut gives what a region does; frees all.
static void same_as_region(uint8_t depth, healpix_region *region, healpix_coverage *got)
{
    healpix_coverage *want = NULL;
    OK(healpix_coverage_of(depth, region, &want));
    EQUAL(healpix_coverage_depth(got), depth);
    EQUAL(healpix_coverage_len(got), healpix_coverage_len(want));
    CHECK(healpix_coverage_len(want) > 0);
    if (healpix_coverage_len(got) == healpix_coverage_len(want))
        CHECK(same_cells(healpix_coverage_cells(got), healpix_coverage_cells(want), healpix_coverage_len(got)));
    healpix_region_free(region);
    healpix_coverage_free(want);
    healpix_coverage_free(got);
}

static void shortcuts(void)
{
    healpix_region *region = NULL;
    healpix_coverage *coverage = NULL;
    OK(healpix_region_cone(1, 0.5, 0.1, &region));
    OK(healpix_coverage_cone(6, 1, 0.5, 0.1, &coverage));
    same_as_region(6, region, coverage);
    OK(healpix_region_cone_deg(10, 20, 3, &region));
    OK(healpix_coverage_cone_deg(6, 10, 20, 3, &coverage));
    same_as_region(6, region, coverage);
    OK(healpix_region_annulus(1, 0.5, 0.1, 0.12, &region));
    OK(healpix_coverage_annulus(6, 1, 0.5, 0.1, 0.12, &coverage));
    same_as_region(6, region, coverage);
    OK(healpix_region_annulus_deg(10, 20, 3, 4, &region));
    OK(healpix_coverage_annulus_deg(6, 10, 20, 3, 4, &coverage));
    same_as_region(6, region, coverage);
    OK(healpix_region_elliptical_cone(1, 0.5, 0.1, 0.05, 1, &region));
    OK(healpix_coverage_elliptical_cone(6, 1, 0.5, 0.1, 0.05, 1, &coverage));
    same_as_region(6, region, coverage);
    OK(healpix_region_elliptical_cone_deg(10, 20, 3, 2, 60, &region));
    OK(healpix_coverage_elliptical_cone_deg(6, 10, 20, 3, 2, 60, &coverage));
    same_as_region(6, region, coverage);
    OK(healpix_region_zone(6, -0.1, 0.2, 0.1, &region));
    OK(healpix_coverage_zone(5, 6, -0.1, 0.2, 0.1, &coverage));
    same_as_region(5, region, coverage);
    OK(healpix_region_zone_deg(350, -5, 10, 5, &region));
    OK(healpix_coverage_zone_deg(5, 350, -5, 10, 5, &coverage));
    same_as_region(5, region, coverage);
    OK(healpix_region_box(1, 0.5, 0.2, 0.1, 1, &region));
    OK(healpix_coverage_box(6, 1, 0.5, 0.2, 0.1, 1, &coverage));
    same_as_region(6, region, coverage);
    OK(healpix_region_box_deg(0, 89, 5, 2, 30, &region));
    OK(healpix_coverage_box_deg(6, 0, 89, 5, 2, 30, &coverage));
    same_as_region(6, region, coverage);
    const double lon[] = {0, 0.3, 0.3}, lat[] = {0, 0, 0.3}, lon_deg[] = {0, 10, 10}, lat_deg[] = {0, 0, 10};
    OK(healpix_region_polygon(lon, lat, 3, HEALPIX_INTERIOR_WINDING, &region));
    OK(healpix_coverage_polygon(6, lon, lat, 3, HEALPIX_INTERIOR_WINDING, &coverage));
    same_as_region(6, region, coverage);
    OK(healpix_region_polygon_deg(lon_deg, lat_deg, 3, HEALPIX_INTERIOR_SMALLER_AREA, &region));
    OK(healpix_coverage_polygon_deg(6, lon_deg, lat_deg, 3, HEALPIX_INTERIOR_SMALLER_AREA, &coverage));
    same_as_region(6, region, coverage);
}

static void wrong_shortcuts(void)
{
    const double lon[] = {0, 1, 1}, lat[] = {0, 0, 1};
    healpix_coverage *none = NULL;
    STATUS(healpix_coverage_cone(30, 0, 0, 1, &none), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_cone(3, 0, 0, 4, &none), HEALPIX_ERR_RADIUS);
    STATUS(healpix_coverage_cone(3, 0, 0, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_cone_deg(3, 0, 91, 1, &none), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_coverage_cone_deg(3, 0, 0, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_annulus(3, 0, 0, 2, 1, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_coverage_annulus_deg(3, NAN, 0, 1, 2, &none), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_coverage_annulus(3, 0, 0, 1, 2, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_annulus_deg(3, 0, 0, 1, 2, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_elliptical_cone(3, 0, 0, 1, 2, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_coverage_elliptical_cone_deg(3, 0, 0, 2, 1, 400, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_coverage_elliptical_cone(3, 0, 0, 1, 1, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_elliptical_cone_deg(3, 0, 0, 1, 1, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_zone(3, 0, 1, 1, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_coverage_zone_deg(3, 0, 1, 1, 100, &none), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_coverage_zone(3, 0, 0, 1, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_zone_deg(3, 0, 0, 1, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_box(3, 0, 0, 4, 1, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_coverage_box_deg(3, 0, 0, 1, -1, 0, &none), HEALPIX_ERR_SHAPE);
    STATUS(healpix_coverage_box(3, 0, 0, 1, 1, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_box_deg(3, 0, 0, 1, 1, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_polygon(3, lon, lat, 2, 0, &none), HEALPIX_ERR_POLYGON);
    STATUS(healpix_coverage_polygon(3, NULL, lat, 3, 0, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_polygon(30, lon, lat, 3, 0, &none), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_polygon_deg(3, lon, lat, 3, 2, &none), HEALPIX_ERR_MODE);
    STATUS(healpix_coverage_polygon_deg(3, lon, lat, SIZE_MAX, 0, &none), HEALPIX_ERR_LENGTH);
    STATUS(healpix_coverage_polygon_deg(3, lon, lat, 3, 0, NULL), HEALPIX_ERR_NULL);
    CHECK(none == NULL);
}

static void cells(void)
{
    healpix_region *region = cone(83.8, -5.4, 1);
    healpix_coverage *coverage = NULL;
    OK(healpix_coverage_of(9, region, &coverage));
    // The coverage does not need the region.
    const size_t n = healpix_coverage_len(coverage);
    const healpix_cell *cell = healpix_coverage_cells(coverage);
    EQUAL(sizeof *cell, 16);
    uint64_t flat = 0, end = 0;
    size_t n_full = 0;
    for (size_t k = 0; k < n; k++) {
        const int shift = 2 * (29 - cell[k].depth);
        CHECK(cell[k].depth <= 9 && cell[k].full <= 1);
        CHECK(cell[k].index << shift >= end);
        end = (cell[k].index + 1) << shift;
        flat += (uint64_t)1 << (2 * (9 - cell[k].depth));
        n_full += cell[k].full;
        uint8_t relation = 77;
        OK(healpix_region_relation_one(region, cell[k].depth, cell[k].index, &relation));
        EQUAL(relation, cell[k].full ? HEALPIX_RELATION_FULL : HEALPIX_RELATION_PARTIAL);
    }
    healpix_region_free(region);
    CHECK(n_full > 0 && n_full < n);
    EQUAL(healpix_coverage_n_flat(coverage), flat);
    CHECK(flat > n);

    // The flat list, asked for its length first; with and without flags; too small.
    size_t len = 77;
    STATUS(healpix_coverage_flat(coverage, 0, NULL, NULL, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, flat);
    uint64_t *list = malloc(len * sizeof *list), *again = malloc(len * sizeof *list);
    uint8_t *full = malloc(len);
    if (list == NULL || again == NULL || full == NULL)
        exit(EXIT_FAILURE);
    list[0] = full[0] = 77, len = 0;
    STATUS(healpix_coverage_flat(coverage, flat - 1, list, full, &len), HEALPIX_ERR_BUFFER);
    CHECK(len == flat && list[0] == 77 && full[0] == 77);
    OK(healpix_coverage_flat(coverage, flat, list, full, &len));
    EQUAL(len, flat);
    OK(healpix_coverage_flat(coverage, flat, again, NULL, &len));
    CHECK(memcmp(list, again, flat * sizeof *list) == 0);
    for (size_t k = 1; k < flat; k++)
        CHECK(list[k - 1] < list[k] && full[k] <= 1);

    // The iterator gives the same; one more may be on its way at the same time.
    healpix_coverage_iter *iter = NULL, *other = NULL;
    healpix_cell at = {77, 77, 77};
    OK(healpix_coverage_iter_new(coverage, &iter));
    OK(healpix_coverage_iter_new(coverage, &other));
    for (size_t k = 0; k < flat; k++) {
        OK(healpix_coverage_iter_next(iter, &at));
        CHECK(at.index == list[k] && at.depth == 9 && at.full == full[k]);
    }
    STATUS(healpix_coverage_iter_next(iter, &at), HEALPIX_END);
    STATUS(healpix_coverage_iter_next(iter, &at), HEALPIX_END);
    EQUAL(at.index, list[flat - 1]);
    OK(healpix_coverage_iter_next(other, &at));
    EQUAL(at.index, list[0]);
    STATUS(healpix_coverage_iter_next(NULL, &at), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_iter_next(other, NULL), HEALPIX_ERR_NULL);
    // A refused step is not lost.
    OK(healpix_coverage_iter_next(other, &at));
    EQUAL(at.index, list[1]);
    healpix_coverage_iter_free(iter);

    len = 77;
    STATUS(healpix_coverage_flat(NULL, flat, list, full, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_flat(coverage, flat, NULL, full, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_flat(coverage, flat, list, full, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_flat(coverage, flat, list, (uint8_t *)list, &len), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_coverage_flat(coverage, SIZE_MAX, list, NULL, &len), HEALPIX_ERR_LENGTH);
    EQUAL(len, 77);
    iter = NULL;
    STATUS(healpix_coverage_iter_new(NULL, &iter), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_iter_new(coverage, NULL), HEALPIX_ERR_NULL);
    CHECK(iter == NULL);
    // The coverage may go first.
    healpix_coverage_free(coverage);
    healpix_coverage_iter_free(other);
    free(list), free(again), free(full);
}

static void whole_and_empty(void)
{
    healpix_region *region = NULL;
    healpix_coverage *coverage = NULL;
    healpix_coverage_iter *iter = NULL;
    healpix_cell at = {77, 77, 77};
    size_t len = 77;
    OK(healpix_region_all_sky(&region));
    OK(healpix_coverage_of(29, region, &coverage));
    EQUAL(healpix_coverage_len(coverage), 12);
    EQUAL(healpix_coverage_n_flat(coverage), 12ull << 58);
    // A list of all cells is longer than memory; an iterator over them is not.
    uint64_t few[2] = {77, 77};
    STATUS(healpix_coverage_flat(coverage, 2, few, NULL, &len), HEALPIX_ERR_BUFFER);
    CHECK(few[0] == 77 && len == 12ull << 58);
    OK(healpix_coverage_iter_new(coverage, &iter));
    OK(healpix_coverage_iter_next(iter, &at));
    OK(healpix_coverage_iter_next(iter, &at));
    CHECK(at.index == 1 && at.depth == 29 && at.full == 1);
    healpix_coverage_iter_free(iter);
    healpix_coverage_free(coverage);
    healpix_region_free(region);

    OK(healpix_region_empty(&region));
    OK(healpix_coverage_of(29, region, &coverage));
    EQUAL(healpix_coverage_len(coverage), 0);
    EQUAL(healpix_coverage_n_flat(coverage), 0);
    EQUAL(healpix_coverage_depth(coverage), 29);
    CHECK(healpix_coverage_cells(coverage) == NULL);
    OK(healpix_coverage_flat(coverage, 0, NULL, NULL, &len));
    EQUAL(len, 0);
    OK(healpix_coverage_iter_new(coverage, &iter));
    STATUS(healpix_coverage_iter_next(iter, &at), HEALPIX_END);
    healpix_coverage_iter_free(iter);
    healpix_coverage_free(coverage);
    healpix_region_free(region);
}

static void budgets(void)
{
    healpix_region *region = cone(10, 20, 17);
    healpix_coverage *exact = NULL, *rough = NULL;
    OK(healpix_coverage_of(6, region, &exact));
    OK(healpix_coverage_with_budget(6, region, SIZE_MAX, &rough));
    EQUAL(healpix_coverage_len(rough), healpix_coverage_len(exact));
    CHECK(same_cells(healpix_coverage_cells(rough), healpix_coverage_cells(exact), healpix_coverage_len(exact)));
    healpix_coverage_free(rough);
    // Depth 29 exactly would be far more than memory.
    OK(healpix_coverage_with_budget(29, region, 50, &rough));
    CHECK(healpix_coverage_len(rough) <= 50 && healpix_coverage_len(rough) > 10);
    EQUAL(healpix_coverage_depth(rough), 29);
    healpix_coverage_free(rough);

    rough = NULL;
    STATUS(healpix_coverage_with_budget(6, region, 0, &rough), HEALPIX_ERR_BUDGET);
    STATUS(healpix_coverage_with_budget(30, region, 9, &rough), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_with_budget(6, NULL, 9, &rough), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_with_budget(6, region, 9, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_of(30, region, &rough), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_of(6, NULL, &rough), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_of(6, region, NULL), HEALPIX_ERR_NULL);
    CHECK(rough == NULL);
    healpix_coverage_free(exact);
    healpix_region_free(region);
}

// What a visitor keeps: the cells it was given, and when it stops.
struct visit {
    healpix_cell cells[40000];
    size_t n, calls, stop_at;
    const healpix_region *region;
};
static struct visit seen;

static int32_t keep(const healpix_cell *cells, size_t n, void *user)
{
    struct visit *visit = user;
    CHECK(n > 0 && n <= 1024 && visit->n + n <= 40000);
    memcpy(visit->cells + visit->n, cells, n * sizeof *cells);
    visit->n += n;
    visit->calls++;
    return visit->calls == visit->stop_at ? -7 : 0;
}

// Calls the library from inside the walk: with the region that is walked, with other handles, and walks another one.
static int32_t reenter(const healpix_cell *cells, size_t n, void *user)
{
    struct visit *visit = user;
    uint8_t inside = 77;
    OK(healpix_region_contains_one(visit->region, 10 * DEG, 20 * DEG, &inside));
    EQUAL(inside, 1);
    healpix_region *small = cone(0, 0, 1);
    STATUS(healpix_coverage_visit(8, small, keep, user), HEALPIX_OK);
    healpix_region_free(small);
    // A failure in here is not one of the walk.
    uint32_t nside = 0;
    STATUS(healpix_grid_nside(30, &nside), HEALPIX_ERR_DEPTH);
    CHECK(n > 0 && cells[0].depth <= 8);
    visit->calls = 0;
    return 1;
}

static int32_t never(const healpix_cell *cells, size_t n, void *user)
{
    (void)cells, (void)n, (void)user;
    failures++;
    return 1;
}

static void visitors(void)
{
    healpix_region *region = cone(10, 20, 20), *nothing = NULL;
    healpix_coverage *coverage = NULL;
    OK(healpix_coverage_of(10, region, &coverage));
    const size_t n = healpix_coverage_len(coverage);
    memset(&seen, 0, sizeof seen);
    OK(healpix_coverage_visit(10, region, keep, &seen));
    EQUAL(seen.n, n);
    CHECK(seen.calls > 2 && same_cells(seen.cells, healpix_coverage_cells(coverage), n));

    // Stopped at the second call: what came before is the beginning of the whole.
    memset(&seen, 0, sizeof seen);
    seen.stop_at = 2;
    STATUS(healpix_coverage_visit(10, region, keep, &seen), HEALPIX_STOPPED);
    EQUAL(seen.calls, 2);
    CHECK(seen.n == 2048 && same_cells(seen.cells, healpix_coverage_cells(coverage), seen.n));
    // At the last one.
    memset(&seen, 0, sizeof seen);
    seen.stop_at = (n + 1023) / 1024;
    CHECK(healpix_coverage_visit(10, region, keep, &seen) == HEALPIX_STOPPED && seen.n == n);

    memset(&seen, 0, sizeof seen);
    seen.region = region;
    STATUS(healpix_coverage_visit(8, region, reenter, &seen), HEALPIX_STOPPED);
    CHECK(seen.n > 10);

    OK(healpix_region_empty(&nothing));
    OK(healpix_coverage_visit(29, nothing, never, NULL));
    STATUS(healpix_coverage_visit(30, region, never, NULL), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_visit(8, NULL, never, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_visit(8, region, NULL, NULL), HEALPIX_ERR_NULL);
    CHECK(message_has("visit"));
    healpix_coverage_free(coverage);
    healpix_region_free(region);
    healpix_region_free(nothing);
}

static void mocs(void)
{
    healpix_region *region = cone(10, 20, 5);
    healpix_coverage *coverage = NULL;
    healpix_moc *all = NULL, *full = NULL, *centers = NULL;
    OK(healpix_coverage_of(7, region, &coverage));
    OK(healpix_coverage_moc(coverage, &all));
    OK(healpix_coverage_full_moc(coverage, &full));
    OK(healpix_coverage_centers_in(7, region, &centers));
    CHECK(all != NULL && full != NULL && centers != NULL);
    healpix_moc *none = NULL;
    STATUS(healpix_coverage_moc(NULL, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_moc(coverage, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_full_moc(NULL, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_full_moc(coverage, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_centers_in(30, region, &none), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_centers_in(7, NULL, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_centers_in(7, region, NULL), HEALPIX_ERR_NULL);
    CHECK(none == NULL);
    // MOCs need neither coverage nor region.
    healpix_coverage_free(coverage);
    healpix_region_free(region);
    healpix_moc_free(all);
    healpix_moc_free(full);
    healpix_moc_free(centers);
    healpix_moc_free(NULL);
}

static void many_cones(void)
{
    const double lon[] = {10, 200, 10}, lat[] = {20, -80, 20}, radius[] = {1, 2, 0};
    double lon_rad[3], lat_rad[3], radius_rad[3];
    for (int k = 0; k < 3; k++)
        lon_rad[k] = lon[k] * DEG, lat_rad[k] = lat[k] * DEG, radius_rad[k] = radius[k] * DEG;
    healpix_coverages *coverages = NULL;
    for (int deg = 0; deg < 2; deg++) {
        if (deg)
            OK(healpix_coverage_cones_deg(8, lon, lat, radius, 3, &coverages));
        else
            OK(healpix_coverage_cones(8, lon_rad, lat_rad, radius_rad, 3, &coverages));
        EQUAL(healpix_coverages_len(coverages), 3);
        EQUAL(healpix_coverages_depth(coverages), 8);
        const uint64_t *offsets = healpix_coverages_offsets(coverages);
        const healpix_cell *all = healpix_coverages_cells(coverages);
        EQUAL(offsets[0], 0);
        for (int k = 0; k < 3; k++) {
            healpix_coverage *one = NULL;
            if (deg)
                OK(healpix_coverage_cone_deg(8, lon[k], lat[k], radius[k], &one));
            else
                OK(healpix_coverage_cone(8, lon_rad[k], lat_rad[k], radius_rad[k], &one));
            const size_t n = (size_t)(offsets[k + 1] - offsets[k]);
            EQUAL(n, healpix_coverage_len(one));
            CHECK(n > 0 && same_cells(all + offsets[k], healpix_coverage_cells(one), n));
            healpix_coverage_free(one);
        }
        healpix_coverages_free(coverages);
    }
    OK(healpix_coverage_cones(8, NULL, NULL, NULL, 0, &coverages));
    EQUAL(healpix_coverages_len(coverages), 0);
    EQUAL(healpix_coverages_offsets(coverages)[0], 0);
    CHECK(healpix_coverages_cells(coverages) == NULL);
    healpix_coverages_free(coverages);

    coverages = NULL;
    const double bad[] = {1, -1, 181};
    STATUS(healpix_coverage_cones_deg(8, lon, lat, bad, 3, &coverages), HEALPIX_ERR_RADIUS);
    CHECK(message_has("2 of 3") && message_has("index 1"));
    STATUS(healpix_coverage_cones(8, lon, lat, radius, 3, &coverages), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_coverage_cones(30, lon_rad, lat_rad, radius, 3, &coverages), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_cones(8, NULL, lat, radius, 3, &coverages), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_cones(8, lon, NULL, radius, 3, &coverages), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_cones(8, lon, lat, NULL, 3, &coverages), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_cones(8, lon, lat, radius, 3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_cones_deg(8, lon, lat, radius, SIZE_MAX / 8, &coverages), HEALPIX_ERR_LENGTH);
    STATUS(healpix_coverage_cones_deg(8, lon, lat, radius, 3, (healpix_coverages **)(void *)radius),
           HEALPIX_ERR_OVERLAP);
    CHECK(coverages == NULL);
}

static void kept_cells(void)
{
    // What is taken out of a handle makes the same one.
    healpix_coverage *coverage = NULL, *again = NULL;
    OK(healpix_coverage_cone_deg(9, 83.8, -5.4, 3.0, &coverage));
    const size_t n = healpix_coverage_len(coverage);
    const healpix_cell *cells = healpix_coverage_cells(coverage);
    OK(healpix_coverage_from_cells(9, cells, n, &again));
    EQUAL(healpix_coverage_depth(again), 9);
    EQUAL(healpix_coverage_len(again), n);
    CHECK(same_cells(cells, healpix_coverage_cells(again), n));
    healpix_coverage_free(again);
    OK(healpix_coverage_from_cells(0, NULL, 0, &again));
    EQUAL(healpix_coverage_len(again), 0);
    healpix_coverage_free(again);

    // The whole sky by sixteens becomes the base cells, and flags become 0 and 1.
    healpix_cell sky[192];
    for (size_t k = 0; k < 192; k++)
        sky[k] = (healpix_cell){k, 2, (uint8_t)(1 + k)};
    OK(healpix_coverage_from_cells(29, sky, 192, &again));
    EQUAL(healpix_coverage_len(again), 12);
    CHECK(healpix_coverage_cells(again)[11].index == 11 && healpix_coverage_cells(again)[11].full == 1);
    healpix_coverage_free(again);
    // Each of many by itself: siblings of two regions stay.
    healpix_coverages *many = NULL;
    const uint64_t cut[] = {0, 2, 2, 4, 8};
    OK(healpix_coverages_from_cells(2, sky, 8, cut, 5, &many));
    EQUAL(healpix_coverages_len(many), 4);
    const uint64_t *offsets = healpix_coverages_offsets(many);
    CHECK(offsets[0] == 0 && offsets[1] == 2 && offsets[2] == 2 && offsets[3] == 4 && offsets[4] == 5);
    CHECK(healpix_coverages_cells(many)[3].index == 3 && healpix_coverages_cells(many)[4].depth == 1);
    healpix_coverages_free(many);

    again = NULL;
    many = NULL;
    const healpix_cell behind[] = {{0, 1, 1}, {4, 1, 1}, {3, 1, 0}}, inside[] = {{0, 1, 1}, {3, 2, 1}};
    const healpix_cell beyond[] = {{48, 1, 0}}, deep[] = {{0, 30, 0}};
    STATUS(healpix_coverage_from_cells(1, behind, 3, &again), HEALPIX_ERR_OVERLAPPING_CELLS);
    CHECK(message_has("1 of 3") && message_has("index 2") && message_has("cell 3 of depth 1"));
    STATUS(healpix_coverage_from_cells(2, inside, 2, &again), HEALPIX_ERR_OVERLAPPING_CELLS);
    STATUS(healpix_coverage_from_cells(1, inside, 2, &again), HEALPIX_ERR_DEPTH);
    CHECK(message_has("index 1") && message_has("depth 2 does not go with depth 1"));
    STATUS(healpix_coverage_from_cells(1, beyond, 1, &again), HEALPIX_ERR_CELL);
    STATUS(healpix_coverage_from_cells(29, deep, 1, &again), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_from_cells(30, NULL, 0, &again), HEALPIX_ERR_DEPTH);
    STATUS(healpix_coverage_from_cells(1, NULL, 1, &again), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_from_cells(1, behind, 3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_from_cells(1, behind, SIZE_MAX, &again), HEALPIX_ERR_LENGTH);
    STATUS(healpix_coverage_from_cells(1, (const healpix_cell *)(const void *)&again, 1, &again), HEALPIX_ERR_OVERLAP);
    CHECK(again == NULL);

    const uint64_t late[] = {1, 2}, falling[] = {0, 2, 1, 2}, early[] = {0, 1}, far[] = {0, 3, 2};
    STATUS(healpix_coverages_from_cells(1, behind, 2, late, 2, &many), HEALPIX_ERR_RANGE);
    CHECK(message_has("index 0") && message_has("offset 1 is outside 0..=0"));
    STATUS(healpix_coverages_from_cells(1, behind, 2, falling, 4, &many), HEALPIX_ERR_RANGE);
    CHECK(message_has("index 2") && message_has("offset 1 is outside 2..=2"));
    STATUS(healpix_coverages_from_cells(1, behind, 2, early, 2, &many), HEALPIX_ERR_RANGE);
    STATUS(healpix_coverages_from_cells(1, behind, 2, far, 3, &many), HEALPIX_ERR_RANGE);
    STATUS(healpix_coverages_from_cells(1, behind, 2, NULL, 0, &many), HEALPIX_ERR_LENGTH);
    STATUS(healpix_coverages_from_cells(1, behind, 2, early, 1, &many), HEALPIX_ERR_LENGTH);
    STATUS(healpix_coverages_from_cells(1, behind, 2, NULL, 2, &many), HEALPIX_ERR_NULL);
    STATUS(healpix_coverages_from_cells(1, NULL, 1, early, 2, &many), HEALPIX_ERR_NULL);
    STATUS(healpix_coverages_from_cells(1, behind, 1, early, 2, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverages_from_cells(1, behind, 3, (const uint64_t[]){0, 3}, 2, &many), HEALPIX_ERR_OVERLAPPING_CELLS);
    CHECK(many == NULL);
    // In another region the order starts anew.
    OK(healpix_coverages_from_cells(1, behind, 3, (const uint64_t[]){0, 2, 3}, 3, &many));
    healpix_coverages_free(many);
    OK(healpix_coverages_from_cells(1, NULL, 0, early, 1, &many));
    EQUAL(healpix_coverages_len(many), 0);
    healpix_coverages_free(many);
    healpix_coverage_free(coverage);
}

static void ring_numbers(void)
{
    // An nside that is no power of two.
    healpix_region *region = cone(45, -84, 9.9);
    healpix_ranges *touched = NULL, *centers = NULL;
    OK(healpix_coverage_ring_touched(5, region, &touched));
    OK(healpix_coverage_ring_centers_in(5, region, &centers));
    const healpix_range *range = healpix_ranges_data(touched);
    uint64_t n = 0, n_centers = 0;
    for (size_t k = 0; k < healpix_ranges_len(touched); k++) {
        CHECK(range[k].start < range[k].end && range[k].end <= 300);
        CHECK(k == 0 || range[k - 1].end < range[k].start);
        n += range[k].end - range[k].start;
    }
    // Each cell whose center is inside, and no other.
    for (uint64_t cell = 0; cell < 300; cell++) {
        double lon = 0, lat = 0;
        uint8_t inside = 77, listed = 0;
        OK(healpix_ring_center_one(5, cell, &lon, &lat));
        OK(healpix_region_contains_one(region, lon, lat, &inside));
        for (size_t k = 0; k < healpix_ranges_len(centers); k++)
            listed |= healpix_ranges_data(centers)[k].start <= cell && cell < healpix_ranges_data(centers)[k].end;
        EQUAL(listed, inside);
        n_centers += inside;
    }
    CHECK(n_centers > 0 && n_centers < n);
    healpix_ranges_free(touched);
    healpix_ranges_free(centers);

    touched = NULL;
    STATUS(healpix_coverage_ring_touched(0, region, &touched), HEALPIX_ERR_NSIDE);
    STATUS(healpix_coverage_ring_centers_in((1u << 29) + 1, region, &touched), HEALPIX_ERR_NSIDE);
    STATUS(healpix_coverage_ring_touched(5, NULL, &touched), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_ring_touched(5, region, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_ring_centers_in(5, NULL, &touched), HEALPIX_ERR_NULL);
    STATUS(healpix_coverage_ring_centers_in(5, region, NULL), HEALPIX_ERR_NULL);
    CHECK(touched == NULL);
    healpix_region_free(region);
    OK(healpix_region_empty(&region));
    OK(healpix_coverage_ring_touched(5, region, &touched));
    CHECK(healpix_ranges_len(touched) == 0 && healpix_ranges_data(touched) == NULL);
    healpix_ranges_free(touched);
    healpix_region_free(region);
}

static void null_handles(void)
{
    EQUAL(healpix_coverage_depth(NULL), HEALPIX_INVALID_U8);
    EQUAL(healpix_coverage_len(NULL), 0);
    EQUAL(healpix_coverage_n_flat(NULL), 0);
    EQUAL(healpix_coverages_depth(NULL), HEALPIX_INVALID_U8);
    EQUAL(healpix_coverages_len(NULL), 0);
    EQUAL(healpix_ranges_len(NULL), 0);
    CHECK(healpix_coverage_cells(NULL) == NULL && healpix_coverages_cells(NULL) == NULL);
    CHECK(healpix_coverages_offsets(NULL) == NULL && healpix_ranges_data(NULL) == NULL);
    healpix_coverage_free(NULL);
    healpix_coverage_iter_free(NULL);
    healpix_coverages_free(NULL);
    healpix_ranges_free(NULL);
}

int main(void)
{
    shortcuts();
    wrong_shortcuts();
    cells();
    whole_and_empty();
    budgets();
    visitors();
    mocs();
    many_cones();
    kept_cells();
    ring_numbers();
    null_handles();
    return finish();
}
