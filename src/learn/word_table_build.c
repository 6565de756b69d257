#include "config.h"
#include "learn/word_table_build.h"

#include <stdlib.h>
#include <string.h>

#include "core/set.h"
#include "learn/forms.h"
#include "learn/judge_words.h"
#include "learn/language.h"
#include "learn/word_table.h"

enum { LETTERS_MIN = 2, NEIGHBOUR_BYTES_MAX = 48 };

struct entry {
	const char *word;
	unsigned flags;
	const char **stems;
	size_t stem_count;
};
struct table_words {
	struct arena *a;
	const char *language;
	const struct language_data *l;
	struct entry *list;
	size_t count, room;
	struct set tried; /* neighbours that the dictionary was asked about */
};

static void add(struct table_words *w, const char *word, unsigned flags)
{
	w->list = arena_grow(w->a, w->list, w->count, &w->room, sizeof(*w->list));
	w->list[w->count++] = (struct entry){.word = word, .flags = flags};
}

struct table_words *table_words_new(struct arena *a, const char *language)
{
	const struct language_data *l = language_tables(language);
	if (!l || strlen(language) >= sizeof(((struct word_table *)0)->language))
		return NULL;
	struct table_words *w = arena_alloc(a, sizeof(*w));
	w->a = w->tried.arena = a;
	w->language = language;
	w->l = l;
	for (size_t i = 0; i < l->tables[TABLE_CORE].count; i++)
		add(w, l->tables[TABLE_CORE].rows[i].a, WORD_CORE);
	return w;
}

void table_words_add(struct table_words *w, const char *text, bool accepted)
{
	struct token tokens[TOKENS_MAX];
	const char *normal = answer_normal(w->a, text);
	size_t n = tokens_split(w->l, normal, tokens, TOKENS_MAX);
	for (size_t i = 0; i < n; i++)
		if (tokens[i].n <= WORD_BYTES_MAX && answer_has_letter(arena_strndup(w->a, tokens[i].s, tokens[i].n)) && tokens[i].s[0] != '<')
			add(w, arena_strndup(w->a, tokens[i].s, tokens[i].n), accepted ? WORD_ACCEPTED : WORD_PACK);
}

static int by_word(const void *va, const void *vb)
{
	return strcmp(((const struct entry *)va)->word, ((const struct entry *)vb)->word);
}

/* Sorted, each word once with all its flags and the stems that any of its entries has. */
static void settle(struct table_words *w)
{
	size_t kept = 0;
	qsort(w->list, w->count, sizeof(*w->list), by_word);
	for (size_t i = 0; i < w->count; i++) {
		if (!kept || strcmp(w->list[kept - 1].word, w->list[i].word) != 0) {
			w->list[kept++] = w->list[i];
			continue;
		}
		struct entry *e = &w->list[kept - 1];
		e->flags |= w->list[i].flags;
		if (!e->stem_count) {
			e->stems = w->list[i].stems;
			e->stem_count = w->list[i].stem_count;
		}
	}
	w->count = kept;
}

static const struct entry *find(const struct table_words *w, size_t count, const char *word)
{
	const struct entry key = {.word = word};
	return bsearch(&key, w->list, count, sizeof(*w->list), by_word);
}

static void find_stems(struct table_words *w, struct dictionary *d, const char *word, struct entry *out)
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
			add(w, w->list[i].stems[k], WORD_STEM);
	settle(w);
	for (size_t i = 0; i < w->count; i++)
		if (!w->list[i].stem_count)
			find_stems(w, d, w->list[i].word, &w->list[i]);
}

/* Neighbours are sought among the first `known` rows, which stay sorted while new ones are added behind them. */
struct search {
	struct table_words *w;
	struct dictionary *d;
	size_t known;
};

/* Takes a neighbour in if it is a word that shares a stem with what is known. */
static void try_neighbour(struct search *s, const char *word)
{
	if (find(s->w, s->known, word) || !set_add(&s->w->tried, word) || !dictionary_has(s->d, word))
		return;
	struct entry e = {.word = word, .flags = WORD_NEAR};
	find_stems(s->w, s->d, word, &e);
	for (size_t i = 0; i < e.stem_count; i++) {
		if (find(s->w, s->known, e.stems[i])) {
			add(s->w, arena_strdup(s->w->a, word), WORD_NEAR);
			s->w->list[s->w->count - 1].stems = e.stems;
			s->w->list[s->w->count - 1].stem_count = e.stem_count;
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

static void add_neighbours(struct table_words *w, struct dictionary *d)
{
	struct search s = {w, d, w->count};
	for (size_t i = 0; i < s.known; i++) {
		const char *word = w->list[i].word;
		if ((w->list[i].flags & WORD_ACCEPTED) && strlen(word) <= NEIGHBOUR_BYTES_MAX && strlen(word) >= LETTERS_MIN && !strpbrk(word, "0123456789"))
			try_edits(&s, word);
	}
	settle(w);
}

static void write_row(const struct entry *e, struct str *out)
{
	static const char letters[] = "apcsn";
	str_addf(out, "%s\t", e->word);
	for (size_t i = 0; letters[i]; i++)
		if (e->flags & 1u << i)
			str_addc(out, letters[i]);
	for (size_t i = 0; i < e->stem_count; i++)
		str_addf(out, "\t%s", e->stems[i]);
	str_addc(out, '\n');
}

bool table_words_write(struct table_words *w, struct dictionary *d, struct str *out)
{
	settle(w);
	if (d) {
		add_stems(w, d);
		add_neighbours(w, d);
	}
	str_addf(out, "%s\nlanguage\t%s\ndictionary\t%s\nwords\t%zu\n", WORD_TABLE_FIRST_LINE, w->language, d ? dictionary_name(d) : "none", w->count);
	for (size_t i = 0; i < w->count; i++)
		write_row(&w->list[i], out);
	return w->count <= WORD_TABLE_ROWS_MAX && out->len <= WORD_TABLE_BYTES_MAX;
}
