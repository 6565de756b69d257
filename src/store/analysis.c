#include "config.h"
#include "store/analysis.h"

#include <math.h>

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

bool cut_add(struct store *s, const struct cut_row *r, int64_t *id, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CUT_ADD);
	query_text(&q, r->exam);
	query_int(&q, r->version);
	query_int(&q, r->at);
	query_int(&q, r->actor);
	query_text(&q, r->judged_on);
	query_int(&q, r->rounds);
	query_int(&q, r->judges);
	query_int(&q, r->items);
	query_real(&q, r->cut);
	query_real(&q, r->standard_error); /* NAN is kept as NULL */
	query_real(&q, r->maximum);
	query_text(&q, r->body);
	if (!query_run(&q, e))
		return false;
	*id = sqlite3_last_insert_rowid(s->db);
	return true;
}

bool cut_each(struct store *s, const char *exam, cut_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CUT_EACH);
	query_text(&q, exam);
	bool more = true;
	while (more && query_row(&q)) {
		double error = query_real_at(&q, 8);
		struct cut_row r = {
			.id = query_int_at(&q, 0), .at = query_int_at(&q, 1), .exam = exam, .actor_name = query_text_at(&q, 2), .judged_on = query_text_at(&q, 3),
			.rounds = (int)query_int_at(&q, 4), .judges = (int)query_int_at(&q, 5), .items = (int)query_int_at(&q, 6), .cut = query_real_at(&q, 7),
			.standard_error = error < 0 ? NAN : error, .maximum = query_real_at(&q, 9),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool cut_of_result(struct store *s, const char *sitting, cut_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CUT_OF_RESULT);
	query_text(&q, sitting);
	if (query_row(&q)) {
		double error = query_real_at(&q, 8);
		struct cut_row r = {
			.id = query_int_at(&q, 0), .exam = query_text_at(&q, 1), .at = query_int_at(&q, 2), .judged_on = query_text_at(&q, 3),
			.rounds = (int)query_int_at(&q, 4), .judges = (int)query_int_at(&q, 5), .items = (int)query_int_at(&q, 6), .cut = query_real_at(&q, 7),
			.standard_error = error < 0 ? NAN : error, .maximum = query_real_at(&q, 9),
		};
		fn(ctx, &r);
	}
	return query_end(&q, e);
}
