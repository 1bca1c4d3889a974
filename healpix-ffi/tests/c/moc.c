// MOCs: building, algebra, questions, changes, parts, cells, text.
#include "check.h"

static healpix_moc *moc_of(const char *text)
{
    healpix_moc *moc = NULL;
    OK(healpix_moc_from_ascii(text, strlen(text), &moc));
    return moc;
}

// That a MOC has this text; frees it.
#define IS(moc, want) moc_is((moc), (want), __FILE__, __LINE__)
static void moc_is(healpix_moc *moc, const char *want, const char *file, int line)
{
    char text[256] = "";
    size_t len = 0;
    if (healpix_moc_to_ascii(moc, text, sizeof text, &len) != HEALPIX_OK || strcmp(text, want) != 0 ||
        len != strlen(want)) {
        failures++;
        printf("%s:%d: the MOC is \"%s\", not \"%s\"\n", file, line, text, want);
    }
    healpix_moc_free(moc);
}

/* The same, and the MOC is kept. */
static void still_is(const healpix_moc *moc, const char *want)
{
    healpix_moc *copy = NULL;
    OK(healpix_moc_clone(moc, &copy));
    IS(copy, want);
}

static void building(void)
{
    healpix_moc *moc = NULL;
    OK(healpix_moc_empty(5, &moc));
    CHECK(healpix_moc_is_empty(moc) && !healpix_moc_is_all_sky(moc));
    IS(moc, "5/");
    OK(healpix_moc_all_sky(29, &moc));
    CHECK(!healpix_moc_is_empty(moc) && healpix_moc_is_all_sky(moc));
    IS(moc, "0/0-11 29/");

    const uint64_t cells[] = {7, 4, 5, 7, 6, 30};
    OK(healpix_moc_from_cells(1, cells, 6, &moc));
    IS(moc, "0/1 1/30");
    OK(healpix_moc_from_cells(1, NULL, 0, &moc));
    IS(moc, "1/");
    const healpix_cell mixed[] = {{1, 0, 1}, {30, 1, 0}, {127, 2, 7}};
    OK(healpix_moc_from_mixed_cells(1, mixed, 3, &moc));
    IS(moc, "0/1 1/30-31");
    const uint64_t uniq[] = {4 + 1, 16 + 30, 64 + 127};
    OK(healpix_moc_from_uniq(1, uniq, 3, &moc));
    IS(moc, "0/1 1/30-31");
    const healpix_range ranges[] = {{30, 31}, {4, 8}, {9, 9}, {5, 7}};
    OK(healpix_moc_from_ranges(1, ranges, 4, &moc));
    IS(moc, "0/1 1/30");
    const healpix_range deep[] = {{7, 9}, {3, 3}};
    OK(healpix_moc_from_depth29_ranges(28, deep, 2, &moc));
    IS(moc, "28/1-2");

    const double lon[] = {PI / 4, 0}, lat[] = {1, 0}, lon_deg[] = {45, 0}, lat_deg[] = {60, 0};
    OK(healpix_moc_from_points(0, lon, lat, 2, &moc));
    IS(moc, "0/0 4");
    OK(healpix_moc_from_points_deg(0, lon_deg, lat_deg, 2, &moc));
    IS(moc, "0/0 4");

    healpix_region *region = NULL;
    healpix_coverage *coverage = NULL;
    healpix_moc *same = NULL;
    OK(healpix_region_cone(1, 0.5, 0.1, &region));
    OK(healpix_moc_from_region(7, region, &moc));
    OK(healpix_coverage_of(7, region, &coverage));
    OK(healpix_coverage_moc(coverage, &same));
    CHECK(healpix_moc_equals(moc, same) && healpix_moc_n_cells(moc) > 10);
    healpix_moc_free(same);
    OK(healpix_moc_from_mixed_cells(7, healpix_coverage_cells(coverage), healpix_coverage_len(coverage), &same));
    CHECK(healpix_moc_equals(moc, same));
    healpix_moc_free(same);
    OK(healpix_moc_clone(moc, &same));
    CHECK(healpix_moc_equals(moc, same));
    healpix_moc_free(same);
    healpix_moc_free(moc);
    healpix_coverage_free(coverage);

    const double density[] = {1, 2, 4}, probability[] = {0.25, 0.5, 0.25};
    const uint64_t map[] = {4, 5, 16 + 8};
    OK(healpix_moc_credible_region(map, density, 3, 0.7, &moc));
    IS(moc, "0/1 1/8");
    OK(healpix_moc_credible_region_of_probabilities(map, probability, 3, 0.7, &moc));
    IS(moc, "0/1 1/8");

    // What is refused.
    const uint64_t bad_cells[] = {3, 48, 4, 49};
    const healpix_cell bad_mixed[] = {{1, 0, 1}, {12, 0, 1}}, bad_depth[] = {{0, 30, 1}};
    const healpix_range bad_range[] = {{0, 1}, {4, 3}}, too_far[] = {{0, 49}};
    const double bad_lat[] = {0, 2}, negative[] = {1, -1, 1};
    const uint64_t overlapping[] = {4, 5, 16};
    moc = NULL;
    STATUS(healpix_moc_empty(30, &moc), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_all_sky(255, &moc), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_from_cells(1, bad_cells, 4, &moc), HEALPIX_ERR_CELL);
    CHECK(message_has("48"));
    STATUS(healpix_moc_from_cells(30, bad_cells, 4, &moc), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_from_mixed_cells(1, bad_mixed, 2, &moc), HEALPIX_ERR_CELL);
    CHECK(message_has("12"));
    STATUS(healpix_moc_from_mixed_cells(1, bad_depth, 1, &moc), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_from_uniq(1, cells, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_uniq(1, (const uint64_t[]){3}, 1, &moc), HEALPIX_ERR_UNIQ);
    STATUS(healpix_moc_from_ranges(1, bad_range, 2, &moc), HEALPIX_ERR_RANGE);
    STATUS(healpix_moc_from_ranges(1, too_far, 1, &moc), HEALPIX_ERR_RANGE);
    STATUS(healpix_moc_from_depth29_ranges(1, bad_range, 2, &moc), HEALPIX_ERR_RANGE);
    STATUS(healpix_moc_from_points(1, lon, bad_lat, 2, &moc), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_moc_from_points_deg(1, lon, (const double[]){0, 91}, 2, &moc), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_moc_from_points(1, (const double[]){0, NAN}, lat, 2, &moc), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_moc_from_region(30, region, &moc), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_credible_region(map, density, 3, 1.5, &moc), HEALPIX_ERR_PROBABILITY);
    STATUS(healpix_moc_credible_region(map, negative, 3, 0.5, &moc), HEALPIX_ERR_PROBABILITY);
    STATUS(healpix_moc_credible_region(overlapping, density, 3, 0.5, &moc), HEALPIX_ERR_OVERLAPPING_CELLS);
    STATUS(healpix_moc_credible_region_of_probabilities((const uint64_t[]){0}, density, 1, 0.5, &moc), HEALPIX_ERR_UNIQ);
    STATUS(healpix_moc_empty(3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_all_sky(3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_cells(1, NULL, 1, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_cells(1, cells, SIZE_MAX, &moc), HEALPIX_ERR_LENGTH);
    STATUS(healpix_moc_from_cells(1, (const uint64_t *)(const void *)((const char *)cells + 1), 1, &moc), HEALPIX_ERR_ALIGN);
    STATUS(healpix_moc_from_cells(1, (const uint64_t *)(const void *)&moc, 1, &moc), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_moc_from_mixed_cells(1, NULL, 1, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_ranges(1, NULL, 1, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_depth29_ranges(1, NULL, 1, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_points(1, NULL, lat, 1, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_points_deg(1, lon, NULL, 1, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_region(1, NULL, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_credible_region(NULL, density, 3, 0.5, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_credible_region_of_probabilities(map, NULL, 3, 0.5, &moc), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_clone(NULL, &moc), HEALPIX_ERR_NULL);
    CHECK(moc == NULL);
    healpix_region_free(region);
}

static void algebra(void)
{
    healpix_moc *a = moc_of("0/1 2"), *b = moc_of("0/2 1/12"), *sky = moc_of("0/0-11"), *out = NULL;
    OK(healpix_moc_union(a, b, &out));
    IS(out, "0/1-2 1/12");
    OK(healpix_moc_intersection(a, b, &out));
    IS(out, "0/2 1/");
    OK(healpix_moc_difference(a, b, &out));
    IS(out, "0/1 1/");
    OK(healpix_moc_symmetric_difference(a, b, &out));
    IS(out, "0/1 1/12");
    OK(healpix_moc_complement(b, &out));
    IS(out, "0/0-1 4-11 1/13-15");
    OK(healpix_moc_union(a, a, &out));
    IS(out, "0/1-2");

    const healpix_moc *all[] = {a, b, a, sky};
    OK(healpix_moc_union_all(all, 3, &out));
    IS(out, "0/1-2 1/12");
    OK(healpix_moc_intersection_all(all, 4, &out));
    IS(out, "0/2 1/");
    OK(healpix_moc_union_all(NULL, 0, &out));
    IS(out, "0/");
    OK(healpix_moc_intersection_all(NULL, 0, &out));
    IS(out, "0/0-11");

    // Into a MOC that is there, over and over.
    out = moc_of("3/7");
    OK(healpix_moc_union_into(a, b, out));
    still_is(out, "0/1-2 1/12");
    OK(healpix_moc_intersection_into(a, b, out));
    still_is(out, "0/2 1/");
    OK(healpix_moc_difference_into(a, b, out));
    still_is(out, "0/1 1/");
    OK(healpix_moc_symmetric_difference_into(a, b, out));
    still_is(out, "0/1 1/12");
    OK(healpix_moc_complement_into(b, out));
    STATUS(healpix_moc_union_into(NULL, b, out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_intersection_into(a, NULL, out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_difference_into(a, b, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_symmetric_difference_into(a, b, a), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_moc_complement_into(b, b), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_moc_complement_into(NULL, out), HEALPIX_ERR_NULL);
    IS(out, "0/0-1 4-11 1/13-15");

    healpix_moc *few = moc_of("1/5"), *deeper = moc_of("0/1 2 3/");
    CHECK(healpix_moc_is_subset(few, a) && !healpix_moc_is_subset(a, few));
    CHECK(healpix_moc_is_superset(a, few) && !healpix_moc_is_superset(few, a));
    CHECK(healpix_moc_is_disjoint(few, b) && !healpix_moc_is_disjoint(a, b));
    CHECK(healpix_moc_same_set(a, deeper) && !healpix_moc_same_set(a, b));
    CHECK(!healpix_moc_equals(a, deeper) && healpix_moc_equals(a, a));

    out = NULL;
    const healpix_moc *hole[] = {a, NULL};
    STATUS(healpix_moc_union(NULL, b, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_union(a, NULL, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_union(a, b, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_union(a, b, (healpix_moc **)(void *)((char *)&out + 1)), HEALPIX_ERR_ALIGN);
    STATUS(healpix_moc_union(a, b, (healpix_moc **)(void *)a), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_moc_intersection(NULL, b, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_difference(NULL, b, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_symmetric_difference(NULL, b, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_complement(NULL, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_union_all(hole, 2, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_union_all(NULL, 1, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_union_all(all, SIZE_MAX, &out), HEALPIX_ERR_LENGTH);
    STATUS(healpix_moc_intersection_all(hole, 2, &out), HEALPIX_ERR_NULL);
    CHECK(out == NULL);
    CHECK(!healpix_moc_equals(NULL, NULL) && !healpix_moc_same_set(a, NULL) && !healpix_moc_is_subset(NULL, a));
    CHECK(!healpix_moc_is_superset(a, NULL) && !healpix_moc_is_disjoint(NULL, NULL));
    healpix_moc_free(a), healpix_moc_free(b), healpix_moc_free(sky), healpix_moc_free(few), healpix_moc_free(deeper);
}

static void sizes(void)
{
    healpix_moc *moc = moc_of("27/3 28/16 29/"), *three = moc_of("0/0 7 9"), *none = moc_of("3/");
    EQUAL(healpix_moc_depth(moc), 29);
    EQUAL(healpix_moc_len(moc), 1);
    const healpix_range *ranges = healpix_moc_ranges(moc);
    EQUAL(ranges[0].start, 48), EQUAL(ranges[0].end, 68);
    EQUAL(healpix_moc_n_cells(moc), 20);
    EQUAL(healpix_moc_first(moc), 48), EQUAL(healpix_moc_last(moc), 67);
    NEAR(healpix_moc_area(three), PI);
    CHECK(healpix_moc_sky_fraction(three) == 0.25);
    EQUAL(healpix_moc_len(none), 0);
    CHECK(healpix_moc_ranges(none) == NULL);
    EQUAL(healpix_moc_first(none), HEALPIX_INVALID_CELL), EQUAL(healpix_moc_last(none), HEALPIX_INVALID_CELL);

    EQUAL(healpix_moc_depth(NULL), HEALPIX_INVALID_U8);
    EQUAL(healpix_moc_len(NULL), 0), EQUAL(healpix_moc_n_cells(NULL), 0);
    EQUAL(healpix_moc_first(NULL), HEALPIX_INVALID_CELL), EQUAL(healpix_moc_last(NULL), HEALPIX_INVALID_CELL);
    CHECK(healpix_moc_ranges(NULL) == NULL && !healpix_moc_is_empty(NULL) && !healpix_moc_is_all_sky(NULL));
    CHECK(isnan(healpix_moc_area(NULL)) && isnan(healpix_moc_sky_fraction(NULL)));
    healpix_moc_free(NULL);
    healpix_moc_free(moc), healpix_moc_free(three), healpix_moc_free(none);
}

static void questions(void)
{
    healpix_moc *moc = moc_of("0/0 1/16");
    const double lon[] = {PI / 4, NAN, PI / 4}, lat[] = {1, 0, -1}, lon_deg[] = {45, 45, 45}, lat_deg[] = {60, 91, -60};
    uint8_t inside[] = {77, 77, 77};
    STATUS(healpix_moc_contains_points(moc, lon, lat, 3, inside), HEALPIX_ERR_LONGITUDE);
    CHECK(inside[0] == 1 && inside[1] == 0 && inside[2] == 0);
    memset(inside, 77, sizeof inside);
    STATUS(healpix_moc_contains_points_deg(moc, lon_deg, lat_deg, 3, inside), HEALPIX_ERR_LATITUDE);
    CHECK(inside[0] == 1 && inside[1] == 0 && inside[2] == 0);
    OK(healpix_moc_contains_points(moc, lon + 2, lat + 2, 1, inside));
    OK(healpix_moc_contains_points(moc, NULL, NULL, 0, NULL));

    const uint64_t cells[] = {0, 12, 4, 1};
    uint8_t mask[] = {77, 77, 77, 77};
    STATUS(healpix_moc_contains_cells(moc, 0, cells, 4, mask), HEALPIX_ERR_CELL);
    CHECK(mask[0] == 1 && mask[1] == 0 && mask[2] == 0 && mask[3] == 0);
    memset(mask, 77, sizeof mask);
    STATUS(healpix_moc_overlaps_cells(moc, 0, cells, 4, mask), HEALPIX_ERR_CELL);
    CHECK(mask[0] == 1 && mask[1] == 0 && mask[2] == 1 && mask[3] == 0);

    uint8_t one = 77;
    OK(healpix_moc_contains_one(moc, PI / 4, 1, &one));
    EQUAL(one, 1);
    OK(healpix_moc_contains_deg_one(moc, 45, -60, &one));
    EQUAL(one, 0);
    OK(healpix_moc_contains_cell(moc, 29, 0, &one));
    EQUAL(one, 1);
    OK(healpix_moc_overlaps_cell(moc, 0, 4, &one));
    EQUAL(one, 1);

    one = 77;
    memset(mask, 77, sizeof mask);
    STATUS(healpix_moc_contains_one(moc, 0, 2, &one), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_moc_contains_deg_one(moc, INFINITY, 0, &one), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_moc_contains_cell(moc, 0, 12, &one), HEALPIX_ERR_CELL);
    STATUS(healpix_moc_overlaps_cell(moc, 30, 0, &one), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_contains_one(NULL, 0, 0, &one), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_contains_deg_one(moc, 0, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_contains_cell(NULL, 0, 0, &one), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_overlaps_cell(moc, 0, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_contains_cells(moc, 30, cells, 4, mask), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_contains_cells(moc, 0, NULL, 4, mask), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_overlaps_cells(NULL, 0, cells, 4, mask), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_overlaps_cells(moc, 0, cells, 4, (uint8_t *)(void *)cells), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_moc_contains_points(NULL, lon, lat, 3, mask), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_contains_points_deg(moc, lon, lat, 3, NULL), HEALPIX_ERR_NULL);
    EQUAL(one, 77);
    CHECK(mask[0] == 77 && mask[3] == 77);
    healpix_moc_free(moc);
}

static void changes(void)
{
    healpix_moc *moc = moc_of("3/15 16 700"), *out = NULL, *other = NULL;
    OK(healpix_moc_degraded(moc, 2, &out));
    IS(out, "2/3-4 175");
    OK(healpix_moc_refined(moc, 4, &out));
    IS(out, "3/15-16 700 4/");
    healpix_moc_free(moc);

    moc = moc_of("0/4");
    OK(healpix_moc_outer_border(moc, &out));
    IS(out, "0/0 3 5 7-8 11");
    OK(healpix_moc_refined(moc, 2, &other));
    OK(healpix_moc_inner_border(other, &out));
    EQUAL(healpix_moc_n_cells(out), 12);
    healpix_moc_free(out);
    OK(healpix_moc_expanded(moc, 1, &out));
    IS(out, "0/0 3-5 7-8 11");
    OK(healpix_moc_contracted(other, 1, &out));
    EQUAL(healpix_moc_n_cells(out), 4);
    // Its border around nothing: a hole.
    healpix_moc *ring = NULL, *filled = NULL;
    OK(healpix_moc_difference(other, out, &ring));
    healpix_moc_free(out);
    OK(healpix_moc_fill_holes(ring, INFINITY, &filled));
    CHECK(healpix_moc_equals(filled, other));
    healpix_moc_free(filled);
    OK(healpix_moc_fill_holes(ring, 1e-9, &filled));
    CHECK(healpix_moc_equals(filled, ring));
    healpix_moc_free(filled);

    out = NULL;
    STATUS(healpix_moc_degraded(moc, 1, &out), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_refined(other, 1, &out), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_refined(other, 30, &out), HEALPIX_ERR_DEPTH);
    STATUS(healpix_moc_expanded(moc, 1025, &out), HEALPIX_ERR_STEPS);
    STATUS(healpix_moc_contracted(moc, UINT32_MAX, &out), HEALPIX_ERR_STEPS);
    STATUS(healpix_moc_degraded(NULL, 0, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_refined(moc, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_inner_border(NULL, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_outer_border(NULL, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_expanded(NULL, 0, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_contracted(NULL, 0, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_fill_holes(NULL, 1, &out), HEALPIX_ERR_NULL);
    CHECK(out == NULL);
    healpix_moc_free(moc), healpix_moc_free(other), healpix_moc_free(ring);
}

static void parts(void)
{
    // Base cells 0 and 2 meet at the pole only; 5 is on its own.
    healpix_moc *moc = moc_of("0/0 2 1/40");
    healpix_mocs *mocs = NULL;
    OK(healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES, &mocs));
    EQUAL(healpix_mocs_len(mocs), 3);
    healpix_mocs_free(mocs);
    OK(healpix_moc_split(moc, HEALPIX_CONNECTIVITY_EDGES_AND_VERTICES, &mocs));
    healpix_moc_free(moc);
    EQUAL(healpix_mocs_len(mocs), 2);
    healpix_moc *copy = NULL;
    OK(healpix_moc_clone(healpix_mocs_get(mocs, 0), &copy));
    IS(copy, "0/0 2 1/");
    OK(healpix_moc_union(healpix_mocs_get(mocs, 0), healpix_mocs_get(mocs, 1), &copy));
    CHECK(healpix_mocs_get(mocs, 2) == NULL && healpix_mocs_get(mocs, SIZE_MAX) == NULL);
    healpix_mocs_free(mocs);
    mocs = NULL;
    STATUS(healpix_moc_split(copy, 2, &mocs), HEALPIX_ERR_MODE);
    STATUS(healpix_moc_split(NULL, 0, &mocs), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_split(copy, 0, NULL), HEALPIX_ERR_NULL);
    CHECK(mocs == NULL && healpix_mocs_get(NULL, 0) == NULL);
    EQUAL(healpix_mocs_len(NULL), 0);
    healpix_mocs_free(NULL);
    IS(copy, "0/0 2 1/40");
}

static void cells(void)
{
    healpix_moc *moc = moc_of("0/1 1/8 2/36");
    healpix_moc_iter *iter = NULL;
    healpix_moc_flat_iter *flat = NULL;
    healpix_cell cell = {77, 77, 77};
    OK(healpix_moc_iter_new(moc, &iter));
    OK(healpix_moc_iter_next(iter, &cell));
    EQUAL(cell.index, 1), EQUAL(cell.depth, 0), EQUAL(cell.full, 1);
    OK(healpix_moc_iter_next(iter, &cell));
    EQUAL(cell.index, 8), EQUAL(cell.depth, 1);
    OK(healpix_moc_iter_next(iter, &cell));
    EQUAL(cell.index, 36), EQUAL(cell.depth, 2);
    STATUS(healpix_moc_iter_next(iter, &cell), HEALPIX_END);
    STATUS(healpix_moc_iter_next(iter, &cell), HEALPIX_END);
    EQUAL(cell.index, 36);
    STATUS(healpix_moc_iter_next(NULL, &cell), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_iter_next(iter, NULL), HEALPIX_ERR_NULL);

    uint64_t list[21], number = 77;
    size_t len = 77;
    memset(list, 0xff, sizeof list);
    STATUS(healpix_moc_flat(moc, 0, NULL, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 21);
    STATUS(healpix_moc_flat(moc, 20, list, &len), HEALPIX_ERR_BUFFER);
    EQUAL(list[0], HEALPIX_INVALID_CELL);
    OK(healpix_moc_flat(moc, 21, list, &len));
    EQUAL(len, 21);
    OK(healpix_moc_flat_iter_new(moc, &flat));
    for (size_t k = 0; k < 21; k++) {
        OK(healpix_moc_flat_iter_next(flat, &number));
        EQUAL(number, list[k]);
        EQUAL(number, k < 16 ? 16 + k : k < 20 ? 32 + k - 16 : 36);
    }
    STATUS(healpix_moc_flat_iter_next(flat, &number), HEALPIX_END);
    EQUAL(number, 36);
    STATUS(healpix_moc_flat_iter_next(NULL, &number), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_flat_iter_next(flat, NULL), HEALPIX_ERR_NULL);

    len = 77;
    STATUS(healpix_moc_to_uniq(moc, 2, list, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 3);
    OK(healpix_moc_to_uniq(moc, 21, list, &len));
    EQUAL(len, 3);
    CELLS(list, 5, 24, 100);

    healpix_moc *sky = moc_of("0/0-11 29/");
    STATUS(healpix_moc_flat(sky, 0, NULL, &len), HEALPIX_ERR_BUFFER);
    EQUAL(len, 12ULL << 58);
    len = 77;
    STATUS(healpix_moc_flat(NULL, 21, list, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_flat(moc, 21, NULL, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_flat(moc, 21, list, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_flat(moc, SIZE_MAX, list, &len), HEALPIX_ERR_LENGTH);
    STATUS(healpix_moc_flat(moc, 21, list, (size_t *)(void *)list), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_moc_to_uniq(NULL, 21, list, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_to_uniq(moc, 21, list, NULL), HEALPIX_ERR_NULL);
    EQUAL(len, 77);
    CELLS(list, 5, 24, 100);

    // The MOC may go first.
    healpix_moc_free(moc), healpix_moc_free(sky);
    healpix_moc_iter_free(iter), healpix_moc_flat_iter_free(flat);
    healpix_moc_iter_free(NULL), healpix_moc_flat_iter_free(NULL);
    iter = NULL, flat = NULL;
    STATUS(healpix_moc_iter_new(NULL, &iter), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_flat_iter_new(NULL, &flat), HEALPIX_ERR_NULL);
    CHECK(iter == NULL && flat == NULL);
}

static void text(void)
{
    healpix_moc *moc = moc_of("3/1-5 8 4/200 6/"), *out = NULL;
    char buffer[64];
    size_t len = 77;
    memset(buffer, 'x', sizeof buffer);
    OK(healpix_moc_to_ascii(moc, NULL, 0, &len));
    EQUAL(len, 16);
    STATUS(healpix_moc_to_ascii(moc, buffer, 16, &len), HEALPIX_ERR_BUFFER);
    CHECK(strcmp(buffer, "3/1-5 8 4/200 6") == 0 && buffer[16] == 'x');
    OK(healpix_moc_to_ascii(moc, buffer, 17, &len));
    CHECK(strcmp(buffer, "3/1-5 8 4/200 6/") == 0);
    OK(healpix_moc_to_json(moc, buffer, sizeof buffer, &len));
    CHECK(strcmp(buffer, "{\"3\":[1,2,3,4,5,8],\"4\":[200],\"6\":[]}") == 0);
    OK(healpix_moc_from_json(buffer, len, &out));
    CHECK(healpix_moc_equals(out, moc));
    healpix_moc_free(out);

    out = NULL;
    STATUS(healpix_moc_from_ascii("3/1-5\n4/9-7", 11, &out), HEALPIX_ERR_SYNTAX);
    CHECK(message_has("line 2"));
    STATUS(healpix_moc_from_ascii("3/1", 4, &out), HEALPIX_ERR_SYNTAX);
    STATUS(healpix_moc_from_ascii("", 0, &out), HEALPIX_ERR_SYNTAX);
    STATUS(healpix_moc_from_ascii(NULL, 0, &out), HEALPIX_ERR_SYNTAX);
    STATUS(healpix_moc_from_ascii("3/1 \xff", 5, &out), HEALPIX_ERR_UTF8);
    CHECK(message_has("byte 4"));
    STATUS(healpix_moc_from_json("{\"1\":[48]}", 10, &out), HEALPIX_ERR_SYNTAX);
    STATUS(healpix_moc_from_json("\xc3", 1, &out), HEALPIX_ERR_UTF8);
    STATUS(healpix_moc_from_ascii(NULL, 1, &out), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_ascii("3/1", 3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_from_json("{}", SIZE_MAX, &out), HEALPIX_ERR_LENGTH);
    CHECK(out == NULL);
    len = 77;
    buffer[0] = 'y';
    STATUS(healpix_moc_to_ascii(NULL, buffer, 64, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_to_ascii(moc, NULL, 64, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_to_ascii(moc, buffer, 64, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_to_json(NULL, buffer, 64, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_moc_to_json(moc, (char *)&len, 8, &len), HEALPIX_ERR_OVERLAP);
    CHECK(len == 77 && buffer[0] == 'y');
    healpix_moc_free(moc);
}

int main(void)
{
    building();
    algebra();
    sizes();
    questions();
    changes();
    parts();
    cells();
    text();
    return finish();
}
