/* Looks over a lesson text line by line for what md4c swallows without a word: rows with too few or too many cells, rows without a head, rules, link definitions. */
#ifndef SAFAR_PACK_TABLE_H
#define SAFAR_PACK_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

/* Counts the tables of `text`. On a fault gives false and says line (from 1) and sentence (translated, static or in `a`). */
bool table_check(struct arena *a, const char *text, size_t *tables, int *line, const char **fault);

#endif
