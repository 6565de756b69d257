#include "config.h"
#include "app/exam_mine.h"

#include "app/exam_inside.h"

struct places {
	struct arena *arena;
	struct place_row *rows;
	size_t count, room;
};

static bool take_place(void *ctx, const struct place_row *r)
{
	struct places *p = ctx;
	p->rows = arena_grow(p->arena, p->rows, p->count, &p->room, sizeof(*p->rows));
	p->rows[p->count++] = (struct place_row){
		.session = r->session, .seat = r->seat, .version = r->version, .started_at = r->started_at, .sitting = arena_strdup(p->arena, r->sitting),
		.exam = arena_strdup(p->arena, r->exam), .state = arena_strdup(p->arena, r->state),
	};
	return true;
}

static bool title_of(struct app *app, const struct place_row *r, struct arena *a, struct exam_mine *out, struct err *e)
{
	struct blueprint *b;
	if (!exam_blueprint(app, r->version, r->exam, a, &b, e))
		return false;
	out->title = exam_title_of(app, r->version, r->exam, b->title, a, e);
	out->practice = !b->examines;
	return out->title != NULL;
}

static bool result_of(struct app *app, struct exam_mine *m, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct exam_result r;
	bool ok = exam_result(app, m->sitting, &a, &r, e);
	if (ok && r.released) {
		m->released = true;
		m->passed = r.outcome.passed;
		m->mark = r.outcome.mark;
		m->maximum = r.outcome.maximum;
		m->scale = r.scale;
	}
	arena_release(&a);
	return ok;
}

static bool fill(struct app *app, const struct place_row *r, struct arena *a, struct exam_mine *out, struct err *e)
{
	struct session_row s;
	if (!exam_session_get(app->store, r->session, a, &s, e))
		return false;
	*out = (struct exam_mine){.sitting = r->sitting, .day = s.day, .room = s.room, .seat = r->seat, .state = exam_state(r), .started = r->started_at != 0};
	return title_of(app, r, a, out, e) && (!sitting_ended(out->state) || !out->started || result_of(app, out, e));
}

bool exam_mines_load(struct app *app, struct exam_mines *out, struct err *e)
{
	*out = (struct exam_mines){0};
	arena_init(&out->arena);
	struct places p = {.arena = &out->arena};
	if (!exam_place_mine(app->store, app->person.id, take_place, &p, e))
		return false;
	out->list = arena_array(&out->arena, p.count, sizeof(*out->list));
	while (out->count < p.count) {
		if (!fill(app, &p.rows[out->count], &out->arena, &out->list[out->count], e))
			return false;
		out->count++;
	}
	return true;
}

void exam_mines_release(struct exam_mines *m)
{
	arena_release(&m->arena);
	*m = (struct exam_mines){0};
}
