/* Numbers in text. */
#ifndef EXAMPLES_NUMBER_H
#define EXAMPLES_NUMBER_H

#include <stdbool.h>

/* White space as C has it, whatever the locale. */
bool is_space(char c);

/* Parses a whole text as a finite decimal number. */
bool parse_number(const char *text, double *value);

#endif
