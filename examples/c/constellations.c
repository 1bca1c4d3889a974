#include "constellations.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "latin.h"
#include "report.h"

/* As `succeeded`, with the file and the outline's name before the message. */
static bool succeeded_with(healpix_status status, const char *file, const char *name)
{
    if (status != HEALPIX_OK)
        fprintf(stderr, "%s: %s: ", file, name);
    return succeeded(status);
}

static bool allocated(const void *memory)
{
    if (memory == NULL)
        fputs("not enough memory\n", stderr);
    return memory != NULL;
}

/* By name; parts with the same name in the order of the file. */
static int by_name(const void *left, const void *right)
{
    const struct outline *a = ((const struct part *)left)->outline, *b = ((const struct part *)right)->outline;
    int order = strcmp(a->name, b->name);
    return order != 0 ? order : (a > b) - (a < b);
}

static int by_row(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static int by_stars(const void *left, const void *right)
{
    const struct constellation *a = left, *b = right;
    if (a->n_rows != b->n_rows)
        return a->n_rows < b->n_rows ? 1 : -1;
    return strcmp(a->name, b->name);
}

/* Appends the stars in a part. A star on a border between two parts is appended twice. */
static bool add_stars(const healpix_point_index *index, const struct part *part, const char *file,
                      struct constellation *whole)
{
    healpix_rows *rows = NULL;
    if (!succeeded_with(healpix_point_index_region(index, part->region, &rows), file, whole->name))
        return false;
    size_t n = healpix_rows_len(rows);
    uint32_t *grown = realloc(whole->rows, (whole->n_rows + n + 1) * sizeof *grown);
    if (grown != NULL) {
        whole->rows = grown;
        if (n > 0)
            memcpy(grown + whole->n_rows, healpix_rows_data(rows), n * sizeof *grown);
        whole->n_rows += n;
    }
    healpix_rows_free(rows);
    return allocated(grown);
}

static void sort_rows(struct constellation *whole)
{
    size_t kept = 0;
    qsort(whole->rows, whole->n_rows, sizeof *whole->rows, by_row);
    for (size_t i = 0; i < whole->n_rows; i++)
        if (kept == 0 || whole->rows[i] != whole->rows[kept - 1])
            whole->rows[kept++] = whole->rows[i];
    whole->n_rows = kept;
}

static bool build_part(const char *file, uint8_t depth, struct part *part)
{
    const struct outline *outline = part->outline;
    healpix_coverage *coverage = NULL;
    bool good = succeeded_with(healpix_coverage_of(depth, part->region, &coverage), file, outline->name)
        && succeeded_with(healpix_coverage_moc(coverage, &part->touched), file, outline->name)
        && succeeded_with(healpix_coverage_full_moc(coverage, &part->inside), file, outline->name);
    healpix_coverage_free(coverage);
    return good;
}

/* Builds the constellation that the parts [first, first + n) are. */
static bool build(const char *file, const healpix_point_index *index, uint8_t depth, struct part *first, size_t n,
                  struct constellation *whole)
{
    const healpix_moc **mocs = calloc(n, sizeof *mocs);
    bool good = allocated(mocs);
    *whole = (struct constellation){.name = first->outline->name, .parts = first, .n_parts = n};
    for (size_t i = 0; good && i < n; i++) {
        const struct outline *outline = first[i].outline;
        healpix_status status = healpix_region_polygon_deg(outline->lon_deg, outline->lat_deg, outline->n,
                                                           HEALPIX_INTERIOR_SMALLER_AREA, &first[i].region);
        good = succeeded_with(status, file, outline->name) && add_stars(index, &first[i], file, whole)
            && build_part(file, depth, &first[i]);
        whole->area += outline_solid_angle(outline);
        mocs[i] = first[i].touched;
    }
    good = good && succeeded_with(healpix_moc_union_all(mocs, n, &whole->moc), file, whole->name);
    if (good)
        sort_rows(whole);
    free(mocs);
    return good;
}

static bool build_all(const char *file, const healpix_point_index *index, uint8_t depth, struct constellations *all)
{
    size_t n;
    for (size_t first = 0; first < all->n_outlines; first += n) {
        const char *name = all->parts[first].outline->name;
        for (n = 1; first + n < all->n_outlines && strcmp(all->parts[first + n].outline->name, name) == 0;)
            n++;
        if (!build(file, index, depth, &all->parts[first], n, &all->list[all->len++]))
            return false;
    }
    qsort(all->list, all->len, sizeof *all->list, by_stars);
    return true;
}

static bool count_misplaced(const healpix_point_index *index, struct constellations *all)
{
    size_t n = healpix_point_index_len(index);
    uint32_t *times = calloc(n + 1, sizeof *times);
    if (!allocated(times))
        return false;
    for (size_t i = 0; i < all->len; i++)
        for (size_t k = 0; k < all->list[i].n_rows; k++)
            times[all->list[i].rows[k]]++;
    for (size_t row = 0; row < n; row++) {
        all->stars_in_none += times[row] == 0;
        all->stars_in_several += times[row] > 1;
    }
    free(times);
    return true;
}

/* Puts a new MOC in the place of one that is no longer needed. */
static void replace(healpix_moc **moc, healpix_moc *by)
{
    healpix_moc_free(*moc);
    *moc = by;
}

/* What the part has in common with those before it goes to `shared`, the part itself to `seen`. */
static bool lay(const struct part *part, healpix_moc **seen, healpix_moc **shared)
{
    healpix_moc *common = NULL, *more_shared = NULL, *more_seen = NULL;
    bool good = succeeded(healpix_moc_intersection(part->touched, *seen, &common))
        && succeeded(healpix_moc_union(*shared, common, &more_shared))
        && succeeded(healpix_moc_union(*seen, part->touched, &more_seen));
    healpix_moc_free(common);
    if (!good) {
        healpix_moc_free(more_shared);
        return false;
    }
    replace(shared, more_shared);
    replace(seen, more_seen);
    return true;
}

/* The cells inside one of the outlines. */
static bool unite_full(const struct constellations *all, healpix_moc **full)
{
    const healpix_moc **mocs = calloc(all->n_outlines, sizeof *mocs);
    bool good = allocated(mocs);
    for (size_t i = 0; good && i < all->n_outlines; i++)
        mocs[i] = all->parts[i].inside;
    good = good && succeeded(healpix_moc_union_all(mocs, all->n_outlines, full));
    free(mocs);
    return good;
}

static bool measure_tiling(uint8_t depth, struct constellations *all)
{
    healpix_moc *seen = NULL, *shared = NULL, *full = NULL, *wrong = NULL;
    struct tiling *tiling = &all->tiling;
    uint32_t nside = 0;
    bool good = succeeded(healpix_moc_empty(depth, &seen)) && succeeded(healpix_moc_empty(depth, &shared));
    for (size_t i = 0; good && i < all->n_outlines; i++)
        good = lay(&all->parts[i], &seen, &shared);
    good = good && unite_full(all, &full) && succeeded(healpix_moc_intersection(shared, full, &wrong))
        && succeeded(healpix_grid_nside(depth, &nside)) && succeeded(healpix_grid_n_cells(nside, &tiling->n_cells));
    tiling->depth = depth;
    tiling->covered = healpix_moc_n_cells(seen);
    tiling->shared = healpix_moc_n_cells(shared);
    tiling->shared_and_full = healpix_moc_n_cells(wrong);
    healpix_moc_free(seen);
    healpix_moc_free(shared);
    healpix_moc_free(full);
    healpix_moc_free(wrong);
    return good;
}

bool constellations_build(const char *file, const struct outlines *outlines, const healpix_point_index *index,
                          uint8_t depth, struct constellations *all)
{
    *all = (struct constellations){.n_outlines = outlines->len};
    all->parts = calloc(outlines->len, sizeof *all->parts);
    all->list = calloc(outlines->len, sizeof *all->list);
    bool good = allocated(all->parts) && allocated(all->list);
    for (size_t i = 0; good && i < outlines->len; i++)
        all->parts[i].outline = &outlines->items[i];
    if (good)
        qsort(all->parts, all->n_outlines, sizeof *all->parts, by_name);
    good = good && build_all(file, index, depth, all) && count_misplaced(index, all) && measure_tiling(depth, all);
    if (!good)
        constellations_free(all);
    return good;
}

void constellations_free(struct constellations *all)
{
    for (size_t i = 0; i < all->len; i++) {
        healpix_moc_free(all->list[i].moc);
        free(all->list[i].rows);
    }
    for (size_t i = 0; all->parts != NULL && i < all->n_outlines; i++) {
        healpix_region_free(all->parts[i].region);
        healpix_moc_free(all->parts[i].touched);
        healpix_moc_free(all->parts[i].inside);
    }
    free(all->list);
    free(all->parts);
    *all = (struct constellations){0};
}

/* 1 if the position is in one of the parts, 0 if in none, -1 if that could not be told. */
static int holds(const struct constellation *constellation, double lon, double lat)
{
    for (size_t i = 0; i < constellation->n_parts; i++) {
        uint8_t inside = 0;
        if (!succeeded(healpix_region_contains_deg_one(constellation->parts[i].region, lon, lat, &inside)))
            return -1;
        if (inside != 0)
            return 1;
    }
    return 0;
}

bool constellations_at(const struct constellations *all, double lon, double lat, char *text, size_t size)
{
    size_t found = 0, len = 0;
    const char *first = "";
    text[0] = '\0';
    for (size_t i = 0; i < all->len && len < size; i++) {
        const char *name = latin_name(all->list[i].name);
        int inside = holds(&all->list[i], lon, lat);
        if (inside < 0)
            return false;
        if (inside == 0)
            continue;
        if (found == 0)
            len = (size_t)snprintf(text, size, "in %s", name);
        else if (found == 1)
            len = (size_t)snprintf(text, size, "on the border of %s and %s", first, name);
        else
            len += (size_t)snprintf(text + len, size - len, " and %s", name);
        first = found == 0 ? name : first;
        found++;
    }
    return true;
}
