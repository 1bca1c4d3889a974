#include "report.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "latin.h"

static const double PI = 3.14159265358979323846;

enum { DENSEST = 5, BRIGHTEST = 10 };

static const char SEPARATION[] = "   separation";
static const char STAR[] = "     HIP    mag";
static const char POSITION[] = "  lon (deg)  lat (deg)";

bool succeeded(healpix_status status)
{
    char detail[256];
    size_t len;
    if (status == HEALPIX_OK)
        return true;
    if (healpix_last_error_message(detail, sizeof detail, &len) == HEALPIX_OK && len > 0)
        fprintf(stderr, "%s\n", detail);
    else
        fprintf(stderr, "%s\n", healpix_status_message(status));
    return false;
}

/* A whole number with its thousands grouped, `41,411`, in a buffer of 32 bytes. */
static const char *grouped(uint64_t number, char *buffer)
{
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%" PRIu64, number);
    char *out = buffer;
    for (int place = 0; place < n; place++) {
        if (place > 0 && (n - place) % 3 == 0)
            *out++ = ',';
        *out++ = digits[place];
    }
    *out = '\0';
    return buffer;
}

/* `1 star`, `2 stars`, in a buffer of 48 bytes. */
static const char *star_count(uint64_t number, char *buffer)
{
    char digits[32];
    snprintf(buffer, 48, "%s star%s", grouped(number, digits), number == 1 ? "" : "s");
    return buffer;
}

/* An angle in radians as degrees, minutes or seconds of arc. */
static double angle(double radians, const char **unit)
{
    double degrees = radians * (180.0 / PI);
    *unit = degrees >= 1.0 ? "deg" : degrees * 60.0 >= 1.0 ? "arcmin" : "arcsec";
    return degrees >= 1.0 ? degrees : degrees * 60.0 >= 1.0 ? degrees * 60.0 : degrees * 3600.0;
}

static void print_separation(double radians)
{
    const char *unit;
    double value = angle(radians, &unit);
    printf("%8.2f %-6s", value, unit);
}

static double square_degrees(double steradians) { return steradians * ((180.0 / PI) * (180.0 / PI)); }

static void print_area(double steradians)
{
    double degrees = square_degrees(steradians);
    double seconds = degrees * 3600.0 * 3600.0;
    if (degrees >= 1.0)
        printf("%.2f square degrees", degrees);
    else if (degrees * 3600.0 >= 1.0)
        printf("%.2f square arcminutes", degrees * 3600.0);
    else
        printf("%.*f square arcseconds", seconds >= 1.0 ? 2 : 9, seconds);
}

void report_catalog(const char *file, const struct catalog *catalog)
{
    char count[48];
    double brightest = HUGE_VAL, faintest = -HUGE_VAL;
    for (size_t i = 0; i < catalog->len; i++) {
        brightest = fmin(brightest, catalog->stars[i].mag);
        faintest = fmax(faintest, catalog->stars[i].mag);
    }
    printf("%s read from %s, magnitudes %.2f to %.2f\n", star_count(catalog->len, count), file, brightest, faintest);
}

static int by_count(const void *left, const void *right)
{
    const healpix_cell_count *a = left, *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return (a->cell > b->cell) - (a->cell < b->cell);
}

/* The count at a rank from the fullest cell downwards, with the empty cells behind those that hold stars. */
static uint64_t count_at(const healpix_cell_count *sorted, size_t len, uint64_t rank)
{
    return rank < len ? sorted[rank].count : 0;
}

static bool print_densest(const struct catalog *catalog, const healpix_point_index *index, uint8_t depth,
                          const healpix_cell_count *sorted, size_t len, double cell_area, int wide)
{
    puts("\nDensest cells");
    printf("  %*s  stars  per sq. deg  lon (deg)  lat (deg)  brightest star\n", wide, "cell");
    for (size_t i = 0; i < len && i < DENSEST; i++) {
        const uint32_t *rows;
        size_t n;
        double lon, lat;
        if (!succeeded(healpix_nested_center_deg_one(depth, sorted[i].cell, &lon, &lat))
            || !succeeded(healpix_point_index_rows_in_cell(index, depth, sorted[i].cell, &rows, &n)))
            return false;
        printf("  %*" PRIu64 "  %5" PRIu64 "  %11.2f  %9.4f  %+9.4f", wide, sorted[i].cell, sorted[i].count,
               (double)sorted[i].count / square_degrees(cell_area), lon, lat);
        const struct star *star = catalog_brightest(catalog, rows, n);
        if (star != NULL)
            printf("  HIP %-6" PRIu32 "  mag %5.2f", star->hip, star->mag);
        putchar('\n');
    }
    return true;
}

bool report_cells(const struct catalog *catalog, const healpix_point_index *index, const struct cells *cells)
{
    uint32_t nside;
    uint64_t n_cells;
    double area;
    char text[32];
    const char *unit;
    if (!succeeded(healpix_grid_nside(cells->depth, &nside)) || !succeeded(healpix_grid_n_cells(nside, &n_cells))
        || !succeeded(healpix_grid_cell_area(nside, &area)))
        return false;
    qsort(cells->counts, cells->len, sizeof *cells->counts, by_count);

    printf("\nCells at depth %d (nside %" PRIu32 "): %s of ", cells->depth, nside, grouped(n_cells, text));
    print_area(area);
    double across = angle(sqrt(area), &unit);
    printf(" each, %.2f %s across\n", across, unit);
    double share = 100.0 * (double)cells->len / (double)n_cells;
    printf("  with stars      %9s  (%.1f %%)\n", grouped(cells->len, text), share);
    printf("  without         %9s\n", grouped(n_cells - cells->len, text));
    double mean = (double)healpix_point_index_len(index) / (double)n_cells;
    uint64_t middle = count_at(cells->counts, cells->len, n_cells / 2 - 1)
                    + count_at(cells->counts, cells->len, n_cells / 2);
    printf("  stars per cell  %9.2f  mean, %.1f median, %" PRIu64 " most\n", mean, (double)middle / 2.0,
           count_at(cells->counts, cells->len, 0));
    int wide = snprintf(text, sizeof text, "%" PRIu64, n_cells);
    return print_densest(catalog, index, cells->depth, cells->counts, cells->len, area, wide);
}

static void print_place(const struct place *place)
{
    printf("lon %.4f, lat %+.4f deg", place->lon, place->lat);
    const char *name = place->name != NULL ? place->name : "";
    if (*name != '\0' || *place->where != '\0')
        printf(" (%s%s%s)", name, *name != '\0' && *place->where != '\0' ? ", " : "", place->where);
}

static void print_star(const struct catalog *catalog, const healpix_match *match)
{
    const struct star *star = &catalog->stars[match->row];
    print_separation(match->distance);
    printf(" %8" PRIu32 " %6.2f   %9.4f  %+9.4f\n", star->hip, star->mag, star->lon_deg, star->lat_deg);
}

void report_nearest(const struct catalog *catalog, const struct place *place, const healpix_matches *matches)
{
    printf("\nNearest to ");
    print_place(place);
    printf("\n%s %s %s\n", SEPARATION, STAR, POSITION);
    for (size_t i = 0; i < healpix_matches_len(matches); i++)
        print_star(catalog, &healpix_matches_data(matches)[i]);
}

/* qsort hands its comparison no catalogue, so each match carries the magnitude of its star. */
struct bright {
    double mag;
    healpix_match match;
};

static int by_magnitude(const void *left, const void *right)
{
    const struct bright *a = left, *b = right;
    if (a->mag != b->mag)
        return a->mag < b->mag ? -1 : 1;
    return (a->match.row > b->match.row) - (a->match.row < b->match.row);
}

bool report_within(const struct catalog *catalog, const struct place *place, double radius_deg,
                   const healpix_matches *matches, bool all)
{
    size_t n = healpix_matches_len(matches);
    const healpix_match *data = healpix_matches_data(matches);
    struct bright *found = calloc(n + 1, sizeof *found);
    char text[48];
    const char *unit;
    if (found == NULL) {
        fputs("not enough memory\n", stderr);
        return false;
    }
    for (size_t i = 0; i < n; i++)
        found[i] = (struct bright){catalog->stars[data[i].row].mag, data[i]};
    qsort(found, n, sizeof *found, by_magnitude);

    size_t shown = all || n < BRIGHTEST ? n : BRIGHTEST;
    double radius = angle(radius_deg * (PI / 180.0), &unit);
    printf("\nWithin %.2f %s of ", radius, unit);
    print_place(place);
    printf(": %s%s\n", star_count(n, text), n == 0 ? "" : shown < n ? ", the brightest of them" : ", brightest first");
    for (size_t i = 0; i < shown; i++) {
        if (i == 0)
            printf("%s %s %s\n", SEPARATION, STAR, POSITION);
        print_star(catalog, &found[i].match);
    }
    if (shown < n)
        printf("  and %s more; --all lists them\n", grouped(n - shown, text));
    free(found);
    return true;
}

void report_pairs(const struct catalog *catalog, const healpix_pair *pairs, size_t n)
{
    if (n == 0) {
        puts("\nClosest pairs in the whole sky: none, there is only one star");
        return;
    }
    puts("\nClosest pairs in the whole sky");
    printf("%s %s %s %s\n", SEPARATION, STAR, STAR, POSITION);
    for (size_t i = 0; i < n; i++) {
        const struct star *left = &catalog->stars[pairs[i].left], *right = &catalog->stars[pairs[i].right];
        print_separation(pairs[i].distance);
        printf(" %8" PRIu32 " %6.2f %8" PRIu32 " %6.2f   %9.4f  %+9.4f\n", left->hip, left->mag, right->hip,
               right->mag, left->lon_deg, left->lat_deg);
    }
}

/* Prints a text in UTF-8, padded to so many columns: printf would count bytes. */
static void print_padded(const char *text, int wide)
{
    int columns = 0;
    for (const char *c = text; *c != '\0'; c++)
        columns += ((unsigned char)*c & 0xC0) != 0x80;
    printf("%s%*s", text, columns < wide ? wide - columns : 0, "");
}

static void print_constellation(const struct catalog *catalog, const struct constellation *constellation)
{
    char text[32];
    double area = square_degrees(constellation->area);
    const struct star *star = catalog_brightest(catalog, constellation->rows, constellation->n_rows);
    printf("  %-4s ", constellation->name);
    print_padded(latin_name(constellation->name), 19);
    printf("  %5s  %9.2f  %11.2f", grouped(constellation->n_rows, text), area, (double)constellation->n_rows / area);
    if (star != NULL)
        printf("  HIP %-6" PRIu32 "  mag %5.2f", star->hip, star->mag);
    putchar('\n');
}

void report_constellations(const struct catalog *catalog, const struct constellations *all, size_t limit)
{
    char text[32];
    size_t with_stars = 0;
    while (with_stars < all->len && all->list[with_stars].n_rows > 0)
        with_stars++;
    size_t shown = limit < with_stars ? limit : with_stars;
    printf("\nStars in %s constellation%s\n", grouped(all->len, text), all->len == 1 ? "" : "s");
    if (shown > 0)
        printf("  %-24s  stars    sq. deg  per sq. deg  brightest star\n", "constellation");
    for (size_t i = 0; i < shown; i++)
        print_constellation(catalog, &all->list[i]);
    if (shown < with_stars)
        printf("  and %s more; --constellations %zu lists them\n", grouped(with_stars - shown, text), all->len);
    if (with_stars < all->len)
        printf("  %s without stars\n", grouped(all->len - with_stars, text));
    size_t misplaced = all->stars_in_none + all->stars_in_several;
    printf("  %9s stars are in exactly one\n", grouped(catalog->len - misplaced, text));
    if (misplaced > 0) {
        printf("  %9s in several, on their borders\n", grouped(all->stars_in_several, text));
        printf("  %9s in none\n", grouped(all->stars_in_none, text));
    }
}

void report_tiling(const struct constellations *all)
{
    const struct tiling *tiling = &all->tiling;
    bool whole = tiling->covered == tiling->n_cells, apart = tiling->shared_and_full == 0;
    char text[32];
    double area = 0.0;
    for (size_t i = 0; i < all->len; i++)
        area += all->list[i].area;
    printf("\n%s outline%s covered with cells of depth %d: %s\n", grouped(all->n_outlines, text),
           all->n_outlines == 1 ? "" : "s", tiling->depth,
           whole ? apart ? "they tile the sky" : "they overlap" : apart ? "they leave gaps" : "they overlap and leave gaps");
    printf("  in all             %13s  %s%d cells\n", grouped(tiling->covered, text),
           whole ? "the whole sky, 12 x 4^" : "of 12 x 4^", tiling->depth);
    printf("  in more than one   %13s  %s\n", grouped(tiling->shared, text),
           apart ? "borders: no outline fills one of them" : "");
    if (!apart)
        printf("  and inside of one  %13s\n", grouped(tiling->shared_and_full, text));
    printf("  area, sq. deg      %13.4f  the sphere has %.4f\n", square_degrees(area), square_degrees(4.0 * PI));
}

void report_mocs(const char *directory, const struct constellations *all)
{
    char text[32];
    printf("\nMOCs of the constellations: %s, %s files\n", directory, grouped(2 * all->len, text));
}
