#include "sky_options.h"

#include <stdio.h>
#include <string.h>

#include <healpix/healpix.h>

#include "number.h"

void sky_options_help(void)
{
    puts("Prints the rows of a catalogue that are in a region of the sky\n"
         "\n"
         "Usage: sky_filter (--cone LON,LAT,RADIUS | --polygon LON,LAT,LON,LAT,... | --moc-in FILE) [OPTIONS] [FILE]\n"
         "\n"
         "  [FILE]                   CSV file with a header line; - or nothing: standard input\n"
         "  --cone LON,LAT,RADIUS    The region: all within RADIUS of a position\n"
         "  --polygon LON,LAT,...    The region: the smaller side of a ring of great-circle arcs, three vertices or more\n"
         "  --moc-in FILE            The region: a MOC, as FITS, JSON or ASCII\n"
         "  --lon-column NAME        Column of the longitudes or right ascensions\n"
         "  --lat-column NAME        Column of the latitudes or declinations\n"
         "                           [default: ra and dec, or lon and lat, also with _deg, in any case]\n"
         "  --invert                 Print the rows that are not in the region\n"
         "  --moc-out FILE           Write the cells that the region touches as a MOC, in FITS\n"
         "  --depth DEPTH            Depth of these cells, 0 to 29 [default: 10, or that of --moc-in]\n"
         "  --help                   Print help\n"
         "  --version                Print versions\n"
         "\n"
         "All angles are degrees. Rows are printed as they are, behind the header. Memory does not grow with the file.\n"
         "\n"
         "A row without a position (too few fields, no number, a latitude beyond a pole) is neither in the region nor out\n"
         "of it: it is not printed, and reported on standard error.\n"
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

/* Where the value of an option with a text goes, or NULL. */
static const char **place_of(struct sky_options *options, const char *name, size_t len)
{
    const struct { const char *name; const char **place; } known[] = {
        {"--cone", &options->cone},
        {"--polygon", &options->polygon},
        {"--moc-in", &options->moc_in},
        {"--moc-out", &options->moc_out},
        {"--lon-column", &options->lon_column},
        {"--lat-column", &options->lat_column},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i].name) == len && memcmp(known[i].name, name, len) == 0)
            return known[i].place;
    return NULL;
}

/* One option with a value, `--name VALUE` or `--name=VALUE`; moves on to the last argument that it used. */
static bool read_valued(char ***argument, struct sky_options *options)
{
    const char *name = **argument, *equals = strchr(name, '=');
    size_t len = equals != NULL ? (size_t)(equals - name) : strlen(name);
    const char **place = place_of(options, name, len), *depth = NULL;
    bool is_depth = len == 7 && memcmp(name, "--depth", len) == 0;
    if (is_depth)
        place = &depth;
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

static bool check(struct sky_options *options)
{
    int regions = (options->cone != NULL) + (options->polygon != NULL) + (options->moc_in != NULL);
    const char *fault = NULL;
    if (regions == 0)
        fault = "a region is missing: --cone, --polygon or --moc-in; see --help";
    else if (regions > 1)
        fault = "--cone, --polygon and --moc-in exclude each other";
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
    *options = (struct sky_options){.depth = -1};
    /* argv ends with a NULL. */
    for (char **argument = argv + (argc > 0); *argument != NULL; argument++) {
        bool good = true;
        if (only_files || (*argument)[0] != '-' || strcmp(*argument, "-") == 0)
            good = read_file(*argument, options);
        else if (strcmp(*argument, "--") == 0)
            only_files = true;
        else if (strcmp(*argument, "--help") == 0)
            options->help = true;
        else if (strcmp(*argument, "--version") == 0)
            options->version = true;
        else if (strcmp(*argument, "--invert") == 0)
            options->invert = true;
        else
            good = read_valued(&argument, options);
        if (!good)
            return false;
    }
    return options->help || options->version || check(options);
}
