#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>

#include "app/certificate_paper.h"
#include "core/i18n.h"

bool cli_certificate_paper(struct cli *c, const char *serial, const struct paper_files *p)
{
	return (!p->pdf || certificate_print(&c->app, serial, p->languages, PAPER_PDF, p->pdf, &c->e)) &&
	       (!p->png || certificate_print(&c->app, serial, p->languages, PAPER_PNG, p->png, &c->e));
}

int cmd_certificate_address(struct cli *c, int argc, char **argv)
{
	char address[ADDRESS_BYTES_MAX + 1];
	if (!cli_no_options(argc, argv) || argc - optind > 1)
		return EXIT_USAGE;
	bool ok = cli_open(c, STORE_OPEN) && (argc == optind || checker_set_address(&c->app, argv[optind], &c->e)) && checker_address(&c->app, address, &c->e);
	if (!ok)
		return cli_fail(c);
	puts(*address ? address : _("no address is set; papers then say that the agency publishes it"));
	return EXIT_OK;
}
