#include "config.h"
#include "learn/likely.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/forms.h"
#include "learn/language.h"
#include "text/cluster.h"
#include "text/keyboard.h"
#include "text/mistype.h"
#include "text/norm.h"

enum row_kind { ROW_ARTICLE, ROW_REGISTER, ROW_DOWN, ROW_SEX, ROW_CONTRACTION, ROW_TIME };
struct likely_row {
	const char *language;
	enum row_kind kind;
	const char *a, *b;
};

#include "learn/likely-data.h"

enum { ROWS = sizeof(likely_rows) / sizeof(*likely_rows), WORDS_MAX = 40, FOUND_MAX = 64, STEM_MIN = 2, SWAP_MIN = 4 };

static const struct {
	const char *name, *label;
} kinds[] = {
	[LIKELY_NO_ARTICLE] = {"no-article", N_("without article")},
	[LIKELY_OTHER_ARTICLE] = {"other-article", N_("other article")},
	[LIKELY_NO_ACCENTS] = {"no-accents", N_("without accents")},
	[LIKELY_CASE] = {"case", N_("other case")},
	[LIKELY_SWAPPED] = {"swapped", N_("letters swapped")},
	[LIKELY_REGISTER] = {"register", N_("other register")},
	[LIKELY_SEX] = {"sex", N_("other sex")},
	[LIKELY_ORDER] = {"order", N_("other word order")},
	[LIKELY_CONTRACTION] = {"contraction", N_("contracted or not")},
	[LIKELY_KEYBOARD] = {"keyboard", N_("Russian keyboard")},
	[LIKELY_COUNT] = {"right", N_("right answer")},
};

const char *likely_name(enum likely_kind k)
{
	return kinds[k].name;
}

const char *likely_label(enum likely_kind k)
{
	return kinds[k].label;
}

/* A form and what was given for it so far. */
struct making {
	struct arena *a;
	const char *language, *form;
	const struct language_data *tables; /* NULL for a language without */
	const char *words[WORDS_MAX];       /* without the sign at their end */
	const char *ends[WORDS_MAX];        /* that sign, "" or ", " as written */
	size_t count;
	const char *found[FOUND_MAX];
	size_t found_count;
	likely_fn *fn;
	void *ctx;
};

static void give(struct making *m, enum likely_kind kind, const char *answer)
{
	if (!*answer || strcmp(answer, m->form) == 0 || m->found_count == FOUND_MAX)
		return;
	for (size_t i = 0; i < m->found_count; i++)
		if (strcmp(m->found[i], answer) == 0)
			return;
	m->found[m->found_count++] = answer;
	m->fn(m->ctx, kind, answer);
}

/* Gives a text from the heap and frees it. */
static void give_take(struct making *m, enum likely_kind kind, char *answer)
{
	give(m, kind, arena_strdup(m->a, answer));
	free(answer);
}

static bool speaks(const struct making *m, const struct likely_row *r)
{
	size_t n = strlen(r->language);
	return strncmp(m->language, r->language, n) == 0 && (!m->language[n] || m->language[n] == '-');
}

static void cut(struct making *m)
{
	static const char signs[] = ".,;:!?";
	for (const char *s = m->form; *(s += strspn(s, " ")) && m->count < WORDS_MAX; m->count++) {
		size_t n = strcspn(s, " "), end = n;
		while (end > 1 && strchr(signs, s[end - 1]))
			end--;
		m->words[m->count] = arena_strndup(m->a, s, end);
		m->ends[m->count] = arena_strndup(m->a, s + end, n - end);
		s += n;
	}
}

static bool same_word(const char *word, const char *pattern, size_t n)
{
	bool exact = false;
	for (size_t i = 0; i < n; i++)
		exact |= isupper((unsigned char)pattern[i]) != 0;
	char *a = exact ? NULL : text_fold_dup(word);
	bool same = strncmp(a ? a : word, pattern, n) == 0 && !(a ? a : word)[n];
	free(a);
	return same;
}

static bool in_table(const struct making *m, enum language_table_id id, const char *word)
{
	char *folded = text_fold_dup(word);
	bool there = m->tables && language_has(m->tables, id, folded, strlen(folded), NULL);
	free(folded);
	return there;
}

/* Whether a word fits a pattern with at most one star, which stands in no function word; *stem gets what the star stands for. */
static bool fits(struct making *m, const char *word, const char *pattern, size_t n, const char **stem)
{
	const char *star = memchr(pattern, '*', n);
	if (!star)
		return same_word(word, pattern, n);
	size_t head = (size_t)(star - pattern), tail = n - head - 1, len = strlen(word);
	if (len < head + tail + STEM_MIN || in_table(m, TABLE_FUNCTION, word)) /* "met u" is no verb with its subject */
		return false;
	*stem = arena_strndup(m->a, word + head, len - head - tail);
	return same_word(arena_strndup(m->a, word, head), pattern, head) && same_word(word + len - tail, star + 1, tail);
}

/* How many words of the form, from `at` on, the pattern takes; 0 if it does not fit. Only the last may have a sign behind it. */
static size_t match(struct making *m, size_t at, const char *pattern, const char **stem)
{
	size_t count = 0;
	for (const char *p = pattern; *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		if (at + count >= m->count || (count && *m->ends[at + count - 1]) || !fits(m, m->words[at + count], p, n, stem))
			return 0;
		count++;
		p += n;
	}
	return count;
}

/* The replacement with the stem in it, with a capital where the first word taken had one and the sentence begins with it. */
static void put(struct str *out, const char *to, const char *stem, bool capital)
{
	size_t from = out->len;
	for (const char *p = to; *p; p++)
		if (*p == '*')
			str_add(out, stem ? stem : "");
		else
			str_addc(out, *p);
	if (capital && out->buf[from])
		out->buf[from] = (char)toupper((unsigned char)out->buf[from]);
}

/* Puts `to` for every `from` in m->words; true if there was one. The result is cut anew. */
static bool replace(struct making *m, const char *from, const char *to)
{
	struct str out;
	bool changed = false;
	str_init(&out);
	for (size_t i = 0; i < m->count;) {
		const char *stem = NULL;
		size_t n = match(m, i, from, &stem);
		if (out.len)
			str_addc(&out, ' ');
		if (n)
			put(&out, to, stem, i == 0 && isupper((unsigned char)m->words[0][0]));
		else
			str_add(&out, m->words[i]);
		i += n ? n : 1;
		str_add(&out, m->ends[i - 1]);
		changed |= n > 0;
	}
	const char *form = m->form;
	if (changed) {
		m->form = arena_strdup(m->a, out.buf);
		m->count = 0;
		cut(m);
		m->form = form;
	}
	str_release(&out);
	return changed;
}

static const char *join(struct making *m)
{
	struct str out;
	str_init(&out);
	for (size_t i = 0; i < m->count; i++)
		str_addf(&out, "%s%s%s", i ? " " : "", m->words[i], m->ends[i]);
	const char *text = arena_strdup(m->a, out.buf);
	str_release(&out);
	return text;
}

/* All rows of one kind in one direction on the whole form: a sentence changes its register as a whole. */
static void change_all(struct making *m, enum likely_kind kind, enum row_kind row, bool back)
{
	struct making copy = *m;
	bool changed = false;
	for (size_t i = 0; i < ROWS; i++) {
		const struct likely_row *r = &likely_rows[i];
		if (speaks(m, r) && (r->kind == row || (row == ROW_REGISTER && r->kind == ROW_DOWN && !back)))
			changed |= replace(&copy, back ? r->b : r->a, back ? r->a : r->b);
	}
	if (changed)
		give(m, kind, join(&copy));
}

/* Each row by itself. */
static void change_each(struct making *m, enum likely_kind kind, enum row_kind row)
{
	for (size_t i = 0; i < ROWS; i++) {
		const struct likely_row *r = &likely_rows[i];
		for (int back = 0; back < 2 && r->kind == row && speaks(m, r); back++) {
			struct making copy = *m;
			if (replace(&copy, back ? r->b : r->a, back ? r->a : r->b))
				give(m, kind, join(&copy));
		}
	}
}

static void articles(struct making *m)
{
	if (str_starts(m->form, "l'") || str_starts(m->form, "l’")) {
		const char *rest = m->form + (m->form[1] == '\'' ? 2 : 1 + strlen("’"));
		give(m, LIKELY_NO_ARTICLE, arena_strdup(m->a, rest));
		give(m, LIKELY_OTHER_ARTICLE, arena_printf(m->a, "le %s", rest));
		give(m, LIKELY_OTHER_ARTICLE, arena_printf(m->a, "la %s", rest));
	}
	if (m->count != 2 || !in_table(m, TABLE_ARTICLE, m->words[0]))
		return;
	give(m, LIKELY_NO_ARTICLE, arena_printf(m->a, "%s%s", m->words[1], m->ends[1]));
	for (size_t i = 0; i < ROWS; i++) {
		const struct likely_row *r = &likely_rows[i];
		if (r->kind != ROW_ARTICLE || !speaks(m, r))
			continue;
		bool one = same_word(m->words[0], r->a, strlen(r->a)), other = same_word(m->words[0], r->b, strlen(r->b));
		if (one || other)
			give(m, LIKELY_OTHER_ARTICLE, arena_printf(m->a, "%s %s%s", one ? r->b : r->a, m->words[1], m->ends[1]));
	}
}

static void letters(struct making *m)
{
	give_take(m, LIKELY_NO_ACCENTS, keyboard_unaccented_dup(m->form, true));
	if (str_starts(m->language, "de"))
		give_take(m, LIKELY_NO_ACCENTS, keyboard_german_dup(m->form));
	char *small = text_fold_dup(m->form), *capital = arena_strdup(m->a, m->form);
	give(m, LIKELY_CASE, arena_strdup(m->a, small));
	free(small);
	capital[0] = (char)toupper((unsigned char)capital[0]);
	give(m, LIKELY_CASE, capital);
	size_t longest = 0;
	for (size_t i = 1; i < m->count; i++)
		if (text_clusters(m->words[i]) > text_clusters(m->words[longest]))
			longest = i;
	if (m->count && text_clusters(m->words[longest]) >= SWAP_MIN) {
		struct making copy = *m;
		const char *w = m->words[longest];
		size_t at = 0;
		for (size_t half = text_clusters(w) / 2; --half;)
			at += cluster_next(w + at);
		size_t x = cluster_next(w + at), y = cluster_next(w + at + x);
		copy.words[longest] = arena_printf(m->a, "%.*s%.*s%.*s%s", (int)at, w, (int)y, w + at + x, (int)x, w + at, w + at + x + y);
		give(m, LIKELY_SWAPPED, join(&copy));
	}
	bool ascii = true; /* what has no key on the American layout is not typed on the Russian one by mistake */
	for (const char *p = m->form; *p; p++)
		ascii &= (unsigned char)*p < 0x80;
	if (ascii)
		give_take(m, LIKELY_KEYBOARD, mistype_layout_dup(m->form, true));
}

static bool is_time(const struct making *m, const char *word)
{
	for (size_t i = 0; i < ROWS; i++)
		if (likely_rows[i].kind == ROW_TIME && speaks(m, &likely_rows[i]) && same_word(word, likely_rows[i].a, strlen(likely_rows[i].a)))
			return true;
	return false;
}

static const char *with_case(struct making *m, const char *word, bool capital)
{
	char *copy = arena_strdup(m->a, word);
	copy[0] = (char)(capital ? toupper((unsigned char)copy[0]) : tolower((unsigned char)copy[0]));
	return copy;
}

/* "Ik werk morgen." and "Morgen werk ik."; in French the verb stays behind its subject: "Demain, je travaille." */
static void order(struct making *m)
{
	bool french = str_starts(m->language, "fr");
	size_t n = m->count;
	if (n < 3)
		return;
	const char *end = m->ends[n - 1];
	struct str out;
	str_init(&out);
	if (in_table(m, TABLE_SUBJECT, m->words[0]) && is_time(m, m->words[n - 1])) {
		str_addf(&out, french ? "%s, " : "%s ", with_case(m, m->words[n - 1], true));
		const char *subject = with_case(m, m->words[0], false);
		str_addf(&out, "%s %s", french ? subject : m->words[1], french ? m->words[1] : subject);
		for (size_t i = 2; i + 1 < n; i++)
			str_addf(&out, " %s%s", m->words[i], m->ends[i]);
		str_add(&out, end);
	} else if (is_time(m, m->words[0]) && in_table(m, TABLE_SUBJECT, m->words[french ? 1 : 2])) {
		const char *subject = with_case(m, m->words[french ? 1 : 2], true), *time = with_case(m, m->words[0], false);
		str_addf(&out, "%s %s", subject, m->words[french ? 2 : 1]);
		if (!french)
			str_addf(&out, " %s", time);
		for (size_t i = 3; i < n; i++)
			str_addf(&out, " %s%s", m->words[i], i + 1 < n ? m->ends[i] : "");
		if (french)
			str_addf(&out, " %s", time);
		str_add(&out, end);
	}
	give(m, LIKELY_ORDER, arena_strdup(m->a, out.buf));
	str_release(&out);
}

void likely_each(struct arena *a, const char *language, const char *form, likely_fn *fn, void *ctx)
{
	struct making m = {.a = a, .language = language, .form = form, .tables = language_tables(language), .fn = fn, .ctx = ctx};
	cut(&m);
	articles(&m);
	letters(&m);
	change_all(&m, LIKELY_REGISTER, ROW_REGISTER, false);
	change_all(&m, LIKELY_REGISTER, ROW_REGISTER, true);
	change_each(&m, LIKELY_SEX, ROW_SEX);
	order(&m);
	change_each(&m, LIKELY_CONTRACTION, ROW_CONTRACTION);
}
