#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/setup.h"
#include "core/i18n.h"

int cmd_init(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {
		{"demo", no_argument, NULL, 'd'}, {"site", required_argument, NULL, 's'}, {"name", required_argument, NULL, 'n'},
		{"latin", required_argument, NULL, 'l'}, {0}};
	struct setup s = {0};
	struct setup_result r;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'd': s.demo = true; break;
		case 's': s.site = optarg; break;
		case 'n': s.name = optarg; break;
		case 'l': s.latin = optarg; break;
		default: return EXIT_USAGE;
		}
	if (optind != argc || (!s.demo && !s.name))
		return EXIT_USAGE;
	if (s.demo && !s.name)
		s.name = demo_people[2].name;
	char *path = app_store_path_dup(c->store);
	c->opened = true;
	bool ok = setup_store(&c->app, path, &s, &r, &c->e);
	if (ok) {
		printf(_("store made: %s\n"), path);
		printf(_("administrator: code %s, PIN %s\n"), r.code, r.pin);
		if (!s.demo)
			puts(_("write the PIN down now: it is not shown again"));
	}
	secret_wipe(&r, sizeof(r));
	free(path);
	return ok ? EXIT_OK : cli_fail(c);
}
