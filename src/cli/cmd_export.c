#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "app/export.h"
#include "core/i18n.h"

int cmd_export_completions(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"since", required_argument, NULL, 's'}, {"until", required_argument, NULL, 'u'},
		{"programme", required_argument, NULL, 'p'}, {"profile", required_argument, NULL, 'r'}, {"format", required_argument, NULL, 'f'},
		{"output", required_argument, NULL, 'o'}, {0}};
	struct export_request r = {.format = "csv", .profile = PROFILE_MACHINE};
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		switch (o) {
		case 's': r.since = optarg; break;
		case 'u': r.until = optarg; break;
		case 'p': r.programme = optarg; break;
		case 'f': r.format = optarg; break;
		case 'o': r.path = optarg; break;
		case 'r':
			if (strcmp(optarg, "excel") != 0 && strcmp(optarg, "machine") != 0) {
				err_set(&c->e, ERR_USAGE, _("no profile '%s'; there are machine and excel"), optarg);
				return cli_fail(c);
			}
			r.profile = strcmp(optarg, "excel") == 0 ? PROFILE_EXCEL : PROFILE_MACHINE;
			break;
		default: return EXIT_USAGE;
		}
	if (optind != argc)
		return EXIT_USAGE;
	struct cli_progress p;
	int64_t rows = 0;
	cli_progress_begin(&p);
	bool ok = cli_open(c, STORE_OPEN) && export_completions(&c->app, &r, &p.progress, &rows, &c->e);
	cli_progress_end(&p);
	if (!ok)
		return cli_fail(c);
	fprintf(stderr, ngettext("%" PRId64 " row written\n", "%" PRId64 " rows written\n", (unsigned long)rows), rows);
	return EXIT_OK;
}
