#include "config.h"
#include "core/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"

void str_init(struct str *s)
{
	s->room = 32;
	s->buf = xmalloc(s->room);
	s->buf[0] = '\0';
	s->len = 0;
}

void str_release(struct str *s)
{
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
	while (s->room < need)
		s->room *= 2;
	s->buf = xrealloc(s->buf, s->room, 1);
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
