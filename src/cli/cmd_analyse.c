#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <math.h>
#include <stdio.h>

#include "app/analysis.h"
#include "app/exam_analysis.h"
#include "core/i18n.h"
#include "core/str.h"
#include "record/figures.h"

/* What the options say. */
struct analyse_options {
	struct exam_analysis_of of;
	const char *table, *format, *write_to; /* table: a file of marks, or NULL */
};

static bool read_cut(const char *text, double *out, struct err *e)
{
	return marks_number(text, out) || err_set(e, ERR_USAGE, _("'%s' is no number of points"), text);
}

/* EXIT_OK, or how it ends. */
static int read_options(struct cli *c, int argc, char **argv, struct analyse_options *o)
{
	static const struct option options[] = {{"marks", required_argument, NULL, 'm'}, {"cut", required_argument, NULL, 'c'}, {"format", required_argument, NULL, 'f'},
		{"since", required_argument, NULL, 's'}, {"until", required_argument, NULL, 'u'}, {"all", no_argument, NULL, 'a'}, {"every-attempt", no_argument, NULL, 'e'},
		{"write-marks", required_argument, NULL, 'w'}, {0}};
	for (int x; (x = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (x) {
		case 'm': o->table = optarg; break;
		case 'f': o->format = optarg; break;
		case 's': o->of.since = optarg; break;
		case 'u': o->of.until = optarg; break;
		case 'a': o->of.all = true; break;
		case 'e': o->of.every = true; break;
		case 'w': o->write_to = optarg; break;
		case 'c':
			if (!read_cut(optarg, &o->of.cut, &c->e))
				return cli_fail(c);
			break;
		default: return EXIT_USAGE;
		}
	bool of_store = o->of.since || o->of.until || o->of.all || o->of.every || o->write_to;
	if (argc - optind != (o->table ? 0 : 1) || (o->table && of_store))
		return EXIT_USAGE;
	o->of.exam = argv[optind];
	return EXIT_OK;
}

static bool of_table(const struct analyse_options *o, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct marks_table t;
	struct exam_figures x;
	bool ok = marks_read(&a, o->table, &t, e);
	ok = ok && (analyse(&a, &t.marks, o->of.cut, &x) || err_set(e, ERR_INPUT, _("'%s' has no attempts"), o->table)) && figures_write(stdout, o->format, &x, t.items, e);
	arena_release(&a);
	return ok;
}

/* What the figures are of: for people only. */
static void tell_source(const struct analyse_options *o, const struct exam_analysis *x)
{
	printf("%s (%s)\n", x->title, x->exam);
	puts(o->of.every ? _("Every attempt counts.") : _("The first attempt of each person counts; --every-attempt takes the others too."));
	puts(o->of.all ? _("Results that were not given out yet count too.") : _("Results that were given out count; --all takes the others too."));
	printf(_("Pass mark: %.4g points.\n"), x->cut);
}

static bool of_sittings(struct cli *c, const struct analyse_options *o)
{
	struct arena a = ARENA_INIT;
	struct exam_analysis x;
	bool ok = cli_open(c, STORE_OPEN) && exam_analyse(&c->app, &o->of, &a, &x, &c->e);
	if (ok && o->write_to)
		ok = exam_write_marks(&x, o->write_to, &c->e);
	if (ok && str_eq(o->format, "text"))
		tell_source(o, &x);
	ok = ok && figures_write(stdout, o->format, &x.figures, x.items, &c->e);
	arena_release(&a);
	return ok;
}

int cmd_analyse(struct cli *c, int argc, char **argv)
{
	struct analyse_options o = {.of = {.cut = NAN}, .format = "text"};
	int end = read_options(c, argc, argv, &o);
	if (end != EXIT_OK)
		return end;
	return (o.table ? of_table(&o, &c->e) : of_sittings(c, &o)) ? EXIT_OK : cli_fail(c);
}
