/* Forms: the pool of an exam, drawing, and exchanging what was seen. Rules are those of exam/draw.h. */
#include "config.h"
#include "app/exam_inside.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "exam/draw.h"
#include "store/packs.h"
#include "store/sealed.h"

/* Everything that a sitting can draw, in the order of the banks. */
struct pool {
	struct app *app;
	struct arena *a;
	const char *pack, *exam, *teaches; /* exam: its id */
	const char *unit;                  /* being read */
	struct pool_item *items;
	const char **paths, **hashes, **scripts; /* scripts: id of the text read to the room, NULL for none */
	size_t count, room, path_room, hash_room, script_room;
};

static void add_item(struct pool *p, const char *unit, const char *topic, enum skill skill, const char *id, const char *hash, const char *script)
{
	p->scripts = arena_grow(p->a, p->scripts, p->count, &p->script_room, sizeof(*p->scripts));
	p->items = arena_grow(p->a, p->items, p->count, &p->room, sizeof(*p->items));
	p->paths = arena_grow(p->a, p->paths, p->count, &p->path_room, sizeof(*p->paths));
	p->hashes = arena_grow(p->a, p->hashes, p->count, &p->hash_room, sizeof(*p->hashes));
	/* questions about a text come with it, and are never drawn one by one */
	p->items[p->count] = (struct pool_item){.unit = unit, .topic = arena_strdup(p->a, topic), .skill = skill, .taken = script && *script};
	p->scripts[p->count] = script && *script ? arena_strdup(p->a, script) : NULL;
	p->hashes[p->count] = arena_strdup(p->a, hash);
	p->paths[p->count++] = arena_printf(p->a, "%s/%s/%s", p->pack, unit ? unit : p->exam, id);
}

static bool take_unit_item(void *ctx, const struct item_row *r)
{
	struct pool *p = ctx;
	if (r->bank)
		add_item(p, p->unit, NULL, SKILL_READING, r->id, r->hash, NULL);
	return true;
}

static bool take_bank_item(void *ctx, const struct exam_bank_row *r)
{
	struct pool *p = ctx;
	enum skill skill;
	if (skill_from(r->skill, &skill))
		add_item(p, NULL, r->topic, skill, r->id, r->hash, r->script);
	return true;
}

static bool unit_was_read(const struct pool *p, const char *unit)
{
	for (size_t i = 0; i < p->count; i++)
		if (str_eq(p->items[i].unit, unit))
			return true;
	return false;
}

static bool load_pool(struct app *app, const struct place_row *r, const struct blueprint *b, struct arena *a, struct pool *p, struct err *e)
{
	struct pack_row pack;
	if (!pack_by_id(app->store, r->version, a, &pack, e))
		return false;
	*p = (struct pool){.app = app, .a = a, .pack = pack.pack, .exam = b->id, .teaches = pack.teaches};
	bool ok = exam_bank_each(app->store, r->version, b->id, take_bank_item, p, e);
	for (size_t i = 0; i < b->section_count; i++)
		for (size_t k = 0; ok && k < b->sections[i].draw_count; k++) {
			p->unit = b->sections[i].draw[k].unit;
			if (p->unit && !unit_was_read(p, p->unit))
				ok = pack_unit_rows(app->store, r->version, p->unit, take_unit_item, p, e);
		}
	for (size_t i = 0; ok && i < p->count; i++) {
		ok = p->scripts[i] || exam_path_used(app->store, p->paths[i], &p->items[i].used, e);
		p->items[i].retired = b->retire && p->items[i].used >= b->retire;
	}
	return ok;
}

/* The sitting of the person before this one. */
struct former {
	struct arena *a;
	const char *now, *sitting;
};

static bool take_former(void *ctx, const struct place_row *r)
{
	struct former *f = ctx;
	if (r->started_at && strcmp(r->sitting, f->now) != 0)
		f->sitting = arena_strdup(f->a, r->sitting);
	return true;
}

static bool mark_last(void *ctx, const struct form_row *r)
{
	struct pool *p = ctx;
	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->paths[i], r->path) == 0)
			p->items[i].last = true;
	return true;
}

static bool mark_former(struct app *app, const struct place_row *r, struct pool *p, struct err *e)
{
	struct former f = {.a = p->a, .now = r->sitting};
	return exam_place_person(app->store, r->person, r->exam, take_former, &f, e) && (!f.sitting || exam_item_each(app->store, f.sitting, mark_last, p, e));
}

static bool mark_taken(void *ctx, const struct form_row *r)
{
	struct pool *p = ctx;
	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->paths[i], r->path) == 0)
			p->items[i].taken = true;
	return true;
}

static bool add_row(struct pool *p, const struct blueprint *b, const struct place_row *r, struct form_row *row, size_t item, struct err *e)
{
	if (!sealed_draw(p->app->store, r->version, p->hashes[item], e))
		return false;
	const struct item *it = exam_item(p->app, p->paths[item], p->hashes[item], p->teaches, p->a, e);
	if (!it)
		return false;
	row->path = p->paths[item];
	row->hash = p->hashes[item];
	row->maximum = it->points * blueprint_scale(b);
	return exam_item_add(p->app->store, r->sitting, row, e);
}

static uint64_t form_seed(struct arena *a, const struct place_row *r, const struct exam_section *s, uint64_t turn)
{
	return seed_from(arena_printf(a, "%s/%s", r->sitting, s->id), turn);
}

/* The questions about what the room hears: text after text, in their order. */
static bool draw_heard(struct pool *p, const struct blueprint *b, const struct place_row *r, size_t section, int *number, struct err *e)
{
	struct heard_script *heard;
	size_t count;
	int position = 0;
	if (!exam_hear(p->app, r->session, r->version, p->pack, b, p->a, &heard, &count, e))
		return false;
	for (size_t k = 0; k < count; k++)
		for (size_t i = 0; i < p->count; i++) {
			struct form_row row = {.number = *number + 1, .section = (int)section, .position = position, .stratum = heard[k].stratum};
			if (!str_eq(p->scripts[i], heard[k].id))
				continue;
			if (!add_row(p, b, r, &row, i, e))
				return false;
			++*number;
			position++;
		}
	return true;
}

static bool draw_form(struct pool *p, const struct blueprint *b, const struct place_row *r, struct err *e)
{
	int number = 0;
	for (size_t i = 0; i < b->section_count; i++) {
		const struct exam_section *s = &b->sections[i];
		if (s->heard && !draw_heard(p, b, r, i, &number, e))
			return false;
		if (s->heard)
			continue;
		struct drawn_item *drawn = arena_array(p->a, EXAM_DRAW_MAX, sizeof(*drawn));
		size_t count = draw_section(s, p->items, p->count, form_seed(p->a, r, s, 0), drawn);
		for (size_t k = 0; k < count; k++) {
			struct form_row row = {.number = ++number, .section = (int)i, .position = (int)k, .stratum = (int)drawn[k].row};
			if (!add_row(p, b, r, &row, drawn[k].item, e))
				return false;
		}
	}
	return number || err_set(e, ERR_STORE, _("the questions of this exam are not there; install its pack again"));
}

static bool is_there(void *ctx, const struct form_row *r)
{
	bool *drawn = ctx;
	(void)r;
	*drawn = true;
	return false;
}

bool exam_draw(struct app *app, const struct place_row *r, const struct blueprint *b, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct pool p;
	bool drawn = false, ok = exam_item_each(app->store, r->sitting, is_there, &drawn, e);
	if (ok && !drawn)
		ok = load_pool(app, r, b, &a, &p, e) && mark_former(app, r, &p, e) && draw_form(&p, b, r, e);
	arena_release(&a);
	return ok;
}

bool exam_begin(struct app *app, struct place_row *r, enum sitting_role role, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct blueprint *b;
	bool ok = exam_blueprint(app, r->version, r->exam, &a, &b, e) && exam_draw(app, r, b, e);
	size_t first = ok ? exam_screen_section(b, 0) : 0;
	ok = ok && (first == 0 || exam_section_next(app->store, r->sitting, (int)first, e)) && exam_act(app, r, ACT_START, role, NULL, "", e);
	arena_release(&a);
	return ok;
}

/* Items of a form while some are exchanged. */
struct exchange {
	struct arena *a;
	struct form_row *seen;
	size_t count, room;
	int section, last;
};

static bool take_seen(void *ctx, const struct form_row *r)
{
	struct exchange *x = ctx;
	x->last = r->number > x->last ? r->number : x->last;
	bool answered = *r->verdict && strcmp(r->verdict, "empty") != 0;
	/* also where there is no way back to it: it earns nothing either way */
	if (r->replaced || r->section != x->section || !r->showings || answered)
		return true;
	x->seen = arena_grow(x->a, x->seen, x->count, &x->room, sizeof(*x->seen));
	x->seen[x->count++] = (struct form_row){.number = r->number, .section = r->section, .position = r->position, .stratum = r->stratum};
	return true;
}

static bool exchange(struct app *app, const struct place_row *r, int *count, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct blueprint *b;
	struct pool p;
	struct exchange x = {.a = &a, .section = r->section};
	*count = 0;
	bool ok = exam_blueprint(app, r->version, r->exam, &a, &b, e);
	if (!ok || b->sections[r->section].heard) { /* what all have heard stays: there is no other text for one seat */
		arena_release(&a);
		return ok;
	}
	ok = load_pool(app, r, b, &a, &p, e) && mark_former(app, r, &p, e) && exam_item_each(app->store, r->sitting, mark_taken, &p, e) &&
	     exam_item_each(app->store, r->sitting, take_seen, &x, e);
	for (size_t i = 0; ok && i < p.count; i++)
		p.items[i].taken |= p.items[i].retired; /* an exchange is no need: rather than a retired question the old one stays */
	for (size_t i = 0; ok && i < x.count; i++) {
		const struct exam_section *s = &b->sections[r->section];
		struct form_row row = x.seen[i];
		size_t item;
		row.number = x.last + *count + 1;
		if (!draw_another(s, (size_t)row.stratum, p.items, p.count, form_seed(&a, r, s, (uint64_t)row.number), &item))
			continue; /* the stratum holds no other: it stays */
		ok = exam_item_replaced(app->store, r->sitting, x.seen[i].number, row.number, e) && add_row(&p, b, r, &row, item, e);
		++*count;
	}
	arena_release(&a);
	return ok;
}

bool exam_exchange(struct app *app, const struct place_row *r, struct err *e)
{
	struct arena a = ARENA_INIT;
	int replaced = 0;
	bool ok = !r->away.at || exam_since(app, &r->away) <= EXAM_AWAY_MS || exchange(app, r, &replaced, e);
	ok = ok && (!replaced || exam_note(app, r, "replace", BY_PROGRAM, arena_printf(&a, "%d", replaced), e));
	arena_release(&a);
	return ok;
}
