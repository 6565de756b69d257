/* Several fields filled in one after the other: lines to type and choices to turn through. What staff screens are made of. */
#ifndef SAFAR_VIEW_FIELDS_H
#define SAFAR_VIEW_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "view/edit.h"
#include "view/key.h"
#include "view/page.h"

enum fields_kind {
	FIELDS_LINE,   /* a line of text */
	FIELDS_DIGITS, /* digits only */
	FIELDS_DATE,   /* digits and . - / */
	FIELDS_CHOICE, /* one of several, turned by ← → or Space */
};

struct fields_row {
	enum fields_kind kind;
	const char *label;     /* N_() */
	const char *note;      /* N_(), shown while the pointer stands here, or NULL */
	size_t bytes_max;      /* of a line; 0: 200 */
	int option_count;      /* FIELDS_CHOICE */
};

enum { FIELDS_MAX = 10 };
struct fields {
	const struct fields_row *rows; /* borrowed, static */
	size_t count;
	size_t at;                     /* where the pointer stands */
	struct edit edits[FIELDS_MAX]; /* owned */
	int chosen[FIELDS_MAX];        /* FIELDS_CHOICE: number of the option */
	int options[FIELDS_MAX];       /* how many there are; from the row, or set by the screen */
};

void fields_init(struct fields *f, const struct fields_row *rows, size_t count);
void fields_release(struct fields *f);

const char *fields_text(const struct fields *f, size_t i);
void fields_set(struct fields *f, size_t i, const char *text);

/* Whether characters go into the field under the pointer. */
bool fields_typing(const struct fields *f);

enum fields_outcome { FIELDS_IGNORED, FIELDS_MOVED, FIELDS_CHANGED, FIELDS_DONE /* Enter on the last one, or save */ };
enum fields_outcome fields_action(struct fields *f, const struct event *e);

/* Name of option `option` of row `i`, translated; borrowed or in the page's arena. */
typedef const char *fields_option_fn(const void *state, struct page *page, size_t i, int option);
void fields_describe(const struct fields *f, struct page *page, fields_option_fn *option, const void *state);

#endif
