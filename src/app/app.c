#include "config.h"
#include "app/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/locale.h"

static const char system_store[] = "/var/lib/safar/safar.db";

char *app_store_path_dup(const char *option)
{
	if (option && *option)
		return xstrdup(option);
	const char *env = getenv("SAFAR_STORE");
	if (env && *env)
		return xstrdup(env);
	struct str own;
	str_init(&own);
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	if (data && *data == '/')
		str_addf(&own, "%s/safar/safar.db", data);
	else
		str_addf(&own, "%s/.local/share/safar/safar.db", home && *home ? home : "");
	if (access(own.buf, F_OK) != 0 && access(system_store, F_OK) == 0) {
		str_clear(&own);
		str_add(&own, system_store);
	}
	return str_steal(&own);
}

static bool number_setting(struct store *s, const char *name, int unset, int *out, struct err *e)
{
	char text[32];
	if (!store_setting(s, name, text, sizeof(text), e))
		return false;
	*out = *text ? (int)strtol(text, NULL, 10) : unset;
	return true;
}

bool app_open(struct app *app, const char *path, enum store_mode mode, struct err *e)
{
	enum { TASHKENT_MIN = 300, ROLLOVER_HOUR = 4, IDLE_SECONDS = 600 };
	*app = (struct app){
		.clock = clock_system(),
		.entropy = entropy_system(),
		.front = "cli",
		.language = "en",
	};
	app->store = store_open(path, mode, e);
	return app->store && store_setting(app->store, "site-name", app->site, sizeof(app->site), e) &&
	       number_setting(app->store, "utc-offset-min", TASHKENT_MIN, &app->offset_min, e) &&
	       number_setting(app->store, "rollover-hour", ROLLOVER_HOUR, &app->rollover_hour, e) &&
	       number_setting(app->store, "idle-seconds", IDLE_SECONDS, &app->idle_seconds, e);
}

void app_close(struct app *app)
{
	store_close(app->store);
	arena_release(&app->person_arena);
	*app = (struct app){0};
}

bool app_set_language(struct app *app, const char *tag, struct err *e)
{
	/* `tag` may be app->language itself, so it is not copied from */
	int known = language_find(tag);
	snprintf(app->language, sizeof(app->language), "%s", known >= 0 ? languages[known].tag : "en");
	i18n_set_language(app->language);
	return !app->person.id || person_set_language(app->store, app->person.id, app->language, e);
}

int64_t app_now(const struct app *app)
{
	return clock_wall(&app->clock);
}

int64_t app_today(const struct app *app)
{
	return site_day(app_now(app), app->offset_min, app->rollover_hour);
}

/* The lowest role that may do each thing. */
static const enum role needed[] = {
	[MAY_SEE_PEOPLE] = ROLE_INSTRUCTOR,
	[MAY_CHANGE_PEOPLE] = ROLE_ADMINISTRATOR,
	[MAY_EXPORT] = ROLE_ADMINISTRATOR,
	[MAY_PACKS] = ROLE_INSTRUCTOR,
	[MAY_EXAM] = ROLE_INSTRUCTOR,
	[MAY_REPORTS] = ROLE_INSTRUCTOR,
	[MAY_SITE] = ROLE_ADMINISTRATOR,
};

bool app_may(const struct app *app, enum may what, struct err *e)
{
	/* whoever can open the store's file on the command line owns it */
	if (strcmp(app->front, "cli") == 0 || (app->person.id && app->person.role >= needed[what]))
		return true;
	return err_set(e, ERR_DENIED, needed[what] == ROLE_ADMINISTRATOR
		? _("this is for administrators only; sign in as one")
		: _("this is for instructors and administrators only; sign in as one"));
}

static const char *kept_or(struct arena *a, char *shown, const char *as_it_is)
{
	const char *kept = shown ? arena_strdup(a, shown) : as_it_is;
	free(shown);
	return kept;
}

/* On the command line texts stay as they are. */
static bool is_for_programs(const struct app *app)
{
	return !app->front || !strcmp(app->front, "cli");
}

const char *app_day_text(const struct app *app, struct arena *a, const char *iso)
{
	int64_t day;
	return is_for_programs(app) || !date_parse(iso, &day) ? iso : kept_or(a, locale_date_dup(app->language, day, DATE_SHORT), iso);
}

const char *app_number_text(const struct app *app, struct arena *a, const char *number)
{
	return is_for_programs(app) ? number : kept_or(a, locale_number_dup(app->language, number), number);
}
