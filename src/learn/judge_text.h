/* What is done to a typed answer and to the expected forms before they are compared: letters of a wrong alphabet, and blanks. Inside src/learn only. */
#ifndef SAFAR_LEARN_JUDGE_TEXT_H
#define SAFAR_LEARN_JUDGE_TEXT_H

#include <stdbool.h>

/* An expected text in which each blank <name> <town> <country> <age> <job> is replaced by the words that the learner typed there, at most four.
 * NULL if it has none. The caller frees. */
char *blanks_fill_dup(const char *expected, const char *typed);

/* The typed text with the letters of other alphabets that look like the taught one's replaced, or NULL if nothing is to be done or it
 * cannot be. The caller frees. */
char *lookalikes_mended_dup(const char *typed, bool taught_cyrillic);

#endif
