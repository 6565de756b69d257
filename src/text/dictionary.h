/* Spelling dictionaries of hunspell, for those who build packs; a learner's session opens none. Without hunspell at build time there are none. */
#ifndef SAFAR_TEXT_DICTIONARY_H
#define SAFAR_TEXT_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

struct dictionary;

/* The installed dictionary for a language ("nl-BE": nl), NULL where there is none. dictionary_close(NULL) is fine. */
struct dictionary *dictionary_open(const char *language);
void dictionary_close(struct dictionary *d);

/* "nl", tab, the version its head names, tab, the first 16 digits of the SHA-256 of its two files. */
const char *dictionary_name(const struct dictionary *d);

/* Whether a word in small letters is one, written so or, in German, with a capital. */
bool dictionary_has(struct dictionary *d, const char *word);

/* Its stems in small letters, of either way to write it, at most `most`; gives how many. None of a word that is only a chain of others. */
size_t dictionary_stems(struct dictionary *d, const char *word, struct arena *a, const char **out, size_t most);

/* The letters that words of the language are made of, in UTF-8, small; "" where they are not known. */
const char *dictionary_letters(const char *language);

#endif
