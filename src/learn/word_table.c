#include "config.h"
#include "learn/word_table.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "text/norm.h"

enum { COUNT_DIGITS_MAX = 6 };
static const char flag_letters[] = "apcsn";

/* Where reading stands: one line at a time. */
struct reader {
	const char *file, *next, *end;
	const char *line;
	size_t n;
	int number;
	struct diag_list *d;
};

static bool fault(struct reader *r, const char *what)
{
	return diag_add(r->d, DIAG_ERROR, r->file, r->number, 1, _("build the pack again"), "%s", what);
}

static bool next_line(struct reader *r)
{
	r->number++;
	if (r->next == r->end)
		return false;
	const char *stop = memchr(r->next, '\n', (size_t)(r->end - r->next));
	if (!stop)
		return false;
	r->line = r->next;
	r->n = (size_t)(stop - r->next);
	r->next = stop + 1;
	return true;
}

/* The bytes of the cell at `*at` of a line, which moves behind the tab after it. */
static size_t cell(const char *line, size_t n, size_t *at, const char **out)
{
	*out = line + *at;
	const char *tab = memchr(*out, '\t', n - *at);
	size_t k = tab ? (size_t)(tab - *out) : n - *at;
	*at += k + (tab ? 1 : 0);
	return k;
}

/* A line "key, tab, value" of the head; the value goes to `out`, its tabs made spaces. */
static bool head_line(struct reader *r, const char *key, char *out, size_t room)
{
	size_t k = strlen(key);
	if (!next_line(r) || r->n < k + 2 || memcmp(r->line, key, k) != 0 || r->line[k] != '\t' || r->n - k - 1 >= room)
		return false;
	memcpy(out, r->line + k + 1, r->n - k - 1);
	out[r->n - k - 1] = '\0';
	for (char *s = out; (s = strchr(s, '\t')); s++)
		*s = ' ';
	return true;
}

static bool read_head(struct reader *r, struct word_table *t)
{
	char count[COUNT_DIGITS_MAX + 1];
	if (!next_line(r) || r->n != strlen(WORD_TABLE_FIRST_LINE) || memcmp(r->line, WORD_TABLE_FIRST_LINE, r->n) != 0)
		return fault(r, _("the word table does not begin with its format"));
	if (!head_line(r, "language", t->language, sizeof(t->language)))
		return fault(r, _("the word table does not name its language"));
	if (!head_line(r, "dictionary", t->dictionary, sizeof(t->dictionary)))
		return fault(r, _("the word table does not name its dictionary"));
	if (strcmp(t->dictionary, "none") == 0)
		t->dictionary[0] = '\0';
	if (!head_line(r, "words", count, sizeof(count)) || strspn(count, "0123456789") != strlen(count))
		return fault(r, _("the word table does not say how many words it has"));
	t->count = strtoul(count, NULL, 10);
	if (t->count > WORD_TABLE_ROWS_MAX)
		return fault(r, _("the word table has too many words"));
	t->rows_at = (size_t)(r->next - t->bytes);
	return true;
}

static bool is_flags(const char *s, size_t n)
{
	const char *from = flag_letters;
	for (size_t i = 0; i < n; i++) {
		from = memchr(from, s[i], strlen(from));
		if (!from)
			return false;
		from++;
	}
	return n > 0;
}

static bool sound_row(struct reader *r)
{
	const char *part;
	size_t at = 0, n = cell(r->line, r->n, &at, &part), stems = 0;
	if (!n || n > WORD_BYTES_MAX)
		return fault(r, _("a word of the word table is empty or too long"));
	n = cell(r->line, r->n, &at, &part);
	if (!is_flags(part, n))
		return fault(r, _("a word of the word table has no flags or unknown ones"));
	while (at < r->n) {
		n = cell(r->line, r->n, &at, &part);
		if (!n || n > WORD_BYTES_MAX || ++stems > WORD_STEMS_MAX)
			return fault(r, _("a stem of the word table is empty or too long, or there are too many"));
	}
	return r->line[r->n - 1] != '\t' || fault(r, _("a row of the word table ends with a tab"));
}

/* Bytes up to the first tab decide the order; a tab sorts before every letter. */
static bool ascends(const char *last, size_t last_n, const char *line, size_t n)
{
	const char *word;
	size_t at = 0, k = cell(line, n, &at, &word), last_at = 0, last_k = cell(last, last_n, &last_at, &word);
	size_t least = k < last_k ? k : last_k;
	int c = memcmp(last, line, least);
	return c < 0 || (c == 0 && last_k < k);
}

static bool read_rows(struct reader *r, struct word_table *t)
{
	const char *last = NULL;
	size_t last_n = 0;
	for (size_t i = 0; i < t->count; i++) {
		if (!next_line(r))
			return fault(r, _("the word table ends too early"));
		if (!sound_row(r))
			return false;
		if (last && !ascends(last, last_n, r->line, r->n))
			return fault(r, _("the words of the word table are not in their order"));
		last = r->line;
		last_n = r->n;
	}
	r->number++;
	return r->next == r->end || fault(r, _("the word table has more words than it says"));
}

/* Controls other than tab and line end have no place in it; nor has what is no text. */
static bool sound_bytes(struct reader *r, const char *bytes, size_t size)
{
	size_t bad;
	if (size > WORD_TABLE_BYTES_MAX)
		return fault(r, _("the word table is too large"));
	if (text_valid(bytes, size, &bad)) {
		const char *unsafe = text_first_unsafe(bytes, NULL);
		if (!unsafe)
			return true;
		bad = (size_t)(unsafe - bytes);
	}
	for (size_t i = 0; i < bad; i++)
		r->number += bytes[i] == '\n';
	r->number++;
	return fault(r, _("the word table has bytes that are no text"));
}

bool word_table_read(const char *bytes, size_t size, const char *file, struct word_table *out, struct diag_list *d)
{
	struct reader r = {.file = file, .next = bytes, .end = bytes + size, .d = d};
	*out = (struct word_table){.bytes = bytes, .size = size};
	if (!sound_bytes(&r, bytes, size) || !read_head(&r, out) || !read_rows(&r, out)) {
		*out = (struct word_table){0};
		return false;
	}
	hash_hex(bytes, size, out->hash);
	return true;
}

/* <0, 0, >0: the word against the first cell of the line. */
static int compare(const char *word, size_t n, const char *line)
{
	int c = strncmp(word, line, n); /* a line ends with \n, which is in no word */
	return c ? c : line[n] == '\t' ? 0 : -1;
}

bool word_table_find(const struct word_table *t, const char *word, size_t n, struct table_word *out)
{
	size_t low = t->rows_at, high = t->size; /* where a row begins, and where one ends */
	while (low < high) {
		size_t at = low + (high - low) / 2;
		while (at > low && t->bytes[at - 1] != '\n')
			at--;
		const char *line = t->bytes + at, *stop = memchr(line, '\n', high - at);
		int c = compare(word, n, line);
		if (c == 0) {
			*out = (struct table_word){0};
			const char *flags = line + n + 1;
			for (; *flags != '\t' && *flags != '\n'; flags++)
				out->flags |= 1u << (strchr(flag_letters, *flags) - flag_letters);
			out->stems = flags + (*flags == '\t');
			out->stems_n = (size_t)(stop - out->stems);
			return true;
		}
		if (c < 0)
			high = at;
		else
			low = (size_t)(stop - t->bytes) + 1;
	}
	return false;
}

bool table_word_stem(const struct table_word *w, size_t *at, const char **stem, size_t *n)
{
	if (*at >= w->stems_n)
		return false;
	*n = cell(w->stems, w->stems_n, at, stem);
	return true;
}

bool word_table_knows_stem(const struct word_table *t, const struct table_word *w)
{
	const char *stem;
	struct table_word row;
	for (size_t at = 0, n; table_word_stem(w, &at, &stem, &n);)
		if (word_table_find(t, stem, n, &row) && row.flags & (WORD_ACCEPTED | WORD_PACK | WORD_CORE | WORD_STEM))
			return true;
	return false;
}

bool table_word_shares_stem(const struct table_word *x, const struct table_word *y)
{
	const char *a, *b;
	for (size_t i = 0, n; table_word_stem(x, &i, &a, &n);)
		for (size_t j = 0, m; table_word_stem(y, &j, &b, &m);)
			if (n == m && memcmp(a, b, n) == 0)
				return true;
	return false;
}
