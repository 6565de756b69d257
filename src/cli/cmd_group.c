#include "config.h"
#include "cli/cli.h"

#include <getopt.h>

#include "app/confusions.h"
#include "core/clock.h"
#include "core/i18n.h"

int cmd_group_confusions(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {"programme", required_argument, NULL, 'p'}, {"since", required_argument, NULL, 's'}, {0}};
	static const char *const head[] = {"learners", "of", "kind", "given", "right", "ending", "item"};
	const char *programme = "";
	int64_t since = INT64_MIN;
	bool json = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'j': json = true; break;
		case 'p': programme = optarg; break;
		case 's':
			if (!date_parse(optarg, &since)) {
				err_set(&c->e, ERR_USAGE, _("'%s' is no date; write it as 2027-03-15"), optarg);
				return cli_fail(c);
			}
			break;
		default: return EXIT_USAGE;
		}
	if (argc != optind)
		return EXIT_USAGE;
	struct cli_table t = {.columns = sizeof(head) / sizeof(head[0])};
	struct confusions x = {.count = 0};
	bool ok = cli_open(c, STORE_OPEN) && confusions_load(&c->app, programme, since, &x, &c->e);
	for (size_t i = 0; ok && i < t.columns; i++)
		cli_table_add(&t, head[i]);
	for (size_t i = 0; ok && i < x.count; i++) {
		const struct confusion *f = &x.list[i];
		const char *const cells[] = {arena_printf(&t.arena, "%d", f->n), arena_printf(&t.arena, "%d", f->of), confusion_kind_name(f->kind),
			f->given, f->right, f->ending, f->path};
		for (size_t k = 0; k < t.columns; k++)
			cli_table_add(&t, cells[k]);
	}
	if (ok && json)
		ok = cli_table_json(&t, &c->e);
	else if (ok)
		cli_table_print(&t);
	cli_table_release(&t);
	confusions_release(&x);
	return ok ? EXIT_OK : cli_fail(c);
}
