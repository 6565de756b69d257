#include "config.h"
#include "app/packs.h"

#include <string.h>

#include "core/str.h"
#include "store/exams.h"
#include "store/marks.h"

struct gathering {
	struct arena *arena;
	const char *pack;
	struct pack_session *list;
	size_t count, room;
};

static bool is_of(const char *exam, const char *pack)
{
	size_t n = strlen(pack);
	return strncmp(exam, pack, n) == 0 && exam[n] == '/';
}

static bool gather(void *ctx, const struct session_row *r)
{
	struct gathering *g = ctx;
	if (!is_of(r->exam, g->pack))
		return true;
	enum pack_session_stage stage = str_eq(r->state, "planned") ? PACK_SESSION_PLANNED : str_eq(r->state, "open") ? PACK_SESSION_OPEN : PACK_SESSION_WAITING;
	g->list = arena_grow(g->arena, g->list, g->count, &g->room, sizeof(*g->list));
	g->list[g->count++] = (struct pack_session){.id = r->id, .stage = stage, .exam = arena_strdup(g->arena, r->exam), .day = arena_strdup(g->arena, r->day)};
	return true;
}

bool packs_sessions(struct app *app, const char *pack, struct arena *a, struct pack_session **out, size_t *count, struct err *e)
{
	struct gathering g = {.arena = a, .pack = pack};
	bool ok = exam_session_each(app->store, gather, &g, e);
	size_t kept = 0;
	for (size_t i = 0; ok && i < g.count; i++) {
		struct release_row released = {0};
		ok = g.list[i].stage != PACK_SESSION_WAITING || exam_release_get(app->store, g.list[i].id, a, &released, e);
		if (released.at == 0)
			g.list[kept++] = g.list[i];
	}
	*out = g.list;
	*count = kept;
	return ok;
}
