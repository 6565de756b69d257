#include "config.h"
#include "app/findings.h"

#include "text/excerpt.h"

static const struct pack_file *file_of(const struct pack *p, const char *shown)
{
	for (size_t i = 0; i < p->file_count; i++)
		if (str_eq(p->files[i].shown, shown))
			return &p->files[i];
	return NULL;
}

const char *finding_line(struct finder *f, const struct pack *p, const struct diag *d, int columns, struct arena *a, int *caret)
{
	if (!d->line)
		return NULL;
	if (!f->file || !str_eq(f->file->shown, d->file))
		*f = (struct finder){.file = file_of(p, d->file), .number = 1};
	size_t n;
	const char *line = f->file ? excerpt_find(f->file->bytes, f->file->size, d->line, &f->at, &f->number, &n) : NULL;
	if (!line)
		return NULL;
	struct str shown;
	str_init(&shown);
	int column = excerpt_line(line, n, d->column, columns, &shown);
	if (caret)
		*caret = column;
	const char *copy = arena_strdup(a, shown.buf);
	str_release(&shown);
	return copy;
}

void findings_print(struct diag_list *d, const struct pack *p, int columns, struct str *out)
{
	struct finder f = {0};
	struct arena a = ARENA_INIT;
	diag_sort(d);
	for (size_t i = 0; i < d->count; i++) {
		const struct diag *x = &d->items[i];
		int caret;
		diag_print_one(x, out);
		const char *line = finding_line(&f, p, x, columns, &a, &caret);
		if (!line)
			continue;
		str_addf(out, "%6d | %s\n", x->line, line);
		str_addf(out, "%6s | %*s^\n", "", caret, "");
	}
	diag_print_rest(d, out);
	arena_release(&a);
}
