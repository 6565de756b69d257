/* One typed gap by itself: its verdict, why, and how what was typed differs from the nearest right form. Pure. */
#ifndef SAFAR_LEARN_GAP_H
#define SAFAR_LEARN_GAP_H

#include <stdbool.h>
#include <stddef.h>

#include "learn/difference.h"
#include "learn/item.h"

struct gap_grade {
	enum verdict verdict;
	unsigned reasons;             /* of enum reason */
	bool marked;                  /* there is a difference to show */
	struct difference difference; /* only where marked */
};

/* Judges gap `i` of the response alone. False where the type has no typed gaps, or not so many. All memory comes from `a`; the texts of the response
 * have to live as long. */
bool gap_judge(const struct item *it, struct arena *a, const struct response *r, size_t i, struct gap_grade *out);

#endif
