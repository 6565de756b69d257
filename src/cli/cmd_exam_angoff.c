/* Where judges say that the pass mark should stand. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>

#include "app/exam_angoff.h"
#include "core/i18n.h"

static const char *error_of(struct arena *a, const struct exam_cut *c)
{
	return isnan(c->standard_error) ? "" : arena_printf(a, "%.4f", c->standard_error);
}

static bool list_cut(void *ctx, const struct exam_cut *x)
{
	struct cli_table *t = ctx;
	const char *const cells[] = {
		arena_printf(&t->arena, "%" PRId64, x->id), x->judged_on, arena_printf(&t->arena, "%d", x->rounds), arena_printf(&t->arena, "%d", x->judges),
		arena_printf(&t->arena, "%d", x->items), arena_printf(&t->arena, "%.4f", x->cut), error_of(&t->arena, x), arena_printf(&t->arena, "%.4g", x->maximum), x->by,
	};
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		cli_table_add(t, cells[i]);
	return true;
}

static int list_cuts(struct cli *c, const char *exam, bool json)
{
	static const char *const head[] = {"cut", "day", "rounds", "judges", "items", "points", "standard-error", "of", "entered-by"};
	struct cli_table t = {0};
	cli_table_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = cli_open(c, STORE_OPEN) && exam_cuts(&c->app, exam, list_cut, &t, &c->e);
	return cli_table_end(c, &t, ok, json);
}

static int keep_cut(struct cli *c, const char *exam, const char *path, const char *day, int rounds)
{
	struct arena a = ARENA_INIT;
	struct exam_cut x;
	bool ok = cli_open(c, STORE_OPEN) && exam_angoff(&c->app, exam, path, day, rounds, &a, &x, &c->e);
	if (ok && isnan(x.standard_error))
		printf(_("cut %" PRId64 ": %.4f of %.4g points; with one judge no standard error is computed\n"), x.id, x.cut, x.maximum);
	else if (ok)
		printf(ngettext("cut %" PRId64 ": %.4f of %.4g points, standard error %.4f, %d judge\n", "cut %" PRId64 ": %.4f of %.4g points, standard error %.4f, %d judges\n",
				(unsigned long)x.judges), x.id, x.cut, x.maximum, x.standard_error, x.judges);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_exam_angoff(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"judged", required_argument, NULL, 'd'}, {"rounds", required_argument, NULL, 'r'}, {"json", no_argument, NULL, 'j'}, {0}};
	const char *day = NULL;
	int rounds = 1;
	bool json = false, known = true;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'd': day = optarg; break;
		case 'r': known = cli_int(optarg, 1, INT_MAX, &rounds); break;
		case 'j': json = true; break;
		default: return EXIT_USAGE;
		}
	bool keep = argc - optind == 2 && day && !json;
	if (!known || (!keep && (argc - optind != 1 || day)))
		return EXIT_USAGE;
	return keep ? keep_cut(c, argv[optind], argv[optind + 1], day, rounds) : list_cuts(c, argv[optind], json);
}
