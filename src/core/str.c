#include "config.h"
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/secret.h"

void str_init(struct str *s)
{
	s->room = 32;
	s->buf = xmalloc(s->room);
	s->buf[0] = '\0';
	s->len = 0;
}

void str_release(struct str *s)
{
	if (s->buf)
		secret_wipe(s->buf, s->room);
	free(s->buf);
	*s = (struct str){0};
}

void str_clear(struct str *s)
{
	s->len = 0;
	s->buf[0] = '\0';
}

static void reserve(struct str *s, size_t more)
{
	size_t need = s->len + more + 1;
	if (need <= s->room)
		return;
	size_t before = s->room;
	while (s->room < need)
		s->room *= 2;
	/* no realloc: it would leave what stood in the old place as it is */
	char *bigger = xmalloc(s->room);
	memcpy(bigger, s->buf, s->len + 1);
	secret_wipe(s->buf, before);
	free(s->buf);
	s->buf = bigger;
}

void str_addn(struct str *s, const char *text, size_t n)
{
	reserve(s, n);
	memcpy(s->buf + s->len, text, n);
	s->len += n;
	s->buf[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
	str_addn(s, text, strlen(text));
}

void str_addc(struct str *s, char c)
{
	str_addn(s, &c, 1);
}

void str_vaddf(struct str *s, const char *fmt, va_list ap)
{
	va_list again;
	va_copy(again, ap);
	int len = vsnprintf(NULL, 0, fmt, ap);
	if (len < 0)
		BUG("bad format '%s'", fmt);
	reserve(s, (size_t)len);
	vsnprintf(s->buf + s->len, (size_t)len + 1, fmt, again);
	va_end(again);
	s->len += (size_t)len;
}

void str_addf(struct str *s, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	str_vaddf(s, fmt, ap);
	va_end(ap);
}

char *str_steal(struct str *s)
{
	char *text = s->buf;
	*s = (struct str){0};
	return text;
}

bool str_starts(const char *text, const char *part)
{
	return strncmp(text, part, strlen(part)) == 0;
}

bool str_ends(const char *text, const char *part)
{
	size_t len = strlen(text), n = strlen(part);
	return len >= n && memcmp(text + len - n, part, n) == 0;
}

bool str_eq(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* How many bytes the UTF-8 sequence at p has, 0 if they are none. The terminator ends it early like any other wrong byte. */
static size_t sequence(const unsigned char *p)
{
	if (p[0] < 0x80)
		return 1;
	size_t n = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	bool overlong = (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xF0 && p[1] < 0x90);
	bool outside = (p[0] == 0xED && p[1] > 0x9F) || (p[0] == 0xF4 && p[1] > 0x8F);
	return overlong || outside ? 0 : n;
}

/* U+0000-001F, U+007F-009F, U+202A-202E, U+2066-2069. */
static bool gives_orders(const unsigned char *p)
{
	return p[0] < 0x20 || p[0] == 0x7F || (p[0] == 0xC2 && p[1] < 0xA0) ||
	       (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0xAA && p[2] <= 0xAE) || (p[0] == 0xE2 && p[1] == 0x81 && p[2] >= 0xA6 && p[2] <= 0xA9);
}

void str_disarm(char *s)
{
	unsigned char *p = (unsigned char *)s;
	while (*p) {
		size_t n = sequence(p);
		if (n == 0 || gives_orders(p))
			memset(p, '?', n ? n : 1);
		p += n ? n : 1;
	}
}
