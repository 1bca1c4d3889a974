/* Outlines of constellations. */
#ifndef STARS_OUTLINES_H
#define STARS_OUTLINES_H

#include <stdbool.h>
#include <stddef.h>

enum { NAME_SIZE = 33 };

/* One closed outline. Two with the same name are parts of one constellation. */
struct outline {
    char name[NAME_SIZE];
    double *lon_deg, *lat_deg; /* the vertices; the first is not repeated at the end */
    size_t n;
};

struct outlines {
    struct outline *items;
    size_t len;
};

/* Reads every outline of a JSON file, [{"name": "And", "lon_lat_deg": [[lon, lat], ...]}, ...], and lets its sides
   follow the parallels of 1875. On a fault it says on stderr what is wrong and on which line, and returns false. */
bool outlines_read(const char *file, struct outlines *outlines);
void outlines_free(struct outlines *outlines);

/* Adds a vertex; false if there is no memory for it. */
bool outline_push(struct outline *outline, double lon_deg, double lat_deg);

/* The solid angle of its smaller side, in steradians. */
double outline_solid_angle(const struct outline *outline);

#endif
