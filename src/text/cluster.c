#include "config.h"
#include "text/cluster.h"

#include <string.h>

#include <unicode/uchar.h>

#include "core/alloc.h"
#include "core/str.h"
#include "text/utf.h"

enum { CLUSTER_MAX = 64 }; /* bytes; no honest cluster is longer than an emoji family (25) */

static bool is_plain_ascii(char c)
{
	return c >= 0x20 && c < 0x7F;
}

/* Letters and signs up to Cyrillic that stand alone unless a mark follows: most of what the program ever shows. */
static bool is_plain(int32_t c)
{
	return (c >= 0x20 && c < 0x7F) || (c >= 0xAF && c < 0x300) || (c >= 0x400 && c < 0x483);
}

static int break_class(int32_t c)
{
	if (c == UTF_BAD)
		return U_GCB_CONTROL; /* a bad byte joins nothing */
	if (is_plain(c))
		return U_GCB_OTHER;
	return u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK);
}

/* Where a walk through a cluster stands: the rules GB11 to GB13 look back further than one character. */
struct walk {
	int class;
	bool pictograph; /* GB11: a pictograph, perhaps with extending marks, was read … */
	bool joined;     /* … and then a zero width joiner */
	bool odd_flag;   /* GB12: an odd number of regional indicators was read */
};

static bool is_pictograph(int32_t c)
{
	return c > 0x7F && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

static bool hangul_joins(int a, int b)
{
	switch (a) {
	case U_GCB_L:
		return b == U_GCB_L || b == U_GCB_V || b == U_GCB_LV || b == U_GCB_LVT;
	case U_GCB_LV:
	case U_GCB_V:
		return b == U_GCB_V || b == U_GCB_T;
	case U_GCB_LVT:
	case U_GCB_T:
		return b == U_GCB_T;
	default:
		return false;
	}
}

static bool is_control_class(int class)
{
	return class == U_GCB_CONTROL || class == U_GCB_CR || class == U_GCB_LF;
}

static bool joins(const struct walk *w, int32_t c, int class)
{
	if (w->class == U_GCB_CR && class == U_GCB_LF)
		return true;
	if (is_control_class(w->class) || is_control_class(class))
		return false;
	if (class == U_GCB_EXTEND || class == U_GCB_ZWJ || class == U_GCB_SPACING_MARK || w->class == U_GCB_PREPEND)
		return true;
	if (w->joined && is_pictograph(c))
		return true;
	if (w->odd_flag && class == U_GCB_REGIONAL_INDICATOR)
		return true;
	return hangul_joins(w->class, class);
}

static void walk_on(struct walk *w, int32_t c, int class)
{
	w->joined = w->pictograph && class == U_GCB_ZWJ;
	w->pictograph = is_pictograph(c) || (w->pictograph && class == U_GCB_EXTEND);
	w->odd_flag = class == U_GCB_REGIONAL_INDICATOR && !w->odd_flag;
	w->class = class;
}

static size_t next_in(const char *s, size_t n)
{
	if (n == 0)
		return 0;
	if (is_plain_ascii(s[0]) && (n == 1 || !(s[1] & 0x80)))
		return 1;
	size_t at = 0;
	int32_t c = utf_step(s, n, &at);
	struct walk w = {0};
	walk_on(&w, c, break_class(c));
	while (at < n && at < CLUSTER_MAX) {
		size_t end = at;
		c = utf_step(s, n, &end);
		int class = break_class(c);
		if (end > CLUSTER_MAX || !joins(&w, c, class))
			break;
		walk_on(&w, c, class);
		at = end;
	}
	return at;
}

/* Whether the byte begins a two-byte letter of Latin (U+00C0 to U+02FF) or Cyrillic (U+0400 to U+047F) that stands alone. */
static bool leads_plain(unsigned char byte)
{
	return (byte >= 0xC3 && byte <= 0xCB) || byte == 0xD0 || byte == 0xD1;
}

/* The way that nearly all text takes: a plain letter before ASCII or before another plain letter. 0 if it is not that simple. */
static size_t plain_length(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n = 0;
	if (is_plain_ascii(text[0]))
		n = 1;
	else if (leads_plain(s[0]) && (s[1] & 0xC0) == 0x80)
		n = 2;
	return n && (s[n] < 0x80 || leads_plain(s[n])) ? n : 0;
}

size_t cluster_next(const char *s)
{
	size_t plain = plain_length(s);
	if (plain)
		return plain;
	return next_in(s, strnlen(s, CLUSTER_MAX + 4));
}

/* Whether a cluster surely begins at `at`, whatever stands before: a plain letter after a plain letter. */
static bool surely_begins(const char *s, size_t n, size_t at)
{
	if (at == 0)
		return true;
	if (((unsigned char)s[at] & 0xC0) == 0x80 || ((unsigned char)s[at - 1] & 0x80))
		return false;
	return is_plain_ascii(s[at - 1]) && is_plain(utf_step(s, n, &at));
}

size_t cluster_prev(const char *s, size_t n)
{
	if (n == 0)
		return 0;
	size_t at = n - 1;
	while (!surely_begins(s, n, at))
		at--;
	for (;;) {
		size_t len = next_in(s + at, n - at);
		if (at + len >= n)
			return n - at;
		at += len;
	}
}

static int code_width(int32_t c)
{
	if (c == UTF_BAD || is_plain(c))
		return 1;
	int east = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
	if (east == U_EA_WIDE || east == U_EA_FULLWIDTH)
		return 2;
	switch (u_charType(c)) {
	case U_NON_SPACING_MARK:
	case U_ENCLOSING_MARK:
	case U_CONTROL_CHAR:
	case U_LINE_SEPARATOR:
	case U_PARAGRAPH_SEPARATOR:
		return 0;
	default:
		return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ? 0 : 1;
	}
}

int cluster_width(const char *s, size_t n)
{
	if (n == 0)
		return 0;
	if (n == 1)
		return is_plain_ascii(s[0]) || (s[0] & 0x80) ? 1 : 0;
	if (n == 2 && leads_plain((unsigned char)s[0]) && (s[1] & 0x80))
		return 1;
	size_t at = 0;
	int32_t first = utf_step(s, n, &at);
	int width = code_width(first);
	bool flag = break_class(first) == U_GCB_REGIONAL_INDICATOR;
	while (at < n && width < 2) {
		int32_t c = utf_step(s, n, &at);
		/* Annex 11, section 5: emoji presentation sequences and flags are wide */
		if ((c == 0xFE0F && u_hasBinaryProperty(first, UCHAR_EMOJI)) ||
		    (flag && break_class(c) == U_GCB_REGIONAL_INDICATOR))
			return 2;
		int one = code_width(c);
		if (one > width)
			width = one;
	}
	return width;
}

size_t text_clusters(const char *s)
{
	size_t count = 0;
	for (size_t len; (len = cluster_next(s)) > 0; s += len)
		count++;
	return count;
}

int text_width(const char *s)
{
	int width = 0;
	for (size_t len; (len = cluster_next(s)) > 0; s += len)
		width += cluster_width(s, len);
	return width;
}

size_t text_fit(const char *s, int columns, int *used)
{
	size_t at = 0;
	int width = 0;
	for (size_t len; (len = cluster_next(s + at)) > 0; at += len) {
		int one = cluster_width(s + at, len);
		if (one > columns - width)
			break;
		width += one;
	}
	if (used)
		*used = width;
	return at;
}

char *text_clip_dup(const char *s, int columns)
{
	size_t all = text_fit(s, columns, NULL);
	if (s[all] == '\0')
		return xstrndup(s, all);
	if (columns < 1)
		return xstrdup("");
	size_t keep = text_fit(s, columns - 1, NULL);
	while (keep > 0 && s[keep - 1] == ' ')
		keep--;
	struct str out;
	str_init(&out);
	str_addn(&out, s, keep);
	str_add(&out, "…");
	return str_steal(&out);
}
