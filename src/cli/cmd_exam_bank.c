/* Live banks on the command line: announcing a sealed file, opening it for a session, counts. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>

#include "app/exam.h"
#include "app/exam_bank.h"
#include "core/i18n.h"

int cmd_exam_announce(struct cli *c, int argc, char **argv)
{
	if (!cli_no_options(argc, argv) || argc - optind != 1)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct sealed s;
	char digest[HASH_HEX_SIZE];
	bool ok = cli_open(c, STORE_OPEN) && exam_bank_announce(&c->app, argv[optind], &a, &s, digest, &c->e);
	if (ok) {
		printf("%s %s: %s\n", s.pack, s.version, s.title);
		for (size_t i = 0; i < s.exam_count; i++)
			printf(_("  exam %s/%s, which stands for %s: %s\n"), s.pack, s.exams[i].id, s.exams[i].examines, s.exams[i].title);
		for (size_t i = 0; i < s.reader_count; i++)
			printf(_("  sealed to the key %s\n"), s.readers[i]);
		printf("%s: %s\n", _("SHA-256 of the file"), digest);
	}
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

static bool list_item(void *ctx, const struct exam_bank_item *it)
{
	struct cli_table *t = ctx;
	const char *const cells[] = {it->id, it->topic, it->skill, it->script, arena_printf(&t->arena, "%d", it->showings), it->retired ? "retired" : ""};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

/* Warns where people will soon meet the same questions again. */
static bool warn_of_stratum(void *ctx, const struct exam_bank_stratum *x)
{
	(void)ctx;
	if (x->left < EXAM_POOL_TIMES * x->drawn)
		fprintf(stderr, _("'%s': %d are left, less than three times the %d drawn; ask the agency for a new bank\n"), x->topic, x->left, x->drawn);
	return true;
}

bool cli_exam_bank_warn(struct cli *c, int64_t session)
{
	struct arena a = ARENA_INIT;
	struct exam_session s;
	bool ok = exam_session(&c->app, session, &a, &s, &c->e) && (s.practice || exam_bank_strata(&c->app, s.exam, warn_of_stratum, NULL, &c->e));
	arena_release(&a);
	return ok;
}

int cmd_exam_bank(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {0}};
	static const char *const head[] = {"item", "topic", "skill", "text", "showings", "state"};
	bool json = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'j')
			json = true;
		else
			return EXIT_USAGE;
	if (argc - optind != 1)
		return EXIT_USAGE;
	struct cli_table t = {0};
	cli_table_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = cli_open(c, STORE_OPEN) && exam_bank_items(&c->app, argv[optind], list_item, &t, &c->e);
	if (ok && json)
		ok = cli_table_json(&t, &c->e);
	else if (ok && t.count == t.columns)
		puts(_("this bank was never opened here; its questions are not known"));
	else if (ok)
		cli_table_print(&t);
	cli_table_release(&t);
	ok = ok && exam_bank_strata(&c->app, argv[optind], warn_of_stratum, NULL, &c->e);
	return ok ? EXIT_OK : cli_fail(c);
}

/* Archives are read by the other program; it is handed the words from "exam" on, which stand before the command's own. */
int cmd_exam_open(struct cli *c, int argc, char **argv)
{
	return cli_run_pack_program(c->store, argc + 1, argv - 1);
}
