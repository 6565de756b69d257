#include "config.h"
#include "app/exam_marks.h"

#include <stdio.h>
#include <string.h>

#include "app/readiness.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/norm.h"

struct marking_now {
	const struct blueprint *b;
	struct arena *arena;
	struct marks_now *out;
};

static void take_item_mark(struct marking_now *x, const struct mark_row *r)
{
	struct marks_now *m = x->out;
	size_t i = 0;
	while (i < m->count && m->items[i].number != r->number)
		i++;
	if (i == m->count) {
		m->items = arena_grow(x->arena, m->items, m->count, &m->room, sizeof(*m->items));
		m->items[m->count++] = (struct item_mark){.number = r->number};
	}
	struct item_mark *own = &m->items[i];
	own->mark = r->mark;
	own->maximum = r->maximum;
	if (str_eq(r->kind, "verdict")) {
		bool undone = str_eq(r->text, "undo");
		own->said_mark = undone ? 0 : r->mark;
		own->said_maximum = undone ? 0 : r->maximum;
	}
}

/* A marker's own points, which the row after the next one changes. */
static int *points_of(struct marking_now *x, struct marking_marker *m, const struct exam_section *s)
{
	int *points = arena_array(x->arena, s->rubric_count, sizeof(*points));
	for (size_t i = 0; i < s->rubric_count; i++)
		points[i] = m->points ? m->points[i] : -1;
	m->points = points;
	return points;
}

static bool take_mark(void *ctx, const struct mark_row *r)
{
	struct marking_now *x = ctx;
	if (r->number) {
		take_item_mark(x, r);
		return true;
	}
	if ((size_t)r->section >= x->b->section_count || r->marker < 1 || r->marker > MARKER_COUNT)
		return true;
	const struct exam_section *s = &x->b->sections[r->section];
	struct marking_marker *m = &x->out->sections[r->section].markers[r->marker - 1];
	int *points = points_of(x, m, s);
	m->person = r->assessor;
	m->at = r->at;
	m->name = arena_strdup(x->arena, r->assessor_name);
	m->remark = arena_strdup(x->arena, r->text);
	m->second = arena_strdup(x->arena, r->second_name);
	m->absent = str_eq(r->kind, "absent");
	for (size_t i = 0; i < s->rubric_count; i++)
		if (str_eq(s->rubric[i].id, r->criterion))
			points[i] = r->mark;
	m->sum = 0;
	m->given = m->absent;
	size_t known = 0;
	for (size_t i = 0; i < s->rubric_count; i++)
		if (points[i] >= 0) {
			m->sum += points[i];
			known++;
		}
	m->given |= known == s->rubric_count;
	return true;
}

bool exam_marks_load(struct app *app, const char *sitting, const struct blueprint *b, struct arena *a, struct marks_now *out, struct err *e)
{
	struct marking_now x = {.b = b, .arena = a, .out = out};
	*out = (struct marks_now){.sections = arena_array(a, b->section_count, sizeof(*out->sections))};
	for (size_t i = 0; i < b->section_count; i++)
		for (int k = 0; k < MARKER_COUNT; k++)
			out->sections[i].markers[k] = (struct marking_marker){.name = "", .remark = "", .second = ""};
	if (!exam_mark_each(app->store, sitting, take_mark, &x, e))
		return false;
	for (size_t i = 0; i < b->section_count; i++)
		out->sections[i].absent = out->sections[i].markers[MARKER_FIRST].absent;
	return true;
}

enum marks_state exam_marks_state(const struct exam_section *s, const struct section_marks *m, int *points)
{
	struct markers all;
	for (int i = 0; i < MARKER_COUNT; i++) {
		all.given[i] = m->markers[i].given && !m->markers[i].absent;
		all.points[i] = m->markers[i].sum;
	}
	*points = 0;
	return m->absent ? MARKS_COMPLETE : outcome_markers(s, &all, points);
}

const struct item_mark *exam_marks_item(const struct marks_now *m, int number)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->items[i].number == number)
			return &m->items[i];
	return NULL;
}

void exam_marks_of(const struct marks_now *m, const struct form_row *r, int times, int *mark, int *maximum)
{
	const struct item_mark *own = exam_marks_item(m, r->number);
	*maximum = (own && !own->maximum ? 0 : r->maximum) * times;
	*mark = !own ? r->mark * times : own->maximum ? (int)((int64_t)own->mark * *maximum / own->maximum) : 0;
}

bool exam_give_out(struct app *app, const char *sitting, const struct giving_out *g, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	struct blueprint *b;
	struct exam_result now;
	struct str sections;
	str_init(&sections);
	bool ok = exam_place_of(app->store, sitting, &a, &r, e) && exam_blueprint(app, r.version, r.exam, &a, &b, e) && exam_reckon(app, &r, b, &a, &now, e);
	if (ok) {
		for (size_t i = 0; i < b->section_count; i++)
			str_addf(&sections, "%s%d/%d", i ? " " : "", now.sections[i].mark, now.sections[i].maximum);
		struct outcome_row row = {
			.at = app_now(app), .cause = g->cause, .text = g->text, .assessor = g->assessor, .second = g->second, .mark = now.outcome.mark,
			.maximum = now.outcome.maximum, .scale = now.scale, .passed = now.outcome.passed, .complete = now.outcome.complete,
			.sections = sections.buf,
		};
		/* what was given out may be the last thing a programme asked for */
		ok = exam_outcome_add(app->store, sitting, &row, e) && readiness_update(app, r.person, NULL, e);
	}
	str_release(&sections);
	arena_release(&a);
	return ok;
}

struct pack_words *exam_question_words(struct app *app, int64_t version, const struct blueprint *b, struct err *e)
{
	char language[16];
	snprintf(language, sizeof(language), "%s", b->language ? b->language : app->language);
	if (b->language)
		language[strcspn(language, "-")] = '\0';
	return pack_words_load(app->store, version, "", language, e);
}

bool exam_line(const char *text, size_t most, struct err *e)
{
	if (text && *text && strlen(text) <= most && text_valid(text, strlen(text), NULL) && text_is_line(text))
		return true;
	return err_set(e, ERR_INPUT, _("the text is empty, longer than %zu bytes, or no plain line; say in a few words what there is to say"), most);
}
