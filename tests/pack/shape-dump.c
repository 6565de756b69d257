/* Checks the packs named on the command line as the floors together do and prints every finding, paths shown from the pack's folder. What the tests of samples, of
 * the manual page and of the schema compare with. */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "core/clock.h"
#include "exam/programme.h"
#include "learn/course.h"
#include "pack/source.h"

/* Findings must not change with the day on which the tests run. */
static int64_t sample_day(void)
{
	return date_to_days(2026, 11, 23);
}

static void check(struct pack *p, struct diag_list *d)
{
	struct arena a = ARENA_INIT;
	pack_check_translations(p, d);
	for (size_t i = 0; i < p->unit_count; i++)
		unit_parse(&a, p->units[i], p->teaches, true, d);
	for (size_t i = 0; i < p->programme_count; i++)
		programme_parse(&a, p->programmes[i], d);
	arena_release(&a);
}

static bool dump(const char *path)
{
	struct pack p = { 0 };
	struct diag_list d;
	struct err e = ERR_INIT;
	struct str out;
	diag_init(&d);
	str_init(&out);
	if (pack_read(&p, path, sample_day(), NULL, &d, &e))
		check(&p, &d);
	else if (!d.errors)
		printf("%s\n", e.msg);
	diag_sort(&d);
	diag_print(&d, &out);
	size_t n = strlen(path);
	for (const char *line = out.buf; *line;) {
		size_t len = strcspn(line, "\n");
		size_t skip = strncmp(line, path, n) == 0 && line[n] == '/' ? n + 1 : 0;
		printf("%.*s\n", (int)(len - skip), line + skip);
		line += len + (line[len] == '\n');
	}
	bool good = !d.errors && !e.kind;
	str_release(&out);
	diag_release(&d);
	pack_release(&p);
	return good;
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "C.UTF-8");
	bool good = true;
	for (int i = 1; i < argc; i++) {
		if (argc > 2)
			printf("== %s\n", argv[i]);
		good = dump(argv[i]) && good;
	}
	return good ? 0 : 1;
}
