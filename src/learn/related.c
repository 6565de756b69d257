/* Where a question comes from: items of a bank do not name their part, but share its words, the rare ones above all. */
#include "config.h"
#include "learn/course.h"

#include <stdlib.h>
#include <string.h>

#include "text/norm.h"

enum {
	LETTERS_MIN = 3,  /* bytes; shorter words say nothing */
	WORDS_MAX = 2000, /* of a part: enough to know it by */
};
static const double SCORE_MIN = 0.5; /* a word that two parts have, or as much in commoner ones */

struct bag { /* words of a part, each once */
	const char **words;
	size_t count, room;
};

static bool bag_holds(const struct bag *b, const char *word)
{
	for (size_t i = 0; i < b->count; i++)
		if (strcmp(b->words[i], word) == 0)
			return true;
	return false;
}

/* The words of every text in a node. Bytes above ASCII count as letters: dashes between two spaces are then words, found in all parts. */
static void bag_fill(struct bag *b, struct arena *a, const struct node *n)
{
	for (const struct node *c = n->first; c; c = c->next)
		bag_fill(b, a, c);
	if (n->kind != NODE_SCALAR)
		return;
	char *folded = text_fold_dup(n->text);
	for (const char *at = folded; *at;) {
		size_t len = strcspn(at, " \t\n!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~");
		if (len >= LETTERS_MIN && b->count < WORDS_MAX) {
			const char *word = arena_strndup(a, at, len);
			if (!bag_holds(b, word)) {
				b->words = arena_grow(a, b->words, b->count, &b->room, sizeof(*b->words));
				b->words[b->count++] = word;
			}
		}
		at += len + (at[len] != '\0');
	}
	free(folded);
}

size_t unit_related(const struct unit *u, const struct item *it)
{
	struct arena a = ARENA_INIT;
	struct bag *bags = arena_array(&a, u->part_count, sizeof(*bags)), asked = {0};
	double *score = arena_array(&a, u->part_count, sizeof(*score));
	size_t from = SIZE_MAX, best = SIZE_MAX;
	for (size_t i = 0; i < u->part_count; i++) {
		if (u->parts[i].kind == PART_PRACTISE)
			continue; /* drills are nothing to read again */
		if (u->parts[i].title)
			from = i;
		if (from != SIZE_MAX && u->parts[i].node)
			bag_fill(&bags[from], &a, u->parts[i].node);
	}
	bag_fill(&asked, &a, it->node);
	for (size_t w = 0; w < asked.count; w++) {
		int in = 0;
		for (size_t i = 0; i < u->part_count; i++)
			in += bag_holds(&bags[i], asked.words[w]);
		for (size_t i = 0; i < u->part_count; i++)
			if (in && bag_holds(&bags[i], asked.words[w]))
				score[i] += 1.0 / in;
	}
	/* a long part has some of every word: the square root of its length is taken out, without taking roots */
	for (size_t i = 0; i < u->part_count; i++)
		if (score[i] >= SCORE_MIN && (best == SIZE_MAX || score[i] * score[i] * (double)bags[best].count > score[best] * score[best] * (double)bags[i].count))
			best = i;
	arena_release(&a);
	return best;
}
