/* Stars on the sky: index a catalogue by HEALPix cell and ask it questions. The same program as
   examples/rust/stars, in C over healpix/healpix.h, without the picture. */

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <healpix/healpix.h>

#include "catalog.h"
#include "constellations.h"
#include "mocs.h"
#include "number.h"
#include "report.h"

#ifndef STARS_CSV
#define STARS_CSV "examples/data/stars.csv"
#endif
#ifndef CONSTELLATIONS_JSON
#define CONSTELLATIONS_JSON "examples/data/constellations.json"
#endif

enum { DEEPEST_OUTLINES = 14 };

static const double PI = 3.14159265358979323846;
static const struct place PLEIADES = {56.75, 24.1167, "the Pleiades", ""};

struct options {
    const char *file;
    uint8_t depth;
    struct place at;
    double radius_deg;
    size_t nearest;
    size_t n_pairs;
    size_t n_constellations;
    uint8_t outline_depth;
    const char *outlines;
    const char *mocs;
    bool no_mocs;
    bool all;
    bool help;
};

static void print_help(void)
{
    puts("Counts a star catalogue in HEALPix cells and constellations, finds neighbours and close pairs\n"
         "\n"
         "Usage: stars [OPTIONS] [FILE]\n"
         "\n"
         "  [FILE]                   CSV file with the columns hip, lon_deg, lat_deg, mag [default: the bundled stars]\n"
         "  --depth <DEPTH>          Depth of the cells that are counted, 0 to 29 [default: 4]\n"
         "  --at <LON,LAT>           Where to look, as longitude and latitude in degrees [default: 56.75,24.1167]\n"
         "  --radius <ANGLE>         How far to look from there: a number and deg, arcmin or arcsec [default: 1deg]\n"
         "  --nearest <K>            How many of the nearest stars to list [default: 5]\n"
         "  --pairs <N>              How many of the closest pairs in the whole sky to list, up to 10,000 [default: 5]\n"
         "  --all                    List every star within the radius, not only the brightest ten\n"
         "  --constellations <N>     How many of the constellations to list, those with the most stars first [default: 10]\n"
         "  --outline-depth <DEPTH>  Depth of the cells that cover the constellations, 0 to 14 [default: 9]\n"
         "  --outlines <JSON>        JSON file with the outlines of the constellations [default: the bundled 88]\n"
         "  --mocs <DIR>             Where to write the cells of each constellation, as FITS and JSON MOCs\n"
         "                           [default: stars-mocs]\n"
         "  --no-mocs                Write no MOCs\n"
         "  --help                   Print help");
}

static bool parse_whole(const char *text, uint64_t most, uint64_t *value)
{
    double number;
    if (strspn(text, "0123456789") != strlen(text) || !parse_number(text, &number) || number > (double)most)
        return false;
    *value = (uint64_t)number;
    return true;
}

static bool parse_position(const char *text, struct place *at)
{
    char lon[64];
    const char *comma = strchr(text, ',');
    struct place place = {.where = ""};
    if (comma == NULL || (size_t)(comma - text) >= sizeof lon)
        return false;
    memcpy(lon, text, (size_t)(comma - text));
    lon[comma - text] = '\0';
    if (!parse_number(lon, &place.lon) || !parse_number(comma + 1, &place.lat) || fabs(place.lon) > 360.0
        || fabs(place.lat) > 90.0)
        return false;
    *at = place.lon == PLEIADES.lon && place.lat == PLEIADES.lat ? PLEIADES : place;
    return true;
}

static bool parse_radius(const char *text, double *degrees)
{
    static const struct { const char *name; double per_degree; } units[] = {
        {"deg", 1.0}, {"arcmin", 60.0}, {"arcsec", 3600.0}, {"", 1.0},
    };
    char number[64];
    size_t len = strspn(text, "+-.0123456789eE");
    if (len >= sizeof number)
        return false;
    memcpy(number, text, len);
    number[len] = '\0';
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(text + len, units[i].name) == 0) {
            bool good = parse_number(number, degrees);
            *degrees /= units[i].per_degree;
            return good && *degrees >= 0.0 && *degrees <= 180.0;
        }
    }
    return false;
}

/* Sets one option; says on stderr why not, and returns false. */
static bool set_option(struct options *options, const char *name, const char *value)
{
    uint64_t number = 0;
    bool good = true;
    if (strcmp(name, "--depth") == 0) {
        good = parse_whole(value, HEALPIX_MAX_DEPTH, &number);
        options->depth = (uint8_t)number;
    } else if (strcmp(name, "--nearest") == 0) {
        good = parse_whole(value, UINT32_MAX, &number);
        options->nearest = (size_t)number;
    } else if (strcmp(name, "--pairs") == 0) {
        good = parse_whole(value, 10000, &number);
        options->n_pairs = (size_t)number;
    } else if (strcmp(name, "--constellations") == 0) {
        good = parse_whole(value, UINT32_MAX, &number);
        options->n_constellations = (size_t)number;
    } else if (strcmp(name, "--outline-depth") == 0) {
        good = parse_whole(value, DEEPEST_OUTLINES, &number);
        options->outline_depth = (uint8_t)number;
    } else if (strcmp(name, "--outlines") == 0) {
        options->outlines = value;
    } else if (strcmp(name, "--mocs") == 0) {
        options->mocs = value;
    } else if (strcmp(name, "--at") == 0) {
        good = parse_position(value, &options->at);
    } else if (strcmp(name, "--radius") == 0) {
        good = parse_radius(value, &options->radius_deg);
    } else {
        fprintf(stderr, "error: unexpected argument '%s' found\n", name);
        return false;
    }
    if (!good)
        fprintf(stderr, "error: invalid value '%s' for '%s'; see --help\n", value, name);
    return good;
}

static bool parse_arguments(int argc, char **argv, struct options *options)
{
    bool file_given = false;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) {
            options->help = true;
        } else if (strcmp(argv[i], "--all") == 0) {
            options->all = true;
        } else if (strcmp(argv[i], "--no-mocs") == 0) {
            options->no_mocs = true;
        } else if (strncmp(argv[i], "--", 2) == 0) {
            if (i + 1 == argc) {
                fprintf(stderr, "error: '%s' needs a value; see --help\n", argv[i]);
                return false;
            }
            if (!set_option(options, argv[i], argv[i + 1]))
                return false;
            i++;
        } else if (file_given) {
            fprintf(stderr, "error: unexpected argument '%s' found\n", argv[i]);
            return false;
        } else {
            options->file = argv[i];
            file_given = true;
        }
    }
    return true;
}

static healpix_point_index *build_index(const struct catalog *catalog)
{
    healpix_point_index *index = NULL;
    double *lon = calloc(catalog->len, sizeof *lon);
    double *lat = calloc(catalog->len, sizeof *lat);
    uint32_t first_row;
    bool good = lon != NULL && lat != NULL;
    if (!good)
        fputs("not enough memory\n", stderr);
    for (size_t i = 0; good && i < catalog->len; i++) {
        lon[i] = catalog->stars[i].lon_deg;
        lat[i] = catalog->stars[i].lat_deg;
    }
    good = good && succeeded(healpix_point_index_with_capacity(catalog->len, &index))
        && succeeded(healpix_point_index_push_slice_deg(index, lon, lat, catalog->len, &first_row))
        && succeeded(healpix_point_index_build(index));
    free(lon);
    free(lat);
    if (!good) {
        healpix_point_index_free(index);
        index = NULL;
    }
    return index;
}

static bool count_cells(const healpix_point_index *index, struct cells *cells)
{
    healpix_occupied *occupied = NULL;
    size_t capacity = healpix_point_index_len(index);
    cells->counts = calloc(capacity + 1, sizeof *cells->counts);
    if (cells->counts == NULL) {
        fputs("not enough memory\n", stderr);
        return false;
    }
    bool good = succeeded(healpix_point_index_occupied(index, cells->depth, &occupied));
    /* There are never more cells with stars than stars. */
    while (good && cells->len <= capacity) {
        healpix_status status = healpix_occupied_next(occupied, &cells->counts[cells->len]);
        if (status == HEALPIX_END)
            break;
        good = succeeded(status);
        cells->len++;
    }
    healpix_occupied_free(occupied);
    return good;
}

static int by_distance(const void *left, const void *right)
{
    const healpix_pair *a = left, *b = right;
    if (a->distance != b->distance)
        return a->distance < b->distance ? -1 : 1;
    if (a->left != b->left)
        return a->left < b->left ? -1 : 1;
    return (a->right > b->right) - (a->right < b->right);
}

/* The closest pairs of different stars, closest first; *n becomes how many there are. The radius that holds
   `wanted` pairs is not known beforehand: it starts where stars scattered evenly over the sky would have that
   many, and doubles until there are enough. */
static bool closest_pairs(const healpix_point_index *index, size_t wanted, healpix_pair **out, size_t *n)
{
    double stars = (double)healpix_point_index_len(index);
    double radius = fmin(sqrt(8.0 * (double)wanted) / stars, PI);
    *out = NULL;
    *n = 0;
    if (wanted == 0 || stars < 2.0)
        return true;
    for (;; radius = fmin(radius * 2.0, PI)) {
        healpix_pairs *matches = NULL;
        if (!succeeded(healpix_point_index_cross_match(index, index, radius, HEALPIX_CROSS_MATCH_ALL, &matches)))
            return false;
        size_t len = healpix_pairs_len(matches);
        const healpix_pair *data = healpix_pairs_data(matches);
        healpix_pair *found = calloc(len + 1, sizeof *found);
        /* Each star matches itself, and each pair is found from both ends. */
        for (size_t i = 0; found != NULL && i < len; i++)
            if (data[i].left < data[i].right)
                found[(*n)++] = data[i];
        healpix_pairs_free(matches);
        if (found == NULL) {
            fputs("not enough memory\n", stderr);
            return false;
        }
        if (*n >= wanted || radius >= PI) {
            qsort(found, *n, sizeof *found, by_distance);
            *n = *n < wanted ? *n : wanted;
            *out = found;
            return true;
        }
        free(found);
        *n = 0;
    }
}

/* What the index is asked about the stars themselves. */
struct searches {
    struct cells cells;
    healpix_matches *nearest, *within;
    healpix_pair *pairs;
    size_t n_pairs;
};

static bool search(const struct options *options, const healpix_point_index *index, struct searches *found)
{
    struct place at = options->at;
    found->cells.depth = options->depth;
    return count_cells(index, &found->cells)
        && succeeded(healpix_point_index_nearest_deg(index, at.lon, at.lat, options->nearest, &found->nearest))
        && succeeded(healpix_point_index_within_deg(index, at.lon, at.lat, options->radius_deg, &found->within))
        && closest_pairs(index, options->n_pairs, &found->pairs, &found->n_pairs);
}

static void searches_free(struct searches *found)
{
    free(found->pairs);
    healpix_matches_free(found->within);
    healpix_matches_free(found->nearest);
    free(found->cells.counts);
}

static bool report(const struct options *options, const struct catalog *catalog, const healpix_point_index *index,
                   const struct searches *found, const struct constellations *constellations)
{
    char where[1024];
    struct place at = options->at;
    if (!constellations_at(constellations, at.lon, at.lat, where, sizeof where))
        return false;
    at.where = where;
    report_catalog(options->file, catalog);
    if (!report_cells(catalog, index, &found->cells))
        return false;
    if (options->nearest > 0)
        report_nearest(catalog, &at, found->nearest);
    if (!report_within(catalog, &at, options->radius_deg, found->within, options->all))
        return false;
    if (options->n_pairs > 0)
        report_pairs(catalog, found->pairs, found->n_pairs);
    report_constellations(catalog, constellations, options->n_constellations);
    report_tiling(constellations);
    if (!options->no_mocs)
        report_mocs(options->mocs, constellations);
    return true;
}

static double milliseconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

/* Everything after reading. */
static bool run(const struct options *options, const struct catalog *catalog, const struct outlines *outlines,
                double reading)
{
    struct searches found = {0};
    struct constellations constellations = {0};
    double start = milliseconds();
    healpix_point_index *index = build_index(catalog);
    double indexed = milliseconds();
    bool good = index != NULL && search(options, index, &found);
    double searched = milliseconds();
    good = good && constellations_build(options->outlines, outlines, index, options->outline_depth, &constellations);
    double placed = milliseconds();
    good = good && (options->no_mocs || mocs_write(options->mocs, &constellations));
    double written = milliseconds();
    good = good && report(options, catalog, index, &found, &constellations);
    if (good) {
        printf("\nTime: reading %.1f ms, indexing %.1f ms, searching %.1f ms, constellations %.1f ms", reading,
               indexed - start, searched - indexed, placed - searched);
        if (!options->no_mocs)
            printf(", writing MOCs %.1f ms", written - placed);
        putchar('\n');
    }
    constellations_free(&constellations);
    searches_free(&found);
    healpix_point_index_free(index);
    return good;
}

int main(int argc, char **argv)
{
    struct options options = {
        .file = STARS_CSV, .depth = 4, .at = PLEIADES, .radius_deg = 1.0, .nearest = 5, .n_pairs = 5,
        .n_constellations = 10, .outline_depth = 9, .outlines = CONSTELLATIONS_JSON, .mocs = "stars-mocs",
    };
    struct catalog catalog = {0};
    struct outlines outlines = {0};
    if (!parse_arguments(argc, argv, &options))
        return 2;
    if (options.help) {
        print_help();
        return EXIT_SUCCESS;
    }
    double start = milliseconds();
    bool good = catalog_read(options.file, &catalog) && outlines_read(options.outlines, &outlines)
        && run(&options, &catalog, &outlines, milliseconds() - start);
    outlines_free(&outlines);
    catalog_free(&catalog);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
