/* The questions of a live screen and the answers to them. Declared in exam.h. */
#include "config.h"
#include "app/exam_gaps.h"
#include "app/exam_run_inside.h"

#include "core/i18n.h"
#include "core/str.h"

static bool is_closed(const struct exam_run *r, size_t i)
{
	return r->questions[i].passed_by;
}

bool exam_show(struct app *app, struct exam_run *r, size_t i, struct arena *a, struct form *out, struct err *e)
{
	if (i >= r->count)
		return err_set(e, ERR_INPUT, _("there is no such question"));
	if (is_closed(r, i))
		return err_set(e, ERR_DENIED, _("there is no way back to a question in this section"));
	struct exam_question *q = &r->questions[i];
	item_form(q->item, a, &r->inside->question_view, run_seed(r, q), out);
	if (r->state != SITTING_RUNNING || r->moved)
		return true;
	struct str order;
	str_init(&order);
	for (size_t p = 0; p < out->count; p++)
		for (size_t k = 0; out->parts[p].keys && k < out->parts[p].option_count; k++)
			str_addf(&order, "%s%d", order.len ? "," : "", out->parts[p].keys[k]);
	bool taken = true, ok = (i == r->now && q->seen) || exam_item_shown(app->store, r->sitting, r->inside->token, q->number, order.buf, &taken, e);
	str_release(&order);
	if (!ok)
		return false;
	if (!taken)
		return run_not_here(app, r, e);
	r->now = i;
	q->seen = true;
	for (size_t k = 0; k < i && r->blueprint->sections[r->section].forward; k++)
		r->questions[k].passed_by = true;
	return true;
}

static bool store_answer(struct app *app, struct exam_run *r, const struct exam_question *q, const struct response *resp, const struct grade *g, const char *given,
			 struct err *e)
{
	struct exam_run_inside *in = r->inside;
	const struct blueprint *b = r->blueprint;
	struct arena a = ARENA_INIT;
	struct place_row row;
	struct str reasons;
	str_init(&reasons);
	for (int i = 0; i < REASON_COUNT; i++)
		if (g->reasons & 1u << i)
			str_addf(&reasons, "%s%s", reasons.len ? "," : "", reason_name((enum reason)i));
	struct exam_answer_row answer = {
		.sitting = r->sitting, .number = q->number, .given = given, .verdict = verdict_name(g->verdict), .reasons = reasons.buf,
		.words = resp->kind == FORM_GAPS && in->table.bytes ? in->table.hash : "",
		.mark = gaps_earned(q->item, b, b->sections[r->section].skill, resp, g, &a),
		.maximum = g->maximum * blueprint_scale(b), .offset_min = app->offset_min, .at = exam_moment(app),
		.consumed_ms = in->consumed + in->pending, .language = in->language, .front = app->front, .program = PACKAGE_VERSION,
	};
	struct exam_run_inside before = *in;
	bool ok = store_begin(app->store, e);
	if (ok) {
		ok = run_fresh(app, r, &a, &row, e);
		if (ok && row.consumed_ms + in->pending > section_limit_ms(&b->sections[r->section], row.extra_percent) + row.added_ms + EXAM_GRACE_MS)
			ok = err_set(e, ERR_DENIED, _("the time of this section is used up"));
		ok = ok && exam_answer_add(app->store, &answer, e) && run_beat(app, r, e);
		ok = store_end(app->store, ok, e);
	}
	if (!ok)
		run_take_back(r, &before);
	str_release(&reasons);
	arena_release(&a);
	return ok;
}

bool exam_answer(struct app *app, struct exam_run *r, size_t i, const struct response *resp, bool *retry, struct err *e)
{
	*retry = false;
	if (i >= r->count)
		return err_set(e, ERR_INPUT, _("there is no such question"));
	if (is_closed(r, i))
		return err_set(e, ERR_DENIED, _("there is no way back to a question in this section"));
	struct exam_question *q = &r->questions[i];
	struct arena a = ARENA_INIT;
	struct grade g;
	struct str given;
	if (!run_awake(app, r, e)) {
		arena_release(&a);
		return false;
	}
	item_grade(q->item, &a, resp, &g);
	str_init(&given);
	response_write(resp, &given);
	bool ok = store_answer(app, r, q, resp, &g, given.buf, e) || run_look_after(app, r);
	*retry = ok && g.verdict == VERDICT_RETRY;
	if (ok && !*retry) {
		q->given = arena_strdup(&r->section_arena, g.verdict != VERDICT_EMPTY ? given.buf : "");
		q->answered = run_is_answered(r, q, verdict_name(g.verdict), q->given);
	}
	str_release(&given);
	arena_release(&a);
	return ok;
}
