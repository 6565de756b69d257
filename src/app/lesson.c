#include "config.h"
#include "app/lesson.h"

#include <stdlib.h>
#include <string.h>

#include "app/answering.h"
#include "app/lesson_load.h"
#include "app/pack_table.h"
#include "app/pack_words.h"
#include "app/reports.h"
#include "app/unit_load.h"
#include "core/alloc.h"

static const char *step_path(const struct lesson *l, struct arena *a, size_t step)
{
	return arena_printf(a, "%s/%s/%s", l->pack, l->unit->id, l->unit->steps[step].id);
}

struct states {
	struct lesson *lesson;
	size_t prefix;
};

static bool take_progress(void *ctx, const struct progress_row *p)
{
	struct states *st = ctx;
	const struct unit *u = st->lesson->unit;
	for (size_t i = 0; i < u->step_count; i++)
		if (strcmp(u->steps[i].id, p->path + st->prefix) == 0)
			st->lesson->states[i] = (struct step_state){.tries = p->tries, .done = p->done, .last_seq = p->last_seq};
	return true;
}

static bool load_states(struct app *app, struct lesson *l, struct err *e)
{
	const char *prefix = arena_printf(&l->arena, "%s/%s/", l->pack, l->unit->id);
	struct states st = {.lesson = l, .prefix = strlen(prefix)};
	l->states = arena_array(&l->arena, l->unit->step_count, sizeof(*l->states));
	l->shown_tries = arena_array(&l->arena, l->unit->step_count, sizeof(*l->shown_tries));
	return progress_each(app->store, app->person.id, prefix, take_progress, &st, e);
}

struct numbering {
	const char *unit;
	int seen, number;
};

static bool number_unit(void *ctx, const struct item_row *r)
{
	struct numbering *n = ctx;
	n->seen++;
	if (strcmp(r->unit, n->unit) == 0)
		n->number = n->seen;
	return true;
}

struct lesson *lesson_load(struct app *app, const struct pack_row *pack, const char *unit, struct err *e)
{
	struct lesson *l = xcalloc(1, sizeof(*l));
	struct loaded_unit loaded;
	struct numbering n = {.unit = unit};
	l->pack = arena_strdup(&l->arena, pack->pack);
	l->teaches = arena_strdup(&l->arena, pack->teaches);
	l->version = pack->id;
	if (!unit_load(app->store, pack->id, unit, l->teaches, &l->arena, &loaded, e) ||
	    !pack_units(app->store, pack->id, number_unit, &n, e)) {
		lesson_free(l);
		return NULL;
	}
	l->unit = loaded.unit;
	l->own = own_data(app, &l->arena);
	l->unit_number = n.number;
	l->pack_source_title = arena_strdup(&l->arena, pack->title);
	l->hashes = arena_array(&l->arena, l->unit->step_count, sizeof(*l->hashes));
	for (size_t i = 0; i < l->unit->step_count; i++)
		l->hashes[i] = loaded_hash(&loaded, l->unit->steps[i].id);
	l->bank_hashes = arena_array(&l->arena, l->unit->bank_count, sizeof(*l->bank_hashes));
	for (size_t i = 0; i < l->unit->bank_count; i++)
		l->bank_hashes[i] = loaded_hash(&loaded, l->unit->bank[i]->id);
	if (!load_states(app, l, e) || !lesson_speak(app, l, e) || (*l->teaches && !pack_table_load(app->store, l->version, &l->arena, &l->table, e))) {
		lesson_free(l);
		return NULL;
	}
	if (l->table.bytes)
		unit_use_table(l->unit, &l->table);
	lesson_shown(app, l);
	return l;
}

struct lesson *lesson_open(struct app *app, const char *pack, const char *unit, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct pack_row row;
	struct lesson *l = pack_active(app->store, pack, &a, &row, e) ? lesson_load(app, &row, unit, e) : NULL;
	arena_release(&a);
	return l;
}

void lesson_free(struct lesson *l)
{
	if (!l)
		return;
	pack_words_free(l->pack_words);
	arena_release(&l->arena);
	free(l);
}

bool lesson_speak(struct app *app, struct lesson *l, struct err *e)
{
	if (l->pack_words && strcmp(l->language, app->language) == 0)
		return true;
	struct pack_words *titles = pack_words_load(app->store, l->version, "pack.", app->language, e);
	struct pack_words *words = titles ? pack_words_load(app->store, l->version, l->unit->id, app->language, e) : NULL;
	if (words) {
		pack_words_free(l->pack_words);
		l->pack_words = words;
		l->words = pack_words_view(words);
		strcpy(l->language, app->language);
		struct words of_pack = pack_words_view(titles);
		l->pack_title = of_pack.translate(of_pack.ctx, &l->arena, "pack.title", l->pack_source_title);
		l->unit_title = l->words.translate(l->words.ctx, &l->arena,
			arena_printf(&l->arena, "%s.title", l->unit->id), l->unit->title);
	}
	pack_words_free(titles);
	return words;
}

size_t lesson_next(const struct lesson *l)
{
	size_t next = unit_next(l->states, l->unit->step_count);
	return next == SIZE_MAX ? l->unit->step_count : next;
}

int lesson_done(const struct lesson *l)
{
	int done = 0;
	for (size_t i = 0; i < l->unit->step_count; i++)
		done += l->states[i].done;
	return done;
}

void lesson_shown(struct app *app, struct lesson *l)
{
	l->shown_mono = clock_mono(&app->clock);
	for (size_t i = 0; i < l->unit->step_count; i++)
		l->shown_tries[i] = l->states[i].tries;
}

uint64_t lesson_seed(const struct app *app, const struct lesson *l, size_t step)
{
	struct arena a = ARENA_INIT;
	uint64_t seed = seed_from(step_path(l, &a, step), (uint64_t)app->person.id << 16 ^ (uint64_t)l->shown_tries[step]);
	arena_release(&a);
	return seed;
}

void lesson_form(const struct app *app, const struct lesson *l, size_t step, struct arena *a, struct form *out)
{
	item_form(l->unit->steps[step].item, a, &l->words, lesson_seed(app, l, step), out);
}

static bool keep(struct app *app, struct lesson *l, size_t step, const struct form *form, const struct response *r, int hints, uint64_t seed,
		 const char *drill, const struct grade *g, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct asked q = {
		.path = step_path(l, &a, step),
		.body_hash = l->hashes[step],
		.sitting = "",
		.version = l->version,
		.shown_mono = l->shown_mono,
		.seed = seed,
		.hints = hints,
		.words = r && r->kind == FORM_GAPS ? l->table.hash : "",
		.drill = drill,
	};
	int64_t seq = answering_store(app, &q, form, r, g, e);
	arena_release(&a);
	if (!seq)
		return false;
	/* the same rule as the store's own cache: empty and retry count as nothing */
	if (g->verdict != VERDICT_EMPTY && g->verdict != VERDICT_RETRY) {
		struct step_state *s = &l->states[step];
		s->tries++;
		s->done |= g->verdict == VERDICT_SEEN || verdict_accepted(g->verdict);
		s->last_seq = seq;
	}
	return true;
}

bool lesson_seen(struct app *app, struct lesson *l, size_t step, struct err *e)
{
	struct grade seen = {.verdict = VERDICT_SEEN};
	return l->states[step].done || keep(app, l, step, NULL, NULL, 0, 0, "", &seen, e);
}

/* Judges, by what staff accepted too; texts live in `a`. */
static bool judge(struct app *app, struct lesson *l, size_t step, const struct response *r, struct arena *a, struct form *form, struct grade *g,
		  struct feedback *f, uint64_t *seed, struct err *e)
{
	const struct item *it = l->unit->steps[step].item;
	*seed = lesson_seed(app, l, step);
	item_form(it, a, &l->words, *seed, form);
	item_grade(it, a, r, g);
	if (!accepted_consult(app, step_path(l, a, step), "", it, r, g, e))
		return false;
	item_feedback(it, a, &l->words, g, f);
	return true;
}

bool lesson_practised(struct app *app, struct lesson *l, size_t step, struct err *e)
{
	struct grade seen = {.verdict = VERDICT_SEEN};
	return keep(app, l, step, NULL, NULL, 0, 0, "", &seen, e);
}

bool lesson_answer(struct app *app, struct lesson *l, size_t step, const struct response *r, int hints, struct arena *a, struct grade *g, struct feedback *f,
		   struct err *e)
{
	struct form form;
	uint64_t seed;
	return judge(app, l, step, r, a, &form, g, f, &seed, e) && keep(app, l, step, &form, r, hints, seed, "", g, e);
}

bool lesson_mend(struct app *app, struct lesson *l, size_t step, const struct response *r, struct arena *a, struct grade *g, struct feedback *f, struct err *e)
{
	struct form form;
	uint64_t seed;
	if (!judge(app, l, step, r, a, &form, g, f, &seed, e))
		return false;
	struct grade stored = *g;
	if (stored.verdict != VERDICT_EMPTY)
		stored.verdict = VERDICT_RETRY;
	stored.mark = 0;
	return keep(app, l, step, &form, r, 0, seed, LESSON_MEND, &stored, e);
}
