/* What the store says of a live screen's sitting, brought into the run. */
#include "config.h"
#include "app/exam_run_inside.h"

#include <string.h>

uint64_t run_seed(const struct exam_run *r, const struct exam_question *q)
{
	return seed_from(q->path, seed_from(r->sitting, 0));
}

bool run_is_answered(const struct exam_run *r, const struct exam_question *q, const char *verdict, const char *given)
{
	struct arena a = ARENA_INIT;
	struct form f;
	item_form(q->item, &a, &r->inside->question_view, run_seed(r, q), &f);
	bool whole = exam_is_answered(q->item, &f, verdict, given);
	arena_release(&a);
	return whole;
}

struct loading {
	struct app *app;
	struct exam_run *run;
	struct arena *arena;
	size_t section;
	struct form_row *rows;
	size_t count, room;
	int last, shown;
	bool known;      /* where the question shown last stood, … */
	size_t shown_at; /* … also if it was exchanged since */
};

static bool take_row(void *ctx, const struct form_row *r)
{
	struct loading *l = ctx;
	l->last = r->number > l->last ? r->number : l->last;
	if (r->number == l->shown && (size_t)r->section == l->section) {
		l->known = true;
		l->shown_at = (size_t)r->position;
	}
	if (r->replaced || (size_t)r->section != l->section)
		return true;
	struct form_row copy = *r;
	copy.path = arena_strdup(l->arena, r->path);
	copy.hash = arena_strdup(l->arena, r->hash);
	copy.given = arena_strdup(l->arena, r->given);
	copy.verdict = arena_strdup(l->arena, r->verdict);
	l->rows = arena_grow(l->arena, l->rows, l->count, &l->room, sizeof(*l->rows));
	l->rows[l->count++] = copy;
	return true;
}

static const struct item *load_item(struct loading *l, const struct form_row *row, struct err *e)
{
	struct exam_run_inside *in = l->run->inside;
	const struct item *it = exam_item(l->app, row->path, row->hash, in->teaches, l->arena, e);
	if (!it)
		return NULL;
	struct item *own = arena_alloc(l->arena, sizeof(*own));
	*own = *it;
	own->table = in->table.bytes ? &in->table : NULL;
	return own;
}

/* Questions by their position. */
static bool load_questions(struct app *app, struct exam_run *r, const struct place_row *row, struct err *e)
{
	struct arena fresh = ARENA_INIT;
	struct loading l = {.app = app, .run = r, .arena = &fresh, .section = (size_t)row->section, .shown = row->shown};
	bool ok = exam_item_each(app->store, r->sitting, take_row, &l, e);
	struct exam_question *list = arena_array(&fresh, l.count, sizeof(*list));
	size_t now = 0;
	for (size_t i = 0; ok && i < l.count; i++) {
		const struct form_row *f = &l.rows[i];
		size_t at = (size_t)f->position < l.count ? (size_t)f->position : i;
		list[at] = (struct exam_question){
			.number = f->number, .path = f->path, .item = load_item(&l, f, e), .given = f->given, .seen = f->showings > 0,
		};
		ok = list[at].item != NULL;
		list[at].answered = ok && run_is_answered(r, &list[at], f->verdict, f->given);
	}
	ok = ok && run_label_texts(app, r, (size_t)row->section, list, l.count, &fresh, e);
	if (!ok) {
		arena_release(&fresh);
		return false;
	}
	if (l.known && l.shown_at < l.count)
		now = l.shown_at;
	bool same = r->inside->section_loaded == row->section;
	for (size_t i = 0; same && i < l.count && i < r->count; i++)
		list[i].flagged = r->questions[i].flagged;
	if (same && !row->shown)
		now = r->now;
	for (size_t i = 0; i < now && r->blueprint->sections[row->section].forward; i++)
		list[i].passed_by = true;
	arena_release(&r->section_arena);
	r->section_arena = fresh;
	r->questions = list;
	r->count = l.count;
	r->now = now;
	r->generation++;
	r->inside->section_loaded = row->section;
	r->inside->form_last = l.last;
	return true;
}

static bool find_last(void *ctx, const struct form_row *r)
{
	int *last = ctx;
	*last = r->number > *last ? r->number : *last;
	return true;
}

/* Whether other questions than those of the run are the form now. */
static bool form_changed(struct app *app, const struct exam_run *r, const struct place_row *row, bool came_back, bool *changed, struct err *e)
{
	*changed = r->inside->section_loaded != row->section;
	if (*changed || !came_back)
		return true;
	int last = 0;
	bool ok = exam_item_each(app->store, r->sitting, find_last, &last, e);
	*changed = last != r->inside->form_last;
	return ok;
}

/* Until the exam begins the supervisor may mend a slip that is read on the screen. */
static void set_identity(struct exam_run *r, const struct place_row *row)
{
	if (!str_eq(r->latin, row->latin))
		r->latin = arena_strdup(&r->arena, row->latin);
	if (!str_eq(r->birth, row->birth))
		r->birth = arena_strdup(&r->arena, row->birth);
}

static void set_section(struct exam_run *r, const struct place_row *row)
{
	struct exam_run_inside *in = r->inside;
	const struct exam_section *s = &r->blueprint->sections[row->section];
	if (r->section != (size_t)row->section)
		in->pending = 0;
	r->section = (size_t)row->section;
	in->consumed = row->consumed_ms;
	r->limit_ms = section_limit_ms(s, row->extra_percent) + row->added_ms;
	r->left_ms = r->limit_ms - in->consumed - in->pending;
}

bool run_look(struct app *app, struct exam_run *r, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row row;
	struct exam_run_inside *in = r->inside;
	struct session_row s;
	bool ok = exam_place_of(app->store, r->sitting, &a, &row, e);
	if (ok && exam_state(&row) == SITTING_OPEN && !r->room_started) {
		ok = exam_session_get(app->store, row.session, &a, &s, e);
		r->room_started = ok && s.started_at;
	}
	if (ok) {
		enum sitting_state before = r->state;
		r->state = exam_state(&row);
		r->moved = strcmp(row.live, in->token) != 0 && !sitting_ended(r->state);
		r->aloud = row.aloud;
		r->calls = row.calls;
		r->started = row.started_at != 0;
		set_identity(r, &row);
		if ((size_t)row.section < r->blueprint->section_count)
			set_section(r, &row);
		if (r->state == SITTING_RUNNING && !r->moved) {
			bool changed;
			ok = form_changed(app, r, &row, before != SITTING_RUNNING, &changed, e) && (!changed || load_questions(app, r, &row, e));
			if (ok && changed)
				run_name_section(r);
		}
	}
	arena_release(&a);
	return ok;
}
