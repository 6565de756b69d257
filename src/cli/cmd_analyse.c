#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/analysis.h"
#include "core/i18n.h"
#include "record/figures.h"

int cmd_analyse(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"marks", required_argument, NULL, 'm'}, {"cut", required_argument, NULL, 'c'}, {"format", required_argument, NULL, 'f'}, {0}};
	const char *path = NULL, *format = "text";
	double cut = NAN;
	char *end = NULL;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'm': path = optarg; break;
		case 'f': format = optarg; break;
		case 'c':
			cut = strtod(optarg, &end);
			if (end == optarg || *end || !(cut >= 0)) {
				err_set(&c->e, ERR_USAGE, _("'%s' is no number of points"), optarg);
				return cli_fail(c);
			}
			break;
		default: return EXIT_USAGE;
		}
	if (optind != argc || !path)
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct marks_table t;
	struct exam_figures x;
	bool ok = marks_read(&a, path, &t, &c->e) && analyse(&a, &t.marks, cut, &x) && figures_write(stdout, format, &x, t.items, &c->e);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}
