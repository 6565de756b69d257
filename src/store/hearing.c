#include "config.h"
#include "store/hearing.h"

#include "store/stmt.h"

bool pack_add_script(struct store *s, int64_t version, const char *exam, int position, const struct script_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SCRIPT_ADD);
	query_int(&q, version);
	query_text(&q, exam);
	query_int(&q, position);
	query_text(&q, r->id);
	query_text(&q, r->topic);
	query_text(&q, r->title);
	query_text(&q, r->say);
	return query_run(&q, e);
}

bool script_each(struct store *s, int64_t version, const char *exam, script_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SCRIPT_EACH);
	query_int(&q, version);
	query_text(&q, exam);
	bool more = true;
	while (more && query_row(&q)) {
		struct script_row r = {query_text_at(&q, 0), query_text_at(&q, 1), query_text_at(&q, 2), query_text_at(&q, 3)};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool script_used(struct store *s, const char *path, int *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SCRIPT_USED);
	query_text(&q, path);
	*out = query_row(&q) ? (int)query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool hearing_add(struct store *s, int64_t session, int section, int64_t seed, int64_t at, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_HEARING_ADD);
	query_int(&q, session);
	query_int(&q, section);
	query_int(&q, seed);
	query_int(&q, at);
	return query_run(&q, e);
}

bool heard_add(struct store *s, int64_t session, const struct heard_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_HEARD_ADD);
	query_int(&q, session);
	query_int(&q, r->position);
	query_int(&q, r->stratum);
	query_text(&q, r->path);
	return query_run(&q, e);
}

bool heard_each(struct store *s, int64_t session, heard_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_HEARD_EACH);
	query_int(&q, session);
	bool more = true;
	while (more && query_row(&q)) {
		struct heard_row r = {.position = (int)query_int_at(&q, 0), .stratum = (int)query_int_at(&q, 1), .path = query_text_at(&q, 2),
				      .plays = (int)query_int_at(&q, 3), .played_at = query_int_at(&q, 4)};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool play_add(struct store *s, const struct play_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PLAY_ADD);
	query_int(&q, r->session);
	query_int(&q, r->position);
	query_int(&q, r->at);
	query_int(&q, r->actor);
	query_text(&q, r->why);
	query_text(&q, r->text);
	return query_run(&q, e);
}
