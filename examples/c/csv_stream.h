/* Reads a CSV file of any length record by record, in a fixed amount of memory. */
#ifndef EXAMPLES_CSV_STREAM_H
#define EXAMPLES_CSV_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { CSV_LONGEST_RECORD = 1 << 20 };

struct csv_stream {
    FILE *file;
    char *buffer;
    size_t start, end; /* what is read and not handed out */
    size_t line;       /* the line on which the next record begins, from 1 */
    bool marked;       /* whether the file begins with a byte order mark, which is handed out with no record */
};

/* A record as it stands in the file, with its line end if it has one. Valid until the next one is read. */
struct csv_record {
    const char *text;
    size_t len;
    size_t line;
    const char *fault; /* why it is none, or NULL */
};

enum csv_result { CSV_RECORD, CSV_END, CSV_FAILED /* errno says why */ };

bool csv_open(struct csv_stream *stream, FILE *file);
void csv_close(struct csv_stream *stream);

/* The next record that is no blank line. A quote that is never closed, or a record that is too long, makes its first line a
   record with a fault; reading goes on behind that line, so that one stray quote does not swallow the rows behind it. */
enum csv_result csv_next(struct csv_stream *stream, struct csv_record *record);

/* Cuts the record that was just read down to its first line, and goes on behind that. */
void csv_keep_first_line(struct csv_stream *stream, struct csv_record *record);

/* Walks over the fields of a record. */
struct csv_fields {
    const char *at, *end;
    bool more;
    bool torn; /* whether there was text behind a closing quote, which is a stray one then */
};

struct csv_fields csv_fields(const struct csv_record *record);

/* The next field, without quotes and outer white space, as text of less than `capacity` bytes. `*whole` becomes false if it does
   not fit or has a NUL in it. `out` may be NULL. Returns false behind the last field. */
bool csv_field(struct csv_fields *fields, char *out, size_t capacity, bool *whole);

#endif
