/* sky_filter: the rows of a catalogue that are in a part of the sky, from a stream to a stream. */

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <healpix/healpix.h>

#include "csv_stream.h"
#include "number.h"
#include "sky_options.h"
#include "sky_region.h"

/* Rows are asked about in blocks: long enough for the vector kernels, short enough for the cache. */
enum { BLOCK_ROWS = 4096, BLOCK_BYTES = 2 * CSV_LONGEST_RECORD, REPORTED = 5, FIELD = 256 };
enum { FOUND = 0, NONE_FOUND = 1, FAULT = 2 };

struct block {
    size_t n, used;
    double lon[BLOCK_ROWS], lat[BLOCK_ROWS];
    uint8_t inside[BLOCK_ROWS], other[BLOCK_ROWS];
    size_t ends[BLOCK_ROWS]; /* where each row ends in the text */
    char text[BLOCK_BYTES];
};

struct filter {
    const char *name; /* of the catalogue, for messages */
    const struct sky_options *options;
    const struct sky_region *region;
    struct csv_stream stream;
    size_t lon, lat, n_columns; /* the columns of the positions, and how many there are */
    uint64_t n_rows, n_bad, n_printed;
    struct block *block;
};

static bool same_name(const char *a, const char *b)
{
    for (; *a != '\0' && *b != '\0'; a++, b++) {
        char low_a = *a >= 'A' && *a <= 'Z' ? (char)(*a + 32) : *a, low_b = *b >= 'A' && *b <= 'Z' ? (char)(*b + 32) : *b;
        if (low_a != low_b)
            return false;
    }
    return *a == *b;
}

/* How many columns of the header have a name, and which one is the first. */
static size_t find_column(const struct csv_record *header, const char *name, bool exact, size_t *column)
{
    struct csv_fields fields = csv_fields(header);
    char field[FIELD];
    bool whole;
    size_t n = 0;
    for (size_t i = 0; csv_field(&fields, field, sizeof field, &whole); i++) {
        if (whole && (exact ? strcmp(field, name) == 0 : same_name(field, name))) {
            *column = n == 0 ? i : *column;
            n++;
        }
    }
    return n;
}

static void list_columns(const struct csv_record *header)
{
    struct csv_fields fields = csv_fields(header);
    char field[FIELD];
    bool whole;
    fputs("; the columns are: ", stderr);
    for (size_t i = 0; csv_field(&fields, field, sizeof field, &whole); i++)
        fprintf(stderr, "%s%s", i > 0 ? ", " : "", whole ? field : "(a long name)");
    fputc('\n', stderr);
}

static bool find_named(const struct filter *filter, const struct csv_record *header, const char *name, size_t *column)
{
    size_t n = find_column(header, name, true, column);
    if (n == 1)
        return true;
    fprintf(stderr, "%s:%zu: there %s \"%s\"", filter->name, header->line, n == 0 ? "is no column" : "are several columns",
            name);
    list_columns(header);
    return false;
}

/* The columns that are called what positions are usually called. Two such pairs, and it is better to ask. */
static bool guess_columns(struct filter *filter, const struct csv_record *header)
{
    static const char *const pairs[][2] = {
        {"ra", "dec"}, {"lon", "lat"}, {"ra_deg", "dec_deg"}, {"lon_deg", "lat_deg"},
        {"longitude", "latitude"}, {"raj2000", "dej2000"}, {"ra_icrs", "de_icrs"},
    };
    size_t found = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t lon, lat;
        size_t n_lon = find_column(header, pairs[i][0], false, &lon), n_lat = find_column(header, pairs[i][1], false, &lat);
        if (n_lon == 0 || n_lat == 0)
            continue;
        filter->lon = lon;
        filter->lat = lat;
        found += n_lon == 1 && n_lat == 1 ? 1 : 2;
    }
    if (found == 1)
        return true;
    fprintf(stderr, "%s:%zu: %s; name them with --lon-column and --lat-column", filter->name, header->line,
            found == 0 ? "no columns look like positions" : "more than two columns look like positions");
    list_columns(header);
    return false;
}

static bool write_text(const char *text, size_t len)
{
    if (fwrite(text, 1, len, stdout) == len)
        return true;
    fprintf(stderr, "sky_filter: standard output: %s\n", strerror(errno));
    return false;
}

/* A record, ended as a line even where it is the last one of a file without a line end. */
static bool write_record(const char *text, size_t len)
{
    return write_text(text, len) && (text[len - 1] == '\n' || write_text("\n", 1));
}

static bool read_header(struct filter *filter)
{
    struct csv_record header;
    enum csv_result result = csv_next(&filter->stream, &header);
    if (result == CSV_FAILED) {
        fprintf(stderr, "sky_filter: %s: %s\n", filter->name, strerror(errno));
        return false;
    }
    if (result == CSV_END || header.fault != NULL) {
        fprintf(stderr, "%s:%zu: %s\n", filter->name, result == CSV_END ? filter->stream.line : header.line,
                result == CSV_END ? "the header line is missing: there is nothing" : header.fault);
        return false;
    }
    const struct sky_options *options = filter->options;
    bool good = options->lon_column != NULL
        ? find_named(filter, &header, options->lon_column, &filter->lon)
            && find_named(filter, &header, options->lat_column, &filter->lat)
        : guess_columns(filter, &header);
    struct csv_fields fields = csv_fields(&header);
    while (csv_field(&fields, NULL, 0, NULL))
        filter->n_columns++;
    return good && (!filter->stream.marked || write_text("\xEF\xBB\xBF", 3)) && write_record(header.text, header.len);
}

/* Asks about the rows of the block, prints those that are wanted, and empties it. */
static bool finish_block(struct filter *filter)
{
    struct block *block = filter->block;
    if (!sky_region_contains(filter->region, block->lon, block->lat, block->n, block->inside, block->other))
        return false;
    for (size_t i = 0; i < block->n; i++) {
        size_t start = i == 0 ? 0 : block->ends[i - 1];
        if (!block->inside[i])
            continue;
        if (!write_record(block->text + start, block->ends[i] - start))
            return false;
        filter->n_printed++;
    }
    block->n = block->used = 0;
    return true;
}

static bool add_row(struct filter *filter, const struct csv_record *row, double lon, double lat)
{
    struct block *block = filter->block;
    if ((block->n == BLOCK_ROWS || block->used + row->len > BLOCK_BYTES) && !finish_block(filter))
        return false;
    memcpy(block->text + block->used, row->text, row->len);
    block->used += row->len;
    block->lon[block->n] = lon;
    block->lat[block->n] = lat;
    block->ends[block->n++] = block->used;
    return true;
}

/* The position of a row. NULL, or why there is none, in `why`. A row that is no row of this catalogue at all is cut down to its
   first line: perhaps a stray quote has glued lines together, and the others get a chance of their own. */
static const char *read_position(struct filter *filter, struct csv_record *row, double *lon, double *lat, char *why,
                                 size_t size)
{
    struct csv_fields fields = csv_fields(row);
    char lon_text[FIELD] = "", lat_text[FIELD] = "";
    bool lon_whole = true, lat_whole = true, whole;
    size_t n = 0;
    for (;; n++) {
        bool is_lon = n == filter->lon, is_lat = n == filter->lat;
        char *out = is_lon ? lon_text : is_lat ? lat_text : NULL;
        if (!csv_field(&fields, out, FIELD, is_lon ? &lon_whole : is_lat ? &lat_whole : &whole))
            break;
    }
    if (fields.torn || n != filter->n_columns)
        csv_keep_first_line(&filter->stream, row);
    if (fields.torn) {
        snprintf(why, size, "there is text behind a closing quote");
    } else if (n != filter->n_columns) {
        snprintf(why, size, "%zu field%s where the header has %zu", n, n == 1 ? "" : "s", filter->n_columns);
    } else if (!lon_whole || !parse_number(lon_text, lon)) {
        snprintf(why, size, "the longitude \"%s\" is not a finite number", lon_text);
    } else if (!lat_whole || !parse_number(lat_text, lat)) {
        snprintf(why, size, "the latitude \"%s\" is not a finite number", lat_text);
    } else if (fabs(*lat) > 90.0) {
        snprintf(why, size, "the latitude %s is outside [-90, 90] degrees", lat_text);
    } else {
        return NULL;
    }
    return why;
}

static bool take_row(struct filter *filter, struct csv_record *row)
{
    char why[FIELD + 64];
    double lon, lat;
    const char *fault = row->fault != NULL ? row->fault : read_position(filter, row, &lon, &lat, why, sizeof why);
    filter->n_rows++;
    if (fault == NULL)
        return add_row(filter, row, lon, lat);
    if (filter->n_bad++ < REPORTED)
        fprintf(stderr, "%s:%zu: %s\n", filter->name, row->line, fault);
    return true;
}

static bool filter_rows(struct filter *filter)
{
    struct csv_record row;
    enum csv_result result;
    if (!read_header(filter))
        return false;
    while ((result = csv_next(&filter->stream, &row)) == CSV_RECORD)
        if (!take_row(filter, &row))
            return false;
    if (result == CSV_FAILED)
        fprintf(stderr, "sky_filter: %s: %s\n", filter->name, strerror(errno));
    if (!finish_block(filter))
        return false;
    if (fflush(stdout) != 0) {
        fprintf(stderr, "sky_filter: standard output: %s\n", strerror(errno));
        return false;
    }
    if (filter->n_bad > 0)
        fprintf(stderr, "%s: %llu of %llu rows have no position and are left out%s\n", filter->name,
                (unsigned long long)filter->n_bad, (unsigned long long)filter->n_rows,
                filter->n_bad > REPORTED ? "; the first ones are above" : "");
    return result == CSV_END && (filter->n_bad == 0 || filter->options->allow_bad_rows);
}

static int run(const struct sky_options *options, FILE *file)
{
    struct sky_region region = {0};
    struct filter filter = {.name = options->file != NULL ? options->file : "standard input", .options = options};
    filter.block = calloc(1, sizeof *filter.block);
    bool good = csv_open(&filter.stream, file) && filter.block != NULL;
    if (!good)
        fputs("sky_filter: not enough memory\n", stderr);
    good = good && sky_region_make(options, &region);
    filter.region = &region;
    good = good && filter_rows(&filter);
    sky_region_free(&region);
    csv_close(&filter.stream);
    free(filter.block);
    return !good ? FAULT : filter.n_printed > 0 ? FOUND : NONE_FOUND;
}

static int open_and_run(const struct sky_options *options)
{
    FILE *file = options->file == NULL ? stdin : fopen(options->file, "rb");
    if (file == NULL) {
        fprintf(stderr, "sky_filter: %s: %s\n", options->file, strerror(errno));
        return FAULT;
    }
    int code = run(options, file);
    if (file != stdin)
        fclose(file);
    return code;
}

static int inform(const struct sky_options *options)
{
    if (options->help)
        sky_options_help();
    else
        printf("sky_filter, with libhealpix_ffi %s\n", healpix_version());
    return fflush(stdout) == 0 ? FOUND : FAULT;
}

int main(int argc, char **argv)
{
    struct sky_options options;
    int code = FAULT;
    if (sky_options_read(argc, argv, &options))
        code = options.help || options.version ? inform(&options) : open_and_run(&options);
    sky_options_free(&options);
    return code;
}
