#include "config.h"
#include "app/machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "store/exams.h"

enum { MACHINE_BYTES_MAX = 4096, WHY_BYTES_MAX = 300 };

/* The id of this system in `out`; empty where it has none. */
static void read_machine(struct str *out)
{
	static const char *const places[] = {"/etc/machine-id", "/var/lib/dbus/machine-id"};
	const char *named = getenv("SAFAR_MACHINE_ID");
	struct err ignored = ERR_INIT; /* a system without the file is told as one without an id */
	if (named && *named) {
		file_read(named, MACHINE_BYTES_MAX, out, &ignored);
	} else {
		for (size_t i = 0; i < sizeof(places) / sizeof(places[0]) && !out->len; i++)
			if (access(places[i], R_OK) == 0)
				file_read(places[i], MACHINE_BYTES_MAX, out, &ignored);
	}
	/* an image that was never started says "uninitialized": all copies of it would be one machine */
	if (!out->len || strcspn(out->buf, " \r\n\t") == 0 || strncmp(out->buf, "uninitialized", strlen("uninitialized")) == 0)
		str_clear(out);
}

/* The hash that stands for this machine in this store, "" where the system has no id. */
static void name_machine(const char *store_id, char out[HASH_HEX_SIZE])
{
	struct str machine, both;
	str_init(&machine);
	str_init(&both);
	read_machine(&machine);
	*out = '\0';
	if (machine.len) {
		str_addf(&both, "safar %s %.*s", store_id, (int)strcspn(machine.buf, " \r\n\t"), machine.buf);
		hash_hex(both.buf, both.len, out);
		secret_wipe(both.buf, both.len);
		secret_wipe(machine.buf, machine.len);
	}
	str_release(&both);
	str_release(&machine);
}

static bool give_id(struct app *app, char id[37], struct err *e)
{
	if (!store_setting(app->store, "store-id", id, 37, e))
		return false;
	if (*id)
		return true;
	entropy_uuid(&app->entropy, id);
	return store_set_setting(app->store, "store-id", id, e);
}

static bool bind_now(struct app *app, struct err *e)
{
	char id[37], machine[HASH_HEX_SIZE];
	if (!give_id(app, id, e))
		return false;
	name_machine(id, machine);
	return !*machine || store_set_setting(app->store, "machine", machine, e);
}

bool machine_bind(struct app *app, struct err *e)
{
	return store_begin(app->store, e) && store_end(app->store, bind_now(app, e), e);
}

bool machine_look(struct app *app, enum machine_state *out, struct err *e)
{
	char id[37], bound[HASH_HEX_SIZE], here[HASH_HEX_SIZE];
	*out = MACHINE_UNKNOWN;
	if (!store_setting(app->store, "store-id", id, sizeof(id), e) || !store_setting(app->store, "machine", bound, sizeof(bound), e))
		return false;
	if (!*id || !*bound) {
		if (!machine_bind(app, e) || !store_setting(app->store, "machine", bound, sizeof(bound), e))
			return false;
		*out = *bound ? MACHINE_SAME : MACHINE_UNKNOWN;
		return true;
	}
	name_machine(id, here);
	if (*here)
		*out = strcmp(here, bound) == 0 ? MACHINE_SAME : MACHINE_OTHER;
	return true;
}

bool machine_require(struct app *app, struct err *e)
{
	enum machine_state s;
	return machine_look(app, &s, e) &&
	       (s != MACHINE_OTHER || err_set(e, ERR_DENIED, _("this store was made on another machine; if it has moved here for good, an administrator says so on the home "
							       "screen or with 'safar site moved'")));
}

struct telling {
	struct arena arena;
	int64_t *sessions;
	size_t count, room;
};

static bool take_session(void *ctx, const struct session_row *r)
{
	struct telling *t = ctx;
	if (strcmp(r->state, "closed") == 0)
		return true;
	t->sessions = arena_grow(&t->arena, t->sessions, t->count, &t->room, sizeof(*t->sessions));
	t->sessions[t->count++] = r->id;
	return true;
}

static bool accept(struct app *app, const char *why, struct err *e)
{
	struct telling t = {.arena = ARENA_INIT};
	bool ok = bind_now(app, e) && act_add(app->store, app_now(app), app->person.id, "site-moved", "", why, e) &&
		  exam_session_each(app->store, take_session, &t, e);
	for (size_t i = 0; ok && i < t.count; i++) {
		struct event_row ev = {
			.session = t.sessions[i], .sitting = "", .at = app_now(app), .actor = app->person.id, .role = "supervisor", .act = "site-moved",
			.from = "", .to = "", .why = "", .text = why,
		};
		ok = exam_event_add(app->store, &ev, e);
	}
	arena_release(&t.arena);
	return ok;
}

bool machine_accept(struct app *app, const char *why, struct err *e)
{
	if (!app_may(app, MAY_SITE, e))
		return false;
	if (!why || !why[strspn(why, " ")] || strlen(why) > WHY_BYTES_MAX)
		return err_set(e, ERR_INPUT, _("say in a few words why the store is on this machine now, at most %d bytes"), WHY_BYTES_MAX);
	return store_begin(app->store, e) && store_end(app->store, accept(app, why, e), e);
}
