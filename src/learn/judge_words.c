#include "config.h"
#include "learn/judge_words.h"

#include <stdint.h>
#include <string.h>

#include "core/str.h"
#include "learn/judge_known.h"
#include "learn/likeness.h"
#include "text/mistype.h"

/* Words longer than this have no typos, only other words. */
enum { LETTERS_MAX = 64 };

size_t tokens_split(const struct language_data *l, const char *s, struct token *out, size_t most)
{
	size_t count = 0;
	while (*s && count < most) {
		size_t n = strcspn(s, " "), mark = strcspn(s, "' ");
		if (s[mark] == '\'' && mark + 1 < n && language_has(l, TABLE_ELISION, s, mark + 1, NULL))
			n = mark + 1;
		out[count++] = (struct token){s, n};
		s += n;
		s += *s == ' ';
	}
	return count;
}

static size_t letters(const struct token *w, uint32_t *out)
{
	size_t n = 0;
	for (size_t at = 0; at < w->n && n < LETTERS_MAX; n++)
		out[n] = likeness_step(w->s, w->n, &at);
	return n;
}

/* œ, æ and ß changed for the letters they are made of count as one letter. */
static bool is_ligature(uint32_t one, const uint32_t *two)
{
	return (one == 0x153 && two[0] == 'o' && two[1] == 'e') || (one == 0xE6 && two[0] == 'a' && two[1] == 'e') ||
	       (one == 0xDF && two[0] == 's' && two[1] == 's');
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Optimal string alignment with ligatures; at most `limit` + 1. */
static unsigned distance(const uint32_t *e, size_t n, const uint32_t *t, size_t m, unsigned limit)
{
	unsigned row[3][LETTERS_MAX + 1];
	if ((n > m ? n - m : m - n) > limit + 1)
		return limit + 1;
	for (size_t j = 0; j <= m; j++)
		row[0][j] = (unsigned)j;
	for (size_t i = 1; i <= n; i++) {
		unsigned *now = row[i % 3], *last = row[(i + 2) % 3], *older = row[(i + 1) % 3], best = now[0] = (unsigned)i;
		for (size_t j = 1; j <= m; j++) {
			unsigned d = least(least(last[j], now[j - 1]) + 1, last[j - 1] + (e[i - 1] != t[j - 1]));
			if (i > 1 && j > 1 && e[i - 1] == t[j - 2] && e[i - 2] == t[j - 1])
				d = least(d, older[j - 2] + 1);
			if (i > 1 && is_ligature(t[j - 1], e + i - 2))
				d = least(d, older[j - 1] + 1);
			if (j > 1 && is_ligature(e[i - 1], t + j - 2))
				d = least(d, last[j - 2] + 1);
			now[j] = d;
			best = least(best, d);
		}
		if (best > limit + 1)
			return limit + 1;
	}
	return row[n % 3][m];
}

/* One pair of letters changed places, or one pair of the language's table taken for each other: forgiven even in the shortest words. */
static bool short_slip(const struct language_data *l, const struct token *e, const struct token *t)
{
	size_t p = 0, q = 0;
	while (p < e->n && p < t->n && e->s[p] == t->s[p])
		p++;
	while (q < e->n - p && q < t->n - p && e->s[e->n - 1 - q] == t->s[t->n - 1 - q])
		q++;
	struct token a = {e->s + p, e->n - p - q}, b = {t->s + p, t->n - p - q};
	if (a.n == 2 && b.n == 2 && a.s[0] == b.s[1] && a.s[1] == b.s[0])
		return true;
	const struct language_table *table = &l->tables[TABLE_CONFUSE];
	for (size_t i = 0; i < table->count; i++) {
		const struct language_row *r = &table->rows[i];
		size_t x = strlen(r->a), y = strlen(r->b);
		/* What both have in common may belong to the pair: c and ch. */
		for (size_t back = 0; back <= p && back < 2; back++) {
			for (size_t on = 0; on <= q && on < 2; on++) {
				const char *u = a.s - back, *v = b.s - back;
				size_t un = a.n + back + on, vn = b.n + back + on;
				if ((un == x && vn == y && memcmp(u, r->a, x) == 0 && memcmp(v, r->b, y) == 0) ||
				    (un == y && vn == x && memcmp(u, r->b, y) == 0 && memcmp(v, r->a, x) == 0))
					return true;
			}
		}
	}
	return false;
}

static bool same(const struct token *a, const struct token *b)
{
	return a->n == b->n && memcmp(a->s, b->s, a->n) == 0;
}

static bool has_digit(const struct token *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->s[i] >= '0' && w->s[i] <= '9')
			return true;
	return false;
}

/* "je aime": the long word where its short form is due. */
static bool elision_missing(const struct language_data *l, const struct token *e, const struct token *t)
{
	const struct language_table *table = &l->tables[TABLE_ELISION];
	for (size_t i = 0; i < table->count; i++)
		if (strlen(table->rows[i].a) == e->n && memcmp(table->rows[i].a, e->s, e->n) == 0 && strlen(table->rows[i].b) == t->n &&
		    memcmp(table->rows[i].b, t->s, t->n) == 0)
			return true;
	return false;
}

/* A French s or x at the end that nobody hears. Behind a subject it is the ending of a verb. */
static bool silent_plural(const struct language_data *l, const struct token *e, const struct token *t, const struct token *before)
{
	const struct token *longer = e->n > t->n ? e : t, *shorter = e->n > t->n ? t : e;
	if (!str_eq(l->tag, "fr") || longer->n != shorter->n + 1 || shorter->n < 2 || memcmp(longer->s, shorter->s, shorter->n) != 0)
		return false;
	char end = longer->s[longer->n - 1];
	bool verb = before && language_has(l, TABLE_SUBJECT, before->s, before->n, NULL) && shorter->s[shorter->n - 1] == 'e';
	return (end == 's' || end == 'x') && !verb;
}

static bool equal_by_table(const struct language_data *l, const struct token *e, const struct token *t)
{
	char a[128], b[128];
	if (e->n >= sizeof(a) || t->n >= sizeof(b))
		return false;
	memcpy(a, e->s, e->n);
	memcpy(b, t->s, t->n);
	a[e->n] = b[t->n] = '\0';
	return likeness_equal_forms(l, a, b);
}

static enum likeness other(unsigned *reasons, enum reason why)
{
	*reasons |= 1u << why;
	return LIKE_OTHER;
}

static enum likeness typo(unsigned *reasons, enum reason why)
{
	*reasons |= 1u << why;
	return LIKE_TYPO;
}

bool token_other_participle(const struct language_data *l, const struct typed_rules *rules, const struct token *e, const struct token *t)
{
	static const char *const ends[] = {"é", "ée", "és", "ées"};
	for (size_t i = 0; str_eq(l->tag, "fr") && i < sizeof(ends) / sizeof(ends[0]); i++) {
		bool in_e = word_ends(e->s, e->n, ends[i]), in_t = word_ends(t->s, t->n, ends[i]);
		if (in_e == in_t)
			continue;
		size_t n = (in_e ? e->n : t->n) - strlen(ends[i]);
		if (n >= 2 && known_with(l, rules, in_e ? e->s : t->s, n, "er"))
			return true;
	}
	return false;
}

/* Whether the letters are near enough for a typo, by the length of the word. An accent that the keyboard lacks is no edit besides: who
 * writes fevrie for février made one slip, not two. */
static bool near(const struct language_data *l, const struct token *e, const struct token *t)
{
	uint32_t a[LETTERS_MAX], b[LETTERS_MAX];
	size_t n = letters(e, a), m = letters(t, b);
	if (n == LETTERS_MAX || m == LETTERS_MAX)
		return false;
	if (n <= 3)
		return short_slip(l, e, t);
	bool accents_aside = str_eq(l->tag, "fr") || str_eq(l->tag, "nl");
	for (size_t i = 0; accents_aside && i < n; i++)
		a[i] = letter_base(a[i]);
	for (size_t i = 0; accents_aside && i < m; i++)
		b[i] = letter_base(b[i]);
	unsigned limit = n < 10 ? 1 : 2;
	return distance(a, n, b, m, limit) <= limit;
}

/* One letter doubled that should not be, or the other way: a slip of spelling even where an ending happens to come out. */
static bool doubling(const struct token *e, const struct token *t)
{
	const struct token *longer = e->n > t->n ? e : t, *shorter = e->n > t->n ? t : e;
	size_t p = 0;
	if (longer->n != shorter->n + 1 || shorter->n < 4)
		return false;
	while (p < shorter->n && longer->s[p] == shorter->s[p])
		p++;
	return p > 0 && p + 1 < longer->n && longer->s[p] == longer->s[p - 1] && memcmp(longer->s + p + 1, shorter->s + p, shorter->n - p) == 0;
}

enum likeness token_like(const struct language_data *l, const struct typed_rules *rules, const struct token *e, const struct token *t,
			 const struct token *before, unsigned *reasons)
{
	unsigned spelling = 0;
	if (same(e, t) || equal_by_table(l, e, t))
		return LIKE_SAME;
	if (has_digit(e) || has_digit(t))
		return other(reasons, REASON_OTHER_WORD);
	if (likeness_spelling(l, e->s, e->n, t->s, t->n, false, &spelling)) {
		*reasons |= spelling;
		return token_other_participle(l, rules, e, t) ? LIKE_TYPO : LIKE_NOTE;
	}
	if (elision_missing(l, e, t))
		return typo(reasons, REASON_APOSTROPHE);
	if (language_has(l, TABLE_ARTICLE, e->s, e->n, NULL) && language_has(l, TABLE_ARTICLE, t->s, t->n, NULL))
		return other(reasons, REASON_ARTICLE);
	if (language_has(l, TABLE_FUNCTION, t->s, t->n, NULL))
		return other(reasons, REASON_OTHER_WORD);
	if (str_eq(l->tag, "de") && likeness_spelling(l, e->s, e->n, t->s, t->n, true, &spelling))
		return known_word(l, rules, t->s, t->n) ? other(reasons, REASON_OTHER_WORD) : typo(reasons, REASON_ACCENT);
	if (silent_plural(l, e, t, before))
		return typo(reasons, REASON_FORM);
	if (known_same_stem(rules, e, t) || (!doubling(e, t) && known_other_form(l, rules, e, t, before)))
		return other(reasons, REASON_FORM);
	if (!near(l, e, t) || known_stem(l, rules, t->s, t->n, e))
		return other(reasons, REASON_OTHER_WORD);
	return typo(reasons, REASON_TYPO);
}
