#include "config.h"
#include "pack/markdown.h"

#include <string.h>

#include "core/str.h"
#include "pack/words.h"

/* One pass over one line. A marker that finds no partner is text, and is not looked for again: `lost` keeps the work linear. */
struct scan {
	struct arena *a;
	const char *start, *end; /* of the stretch being read */
	struct run *runs;
	size_t count, room;
	struct str piece;
	enum run_style style;
	bool lost[2][3]; /* [star, underscore][length] has no closing partner further on */
};

static void flush(struct scan *s)
{
	if (!s->piece.len)
		return;
	s->runs = arena_grow(s->a, s->runs, s->count, &s->room, sizeof(*s->runs));
	s->runs[s->count++] = (struct run){ .style = s->style, .text = arena_strndup(s->a, s->piece.buf, s->piece.len) };
	str_clear(&s->piece);
}

static bool is_space(const struct scan *s, const char *p)
{
	return p < s->start || p >= s->end || *p == ' ' || *p == '\n' || *p == '\t';
}

static bool is_word(const struct scan *s, const char *p)
{
	if (p < s->start || p >= s->end)
		return false;
	unsigned char c = (unsigned char)*p;
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_punct(char c)
{
	return c && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c);
}

/* The words of a backticked run that begins at `p`; NULL if it is not closed within the stretch. */
static const char *code_at(const struct scan *s, const char *p, size_t *n, const char **after)
{
	const char *at = p, *words = words_taught_next(&at, n);
	size_t ticks = strspn(p, "`");
	if (!words || words != p + ticks || at > s->end)
		return NULL;
	*after = at;
	return words;
}

static size_t marker_length(const struct scan *s, const char *p)
{
	size_t n = 0;
	while (p + n < s->end && p[n] == *p)
		n++;
	return n;
}

/* The marker of `n` signs `c` that closes what was opened before `p`, or NULL. */
static const char *closer(const struct scan *s, const char *p, char c, size_t n)
{
	while (p < s->end) {
		size_t len;
		const char *after;
		if (*p == '\\' && p + 1 < s->end) {
			p += 2;
		} else if (*p == '`' && code_at(s, p, &len, &after)) {
			p = after;
		} else if (*p == c) {
			len = marker_length(s, p);
			if (len == n && !is_space(s, p - 1) && (c == '*' || !is_word(s, p + len)))
				return p;
			p += len;
		} else {
			p++;
		}
	}
	return NULL;
}

static void scan_stretch(struct scan *s, const char *p, const char *end, enum run_style style);

/* Emphasis that begins at `p`: reads it with its closing marker and gives the place behind; NULL if `p` opens nothing. */
static const char *emphasis(struct scan *s, const char *p, enum run_style style)
{
	size_t n = marker_length(s, p);
	bool *lost = n < 3 ? &s->lost[*p == '_'][n] : NULL;
	if (!lost || *lost || style != RUN_PLAIN || is_space(s, p + n) || (*p == '_' && is_word(s, p - 1)))
		return NULL;
	const char *close = closer(s, p + n, *p, n);
	if (!close) {
		*lost = true;
		return NULL;
	}
	scan_stretch(s, p + n, close, n == 2 ? RUN_STRONG : RUN_EMPH);
	return close + n;
}

static void add(struct scan *s, enum run_style style, const char *text, size_t n)
{
	if (style != s->style)
		flush(s);
	s->style = style;
	for (size_t i = 0; i < n; i++)
		str_addc(&s->piece, text[i] == '\n' ? ' ' : text[i]);
}

/* Reads up to `end` in a style. Emphasis does not nest here: one line has one level, and inner markers show as written. */
static void scan_stretch(struct scan *s, const char *p, const char *end, enum run_style style)
{
	while (p < end) {
		const char *after = NULL;
		size_t n;
		if (*p == '\\' && p + 1 < end && is_punct(p[1])) {
			add(s, style, p + 1, 1);
			p += 2;
			continue;
		}
		if (*p == '`') {
			const char *words = code_at(s, p, &n, &after);
			if (words)
				add(s, RUN_TAUGHT, words, n);
		} else if (*p == '*' || *p == '_') {
			after = emphasis(s, p, style);
		}
		if (after) {
			p = after;
			continue;
		}
		n = *p == '`' || *p == '*' || *p == '_' ? marker_length(s, p) : 1;
		add(s, style, p, n);
		p += n;
	}
}

struct rich md_inline(struct arena *a, const char *text)
{
	struct scan s = { .a = a, .start = text, .end = text + strlen(text) };
	str_init(&s.piece);
	scan_stretch(&s, text, s.end, RUN_PLAIN);
	flush(&s);
	str_release(&s.piece);
	return (struct rich){ .runs = s.runs, .count = s.count };
}

const char *md_plain(struct arena *a, const struct rich *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->count; i++)
		n += strlen(r->runs[i].text);
	char *out = arena_alloc(a, n + 1), *p = out;
	for (size_t i = 0; i < r->count; i++) {
		size_t len = strlen(r->runs[i].text);
		memcpy(p, r->runs[i].text, len);
		p += len;
	}
	return out;
}
