#include "config.h"
#include "app/exam_angoff.h"

#include <math.h>
#include <string.h>

#include "app/analysis.h"
#include "app/exam_gather.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/analysis.h"
#include "store/packs.h"

/* What can be drawn: an item, where it is drawn from, and what it earns. */
struct candidate {
	const char *label, *hash, *path;
	const char *unit, *topic, *script; /* script "" for none */
	enum skill skill;
};
struct judging {
	struct app *app;
	struct arena *arena;
	const char *pack, *teaches, *unit; /* unit: being read */
	const struct blueprint *blueprint;
	struct candidate *list;
	size_t count, room;
};

static void add_candidate(struct judging *j, struct candidate c)
{
	j->list = arena_grow(j->arena, j->list, j->count, &j->room, sizeof(*j->list));
	j->list[j->count++] = c;
}

static bool take_own(void *ctx, const struct exam_bank_row *r)
{
	struct judging *j = ctx;
	struct candidate c = {.label = arena_strdup(j->arena, r->id), .hash = arena_strdup(j->arena, r->hash), .topic = arena_strdup(j->arena, r->topic),
			      .script = arena_strdup(j->arena, r->script), .path = arena_printf(j->arena, "%s/%s/%s", j->pack, j->blueprint->id, r->id)};
	if (skill_from(r->skill, &c.skill))
		add_candidate(j, c);
	return true;
}

static bool take_of_unit(void *ctx, const struct item_row *r)
{
	struct judging *j = ctx;
	if (r->bank)
		add_candidate(j, (struct candidate){.label = arena_printf(j->arena, "%s/%s", j->unit, r->id), .hash = arena_strdup(j->arena, r->hash), .unit = j->unit,
						    .script = "", .path = arena_printf(j->arena, "%s/%s/%s", j->pack, j->unit, r->id)});
	return true;
}

static bool has_unit(const struct judging *j, const char *unit)
{
	for (size_t i = 0; i < j->count; i++)
		if (str_eq(j->list[i].unit, unit))
			return true;
	return false;
}

static bool load_candidates(struct judging *j, int64_t version, struct err *e)
{
	struct pack_row pack;
	const struct blueprint *b = j->blueprint;
	if (!pack_by_id(j->app->store, version, j->arena, &pack, e))
		return false;
	j->pack = pack.pack;
	j->teaches = pack.teaches;
	bool ok = exam_bank_each(j->app->store, version, b->id, take_own, j, e);
	for (size_t i = 0; ok && i < b->section_count; i++)
		for (size_t k = 0; ok && k < b->sections[i].draw_count; k++) {
			j->unit = b->sections[i].draw[k].unit;
			if (j->unit && !has_unit(j, j->unit))
				ok = pack_unit_rows(j->app->store, version, j->unit, take_of_unit, j, e);
		}
	return ok;
}

/* --- how much of a form an item stands for ---------------------------------------- */

static bool draws(const struct exam_section *s, const struct draw_row *r, const struct candidate *c)
{
	if (s->heard != (*c->script != '\0'))
		return false;
	return s->heard ? str_eq(r->topic, c->topic) : draw_row_takes(s, r, c->unit, c->topic, c->skill);
}

/* An estimate's column. */
struct estimated {
	const struct candidate *candidate;   /* or … */
	const struct exam_section *section;  /* … a section that assessors mark */
	double weight;
};

static const struct candidate *candidate_named(const struct judging *j, const char *label)
{
	for (size_t i = 0; i < j->count; i++)
		if (str_eq(j->list[i].label, label))
			return &j->list[i];
	return NULL;
}

static const struct exam_section *rubric_named(const struct blueprint *b, const char *id)
{
	for (size_t i = 0; i < b->section_count; i++)
		if (b->sections[i].rubric_count && str_eq(b->sections[i].id, id))
			return &b->sections[i];
	return NULL;
}

/* "FILE:LINE:COLUMN" of an item's cell. */
static const char *place_of(struct judging *j, const char *path, const struct csv_row *row, size_t item)
{
	return arena_printf(j->arena, "%s:%d:%d", path, row->places[item + 1].line, row->places[item + 1].column);
}

static bool check_points(const char *path, const char *id, double given, double points, struct err *e)
{
	return fabs(given - points) < 1e-9 || err_set(e, ERR_INPUT, _("'%s': '%s' earns %.4g points, not %.4g; write its points in the second row"), path, id, points, given);
}

static bool name_columns(struct judging *j, const char *path, const struct marks_table *t, struct estimated *out, struct err *e)
{
	for (size_t i = 0; i < t->marks.items; i++) {
		double points;
		out[i] = (struct estimated){.candidate = candidate_named(j, t->items[i]), .section = rubric_named(j->blueprint, t->items[i])};
		if (out[i].candidate) {
			const struct item *it = exam_item(j->app, out[i].candidate->path, out[i].candidate->hash, j->teaches, j->arena, e);
			if (!it)
				return false;
			points = it->points;
		} else if (out[i].section) {
			points = rubric_maximum(out[i].section);
		} else {
			return err_set(e, ERR_INPUT, _("'%s': the exam cannot draw '%s'; 'safar analyse --write-marks' writes the ids"), place_of(j, path, &t->rows[0], i), t->items[i]);
		}
		if (!check_points(place_of(j, path, &t->rows[1], i), t->items[i], t->marks.max[i], points, e))
			return false;
	}
	return true;
}

/* How many things were estimated that a row can draw: items, or texts. */
static size_t estimated_of(const struct exam_section *s, const struct draw_row *r, const struct estimated *list, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		if (!list[i].candidate || !draws(s, r, list[i].candidate))
			continue;
		bool again = false;
		for (size_t k = 0; s->heard && k < i; k++)
			again |= list[k].candidate && str_eq(list[k].candidate->script, list[i].candidate->script);
		n += !again;
	}
	return n;
}

static bool weigh(const struct judging *j, const char *path, struct estimated *list, size_t count, struct err *e)
{
	const struct blueprint *b = j->blueprint;
	for (size_t i = 0; i < count; i++)
		list[i].weight = list[i].section && !list[i].candidate ? 1 : 0;
	for (size_t i = 0; i < b->section_count; i++)
		for (size_t k = 0; k < b->sections[i].draw_count; k++) {
			const struct draw_row *r = &b->sections[i].draw[k];
			size_t there = estimated_of(&b->sections[i], r, list, count);
			if (!there)
				return err_set(e, ERR_INPUT, _("'%s': nothing is estimated of '%s', of which the exam draws %d; add items of it"), path, r->unit ? r->unit : r->topic,
					       r->count);
			for (size_t n = 0; n < count; n++)
				if (list[n].candidate && draws(&b->sections[i], r, list[n].candidate))
					list[n].weight += (double)r->count / (double)there;
		}
	return true;
}

static bool check_estimates(struct judging *j, const char *path, const struct marks_table *t, struct err *e)
{
	for (size_t p = 0; p < t->marks.people; p++)
		for (size_t i = 0; i < t->marks.items; i++) {
			double share = t->marks.mark[p * t->marks.items + i];
			if (!(share >= 0 && share <= 1)) /* nor not a number */
				return err_set(e, ERR_INPUT, _("'%s': an estimate is a share from 0 to 1, and every judge gives one for each item"),
					       place_of(j, path, &t->rows[p + 2], i));
		}
	return true;
}

static bool judge(struct judging *j, const char *path, const struct marks_table *t, struct cut_row *row, struct err *e)
{
	size_t items = t->marks.items;
	struct estimated *list = arena_array(j->arena, items, sizeof(*list));
	double *max = arena_array(j->arena, items, sizeof(*max));
	if (!name_columns(j, path, t, list, e) || !weigh(j, path, list, items, e))
		return false;
	row->maximum = 0;
	for (size_t i = 0; i < items; i++) {
		max[i] = t->marks.max[i] * list[i].weight;
		row->maximum += max[i];
	}
	struct angoff cut;
	struct marks estimates = {.people = t->marks.people, .items = items, .max = max, .mark = t->marks.mark};
	if (!check_estimates(j, path, t, e) || !angoff_cut(&estimates, &cut))
		return false;
	row->cut = cut.cut;
	row->standard_error = cut.standard_error;
	row->judges = (int)cut.judges;
	row->items = (int)items;
	return true;
}

static struct exam_cut shown(const struct cut_row *r)
{
	return (struct exam_cut){.id = r->id, .at = r->at, .judged_on = r->judged_on, .by = r->actor_name ? r->actor_name : "", .rounds = r->rounds, .judges = r->judges,
				 .items = r->items, .cut = r->cut, .standard_error = r->standard_error, .maximum = r->maximum};
}

bool exam_angoff(struct app *app, const char *exam, const char *path, const char *judged_on, int rounds, struct arena *a, struct exam_cut *out, struct err *e)
{
	enum { ROUNDS_MAX = 9 };
	struct judging j = {.app = app, .arena = a};
	struct marks_table t;
	struct blueprint *b;
	struct str bytes;
	int64_t day;
	struct cut_row row = {.at = app_now(app), .actor = app->person.id, .judged_on = judged_on, .rounds = rounds};
	if (!app_may(app, MAY_SITE, e))
		return false;
	if (!date_parse(judged_on, &day))
		return err_set(e, ERR_INPUT, _("'%s' is no date; write it as 2026-12-31"), judged_on);
	if (rounds < 1 || rounds > ROUNDS_MAX)
		return err_set(e, ERR_INPUT, _("judges give their estimates in 1 to %d rounds"), ROUNDS_MAX);
	row.exam = exam_named(app, exam, a, &row.version, e);
	if (!row.exam || (!row.version && !err_set(e, ERR_ABSENT, _("no exam '%s' is installed; 'safar exam list --exams' shows those that are"), exam)) ||
	    !exam_blueprint(app, row.version, row.exam, a, &b, e))
		return false;
	j.blueprint = b;
	str_init(&bytes);
	bool ok = load_candidates(&j, row.version, e) && marks_read(a, path, &t, e) && file_read(path, MARKS_BYTES_MAX, &bytes, e) && judge(&j, path, &t, &row, e);
	row.body = bytes.buf;
	if (ok && store_begin(app->store, e))
		ok = store_end(app->store, cut_add(app->store, &row, &row.id, e) && act_add(app->store, row.at, app->person.id, "exam-cut", row.exam, judged_on, e), e);
	else
		ok = false;
	str_release(&bytes);
	if (ok)
		*out = shown(&row);
	return ok;
}

struct cuts {
	exam_cut_fn *fn;
	void *ctx;
};

static bool give_cut(void *ctx, const struct cut_row *r)
{
	struct cuts *c = ctx;
	struct exam_cut x = shown(r);
	return c->fn(c->ctx, &x);
}

bool exam_cuts(struct app *app, const char *exam, exam_cut_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct cuts c = {fn, ctx};
	int64_t ignored;
	const char *path = app_may(app, MAY_EXAM, e) ? exam_named(app, exam, &a, &ignored, e) : NULL;
	bool ok = path && cut_each(app->store, path, give_cut, &c, e);
	arena_release(&a);
	return ok;
}

bool exam_cut_of(struct app *app, const char *sitting, exam_cut_fn *fn, void *ctx, struct err *e)
{
	struct cuts c = {fn, ctx};
	return app_may(app, MAY_EXAM, e) && cut_of_result(app->store, sitting, give_cut, &c, e);
}
