/* Latin names of the constellations. */
#ifndef STARS_LATIN_H
#define STARS_LATIN_H

/* The Latin name behind an abbreviation, in UTF-8; what is no abbreviation of a constellation stands for itself. */
const char *latin_name(const char *abbreviation);

#endif
