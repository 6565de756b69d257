#include "config.h"
#include "store/cards.h"

#include "store/stmt.h"

static struct card row_card(struct query *q)
{
	return (struct card){
		.path = query_text_at(q, 0),
		.memory = {
			.state = (enum fsrs_state)query_int_at(q, 1), .step = (int)query_int_at(q, 2),
			.memory = {query_real_at(q, 3), query_real_at(q, 4)},
			.reps = (int)query_int_at(q, 5), .lapses = (int)query_int_at(q, 6), .last_day = query_int_at(q, 7),
		},
		.due_day = query_int_at(q, 8), .due_at = query_int_at(q, 9), .place = query_int_at(q, 10),
	};
}

bool card_read(struct store *s, int64_t person, const char *path, struct arena *a, struct card *out, bool *found, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CARD_READ);
	query_int(&q, person);
	query_text(&q, path);
	*found = query_row(&q);
	if (*found) {
		*out = row_card(&q);
		out->path = arena_strdup(a, out->path);
	}
	return query_end(&q, e);
}

bool card_each(struct store *s, int64_t person, bool active, card_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, active ? STMT_CARD_EACH_ACTIVE : STMT_CARD_EACH);
	query_int(&q, person);
	bool more = true;
	while (more && query_row(&q)) {
		struct card c = row_card(&q);
		more = fn(ctx, &c);
	}
	return query_end(&q, e);
}

bool review_each(struct store *s, int64_t from_seq, review_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_REVIEW_EACH);
	query_int(&q, from_seq);
	bool more = true;
	while (more && query_row(&q)) {
		struct review_row r = {
			.seq = query_int_at(&q, 0), .answer = query_int_at(&q, 1), .place = query_int_at(&q, 2), .person = query_int_at(&q, 3),
			.path = query_text_at(&q, 4), .day = query_int_at(&q, 5), .grade = (int)query_int_at(&q, 6),
			.recognised = query_int_at(&q, 7) != 0, .duration_ms = query_int_at(&q, 8), .algorithm = query_text_at(&q, 9),
			.scheduler = query_int_at(&q, 10), .retention = query_real_at(&q, 11),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool vocabulary_each(struct store *s, vocabulary_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PACK_VOCABULARY);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), (int)query_int_at(&q, 1));
	return query_end(&q, e);
}

bool answer_times(struct store *s, int64_t person, int count, answer_time_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ANSWER_TIMES);
	query_int(&q, person);
	query_int(&q, count);
	bool more = true;
	while (more && query_row(&q)) {
		struct answer_time t = {
			.duration_ms = query_int_at(&q, 0), .at = query_int_at(&q, 1), .drill = query_int_at(&q, 2) != 0, .counts = query_int_at(&q, 3) != 0,
		};
		more = fn(ctx, &t);
	}
	return query_end(&q, e);
}

bool week_each(struct store *s, int64_t person, int offset_min, int rollover_hour, int64_t pause_ms, int count, week_fn *fn, void *ctx, struct err *e)
{
	/* 1970-01-01 was a Thursday: week 0 begins three days before it */
	enum { THURSDAY = 3, WEEK = 7 };
	struct query q;
	query_open(&q, s, STMT_WEEKS);
	query_int(&q, offset_min * INT64_C(60000));
	query_int(&q, rollover_hour * INT64_C(3600000));
	query_int(&q, pause_ms);
	query_int(&q, person);
	query_int(&q, count);
	bool more = true;
	while (more && query_row(&q)) {
		struct week_row w = {.monday = query_int_at(&q, 0) * WEEK - THURSDAY, .ms = query_int_at(&q, 1), .words = (int)query_int_at(&q, 2)};
		more = fn(ctx, &w);
	}
	return query_end(&q, e);
}
