/* Fulfilled requirements: written once, read for readiness and for exports. Declared in certificates.h. */
#include "config.h"
#include "store/certificates.h"

#include <string.h>

#include "core/clock.h"
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
		.code = query_text_at(q, COMPLETION_CODE), .name = query_text_at(q, COMPLETION_NAME), .latin = query_text_at(q, COMPLETION_LATIN),
		.birth = query_text_at(q, COMPLETION_BIRTH), .region = query_text_at(q, COMPLETION_REGION),
		.programme = query_text_at(q, COMPLETION_PROGRAMME), .programme_title = query_text_at(q, COMPLETION_PROGRAMME_TITLE),
		.destination = query_text_at(q, COMPLETION_DESTINATION), .requirement = query_text_at(q, COMPLETION_REQUIREMENT),
		.requirement_title = query_text_at(q, COMPLETION_REQUIREMENT_TITLE),
		.mark = (int)query_int_at(q, COMPLETION_MARK), .maximum = (int)query_int_at(q, COMPLETION_MAXIMUM),
		.completed_at = query_int_at(q, COMPLETION_COMPLETED_AT), .serial = query_text_at(q, COMPLETION_SERIAL),
		.issued_at = query_int_at(q, COMPLETION_ISSUED_AT), .person = query_int_at(q, COMPLETION_COLUMNS),
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

/* Numbers and times as text. Rows come in the order of time, so the date is nearly always that of the row before. */
struct cell_texts {
	char mark[24], maximum[24];
	struct instant_text {
		int64_t day; /* that `text` begins with; INT64_MIN: none yet */
		char text[21];
	} completed, issued;
};

static size_t number_text(int64_t n, char out[24])
{
	char digits[24];
	size_t count = 0, len = 0;
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;
	do
		digits[count++] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (n < 0)
		out[len++] = '-';
	while (count > 0)
		out[len++] = digits[--count];
	out[len] = '\0';
	return len;
}

static void two_digits(char *out, int n)
{
	out[0] = (char)('0' + n / 10);
	out[1] = (char)('0' + n % 10);
}

/* The same as instant_format, which a test holds against it. */
static void instant_text(struct instant_text *t, int64_t wall_ms)
{
	const int64_t day_ms = INT64_C(86400000);
	int64_t day = wall_ms / day_ms - (wall_ms % day_ms < 0);
	if (day != t->day) {
		instant_format(wall_ms, t->text);
		t->day = day;
		return;
	}
	int second = (int)((wall_ms - day * day_ms) / 1000);
	two_digits(t->text + 11, second / 3600);
	two_digits(t->text + 14, second / 60 % 60);
	two_digits(t->text + 17, second % 60);
}

static void set_cell(struct completion_text *row, enum completion_column column, const char *text, size_t len)
{
	row->text[column] = text;
	row->len[column] = len;
}

static void fill_row(struct query *q, struct cell_texts *cells, struct completion_text *row)
{
	for (int i = 0; i < COMPLETION_COLUMNS; i++) {
		if (i >= COMPLETION_MARK && i != COMPLETION_SERIAL)
			continue;
		const char *text = query_text_at(q, i);
		set_cell(row, (enum completion_column)i, text, (size_t)sqlite3_column_bytes(q->st, i));
	}
	set_cell(row, COMPLETION_MARK, cells->mark, number_text(query_int_at(q, COMPLETION_MARK), cells->mark));
	set_cell(row, COMPLETION_MAXIMUM, cells->maximum, number_text(query_int_at(q, COMPLETION_MAXIMUM), cells->maximum));
	instant_text(&cells->completed, query_int_at(q, COMPLETION_COMPLETED_AT));
	set_cell(row, COMPLETION_COMPLETED_AT, cells->completed.text, 20);
	int64_t issued = query_int_at(q, COMPLETION_ISSUED_AT);
	if (issued)
		instant_text(&cells->issued, issued);
	set_cell(row, COMPLETION_ISSUED_AT, issued ? cells->issued.text : "", issued ? 20 : 0);
}

bool completion_each_text(struct store *s, const struct completion_filter *f, completion_text_fn *fn, void *ctx, struct err *e)
{
	struct cell_texts cells = {.completed.day = INT64_MIN, .issued.day = INT64_MIN};
	struct completion_text row;
	struct query q;
	query_open(&q, s, STMT_COMPLETION_EACH);
	bind_filter(&q, f);
	bool more = true;
	while (more && query_row(&q)) {
		fill_row(&q, &cells, &row);
		more = fn(ctx, &row);
	}
	return query_end(&q, e);
}
