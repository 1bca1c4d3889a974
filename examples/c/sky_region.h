/* The part of the sky that sky_filter was asked for: shapes and MOCs together. */
#ifndef EXAMPLES_SKY_REGION_H
#define EXAMPLES_SKY_REGION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <healpix/healpix.h>

#include "sky_options.h"

/* At least one of the two is there. */
struct sky_region {
    healpix_region *region;
    healpix_moc *moc;
    bool invert; /* everything else is meant */
};

/* Makes it, and writes its MOC if that is wanted. All functions say on stderr what is wrong and return false then. */
bool sky_region_make(const struct sky_options *options, struct sky_region *region);
void sky_region_free(struct sky_region *region);

/* Which of n good positions in degrees are in it; `other` is room for n, too. */
bool sky_region_contains(const struct sky_region *region, const double *lon, const double *lat, size_t n, uint8_t *inside,
                         uint8_t *other);

#endif
