/* Letters of a language that a keyboard may lack: which there are, and each as a form of a letter that every keyboard has. One row a language. */
#ifndef SAFAR_TEXT_LETTERS_H
#define SAFAR_TEXT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

enum { LETTERS_MAX = 24, LETTER_BYTES = 8 };

/* The small letters for a BCP 47 tag ("nl-BE" finds nl), the most used first; NULL for a language that needs none. Ends with NULL. Static. */
const char *const *letters_of(const char *tag);

/* The letter that `letter` is a form of: é → e, ß → s, œ → o; its own where it is none. One small ASCII letter, or 0 for what is no such letter. Capitals count as small. */
char letter_plain(const char *letter);

/* The next form of the letter of `n` bytes in that language: e → é → è → ë → ê → e, capitals stay capitals. False if it has but one form. */
bool letter_turn(const char *tag, const char *letter, size_t n, char out[LETTER_BYTES]);

/* The capital of a letter (NFC, one code point): é → É. ß and what has none stay. */
void letter_capital(const char *letter, char out[LETTER_BYTES]);

/* Whether the text is one capital letter. */
bool letter_is_capital(const char *letter, size_t n);

#endif
