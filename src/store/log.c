#include "config.h"
#include "store/log.h"

#include <string.h>

#include "core/str.h"
#include "store/stmt.h"

/* An answer that only asks for another try counts for nothing; SQL says the same in progress_make_person. */
static bool counts(const char *verdict)
{
	return strcmp(verdict, "empty") != 0 && strcmp(verdict, "retry") != 0;
}

static bool accepted(const char *verdict)
{
	static const char *const names[] = {"ok", "note", "typo", "seen"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(verdict, names[i]) == 0)
			return true;
	return false;
}

static bool add_row(struct store *s, struct answer *a, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ANSWER_ADD);
	query_text(&q, a->uuid);
	query_int(&q, a->person);
	query_text(&q, a->path);
	query_text(&q, a->body_hash);
	query_int(&q, a->version);
	query_text_or_null(&q, a->sitting);
	query_text(&q, a->drill);
	query_text(&q, a->direction);
	query_int(&q, (int64_t)a->seed);
	query_text(&q, a->shown);
	query_text(&q, a->given);
	query_text(&q, a->verdict);
	query_text(&q, a->reasons);
	query_int(&q, a->mark);
	query_int(&q, a->maximum);
	query_int(&q, a->hints);
	query_int(&q, a->duration_ms);
	query_int(&q, a->at);
	query_int(&q, a->offset_min);
	query_text(&q, a->boot);
	query_int(&q, a->mono_ms);
	query_text(&q, a->language);
	query_text(&q, a->front);
	query_text(&q, a->program);
	query_int_or_null(&q, a->corrects);
	query_text_or_null(&q, a->words ? a->words : "");
	if (!query_run(&q, e))
		return false;
	a->seq = sqlite3_last_insert_rowid(s->db);
	return true;
}

static bool add_progress(struct store *s, const struct answer *a, struct err *e)
{
	struct query q;
	if (a->corrects) {
		/* What it corrects no longer counts, so the path is reckoned anew; that is rare. */
		static const enum stmt steps[] = {STMT_PROGRESS_FORGET_PATH, STMT_PROGRESS_MAKE_PATH};
		for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
			query_open(&q, s, steps[i]);
			query_int(&q, a->person);
			query_text(&q, a->path);
			if (!query_run(&q, e))
				return false;
		}
		return true;
	}
	if (!counts(a->verdict))
		return true;
	query_open(&q, s, STMT_PROGRESS_ADD);
	query_int(&q, a->person);
	query_text(&q, a->path);
	query_int(&q, accepted(a->verdict));
	query_int(&q, a->seq);
	return query_run(&q, e);
}

bool answer_add(struct store *s, struct answer *a, struct err *e)
{
	if (!store_begin(s, e))
		return false;
	bool counted = !*a->sitting && strcmp(a->drill, ANSWER_PLACEMENT) != 0;
	bool ok = add_row(s, a, e) && (!counted || add_progress(s, a, e));
	return store_end(s, ok, e);
}

static struct answer row_of(struct query *q)
{
	return (struct answer){
		.seq = query_int_at(q, 0), .uuid = query_text_at(q, 1), .person = query_int_at(q, 2), .path = query_text_at(q, 3),
		.body_hash = query_text_at(q, 4), .version = query_int_at(q, 5), .sitting = query_text_at(q, 6),
		.drill = query_text_at(q, 7), .direction = query_text_at(q, 8), .seed = (uint64_t)query_int_at(q, 9),
		.shown = query_text_at(q, 10), .given = query_text_at(q, 11), .verdict = query_text_at(q, 12), .reasons = query_text_at(q, 13),
		.mark = (int)query_int_at(q, 14), .maximum = (int)query_int_at(q, 15), .hints = (int)query_int_at(q, 16),
		.duration_ms = query_int_at(q, 17), .at = query_int_at(q, 18), .offset_min = (int)query_int_at(q, 19),
		.boot = query_text_at(q, 20), .mono_ms = query_int_at(q, 21), .language = query_text_at(q, 22), .front = query_text_at(q, 23),
		.program = query_text_at(q, 24), .corrects = query_int_at(q, 25), .words = query_text_at(q, 26),
	};
}

static bool give_rows(struct query *q, answer_fn *fn, void *ctx, struct err *e)
{
	bool more = true;
	while (more && query_row(q)) {
		struct answer a = row_of(q);
		more = fn(ctx, &a);
	}
	return query_end(q, e);
}

bool answer_each(struct store *s, int64_t person, int64_t from_seq, answer_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, person ? STMT_ANSWER_EACH_OF : STMT_ANSWER_EACH);
	if (person)
		query_int(&q, person);
	query_int(&q, from_seq);
	return give_rows(&q, fn, ctx, e);
}

bool answer_read(struct store *s, int64_t seq, answer_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ANSWER_READ);
	query_int(&q, seq);
	return give_rows(&q, fn, ctx, e);
}

bool answer_read_standing(struct store *s, int64_t seq, answer_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ANSWER_STANDING);
	query_int(&q, seq);
	return give_rows(&q, fn, ctx, e);
}

bool answer_mistaken_at(struct store *s, const char *path, const char *drill, answer_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ANSWER_MISTAKEN_AT);
	query_text(&q, path);
	query_text(&q, drill);
	return give_rows(&q, fn, ctx, e);
}

bool drill_each(struct store *s, int64_t person, const char *pack, int most, drill_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_DRILL_EACH);
	query_int(&q, person);
	query_text(&q, pack);
	query_int(&q, most);
	bool more = true;
	while (more && query_row(&q)) {
		struct drill_row r = {
			.seq = query_int_at(&q, 0), .path = query_text_at(&q, 1), .drill = query_text_at(&q, 2), .verdict = query_text_at(&q, 3),
			.seed = (uint64_t)query_int_at(&q, 4),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}
