/* Fulfilled requirements: written once, read for readiness and for exports. Declared in certificates.h. */
#include "config.h"
#include "store/certificates.h"

#include "store/stmt.h"

bool completion_add(struct store *s, const struct completion *c, bool *added, struct err *e)
{
	const char *const texts[] = {c->code, c->name, c->latin, c->birth, c->region, c->programme, c->programme_title, c->destination,
				     c->requirement, c->requirement_title};
	struct query q;
	query_open(&q, s, STMT_COMPLETION_ADD);
	query_int(&q, c->person);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		query_text(&q, texts[i]);
	query_int(&q, c->mark);
	query_int(&q, c->maximum);
	query_int(&q, c->completed_at);
	if (!query_run(&q, e))
		return false;
	*added = sqlite3_changes(s->db) == 1;
	return true;
}

static struct completion row_completion(struct query *q)
{
	return (struct completion){
		.code = query_text_at(q, 0), .name = query_text_at(q, 1), .latin = query_text_at(q, 2),
		.birth = query_text_at(q, 3), .region = query_text_at(q, 4),
		.programme = query_text_at(q, 5), .programme_title = query_text_at(q, 6),
		.destination = query_text_at(q, 7), .requirement = query_text_at(q, 8),
		.requirement_title = query_text_at(q, 9),
		.mark = (int)query_int_at(q, 10), .maximum = (int)query_int_at(q, 11),
		.completed_at = query_int_at(q, 12), .serial = query_text_at(q, 13),
		.issued_at = query_int_at(q, 14), .person = query_int_at(q, 15),
	};
}

static void bind_filter(struct query *q, const struct completion_filter *f)
{
	query_int(q, f->since ? f->since : INT64_MIN);
	query_int(q, f->until ? f->until : INT64_MAX);
	query_text(q, f->programme);
}

static bool each_completion(struct query *q, completion_fn *fn, void *ctx, struct err *e)
{
	bool more = true;
	while (more && query_row(q)) {
		struct completion c = row_completion(q);
		more = fn(ctx, &c);
	}
	return query_end(q, e);
}

bool completion_each(struct store *s, const struct completion_filter *f, completion_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_COMPLETION_EACH);
	bind_filter(&q, f);
	return each_completion(&q, fn, ctx, e);
}

bool completion_of(struct store *s, int64_t person, const char *programme, completion_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_COMPLETION_OF);
	query_int(&q, person);
	query_text(&q, programme);
	return each_completion(&q, fn, ctx, e);
}

bool completion_count(struct store *s, const struct completion_filter *f, int64_t *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_COMPLETION_COUNT);
	bind_filter(&q, f);
	if (query_row(&q))
		*out = query_int_at(&q, 0);
	return query_end(&q, e);
}
