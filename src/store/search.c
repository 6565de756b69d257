#include "config.h"
#include "store/search.h"

#include "store/stmt.h"

bool search_words(struct store *s, int64_t version, search_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SEARCH_WORDS);
	query_int(&q, version);
	bool more = true;
	while (more && query_row(&q)) {
		struct search_row r = {
			.unit = query_text_at(&q, 0), .id = query_text_at(&q, 1), .first = query_text_at(&q, 2), .all = query_text_at(&q, 3),
			.means = query_text_at(&q, 4),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool search_meanings(struct store *s, int64_t version, search_meaning_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SEARCH_MEANINGS);
	query_int(&q, version);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_text_at(&q, 1), query_text_at(&q, 2));
	return query_end(&q, e);
}
