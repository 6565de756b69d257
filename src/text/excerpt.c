#include "config.h"
#include "text/excerpt.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "text/cluster.h"
#include "text/norm.h"

/* What lies further than this from the place is never shown: no screen is that wide. */
enum { NEAR_BYTES = 4096, TAB = 8 };

/* A line as it is shown, and where the place lies in it. */
struct shown {
	struct str text;
	int width;      /* columns of the text */
	int caret;      /* column of the place, -1 until it is found */
	size_t place, seen; /* characters: of the place, from 0; in front of what comes next */
};

static bool begins_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* A piece without tabs, cluster by cluster. */
static void add_piece(struct shown *s, const char *piece, size_t n)
{
	char *raw = xstrndup(piece, n), *safe = text_sanitise_dup(raw);
	for (const char *p = safe; *p;) {
		size_t len = cluster_next(p), characters = 0;
		for (size_t i = 0; i < len; i++)
			characters += begins_character(p[i]);
		if (s->caret < 0 && s->place < s->seen + characters)
			s->caret = s->width;
		s->seen += characters;
		s->width += cluster_width(p, len);
		str_addn(&s->text, p, len);
		p += len;
	}
	free(raw);
	free(safe);
}

static void add_tab(struct shown *s)
{
	if (s->caret < 0 && s->place == s->seen)
		s->caret = s->width;
	s->seen++;
	do
		str_addc(&s->text, ' ');
	while (++s->width % TAB);
}

/* Where the place lies, in bytes. */
static size_t offset_of(const char *line, size_t n, int column)
{
	size_t at = 0;
	for (int i = 1; i < column && at < n; i++)
		for (at++; at < n && !begins_character(line[at]);)
			at++;
	return at;
}

/* Appends the columns from `from` on, at most `columns` of them, and gives how many columns were left out in front. */
static int add_window(const char *text, int from, int columns, struct str *out)
{
	int left = 0, used;
	const char *p = text;
	while (*p && left < from) {
		size_t len = cluster_next(p);
		left += cluster_width(p, len);
		p += len;
	}
	str_addn(out, p, text_fit(p, columns, &used));
	return left;
}

int excerpt_line(const char *line, size_t n, int column, int columns, struct str *out)
{
	struct shown s = {.caret = -1};
	size_t place = offset_of(line, n, column), from = place > NEAR_BYTES ? place - NEAR_BYTES : 0, to = n - place > NEAR_BYTES ? place + NEAR_BYTES : n;
	while (from && from < place && !begins_character(line[from]))
		from++;
	while (to < n && to > place && !begins_character(line[to]))
		to--;
	for (size_t i = from; i < place; i++)
		s.place += begins_character(line[i]);
	str_init(&s.text);
	for (size_t i = from; i < to;) {
		const char *tab = memchr(line + i, '\t', to - i);
		size_t end = tab ? (size_t)(tab - line) : to;
		add_piece(&s, line + i, end - i);
		if (tab)
			add_tab(&s);
		i = end + (tab != NULL);
	}
	if (s.caret < 0)
		s.caret = s.width;
	bool cut_front = from > 0, cut_back = to < n;
	if (s.width <= columns && !cut_front && !cut_back) {
		str_add(out, s.text.buf);
	} else {
		int room = columns - 2, first = s.caret - room / 2; /* one column at each end for the sign that more is there */
		if (first > s.width - room && !cut_back)
			first = s.width - room;
		if (first < 0)
			first = 0;
		if (first || cut_front)
			str_add(out, "…");
		int left = add_window(s.text.buf, first, room, out);
		if (left + room < s.width || cut_back)
			str_add(out, "…");
		s.caret += (first || cut_front) - left;
	}
	str_release(&s.text);
	return s.caret;
}

const char *excerpt_find(const char *bytes, size_t size, int line, size_t *at, int *number, size_t *n)
{
	static const char mark[] = "\xEF\xBB\xBF";
	if (*number > line) {
		*at = 0;
		*number = 1;
	}
	while (*number < line) {
		const char *end = *at < size ? memchr(bytes + *at, '\n', size - *at) : NULL;
		if (!end)
			return NULL;
		*at = (size_t)(end - bytes) + 1;
		++*number;
	}
	const char *found = bytes + *at, *end = memchr(found, '\n', size - *at);
	*n = end ? (size_t)(end - found) : size - *at;
	if (*n && found[*n - 1] == '\r')
		--*n;
	if (line == 1 && *n >= strlen(mark) && memcmp(found, mark, strlen(mark)) == 0) {
		*n -= strlen(mark);
		found += strlen(mark);
	}
	return found;
}
