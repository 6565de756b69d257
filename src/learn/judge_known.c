#include "config.h"
#include "learn/judge_known.h"

#include <string.h>

#include "core/str.h"

enum { WORD_BYTES_MAX = 128, STEM_BYTES_MIN = 3 };

static bool in_pack(const struct typed_rules *rules, const char *word, size_t n)
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
	return language_has(l, TABLE_CORE, word, n, NULL) || in_pack(rules, word, n);
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

bool known_stem(const struct language_data *l, const struct typed_rules *rules, const char *word, size_t n, const struct token *expected)
{
	if (known_word(l, rules, word, n))
		return true;
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

bool known_other_form(const struct language_data *l, const struct typed_rules *rules, const struct token *e, const struct token *t,
		      const struct token *before)
{
	const struct language_table *table = &l->tables[TABLE_ENDING];
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
