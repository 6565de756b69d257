/* judge_words: expected and typed words laid side by side. */
#include "config.h"
#include "learn/judge_words.h"

#include <string.h>

/* Beyond so many words between the first and the last difference nobody reads a difference. */
enum { SPAN_MAX = 24, COST_GAP = 2, COST_TYPO = 1, COST_OTHER = 3 };

struct side {
	struct token words[TOKENS_MAX];
	size_t count;
};

struct sheet {
	const struct language_data *l;
	const struct typed_rules *rules;
	struct side e, t;
	size_t first, n, m; /* where the difference begins, and how many words of each side it has */
	unsigned char cost[SPAN_MAX + 1][SPAN_MAX + 1];
	unsigned char like[SPAN_MAX][SPAN_MAX];
	bool entry;
	struct token gap; /* rules->before */
	unsigned reasons;
	size_t typos, notes, missing, extra, others, articles_missing, articles_extra, articles_noted;
};

static bool same(const struct token *a, const struct token *b)
{
	return a->n == b->n && memcmp(a->s, b->s, a->n) == 0;
}

static const struct token *expected_at(const struct sheet *s, size_t i)
{
	return &s->e.words[s->first + i];
}

static const struct token *typed_at(const struct sheet *s, size_t j)
{
	return &s->t.words[s->first + j];
}

static const struct token *before(const struct sheet *s, size_t i)
{
	if (s->first + i)
		return &s->e.words[s->first + i - 1];
	return s->rules->before ? &s->gap : NULL;
}

static void trim_equal(struct sheet *s)
{
	size_t last = 0;
	while (s->first < s->e.count && s->first < s->t.count && same(&s->e.words[s->first], &s->t.words[s->first]))
		s->first++;
	while (s->first + last < s->e.count && s->first + last < s->t.count &&
	       same(&s->e.words[s->e.count - 1 - last], &s->t.words[s->t.count - 1 - last]))
		last++;
	s->n = s->e.count - s->first - last;
	s->m = s->t.count - s->first - last;
}

static void fill(struct sheet *s)
{
	for (size_t i = 0; i <= s->n; i++)
		s->cost[i][0] = (unsigned char)(i * COST_GAP);
	for (size_t j = 0; j <= s->m; j++)
		s->cost[0][j] = (unsigned char)(j * COST_GAP);
	for (size_t i = 0; i < s->n; i++) {
		for (size_t j = 0; j < s->m; j++) {
			unsigned reasons = 0;
			s->like[i][j] = (unsigned char)token_like(s->l, s->rules, expected_at(s, i), typed_at(s, j), before(s, i), &reasons);
			static const int costs[] = {[LIKE_SAME] = 0, [LIKE_NOTE] = 0, [LIKE_TYPO] = COST_TYPO, [LIKE_OTHER] = COST_OTHER};
			int best = s->cost[i][j] + costs[s->like[i][j]];
			int gap = (s->cost[i + 1][j] < s->cost[i][j + 1] ? s->cost[i + 1][j] : s->cost[i][j + 1]) + COST_GAP;
			s->cost[i + 1][j + 1] = (unsigned char)(gap < best ? gap : best);
		}
	}
}

static bool is_article(const struct sheet *s, const struct token *w)
{
	return language_has(s->l, TABLE_ARTICLE, w->s, w->n, NULL);
}

/* An article stands before a noun; at the end or before a small word (het is, das ist) it is a pronoun. */
static bool is_before_noun(const struct sheet *s, const struct side *side, size_t at)
{
	const struct token *next = &side->words[at + 1];
	return is_article(s, &side->words[at]) && at + 1 < side->count && !language_has(s->l, TABLE_FUNCTION, next->s, next->n, NULL);
}

static void count_missing(struct sheet *s, size_t i)
{
	if (!is_before_noun(s, &s->e, s->first + i))
		s->missing++;
	else if (s->entry && s->first + i == 0)
		s->articles_noted++;
	else
		s->articles_missing++;
}

static void count_extra(struct sheet *s, size_t j)
{
	if (is_before_noun(s, &s->t, s->first + j))
		s->articles_extra++;
	else
		s->extra++;
}

static void count_pair(struct sheet *s, size_t i, size_t j)
{
	enum likeness like = token_like(s->l, s->rules, expected_at(s, i), typed_at(s, j), before(s, i), &s->reasons);
	s->notes += like == LIKE_NOTE;
	s->typos += like == LIKE_TYPO;
	s->others += like == LIKE_OTHER;
}

static void read_back(struct sheet *s)
{
	static const int costs[] = {[LIKE_SAME] = 0, [LIKE_NOTE] = 0, [LIKE_TYPO] = COST_TYPO, [LIKE_OTHER] = COST_OTHER};
	size_t i = s->n, j = s->m;
	while (i || j) {
		if (i && j && s->cost[i][j] == s->cost[i - 1][j - 1] + costs[s->like[i - 1][j - 1]])
			count_pair(s, --i, --j);
		else if (i && s->cost[i][j] == s->cost[i - 1][j] + COST_GAP)
			count_missing(s, --i);
		else
			count_extra(s, --j);
	}
}

/* Whether the same words stand in another order. */
static bool is_reordered(const struct sheet *s)
{
	bool used[SPAN_MAX] = {false};
	if (s->n != s->m || s->n < 2)
		return false;
	for (size_t i = 0; i < s->n; i++) {
		size_t j = 0;
		while (j < s->m && (used[j] || !same(expected_at(s, i), typed_at(s, j))))
			j++;
		if (j == s->m)
			return false;
		used[j] = true;
	}
	return true;
}

static enum verdict wrong(struct sheet *s)
{
	if (s->n <= SPAN_MAX && s->m <= SPAN_MAX && is_reordered(s)) {
		s->reasons = 1u << REASON_WORD_ORDER;
		return VERDICT_WRONG;
	}
	if (s->missing || s->articles_missing || s->articles_noted)
		s->reasons |= 1u << REASON_MISSING_WORD;
	if (s->extra || s->articles_extra)
		s->reasons |= 1u << REASON_EXTRA_WORD;
	return VERDICT_WRONG;
}

static enum verdict decide(struct sheet *s)
{
	size_t faulty = s->typos + s->articles_missing, most = s->e.count / 4 > 1 ? s->e.count / 4 : 1;
	if (s->others || s->missing || s->extra || s->articles_extra > 1 || s->articles_noted > 1 || faulty > most)
		return wrong(s);
	if (s->articles_missing || s->articles_noted || s->articles_extra)
		s->reasons |= 1u << REASON_ARTICLE;
	if ((s->articles_missing || s->articles_noted) && (s->rules->strict & STRICT_ARTICLES))
		return VERDICT_RETRY;
	return faulty ? VERDICT_TYPO : VERDICT_NOTE;
}

enum verdict judge_words(const struct language_data *l, const struct typed_rules *rules, const char *expected, const char *typed, bool entry,
			 unsigned *reasons, int *cost)
{
	struct sheet s;
	memset(&s, 0, offsetof(struct sheet, e));
	memset(&s.first, 0, sizeof(s) - offsetof(struct sheet, first));
	s.l = l;
	s.rules = rules;
	if (rules->before)
		s.gap = (struct token){rules->before, strlen(rules->before)};
	s.e.count = tokens_split(l, expected, s.e.words, TOKENS_MAX);
	s.t.count = tokens_split(l, typed, s.t.words, TOKENS_MAX);
	enum verdict v = VERDICT_WRONG;
	*cost = SPAN_MAX * 8;
	if (s.e.count < TOKENS_MAX && s.t.count < TOKENS_MAX) {
		trim_equal(&s);
		s.entry = entry && s.e.count && is_article(&s, &s.e.words[0]);
		if (s.n > SPAN_MAX || s.m > SPAN_MAX) {
			s.missing = s.n;
			s.extra = s.m;
			v = wrong(&s);
		} else {
			fill(&s);
			read_back(&s);
			*cost = s.cost[s.n][s.m];
			v = decide(&s);
		}
	}
	*reasons = s.reasons;
	return v;
}
