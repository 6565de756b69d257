/* Two spellings of one text: differences that no teacher calls a fault of knowledge. Inside src/learn only. */
#ifndef SAFAR_LEARN_LIKENESS_H
#define SAFAR_LEARN_LIKENESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "learn/language.h"

/* The code point at s[*at] of `n` bytes of sound UTF-8; moves *at behind it. */
uint32_t likeness_step(const char *s, size_t n, size_t *at);

/* Whether expected and typed text (normal forms) are equal by the table of equal forms, word for word: step 3. */
bool likeness_equal_forms(const struct language_data *l, const char *expected, const char *typed);

/* Whether they are equal with accents, spellings, hyphens, spaces and left-out apostrophes set aside: step 4. The
 * reasons are added to `*reasons`. With `umlauts` German umlauts count as accents too. */
bool likeness_spelling(const struct language_data *l, const char *expected, size_t expected_n, const char *typed, size_t typed_n, bool umlauts,
		       unsigned *reasons);

#endif
