#include "outlines.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parallels.h"
#include "text_file.h"

static const double PI = 3.14159265358979323846;

/* JSON as far as it is read. A NUL stands behind it. */
struct json {
    const char *file;
    const char *text;
    const char *at;
};

static bool fault(const struct json *json, const char *what)
{
    size_t line = 1;
    for (const char *c = json->text; c < json->at; c++)
        line += *c == '\n';
    fprintf(stderr, "%s:%zu: %s\n", json->file, line, what);
    return false;
}

static bool no_memory(const char *file)
{
    fprintf(stderr, "%s: not enough memory\n", file);
    return false;
}

static void skip_space(struct json *json) { json->at += strspn(json->at, " \t\r\n"); }

/* Goes past a character, if it is the next one. */
static bool passed(struct json *json, char wanted)
{
    skip_space(json);
    if (*json->at != wanted)
        return false;
    json->at++;
    skip_space(json);
    return true;
}

static bool expect(struct json *json, char wanted)
{
    char what[] = "expected `?`";
    if (passed(json, wanted))
        return true;
    what[10] = wanted;
    return fault(json, what);
}

/* Goes past `,` and leaves *more true, or past `close` and makes it false. */
static bool read_separator(struct json *json, char close, bool *more)
{
    char what[] = "expected `,` or `?`";
    *more = passed(json, ',');
    if (*more || passed(json, close))
        return true;
    what[17] = close;
    return fault(json, what);
}

/* A string without escapes: names and keys have none. */
static bool read_string(struct json *json, const char **string, size_t *len)
{
    if (*json->at != '"')
        return fault(json, "expected a string");
    *string = ++json->at;
    while (*json->at != '"') {
        if ((unsigned char)*json->at < ' ' || *json->at == '\\')
            return fault(json, "expected a string without escapes");
        json->at++;
    }
    *len = (size_t)(json->at - *string);
    json->at++;
    return true;
}

static size_t digits(const char *text) { return strspn(text, "0123456789"); }

/* The number of characters of the number at `text`, 0 if none is there. */
static size_t number_len(const char *text)
{
    const char *at = text + (*text == '-');
    size_t whole = digits(at);
    if (whole == 0 || (whole > 1 && *at == '0'))
        return 0;
    at += whole;
    if (*at == '.') {
        if (digits(at + 1) == 0)
            return 0;
        at += 1 + digits(at + 1);
    }
    if (*at == 'e' || *at == 'E') {
        at += at[1] == '+' || at[1] == '-' ? 2 : 1;
        if (digits(at) == 0)
            return 0;
        at += digits(at);
    }
    return (size_t)(at - text);
}

static bool read_number(struct json *json, double *value)
{
    size_t len = number_len(json->at);
    if (len == 0)
        return fault(json, "expected a number");
    *value = strtod(json->at, NULL);
    if (!isfinite(*value))
        return fault(json, "number out of range");
    json->at += len;
    return true;
}

static bool read_vertices(struct json *json, struct outline *outline)
{
    bool more = true;
    if (!expect(json, '['))
        return false;
    if (passed(json, ']'))
        return true;
    while (more) {
        double lon, lat;
        if (!expect(json, '[') || !read_number(json, &lon) || !expect(json, ',') || !read_number(json, &lat)
            || !expect(json, ']'))
            return false;
        if (!outline_push(outline, lon, lat))
            return no_memory(json->file);
        if (!read_separator(json, ']', &more))
            return false;
    }
    return true;
}

/* Files are named after it. */
static bool read_name(struct json *json, struct outline *outline)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const char *name;
    size_t len;
    if (!read_string(json, &name, &len))
        return false;
    if (len == 0 || len >= NAME_SIZE || strspn(name, plain) != len) {
        fprintf(stderr, "%s: the name \"%.*s\" is not of 1 to %d letters, digits, - and _\n", json->file,
                (int)(len < 1000 ? len : 1000), name, NAME_SIZE - 1);
        return false;
    }
    memcpy(outline->name, name, len);
    outline->name[len] = '\0';
    return true;
}

/* {"name": "And", "lon_lat_deg": [...]}, in either order. */
static bool read_object(struct json *json, struct outline *outline)
{
    bool more = true, named = false, drawn = false;
    if (!expect(json, '{'))
        return false;
    while (more) {
        const char *key;
        size_t len;
        if (!read_string(json, &key, &len) || !expect(json, ':'))
            return false;
        bool name = !named && len == 4 && memcmp(key, "name", 4) == 0;
        bool vertices = !drawn && len == 11 && memcmp(key, "lon_lat_deg", 11) == 0;
        if (!name && !vertices)
            return fault(json, "expected one `name` and one `lon_lat_deg`");
        if (name ? !read_name(json, outline) : !read_vertices(json, outline))
            return false;
        named = named || name;
        drawn = drawn || vertices;
        if (!read_separator(json, '}', &more))
            return false;
    }
    return named && drawn ? true : fault(json, named ? "missing field `lon_lat_deg`" : "missing field `name`");
}

static bool check_vertices(const struct json *json, const struct outline *outline)
{
    for (size_t i = 0; i < outline->n; i++) {
        bool bad_lon = fabs(outline->lon_deg[i]) > 360.0;
        if (bad_lon || fabs(outline->lat_deg[i]) > 90.0) {
            fprintf(stderr, "%s: %s: vertex %zu: %s %.15g is outside [-%d, %d] degrees\n", json->file, outline->name, i,
                    bad_lon ? "longitude" : "latitude", bad_lon ? outline->lon_deg[i] : outline->lat_deg[i],
                    bad_lon ? 360 : 90, bad_lon ? 360 : 90);
            return false;
        }
    }
    return true;
}

static void outline_free(struct outline *outline)
{
    free(outline->lon_deg);
    free(outline->lat_deg);
    *outline = (struct outline){0};
}

static bool add_outline(struct json *json, struct outlines *outlines)
{
    struct outline *grown = realloc(outlines->items, (outlines->len + 1) * sizeof *grown);
    if (grown == NULL)
        return no_memory(json->file);
    outlines->items = grown;
    struct outline corners = {0}, *outline = &grown[outlines->len++];
    *outline = corners;
    bool good = read_object(json, &corners) && check_vertices(json, &corners);
    if (good) {
        memcpy(outline->name, corners.name, NAME_SIZE);
        good = parallels_follow(&corners, outline) || no_memory(json->file);
    }
    outline_free(&corners);
    return good;
}

static bool read_all(struct json *json, struct outlines *outlines)
{
    bool more = true;
    if (!expect(json, '['))
        return false;
    if (passed(json, ']')) {
        fprintf(stderr, "%s: there are no outlines\n", json->file);
        return false;
    }
    while (more)
        if (!add_outline(json, outlines) || !read_separator(json, ']', &more))
            return false;
    return *json->at == '\0' ? true : fault(json, "trailing characters");
}

bool outlines_read(const char *file, struct outlines *outlines)
{
    size_t len;
    char *text = text_file_read(file, &len);
    *outlines = (struct outlines){0};
    if (text == NULL) {
        fprintf(stderr, "%s: %s\n", file, strerror(errno));
        return false;
    }
    struct json json = {.file = file, .text = text, .at = text};
    bool good = read_all(&json, outlines);
    if (good && json.at != text + len)
        good = fault(&json, "trailing characters");
    free(text);
    if (!good)
        outlines_free(outlines);
    return good;
}

void outlines_free(struct outlines *outlines)
{
    for (size_t i = 0; i < outlines->len; i++)
        outline_free(&outlines->items[i]);
    free(outlines->items);
    *outlines = (struct outlines){0};
}

bool outline_push(struct outline *outline, double lon_deg, double lat_deg)
{
    /* Room is doubled whenever the number of vertices reaches a power of two. */
    if ((outline->n & (outline->n - 1)) == 0) {
        size_t room = outline->n == 0 ? 1 : 2 * outline->n;
        double *lon = realloc(outline->lon_deg, room * sizeof *lon);
        if (lon == NULL)
            return false;
        outline->lon_deg = lon;
        double *lat = realloc(outline->lat_deg, room * sizeof *lat);
        if (lat == NULL)
            return false;
        outline->lat_deg = lat;
    }
    outline->lon_deg[outline->n] = lon_deg;
    outline->lat_deg[outline->n] = lat_deg;
    outline->n++;
    return true;
}

/* Each side of the outline has a strip between itself and the equator, which is a spherical quadrangle:
   tan E/2 = tan(run/2) (tan(lat1/2) + tan(lat2/2)) / (1 + tan(lat1/2) tan(lat2/2)). */
double outline_solid_angle(const struct outline *outline)
{
    double strips = 0.0, turn = 0.0;
    for (size_t i = 0; i < outline->n; i++) {
        size_t next = (i + 1) % outline->n;
        double run = (outline->lon_deg[next] - outline->lon_deg[i]) * (PI / 180.0);
        if (fabs(run) > PI)
            run -= copysign(2.0 * PI, run);
        double a = tan(outline->lat_deg[i] * (PI / 360.0)), b = tan(outline->lat_deg[next] * (PI / 360.0));
        strips += 2.0 * atan2(tan(run / 2.0) * (a + b), 1.0 + a * b);
        turn += run;
    }
    /* Around a pole the strips fill what is left of the hemisphere. */
    double area = fabs(turn) > PI ? 2.0 * PI - fabs(strips) : fabs(strips);
    return fmin(area, 4.0 * PI - area);
}
