/* The learner's side: one live screen of one sitting. Declared in exam.h. */
#include "config.h"
#include "app/exam_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/exam_rehearse.h"
#include "app/exam_run_inside.h"
#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"

static bool denied(struct err *e)
{
	return err_set(e, ERR_DENIED, _("seat and code do not fit together; look at the slip, or ask the supervisor for a new code"));
}

/* --- entering --- */

/* Seats with that number in sessions that are open or planned. */
struct candidates {
	struct arena *arena;
	struct place_row *rows;
	size_t count, room;
};

static bool take_candidate(void *ctx, const struct place_row *r)
{
	struct candidates *c = ctx;
	c->rows = arena_grow(c->arena, c->rows, c->count, &c->room, sizeof(*c->rows));
	c->rows[c->count++] = (struct place_row){.session = r->session, .seat = r->seat,
						 .code_hash = arena_strdup(c->arena, r->code_hash), .sitting = arena_strdup(c->arena, r->sitting)};
	return true;
}

/* A failure is written before the code is compared and taken back afterwards, as with PINs. Rooms that are open at one time have the same numbers of seats: what
 * opens one of them was no failure at the others. */
static bool find_fitting(struct app *app, struct candidates *c, const char *code, size_t *at, struct err *e)
{
	bool *tried = arena_array(c->arena, c->count + 1, sizeof(*tried));
	bool fits = false, ok = true;
	*at = c->count;
	for (size_t i = 0; ok && !fits && i < c->count; i++) {
		const struct place_row *r = &c->rows[i];
		ok = !*r->code_hash || exam_seat_try(app->store, r->session, r->seat, r->code_hash, EXAM_CODE_TRIES, &tried[i], e);
		fits = ok && tried[i] && pin_verify(code, r->code_hash);
		*at = fits ? i : c->count;
	}
	for (size_t i = 0; ok && fits && i <= *at; i++)
		ok = !tried[i] || exam_seat_tried(app->store, c->rows[i].session, c->rows[i].seat, c->rows[i].code_hash, i == *at, e);
	return ok;
}

/* Rooms that are held and rooms that are rehearsed have the same numbers of seats: one listing, so that a code which opens one is no failure at the other. */
static bool list_places(struct store *s, int seat, place_row_fn *fn, void *ctx, struct err *e)
{
	return exam_place_open(s, seat, fn, ctx, e) && exam_place_planned(s, seat, fn, ctx, e);
}

static bool find_seat(struct app *app, int seat, const char *code, struct arena *a, const char **sitting, struct err *e)
{
	struct candidates c = {.arena = a};
	size_t at;
	*sitting = NULL;
	if (!list_places(app->store, seat, take_candidate, &c, e) || !find_fitting(app, &c, code, &at, e))
		return false;
	*sitting = at < c.count ? c.rows[at].sitting : NULL;
	return *sitting || denied(e);
}

/* This screen becomes the live one, whatever that means for the state. Who was released while nobody was there may come later still: what they saw before is as old. */
static bool claim(struct app *app, struct place_row *r, const char *token, bool on_paper, struct err *e)
{
	struct moment now = exam_moment(app);
	bool ok = true;
	switch (exam_state(r)) {
	case SITTING_PLANNED:
	case SITTING_IDENTITY:
		ok = err_set(e, ERR_DENIED, _("this seat is not open yet; tell the supervisor"));
		break;
	case SITTING_OPEN: /* rules first, whether the room was started or not */
	case SITTING_PAUSED:
		break;
	case SITTING_RUNNING:
		if (*r->live)
			ok = exam_act(app, r, ACT_LOSE, BY_EXAMINEE, NULL, exam_is_lost(app, r) ? "screen lost" : "entered at another screen", e);
		else
			ok = on_paper || exam_exchange(app, r, e);
		break;
	case SITTING_SUBMITTED:
	case SITTING_TIME_UP:
	case SITTING_ABANDONED:
	case SITTING_VOID:
	case SITTING_STATE_COUNT:
		ok = err_set(e, ERR_DENIED, _("this exam has ended"));
		break;
	}
	return ok && exam_note(app, r, "enter", BY_EXAMINEE, "", e) && exam_live(app->store, r->sitting, token, &now, e);
}

const char *exam_section_title(const struct exam_run *r, size_t section, struct arena *a)
{
	struct words own = pack_words_view(r->inside->own);
	const struct exam_section *s = &r->blueprint->sections[section];
	return arena_strdup(a, words_get(&own, a, r->blueprint->id, s->id, "title", s->title));
}

void run_name_section(struct exam_run *r)
{
	const struct blueprint *b = r->blueprint;
	struct words own = pack_words_view(r->inside->own);
	bool any = r->section < b->section_count, written = any && b->sections[r->section].room;
	r->section_title = any ? exam_section_title(r, r->section, &r->section_arena) : "";
	r->task = written ? exam_task_of(&own, b, r->section, r->sitting, &r->section_arena) : NULL;
}

bool exam_speak(struct app *app, struct exam_run *r, struct err *e)
{
	struct exam_run_inside *in = r->inside;
	const struct blueprint *b = r->blueprint;
	char language[sizeof(in->language)];
	snprintf(language, sizeof(language), "%s", b->language ? b->language : app->language);
	language[b->language ? strcspn(language, "-") : strlen(language)] = '\0';
	struct pack_words *own = pack_words_load(app->store, r->version, b->id, app->language, e);
	struct pack_words *questions = own ? pack_words_load(app->store, r->version, "", language, e) : NULL;
	if (!questions) {
		pack_words_free(own);
		return false;
	}
	pack_words_free(in->own);
	pack_words_free(in->questions);
	in->own = own;
	in->questions = questions;
	in->question_view = pack_words_view(questions);
	snprintf(in->language, sizeof(in->language), "%s", language);
	struct words view = pack_words_view(own);
	r->title = arena_strdup(&r->arena, words_get(&view, &r->arena, b->id, NULL, "title", b->title));
	run_name_section(r);
	return true;
}

/* What the screen shows of a sitting, and judges with. */
static bool fill_run(struct app *app, struct exam_run *r, const struct place_row *row, struct err *e)
{
	struct exam_run_inside *in = r->inside;
	struct pack_row pack;
	struct blueprint *b;
	struct arena *a = &r->arena;
	r->sitting = row->sitting;
	r->name = row->name;
	r->latin = row->latin;
	r->birth = row->birth;
	r->own_language = row->language ? row->language : "";
	r->session = row->session;
	r->person = row->person;
	r->version = row->version;
	r->seat = row->seat;
	r->aloud = row->aloud;
	in->section_loaded = -1;
	if (!exam_blueprint(app, row->version, row->exam, a, &b, e) || !pack_by_id(app->store, row->version, a, &pack, e))
		return false;
	r->blueprint = b;
	r->practice = !b->examines;
	in->teaches = r->types = pack.teaches;
	return (!*pack.teaches || pack_table_load(app->store, row->version, a, &in->table, e)) && exam_speak(app, r, e);
}

/* A session that is only planned: nothing is claimed, and nothing but the try is written. */
static bool open_rehearsal(struct app *app, struct exam_run *r, const struct place_row *row, struct err *e)
{
	r->rehearsal = true;
	r->state = SITTING_OPEN;
	r->inside->token = "";
	return fill_run(app, r, row, e) && exam_rehearse_done(app, r, 0, e);
}

static bool open_run(struct app *app, struct exam_run *r, const char *sitting, bool on_paper, struct err *e)
{
	struct exam_run_inside *in = r->inside;
	struct place_row row;
	struct arena *a = &r->arena;
	char token[37];
	entropy_uuid(&app->entropy, token);
	in->token = arena_strdup(a, token);
	if (!store_begin(app->store, e) ||
	    !store_end(app->store, exam_place_of(app->store, sitting, a, &row, e) && claim(app, &row, in->token, on_paper, e), e) || !fill_run(app, r, &row, e))
		return false;
	in->last_mono = in->last_beat = clock_mono(&app->clock);
	return run_look(app, r, e);
}

/* As its session stands. */
static bool open_either(struct app *app, struct exam_run *r, const char *sitting, struct err *e)
{
	struct place_row row;
	struct session_row s;
	if (!exam_place_of(app->store, sitting, &r->arena, &row, e) || !exam_session_get(app->store, row.session, &r->arena, &s, e))
		return false;
	return strcmp(s.state, "planned") == 0 ? open_rehearsal(app, r, &row, e) : open_run(app, r, sitting, false, e);
}

/* What stands on paper is not exchanged. */
static bool open_paper(struct app *app, struct exam_run *r, const char *sitting, struct err *e)
{
	return open_run(app, r, sitting, true, e);
}

static struct exam_run *new_run(struct app *app, const char *sitting, bool (*open)(struct app *app, struct exam_run *r, const char *sitting, struct err *e), struct err *e)
{
	struct exam_run *r = xcalloc(1, sizeof(*r));
	r->inside = xcalloc(1, sizeof(*r->inside));
	if (open(app, r, sitting, e))
		return r;
	exam_run_free(r);
	return NULL;
}

struct exam_run *exam_run_open(struct app *app, const char *sitting, struct err *e)
{
	return new_run(app, sitting, open_paper, e);
}

struct exam_run *exam_enter(struct app *app, int seat, const char *code, struct err *e)
{
	struct arena a = ARENA_INIT;
	const char *sitting;
	struct exam_run *r = find_seat(app, seat, code, &a, &sitting, e) ? new_run(app, sitting, open_either, e) : NULL;
	arena_release(&a);
	return r;
}

void exam_run_free(struct exam_run *r)
{
	if (!r)
		return;
	pack_words_free(r->inside->own);
	pack_words_free(r->inside->questions);
	free(r->inside);
	arena_release(&r->section_arena);
	arena_release(&r->arena);
	free(r);
}

/* --- time --- */

/* Counts what passed since the last look while the screen was live and running; what passed while this process slept is not counted. */
void run_count_time(struct app *app, struct exam_run *r)
{
	struct exam_run_inside *in = r->inside;
	int64_t now = clock_mono(&app->clock), passed = now - in->last_mono;
	in->last_mono = now;
	if (r->state != SITTING_RUNNING || r->moved) {
		in->pending = 0;
		return;
	}
	in->slept |= passed > EXAM_ASLEEP_MS;
	if (passed > 0 && !in->slept)
		in->pending += passed < 2 * EXAM_BEAT_MS ? passed : 2 * EXAM_BEAT_MS;
	r->left_ms = r->limit_ms - in->consumed - in->pending;
}

/* The clock stands at the last sign of life, and away since then is whoever sits there. */
static bool lose(struct app *app, struct exam_run *r, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row row;
	bool ok = store_begin(app->store, e);
	if (ok) {
		ok = exam_place_of(app->store, r->sitting, &a, &row, e);
		if (ok && strcmp(row.live, r->inside->token) == 0 && exam_state(&row) == SITTING_RUNNING)
			ok = exam_act(app, &row, ACT_LOSE, BY_PROGRAM, NULL, "screen asleep", e);
		ok = store_end(app->store, ok, e);
	}
	arena_release(&a);
	return ok;
}

bool run_awake(struct app *app, struct exam_run *r, struct err *e)
{
	run_count_time(app, r);
	if (!r->inside->slept)
		return true;
	if (!lose(app, r, e))
		return false;
	r->inside->slept = false;
	r->inside->pending = 0;
	err_set(e, ERR_DENIED, _("the exam is paused; the supervisor lets it go on"));
	return run_look_after(app, r);
}

/* A sign of life, and the time that was not written yet. */
bool run_beat(struct app *app, struct exam_run *r, struct err *e)
{
	struct exam_run_inside *in = r->inside;
	struct moment now = exam_moment(app);
	bool taken;
	if (!exam_beat(app->store, r->sitting, in->token, (int)r->section, in->pending, &now, &taken, e))
		return false;
	in->last_beat = now.mono;
	if (taken) {
		in->consumed += in->pending;
		in->pending = 0;
	}
	return true;
}

void run_take_back(struct exam_run *r, const struct exam_run_inside *before)
{
	r->inside->pending = before->pending;
	r->inside->consumed = before->consumed;
	r->inside->last_beat = before->last_beat;
}

/* The row of the sitting, inside a transaction, if this screen may still change it. */
bool run_fresh(struct app *app, struct exam_run *r, struct arena *a, struct place_row *row, struct err *e)
{
	if (!exam_place_of(app->store, r->sitting, a, row, e))
		return false;
	if (strcmp(row->live, r->inside->token) != 0)
		return err_set(e, ERR_DENIED, _("another screen has taken this seat; tell the supervisor"));
	if (exam_state(row) == SITTING_PAUSED)
		return err_set(e, ERR_DENIED, _("the exam is paused; the supervisor lets it go on"));
	if (exam_state(row) != SITTING_RUNNING)
		return err_set(e, ERR_DENIED, _("this exam does not run"));
	if ((size_t)row->section != r->section)
		return err_set(e, ERR_DENIED, _("this section is over"));
	return true;
}

/* More minutes may have been given since the screen looked last. */
static bool has_time(const struct exam_run *r, const struct place_row *row, int64_t pending)
{
	return row->consumed_ms + pending < section_limit_ms(&r->blueprint->sections[row->section], row->extra_percent) + row->added_ms;
}

/* Ends the section that runs: the next one, or the end of the sitting. */
static bool end_section(struct app *app, struct exam_run *r, enum sitting_act act, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row row;
	enum sitting_role role = act == ACT_SUBMIT ? BY_EXAMINEE : BY_PROGRAM;
	size_t next = exam_screen_section(r->blueprint, r->section + 1);
	struct exam_run_inside before = *r->inside;
	bool ok = store_begin(app->store, e);
	if (ok) {
		ok = run_fresh(app, r, &a, &row, e) && run_beat(app, r, e);
		bool goes_on = ok && act == ACT_EXPIRE && has_time(r, &row, before.pending);
		if (ok && !goes_on && next < r->blueprint->section_count)
			ok = exam_note(app, &row, act == ACT_SUBMIT ? "hand-in" : "section-time-up", role, r->blueprint->sections[r->section].id, e) &&
			     exam_section_next(app->store, r->sitting, (int)next, e);
		else if (ok && !goes_on)
			ok = exam_act(app, &row, act, role, NULL, "", e);
		ok = store_end(app->store, ok, e);
	}
	if (!ok)
		run_take_back(r, &before);
	arena_release(&a);
	return ok;
}

/* Looks again after a refusal, so that the screen knows why; the refusal stays. */
bool run_look_after(struct app *app, struct exam_run *r)
{
	struct err ignored = ERR_INIT;
	run_look(app, r, &ignored);
	return false;
}

bool run_not_here(struct app *app, struct exam_run *r, struct err *e)
{
	err_set(e, ERR_DENIED, _("another screen has taken this seat; tell the supervisor"));
	return run_look_after(app, r);
}

bool exam_tick(struct app *app, struct exam_run *r, struct err *e)
{
	struct exam_run_inside *in = r->inside;
	if (r->rehearsal || r->moved || sitting_ended(r->state))
		return true;
	struct err refused = ERR_INIT;
	if (!run_awake(app, r, &refused) && refused.kind != ERR_DENIED) {
		*e = refused;
		return false;
	}
	if (in->last_mono - in->last_beat >= EXAM_BEAT_MS && !run_beat(app, r, e))
		return false;
	if (!run_look(app, r, e))
		return false;
	if (r->state != SITTING_RUNNING || r->moved || r->left_ms > 0)
		return true;
	err_clear(&refused);
	if (!end_section(app, r, ACT_EXPIRE, &refused) && refused.kind != ERR_DENIED) {
		*e = refused;
		return false;
	}
	return run_look(app, r, e);
}

bool exam_hand_in(struct app *app, struct exam_run *r, struct err *e)
{
	return run_awake(app, r, e) && end_section(app, r, ACT_SUBMIT, e) ? run_look(app, r, e) : run_look_after(app, r);
}

static bool begin_here(struct app *app, struct exam_run *r, struct arena *a, struct err *e)
{
	struct place_row row;
	struct session_row s;
	if (!exam_place_of(app->store, r->sitting, a, &row, e) || !exam_session_get(app->store, row.session, a, &s, e))
		return false;
	if (strcmp(row.live, r->inside->token) != 0)
		return err_set(e, ERR_DENIED, _("another screen has taken this seat; tell the supervisor"));
	if (!s.started_at)
		return err_set(e, ERR_DENIED, _("this exam does not run"));
	return exam_state(&row) == SITTING_RUNNING || exam_begin(app, &row, BY_EXAMINEE, e);
}

bool exam_begin_here(struct app *app, struct exam_run *r, struct err *e)
{
	struct arena a = ARENA_INIT;
	run_count_time(app, r);
	bool ok = store_begin(app->store, e) && store_end(app->store, begin_here(app, r, &a, e), e);
	arena_release(&a);
	return ok ? run_look(app, r, e) : run_look_after(app, r);
}

/* What was there already is no event. */
static bool call(struct app *app, struct exam_run *r, bool on, bool *taken, struct arena *a, struct err *e)
{
	struct place_row row;
	if (!exam_place_of(app->store, r->sitting, a, &row, e) || !exam_calls_from(app->store, r->sitting, r->inside->token, on, taken, e))
		return false;
	return !*taken || row.calls == on || exam_note(app, &row, on ? "call" : "call-off", BY_EXAMINEE, "", e);
}

bool exam_call(struct app *app, struct exam_run *r, bool on, struct err *e)
{
	struct arena a = ARENA_INIT;
	bool taken = true, ok = r->rehearsal || store_begin(app->store, e);
	if (ok && !r->rehearsal)
		ok = store_end(app->store, call(app, r, on, &taken, &a, e), e);
	arena_release(&a);
	if (!ok)
		return false;
	if (!taken)
		return run_not_here(app, r, e);
	r->calls = on;
	return true;
}
