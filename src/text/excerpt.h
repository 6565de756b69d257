/* One line of a source file with the place in it marked, for a person to see. */
#ifndef SAFAR_TEXT_EXCERPT_H
#define SAFAR_TEXT_EXCERPT_H

#include <stddef.h>

#include "core/str.h"

/* The line `n` bytes long at `line` (its end not included) as at most `columns` (at least 20) terminal columns: tabs are widened to the next eighth column, what could
 * command a terminal becomes U+FFFD, a longer line is cut around the place with "…". `column` is the place, counted in characters from 1; behind the
 * end it is the end. Appends to `out`; gives the terminal column, from 0, under which the caret belongs: that of the cluster in which the place lies. */
int excerpt_line(const char *line, size_t n, int column, int columns, struct str *out);

/* The line of that number (from 1) in the `size` bytes at `bytes`, searched from `*at` on, the beginning of line `*number` (start with 0 and 1; both move). Lines end
 * with LF or CRLF. NULL if there is none; `*n` gets its bytes without the end. */
const char *excerpt_find(const char *bytes, size_t size, int line, size_t *at, int *number, size_t *n);

#endif
