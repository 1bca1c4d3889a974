/* Reads a file as a whole. */
#ifndef STARS_TEXT_FILE_H
#define STARS_TEXT_FILE_H

#include <stddef.h>

/* The bytes of the file, followed by one NUL, for free(); NULL, with errno set, if it cannot be read. */
char *text_file_read(const char *file, size_t *len);

#endif
