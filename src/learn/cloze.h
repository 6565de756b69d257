/* A text with gaps, as cloze reads it: what bank, whose gaps are filled from shown words, shares with it. Inside src/learn only. */
#ifndef SAFAR_LEARN_CLOZE_H
#define SAFAR_LEARN_CLOZE_H

#include <stddef.h>

#include "learn/types.h"

enum { GAPS_MAX = 12 };

/* What cloze_parse leaves in item.data. */
struct cloze {
	const char *pieces[GAPS_MAX + 1]; /* text before, between and behind the gaps */
	struct forms gaps[GAPS_MAX];
	size_t count;
	unsigned strict;   /* of enum strict */
	const char *whole; /* with the first form in each gap */
};

/* The part of a form for these gaps, behind `means`, if the exercise has it. */
struct form_part *cloze_form_add(const struct item *it, struct arena *a, const struct words *w, struct form *out);

const struct forms *cloze_gap(const struct item *it, struct arena *a, size_t i, struct typed_rules *rules);

#endif
