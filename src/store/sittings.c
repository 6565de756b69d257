/* Unit checks and their results. Declared in log.h. */
#include "config.h"
#include "store/log.h"

#include "core/i18n.h"
#include "store/stmt.h"

static bool add_sitting(struct store *s, const struct sitting *si, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SITTING_START);
	query_text(&q, si->id);
	query_text(&q, si->check);
	query_int(&q, si->person);
	query_int(&q, si->version);
	query_int(&q, (int64_t)si->seed);
	query_int(&q, si->started_at);
	query_int(&q, si->points);
	query_int(&q, si->of);
	bool taken, ok = query_run_unique(&q, &taken, e);
	return taken ? err_set(e, ERR_INPUT, _("the check '%s' has been begun already; finish it first"), si->check) : ok;
}

static bool add_item(struct store *s, const char *sitting, const struct sitting_item *i, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SITTING_ITEM_ADD);
	query_text(&q, sitting);
	query_int(&q, i->position);
	query_text(&q, i->path);
	query_text(&q, i->hash);
	query_int(&q, i->maximum);
	return query_run(&q, e);
}

bool sitting_start(struct store *s, const struct sitting *si, const struct sitting_item *items, size_t count, struct err *e)
{
	if (!store_begin(s, e))
		return false;
	bool ok = add_sitting(s, si, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = add_item(s, si->id, &items[i], e);
	return store_end(s, ok, e);
}

static bool take_sitting(struct query *q, struct arena *a, struct sitting *out, struct err *e)
{
	bool found = query_row(q);
	if (found)
		*out = (struct sitting){
			.id = arena_strdup(a, query_text_at(q, 0)), .check = arena_strdup(a, query_text_at(q, 1)),
			.person = query_int_at(q, 2), .version = query_int_at(q, 3), .seed = (uint64_t)query_int_at(q, 4),
			.started_at = query_int_at(q, 5), .finished_at = query_int_at(q, 6),
			.mark = (int)query_int_at(q, 7), .maximum = (int)query_int_at(q, 8), .points = (int)query_int_at(q, 9), .of = (int)query_int_at(q, 10),
		};
	return query_end(q, e) && (found || err_set(e, ERR_ABSENT, _("there is no such sitting; begin the check")));
}

static bool sitting_of(struct store *s, enum stmt id, int64_t person, const char *check, struct arena *a, struct sitting *out, struct err *e)
{
	struct query q;
	query_open(&q, s, id);
	query_int(&q, person);
	query_text(&q, check);
	return take_sitting(&q, a, out, e);
}

bool sitting_open(struct store *s, int64_t person, const char *check, struct arena *a, struct sitting *out, struct err *e)
{
	return sitting_of(s, STMT_SITTING_OPEN, person, check, a, out, e);
}

bool sitting_last(struct store *s, int64_t person, const char *check, struct arena *a, struct sitting *out, struct err *e)
{
	return sitting_of(s, STMT_SITTING_LAST, person, check, a, out, e);
}

bool sitting_by_id(struct store *s, const char *id, struct arena *a, struct sitting *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SITTING_BY_ID);
	query_text(&q, id);
	return take_sitting(&q, a, out, e);
}

bool sitting_items(struct store *s, const char *id, bool (*fn)(void *ctx, const struct sitting_item *i), void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SITTING_ITEMS);
	query_text(&q, id);
	bool more = true;
	while (more && query_row(&q)) {
		struct sitting_item i = {
			.position = (int)query_int_at(&q, 0), .path = query_text_at(&q, 1), .hash = query_text_at(&q, 2),
			.answered = query_int_at(&q, 3) != 0, .mark = (int)query_int_at(&q, 4), .maximum = (int)query_int_at(&q, 5),
		};
		more = fn(ctx, &i);
	}
	return query_end(&q, e);
}

struct sum {
	int mark, maximum;
};

static bool add_up(void *ctx, const struct sitting_item *i)
{
	struct sum *sum = ctx;
	sum->mark += i->mark;
	sum->maximum += i->maximum;
	return true;
}

static bool close_sitting(struct store *s, const char *id, int64_t at, struct err *e)
{
	struct sum sum = {0};
	if (!sitting_items(s, id, add_up, &sum, e))
		return false;
	struct query q;
	query_open(&q, s, STMT_SITTING_FINISH);
	query_int(&q, at);
	query_int(&q, sum.mark);
	query_int(&q, sum.maximum);
	query_text(&q, id);
	if (!query_run(&q, e))
		return false;
	return sqlite3_changes(s->db) == 1 || err_set(e, ERR_ABSENT, _("the sitting is not open; begin the check again"));
}

bool sitting_finish(struct store *s, const char *id, int64_t at, struct sitting *out, struct arena *a, struct err *e)
{
	if (!store_begin(s, e))
		return false;
	bool ok = close_sitting(s, id, at, e) && sitting_by_id(s, id, a, out, e);
	return store_end(s, ok, e);
}

bool best_each(struct store *s, int64_t person, bool (*fn)(void *ctx, const struct best_row *b), void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_BEST_EACH);
	query_int(&q, person);
	bool more = true;
	while (more && query_row(&q)) {
		struct best_row b = {
			.check = query_text_at(&q, 0), .sitting = query_text_at(&q, 1),
			.mark = (int)query_int_at(&q, 2), .maximum = (int)query_int_at(&q, 3), .at = query_int_at(&q, 4),
			.points = (int)query_int_at(&q, 5), .of = (int)query_int_at(&q, 6),
		};
		more = fn(ctx, &b);
	}
	return query_end(&q, e);
}
