/* text_wrap: lines by Annex 14. Most lines of European text are decided by a few certain pairs of its table, without ICU; only what
 * stands behind the last certain break and is not certain is handed to ICU's iterator, a line at most, so that time is linear. */
#include "config.h"
#include "text/cluster.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "core/alloc.h"
#include "text/utf.h"

/* Opening a break iterator costs as much as laying out a page, so each thread keeps one with its window. It is a cache:
 * what it gave before has no influence on what it gives next. */
struct finder {
	UBreakIterator *iterator;
	UText *window;
};
static _Thread_local struct finder finder_cache;

static struct finder *finder_open(const char *s, size_t n)
{
	struct finder *f = &finder_cache;
	UErrorCode status = U_ZERO_ERROR;
	if (!f->iterator)
		f->iterator = ubrk_open(UBRK_LINE, "en", NULL, 0, &status);
	f->window = utext_openUTF8(f->window, s, (int64_t)n, &status);
	ubrk_setUText(f->iterator, f->window, &status);
	if (U_FAILURE(status))
		BUG("no line breaking: %s", u_errorName(status));
	return f;
}

enum { START = -1, UNSURE = -2 }; /* beside the values of ULineBreak */

static int class_of_code(int32_t c)
{
	if (c == UTF_BAD)
		return UNSURE;
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x400 && c < 0x483))
		return U_LB_ALPHABETIC;
	if (c == ' ')
		return U_LB_SPACE;
	return u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
}

/* The line breaking class of a cluster; UNSURE if it is more than one character with marks (LB9). */
static int class_of(const char *s, size_t n)
{
	size_t at = 0;
	int class = class_of_code(utf_step(s, n, &at));
	while (at < n)
		if (class_of_code(utf_step(s, n, &at)) != U_LB_COMBINING_MARK)
			return UNSURE;
	bool lone_mark = class == U_LB_COMBINING_MARK, marked_space = class == U_LB_SPACE && n > 1;
	return lone_mark || marked_space ? UNSURE : class;
}

static bool is_word_class(int class)
{
	return class == U_LB_ALPHABETIC || class == U_LB_NUMERIC;
}

/* Whether the table surely forbids a break between two neighbours (LB13, 14, 19, 23, 25, 28, 29). */
static bool surely_glued(int a, int b)
{
	if (a == U_LB_SPACE || a == START || a == UNSURE || b == UNSURE)
		return false;
	if (b == U_LB_CLOSE_PUNCTUATION || b == U_LB_CLOSE_PARENTHESIS || b == U_LB_EXCLAMATION ||
	    b == U_LB_INFIX_NUMERIC || b == U_LB_BREAK_SYMBOLS || b == U_LB_QUOTATION)
		return a != U_LB_ZWSPACE;
	if (a == U_LB_OPEN_PUNCTUATION || a == U_LB_QUOTATION)
		return b != U_LB_ZWSPACE;
	return (is_word_class(a) || a == U_LB_INFIX_NUMERIC) && is_word_class(b);
}

/* Whether a break is surely allowed behind spaces, `a` standing before them and `b` behind (LB14, LB18). */
static bool surely_parted(int a, int b)
{
	return a != START && a != UNSURE && a != U_LB_OPEN_PUNCTUATION && a != U_LB_ZWSPACE && is_word_class(b);
}

/* A line being measured. Offsets are bytes from its beginning. */
struct line {
	size_t at;            /* read so far */
	size_t ink;           /* end of what was read without trailing spaces */
	int columns, pending; /* width up to ink; of the spaces behind it */
	int last, before;     /* class of the cluster before; of the last one that is no space */
	size_t cut;           /* last certain break, 0 if none */
	int cut_columns;      /* width up to it without trailing spaces */
	bool unsure;          /* behind the cut there may be a break that only ICU can see */
};

static void take(struct line *l, int class, size_t len, int width)
{
	if (class == U_LB_SPACE) {
		l->pending += width;
	} else {
		if (l->last == U_LB_SPACE && surely_parted(l->before, class)) {
			l->cut = l->at;
			l->cut_columns = l->columns;
			l->unsure = false;
		} else if (l->last != START && !surely_glued(l->last, class)) {
			l->unsure = true;
		}
		l->columns += l->pending + width;
		l->pending = 0;
		l->before = class;
		l->ink = l->at + len;
	}
	l->last = class;
	l->at += len;
}

/* The last break that ICU sees behind l->cut and not behind `limit`, or 0. The window goes a little further than the line, since
 * whether a break is allowed depends on what follows. */
static size_t ask_icu(const char *s, const struct line *l, size_t limit)
{
	enum { BEYOND = 16 }; /* clusters */
	size_t end = limit;
	for (int i = 0; i < BEYOND && s[end]; i++)
		end += cluster_next(s + end);
	struct finder *f = finder_open(s + l->cut, end - l->cut);
	size_t best = 0;
	for (size_t at = l->cut; at < limit;) {
		at += cluster_next(s + at);
		if (at <= limit && at < end && ubrk_isBoundary(f->iterator, (int32_t)(at - l->cut)))
			best = at;
	}
	UErrorCode status = U_ZERO_ERROR;
	UText *empty = utext_openUTF8(f->window, "", 0, &status);
	ubrk_setUText(f->iterator, empty, &status); /* the text is the caller's: keep no pointer into it */
	return best;
}

/* Columns of the `n` bytes without trailing spaces. */
static int inked_columns(const char *s, size_t n)
{
	int columns = 0, inked = 0;
	for (size_t at = 0, len; at < n; at += len) {
		len = cluster_next(s + at);
		columns += cluster_width(s + at, len);
		if (s[at] != ' ' || len > 1)
			inked = columns;
	}
	return inked;
}

static size_t end_line(size_t bytes, int columns, int *used)
{
	if (used)
		*used = columns;
	return bytes;
}

size_t text_wrap(const char *s, int columns, int *used)
{
	/* no honest line has more bytes; towers of marks and miles of spaces are cut here */
	const size_t most = 1024 + 16 * (size_t)columns;
	struct line l = {.last = START, .before = START};
	for (;;) {
		size_t len = cluster_next(s + l.at);
		if (len == 0)
			return end_line(l.at, l.columns, used);
		if (s[l.at] == '\n')
			return end_line(l.at + 1, l.columns, used);
		int width = cluster_width(s + l.at, len);
		bool space = s[l.at] == ' ' && len == 1;
		if (l.at > 0 && (l.at + len > most || (!space && width > columns - l.columns - l.pending)))
			break;
		take(&l, space ? U_LB_SPACE : class_of(s + l.at, len), len, width);
	}
	/* the cluster at l.at does not fit; a break may stand right before it */
	int next = class_of(s + l.at, cluster_next(s + l.at));
	if (l.last == U_LB_SPACE && (surely_parted(l.before, next) || l.before == START))
		return end_line(l.at, l.columns, used);
	if (l.unsure || !surely_glued(l.last, next)) {
		size_t found = ask_icu(s, &l, l.at);
		if (found)
			return end_line(found, inked_columns(s, found), used);
	}
	if (l.cut)
		return end_line(l.cut, l.cut_columns, used);
	return end_line(l.at, l.columns, used);
}
