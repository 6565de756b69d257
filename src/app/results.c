#include "config.h"
#include "app/results.h"

#include <string.h>

#include "app/exam_release.h"
#include "app/unit_load.h"
#include "core/i18n.h"
#include "store/log.h"

static bool take_best(void *ctx, const struct best_row *b)
{
	struct results *r = ctx;
	r->list = arena_grow(r->arena, r->list, r->count, &r->room, sizeof(*r->list));
	r->list[r->count++] = (struct best){
		.check = arena_strdup(r->arena, b->check),
		.mark = b->mark,
		.maximum = b->maximum,
		.passed = result_passes((struct result){.mark = b->mark, .maximum = b->maximum}, b->points, b->of),
		.at = b->at,
	};
	return true;
}

int64_t day_after_months(int64_t day, int months)
{
	int year, month, number;
	date_from_days(day, &year, &month, &number);
	int64_t whole = year * 12 + month - 1 + months;
	int64_t first = date_to_days((int)(whole / 12), (int)(whole % 12) + 1, 1), next = date_to_days((int)((whole + 1) / 12), (int)((whole + 1) % 12) + 1, 1);
	return first + number - 1 < next ? first + number - 1 : next - 1;
}

static bool take_exam(void *ctx, const struct exam_standing *s)
{
	struct results *r = ctx;
	int64_t ended = site_day(s->ended_at, r->offset_min, 0), last = s->valid_months ? day_after_months(ended, s->valid_months) : INT64_MAX;
	if (!s->released || last < r->today)
		return true;
	struct exam_best b = {
		.sitting = s->sitting, .exam = s->examines, .title = s->title, .latin = s->latin, .birth = s->birth, .document = s->document, .day = s->day,
		.room = s->room, .language = s->language, .live = s->live, .passed = s->passed, .mark = s->mark, .maximum = s->maximum, .scale = s->scale,
		.ended_at = s->ended_at, .last_day = last,
	};
	const char **texts[] = {&b.sitting, &b.exam, &b.title, &b.latin, &b.birth, &b.document, &b.day, &b.room, &b.language};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = arena_strdup(r->arena, *texts[i]);
	r->exams = arena_grow(r->arena, r->exams, r->exam_count, &r->exam_room, sizeof(*r->exams));
	r->exams[r->exam_count++] = b;
	return true;
}

bool results_load(struct app *app, int64_t person, struct arena *a, struct results *out, struct err *e)
{
	*out = (struct results){.arena = a, .today = site_day(app_now(app), app->offset_min, 0), .offset_min = app->offset_min};
	return best_each(app->store, person, take_best, out, e) && exam_standings(app, person, take_exam, out, e);
}

/* Passed before not, then the higher share; of equals the newer. */
static bool is_better(const struct exam_best *x, const struct exam_best *than)
{
	if (!than || x->passed != than->passed)
		return !than || x->passed;
	return (int64_t)x->mark * than->maximum >= (int64_t)than->mark * x->maximum;
}

static struct result result_of(const struct exam_best *b)
{
	return b ? (struct result){.mark = b->mark / b->scale, .maximum = b->maximum / b->scale, .passed = b->passed} : (struct result){0};
}

const struct exam_best *results_live(const struct results *r, const char *exam)
{
	for (size_t i = r->exam_count; i > 0; i--)
		if (r->exams[i - 1].live && r->exams[i - 1].passed && strcmp(r->exams[i - 1].exam, exam) == 0)
			return &r->exams[i - 1];
	return NULL;
}

struct result results_get_live(void *ctx, const struct rule *leaf)
{
	return leaf->kind == RULE_EXAM ? result_of(results_live(ctx, leaf->path)) : results_get(ctx, leaf);
}

struct result results_get(void *ctx, const struct rule *leaf)
{
	const struct results *r = ctx;
	for (size_t i = 0; leaf->kind == RULE_CHECK && i < r->count; i++)
		if (strcmp(r->list[i].check, leaf->path) == 0)
			return (struct result){.mark = r->list[i].mark, .maximum = r->list[i].maximum};
	const struct exam_best *best = NULL;
	for (size_t i = 0; leaf->kind == RULE_EXAM && i < r->exam_count; i++)
		if (strcmp(r->exams[i].exam, leaf->path) == 0 && is_better(&r->exams[i], best))
			best = &r->exams[i];
	return result_of(best);
}

struct finding {
	struct arena *arena;
	struct installed_programme *out;
	bool found;
};

static bool take_programme(void *ctx, const char *path, int64_t version, const char *title, const char *destination, const char *body)
{
	(void)title, (void)destination;
	struct finding *f = ctx;
	struct diag_list d;
	diag_init(&d);
	const struct node *node = body_node(f->arena, body);
	struct programme *p = node ? programme_parse(f->arena, node, &d) : NULL;
	diag_release(&d);
	if (p) {
		*f->out = (struct installed_programme){.path = arena_strdup(f->arena, path), .departure = "", .version = version, .programme = p};
		f->found = true;
	}
	return true;
}

bool results_programme(struct app *app, const char *path, struct arena *a, struct installed_programme *out, struct err *e)
{
	struct finding f = {.arena = a, .out = out};
	if (!pack_programmes(app->store, path, take_programme, &f, e))
		return false;
	return f.found || err_set(e, ERR_ABSENT, _("no programme '%s' is installed; 'safar pack list' shows what is"), path);
}

struct enrolments {
	struct arena *arena;
	struct enrolment *list;
	size_t count, room;
};

static bool take_enrolment(void *ctx, const struct enrolment *en)
{
	struct enrolments *x = ctx;
	x->list = arena_grow(x->arena, x->list, x->count, &x->room, sizeof(*x->list));
	x->list[x->count++] = (struct enrolment){arena_strdup(x->arena, en->programme), arena_strdup(x->arena, en->departure), en->at};
	return true;
}

bool results_programmes(struct app *app, int64_t person, struct arena *a, struct installed_programme **out, size_t *count, struct err *e)
{
	struct enrolments x = {.arena = a};
	*count = 0;
	if (!enrol_each(app->store, person, take_enrolment, &x, e))
		return false;
	*out = arena_array(a, x.count, sizeof(**out));
	for (size_t i = 0; i < x.count; i++) {
		struct err missing = ERR_INIT;
		struct installed_programme *p = &(*out)[*count];
		if (results_programme(app, x.list[i].programme, a, p, &missing)) {
			p->departure = x.list[i].departure;
			p->enrolled_at = x.list[i].at;
			++*count;
		} else if (missing.kind != ERR_ABSENT) {
			*e = missing;
			return false;
		}
	}
	return true;
}

struct wanted {
	const char *name; /* path or short id */
	struct arena *arena;
	const char *path;
	int found;
};

static bool match_programme(void *ctx, const char *path, int64_t version, const char *title, const char *destination, const char *body)
{
	(void)version, (void)title, (void)destination, (void)body;
	struct wanted *w = ctx;
	const char *slash = strchr(path, '/');
	if (strcmp(path, w->name) == 0 || (slash && strcmp(slash + 1, w->name) == 0)) {
		w->found++;
		w->path = arena_strdup(w->arena, path);
	}
	return true;
}

bool results_find_programme(struct app *app, const char *name, struct arena *a, const char **path, struct err *e)
{
	struct wanted w = {.name = name, .arena = a};
	if (!pack_programmes(app->store, NULL, match_programme, &w, e))
		return false;
	*path = w.path;
	if (w.found > 1)
		return err_set(e, ERR_INPUT, _("several programmes are called '%s'; name its pack too, as in belgium/flanders"), name);
	return w.found || err_set(e, ERR_ABSENT, _("no programme '%s' is installed; 'safar pack list' shows what is"), name);
}
