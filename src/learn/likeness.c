#include "config.h"
#include "learn/likeness.h"

#include <string.h>

#include "core/str.h"
#include "learn/grade.h"
#include "text/mistype.h"

uint32_t likeness_step(const char *s, size_t n, size_t *at)
{
	unsigned char c = (unsigned char)s[(*at)++];
	if (c < 0x80)
		return c;
	uint32_t code = c & (c >= 0xF0 ? 0x07u : c >= 0xE0 ? 0x0Fu : 0x1Fu);
	while (*at < n && ((unsigned char)s[*at] & 0xC0) == 0x80)
		code = code << 6 | ((unsigned char)s[(*at)++] & 0x3Fu);
	return code;
}

/* Bytes of `pattern` that `s` begins with whole words of; 0 if it does not. */
static size_t whole(const char *s, const char *pattern)
{
	size_t n = strlen(pattern);
	return str_starts(s, pattern) && (s[n] == ' ' || s[n] == '-' || s[n] == '\0') ? n : 0;
}

static size_t word_length(const char *s)
{
	return strcspn(s, " ");
}

/* Whether the row makes the words at `e` and `t` the same; gives the bytes to step over. */
static bool row_fits(const struct language_row *row, const char *e, const char *t, size_t *e_bytes, size_t *t_bytes)
{
	if (row->a[0] != e[0] || row->b[0] != t[0])
		return false;
	size_t a = strlen(row->a), b = strlen(row->b);
	if (a > 1 && row->a[a - 1] == '*') {
		if (strncmp(e, row->a, a - 1) != 0 || strncmp(t, row->b, b - 1) != 0)
			return false;
		size_t rest = word_length(e + a - 1);
		if (rest != word_length(t + b - 1) || memcmp(e + a - 1, t + b - 1, rest) != 0)
			return false;
		*e_bytes = a - 1 + rest;
		*t_bytes = b - 1 + rest;
		return true;
	}
	*e_bytes = whole(e, row->a);
	*t_bytes = whole(t, row->b);
	return *e_bytes && *t_bytes;
}

bool likeness_equal_forms(const struct language_data *l, const char *expected, const char *typed)
{
	const struct language_table *table = &l->tables[TABLE_EQUAL];
	const char *e = expected, *t = typed;
	while (*e && *t) {
		size_t n = word_length(e), m = word_length(t), i = 0;
		if (n != m || memcmp(e, t, n) != 0) {
			while (i < table->count && !row_fits(&table->rows[i], e, t, &n, &m))
				i++;
			if (i == table->count)
				return false;
		}
		e += n;
		t += m;
		if (*e != *t)
			return false;
		e += *e != '\0';
		t += *t != '\0';
	}
	return !*e && !*t;
}

struct walk {
	const struct language_data *l;
	const char *e, *t;
	size_t en, tn, ei, ti;
	bool umlauts;
	unsigned reasons;
};

/* A letter that typed text spells with two, or with one where two are right. From the right letters to the poorer, and ß for ss. */
static bool spelled(struct walk *w, uint32_t c)
{
	static const struct {
		uint32_t letter;
		const char *two, *languages;
	} rows[] = {{0xE4, "ae", "de"}, {0xF6, "oe", "de"}, {0xFC, "ue", "de"}, {0xDF, "ss", "de"}, {0x153, "oe", "fr nl"}, {0xE6, "ae", "fr nl"}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].letter == c && strstr(rows[i].languages, w->l->tag) && w->ti + 2 <= w->tn && memcmp(w->t + w->ti, rows[i].two, 2) == 0) {
			likeness_step(w->e, w->en, &w->ei);
			w->ti += 2;
			return true;
		}
	}
	if (str_eq(w->l->tag, "de") && w->ei + 2 <= w->en && memcmp(w->e + w->ei, "ss", 2) == 0 && w->ti + 2 <= w->tn &&
	    memcmp(w->t + w->ti, "ß", 2) == 0) {
		w->ei += 2;
		w->ti += 2;
		return true;
	}
	return false;
}

static bool is_umlaut(uint32_t c)
{
	return c == 0xE4 || c == 0xF6 || c == 0xFC;
}

/* Whether two letters differ by an accent that may be set aside. Uzbek and Russian have letters of their own that only look accented. */
static bool accent_apart(const struct walk *w, uint32_t e, uint32_t t)
{
	if (str_eq(w->l->tag, "ru"))
		return (e == 0x451 && t == 0x435) || (e == 0x435 && t == 0x451);
	if (str_eq(w->l->tag, "uz"))
		return false;
	if (str_eq(w->l->tag, "de") && (is_umlaut(t) || (is_umlaut(e) && !w->umlauts)))
		return false;
	return letter_base(e) == letter_base(t);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A space between digits parts two numbers unless it parts thousands. */
static bool parts_numbers(const char *s, size_t n, size_t at)
{
	if (!at || at + 1 >= n || !is_digit(s[at - 1]) || !is_digit(s[at + 1]))
		return false;
	size_t digits = 0;
	while (at + 1 + digits < n && is_digit(s[at + 1 + digits]))
		digits++;
	return digits != 3;
}

static bool is_joint(const char *s, size_t n, size_t at)
{
	return at < n && (s[at] == ' ' || s[at] == '-') && !parts_numbers(s, n, at);
}

/* Steps over a hyphen, a space or an apostrophe that only one side has. */
static bool skip(struct walk *w)
{
	bool e = is_joint(w->e, w->en, w->ei), t = is_joint(w->t, w->tn, w->ti);
	if (!e && !t) {
		if (w->ei >= w->en || w->e[w->ei] != '\'')
			return false;
		w->ei++;
		w->reasons |= 1u << REASON_APOSTROPHE;
		return true;
	}
	w->ei += e;
	w->ti += t;
	w->reasons |= 1u << REASON_SPACING;
	return true;
}

bool likeness_spelling(const struct language_data *l, const char *expected, size_t expected_n, const char *typed, size_t typed_n, bool umlauts,
		       unsigned *reasons)
{
	struct walk w = {.l = l, .e = expected, .t = typed, .en = expected_n, .tn = typed_n, .umlauts = umlauts};
	while (w.ei < w.en || w.ti < w.tn) {
		size_t ei = w.ei, ti = w.ti;
		uint32_t e = ei < w.en ? likeness_step(w.e, w.en, &ei) : 0, t = ti < w.tn ? likeness_step(w.t, w.tn, &ti) : 0;
		if (e == t || (e >= 0x80 && t && accent_apart(&w, e, t)) || (t >= 0x80 && e && accent_apart(&w, e, t))) {
			w.reasons |= e == t ? 0 : 1u << REASON_ACCENT;
			w.ei = ei;
			w.ti = ti;
		} else if (e && spelled(&w, e)) {
			w.reasons |= 1u << REASON_SPELLING;
		} else if (!skip(&w)) {
			return false;
		}
	}
	*reasons |= w.reasons;
	return true;
}
