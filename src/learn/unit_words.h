/* The taught language in a unit: what a word table is made of. */
#ifndef SAFAR_LEARN_UNIT_WORDS_H
#define SAFAR_LEARN_UNIT_WORDS_H

#include <stdbool.h>

#include "learn/course.h"

/* One text of the taught language; `accepted` if it is a right answer to something typed. It lives as long as the call. */
typedef void taught_fn(void *ctx, const char *text, bool accepted);

/* Goes through terms, plurals, phrases, lines, the sheet for the room, and every exercise: each accepted answer, and the sentences around gaps. */
void unit_each_taught(const struct unit *u, taught_fn *fn, void *ctx);

/* The same for one exercise that stands in no unit. */
void item_each_taught(const struct item *it, taught_fn *fn, void *ctx);

#endif
