/* Word by word: which words of an answer are right, mistyped, missing, too many or others. Inside src/learn only. */
#ifndef SAFAR_LEARN_JUDGE_WORDS_H
#define SAFAR_LEARN_JUDGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "learn/grade.h"
#include "learn/language.h"

/* Longer answers have no difference worked out. */
enum { TOKENS_MAX = 192 };

struct token {
	const char *s;
	size_t n;
};

/* Words parted by spaces; an elision ("l'") is a word of its own. Gives how many there are, at most `most`. */
size_t tokens_split(const struct language_data *l, const char *s, struct token *out, size_t most);

/* How a typed word stands to the expected one. `before` is the expected word in front, or NULL. */
enum likeness {
	LIKE_SAME,
	LIKE_NOTE,  /* only accents, spelling, a hyphen */
	LIKE_TYPO,
	LIKE_OTHER, /* another word or form, or too far away */
};
enum likeness token_like(const struct language_data *l, const struct typed_rules *rules, const struct token *expected, const struct token *typed,
			 const struct token *before, unsigned *reasons);

/* Whether a French accent alone makes another form of a verb (travaillé, travaille). */
bool token_other_participle(const struct language_data *l, const struct typed_rules *rules, const struct token *expected, const struct token *typed);

/* The verdict on a whole answer that is not equal by letters; `entry` for a word with its article, as a dictionary has it. Never ok.
 * `*cost` tells how far apart they are. */
enum verdict judge_words(const struct language_data *l, const struct typed_rules *rules, const char *expected, const char *typed, bool entry,
			 unsigned *reasons, int *cost);

#endif
