/* Two lines of digits, the second typed once something stands in the first: a person's code and PIN, a seat and its code. */
#ifndef SAFAR_VIEW_TWO_LINES_H
#define SAFAR_VIEW_TWO_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "view/edit.h"
#include "view/page.h"
#include "view/screen.h"

struct two_lines {
	struct edit first, second; /* owned; the screen makes them secret where they are */
	bool at_second;            /* where the cursor stands */
	bool incomplete;           /* Enter came too early, in the line where the cursor stands; until the next action */
};

/* Empty, the first of at most `bytes` digits, the second of PIN_DIGITS. */
void two_lines_init(struct two_lines *t, size_t bytes);
void two_lines_release(struct two_lines *t);

/* Enter on the second line, once it is full, runs `done`; Enter, Tab and ↓ go to the second line, back, Shift+Tab and ↑ to the first; all else is typed. */
struct turn two_lines_turn(struct two_lines *t, const struct event *e, effect_fn *done);

/* Both fields, `width` columns wide; labels translated. */
void two_lines_describe(const struct two_lines *t, struct page *page, const char *first, const char *second, int width);

#endif
