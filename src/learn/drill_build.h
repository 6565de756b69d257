/* Drills written down as an author would have written the exercise: nodes that item_parse reads. Inside src/learn only. */
#ifndef SAFAR_LEARN_DRILL_BUILD_H
#define SAFAR_LEARN_DRILL_BUILD_H

#include <stdbool.h>
#include <stdint.h>

#include "learn/vocabulary.h"

/* Taught to meaning (recognise), or the other way; NULL where there are too few words that could not be taken for it. */
struct node *drill_choice(struct arena *a, const struct vocabulary *v, size_t target, bool recognise, uint64_t seed);
struct node *drill_match(struct arena *a, const struct vocabulary *v, const size_t *targets, size_t count);
/* Pieces to be put in order; NULL where drill_possible says no. */
struct node *drill_bank(struct arena *a, const struct vocabulary *v, size_t target, uint64_t seed);
struct node *drill_type(struct arena *a, const struct vocabulary *v, size_t target, bool synonyms);

/* What is put together for an entry: a phrase itself, the example of a word; NULL if it has none. */
const char *drill_bank_text(const struct vocable *e);
size_t drill_count_words(const char *s);

#endif
