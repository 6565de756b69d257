/* What learners are likely to type for an answer: the same in other ways, and the usual slips. For authors, who then see what the grader says to each. Pure. */
#ifndef SAFAR_LEARN_LIKELY_H
#define SAFAR_LEARN_LIKELY_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/diag.h"
#include "learn/course.h"

enum likely_kind {
	LIKELY_NO_ARTICLE,
	LIKELY_OTHER_ARTICLE,
	LIKELY_NO_ACCENTS,  /* German letters also spelled out */
	LIKELY_CASE,
	LIKELY_SWAPPED,     /* two letters of the longest word */
	LIKELY_REGISTER,    /* polite for familiar, and the other way */
	LIKELY_SEX,         /* said by a woman for said by a man, and the other way */
	LIKELY_ORDER,       /* a time said first, or not */
	LIKELY_CONTRACTION, /* contracted, or written out */
	LIKELY_KEYBOARD,    /* the same keys on the Russian layout */
	LIKELY_COUNT
};
const char *likely_name(enum likely_kind k);  /* as in the key `only` and in machine output */
const char *likely_label(enum likely_kind k); /* N_(): for people */

/* Each way to write `form` in the language (BCP 47) otherwise, by the rules in src/learn/data/likely-*.tsv; none twice, none like `form`. Texts live in `a`. */
typedef void likely_fn(void *ctx, enum likely_kind kind, const char *answer);
void likely_each(struct arena *a, const char *language, const char *form, likely_fn *fn, void *ctx);

/* Each likely answer to a typed exercise as the grader judges it; for several gaps one gap after the other, the others right. Nothing for an exercise that is not typed.
 * The kind LIKELY_COUNT is the right answer itself. */
typedef void likely_graded_fn(void *ctx, const struct item *it, enum likely_kind kind, const char *answer, const struct grade *g);
void likely_graded(struct arena *a, const struct item *it, likely_graded_fn *fn, void *ctx);

/* Warns where what is accepted for a phrase, a typed answer or a sentence to be ordered holds only one register, sex or word order though the language has the other; `only:
 * [register, sex, order]` at the thing says that it is meant. A value that is none of these is an error. */
void likely_check(const struct unit *u, const char *teaches, struct diag_list *d);
/* The same for one exercise that stands in no unit. */
void likely_check_item(const struct item *it, struct diag_list *d);

#endif
