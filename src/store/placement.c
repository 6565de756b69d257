#include "config.h"
#include "store/placement.h"

#include "core/i18n.h"
#include "store/stmt.h"

bool placement_start(struct store *s, struct placement_row *p, struct err *e)
{
	struct placement_row last;
	struct query q;
	if (!store_begin(s, e))
		return false;
	bool ok = placement_last(s, p->person, p->pack, &last, e);
	if (ok && last.id && !last.finished_at)
		ok = err_set(e, ERR_INPUT, _("a placement in the course '%s' is open already; go on with that one"), p->pack);
	if (ok) {
		query_open(&q, s, STMT_PLACEMENT_START);
		query_int(&q, p->person);
		query_text(&q, p->pack);
		query_int(&q, (int64_t)p->seed);
		query_int(&q, p->begun_at);
		ok = query_run(&q, e);
		p->id = sqlite3_last_insert_rowid(s->db);
	}
	return store_end(s, ok, e);
}

bool placement_last(struct store *s, int64_t person, const char *pack, struct placement_row *out, struct err *e)
{
	struct query q;
	*out = (struct placement_row){.person = person, .pack = pack};
	query_open(&q, s, STMT_PLACEMENT_LAST);
	query_int(&q, person);
	query_text(&q, pack);
	if (query_row(&q)) {
		out->id = query_int_at(&q, 0);
		out->seed = (uint64_t)query_int_at(&q, 1);
		out->begun_at = query_int_at(&q, 2);
		out->finished_at = query_int_at(&q, 3);
		out->known = (int)query_int_at(&q, 4);
	}
	return query_end(&q, e);
}

static bool skip_units(struct store *s, const struct placement_row *p, const char *const *units, size_t count, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_UNITS_TAKE_UP);
	query_int(&q, p->person);
	query_text(&q, p->pack);
	bool ok = query_run(&q, e);
	for (size_t i = 0; ok && i < count; i++) {
		query_open(&q, s, STMT_UNIT_SKIP);
		query_int(&q, p->person);
		query_text(&q, p->pack);
		query_text(&q, units[i]);
		ok = query_run(&q, e);
	}
	return ok;
}

bool placement_finish(struct store *s, const struct placement_row *p, int64_t at, const char *const *units, size_t count, struct err *e)
{
	struct query q;
	if (!store_begin(s, e))
		return false;
	query_open(&q, s, STMT_PLACEMENT_FINISH);
	query_int(&q, at);
	query_int(&q, (int64_t)count);
	query_int(&q, p->id);
	return store_end(s, query_run(&q, e) && skip_units(s, p, units, count, e), e);
}

bool placement_answers(struct store *s, const struct placement_row *p, placement_answer_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PLACEMENT_ANSWERS);
	query_int(&q, p->person);
	query_int(&q, (int64_t)p->seed);
	query_text(&q, p->pack);
	bool more = true;
	while (more && query_row(&q)) {
		struct placement_answer a = {
			.path = query_text_at(&q, 0), .direction = query_text_at(&q, 1), .verdict = query_text_at(&q, 2), .seed = (uint64_t)query_int_at(&q, 3),
		};
		more = fn(ctx, &a);
	}
	return query_end(&q, e);
}

bool placement_units(struct store *s, int64_t version, placement_unit_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PLACEMENT_UNITS);
	query_int(&q, version);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), (int)query_int_at(&q, 1));
	return query_end(&q, e);
}

bool skipped_each(struct store *s, int64_t person, skipped_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SKIPPED_EACH);
	query_int(&q, person);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_text_at(&q, 1), (int)query_int_at(&q, 2));
	return query_end(&q, e);
}
