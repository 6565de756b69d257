#include "config.h"
#include "store/marks.h"

#include <stdio.h>

#include "store/stmt.h"

bool exam_standing_each(struct store *s, int64_t person, standing_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_STANDING_EACH);
	query_int(&q, person);
	bool more = true;
	while (more && query_row(&q)) {
		struct standing_row r = {
			.sitting = query_text_at(&q, 0), .session = query_int_at(&q, 1), .person = query_int_at(&q, 2), .exam = query_text_at(&q, 3),
			.version = query_int_at(&q, 4), .latin = query_text_at(&q, 5), .birth = query_text_at(&q, 6), .document = query_text_at(&q, 7),
			.ended_at = query_int_at(&q, 8), .title = query_text_at(&q, 9), .day = query_text_at(&q, 10), .room = query_text_at(&q, 11),
			.kind = query_text_at(&q, 12), .at = query_int_at(&q, 13), .mark = (int)query_int_at(&q, 14), .maximum = (int)query_int_at(&q, 15),
			.scale = (int)query_int_at(&q, 16), .passed = query_int_at(&q, 17) != 0, .complete = query_int_at(&q, 18) != 0,
			.sections = query_text_at(&q, 19),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool exam_mark_add(struct store *s, const char *sitting, const struct mark_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_MARK_ADD);
	query_text(&q, sitting);
	query_int(&q, r->section);
	query_text(&q, r->criterion);
	query_int(&q, r->number);
	query_int(&q, r->mark);
	query_int(&q, r->maximum);
	query_int(&q, r->assessor);
	query_int(&q, r->at);
	query_text(&q, r->text);
	query_text(&q, r->kind);
	query_int(&q, r->marker);
	query_int(&q, r->second);
	return query_run(&q, e);
}

bool exam_mark_each(struct store *s, const char *sitting, mark_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_MARK_EACH);
	query_text(&q, sitting);
	bool more = true;
	while (more && query_row(&q)) {
		struct mark_row r = {
			.section = (int)query_int_at(&q, 0), .criterion = query_text_at(&q, 1), .number = (int)query_int_at(&q, 2), .mark = (int)query_int_at(&q, 3),
			.maximum = (int)query_int_at(&q, 4), .assessor = query_int_at(&q, 5), .assessor_name = query_text_at(&q, 6), .at = query_int_at(&q, 7),
			.text = query_text_at(&q, 8), .kind = query_text_at(&q, 9), .marker = (int)query_int_at(&q, 10), .second = query_int_at(&q, 11),
			.second_name = query_text_at(&q, 12),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool exam_verdict_add(struct store *s, int64_t session, const struct verdict_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_VERDICT_ADD);
	query_int(&q, session);
	query_text(&q, r->path);
	query_text(&q, r->hash);
	query_int(&q, r->gap);
	query_text(&q, r->answer);
	query_text(&q, r->verdict);
	query_int(&q, r->assessor);
	query_int(&q, r->at);
	return query_run(&q, e);
}

bool exam_verdict_each(struct store *s, int64_t session, verdict_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_VERDICT_EACH);
	query_int(&q, session);
	bool more = true;
	while (more && query_row(&q)) {
		struct verdict_row r = {
			.path = query_text_at(&q, 0), .hash = query_text_at(&q, 1), .gap = (int)query_int_at(&q, 2), .answer = query_text_at(&q, 3),
			.verdict = query_text_at(&q, 4), .assessor = query_int_at(&q, 5), .assessor_name = query_text_at(&q, 6), .at = query_int_at(&q, 7),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool exam_release_add(struct store *s, int64_t session, const struct release_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_RELEASE_ADD);
	query_int(&q, session);
	query_int(&q, r->at);
	query_int(&q, r->assessor);
	query_text(&q, r->act);
	return query_run(&q, e);
}

bool exam_release_get(struct store *s, int64_t session, struct arena *a, struct release_row *out, struct err *e)
{
	struct query q;
	*out = (struct release_row){.assessor_name = "", .act = ""};
	query_open(&q, s, STMT_EXAM_RELEASE_GET);
	query_int(&q, session);
	if (query_row(&q))
		*out = (struct release_row){.at = query_int_at(&q, 0), .assessor = query_int_at(&q, 1), .assessor_name = arena_strdup(a, query_text_at(&q, 2)),
					    .act = arena_strdup(a, query_text_at(&q, 3))};
	return query_end(&q, e);
}

bool exam_session_waiting(struct store *s, session_id_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SESSION_WAITING);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_int_at(&q, 0));
	return query_end(&q, e);
}

bool exam_outcome_add(struct store *s, const char *sitting, const struct outcome_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_OUTCOME_ADD);
	query_text(&q, sitting);
	query_int(&q, r->at);
	query_text(&q, r->cause);
	query_int(&q, r->assessor);
	query_int(&q, r->second);
	query_text(&q, r->text);
	query_int(&q, r->mark);
	query_int(&q, r->maximum);
	query_int(&q, r->scale);
	query_int(&q, r->passed);
	query_int(&q, r->complete);
	query_text(&q, r->sections);
	return query_run(&q, e);
}

bool exam_outcome_each(struct store *s, const char *sitting, outcome_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_OUTCOME_EACH);
	query_text(&q, sitting);
	bool more = true;
	while (more && query_row(&q)) {
		struct outcome_row r = {
			.at = query_int_at(&q, 0), .cause = query_text_at(&q, 1), .assessor_name = query_text_at(&q, 2), .second_name = query_text_at(&q, 3),
			.text = query_text_at(&q, 4), .mark = (int)query_int_at(&q, 5), .maximum = (int)query_int_at(&q, 6), .scale = (int)query_int_at(&q, 7),
			.passed = query_int_at(&q, 8) != 0, .complete = query_int_at(&q, 9) != 0, .sections = query_text_at(&q, 10),
			.assessor = query_int_at(&q, 11), .second = query_int_at(&q, 12),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool exam_review_add(struct store *s, const char *sitting, int64_t at, const char *text, bool *taken, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_REVIEW_ADD);
	query_text(&q, sitting);
	query_int(&q, at);
	query_text(&q, text);
	return query_run_unique(&q, taken, e);
}

bool exam_review_each(struct store *s, const char *sitting, bool waiting, review_request_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_REVIEW_EACH);
	query_text(&q, sitting);
	query_int(&q, waiting);
	bool more = true;
	while (more && query_row(&q)) {
		struct review_request r = {
			.sitting = query_text_at(&q, 0), .asked_at = query_int_at(&q, 1), .text = query_text_at(&q, 2), .session = query_int_at(&q, 3),
			.seat = (int)query_int_at(&q, 4), .person = query_int_at(&q, 5), .name = query_text_at(&q, 6), .exam = query_text_at(&q, 7),
			.title = query_text_at(&q, 8), .day = query_text_at(&q, 9), .answered_at = query_int_at(&q, 10), .answered_by = query_text_at(&q, 11),
			.changed = query_int_at(&q, 12) != 0, .answer = query_text_at(&q, 13), .version = query_int_at(&q, 14),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool exam_review_answer_add(struct store *s, const struct review_request *r, bool *taken, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_REVIEW_ANSWER_ADD);
	query_text(&q, r->sitting);
	query_int(&q, r->answered_at);
	query_int(&q, r->assessor);
	query_int(&q, r->second);
	query_int(&q, r->changed);
	query_text(&q, r->answer);
	return query_run_unique(&q, taken, e);
}

bool exam_sitting_with_path(struct store *s, const char *exam, const char *path, sitting_id_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_SITTING_WITH_PATH);
	query_text(&q, exam);
	query_text(&q, path);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_int_at(&q, 1), (int)query_int_at(&q, 2));
	return query_end(&q, e);
}

bool exam_staff_others(struct store *s, int64_t person, int *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_STAFF_OTHERS);
	query_int(&q, person);
	*out = query_row(&q) ? (int)query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool exam_taught(struct store *s, int64_t person, int64_t actor, char out[16], struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_TAUGHT);
	query_int(&q, person);
	query_int(&q, actor);
	snprintf(out, 16, "%s", query_row(&q) ? query_text_at(&q, 0) : "");
	return query_end(&q, e);
}
