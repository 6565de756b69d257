#include "config.h"
#include "pack/table.h"

#include <string.h>

#include "core/i18n.h"

struct line {
	const char *at;
	size_t n;
	int number; /* from 1 */
};

static struct line line_at(const char *p, int number)
{
	size_t n = strcspn(p, "\n");
	while (n && (*p == ' ' || *p == '\t')) {
		p++;
		n--;
	}
	while (n && (p[n - 1] == ' ' || p[n - 1] == '\t'))
		n--;
	return (struct line){ .at = p, .n = n, .number = number };
}

/* The line after `l`; false at the end of the text. */
static bool line_next(struct line *l)
{
	const char *p = l->at + l->n;
	p += strcspn(p, "\n");
	if (!*p)
		return false;
	*l = line_at(p + 1, l->number + 1);
	return true;
}

/* Cells of a row: bars that are neither escaped nor inside backticks part them; one at each end is an ornament. */
static size_t cells(struct line l)
{
	const char *p = l.at, *end = l.at + l.n;
	size_t count = 1;
	bool last_was_bar = false;
	if (p < end && *p == '|')
		p++;
	while (p < end) {
		last_was_bar = *p == '|';
		if (*p == '|') {
			count++;
		} else if (*p == '\\' && p + 1 < end) {
			p++;
		} else if (*p == '`') {
			const char *close = memchr(p + 1, '`', (size_t)(end - p - 1));
			p = close ? close : p;
		}
		p++;
	}
	return count - last_was_bar;
}

/* "|---|:-:|", the line under a head. */
static bool is_rule(struct line l)
{
	bool bar = false, dash = false;
	for (size_t i = 0; i < l.n; i++) {
		bar = bar || l.at[i] == '|';
		dash = dash || l.at[i] == '-';
		if (!strchr("|:- \t", l.at[i]))
			return false;
	}
	return bar && dash;
}

/* Whether each cell of the line under a head is three or more hyphens, with a colon at the ends or not: md4c takes no fewer. */
static bool is_sound_rule(struct line l)
{
	size_t hyphens = 0;
	for (size_t i = 0; i < l.n; i++) {
		hyphens = l.at[i] == '-' ? hyphens + 1 : l.at[i] == '|' ? 0 : hyphens;
		bool ends = i + 1 == l.n || l.at[i + 1] == '|';
		if (ends && l.at[i] == '|' ? i > 0 && i + 1 < l.n : ends && hyphens < 3)
			return false;
	}
	return true;
}

/* "---", "* * *": three or more of one sign and nothing else. */
static bool is_break(struct line l)
{
	size_t signs = 0;
	for (size_t i = 0; i < l.n; i++) {
		if (l.at[i] == ' ' || l.at[i] == '\t')
			continue;
		if (l.at[i] != l.at[0])
			return false;
		signs++;
	}
	return signs >= 3 && strchr("-*_", l.at[0]);
}

/* "[name]: address" disappears from the text altogether. */
static bool is_definition(struct line l)
{
	const char *close = l.n && *l.at == '[' ? memchr(l.at, ']', l.n) : NULL;
	return close && close + 1 < l.at + l.n && close[1] == ':';
}

static bool fail(struct line l, int *line, const char **fault, const char *message)
{
	*line = l.number;
	*fault = message;
	return false;
}

/* md4c takes two bars side by side for one. */
static bool has_twin_bars(struct line l)
{
	for (size_t i = 1; i < l.n; i++)
		if (l.at[i] == '|' && l.at[i - 1] == '|')
			return true;
	return false;
}

/* The rows of a table whose head is `*l`, and the line under it. Leaves `*l` at the last row. */
static bool check_rows(struct arena *a, struct line *l, int *line, const char **fault)
{
	size_t columns = cells(*l);
	const char *twins = _("two bars without a space between them; write '| |' for an empty cell");
	if (has_twin_bars(*l))
		return fail(*l, line, fault, twins);
	for (struct line row = *l; line_next(&row) && row.n; *l = row) {
		if (has_twin_bars(row))
			return fail(row, line, fault, twins);
		size_t n = cells(row);
		if (n == columns)
			continue;
		return fail(row, line, fault,
			    arena_printf(a, _("the number of cells in this row of the table is %zu, in its head %zu; make them equal, and put a blank line behind the table"),
					 n, columns));
	}
	return true;
}

bool table_check(struct arena *a, const char *text, size_t *tables, int *line, const char **fault)
{
	struct line l = line_at(text, 1);
	bool blank_above = true;
	*tables = 0;
	do {
		struct line below = l;
		bool has_below = line_next(&below);
		if (l.n && has_below && is_rule(below)) {
			if (!is_sound_rule(below))
				return fail(below, line, fault, _("the line under the head of the table is not sound; write |---|---| with three hyphens for each column"));
			if (!check_rows(a, &l, line, fault))
				return false;
			++*tables;
		} else if (l.n && *l.at == '|') {
			return fail(l, line, fault, _("a row of a table without a head; write a head and a line such as |---|---| above it"));
		} else if (is_break(l) && (blank_above || *l.at != '-')) {
			return fail(l, line, fault, _("a line of its own across the page is not allowed; use a heading"));
		} else if (is_definition(l)) {
			return fail(l, line, fault, _("link definitions are not allowed; write the address as text"));
		}
		blank_above = !l.n;
	} while (line_next(&l));
	return true;
}
