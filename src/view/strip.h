/* The strip of letters that the keyboard may lack, below a line of the taught language: F2 and a digit, the arrows or a letter put one in; F4 turns the letter before the cursor into
 * its next accented form without it. */
#ifndef SAFAR_VIEW_STRIP_H
#define SAFAR_VIEW_STRIP_H

#include <stdbool.h>
#include <stddef.h>

#include "view/edit.h"
#include "view/key.h"
#include "view/page.h"

struct strip {
	char language[16];          /* what is typed; "": there is no strip. Its own: an exercise is made anew in another language of the program */
	const char *const *letters; /* of text/letters.h */
	size_t count;
	bool shown;    /* stands on the page */
	bool focused;  /* keys go to it */
	bool stays;    /* opened by itself: goes on standing there when the keys are not its own */
	bool mends;    /* the next letter chosen takes the place of the one before the cursor, if it is another form of it */
	bool capitals;
	bool sought;   /* the pointer was moved by a typed letter: the same letter moves it on */
	int current;   /* letter under the pointer */
};

/* For a line in `language` (BCP 47); closed. NULL or a language that needs none: nothing ever opens. */
void strip_begin(struct strip *s, const char *language);

/* Opens by itself, after a fault of accents: it stands there, the keys stay with the line. With `mends` the letter before the cursor is the faulty one. */
void strip_suggest(struct strip *s, bool mends);
/* Closed, until F2. */
void strip_rest(struct strip *s);

/* Whether the strip gives an action a meaning of its own now, and the translated word for it; NULL: the screen's own word. */
bool strip_open(const struct strip *s, enum action a);
const char *strip_label(const struct strip *s, enum action a);

/* Does what the event means for strip and line. False: it was not for the strip, and is left for the line. */
bool strip_action(struct strip *s, struct edit *line, const struct event *e);

/* Below the line. Nothing when it is closed. */
void strip_describe(const struct strip *s, struct page *page);

#endif
