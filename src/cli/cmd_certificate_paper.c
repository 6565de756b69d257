#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>

#include "app/certificate_paper.h"
#include "core/i18n.h"

/* certificate show with --pdf, --png or --languages. */
int cmd_certificate_paper(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"pdf", required_argument, NULL, 'p'}, {"png", required_argument, NULL, 'n'},
		{"languages", required_argument, NULL, 'l'}, {0}};
	const char *pdf = NULL, *png = NULL, *tags = NULL;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'p': pdf = optarg; break;
		case 'n': png = optarg; break;
		case 'l': tags = optarg; break;
		default: return EXIT_USAGE;
		}
	if (optind + 1 != argc || (!pdf && !png))
		return EXIT_USAGE;
	bool ok = cli_open(c, STORE_OPEN);
	cli_language_tag(c->app.language);
	if (ok && pdf)
		ok = certificate_print(&c->app, argv[optind], tags, PAPER_PDF, pdf, &c->e);
	if (ok && png)
		ok = certificate_print(&c->app, argv[optind], tags, PAPER_PNG, png, &c->e);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_certificate_address(struct cli *c, int argc, char **argv)
{
	char address[ADDRESS_BYTES_MAX + 1];
	if (argc > 2)
		return EXIT_USAGE;
	bool ok = cli_open(c, STORE_OPEN) && (argc == 1 || checker_set_address(&c->app, argv[1], &c->e)) && checker_address(&c->app, address, &c->e);
	if (!ok)
		return cli_fail(c);
	puts(*address ? address : _("no address is set; papers then say that the agency publishes it"));
	return EXIT_OK;
}
