#include "config.h"
#include "core/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/str.h"

/* A message cut by vsnprintf may end inside a UTF-8 sequence: drop the incomplete one. */
static void mend_tail(char *s)
{
	size_t len = strlen(s), back = 0;
	while (back < len && back < 3 && ((unsigned char)s[len - 1 - back] & 0xC0) == 0x80)
		back++;
	if (back == len)
		return;
	unsigned char lead = (unsigned char)s[len - 1 - back];
	size_t want = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
	if (back != want)
		s[len - 1 - back] = '\0';
}

/* Messages quote file names, arguments and cells of foreign tables, and are shown on terminals. */
static void mend(char *s)
{
	mend_tail(s);
	str_disarm(s);
}

bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	e->kind = kind;
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	mend(e->msg);
	return false;
}

bool err_errno(struct err *e, int saved_errno, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	e->kind = ERR_IO;
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	size_t len = strlen(e->msg);
	snprintf(e->msg + len, sizeof(e->msg) - len, ": %s", strerror(saved_errno));
	mend(e->msg);
	return false;
}

bool err_add(struct err *e, const char *fmt, ...)
{
	char old[sizeof(e->msg)];
	memcpy(old, e->msg, sizeof(old));
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	size_t len = strlen(e->msg);
	snprintf(e->msg + len, sizeof(e->msg) - len, ": %s", old);
	mend(e->msg);
	return false;
}

void err_clear(struct err *e)
{
	e->kind = ERR_NONE;
	e->msg[0] = '\0';
}
