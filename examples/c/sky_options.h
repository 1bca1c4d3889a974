/* The command line of sky_filter. */
#ifndef EXAMPLES_SKY_OPTIONS_H
#define EXAMPLES_SKY_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum sky_kind { SKY_CONE, SKY_POLYGON, SKY_MOC };

/* One --cone, --polygon or --moc-in. */
struct sky_part {
    enum sky_kind kind;
    const char *value;
};

struct sky_options {
    const char *file;                    /* NULL: standard input */
    const char *lon_column, *lat_column; /* NULL: guessed */
    struct sky_part *parts;
    size_t n_parts;                      /* at least one */
    const char *moc_out;                 /* NULL: none */
    int depth;                           /* -1: none was given */
    bool invert, allow_bad_rows, help, version;
};

/* Reads the command line; on a fault says on stderr what is wrong and returns false. */
bool sky_options_read(int argc, char **argv, struct sky_options *options);
void sky_options_free(struct sky_options *options);

void sky_options_help(void);

#endif
