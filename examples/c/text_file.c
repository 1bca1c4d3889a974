#include "text_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

char *text_file_read(const char *file, size_t *len)
{
    FILE *stream = fopen(file, "rb");
    char *text = NULL;
    size_t capacity = 1 << 16;
    *len = 0;
    if (stream == NULL)
        return NULL;
    for (;;) {
        char *grown = realloc(text, capacity);
        if (grown == NULL)
            break;
        text = grown;
        *len += fread(text + *len, 1, capacity - 1 - *len, stream);
        if (ferror(stream))
            break;
        if (*len < capacity - 1) {
            fclose(stream);
            text[*len] = '\0';
            return text;
        }
        capacity *= 2;
    }
    int reason = errno;
    free(text);
    fclose(stream);
    errno = reason;
    return NULL;
}
