/* What a change of script must leave alone. For script.c only. */
#ifndef SAFAR_TEXT_SCRIPT_KEEP_H
#define SAFAR_TEXT_SCRIPT_KEEP_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the marked span that begins at s[at] of the `n` bytes: `code`, {name}, <name>, a printf directive, an address, a path, an
 * --option, a command line of safar (not the word for a journey), a letter to type in single quotes; 0 if none does. */
size_t keep_span(const char *s, size_t n, size_t at);

/* Bytes of the key name (Enter, Esc, F-keys are not words) that the word of `len` bytes is or, for the names no Uzbek word begins with, has
 * before its endings; 0 if none. */
size_t keep_key(const char *s, size_t len);

/* Whether the word of `len` bytes at `s` stays Latin: a Roman number, letters that Uzbek does not have, letters with a digit
 * right behind (A1, F10). `n` bytes may be read. */
bool keep_word(const char *s, size_t len, size_t n);

/* Whether `rest` (small letters) is nothing but Uzbek endings, or empty. */
bool keep_is_endings(const char *rest);

#endif
