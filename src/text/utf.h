/* Steps over UTF-8 and to ICU's UTF-16 and back, for the files of this floor only. */
#ifndef SAFAR_TEXT_UTF_H
#define SAFAR_TEXT_UTF_H

#include <stddef.h>
#include <stdint.h>

#include <unicode/utypes.h>

#include "core/str.h"

/* What utf_step gives for a byte that begins no character. */
enum { UTF_BAD = -1, UTF_REPLACEMENT = 0xFFFD };

/* The character at s[*at] of the `n` bytes (*at < n), or UTF_BAD; moves *at behind it, by one byte when it is bad. */
int32_t utf_step(const char *s, size_t n, size_t *at);

/* Appends a Unicode scalar value. */
void utf_add(struct str *out, int32_t code);

/* `n` bytes as terminated UTF-16, bad bytes as U+FFFD; `*len` gets the code units. The caller frees. Texts over
 * 512 MiB are the caller's mistake. */
UChar *utf16_dup(const char *s, size_t n, int32_t *len);

/* The way back; lone surrogates become U+FFFD. The caller frees. */
char *utf8_dup(const UChar *s, int32_t len);

#endif
