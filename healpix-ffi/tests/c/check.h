// Checks that count failures and go on, so that one run shows all of them.
#ifndef CHECK_H
#define CHECK_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <healpix/healpix.h>

static int failures = 0;

#define PI 3.14159265358979323846

// A condition.
#define CHECK(condition) \
    ((condition) ? (void)0 : (void)(failures++, printf("%s:%d: %s\n", __FILE__, __LINE__, #condition)))

// Two whole numbers.
#define EQUAL(got, want) equal((unsigned long long)(got), (unsigned long long)(want), #got, __FILE__, __LINE__)
// Two doubles, up to 1e-14.
#define NEAR(got, want) near_to((got), (want), #got, __FILE__, __LINE__)
// A status; the library's own message is printed if it is another one.
#define STATUS(call, want) status_is((call), (want), #call, __FILE__, __LINE__)
#define OK(call) STATUS(call, HEALPIX_OK)
// An array of cells: CELLS(out, 1, 2, 3).
#define CELLS(got, ...) \
    do { \
        const uint64_t want_[] = {__VA_ARGS__}; \
        cells_are((got), want_, sizeof want_ / sizeof want_[0], #got, __FILE__, __LINE__); \
    } while (0)
// An array of doubles.
#define NUMBERS(got, ...) \
    do { \
        const double want_[] = {__VA_ARGS__}; \
        for (size_t k_ = 0; k_ < sizeof want_ / sizeof want_[0]; k_++) \
            NEAR((got)[k_], want_[k_]); \
    } while (0)

static inline void equal(unsigned long long got, unsigned long long want, const char *what, const char *file, int line)
{
    if (got != want) {
        failures++;
        printf("%s:%d: %s is %llu, not %llu\n", file, line, what, got, want);
    }
}

static inline void near_to(double got, double want, const char *what, const char *file, int line)
{
    if (isnan(want) ? !isnan(got) : !(fabs(got - want) <= 1e-14 * fmax(1.0, fabs(want)))) {
        failures++;
        printf("%s:%d: %s is %.17g, not %.17g\n", file, line, what, got, want);
    }
}

static inline void status_is(healpix_status got, healpix_status want, const char *what, const char *file, int line)
{
    if (got != want) {
        char detail[512] = "";
        size_t len = 0;
        healpix_last_error_message(detail, sizeof detail, &len);
        failures++;
        printf("%s:%d: %s\n    is %s, not %s: %s\n", file, line, what, healpix_status_name(got),
               healpix_status_name(want), detail);
    }
}

static inline void cells_are(const uint64_t *got, const uint64_t *want, size_t n, const char *what, const char *file,
                             int line)
{
    for (size_t k = 0; k < n; k++) {
        if (got[k] != want[k]) {
            failures++;
            printf("%s:%d: %s[%zu] is %llu, not %llu\n", file, line, what, k, (unsigned long long)got[k],
                   (unsigned long long)want[k]);
        }
    }
}

// Whether the last error message contains a text.
static inline int message_has(const char *text)
{
    char detail[512] = "";
    size_t len = 0;
    return healpix_last_error_message(detail, sizeof detail, &len) == HEALPIX_OK && strstr(detail, text) != NULL;
}

static inline int finish(void)
{
    if (failures)
        printf("%d failure(s)\n", failures);
    return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
