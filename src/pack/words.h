/* Pack text in the reader's language: what learn/ and app/ ask when they need the words of an item. */
#ifndef SAFAR_PACK_WORDS_H
#define SAFAR_PACK_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/str.h"

/* Gives the translation of `msgid` in context `context` ("unit/id.field"), facts already put in, in memory of `a` or borrowed for as long;
 * `msgid` itself (facts put in) where there is none. */
struct words {
	const char *(*translate)(void *ctx, struct arena *a, const char *context, const char *msgid);
	void *ctx;
};

/* Context "unit/id.field"; `id` NULL or "" gives "unit.field" (titles of units, packs, programmes), `field` NULL gives "unit/id". */
const char *words_get(const struct words *w, struct arena *a, const char *unit, const char *id, const char *field, const char *msgid);

/* The text of a read part: each block (between blank lines) translated by itself in context "unit/id", joined again. */
const char *words_blocks(const struct words *w, struct arena *a, const char *unit, const char *id, const char *text);

/* Whether the whole of `s` is backticked (with only spaces and punctuation between the runs): such text is not translated. */
bool words_all_taught(const char *s);

/* Replaces each {fact:NAME} by what `fact` gives for the name (NULL leaves it as it stands). */
const char *words_facts(struct arena *a, const char *s, const char *(*fact)(void *ctx, struct arena *a, const char *name), void *ctx);

/* Words that change nothing: English, facts left as they stand. */
extern const struct words words_source;

/* --- what the checker and the template need to look into texts --- */

/* The next block of a lesson text: lines up to a blank one. `*at` (start with the text) moves behind it. Gives its first byte and `*n` bytes without the
 * last line end; NULL when there are no more. */
const char *words_block_next(const char **at, size_t *n);

/* The next {fact:NAME}: `*at` moves behind it, the name is `*n` bytes at the result. NULL when there are no more. */
const char *words_fact_next(const char **at, size_t *n);

/* The next backticked run (as many backticks close it as opened it, as in CommonMark): `*at` moves behind it, the words are `*n` bytes at the
 * result, without the backticks. NULL when there are no more. */
const char *words_taught_next(const char **at, size_t *n);

#endif
