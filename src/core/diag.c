#include "config.h"
#include "core/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

void diag_init(struct diag_list *l)
{
	*l = (struct diag_list){0};
}

void diag_release(struct diag_list *l)
{
	arena_release(&l->arena);
	*l = (struct diag_list){0};
}

bool diag_add(struct diag_list *l, enum diag_level level, const char *file, int line, int column,
	      const char *cure, const char *fmt, ...)
{
	if (level == DIAG_ERROR)
		l->errors++;
	else
		l->warnings++;
	if (l->count == DIAG_KEEP)
		return false;
	char message[1024];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(message, sizeof(message), fmt, ap);
	va_end(ap);
	l->items = arena_grow(&l->arena, l->items, l->count, &l->room, sizeof(*l->items));
	l->items[l->count++] = (struct diag){
		.level = level,
		.file = arena_strdup(&l->arena, file),
		.line = line,
		.column = column,
		.message = arena_strdup(&l->arena, message),
		.cure = arena_strdup(&l->arena, cure),
	};
	return false;
}

static int by_place(const void *va, const void *vb)
{
	const struct diag *a = va, *b = vb;
	int c = strcmp(a->file, b->file);
	if (c)
		return c;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return 0;
}

/* qsort promises no stability: findings at one place come in the order of their wording. */
static int by_place_then_order(const void *va, const void *vb)
{
	int c = by_place(va, vb);
	if (c)
		return c;
	const struct diag *a = va, *b = vb;
	return strcmp(a->message, b->message);
}

void diag_sort(struct diag_list *l)
{
	if (l->count)
		qsort(l->items, l->count, sizeof(*l->items), by_place_then_order);
}

static void add_safely(struct str *out, const char *text)
{
	size_t from = out->len;
	str_add(out, text);
	str_disarm(out->buf + from);
}

void diag_print_one(const struct diag *d, struct str *out)
{
	add_safely(out, d->file);
	if (d->line)
		str_addf(out, ":%d:%d", d->line, d->column);
	str_add(out, d->level == DIAG_ERROR ? ": error: " : ": warning: ");
	add_safely(out, d->message);
	if (d->cure) {
		str_add(out, "; ");
		add_safely(out, d->cure);
	}
	str_addc(out, '\n');
}

void diag_print_rest(const struct diag_list *l, struct str *out)
{
	size_t more = l->errors + l->warnings - l->count;
	if (more)
		str_addf(out, ngettext("… and %zu more\n", "… and %zu more\n", more), more);
}

void diag_print(const struct diag_list *l, struct str *out)
{
	for (size_t i = 0; i < l->count; i++)
		diag_print_one(&l->items[i], out);
	diag_print_rest(l, out);
}
