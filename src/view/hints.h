/* What the keys do here, from a table of bindings: for the footer and for the help screen. */
#ifndef SAFAR_VIEW_HINTS_H
#define SAFAR_VIEW_HINTS_H

#include <stdbool.h>
#include <stddef.h>

#include "view/page.h"
#include "view/screen.h"

enum { HINTS_MAX = 32 };

/* One row of help: keys as written on them, label for the footer (translated, "" if the keys stand alone), a sentence. Texts are static or in the arena. */
struct hint_row {
	enum action action; /* the first of those joined */
	const char *keys, *label, *help;
};

/* Rows of the bindings that `open` allows (NULL: all), in their order, with the words that `label` gives instead of theirs (NULL: none); ↑ and ↓, ← and →, digits after them, and neighbours with the same label are joined.
 * `digits` is how the digits are written ("1–7"; "" leaves them out). Gives how many, at most HINTS_MAX. */
size_t hints_collect(struct arena *a, const struct binding *bindings, bool (*open)(const void *state, enum action a),
		     const char *(*label)(const void *state, enum action a), const void *state, const char *digits, struct hint_row rows[HINTS_MAX]);

/* The digits that the page's menus answer to: "1–7", "3", "" if none. One at the end that stands apart is left out. In the page's arena. */
const char *hints_digits(struct page *p);

#endif
