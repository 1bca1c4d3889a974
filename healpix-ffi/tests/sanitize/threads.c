/* threads N: many threads, each with handles of its own and messages of its own, long arrays, MOCs of many ranges and batches of
 * regions divided among N threads of the library: what looks for races finds none. */
#include <healpix/healpix.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 6, LONG = 70000 };

#define CHECK(condition)                                             \
    do {                                                             \
        if (!(condition)) {                                          \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            exit(1);                                                 \
        }                                                            \
    } while (0)

static void coverages(double lon) {
    healpix_region *cone = NULL, *zone = NULL, *both = NULL;
    CHECK(healpix_region_cone(lon, 0.3, 0.2, &cone) == HEALPIX_OK);
    CHECK(healpix_region_zone(lon, 0.1, lon + 0.3, 0.5, &zone) == HEALPIX_OK);
    const healpix_region *members[] = {cone, zone};
    CHECK(healpix_region_union(members, 2, &both) == HEALPIX_OK);
    healpix_region_free(cone);
    healpix_region_free(zone);
    healpix_coverage *coverage = NULL;
    CHECK(healpix_coverage_of(5, both, &coverage) == HEALPIX_OK);
    healpix_coverage_iter *iter = NULL;
    CHECK(healpix_coverage_iter_new(coverage, &iter) == HEALPIX_OK);
    healpix_cell cell;
    uint64_t n = 0;
    while (healpix_coverage_iter_next(iter, &cell) == HEALPIX_OK) n++;
    CHECK(n == healpix_coverage_n_flat(coverage));
    healpix_coverage_iter_free(iter);
    healpix_moc *moc = NULL, *rest = NULL;
    CHECK(healpix_coverage_moc(coverage, &moc) == HEALPIX_OK);
    healpix_coverage_free(coverage);
    CHECK(healpix_moc_complement(moc, &rest) == HEALPIX_OK);
    CHECK(healpix_moc_union_into(moc, rest, rest) == HEALPIX_ERR_OVERLAP);
    CHECK(healpix_moc_is_disjoint(moc, rest));
    healpix_bytes *bytes = NULL;
    CHECK(healpix_moc_to_fits(moc, HEALPIX_FITS_RANGE, &bytes) == HEALPIX_OK);
    healpix_moc *back = NULL;
    CHECK(healpix_moc_from_fits(healpix_bytes_data(bytes), healpix_bytes_len(bytes), &back) == HEALPIX_OK);
    CHECK(healpix_moc_equals(moc, back));
    healpix_bytes_free(bytes);
    healpix_moc_free(back);
    healpix_moc_free(rest);
    healpix_moc_free(moc);
    healpix_region_free(both);
}

static void rows(double lon) {
    healpix_point_index *index = NULL;
    CHECK(healpix_point_index_new(&index) == HEALPIX_OK);
    for (int k = 0; k < 200; k++) {
        uint32_t row;
        CHECK(healpix_point_index_push(index, lon + 0.01 * k, 0.005 * k - 0.5, &row) == HEALPIX_OK);
    }
    CHECK(healpix_point_index_build(index) == HEALPIX_OK);
    healpix_matches *matches = NULL;
    CHECK(healpix_point_index_nearest(index, lon, 0.0, 7, &matches) == HEALPIX_OK);
    CHECK(healpix_matches_len(matches) == 7);
    healpix_matches_free(matches);
    healpix_point_index_free(index);
}

/* The message of a thread is of that thread's own last failure. */
static void messages(int number) {
    uint64_t cell;
    char text[200], expected[40];
    size_t len;
    CHECK(healpix_nested_hash_one((uint8_t)(100 + number), 0.0, 0.0, &cell) == HEALPIX_ERR_DEPTH);
    CHECK(healpix_last_error_message(text, sizeof text, &len) == HEALPIX_OK);
    snprintf(expected, sizeof expected, "%d", 100 + number);
    CHECK(strstr(text, expected) != NULL);
}

static void arrays(double shift) {
    double *lon = malloc(LONG * sizeof *lon), *lat = malloc(LONG * sizeof *lat);
    uint64_t *cells = malloc(LONG * sizeof *cells), one;
    CHECK(lon && lat && cells);
    for (int k = 0; k < LONG; k++) {
        lon[k] = shift + 1e-4 * k;
        lat[k] = 1e-5 * k - 0.3;
    }
    CHECK(healpix_nested_hash(9, lon, lat, LONG, cells) == HEALPIX_OK);
    for (int k = 0; k < LONG; k += 997) {
        CHECK(healpix_nested_hash_one(9, lon[k], lat[k], &one) == HEALPIX_OK && one == cells[k]);
    }
    free(lon);
    free(lat);
    free(cells);
}

/* MOCs of cells and of ranges in any order, and what two of them make together. */
static void mocs(uint64_t seed) {
    const uint64_t sky = UINT64_C(12) << 28;
    uint64_t *cells = malloc(LONG * sizeof *cells);
    healpix_range *ranges = malloc(LONG * sizeof *ranges);
    CHECK(cells && ranges);
    for (int k = 0; k < LONG; k++) {
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        cells[k] = (seed >> 20) % sky;
        ranges[k].start = (seed >> 30) % (sky - 3);
        ranges[k].end = ranges[k].start + 1 + seed % 3;
    }
    healpix_moc *a = NULL, *b = NULL, *either = NULL, *both = NULL;
    CHECK(healpix_moc_from_cells(14, cells, LONG, &a) == HEALPIX_OK);
    CHECK(healpix_moc_from_ranges(14, ranges, LONG, &b) == HEALPIX_OK);
    CHECK(healpix_moc_union(a, b, &either) == HEALPIX_OK);
    CHECK(healpix_moc_intersection(a, b, &both) == HEALPIX_OK);
    CHECK(healpix_moc_n_cells(either) + healpix_moc_n_cells(both) == healpix_moc_n_cells(a) + healpix_moc_n_cells(b));
    healpix_moc_free(both);
    healpix_moc_free(either);
    healpix_moc_free(b);
    healpix_moc_free(a);
    free(ranges);
    free(cells);
}

static void fields(double shift) {
    enum { N = 100 };
    double lon[N], lat[N], radius[N];
    for (int k = 0; k < N; k++) {
        lon[k] = shift + 0.06 * k;
        lat[k] = 0.02 * k - 1.0;
        radius[k] = 0.001 * k;
    }
    healpix_coverages *all = NULL;
    CHECK(healpix_coverage_cones(7, lon, lat, radius, N, &all) == HEALPIX_OK);
    CHECK(healpix_coverages_len(all) == N);
    healpix_coverage *last = NULL;
    CHECK(healpix_coverage_cone(7, lon[N - 1], lat[N - 1], radius[N - 1], &last) == HEALPIX_OK);
    const uint64_t *offsets = healpix_coverages_offsets(all);
    CHECK(offsets[N] - offsets[N - 1] == healpix_coverage_len(last));
    healpix_coverage_free(last);
    healpix_coverages_free(all);
}

static void *work(void *number) {
    int k = *(int *)number;
    for (int round = 0; round < 3; round++) {
        coverages(0.3 * k);
        rows(0.2 * k);
        messages(k);
        arrays(0.1 * k);
        mocs((uint64_t)(1000 * k + round));
        fields(0.05 * k);
    }
    return NULL;
}

int main(int argc, char **argv) {
    pthread_t threads[THREADS];
    int numbers[THREADS];
    size_t most = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
    CHECK(healpix_set_threads(most) == HEALPIX_OK);
    for (int k = 0; k < THREADS; k++) {
        numbers[k] = k;
        CHECK(pthread_create(&threads[k], NULL, work, &numbers[k]) == 0);
    }
    /* May be changed while others work. */
    for (size_t k = 0; k < 6; k++) CHECK(healpix_set_threads(1 + k % most) == HEALPIX_OK);
    for (int k = 0; k < THREADS; k++) CHECK(pthread_join(threads[k], NULL) == 0);
    return 0;
}
