#include "config.h"
#include "record/json.h"

#include <jansson.h>
#include <string.h>

#include "core/i18n.h"
#include "record/sink.h"

struct json_out {
	struct sink sink;
	const struct export_field *fields;
	size_t field_count;
	int64_t rows;
};

static int take_bytes(const char *bytes, size_t n, void *ctx)
{
	sink_bytes(ctx, bytes, n);
	return 0;
}

/* Escaping is jansson's; one value at a time, so that memory does not grow with the rows. */
static bool write_text(struct sink *s, const char *text, size_t len)
{
	json_t *value = json_stringn(text, len);
	bool ok = value && json_dump_callback(value, take_bytes, s, JSON_ENCODE_ANY) == 0;
	json_decref(value);
	return ok;
}

static bool write_integer(struct sink *s, const char *text, size_t len)
{
	size_t from = len > 1 && text[0] == '-';
	for (size_t i = from; i < len; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	if (len == 0)
		sink_bytes(s, "null", 4);
	else
		sink_bytes(s, text, len);
	return true;
}

/* Numbers come from printf's %g, which JSON takes as they are. */
static bool write_number(struct sink *s, const char *text, size_t len)
{
	if (strspn(text, "0123456789.eE+-") != len)
		return false;
	if (len == 0)
		sink_bytes(s, "null", 4);
	else
		sink_bytes(s, text, len);
	return true;
}

static bool write_row(void *ctx, const struct export_row *row, struct err *e)
{
	struct json_out *out = ctx;
	sink_bytes(&out->sink, out->rows ? ",\n{" : "[\n{", 3);
	for (size_t i = 0; i < out->field_count; i++) {
		const struct export_field *f = &out->fields[i];
		if (i > 0)
			sink_char(&out->sink, ',');
		bool ok = write_text(&out->sink, f->name, strlen(f->name));
		sink_char(&out->sink, ':');
		ok = ok && (f->kind == FIELD_INTEGER ? write_integer : f->kind == FIELD_NUMBER ? write_number : write_text)(&out->sink, row->text[i], row->len[i]);
		if (!ok)
			return err_set(e, ERR_STORE, _("the field '%s' of row %lld is damaged; restore the last backup of the store"), f->name, (long long)out->rows + 1);
	}
	sink_char(&out->sink, '}');
	out->rows++;
	return sink_sound(&out->sink, e);
}

bool json_write(FILE *file, const struct export_source *src, enum export_profile profile, int64_t *rows, struct err *e)
{
	(void)profile;
	struct json_out out = {.fields = src->fields, .field_count = src->field_count};
	sink_init(&out.sink, file);
	bool ok = src->each(src->ctx, write_row, &out, e);
	if (out.rows)
		sink_bytes(&out.sink, "\n]\n", 3);
	else
		sink_bytes(&out.sink, "[]\n", 3);
	ok = sink_release(&out.sink, ok, e) && ok;
	*rows = out.rows;
	return ok;
}
