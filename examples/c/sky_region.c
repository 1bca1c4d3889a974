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

/* The MOC that is written, at the depth that was asked for. */
static healpix_status moc_at_depth(const struct sky_region *region, int depth, healpix_moc **moc)
{
    if (region->region != NULL)
        return healpix_moc_from_region((uint8_t)(depth < 0 ? DEFAULT_DEPTH : depth), region->region, moc);
    if (depth < 0)
        return healpix_moc_clone(region->moc, moc);
    if (depth < healpix_moc_depth(region->moc))
        return healpix_moc_degraded(region->moc, (uint8_t)depth, moc);
    return healpix_moc_refined(region->moc, (uint8_t)depth, moc);
}

static bool write_moc(const struct sky_region *region, const struct sky_options *options)
{
    healpix_moc *moc = NULL;
    bool good = succeeded(moc_at_depth(region, options->depth, &moc), "--moc-out")
        && succeeded(healpix_moc_write_fits_file(moc, HEALPIX_FITS_RANGE, options->moc_out), options->moc_out);
    healpix_moc_free(moc);
    return good;
}

bool sky_region_make(const struct sky_options *options, struct sky_region *region)
{
    *region = (struct sky_region){0};
    bool good = options->cone != NULL ? make_cone(options->cone, &region->region)
        : options->polygon != NULL    ? make_polygon(options->polygon, &region->region)
                                      : read_moc(options->moc_in, &region->moc);
    good = good && (options->moc_out == NULL || write_moc(region, options));
    if (!good)
        sky_region_free(region);
    return good;
}

void sky_region_free(struct sky_region *region)
{
    healpix_region_free(region->region);
    healpix_moc_free(region->moc);
    *region = (struct sky_region){0};
}

bool sky_region_contains(const struct sky_region *region, const double *lon, const double *lat, size_t n, uint8_t *inside)
{
    return succeeded(region->region != NULL ? healpix_region_contains_deg(region->region, lon, lat, n, inside)
                                            : healpix_moc_contains_points_deg(region->moc, lon, lat, n, inside),
                     "the rows");
}
