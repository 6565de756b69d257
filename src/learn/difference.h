/* How typed text differs from the nearest accepted form, cluster by cluster: what a screen marks by colour and by sign, and where the cursor goes. Pure. */
#ifndef SAFAR_LEARN_DIFFERENCE_H
#define SAFAR_LEARN_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "learn/grade.h"

enum difference_kind {
	DIFFERENCE_SAME,      /* what is set aside counts as the same: case, final signs, forms of an apostrophe, equal forms (we for wij) */
	DIFFERENCE_MISSING,   /* in the expected text only */
	DIFFERENCE_EXTRA,     /* in the typed text only */
	DIFFERENCE_CHANGED,   /* one put for the other */
	DIFFERENCE_DISPLACED, /* a word that stands in both, in another place: one span where it was typed, another where it belongs */
};

/* Byte ranges of both texts, whole clusters; either may be empty. The spans of a difference follow each other in both texts without a
 * hole, so that the typed parts in their order are the typed text, and the expected ones the expected text. */
struct difference_span {
	enum difference_kind kind;
	size_t expected_from, expected_to;
	size_t typed_from, typed_to;
};

struct difference {
	const char *expected; /* the nearest accepted form as a person would write it, the learner's own words in its blanks */
	const char *typed;    /* as it came */
	struct difference_span *spans;
	size_t count;
	size_t fault; /* byte offset in `typed` of the first span that is not the same: where the cursor belongs */
};

/* Works out the difference from the form that typed_judge_form finds nearest. False where there is none to show: nothing typed, no text in
 * UTF-8, equal as far as it matters, another alphabet, or an answer over four times as long as the longest form and 256 clusters. Where more than
 * 256 clusters or 48 words lie between the first and the last fault, all of them are one changed span. Everything lives in `a`. */
bool typed_difference(const struct forms *f, const char *typed, const struct typed_rules *rules, struct arena *a, struct difference *out);

#endif
