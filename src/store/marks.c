#include "config.h"
#include "store/marks.h"

#include "store/stmt.h"

bool exam_standing_each(struct store *s, int64_t person, standing_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_EXAM_STANDING_EACH);
	query_int(&q, person);
	bool more = true;
	while (more && query_row(&q)) {
		struct standing_row r = {
			.sitting = query_text_at(&q, 0), .session = query_int_at(&q, 1), .person = query_int_at(&q, 2), .exam = query_text_at(&q, 3),
			.version = query_int_at(&q, 4), .latin = query_text_at(&q, 5), .birth = query_text_at(&q, 6), .document = query_text_at(&q, 7),
			.ended_at = query_int_at(&q, 8), .title = query_text_at(&q, 9), .day = query_text_at(&q, 10), .room = query_text_at(&q, 11),
			.kind = query_text_at(&q, 12), .at = query_int_at(&q, 13), .mark = (int)query_int_at(&q, 14), .maximum = (int)query_int_at(&q, 15),
			.scale = (int)query_int_at(&q, 16), .passed = query_int_at(&q, 17) != 0, .complete = query_int_at(&q, 18) != 0,
			.sections = query_text_at(&q, 19),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}
