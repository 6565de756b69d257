/* What is done to a typed answer and to the expected forms before they are compared: letters of a wrong alphabet, and blanks. Inside src/learn only. */
#ifndef SAFAR_LEARN_JUDGE_TEXT_H
#define SAFAR_LEARN_JUDGE_TEXT_H

#include <stdbool.h>

/* An expected text in which each blank <name> <town> <country> <age> <job> is replaced by the words that the learner typed there, at most four.
 * NULL if it has none. The caller frees. */
char *blanks_fill_dup(const char *expected, const char *typed);

/* Whether a word of the typed answer begins with a small letter where the form has a capital, or the other way, though the answers are not equal: words are laid
 * side by side in order, what is too much on one side is passed over. The first letter of several words may stand either way. Case is kept in both. */
bool capitals_differ(const char *form, const char *typed);

/* The typed text with the letters of other alphabets that look like the taught one's replaced, or NULL if nothing is to be done or it
 * cannot be. The caller frees. */
char *lookalikes_mended_dup(const char *typed, bool taught_cyrillic);

#endif
