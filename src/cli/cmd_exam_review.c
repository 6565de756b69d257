/* After the release: requests for review, and counting answers anew. */
#include "config.h"
#include "cli/exam_args.h"

#include <getopt.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "app/exam_release.h"
#include "app/exam_rescore.h"
#include "cli/officers.h"
#include "core/i18n.h"
#include "core/str.h"

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
	cli_table_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = cli_open(c, STORE_OPEN) && review_list(&c->app, !all, list_review, &t, &c->e);
	return cli_table_end(c, &t, ok, json);
}

/* NUMBER=full, half or program: what a question earns. */
static bool read_lift(struct cli *c, const char *text, struct lifted *out)
{
	static const struct {
		const char *word;
		enum doubt_state to;
	} words[] = {{"full", DOUBT_FULL}, {"half", DOUBT_HALF}, {"program", DOUBT_CONFIRMED}};
	enum { DIGITS_MAX = 10 };
	char number[DIGITS_MAX + 1] = "";
	size_t n = strcspn(text, "=");
	if (n <= DIGITS_MAX)
		memcpy(number, text, n);
	bool known = false;
	for (size_t i = 0; text[n] && i < sizeof(words) / sizeof(words[0]); i++)
		if (str_eq(text + n + 1, words[i].word)) {
			out->to = words[i].to;
			known = true;
		}
	return (known && cli_int(number, 1, INT_MAX, &out->number)) ||
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
	if (argc - optind != 2 || (!answer && !change) || (change && !*l.reason))
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
	struct rescore r = {0};
	bool json = false, everybody = false, left_out = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'e': everybody = true; break;
		case 'l': left_out = true; break;
		case 'r': r.reason = optarg; break;
		case 'j': json = true; break;
		default:
			if (!officers_option(&who, o, optarg))
				return EXIT_USAGE;
		}
	if (argc - optind != 2 || (everybody && left_out) || (who.officer && !r.reason))
		return EXIT_USAGE;
	struct cli_table t = {0};
	int changed = 0;
	r.how = everybody ? RESCORE_EVERYBODY : left_out ? RESCORE_LEFT_OUT : RESCORE_REGRADE;
	r.exam = argv[optind];
	r.item = argv[optind + 1];
	cli_table_head(&t, head, sizeof(head) / sizeof(head[0]));
	bool ok = who.officer ? officers_sign_in(c, &who, &r.second) && rescore_do(&c->app, &r, list_rescored, &t, &changed, &c->e) :
				cli_open(c, STORE_OPEN) && rescore_look(&c->app, &r, list_rescored, &t, &c->e);
	int code = cli_table_end(c, &t, ok, json);
	if (ok && !json && who.officer)
		printf(ngettext("%d mark was changed; the former one is kept\n", "%d marks were changed; the former ones are kept\n", (unsigned long)changed), changed);
	else if (ok && !json)
		puts(_("nothing is changed yet: sign in with --officer and --second, and say why with --reason"));
	return code;
}
