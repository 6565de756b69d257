/* The life of sittings: states, events, clock, form and answers. Declared in exams.h. */
#include "config.h"
#include "store/exams.h"

#include "core/i18n.h"
#include "store/stmt.h"

bool exam_confirmed(struct store *s, const char *sitting, const char *latin, const char *birth, const char *document, int64_t by, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_CONFIRM);
	query_text(&q, latin);
	query_text(&q, birth);
	query_text(&q, document);
	query_int(&q, by);
	query_text(&q, sitting);
	return query_run(&q, e);
}

bool exam_sitting_move(struct store *s, const struct place_row *r, struct err *e)
{
	struct query q;
	bool taken;
	query_open(&q, s, STMT_EXAM_SITTING_MOVE);
	query_text(&q, r->state);
	query_text(&q, r->why);
	query_int(&q, r->interruptions);
	query_int(&q, r->started_at);
	query_int(&q, r->ended_at);
	query_int(&q, r->away.at);
	query_int(&q, r->away.mono);
	query_text(&q, r->away.boot);
	query_text(&q, r->sitting);
	bool ok = query_run_unique(&q, &taken, e);
	return taken ? err_set(e, ERR_INPUT, _("'%s' has another sitting of this exam under way; end that one first"), r->name) : ok;
}

bool exam_event_add(struct store *s, const struct event_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_EVENT_ADD);
	query_int(&q, r->session);
	query_text_or_null(&q, r->sitting);
	query_int(&q, r->at);
	query_int(&q, r->actor);
	query_int(&q, r->second);
	query_text(&q, r->role);
	query_text(&q, r->act);
	query_text(&q, r->from);
	query_text(&q, r->to);
	query_text(&q, r->why);
	query_text(&q, r->text);
	return query_run(&q, e);
}

static bool give_events(struct query *q, int64_t session, event_row_fn *fn, void *ctx, struct err *e)
{
	bool more = true;
	while (more && query_row(q)) {
		struct event_row r = {
			.seq = query_int_at(q, 0), .at = query_int_at(q, 1), .seat = (int)query_int_at(q, 2), .who = query_text_at(q, 3),
			.role = query_text_at(q, 4), .act = query_text_at(q, 5), .from = query_text_at(q, 6), .to = query_text_at(q, 7),
			.why = query_text_at(q, 8), .text = query_text_at(q, 9), .with = query_text_at(q, 10), .session = session, .sitting = "",
		};
		more = fn(ctx, &r);
	}
	return query_end(q, e);
}

bool exam_event_each(struct store *s, int64_t session, event_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_EVENT_EACH);
	query_int(&q, session);
	return give_events(&q, session, fn, ctx, e);
}

bool exam_event_since(struct store *s, int64_t session, int64_t seq, event_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_EVENT_SINCE);
	query_int(&q, session);
	query_int(&q, seq);
	return give_events(&q, session, fn, ctx, e);
}

static bool get_number(struct query *q, int64_t *out, struct err *e)
{
	*out = query_row(q) ? query_int_at(q, 0) : 0;
	return query_end(q, e);
}

bool exam_clock_told(struct store *s, int64_t session, int64_t now, bool *out, struct err *e)
{
	struct query q;
	int64_t count;
	query_open(&q, s, STMT_EXAM_CLOCK_TOLD);
	query_int(&q, session);
	query_int(&q, now);
	bool ok = get_number(&q, &count, e);
	*out = count > 0;
	return ok;
}

bool exam_decided(struct store *s, const char *sitting, int64_t *seq, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_DECIDED);
	query_text(&q, sitting);
	return get_number(&q, seq, e);
}

bool exam_live(struct store *s, const char *sitting, const char *token, const struct moment *m, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_LIVE);
	query_text(&q, token);
	query_int(&q, m->at);
	query_int(&q, m->mono);
	query_text(&q, m->boot);
	query_text(&q, sitting);
	return query_run(&q, e);
}

bool exam_beat(struct store *s, const char *sitting, const char *token, int section, int64_t delta, const struct moment *m, bool *taken, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_BEAT);
	query_int(&q, delta);
	query_int(&q, m->at);
	query_int(&q, m->mono);
	query_text(&q, m->boot);
	query_text(&q, sitting);
	query_text(&q, token);
	query_int(&q, section);
	bool ok = query_run_soft(&q, e);
	*taken = ok && sqlite3_changes(s->db) == 1;
	return ok;
}

static bool run_on(struct store *s, enum stmt id, const char *sitting, struct err *e)
{
	struct query q;
	query_open(&q, s, id);
	query_text(&q, sitting);
	return query_run(&q, e);
}

static bool set_number(struct store *s, enum stmt id, int64_t value, const char *sitting, struct err *e)
{
	struct query q;
	query_open(&q, s, id);
	query_int(&q, value);
	query_text(&q, sitting);
	return query_run(&q, e);
}

bool exam_section_next(struct store *s, const char *sitting, int section, struct err *e)
{
	return store_begin(s, e) &&
	       store_end(s, run_on(s, STMT_EXAM_SECTION_KEEP, sitting, e) && set_number(s, STMT_EXAM_SECTION_SET, section, sitting, e), e);
}

bool exam_extended(struct store *s, const char *sitting, int64_t ms, struct err *e)
{
	return set_number(s, STMT_EXAM_EXTEND, ms, sitting, e);
}

bool exam_calls(struct store *s, const char *sitting, bool calls, struct err *e)
{
	return set_number(s, STMT_EXAM_CALLS, calls, sitting, e);
}

bool exam_calls_from(struct store *s, const char *sitting, const char *token, bool calls, bool *taken, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_CALLS_FROM);
	query_int(&q, calls);
	query_text(&q, sitting);
	query_text(&q, token);
	bool ok = query_run(&q, e);
	*taken = ok && sqlite3_changes(s->db) == 1;
	return ok;
}

bool exam_item_add(struct store *s, const char *sitting, const struct form_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_ITEM_ADD);
	query_text(&q, sitting);
	query_int(&q, r->number);
	query_int(&q, r->section);
	query_int(&q, r->position);
	query_int(&q, r->stratum);
	query_text(&q, r->path);
	query_text(&q, r->hash);
	query_int(&q, r->maximum);
	return query_run(&q, e);
}

bool exam_item_shown(struct store *s, const char *sitting, const char *token, int number, const char *order, bool *taken, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SHOWN);
	query_int(&q, number);
	query_text(&q, sitting);
	query_text(&q, token);
	bool ok = query_run_soft(&q, e);
	*taken = ok && sqlite3_changes(s->db) == 1;
	if (!*taken)
		return ok;
	query_open(&q, s, STMT_EXAM_ITEM_SHOWN);
	query_text(&q, order);
	query_text(&q, sitting);
	query_int(&q, number);
	return query_run_soft(&q, e);
}

bool exam_item_replaced(struct store *s, const char *sitting, int number, int by, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_ITEM_REPLACED);
	query_int(&q, by);
	query_text(&q, sitting);
	query_int(&q, number);
	return query_run(&q, e);
}

static bool each_item(struct store *s, const char *sitting, bool retry, form_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_ITEM_EACH);
	query_int(&q, retry);
	query_text(&q, sitting);
	bool more = true;
	while (more && query_row(&q)) {
		struct form_row r = {
			.number = (int)query_int_at(&q, 0), .section = (int)query_int_at(&q, 1), .position = (int)query_int_at(&q, 2),
			.stratum = (int)query_int_at(&q, 3), .path = query_text_at(&q, 4), .hash = query_text_at(&q, 5),
			.maximum = (int)query_int_at(&q, 6), .showings = (int)query_int_at(&q, 7), .replaced = (int)query_int_at(&q, 8),
			.given = query_text_at(&q, 9), .verdict = query_text_at(&q, 10), .mark = (int)query_int_at(&q, 11), .reasons = query_text_at(&q, 12),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool exam_item_each(struct store *s, const char *sitting, form_row_fn *fn, void *ctx, struct err *e)
{
	return each_item(s, sitting, false, fn, ctx, e);
}

bool exam_item_typed(struct store *s, const char *sitting, form_row_fn *fn, void *ctx, struct err *e)
{
	return each_item(s, sitting, true, fn, ctx, e);
}

bool exam_path_used(struct store *s, const char *path, int *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PATH_USED);
	query_text(&q, path);
	*out = query_row(&q) ? (int)query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool exam_answer_add(struct store *s, const struct exam_answer_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_ANSWER_ADD);
	query_text(&q, r->sitting);
	query_int(&q, r->number);
	query_text(&q, r->given);
	query_text(&q, r->verdict);
	query_text(&q, r->reasons);
	query_int(&q, r->mark);
	query_int(&q, r->maximum);
	query_text_or_null(&q, r->words);
	query_int(&q, r->at.at);
	query_int(&q, r->offset_min);
	query_text(&q, r->at.boot);
	query_int(&q, r->at.mono);
	query_int(&q, r->consumed_ms);
	query_text(&q, r->language);
	query_text(&q, r->front);
	query_text(&q, r->program);
	return query_run(&q, e);
}

bool exam_answer_newest(struct store *s, int64_t *seq, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_ANSWER_NEWEST);
	return get_number(&q, seq, e);
}

bool exam_answer_since(struct store *s, int64_t session, int64_t seq, exam_answer_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_ANSWER_SINCE);
	query_int(&q, seq);
	query_int(&q, session);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_int_at(&q, 0), (int)query_int_at(&q, 1), (int)query_int_at(&q, 2), query_text_at(&q, 3), query_text_at(&q, 4));
	return query_end(&q, e);
}
