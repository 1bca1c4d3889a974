// What a thread hears: errors and warnings, and how far long calls have come; and what a callback may do meanwhile.
#include "check.h"

// What a log function was told.
struct heard {
    int errors, warnings;
    char last[256];
};

static void hear(uint32_t level, const char *message, void *user)
{
    struct heard *heard = user;
    CHECK(level == HEALPIX_LOG_ERROR || level == HEALPIX_LOG_WARNING);
    if (level == HEALPIX_LOG_ERROR)
        heard->errors++;
    else
        heard->warnings++;
    CHECK(!strchr(message, '\n'));
    snprintf(heard->last, sizeof heard->last, "%s", message);
}

static void logs(void)
{
    struct heard heard = {0};
    uint32_t nside = 0;
    uint64_t cells[3];
    const double lon[] = {0, 1, 2}, lat[] = {0, 99, 1};
    OK(healpix_set_log(hear, &heard));
    OK(healpix_grid_nside(3, &nside));
    EQUAL(heard.errors + heard.warnings, 0);
    STATUS(healpix_grid_nside(30, &nside), HEALPIX_ERR_DEPTH);
    EQUAL(heard.errors, 1);
    CHECK(strcmp(heard.last, "depth 30 is outside 0..=29") == 0);
    STATUS(healpix_nested_hash_one(3, 0, 2, cells), HEALPIX_ERR_LATITUDE);
    EQUAL(heard.errors, 2);
    // The good elements are there: no error, but a warning.
    STATUS(healpix_nested_hash_deg(3, lon, lat, 3, cells), HEALPIX_ERR_LATITUDE);
    EQUAL(heard.warnings, 1);
    CHECK(strstr(heard.last, "index 1") != NULL);

    healpix_moc *moc = NULL;
    OK(healpix_moc_from_ascii("3/1 1", 5, &moc));
    EQUAL(heard.warnings, 2);
    CHECK(strstr(heard.last, "overlap") != NULL);
    healpix_moc_free(moc);

    // The end of an iterator is no error.
    healpix_neighbor_iter *neighbors = NULL;
    OK(healpix_nested_neighbor_iter_new(0, 0, &neighbors));
    uint64_t cell = 0;
    uint32_t direction = 0;
    while (healpix_neighbor_iter_next(neighbors, &cell, &direction) == HEALPIX_OK)
        continue;
    healpix_neighbor_iter_free(neighbors);
    EQUAL(heard.errors, 2);

    OK(healpix_set_log(NULL, NULL));
    STATUS(healpix_grid_nside(30, &nside), HEALPIX_ERR_DEPTH);
    EQUAL(heard.errors, 2);
}

// A log function that itself fails in a call: not told, and the message of the first failure stays.
static void fail_inside(uint32_t level, const char *message, void *user)
{
    uint32_t nside = 0;
    ++*(int *)user;
    CHECK(level == HEALPIX_LOG_ERROR && message[0]);
    STATUS(healpix_grid_nside(77, &nside), HEALPIX_ERR_DEPTH);
}

static void log_that_fails(void)
{
    int calls = 0;
    uint32_t nside = 0;
    char message[64];
    size_t len = 0;
    OK(healpix_set_log(fail_inside, &calls));
    STATUS(healpix_grid_nside(30, &nside), HEALPIX_ERR_DEPTH);
    OK(healpix_set_log(NULL, NULL));
    EQUAL(calls, 1);
    OK(healpix_last_error_message(message, sizeof message, &len));
    CHECK(strcmp(message, "depth 30 is outside 0..=29") == 0);
}

// What a progress function was told, and when it stops.
struct watch {
    uint64_t calls, stop_at, done, total;
    healpix_region *region;
};

static int32_t count(uint64_t done, uint64_t total, void *user)
{
    struct watch *watch = user;
    CHECK(watch->calls == 0 || done >= watch->done);
    CHECK(total == 0 || done <= total);
    watch->calls++;
    watch->done = done;
    watch->total = total;
    return watch->calls == watch->stop_at ? 5 : 0;
}

static void progress_and_stop(void)
{
    healpix_coverage *coverage = NULL, *again = NULL;
    struct watch watch = {0};
    OK(healpix_coverage_cone_deg(16, 10, 20, 12, &coverage));
    OK(healpix_set_progress(count, &watch));
    OK(healpix_coverage_cone_deg(16, 10, 20, 12, &again));
    CHECK(watch.calls >= 2);
    EQUAL(watch.total, 0);
    EQUAL(healpix_coverage_len(again), healpix_coverage_len(coverage));
    healpix_coverage_free(again);
    again = NULL;
    for (uint64_t stop = 1; stop <= 2; stop++) {
        watch = (struct watch){.stop_at = stop};
        STATUS(healpix_coverage_cone_deg(16, 10, 20, 12, &again), HEALPIX_STOPPED);
        CHECK(again == NULL);
        EQUAL(watch.calls, stop);
    }
    // Short calls go unnoticed.
    watch = (struct watch){.stop_at = 1};
    OK(healpix_coverage_cone_deg(8, 10, 20, 1, &again));
    EQUAL(watch.calls, 0);
    healpix_coverage_free(again);

    // Arrays: the whole is known.
    watch = (struct watch){0};
    enum { N = 5 << 18 };
    uint64_t *from = calloc(N, sizeof *from);
    uint64_t *cells = calloc(N, sizeof *cells);
    OK(healpix_nested_to_ring(12, from, N, cells));
    CHECK(watch.calls >= 2 && watch.done == N);
    EQUAL(watch.total, N);
    free(from);
    free(cells);
    OK(healpix_set_progress(NULL, NULL));
    healpix_coverage_free(coverage);
}

// Many positions: what a region is asked is an array, of what an index is asked there is all or nothing.
static void stopped_questions(void)
{
    enum { N = 5 << 18, FEW = 20000 };
    double *zeros = calloc(N, sizeof *zeros);
    uint8_t *inside = malloc(N);
    healpix_region *sky = NULL;
    OK(healpix_region_all_sky(&sky));
    memset(inside, 9, N);
    struct watch watch = {.stop_at = 1};
    OK(healpix_set_progress(count, &watch));
    STATUS(healpix_region_contains(sky, zeros, zeros, N, inside), HEALPIX_STOPPED);
    EQUAL(watch.calls, 1), EQUAL(watch.total, N);
    CHECK(watch.done > 0 && watch.done < N);
    CHECK(inside[0] == 1 && inside[watch.done - 1] == 1 && inside[N - 1] == 0);

    healpix_point_index *index = NULL;
    healpix_match_lists *lists = NULL;
    uint32_t row = 0;
    OK(healpix_point_index_new(&index));
    OK(healpix_point_index_push(index, 0, 0, &row));
    OK(healpix_point_index_build(index));
    watch = (struct watch){.stop_at = 2};
    STATUS(healpix_point_index_nearest_many(index, zeros, zeros, FEW, 1, &lists), HEALPIX_STOPPED);
    EQUAL(watch.calls, 2);
    watch = (struct watch){.stop_at = 1};
    STATUS(healpix_point_index_within_many_deg(index, zeros, zeros, zeros, FEW, &lists), HEALPIX_STOPPED);
    EQUAL(watch.calls, 1);
    CHECK(watch.total >= FEW && lists == NULL);
    OK(healpix_set_progress(NULL, NULL));
    OK(healpix_point_index_nearest_many(index, zeros, zeros, FEW, 1, &lists));
    EQUAL(healpix_match_lists_offsets(lists)[FEW], FEW);
    healpix_match_lists_free(lists);
    healpix_point_index_free(index);
    healpix_region_free(sky);
    free(zeros);
    free(inside);
}

// Uses the handle that the watched call reads, and tries to end it.
static int32_t meddle(uint64_t done, uint64_t total, void *user)
{
    struct watch *watch = user;
    struct heard heard = {0};
    (void)done, (void)total;
    watch->calls++;
    uint8_t inside = 9;
    OK(healpix_region_contains_deg_one(watch->region, 10, 20, &inside));
    EQUAL(inside, 1);
    OK(healpix_set_log(hear, &heard));
    healpix_region_free(watch->region);
    OK(healpix_set_log(NULL, NULL));
    EQUAL(heard.errors, 1);
    CHECK(strstr(heard.last, "in use") != NULL);
    // Long work of its own is not watched.
    healpix_coverage *own = NULL;
    OK(healpix_coverage_of(12, watch->region, &own));
    healpix_coverage_free(own);
    return watch->calls == 2;
}

// Pushes to the index that is being built.
static int pushes = 0;

static int32_t push(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total;
    pushes++;
    uint32_t row = 7;
    STATUS(healpix_point_index_push(user, 0, 0, &row), HEALPIX_ERR_BUSY);
    EQUAL(row, 7);
    EQUAL(healpix_point_index_len(user), 0);
    healpix_point_index_free(user);
    return 0;
}

static void meddling(void)
{
    struct watch watch = {0};
    healpix_coverage *coverage = NULL;
    OK(healpix_region_cone_deg(10, 20, 30, &watch.region));
    OK(healpix_set_progress(meddle, &watch));
    STATUS(healpix_coverage_of(18, watch.region, &coverage), HEALPIX_STOPPED);
    OK(healpix_set_progress(NULL, NULL));
    EQUAL(watch.calls, 2);
    // As good as before.
    OK(healpix_coverage_of(8, watch.region, &coverage));
    healpix_coverage_free(coverage);
    healpix_region_free(watch.region);

    enum { N = 100000 };
    double *lon = calloc(N, sizeof *lon);
    uint32_t first = 0;
    healpix_point_index *index = NULL;
    OK(healpix_point_index_new(&index));
    OK(healpix_point_index_push_slice(index, lon, lon, N, &first));
    OK(healpix_set_progress(push, index));
    OK(healpix_point_index_build(index));
    OK(healpix_set_progress(NULL, NULL));
    CHECK(pushes > 0);
    EQUAL(healpix_point_index_len(index), N);
    healpix_point_index_free(index);
    free(lon);
}

static void neighbors(void)
{
    for (uint64_t cell = 0; cell < 192; cell++) {
        uint64_t all[8], one = 0;
        uint32_t direction = 0;
        int n = 0;
        healpix_neighbor_iter *iter = NULL;
        OK(healpix_nested_neighbors_one(2, cell, all));
        OK(healpix_nested_neighbor_iter_new(2, cell, &iter));
        while (healpix_neighbor_iter_next(iter, &one, &direction) == HEALPIX_OK) {
            EQUAL(one, all[direction]);
            n++;
        }
        STATUS(healpix_neighbor_iter_next(iter, &one, &direction), HEALPIX_END);
        healpix_neighbor_iter_free(iter);
        for (int k = 0; k < 8; k++)
            n -= all[k] != HEALPIX_INVALID_CELL;
        EQUAL(n, 0);

        OK(healpix_ring_neighbors_one(4, cell, all));
        OK(healpix_ring_neighbor_iter_new(4, cell, &iter));
        for (int k = 0; k < 8; k++) {
            if (all[k] == HEALPIX_INVALID_CELL)
                continue;
            OK(healpix_neighbor_iter_next(iter, &one, &direction));
            EQUAL(one, all[k]);
            EQUAL(direction, k);
        }
        STATUS(healpix_neighbor_iter_next(iter, &one, &direction), HEALPIX_END);
        STATUS(healpix_neighbor_iter_next(iter, NULL, &direction), HEALPIX_ERR_NULL);
        healpix_neighbor_iter_free(iter);
    }
    healpix_neighbor_iter *iter = NULL;
    STATUS(healpix_nested_neighbor_iter_new(30, 0, &iter), HEALPIX_ERR_DEPTH);
    STATUS(healpix_nested_neighbor_iter_new(0, 12, &iter), HEALPIX_ERR_CELL);
    STATUS(healpix_ring_neighbor_iter_new(0, 0, &iter), HEALPIX_ERR_NSIDE);
    STATUS(healpix_ring_neighbor_iter_new(3, 108, &iter), HEALPIX_ERR_CELL);
    STATUS(healpix_ring_neighbor_iter_new(3, 0, NULL), HEALPIX_ERR_NULL);
    CHECK(iter == NULL);
    healpix_neighbor_iter_free(NULL);
}

int main(void)
{
    logs();
    log_that_fails();
    progress_and_stop();
    stopped_questions();
    meddling();
    neighbors();
    return failures != 0;
}
