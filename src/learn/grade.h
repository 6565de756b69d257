/* Judging answers: verdicts, reasons, and the comparison of typed text with what an author accepts. Pure. */
#ifndef SAFAR_LEARN_GRADE_H
#define SAFAR_LEARN_GRADE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/diag.h"
#include "learn/word_table.h"
#include "pack/node.h"

/* The values are stored in the answer log by name (verdict_name), never by number. */
enum verdict {
	VERDICT_OK,
	VERDICT_NOTE,  /* accepted, the right form is shown */
	VERDICT_TYPO,  /* counts as known; only the faulty word is mended */
	VERDICT_WRONG,
	VERDICT_EMPTY, /* nothing given: ask again, does not count */
	VERDICT_RETRY, /* layout or script: ask again, does not count */
	VERDICT_SEEN,  /* a page read to its end; no question was asked */
};
const char *verdict_name(enum verdict v);
bool verdict_from(const char *name, enum verdict *v);
bool verdict_accepted(enum verdict v); /* ok, note, typo */

/* Why, from the lightest to the gravest. */
enum reason {
	REASON_CASE, REASON_PUNCTUATION, REASON_ACCENT, REASON_SPELLING, REASON_SPACING, REASON_APOSTROPHE, REASON_SCRIPT, REASON_LAYOUT,
	REASON_ARTICLE, REASON_TYPO, REASON_FORM, REASON_OTHER_WORD, REASON_MISSING_WORD, REASON_EXTRA_WORD, REASON_WORD_ORDER,
	REASON_COUNT
};
const char *reason_name(enum reason r);

/* The outcome of one answer. Texts live in the arena handed to the grader or in the item. */
struct grade {
	enum verdict verdict;
	unsigned reasons;     /* bit set of 1u << enum reason */
	int mark, maximum;    /* points */
	int share, shares;    /* of an answer that is not accepted `share` of `shares` is right: so much of the points is given, rounded down; 0 of 0: nothing */
	const char *right;    /* the right form to show, or NULL */
	const char *remark;   /* N_() sentence of the program on what is amiss, shown where the author gives no `why`; or NULL */
	const char *why_context, *why; /* feedback of the option or listed form chosen: context field ("e1.why") and source text, or NULL */
};

/* Accepted forms of one gap or answer: the author's strings expanded. */
struct forms {
	const char **shown;  /* as a person would write it; shown[0] is the form to show */
	const char **normal; /* text_answer_dup then text_fold_dup of the same */
	size_t count;
};
enum { FORMS_MAX = 512, FORM_BYTES_MAX = 1024 };

/* Expands `(optional)`, `[a|b]` and a top-level `|`, with `\` escapes, and adds every form to `f`. Reports broken brackets, too many forms and forms with no
 * letter or digit at `at`. */
bool forms_add(struct arena *a, struct forms *f, const char *pattern, const struct node *at, struct diag_list *d);

/* What an exercise insists on: a fault that is else noted is then wrong; a missing article asks again. */
enum strict { STRICT_CASE = 1, STRICT_ACCENTS = 2, STRICT_ARTICLES = 4, STRICT_PUNCTUATION = 8 };

/* How typed text is judged. */
struct typed_rules {
	const char *language;	  /* BCP 47 of what is typed; NULL: only what is equal is right */
	unsigned strict;	  /* of enum strict */
	bool sentence;		  /* a sentence, however short: never a word with its article */
	const char *const *words; /* words of the pack in the normal form of answers, sorted by bytes; or NULL */
	size_t word_count;
	const struct word_table *table; /* of the pack; NULL: the core list and `words` say which words a learner could have meant */
	const char *before;	  /* word in front of a gap, in the normal form of answers; or NULL */
};

/* Judges typed text against accepted forms by the rules and tables of the language (src/learn/data): equal; equal by a table of equal
 * forms; equal but for accents, spelling, spaces; article; typos word by word unless another word was meant. An answer over four times
 * as long as the longest form and 256 clusters is wrong. `*reasons` gets the bits of enum reason. */
enum verdict typed_judge(const struct forms *f, const char *typed, const struct typed_rules *rules, unsigned *reasons);

/* The same; `*form` gets the index of the form that is nearest to what was typed. */
enum verdict typed_judge_form(const struct forms *f, const char *typed, const struct typed_rules *rules, unsigned *reasons, size_t *form);

/* Whether the answer is too long to be compared: such a one is wrong, without a difference. */
bool typed_too_long(const struct forms *f, const char *typed);

#endif
