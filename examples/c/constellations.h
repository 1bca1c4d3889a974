/* Which constellation each star is in, and whether the outlines of the constellations tile the sky. */
#ifndef STARS_CONSTELLATIONS_H
#define STARS_CONSTELLATIONS_H

#include <healpix/healpix.h>

#include "catalog.h"
#include "outlines.h"

/* An outline as a region of the sky, the cells that it touches and those inside it. */
struct part {
    const struct outline *outline;
    healpix_region *region;
    healpix_moc *touched, *inside;
};

struct constellation {
    const char *name;         /* its abbreviation */
    const struct part *parts; /* two for the Serpent, one for all others */
    size_t n_parts;
    uint32_t *rows;           /* of its stars */
    size_t n_rows;
    double area;              /* in steradians */
    healpix_moc *moc;         /* the cells it touches */
};

/* How the cells of one depth are covered by the outlines. */
struct tiling {
    uint8_t depth;
    uint64_t n_cells;
    uint64_t covered;         /* cells that some outline touches */
    uint64_t shared;          /* cells that more than one outline touches */
    uint64_t shared_and_full; /* those of them that one of the outlines fills */
};

struct constellations {
    struct constellation *list; /* those with the most stars first */
    size_t len;
    struct part *parts; /* by name */
    size_t n_outlines;
    size_t stars_in_none, stars_in_several;
    struct tiling tiling;
};

/* Covers the outlines, which must live as long, with cells of `depth` and asks the index for the stars in each. On a
   fault it says on stderr what is wrong with which outline of `file` and returns false. */
bool constellations_build(const char *file, const struct outlines *outlines, const healpix_point_index *index,
                          uint8_t depth, struct constellations *all);
void constellations_free(struct constellations *all);

/* Writes `in Taurus`, or `on the border of Aries and Taurus`, or nothing if the position in degrees is in none. */
bool constellations_at(const struct constellations *all, double lon, double lat, char *text, size_t size);

#endif
