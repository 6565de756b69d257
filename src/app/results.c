#include "config.h"
#include "app/results.h"

#include <string.h>

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

bool results_load(struct app *app, int64_t person, struct arena *a, struct results *out, struct err *e)
{
	*out = (struct results){.arena = a};
	return best_each(app->store, person, take_best, out, e);
}

struct result results_get(void *ctx, const struct rule *leaf)
{
	const struct results *r = ctx;
	for (size_t i = 0; leaf->kind == RULE_CHECK && i < r->count; i++)
		if (strcmp(r->list[i].check, leaf->path) == 0)
			return (struct result){.mark = r->list[i].mark, .maximum = r->list[i].maximum};
	return (struct result){0};
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
