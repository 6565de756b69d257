/* Commands on the sources of packs: they need no store. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>

#include "app/packs.h"
#include "core/i18n.h"

static int64_t today(void)
{
	struct clock clock = clock_system();
	return site_day(clock_wall(&clock), clock_offset(&clock), 0);
}

/* Checks one path and prints what was found. `p` may be NULL when the pack itself is not needed. */
static bool check_one(struct cli *c, const char *path, struct pack *p, size_t *warnings)
{
	struct pack own = {0}, *pack = p ? p : &own;
	struct diag_list d;
	struct cli_progress progress;
	diag_init(&d);
	cli_progress_begin(&progress);
	bool ok = packs_check(pack, path, today(), &progress.progress, &d, &c->e);
	cli_progress_end(&progress);
	cli_findings(&d);
	*warnings += d.warnings;
	if (!ok && c->e.msg[0]) {
		cli_fail(c);
		err_clear(&c->e);
	}
	diag_release(&d);
	pack_release(&own);
	return ok;
}

int cmd_pack_check(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"strict", no_argument, NULL, 's'}, {0}};
	bool strict = false, ok = true;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 's')
			strict = true;
		else
			return EXIT_USAGE;
	if (optind == argc)
		return EXIT_USAGE;
	size_t warnings = 0;
	for (int i = optind; i < argc; i++)
		ok &= check_one(c, argv[i], NULL, &warnings);
	return ok && !(strict && warnings) ? EXIT_OK : EXIT_REFUSED;
}

/* build and pot: DIR -o FILE. */
static int write_from(struct cli *c, int argc, char **argv, bool check, bool (*write)(const struct pack *, const char *, struct err *))
{
	static const struct option options[] = {{"output", required_argument, NULL, 'o'}, {0}};
	const char *out = NULL;
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		if (o == 'o')
			out = optarg;
		else
			return EXIT_USAGE;
	if (argc - optind != 1 || !out)
		return EXIT_USAGE;
	struct pack p = {0};
	size_t warnings = 0;
	bool ok;
	if (check) {
		ok = check_one(c, argv[optind], &p, &warnings);
	} else {
		struct diag_list d;
		diag_init(&d);
		ok = pack_read(&p, argv[optind], today(), NULL, &d, &c->e);
		diag_release(&d);
	}
	ok = ok && write(&p, out, &c->e);
	pack_release(&p);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_pack_build(struct cli *c, int argc, char **argv)
{
	return write_from(c, argc, argv, true, pack_build);
}

int cmd_pack_pot(struct cli *c, int argc, char **argv)
{
	return write_from(c, argc, argv, false, pack_pot);
}
