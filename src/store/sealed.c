#include "config.h"
#include "store/sealed.h"

#include "core/i18n.h"
#include "store/stmt.h"

static bool announce(struct store *s, struct pack_row *p, int64_t actor, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SEALED_VERSION);
	query_text(&q, p->pack);
	query_text(&q, p->version);
	query_text(&q, p->title);
	query_text(&q, p->teaches);
	query_text(&q, p->level);
	query_text(&q, p->source_language);
	query_text(&q, p->digest);
	query_int(&q, p->installed_at);
	if (!query_run(&q, e))
		return false;
	p->id = sqlite3_last_insert_rowid(s->db);
	query_open(&q, s, STMT_SEALED_ADD);
	query_text(&q, p->digest);
	query_text(&q, p->pack);
	query_int(&q, p->id);
	query_int(&q, p->installed_at);
	query_int(&q, actor);
	return query_run(&q, e);
}

bool sealed_announce(struct store *s, struct pack_row *p, int64_t actor, struct err *e)
{
	return store_begin(s, e) && store_end(s, announce(s, p, actor, e), e);
}

bool sealed_known(struct store *s, const char *digest, int64_t *version, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SEALED_FIND);
	query_text(&q, digest);
	*version = query_row(&q) ? query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool sealed_copy(struct store *s, int64_t announced, const char *exam, int64_t at, int64_t *version, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SEALED_VERSION_COPY);
	query_int(&q, at);
	query_int(&q, announced);
	if (!query_run(&q, e))
		return false;
	*version = sqlite3_last_insert_rowid(s->db);
	query_open(&q, s, STMT_SEALED_EXAM_COPY);
	query_int(&q, *version);
	query_int(&q, announced);
	query_text(&q, exam);
	return query_run(&q, e);
}

bool bank_use_add(struct store *s, int64_t session, int64_t version, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_BANK_USE_ADD);
	query_int(&q, session);
	query_int(&q, version);
	return query_run(&q, e);
}

bool bank_use_get(struct store *s, int64_t session, struct arena *a, struct bank_use *out, bool *found, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_BANK_USE_GET);
	query_int(&q, session);
	*found = query_row(&q);
	*out = (struct bank_use){0};
	if (*found)
		*out = (struct bank_use){
			.version = query_int_at(&q, 0), .digest = arena_strdup(a, query_text_at(&q, 1)), .opened_at = query_int_at(&q, 2),
			.first = query_int_at(&q, 3), .second = query_int_at(&q, 4), .closed_at = query_int_at(&q, 5),
		};
	return query_end(&q, e);
}

bool bank_use_open(struct store *s, int64_t session, int64_t at, int64_t first, int64_t second, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_BANK_USE_OPEN);
	query_int(&q, at);
	query_int(&q, first);
	query_int(&q, second);
	query_int(&q, session);
	if (!query_run(&q, e))
		return false;
	return sqlite3_changes(s->db) == 1 || err_set(e, ERR_INPUT, _("the bank of this session was opened already"));
}

/* A statement about a session's version and the id of its pack. */
static bool forget(struct store *s, enum stmt id, int64_t session, int64_t version, const char *pack, struct err *e)
{
	struct query q;
	query_open(&q, s, id);
	query_int(&q, version);
	query_int(&q, session);
	query_text(&q, pack);
	return query_run(&q, e);
}

bool bank_use_close(struct store *s, int64_t session, int64_t version, const char *pack, int64_t at, struct err *e)
{
	struct query q;
	/* what is deleted is overwritten, not only taken out of the tables */
	if (!sql_exec(s, "PRAGMA secure_delete = ON", e) || !forget(s, STMT_SEALED_SCRIPTS_FORGET, session, version, pack, e) ||
	    !forget(s, STMT_SEALED_TRANSLATIONS_FORGET, session, version, pack, e))
		return false;
	query_open(&q, s, STMT_SEALED_ITEMS_EMPTY);
	query_int(&q, version);
	if (!query_run(&q, e))
		return false;
	query_open(&q, s, STMT_BANK_USE_CLOSE);
	query_int(&q, at);
	query_int(&q, session);
	return query_run(&q, e);
}

bool bank_wipe(struct store *s, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CHECKPOINT);
	query_row(&q); /* whether it could: a reader may stand in the way, the next one does it then */
	return query_end(&q, e) && sql_exec(s, "PRAGMA secure_delete = OFF", e);
}

bool sealed_set_exam(struct store *s, int64_t version, const struct exam_row *r, bool *there, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SEALED_EXAM_BODY);
	query_text(&q, r->title);
	query_text(&q, r->body);
	query_int(&q, version);
	query_text(&q, r->id);
	query_text(&q, r->examines);
	bool ok = query_run(&q, e);
	*there = ok && sqlite3_changes(s->db) == 1;
	return ok;
}

bool sealed_add_item(struct store *s, int64_t version, const char *exam, int position, const struct exam_bank_row *r, const char *body, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SEALED_ITEM_ADD);
	query_int(&q, version);
	query_text(&q, exam);
	query_int(&q, position);
	query_text(&q, r->id);
	query_text(&q, r->topic);
	query_text(&q, r->skill);
	query_text(&q, r->script ? r->script : "");
	query_text(&q, r->hash);
	query_text(&q, body);
	return query_run(&q, e);
}

bool sealed_draw(struct store *s, int64_t version, const char *hash, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SEALED_ITEM_DRAW);
	query_int(&q, version);
	query_text(&q, hash);
	return query_run(&q, e);
}

bool bank_counts(struct store *s, const char *pack, const char *exam, bank_count_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_BANK_COUNTS);
	query_text(&q, exam);
	query_text(&q, pack);
	bool more = true;
	while (more && query_row(&q)) {
		struct bank_count_row r = {query_text_at(&q, 0), query_text_at(&q, 1), query_text_at(&q, 2), query_text_at(&q, 3), (int)query_int_at(&q, 4)};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool script_showings(struct store *s, const char *prefix, int64_t version, const char *exam, const char *script, int *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_SCRIPT_SHOWINGS);
	query_text(&q, prefix);
	query_int(&q, version);
	query_text(&q, exam);
	query_text(&q, script);
	*out = query_row(&q) ? (int)query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool met_bodies(struct store *s, met_body_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_MET_BODIES);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_text_at(&q, 1));
	return query_end(&q, e);
}
