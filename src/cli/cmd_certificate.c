#include "config.h"
#include "cli/cli.h"

#include <stdio.h>

#include "app/readiness.h"
#include "core/str.h"

int cmd_certificate_show(struct cli *c, int argc, char **argv)
{
	if (argc > 2)
		return cmd_certificate_paper(c, argc, argv);
	if (argc != 2)
		return EXIT_USAGE;
	struct str text;
	str_init(&text);
	bool ok = cli_open(c, STORE_OPEN) && certificate_show(&c->app, argv[1], &text, &c->e);
	if (ok)
		fputs(text.buf, stdout);
	str_release(&text);
	return ok ? EXIT_OK : cli_fail(c);
}
