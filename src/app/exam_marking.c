#include "config.h"
#include "app/exam_marking.h"

#include <string.h>

#include "app/exam_marks.h"
#include "app/pack_words.h"
#include "core/i18n.h"
#include "core/random.h"
#include "core/str.h"
#include "text/norm.h"

/* A sitting that can be marked, with what stands. */
struct marked {
	struct place_row place;
	struct blueprint *blueprint;
	struct marks_now now;
};

static bool load(struct app *app, const char *sitting, size_t section, struct arena *a, struct marked *out, struct err *e)
{
	if (!app_may(app, MAY_EXAM, e) || !exam_place_of(app->store, sitting, a, &out->place, e) ||
	    !exam_blueprint(app, out->place.version, out->place.exam, a, &out->blueprint, e))
		return false;
	enum sitting_state s = exam_state(&out->place);
	if (section >= out->blueprint->section_count || !out->blueprint->sections[section].rubric_count)
		return err_set(e, ERR_INPUT, _("this section is not marked by assessors"));
	if (!sitting_ended(s) || s == SITTING_VOID || !out->place.started_at)
		return err_set(e, ERR_INPUT, _("seat %d has nothing to mark: it is '%s'"), out->place.seat, out->place.state);
	return exam_marks_load(app, sitting, out->blueprint, a, &out->now, e);
}

static void load_words(const struct words *w, const struct marked *m, struct arena *a, struct marking *out)
{
	const struct exam_section *s = out->rules;
	const char *exam = m->blueprint->id;
	const struct exam_task *task = exam_task_of(w, m->blueprint, out->section, m->place.sitting, a);
	out->title = arena_strdup(a, words_get(w, a, exam, NULL, "title", m->blueprint->title));
	out->section_title = arena_strdup(a, words_get(w, a, exam, s->id, "title", s->title));
	out->criteria = arena_array(a, s->rubric_count, sizeof(*out->criteria));
	out->bands = arena_array(a, s->rubric_count, sizeof(*out->bands));
	for (size_t i = 0; i < s->rubric_count; i++) {
		const struct exam_criterion *c = &s->rubric[i];
		out->criteria[i] = arena_strdup(a, words_get(w, a, exam, c->id, "title", c->title));
		out->bands[i] = arena_array(a, c->count, sizeof(**out->bands));
		for (size_t k = 0; k < c->count; k++)
			out->bands[i][k] = arena_strdup(a, words_get(w, a, exam, c->id, "band", c->bands[k]));
	}
	if (task) {
		out->task_title = task->title;
		out->task = task->text;
	}
}

/* Which marker somebody is, or would be next. */
static int marker_of(const struct exam_section *s, const struct section_marks *m, enum marks_state state, int64_t person)
{
	int own = -1;
	for (int i = 0; i < MARKER_COUNT; i++)
		if (m->markers[i].given && m->markers[i].person == person)
			own = i;
	if (state == MARKS_WAIT_FIRST && own < 0)
		return MARKER_FIRST;
	if (state == MARKS_WAIT_SECOND && own < 0)
		return MARKER_SECOND;
	if (state == MARKS_WAIT_DECISION)
		return MARKER_DECIDES;
	return own < 0 && !s->second ? MARKER_FIRST : own;
}

static bool load_taught(struct app *app, int64_t learner, enum marking_taught *taught, bool *others, struct err *e)
{
	char said[16];
	int count;
	if (!exam_taught(app->store, learner, app->person.id, said, e) || !exam_staff_others(app->store, app->person.id, &count, e))
		return false;
	*taught = str_eq(said, "taught") ? TAUGHT_YES : str_eq(said, "not-taught") ? TAUGHT_NO : TAUGHT_UNSAID;
	*others = count > 0;
	return true;
}

bool marking_load(struct app *app, const char *sitting, size_t section, struct arena *a, struct marking *out, struct err *e)
{
	struct marked m;
	struct release_row released;
	if (!load(app, sitting, section, a, &m, e) || !exam_release_get(app->store, m.place.session, a, &released, e))
		return false;
	const struct section_marks *now = &m.now.sections[section];
	*out = (struct marking){
		.sitting = m.place.sitting, .name = m.place.name, .session = m.place.session, .person = m.place.person, .seat = m.place.seat,
		.section = section, .rules = &m.blueprint->sections[section], .absent = now->absent, .released = released.at != 0,
	};
	for (int i = 0; i < MARKER_COUNT; i++)
		out->markers[i] = now->markers[i];
	out->state = exam_marks_state(out->rules, now, &out->points);
	out->maximum = rubric_maximum(out->rules);
	out->mine = marker_of(out->rules, now, out->state, app->person.id);
	out->decides_with = out->mine == MARKER_DECIDES && (now->markers[MARKER_FIRST].person == app->person.id || now->markers[MARKER_SECOND].person == app->person.id);
	struct pack_words *w = pack_words_load(app->store, m.place.version, m.blueprint->id, app->language, e);
	if (!w)
		return false;
	struct words view = pack_words_view(w);
	load_words(&view, &m, a, out);
	pack_words_free(w);
	return load_taught(app, m.place.person, &out->taught, &out->others, e);
}

bool marking_declare(struct app *app, const char *sitting, bool taught, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	bool ok = app_may(app, MAY_EXAM, e) && exam_place_of(app->store, sitting, &a, &r, e) &&
		  exam_note(app, &r, taught ? "taught" : "not-taught", BY_SUPERVISOR, "", e);
	arena_release(&a);
	return ok;
}

/* Whether this person may mark that learner. */
static bool may_mark(struct app *app, const struct place_row *r, int64_t second, struct err *e)
{
	enum marking_taught taught;
	bool others;
	if (r->person == app->person.id)
		return err_set(e, ERR_DENIED, _("nobody marks themselves"));
	if (!exam_not_own(app, r->person, second, e) || !load_taught(app, r->person, &taught, &others, e))
		return false;
	if (taught == TAUGHT_UNSAID)
		return err_set(e, ERR_DENIED, _("say first whether you taught %s"), r->name);
	if (taught == TAUGHT_YES && others)
		return err_set(e, ERR_DENIED, _("you taught %s; somebody else has to give these marks"), r->name);
	return true;
}

/* Who may give what, and with whom. */
static bool check_marker(struct app *app, const struct marked *m, const struct marking_entry *t, struct err *e)
{
	const struct exam_section *s = &m->blueprint->sections[t->section];
	const struct section_marks *now = &m->now.sections[t->section];
	int points;
	enum marks_state state = exam_marks_state(s, now, &points);
	const struct marking_marker *first = &now->markers[MARKER_FIRST], *second = &now->markers[MARKER_SECOND];
	int64_t me = app->person.id;
	if (t->marker < MARKER_FIRST || t->marker > (s->second ? MARKER_DECIDES : MARKER_FIRST))
		return err_set(e, ERR_INPUT, _("this section has no such marker"));
	if (t->absent && t->marker != MARKER_FIRST)
		return err_set(e, ERR_INPUT, _("only the first marker says that somebody did not take part"));
	bool given = now->markers[t->marker].given;
	if (given && !t->second)
		return err_set(e, ERR_DENIED, _("these marks were given already; to change them a second member of staff must sign in"));
	/* what is changed stays the mark of two people, too */
	if ((t->marker == MARKER_FIRST && second->given && second->person == me) ||
	    (t->marker == MARKER_SECOND && (first->person == me || (!given && state != MARKS_WAIT_SECOND))))
		return err_set(e, ERR_DENIED, _("the second marker is another person than the first, and comes after"));
	if (t->marker != MARKER_DECIDES)
		return true;
	if (!given && state != MARKS_WAIT_DECISION)
		return err_set(e, ERR_DENIED, _("the two markers are not so far apart that a decision is needed"));
	if ((first->person == me && t->second != second->person) || (second->person == me && t->second != first->person))
		return err_set(e, ERR_DENIED, _("a third person decides, or both markers together: then the other one signs in too"));
	return true;
}

static bool add_rows(struct app *app, const char *sitting, const struct exam_section *s, const struct marking_entry *t, struct err *e)
{
	struct mark_row r = {
		.section = (int)t->section, .marker = t->marker + 1, .assessor = app->person.id, .second = t->second, .at = app_now(app),
		.text = t->remark ? t->remark : "", .kind = t->absent ? "absent" : "rubric", .criterion = "",
	};
	if (t->absent)
		return exam_mark_add(app->store, sitting, &r, e);
	bool ok = true;
	for (size_t i = 0; ok && i < s->rubric_count; i++) {
		const struct exam_criterion *c = &s->rubric[i];
		if (t->bands[i] < 0 || (size_t)t->bands[i] >= c->count)
			return err_set(e, ERR_INPUT, _("choose a band for each criterion; '%s' has none"), c->title);
		r.criterion = c->id;
		r.mark = c->points[t->bands[i]];
		r.maximum = c->points[c->count - 1];
		ok = exam_mark_add(app->store, sitting, &r, e);
	}
	return ok;
}

static bool put(struct app *app, const char *sitting, const struct marking_entry *t, struct arena *a, struct err *e)
{
	struct marked m;
	struct release_row released;
	if (!load(app, sitting, t->section, a, &m, e) || !may_mark(app, &m.place, t->second, e) || !check_marker(app, &m, t, e) ||
	    !exam_release_get(app->store, m.place.session, a, &released, e))
		return false;
	if (released.at && (!t->second || !t->remark || !*t->remark))
		return err_set(e, ERR_DENIED, _("the results are given out; to change a mark say why, and a second member of staff must sign in"));
	const struct exam_section *s = &m.blueprint->sections[t->section];
	if (!add_rows(app, sitting, s, t, e) || !exam_note_signed(app, &m.place, "mark", t->second, s->id, e))
		return false;
	struct giving_out g = {.cause = "review", .text = t->remark, .assessor = app->person.id, .second = t->second};
	return !released.at || exam_give_out(app, sitting, &g, e);
}

bool marking_put(struct app *app, const char *sitting, const struct marking_entry *m, struct err *e)
{
	struct arena a = ARENA_INIT;
	bool ok = (!m->remark || !*m->remark || exam_line(m->remark, MARK_REMARK_MAX, e)) && store_begin(app->store, e);
	ok = ok && store_end(app->store, put(app, sitting, m, &a, e), e);
	arena_release(&a);
	return ok;
}

struct telling {
	const struct blueprint *b;
	marking_row_fn *fn;
	void *ctx;
};

static bool tell_mark(void *ctx, const struct mark_row *r)
{
	struct telling *t = ctx;
	struct marking_row out = {
		.at = r->at, .section = (size_t)r->section < t->b->section_count ? t->b->sections[r->section].id : "", .criterion = r->criterion, .kind = r->kind,
		.assessor = r->assessor_name, .second = r->second_name, .text = r->text, .number = r->number, .marker = r->marker, .mark = r->mark,
		.maximum = r->maximum,
	};
	return t->fn(t->ctx, &out);
}

bool marking_history(struct app *app, const char *sitting, marking_row_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	struct blueprint *b;
	struct telling t = {.fn = fn, .ctx = ctx};
	bool ok = app_may(app, MAY_EXAM, e) && exam_place_of(app->store, sitting, &a, &r, e) && exam_blueprint(app, r.version, r.exam, &a, &b, e);
	if (ok) {
		t.b = b;
		ok = exam_mark_each(app->store, sitting, tell_mark, &t, e);
	}
	arena_release(&a);
	return ok;
}
