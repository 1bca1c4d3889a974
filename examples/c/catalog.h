/* Reads a star catalogue: a CSV file with the columns hip,lon_deg,lat_deg,mag, in any order. */
#ifndef STARS_CATALOG_H
#define STARS_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct star {
    uint32_t hip;   /* number in the Hipparcos catalogue */
    double lon_deg; /* longitude (right ascension) in degrees, in [-360, 360] */
    double lat_deg; /* latitude (declination) in degrees, in [-90, 90] */
    double mag;     /* apparent magnitude; brighter is smaller */
};

struct catalog {
    struct star *stars;
    size_t len;
};

/* Reads every star of the file. On the first fault it says on stderr what is wrong and on which line,
   `file:line: latitude 95.2 is outside [-90, 90] degrees`, and returns false. */
bool catalog_read(const char *file, struct catalog *catalog);
void catalog_free(struct catalog *catalog);

/* The brightest star of `n` rows, or NULL if there is none. */
const struct star *catalog_brightest(const struct catalog *catalog, const uint32_t *rows, size_t n);

#endif
