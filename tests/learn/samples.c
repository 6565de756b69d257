#include "config.h"
#include "samples.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"

static char *data_path(struct arena *a, const char *path)
{
	const char *top = getenv("top_srcdir");
	return arena_printf(a, "%s/tests/data/%s", top ? top : ".", path);
}

char *sample_text(struct arena *a, const char *path)
{
	FILE *f = fopen(data_path(a, path), "rb");
	if (!f)
		fail_msg("no sample '%s'", path);
	struct str text;
	str_init(&text);
	char block[4096];
	size_t n;
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		str_addn(&text, block, n);
	fclose(f);
	char *copy = arena_strndup(a, text.buf, text.len);
	str_release(&text);
	return copy;
}

const struct node *node_of(struct arena *a, const char *yaml, struct diag_list *d)
{
	const struct node *n = node_parse(a, yaml, strlen(yaml), "sample.yml", d);
	if (!n)
		fail_msg("no sound YAML: %s\n%s", d->items[0].message, yaml);
	return n;
}

const struct node *sample_node(struct arena *a, const char *path, struct diag_list *d)
{
	const char *text = sample_text(a, path), *slash = strrchr(path, '/');
	const struct node *n = node_parse(a, text, strlen(text), slash ? slash + 1 : path, d);
	if (!n)
		fail_msg("%s: %d: %s", path, d->items[0].line, d->items[0].message);
	return n;
}

void assert_expected(struct arena *a, const char *path, const char *text, struct diag_list *d)
{
	static const char mark[] = "# expect: ";
	size_t wanted = 0;
	bool *met = arena_array(a, d->count + 1, sizeof(*met));
	for (const char *s = strstr(text, mark); s; s = strstr(s, mark)) {
		s += strlen(mark);
		char *message;
		int line = (int)strtol(s, &message, 10);
		message = arena_strndup(a, message, strcspn(message, "\n"));
		const char *part = message + strspn(message, ": ");
		wanted++;
		size_t i = 0;
		while (i < d->count && (met[i] || d->items[i].line != line || !strstr(d->items[i].message, part)))
			i++;
		struct str all;
		str_init(&all);
		diag_print(d, &all);
		if (i == d->count)
			fail_msg("%s: expected %d: %s, found\n%s", path, line, part, all.buf);
		str_release(&all);
		met[i] = true;
		if (!d->items[i].cure)
			fail_msg("%s: no cure for '%s'", path, d->items[i].message);
	}
	for (size_t i = 0; i < d->count; i++)
		if (!met[i])
			fail_msg("%s: not expected: %d: %s", path, d->items[i].line, d->items[i].message);
	assert_int_equal(wanted, d->errors + d->warnings);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **sample_names(struct arena *a, const char *path, const char *prefix, const char *suffix)
{
	DIR *dir = opendir(data_path(a, path));
	if (!dir)
		fail_msg("no folder tests/data/%s", path);
	char **names = NULL;
	size_t count = 0, room = 0;
	for (struct dirent *e; (e = readdir(dir));) {
		if (!str_starts(e->d_name, prefix) || !str_ends(e->d_name, suffix))
			continue;
		names = arena_grow(a, names, count, &room, sizeof(*names));
		names[count++] = arena_strdup(a, e->d_name);
	}
	closedir(dir);
	if (count)
		qsort(names, count, sizeof(*names), by_name);
	names = arena_grow(a, names, count, &room, sizeof(*names));
	names[count] = NULL;
	return names;
}
