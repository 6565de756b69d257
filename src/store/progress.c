/* Reading the caches made from the log of answers, and making them again. Declared in log.h. */
#include "config.h"
#include "store/log.h"

#include "store/stmt.h"

bool progress_each(struct store *s, int64_t person, const char *path_prefix, progress_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PROGRESS_EACH);
	query_int(&q, person);
	query_text(&q, path_prefix);
	bool more = true;
	while (more && query_row(&q)) {
		struct progress_row p = {
			.path = query_text_at(&q, 0), .tries = (int)query_int_at(&q, 1), .done = query_int_at(&q, 2) != 0, .last_seq = query_int_at(&q, 3),
		};
		more = fn(ctx, &p);
	}
	return query_end(&q, e);
}

bool pack_learners(struct store *s, const char *pack, int *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PACK_LEARNERS);
	query_text(&q, pack);
	*out = query_row(&q) ? (int)query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

static bool rebuild_person(struct store *s, int64_t person, struct err *e)
{
	static const enum stmt steps[] = {STMT_PROGRESS_FORGET_PERSON, STMT_PROGRESS_MAKE_PERSON};
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		struct query q;
		query_open(&q, s, steps[i]);
		query_int(&q, person);
		if (!query_run(&q, e))
			return false;
	}
	return true;
}

static bool next_person(struct store *s, int64_t *person, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PERSON_AFTER);
	query_int(&q, *person);
	*person = query_row(&q) ? query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool progress_rebuild(struct store *s, struct err *e)
{
	int64_t person = 0;
	do {
		if (!next_person(s, &person, e))
			return false;
		/* One person is one batch: whoever answers meanwhile finds the cache whole. */
		if (person && (!store_begin(s, e) || !store_end(s, rebuild_person(s, person, e), e)))
			return false;
	} while (person);
	return true;
}

bool unit_progress_each(struct store *s, int64_t person, unit_progress_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_UNIT_PROGRESS_EACH);
	query_int(&q, person);
	bool more = true;
	while (more && query_row(&q)) {
		struct unit_progress u = {
			.pack = query_text_at(&q, 0), .unit = query_text_at(&q, 1), .version = query_int_at(&q, 2),
			.steps = (int)query_int_at(&q, 3), .done = (int)query_int_at(&q, 4), .last_seq = query_int_at(&q, 5),
		};
		more = fn(ctx, &u);
	}
	return query_end(&q, e);
}

bool unit_place(struct store *s, int64_t person, const char *pack, const char *unit, int *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_UNIT_PLACE);
	query_text(&q, unit);
	query_text(&q, pack);
	query_int(&q, person);
	*out = query_row(&q) ? (int)query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}
