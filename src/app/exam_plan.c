/* Exams that are installed, and planning a session of one. Declared in exam.h. */
#include "config.h"
#include "app/exam_inside.h"

#include <string.h>

#include "app/exam_bank.h"
#include "app/exam_marks.h"
#include "app/pack_words.h"
#include "app/people.h"
#include "core/i18n.h"
#include "core/str.h"

struct choices {
	struct app *app;
	struct arena *arena;
	struct exam_choice *list;
	int64_t *versions;
	const char **titles;
	size_t count, room, version_room, title_room;
};

static bool take_choice(void *ctx, const char *path, int64_t version, const char *title, const char *kind)
{
	struct choices *c = ctx;
	struct err none = ERR_INIT;
	if (strcmp(kind, "exam") == 0 && !app_may(c->app, MAY_EXAM, &none))
		return true; /* that there is a live exam is for the staff to know */
	c->list = arena_grow(c->arena, c->list, c->count, &c->room, sizeof(*c->list));
	c->versions = arena_grow(c->arena, c->versions, c->count, &c->version_room, sizeof(*c->versions));
	c->titles = arena_grow(c->arena, c->titles, c->count, &c->title_room, sizeof(*c->titles));
	c->versions[c->count] = version;
	c->titles[c->count] = arena_strdup(c->arena, title);
	c->list[c->count++] = (struct exam_choice){.path = arena_strdup(c->arena, path), .title = "", .practice = strcmp(kind, "exam") != 0};
	return true;
}

const char *exam_title_of(struct app *app, int64_t version, const char *path, const char *title, struct arena *a, struct err *e)
{
	const char *slash = strchr(path, '/'), *id = slash ? slash + 1 : path;
	struct pack_words *w = pack_words_load(app->store, version, arena_printf(a, "%s.title", id), app->language, e);
	if (!w)
		return NULL;
	struct words view = pack_words_view(w);
	const char *out = arena_strdup(a, words_get(&view, a, id, NULL, "title", title));
	pack_words_free(w);
	return out;
}

bool exam_choices(struct app *app, struct arena *a, struct exam_choice **out, size_t *count, struct err *e)
{
	struct choices c = {.app = app, .arena = a};
	bool ok = exam_each(app->store, take_choice, &c, e);
	for (size_t i = 0; ok && i < c.count; i++) {
		c.list[i].title = exam_title_of(app, c.versions[i], c.list[i].path, c.titles[i], a, e);
		ok = c.list[i].title != NULL;
	}
	*out = c.list;
	*count = c.count;
	return ok;
}

static struct exam_session shown_session(const struct session_row *r)
{
	return (struct exam_session){
		.id = r->id, .version = r->version, .supervisor = r->supervisor, .exam = r->exam, .title = r->title, .source_title = r->title, .day = r->day, .room = r->room,
		.supervisor_name = r->supervisor_name, .state = r->state, .started = r->started_at != 0, .practice = strcmp(r->kind, "exam") != 0, .seats = r->seats,
	};
}

/* Sessions as they are listed; titles are read afterwards, those of one exam once. */
struct listing {
	struct arena arena;
	struct exam_session *list;
	size_t count, room;
};

static bool keep_session(void *ctx, const struct session_row *r)
{
	struct listing *l = ctx;
	struct exam_session s = shown_session(r);
	const char **texts[] = {&s.exam, &s.source_title, &s.day, &s.room, &s.supervisor_name, &s.state};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = arena_strdup(&l->arena, *texts[i]);
	s.title = NULL;
	l->list = arena_grow(&l->arena, l->list, l->count, &l->room, sizeof(*l->list));
	l->list[l->count++] = s;
	return true;
}

static bool title_session(struct app *app, struct listing *l, size_t at, struct err *e)
{
	struct exam_session *s = &l->list[at];
	for (size_t i = 0; i < at && !s->title; i++)
		if (l->list[i].version == s->version && str_eq(l->list[i].exam, s->exam) && str_eq(l->list[i].source_title, s->source_title))
			s->title = l->list[i].title;
	if (!s->title)
		s->title = exam_title_of(app, s->version, s->exam, s->source_title, &l->arena, e);
	return s->title != NULL;
}

bool exam_sessions(struct app *app, exam_session_fn *fn, void *ctx, struct err *e)
{
	struct listing l = {.arena = ARENA_INIT};
	bool ok = app_may(app, MAY_EXAM, e) && exam_session_each(app->store, keep_session, &l, e), more = true;
	for (size_t i = 0; ok && i < l.count; i++)
		ok = title_session(app, &l, i, e);
	for (size_t i = 0; ok && more && i < l.count; i++)
		more = fn(ctx, &l.list[i]);
	arena_release(&l.arena);
	return ok;
}

bool exam_session(struct app *app, int64_t id, struct arena *a, struct exam_session *out, struct err *e)
{
	struct session_row r;
	if (!app_may(app, MAY_EXAM, e) || !exam_session_get(app->store, id, a, &r, e))
		return false;
	*out = shown_session(&r);
	out->title = exam_title_of(app, r.version, r.exam, r.title, a, e);
	return out->title != NULL;
}

/* The one exam with that path or short id. */
struct finding {
	const char *name;
	struct arena *arena;
	struct session_row *out;
	int found;
};

static bool match_exam(void *ctx, const char *path, int64_t version, const char *title, const char *kind)
{
	struct finding *f = ctx;
	(void)kind;
	if (strcmp(path, f->name) == 0 || strcmp(strchr(path, '/') + 1, f->name) == 0) {
		f->found++;
		f->out->exam = arena_strdup(f->arena, path);
		f->out->title = arena_strdup(f->arena, title);
		f->out->version = version;
	}
	return true;
}

bool exam_find(struct app *app, const char *name, struct arena *a, struct session_row *out, struct err *e)
{
	struct finding f = {.name = name, .arena = a, .out = out};
	if (!exam_each(app->store, match_exam, &f, e))
		return false;
	if (f.found > 1)
		return err_set(e, ERR_INPUT, _("several exams are called '%s'; name its pack too, as in dutch-a1/mock"), name);
	return f.found || err_set(e, ERR_ABSENT, _("no exam '%s' is installed; 'safar exam list --exams' shows those that are"), name);
}

bool exam_may_sit(struct app *app, int64_t person, const char *exam, const struct blueprint *b, int64_t day, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p;
	int attempts = 0;
	int64_t last = 0;
	bool ok = person_by_id(app->store, person, &a, &p, e) && exam_attempts(app, person, exam, &attempts, &last, e);
	int64_t from = ok ? outcome_next_day(b, attempts, last) : 0;
	if (ok && from == INT64_MAX)
		ok = err_set(e, ERR_INPUT, ngettext("%s has used the %d attempt at this exam", "%s has used all %d attempts at this exam", (unsigned long)b->attempts),
			     p.name, b->attempts);
	if (ok && from > day) {
		char text[11];
		date_format(from, text);
		ok = err_set(e, ERR_INPUT, _("%s may sit this exam again from %s on; choose a later day"), p.name, text);
	}
	arena_release(&a);
	return ok;
}

static bool seat_person(struct app *app, const struct session_row *s, const struct blueprint *b, int64_t person, int *seat, struct err *e)
{
	char uuid[37];
	int64_t day = 0;
	date_parse(s->day, &day);
	entropy_uuid(&app->entropy, uuid);
	return exam_may_sit(app, person, s->exam, b, day, e) && exam_place_add(app->store, s, person, uuid, seat, e);
}

static bool plan(struct app *app, const struct exam_plan *p, struct session_row *s, const struct blueprint *b, struct err *e)
{
	bool ok = exam_bank_plan_begin(app, s, b, e) && exam_session_add(app->store, s, app_now(app), &s->id, e) && exam_bank_plan_end(app, s, e) &&
		  act_add(app->store, app_now(app), app->person.id, "exam-plan", s->exam, s->day, e);
	for (size_t i = 0; ok && i < p->count; i++) {
		int seat;
		ok = seat_person(app, s, b, p->people[i], &seat, e);
	}
	return ok;
}

bool exam_plan_day(struct app *app, const char *text, struct err *e)
{
	int64_t day;
	if (!date_parse(text, &day))
		return err_set(e, ERR_INPUT, _("'%s' is no date; write it as 2026-12-31"), text);
	return day >= app_today(app) || err_set(e, ERR_INPUT, _("%s is over; choose today or a later day"), text);
}

bool exam_plan(struct app *app, const struct exam_plan *p, int64_t *session, struct err *e)
{
	enum { ROOM_MAX = 80 };
	struct arena a = ARENA_INIT;
	struct blueprint *b;
	struct session_row s = {.day = p->day, .room = p->room ? p->room : "", .supervisor = app->person.id};
	bool ok = app_may(app, MAY_EXAM, e) && exam_find(app, p->exam, &a, &s, e) && exam_blueprint(app, s.version, s.exam, &a, &b, e) &&
		  exam_plan_day(app, p->day, e);
	if (ok && strlen(s.room) > ROOM_MAX)
		ok = err_set(e, ERR_INPUT, _("the name of the room is too long; use at most %d bytes"), ROOM_MAX);
	if (ok && (!p->count || p->count > EXAM_SEATS_MAX))
		ok = err_set(e, ERR_INPUT, _("a session has 1 to %d seats; name the people who sit there"), EXAM_SEATS_MAX);
	ok = ok && (!*s.room || exam_line(s.room, ROOM_MAX, e) || err_add(e, "%s", _("Room"))); /* it stands on certificates */
	ok = ok && store_begin(app->store, e) && store_end(app->store, plan(app, p, &s, b, e), e);
	if (ok)
		*session = s.id;
	arena_release(&a);
	return ok;
}

static bool is_open_for_planning(const struct session_row *s, struct err *e)
{
	if (s->seats >= EXAM_SEATS_MAX)
		return err_set(e, ERR_INPUT, _("a session has 1 to %d seats; name the people who sit there"), EXAM_SEATS_MAX);
	return strcmp(s->state, "closed") != 0 || err_set(e, ERR_INPUT, _("this session is closed; plan another one"));
}

bool exam_add_seat(struct app *app, int64_t session, int64_t person, int *seat, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct session_row s;
	struct blueprint *b;
	bool ok = app_may(app, MAY_EXAM, e) && store_begin(app->store, e);
	if (ok)
		ok = store_end(app->store, exam_session_get(app->store, session, &a, &s, e) && is_open_for_planning(&s, e) &&
			       exam_blueprint(app, s.version, s.exam, &a, &b, e) && seat_person(app, &s, b, person, seat, e), e);
	arena_release(&a);
	return ok;
}

static bool set_help(struct app *app, int64_t session, int seat, const struct exam_help *h, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	bool ok = exam_place_at(app->store, session, seat, &a, &r, e) && exam_not_own(app, r.person, h->second, e);
	if (ok && exam_state(&r) > SITTING_OPEN)
		ok = err_set(e, ERR_INPUT, _("seat %d has begun already; give it more minutes instead"), seat);
	if (ok && h->extra_percent != r.extra_percent && !h->second)
		ok = err_set(e, ERR_DENIED, _("seat %d: a second member of staff must sign in for this"), seat);
	ok = ok && exam_seat_help(app->store, session, seat, h->extra_percent, h->aloud, e) &&
	     exam_note_signed(app, &r, "help", h->second, arena_printf(&a, "%d %%%s", h->extra_percent, h->aloud ? ", aloud" : ""), e);
	arena_release(&a);
	return ok;
}

bool exam_set_help(struct app *app, int64_t session, int seat, const struct exam_help *h, struct err *e)
{
	enum { EXTRA_MAX = 200 };
	if (h->extra_percent < 0 || h->extra_percent > EXTRA_MAX)
		return err_set(e, ERR_INPUT, _("extra time is 0 to %d per cent"), EXTRA_MAX);
	return app_may(app, MAY_EXAM, e) && store_begin(app->store, e) && store_end(app->store, set_help(app, session, seat, h, e), e);
}

static bool fresh_code(struct app *app, char code[EXAM_CODE_SIZE], char hash[PIN_HASH_SIZE], struct err *e)
{
	pin_random(&app->entropy, code);
	return pin_hash(code, hash) || err_set(e, ERR_IO, _("too little memory to protect a code; close other programs and try again"));
}

static bool keep_code(struct app *app, int64_t session, int seat, const char *hash, bool leave, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	struct moment now = exam_moment(app);
	bool ok = exam_place_at(app->store, session, seat, &a, &r, e) && (!leave || exam_not_own(app, r.person, 0, e));
	if (ok && sitting_ended(exam_state(&r)) && !leave)
		ok = err_set(e, ERR_INPUT, _("seat %d has ended; its code opens nothing any more"), seat);
	ok = ok && (leave ? exam_seat_leave(app->store, session, seat, hash, now.mono, now.boot, e) : exam_seat_code(app->store, session, seat, hash, e)) &&
	     exam_note(app, &r, leave ? "leave-code" : "code", BY_SUPERVISOR, "", e);
	arena_release(&a);
	return ok;
}

static bool give_code(struct app *app, int64_t session, int seat, bool leave, char code[EXAM_CODE_SIZE], struct err *e)
{
	char hash[PIN_HASH_SIZE];
	bool ok = app_may(app, MAY_EXAM, e) && fresh_code(app, code, hash, e) && store_begin(app->store, e);
	ok = ok && store_end(app->store, keep_code(app, session, seat, hash, leave, e), e);
	if (!ok)
		secret_wipe(code, EXAM_CODE_SIZE);
	secret_wipe(hash, sizeof(hash));
	return ok;
}

bool exam_new_code(struct app *app, int64_t session, int seat, char code[EXAM_CODE_SIZE], struct err *e)
{
	return give_code(app, session, seat, false, code, e);
}

bool exam_leave_code(struct app *app, int64_t session, int seat, char code[EXAM_CODE_SIZE], struct err *e)
{
	return give_code(app, session, seat, true, code, e);
}
