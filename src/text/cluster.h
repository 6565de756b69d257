/* Grapheme clusters (Unicode Annex 29) and how many terminal columns they take (Annex 11): the only place that knows. */
#ifndef SAFAR_TEXT_CLUSTER_H
#define SAFAR_TEXT_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the cluster that `s` begins with; 0 at the end of the text. At most 64: longer towers of marks are cut there. */
size_t cluster_next(const char *s);

/* Bytes of the last cluster of the `n` bytes at `s`; 0 if n is 0. */
size_t cluster_prev(const char *s, size_t n);

/* Columns of one cluster of `n` bytes: 0, 1 or 2. Ambiguous width counts 1. */
int cluster_width(const char *s, size_t n);

size_t text_clusters(const char *s); /* how many */
int text_width(const char *s);       /* columns of the whole text */

/* How many bytes of `s` fit in `columns`, whole clusters only; `*used` (may be NULL) gets their columns. */
size_t text_fit(const char *s, int columns, int *used);

/* `s` if it fits in `columns`, else its beginning and "…". The caller frees. */
char *text_clip_dup(const char *s, int columns);

/* Bytes of `s` that make the next line of at most `columns` (> 0) columns by the line breaking rules (Annex 14), trailing spaces
 * included; a word longer than a line is broken between clusters. A \n ends a line and is included. 0 only at the end of the text.
 * `*used` (may be NULL) gets the columns without trailing spaces: at most `columns`, but for a wide
 * cluster in a line of one column. Takes time in proportion to the line, whatever the length of the text. */
size_t text_wrap(const char *s, int columns, int *used);

#endif
