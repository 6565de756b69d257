/* After an examination: marks of assessors, typed answers, release. */
#include "config.h"
#include "cli/exam_args.h"

#include <getopt.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/exam_marking.h"
#include "app/exam_release.h"
#include "cli/officers.h"
#include "core/i18n.h"
#include "core/str.h"

/* --- marks ------------------------------------------------------------------ */

struct mark_options {
	struct officers who;
	const char *remark, *taught;
	int marker; /* from 1; 0: not named */
	bool absent;
};

static bool mark_option(struct mark_options *m, int option)
{
	switch (option) {
	case 'r': m->remark = optarg; return true;
	case 't': m->taught = optarg; return str_eq(optarg, "yes") || str_eq(optarg, "no");
	case 'a': m->absent = true; return true;
	case 'm': return cli_int(optarg, 1, MARKER_COUNT, &m->marker);
	default: return officers_option(&m->who, option, optarg);
	}
}

static bool find_section(struct cli *c, const struct blueprint *b, const char *id, size_t *out)
{
	for (size_t i = 0; i < b->section_count; i++)
		if (str_eq(b->sections[i].id, id)) {
			*out = i;
			return true;
		}
	return err_set(&c->e, ERR_ABSENT, _("the exam has no section '%s'"), id);
}

/* The criterion that the argument is about, or rubric_count. */
static size_t find_criterion(const struct exam_section *s, const char *arg)
{
	size_t n = strcspn(arg, "="), i = 0;
	while (i < s->rubric_count && (strlen(s->rubric[i].id) != n || !str_starts(arg, s->rubric[i].id)))
		i++;
	return arg[n] ? i : s->rubric_count;
}

/* CRITERION=BAND, bands counted from 1, the weakest. */
static bool read_bands(struct cli *c, const struct exam_section *s, char **args, size_t count, int *bands)
{
	for (size_t i = 0; i < s->rubric_count; i++)
		bands[i] = -1;
	for (size_t k = 0; k < count; k++) {
		size_t i = find_criterion(s, args[k]);
		int band;
		if (i == s->rubric_count || !cli_int(strchr(args[k], '=') + 1, 1, (int)s->rubric[i].count, &band))
			return err_set(&c->e, ERR_INPUT, _("'%s' is no criterion with a band; write it as task=2"), args[k]);
		if (bands[i] >= 0)
			return err_set(&c->e, ERR_INPUT, _("the criterion '%s' is given twice; give it once"), s->rubric[i].id);
		bands[i] = band - 1;
	}
	return true;
}

/* As the pack has it, line by line, set in. */
static void show_text(const char *text)
{
	for (size_t n; *text; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n");
		printf("%s%.*s\n", n ? "  " : "", (int)n, text);
	}
}

/* Without criteria: what can be given, and what was. */
static void show_rubric(const struct marking *m)
{
	static const char *const names[MARKER_COUNT] = {N_("first marker"), N_("second marker"), N_("decision")};
	printf("%s · %s\n", m->title, m->section_title);
	if (m->task_title)
		printf(_("task: %s\n"), m->task_title);
	if (m->task)
		show_text(m->task);
	for (size_t i = 0; i < m->rules->rubric_count; i++) {
		printf("%s: %s\n", m->rules->rubric[i].id, m->criteria[i]);
		for (size_t k = 0; k < m->rules->rubric[i].count; k++)
			printf("  %zu  %s (%d)\n", k + 1, m->bands[i][k], m->rules->rubric[i].points[k]);
	}
	for (int i = 0; i < MARKER_COUNT; i++)
		if (m->markers[i].given)
			printf("%s: %s, %d/%d %s\n", _(names[i]), m->markers[i].name, m->markers[i].sum, m->maximum, m->markers[i].remark);
}

static bool give_marks(struct cli *c, const char *sitting, size_t section, const struct mark_options *o, char **args, size_t count)
{
	struct arena a = ARENA_INIT;
	struct marking m;
	struct marking_entry entry = {.section = section, .absent = o->absent, .remark = o->remark};
	bool ok = officers_sign_in_one(c, &o->who, &entry.second) && (!o->taught || marking_declare(&c->app, sitting, str_eq(o->taught, "yes"), &c->e)) &&
		  marking_load(&c->app, sitting, section, &a, &m, &c->e);
	if (ok) {
		int *bands = arena_array(&a, m.rules->rubric_count, sizeof(*bands));
		entry.bands = bands;
		entry.marker = o->marker ? o->marker - 1 : m.mine;
		ok = read_bands(c, m.rules, args, count, bands) &&
		     (marking_put(&c->app, sitting, &entry, &c->e) || (m.taught == TAUGHT_UNSAID && c->e.kind == ERR_DENIED && err_add(&c->e, "--taught yes|no")));
	}
	arena_release(&a);
	return ok;
}

int cmd_exam_mark(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"remark", required_argument, NULL, 'r'}, {"taught", required_argument, NULL, 't'}, {"absent", no_argument, NULL, 'a'},
						{"marker", required_argument, NULL, 'm'}, OFFICERS_OPTIONS, {0}};
	struct mark_options o = {0};
	for (int opt; (opt = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (!mark_option(&o, opt))
			return EXIT_USAGE;
	if (argc - optind < 3 || (o.absent && argc - optind > 3))
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	struct exam_result result;
	struct marking m;
	int64_t session, seat;
	const char *sitting;
	size_t section = 0, given = (size_t)(argc - optind - 3);
	bool ok = exam_number(c, argv[optind], &session) && exam_number(c, argv[optind + 1], &seat) && cli_open(c, STORE_OPEN) &&
		  exam_sitting_of(&c->app, session, (int)seat, &a, &sitting, &c->e) && exam_result(&c->app, sitting, &a, &result, &c->e) &&
		  find_section(c, result.blueprint, argv[optind + 2], &section);
	if (ok)
		cli_language_tag(c->app.language);
	if (ok && (given || o.absent))
		ok = give_marks(c, sitting, section, &o, argv + optind + 3, given);
	else if (ok)
		ok = marking_load(&c->app, sitting, section, &a, &m, &c->e);
	if (ok && !given && !o.absent)
		show_rubric(&m);
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

/* --- typed answers ------------------------------------------------------------ */

static const char *const states[] = {[DOUBT_OPEN] = "open", [DOUBT_CONFIRMED] = "confirmed", [DOUBT_HALF] = "half", [DOUBT_FULL] = "full"};

int cmd_exam_doubtful(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"json", no_argument, NULL, 'j'}, {0}};
	static const char *const head[] = {"number", "item", "gap", "answer", "expected", "verdict", "learners", "mark", "maximum", "state"};
	bool json = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'j')
			json = true;
		else
			return EXIT_USAGE;
	if (argc - optind != 1)
		return EXIT_USAGE;
	struct cli_table t = {0};
	struct doubts d = {.arena = ARENA_INIT};
	int64_t session;
	cli_table_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = exam_number(c, argv[optind], &session) && cli_open(c, STORE_OPEN) && doubts_load(&c->app, session, &d, &c->e);
	for (size_t i = 0; ok && i < d.count; i++) {
		const struct doubt *x = &d.list[i];
		const char *const cells[] = {arena_printf(&t.arena, "%zu", i + 1), x->path, x->gap ? arena_printf(&t.arena, "%d/%d", x->gap, x->gaps) : "", x->given, x->expected,
					     x->verdict, arena_printf(&t.arena, "%d", x->count),
					     exam_mark_text(&t.arena, x->mark, x->scale), exam_mark_text(&t.arena, x->maximum, x->scale), states[x->state]};
		for (size_t k = 0; k < t.columns; k++)
			cli_table_add(&t, cells[k]);
	}
	int code = cli_table_end(c, &t, ok, json);
	doubts_release(&d);
	return code;
}

/* What the arguments behind the session ask to be decided. */
struct decision {
	struct officers who;
	enum doubt_state to;
	bool may_all; /* the word "all" is known */
};

/* With the word "all": what nobody looked at, or, to be taken back, what somebody did. */
static bool of_all(const struct doubt *d, enum doubt_state to)
{
	return (d->state == DOUBT_OPEN) == (to != DOUBT_OPEN);
}

/* The numbers of `exam doubtful` into chosen[] (by index); all are read before the first is decided. */
static bool choose(struct cli *c, const struct doubts *d, const struct decision *x, int argc, char **argv, bool *chosen)
{
	bool all = x->may_all && argc == 1 && str_eq(argv[0], "all");
	for (size_t i = 0; all && i < d->count; i++)
		chosen[i] = of_all(&d->list[i], x->to);
	for (int i = 0; !all && i < argc; i++) {
		int n;
		if (!cli_int(argv[i], 1, INT_MAX, &n) || (size_t)n > d->count)
			return err_set(&c->e, ERR_INPUT, _("'%s' is no number of an answer; 'safar exam doubtful' shows them"), argv[i]);
		chosen[n - 1] = true;
	}
	return true;
}

static int decide(struct cli *c, int argc, char **argv, const struct decision *x)
{
	struct doubts d = {.arena = ARENA_INIT};
	int64_t session, second;
	if (argc < 2)
		return EXIT_USAGE;
	bool ok = exam_number(c, argv[0], &session) && (x->who.officer ? officers_sign_in_one(c, &x->who, &second) : cli_open(c, STORE_OPEN)) &&
		  doubts_load(&c->app, session, &d, &c->e);
	bool *chosen = arena_array(&d.arena, d.count + 1, sizeof(*chosen));
	ok = ok && choose(c, &d, x, argc - 1, argv + 1, chosen);
	for (size_t i = 0; ok && i < d.count; i++)
		ok = !chosen[i] || doubt_decide(&c->app, session, &d.list[i], x->to, &c->e);
	doubts_release(&d);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_exam_confirm(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"undo", no_argument, NULL, 'u'}, OFFICERS_OPTIONS, {0}};
	struct decision x = {.to = DOUBT_CONFIRMED, .may_all = true};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'u')
			x.to = DOUBT_OPEN;
		else if (!officers_option(&x.who, o, optarg))
			return EXIT_USAGE;
	return decide(c, argc - optind, argv + optind, &x);
}

int cmd_exam_lift(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"half", no_argument, NULL, 'h'}, OFFICERS_OPTIONS, {0}};
	struct decision x = {.to = DOUBT_FULL};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'h')
			x.to = DOUBT_HALF;
		else if (!officers_option(&x.who, o, optarg))
			return EXIT_USAGE;
	return decide(c, argc - optind, argv + optind, &x);
}

/* --- release -------------------------------------------------------------------- */

int cmd_exam_release(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"yes", no_argument, NULL, 'y'}, OFFICERS_OPTIONS, {0}};
	struct officers who = {0};
	bool yes = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'y')
			yes = true;
		else if (!officers_option(&who, o, optarg))
			return EXIT_USAGE;
	if (argc - optind != 1)
		return EXIT_USAGE;
	int64_t session, second;
	bool ok = exam_number(c, argv[optind], &session) && (who.officer ? officers_sign_in_one(c, &who, &second) : cli_open(c, STORE_OPEN));
	if (ok && !cli_ask(_("Give the results out to everybody of this session?"), yes))
		ok = err_set(&c->e, ERR_INPUT, _("nothing was given out; confirm with --yes"));
	ok = ok && release_results(&c->app, session, &c->e);
	if (ok)
		printf(_("the results of session %" PRId64 " are given out\n"), session);
	return ok ? EXIT_OK : cli_fail(c);
}
