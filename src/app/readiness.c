#include "config.h"
#include "app/readiness.h"

#include <stdio.h>
#include <string.h>

#include "app/pack_words.h"
#include "app/results.h"
#include "core/i18n.h"
#include "exam/serial.h"
#include "record/certificate_text.h"
#include "store/certificates.h"

static const uint64_t SERIALS = 100000000000000u; /* 14 digits */

struct holding {
	const char *programme;
	bool found;
};

static bool is_of_programme(void *ctx, const struct certificate *c)
{
	struct holding *h = ctx;
	h->found |= strcmp(c->programme, h->programme) == 0;
	return true;
}

static bool issue(struct app *app, const struct person *p, const struct installed_programme *ip, char serial[24], struct err *e)
{
	struct holding h = {.programme = ip->path};
	if (!certificate_each(app->store, p->id, is_of_programme, &h, e))
		return false;
	if (h.found)
		return true;
	char number[SERIAL_SIZE];
	serial_format(entropy_below(&app->entropy, SERIALS), true, number);
	struct certificate c = {
		.serial = number,
		.person = p->id,
		.code = p->code,
		.name = p->name,
		.latin = p->latin,
		.birth = p->birth,
		.region = p->region,
		.programme = ip->path,
		.programme_title = ip->programme->title,
		.destination = ip->programme->destination,
		.issued_at = app_now(app),
		.practice = true,
	};
	if (!certificate_add(app->store, &c, e) ||
	    !act_add(app->store, c.issued_at, app->person.id, "certificate-practice", p->code, number, e))
		return false;
	if (serial)
		snprintf(serial, 24, "%s", number);
	return true;
}

static bool update_programme(struct app *app, const struct person *p, const struct installed_programme *ip, struct results *results, char serial[24],
			     struct err *e)
{
	const struct programme *pr = ip->programme;
	for (size_t i = 0; i < pr->count; i++) {
		const struct requirement *rq = &pr->requirements[i];
		if (!rule_fulfilled(&rq->rule, results_get, results))
			continue;
		struct result r = rule_result(&rq->rule, results_get, results);
		struct completion c = {
			.person = p->id,
			.code = p->code,
			.name = p->name,
			.latin = p->latin,
			.birth = p->birth,
			.region = p->region,
			.programme = ip->path,
			.programme_title = pr->title,
			.destination = pr->destination,
			.requirement = rq->id,
			.requirement_title = rq->title,
			.mark = r.mark,
			.maximum = r.maximum,
			.completed_at = app_now(app),
			.serial = "",
		};
		bool added;
		if (!completion_add(app->store, &c, &added, e))
			return false;
	}
	return !programme_fulfilled(pr, results_get, results) || issue(app, p, ip, serial, e);
}

bool readiness_update(struct app *app, int64_t person, char serial[24], struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p;
	struct results results;
	struct installed_programme *list = NULL;
	size_t count = 0;
	if (serial)
		serial[0] = '\0';
	if (!store_begin(app->store, e))
		return false;
	bool ok = person_by_id(app->store, person, &a, &p, e) && results_load(app, person, &a, &results, e) &&
		  results_programmes(app, person, &a, &list, &count, e);
	for (size_t i = 0; ok && i < count; i++)
		ok = update_programme(app, &p, &list[i], &results, serial, e);
	ok = store_end(app->store, ok, e);
	arena_release(&a);
	return ok;
}

struct met {
	struct arena *arena;
	const struct words *words;
	const char *programme; /* id without the pack */
	const char *titles[32], *marks[32];
	size_t count;
};

static bool take_met(void *ctx, const struct completion *c)
{
	struct met *m = ctx;
	if (m->count == sizeof(m->titles) / sizeof(m->titles[0]))
		return false;
	const char *context = arena_printf(m->arena, "%s/%s.title", m->programme, c->requirement);
	m->titles[m->count] = arena_strdup(m->arena, m->words->translate(m->words->ctx, m->arena, context, c->requirement_title));
	m->marks[m->count++] = arena_printf(m->arena, "%d / %d", c->mark, c->maximum);
	return true;
}

static const char *short_id(const char *path)
{
	const char *slash = strchr(path, '/');
	return slash ? slash + 1 : path;
}

/* Titles are shown in the reader's language where the programme is still installed, else as they were stored. */
static struct pack_words *programme_words(struct app *app, struct arena *a, const char *path, struct err *e)
{
	struct installed_programme ip;
	struct err missing = ERR_INIT;
	if (results_programme(app, path, a, &ip, &missing))
		return pack_words_load(app->store, ip.version, short_id(path), app->language, e);
	return pack_words_load(app->store, 0, "", app->language, e);
}

bool certificate_show(struct app *app, const char *serial, struct str *out, struct err *e)
{
	char number[SERIAL_SIZE], issued[11];
	bool practice;
	struct arena a = ARENA_INIT;
	struct certificate c;
	if (!serial_parse(serial, &practice, number))
		return err_set(e, ERR_INPUT, _("'%s' is no serial: its check digits do not fit; type it again"), serial);
	bool ok = certificate_by_serial(app->store, number, &a, &c, e);
	struct pack_words *pw = ok ? programme_words(app, &a, c.programme, e) : NULL;
	if (pw) {
		struct words words = pack_words_view(pw);
		struct met m = {.arena = &a, .words = &words, .programme = short_id(c.programme)};
		ok = completion_of(app->store, c.person, c.programme, take_met, &m, e);
		date_format(site_day(c.issued_at, app->offset_min, 0), issued);
		struct certificate_view v = {
			.serial = c.serial,
			.name = c.name,
			.latin = c.latin,
			.birth = app_day_text(app, &a, c.birth),
			.programme_title = words.translate(words.ctx, &a, arena_printf(&a, "%s.title", m.programme), c.programme_title),
			.site = app->site,
			.issued_on = app_day_text(app, &a, issued),
			.requirement_titles = m.titles,
			.results = m.marks,
			.requirement_count = m.count,
		};
		if (ok)
			certificate_text(&v, out);
	}
	pack_words_free(pw);
	arena_release(&a);
	return ok && pw;
}

struct offering {
	struct app *app;
	struct arena *arena;
	struct programme_choice *list;
	size_t count, room;
	struct err *e;
	bool failed;
};

static bool take_offer(void *ctx, const char *path, int64_t version, const char *title, const char *destination, const char *body)
{
	(void)destination, (void)body;
	struct offering *o = ctx;
	struct pack_words *pw = pack_words_load(o->app->store, version, short_id(path), o->app->language, o->e);
	o->failed |= !pw;
	if (!pw)
		return false;
	struct words words = pack_words_view(pw);
	const char *shown = words.translate(words.ctx, o->arena, arena_printf(o->arena, "%s.title", short_id(path)), title);
	o->list = arena_grow(o->arena, o->list, o->count, &o->room, sizeof(*o->list));
	o->list[o->count++] = (struct programme_choice){arena_strdup(o->arena, path), arena_strdup(o->arena, shown)};
	pack_words_free(pw);
	return true;
}

bool programmes_list(struct app *app, struct arena *a, struct programme_choice **out, size_t *count, struct err *e)
{
	struct offering o = {.app = app, .arena = a, .e = e};
	bool ok = pack_programmes(app->store, NULL, take_offer, &o, e) && !o.failed;
	*out = o.list;
	*count = o.count;
	return ok;
}
