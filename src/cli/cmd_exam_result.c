/* The result of a sitting on the command line. */
#include "config.h"
#include "cli/exam_args.h"

#include <getopt.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/exam_angoff.h"
#include "app/exam_marking.h"
#include "app/exam_release.h"
#include "core/i18n.h"
#include "core/str.h"

static void print_section(const struct exam_result *r, size_t i, struct arena *a)
{
	const struct section_outcome *s = &r->sections[i];
	const char *mark = exam_mark_text(a, s->mark, r->scale), *maximum = exam_mark_text(a, s->maximum, r->scale);
	if (r->waits[i] != MARKS_COMPLETE)
		printf(_("  %s: waits for marks\n"), r->section_titles[i]);
	else if (!s->maximum)
		printf(_("  %s: not examined\n"), r->section_titles[i]);
	else if (r->blueprint->sections[i].minimum.of)
		printf(s->reached ? _("  %s: %s of %s, the minimum is reached\n") : _("  %s: %s of %s, below the minimum\n"), r->section_titles[i], mark, maximum);
	else
		printf(_("  %s: %s of %s\n"), r->section_titles[i], mark, maximum);
}

/* Where nothing was sat, or nothing counts, there are no points to print. */
static bool has_points(const struct exam_result *r)
{
	if (r->started && r->state != SITTING_VOID)
		return true;
	puts(!r->started ? _("never begun: no result, and no attempt") : r->attempt ? _("void: no result; it counts as an attempt") : _("void: no result, and no attempt"));
	return false;
}

static void print_result(const struct exam_result *r, struct arena *a)
{
	printf("%s\n%s  %s  %s\n", r->title, r->name, r->latin, r->birth);
	if (!has_points(r))
		return;
	for (size_t i = 0; i < r->blueprint->section_count; i++)
		print_section(r, i, a);
	printf(r->missing ? _("%s of %s so far: marks are missing\n") : r->outcome.passed ? _("%s of %s: passed\n") : _("%s of %s: not passed\n"),
	       exam_mark_text(a, r->outcome.mark, r->scale), exam_mark_text(a, r->outcome.maximum, r->scale));
	if (r->practice)
		puts(_("This was a practice exam; it counts for no certificate."));
	if (!r->released)
		puts(_("The result is not given out yet."));
	for (size_t i = 0; i < r->practise_count; i++)
		printf(_("to practise: %s\n"), r->practise[i]);
	if (r->outcome.passed || r->missing)
		return;
	if (!r->again)
		puts(_("no attempt is left"));
	else if (*r->again_from)
		printf(_("again from %s on\n"), r->again_from);
}

static void result_table(struct cli_table *t, const struct exam_result *r)
{
	static const char *const head[] = {"section", "mark", "maximum", "state"};
	cli_table_head(t, head, sizeof(head) / sizeof(head[0]));
	for (size_t i = 0; i <= r->blueprint->section_count; i++) {
		bool whole = i == r->blueprint->section_count;
		const struct section_outcome *s = whole ? NULL : &r->sections[i];
		cli_table_add(t, whole ? "" : r->blueprint->sections[i].id);
		cli_table_add(t, exam_mark_text(&t->arena, whole ? r->outcome.mark : s->mark, r->scale));
		cli_table_add(t, exam_mark_text(&t->arena, whole ? r->outcome.maximum : s->maximum, r->scale));
		if (whole)
			cli_table_add(t, r->missing ? "waiting" : r->outcome.passed ? "passed" : "not-passed");
		else
			cli_table_add(t, r->waits[i] != MARKS_COMPLETE ? "waiting" : !s->maximum ? "not-examined" : s->reached ? "reached" : "below");
	}
}

static bool list_mark(void *ctx, const struct marking_row *r)
{
	struct cli_table *t = ctx;
	char at[21];
	instant_format(r->at, at);
	const char *const cells[] = {at, r->kind, r->section, r->number ? arena_printf(&t->arena, "%d", r->number) : r->criterion,
				     arena_printf(&t->arena, "%d/%d", r->mark, r->maximum), r->assessor, r->second, r->text};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

/* "3/6 4/14" in units of 1/scale, as points. */
static const char *section_marks(struct arena *a, const char *sections, int scale)
{
	struct str s;
	str_init(&s);
	for (const char *p = sections; *p;) {
		char *end = NULL;
		if (*p >= '0' && *p <= '9')
			str_add(&s, exam_mark_text(a, (int)strtol(p, &end, 10), scale));
		else
			str_addn(&s, p, 1);
		p = end ? end : p + 1;
	}
	const char *text = arena_strdup(a, s.buf);
	str_release(&s);
	return text;
}

static bool list_outcome(void *ctx, const struct outcome_row *r)
{
	struct cli_table *t = ctx;
	char at[21];
	instant_format(r->at, at);
	const char *const cells[] = {at, r->cause, section_marks(&t->arena, r->sections, r->scale), r->passed ? "passed" : "not-passed",
				     arena_printf(&t->arena, "%s/%s", exam_mark_text(&t->arena, r->mark, r->scale), exam_mark_text(&t->arena, r->maximum, r->scale)),
				     r->assessor_name, r->second_name, r->text};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

/* Every mark that was given or changed, and every result that was given out. */
static bool history_table(struct cli *c, const char *sitting, struct cli_table *t)
{
	static const char *const head[] = {"at", "kind", "section", "what", "mark", "assessor", "second", "text"};
	cli_table_head(t, head, sizeof(head) / sizeof(head[0]));
	return marking_history(&c->app, sitting, list_mark, t, &c->e) && release_history(&c->app, sitting, list_outcome, t, &c->e);
}

static bool print_cut(void *ctx, const struct exam_cut *x)
{
	(void)ctx;
	if (isnan(x->standard_error))
		printf(_("When it was given out, a judge had placed the pass mark at %.4g of %.4g points (cut %" PRId64 ").\n"), x->cut, x->maximum, x->id);
	else
		printf(_("When it was given out, judges had placed the pass mark at %.4g of %.4g points, standard error %.2g (cut %" PRId64 ").\n"), x->cut, x->maximum,
		       x->standard_error, x->id);
	return true;
}

int cmd_exam_result(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"history", no_argument, NULL, 'h'}, {"json", no_argument, NULL, 'j'}, {0}};
	bool json = false, history = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'h': history = true; break;
		case 'j': json = true; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 2)
		return EXIT_USAGE;
	struct cli_table t = {0};
	struct exam_result result;
	const char *sitting;
	int64_t session, seat;
	bool ok = exam_number(c, argv[optind], &session) && exam_number(c, argv[optind + 1], &seat) && cli_open(c, STORE_OPEN);
	if (ok)
		cli_language_tag(c->app.language);
	ok = ok && exam_sitting_of(&c->app, session, (int)seat, &t.arena, &sitting, &c->e) && exam_result(&c->app, sitting, &t.arena, &result, &c->e);
	if (ok && history)
		ok = history_table(c, sitting, &t);
	else if (ok && json)
		result_table(&t, &result);
	else if (ok)
		print_result(&result, &t.arena);
	if (!json && !history)
		ok = ok && exam_cut_of(&c->app, sitting, print_cut, NULL, &c->e);
	if (ok && !json && !history) {
		cli_table_release(&t);
		return EXIT_OK;
	}
	return cli_table_end(c, &t, ok, json);
}
