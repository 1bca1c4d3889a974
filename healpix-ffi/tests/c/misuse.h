// Arrays for wrong calls. Every one lies in one arena filled with a pattern, which must not change.
#ifndef MISUSE_H
#define MISUSE_H

#include "check.h"

// Elements that the calls speak of; the arrays have room for eight times as many.
#define N ((size_t)3)
#define ROOM 32

static struct arena {
    double d[6][ROOM];
    uint64_t u[6][ROOM];
    uint32_t w[4][ROOM];
    uint8_t b[2][ROOM];
} arena, before;

static double *const d1 = arena.d[0], *const d2 = arena.d[1], *const d3 = arena.d[2];
static double *const d4 = arena.d[3], *const d5 = arena.d[4], *const d6 = arena.d[5];
static uint64_t *const u1 = arena.u[0], *const u2 = arena.u[1], *const u3 = arena.u[2];
static uint32_t *const w1 = arena.w[0], *const w2 = arena.w[1];
static uint8_t *const b1 = arena.b[0];
// One byte beside alignment; never read or written.
static double *odd_d;
static uint64_t *odd_u;
static uint32_t *odd_w;

static inline void prepare(void)
{
    memset(&arena, 0x5a, sizeof arena);
    // Inputs that are all right, so that only what is tested is wrong: the pattern is a finite double near 0 as
    // longitude and latitude, but no cell number.
    for (int k = 0; k < ROOM; k++) {
        arena.u[0][k] = (uint64_t)(k % 12);
        arena.b[0][k] = 1;
        arena.w[0][k] = 0;
        arena.w[1][k] = 0;
        for (int j = 0; j < 6; j++)
            arena.d[j][k] = 0.25 + 0.01 * j;
    }
    before = arena;
    odd_d = (double *)(void *)((char *)arena.d[5] + 1);
    odd_u = (uint64_t *)(void *)((char *)arena.u[5] + 1);
    odd_w = (uint32_t *)(void *)((char *)arena.w[3] + 1);
    (void)d2, (void)d3, (void)d4, (void)d5, (void)d6, (void)u2, (void)u3, (void)w1, (void)w2, (void)b1;
}

static inline void refuses(healpix_status got, healpix_status want, const char *what, const char *file, int line)
{
    status_is(got, want, what, file, line);
    if (memcmp(&arena, &before, sizeof arena) != 0) {
        failures++;
        printf("%s:%d: %s\n    has written\n", file, line, what);
        arena = before;
    }
}

#define REFUSES(call, want) refuses((call), (want), #call, __FILE__, __LINE__)
#define TAKES(call) refuses((call), HEALPIX_OK, #call, __FILE__, __LINE__)

#endif
