#include "config.h"
#include "app/exam_analysis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/exam_gather.h"
#include "core/i18n.h"
#include "core/str.h"
#include "pack/out.h"
#include "store/analysis.h"

const char *exam_named(struct app *app, const char *name, struct arena *a, int64_t *version, struct err *e)
{
	struct session_row found = {.exam = NULL};
	struct err fault = ERR_INIT;
	*version = 0;
	if (exam_find(app, name, a, &found, &fault)) {
		*version = found.version;
		return found.exam;
	}
	if (fault.kind == ERR_ABSENT && strchr(name, '/')) /* its pack is gone, its sittings are not */
		return arena_strdup(a, name);
	*e = fault;
	return NULL;
}

static bool check_day(const char *day, struct err *e)
{
	int64_t ignored;
	return !day || date_parse(day, &ignored) || err_set(e, ERR_INPUT, _("'%s' is no date; write it as 2026-12-31"), day);
}

/* --- which sittings ------------------------------------------------------------- */

struct sittings {
	struct arena *arena;
	const char **ids;
	int64_t *versions;
	size_t count, room, version_room;
};

static bool take_sitting(void *ctx, const char *sitting, int64_t version)
{
	struct sittings *s = ctx;
	s->ids = arena_grow(s->arena, s->ids, s->count, &s->room, sizeof(*s->ids));
	s->versions = arena_grow(s->arena, s->versions, s->count, &s->version_room, sizeof(*s->versions));
	s->versions[s->count] = version;
	s->ids[s->count++] = arena_strdup(s->arena, sitting);
	return s->count <= ANALYSIS_PEOPLE_MAX;
}

static bool gather(struct app *app, const struct exam_analysis_of *of, struct gathering *g, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct sittings s = {.arena = &a};
	struct analysis_query what = {.exam = g->exam, .since = of->since ? of->since : "", .until = of->until ? of->until : "", .everything = of->all, .every = of->every};
	bool ok = analysis_sittings(app->store, &what, take_sitting, &s, e);
	if (ok && s.count > ANALYSIS_PEOPLE_MAX)
		ok = err_set(e, ERR_INPUT, _("there are more than %d sittings; choose fewer days with --since and --until"), ANALYSIS_PEOPLE_MAX);
	if (ok && !s.count)
		ok = err_set(e, ERR_ABSENT, of->all ? _("there is no sitting of '%s' in these days that ended") :
						      _("there is no sitting of '%s' in these days whose result was given out; --all takes the others too"), g->exam);
	for (size_t i = 0; ok && i < s.count; i++)
		ok = gather_sitting(g, s.ids[i], s.versions[i], e);
	arena_release(&a);
	return ok;
}

/* --- the table -------------------------------------------------------------------- */

/* Items of a stratum side by side: so the n-th of every form is of one stratum. */
static int by_place(const void *x, const void *y)
{
	const struct gathered_item *a = *(const struct gathered_item *const *)x, *b = *(const struct gathered_item *const *)y;
	int order = (a->section > b->section) - (a->section < b->section);
	order = order ? order : (a->stratum > b->stratum) - (a->stratum < b->stratum);
	order = order ? order : strcmp(a->path, b->path);
	return order ? order : (a->seen > b->seen) - (a->seen < b->seen);
}

static bool make_table(const struct gathering *g, const struct gathered_item **order, struct arena *a, struct exam_analysis *out, struct err *e)
{
	size_t people = g->attempt_count, items = g->item_count;
	if (!items)
		return err_set(e, ERR_ABSENT, _("the sittings of '%s' have no questions"), g->exam);
	if (people > EXAM_CELLS_MAX / items)
		return err_set(e, ERR_INPUT, _("%zu sittings of %zu items are too many at once; choose fewer days with --since and --until"), people, items);
	size_t *column = arena_array(a, items, sizeof(*column));
	double *max = arena_array(a, items, sizeof(*max)), *mark = arena_array(a, people * items, sizeof(*mark));
	out->items = arena_array(a, items, sizeof(*out->items));
	out->asked = arena_array(a, items, sizeof(*out->asked));
	out->attempts = g->attempts;
	for (size_t i = 0; i < items; i++) {
		column[order[i]->seen] = i;
		max[i] = order[i]->max;
		out->items[i] = order[i]->label;
		out->asked[i] = order[i]->asked;
	}
	for (size_t i = 0; i < people * items; i++)
		mark[i] = MARK_NOT_DRAWN;
	for (size_t i = 0; i < g->mark_count; i++)
		mark[g->marks[i].attempt * items + column[g->marks[i].item]] = g->marks[i].mark;
	out->marks = (struct marks){.people = people, .items = items, .max = max, .mark = mark};
	return true;
}

static int by_number(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return (a > b) - (a < b);
}

/* Right answers first, then what was taken or typed most. */
static int by_count(const void *x, const void *y)
{
	const struct option_count *a = x, *b = y;
	if (a->right != b->right)
		return b->right - a->right;
	if (a->count != b->count)
		return (a->count < b->count) - (a->count > b->count);
	return strcmp(a->text, b->text);
}

static void fill_answers(const struct gathered_item **order, struct exam_figures *x)
{
	enum { TYPED_SHOWN = 6 };
	for (size_t i = 0; i < x->items; i++) {
		const struct gathered_item *from = order[i];
		struct item_figures *f = &x->item[i];
		size_t n = from->time_count;
		if (n) {
			qsort(from->seconds, n, sizeof(*from->seconds), by_number);
			f->seconds = n % 2 ? from->seconds[n / 2] : (from->seconds[n / 2 - 1] + from->seconds[n / 2]) / 2;
		}
		if (from->option_count)
			qsort(from->options, from->option_count, sizeof(*from->options), by_count);
		f->options = from->options;
		f->option_count = from->keys || from->option_count < TYPED_SHOWN ? from->option_count : TYPED_SHOWN;
	}
	analyse_answers(x);
}

static bool reckon(struct gathering *g, double cut, struct arena *a, struct exam_analysis *out, struct err *e)
{
	const struct gathered_item **order = arena_array(a, g->item_count, sizeof(const struct gathered_item *));
	for (size_t i = 0; i < g->item_count; i++)
		order[i] = &g->items[i];
	if (g->item_count)
		qsort(order, g->item_count, sizeof(const struct gathered_item *), by_place);
	if (!make_table(g, order, a, out, e))
		return false;
	const struct mark_of *pass = &g->blueprint->pass;
	out->cut = isnan(cut) ? analysis_maximum(&out->marks) * pass->points / pass->of : cut;
	if (!analyse(a, &out->marks, out->cut, &out->figures))
		return err_set(e, ERR_ABSENT, _("the sittings of '%s' have no questions"), g->exam);
	fill_answers(order, &out->figures);
	const char *id = strchr(g->exam, '/') + 1;
	out->title = arena_strdup(a, g->blueprint->title);
	struct pack_words *w = pack_words_load(g->app->store, g->version, arena_printf(a, "%s.", id), g->app->language, e);
	if (w) {
		struct words view = pack_words_view(w);
		out->title = arena_strdup(a, words_get(&view, a, id, NULL, "title", g->blueprint->title));
	}
	pack_words_free(w);
	return w;
}

bool exam_analyse(struct app *app, const struct exam_analysis_of *of, struct arena *a, struct exam_analysis *out, struct err *e)
{
	struct gathering g = {.app = app, .arena = a};
	*out = (struct exam_analysis){0};
	if (!app_may(app, MAY_EXAM, e) || !check_day(of->since, e) || !check_day(of->until, e))
		return false;
	int64_t ignored;
	g.exam = out->exam = exam_named(app, of->exam, a, &ignored, e);
	bool ok = g.exam && gather(app, of, &g, e) && reckon(&g, of->cut, a, out, e);
	gather_end(&g);
	return ok;
}

/* --- for others to check --------------------------------------------------------- */

static void add_cell(struct str *out, const char *text)
{
	bool plain = !strpbrk(text, ",\"\r\n;");
	str_addc(out, ',');
	if (!plain)
		str_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			str_addc(out, '"');
		str_addc(out, *text);
	}
	if (!plain)
		str_addc(out, '"');
}

bool exam_write_marks(const struct exam_analysis *x, const char *path, struct err *e)
{
	const struct marks *m = &x->marks;
	struct str out;
	str_init(&out);
	str_add(&out, "sitting");
	for (size_t i = 0; i < m->items; i++)
		add_cell(&out, x->items[i]);
	str_add(&out, "\r\nmaximum");
	for (size_t i = 0; i < m->items; i++)
		str_addf(&out, ",%.15g", m->max[i]);
	str_add(&out, "\r\n");
	for (size_t p = 0; p < m->people; p++) {
		str_add(&out, x->attempts[p]);
		for (size_t i = 0; i < m->items; i++) {
			double mark = m->mark[p * m->items + i];
			if (isnan(mark))
				str_addc(&out, ',');
			else if (mark < 0)
				str_add(&out, ",-");
			else
				str_addf(&out, ",%.15g", mark);
		}
		str_add(&out, "\r\n");
	}
	bool ok = out_write(path, out.buf, out.len, e);
	str_release(&out);
	return ok;
}
