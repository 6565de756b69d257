#include "config.h"
#include "cli/cli.h"

#include <getopt.h>

#include "app/people.h"

int cmd_enrol(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"departure", required_argument, NULL, 'd'}, {0}};
	const char *departure = "";
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'd')
			departure = optarg;
		else
			return EXIT_USAGE;
	if (argc - optind != 2)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct person p;
	bool ok = cli_open(c, STORE_OPEN) && person_by_code(c->app.store, argv[optind], &a, &p, &c->e) &&
		  person_enrol(&c->app, p.id, argv[optind + 1], departure, &c->e);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}
