#include "config.h"
#include "app/practice.h"

#include <stdlib.h>
#include <string.h>

#include "app/answering.h"
#include "app/practice_load.h"
#include "app/reports.h"
#include "core/alloc.h"
#include "core/i18n.h"
#include "core/random.h"

/* The seed of an answer names run and position, so that a run is found in the log. */
enum { POSITION_BITS = 10 };
static const uint64_t positions = ((uint64_t)1 << POSITION_BITS) - 1;

struct practice {
	struct practice_load load;
	struct vocabulary vocabulary;
	char language[16];
	struct arena arena;
	struct drill_try *tries;
	size_t try_count, try_room;
	int goal;	       /* drills of a run; 0: those of `list` */
	uint64_t seed;	       /* of the run, position 0 */
	struct listed {
		size_t entry;
		enum drill_kind kind;
	} *list;
	size_t list_count, list_room, listed;
	struct drill_draw draw;
	struct arena drill_arena;
	struct drill drill;
	bool on;	       /* a drill is on the screen */
	int64_t shown_mono;
	bool *asked, *missed;  /* by entry, since it was opened; missed: some drill of it went wrong */
	struct practice_sum sum;
	int64_t answered;      /* row of the last answer */
};

void practice_free(struct practice *p)
{
	if (!p)
		return;
	vocabulary_release(&p->vocabulary);
	practice_load_release(&p->load);
	arena_release(&p->drill_arena);
	arena_release(&p->arena);
	free(p);
}

const struct drill *practice_drill(const struct practice *p)
{
	return p->on ? &p->drill : NULL;
}

uint64_t practice_seed(const struct practice *p)
{
	return p->seed | ((uint64_t)p->draw.position & positions);
}

const struct vocable *practice_entry(const struct practice *p)
{
	return &p->vocabulary.entries[p->drill.targets[0]];
}

/* What was made before stays until the next drill: a grade may point to it. */
static void make(struct practice *p)
{
	if (!p->on)
		return;
	drill_make(&p->drill_arena, &p->vocabulary, p->draw.kind, p->draw.targets, p->draw.count, practice_seed(p), &p->drill);
	/* the pack's table is the same everywhere; which units are at hand is not */
	p->drill.item->table = practice_load_table(&p->load, p->drill.targets[0]);
	if (p->drill.item->table)
		p->drill.item->words = NULL;
}

bool practice_speak(struct app *app, struct practice *p, struct err *e)
{
	if (strcmp(p->language, app->language) == 0)
		return true;
	struct vocabulary v;
	if (!practice_load_words(app, &p->load, &v, e))
		return false;
	vocabulary_release(&p->vocabulary);
	p->vocabulary = v;
	strcpy(p->language, app->language);
	make(p);
	return true;
}

/* What was wrong comes after the list as in any run. */
static bool draw_listed(struct practice *p)
{
	if (p->listed == p->list_count)
		return drill_next(&p->vocabulary, p->tries, p->try_count, 0, p->seed, &p->draw);
	const struct listed *now = &p->list[p->listed];
	p->draw = (struct drill_draw){.kind = now->kind, .targets = {now->entry}, .count = 1, .position = (int)p->listed++};
	return true;
}

void practice_next(struct app *app, struct practice *p)
{
	p->on = p->goal ? drill_next(&p->vocabulary, p->tries, p->try_count, p->goal, p->seed, &p->draw) : draw_listed(p);
	p->on = p->on && p->draw.position < (int)positions;
	arena_release(&p->drill_arena);
	make(p);
	p->shown_mono = clock_mono(&app->clock);
}

static bool grow_try(struct practice *p, size_t entry, enum drill_kind kind, bool right, int position)
{
	p->tries = arena_grow(&p->arena, p->tries, p->try_count, &p->try_room, sizeof(*p->tries));
	p->tries[p->try_count++] = (struct drill_try){entry, kind, right, position};
	return true;
}

/* --- opening ------------------------------------------------------------- */

static struct practice *open_loaded(struct app *app, struct practice *p, struct err *e)
{
	if (!practice_speak(app, p, e)) {
		practice_free(p);
		return NULL;
	}
	p->asked = arena_array(&p->arena, p->vocabulary.count + 1, sizeof(*p->asked));
	p->missed = arena_array(&p->arena, p->vocabulary.count + 1, sizeof(*p->missed));
	return p;
}

static bool take_row(void *ctx, const struct drill_row *r)
{
	struct practice *p = ctx;
	enum verdict verdict;
	enum drill_kind kind;
	size_t entry = vocabulary_find(&p->vocabulary, r->path);
	bool here = (r->seed & ~positions) == p->seed;
	if (entry == SIZE_MAX || !verdict_from(r->verdict, &verdict) || !drill_from(r->drill, &kind))
		return true;
	return grow_try(p, entry, kind, verdict_accepted(verdict), here ? (int)(r->seed & positions) : -1);
}

struct practice *practice_of_step(struct app *app, const struct lesson *l, size_t step, struct err *e)
{
	enum { TRIES_MAX = 4000 };
	const struct part *part = l->unit->steps[step].part;
	struct practice *p = xcalloc(1, sizeof(*p));
	const char *path = arena_printf(&p->arena, "%s/%s/%s", l->pack, l->unit->id, part->id);
	p->goal = part->drills;
	p->seed = seed_from(path, (uint64_t)app->person.id << 16 ^ (uint64_t)l->states[step].tries) & ~positions;
	if (!practice_load_step(app, l, part, &p->load, e)) {
		practice_free(p);
		return NULL;
	}
	if (!(p = open_loaded(app, p, e)))
		return NULL;
	if (!drill_each(app->store, app->person.id, l->pack, TRIES_MAX, take_row, p, e)) {
		practice_free(p);
		return NULL;
	}
	practice_next(app, p);
	return p;
}

static void list_drill(struct practice *p, size_t entry, enum drill_kind kind)
{
	p->list = arena_grow(&p->arena, p->list, p->list_count, &p->list_room, sizeof(*p->list));
	p->list[p->list_count++] = (struct listed){entry, kind};
}

struct practice *practice_of_word(struct app *app, const char *path, struct err *e)
{
	struct practice *p = xcalloc(1, sizeof(*p));
	p->seed = entropy_u64(&app->entropy) & ~positions;
	if (!practice_load_word(app, path, &p->load, e)) {
		practice_free(p);
		return NULL;
	}
	if (!(p = open_loaded(app, p, e)))
		return NULL;
	size_t entry = vocabulary_find(&p->vocabulary, path);
	if (entry == SIZE_MAX) {
		practice_free(p);
		err_set(e, ERR_ABSENT, _("no word '%s' is installed"), path);
		return NULL;
	}
	for (int k = 0; k < DRILL_KINDS; k++)
		if (drill_possible(&p->vocabulary, (enum drill_kind)k, entry))
			list_drill(p, entry, (enum drill_kind)k);
	practice_next(app, p);
	return p;
}

struct practice *practice_of_words(struct app *app, const struct practice_word *words, size_t count, struct err *e)
{
	struct practice *p = xcalloc(1, sizeof(*p));
	p->seed = entropy_u64(&app->entropy) & ~positions;
	for (size_t i = 0; i < count; i++) {
		if (!practice_load_word_of_many(app, words[i].path, &p->load, e)) {
			practice_free(p);
			return NULL;
		}
	}
	if (!(p = open_loaded(app, p, e)))
		return NULL;
	for (size_t i = 0; i < count; i++) {
		size_t entry = vocabulary_find(&p->vocabulary, words[i].path);
		if (entry != SIZE_MAX)
			list_drill(p, entry, drill_for_stability(&p->vocabulary, entry, words[i].stability));
	}
	practice_next(app, p);
	return p;
}

/* --- answering ------------------------------------------------------------ */

static bool store_target(struct app *app, struct practice *p, size_t i, const struct form *form, const struct response *r, int hints, const struct grade *g,
			 struct err *e)
{
	const struct drill *d = &p->drill;
	struct grade own = *g;
	size_t entry = d->targets[i];
	const struct word_table *table = r && r->kind == FORM_GAPS ? d->item->table : NULL;
	struct asked q = {
		.path = p->vocabulary.entries[entry].path,
		.body_hash = practice_load_hash(&p->load, entry),
		.sitting = "",
		.version = practice_load_version(&p->load, entry),
		.shown_mono = p->shown_mono,
		.seed = practice_seed(p),
		.hints = hints,
		.drill = drill_name(d->kind),
		.direction = drill_direction(d->kind),
		.words = table ? table->hash : "",
	};
	own.verdict = drill_verdict(d, r, g, i);
	own.mark = verdict_accepted(own.verdict) ? own.maximum : 0;
	p->answered = answering_store(app, &q, form, r, &own, e);
	return p->answered;
}

static void count_target(struct practice *p, size_t i, const struct response *r, const struct grade *g)
{
	size_t entry = p->drill.targets[i];
	bool right = verdict_accepted(drill_verdict(&p->drill, r, g, i));
	grow_try(p, entry, p->drill.kind, right, p->draw.position);
	p->sum.words += !p->asked[entry];
	p->sum.right += !p->asked[entry] && right;
	/* right at once is what never went wrong: a harder drill of the same word may still take it back */
	p->sum.right -= p->asked[entry] && !right && !p->missed[entry];
	p->missed[entry] |= !right;
	p->asked[entry] = true;
}

bool practice_judge(struct app *app, const struct practice *p, const struct response *r, struct arena *a, struct grade *g, struct feedback *f, struct err *e)
{
	const struct drill *d = &p->drill;
	item_grade(d->item, a, r, g);
	if (d->count == 1 && !accepted_consult(app, practice_entry(p)->path, drill_name(d->kind), d->item, r, g, e))
		return false;
	drill_feedback(&p->vocabulary, d, a, g, f);
	return true;
}

int64_t practice_answered(const struct practice *p)
{
	return p->answered;
}

bool practice_answer(struct app *app, struct practice *p, const struct response *r, int hints, struct arena *a, struct grade *g, struct feedback *f, struct err *e)
{
	const struct drill *d = &p->drill;
	struct form form;
	item_form(d->item, a, &words_source, practice_seed(p), &form);
	if (!practice_judge(app, p, r, a, g, f, e))
		return false;
	bool counts = g->verdict != VERDICT_EMPTY && g->verdict != VERDICT_RETRY;
	size_t rows = counts ? d->count : 1;
	if (!store_begin(app->store, e))
		return false;
	bool ok = true;
	for (size_t i = 0; ok && i < rows; i++)
		ok = store_target(app, p, i, &form, r, hints, g, e);
	if (!store_end(app->store, ok, e))
		return false;
	for (size_t i = 0; counts && i < rows; i++)
		count_target(p, i, r, g);
	p->sum.active_ms += counts ? clock_mono(&app->clock) - p->shown_mono : 0;
	return true;
}

void practice_feedback(const struct practice *p, struct arena *a, const struct grade *g, struct feedback *out)
{
	drill_feedback(&p->vocabulary, &p->drill, a, g, out);
}

struct practice_place practice_place(const struct practice *p)
{
	return (struct practice_place){
		.done = p->draw.position,
		.goal = p->goal ? p->goal : (int)p->list_count,
		.again = p->draw.again,
		.left = p->draw.left,
	};
}

struct practice_sum practice_sum(const struct practice *p)
{
	return p->sum;
}
