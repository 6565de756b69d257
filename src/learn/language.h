/* What the grader knows of a taught language: tables shipped as data in src/learn/data. Inside src/learn and the grade command. */
#ifndef SAFAR_LEARN_LANGUAGE_H
#define SAFAR_LEARN_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

/* A row of a table; all texts in the normal form of answers (small letters). */
struct language_row {
	const char *a, *b;
};
enum language_table_id {
	TABLE_ARTICLE,
	TABLE_CONFUSE,  /* letters taken for each other: a, b */
	TABLE_CORE,     /* common base words and the pairs teachers know */
	TABLE_ELISION,  /* a the short form (l'), b the long one (le) */
	TABLE_ENDING,   /* endings that make other forms of a word; the empty one may be among them */
	TABLE_EQUAL,    /* where a is expected b is as good; a trailing * stands for the rest of a word */
	TABLE_FUNCTION, /* articles, pronouns, prepositions, negations, numbers */
	TABLE_SUBJECT,  /* words after which a verb stands */
	TABLE_COUNT
};
struct language_table {
	const struct language_row *rows; /* sorted by the bytes of a, then b */
	size_t count;
};
struct language_data {
	const char *tag;
	struct language_table tables[TABLE_COUNT];
};

/* The tables for a BCP 47 tag ("nl-BE" finds nl), or NULL. */
const struct language_data *language_tables(const char *tag);

/* Whether the word of `n` bytes is column a of a row; the first such row goes to `*row` (may be NULL). */
bool language_has(const struct language_data *l, enum language_table_id id, const char *word, size_t n, const struct language_row **row);

/* Whether the word ends with `ending`. */
bool word_ends(const char *word, size_t n, const char *ending);

#endif
