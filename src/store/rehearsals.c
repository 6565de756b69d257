#include "config.h"
#include "store/rehearsals.h"

#include "store/stmt.h"

bool rehearsal_keep(struct store *s, const struct rehearsal_row *r, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_REHEARSAL_KEEP);
	query_int(&q, r->session);
	query_int(&q, r->seat);
	query_int(&q, r->at);
	query_text(&q, r->terminal);
	query_text(&q, r->front);
	query_int(&q, r->answered);
	return query_run(&q, e);
}

bool rehearsal_each(struct store *s, int64_t session, rehearsal_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_REHEARSAL_EACH);
	query_int(&q, session);
	bool more = true;
	while (more && query_row(&q)) {
		struct rehearsal_row r = {
			.session = session, .seat = (int)query_int_at(&q, 0), .answered = (int)query_int_at(&q, 1), .at = query_int_at(&q, 2), .terminal = query_text_at(&q, 3), .front = "",
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool store_latest(struct store *s, int64_t *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_STORE_LATEST);
	*out = query_row(&q) ? query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}
