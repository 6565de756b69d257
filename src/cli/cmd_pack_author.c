/* Commands for who writes packs. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/pack_new.h"
#include "core/i18n.h"

int cmd_pack_new(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"kind", required_argument, NULL, 'k'}, {"teaches", required_argument, NULL, 't'},
		{"title", required_argument, NULL, 'T'}, {"author", required_argument, NULL, 'a'}, {0}};
	struct clock clock = clock_system();
	struct pack_new n = {.kind = PACK_LANGUAGE, .today = site_day(clock_wall(&clock), clock_offset(&clock), 0)};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'k':
			if (pack_kind_from(optarg, &n.kind))
				break;
			err_set(&c->e, ERR_USAGE, _("no kind '%s'; there are language, workplace, conduct and programme"), optarg);
			return cli_fail(c);
		case 't': n.teaches = optarg; break;
		case 'T': n.title = optarg; break;
		case 'a': n.author = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 1)
		return EXIT_USAGE;
	n.path = argv[optind];
	size_t len = strlen(argv[optind]);
	while (len > 1 && argv[optind][len - 1] == '/')
		argv[optind][--len] = '\0';
	if (!pack_new(&n, &c->e))
		return cli_fail(c);
	printf(_("made the pack '%s'; change its files, then:\n"), n.path);
	printf("  safar pack check --strict %s\n", n.path);
	if (n.kind != PACK_PROGRAMME)
		printf("  safar pack try %s\n", n.path);
	printf("  safar pack build %s -o %s.safar\n", n.path, n.path);
	return EXIT_OK;
}
