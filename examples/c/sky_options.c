#include "sky_options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <healpix/healpix.h>

#include "number.h"

void sky_options_help(void)
{
    puts("Prints the rows of a catalogue that are in a part of the sky\n"
         "\n"
         "Usage: sky_filter (--cone LON,LAT,RADIUS | --polygon LON,LAT,LON,LAT,... | --moc-in FILE)... [OPTIONS] [FILE]\n"
         "\n"
         "  [FILE]                   CSV file with a header line; - or nothing: standard input\n"
         "\n"
         "The part of the sky; several are taken together:\n"
         "  --cone LON,LAT,RADIUS    All within RADIUS of a position\n"
         "  --polygon LON,LAT,...    The smaller side of a ring of great-circle arcs, three vertices or more\n"
         "  --moc-in FILE            The cells of a MOC, as FITS, JSON or ASCII\n"
         "  --invert                 Everything else instead\n"
         "\n"
         "The catalogue:\n"
         "  --lon-column NAME        Column of the longitudes or right ascensions\n"
         "  --lat-column NAME        Column of the latitudes or declinations\n"
         "                           [default: ra and dec, lon and lat, both also with _deg, longitude and latitude,\n"
         "                           raj2000 and dej2000, or ra_icrs and de_icrs; case does not matter]\n"
         "  --allow-bad-rows         Rows without a position are no fault\n"
         "\n"
         "Also:\n"
         "  --moc-out FILE           Write the cells that the part of the sky touches as a MOC, in FITS\n"
         "  --depth DEPTH            Depth of these cells, 0 to 29 [default: 10; that of the deepest MOC if there are only MOCs]\n"
         "  -h, --help               Print help\n"
         "  --version                Print versions\n"
         "\n"
         "All angles are degrees. Rows are printed as they are, behind the header. Memory does not grow with the file.\n"
         "\n"
         "A row without a position (too few fields, no number, a latitude beyond a pole) is neither in the part of the sky\n"
         "nor out of it: it is not printed, and reported on standard error.\n"
         "\n"
         "Exit code: 0 rows were printed, 1 none were, 2 a fault: wrong arguments, a file that cannot be read or written,\n"
         "rows without a position.\n"
         "\n"
         "Example: the Pleiades, out of a compressed catalogue\n"
         "  zcat gaia.csv.gz | sky_filter --cone 56.75,24.12,2 > pleiades.csv");
}

static bool parse_depth(const char *value, int *depth)
{
    double number;
    size_t digits = strspn(value, "0123456789");
    if (digits == 0 || value[digits] != '\0' || !parse_number(value, &number) || number > HEALPIX_MAX_DEPTH) {
        fprintf(stderr, "sky_filter: --depth %s is not a whole number from 0 to %d\n", value, HEALPIX_MAX_DEPTH);
        return false;
    }
    *depth = (int)number;
    return true;
}

/* Where the value of an option with a text goes, or NULL. For a part of the sky that is a new one. */
static const char **place_of(struct sky_options *options, const char *name, size_t len)
{
    const struct { const char *name; const char **place; } once[] = {
        {"--moc-out", &options->moc_out}, {"--lon-column", &options->lon_column}, {"--lat-column", &options->lat_column},
    };
    const struct { const char *name; enum sky_kind kind; } parts[] = {
        {"--cone", SKY_CONE}, {"--polygon", SKY_POLYGON}, {"--moc-in", SKY_MOC},
    };
    for (size_t i = 0; i < sizeof once / sizeof *once; i++)
        if (strlen(once[i].name) == len && memcmp(once[i].name, name, len) == 0)
            return once[i].place;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (strlen(parts[i].name) == len && memcmp(parts[i].name, name, len) == 0) {
            struct sky_part *part = &options->parts[options->n_parts++];
            *part = (struct sky_part){.kind = parts[i].kind};
            return &part->value;
        }
    }
    return NULL;
}

/* One option with a value, `--name VALUE` or `--name=VALUE`; moves on to the last argument that it used. */
static bool read_valued(char ***argument, struct sky_options *options)
{
    const char *name = **argument, *equals = strchr(name, '='), *depth = NULL;
    size_t len = equals != NULL ? (size_t)(equals - name) : strlen(name);
    bool is_depth = len == 7 && memcmp(name, "--depth", len) == 0;
    const char **place = is_depth ? &depth : place_of(options, name, len);
    if (place == NULL) {
        fprintf(stderr, "sky_filter: there is no option %.*s; see --help\n", (int)len, name);
        return false;
    }
    if (*place != NULL || (is_depth && options->depth >= 0)) {
        fprintf(stderr, "sky_filter: %.*s is given twice\n", (int)len, name);
        return false;
    }
    *place = equals != NULL ? equals + 1 : *++*argument;
    if (*place == NULL || **place == '\0') {
        fprintf(stderr, "sky_filter: %.*s needs a value; see --help\n", (int)len, name);
        return false;
    }
    return !is_depth || parse_depth(depth, &options->depth);
}

static bool read_file(const char *file, struct sky_options *options)
{
    if (options->file != NULL) {
        fprintf(stderr, "sky_filter: more than one file: %s and %s\n", options->file, file);
        return false;
    }
    options->file = file;
    return true;
}

/* An option without a value; NULL if there is none of that name. */
static bool *flag(struct sky_options *options, const char *name)
{
    const struct { const char *name; bool *place; } known[] = {
        {"--invert", &options->invert}, {"--allow-bad-rows", &options->allow_bad_rows},
        {"--help", &options->help},     {"-h", &options->help},
        {"--version", &options->version},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, name) == 0)
            return known[i].place;
    return NULL;
}

static bool check(struct sky_options *options)
{
    const char *fault = NULL;
    if (options->n_parts == 0)
        fault = "which part of the sky? --cone, --polygon or --moc-in is missing; see --help";
    else if (options->depth >= 0 && options->moc_out == NULL)
        fault = "--depth is the depth of --moc-out, which is missing";
    else if ((options->lon_column == NULL) != (options->lat_column == NULL))
        fault = "--lon-column and --lat-column come together";
    if (fault != NULL)
        fprintf(stderr, "sky_filter: %s\n", fault);
    if (options->file != NULL && strcmp(options->file, "-") == 0)
        options->file = NULL;
    return fault == NULL;
}

bool sky_options_read(int argc, char **argv, struct sky_options *options)
{
    bool only_files = false;
    *options = (struct sky_options){.depth = -1, .parts = calloc((size_t)argc + 1, sizeof *options->parts)};
    if (options->parts == NULL) {
        fputs("sky_filter: not enough memory\n", stderr);
        return false;
    }
    /* argv ends with a NULL. */
    for (char **argument = argv + (argc > 0); *argument != NULL; argument++) {
        bool good = true, *place;
        if (only_files || (*argument)[0] != '-' || strcmp(*argument, "-") == 0)
            good = read_file(*argument, options);
        else if (strcmp(*argument, "--") == 0)
            only_files = true;
        else if ((place = flag(options, *argument)) != NULL)
            *place = true;
        else
            good = read_valued(&argument, options);
        if (!good)
            return false;
    }
    return options->help || options->version || check(options);
}

void sky_options_free(struct sky_options *options)
{
    free(options->parts);
    options->parts = NULL;
}
