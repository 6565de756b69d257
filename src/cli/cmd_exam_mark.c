/* After an examination: marks of assessors, typed answers, release, reviews, counting anew. */
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
#include "app/exam_rescore.h"
#include "cli/officers.h"
#include "core/i18n.h"
#include "core/str.h"

static void add_head(struct cli_table *t, const char *const *head, size_t count)
{
	t->columns = count;
	for (size_t i = 0; i < count; i++)
		cli_table_add(t, head[i]);
}

/* --- marks ------------------------------------------------------------------ */

struct mark_options {
	struct officers who;
	const char *remark, *taught;
	int marker;
	bool absent;
};

static bool mark_option(struct mark_options *m, int option)
{
	switch (option) {
	case 'r': m->remark = optarg; return true;
	case 't': m->taught = optarg; return str_eq(optarg, "yes") || str_eq(optarg, "no");
	case 'a': m->absent = true; return true;
	case 'm': m->marker = (int)strtol(optarg, NULL, 10) - 1; return m->marker >= MARKER_FIRST && m->marker < MARKER_COUNT;
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

/* CRITERION=BAND, bands counted from 1, the weakest. */
static bool read_bands(struct cli *c, const struct exam_section *s, char **args, size_t count, int *bands)
{
	for (size_t i = 0; i < s->rubric_count; i++)
		bands[i] = -1;
	for (size_t k = 0; k < count; k++) {
		const char *eq = strchr(args[k], '=');
		bool known = false;
		for (size_t i = 0; eq && i < s->rubric_count; i++)
			if (strlen(s->rubric[i].id) == (size_t)(eq - args[k]) && str_starts(args[k], s->rubric[i].id)) {
				char *end;
				long band = strtol(eq + 1, &end, 10);
				known = band > 0 && band <= INT_MAX && !*end;
				bands[i] = known ? (int)band - 1 : -1;
			}
		if (!known)
			return err_set(&c->e, ERR_INPUT, _("'%s' is no criterion with a band; write it as task=2"), args[k]);
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
static int show_rubric(struct cli *c, const struct marking *m)
{
	static const char *const names[MARKER_COUNT] = {N_("first marker"), N_("second marker"), N_("decision")};
	(void)c;
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
	return EXIT_OK;
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
		entry.marker = o->marker >= 0 ? o->marker : m.mine;
		ok = read_bands(c, m.rules, args, count, bands) && marking_put(&c->app, sitting, &entry, &c->e);
	}
	arena_release(&a);
	return ok;
}

int cmd_exam_mark(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"remark", required_argument, NULL, 'r'}, {"taught", required_argument, NULL, 't'}, {"absent", no_argument, NULL, 'a'},
						{"marker", required_argument, NULL, 'm'}, OFFICERS_OPTIONS, {0}};
	struct mark_options o = {.marker = -1};
	for (int opt; (opt = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (!mark_option(&o, opt))
			return EXIT_USAGE;
	if (argc - optind < 3)
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
		ok = marking_load(&c->app, sitting, section, &a, &m, &c->e) && show_rubric(c, &m) == EXIT_OK;
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
	add_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = exam_number(c, argv[optind], &session) && cli_open(c, STORE_OPEN) && doubts_load(&c->app, session, &d, &c->e);
	for (size_t i = 0; ok && i < d.count; i++) {
		const struct doubt *x = &d.list[i];
		const char *const cells[] = {arena_printf(&t.arena, "%zu", i + 1), x->path, x->gap ? arena_printf(&t.arena, "%d/%d", x->gap, x->gaps) : "", x->given, x->expected,
					     x->verdict, arena_printf(&t.arena, "%d", x->count),
					     exam_mark_text(&t.arena, x->mark, x->scale), exam_mark_text(&t.arena, x->maximum, x->scale), states[x->state]};
		for (size_t k = 0; k < t.columns; k++)
			cli_table_add(&t, cells[k]);
	}
	int code = exam_print_table(c, &t, ok, json);
	doubts_release(&d);
	return code;
}

/* Decides about answers by their numbers in `exam doubtful`, or all that nobody looked at. */
static int decide(struct cli *c, int argc, char **argv, const struct officers *who, enum doubt_state to)
{
	struct doubts d = {.arena = ARENA_INIT};
	int64_t session, second;
	if (argc < 2)
		return EXIT_USAGE;
	bool all = argc == 2 && str_eq(argv[1], "all");
	bool ok = exam_number(c, argv[0], &session) && (who->officer ? officers_sign_in_one(c, who, &second) : cli_open(c, STORE_OPEN)) &&
		  doubts_load(&c->app, session, &d, &c->e);
	for (size_t i = 0; ok && all && i < d.count; i++)
		if (d.list[i].state == DOUBT_OPEN)
			ok = doubt_decide(&c->app, session, &d.list[i], to, &c->e);
	for (int i = 1; ok && !all && i < argc; i++) {
		char *end;
		long n = strtol(argv[i], &end, 10);
		if (*end || n < 1 || (size_t)n > d.count)
			ok = err_set(&c->e, ERR_INPUT, _("'%s' is no number of an answer; 'safar exam doubtful' shows them"), argv[i]);
		else
			ok = doubt_decide(&c->app, session, &d.list[n - 1], to, &c->e);
	}
	doubts_release(&d);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_exam_confirm(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"undo", no_argument, NULL, 'u'}, OFFICERS_OPTIONS, {0}};
	struct officers who = {0};
	enum doubt_state to = DOUBT_CONFIRMED;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'u')
			to = DOUBT_OPEN;
		else if (!officers_option(&who, o, optarg))
			return EXIT_USAGE;
	return decide(c, argc - optind, argv + optind, &who, to);
}

int cmd_exam_lift(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"half", no_argument, NULL, 'h'}, OFFICERS_OPTIONS, {0}};
	struct officers who = {0};
	enum doubt_state to = DOUBT_FULL;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'h')
			to = DOUBT_HALF;
		else if (!officers_option(&who, o, optarg))
			return EXIT_USAGE;
	return decide(c, argc - optind, argv + optind, &who, to);
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

/* --- reviews --------------------------------------------------------------------- */

static bool list_review(void *ctx, const struct review_request *r)
{
	struct cli_table *t = ctx;
	char at[21];
	instant_format(r->asked_at, at);
	const char *const cells[] = {arena_printf(&t->arena, "%" PRId64, r->session), arena_printf(&t->arena, "%d", r->seat), r->name, r->exam, at, r->text,
				     !r->answered_at ? "waits" : r->changed ? "changed" : "unchanged", r->answer};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

int cmd_exam_reviews(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"all", no_argument, NULL, 'a'}, {"json", no_argument, NULL, 'j'}, {0}};
	static const char *const head[] = {"session", "seat", "name", "exam", "asked", "request", "state", "answer"};
	bool json = false, all = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'a': all = true; break;
		case 'j': json = true; break;
		default: return EXIT_USAGE;
		}
	if (argc != optind)
		return EXIT_USAGE;
	struct cli_table t = {0};
	add_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = cli_open(c, STORE_OPEN) && review_list(&c->app, !all, list_review, &t, &c->e);
	return exam_print_table(c, &t, ok, json);
}

/* NUMBER=full, half or program: what a question earns. */
static bool read_lift(struct cli *c, const char *text, struct lifted *out)
{
	char *end;
	out->number = (int)strtol(text, &end, 10);
	if (str_eq(end, "=full"))
		out->to = DOUBT_FULL;
	else if (str_eq(end, "=half"))
		out->to = DOUBT_HALF;
	else
		out->to = DOUBT_CONFIRMED;
	return (out->number > 0 && (out->to != DOUBT_CONFIRMED || str_eq(end, "=program"))) ||
	       err_set(&c->e, ERR_USAGE, _("'%s' says no mark of a question; write 3=full, 3=half or 3=program"), text);
}

int cmd_exam_review(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"answer", required_argument, NULL, 'w'}, {"change", required_argument, NULL, 'c'}, {"reason", required_argument, NULL, 'r'},
						OFFICERS_OPTIONS, {0}};
	struct officers who = {0};
	struct lifted l = {.reason = ""};
	const char *answer = NULL, *change = NULL;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'w': answer = optarg; break;
		case 'c': change = optarg; break;
		case 'r': l.reason = optarg; break;
		default:
			if (!officers_option(&who, o, optarg))
				return EXIT_USAGE;
		}
	if (argc - optind != 2 || (!answer && !change))
		return EXIT_USAGE;
	struct arena a = ARENA_INIT;
	int64_t session, seat;
	const char *sitting;
	bool ok = exam_number(c, argv[optind], &session) && exam_number(c, argv[optind + 1], &seat) && (!change || read_lift(c, change, &l)) &&
		  (who.officer || change ? officers_sign_in_one(c, &who, &l.second) : cli_open(c, STORE_OPEN)) &&
		  exam_sitting_of(&c->app, session, (int)seat, &a, &sitting, &c->e) && (!change || release_lift(&c->app, sitting, &l, &c->e)) &&
		  (!answer || review_answer(&c->app, sitting, answer, &c->e));
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

/* --- counting anew ------------------------------------------------------------------ */

static void list_rescored(void *ctx, const struct rescored *r)
{
	struct cli_table *t = ctx;
	struct arena *a = &t->arena;
	const char *after = r->after_maximum ? arena_printf(a, "%s/%s", exam_mark_text(a, r->after, r->scale), exam_mark_text(a, r->after_maximum, r->scale)) : "-";
	const char *const cells[] = {
		arena_printf(a, "%" PRId64, r->session), arena_printf(a, "%d", r->seat), arena_strdup(a, r->name), arena_strdup(a, r->given),
		arena_printf(a, "%s/%s", exam_mark_text(a, r->before, r->scale), exam_mark_text(a, r->before_maximum, r->scale)), after, r->passed_before ? "yes" : "no",
		r->passed_after ? "yes" : "no",
	};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
}

int cmd_exam_rescore(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"everybody", no_argument, NULL, 'e'}, {"leave-out", no_argument, NULL, 'l'}, {"reason", required_argument, NULL, 'r'},
						{"json", no_argument, NULL, 'j'}, OFFICERS_OPTIONS, {0}};
	static const char *const head[] = {"session", "seat", "name", "answer", "before", "after", "passed-before", "passed-after"};
	struct officers who = {0};
	struct rescore r = {.how = RESCORE_REGRADE};
	bool json = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'e': r.how = RESCORE_EVERYBODY; break;
		case 'l': r.how = RESCORE_LEFT_OUT; break;
		case 'r': r.reason = optarg; break;
		case 'j': json = true; break;
		default:
			if (!officers_option(&who, o, optarg))
				return EXIT_USAGE;
		}
	if (argc - optind != 2)
		return EXIT_USAGE;
	struct cli_table t = {0};
	int changed = 0;
	r.exam = argv[optind];
	r.item = argv[optind + 1];
	add_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = who.officer ? officers_sign_in(c, &who, &r.second) && rescore_do(&c->app, &r, list_rescored, &t, &changed, &c->e) :
				cli_open(c, STORE_OPEN) && rescore_look(&c->app, &r, list_rescored, &t, &c->e);
	int code = exam_print_table(c, &t, ok, json);
	if (ok && !json && who.officer)
		printf(ngettext("%d mark was changed; the former one is kept\n", "%d marks were changed; the former ones are kept\n", (unsigned long)changed), changed);
	else if (ok && !json)
		puts(_("nothing is changed yet: sign in with --officer and --second, and say why with --reason"));
	return code;
}
