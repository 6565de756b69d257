/* What searching in courses reads of a pack: its words and phrases, and what they mean in all languages. */
#ifndef SAFAR_STORE_SEARCH_H
#define SAFAR_STORE_SEARCH_H

#include "store/store.h"

/* Texts as the pack has them; "" where absent. `all` holds every spelling of what is taught, among signs that are no letters. */
struct search_row {
	const char *unit, *id, *first, *all, *means; /* first: the pattern that is shown; means: in the source language */
};
typedef bool search_row_fn(void *ctx, const struct search_row *r);
/* In the order of the course. */
bool search_words(struct store *s, int64_t version, search_row_fn *fn, void *ctx, struct err *e);

/* Every translated meaning, by language, then by context ("unit/id.means"), as strcmp has it. */
typedef bool search_meaning_fn(void *ctx, const char *language, const char *context, const char *text);
bool search_meanings(struct store *s, int64_t version, search_meaning_fn *fn, void *ctx, struct err *e);

#endif
