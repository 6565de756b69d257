#include "config.h"
#include "app/exam_gather.h"

#include <math.h>
#include <string.h>

#include "app/exam_marks.h"
#include "app/reports.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/analysis.h"
#include "store/packs.h"

enum { TYPED_MAX = 40 }; /* different typed answers of an item that are told apart */

void gather_end(struct gathering *g)
{
	pack_words_free(g->own_words);
	g->own_words = NULL;
}

/* Blueprint, taught language and words of a version: sittings of one come together. */
static bool use_version(struct gathering *g, int64_t version, struct err *e)
{
	struct pack_row pack;
	if (g->blueprint && g->version == version)
		return true;
	gather_end(g);
	if (!exam_blueprint(g->app, version, g->exam, g->arena, &g->blueprint, e) || !pack_by_id(g->app->store, version, g->arena, &pack, e))
		return false;
	g->version = version;
	g->teaches = pack.teaches;
	g->own_words = exam_question_words(g->app, version, g->blueprint, e);
	if (g->own_words)
		g->words = pack_words_view(g->own_words);
	return g->own_words;
}

/* --- items ------------------------------------------------------------------ */

/* "id" of the exam's own, "unit/id" of a unit; another wording of the same gets a number. */
static const char *label_of(struct gathering *g, const char *path)
{
	const char *exam = strchr(g->exam, '/') + 1, *rest = strchr(path, '/') + 1;
	size_t n = strlen(exam);
	int wordings = 1;
	if (strncmp(rest, exam, n) == 0 && rest[n] == '/')
		rest += n + 1;
	for (size_t i = 0; i < g->item_count; i++)
		wordings += str_eq(g->items[i].path, path);
	return wordings > 1 ? arena_printf(g->arena, "%s~%d", rest, wordings) : arena_strdup(g->arena, rest);
}

/* Options to choose from, none chosen yet. */
static void list_options(struct gathering *g, struct gathered_item *x)
{
	struct form form;
	item_form(x->item, g->arena, &g->words, 0, &form);
	for (size_t p = 0; p < form.count; p++) {
		const struct form_part *part = &form.parts[p];
		if (part->kind != FORM_CHOICE)
			continue;
		x->options = arena_array(g->arena, part->option_count, sizeof(*x->options));
		x->keys = arena_array(g->arena, part->option_count, sizeof(*x->keys));
		x->option_count = part->option_count;
		for (size_t k = 0; k < part->option_count; k++) {
			struct response r = {.kind = FORM_CHOICE, .chosen = {part->keys[k]}, .count = 1};
			struct grade grade = {0};
			item_grade(x->item, g->arena, &r, &grade);
			x->keys[k] = part->keys[k];
			x->options[k] = (struct option_count){.text = part->options[k], .right = verdict_accepted(grade.verdict) || grade.mark > 0};
		}
	}
}

static struct gathered_item *add_item(struct gathering *g, const struct gathered_item *x)
{
	g->items = arena_grow(g->arena, g->items, g->item_count, &g->item_room, sizeof(*g->items));
	g->items[g->item_count] = *x;
	g->items[g->item_count].seen = g->item_count;
	return &g->items[g->item_count++];
}

static struct gathered_item *item_at(struct gathering *g, const struct form_row *r)
{
	for (size_t i = 0; i < g->item_count; i++)
		if (str_eq(g->items[i].hash, r->hash) && str_eq(g->items[i].path, r->path))
			return &g->items[i];
	struct gathered_item x = {.path = arena_strdup(g->arena, r->path), .hash = arena_strdup(g->arena, r->hash), .section = r->section, .stratum = r->stratum,
				  .label = label_of(g, r->path), .max = (double)r->maximum / blueprint_scale(g->blueprint)};
	x.item = exam_item(g->app, x.path, x.hash, g->teaches, g->arena, g->e);
	if (!x.item || g->item_count == ANALYSIS_ITEMS_MAX) {
		g->ok = x.item ? err_set(g->e, ERR_INPUT, _("the sittings have more than %d different items; choose fewer days with --since and --until"),
					 ANALYSIS_ITEMS_MAX) : false;
		return NULL;
	}
	x.asked = report_asked(x.item, g->arena, &g->words);
	list_options(g, &x);
	return add_item(g, &x);
}

/* The column of a section that assessors mark. */
static struct gathered_item *section_at(struct gathering *g, size_t section)
{
	const struct exam_section *s = &g->blueprint->sections[section];
	const char *path = arena_printf(g->arena, "%s/%s", g->exam, s->id);
	for (size_t i = 0; i < g->item_count; i++)
		if (!g->items[i].item && str_eq(g->items[i].path, path) && g->items[i].max == rubric_maximum(s))
			return &g->items[i];
	struct gathered_item x = {.path = path, .hash = "", .section = (int)section, .label = label_of(g, path), .asked = "", .max = rubric_maximum(s)};
	return add_item(g, &x);
}

/* --- what one sitting says ---------------------------------------------------- */

static void add_mark(struct gathering *g, const struct gathered_item *x, double mark)
{
	g->marks = arena_grow(g->arena, g->marks, g->mark_count, &g->mark_room, sizeof(*g->marks));
	g->marks[g->mark_count++] = (struct gathered_mark){.attempt = g->attempt_count, .item = (size_t)(x - g->items), .mark = mark};
}

static void count_typed(struct gathering *g, struct gathered_item *x, const char *given, bool right)
{
	const char *key = report_line(g->arena, report_key(g->arena, given, report_strict(x->item)));
	for (size_t i = 0; i < x->option_count; i++)
		if (x->options[i].right == right && str_eq(x->options[i].text, key)) {
			x->options[i].count++;
			return;
		}
	if (x->option_count == TYPED_MAX)
		return;
	x->options = arena_grow(g->arena, x->options, x->option_count, &x->option_room, sizeof(*x->options));
	x->options[x->option_count++] = (struct option_count){.text = key, .count = 1, .right = right};
}

static void count_answer(struct gathering *g, struct gathered_item *x, const struct form_row *r, bool right)
{
	struct arena a = ARENA_INIT;
	struct response resp;
	if (x->keys && response_parse(&a, FORM_CHOICE, r->given, &resp)) {
		for (size_t i = 0; i < resp.count; i++)
			for (size_t k = 0; k < x->option_count; k++)
				x->options[k].count += x->keys[k] == resp.chosen[i];
	} else if (!x->keys && x->item->type->gap) {
		count_typed(g, x, r->given, right);
	}
	arena_release(&a);
}

/* A sitting while it is read. */
struct place_in_form {
	bool answered;
	size_t item;    /* column */
	double seconds;
};
struct sitting_look {
	struct gathering *g;
	struct arena *arena;
	struct marks_now marks;
	struct place_in_form *places; /* by number in the form */
	size_t count, room;
	int section;
	int64_t clock;
};

static bool take_item(void *ctx, const struct form_row *r)
{
	struct sitting_look *l = ctx;
	struct gathering *g = l->g;
	const struct item_mark *own = exam_marks_item(&l->marks, r->number);
	if (r->replaced || (own && !own->maximum)) /* exchanged, or left out of the result */
		return true;
	struct gathered_item *x = item_at(g, r);
	if (!x)
		return false;
	bool answered = *r->verdict && strcmp(r->verdict, "empty") != 0;
	double mark = !answered && !r->showings ? NAN : own ? own->mark * x->max / own->maximum : (double)r->mark / blueprint_scale(g->blueprint);
	add_mark(g, x, mark > x->max ? x->max : mark);
	if (answered)
		count_answer(g, x, r, mark >= x->max);
	while (l->count <= (size_t)r->number) {
		l->places = arena_grow(l->arena, l->places, l->count, &l->room, sizeof(*l->places));
		l->places[l->count++] = (struct place_in_form){0};
	}
	l->places[r->number] = (struct place_in_form){.answered = answered, .item = (size_t)(x - g->items)};
	return true;
}

/* What an answer took: the clock of the section since the answer before it. Going back to an item adds to it. */
static bool take_time(void *ctx, int number, int section, int64_t consumed_ms)
{
	struct sitting_look *l = ctx;
	int64_t before = section == l->section ? l->clock : 0;
	l->section = section;
	l->clock = consumed_ms;
	if (number > 0 && (size_t)number < l->count && consumed_ms > before)
		l->places[number].seconds += (double)(consumed_ms - before) / 1000;
	return true;
}

static void keep_times(const struct sitting_look *l)
{
	for (size_t n = 0; n < l->count; n++) {
		if (!l->places[n].answered || l->places[n].seconds <= 0)
			continue;
		struct gathered_item *x = &l->g->items[l->places[n].item];
		x->seconds = arena_grow(l->g->arena, x->seconds, x->time_count, &x->time_room, sizeof(*x->seconds));
		x->seconds[x->time_count++] = l->places[n].seconds;
	}
}

static void gather_rooms(struct gathering *g, const struct marks_now *marks)
{
	for (size_t i = 0; i < g->blueprint->section_count; i++) {
		const struct exam_section *s = &g->blueprint->sections[i];
		int points = 0;
		if (!s->rubric_count)
			continue;
		bool given = exam_marks_state(s, &marks->sections[i], &points) == MARKS_COMPLETE && !marks->sections[i].absent;
		add_mark(g, section_at(g, i), given ? points : NAN);
	}
}

bool gather_sitting(struct gathering *g, const char *sitting, int64_t version, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct sitting_look l = {.g = g, .arena = &a, .section = -1};
	g->e = e;
	g->ok = true;
	bool ok = use_version(g, version, e) && exam_marks_load(g->app, sitting, g->blueprint, &a, &l.marks, e) &&
		  exam_item_each(g->app->store, sitting, take_item, &l, e) && g->ok && analysis_times(g->app->store, sitting, take_time, &l, e);
	if (ok) {
		gather_rooms(g, &l.marks);
		keep_times(&l);
		g->attempts = arena_grow(g->arena, g->attempts, g->attempt_count, &g->attempt_room, sizeof(*g->attempts));
		g->attempts[g->attempt_count++] = arena_strdup(g->arena, sitting);
	}
	arena_release(&a);
	return ok;
}
