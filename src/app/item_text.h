/* What a row of the log of answers was about, in words: looked up in the active versions of the packs. */
#ifndef SAFAR_APP_ITEM_TEXT_H
#define SAFAR_APP_ITEM_TEXT_H

#include "app/app.h"
#include "learn/item.h"

struct item_text {
	const char *right; /* of a word or phrase: as it is taught; of an exercise: the right answer, inline markup */
	const char *asked; /* what it means, or the question, in the reader's language; inline markup; may be "" */
	bool word;         /* a word or phrase, not an exercise */
	const struct item *item; /* of an exercise, else NULL */
};
/* Units are read once and kept. All texts live as long as it does. */
struct item_texts;
struct item_texts *item_texts_new(struct app *app);
void item_texts_free(struct item_texts *t); /* NULL is fine */

/* *found false where no active pack has it, or its unit cannot be read. False only for a fault of the store. Items of a check's bank are never found. */
bool item_text(struct item_texts *t, const char *path, const char *drill, struct item_text *out, bool *found, struct err *e);

/* What was given, for a reader: typed text as it was typed, chosen options in words; "" where it cannot be told any more (a drill without typing). */
const char *item_text_given(struct item_texts *t, const struct item_text *of, const char *drill, const char *given);

#endif
