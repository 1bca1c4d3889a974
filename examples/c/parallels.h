/* Sides of constellations as they were drawn: along meridians and parallels of the equinox of 1875
   (E. Delporte, Delimitation scientifique des constellations, 1930). */
#ifndef STARS_PARALLELS_H
#define STARS_PARALLELS_H

#include "outlines.h"

/* Copies an outline, with vertices added every half degree along the parallels of 1875, which are no great circles as
   the sides of polygons are. Neighbours that share a side get the same vertices along it, whichever way round they run.
   False if there is not enough memory; `followed` is for outlines_free all the same. */
bool parallels_follow(const struct outline *corners, struct outline *followed);

#endif
