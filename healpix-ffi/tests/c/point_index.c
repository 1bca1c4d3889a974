// The point index: filling, building, views, queries, cross-match, and the rules of its handles.
#include "check.h"

static healpix_point_index *filled(const double *lon, const double *lat, size_t n)
{
    healpix_point_index *index = NULL;
    uint32_t first = 77;
    OK(healpix_point_index_new(&index));
    OK(healpix_point_index_push_slice(index, lon, lat, n, &first));
    EQUAL(first, 0);
    OK(healpix_point_index_build(index));
    return index;
}

static void filling(void)
{
    healpix_point_index *index = NULL;
    OK(healpix_point_index_with_capacity(10, &index));
    CHECK(healpix_point_index_is_built(index));
    EQUAL(healpix_point_index_rows(index), 0);
    uint32_t row = 77;
    OK(healpix_point_index_push(index, 3.0, 0.25, &row));
    EQUAL(row, 0);
    OK(healpix_point_index_push_deg(index, 0.0, 45.0, &row));
    EQUAL(row, 1);
    STATUS(healpix_point_index_push(index, NAN, 0.0, &row), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_point_index_push_deg(index, 0.0, 90.5, &row), HEALPIX_ERR_LATITUDE);
    EQUAL(row, 1);
    CHECK(!healpix_point_index_is_built(index));
    EQUAL(healpix_point_index_rows(index), 2);

    // A bad row takes its number and is never found; the good ones are in.
    const double lon[] = {90.0, 91.0, 92.0}, lat[] = {0.0, -91.0, 0.0};
    uint32_t first = 77;
    STATUS(healpix_point_index_push_slice_deg(index, lon, lat, 3, &first), HEALPIX_ERR_LATITUDE);
    CHECK(message_has("1 of 3") && message_has("index 1"));
    EQUAL(first, 2);
    EQUAL(healpix_point_index_rows(index), 5);
    OK(healpix_point_index_push_slice(index, NULL, NULL, 0, &first));
    EQUAL(first, 5);

    // No view and no answer before the build.
    CHECK(healpix_point_index_cells(index) == NULL);
    CHECK(message_has("built"));
    CHECK(healpix_point_index_row_numbers(index) == NULL);
    CHECK(healpix_point_index_lon(index) == NULL && healpix_point_index_lat(index) == NULL);
    healpix_matches *matches = NULL;
    healpix_pairs *pairs = NULL;
    healpix_occupied *occupied = NULL;
    const uint32_t *rows = NULL;
    size_t len = 77;
    STATUS(healpix_point_index_nearest(index, 0, 0, 1, &matches), HEALPIX_ERR_NOT_BUILT);
    STATUS(healpix_point_index_nearest_deg(index, 0, 0, 1, &matches), HEALPIX_ERR_NOT_BUILT);
    STATUS(healpix_point_index_within(index, 0, 0, 1, &matches), HEALPIX_ERR_NOT_BUILT);
    STATUS(healpix_point_index_within_deg(index, 0, 0, 1, &matches), HEALPIX_ERR_NOT_BUILT);
    STATUS(healpix_point_index_cross_match(index, index, 1, 0, &pairs), HEALPIX_ERR_NOT_BUILT);
    STATUS(healpix_point_index_occupied(index, 0, &occupied), HEALPIX_ERR_NOT_BUILT);
    STATUS(healpix_point_index_rows_in_cell(index, 0, 0, &rows, &len), HEALPIX_ERR_NOT_BUILT);
    CHECK(matches == NULL && pairs == NULL && occupied == NULL && rows == NULL && len == 77);

    OK(healpix_point_index_build(index));
    OK(healpix_point_index_build(index));
    EQUAL(healpix_point_index_len(index), 4);
    EQUAL(healpix_point_index_rows(index), 5);

    // Where all rows are bad, only numbers are taken: there is nothing to build.
    STATUS(healpix_point_index_push_slice_deg(index, lon, &lat[1], 1, &first), HEALPIX_ERR_LATITUDE);
    EQUAL(first, 5);
    EQUAL(healpix_point_index_rows(index), 6);
    CHECK(healpix_point_index_is_built(index) && healpix_point_index_cells(index) != NULL);

    OK(healpix_point_index_clear(index));
    EQUAL(healpix_point_index_len(index), 0);
    EQUAL(healpix_point_index_rows(index), 0);
    CHECK(healpix_point_index_is_built(index));
    CHECK(healpix_point_index_cells(index) == NULL);
    OK(healpix_point_index_push(index, 0, 0, &row));
    EQUAL(row, 0);
    healpix_point_index_free(index);

    healpix_point_index *none = NULL;
    STATUS(healpix_point_index_with_capacity(SIZE_MAX, &none), HEALPIX_ERR_MEMORY);
    CHECK(none == NULL);
}

static void views(void)
{
    const double lon[] = {3.0, 0.0, 3.1}, lat[] = {0.25, 0.0, 0.25};
    healpix_point_index *index = filled(lon, lat, 3);
    const uint64_t *cells = healpix_point_index_cells(index);
    const uint32_t *rows = healpix_point_index_row_numbers(index);
    const double *lons = healpix_point_index_lon(index), *lats = healpix_point_index_lat(index);
    EQUAL(healpix_point_index_len(index), 3);
    for (size_t k = 0; k < 3; k++) {
        CHECK(lons[k] == lon[rows[k]] && lats[k] == lat[rows[k]]);
        uint64_t cell = 0;
        OK(healpix_nested_hash_one(29, lons[k], lats[k], &cell));
        EQUAL(cells[k], cell);
        CHECK(k == 0 || cells[k - 1] <= cells[k]);
    }
    EQUAL(rows[0], 1);

    const uint32_t *in_cell = NULL;
    size_t len = 77;
    OK(healpix_point_index_rows_in_cell(index, 0, 6, &in_cell, &len));
    EQUAL(len, 2);
    CHECK(in_cell == rows + 1);
    OK(healpix_point_index_rows_in_cell(index, 0, 11, &in_cell, &len));
    CHECK(in_cell == NULL && len == 0);
    len = 77;
    STATUS(healpix_point_index_rows_in_cell(index, 0, 12, &in_cell, &len), HEALPIX_ERR_CELL);
    STATUS(healpix_point_index_rows_in_cell(index, 30, 0, &in_cell, &len), HEALPIX_ERR_DEPTH);
    STATUS(healpix_point_index_rows_in_cell(NULL, 0, 0, &in_cell, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_rows_in_cell(index, 0, 0, NULL, &len), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_rows_in_cell(index, 0, 0, &in_cell, NULL), HEALPIX_ERR_NULL);
    EQUAL(len, 77);
    healpix_point_index_free(index);
}

static void queries(void)
{
    // Row 2 is a double of row 0.
    const double lon[] = {0.1, 0.2, 0.1, 0.5}, lat[] = {0.0, 0.0, 0.0, 0.0};
    healpix_point_index *index = filled(lon, lat, 4);
    healpix_matches *matches = NULL;
    OK(healpix_point_index_nearest(index, 0.11, 0.0, 3, &matches));
    EQUAL(healpix_matches_len(matches), 3);
    const healpix_match *found = healpix_matches_data(matches);
    EQUAL(found[0].row, 0), EQUAL(found[1].row, 2), EQUAL(found[2].row, 1);
    NEAR(found[0].distance, 0.01), NEAR(found[1].distance, 0.01), NEAR(found[2].distance, 0.09);
    double same = 0;
    OK(healpix_sphere_distance_one(0.11, 0.0, 0.2, 0.0, &same));
    CHECK(found[2].distance == same);
    healpix_matches_free(matches);

    OK(healpix_point_index_nearest_deg(index, 0.11 * 180 / PI, 0.0, 100, &matches));
    EQUAL(healpix_matches_len(matches), 4);
    EQUAL(healpix_matches_data(matches)[3].row, 3);
    healpix_matches_free(matches);
    OK(healpix_point_index_nearest(index, 0.0, 0.0, 0, &matches));
    EQUAL(healpix_matches_len(matches), 0);
    CHECK(healpix_matches_data(matches) == NULL);
    healpix_matches_free(matches);

    OK(healpix_point_index_within(index, 0.1, 0.0, 0.15, &matches));
    EQUAL(healpix_matches_len(matches), 3);
    EQUAL(healpix_matches_data(matches)[2].row, 1);
    healpix_matches_free(matches);
    OK(healpix_point_index_within_deg(index, 0.0, 0.0, 180.0, &matches));
    EQUAL(healpix_matches_len(matches), 4);
    healpix_matches_free(matches);

    matches = NULL;
    STATUS(healpix_point_index_nearest(index, INFINITY, 0, 1, &matches), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_point_index_nearest_deg(index, 0, 91, 1, &matches), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_point_index_within(index, 0, 2, 1, &matches), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_point_index_within(index, 0, 0, -1, &matches), HEALPIX_ERR_RADIUS);
    STATUS(healpix_point_index_within(index, 0, 0, NAN, &matches), HEALPIX_ERR_RADIUS);
    STATUS(healpix_point_index_within_deg(index, 0, 0, 180.5, &matches), HEALPIX_ERR_RADIUS);
    STATUS(healpix_point_index_nearest(NULL, 0, 0, 1, &matches), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_nearest(index, 0, 0, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_nearest_deg(NULL, 0, 0, 1, &matches), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_within(index, 0, 0, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_within_deg(NULL, 0, 0, 1, &matches), HEALPIX_ERR_NULL);
    CHECK(matches == NULL);
    healpix_point_index_free(index);
}

static void is_list(const healpix_match_lists *lists, size_t k, const healpix_matches *matches)
{
    const uint64_t *at = &healpix_match_lists_offsets(lists)[k];
    EQUAL(at[1] - at[0], healpix_matches_len(matches));
    for (size_t m = 0; m < at[1] - at[0]; m++) {
        const healpix_match *found = &healpix_match_lists_matches(lists)[at[0] + m], *one = &healpix_matches_data(matches)[m];
        CHECK(found->row == one->row && found->distance == one->distance);
    }
}

static void many(void)
{
    const double lon[] = {0.1, 0.2, 0.1, 0.5}, lat[] = {0.0, 0.0, 0.0, 0.0};
    healpix_point_index *index = filled(lon, lat, 4);
    const double at_lon[] = {0.11, 3.0, 0.5}, at_lat[] = {0.0, 1.0, 0.0}, radius[] = {0.1, 0.2, 3.0};
    healpix_match_lists *nearest = NULL, *nearest_deg = NULL, *within = NULL, *within_deg = NULL;
    OK(healpix_point_index_nearest_many(index, at_lon, at_lat, 3, 2, &nearest));
    OK(healpix_point_index_nearest_many_deg(index, at_lon, at_lat, 3, 100, &nearest_deg));
    OK(healpix_point_index_within_many(index, at_lon, at_lat, radius, 3, &within));
    OK(healpix_point_index_within_many_deg(index, at_lon, at_lat, radius, 3, &within_deg));
    EQUAL(healpix_match_lists_len(nearest), 3), EQUAL(healpix_match_lists_len(within), 3);
    EQUAL(healpix_match_lists_offsets(nearest)[3], 6), EQUAL(healpix_match_lists_offsets(nearest_deg)[3], 12);
    EQUAL(healpix_match_lists_offsets(within)[1], 3), EQUAL(healpix_match_lists_offsets(within)[2], 3);
    EQUAL(healpix_match_lists_offsets(within)[3], 7);
    for (size_t k = 0; k < 3; k++) {
        healpix_matches *one = NULL;
        OK(healpix_point_index_nearest(index, at_lon[k], at_lat[k], 2, &one));
        is_list(nearest, k, one), healpix_matches_free(one);
        OK(healpix_point_index_nearest_deg(index, at_lon[k], at_lat[k], 100, &one));
        is_list(nearest_deg, k, one), healpix_matches_free(one);
        OK(healpix_point_index_within(index, at_lon[k], at_lat[k], radius[k], &one));
        is_list(within, k, one), healpix_matches_free(one);
        OK(healpix_point_index_within_deg(index, at_lon[k], at_lat[k], radius[k], &one));
        is_list(within_deg, k, one), healpix_matches_free(one);
    }
    healpix_match_lists_free(nearest), healpix_match_lists_free(nearest_deg), healpix_match_lists_free(within_deg);

    // No position: no list, and one offset.
    healpix_match_lists *none = NULL;
    OK(healpix_point_index_within_many(index, NULL, NULL, NULL, 0, &none));
    CHECK(healpix_match_lists_len(none) == 0 && healpix_match_lists_offsets(none)[0] == 0);
    CHECK(healpix_match_lists_matches(none) == NULL);
    healpix_match_lists_free(none);
    CHECK(healpix_match_lists_len(NULL) == 0 && healpix_match_lists_offsets(NULL) == NULL);
    CHECK(healpix_match_lists_matches(NULL) == NULL);
    healpix_match_lists_free(NULL);

    // One bad position or radius refuses all.
    none = NULL;
    const double bad_lat[] = {0.0, 91.0, -91.0}, bad_radius[] = {0.1, 0.2, -0.1}, bad_lon[] = {NAN, 0.0, 0.0};
    STATUS(healpix_point_index_nearest_many(index, at_lon, bad_lat, 3, 1, &none), HEALPIX_ERR_LATITUDE);
    CHECK(message_has("2 of 3") && message_has("index 1"));
    STATUS(healpix_point_index_nearest_many_deg(index, bad_lon, at_lat, 3, 1, &none), HEALPIX_ERR_LONGITUDE);
    STATUS(healpix_point_index_within_many(index, at_lon, at_lat, bad_radius, 3, &none), HEALPIX_ERR_RADIUS);
    CHECK(message_has("1 of 3") && message_has("index 2"));
    STATUS(healpix_point_index_within_many_deg(index, at_lon, bad_lat, radius, 3, &none), HEALPIX_ERR_LATITUDE);
    STATUS(healpix_point_index_nearest_many(NULL, at_lon, at_lat, 3, 1, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_nearest_many(index, NULL, at_lat, 3, 1, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_nearest_many(index, at_lon, NULL, 3, 1, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_nearest_many(index, at_lon, at_lat, 3, 1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_within_many(index, at_lon, at_lat, NULL, 3, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_within_many(index, at_lon, at_lat, radius, 3, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_nearest_many(index, at_lon, at_lat, SIZE_MAX, 1, &none), HEALPIX_ERR_LENGTH);
    uint32_t row = 77;
    OK(healpix_point_index_push(index, 0.1, 0.0, &row));
    STATUS(healpix_point_index_nearest_many(index, at_lon, at_lat, 3, 1, &none), HEALPIX_ERR_NOT_BUILT);
    STATUS(healpix_point_index_within_many_deg(index, at_lon, at_lat, radius, 3, &none), HEALPIX_ERR_NOT_BUILT);
    CHECK(none == NULL);
    // The lists need the index no more.
    healpix_point_index_free(index);
    EQUAL(healpix_match_lists_matches(within)[3].row, 3);
    healpix_match_lists_free(within);
}

static void regions(void)
{
    const double lon[] = {0.1, 0.2, 0.1, 0.5}, lat[] = {0.0, 0.0, 0.0, 0.0};
    healpix_point_index *index = filled(lon, lat, 4);
    healpix_region *region = NULL;
    healpix_rows *rows = NULL;
    OK(healpix_region_zone(0.05, -0.1, 0.15, 0.1, &region));
    OK(healpix_point_index_region(index, region, &rows));
    EQUAL(healpix_rows_len(rows), 2);
    EQUAL(healpix_rows_data(rows)[0], 0), EQUAL(healpix_rows_data(rows)[1], 2);

    healpix_rows *none = NULL;
    uint32_t row = 77;
    STATUS(healpix_point_index_region(NULL, region, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_region(index, NULL, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_region(index, region, NULL), HEALPIX_ERR_NULL);
    OK(healpix_point_index_push(index, 0.1, 0.0, &row));
    STATUS(healpix_point_index_region(index, region, &none), HEALPIX_ERR_NOT_BUILT);
    CHECK(none == NULL);
    OK(healpix_point_index_clear(index));
    OK(healpix_point_index_region(index, region, &none));
    CHECK(healpix_rows_len(none) == 0 && healpix_rows_data(none) == NULL);
    healpix_rows_free(none);
    // The rows need neither.
    healpix_point_index_free(index);
    healpix_region_free(region);
    EQUAL(healpix_rows_data(rows)[1], 2);
    healpix_rows_free(rows);
}

static void cross_match(void)
{
    const double lon[] = {0.1, 0.2, 0.9}, lat[] = {0, 0, 0}, right_lon[] = {0.19, 0.21, 0.1}, right_lat[] = {0, 0, 0.001};
    healpix_point_index *left = filled(lon, lat, 3), *right = filled(right_lon, right_lat, 3);
    healpix_pairs *pairs = NULL;
    OK(healpix_point_index_cross_match(left, right, 0.02, HEALPIX_CROSS_MATCH_ALL, &pairs));
    EQUAL(healpix_pairs_len(pairs), 3);
    const healpix_pair *data = healpix_pairs_data(pairs);
    EQUAL(data[0].left, 0), EQUAL(data[0].right, 2), NEAR(data[0].distance, 0.001);
    EQUAL(data[1].left, 1), EQUAL(data[2].left, 1);
    CHECK(data[1].distance <= data[2].distance);
    EQUAL(data[1].right + data[2].right, 1);
    healpix_pairs_free(pairs);
    OK(healpix_point_index_cross_match(left, right, 0.02, HEALPIX_CROSS_MATCH_BEST, &pairs));
    EQUAL(healpix_pairs_len(pairs), 2);
    healpix_pairs_free(pairs);
    // With itself: every row finds itself.
    OK(healpix_point_index_cross_match(left, left, 0, HEALPIX_CROSS_MATCH_ALL, &pairs));
    EQUAL(healpix_pairs_len(pairs), 3);
    healpix_pairs_free(pairs);

    pairs = NULL;
    STATUS(healpix_point_index_cross_match(left, right, 0.02, 2, &pairs), HEALPIX_ERR_MODE);
    STATUS(healpix_point_index_cross_match(left, right, 4, 0, &pairs), HEALPIX_ERR_RADIUS);
    STATUS(healpix_point_index_cross_match(NULL, right, 1, 0, &pairs), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_cross_match(left, NULL, 1, 0, &pairs), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_cross_match(left, right, 1, 0, NULL), HEALPIX_ERR_NULL);
    CHECK(pairs == NULL);
    healpix_point_index_free(left);
    healpix_point_index_free(right);
}

static void occupied_cells(void)
{
    const double lon[] = {3.0, 0.0, 3.1}, lat[] = {0, 0, 0};
    healpix_point_index *index = filled(lon, lat, 3);
    healpix_occupied *occupied = NULL;
    healpix_cell_count at = {77, 77};
    OK(healpix_point_index_occupied(index, 0, &occupied));
    OK(healpix_occupied_next(occupied, &at));
    EQUAL(at.cell, 4), EQUAL(at.count, 1);

    // The index changes under the iterator: it says so, and goes on behind cell 4 once it is built again.
    uint32_t row;
    OK(healpix_point_index_push(index, PI / 2, 0, &row));
    OK(healpix_point_index_push(index, 0.1, 0, &row));
    STATUS(healpix_occupied_next(occupied, &at), HEALPIX_ERR_NOT_BUILT);
    EQUAL(at.cell, 4);
    OK(healpix_point_index_build(index));
    OK(healpix_occupied_next(occupied, &at));
    EQUAL(at.cell, 5), EQUAL(at.count, 1);
    OK(healpix_occupied_next(occupied, &at));
    EQUAL(at.cell, 6), EQUAL(at.count, 2);
    STATUS(healpix_occupied_next(occupied, &at), HEALPIX_END);
    STATUS(healpix_occupied_next(occupied, &at), HEALPIX_END);
    EQUAL(at.cell, 6);
    OK(healpix_point_index_clear(index));
    STATUS(healpix_occupied_next(occupied, &at), HEALPIX_END);
    STATUS(healpix_occupied_next(NULL, &at), HEALPIX_ERR_NULL);
    STATUS(healpix_occupied_next(occupied, NULL), HEALPIX_ERR_NULL);

    healpix_occupied *none = NULL;
    STATUS(healpix_point_index_occupied(index, 30, &none), HEALPIX_ERR_DEPTH);
    STATUS(healpix_point_index_occupied(NULL, 0, &none), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_occupied(index, 0, NULL), HEALPIX_ERR_NULL);
    CHECK(none == NULL);
    // The index may go first.
    healpix_point_index_free(index);
    healpix_occupied_free(occupied);
}

static void wrong_handles(void)
{
    uint32_t row = 77;
    const double one[] = {0.0};
    STATUS(healpix_point_index_new(NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_with_capacity(1, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_push(NULL, 0, 0, &row), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_push_deg(NULL, 0, 0, &row), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_push_slice(NULL, one, one, 1, &row), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_push_slice_deg(NULL, one, one, 1, &row), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_build(NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_clear(NULL), HEALPIX_ERR_NULL);
    EQUAL(row, 77);
    EQUAL(healpix_point_index_rows(NULL), 0);
    EQUAL(healpix_point_index_len(NULL), 0);
    CHECK(!healpix_point_index_is_built(NULL));
    CHECK(healpix_point_index_cells(NULL) == NULL && healpix_point_index_row_numbers(NULL) == NULL);
    CHECK(healpix_point_index_lon(NULL) == NULL && healpix_point_index_lat(NULL) == NULL);
    EQUAL(healpix_matches_len(NULL), 0);
    EQUAL(healpix_pairs_len(NULL), 0);
    EQUAL(healpix_rows_len(NULL), 0);
    CHECK(healpix_matches_data(NULL) == NULL && healpix_pairs_data(NULL) == NULL && healpix_rows_data(NULL) == NULL);
    healpix_point_index_free(NULL);
    healpix_matches_free(NULL);
    healpix_pairs_free(NULL);
    healpix_occupied_free(NULL);
    healpix_rows_free(NULL);

    healpix_point_index *index = NULL;
    OK(healpix_point_index_new(&index));
    STATUS(healpix_point_index_push(index, 0, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_push_deg(index, 0, 0, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_push_slice(index, NULL, one, 1, &row), HEALPIX_ERR_NULL);
    STATUS(healpix_point_index_push_slice(index, one, one, SIZE_MAX, &row), HEALPIX_ERR_LENGTH);
    STATUS(healpix_point_index_push_slice_deg(index, one, one, 1, (uint32_t *)(void *)one), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_point_index_push_slice_deg(index, one, (const double *)(const void *)((const char *)one + 1), 1, &row),
           HEALPIX_ERR_ALIGN);
    EQUAL(healpix_point_index_rows(index), 0);
    EQUAL(row, 77);
    healpix_point_index_free(index);
}

int main(void)
{
    filling();
    views();
    queries();
    many();
    regions();
    cross_match();
    occupied_cells();
    wrong_handles();
    return finish();
}
