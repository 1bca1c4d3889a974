/* What the program prints. Every function prints one paragraph of the report. */
#ifndef STARS_REPORT_H
#define STARS_REPORT_H

#include <healpix/healpix.h>

#include "catalog.h"
#include "constellations.h"

/* The cells of one depth that hold stars, by ascending cell number. */
struct cells {
    uint8_t depth;
    healpix_cell_count *counts;
    size_t len;
};

/* A place to look at, in degrees, its name or NULL, and in which constellation it is, `in Taurus`, or "". */
struct place {
    double lon, lat;
    const char *name;
    const char *where;
};

void report_catalog(const char *file, const struct catalog *catalog);
/* Asks the index about the fullest cells, so it can fail: it says why on stderr and returns false. */
bool report_cells(const struct catalog *catalog, const healpix_point_index *index, const struct cells *cells);
void report_nearest(const struct catalog *catalog, const struct place *place, const healpix_matches *matches);
bool report_within(const struct catalog *catalog, const struct place *place, double radius_deg,
                   const healpix_matches *matches, bool all);
void report_pairs(const struct catalog *catalog, const healpix_pair *pairs, size_t n);
void report_constellations(const struct catalog *catalog, const struct constellations *all, size_t limit);
void report_tiling(const struct constellations *all);
void report_mocs(const char *directory, const struct constellations *all);

/* True if the call succeeded; otherwise says on stderr what went wrong. */
bool succeeded(healpix_status status);

#endif
