#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/reports.h"
#include "core/i18n.h"
#include "core/str.h"

/* One of the states, or "all". */
static bool read_state(const char *text, enum report_state *out)
{
	for (int i = REPORT_OPEN; i <= REPORT_DISMISSED; i++)
		if (strcmp(text, report_state_name((enum report_state)i)) == 0) {
			*out = (enum report_state)i;
			return true;
		}
	*out = REPORT_NONE;
	return strcmp(text, "all") == 0;
}

static const char *note_of(const struct report_group *g)
{
	if (report_item_gone(g))
		return "gone";
	return report_item_changed(g) ? "changed" : "";
}

static void list_group(struct cli_table *t, const struct report_group *g)
{
	struct arena *a = &t->arena;
	const char *const cells[] = {
		arena_printf(a, "%d", (int)g->id), arena_printf(a, "%d", g->people), report_state_name(g->state), g->name.path, g->name.drill,
		report_line(a, g->given), report_line(a, g->expected), g->verdict, arena_strdup(a, g->reasons), note_of(g), g->reason,
	};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
}

int cmd_reports_list(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {"state", required_argument, NULL, 's'}, {0}};
	static const char *const head[] = {"id", "people", "state", "item", "drill", "answer", "expected", "verdict", "reasons", "note", "reason"};
	enum report_state state = REPORT_OPEN;
	bool json = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (o == 'j')
			json = true;
		else if (o != 's' || !read_state(optarg, &state))
			return EXIT_USAGE;
	}
	if (argc != optind)
		return EXIT_USAGE;
	struct cli_table t = {.columns = sizeof(head) / sizeof(head[0])};
	struct report_list l = {.count = 0};
	bool ok = cli_open(c, STORE_OPEN) && report_list_load(&c->app, state, &l, &c->e);
	for (size_t i = 0; ok && i < t.columns; i++)
		cli_table_add(&t, head[i]);
	for (size_t i = 0; ok && i < l.count; i++)
		list_group(&t, &l.list[i]);
	if (ok && json)
		ok = cli_table_json(&t, &c->e);
	else if (ok)
		cli_table_print(&t);
	cli_table_release(&t);
	report_list_release(&l);
	return ok ? EXIT_OK : cli_fail(c);
}

/* The number of a report; 0 is none. */
static int64_t read_id(const char *text)
{
	size_t n = strlen(text);
	return n && n < 16 && strspn(text, "0123456789") == n ? strtoll(text, NULL, 10) : 0;
}

static bool ids_fit(struct cli *c, int argc, char **argv)
{
	for (int i = optind; i < argc; i++)
		if (!read_id(argv[i]))
			return err_set(&c->e, ERR_USAGE, _("'%.20s' is no number of a report; 'safar reports list' shows them"), argv[i]);
	return true;
}

int cmd_reports_accept(struct cli *c, int argc, char **argv)
{
	struct option none[] = {{0}};
	if (getopt_long(argc, argv, "", none, NULL) != -1 || argc == optind)
		return EXIT_USAGE;
	if (!ids_fit(c, argc, argv) || !cli_open(c, STORE_OPEN))
		return cli_fail(c);
	for (int i = optind; i < argc; i++) {
		int corrected;
		if (!report_accept(&c->app, read_id(argv[i]), &corrected, &c->e))
			return cli_fail(c);
		printf(ngettext("%s: accepted; %d answer in the log is corrected\n", "%s: accepted; %d answers in the log are corrected\n",
				(unsigned long)corrected), argv[i], corrected);
	}
	return EXIT_OK;
}

int cmd_reports_dismiss(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"reason", required_argument, NULL, 'r'}, {0}};
	const char *reason = NULL;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (o != 'r')
			return EXIT_USAGE;
		reason = optarg;
	}
	if (!reason || argc == optind)
		return EXIT_USAGE;
	if (!ids_fit(c, argc, argv) || !cli_open(c, STORE_OPEN))
		return cli_fail(c);
	for (int i = optind; i < argc; i++)
		if (!report_dismiss(&c->app, read_id(argv[i]), reason, &c->e))
			return cli_fail(c);
	return EXIT_OK;
}

/* A cell of a line: what would part it is a space. */
static void print_cell(const char *text, char end)
{
	for (; *text; text++)
		putchar((unsigned char)*text < ' ' || *text == 0x7F ? ' ' : *text);
	putchar(end);
}

/* One gap as a form that a pack takes: signs of its grammar behind a backslash, in single quotes of YAML. */
static void print_form(const char *text, size_t n)
{
	fputs("- '", stdout);
	for (size_t i = 0; i < n; i++) {
		char ch = text[i];
		if (strchr("[]()|\\", ch))
			putchar('\\');
		else if (ch == '\'')
			putchar('\'');
		putchar((unsigned char)ch < ' ' ? ' ' : ch);
	}
	puts("'");
}

static void print_forms(const struct report_group *g)
{
	struct arena a = ARENA_INIT;
	bool several = strchr(g->given, 0x1F) != NULL;
	printf("# %s%s%s, %d: ", g->name.path, *g->name.drill ? " " : "", g->name.drill, g->people);
	print_cell(report_line(&a, g->expected), '\n');
	const char *s = g->given;
	for (int gap = 1;; gap++) {
		size_t n = strcspn(s, "\x1F");
		if (several)
			printf("# gap %d\n", gap);
		print_form(s, n);
		s += n;
		if (!*s++)
			break;
	}
	arena_release(&a);
}

static void print_line(const struct report_group *g)
{
	struct arena a = ARENA_INIT;
	print_cell(g->name.path, '\t');
	print_cell(report_line(&a, g->given), '\t');
	printf("%d\t%s\t%s\t", g->people, report_state_name(g->state), g->name.drill);
	print_cell(report_line(&a, g->expected), '\t');
	puts(note_of(g));
	arena_release(&a);
}

int cmd_reports_export(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"forms", no_argument, NULL, 'f'}, {"all", no_argument, NULL, 'a'}, {0}};
	bool forms = false, all = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (o != 'f' && o != 'a')
			return EXIT_USAGE;
		forms |= o == 'f';
		all |= o == 'a';
	}
	if (argc != optind)
		return EXIT_USAGE;
	struct report_list l = {.count = 0};
	bool ok = cli_open(c, STORE_OPEN) && report_list_load(&c->app, all ? REPORT_NONE : REPORT_ACCEPTED, &l, &c->e);
	for (size_t i = 0; ok && i < l.count; i++) {
		if (forms)
			print_forms(&l.list[i]);
		else
			print_line(&l.list[i]);
	}
	report_list_release(&l);
	return ok ? EXIT_OK : cli_fail(c);
}
