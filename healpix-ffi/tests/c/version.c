// Versions, status codes, and the last error message.
#include "check.h"

// Every code of the header with its number, which must never change.
static const struct {
    healpix_status code;
    int32_t number;
    const char *name;
} codes[] = {
#define CODE(name, number) {name, number, #name}
    CODE(HEALPIX_OK, 0),
    CODE(HEALPIX_ERR_NULL, 1),
    CODE(HEALPIX_ERR_ALIGN, 2),
    CODE(HEALPIX_ERR_LENGTH, 3),
    CODE(HEALPIX_ERR_OVERLAP, 4),
    CODE(HEALPIX_ERR_BUFFER, 5),
    CODE(HEALPIX_ERR_PANIC, 6),
    CODE(HEALPIX_ERR_MEMORY, 7),
    CODE(HEALPIX_ERR_DEPTH, 10),
    CODE(HEALPIX_ERR_NSIDE, 11),
    CODE(HEALPIX_ERR_CELL, 12),
    CODE(HEALPIX_ERR_RING, 13),
    CODE(HEALPIX_ERR_FACE, 14),
    CODE(HEALPIX_ERR_UNIQ, 15),
    CODE(HEALPIX_ERR_LONGITUDE, 16),
    CODE(HEALPIX_ERR_LATITUDE, 17),
    CODE(HEALPIX_ERR_VECTOR, 18),
    CODE(HEALPIX_ERR_OFFSET, 19),
    CODE(HEALPIX_ERR_PLANE, 20),
    CODE(HEALPIX_ERR_RADIUS, 21),
    CODE(HEALPIX_ERR_DIRECTION, 22),
    CODE(HEALPIX_ERR_STEPS, 23),
    CODE(HEALPIX_ERR_NOT_BUILT, 30),
    CODE(HEALPIX_ERR_ROWS, 31),
    CODE(HEALPIX_ERR_MODE, 32),
    CODE(HEALPIX_ERR_THREADS, 33),
    CODE(HEALPIX_ERR_SHAPE, 40),
    CODE(HEALPIX_ERR_POLYGON, 41),
    CODE(HEALPIX_ERR_RANGE, 42),
    CODE(HEALPIX_ERR_PROBABILITY, 43),
    CODE(HEALPIX_ERR_OVERLAPPING_CELLS, 44),
    CODE(HEALPIX_ERR_SYNTAX, 45),
    CODE(HEALPIX_ERR_FORMAT, 46),
    CODE(HEALPIX_ERR_IO, 47),
    CODE(HEALPIX_ERR_BUDGET, 48),
    CODE(HEALPIX_ERR_UTF8, 49),
    CODE(HEALPIX_STOPPED, 90),
    CODE(HEALPIX_END, 91),
    CODE(HEALPIX_ERR_UNKNOWN, 99),
};

static void status_codes(void)
{
    const size_t n = sizeof codes / sizeof codes[0];
    for (size_t k = 0; k < n; k++) {
        CHECK(codes[k].code == codes[k].number);
        CHECK(strcmp(healpix_status_name(codes[k].code), codes[k].name) == 0);
        CHECK(strlen(healpix_status_message(codes[k].code)) > 5);
    }
    const healpix_status strange[] = {-1, 8, 98, 1000, INT32_MAX, INT32_MIN};
    for (size_t k = 0; k < sizeof strange / sizeof strange[0]; k++) {
        CHECK(strcmp(healpix_status_name(strange[k]), "HEALPIX_UNKNOWN_STATUS") == 0);
        CHECK(strcmp(healpix_status_message(strange[k]), "unknown status code") == 0);
    }
}

static void versions(void)
{
    char text[64];
    snprintf(text, sizeof text, "%d.%d.%d", HEALPIX_VERSION_MAJOR, HEALPIX_VERSION_MINOR, HEALPIX_VERSION_PATCH);
    CHECK(strcmp(healpix_version(), text) == 0);
    const char *const sets[] = {"baseline", "sse4.1", "avx2", "avx2+fma", "avx512"};
    int known = 0;
    for (int k = 0; k < 5; k++)
        known += strcmp(healpix_instruction_set(), sets[k]) == 0;
    EQUAL(known, 1);
    EQUAL(healpix_version_number(), HEALPIX_VERSION_NUMBER);
    EQUAL(HEALPIX_VERSION_NUMBER,
          HEALPIX_VERSION_MAJOR * 1000000 + HEALPIX_VERSION_MINOR * 1000 + HEALPIX_VERSION_PATCH);
    // What a program asks before it trusts the shared library that it was started with.
    EQUAL(healpix_abi_version(), HEALPIX_ABI_VERSION);
}

static void constants(void)
{
    CHECK(HEALPIX_INVALID_CELL == UINT64_MAX);
    CHECK(HEALPIX_INVALID_U32 == UINT32_MAX);
    EQUAL(HEALPIX_INVALID_U8, 255);
    EQUAL(HEALPIX_MAX_DEPTH, 29);
    EQUAL(HEALPIX_MAX_NSIDE, 1u << 29);
    const uint32_t directions[] = {HEALPIX_DIRECTION_S,  HEALPIX_DIRECTION_SE, HEALPIX_DIRECTION_E,
                                   HEALPIX_DIRECTION_SW, HEALPIX_DIRECTION_NE, HEALPIX_DIRECTION_W,
                                   HEALPIX_DIRECTION_NW, HEALPIX_DIRECTION_N};
    for (uint32_t k = 0; k < 8; k++)
        EQUAL(directions[k], k);
    EQUAL(HEALPIX_CROSS_MATCH_BEST, 0);
    EQUAL(HEALPIX_CROSS_MATCH_ALL, 1);
    // The limits are those of the library.
    uint32_t nside = 0;
    OK(healpix_grid_nside(HEALPIX_MAX_DEPTH, &nside));
    EQUAL(nside, HEALPIX_MAX_NSIDE);
    STATUS(healpix_grid_nside(HEALPIX_MAX_DEPTH + 1, &nside), HEALPIX_ERR_DEPTH);
}

static void last_message(void)
{
    char text[256];
    size_t len = 77;
    // No failure yet on this thread.
    OK(healpix_last_error_message(text, sizeof text, &len));
    EQUAL(len, 0);
    CHECK(text[0] == '\0');

    uint32_t nside = 0;
    STATUS(healpix_grid_nside(30, &nside), HEALPIX_ERR_DEPTH);
    OK(healpix_last_error_message(text, sizeof text, &len));
    CHECK(strcmp(text, "depth 30 is outside 0..=29") == 0);
    EQUAL(len, strlen(text));

    // A success does not touch it; the length can be asked for alone.
    OK(healpix_grid_nside(3, &nside));
    EQUAL(nside, 8);
    size_t asked = 0;
    OK(healpix_last_error_message(NULL, 0, &asked));
    EQUAL(asked, len);

    // Exactly enough room, and one byte less.
    char exact[64];
    memset(exact, 'x', sizeof exact);
    OK(healpix_last_error_message(exact, len + 1, &asked));
    CHECK(strcmp(exact, text) == 0 && exact[len + 1] == 'x');
    memset(exact, 'x', sizeof exact);
    STATUS(healpix_last_error_message(exact, len, &asked), HEALPIX_ERR_BUFFER);
    EQUAL(asked, len);
    CHECK(strlen(exact) == len - 1 && strncmp(exact, text, len - 1) == 0 && exact[len] == 'x');

    // Its own wrong arguments are refused and leave the message as it was.
    STATUS(healpix_last_error_message(NULL, 5, &asked), HEALPIX_ERR_NULL);
    STATUS(healpix_last_error_message(exact, sizeof exact, NULL), HEALPIX_ERR_NULL);
    STATUS(healpix_last_error_message(exact, SIZE_MAX, &asked), HEALPIX_ERR_LENGTH);
    STATUS(healpix_last_error_message((char *)&asked, sizeof asked, &asked), HEALPIX_ERR_OVERLAP);
    STATUS(healpix_last_error_message(exact, sizeof exact, (size_t *)(void *)((char *)&asked + 1)), HEALPIX_ERR_ALIGN);
    OK(healpix_last_error_message(exact, sizeof exact, &asked));
    CHECK(strcmp(exact, text) == 0);

    // Element-wise calls say which element and how many.
    const double lon[] = {0.0, 0.0, NAN, 0.0}, lat[] = {0.0, 2.0, 0.0, 1.0};
    uint64_t cells[4];
    STATUS(healpix_nested_hash(0, lon, lat, 4, cells), HEALPIX_ERR_LATITUDE);
    CHECK(message_has("2 of 4") && message_has("index 1") && message_has("latitude 2"));
}

static void threads(void)
{
    enum { N = 100000 };
    static double lon[N], lat[N];
    static uint64_t one[N], three[N];
    for (size_t k = 0; k < N; k++) {
        lon[k] = 0.001 * (double)k;
        lat[k] = (double)k / N;
    }
    lat[70001] = 2.0;
    lat[30001] = NAN;
    EQUAL(healpix_threads(), 1);
    STATUS(healpix_nested_hash(29, lon, lat, N, one), HEALPIX_ERR_LATITUDE);
    OK(healpix_set_threads(3));
    EQUAL(healpix_threads(), 3);
    STATUS(healpix_nested_hash(29, lon, lat, N, three), HEALPIX_ERR_LATITUDE);
    CHECK(message_has("2 of 100000") && message_has("index 30001"));
    CHECK(memcmp(one, three, sizeof one) == 0);
    STATUS(healpix_set_threads(1025), HEALPIX_ERR_THREADS);
    CHECK(message_has("1025") && message_has("1024"));
    EQUAL(healpix_threads(), 3);
    int64_t previous = 7;
    OK(healpix_set_own_threads(2, &previous));
    CHECK(previous == -1 && healpix_threads() == 2);
    memset(three, 0, sizeof three);
    STATUS(healpix_nested_hash(29, lon, lat, N, three), HEALPIX_ERR_LATITUDE);
    CHECK(memcmp(one, three, sizeof one) == 0);
    previous = 7;
    STATUS(healpix_set_own_threads(1025, &previous), HEALPIX_ERR_THREADS);
    STATUS(healpix_set_own_threads(-2, &previous), HEALPIX_ERR_THREADS);
    STATUS(healpix_set_own_threads(1, NULL), HEALPIX_ERR_NULL);
    CHECK(previous == 7 && healpix_threads() == 2);
    OK(healpix_set_own_threads(1, &previous));
    CHECK(previous == 2 && healpix_threads() == 1);
    OK(healpix_set_own_threads(-1, &previous));
    CHECK(previous == 1 && healpix_threads() == 3);
    OK(healpix_set_threads(0));
    CHECK(healpix_threads() >= 1);
    OK(healpix_set_threads(1));
}

int main(void)
{
    // First: it looks at a thread without failures.
    last_message();
    versions();
    constants();
    status_codes();
    threads();
    return finish();
}
