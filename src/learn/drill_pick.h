/* What stands beside the right answer of a drill: wrong options that fool and are never also right. Inside src/learn only. */
#ifndef SAFAR_LEARN_DRILL_PICK_H
#define SAFAR_LEARN_DRILL_PICK_H

#include <stddef.h>
#include <stdint.h>

#include "learn/vocabulary.h"

/* Up to `most` entries that are none of them like the target or like each other: the same part of speech, the same unit, close in spelling or meaning first.
 * Gives how many. */
size_t drill_distractors(const struct vocabulary *v, size_t target, uint64_t seed, size_t *out, size_t most);

/* Up to `most` single words that do not belong into the sentence `text`: never one that stands in it, nor one that means the same as a word in it. */
size_t drill_extras(const struct vocabulary *v, size_t target, const char *text, uint64_t seed, size_t *out, size_t most);

#endif
