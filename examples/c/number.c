#include "number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool parse_number(const char *text, double *value)
{
    char *end;
    if (*text == '\0' || is_space(*text) || strpbrk(text, "xX") != NULL)
        return false;
    *value = strtod(text, &end);
    return *end == '\0' && isfinite(*value);
}
