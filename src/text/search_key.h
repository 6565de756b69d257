/* The form in which words are searched: one for all scripts, so that a learner finds what was typed on whatever keyboard there is. */
#ifndef SAFAR_TEXT_SEARCH_KEY_H
#define SAFAR_TEXT_SEARCH_KEY_H

#include <stdbool.h>

#include "core/str.h"

/* Appends the words of `s`, a space before each: folded, without accents, Cyrillic (Uzbek and Russian) in the Latin letters of Uzbek, ß æ œ as two letters, all else than
 * letters and digits left out. Apostrophes and hyphens join ("oʻzbek" is "ozbek").
 *
 * With `all`, for texts that are searched, a word comes in every way in which it is looked for: what stands behind an apostrophe or a hyphen once more ("lusine usine"), and
 * with and without the y of Cyrillic е and ё ("ер" is "er" and "yer", "ёлка" is "yolka" and "elka"). Without it, for what was typed, each word comes once. */
void text_search_key(const char *s, bool all, struct str *out);

/* Whether each word of `typed` begins a word of `key`, both made by text_search_key. Nothing typed fits nothing. */
bool text_search_fits(const char *key, const char *typed);

#endif
