#include "csv_stream.h"

#include <stdlib.h>
#include <string.h>

#include "number.h"

enum { PIECE = 1 << 16 };

static const char UNCLOSED[] = "a quote is never closed";
static const char TOO_LONG[] = "the line is longer than 1 MiB";

/* Reads more behind what is there; false if there is no room or nothing more comes. */
static bool read_more(struct csv_stream *stream)
{
    if (stream->start > 0) {
        memmove(stream->buffer, stream->buffer + stream->start, stream->end - stream->start);
        stream->end -= stream->start;
        stream->start = 0;
    }
    size_t room = CSV_LONGEST_RECORD - stream->end;
    size_t n = fread(stream->buffer + stream->end, 1, room < PIECE ? room : PIECE, stream->file);
    stream->end += n;
    return n > 0;
}

bool csv_open(struct csv_stream *stream, FILE *file)
{
    *stream = (struct csv_stream){.file = file, .buffer = malloc(CSV_LONGEST_RECORD), .line = 1};
    if (stream->buffer == NULL)
        return false;
    while (stream->end < 3 && read_more(stream))
        continue;
    stream->marked = stream->end >= 3 && memcmp(stream->buffer, "\xEF\xBB\xBF", 3) == 0;
    stream->start = stream->marked ? 3 : 0;
    return true;
}

void csv_close(struct csv_stream *stream)
{
    free(stream->buffer);
    stream->buffer = NULL;
}

/* Length of the record at `text`, its line end included; 0 if that does not come within `len` bytes. `*quoted` says whether a
   quoted field was open at the end. */
static size_t record_length(const char *text, size_t len, bool *quoted)
{
    bool field_begins = true;
    *quoted = false;
    for (size_t i = 0; i < len; i++) {
        if (*quoted) {
            /* Of a doubled quote the first one ends the field and the second one goes on with it. */
            *quoted = text[i] != '"';
            field_begins = !*quoted;
            continue;
        }
        if (text[i] == '\n')
            return i + 1;
        *quoted = text[i] == '"' && field_begins;
        field_begins = text[i] == ',';
    }
    return 0;
}

static size_t count_lines(const char *text, size_t len)
{
    size_t lines = 0;
    for (size_t i = 0; i < len; i++)
        lines += text[i] == '\n';
    return lines;
}

/* Hands out the next `len` bytes. */
static void take(struct csv_stream *stream, size_t len, const char *fault, struct csv_record *record)
{
    const char *text = stream->buffer + stream->start;
    *record = (struct csv_record){.text = text, .len = len, .line = stream->line, .fault = fault};
    stream->line += count_lines(text, len);
    stream->start += len;
}

/* A line without end: what is left of it is skipped. */
static void take_endless_line(struct csv_stream *stream, struct csv_record *record)
{
    int c;
    take(stream, stream->end - stream->start, TOO_LONG, record);
    do
        c = getc(stream->file);
    while (c != EOF && c != '\n');
    stream->line += c == '\n';
}

static void take_what_is_there(struct csv_stream *stream, bool at_end, bool quoted, struct csv_record *record)
{
    size_t len = stream->end - stream->start;
    const char *text = stream->buffer + stream->start;
    const char *newline = memchr(text, '\n', len);
    if (quoted && newline != NULL)
        take(stream, (size_t)(newline - text) + 1, UNCLOSED, record);
    else if (at_end)
        take(stream, len, quoted ? UNCLOSED : NULL, record);
    else
        take_endless_line(stream, record);
}

static bool is_blank(const struct csv_record *record)
{
    for (size_t i = 0; i < record->len; i++)
        if (!is_space(record->text[i]))
            return false;
    return true;
}

enum csv_result csv_next(struct csv_stream *stream, struct csv_record *record)
{
    for (;;) {
        size_t there = stream->end - stream->start;
        bool quoted;
        size_t len = record_length(stream->buffer + stream->start, there, &quoted);
        if (len == 0) {
            if (there < CSV_LONGEST_RECORD && read_more(stream))
                continue;
            if (ferror(stream->file))
                return CSV_FAILED;
            if (there == 0)
                return CSV_END;
            take_what_is_there(stream, there < CSV_LONGEST_RECORD, quoted, record);
        } else {
            take(stream, len, NULL, record);
        }
        if (record->fault != NULL || !is_blank(record))
            return CSV_RECORD;
    }
}

void csv_keep_first_line(struct csv_stream *stream, struct csv_record *record)
{
    const char *newline = memchr(record->text, '\n', record->len);
    if (newline == NULL)
        return;
    size_t len = (size_t)(newline - record->text) + 1;
    stream->start -= record->len - len;
    stream->line = record->line + 1;
    record->len = len;
}

struct csv_fields csv_fields(const struct csv_record *record)
{
    size_t len = record->len;
    len -= len > 0 && record->text[len - 1] == '\n';
    len -= len > 0 && record->text[len - 1] == '\r';
    return (struct csv_fields){.at = record->text, .end = record->text + len, .more = true};
}

/* Collects the characters of a field, without white space at its ends. */
struct collector {
    char *out;
    size_t capacity, len, kept; /* kept: up to the last character that is no white space */
    bool whole;
};

static void collect(struct collector *to, char c)
{
    if (to->len == 0 && is_space(c))
        return;
    if (to->len + 1 < to->capacity)
        to->out[to->len] = c;
    to->len++;
    if (!is_space(c))
        to->kept = to->len;
    to->whole = to->whole && c != '\0';
}

bool csv_field(struct csv_fields *fields, char *out, size_t capacity, bool *whole)
{
    struct collector to = {.out = out, .capacity = out != NULL ? capacity : 0, .whole = true};
    const char *in = fields->at;
    if (!fields->more)
        return false;
    bool quoted = in < fields->end && *in == '"';
    in += quoted;
    bool closed = false;
    while (in < fields->end && (quoted || *in != ',')) {
        if (quoted && *in == '"') {
            in++;
            if (in == fields->end || *in != '"') {
                quoted = false;
                closed = true;
                continue;
            }
        }
        fields->torn = fields->torn || (closed && !is_space(*in));
        collect(&to, *in++);
    }
    fields->more = in < fields->end;
    fields->at = in + fields->more;
    if (out != NULL) {
        *whole = to.whole && to.kept < capacity;
        out[*whole ? to.kept : 0] = '\0';
    }
    return true;
}
