/* Text from outside made fit for the house: valid, NFC, harmless to a terminal; and the one normal form in which
 * typed answers are compared. */
#ifndef SAFAR_TEXT_NORM_H
#define SAFAR_TEXT_NORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the `n` bytes are valid UTF-8 without NUL. `*bad` (may be NULL) gets the offset of the first bad byte. */
bool text_valid(const char *bytes, size_t n, size_t *bad);

/* NFC (Unicode Annex 15); invalid bytes become U+FFFD. The caller frees. text_is_nfc is cheap for text that already is. */
bool text_is_nfc(const char *s);
char *text_nfc_dup(const char *s);

/* The first control character (C0 but not \n and \t, DEL, C1), bidi control (U+202A–202E, U+2066–2069, U+200E, U+200F,
 * U+061C), line or paragraph separator, noncharacter or BOM in `s`, or NULL. `*code` (may be NULL) gets it. */
const char *text_first_unsafe(const char *s, uint32_t *code);

/* Whether valid UTF-8 can stand in one line of a list, a table or a signed file: nothing unsafe, no line end, no tab. */
bool text_is_line(const char *s);

/* `s` with each unsafe character and each invalid byte replaced by U+FFFD, tab and newline by a space: what a terminal
 * may be shown. The caller frees. */
char *text_sanitise_dup(const char *s);

/* The form in which answers are compared (issue on typed answers, "When the pack is read"): NFC; apostrophes, quotes,
 * dashes and spaces unified; ĳ → ij; sentence punctuation (. , ; : ! ? … ¡ ¿ « » quotes) dropped, but never comma, point or colon
 * between digits nor an apostrophe; trimmed, runs of spaces made one. Case is kept. What is dropped between two letters leaves a
 * space ("ja,graag"), but not a single point ("z.B." is "zB"). Invalid bytes become U+FFFD, invisible characters go. The caller frees. */
char *text_answer_dup(const char *s);

/* Whether a character is one of the apostrophes that people type for each other (' ` ´ ‘ ’ ʻ ʼ …). */
bool text_is_apostrophe(uint32_t code);

/* Simple case folding (one character stays one character, so ß stays ß), Turkic i as in no language. The caller frees. */
char *text_fold_dup(const char *s);

/* Key for telling names and searches apart: NFC, folded, all Uzbek apostrophes (U+02BB U+02BC U+2018 U+2019 ' `) made one. The caller frees. */
char *text_name_key_dup(const char *s);

#endif
