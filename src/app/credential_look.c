/* What was issued. Declared in credential.h. */
#include "config.h"
#include "app/credential_inside.h"

#include <string.h>

#include "core/i18n.h"
#include "record/key_file.h"

const char *credential_state_name(enum credential_state s)
{
	static const char *const names[] = {[CREDENTIAL_VALID] = "valid", [CREDENTIAL_EXPIRED] = "expired", [CREDENTIAL_REVOKED] = "revoked", [CREDENTIAL_REISSUED] = "reissued"};
	return names[s];
}

static const char *day_of(const struct app *app, struct arena *a, int64_t at)
{
	char text[11];
	date_format(site_day(at, app->offset_min, 0), text);
	return arena_strdup(a, text);
}

static enum credential_state state_of(const struct app *app, const struct credential_row *c)
{
	char today[11];
	date_format(site_day(app_now(app), app->offset_min, 0), today);
	if (*c->ended)
		return strcmp(c->ended, "reissued") == 0 ? CREDENTIAL_REISSUED : CREDENTIAL_REVOKED;
	return strcmp(c->valid_until, today) < 0 ? CREDENTIAL_EXPIRED : CREDENTIAL_VALID;
}

static struct credential_view view_of(const struct app *app, const struct credential_row *c, struct arena *a)
{
	char print[KEY_PRINT_SIZE] = "";
	key_print(c->issuer, print);
	return (struct credential_view){
		.serial = c->serial, .uuid = c->uuid, .json = c->json, .compact = c->compact, .person = c->person, .code = c->code, .name = c->name, .latin = c->latin,
		.birth = c->birth, .programme = c->programme, .title = c->programme_title, .destination = c->destination, .issuer = c->issuer,
		.issuer_name = c->issuer_name, .print = arena_strdup(a, print), .telephone = "", .officer = c->officer_name, .second = c->second_name,
		.issued_on = day_of(app, a, c->issued_at), .until = c->valid_until, .state = state_of(app, c), .ended_on = *c->ended ? day_of(app, a, c->ended_at) : "",
		.reason = c->reason, .replaces = c->replaces, .replaced_by = c->replaced_by,
	};
}

struct looking {
	const struct app *app;
	struct arena *arena;
	struct credential_exam_view *exams;
	size_t count, room;
	struct credential_result_view *results; /* of the exam that is being filled */
	int exam;
	size_t result_count, result_room;
};

static bool take_exam(void *ctx, const struct credential_exam_row *r)
{
	struct looking *l = ctx;
	struct arena *a = l->arena;
	l->exams = arena_grow(a, l->exams, l->count, &l->room, sizeof(*l->exams));
	l->exams[l->count++] = (struct credential_exam_view){
		.path = arena_strdup(a, r->exam), .title = arena_strdup(a, r->title), .day = arena_strdup(a, r->day), .room = arena_strdup(a, r->room),
		.language = arena_strdup(a, r->language),
	};
	return true;
}

const char *credential_points(struct arena *a, int mark, int scale)
{
	return scale == 1 || mark % scale == 0 ? arena_printf(a, "%d", mark / scale) : arena_printf(a, "%d.%d", mark / scale, mark % scale * 10 / scale);
}

/* The same as the reader writes it on a screen; what is signed or printed by a command keeps its point. */
static const char *shown_points(const struct looking *l, int mark, int scale)
{
	return app_number_text(l->app, l->arena, credential_points(l->arena, mark, scale));
}

static bool take_result(void *ctx, const struct credential_result_row *r)
{
	struct looking *l = ctx;
	struct arena *a = l->arena;
	if (r->exam != l->exam)
		return true;
	l->results = arena_grow(a, l->results, l->result_count, &l->result_room, sizeof(*l->results));
	l->results[l->result_count++] = (struct credential_result_view){
		.skill = arena_strdup(a, r->skill), .title = arena_strdup(a, r->maximum ? r->title : _(r->title)), .examined = r->maximum > 0,
		.points = r->maximum ? arena_printf(a, _("%s of %s"), shown_points(l, r->mark, r->scale), shown_points(l, r->maximum, r->scale)) : arena_strdup(a, _("not examined")),
		.needed = r->needed ? credential_points(a, r->needed, r->scale) : "",
	};
	return true;
}

static bool find_row(struct app *app, const char *serial, struct arena *a, struct credential_row *out, struct err *e)
{
	char number[SERIAL_SIZE];
	bool practice;
	struct err ignored = ERR_INIT;
	if (!serial_parse(serial, &practice, number))
		return err_set(e, ERR_INPUT, _("'%s' is no serial: its check digits do not fit; type it again"), serial);
	if (!credential_by_serial(app->store, number, a, out, e))
		return false;
	return out->person == app->person.id || app_may(app, MAY_SEE_PEOPLE, &ignored) ||
	       err_set(e, ERR_DENIED, _("this certificate is somebody else's; ask the staff"));
}

bool credential_view(struct app *app, const char *serial, struct arena *a, struct credential_view *out, struct err *e)
{
	struct credential_row c;
	struct looking l = {.app = app, .arena = a};
	if (!find_row(app, serial, a, &c, e) || !credential_exams(app->store, c.serial, take_exam, &l, e))
		return false;
	for (l.exam = 0; l.exam < (int)l.count; l.exam++) {
		l.results = NULL;
		l.result_count = l.result_room = 0;
		if (!credential_results(app->store, c.serial, take_result, &l, e))
			return false;
		l.exams[l.exam].results = l.results;
		l.exams[l.exam].count = l.result_count;
	}
	*out = view_of(app, &c, a);
	out->exams = l.exams;
	out->count = l.count;
	return credential_telephone(app, a, &out->telephone, e);
}

struct each {
	struct app *app;
	credential_view_fn *fn;
	void *ctx;
};

static bool give(void *ctx, const struct credential_row *c)
{
	struct each *x = ctx;
	struct arena a = ARENA_INIT;
	struct credential_view v = view_of(x->app, c, &a);
	bool more = x->fn(x->ctx, &v);
	arena_release(&a);
	return more;
}

bool credential_list(struct app *app, int64_t person, credential_view_fn *fn, void *ctx, struct err *e)
{
	struct each x = {.app = app, .fn = fn, .ctx = ctx};
	bool own = person && person == app->person.id;
	return (own || app_may(app, MAY_SEE_PEOPLE, e)) && credential_each(app->store, person, give, &x, e);
}
