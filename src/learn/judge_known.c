#include "config.h"
#include "learn/judge_known.h"

#include <string.h>

#include "core/str.h"

enum { STEM_BYTES_MIN = 3, LETTERS_OF_TWO_EDITS = 10 };

static bool in_words(const struct typed_rules *rules, const char *word, size_t n)
{
	size_t low = 0, high = rules->words ? rules->word_count : 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *at = rules->words[middle];
		int c = strncmp(at, word, n);
		if (c == 0 && !at[n])
			return true;
		if (c < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

bool known_word(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n)
{
	struct table_word row;
	if (in_words(rules, word, n))
		return true;
	if (!rules->table)
		return language_has(l, TABLE_CORE, word, n, NULL);
	return word_table_find(rules->table, word, n, &row) && row.flags & (WORD_ACCEPTED | WORD_PACK | WORD_CORE);
}

bool known_with(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n, const char *ending)
{
	char whole[WORD_BYTES_MAX];
	size_t k = strlen(ending);
	if (n + k > sizeof(whole))
		return false;
	memcpy(whole, word, n);
	memcpy(whole + n, ending, k);
	return known_word(l, rules, whole, n + k);
}

/* What the dictionary said of the typed word when the pack was built. False if it was not asked: there was none, the expected word was not in the pack, or two edits
 * lie between the words. */
static bool looked_up(const struct typed_rules *rules, const char *word, size_t n, const struct token *expected, bool *known)
{
	struct table_word row, of_expected;
	if (!rules->table || !rules->table->dictionary[0] || !word_table_find(rules->table, expected->s, expected->n, &of_expected) ||
	    !(of_expected.flags & WORD_ACCEPTED))
		return false;
	bool there = word_table_find(rules->table, word, n, &row);
	*known = there && word_table_knows_stem(rules->table, &row);
	size_t letters = 0;
	for (size_t i = 0; i < expected->n; i++)
		letters += ((unsigned char)expected->s[i] & 0xC0) != 0x80;
	return there || letters < LETTERS_OF_TWO_EDITS;
}

bool known_stem(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n, const struct token *expected)
{
	if (known_word(l, rules, word, n))
		return true;
	bool known;
	if (looked_up(rules, word, n, expected, &known))
		return known;
	const struct language_table *t = &l->tables[TABLE_ENDING];
	for (size_t i = 0; i < t->count; i++) {
		size_t k = strlen(t->rows[i].a);
		if (!k || n < STEM_BYTES_MIN + k || !word_ends(word, n, t->rows[i].a) || !known_word(l, rules, word, n - k))
			continue;
		/* The stem of the expected word itself is no other word. */
		if (expected->n < n - k || memcmp(expected->s, word, n - k) != 0)
			return true;
	}
	return false;
}

static bool known_root(const struct language_data *l, const struct typed_rules *rules, const char *stem, size_t n)
{
	const struct language_table *t = &l->tables[TABLE_ENDING];
	for (size_t i = 0; i < t->count; i++)
		if (known_with(l, rules, stem, n, t->rows[i].a))
			return true;
	return false;
}

/* In French a final s or x that comes or goes is no other form, only a silent letter. */
static bool is_silent_pair(const struct language_data *l, const char *x, const char *y)
{
	if (!str_eq(l->tag, "fr") || (x[0] && y[0]))
		return false;
	const char *end = x[0] ? x : y;
	return str_eq(end, "s") || str_eq(end, "x");
}

/* Whether one edit of one letter lies between the words. */
static bool one_edit(const struct token *e, const struct token *t)
{
	size_t p = 0, q = 0;
	while (p < e->n && p < t->n && e->s[p] == t->s[p])
		p++;
	while (q < e->n - p && q < t->n - p && e->s[e->n - 1 - q] == t->s[t->n - 1 - q])
		q++;
	size_t letters[2] = {0, 0};
	for (size_t i = p; i < e->n - q; i++)
		letters[0] += ((unsigned char)e->s[i] & 0xC0) != 0x80;
	for (size_t i = p; i < t->n - q; i++)
		letters[1] += ((unsigned char)t->s[i] & 0xC0) != 0x80;
	return letters[0] <= 1 && letters[1] <= 1;
}

/* Whether the dictionary was asked about such a slip when the pack was built, and knew no such word: then it is no form of anything. */
static bool known_to_be_none(const struct typed_rules *rules, const struct token *e, const struct token *t)
{
	struct table_word row;
	return rules->table && rules->table->dictionary[0] && word_table_find(rules->table, e->s, e->n, &row) && (row.flags & WORD_ACCEPTED) && row.stems_n &&
	       one_edit(e, t) && !word_table_find(rules->table, t->s, t->n, &row);
}

bool known_other_form(const struct language_data *l, const struct typed_rules *rules, const struct token *e, const struct token *t,
		      const struct token *before)
{
	const struct language_table *table = &l->tables[TABLE_ENDING];
	if (known_to_be_none(rules, e, t))
		return false;
	bool subject = before && language_has(l, TABLE_SUBJECT, before->s, before->n, NULL);
	for (size_t i = 0; i < table->count; i++) {
		const char *x = table->rows[i].a;
		if (!word_ends(e->s, e->n, x) || e->n < strlen(x) + 2)
			continue;
		size_t stem = e->n - strlen(x);
		if (t->n < stem || memcmp(t->s, e->s, stem) != 0)
			continue;
		const struct language_row *y;
		if (t->n == e->n && memcmp(t->s, e->s, t->n) == 0)
			continue;
		if (!language_has(l, TABLE_ENDING, t->s + stem, t->n - stem, &y) || is_silent_pair(l, x, y->a))
			continue;
		bool sure = subject && (!str_eq(l->tag, "fr") || (x[0] && y->a[0]));
		if (sure || known_root(l, rules, e->s, stem))
			return true;
	}
	return false;
}

bool known_same_stem(const struct typed_rules *rules, const struct token *expected, const struct token *typed)
{
	struct table_word e, t;
	return rules->table && word_table_find(rules->table, expected->s, expected->n, &e) && word_table_find(rules->table, typed->s, typed->n, &t) &&
	       table_word_shares_stem(&e, &t);
}
