/* Making a word table, by those who build or install packs: with a dictionary it knows which slips make another word. */
#ifndef SAFAR_LEARN_WORD_TABLE_BUILD_H
#define SAFAR_LEARN_WORD_TABLE_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/str.h"
#include "text/dictionary.h"

struct table_entry {
	const char *word;
	unsigned flags; /* of enum word_flag */
	const char **stems;
	size_t stem_count;
};
struct table_words {
	struct arena *a;
	const char *language, *dictionary; /* dictionary: its name, or NULL as long as none was asked */
	const struct language_data *l;
	struct table_entry *list;
	size_t count, room;
};

/* For the language of a pack, with its core list; NULL where the grader knows nothing of it. Everything lives in `a`, which must outlive it. */
struct table_words *table_words_new(struct arena *a, const char *language);

/* Adds the words of a text of the taught language. */
void table_words_add(struct table_words *w, const char *text, bool accepted);

/* Adds stems and neighbours as the dictionary knows them; when all texts are in. In a file of its own, so that only builders link hunspell. */
void table_words_look_up(struct table_words *w, struct dictionary *d);

/* Writes the table (format: learn/word_table.h), the same bytes for the same words and dictionary. False when the words are more than a table may have. */
bool table_words_write(struct table_words *w, struct str *out);

/* For the two files of this header: adds an entry; and sorts all, so that each word is there once, with all flags and the stems that any of its entries has. */
struct table_entry *table_words_grow(struct table_words *w, const char *word, unsigned flags);
void table_words_settle(struct table_words *w);

#endif
