#include "sky_region.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "text_file.h"

enum { DEFAULT_DEPTH = 10 };

/* True if the call succeeded; otherwise says what the library says, behind `about`. */
static bool succeeded(healpix_status status, const char *about)
{
    char detail[512];
    size_t len = 0;
    if (status == HEALPIX_OK)
        return true;
    healpix_status known = healpix_last_error_message(detail, sizeof detail, &len);
    bool has_detail = (known == HEALPIX_OK || known == HEALPIX_ERR_BUFFER) && len > 0;
    fprintf(stderr, "sky_filter: %s: %s\n", about, has_detail ? detail : healpix_status_message(status));
    return false;
}

/* The numbers of `1,2,3`, for free(); NULL if there is anything else. */
static double *parse_list(const char *text, size_t *n)
{
    size_t commas = 0;
    for (const char *c = text; *c != '\0'; c++)
        commas += *c == ',';
    double *list = calloc(commas + 1, sizeof *list);
    *n = 0;
    for (const char *at = text; list != NULL; at++) {
        char number[64];
        size_t len = strcspn(at, ",");
        if (len < sizeof number) {
            memcpy(number, at, len);
            number[len] = '\0';
        }
        if (len >= sizeof number || !parse_number(number, &list[*n])) {
            fprintf(stderr, "sky_filter: \"%.*s\" in %s is not a finite number\n", (int)(len < 64 ? len : 64), at, text);
            free(list);
            return NULL;
        }
        ++*n;
        at += len;
        if (*at == '\0')
            return list;
    }
    fputs("sky_filter: not enough memory\n", stderr);
    return NULL;
}

static bool make_cone(const char *text, healpix_region **region)
{
    size_t n;
    double *list = parse_list(text, &n);
    bool good = list != NULL && n == 3;
    if (list != NULL && n != 3)
        fprintf(stderr, "sky_filter: --cone %s: LON,LAT,RADIUS are three numbers, not %zu\n", text, n);
    good = good && succeeded(healpix_region_cone_deg(list[0], list[1], list[2], region), "--cone");
    free(list);
    return good;
}

static bool make_polygon(const char *text, healpix_region **region)
{
    size_t n;
    double *list = parse_list(text, &n), *lat = NULL;
    bool good = list != NULL && n % 2 == 0;
    if (list != NULL && n % 2 != 0)
        fprintf(stderr, "sky_filter: --polygon: the last longitude, %g, has no latitude\n", list[n - 1]);
    if (good && (lat = calloc(n / 2, sizeof *lat)) == NULL) {
        fputs("sky_filter: not enough memory\n", stderr);
        good = false;
    }
    for (size_t i = 0; good && i < n / 2; i++) {
        lat[i] = list[2 * i + 1];
        list[i] = list[2 * i];
    }
    good = good
        && succeeded(healpix_region_polygon_deg(list, lat, n / 2, HEALPIX_INTERIOR_SMALLER_AREA, region), "--polygon");
    free(lat);
    free(list);
    return good;
}

static bool is_fits(const char *file)
{
    char begin[6];
    FILE *stream = fopen(file, "rb");
    bool fits = stream != NULL && fread(begin, 1, sizeof begin, stream) == sizeof begin
        && memcmp(begin, "SIMPLE", sizeof begin) == 0;
    if (stream != NULL)
        fclose(stream);
    return fits;
}

static bool read_moc(const char *file, healpix_moc **moc)
{
    size_t len;
    if (is_fits(file))
        return succeeded(healpix_moc_read_fits_file(file, moc), file);
    char *text = text_file_read(file, &len);
    if (text == NULL) {
        fprintf(stderr, "sky_filter: %s: %s\n", file, strerror(errno));
        return false;
    }
    const char *begin = text;
    while (is_space(*begin))
        begin++;
    bool good = *begin != '\0';
    if (!good)
        fprintf(stderr, "sky_filter: %s: there is no MOC in it\n", file);
    good = good
        && succeeded(*begin == '{' ? healpix_moc_from_json(text, len, moc) : healpix_moc_from_ascii(text, len, moc), file);
    free(text);
    return good;
}

/* Adds a region or a MOC to those that are there. Takes it over. */
static bool add_region(struct sky_region *sky, healpix_region *region)
{
    const healpix_region *both[] = {sky->region, region};
    healpix_region *all = NULL;
    bool good = sky->region == NULL || succeeded(healpix_region_union(both, 2, &all), "the regions");
    if (sky->region == NULL) {
        sky->region = region;
    } else {
        healpix_region_free(sky->region);
        healpix_region_free(region);
        sky->region = all;
    }
    return good;
}

static bool add_moc(struct sky_region *sky, healpix_moc *moc)
{
    healpix_moc *all = NULL;
    bool good = sky->moc == NULL || succeeded(healpix_moc_union(sky->moc, moc, &all), "the MOCs");
    if (sky->moc == NULL) {
        sky->moc = moc;
    } else {
        healpix_moc_free(sky->moc);
        healpix_moc_free(moc);
        sky->moc = all;
    }
    return good;
}

static bool add_part(struct sky_region *sky, const struct sky_part *part)
{
    healpix_region *region = NULL;
    healpix_moc *moc = NULL;
    if (part->kind == SKY_MOC)
        return read_moc(part->value, &moc) && add_moc(sky, moc);
    return (part->kind == SKY_CONE ? make_cone : make_polygon)(part->value, &region) && add_region(sky, region);
}

/* What a region touches, or what its complement touches. */
static healpix_status touched_by(const healpix_region *region, bool invert, uint8_t depth, healpix_moc **moc)
{
    healpix_region *rest = NULL;
    healpix_status status = invert ? healpix_region_complement(region, &rest) : HEALPIX_OK;
    if (status == HEALPIX_OK)
        status = healpix_moc_from_region(depth, invert ? rest : region, moc);
    healpix_region_free(rest);
    return status;
}

/* All cells together, or, for the complement, those that touch the rest of the regions and are not in the MOCs. */
static healpix_status all_cells(const struct sky_region *sky, uint8_t depth, healpix_moc **moc)
{
    healpix_moc *touched = NULL;
    if (sky->region == NULL)
        return sky->invert ? healpix_moc_complement(sky->moc, moc) : healpix_moc_clone(sky->moc, moc);
    if (sky->moc == NULL)
        return touched_by(sky->region, sky->invert, depth, moc);
    healpix_status status = touched_by(sky->region, sky->invert, depth, &touched);
    if (status == HEALPIX_OK)
        status = (sky->invert ? healpix_moc_difference : healpix_moc_union)(touched, sky->moc, moc);
    healpix_moc_free(touched);
    return status;
}

static healpix_status at_depth(const healpix_moc *moc, uint8_t depth, healpix_moc **out)
{
    return (depth < healpix_moc_depth(moc) ? healpix_moc_degraded : healpix_moc_refined)(moc, depth, out);
}

static bool write_moc(const struct sky_region *sky, const struct sky_options *options)
{
    healpix_moc *all = NULL, *moc = NULL;
    int usual = sky->region != NULL ? DEFAULT_DEPTH : healpix_moc_depth(sky->moc);
    uint8_t depth = (uint8_t)(options->depth < 0 ? usual : options->depth);
    bool good = succeeded(all_cells(sky, depth, &all), "--moc-out") && succeeded(at_depth(all, depth, &moc), "--moc-out")
        && succeeded(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, options->moc_out), options->moc_out);
    healpix_moc_free(all);
    healpix_moc_free(moc);
    return good;
}

bool sky_region_make(const struct sky_options *options, struct sky_region *sky)
{
    *sky = (struct sky_region){.invert = options->invert};
    bool good = true;
    for (size_t i = 0; good && i < options->n_parts; i++)
        good = add_part(sky, &options->parts[i]);
    good = good && (options->moc_out == NULL || write_moc(sky, options));
    if (!good)
        sky_region_free(sky);
    return good;
}

void sky_region_free(struct sky_region *sky)
{
    healpix_region_free(sky->region);
    healpix_moc_free(sky->moc);
    *sky = (struct sky_region){0};
}

bool sky_region_contains(const struct sky_region *sky, const double *lon, const double *lat, size_t n, uint8_t *inside,
                         uint8_t *other)
{
    memset(inside, 0, n);
    memset(other, 0, n);
    if (sky->region != NULL && !succeeded(healpix_region_contains_deg(sky->region, lon, lat, n, inside), "the rows"))
        return false;
    if (sky->moc != NULL && !succeeded(healpix_moc_contains_points_deg(sky->moc, lon, lat, n, other), "the rows"))
        return false;
    for (size_t i = 0; i < n; i++)
        inside[i] = (inside[i] | other[i]) != sky->invert;
    return true;
}
