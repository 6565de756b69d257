/* Blueprints, sessions, seats and the state of sittings; their form and answers are in exam_log.c. */
#include "config.h"
#include "store/exams.h"

#include <string.h>

#include "core/i18n.h"
#include "store/stmt.h"

bool pack_add_exam(struct store *s, int64_t version, const struct exam_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_ADD);
	query_int(&q, version);
	query_text(&q, r->id);
	query_text(&q, r->title);
	query_text(&q, r->body);
	query_text(&q, r->examines);
	return query_run(&q, e);
}

bool pack_add_exam_item(struct store *s, int64_t version, const char *exam, int position, const struct exam_bank_row *r, const char *body, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_BODY_ADD);
	query_text(&q, r->hash);
	query_text(&q, body);
	if (!query_run(&q, e))
		return false;
	query_open(&q, s, STMT_EXAM_BANK_ADD);
	query_int(&q, version);
	query_text(&q, exam);
	query_int(&q, position);
	query_text(&q, r->id);
	query_text(&q, r->topic);
	query_text(&q, r->skill);
	query_text(&q, r->hash);
	query_text(&q, r->script ? r->script : "");
	return query_run(&q, e);
}

bool exam_each(struct store *s, exam_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_EACH);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_int_at(&q, 1), query_text_at(&q, 2), query_text_at(&q, 3));
	return query_end(&q, e);
}

bool exam_get(struct store *s, int64_t version, const char *id, struct arena *a, const char **body, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_GET);
	query_int(&q, version);
	query_text(&q, id);
	bool found = query_row(&q);
	if (found)
		*body = arena_strdup(a, query_text_at(&q, 0));
	return query_end(&q, e) && (found || err_set(e, ERR_ABSENT, _("there is no exam '%s'; 'safar exam list --exams' shows those that are installed"), id));
}

bool exam_bank_each(struct store *s, int64_t version, const char *exam, exam_bank_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_BANK_EACH);
	query_int(&q, version);
	query_text(&q, exam);
	bool more = true;
	while (more && query_row(&q)) {
		struct exam_bank_row r = {query_text_at(&q, 0), query_text_at(&q, 1), query_text_at(&q, 2), query_text_at(&q, 3), query_text_at(&q, 4)};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool exam_session_add(struct store *s, const struct session_row *r, int64_t at, int64_t *id, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SESSION_ADD);
	query_text(&q, r->exam);
	query_int(&q, r->version);
	query_text(&q, r->title);
	query_text(&q, r->day);
	query_text(&q, r->room);
	query_int(&q, r->supervisor);
	query_int(&q, at);
	if (!query_run(&q, e))
		return false;
	*id = sqlite3_last_insert_rowid(s->db);
	return true;
}

static struct session_row row_session(struct query *q)
{
	return (struct session_row){
		.id = query_int_at(q, 0), .exam = query_text_at(q, 1), .version = query_int_at(q, 2), .title = query_text_at(q, 3),
		.day = query_text_at(q, 4), .room = query_text_at(q, 5), .supervisor = query_int_at(q, 6), .supervisor_name = query_text_at(q, 7),
		.state = query_text_at(q, 8), .started_at = query_int_at(q, 9), .kind = query_text_at(q, 10), .seats = (int)query_int_at(q, 11),
	};
}

bool exam_session_get(struct store *s, int64_t id, struct arena *a, struct session_row *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SESSION_GET);
	query_int(&q, id);
	bool found = query_row(&q);
	if (found) {
		*out = row_session(&q);
		const char **texts[] = {&out->exam, &out->title, &out->day, &out->room, &out->supervisor_name, &out->state, &out->kind};
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			*texts[i] = arena_strdup(a, *texts[i]);
	}
	return query_end(&q, e) && (found || err_set(e, ERR_ABSENT, _("there is no such session of an exam; 'safar exam list' shows them")));
}

bool exam_session_each(struct store *s, session_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SESSION_EACH);
	bool more = true;
	while (more && query_row(&q)) {
		struct session_row r = row_session(&q);
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool exam_session_state(struct store *s, int64_t id, const char *state, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SESSION_STATE);
	query_text(&q, state);
	query_int(&q, id);
	return query_run(&q, e);
}

bool exam_session_started(struct store *s, int64_t id, int64_t at, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SESSION_STARTED);
	query_int(&q, at);
	query_int(&q, id);
	return query_run(&q, e);
}

static bool next_seat(struct store *s, int64_t session, int *seat, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SEAT_NEXT);
	query_int(&q, session);
	*seat = query_row(&q) ? (int)query_int_at(&q, 0) : 1;
	if (!query_end(&q, e))
		return false;
	query_open(&q, s, STMT_EXAM_SEAT_ADD);
	query_int(&q, session);
	query_int(&q, *seat);
	return query_run(&q, e);
}

static bool add_place(struct store *s, const struct session_row *session, int64_t person, const char *uuid, int *seat, struct err *e)
{
	struct query q;
	bool taken;
	if (!next_seat(s, session->id, seat, e))
		return false;
	query_open(&q, s, STMT_EXAM_SITTING_ADD);
	query_text(&q, uuid);
	query_int(&q, session->id);
	query_int(&q, *seat);
	query_int(&q, person);
	query_text(&q, session->exam);
	query_int(&q, session->version);
	if (!query_run_unique(&q, &taken, e))
		return taken ? err_set(e, ERR_INPUT, _("that person has a seat in this session already")) : false;
	query_open(&q, s, STMT_EXAM_LIFE_ADD);
	query_text(&q, uuid);
	return query_run(&q, e);
}

bool exam_place_add(struct store *s, const struct session_row *session, int64_t person, const char *uuid, int *seat, struct err *e)
{
	return store_begin(s, e) && store_end(s, add_place(s, session, person, uuid, seat, e), e);
}

bool exam_seat_code(struct store *s, int64_t session, int seat, const char *hash, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SEAT_CODE);
	query_text(&q, hash);
	query_int(&q, session);
	query_int(&q, seat);
	return query_run(&q, e);
}

bool exam_seat_try(struct store *s, int64_t session, int seat, const char *hash, int most, bool *may, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SEAT_TRY);
	query_int(&q, session);
	query_int(&q, seat);
	query_text(&q, hash);
	query_int(&q, most);
	bool ok = query_run(&q, e);
	*may = ok && sqlite3_changes(s->db) == 1;
	return ok;
}

bool exam_seat_tried(struct store *s, int64_t session, int seat, const char *hash, bool fits, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SEAT_TRIED);
	query_int(&q, fits);
	query_int(&q, session);
	query_int(&q, seat);
	query_text(&q, hash);
	return query_run(&q, e);
}

bool exam_seat_leave(struct store *s, int64_t session, int seat, const char *hash, int64_t mono, const char *boot, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SEAT_LEAVE);
	query_text(&q, hash);
	query_int(&q, mono);
	query_text(&q, boot);
	query_int(&q, session);
	query_int(&q, seat);
	return query_run(&q, e);
}

bool exam_seat_help(struct store *s, int64_t session, int seat, int extra_percent, bool aloud, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SEAT_HELP);
	query_int(&q, extra_percent);
	query_int(&q, aloud);
	query_int(&q, session);
	query_int(&q, seat);
	return query_run(&q, e);
}

/* Columns as in the view exam_place. */
static struct place_row row_place(struct query *q)
{
	return (struct place_row){
		.session = query_int_at(q, 0), .seat = (int)query_int_at(q, 1), .sitting = query_text_at(q, 2), .person = query_int_at(q, 3),
		.code = query_text_at(q, 4), .name = query_text_at(q, 5), .person_latin = query_text_at(q, 6), .person_birth = query_text_at(q, 7),
		.language = query_text_at(q, 8), .exam = query_text_at(q, 9), .version = query_int_at(q, 10), .state = query_text_at(q, 11),
		.why = query_text_at(q, 12), .latin = query_text_at(q, 13), .birth = query_text_at(q, 14), .document = query_text_at(q, 15),
		.interruptions = (int)query_int_at(q, 16), .started_at = query_int_at(q, 17), .ended_at = query_int_at(q, 18),
		.away = {query_int_at(q, 19), query_int_at(q, 20), query_text_at(q, 21)},
		.code_hash = query_text_at(q, 22), .code_failures = (int)query_int_at(q, 23), .leave_hash = query_text_at(q, 24),
		.leave = {0, query_int_at(q, 25), query_text_at(q, 26)}, .extra_percent = (int)query_int_at(q, 27), .aloud = query_int_at(q, 28) != 0,
		.live = query_text_at(q, 29), .section = (int)query_int_at(q, 30), .consumed_ms = query_int_at(q, 31), .added_ms = query_int_at(q, 32),
		.shown = (int)query_int_at(q, 33), .calls = query_int_at(q, 34) != 0,
		.beat = {query_int_at(q, 35), query_int_at(q, 36), query_text_at(q, 37)},
	};
}

static bool take_place(struct query *q, struct arena *a, struct place_row *out, struct err *e)
{
	bool found = query_row(q);
	if (found) {
		*out = row_place(q);
		const char **texts[] = {&out->sitting, &out->code, &out->name, &out->person_latin, &out->person_birth, &out->language, &out->exam, &out->state,
					&out->why, &out->latin, &out->birth, &out->document, &out->away.boot, &out->code_hash, &out->leave_hash,
					&out->leave.boot, &out->live, &out->beat.boot};
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			*texts[i] = arena_strdup(a, *texts[i]);
	}
	return query_end(q, e) && (found || err_set(e, ERR_ABSENT, _("there is no such seat; 'safar exam show' lists the seats of a session")));
}

static bool give_places(struct query *q, place_row_fn *fn, void *ctx, struct err *e)
{
	bool more = true;
	while (more && query_row(q)) {
		struct place_row r = row_place(q);
		more = fn(ctx, &r);
	}
	return query_end(q, e);
}

bool exam_place_of(struct store *s, const char *sitting, struct arena *a, struct place_row *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_OF);
	query_text(&q, sitting);
	return take_place(&q, a, out, e);
}

bool exam_place_at(struct store *s, int64_t session, int seat, struct arena *a, struct place_row *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_AT);
	query_int(&q, session);
	query_int(&q, seat);
	return take_place(&q, a, out, e);
}

bool exam_place_each(struct store *s, int64_t session, place_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_EACH);
	query_int(&q, session);
	return give_places(&q, fn, ctx, e);
}

bool exam_place_open(struct store *s, int seat, place_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_OPEN);
	query_int(&q, seat);
	return give_places(&q, fn, ctx, e);
}

bool exam_place_planned(struct store *s, int seat, place_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_PLANNED);
	query_int(&q, seat);
	return give_places(&q, fn, ctx, e);
}

bool exam_place_mine(struct store *s, int64_t person, place_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_MINE);
	query_int(&q, person);
	return give_places(&q, fn, ctx, e);
}

bool exam_place_document(struct store *s, const char *document, int64_t person, place_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_DOCUMENT);
	query_text(&q, document);
	query_int(&q, person);
	return give_places(&q, fn, ctx, e);
}

bool exam_place_person(struct store *s, int64_t person, const char *exam, place_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_PERSON);
	query_int(&q, person);
	query_text(&q, exam);
	return give_places(&q, fn, ctx, e);
}

bool exam_place_attempts(struct store *s, int64_t person, const char *exam, place_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_PLACE_ATTEMPTS);
	query_int(&q, person);
	query_text(&q, exam);
	return give_places(&q, fn, ctx, e);
}
