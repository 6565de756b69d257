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

static int by_rank(const void *va, const void *vb)
{
	const size_t *a = va, *b = vb;
	return a[0] < b[0] ? -1 : a[0] > b[0];
}

static void note(struct pack_change *c, const char **names, size_t *count, const char *path)
{
	if (*count < PACK_CHANGE_NAMES)
		names[*count] = arena_strdup(&c->arena, path);
	++*count;
}

/* Of the things that both versions have, how many must be lifted out to bring the rest into the old order: all but a longest
 * increasing run of old ranks in the new order (patience sorting). `pairs` is {new rank, old rank}, sorted by new rank. */
static size_t count_moved(const size_t (*pairs)[2], size_t n, struct arena *a)
{
	size_t *tails = arena_array(a, n, sizeof(*tails)), length = 0;
	for (size_t i = 0; i < n; i++) {
		size_t low = 0, high = length;
		while (low < high) {
			size_t mid = (low + high) / 2;
			if (tails[mid] < pairs[i][1])
				low = mid + 1;
			else
				high = mid;
		}
		tails[low] = pairs[i][1];
		if (low == length)
			length++;
	}
	return n - length;
}

static void compare(struct things *old, struct things *new, struct arena *a, struct pack_change *c)
{
	size_t (*pairs)[2] = arena_array(a, new->count + 1, sizeof(*pairs)), both = 0, i = 0, k = 0;
	while (i < old->count || k < new->count) {
		int order = i == old->count ? 1 : k == new->count ? -1 : strcmp(old->list[i].path, new->list[k].path);
		if (order < 0) {
			note(c, c->vanished_ids, &c->vanished, old->list[i++].path);
		} else if (order > 0) {
			note(c, c->appeared_ids, &c->appeared, new->list[k++].path);
		} else {
			if (strcmp(old->list[i].hash, new->list[k].hash) != 0)
				note(c, c->changed_ids, &c->changed, new->list[k].path);
			pairs[both][0] = new->list[k++].rank;
			pairs[both++][1] = old->list[i++].rank;
		}
	}
	qsort(pairs, both, sizeof(*pairs), by_rank);
	c->moved = count_moved((const size_t(*)[2])pairs, both, a);
}

bool pack_change_find(struct app *app, int64_t before, int64_t version, struct pack_change *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct things old = {.arena = &a}, new = {.arena = &a};
	out->appeared_ids = arena_array(&out->arena, PACK_CHANGE_NAMES, sizeof(char *));
	out->changed_ids = arena_array(&out->arena, PACK_CHANGE_NAMES, sizeof(char *));
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
