/* Which words a learner could have meant: the core list of the language and the words of the pack. Inside src/learn only. */
#ifndef SAFAR_LEARN_JUDGE_KNOWN_H
#define SAFAR_LEARN_JUDGE_KNOWN_H

#include "learn/judge_words.h"

/* Whether the word of `n` bytes is in the core list or among rules->words. */
bool known_word(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n);

/* The same for the word with an ending added. */
bool known_with(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n, const char *ending);

/* Whether it is known, or is known without one of the language's endings and then is not how the expected word begins. */
bool known_stem(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n, const struct token *expected);

/* Whether the typed word is another form of the expected one: one ending of the language's table put for another, and some form of the
 * stem known, or a subject before it. */
bool known_other_form(const struct language_data *l, const struct typed_rules *rules, const struct token *expected, const struct token *typed,
		      const struct token *before);

#endif
