/* The word table of a pack: which words a learner could have meant, worked out with a dictionary when the pack is built, so that an answer is judged alike on
 * every machine and no session loads a dictionary.
 *
 * A file of UTF-8 lines with tabs, sorted by bytes; words in the normal form of answers:
 *
 *     # safar word table 1
 *     language	nl-BE
 *     dictionary	nl	2.20.18	0f3c9e2a11b4d5c6       (name, version, beginning of the SHA-256 of its files; or the word none)
 *     words	1234                                     (how many rows follow)
 *     werk	a	werken	werk                         (word, flags, its stems by the dictionary)
 *
 * Rows: words of accepted forms, other words of the pack, the language's core list, stems of all these, and the real words that one edit makes of a word of an accepted
 * form, as far as a stem of theirs is among the others: words of no other stem are nobody's meaning and have no row. */
#ifndef SAFAR_LEARN_WORD_TABLE_H
#define SAFAR_LEARN_WORD_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/diag.h"
#include "core/secret.h"

enum word_flag {
	WORD_ACCEPTED = 1, /* a: stands in an accepted form; its neighbours were worked out if there was a dictionary */
	WORD_PACK = 2,     /* p: stands elsewhere in the pack's taught text */
	WORD_CORE = 4,     /* c: in the core list of the language */
	WORD_STEM = 8,     /* s: stem of one of those */
	WORD_NEAR = 16,    /* n: a real word, one edit from an accepted one */
};
enum {
	WORD_TABLE_BYTES_MAX = 16 * 1024 * 1024,
	WORD_TABLE_ROWS_MAX = 300000,
	WORD_BYTES_MAX = 128, /* of a word or stem */
	WORD_STEMS_MAX = 8,
};
#define WORD_TABLE_FIRST_LINE "# safar word table 1"

struct word_table {
	const char *bytes; /* borrowed from whoever had it read */
	size_t size, rows_at, count;
	char language[36];   /* BCP 47 */
	char dictionary[96]; /* "nl 2.20.18", or "" where there was none */
	char hash[HASH_HEX_SIZE];
};

/* Reads `size` bytes (terminated) and checks every row; the first fault goes to `d` with its line in `file`, and then nothing of the table may be used. */
bool word_table_read(const char *bytes, size_t size, const char *file, struct word_table *out, struct diag_list *d);

/* One row as it stands in the table. */
struct table_word {
	unsigned flags;	   /* of enum word_flag */
	const char *stems; /* parted by tabs, `stems_n` bytes */
	size_t stems_n;
};

/* The row of the word of `n` bytes. */
bool word_table_find(const struct word_table *t, const char *word, size_t n, struct table_word *out);

/* Goes through the stems of a row: begin with *at = 0. False when there are no more. */
bool table_word_stem(const struct table_word *w, size_t *at, const char **stem, size_t *n);

/* Whether some stem of the word is one that the table knows for the pack or the core list. */
bool word_table_knows_stem(const struct word_table *t, const struct table_word *w);

/* Whether two rows have a stem in common. */
bool table_word_shares_stem(const struct table_word *x, const struct table_word *y);

#endif
