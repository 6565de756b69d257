#include "config.h"
#include "app/home.h"

#include <stdlib.h>
#include <string.h>

#include "app/mistakes.h"
#include "app/pack_words.h"
#include "app/results.h"
#include "app/unit_load.h"
#include "store/certificates.h"
#include "store/credentials.h"
#include "store/exams.h"
#include "store/log.h"
#include "store/placement.h"

struct loading {
	struct app *app;
	struct home *h;
	size_t unit_room, pack_room;
	struct pack_words *words; /* of the pack being read */
	struct pack_row *packs;   /* active, as listed */
	size_t pack_count, row_room;
	size_t wanted;            /* how many of them are wanted: those stand first */
	struct installed_programme *programmes;
	struct results results;
};

static bool take_pack(void *ctx, const struct pack_row *p)
{
	struct loading *l = ctx;
	struct arena *a = &l->h->arena;
	if (strcmp(p->kind, "programme") == 0)
		return true;
	l->packs = arena_grow(a, l->packs, l->pack_count, &l->row_room, sizeof(*l->packs));
	l->packs[l->pack_count++] = (struct pack_row){.id = p->id, .pack = arena_strdup(a, p->pack), .title = arena_strdup(a, p->title),
		.kind = arena_strdup(a, p->kind), .teaches = arena_strdup(a, p->teaches)};
	return true;
}

static const char *say(struct loading *l, const char *context, const char *text)
{
	struct words w = pack_words_view(l->words);
	return arena_strdup(&l->h->arena, w.translate(w.ctx, &l->h->arena, context, text));
}

static bool take_unit(void *ctx, const struct item_row *r)
{
	struct loading *l = ctx;
	struct home *h = l->h;
	struct home_pack *pack = &h->packs[h->pack_count - 1];
	const struct node *body = r->body ? body_node(&h->arena, r->body) : NULL;
	const char *title = node_text(body, "title"), *minutes = node_text(body, "minutes");
	h->units = arena_grow(&h->arena, h->units, h->unit_count, &l->unit_room, sizeof(*h->units));
	struct home_unit *u = &h->units[h->unit_count++];
	*u = (struct home_unit){
		.pack = pack->pack,
		.pack_title = pack->title,
		.unit = arena_strdup(&h->arena, r->unit),
		.minutes = minutes ? (int)strtol(minutes, NULL, 10) : 0,
		.number = (int)++pack->count,
		.has_check = node_get(body, "check"),
	};
	u->title = say(l, arena_printf(&h->arena, "%s.title", u->unit), title ? title : u->unit);
	return true;
}

static bool load_packs(struct loading *l, struct err *e)
{
	struct home *h = l->h;
	for (size_t i = 0; i < l->pack_count; i++) {
		const struct pack_row *row = &l->packs[i];
		l->words = pack_words_load(l->app->store, row->id, "", l->app->language, e);
		if (!l->words)
			return false;
		h->packs = arena_grow(&h->arena, h->packs, h->pack_count, &l->pack_room, sizeof(*h->packs));
		h->packs[h->pack_count++] = (struct home_pack){.pack = row->pack, .title = say(l, "pack.title", row->title),
			.kind = row->kind, .teaches = row->teaches, .first = h->unit_count, .wanted = i < l->wanted};
		bool ok = pack_units(l->app->store, row->id, take_unit, l, e);
		pack_words_free(l->words);
		l->words = NULL;
		if (!ok)
			return false;
	}
	return true;
}

static struct home_unit *find_unit(struct home *h, const char *pack, const char *unit)
{
	for (size_t i = 0; i < h->unit_count; i++)
		if (strcmp(h->units[i].pack, pack) == 0 && strcmp(h->units[i].unit, unit) == 0)
			return &h->units[i];
	return NULL;
}

static bool take_progress(void *ctx, const struct unit_progress *p)
{
	struct loading *l = ctx;
	struct home_unit *u = find_unit(l->h, p->pack, p->unit);
	if (u) {
		u->steps = p->steps;
		u->done = p->done;
		u->last_seq = p->last_seq;
	}
	return true;
}

/* The best result of the unit's check, and whether a sitting is open. */
static bool load_check(struct loading *l, struct home_unit *u, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct sitting open;
	struct err none = ERR_INIT;
	const char *check = arena_printf(&a, "%s/%s", u->pack, u->unit);
	for (size_t i = 0; i < l->results.count; i++)
		if (strcmp(l->results.list[i].check, check) == 0) {
			u->best_mark = l->results.list[i].mark;
			u->best_maximum = l->results.list[i].maximum;
			u->passed = l->results.list[i].passed;
		}
	u->in_check = sitting_open(l->app->store, l->app->person.id, check, &a, &open, &none);
	arena_release(&a);
	if (!u->in_check && none.kind != ERR_ABSENT) {
		*e = none;
		return false;
	}
	return true;
}

/* Where each unit that was begun goes on. */
static bool load_places(struct loading *l, struct err *e)
{
	bool ok = true;
	for (size_t i = 0; ok && i < l->h->unit_count; i++) {
		struct home_unit *u = &l->h->units[i];
		if (u->last_seq && u->done < u->steps)
			ok = unit_place(l->app->store, l->app->person.id, u->pack, u->unit, &u->place, e);
	}
	return ok;
}

static bool count_exam(void *ctx, const struct place_row *r)
{
	struct home *h = ctx;
	(void)r;
	h->exams++;
	return true;
}

/* The newest comes first; of those only one is in force. */
static bool take_real(void *ctx, const struct credential_row *c)
{
	struct home *h = ctx;
	for (size_t i = 0; i < h->programme_count; i++)
		if (strcmp(h->programmes[i].path, c->programme) == 0 && !h->programmes[i].real && !*c->ended) {
			h->programmes[i].serial = arena_strdup(&h->arena, c->serial);
			h->programmes[i].real = true;
		}
	return true;
}

static bool take_serial(void *ctx, const struct certificate *c)
{
	struct home *h = ctx;
	for (size_t i = 0; i < h->programme_count; i++)
		if (strcmp(h->programmes[i].path, c->programme) == 0)
			h->programmes[i].serial = arena_strdup(&h->arena, c->serial);
	return true;
}

static bool load_programmes(struct loading *l, size_t count, struct err *e)
{
	struct home *h = l->h;
	h->programmes = arena_array(&h->arena, count, sizeof(*h->programmes));
	for (size_t i = 0; i < count; i++) {
		const struct installed_programme *ip = &l->programmes[i];
		const struct programme *p = ip->programme;
		l->words = pack_words_load(l->app->store, ip->version, p->id, l->app->language, e);
		if (!l->words)
			return false;
		struct home_programme *hp = &h->programmes[h->programme_count++];
		int64_t leave = h->day;
		if (*ip->departure)
			date_parse(ip->departure, &leave);
		*hp = (struct home_programme){
			.path = ip->path,
			.title = say(l, arena_printf(&h->arena, "%s.title", p->id), p->title),
			.departure = ip->departure,
			.days_left = (int)(leave - h->day),
			.requirements = arena_array(&h->arena, p->count, sizeof(*hp->requirements)),
			.count = p->count,
			.serial = "",
		};
		for (size_t k = 0; k < p->count; k++) {
			const struct requirement *rq = &p->requirements[k];
			struct result r = rule_result(&rq->rule, results_get, &l->results);
			hp->requirements[k] = (struct home_requirement){
				.id = rq->id,
				.title = say(l, arena_printf(&h->arena, "%s/%s.title", p->id, rq->id), rq->title),
				.fulfilled = rule_fulfilled(&rq->rule, results_get, &l->results),
				.mark = r.mark,
				.maximum = r.maximum,
			};
		}
		pack_words_free(l->words);
		l->words = NULL;
	}
	/* one that proves something stands before one for practice */
	return certificate_each(l->app->store, l->app->person.id, take_serial, h, e) && credential_each(l->app->store, l->app->person.id, take_real, h, e);
}

/* Packs in the order in which the person's programmes name them, then the others as listed. */
struct ordering {
	const struct pack_row *listed;
	struct pack_row *sorted;
	bool *taken;
	size_t count, done; /* done: in `sorted` so far */
};

static void take_at(struct ordering *o, size_t i)
{
	if (!o->taken[i])
		o->sorted[o->done++] = o->listed[i];
	o->taken[i] = true;
}

static void take_named(void *ctx, const struct rule *r)
{
	struct ordering *o = ctx;
	for (size_t i = 0; i < o->count; i++) {
		size_t len = strlen(o->listed[i].pack);
		if (strncmp(r->path, o->listed[i].pack, len) == 0 && r->path[len] == '/')
			take_at(o, i);
	}
}

static void order_packs(struct loading *l, size_t programme_count)
{
	struct arena *a = &l->h->arena;
	struct ordering o = {.listed = l->packs, .count = l->pack_count};
	o.sorted = arena_array(a, o.count, sizeof(*o.sorted));
	o.taken = arena_array(a, o.count, sizeof(*o.taken));
	for (size_t k = 0; k < programme_count; k++)
		for (size_t q = 0; q < l->programmes[k].programme->count; q++)
			rule_each_leaf(&l->programmes[k].programme->requirements[q].rule, take_named, &o);
	l->wanted = o.done ? o.done : o.count;
	for (size_t i = 0; i < o.count; i++)
		take_at(&o, i);
	l->packs = o.sorted;
}

static bool finished(const struct home_unit *u)
{
	return u->done >= u->steps && (!u->has_check || u->passed);
}

/* Nothing is to be done with it today: of a skipped unit only the check may be, where a programme wants it. */
static bool settled(const struct home_unit *u)
{
	return finished(u) || (u->skipped && (!u->asked_for || !u->has_check || u->passed));
}

static bool take_skipped(void *ctx, const char *pack, const char *unit, int words)
{
	struct loading *l = ctx;
	struct home_unit *u = find_unit(l->h, pack, unit);
	if (u && !u->last_seq) {
		u->skipped = true;
		u->skipped_words = words;
	}
	return true;
}

static void take_asked_for(void *ctx, const struct rule *r)
{
	struct home *h = ctx;
	const char *unit = r->kind == RULE_CHECK ? strchr(r->path, '/') : NULL;
	for (size_t i = 0; unit && i < h->unit_count; i++)
		if (strcmp(h->units[i].unit, unit + 1) == 0 && strncmp(h->units[i].pack, r->path, (size_t)(unit - r->path)) == 0 &&
		    !h->units[i].pack[unit - r->path])
			h->units[i].asked_for = true;
}

/* Which units are skipped, which checks a programme wants, and where a placement may be taken. After the progress. */
static bool load_placements(struct loading *l, size_t programmes, struct err *e)
{
	struct home *h = l->h;
	for (size_t k = 0; k < programmes; k++)
		for (size_t q = 0; q < l->programmes[k].programme->count; q++)
			rule_each_leaf(&l->programmes[k].programme->requirements[q].rule, take_asked_for, h);
	bool ok = skipped_each(l->app->store, l->app->person.id, take_skipped, l, e);
	for (size_t i = 0; ok && i < h->pack_count; i++) {
		struct home_pack *p = &h->packs[i];
		for (size_t k = p->first; k < p->first + p->count; k++)
			p->begun |= h->units[k].last_seq != 0;
		ok = !*p->teaches || placing_may(l->app, p->pack, &p->placing, e);
	}
	return ok;
}

/* Today: what was begun last and is not finished, then the next unit of each pack in turn. */
static void plan_today(struct home *h)
{
	const size_t most = sizeof(h->today) / sizeof(h->today[0]);
	size_t begun = SIZE_MAX;
	for (size_t i = 0; i < h->unit_count; i++)
		if (!settled(&h->units[i]) && h->units[i].last_seq && (begun == SIZE_MAX || h->units[i].last_seq > h->units[begun].last_seq))
			begun = i;
	if (begun != SIZE_MAX)
		h->today[h->today_count++] = begun;
	for (size_t p = 0; p < h->pack_count && h->packs[p].wanted && h->today_count < most; p++)
		for (size_t i = h->packs[p].first; i < h->packs[p].first + h->packs[p].count; i++)
			if (!settled(&h->units[i])) {
				if (i != begun)
					h->today[h->today_count++] = i;
				break;
			}
}

/* Planned for the nearest departure still to come. */
static bool load_share(struct loading *l, struct err *e)
{
	struct home *h = l->h;
	struct today_facts f = {.departure = INT64_MIN, .begun = h->day};
	const char **packs = arena_array(&h->arena, h->pack_count, sizeof(*packs));
	h->planned = SIZE_MAX;
	for (size_t i = 0; i < h->programme_count; i++) {
		const struct home_programme *p = &h->programmes[i];
		if (!*p->departure || p->days_left < 0 || (h->planned != SIZE_MAX && h->day + p->days_left >= f.departure))
			continue;
		h->planned = i;
		f.departure = h->day + p->days_left;
		f.begun = site_day(l->programmes[i].enrolled_at, l->app->offset_min, l->app->rollover_hour);
	}
	for (size_t i = 0; i < h->pack_count; i++) {
		const struct home_pack *p = &h->packs[i];
		if (!p->wanted)
			continue;
		packs[f.pack_count++] = p->pack;
		for (size_t k = p->first; k < p->first + p->count; k++) {
			f.steps += h->units[k].skipped ? 0 : h->units[k].steps;
			f.done += h->units[k].done;
			f.skipped += h->units[k].skipped ? h->units[k].skipped_words : 0;
		}
	}
	f.packs = packs;
	return today_load(l->app, &f, &h->share, e);
}

bool home_load(struct app *app, struct home *h, struct err *e)
{
	*h = (struct home){.day = app_today(app)};
	struct loading l = {.app = app, .h = h};
	size_t programmes = 0;
	bool ok = results_load(app, app->person.id, &h->arena, &l.results, e) &&
		  results_programmes(app, app->person.id, &h->arena, &l.programmes, &programmes, e) &&
		  pack_each(app->store, false, take_pack, &l, e);
	if (ok)
		order_packs(&l, programmes);
	ok = ok && load_packs(&l, e) && unit_progress_each(app->store, app->person.id, take_progress, &l, e) && load_placements(&l, programmes, e) && load_places(&l, e);
	for (size_t p = 0; ok && p < h->pack_count; p++) {
		struct home_pack *pack = &h->packs[p];
		for (size_t i = pack->first; ok && i < pack->first + pack->count; i++) {
			ok = !h->units[i].has_check || load_check(&l, &h->units[i], e);
			pack->finished += finished(&h->units[i]);
		}
	}
	ok = ok && load_programmes(&l, programmes, e) && load_share(&l, e);
	h->words = h->share.met;
	ok = ok && mistakes_count(app, &h->mistakes, e) && exam_place_mine(app->store, app->person.id, count_exam, h, e);
	if (ok)
		plan_today(h);
	pack_words_free(l.words);
	return ok;
}

void home_release(struct home *h)
{
	arena_release(&h->arena);
	*h = (struct home){0};
}
