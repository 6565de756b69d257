/* Typing in what stands on answer sheets. Declared in exam_paper.h. */
#include "config.h"
#include "app/exam_paper_inside.h"

#include <stdlib.h>
#include <string.h>

#include "app/exam_run_inside.h"
#include "core/csv.h"
#include "core/i18n.h"
#include "text/norm.h"

enum { ROWS_MAX = 1000, ANSWER_MAX = 4000 };

/* --- the table --- */

static int column_of(const struct csv_row *head, const char *name)
{
	for (size_t i = 0; i < head->count; i++)
		if (strcmp(head->cells[i], name) == 0)
			return (int)i;
	return -1;
}

bool exam_written_read(const char *text, size_t n, const char *name, struct arena *a, struct exam_written **out, size_t *count, struct err *e)
{
	struct csv csv;
	int line;
	*out = NULL;
	*count = 0;
	if (!text_valid(text, n, NULL))
		return err_set(e, ERR_INPUT, _("'%s' is no UTF-8 text; save it as CSV UTF-8"), name);
	if (!csv_parse(a, text, n, &csv, &line))
		return err_set(e, ERR_INPUT, _("%s:%d: a quotation mark is never closed"), name, line);
	int question = csv.count ? column_of(&csv.rows[0], "question") : -1, answer = csv.count ? column_of(&csv.rows[0], "answer") : -1;
	if (question < 0 || answer < 0)
		return err_set(e, ERR_INPUT, _("'%s' has no columns question and answer; the first row names them"), name);
	if (csv.count > ROWS_MAX)
		return err_set(e, ERR_INPUT, _("'%s' has more than %d rows"), name, ROWS_MAX);
	*out = arena_array(a, csv.count, sizeof(**out));
	for (size_t i = 1; i < csv.count; i++) {
		const struct csv_row *r = &csv.rows[i];
		char *end = NULL;
		long number = (size_t)question < r->count ? strtol(r->cells[question], &end, 10) : 0;
		if (number < 1 || number > ROWS_MAX || *end)
			return err_set(e, ERR_INPUT, _("%s:%d: there is no number of a question"), name, r->line);
		(*out)[(*count)++] = (struct exam_written){(int)number, (size_t)answer < r->count ? r->cells[answer] : ""};
	}
	return true;
}

/* --- what it is for --- */

struct entering {
	struct app *app;
	struct arena arena;
	struct sheet sheet;
	const char **written;       /* by question, from 0; NULL: not named */
	struct response *responses;
	struct str *told;
	struct err *e;
};

/* Every answer is read before the first is stored. */
static bool read_all(struct entering *x, const struct exam_written *list, size_t count)
{
	x->written = arena_array(&x->arena, x->sheet.count + 1, sizeof(*x->written));
	x->responses = arena_array(&x->arena, x->sheet.count + 1, sizeof(*x->responses));
	for (size_t i = 0; i < count; i++) {
		int no = list[i].question;
		if (no < 1 || (size_t)no > x->sheet.count)
			return err_set(x->e, ERR_INPUT, _("there is no question %d on this form; it has %zu"), no, x->sheet.count);
		if (x->written[no - 1])
			return err_set(x->e, ERR_INPUT, _("question %d is answered twice; give its answer once"), no);
		/* nothing in a table drives a terminal, nor parts an answer into several */
		char *safe = text_sanitise_dup(list[i].answer), *clean = text_nfc_dup(safe);
		const char *kept = x->written[no - 1] = arena_strdup(&x->arena, clean);
		free(safe);
		free(clean);
		if (strlen(kept) > ANSWER_MAX)
			return err_set(x->e, ERR_INPUT, "%s", _("there is more text than a paper takes")) || err_add(x->e, _("question %d"), no);
		if (!sheet_response(&x->sheet.questions[no - 1], kept, &x->arena, &x->responses[no - 1], x->e))
			return false;
	}
	return true;
}

static bool may_enter(struct entering *x, int64_t session, int seat)
{
	const struct place_row *r = &x->sheet.row;
	switch (exam_state(r)) {
	case SITTING_PLANNED:
		return err_set(x->e, ERR_DENIED, _("the identity at seat %d is not confirmed; confirm it from the passport first"), seat);
	case SITTING_IDENTITY: return exam_open_seat(x->app, session, seat, NULL, x->e);
	case SITTING_OPEN:
	case SITTING_RUNNING:
	case SITTING_PAUSED: return true;
	case SITTING_SUBMITTED:
	case SITTING_TIME_UP:
	case SITTING_ABANDONED:
	case SITTING_VOID:
	case SITTING_STATE_COUNT: break;
	}
	return err_set(x->e, ERR_DENIED, _("the sitting at seat %d has ended; its answers stay as they are"), seat);
}

/* The room has started, at the latest now: on paper. */
static bool mark_started(struct entering *x, int64_t session)
{
	struct app *app = x->app;
	return store_begin(app->store, x->e) && store_end(app->store, exam_session_started(app->store, session, app_now(app), x->e), x->e);
}

/* A seat that ran at a screen goes on here, with the questions that stand on its paper: none is exchanged. */
static bool go_on(struct entering *x, const struct exam_run *run, int64_t second)
{
	static const struct exam_reason reason = {.why = WHY_TECHNICAL, .text = "continued on paper"};
	struct app *app = x->app;
	struct place_row r;
	if (!store_begin(app->store, x->e))
		return false;
	bool ok = exam_place_of(app->store, run->sitting, &x->arena, &r, x->e) && exam_not_own(app, r.person, second, x->e);
	if (ok && exam_state(&r) == SITTING_OPEN)
		ok = exam_begin(app, &r, BY_SUPERVISOR, x->e);
	else if (ok && exam_state(&r) == SITTING_PAUSED)
		ok = exam_act(app, &r, ACT_RELEASE, BY_SUPERVISOR, &reason, "", x->e);
	struct person who = {.name = ""};
	ok = ok && person_by_id(app->store, second, &x->arena, &who, x->e) &&
	     exam_note(app, &r, "paper-entered", BY_SUPERVISOR,
		     arena_printf(&x->arena, "%s, %s", app->person.id ? app->person.name : "-", who.name), x->e);
	return store_end(app->store, ok, x->e);
}

static const struct sheet_question *question_of(const struct entering *x, int number, size_t *at)
{
	for (size_t i = 0; i < x->sheet.count; i++)
		if (x->sheet.questions[i].number == number) {
			*at = i;
			return &x->sheet.questions[i];
		}
	return NULL;
}

static bool answer_section(struct entering *x, struct exam_run *run)
{
	for (size_t i = 0; i < run->count; i++) {
		struct arena a = ARENA_INIT;
		struct form f;
		size_t at;
		bool retry = false;
		const struct sheet_question *q = question_of(x, run->questions[i].number, &at);
		bool ok = true;
		if (q && x->written[at]) {
			ok = exam_show(x->app, run, i, &a, &f, x->e) && exam_answer(x->app, run, i, &x->responses[at], &retry, x->e);
			if (ok && retry)
				str_addf(x->told, _("question %d: '%s' is written with other letters; it does not count\n"), q->no, x->written[at]);
		}
		arena_release(&a);
		if (!ok)
			return err_add(x->e, _("question %d"), q ? q->no : 0);
	}
	return true;
}

static bool type_in(struct entering *x, int64_t second)
{
	struct exam_run *run = exam_run_open(x->app, x->sheet.row.sitting, x->e);
	bool ok = run && go_on(x, run, second) && exam_tick(x->app, run, x->e);
	while (ok && run->state == SITTING_RUNNING && !run->moved)
		ok = answer_section(x, run) && exam_hand_in(x->app, run, x->e);
	if (ok && run->moved)
		ok = err_set(x->e, ERR_DENIED, _("somebody entered this seat at a screen meanwhile; nothing was handed in"));
	exam_run_free(run);
	return ok;
}

bool exam_paper_enter(struct app *app, int64_t session, int seat, const struct exam_written *list, size_t count, int64_t second, struct str *told, struct err *e)
{
	struct entering x = {.app = app, .told = told, .e = e};
	const char *front = app->front;
	if (!app_may(app, MAY_EXAM, e))
		return false;
	if (!second || second == app->person.id)
		return err_set(e, ERR_DENIED, _("a second member of staff compares what is typed with the sheet, and signs in for it"));
	app->front = "paper";
	bool ok = sheet_load(app, session, seat, &x.arena, &x.sheet, e) && read_all(&x, list, count) && may_enter(&x, session, seat) && mark_started(&x, session) &&
		  type_in(&x, second);
	app->front = front;
	sheet_release(&x.sheet);
	arena_release(&x.arena);
	return ok;
}

/* --- for prompts --- */

bool exam_written_fits(struct app *app, int64_t session, int seat, const struct exam_written *w, struct err *e)
{
	struct entering x = {.app = app, .e = e};
	bool ok = app_may(app, MAY_EXAM, e) && sheet_load(app, session, seat, &x.arena, &x.sheet, e) && read_all(&x, w, 1);
	sheet_release(&x.sheet);
	arena_release(&x.arena);
	return ok;
}

static const char *how_to_write(const struct form_part *p, struct arena *a)
{
	int last = p && p->option_count ? (int)('a' + p->option_count - 1) : 'a';
	if (!p)
		return "";
	switch (p->kind) {
	case FORM_CHOICE: return p->several ? arena_printf(a, _("letters a–%c, with commas"), last) : arena_printf(a, _("a letter a–%c"), last);
	case FORM_ORDER: return arena_printf(a, _("letters a–%c in their order"), last);
	case FORM_PAIR: return arena_printf(a, _("%zu letters a–%c, - for none"), p->left_count, last);
	case FORM_GAPS: return p->gap_count > 1 ? arena_printf(a, _("%zu words, with | between them"), p->gap_count) : _("as written");
	case FORM_TURNS: return arena_printf(a, _("%zu answers, with | between them"), p->turn_count);
	case FORM_TEXT:
	case FORM_ASK:
	case FORM_DRAWING:
	case FORM_CARD: break;
	}
	return "";
}

bool exam_sheet(struct app *app, int64_t session, int seat, exam_sheet_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct sheet s = {0};
	bool ok = app_may(app, MAY_EXAM, e) && sheet_load(app, session, seat, &a, &s, e);
	for (size_t i = 0; ok && i < s.count; i++)
		if (!fn(ctx, s.questions[i].no, sheet_ask(&s.questions[i].form, &a), how_to_write(sheet_part(&s.questions[i].form), &a)))
			break;
	sheet_release(&s);
	arena_release(&a);
	return ok;
}
