#include "config.h"
#include "record/csv.h"

#include <string.h>

#include "record/sink.h"

struct csv {
	struct sink sink;
	const struct export_field *fields;
	size_t field_count;
	char delimiter;
	bool guard;      /* against formulas */
	bool quoted[256]; /* bytes for which a field is put in quotes */
	int64_t rows;
};

static bool starts_formula(char c)
{
	return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

static void write_quoted(struct csv *c, const char *text, size_t len, bool guarded)
{
	sink_char(&c->sink, '"');
	if (guarded)
		sink_char(&c->sink, '\'');
	const char *end = text + len, *quote;
	while (text < end && (quote = memchr(text, '"', (size_t)(end - text)))) {
		sink_bytes(&c->sink, text, (size_t)(quote - text) + 1);
		sink_char(&c->sink, '"');
		text = quote + 1;
	}
	sink_bytes(&c->sink, text, (size_t)(end - text));
	sink_char(&c->sink, '"');
}

static void write_field(struct csv *c, const char *text, size_t len, enum field_kind kind)
{
	bool guarded = c->guard && kind == FIELD_TEXT && len > 0 && starts_formula(text[0]);
	size_t plain = 0;
	while (plain < len && !c->quoted[(unsigned char)text[plain]])
		plain++;
	if (plain < len) {
		write_quoted(c, text, len, guarded);
		return;
	}
	if (guarded)
		sink_char(&c->sink, '\'');
	sink_bytes(&c->sink, text, len);
}

static bool write_row(void *ctx, const struct export_row *row, struct err *e)
{
	struct csv *c = ctx;
	for (size_t i = 0; i < c->field_count; i++) {
		if (i > 0)
			sink_char(&c->sink, c->delimiter);
		write_field(c, row->text[i], row->len[i], c->fields[i].kind);
	}
	sink_bytes(&c->sink, "\r\n", 2);
	c->rows++;
	return sink_sound(&c->sink, e);
}

static void write_header(struct csv *c)
{
	for (size_t i = 0; i < c->field_count; i++) {
		if (i > 0)
			sink_char(&c->sink, c->delimiter);
		write_field(c, c->fields[i].name, strlen(c->fields[i].name), FIELD_INTEGER); /* names are ours: nothing to guard */
	}
	sink_bytes(&c->sink, "\r\n", 2);
}

bool csv_write(FILE *file, const struct export_source *src, enum export_profile profile, int64_t *rows, struct err *e)
{
	bool excel = profile == PROFILE_EXCEL;
	struct csv c = {.fields = src->fields, .field_count = src->field_count, .delimiter = excel ? ';' : ',', .guard = excel};
	c.quoted[(unsigned char)c.delimiter] = c.quoted['"'] = c.quoted['\r'] = c.quoted['\n'] = true;
	sink_init(&c.sink, file);
	if (excel)
		sink_bytes(&c.sink, "\xEF\xBB\xBF", 3);
	write_header(&c);
	bool ok = src->each(src->ctx, write_row, &c, e);
	ok = sink_release(&c.sink, ok, e) && ok;
	*rows = c.rows;
	return ok;
}
