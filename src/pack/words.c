#include "config.h"
#include "pack/words.h"

#include <string.h>

static const char *as_written(void *ctx, struct arena *a, const char *context, const char *msgid)
{
	(void)ctx;
	(void)a;
	(void)context;
	return msgid;
}

const struct words words_source = { .translate = as_written };

const char *words_get(const struct words *w, struct arena *a, const char *unit, const char *id, const char *field, const char *msgid)
{
	if (!msgid)
		return NULL;
	bool some = id && *id;
	const char *context = arena_printf(a, "%s%s%s%s%s", unit, some ? "/" : "", some ? id : "", field ? "." : "", field ? field : "");
	return w->translate(w->ctx, a, context, msgid);
}

static bool is_blank(const char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r')
			return false;
	return true;
}

const char *words_block_next(const char **at, size_t *n)
{
	const char *start = NULL, *end = NULL, *p = *at;
	while (*p) {
		size_t len = strcspn(p, "\n");
		bool blank = is_blank(p, len);
		if (blank && start)
			break;
		if (!blank) {
			start = start ? start : p;
			end = p + len;
		}
		p += len + (p[len] == '\n');
	}
	*at = p;
	*n = start ? (size_t)(end - start) : 0;
	return start;
}

const char *words_blocks(const struct words *w, struct arena *a, const char *unit, const char *id, const char *text)
{
	struct str out;
	str_init(&out);
	size_t n;
	for (const char *at = text, *block; (block = words_block_next(&at, &n));) {
		if (out.len)
			str_add(&out, "\n\n");
		str_add(&out, words_get(w, a, unit, id, NULL, arena_strndup(a, block, n)));
	}
	const char *joined = arena_strdup(a, out.buf);
	str_release(&out);
	return joined;
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

const char *words_fact_next(const char **at, size_t *n)
{
	static const char open[] = "{fact:";
	for (const char *p = *at; (p = strstr(p, open));) {
		p += strlen(open);
		size_t len = 0;
		while (is_name(p[len]))
			len++;
		if (len && p[len] == '}') {
			*at = p + len + 1;
			*n = len;
			return p;
		}
	}
	return NULL;
}

const char *words_facts(struct arena *a, const char *s, const char *(*fact)(void *ctx, struct arena *a, const char *name), void *ctx)
{
	const char *at = s, *done = s, *name;
	struct str out;
	str_init(&out);
	size_t n;
	while ((name = words_fact_next(&at, &n))) {
		const char *value = fact(ctx, a, arena_strndup(a, name, n));
		if (!value)
			continue;
		str_addn(&out, done, (size_t)(name - strlen("{fact:") - done));
		str_add(&out, value);
		done = at;
	}
	if (done != s) {
		str_add(&out, done);
		s = arena_strdup(a, out.buf);
	}
	str_release(&out);
	return s;
}

/* Where the run of exactly `n` backticks is that ends a span begun before `p`, or NULL. */
static const char *closing(const char *p, size_t n)
{
	while ((p = strchr(p, '`'))) {
		size_t run = strspn(p, "`");
		if (run == n)
			return p;
		p += run;
	}
	return NULL;
}

const char *words_taught_next(const char **at, size_t *n)
{
	for (const char *p = *at; *p;) {
		p += strcspn(p, "\\`");
		if (!*p)
			break;
		if (*p == '\\') {
			p += p[1] ? 2 : 1;
			continue;
		}
		size_t run = strspn(p, "`");
		const char *start = p + run, *end = closing(start, run);
		if (end) {
			*at = end + run;
			*n = (size_t)(end - start);
			return start;
		}
		p = start;
	}
	return NULL;
}

/* Bytes of the space or punctuation mark at `s`, 0 if it is something else. Beyond ASCII: General Punctuation, arrows, and the marks of Latin-1. */
static size_t mark_at(const char *s)
{
	unsigned char c = (unsigned char)*s, d = c ? (unsigned char)s[1] : 0;
	if (c < 0x80)
		return c && strchr(" \t\n!\"#$%&'()*+,-./:;<=>?@[\\]^_|~", c) ? 1 : 0;
	if (c == 0xC2 && (d == 0xA0 || d == 0xA1 || d == 0xA7 || d == 0xAB || d == 0xB7 || d == 0xBB || d == 0xBF))
		return 2;
	if (c == 0xE2 && (d == 0x80 || d == 0x81 || d == 0x86 || d == 0x87))
		return 3;
	return 0;
}

static bool only_marks(const char *s, const char *end)
{
	while (s < end) {
		size_t n = mark_at(s);
		if (!n)
			return false;
		s += n;
	}
	return true;
}

bool words_all_taught(const char *s)
{
	const char *at = s, *words;
	size_t n;
	bool some = false;
	for (;;) {
		const char *from = at;
		words = words_taught_next(&at, &n);
		if (!words)
			return some && only_marks(from, from + strlen(from));
		const char *open = words;
		while (open > from && open[-1] == '`')
			open--;
		if (!only_marks(from, open))
			return false;
		some = true;
	}
}
