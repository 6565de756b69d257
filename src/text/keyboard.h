/* How a word is written on a keyboard that lacks its letters. */
#ifndef SAFAR_TEXT_KEYBOARD_H
#define SAFAR_TEXT_KEYBOARD_H

#include <stdbool.h>

/* `s` (NFC) without accents and other marks above and below letters (é → e, ï → i, ç → c); with `ligatures` œ and æ become oe and ae. The caller frees. */
char *keyboard_unaccented_dup(const char *s, bool ligatures);

/* `s` (NFC) with German letters spelled out: ä ö ü ß → ae oe ue ss. The caller frees. */
char *keyboard_german_dup(const char *s);

#endif
