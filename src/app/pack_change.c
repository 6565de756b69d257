#include "config.h"
#include "app/pack_change.h"

#include <stdlib.h>
#include <string.h>

#include "store/log.h"
#include "store/packs.h"

struct thing {
	const char *path, *hash; /* "unit/id" */
	size_t rank;             /* place in its version */
};
struct things {
	struct arena *arena;
	struct thing *list;
	size_t count, room;
};

static bool take_thing(void *ctx, const struct item_row *r)
{
	struct things *t = ctx;
	t->list = arena_grow(t->arena, t->list, t->count, &t->room, sizeof(*t->list));
	t->list[t->count] = (struct thing){
		.path = *r->id ? arena_printf(t->arena, "%s/%s", r->unit, r->id) : arena_strdup(t->arena, r->unit),
		.hash = arena_strdup(t->arena, r->hash),
		.rank = t->count,
	};
	t->count++;
	return true;
}

static int by_path(const void *va, const void *vb)
{
	const struct thing *a = va, *b = vb;
	return strcmp(a->path, b->path);
}

/* A thing that both versions have. */
struct pair {
	size_t rank, old_rank;
	const char *path;
};

static int by_rank(const void *va, const void *vb)
{
	const struct pair *a = va, *b = vb;
	return a->rank < b->rank ? -1 : a->rank > b->rank;
}

static void note(struct pack_change *c, const char **names, size_t *count, const char *path)
{
	if (*count < PACK_CHANGE_NAMES)
		names[*count] = arena_strdup(&c->arena, path);
	++*count;
}

/* Of the things that both versions have, those that must be lifted out to bring the rest into the old order: all but a longest
 * increasing run of old ranks in the new order (patience sorting, with the way back). `pairs` are sorted by new rank. */
static void note_moved(const struct pair *pairs, size_t n, struct arena *a, struct pack_change *c)
{
	size_t *tails = arena_array(a, n + 1, sizeof(*tails)), *before = arena_array(a, n + 1, sizeof(*before)), length = 0;
	bool *stays = arena_array(a, n + 1, sizeof(*stays));
	for (size_t i = 0; i < n; i++) {
		size_t low = 0, high = length;
		while (low < high) {
			size_t mid = (low + high) / 2;
			if (pairs[tails[mid]].old_rank < pairs[i].old_rank)
				low = mid + 1;
			else
				high = mid;
		}
		before[i] = low ? tails[low - 1] : n;
		tails[low] = i;
		if (low == length)
			length++;
	}
	for (size_t i = length ? tails[length - 1] : n; i < n; i = before[i])
		stays[i] = true;
	for (size_t i = 0; i < n; i++)
		if (!stays[i])
			note(c, c->moved_ids, &c->moved, pairs[i].path);
}

static void compare(struct things *old, struct things *new, struct arena *a, struct pack_change *c)
{
	struct pair *pairs = arena_array(a, new->count + 1, sizeof(*pairs));
	size_t both = 0, i = 0, k = 0;
	while (i < old->count || k < new->count) {
		int order = i == old->count ? 1 : k == new->count ? -1 : strcmp(old->list[i].path, new->list[k].path);
		if (order < 0) {
			note(c, c->vanished_ids, &c->vanished, old->list[i++].path);
		} else if (order > 0) {
			note(c, c->appeared_ids, &c->appeared, new->list[k++].path);
		} else {
			if (strcmp(old->list[i].hash, new->list[k].hash) != 0)
				note(c, c->changed_ids, &c->changed, new->list[k].path);
			pairs[both++] = (struct pair){.rank = new->list[k].rank, .old_rank = old->list[i].rank, .path = new->list[k].path};
			k++;
			i++;
		}
	}
	qsort(pairs, both, sizeof(*pairs), by_rank);
	note_moved(pairs, both, a, c);
}

bool pack_change_find(struct app *app, int64_t before, int64_t version, struct pack_change *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct things old = {.arena = &a}, new = {.arena = &a};
	out->appeared_ids = arena_array(&out->arena, PACK_CHANGE_NAMES, sizeof(char *));
	out->changed_ids = arena_array(&out->arena, PACK_CHANGE_NAMES, sizeof(char *));
	out->moved_ids = arena_array(&out->arena, PACK_CHANGE_NAMES, sizeof(char *));
	out->vanished_ids = arena_array(&out->arena, PACK_CHANGE_NAMES, sizeof(char *));
	bool ok = (!before || pack_item_rows(app->store, before, take_thing, &old, e)) && pack_item_rows(app->store, version, take_thing, &new, e);
	if (ok) {
		if (old.count)
			qsort(old.list, old.count, sizeof(*old.list), by_path);
		if (new.count)
			qsort(new.list, new.count, sizeof(*new.list), by_path);
		compare(&old, &new, &a, out);
		ok = pack_learners(app->store, out->id, &out->learners, e);
	}
	arena_release(&a);
	return ok;
}

void pack_change_release(struct pack_change *c)
{
	arena_release(&c->arena);
	*c = (struct pack_change){0};
}
