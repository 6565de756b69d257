/* Making a word table, by those who build or install packs: with a dictionary it knows which slips make another word. */
#ifndef SAFAR_LEARN_WORD_TABLE_BUILD_H
#define SAFAR_LEARN_WORD_TABLE_BUILD_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/str.h"
#include "text/dictionary.h"

struct table_words;

/* For the language of a pack; NULL where the grader knows nothing of it. Everything lives in `a`, which must outlive it. */
struct table_words *table_words_new(struct arena *a, const char *language);

/* Adds the words of a text of the taught language. */
void table_words_add(struct table_words *w, const char *text, bool accepted);

/* Writes the table (format: learn/word_table.h), the same bytes for the same words and dictionary; `d` NULL: without one. False when the words are more than
 * a table may have. */
bool table_words_write(struct table_words *w, struct dictionary *d, struct str *out);

#endif
