#include "config.h"
#include "app/unit_load.h"

#include <string.h>

#include "core/i18n.h"

struct taking {
	struct arena *arena;
	struct loaded_unit *out;
	size_t room, hash_room;
	bool damaged;
};

const struct node *body_node(struct arena *a, const char *body)
{
	struct diag_list d;
	diag_init(&d);
	const struct node *n = node_parse(a, body, strlen(body), "", &d);
	diag_release(&d);
	return n;
}

static bool take_row(void *ctx, const struct item_row *r)
{
	struct taking *t = ctx;
	struct loaded_unit *u = t->out;
	const struct node *body = r->body ? body_node(t->arena, r->body) : NULL;
	if (!body) {
		t->damaged = true;
		return false;
	}
	u->rows = arena_grow(t->arena, u->rows, u->count, &t->room, sizeof(*u->rows));
	u->hashes = arena_grow(t->arena, u->hashes, u->count, &t->hash_room, sizeof(*u->hashes));
	u->hashes[u->count] = arena_strdup(t->arena, r->hash);
	u->rows[u->count++] = (struct unit_row){
		.id = arena_strdup(t->arena, r->id),
		.parent = arena_strdup(t->arena, r->parent),
		.slot = arena_strdup(t->arena, r->slot),
		.kind = arena_strdup(t->arena, r->kind),
		.step = r->step,
		.bank = r->bank,
		.node = body,
	};
	return true;
}

bool unit_load(struct store *s, int64_t version, const char *unit, const char *teaches, struct arena *a, struct loaded_unit *out, struct err *e)
{
	struct taking t = {.arena = a, .out = out};
	*out = (struct loaded_unit){0};
	if (!pack_unit_rows(s, version, unit, take_row, &t, e))
		return false;
	if (!out->count && !t.damaged)
		return err_set(e, ERR_ABSENT, _("no unit '%s' is installed; install its pack again"), unit);
	struct diag_list d;
	diag_init(&d);
	const struct node *root = t.damaged ? NULL : unit_assemble(a, out->rows, out->count);
	out->unit = root ? unit_parse(a, root, *teaches ? teaches : NULL, false, &d) : NULL;
	diag_release(&d);
	if (!out->unit)
		return err_set(e, ERR_STORE, _("the stored text of unit '%s' is damaged; install its pack again, answers are kept"), unit);
	return true;
}

const char *loaded_hash(const struct loaded_unit *u, const char *id)
{
	for (size_t i = 0; i < u->count; i++)
		if (strcmp(u->rows[i].id, id) == 0)
			return u->hashes[i];
	return "";
}
