/* The command line of sky_filter. */
#ifndef EXAMPLES_SKY_OPTIONS_H
#define EXAMPLES_SKY_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct sky_options {
    const char *file;                     /* NULL: standard input */
    const char *lon_column, *lat_column;  /* NULL: guessed */
    const char *cone, *polygon, *moc_in;  /* one of them is there */
    const char *moc_out;                  /* NULL: none */
    int depth;                            /* -1: none was given */
    bool invert, help, version;
};

/* Reads the command line; on a fault says on stderr what is wrong and returns false. */
bool sky_options_read(int argc, char **argv, struct sky_options *options);

void sky_options_help(void);

#endif
