/* An answer of several typed gaps, gap by gap: what the grader said of each, and what the whole earns where assessors say otherwise of some. */
#ifndef SAFAR_APP_EXAM_GAPS_H
#define SAFAR_APP_EXAM_GAPS_H

#include "app/exam_release.h"
#include "exam/blueprint.h"
#include "learn/item.h"
#include "store/exams.h"

struct answer_gap {
	const char *given;    /* what was typed there, "" for nothing */
	enum verdict verdict;
	bool doubtful;        /* typed, and not simply taken */
	int halves;           /* of its share it earned: 0, 1 or 2 */
};

/* The gaps of an answer that counts, in `a`; *count of them. An item with one gap gives one, with the stored verdict; with several each is judged as when it was
 * answered, by the item with its word table; where today's program says otherwise of the whole, every gap that was typed in is doubtful and has the stored verdict.
 * `b` and the section of `r` say what a typo earns. */
const struct answer_gap *gaps_of(const struct item *it, const struct blueprint *b, const struct form_row *r, struct arena *a, size_t *count);

/* What an answer earns when it is given, in units of the exam's scale: `g` is the grader's. Where a typing error does not earn all, each of several gaps earns its own
 * share, so that no answer earns less than one with more faults. */
int gaps_earned(const struct item *it, const struct blueprint *b, enum skill skill, const struct response *r, const struct grade *g, struct arena *a);

/* The row that gives the answer what the gaps earn together: the share of the item's points, half a point only where a half was given – and never less than the
 * grader gave. `to` has the word about each gap. Who, when and the section are the caller's. */
struct mark_row gaps_mark(const struct item *it, const struct form_row *r, const struct answer_gap *gaps, const enum doubt_state *to, size_t count);

#endif
