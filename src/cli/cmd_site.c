/* The store and the machine it belongs to. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>

#include "app/machine.h"
#include "core/i18n.h"

int cmd_site_show(struct cli *c, int argc, char **argv)
{
	static const char *const machines[] = {[MACHINE_SAME] = "same", [MACHINE_OTHER] = "other", [MACHINE_UNKNOWN] = "unknown"};
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {0}};
	struct cli_table t = {.columns = 3};
	enum machine_state machine;
	char id[37];
	bool json = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'j': json = true; break;
		default: return EXIT_USAGE;
		}
	if (argc != optind)
		return EXIT_USAGE;
	bool ok = cli_open(c, STORE_OPEN) && machine_look(&c->app, &machine, &c->e) && store_setting(c->app.store, "store-id", id, sizeof(id), &c->e);
	if (ok) {
		const char *const cells[] = {"site", "store", "machine", c->app.site, id, machines[machine]};
		for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
			cli_table_add(&t, cells[i]);
		if (json)
			ok = cli_table_json(&t, &c->e);
		else
			cli_table_print(&t);
	}
	cli_table_release(&t);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_site_moved(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"why", required_argument, NULL, 'w'}, {0}};
	const char *why = NULL;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'w': why = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc != optind || !why)
		return EXIT_USAGE;
	if (!cli_open(c, STORE_OPEN) || !machine_accept(&c->app, why, &c->e))
		return cli_fail(c);
	puts(_("the store belongs to this machine from now on; the decision is in the log"));
	return EXIT_OK;
}
