#include "config.h"
#include "store/mistakes.h"

#include "store/stmt.h"

static bool give(struct query *q, int64_t person, judged_fn *fn, void *ctx, struct err *e)
{
	bool more = true;
	while (more && query_row(q)) {
		struct judged j = {
			.path = query_text_at(q, 0), .drill = query_text_at(q, 1), .given = query_text_at(q, 2), .verdict = query_text_at(q, 3),
			.reasons = query_text_at(q, 4), .at = query_int_at(q, 5), .offset_min = (int)query_int_at(q, 6), .seq = query_int_at(q, 7),
			.person = person ? person : query_int_at(q, 8),
		};
		more = fn(ctx, &j);
	}
	return query_end(q, e);
}

bool judged_each(struct store *s, int64_t person, judged_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_JUDGED_EACH);
	query_int(&q, person);
	return give(&q, person, fn, ctx, e);
}

bool group_mistakes(struct store *s, int64_t since, judged_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_GROUP_MISTAKES);
	query_int(&q, since);
	return give(&q, 0, fn, ctx, e);
}

bool group_people(struct store *s, const char *programme, group_person_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	bool more = true;
	query_open(&q, s, STMT_GROUP_PEOPLE);
	query_text(&q, programme);
	while (more && query_row(&q))
		more = fn(ctx, query_int_at(&q, 0), query_text_at(&q, 1), query_text_at(&q, 2));
	return query_end(&q, e);
}

bool group_tried(struct store *s, group_tried_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	bool more = true;
	query_open(&q, s, STMT_GROUP_TRIED);
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_int_at(&q, 1));
	return query_end(&q, e);
}
