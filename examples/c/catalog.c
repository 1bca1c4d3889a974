#include "catalog.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "text_file.h"

enum { MAX_COLUMNS = 256 };

/* The bytes of a file, taken apart in place: fields end up as C strings. */
struct reader {
    const char *file;
    char *text;   /* the whole file; one NUL behind it */
    size_t len;
    size_t at;    /* the next byte to read */
    size_t line;  /* the line it is on, from 1 */
    char *fields[MAX_COLUMNS];
    size_t n_fields;
    size_t record_line;
};

/* Where the header says each quantity stands. */
struct columns {
    size_t hip, lon, lat, mag, count;
};

/* Number of bytes of the UTF-8 sequence at `s`, 0 if there is none. A NUL stands behind the text. */
static size_t utf8_sequence(const unsigned char *s)
{
    if (s[0] < 0x80)
        return 1;
    size_t n = s[0] >= 0xC2 && s[0] <= 0xDF ? 2 : (s[0] & 0xF0) == 0xE0 ? 3 : s[0] >= 0xF0 && s[0] <= 0xF4 ? 4 : 0;
    for (size_t i = 1; i < n; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    bool overlong = (s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xF0 && s[1] < 0x90);
    bool surrogate = s[0] == 0xED && s[1] > 0x9F;
    bool too_large = s[0] == 0xF4 && s[1] > 0x8F;
    return overlong || surrogate || too_large ? 0 : n;
}

static bool check_text(const struct reader *reader)
{
    size_t line = 1;
    bool blank = true;
    for (size_t i = 0; i < reader->len;) {
        size_t n = utf8_sequence((const unsigned char *)reader->text + i);
        if (n == 0) {
            fprintf(stderr, "%s:%zu: the text is not UTF-8\n", reader->file, line);
            return false;
        }
        line += reader->text[i] == '\n';
        blank = blank && is_space(reader->text[i]);
        i += n;
    }
    if (blank)
        fprintf(stderr, "%s: the file is empty\n", reader->file);
    return !blank;
}

static char *trimmed(char *start, char *end)
{
    while (start < end && is_space(*start))
        start++;
    while (end > start && is_space(end[-1]))
        end--;
    *end = '\0';
    return start;
}

/* Takes the next field apart, in place; returns the byte that ended it: comma, line end or NUL. */
static char next_field(struct reader *reader)
{
    const char *in = reader->text + reader->at;
    const char *end = reader->text + reader->len;
    char *start = reader->text + reader->at;
    char *out = start;
    bool quoted = in < end && *in == '"';
    in += quoted;
    while (in < end && (quoted || (*in != ',' && *in != '\n' && *in != '\r'))) {
        if (quoted && *in == '"') {
            in++;
            if (in == end || *in != '"') {
                quoted = false;
                continue;
            }
        }
        reader->line += *in == '\n';
        *out++ = *in++;
    }
    char ended_by = in < end ? *in : '\0';
    reader->at = (size_t)(in - reader->text) + (in < end);
    reader->line += ended_by == '\n';
    if (reader->n_fields < MAX_COLUMNS)
        reader->fields[reader->n_fields] = trimmed(start, out);
    reader->n_fields++;
    return ended_by;
}

/* Reads the next line that is not blank; false at the end of the file. */
static bool next_record(struct reader *reader)
{
    while (reader->at < reader->len && strchr("\r\n", reader->text[reader->at]) != NULL)
        reader->line += reader->text[reader->at++] == '\n';
    if (reader->at >= reader->len)
        return false;
    reader->record_line = reader->line;
    reader->n_fields = 0;
    char ended_by;
    do
        ended_by = next_field(reader);
    while (ended_by == ',');
    return true;
}

static bool find_column(const struct reader *reader, const char *name, size_t *column)
{
    for (size_t i = 0; i < reader->n_fields; i++) {
        if (strcmp(reader->fields[i], name) == 0) {
            *column = i;
            return true;
        }
    }
    fprintf(stderr, "%s:%zu: there is no column \"%s\"; the columns are: ", reader->file, reader->record_line, name);
    for (size_t i = 0; i < reader->n_fields; i++)
        fprintf(stderr, "%s%s", i > 0 ? ", " : "", reader->fields[i]);
    fputc('\n', stderr);
    return false;
}

static bool read_header(struct reader *reader, struct columns *columns)
{
    if (reader->n_fields > MAX_COLUMNS) {
        fprintf(stderr, "%s:%zu: more than %d columns\n", reader->file, reader->record_line, MAX_COLUMNS);
        return false;
    }
    columns->count = reader->n_fields;
    return find_column(reader, "hip", &columns->hip) && find_column(reader, "lon_deg", &columns->lon)
        && find_column(reader, "lat_deg", &columns->lat) && find_column(reader, "mag", &columns->mag);
}

static bool read_hip(const struct reader *reader, const char *text, uint32_t *hip)
{
    uint64_t value = 0;
    bool good = *text != '\0';
    for (const char *digit = text; good && *digit != '\0'; digit++) {
        good = *digit >= '0' && *digit <= '9';
        value = value * 10 + (uint64_t)(*digit - '0');
        good = good && value <= UINT32_MAX;
    }
    if (!good)
        fprintf(stderr, "%s:%zu: HIP number \"%s\" is not a whole number below 2^32\n", reader->file,
                reader->record_line, text);
    *hip = (uint32_t)value;
    return good;
}

static bool read_value(const struct reader *reader, const char *what, const char *text, double limit, double *value)
{
    if (!parse_number(text, value)) {
        fprintf(stderr, "%s:%zu: %s \"%s\" is not a finite number\n", reader->file, reader->record_line, what, text);
        return false;
    }
    if (fabs(*value) > limit) {
        fprintf(stderr, "%s:%zu: %s %s is outside [-%g, %g] degrees\n", reader->file, reader->record_line, what, text,
                limit, limit);
        return false;
    }
    return true;
}

static bool read_star(struct reader *reader, const struct columns *columns, struct star *star)
{
    if (reader->n_fields != columns->count) {
        fprintf(stderr, "%s:%zu: %zu field%s where the header has %zu\n", reader->file, reader->record_line,
                reader->n_fields, reader->n_fields == 1 ? "" : "s", columns->count);
        return false;
    }
    char **fields = reader->fields;
    return read_hip(reader, fields[columns->hip], &star->hip)
        && read_value(reader, "longitude", fields[columns->lon], 360.0, &star->lon_deg)
        && read_value(reader, "latitude", fields[columns->lat], 90.0, &star->lat_deg)
        && read_value(reader, "magnitude", fields[columns->mag], HUGE_VAL, &star->mag);
}

static bool read_stars(struct reader *reader, struct catalog *catalog)
{
    struct columns columns = {0};
    size_t capacity = 0;
    if (!check_text(reader))
        return false;
    if (reader->len >= 3 && memcmp(reader->text, "\xEF\xBB\xBF", 3) == 0)
        reader->at = 3;
    if (next_record(reader) && !read_header(reader, &columns))
        return false;
    while (next_record(reader)) {
        if (catalog->len == capacity) {
            capacity = capacity == 0 ? 1024 : 2 * capacity;
            struct star *grown = realloc(catalog->stars, capacity * sizeof *grown);
            if (grown == NULL) {
                fprintf(stderr, "%s: not enough memory\n", reader->file);
                return false;
            }
            catalog->stars = grown;
        }
        if (!read_star(reader, &columns, &catalog->stars[catalog->len]))
            return false;
        catalog->len++;
    }
    if (catalog->len == 0)
        fprintf(stderr, "%s: there are no stars after the header\n", reader->file);
    return catalog->len > 0;
}

bool catalog_read(const char *file, struct catalog *catalog)
{
    struct reader reader = {.file = file, .line = 1};
    *catalog = (struct catalog){0};
    reader.text = text_file_read(file, &reader.len);
    if (reader.text == NULL) {
        fprintf(stderr, "%s: %s\n", file, strerror(errno));
        return false;
    }
    bool good = read_stars(&reader, catalog);
    free(reader.text);
    if (!good)
        catalog_free(catalog);
    return good;
}

void catalog_free(struct catalog *catalog)
{
    free(catalog->stars);
    *catalog = (struct catalog){0};
}

const struct star *catalog_brightest(const struct catalog *catalog, const uint32_t *rows, size_t n)
{
    const struct star *best = NULL;
    for (size_t i = 0; i < n; i++) {
        const struct star *star = &catalog->stars[rows[i]];
        if (best == NULL || star->mag < best->mag || (star->mag == best->mag && star->hip < best->hip))
            best = star;
    }
    return best;
}
