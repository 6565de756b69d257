/* Who is ready for a certificate. Declared in credential.h. */
#include "config.h"
#include "app/credential_inside.h"

#include <stdlib.h>
#include <string.h>

#include "app/exam_release.h"
#include "app/pack_words.h"
#include "core/i18n.h"

struct using {
	const struct results *results;
	struct credential_basis *out;
};

static void take_used(void *ctx, const struct rule *leaf)
{
	struct using *u = ctx;
	struct credential_basis *b = u->out;
	if (leaf->kind != RULE_EXAM)
		return;
	const struct exam_best *best = results_live(u->results, leaf->path);
	for (size_t i = 0; i < b->count; i++)
		if (b->exams[i] == best)
			return;
	if (best && b->count < CREDENTIAL_EXAMS_MAX)
		b->exams[b->count++] = best;
}

/* A sentence about the first thing that differs between sittings, or "". */
static const char *find_difference(const struct credential_basis *b, struct arena *a)
{
	const struct exam_best *x = b->exams[0];
	for (size_t i = 1; i < b->count; i++) {
		const struct exam_best *y = b->exams[i];
		if (strcmp(x->latin, y->latin) != 0)
			return arena_printf(a, _("the name is '%s' in '%s', but '%s' in '%s'"), x->latin, x->title, y->latin, y->title);
		if (strcmp(x->birth, y->birth) != 0)
			return arena_printf(a, _("the birth date is '%s' in '%s', but '%s' in '%s'"), x->birth, x->title, y->birth, y->title);
		if (strcmp(x->document, y->document) != 0)
			return arena_printf(a, _("the document is '%s' in '%s', but '%s' in '%s'"), x->document, x->title, y->document, y->title);
	}
	return "";
}

static bool all_used(struct app *app, const struct credential_basis *b, bool *out, struct err *e)
{
	*out = true;
	for (size_t i = 0; i < b->count && *out; i++)
		if (!credential_used(app->store, b->exams[i]->sitting, b->programme->path, out, e))
			return false;
	return true;
}

struct in_force {
	const char *programme, *today;
	bool found;
};

static bool is_in_force(void *ctx, const struct credential_row *c)
{
	struct in_force *f = ctx;
	f->found |= !*c->ended && strcmp(c->programme, f->programme) == 0 && strcmp(c->valid_until, f->today) >= 0;
	return !f->found;
}

bool credential_basis_find(struct app *app, const struct installed_programme *ip, const struct results *results, int64_t person, struct arena *a,
			   struct credential_basis *out, struct err *e)
{
	char today[11];
	struct results *r = (struct results *)(uintptr_t)results;
	struct using u = {.results = results, .out = out};
	*out = (struct credential_basis){.programme = ip, .why = ""};
	if (!programme_fulfilled(ip->programme, results_get_live, r))
		return false;
	for (size_t i = 0; i < ip->programme->count; i++)
		rule_each_used(&ip->programme->requirements[i].rule, results_get_live, r, take_used, &u);
	if (!out->count) /* checks of units prove nothing: nobody saw who took them */
		return false;
	date_format(results->today, today);
	struct in_force f = {.programme = ip->path, .today = today};
	bool used;
	if (!credential_each(app->store, person, is_in_force, &f, e) || f.found || !all_used(app, out, &used, e) || used)
		return false;
	out->last_day = INT64_MAX;
	for (size_t i = 0; i < out->count; i++)
		out->last_day = out->exams[i]->last_day < out->last_day ? out->exams[i]->last_day : out->last_day;
	if (out->last_day == INT64_MAX)
		out->last_day = day_after_months(results->today, CREDENTIAL_MONTHS);
	out->why = find_difference(out, a);
	return true;
}

/* --- the list --- */

struct listing {
	struct app *app;
	struct arena *arena;
	int64_t *people;
	size_t people_count, people_room;
	struct credential_candidate *list;
	size_t count, room;
};

static bool take_person(void *ctx, const struct exam_standing *s)
{
	struct listing *l = ctx;
	bool known = !s->live || !s->released || !s->passed;
	for (size_t i = 0; !known && i < l->people_count; i++)
		known = l->people[i] == s->person;
	if (known)
		return true;
	l->people = arena_grow(l->arena, l->people, l->people_count, &l->people_room, sizeof(*l->people));
	l->people[l->people_count++] = s->person;
	return true;
}

static const char *title_of(struct listing *l, const struct installed_programme *ip, struct err *e)
{
	const char *id = ip->programme->id;
	struct pack_words *w = pack_words_load(l->app->store, ip->version, id, l->app->language, e);
	if (!w)
		return NULL;
	struct words view = pack_words_view(w);
	const char *title = arena_strdup(l->arena, words_get(&view, l->arena, id, NULL, "title", ip->programme->title));
	pack_words_free(w);
	return title;
}

static bool list_person(struct listing *l, int64_t person, struct err *e)
{
	struct person p;
	struct results results;
	struct installed_programme *list;
	size_t count;
	if (!person_by_id(l->app->store, person, l->arena, &p, e) || !results_load(l->app, person, l->arena, &results, e) ||
	    !results_programmes(l->app, person, l->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct credential_basis b;
		if (!credential_basis_find(l->app, &list[i], &results, person, l->arena, &b, e)) {
			if (e->kind != ERR_NONE)
				return false;
			continue;
		}
		char until[11];
		date_format(b.last_day, until);
		const struct exam_best *newest = b.exams[0];
		for (size_t k = 1; k < b.count; k++)
			newest = b.exams[k]->ended_at > newest->ended_at ? b.exams[k] : newest;
		l->list = arena_grow(l->arena, l->list, l->count, &l->room, sizeof(*l->list));
		l->list[l->count++] = (struct credential_candidate){
			.person = person, .code = p.code, .name = p.name, .programme = list[i].path, .title = title_of(l, &list[i], e), .latin = newest->latin,
			.birth = newest->birth, .document = newest->document, .until = arena_strdup(l->arena, until), .ready = !*b.why, .why = b.why,
		};
		if (!l->list[l->count - 1].title)
			return false;
	}
	return true;
}

static int by_name(const void *x, const void *y)
{
	const struct credential_candidate *a = x, *b = y;
	int order = strcmp(a->latin, b->latin);
	return order ? order : strcmp(a->programme, b->programme);
}

bool credential_candidates(struct app *app, struct arena *a, struct credential_candidate **out, size_t *count, struct err *e)
{
	struct listing l = {.app = app, .arena = a};
	bool ok = app_may(app, MAY_CHANGE_PEOPLE, e) && exam_standings(app, 0, take_person, &l, e);
	for (size_t i = 0; ok && i < l.people_count; i++)
		ok = list_person(&l, l.people[i], e);
	if (ok && l.count)
		qsort(l.list, l.count, sizeof(*l.list), by_name);
	*out = l.list;
	*count = l.count;
	return ok;
}
