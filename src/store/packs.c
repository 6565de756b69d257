#include "config.h"
#include "store/packs.h"

#include "core/i18n.h"
#include "store/stmt.h"

static struct pack_row row_pack(struct query *q)
{
	return (struct pack_row){
		.id = query_int_at(q, 0), .pack = query_text_at(q, 1), .version = query_text_at(q, 2), .title = query_text_at(q, 3),
		.kind = query_text_at(q, 4), .teaches = query_text_at(q, 5), .level = query_text_at(q, 6), .source_language = query_text_at(q, 7),
		.state = query_text_at(q, 8), .digest = query_text_at(q, 9), .installed_at = query_int_at(q, 10),
	};
}

bool pack_each(struct store *s, bool all, pack_row_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PACK_EACH);
	query_int(&q, all);
	bool more = true;
	while (more && query_row(&q)) {
		struct pack_row p = row_pack(&q);
		more = fn(ctx, &p);
	}
	return query_end(&q, e);
}

static bool take_pack(struct query *q, struct arena *a, struct pack_row *out, bool *found, struct err *e)
{
	*found = query_row(q);
	if (*found) {
		*out = row_pack(q);
		const char **texts[] = {&out->pack, &out->version, &out->title, &out->kind, &out->teaches, &out->level,
					&out->source_language, &out->state, &out->digest};
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			*texts[i] = arena_strdup(a, *texts[i]);
	}
	return query_end(q, e);
}

bool pack_active(struct store *s, const char *pack, struct arena *a, struct pack_row *out, struct err *e)
{
	struct query q;
	bool found;
	query_open(&q, s, STMT_PACK_ACTIVE);
	query_text(&q, pack);
	return take_pack(&q, a, out, &found, e) &&
	       (found || err_set(e, ERR_ABSENT, _("no pack '%s' is installed; 'safar pack list' shows those that are"), pack));
}

bool pack_by_id(struct store *s, int64_t version, struct arena *a, struct pack_row *out, struct err *e)
{
	struct query q;
	bool found;
	query_open(&q, s, STMT_PACK_BY_ID);
	query_int(&q, version);
	return take_pack(&q, a, out, &found, e) && (found || err_set(e, ERR_ABSENT, _("that version of the pack is not in the store; install it again")));
}

static bool each_item(struct query *q, bool (*fn)(void *ctx, const struct item_row *r), void *ctx, struct err *e)
{
	bool more = true;
	while (more && query_row(q)) {
		struct item_row r = {
			.unit = query_text_at(q, 0), .id = query_text_at(q, 1), .parent = query_text_at(q, 2), .slot = query_text_at(q, 3),
			.kind = query_text_at(q, 4), .position = (int)query_int_at(q, 5), .step = query_int_at(q, 6) != 0, .bank = query_int_at(q, 7) != 0,
			.hash = query_text_at(q, 8), .body = sqlite3_column_type(q->st, 9) == SQLITE_NULL ? NULL : query_text_at(q, 9),
		};
		more = fn(ctx, &r);
	}
	return query_end(q, e);
}

bool pack_units(struct store *s, int64_t version, bool (*fn)(void *ctx, const struct item_row *r), void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PACK_UNITS);
	query_int(&q, version);
	return each_item(&q, fn, ctx, e);
}

bool pack_unit_rows(struct store *s, int64_t version, const char *unit, bool (*fn)(void *ctx, const struct item_row *r), void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PACK_UNIT_ROWS);
	query_int(&q, version);
	query_text(&q, unit);
	return each_item(&q, fn, ctx, e);
}

bool pack_item_rows(struct store *s, int64_t version, bool (*fn)(void *ctx, const struct item_row *r), void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PACK_ITEM_ROWS);
	query_int(&q, version);
	return each_item(&q, fn, ctx, e);
}

bool pack_body(struct store *s, const char *hash, struct arena *a, const char **body, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_BODY_GET);
	query_text(&q, hash);
	bool found = query_row(&q);
	if (found)
		*body = arena_strdup(a, query_text_at(&q, 0));
	return query_end(&q, e) && (found || err_set(e, ERR_ABSENT, _("the text of an item is not in the store; install its pack again")));
}

bool word_table_of(struct store *s, int64_t version, struct arena *a, const char **body, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_WORD_TABLE_OF);
	query_int(&q, version);
	*body = query_row(&q) ? arena_strdup(a, query_text_at(&q, 0)) : NULL;
	return query_end(&q, e);
}

bool pack_translations(struct store *s, int64_t version, const char *language, const char *prefix, translation_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_TRANSLATIONS);
	query_int(&q, version);
	query_text(&q, language);
	query_text(&q, prefix);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_text_at(&q, 1), query_text_at(&q, 2));
	return query_end(&q, e);
}

bool pack_has_language(struct store *s, int64_t version, const char *language, bool *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_HAS_LANGUAGE);
	query_int(&q, version);
	query_text(&q, language);
	*out = query_row(&q) && query_int_at(&q, 0) != 0;
	return query_end(&q, e);
}

bool pack_facts(struct store *s, int64_t version, bool (*fn)(void *ctx, const struct fact_row *f), void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_FACTS);
	query_int(&q, version);
	bool more = true;
	while (more && query_row(&q)) {
		struct fact_row f = {
			.name = query_text_at(&q, 0), .kind = query_text_at(&q, 1), .value = query_text_at(&q, 2), .unit = query_text_at(&q, 3),
			.label = query_text_at(&q, 4), .valid_from = query_text_at(&q, 5), .source = query_text_at(&q, 6), .checked_on = query_text_at(&q, 7),
		};
		more = fn(ctx, &f);
	}
	return query_end(&q, e);
}

bool pack_programmes(struct store *s, const char *find, programme_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PROGRAMMES);
	query_text(&q, find);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_int_at(&q, 1), query_text_at(&q, 2), query_text_at(&q, 3), query_text_at(&q, 4));
	return query_end(&q, e);
}
