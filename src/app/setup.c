#include "config.h"
#include "app/setup.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/machine.h"
#include "app/people.h"
#include "core/i18n.h"
#include "text/norm.h"

/* Sample people, no real ones: codes and PINs stand on the demo's first screen. */
const struct demo_person demo_people[3] = {
	{"1001", "402817", "Aziza Karimova", "KARIMOVA AZIZA", "2001-05-14", "UZ-NG", ROLE_LEARNER},
	{"2001", "538206", "Dilnoza Yusupova", "YUSUPOVA DILNOZA", "1987-02-03", "UZ-NG", ROLE_INSTRUCTOR},
	{"9001", "716493", "Rustam Ergashev", "ERGASHEV RUSTAM", "1979-11-21", "UZ-NG", ROLE_ADMINISTRATOR},
};
enum { DEMO_COUNT = sizeof(demo_people) / sizeof(demo_people[0]), DEMO_DAYS_AHEAD = 112 };

/* Makes the folders on the way to `path`, each for its owner only. */
static bool make_folders(const char *path, struct err *e)
{
	char folder[4096];
	if (strlen(path) >= sizeof(folder))
		return err_set(e, ERR_USAGE, _("the path of the store is too long"));
	strcpy(folder, path);
	for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, 0700) && errno != EEXIST)
			return err_errno(e, errno, _("cannot make the folder '%s'; choose another place with --store"), folder);
		*slash = '/';
	}
	return true;
}

static bool first_administrator(struct app *app, const struct setup *s, struct setup_result *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p = {
		.code = s->demo ? demo_people[DEMO_COUNT - 1].code : "",
		.name = s->name,
		.latin = s->latin ? s->latin : "",
		.role = ROLE_ADMINISTRATOR,
	};
	bool ok = person_put(app, &a, &p, e);
	if (ok)
		snprintf(out->code, sizeof(out->code), "%s", p.code);
	if (ok && s->demo) {
		strcpy(out->pin, demo_people[DEMO_COUNT - 1].pin);
		ok = person_set_pin(app, p.id, out->pin, e);
	} else if (ok) {
		ok = person_new_pin(app, p.id, out->pin, e);
	}
	arena_release(&a);
	return ok;
}

static bool demo_person(struct app *app, const struct demo_person *d, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p = {.code = d->code, .name = d->name, .latin = d->latin, .birth = d->birth, .region = d->region, .role = d->role};
	struct err missing = ERR_INIT;
	char departure[11];
	bool ok = person_put(app, &a, &p, e) && person_set_pin(app, p.id, d->pin, e);
	if (ok && d->role == ROLE_LEARNER) {
		date_format(app_today(app) + DEMO_DAYS_AHEAD, departure);
		if (!person_enrol(app, p.id, "flanders", departure, &missing) && missing.kind != ERR_ABSENT) {
			*e = missing;
			ok = false;
		}
	}
	arena_release(&a);
	return ok;
}

/* Whom the demo's first screen names; the learner is enrolled when the programme is there. */
static bool demo_persons(struct app *app, struct err *e)
{
	for (size_t i = 0; i < DEMO_COUNT; i++) {
		struct arena a = ARENA_INIT;
		struct person known;
		struct err absent = ERR_INIT;
		bool there = person_by_code(app->store, demo_people[i].code, &a, &known, &absent);
		arena_release(&a);
		if (!there && absent.kind != ERR_ABSENT) {
			*e = absent;
			return false;
		}
		if (!there && !demo_person(app, &demo_people[i], e))
			return false;
	}
	return true;
}

static bool fill(struct app *app, const struct setup *s, struct setup_result *out, struct err *e)
{
	const char *site = s->site && *s->site ? s->site : s->demo ? _("Demonstration centre") : "safar";
	if (!text_is_line(site)) /* it stands in one line of signed files */
		return err_set(e, ERR_INPUT, _("the name of the site has a character that cannot be printed; type it again"));
	snprintf(app->site, sizeof(app->site), "%s", site);
	return store_set_setting(app->store, "site-name", site, e) && (!s->demo || store_set_setting(app->store, "demo", "1", e)) &&
	       machine_bind(app, e) && first_administrator(app, s, out, e) && (!s->demo || demo_persons(app, e));
}

bool setup_store(struct app *app, const char *path, const struct setup *s, struct setup_result *out, struct err *e)
{
	*app = (struct app){0};
	*out = (struct setup_result){0};
	if (!make_folders(path, e) || !app_open(app, path, STORE_CREATE, e))
		return false;
	if (store_begin(app->store, e) && store_end(app->store, fill(app, s, out, e), e))
		return true;
	/* A store that nobody can sign in to would only stand in the way of the next try. */
	store_discard(app->store);
	app->store = NULL;
	secret_wipe(out, sizeof(*out));
	return false;
}

bool app_is_demo(struct app *app)
{
	char demo[4];
	struct err ignored = ERR_INIT; /* a store that cannot be read says so at sign-in */
	return app->store && store_setting(app->store, "demo", demo, sizeof(demo), &ignored) && *demo;
}
