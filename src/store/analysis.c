#include "config.h"
#include "store/analysis.h"

#include "store/stmt.h"

bool analysis_sittings(struct store *s, const struct analysis_query *what, analysis_sitting_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ANALYSIS_SITTINGS);
	query_text(&q, what->exam);
	query_text(&q, what->since);
	query_text(&q, what->until);
	query_int(&q, what->everything);
	query_int(&q, what->every);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_int_at(&q, 1));
	return query_end(&q, e);
}

bool analysis_times(struct store *s, const char *sitting, analysis_time_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ANALYSIS_TIMES);
	query_text(&q, sitting);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, (int)query_int_at(&q, 0), (int)query_int_at(&q, 1), query_int_at(&q, 2));
	return query_end(&q, e);
}
