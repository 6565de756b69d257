/* Words and phrases that can be practised, whichever unit they come from, and which of them must never stand as alternatives of each other. */
#ifndef SAFAR_LEARN_VOCABULARY_H
#define SAFAR_LEARN_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "learn/course.h"
#include "pack/words.h"

/* What stands for the blanks <name> <town> <country> <age> <job>; NULL where it is not known. */
struct own_data {
	const char *name, *town, *country, *age, *job;
};

/* One word or phrase. Texts of the reader are in the reader's language, all others in the taught one. */
struct vocable {
	const char *path, *unit, *id; /* "pack/unit/id" */
	const char *pos;	      /* "phrase" for a phrase */
	struct forms forms;	      /* all that is accepted, blanks as written */
	const char *shown;	      /* the first form, blanks filled as far as they are known, else "…" */
	const char *means;	      /* of the reader, inline markup, blanks filled */
	const char *example, *example_means, *note; /* NULL where absent; the last two of the reader */
	const struct node *node;
	bool own;		      /* of what is practised now; others are mixed in from older units */
	/* for comparing: */
	const char *key;	      /* the first form in the normal form of answers, without its article */
	const char **exact, **loose;  /* meanings in both languages, in the normal form of answers; loose ones without what stands in parentheses */
	size_t exact_count, loose_count;
};

/* Everything lives in `arena`; begin with zeroes, end with vocabulary_release. */
struct vocabulary {
	struct arena arena;
	const char *teaches;	    /* BCP 47 */
	struct own_data person;
	struct vocable *entries;	    /* in the order in which units and words were added, in every language the same */
	size_t count, room;
	const char **words;	    /* every word of every form, in the normal form of answers, sorted by bytes */
	size_t word_count;
};

/* Begins a vocabulary of a taught language. `person` is copied, its texts too. */
void vocabulary_begin(struct vocabulary *v, const char *teaches, const struct own_data *person);
void vocabulary_release(struct vocabulary *v);

/* Adds the words and phrases of a unit, translated by `w`. `u` must outlive the vocabulary, `w` need not. */
void vocabulary_add(struct vocabulary *v, const char *pack, const struct unit *u, const struct words *w);

/* After the last unit: what compares needs to know of all. */
void vocabulary_finish(struct vocabulary *v);

/* The entry with that path, or SIZE_MAX. */
size_t vocabulary_find(const struct vocabulary *v, const char *path);

/* Whether the two may be taken for each other: one could be the right answer to a question about the other, because a meaning is the same in the source
 * or the reader's language, or because the grader takes one for the other. */
bool vocabulary_alike(const struct vocabulary *v, size_t x, size_t y);

/* Whether both mean exactly the same, so that either is a right answer when the meaning is asked. */
bool vocabulary_same(const struct vocabulary *v, size_t x, size_t y);

/* `text` with its blanks (in Markdown \<name>) filled, "…" where nothing is known; `*known` is false then. The same pointer if it has none. */
const char *vocabulary_fill(struct arena *a, const char *text, const struct own_data *person, bool *known);

#endif
