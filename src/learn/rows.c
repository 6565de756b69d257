/* How a unit lies in the store: taken apart into rows, and put together again. */
#include "config.h"
#include "learn/course.h"

#include <string.h>

#include "core/alloc.h"
#include "core/str.h"

/* Kinds of parts whose children are rows of their own: where these stand, and what they are. */
struct container {
	const char *kind;
	struct {
		const char *slot, *kind;
	} children[2];
	const char *without[3];
};
static const struct container containers[] = {
	{.kind = "words", .children = {{.slot = "list", .kind = "word"}}, .without = {"list"}},
	{.kind = "phrases", .children = {{.slot = "list", .kind = "phrase"}}, .without = {"list"}},
	{.kind = "dialogue",
	 .children = {{.slot = "lines", .kind = "line"}, {.slot = "ask", .kind = "exercise"}},
	 .without = {"lines", "ask"}},
	{.kind = "listen",
	 .children = {{.slot = "lines", .kind = "line"}, {.slot = "ask", .kind = "exercise"}},
	 .without = {"lines", "ask"}},
};
enum { CONTAINER_COUNT = sizeof(containers) / sizeof(containers[0]) };

static const struct container *container_find(const char *kind)
{
	for (size_t i = 0; i < CONTAINER_COUNT; i++)
		if (str_eq(containers[i].kind, kind))
			return &containers[i];
	return NULL;
}

/* A map or list that is built child by child without walking to its end each time. */
struct growing {
	struct node *node, *last;
};

static void grow(struct growing *g, struct node *child)
{
	child->next = NULL;
	if (g->last)
		g->last->next = child;
	else
		g->node->first = child;
	g->last = child;
	g->node->count++;
}

static struct growing grow_new(struct arena *a, enum node_kind kind, const char *key)
{
	return (struct growing){.node = node_new(a, kind, key, NULL)};
}

/* A copy of `n` itself under another key; its children are shared. */
static struct node *share(struct arena *a, const struct node *n, const char *key)
{
	struct node *copy = arena_alloc(a, sizeof(*copy));
	*copy = *n;
	copy->key = key;
	copy->next = NULL;
	return copy;
}

/* A copy of the map with copies of its children, so that more can be added; those under `without` (or NULL) are left out. */
static struct growing copy_map(struct arena *a, const struct node *map, const char *key, const char *without)
{
	struct growing copy = {.node = share(a, map, key)};
	copy.node->first = NULL;
	copy.node->count = 0;
	for (const struct node *c = map->first; c; c = c->next)
		if (!str_eq(c->key, without))
			grow(&copy, share(a, c, c->key));
	return copy;
}

/* The body of a unit: `parts` are rows, and so are the exercises of the check. */
static struct node *unit_body(struct arena *a, const struct node *root)
{
	struct growing body = {.node = share(a, root, NULL)};
	body.node->first = NULL;
	body.node->count = 0;
	for (const struct node *c = root->first; c; c = c->next)
		grow(&body, str_eq(c->key, "check") && c->kind == NODE_MAP ? copy_map(a, c, c->key, "bank").node : share(a, c, c->key));
	return body.node;
}

static bool each_child(const struct node *map, struct unit_row row, unit_row_fn *fn, void *ctx)
{
	const struct node *list = node_get(map, row.slot);
	if (!list || list->kind != NODE_LIST)
		return true;
	for (const struct node *c = list->first; c; c = c->next) {
		row.id = node_text(c, "id");
		row.node = c;
		if (row.id && !fn(ctx, &row))
			return false;
	}
	return true;
}

static bool each_of_part(const struct node *body, unit_row_fn *fn, void *ctx)
{
	const struct container *box = container_find(body->key);
	struct unit_row row = {.id = node_text(body, "id"), .parent = "", .slot = "parts", .kind = body->key, .step = true, .node = body};
	row.without = box ? box->without : NULL;
	if (!row.id)
		return true;
	if (!fn(ctx, &row))
		return false;
	for (size_t i = 0; box && i < sizeof(box->children) / sizeof(box->children[0]) && box->children[i].slot; i++) {
		struct unit_row child = {.parent = row.id, .slot = box->children[i].slot, .kind = box->children[i].kind};
		child.step = str_eq(child.slot, "ask");
		if (!each_child(body, child, fn, ctx))
			return false;
	}
	return true;
}

bool unit_each_row(const struct node *root, unit_row_fn *fn, void *ctx)
{
	static const char *const without[] = {"parts", NULL};
	struct arena a = ARENA_INIT;
	struct unit_row row = {.id = "", .parent = "", .slot = "", .kind = "unit", .node = unit_body(&a, root), .without = without};
	bool on = fn(ctx, &row);
	arena_release(&a);
	const struct node *parts = node_get(root, "parts");
	for (const struct node *c = parts ? parts->first : NULL; on && c; c = c->next)
		if (c->kind == NODE_MAP && c->first)
			on = each_of_part(c->first, fn, ctx);
	struct unit_row item = {.parent = "", .slot = "bank", .kind = "exercise", .bank = true};
	return on && each_child(node_get(root, "check"), item, fn, ctx);
}

/* The unit while it is put together. */
struct assembly {
	struct arena *a;
	struct growing root, parts, check, bank;
	struct box { /* parts whose children are rows */
		const char *id;
		const struct container *kind;
		struct growing map, lists[2];
	} *boxes;
	size_t box_count, box_room;
};

/* Rows come in order, so the parent is nearly always the newest. */
static struct box *find_box(struct assembly *y, const char *id)
{
	for (size_t i = y->box_count; i > 0; i--)
		if (str_eq(y->boxes[i - 1].id, id))
			return &y->boxes[i - 1];
	return NULL;
}

static bool add_part(struct assembly *y, const struct unit_row *row)
{
	const struct container *kind = container_find(row->kind);
	struct growing part = grow_new(y->a, NODE_MAP, NULL), body = copy_map(y->a, row->node, row->kind, NULL);
	part.node->file = row->node->file;
	grow(&part, body.node);
	grow(&y->parts, part.node);
	if (kind) {
		y->boxes = arena_grow(y->a, y->boxes, y->box_count, &y->box_room, sizeof(*y->boxes));
		y->boxes[y->box_count++] = (struct box){.id = row->id, .kind = kind, .map = body};
	}
	return true;
}

static bool add_child(struct assembly *y, const struct unit_row *row)
{
	struct box *box = find_box(y, row->parent);
	if (!box)
		return false;
	for (size_t i = 0; i < sizeof(box->lists) / sizeof(box->lists[0]); i++) {
		const char *slot = box->kind->children[i].slot;
		if (!slot || !str_eq(slot, row->slot) || !str_eq(box->kind->children[i].kind, row->kind))
			continue;
		if (!box->lists[i].node) {
			box->lists[i] = grow_new(y->a, NODE_LIST, slot);
			grow(&box->map, box->lists[i].node);
		}
		grow(&box->lists[i], share(y->a, row->node, NULL));
		return true;
	}
	return false;
}

static bool add_to_bank(struct assembly *y, const struct unit_row *row)
{
	if (!y->check.node || !str_eq(row->kind, "exercise"))
		return false;
	if (!y->bank.node) {
		y->bank = grow_new(y->a, NODE_LIST, "bank");
		grow(&y->check, y->bank.node);
	}
	grow(&y->bank, share(y->a, row->node, NULL));
	return true;
}

static void begin(struct assembly *y, const struct node *body)
{
	y->root = copy_map(y->a, body, NULL, "check");
	y->parts = grow_new(y->a, NODE_LIST, "parts");
	grow(&y->root, y->parts.node);
	const struct node *check = node_get(body, "check");
	if (check && check->kind == NODE_MAP) {
		y->check = copy_map(y->a, check, "check", NULL);
		grow(&y->root, y->check.node);
	}
}

static bool is_part(const char *kind)
{
	for (int k = PART_READ; k <= PART_EXERCISE; k++)
		if (str_eq(part_kind_name((enum part_kind)k), kind))
			return true;
	return false;
}

const struct node *unit_assemble(struct arena *a, const struct unit_row *rows, size_t count)
{
	if (!count || !str_eq(rows[0].kind, "unit") || rows[0].node->kind != NODE_MAP)
		return NULL;
	struct assembly y = {.a = a};
	begin(&y, rows[0].node);
	for (size_t i = 1; i < count; i++) {
		const struct unit_row *row = &rows[i];
		bool fits;
		if (row->node->kind != NODE_MAP)
			fits = false;
		else if (str_eq(row->slot, "parts"))
			fits = is_part(row->kind) && add_part(&y, row);
		else if (str_eq(row->slot, "bank"))
			fits = add_to_bank(&y, row);
		else
			fits = add_child(&y, row);
		if (!fits)
			return NULL;
	}
	return y.root.node;
}
