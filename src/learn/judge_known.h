/* Which words a learner could have meant: those of the pack's word table, or the core list of the language. Inside src/learn only. */
#ifndef SAFAR_LEARN_JUDGE_KNOWN_H
#define SAFAR_LEARN_JUDGE_KNOWN_H

#include "learn/judge_words.h"

/* Whether the word of `n` bytes stands in the pack or the core list. */
bool known_word(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n);

/* The same for the word with an ending added. */
bool known_with(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n, const char *ending);

/* Whether it is known, or its stem is. Stems come from the word table, where a dictionary knew the word; else they are what is left without one of the language's
 * endings, and are not how the expected word begins. */
bool known_stem(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n, const struct token *expected);

/* Whether the typed word is another form of the expected one: one ending of the language's table put for another, and some form of the
 * stem known, or a subject before it. */
bool known_other_form(const struct language_data *l, const struct typed_rules *rules, const struct token *expected, const struct token *typed,
		      const struct token *before);

/* Whether the word table has both as forms of one word. */
bool known_same_stem(const struct typed_rules *rules, const struct token *expected, const struct token *typed);

#endif
