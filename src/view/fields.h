/* Several fields filled in one after the other: lines to type and choices to turn through. What staff screens are made of. */
#ifndef SAFAR_VIEW_FIELDS_H
#define SAFAR_VIEW_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "view/edit.h"
#include "view/key.h"
#include "view/page.h"
#include "view/screen.h"

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
	int option_count;      /* FIELDS_CHOICE; 0: set by the screen */
	const char *(*name)(int option);  /* FIELDS_CHOICE: the translated name of an option that needs nothing else to be known; NULL: the screen is asked */
	const char *(*about)(int option); /* FIELDS_CHOICE: what the chosen option means, translated, instead of the note; or NULL */
};

enum { FIELDS_MAX = 10 };
struct fields {
	const struct fields_row *rows; /* borrowed, static */
	size_t count;
	size_t at;                     /* where the pointer stands */
	struct edit edits[FIELDS_MAX]; /* owned */
	int chosen[FIELDS_MAX];        /* FIELDS_CHOICE: number of the option */
	int options[FIELDS_MAX];       /* how many there are; from the row, or set by the screen */
	const char *lacks;             /* N_(): what is missing, shown below the fields until the next action; or NULL */
};

void fields_init(struct fields *f, const struct fields_row *rows, size_t count);
void fields_release(struct fields *f);

const char *fields_text(const struct fields *f, size_t i);
void fields_set(struct fields *f, size_t i, const char *text);

/* Whether characters go into the field under the pointer. */
bool fields_typing(const struct fields *f);

enum fields_outcome { FIELDS_IGNORED, FIELDS_MOVED, FIELDS_CHANGED, FIELDS_DONE /* Enter on the last one, or save */ };
enum fields_outcome fields_action(struct fields *f, const struct event *e);

/* What most screens do with an action: back leaves the screen, FIELDS_DONE runs `done`, and all else is between the person and the fields. */
struct turn fields_turn(struct fields *f, const struct event *e, effect_fn *done);

/* Puts the pointer into field `at` and says below what is missing there (N_()). Gives TURN_STAY. */
struct turn fields_lack(struct fields *f, size_t at, const char *what);

/* Whether only spaces stand in field `i`, or nothing. */
bool fields_blank(const struct fields *f, size_t i);

/* Name of option `option` of row `i`, translated; borrowed or in the page's arena. Asked of rows without a `name`; NULL where there are none. */
typedef const char *fields_option_fn(const void *state, struct page *page, size_t i, int option);
void fields_describe(const struct fields *f, struct page *page, fields_option_fn *option, const void *state);

/* For the table of a screen whose state begins with its struct fields: typing while the pointer stands in a line, ← → and Space open only on a choice, the fields
 * released. */
bool fields_screen_typing(const void *state);
bool fields_screen_open(const void *state, enum action a);
void fields_screen_release(void *state);

/* Rows of a screen's bindings. The keys between fields, as the footer says them or in silence, and those that turn a choice. */
#define FIELDS_MOVES                                                                                                                        \
	{ .action = ACTION_UP, .label = N_("field"), .help = N_("To the field above or below; Tab does it, too") }, { .action = ACTION_DOWN }, \
		{ .action = ACTION_FIELD }, { .action = ACTION_FIELD_BACK }
#define FIELDS_MOVES_QUIET { .action = ACTION_UP }, { .action = ACTION_DOWN }, { .action = ACTION_FIELD }, { .action = ACTION_FIELD_BACK }
#define FIELDS_TURNS { .action = ACTION_PREVIOUS }, { .action = ACTION_NEXT }, { .action = ACTION_MARK }

#endif
