#include "config.h"
#include "app/pack_list.h"

#include "app/pack_words.h"
#include "store/packs.h"

struct listing {
	struct arena *arena;
	struct pack_listing *list;
	int64_t *versions; /* ids, one per pack of the list */
	size_t count, room, id_room;
};

static bool take_pack(void *ctx, const struct pack_row *p)
{
	struct listing *l = ctx;
	l->list = arena_grow(l->arena, l->list, l->count, &l->room, sizeof(*l->list));
	l->versions = arena_grow(l->arena, l->versions, l->count, &l->id_room, sizeof(*l->versions));
	l->versions[l->count] = p->id;
	l->list[l->count++] = (struct pack_listing){
		.pack = arena_strdup(l->arena, p->pack),
		.version = arena_strdup(l->arena, p->version),
		.title = arena_strdup(l->arena, p->title),
		.installed_at = p->installed_at,
	};
	return true;
}

static bool translate_title(struct app *app, struct arena *a, int64_t version, struct pack_listing *p, struct err *e)
{
	struct pack_words *pw = pack_words_load(app->store, version, "pack.", app->language, e);
	if (!pw)
		return false;
	struct words w = pack_words_view(pw);
	p->title = arena_strdup(a, w.translate(w.ctx, a, "pack.title", p->title));
	pack_words_free(pw);
	return true;
}

bool pack_list_load(struct app *app, struct arena *a, struct pack_listing **out, size_t *count, struct err *e)
{
	struct listing l = {.arena = a};
	bool ok = app_may(app, MAY_PACKS, e) && pack_each(app->store, false, take_pack, &l, e);
	for (size_t i = 0; ok && i < l.count; i++)
		ok = translate_title(app, a, l.versions[i], &l.list[i], e);
	*out = l.list;
	*count = ok ? l.count : 0;
	return ok;
}
