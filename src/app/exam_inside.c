#include "config.h"
#include "app/exam_inside.h"

#include <string.h>

#include "app/exam_marks.h"
#include "app/unit_load.h"
#include "core/i18n.h"
#include "core/str.h"

struct moment exam_moment(const struct app *app)
{
	return (struct moment){.at = app_now(app), .mono = clock_mono(&app->clock), .boot = clock_boot(&app->clock)};
}

int64_t exam_since(const struct app *app, const struct moment *m)
{
	if (!m->at)
		return INT64_MAX;
	bool same = str_eq(m->boot, clock_boot(&app->clock));
	int64_t passed = same ? clock_mono(&app->clock) - m->mono : app_now(app) - m->at;
	return passed < 0 ? INT64_MAX : passed;
}

enum sitting_state exam_state(const struct place_row *r)
{
	enum sitting_state s = SITTING_VOID;
	sitting_state_from(r->state, &s);
	return s;
}

bool exam_is_lost(const struct app *app, const struct place_row *r)
{
	return *r->live && exam_since(app, &r->beat) > EXAM_LOST_MS;
}

bool exam_blueprint(struct app *app, int64_t version, const char *path, struct arena *a, struct blueprint **out, struct err *e)
{
	const char *slash = strchr(path, '/'), *body = NULL;
	if (!exam_get(app->store, version, slash ? slash + 1 : path, a, &body, e))
		return false;
	struct diag_list d;
	diag_init(&d);
	const struct node *n = body_node(a, body);
	*out = n ? blueprint_parse(a, n, &d) : NULL;
	diag_release(&d);
	return *out || err_set(e, ERR_STORE, _("the stored exam '%s' is damaged; restore the last backup"), path);
}

static bool refuse(enum sitting_refusal why, const struct place_row *r, struct err *e)
{
	switch (why) {
	case SITTING_NOT_YOU:
		return err_set(e, ERR_DENIED, _("seat %d: only the supervisor may do that"), r->seat);
	case SITTING_NEEDS_WHY:
		return err_set(e, ERR_DENIED, _("seat %d: say why, and in words what happened"), r->seat);
	case SITTING_NEEDS_DECISION:
		return err_set(e, ERR_DENIED, _("seat %d was interrupted %d times; say why it may go on, or end it"), r->seat, r->interruptions);
	case SITTING_NEEDS_SECOND:
		return err_set(e, ERR_DENIED, _("seat %d: a second member of staff must sign in for this"), r->seat);
	case SITTING_NOT_NOW:
	case SITTING_ALLOWED:
		break;
	}
	return err_set(e, ERR_DENIED, _("seat %d: not possible while it is '%s'"), r->seat, r->state);
}

bool exam_not_own(const struct app *app, int64_t person, int64_t second, struct err *e)
{
	if (!person || (person != app->person.id && person != second))
		return true;
	return err_set(e, ERR_DENIED, _("nobody decides about their own exam or certificate; let another member of staff do it"));
}

struct sitters {
	const struct app *app;
	int64_t second;
	struct err *e;
	bool ok;
};

static bool look_at_sitter(void *ctx, const struct place_row *r)
{
	struct sitters *s = ctx;
	s->ok = exam_not_own(s->app, r->person, s->second, s->e);
	return s->ok;
}

bool exam_not_own_session(struct app *app, int64_t session, int64_t second, struct err *e)
{
	struct sitters s = {.app = app, .second = second, .e = e, .ok = true};
	return exam_place_each(app->store, session, look_at_sitter, &s, e) && s.ok;
}

/* What else a change of state brings with it. */
static void settle(struct app *app, struct place_row *r, enum sitting_act act, enum sitting_state to)
{
	struct moment now = exam_moment(app);
	if (act == ACT_PAUSE || act == ACT_LOSE) {
		r->interruptions++; /* whoever caused it: what was seen has been seen */
		/* a screen that was lost is away since its last sign of life */
		r->away = r->beat.at && (act == ACT_LOSE || exam_is_lost(app, r)) ? r->beat : now;
	}
	if (to == SITTING_RUNNING && !r->started_at)
		r->started_at = now.at > 0 ? now.at : 1;
	if (sitting_ended(to) && !r->ended_at)
		r->ended_at = now.at > 0 ? now.at : 1;
}

bool exam_act(struct app *app, struct place_row *r, enum sitting_act act, enum sitting_role role, const struct exam_reason *reason, const char *text, struct err *e)
{
	static const struct exam_reason none = {0};
	reason = reason ? reason : &none;
	if (role == BY_SUPERVISOR && !exam_not_own(app, r->person, reason->second, e))
		return false;
	if (reason->text && *reason->text && !exam_line(reason->text, EXAM_REASON_MAX, e))
		return false;
	const char *said = reason->text && *reason->text ? reason->text : text;
	struct sitting_ask ask = {
		.state = exam_state(r), .act = act, .role = role, .why = reason->why, .text = reason->text && *reason->text,
		.second = reason->second != 0, .interruptions = r->interruptions,
	};
	enum sitting_state to;
	enum sitting_refusal refusal = sitting_next(&ask, &to);
	if (refusal != SITTING_ALLOWED)
		return refuse(refusal, r, e);
	struct event_row ev = {
		.session = r->session, .sitting = r->sitting, .at = app_now(app), .actor = role == BY_SUPERVISOR ? app->person.id : role == BY_EXAMINEE ? r->person : 0,
		.second = reason->second, .role = sitting_role_name(role), .act = sitting_act_name(act), .from = r->state, .to = sitting_state_name(to),
		.why = sitting_why_name(reason->why), .text = said,
	};
	if (to != ask.state) {
		settle(app, r, act, to);
		r->state = sitting_state_name(to);
		r->why = sitting_why_name(reason->why);
		if (!exam_sitting_move(app->store, r, e))
			return false;
	}
	return exam_event_add(app->store, &ev, e);
}

static bool note(struct app *app, const struct place_row *r, const char *act, enum sitting_role role, int64_t second, const char *text, struct err *e)
{
	struct event_row ev = {
		.session = r->session, .sitting = r->sitting, .at = app_now(app), .actor = role == BY_SUPERVISOR ? app->person.id : role == BY_EXAMINEE ? r->person : 0,
		.second = second, .role = sitting_role_name(role), .act = act, .from = r->state, .to = r->state, .why = "", .text = text,
	};
	return exam_event_add(app->store, &ev, e);
}

bool exam_note(struct app *app, const struct place_row *r, const char *act, enum sitting_role role, const char *text, struct err *e)
{
	return note(app, r, act, role, 0, text, e);
}

bool exam_note_signed(struct app *app, const struct place_row *r, const char *act, int64_t second, const char *text, struct err *e)
{
	return note(app, r, act, BY_SUPERVISOR, second, text, e);
}

size_t exam_screen_section(const struct blueprint *b, size_t from)
{
	while (from < b->section_count && !section_at_screen(&b->sections[from]))
		from++;
	return from;
}

const struct exam_task *exam_task_of(const struct words *w, const struct blueprint *b, size_t section, const char *sitting, struct arena *a)
{
	const struct exam_section *s = &b->sections[section];
	const struct exam_task *task = section_task(s, seed_from(arena_printf(a, "%s/%s", sitting, s->id), 0));
	if (!task)
		return NULL;
	struct exam_task *out = arena_alloc(a, sizeof(*out));
	*out = (struct exam_task){
		.id = task->id, .title = arena_strdup(a, words_get(w, a, b->id, task->id, "title", task->title)),
		.text = arena_strdup(a, words_get(w, a, b->id, task->id, "text", task->text)),
	};
	return out;
}

const struct item *exam_item(struct app *app, const char *path, const char *hash, const char *teaches, struct arena *a, struct err *e)
{
	const char *body, *unit = strchr(path, '/'), *id = strrchr(path, '/');
	if (!pack_body(app->store, hash, a, &body, e))
		return NULL;
	struct diag_list d;
	diag_init(&d);
	const struct node *n = body_node(a, body);
	const char *name = unit && id > unit ? arena_strndup(a, unit + 1, (size_t)(id - unit - 1)) : "";
	const struct item *it = n ? item_parse(a, n, name, *teaches ? teaches : NULL, &d) : NULL;
	diag_release(&d);
	if (!it)
		err_set(e, ERR_STORE, _("the stored text of question '%s' is damaged; restore the last backup"), path);
	return it;
}

bool exam_is_answered(const struct item *it, const struct form *f, const char *verdict, const char *given)
{
	struct arena a = ARENA_INIT;
	struct response resp;
	bool whole = *verdict && !str_eq(verdict, "empty") && response_parse(&a, it->type->answer, given, &resp) && response_is_whole(f, &resp);
	arena_release(&a);
	return whole;
}

struct attempts {
	const struct app *app;
	int count;
	int64_t last_day;
};

static bool count_attempt(void *ctx, const struct place_row *r)
{
	struct attempts *x = ctx;
	enum sitting_state s = exam_state(r);
	enum sitting_why why = WHY_NONE;
	sitting_why_from(r->why, &why);
	if (sitting_ended(s) && sitting_is_attempt(s, r->started_at != 0, why)) {
		int64_t day = site_day(r->ended_at, x->app->offset_min, x->app->rollover_hour);
		x->count++;
		x->last_day = day > x->last_day ? day : x->last_day;
	}
	return true;
}

bool exam_attempts(struct app *app, int64_t person, const char *exam, int *count, int64_t *last_day, struct err *e)
{
	struct attempts x = {.app = app, .last_day = INT64_MIN};
	bool ok = exam_place_attempts(app->store, person, exam, count_attempt, &x, e);
	*count = x.count;
	*last_day = x.last_day;
	return ok;
}
