/* A text as the clusters and words that a difference is made of. Inside src/learn only. */
#ifndef SAFAR_LEARN_DIFFERENCE_TEXT_H
#define SAFAR_LEARN_DIFFERENCE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

/* A cluster with the signs in front of it that do not count, or what parts two words. */
struct piece {
	size_t from, to;	   /* bytes of the text; empty for the second half of ĳ */
	const char *cased, *key; /* in the normal form of answers, with and without case */
};
struct piece_word {
	size_t first, end; /* its pieces; what parts it from the word before is piece first - 1 */
};
struct pieces {
	const char *text;
	struct piece *list;
	size_t count;
	struct piece_word *words;
	size_t word_count;
};

/* Takes a sound text apart. With `marks` the signs of a sentence (. , ; : ! ?) count. The
 * pieces cover all bytes up to the end of the last word. */
void pieces_read(struct arena *a, const char *text, bool marks, struct pieces *out);

#endif
