#include "config.h"
#include "learn/course.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "learn/parts.h"
#include "learn/types.h"

enum { MINUTES_MAX = 600 };

/* Every id of a unit, to find those that stand twice. */
static int by_id(const void *va, const void *vb)
{
	const struct node *const *a = va, *const *b = vb;
	int c = strcmp((*a)->text, (*b)->text);
	if (c)
		return c;
	if (!str_eq((*a)->file, (*b)->file))
		return strcmp((*a)->file, (*b)->file);
	if ((*a)->line != (*b)->line)
		return (*a)->line < (*b)->line ? -1 : 1;
	return ((*a)->column > (*b)->column) - ((*a)->column < (*b)->column);
}

static const char *file_name(const char *file)
{
	const char *slash = strrchr(file, '/');
	return slash ? slash + 1 : file;
}

static void check_unique(struct reading *r)
{
	if (!r->id_count)
		return;
	qsort(r->ids, r->id_count, sizeof(*r->ids), by_id);
	for (size_t i = 1; i < r->id_count; i++) {
		const struct node *before = r->ids[i - 1], *now = r->ids[i];
		const char *cure = _("give one of them another id; the one that learners have met keeps it");
		if (strcmp(before->text, now->text) != 0)
			continue;
		if (str_eq(before->file, now->file))
			node_fault(r->d, now, cure, _("the id '%s' stands in this unit twice, before on line %d"), now->text, before->line);
		else
			node_fault(r->d, now, cure, _("the id '%s' stands in this unit twice, before in '%s' on line %d"), now->text, file_name(before->file), before->line);
	}
}

/* The id of a unit is the name of its file. Stored units come from no file. */
static bool check_file_name(const struct node *root, const struct node *id, struct diag_list *d)
{
	if (!root->file || !str_ends(root->file, ".yaml"))
		return true;
	const char *name = file_name(root->file);
	size_t n = strlen(name) - strlen(".yaml");
	if (strlen(id->text) == n && memcmp(name, id->text, n) == 0)
		return true;
	return node_fault(d, id, _("give the file the name of the id, or the id that of the file"),
			  _("the unit '%s' stands in the file '%s'"), id->text, name);
}

static void parse_can_do(struct reading *r, const struct node *list, struct unit *u)
{
	if (!check_scalars(list, r->d))
		return;
	u->can_do = arena_array(r->a, list->count, sizeof(*u->can_do));
	const struct node *at = NULL;
	while (each_scalar(list, &at)) {
		u->can_do[u->can_do_count++] = at->text;
		if (r->check)
			check_markdown(at, r->d);
	}
}

static void parse_parts(struct reading *r, const struct node *list, struct unit *u)
{
	if (!list->first)
		node_fault(r->d, list, _("write at least one, such as - read: {id: …, text: …}"), _("the unit has no parts"));
	u->parts = arena_array(r->a, list->count + 1, sizeof(*u->parts));
	for (const struct node *c = list->first; c; c = c->next)
		u->part_count += part_parse(r, c, &u->parts[u->part_count]);
}

static bool parse_pass(const struct node *n, struct pass_mark *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "points", .kind = NODE_SCALAR, .required = true},
		{.name = "of", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	enum { PASS_MAX = 10000 };
	if (!node_check_keys(n, _("a pass mark"), keys, d))
		return false;
	const struct node *points = node_get(n, "points");
	bool numbers = node_int(points, 1, PASS_MAX, &out->points, d);
	numbers &= node_int(node_get(n, "of"), 1, PASS_MAX, &out->of, d);
	if (!numbers)
		return false;
	if (out->points > out->of)
		return node_fault(d, points, _("ask for at most as many points as there are"), _("%d points of %d cannot be reached"),
				  out->points, out->of);
	return true;
}

static void parse_check(struct reading *r, const struct node *n, struct unit *u)
{
	static const struct node_key keys[] = {
		{.name = "draw", .kind = NODE_SCALAR, .required = true},
		{.name = "pass", .kind = NODE_MAP, .required = true},
		{.name = "bank", .kind = NODE_LIST, .required = true},
		{.name = NULL},
	};
	enum { DRAW_MAX = 1000 };
	if (!node_check_keys(n, _("a check"), keys, r->d))
		return;
	const struct node *draw = node_get(n, "draw"), *bank = node_get(n, "bank");
	bool sound = node_int(draw, 1, DRAW_MAX, &u->draw, r->d);
	sound &= parse_pass(node_get(n, "pass"), &u->pass, r->d);
	sound &= exercises_parse(r, bank, &u->bank, &u->bank_count);
	for (size_t i = 0; i < u->bank_count; i++)
		if (u->bank[i]->type->practice)
			sound = node_fault(r->d, u->bank[i]->node, _("put it among the parts of the unit"),
					   _("an exercise of type '%s' is judged by the learner and cannot count in a check"), u->bank[i]->type->name);
	if (sound && (size_t)u->draw > u->bank_count)
		sound = node_fault(r->d, draw, _("write more exercises, or draw fewer"), _("%d are to be drawn from a bank of %zu"), u->draw,
				   u->bank_count);
	u->has_check = sound;
}

/* A part is a step; each question of a dialogue, or of what was listened to, is another behind it. */
static void list_steps(struct arena *a, struct unit *u)
{
	size_t most = 0;
	for (size_t i = 0; i < u->part_count; i++)
		most += 1 + u->parts[i].item_count;
	u->steps = arena_array(a, most, sizeof(*u->steps));
	for (size_t i = 0; i < u->part_count; i++) {
		const struct part *p = &u->parts[i];
		if (p->kind != PART_EXERCISE)
			u->steps[u->step_count++] = (struct step){.id = p->id, .part = p};
		for (size_t j = 0; j < p->item_count; j++)
			u->steps[u->step_count++] = (struct step){.id = p->items[j]->id, .part = p, .item = p->items[j]};
	}
}

struct unit *unit_parse(struct arena *a, const struct node *root, const char *teaches, bool check, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "title", .kind = NODE_SCALAR, .required = true},
		{.name = "can-do", .kind = NODE_LIST, .required = true},
		{.name = "minutes", .kind = NODE_SCALAR, .required = true},
		{.name = "parts", .kind = NODE_LIST, .required = true},
		{.name = "check", .kind = NODE_MAP},
		{.name = "room", .kind = NODE_MAP},
		{.name = NULL},
	};
	node_check_keys(root, _("a unit"), keys, d);
	if (root->kind != NODE_MAP)
		return NULL;
	struct unit *u = arena_alloc(a, sizeof(*u));
	*u = (struct unit){.id = node_text(root, "id"), .title = node_text(root, "title"), .node = root};
	struct reading r = {.a = a, .unit = u->id ? u->id : "", .teaches = teaches, .check = check, .d = d};
	const struct node *id = node_get(root, "id"), *minutes = node_get(root, "minutes"), *can_do = node_get(root, "can-do");
	const struct node *parts = node_get(root, "parts"), *bank = node_get(root, "check"), *room = node_get(root, "room");
	if (u->id && node_check_id(id, d) && check)
		check_file_name(root, id, d);
	if (minutes && minutes->kind == NODE_SCALAR)
		node_int(minutes, 1, MINUTES_MAX, &u->minutes, d);
	if (can_do && can_do->kind == NODE_LIST)
		parse_can_do(&r, can_do, u);
	if (u->title && check)
		check_markdown(node_get(root, "title"), d);
	if (parts && parts->kind == NODE_LIST)
		parse_parts(&r, parts, u);
	if (bank && bank->kind == NODE_MAP)
		parse_check(&r, bank, u);
	if (room && room->kind == NODE_MAP)
		u->room = room_parse(&r, room);
	choose_drills(&r, u, parts && u->part_count == parts->count);
	if (check)
		check_unique(&r);
	if (!u->id || !u->title || !u->part_count)
		return NULL;
	list_steps(a, u);
	return u;
}

void unit_use_table(struct unit *u, const struct word_table *table)
{
	for (size_t i = 0; i < u->part_count; i++)
		for (size_t k = 0; k < u->parts[i].item_count; k++)
			u->parts[i].items[k]->table = table;
	for (size_t i = 0; i < u->bank_count; i++)
		u->bank[i]->table = table;
}
