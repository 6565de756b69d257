/* Installed packs: versions side by side, immutable item bodies, translations by (version, context, source hash, language). */
#ifndef SAFAR_STORE_PACKS_H
#define SAFAR_STORE_PACKS_H

#include "core/arena.h"
#include "core/secret.h"
#include "store/store.h"

struct pack_row {
	int64_t id;          /* of the version */
	const char *pack, *version, *title, *kind, *teaches, *level, *source_language; /* teaches, level: "" if none */
	const char *state;   /* installing | active | superseded | removed */
	const char *digest;  /* SHA-256 over its files */
	int64_t installed_at;
};
typedef bool pack_row_fn(void *ctx, const struct pack_row *p);

/* Active versions (all states with `all`), by pack id then newest first. */
bool pack_each(struct store *s, bool all, pack_row_fn *fn, void *ctx, struct err *e);
bool pack_active(struct store *s, const char *pack, struct arena *a, struct pack_row *out, struct err *e); /* ERR_ABSENT */
bool pack_by_id(struct store *s, int64_t version, struct arena *a, struct pack_row *out, struct err *e);

/* Installing: begin makes a row in state `installing` and its id; the add calls fill it (the caller batches them in transactions of at most PACK_BATCH rows);
 * activate makes it the one active version in one small commit (the former becomes superseded); sweep deletes leftovers of broken installations. */
enum { PACK_BATCH = 500 };
bool pack_begin(struct store *s, const struct pack_row *p, int64_t *version, struct err *e);
struct item_row {
	const char *unit, *id, *parent, *slot, *kind;
	int position;        /* within the unit, from 0 */
	bool step, bank;
	const char *hash;    /* of the body */
	const char *body;    /* compact JSON; may be NULL when listing */
};
bool pack_add_item(struct store *s, int64_t version, const struct item_row *r, struct err *e);
bool pack_add_translation(struct store *s, int64_t version, const char *language, const char *context, const char *source_hash, const char *text, struct err *e);
struct fact_row {
	const char *name, *kind, *value, *unit, *label, *valid_from, *source, *checked_on; /* "" where absent */
};
bool pack_add_fact(struct store *s, int64_t version, const struct fact_row *f, struct err *e);
bool pack_add_programme(struct store *s, int64_t version, const char *id, const char *title, const char *destination, const char *body, struct err *e);
bool pack_activate(struct store *s, int64_t version, int64_t at, struct err *e);
bool pack_hide(struct store *s, const char *pack, struct err *e);      /* state removed; bodies stay */
bool pack_sweep(struct store *s, struct err *e);

/* Units of a version in order: id, title, minutes are in the body of the unit row. */
bool pack_units(struct store *s, int64_t version, bool (*fn)(void *ctx, const struct item_row *r), void *ctx, struct err *e);
/* All rows of one unit in order, with bodies. */
bool pack_unit_rows(struct store *s, int64_t version, const char *unit, bool (*fn)(void *ctx, const struct item_row *r), void *ctx, struct err *e);
/* Every row of a version by unit, position, without bodies: what an upgrade compares. */
bool pack_item_rows(struct store *s, int64_t version, bool (*fn)(void *ctx, const struct item_row *r), void *ctx, struct err *e);
bool pack_body(struct store *s, const char *hash, struct arena *a, const char **body, struct err *e);

/* Translations whose context begins with `prefix`, in one language. */
typedef bool translation_fn(void *ctx, const char *context, const char *source_hash, const char *text);
bool pack_translations(struct store *s, int64_t version, const char *language, const char *prefix, translation_fn *fn, void *ctx, struct err *e);
bool pack_has_language(struct store *s, int64_t version, const char *language, bool *out, struct err *e);
bool pack_facts(struct store *s, int64_t version, bool (*fn)(void *ctx, const struct fact_row *f), void *ctx, struct err *e);

/* Programmes of active packs: "pack/programme", version id, title, destination, body. `find` NULL: all. */
typedef bool programme_fn(void *ctx, const char *path, int64_t version, const char *title, const char *destination, const char *body);
bool pack_programmes(struct store *s, const char *find, programme_fn *fn, void *ctx, struct err *e);

/* Stores a word table under its hash and gives it to a version, in place of another; `body` is text. */
bool word_table_keep(struct store *s, int64_t version, const char *hash, const char *body, struct err *e);
/* The word table of a version, in `a`; *body is NULL where it has none. */
bool word_table_of(struct store *s, int64_t version, struct arena *a, const char **body, struct err *e);

#endif
