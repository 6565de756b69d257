/* Results of sittings. Declared in exam.h. */
#include "config.h"
#include "app/exam_marks.h"

#include <string.h>

#include "app/pack_words.h"
#include "app/unit_load.h"
#include "core/i18n.h"
#include "core/str.h"

struct summing {
	struct exam_result *out;
	struct arena *arena;
	const struct marks_now *marks;
	int times; /* 2 where half a point was given that the exam itself does not count */
	struct stratum_mark *strata;
	size_t count, room;
};

/* The stratum of a row; strata of one unit or topic are one. */
static struct stratum_mark *stratum_of(struct summing *s, const struct draw_row *row)
{
	for (size_t i = 0; i < s->count; i++)
		if (str_eq(s->strata[i].unit, row->unit) && str_eq(s->strata[i].topic, row->topic))
			return &s->strata[i];
	s->strata = arena_grow(s->arena, s->strata, s->count, &s->room, sizeof(*s->strata));
	s->strata[s->count] = (struct stratum_mark){.unit = row->unit, .topic = row->topic};
	return &s->strata[s->count++];
}

static bool find_halves(void *ctx, const struct form_row *r)
{
	struct summing *s = ctx;
	const struct item_mark *m = exam_marks_item(s->marks, r->number);
	if (m && m->maximum && (int64_t)m->mark * r->maximum % m->maximum)
		s->times = 2;
	return true;
}

static bool add_item(void *ctx, const struct form_row *r)
{
	struct summing *s = ctx;
	const struct blueprint *b = s->out->blueprint;
	if (r->replaced || (size_t)r->section >= b->section_count)
		return true;
	int mark, maximum;
	exam_marks_of(s->marks, r, s->times, &mark, &maximum);
	s->out->sections[r->section].mark += mark;
	s->out->sections[r->section].maximum += maximum;
	if ((size_t)r->stratum < b->sections[r->section].draw_count) {
		struct stratum_mark *t = stratum_of(s, &b->sections[r->section].draw[r->stratum]);
		t->mark += mark;
		t->maximum += maximum;
	}
	return true;
}

/* What assessors gave for what is done in the room. */
static void add_rooms(struct summing *s)
{
	struct exam_result *out = s->out;
	for (size_t i = 0; i < out->blueprint->section_count; i++) {
		const struct exam_section *x = &out->blueprint->sections[i];
		int points;
		if (!x->rubric_count)
			continue;
		out->waits[i] = exam_marks_state(x, &s->marks->sections[i], &points);
		out->missing += out->waits[i] != MARKS_COMPLETE;
		if (out->waits[i] == MARKS_COMPLETE && !s->marks->sections[i].absent) {
			out->sections[i].mark += points * out->scale;
			out->sections[i].maximum += rubric_maximum(x) * out->scale;
		}
	}
}

struct titles {
	struct summing *summing;
	const struct words *words;
	const char **shown; /* by stratum */
};

static bool take_unit(void *ctx, const struct item_row *r)
{
	struct titles *t = ctx;
	struct arena *a = t->summing->arena;
	for (size_t i = 0; i < t->summing->count; i++)
		if (str_eq(t->summing->strata[i].unit, r->unit)) {
			const struct node *n = body_node(a, r->body);
			const char *title = node_text(n, "title");
			if (title)
				t->shown[i] = words_get(t->words, a, arena_strdup(a, r->unit), NULL, "title", title);
		}
	return true;
}

/* What to practise, most needed first. */
static bool name_practise(struct app *app, struct summing *s, int64_t version, const struct words *w, struct err *e)
{
	s->count = outcome_practise(s->strata, s->count);
	struct titles t = {.summing = s, .words = w, .shown = arena_array(s->arena, s->count, sizeof(char *))};
	if (!pack_units(app->store, version, take_unit, &t, e))
		return false;
	for (size_t i = 0; i < s->count && i < EXAM_PRACTISE_MAX; i++)
		s->out->practise[s->out->practise_count++] = t.shown[i] ? t.shown[i] : s->strata[i].unit ? s->strata[i].unit : s->strata[i].topic;
	return true;
}

static bool find_again(struct app *app, struct exam_result *out, struct arena *a, struct err *e)
{
	int attempts;
	int64_t last;
	if (!exam_attempts(app, out->person, out->exam, &attempts, &last, e))
		return false;
	int64_t from = outcome_next_day(out->blueprint, attempts, last);
	out->again = from != INT64_MAX;
	out->again_from = "";
	if (out->again && from != INT64_MIN) {
		char text[11];
		date_format(from, text);
		out->again_from = arena_strdup(a, text);
	}
	return true;
}

static bool speak(struct app *app, struct exam_result *out, int64_t version, struct arena *a, struct err *e)
{
	const struct blueprint *b = out->blueprint;
	struct summing s = {.out = out, .arena = a, .strata = out->strata, .count = out->stratum_count};
	struct pack_words *w = pack_words_load(app->store, version, "", app->language, e);
	if (!w)
		return false;
	struct words view = pack_words_view(w);
	out->title = arena_strdup(a, words_get(&view, a, b->id, NULL, "title", b->title));
	out->section_titles = arena_array(a, b->section_count, sizeof(*out->section_titles));
	for (size_t i = 0; i < b->section_count; i++)
		out->section_titles[i] = arena_strdup(a, words_get(&view, a, b->id, b->sections[i].id, "title", b->sections[i].title));
	bool ok = out->outcome.passed || !s.count || name_practise(app, &s, version, &view, e);
	for (size_t i = 0; ok && i < out->practise_count; i++)
		out->practise[i] = arena_strdup(a, out->practise[i]);
	pack_words_free(w);
	return ok;
}

bool exam_reckon(struct app *app, const struct place_row *r, const struct blueprint *b, struct arena *a, struct exam_result *out, struct err *e)
{
	struct marks_now marks;
	struct summing s = {.out = out, .arena = a, .marks = &marks, .times = 1};
	*out = (struct exam_result){
		.sitting = r->sitting, .exam = r->exam, .session = r->session, .person = r->person, .seat = r->seat, .name = r->name, .latin = r->latin,
		.birth = r->birth, .document = r->document, .state = exam_state(r), .practice = !b->examines, .started = r->started_at != 0,
		.blueprint = b, .sections = arena_array(a, b->section_count, sizeof(*out->sections)),
		.waits = arena_array(a, b->section_count, sizeof(*out->waits)),
	};
	if (!exam_marks_load(app, r->sitting, b, a, &marks, e) || (marks.count && !exam_item_each(app->store, r->sitting, find_halves, &s, e)))
		return false;
	out->scale = blueprint_scale(b) * s.times;
	if (!exam_item_each(app->store, r->sitting, add_item, &s, e))
		return false;
	add_rooms(&s);
	outcome_make(b, out->sections, &out->outcome);
	out->outcome.passed &= out->state != SITTING_VOID;
	out->strata = s.strata;
	out->stratum_count = s.count;
	return true;
}

/* Before results are given out, who sat it sees that there is one, and no more. */
static void hide(struct exam_result *out)
{
	for (size_t i = 0; i < out->blueprint->section_count; i++)
		out->sections[i] = (struct section_outcome){0};
	out->outcome = (struct outcome){0};
	out->missing = 0;
	out->stratum_count = 0;
}

bool exam_result(struct app *app, const char *sitting, struct arena *a, struct exam_result *out, struct err *e)
{
	struct place_row r;
	struct blueprint *b;
	struct release_row released;
	enum sitting_why why = WHY_NONE;
	struct err ignored = ERR_INIT;
	bool staff = app_may(app, MAY_EXAM, &ignored);
	if (!exam_place_of(app->store, sitting, a, &r, e))
		return false;
	/* whose result it is may see it, and staff */
	if (app->person.id != r.person && !app_may(app, MAY_EXAM, e))
		return false;
	if (!sitting_ended(exam_state(&r)))
		return err_set(e, ERR_INPUT, _("seat %d has no result yet: it is '%s'"), r.seat, r.state);
	if (!exam_blueprint(app, r.version, r.exam, a, &b, e) || !exam_reckon(app, &r, b, a, out, e) ||
	    !exam_release_get(app->store, r.session, a, &released, e))
		return false;
	sitting_why_from(r.why, &why);
	out->attempt = sitting_is_attempt(out->state, out->started, why);
	out->released = released.at != 0;
	out->released_at = released.at;
	if (!out->released && !staff)
		hide(out);
	bool below = !out->outcome.passed && (out->released || staff);
	return speak(app, out, r.version, a, e) && (!below || find_again(app, out, a, e));
}

bool exam_sitting_of(struct app *app, int64_t session, int seat, struct arena *a, const char **sitting, struct err *e)
{
	struct place_row r;
	if (!app_may(app, MAY_EXAM, e) || !exam_place_at(app->store, session, seat, a, &r, e))
		return false;
	*sitting = r.sitting;
	return true;
}
