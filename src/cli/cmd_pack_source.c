/* Commands on the sources of packs: they need no store. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/exam_leak.h"
#include "app/findings.h"
#include "app/pack_table.h"
#include "app/packs.h"
#include "core/i18n.h"

static int64_t today(void)
{
	struct clock clock = clock_system();
	return site_day(clock_wall(&clock), clock_offset(&clock), 0);
}

/* How findings are shown. */
enum showing { SHOW_LINES, SHOW_SOURCE, SHOW_JSON };

/* People see the line each finding is about, programs the findings alone. */
static enum showing showing_usual(void)
{
	return isatty(STDOUT_FILENO) ? SHOW_SOURCE : SHOW_LINES;
}

/* Columns for a line of the source, beside its number. */
static int columns_for_source(void)
{
	enum { USUAL = 80, NUMBER = 9, LEAST = 20 };
	struct winsize size;
	int columns = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : USUAL;
	return columns - NUMBER < LEAST ? LEAST : columns - NUMBER;
}

static void show(struct diag_list *d, const struct pack *p, enum showing how, struct cli_table *table)
{
	struct str out;
	str_init(&out);
	if (how == SHOW_SOURCE)
		findings_print(d, p, columns_for_source(), &out);
	else if (how == SHOW_LINES)
		diag_print(d, &out);
	fputs(out.buf, stdout);
	str_release(&out);
	for (size_t i = 0; how == SHOW_JSON && i < d->count; i++) {
		const struct diag *x = &d->items[i];
		char line[24], column[24];
		snprintf(line, sizeof(line), "%d", x->line);
		snprintf(column, sizeof(column), "%d", x->column);
		const char *cells[] = {x->file, line, column, x->level == DIAG_ERROR ? "error" : "warning", x->message, x->cure ? x->cure : ""};
		for (size_t k = 0; k < sizeof(cells) / sizeof(*cells); k++)
			cli_table_add(table, cells[k]);
	}
}

/* What a live bank is compared with: packs that were named, and those that are installed. */
struct compare {
	char *const *paths; /* ended by NULL */
	const char *const *against;
	size_t against_count;
};

static void read_met(struct met *m, const char *path)
{
	struct pack p = {0};
	struct diag_list d;
	struct err none = ERR_INIT; /* what is wrong with it is told when it is checked itself */
	diag_init(&d);
	if (pack_read(&p, path, today(), NULL, &d, &none))
		met_add_pack(m, &p);
	diag_release(&d);
	pack_release(&p);
}

/* A site that has no store has nothing installed. */
static bool read_installed(struct cli *c, struct met *m)
{
	char *path = app_store_path_dup(c->store);
	bool there = access(path, F_OK) == 0, ok = true;
	free(path);
	if (there && !c->opened)
		ok = cli_open(c, STORE_READ);
	return ok && (!there || met_add_installed(m, &c->app, &c->e));
}

static bool check_leaks(struct cli *c, const struct pack *p, const struct compare *with, struct diag_list *d)
{
	struct met m = {.arena = ARENA_INIT};
	bool ok = true;
	for (size_t i = 0; ok && i < with->against_count; i++) {
		ok = access(with->against[i], R_OK) == 0 || err_set(&c->e, ERR_ABSENT, _("there is no '%s'; name a folder with pack.yaml, or a .safar file"), with->against[i]);
		if (ok)
			read_met(&m, with->against[i]);
	}
	for (char *const *path = with->paths; ok && *path; path++)
		read_met(&m, *path);
	ok = ok && read_installed(c, &m) && exam_leak_check(&m, p, d);
	arena_release(&m.arena);
	return ok;
}

/* Checks one path and shows what was found. `p` may be NULL when the pack itself is not needed. */
static bool check_one(struct cli *c, const char *path, struct pack *p, size_t *warnings, enum showing how, struct cli_table *table, bool answers, const struct compare *with)
{
	struct pack own = {0}, *pack = p ? p : &own;
	struct diag_list d;
	struct cli_progress progress;
	diag_init(&d);
	cli_progress_begin(&progress);
	bool ok = packs_check(pack, path, today(), &progress.progress, &d, &c->e);
	cli_progress_end(&progress);
	if (ok && with && pack->kind == PACK_EXAM)
		ok = check_leaks(c, pack, with, &d);
	diag_sort(&d);
	show(&d, pack, how, table);
	if (ok && !d.count && how == SHOW_SOURCE && isatty(STDOUT_FILENO)) /* who sits before it should not wonder whether it ran */
		printf(_("%s: nothing to mend\n"), path);
	if (ok && answers)
		cli_answers(pack);
	*warnings += d.warnings;
	if (!ok && c->e.msg[0]) {
		fflush(stdout);
		cli_fail(c);
		err_clear(&c->e);
	}
	diag_release(&d);
	pack_release(&own);
	return ok;
}

int cmd_pack_check(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"strict", no_argument, NULL, 's'}, {"source", no_argument, NULL, 'e'}, {"json", no_argument, NULL, 'j'},
		{"answers", no_argument, NULL, 'a'}, {"against", required_argument, NULL, 'A'}, {0}};
	static const char *const head[] = {"file", "line", "column", "level", "message", "cure"};
	enum showing how = showing_usual();
	struct cli_table table = {.columns = sizeof(head) / sizeof(*head)};
	enum { AGAINST_MAX = 100 };
	const char *against[AGAINST_MAX];
	struct compare with = {.against = against};
	bool strict = false, answers = false, ok = true;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 's')
			strict = true;
		else if (o == 'e')
			how = SHOW_SOURCE;
		else if (o == 'j')
			how = SHOW_JSON;
		else if (o == 'a')
			answers = true;
		else if (o == 'A' && with.against_count < AGAINST_MAX)
			against[with.against_count++] = optarg;
		else
			return EXIT_USAGE;
	if (optind == argc || (answers && how == SHOW_JSON))
		return EXIT_USAGE;
	size_t warnings = 0;
	for (size_t k = 0; k < table.columns; k++)
		cli_table_add(&table, head[k]);
	with.paths = argv + optind;
	for (int i = optind; i < argc; i++)
		ok &= check_one(c, argv[i], NULL, &warnings, how, &table, answers, &with);
	bool written = how != SHOW_JSON || cli_table_json(&table, &c->e);
	cli_table_release(&table);
	if (!written)
		return cli_fail(c);
	return ok && !(strict && warnings) ? EXIT_OK : EXIT_REFUSED;
}

/* Freezes the word table in the pack, and says so where no dictionary could be asked. */
static bool freeze(struct pack *p, struct err *e)
{
	const char *dictionary;
	if (!pack_table_freeze(p, &dictionary, e))
		return false;
	if (dictionary && !*dictionary)
		fprintf(stderr, _("no dictionary of hunspell for %s: the word table holds the words of the pack and the core list only\n"), p->teaches);
	return true;
}

/* build and pot: DIR -o FILE. */
static int write_from(struct cli *c, int argc, char **argv, bool check, bool (*write)(const struct pack *, const char *, struct err *))
{
	static const struct option options[] = {{"output", required_argument, NULL, 'o'}, {0}};
	const char *out = NULL;
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		if (o == 'o')
			out = optarg;
		else
			return EXIT_USAGE;
	if (argc - optind != 1 || !out)
		return EXIT_USAGE;
	struct pack p = {0};
	size_t warnings = 0;
	bool ok;
	if (check) {
		ok = check_one(c, argv[optind], &p, &warnings, showing_usual(), NULL, false, NULL);
	} else {
		struct diag_list d;
		diag_init(&d);
		ok = pack_read(&p, argv[optind], today(), NULL, &d, &c->e);
		diag_release(&d);
	}
	ok = ok && (!check || freeze(&p, &c->e)) && write(&p, out, &c->e);
	if (ok && isatty(STDOUT_FILENO))
		printf(_("'%s' is written\n"), out);
	pack_release(&p);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_pack_build(struct cli *c, int argc, char **argv)
{
	return write_from(c, argc, argv, true, pack_build);
}

int cmd_pack_pot(struct cli *c, int argc, char **argv)
{
	return write_from(c, argc, argv, false, pack_pot);
}
