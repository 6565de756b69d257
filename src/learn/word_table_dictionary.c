#include "config.h"
#include "learn/word_table_build.h"

#include <stdlib.h>
#include <string.h>

#include "learn/word_table.h"

enum {
	NEIGHBOUR_BYTES_MIN = 2,
	NEIGHBOUR_BYTES_MAX = 48,
	ASKED_MAX = 3000000, /* questions to the dictionary: a minute, and five thousand words */
};

static int by_word(const void *va, const void *vb)
{
	return strcmp(((const struct table_entry *)va)->word, ((const struct table_entry *)vb)->word);
}

static const struct table_entry *find(const struct table_words *w, size_t count, const char *word)
{
	const struct table_entry key = {.word = word};
	return bsearch(&key, w->list, count, sizeof(*w->list), by_word);
}

static void find_stems(struct table_words *w, struct dictionary *d, const char *word, struct table_entry *out)
{
	const char *stems[WORD_STEMS_MAX];
	size_t n = dictionary_stems(d, word, w->a, stems, WORD_STEMS_MAX);
	out->stems = arena_array(w->a, n ? n : 1, sizeof(*stems));
	for (size_t i = 0; i < n; i++)
		if (strlen(stems[i]) <= WORD_BYTES_MAX)
			out->stems[out->stem_count++] = stems[i];
}

/* Stems of the pack's words and the core list, and rows of their own for them. */
static void add_stems(struct table_words *w, struct dictionary *d)
{
	size_t count = w->count;
	for (size_t i = 0; i < count; i++)
		find_stems(w, d, w->list[i].word, &w->list[i]);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < w->list[i].stem_count; k++)
			table_words_grow(w, w->list[i].stems[k], WORD_STEM);
	table_words_settle(w);
	for (size_t i = 0; i < w->count; i++)
		if (!w->list[i].stem_count)
			find_stems(w, d, w->list[i].word, &w->list[i]);
}

/* Neighbours are sought among the first `known` rows, which stay sorted while new ones are added behind them. */
struct search {
	struct table_words *w;
	struct dictionary *d;
	size_t known;
	size_t asked;
};

/* Takes a neighbour in if it is a word that shares a stem with what is known. */
static void try_neighbour(struct search *s, const char *word)
{
	if (find(s->w, s->known, word))
		return;
	s->asked++;
	if (!dictionary_has(s->d, word))
		return;
	struct table_entry e = {.word = word, .flags = WORD_NEAR};
	find_stems(s->w, s->d, word, &e);
	for (size_t i = 0; i < e.stem_count; i++) {
		if (find(s->w, s->known, e.stems[i])) {
			struct table_entry *new = table_words_grow(s->w, arena_strdup(s->w->a, word), WORD_NEAR);
			new->stems = e.stems;
			new->stem_count = e.stem_count;
			return;
		}
	}
}

static size_t letter_bytes(const char *s)
{
	size_t n = *s != '\0';
	while (((unsigned char)s[n] & 0xC0) == 0x80)
		n++;
	return n;
}

/* The word with `drop` bytes at `at` replaced by `n` bytes of `put`. */
static void try_replaced(struct search *s, const char *word, size_t at, size_t drop, const char *put, size_t n)
{
	char out[NEIGHBOUR_BYTES_MAX + 16];
	size_t len = strlen(word);
	memcpy(out, word, at);
	memcpy(out + at, put, n);
	memcpy(out + at + n, word + at + drop, len - at - drop + 1);
	try_neighbour(s, out);
}

/* Every word that one edit makes: a letter dropped, changed or put in, two neighbours changed about. */
static void try_edits(struct search *s, const char *word)
{
	const char *letters = dictionary_letters(s->w->language);
	for (size_t at = 0;; at += letter_bytes(word + at)) {
		size_t n = letter_bytes(word + at), m = n ? letter_bytes(word + at + n) : 0;
		for (const char *c = letters; *c; c += letter_bytes(c)) {
			size_t k = letter_bytes(c);
			try_replaced(s, word, at, 0, c, k);
			if (n && (n != k || memcmp(c, word + at, n) != 0))
				try_replaced(s, word, at, n, c, k);
		}
		if (!n)
			return;
		try_replaced(s, word, at, n, "", 0);
		if (m) {
			char two[8];
			memcpy(two, word + at + n, m);
			memcpy(two + m, word + at, n);
			try_replaced(s, word, at, n + m, two, n + m);
		}
	}
}

/* A word whose neighbours are not sought is judged like one that no dictionary was asked about: it counts as another word of the pack. */
static void add_neighbours(struct table_words *w, struct dictionary *d)
{
	struct search s = {.w = w, .d = d, .known = w->count};
	for (size_t i = 0; i < s.known; i++) {
		const char *word = w->list[i].word;
		size_t n = strlen(word);
		if (!(w->list[i].flags & WORD_ACCEPTED))
			continue;
		if (n < NEIGHBOUR_BYTES_MIN || n > NEIGHBOUR_BYTES_MAX || strpbrk(word, "0123456789") || s.asked > ASKED_MAX)
			w->list[i].flags = (w->list[i].flags & ~(unsigned)WORD_ACCEPTED) | WORD_PACK;
		else
			try_edits(&s, word);
	}
	table_words_settle(w);
}

void table_words_look_up(struct table_words *w, struct dictionary *d)
{
	table_words_settle(w);
	w->dictionary = arena_strdup(w->a, dictionary_name(d));
	add_stems(w, d);
	add_neighbours(w, d);
}
