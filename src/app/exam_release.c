#include "config.h"
#include "app/exam_release.h"

#include "app/exam_inside.h"
#include "store/marks.h"

struct standing {
	struct app *app;
	struct arena *arena;
	struct standing_row *rows;
	size_t count, room;
};

static bool take_standing(void *ctx, const struct standing_row *r)
{
	struct standing *x = ctx;
	struct standing_row copy = *r;
	const char **texts[] = {&copy.sitting, &copy.exam, &copy.latin, &copy.birth, &copy.document, &copy.title, &copy.day, &copy.room, &copy.kind, &copy.sections};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = arena_strdup(x->arena, *texts[i]);
	x->rows = arena_grow(x->arena, x->rows, x->count, &x->room, sizeof(*x->rows));
	x->rows[x->count++] = copy;
	return true;
}

/* What was given out, or what would be now. */
static bool make_standing(struct app *app, const struct standing_row *r, struct arena *a, struct exam_standing *out, struct err *e)
{
	struct blueprint *b;
	struct place_row place;
	struct exam_result now;
	*out = (struct exam_standing){
		.sitting = r->sitting, .exam = r->exam, .examines = r->exam, .title = r->title, .released = r->at != 0, .passed = r->passed, .complete = r->complete,
		.mark = r->mark, .maximum = r->maximum, .scale = r->scale, .session = r->session, .person = r->person, .ended_at = r->ended_at,
		.released_at = r->at, .latin = r->latin, .birth = r->birth, .document = r->document, .day = r->day, .room = r->room,
	};
	if (!exam_blueprint(app, r->version, r->exam, a, &b, e))
		return false;
	out->language = b->language ? b->language : "";
	out->live = b->examines != NULL;
	if (b->examines)
		out->examines = b->examines;
	out->valid_months = b->valid_months;
	if (out->released)
		return true;
	if (!exam_place_of(app->store, r->sitting, a, &place, e) || !exam_reckon(app, &place, b, a, &now, e))
		return false;
	out->passed = now.outcome.passed;
	out->complete = now.outcome.complete;
	out->mark = now.outcome.mark;
	out->maximum = now.outcome.maximum;
	out->scale = now.scale;
	return true;
}

bool exam_standings(struct app *app, int64_t person, exam_standing_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct standing x = {.app = app, .arena = &a};
	bool own = person && person == app->person.id;
	bool ok = (own || app_may(app, MAY_SEE_PEOPLE, e)) && exam_standing_each(app->store, person, take_standing, &x, e);
	for (size_t i = 0; ok && i < x.count; i++) {
		struct arena one = ARENA_INIT;
		struct exam_standing s;
		ok = make_standing(app, &x.rows[i], &one, &s, e);
		bool more = ok && fn(ctx, &s);
		arena_release(&one);
		if (!more)
			break;
	}
	arena_release(&a);
	return ok;
}
