/* Sentences cut into words that are put in order: order and translate share it. Inside src/learn only. */
#ifndef SAFAR_LEARN_ORDER_H
#define SAFAR_LEARN_ORDER_H

#include <stddef.h>

#include "learn/types.h"

enum { ORDER_WORDS_MAX = 40 };
_Static_assert((int)ORDER_WORDS_MAX <= (int)RESPONSE_MAX, "a response holds every word");

struct sentence {
	const char *shown[ORDER_WORDS_MAX], *normal[ORDER_WORDS_MAX];
	size_t count;
};

/* Cuts `s` at its spaces into `out`. A sign that stands alone, as in "À demain !", goes with the word before it. Reports at `at` a word without a
 * letter and a sentence that is too long. */
bool order_cut(struct arena *a, const char *s, const struct node *at, struct sentence *out, struct diag_list *d);

/* Adds one word, borrowed; reports at `at` if there is no room. */
bool order_add(struct arena *a, struct sentence *out, const char *word, const struct node *at, struct diag_list *d);

#endif
