#include "config.h"
#include "learn/difference.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "learn/difference_text.h"
#include "learn/judge_text.h"
#include "learn/language.h"
#include "learn/likeness.h"
#include "text/mistype.h"
#include "text/norm.h"
#include "text/script.h"

enum {
	PIECES_MAX = 256, /* between the first and the last fault */
	WORDS_MAX = 48,
	JOINED_MAX = 3, /* words written apart that are one, or the other way */
};

/* One step along both texts. */
struct move {
	unsigned char e, t; /* words */
};

struct work {
	struct arena *a;
	const struct language_data *l; /* or NULL */
	struct pieces e, t;
	size_t first, n, m; /* the words between the equal ones at both ends */
	bool cased, several;
	uint16_t (*near)[PIECES_MAX + 1];
	uint16_t cost[WORDS_MAX + 1][WORDS_MAX + 1];
	struct move moves[WORDS_MAX + 1][WORDS_MAX + 1];
	struct difference *out;
	size_t room;
	size_t e_at, t_at; /* bytes covered so far */
};

/* Pieces of `k` words from number `at` on, the spaces between them included. */
struct run {
	const struct piece *list;
	size_t n;
};

static struct run run_of(const struct pieces *p, size_t at, size_t k)
{
	if (!k)
		return (struct run){p->list, 0};
	return (struct run){p->list + p->words[at].first, p->words[at + k - 1].end - p->words[at].first};
}

static bool same_word(const struct pieces *x, size_t i, const struct pieces *y, size_t j)
{
	struct run a = run_of(x, i, 1), b = run_of(y, j, 1);
	bool same = a.n == b.n;
	for (size_t k = 0; same && k < a.n; k++)
		same = strcmp(a.list[k].key, b.list[k].key) == 0;
	return same;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Optimal string alignment of two runs in w->near; gives the distance. */
static unsigned align(struct work *w, struct run e, struct run t)
{
	uint16_t(*d)[PIECES_MAX + 1] = w->near;
	for (size_t j = 0; j <= t.n; j++)
		d[0][j] = (uint16_t)j;
	for (size_t i = 1; i <= e.n; i++) {
		d[i][0] = (uint16_t)i;
		for (size_t j = 1; j <= t.n; j++) {
			bool same = strcmp(e.list[i - 1].key, t.list[j - 1].key) == 0;
			unsigned best = least(d[i - 1][j - 1] + !same, least(d[i - 1][j], d[i][j - 1]) + 1u);
			if (i > 1 && j > 1 && strcmp(e.list[i - 1].key, t.list[j - 2].key) == 0 && strcmp(e.list[i - 2].key, t.list[j - 1].key) == 0)
				best = least(best, d[i - 2][j - 2] + 1u);
			d[i][j] = (uint16_t)best;
		}
	}
	return d[e.n][t.n];
}

/* How the words are alike whatever the letters: by the language's table of equal forms, or but for accents and spellings. */
enum { LIKE_NOT, LIKE_FORMS, LIKE_SPELLED };
static unsigned likeness_of(const struct work *w, struct run e, struct run t)
{
	if (!w->l)
		return LIKE_NOT;
	struct str x, y;
	unsigned reasons = 0, like = LIKE_NOT;
	str_init(&x);
	str_init(&y);
	for (size_t i = 0; i < e.n; i++)
		str_add(&x, e.list[i].key);
	for (size_t j = 0; j < t.n; j++)
		str_add(&y, t.list[j].key);
	if (likeness_equal_forms(w->l, x.buf, y.buf))
		like = LIKE_FORMS;
	else if (likeness_spelling(w->l, x.buf, x.len, y.buf, y.len, false, &reasons) ||
		 likeness_spelling(w->l, x.buf, x.len, y.buf, y.len, true, &reasons))
		like = LIKE_SPELLED;
	str_release(&x);
	str_release(&y);
	return like;
}

/* What it costs to put the words of one run for those of the other: nothing for equal forms, by the cluster where they are alike, else all of both. Words
 * joined or parted must be alike. UINT16_MAX: not to be had. */
static unsigned pair_cost(struct work *w, struct run e, struct run t, bool joined)
{
	unsigned alike = likeness_of(w, e, t);
	if (alike == LIKE_FORMS)
		return 0;
	size_t longer = e.n > t.n ? e.n : t.n, shorter = e.n + t.n - longer;
	unsigned d = 2 * (longer - shorter) > longer && !alike ? UINT16_MAX : align(w, e, t);
	if (2 * d <= longer || alike)
		return d;
	return joined ? UINT16_MAX : (unsigned)(e.n + t.n);
}

static void try_move(struct work *w, size_t i, size_t j, struct move by, unsigned price)
{
	if (price == UINT16_MAX || w->cost[i - by.e][j - by.t] + price >= w->cost[i][j])
		return;
	w->cost[i][j] = (uint16_t)(w->cost[i - by.e][j - by.t] + price);
	w->moves[i][j] = by;
}

static void try_pairs(struct work *w, size_t i, size_t j)
{
	for (unsigned char x = 1; x <= JOINED_MAX && x <= i; x++)
		for (unsigned char y = 1; y <= JOINED_MAX && y <= j; y++)
			if (x == 1 || y == 1)
				try_move(w, i, j, (struct move){x, y},
					 pair_cost(w, run_of(&w->e, w->first + i - x, x), run_of(&w->t, w->first + j - y, y), x != y));
}

/* Lays the words side by side: the cheapest moves to each pair of words. */
static void lay(struct work *w)
{
	for (size_t i = 0; i <= w->n; i++) {
		for (size_t j = 0; j <= w->m; j++) {
			w->cost[i][j] = i || j ? UINT16_MAX : 0;
			if (i)
				try_move(w, i, j, (struct move){1, 0}, (unsigned)run_of(&w->e, w->first + i - 1, 1).n + 1);
			if (j)
				try_move(w, i, j, (struct move){0, 1}, (unsigned)run_of(&w->t, w->first + j - 1, 1).n + 1);
			try_pairs(w, i, j);
		}
	}
}

/* Goes on to the given bytes of both texts. What follows a span of the same kind joins it; within a pair of words, neighbouring faults are one change. */
static void add_span(struct work *w, enum difference_kind kind, size_t e_to, size_t t_to, bool within)
{
	struct difference *o = w->out;
	struct difference_span *last = o->count ? &o->spans[o->count - 1] : NULL;
	if (e_to == w->e_at && t_to == w->t_at)
		return;
	bool joins = last && kind != DIFFERENCE_DISPLACED && (last->kind == kind || (within && last->kind != DIFFERENCE_SAME && kind != DIFFERENCE_SAME));
	if (joins) {
		last->kind = last->kind == kind ? kind : DIFFERENCE_CHANGED;
	} else {
		o->spans = arena_grow(w->a, o->spans, o->count, &w->room, sizeof(*o->spans));
		last = &o->spans[o->count++];
		*last = (struct difference_span){.kind = kind, .expected_from = w->e_at, .typed_from = w->t_at};
	}
	last->expected_to = w->e_at = e_to;
	last->typed_to = w->t_at = t_to;
}

/* The spaces in front of the words at i and j, as far as they are not covered: no difference. */
static void add_space(struct work *w, size_t i, size_t j)
{
	size_t e = w->e.list[w->e.words[i].first].from, t = w->t.list[w->t.words[j].first].from;
	add_span(w, DIFFERENCE_SAME, e > w->e_at ? e : w->e_at, t > w->t_at ? t : w->t_at, false);
}

/* Two clusters with one key: the same, unless case matters, which in the first letter of several words it does not. */
static enum difference_kind kind_of(const struct work *w, const struct piece *e, const struct piece *t)
{
	bool exempt = w->several && e == w->e.list && t == w->t.list;
	return w->cased && !exempt && strcmp(e->cased, t->cased) != 0 ? DIFFERENCE_CHANGED : DIFFERENCE_SAME;
}

/* The steps of the alignment in w->near from its end, written backwards into `out`; gives how many. */
static size_t steps_back(const struct work *w, struct run e, struct run t, struct move *out)
{
	uint16_t(*d)[PIECES_MAX + 1] = w->near;
	size_t i = e.n, j = t.n, count = 0;
	while (i || j) {
		struct move by = {0, 1};
		bool same = i && j && strcmp(e.list[i - 1].key, t.list[j - 1].key) == 0;
		if (i > 1 && j > 1 && d[i][j] == d[i - 2][j - 2] + 1 && strcmp(e.list[i - 1].key, t.list[j - 2].key) == 0 &&
		    strcmp(e.list[i - 2].key, t.list[j - 1].key) == 0 && !same)
			by = (struct move){2, 2};
		else if (i && j && d[i][j] == d[i - 1][j - 1] + !same)
			by = (struct move){1, 1};
		else if (i && d[i][j] == d[i - 1][j] + 1)
			by = (struct move){1, 0};
		i -= by.e;
		j -= by.t;
		out[count++] = by;
	}
	return count;
}

/* Words put for each other, cluster by cluster where they are alike. */
static void add_pair(struct work *w, struct run e, struct run t, unsigned price)
{
	struct move steps[2 * PIECES_MAX];
	size_t e_end = e.list[e.n - 1].to, t_end = t.list[t.n - 1].to, i = 0, j = 0;
	bool begun = false;
	if (price == e.n + t.n || price == 0) {
		bool equal = price == 0 && (e.n != t.n || align(w, e, t) > 0);
		if (equal || price) {
			add_span(w, price ? DIFFERENCE_CHANGED : DIFFERENCE_SAME, e_end, t_end, false);
			return;
		}
	}
	align(w, e, t);
	for (size_t k = steps_back(w, e, t, steps); k > 0; k--, begun = true) {
		struct move by = steps[k - 1];
		enum difference_kind kind = !by.e ? DIFFERENCE_EXTRA : !by.t ? DIFFERENCE_MISSING : DIFFERENCE_CHANGED;
		if (by.e == 1 && by.t == 1 && strcmp(e.list[i].key, t.list[j].key) == 0)
			kind = kind_of(w, &e.list[i], &t.list[j]);
		i += by.e;
		j += by.t;
		add_span(w, kind, by.e ? e.list[i - 1].to : w->e_at, by.t ? t.list[j - 1].to : w->t_at, begun);
	}
}

/* A word that one side lacks, and its mark if the other side has it elsewhere. */
struct lone {
	size_t word;
	bool displaced;
};

static void pair_displaced(const struct work *w, struct lone *missing, size_t missing_count, struct lone *extra, size_t extra_count)
{
	for (size_t j = 0; j < extra_count; j++) {
		for (size_t i = 0; i < missing_count && !extra[j].displaced; i++) {
			if (!missing[i].displaced && same_word(&w->e, missing[i].word, &w->t, extra[j].word))
				missing[i].displaced = extra[j].displaced = true;
		}
	}
}

static bool is_displaced(const struct lone *list, size_t count, size_t word)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].word == word)
			return list[i].displaced;
	return false;
}

static void add_move(struct work *w, struct move by, size_t i, size_t j, bool displaced)
{
	struct run e = run_of(&w->e, i, by.e), t = run_of(&w->t, j, by.t);
	bool more_e = i + by.e < w->e.word_count, more_t = j + by.t < w->t.word_count;
	if (by.e && by.t) {
		add_space(w, i, j);
		add_pair(w, e, t, pair_cost(w, e, t, by.e != by.t));
	} else if (by.e) {
		/* A word goes with the space behind it; the last one with the space before it. */
		if (more_t)
			add_space(w, i, j);
		add_span(w, displaced ? DIFFERENCE_DISPLACED : DIFFERENCE_MISSING, more_t && more_e ? e.list[e.n].to : e.list[e.n - 1].to, w->t_at,
			 false);
	} else {
		if (more_e)
			add_space(w, i, j);
		add_span(w, displaced ? DIFFERENCE_DISPLACED : DIFFERENCE_EXTRA, w->e_at, more_e && more_t ? t.list[t.n].to : t.list[t.n - 1].to,
			 false);
	}
}

/* Spans of the words between the equal ones. */
static void add_middle(struct work *w)
{
	struct move path[2 * WORDS_MAX];
	struct lone missing[WORDS_MAX], extra[WORDS_MAX];
	size_t count = 0, missing_count = 0, extra_count = 0;
	lay(w);
	for (size_t i = w->n, j = w->m; i || j;) {
		struct move by = w->moves[i][j];
		i -= by.e;
		j -= by.t;
		path[count++] = by;
		if (!by.t)
			missing[missing_count++].word = w->first + i;
		if (!by.e)
			extra[extra_count++].word = w->first + j;
	}
	for (size_t k = 0; k < missing_count; k++)
		missing[k].displaced = false;
	for (size_t k = 0; k < extra_count; k++)
		extra[k].displaced = false;
	pair_displaced(w, missing, missing_count, extra, extra_count);
	for (size_t i = w->first, j = w->first; count > 0; count--) {
		struct move by = path[count - 1];
		bool displaced = by.e ? !by.t && is_displaced(missing, missing_count, i) : is_displaced(extra, extra_count, j);
		add_move(w, by, i, j, displaced);
		i += by.e;
		j += by.t;
	}
}

/* Equal words at both ends; case may still differ in them. */
static void add_equal(struct work *w, size_t i, size_t j, size_t count)
{
	for (size_t k = 0; k < count; k++) {
		add_space(w, i + k, j + k);
		struct run e = run_of(&w->e, i + k, 1), t = run_of(&w->t, j + k, 1);
		for (size_t c = 0; c < e.n; c++)
			add_span(w, kind_of(w, &e.list[c], &t.list[c]), e.list[c].to, t.list[c].to, false);
	}
}

static void add_all(struct work *w)
{
	size_t last = 0, least_words = w->e.word_count < w->t.word_count ? w->e.word_count : w->t.word_count;
	while (w->first < least_words && same_word(&w->e, w->first, &w->t, w->first))
		w->first++;
	while (w->first + last < least_words && same_word(&w->e, w->e.word_count - 1 - last, &w->t, w->t.word_count - 1 - last))
		last++;
	w->n = w->e.word_count - w->first - last;
	w->m = w->t.word_count - w->first - last;
	add_equal(w, 0, 0, w->first);
	struct run e = run_of(&w->e, w->first, w->n), t = run_of(&w->t, w->first, w->m);
	if (w->n > WORDS_MAX || w->m > WORDS_MAX || e.n > PIECES_MAX || t.n > PIECES_MAX) {
		if (w->n && w->m)
			add_space(w, w->first, w->first);
		add_span(w, !w->n ? DIFFERENCE_EXTRA : !w->m ? DIFFERENCE_MISSING : DIFFERENCE_CHANGED, w->n ? e.list[e.n - 1].to : w->e_at,
			 w->m ? t.list[t.n - 1].to : w->t_at, false);
	} else {
		add_middle(w);
	}
	add_equal(w, w->first + w->n, w->first + w->m, last);
	add_span(w, DIFFERENCE_SAME, strlen(w->e.text), strlen(w->t.text), false);
}

/* The expected text to lay the typed one beside: the form shown, own words in its blanks, in the typed script of Uzbek. */
static const char *expected_text(struct arena *a, const char *shown, const char *typed, const struct language_data *l)
{
	char *cyrillic = NULL, *form = NULL, *own = NULL, *filled = NULL;
	const char *text = shown;
	struct alphabets found = text_alphabets(typed);
	if (l && str_eq(l->tag, "uz") && found.cyrillic && !found.latin)
		text = cyrillic = script_uz_cyrillic_dup(shown);
	if (strchr(text, '<')) {
		form = text_answer_dup(text);
		own = text_answer_dup(typed);
		filled = blanks_fill_dup(form, own);
	}
	const char *out = arena_strdup(a, filled ? filled : text);
	free(filled);
	free(own);
	free(form);
	free(cyrillic);
	return out;
}

bool typed_difference(const struct forms *f, const char *typed, const struct typed_rules *rules, struct arena *a, struct difference *out)
{
	unsigned reasons;
	size_t form;
	enum verdict v = typed_judge_form(f, typed, rules, &reasons, &form);
	*out = (struct difference){.typed = typed};
	if (v == VERDICT_OK || v == VERDICT_EMPTY || (reasons & 1u << REASON_LAYOUT) || (v == VERDICT_RETRY && (reasons & 1u << REASON_SCRIPT)) ||
	    !text_valid(typed, strlen(typed), NULL) || typed_too_long(f, typed))
		return false;
	const struct language_data *l = language_tables(rules->language);
	struct arena own = ARENA_INIT;
	struct work *w = arena_alloc(&own, sizeof(*w));
	w->a = a;
	w->l = l;
	w->out = out;
	w->near = arena_array(&own, PIECES_MAX + 1, sizeof(*w->near));
	w->cased = (rules->strict & STRICT_CASE) || (l && str_eq(l->tag, "de"));
	out->expected = expected_text(a, f->shown[form], typed, l);
	pieces_read(&own, out->expected, rules->strict & STRICT_PUNCTUATION, &w->e);
	pieces_read(&own, typed, rules->strict & STRICT_PUNCTUATION, &w->t);
	w->several = w->e.word_count > 1 && w->t.word_count > 0;
	if (w->e.word_count && w->t.word_count)
		add_all(w);
	out->fault = 0;
	size_t k = 0;
	while (k < out->count && out->spans[k].kind == DIFFERENCE_SAME)
		k++;
	bool found = k < out->count;
	if (found)
		out->fault = out->spans[k].typed_from;
	arena_release(&own);
	return found;
}
