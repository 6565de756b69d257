#include "config.h"
#include "app/check.h"

#include <stdlib.h>
#include <string.h>

#include "app/answering.h"
#include "app/lesson_load.h"
#include "app/readiness.h"
#include "core/alloc.h"
#include "core/i18n.h"
#include "exam/programme.h"
#include "store/certificates.h"

/* Number of the bank item a path ends in, or -1. */
static int bank_number(const struct unit *u, const char *path)
{
	const char *id = strrchr(path, '/');
	for (size_t i = 0; id && i < u->bank_count; i++)
		if (strcmp(u->bank[i]->id, id + 1) == 0)
			return (int)i;
	return -1;
}

struct drawn {
	struct check *check;
	const struct unit *unit;
	int *numbers;      /* only numbers wanted: of the last sitting */
	size_t count;
	bool lost;
};

static bool take_item(void *ctx, const struct sitting_item *si)
{
	struct drawn *d = ctx;
	struct check *c = d->check;
	int n = bank_number(d->unit, si->path);
	if (n < 0) {
		d->lost = true;
		return true;
	}
	if (d->count < d->unit->bank_count) {
		c->items[d->count] = d->unit->bank[n];
		c->hashes[d->count] = arena_strdup(&c->arena, si->hash);
		c->answered[d->count++] = si->answered;
	}
	return true;
}

static bool take_number(void *ctx, const struct sitting_item *si)
{
	struct drawn *d = ctx;
	int n = bank_number(d->unit, si->path);
	if (n >= 0 && d->count < d->unit->bank_count)
		d->numbers[d->count++] = n;
	return true;
}

static bool begin_sitting(struct app *app, struct check *c, const char *check, struct err *e)
{
	const struct unit *u = c->lesson->unit;
	struct sitting last;
	struct drawn old = {.check = c, .unit = u, .numbers = arena_array(&c->arena, u->bank_count, sizeof(int))};
	struct err none = ERR_INIT;
	if (sitting_last(app->store, app->person.id, check, &c->arena, &last, &none)) {
		if (!sitting_items(app->store, last.id, take_number, &old, e))
			return false;
	} else if (none.kind != ERR_ABSENT) {
		*e = none;
		return false;
	}
	char uuid[37];
	entropy_uuid(&app->entropy, uuid);
	c->sitting = (struct sitting){
		.id = arena_strdup(&c->arena, uuid),
		.check = check,
		.person = app->person.id,
		.version = c->lesson->version,
		.seed = entropy_u64(&app->entropy) >> 1,
		.started_at = app_now(app),
		.points = u->pass.points,
		.of = u->pass.of,
	};
	size_t draw = (size_t)u->draw < u->bank_count ? (size_t)u->draw : u->bank_count;
	int *order = arena_array(&c->arena, draw, sizeof(*order));
	struct sitting_item *rows = arena_array(&c->arena, draw, sizeof(*rows));
	check_draw(c->sitting.seed, u->bank_count, old.numbers, old.count, draw, order);
	for (size_t i = 0; i < draw; i++)
		rows[i] = (struct sitting_item){
			.position = (int)i,
			.path = arena_printf(&c->arena, "%s/%s", check, u->bank[order[i]]->id),
			.hash = c->lesson->bank_hashes[order[i]],
			.maximum = u->bank[order[i]]->points,
		};
	return sitting_start(app->store, &c->sitting, rows, draw, e);
}

/* A sitting keeps the version it was begun with, even if a newer one was installed since. */
static bool open_version(struct app *app, struct check *c, const char *pack, const char *unit, const char *check, bool *open, struct err *e)
{
	struct pack_row row;
	struct err none = ERR_INIT;
	*open = sitting_open(app->store, app->person.id, check, &c->arena, &c->sitting, &none);
	if (!*open && none.kind != ERR_ABSENT) {
		*e = none;
		return false;
	}
	if (!(*open ? pack_by_id(app->store, c->sitting.version, &c->arena, &row, e) : pack_active(app->store, pack, &c->arena, &row, e)))
		return false;
	c->lesson = lesson_load(app, &row, unit, e);
	return c->lesson;
}

static bool open_or_begin(struct app *app, struct check *c, const char *pack, const char *unit, struct err *e)
{
	const char *check = arena_printf(&c->arena, "%s/%s", pack, unit);
	bool open = false;
	if (!open_version(app, c, pack, unit, check, &open, e))
		return false;
	const struct unit *u = c->lesson->unit;
	if (!u->has_check || !u->bank_count)
		return err_set(e, ERR_ABSENT, _("unit '%s' has no check"), unit);
	return open || begin_sitting(app, c, check, e);
}

struct check *check_open(struct app *app, const char *pack, const char *unit, struct err *e)
{
	struct check *c = xcalloc(1, sizeof(*c));
	/* In one transaction: two terminals of one learner go on with the same sitting. */
	if (!store_begin(app->store, e) || !store_end(app->store, open_or_begin(app, c, pack, unit, e), e))
		goto fail;
	const struct unit *u = c->lesson->unit;
	c->items = arena_array(&c->arena, u->bank_count, sizeof(struct item *));
	c->hashes = arena_array(&c->arena, u->bank_count, sizeof(*c->hashes));
	c->answered = arena_array(&c->arena, u->bank_count, sizeof(*c->answered));
	struct drawn d = {.check = c, .unit = u};
	if (!sitting_items(app->store, c->sitting.id, take_item, &d, e))
		goto fail;
	if (d.lost || !d.count) {
		err_set(e, ERR_STORE, _("the questions of this check are no longer all there; ask your instructor to install pack '%s' again"), pack);
		goto fail;
	}
	c->count = d.count;
	return c;
fail:
	check_free(c);
	return NULL;
}

void check_free(struct check *c)
{
	if (!c)
		return;
	lesson_free(c->lesson);
	arena_release(&c->arena);
	free(c);
}

bool check_speak(struct app *app, struct check *c, struct err *e)
{
	return lesson_speak(app, c->lesson, e);
}

size_t check_next(const struct check *c)
{
	size_t i = 0;
	while (i < c->count && c->answered[i])
		i++;
	return i;
}

void check_shown(struct app *app, struct check *c)
{
	c->shown_mono = clock_mono(&app->clock);
}

static uint64_t item_seed(const struct check *c, size_t i)
{
	return seed_from(c->items[i]->id, c->sitting.seed);
}

void check_form(const struct check *c, size_t i, struct arena *a, struct form *out)
{
	item_form(c->items[i], a, &c->lesson->words, item_seed(c, i), out);
}

static bool take_answered(void *ctx, const struct sitting_item *si)
{
	struct check *c = ctx;
	const char *id = strrchr(si->path, '/') + 1;
	for (size_t i = 0; i < c->count; i++)
		if (strcmp(c->items[i]->id, id) == 0)
			c->answered[i] |= si->answered;
	return true;
}

/* What another terminal of the same learner did meanwhile: the first answer counts, and a finished sitting takes none. */
static bool look_again(struct app *app, struct check *c, struct err *e)
{
	struct sitting now;
	if (!sitting_by_id(app->store, c->sitting.id, &c->arena, &now, e) || !sitting_items(app->store, c->sitting.id, take_answered, c, e))
		return false;
	for (size_t i = 0; now.finished_at && i < c->count; i++)
		c->answered[i] = true;
	return true;
}

bool check_answer(struct app *app, struct check *c, size_t i, const struct response *r, bool *stored, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct form form;
	struct grade g;
	check_form(c, i, &a, &form);
	item_grade(c->items[i], &a, r, &g);
	bool ok = true;
	*stored = g.verdict != VERDICT_EMPTY && g.verdict != VERDICT_RETRY;
	if (*stored) {
		struct asked q = {
			.path = arena_printf(&a, "%s/%s", c->sitting.check, c->items[i]->id),
			.body_hash = c->hashes[i],
			.sitting = c->sitting.id,
			.version = c->sitting.version,
			.shown_mono = c->shown_mono,
			.seed = item_seed(c, i),
			.words = r->kind == FORM_GAPS ? c->lesson->table.hash : "",
		};
		ok = store_begin(app->store, e);
		if (ok) {
			ok = look_again(app, c, e) && (c->answered[i] || answering_store(app, &q, &form, r, &g, e) != 0);
			ok = store_end(app->store, ok, e);
		}
		c->answered[i] |= ok;
		*stored = ok;
	}
	arena_release(&a);
	return ok;
}

struct earned {
	const char *serial, *title;
	struct arena *arena;
};

static bool take_certificate(void *ctx, const struct certificate *cert)
{
	struct earned *x = ctx;
	if (strcmp(cert->serial, x->serial) == 0)
		x->title = arena_strdup(x->arena, cert->programme_title);
	return true;
}

struct counting {
	const struct unit *unit;
	int *wrong; /* per part */
	int count;
};

static bool take_wrong(void *ctx, const struct sitting_item *si)
{
	struct counting *x = ctx;
	int n = bank_number(x->unit, si->path);
	if (si->mark >= si->maximum)
		return true;
	x->count++;
	size_t part = n < 0 ? SIZE_MAX : unit_related(x->unit, x->unit->bank[n]);
	if (part != SIZE_MAX)
		x->wrong[part]++;
	return true;
}

/* Which parts the wrong answers belong to: those with the most of them first. */
static bool find_wrong(struct app *app, const struct check *c, struct check_result *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	const struct unit *u = c->lesson->unit;
	struct counting x = {.unit = u, .wrong = arena_array(&a, u->part_count, sizeof(int))};
	bool ok = sitting_items(app->store, c->sitting.id, take_wrong, &x, e);
	out->wrong = x.count;
	while (ok && out->read_again_count < READ_AGAIN_MAX) {
		size_t most = 0;
		for (size_t i = 0; i < u->part_count; i++)
			if (x.wrong[i] > x.wrong[most])
				most = i;
		if (!u->part_count || !x.wrong[most])
			break;
		x.wrong[most] = 0;
		out->read_again[out->read_again_count++] = most;
	}
	arena_release(&a);
	return ok;
}

bool check_finish(struct app *app, struct check *c, struct check_result *out, struct err *e)
{
	char serial[24] = "";
	*out = (struct check_result){0};
	if (check_next(c) < c->count)
		return err_set(e, ERR_INPUT, _("not every question is answered yet"));
	if (!store_begin(app->store, e))
		return false;
	struct earned x = {.serial = serial, .arena = &c->arena};
	bool ok = sitting_by_id(app->store, c->sitting.id, &c->arena, &c->sitting, e) &&
		  (c->sitting.finished_at || sitting_finish(app->store, c->sitting.id, app_now(app), &c->sitting, &c->arena, e)) &&
		  readiness_update(app, app->person.id, serial, e);
	if (ok && *serial)
		ok = certificate_each(app->store, app->person.id, take_certificate, &x, e);
	if (!store_end(app->store, ok, e))
		return false;
	*out = (struct check_result){
		.mark = c->sitting.mark,
		.maximum = c->sitting.maximum,
		.points = c->sitting.points,
		.of = c->sitting.of,
		.passed = result_passes((struct result){.mark = c->sitting.mark, .maximum = c->sitting.maximum}, c->sitting.points, c->sitting.of),
		.certificate = *serial ? arena_strdup(&c->arena, serial) : NULL,
		.programme = x.title,
	};
	return find_wrong(app, c, out, e);
}
