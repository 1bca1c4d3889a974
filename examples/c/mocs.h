/* Writes the cells of each constellation as a MOC, which Aladin, TOPCAT and mocpy read. */
#ifndef STARS_MOCS_H
#define STARS_MOCS_H

#include "constellations.h"

/* Writes NAME.fits and NAME.json for each into a directory, which is made if there is none. Each file appears under its
   name when it is complete. On a fault it says on stderr which file could not be written, and returns false. */
bool mocs_write(const char *directory, const struct constellations *all);

#endif
