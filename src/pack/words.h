/* Pack text in the reader's language: what learn/ and app/ ask when they need the words of an item. */
#ifndef SAFAR_PACK_WORDS_H
#define SAFAR_PACK_WORDS_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/str.h"

/* Gives the translation of `msgid` in context `context` ("unit/id.field"), facts already put in, in memory of `a` or borrowed for as long;
 * `msgid` itself (facts put in) where there is none. */
struct words {
	const char *(*translate)(void *ctx, struct arena *a, const char *context, const char *msgid);
	void *ctx;
};

const char *words_get(const struct words *w, struct arena *a, const char *unit, const char *id, const char *field, const char *msgid);

/* The text of a read part: each block (between blank lines) translated by itself in context "unit/id", joined again. */
const char *words_blocks(const struct words *w, struct arena *a, const char *unit, const char *id, const char *text);

/* Whether the whole of `s` is backticked (with only spaces and punctuation between the runs): such text is not translated. */
bool words_all_taught(const char *s);

/* Replaces each {fact:NAME} by what `fact` gives for the name (NULL leaves it as it stands). */
const char *words_facts(struct arena *a, const char *s, const char *(*fact)(void *ctx, struct arena *a, const char *name), void *ctx);

/* Words that change nothing: English, facts left as they stand. */
extern const struct words words_source;

#endif
