/* Letters typed in the wrong alphabet: another keyboard layout, a transliteration, or single letters that look alike. */
#ifndef SAFAR_TEXT_MISTYPE_H
#define SAFAR_TEXT_MISTYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which alphabets the letters of a text are of. Letters of other alphabets count in neither. */
struct alphabets {
	size_t latin, cyrillic;
};
struct alphabets text_alphabets(const char *s);

/* `s` typed again with the same keys on the other layout: from the Russian and Uzbek Cyrillic layouts (one map holds both) to US Latin, or, with `to_cyrillic`, from US
 * Latin to Russian. The caller frees. */
char *mistype_layout_dup(const char *s, bool to_cyrillic);

/* What two spellings of one sound in Latin and Cyrillic letters have in common: small Latin letters without accents, v for w, i for y
 * and j, k for c and q, no doubled letters. For telling that the right word was written in the wrong alphabet, nothing else. The caller frees. */
char *mistype_sound_dup(const char *s);

/* `s` with each Cyrillic letter that looks like a Latin one made Latin, or the other way with `to_cyrillic`. NULL if a letter of the
 * alphabet that should go is left. The caller frees. */
char *mistype_lookalike_dup(const char *s, bool to_cyrillic);

/* The letter (NFC, one code point) without its accents: é → e. Others as they are. */
uint32_t letter_base(uint32_t c);

#endif
