/* Drills: exercises made from words and phrases. A drill has no item of its own in a pack: in the log it is named by the path of the word and the kind of drill.
 * The exercise made is one of the types in item.h, so that form, grade and feedback come from there. Pure: the same from the same vocabulary and seed. */
#ifndef SAFAR_LEARN_DRILL_H
#define SAFAR_LEARN_DRILL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "learn/item.h"
#include "learn/vocabulary.h"

/* From easy to hard. The names (drill_name) are stored in the answer log. */
enum drill_kind {
	DRILL_RECOGNISE, /* taught → meaning, a choice */
	DRILL_MATCH,	 /* several of both */
	DRILL_CHOOSE,	 /* meaning → taught, a choice */
	DRILL_BANK,	 /* the phrase, or the word's example, from its pieces */
	DRILL_TYPE,	 /* meaning → taught, typed */
	DRILL_KINDS
};
const char *drill_name(enum drill_kind k);
bool drill_from(const char *name, enum drill_kind *out);
/* "recognise" where the word stands on the screen, among others or alone; "produce" where it is put together or typed. */
const char *drill_direction(enum drill_kind k);

enum { DRILL_TARGETS_MAX = 5, DRILL_MATCH_MIN = 4 };

struct drill {
	enum drill_kind kind; /* what was made: an easier or harder one where the kind asked for cannot be made */
	size_t targets[DRILL_TARGETS_MAX]; /* numbers of entries; more than one only in DRILL_MATCH, there the lefts in order */
	size_t count;
	struct item *item; /* texts in the reader's language: use it with words_source */
};

/* Whether a drill of that kind can be made of the entry. Matching takes others too and is never possible for one alone. Typing is always possible. */
bool drill_possible(const struct vocabulary *v, enum drill_kind kind, size_t entry);

/* Makes the drill in `a`; `a` must not outlive the vocabulary. The targets of a match that could be taken for each other are left out; fewer than
 * DRILL_MATCH_MIN become a drill of the first. */
void drill_make(struct arena *a, const struct vocabulary *v, enum drill_kind kind, const size_t *targets, size_t count, uint64_t seed, struct drill *out);

/* What the answer says of target `i`: in a match each pair has a verdict of its own. */
enum verdict drill_verdict(const struct drill *d, const struct response *r, const struct grade *g, size_t i);

/* item_feedback of a drill, blanks in the right answer filled or shown as "…". */
void drill_feedback(const struct vocabulary *v, const struct drill *d, struct arena *a, const struct grade *g, struct feedback *out);

/* --- what comes next --- */

/* One answer in a drill, as the log has it. */
struct drill_try {
	size_t entry;
	enum drill_kind kind;
	bool right;
	int position; /* in the run: drills count from 0, the rows of one match share theirs; -1 for an answer given before the run */
};
struct drill_draw {
	enum drill_kind kind;
	size_t targets[DRILL_TARGETS_MAX];
	size_t count;
	int position;
	bool again; /* was wrong before in this run */
	int left;   /* again: how many are still to be put right, this one included */
};

/* The next drill of a run of `goal` drills after the tries so far (those before the run first, then in order): easier kinds before harder ones for each word, a
 * few words rather than all once, about a quarter from older units; then what was wrong, at most three times each. False when the run is done. The same
 * from the same tries and seed, in whatever language is read. */
bool drill_next(const struct vocabulary *v, const struct drill_try *tries, size_t count, int goal, uint64_t seed, struct drill_draw *out);

/* The kind that suits how well an entry is known: stability in days as in FSRS, 0 for a new one. */
enum drill_kind drill_for_stability(const struct vocabulary *v, size_t entry, double days);

#endif
