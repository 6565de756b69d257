/* A run of drills: which word comes next, and in what kind. Everything follows from the answers so far, so that a run goes on after a power cut where it was. */
#include "config.h"
#include "learn/drill.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/random.h"

enum {
	WRONG_MAX = 3,	 /* so often one word comes again in a run: more teaches nothing today */
	FOCUS_MIN = 4,
	MATCH_EVERY = 8, /* drills */
	MATCH_AT = 2,	 /* the third of them is a match, if there is anything to match */
	NOTHING = -1,
};

/* What the tries say of one entry. */
struct standing {
	size_t entry;
	int before, level;  /* hardest kind that holds, NOTHING for none: before the run, now */
	int done, wrong;    /* tries in the run, wrong ones among them */
	int last;           /* position of the last try in the run */
	enum drill_kind kind; /* of it */
	bool open;	    /* it was wrong */
	bool own;
	uint64_t chance;
};
struct run {
	const struct vocabulary *v;
	struct standing *all;  /* one per entry, in their order */
	struct standing **focus; /* the few that this run is about, in seeded order */
	size_t focus_count;
	int position;
	size_t last_entry; /* SIZE_MAX before the first */
};

static void take_try(struct run *r, const struct drill_try *t)
{
	struct standing *s = &r->all[t->entry];
	int kind = (int)t->kind;
	if (t->right && kind > s->level)
		s->level = kind;
	if (!t->right && kind <= s->level)
		s->level = kind - 1;
	if (t->position < 0) {
		s->before = s->level;
		return;
	}
	s->done++;
	s->wrong += !t->right;
	s->open = !t->right;
	s->last = t->position;
	s->kind = t->kind;
	if (t->position >= r->position)
		r->position = t->position + 1;
	r->last_entry = t->entry;
}

static int by_weakness(const void *va, const void *vb)
{
	const struct standing *a = *(struct standing *const *)va, *b = *(struct standing *const *)vb;
	if (a->before != b->before)
		return a->before < b->before ? -1 : 1;
	if (a->chance != b->chance)
		return a->chance < b->chance ? -1 : 1;
	return (a->entry > b->entry) - (a->entry < b->entry);
}

/* Own entries first, then a quarter from older units, each the weakest first. Depends on nothing that happens in the run. */
static void choose_focus(struct run *r, int goal)
{
	size_t count = r->v->count, own = 0, old = 0, want = (size_t)goal / 2 > FOCUS_MIN ? (size_t)goal / 2 : FOCUS_MIN;
	struct standing **sides = xcalloc(2 * count + 1, sizeof(*sides)), **olds = sides + count;
	for (size_t i = 0; i < count; i++) {
		if (r->all[i].own)
			sides[own++] = &r->all[i];
		else
			olds[old++] = &r->all[i];
	}
	qsort(sides, own, sizeof(struct standing *), by_weakness);
	qsort(olds, old, sizeof(struct standing *), by_weakness);
	size_t of_old = old < want / 4 ? old : want / 4;
	size_t of_own = own < want - of_old ? own : want - of_old;
	if (of_own + of_old < want && old > of_old)
		of_old = old < want - of_own ? old : want - of_own;
	for (size_t i = 0; i < of_own; i++)
		r->focus[r->focus_count++] = sides[i];
	for (size_t i = 0; i < of_old; i++)
		r->focus[r->focus_count++] = olds[i];
	free(sides);
}

/* The easiest kind that is harder than what holds already; the hardest where all hold. */
static enum drill_kind next_kind(const struct run *r, const struct standing *s)
{
	enum drill_kind found = DRILL_TYPE;
	for (int k = s->level + 1; k < DRILL_KINDS; k++)
		if (k != DRILL_MATCH && drill_possible(r->v, (enum drill_kind)k, s->entry))
			return (enum drill_kind)k;
	for (int k = 0; k < DRILL_KINDS; k++)
		if (k != DRILL_MATCH && drill_possible(r->v, (enum drill_kind)k, s->entry))
			found = (enum drill_kind)k;
	return found;
}

static bool is_through(const struct run *r, const struct standing *s)
{
	for (int k = s->level + 1; k < DRILL_KINDS; k++)
		if (k != DRILL_MATCH && drill_possible(r->v, (enum drill_kind)k, s->entry))
			return false;
	return s->done > 0;
}

/* Who has had least so far comes first. */
static bool comes_before(const struct standing *a, const struct standing *b)
{
	if (a->done != b->done)
		return a->done < b->done;
	if (a->level != b->level)
		return a->level < b->level;
	return a->chance < b->chance;
}

static bool is_phrase(const struct run *r, const struct standing *s)
{
	return strcmp(r->v->entries[s->entry].pos, "phrase") == 0;
}

/* Those of one sort that have had least so far; a phrase among words would give itself away. */
static bool take_alike(const struct run *r, bool phrases, struct drill_draw *out)
{
	out->count = 0;
	while (out->count < DRILL_TARGETS_MAX) {
		const struct standing *best = NULL;
		for (size_t i = 0; i < r->focus_count; i++) {
			const struct standing *s = r->focus[i];
			bool taken = s->open || is_phrase(r, s) != phrases || next_kind(r, s) > DRILL_CHOOSE;
			for (size_t k = 0; !taken && k < out->count; k++)
				taken = out->targets[k] == s->entry;
			if (!taken && (!best || comes_before(s, best)))
				best = s;
		}
		if (!best)
			break;
		out->targets[out->count++] = best->entry;
	}
	return out->count >= DRILL_MATCH_MIN;
}

static bool draw_match(const struct run *r, struct drill_draw *out)
{
	out->kind = DRILL_MATCH;
	return r->position % MATCH_EVERY == MATCH_AT && (take_alike(r, false, out) || take_alike(r, true, out));
}

static bool draw_fresh(const struct run *r, struct drill_draw *out)
{
	const struct standing *best = NULL;
	for (int again = 0; !best && again < 2; again++) /* the same one twice in a row only where there is no other */
		for (size_t i = 0; i < r->focus_count; i++) {
			const struct standing *s = r->focus[i];
			if (s->open || is_through(r, s) || (!again && s->entry == r->last_entry))
				continue;
			if (!best || comes_before(s, best))
				best = s;
		}
	/* All that was chosen goes well: on to what else there is. */
	for (size_t i = 0; !best && i < r->v->count; i++)
		if (r->all[i].own && !r->all[i].done)
			best = &r->all[i];
	if (!best)
		return false;
	out->kind = next_kind(r, best);
	out->targets[0] = best->entry;
	out->count = 1;
	return true;
}

/* What was wrong, the longest ago first; the second time in an easier kind. */
static bool draw_again(const struct run *r, struct drill_draw *out)
{
	const struct standing *best = NULL;
	out->left = 0;
	for (size_t i = 0; i < r->v->count; i++) {
		const struct standing *s = &r->all[i];
		if (!s->open || s->wrong >= WRONG_MAX)
			continue;
		out->left++;
		if (!best || s->last < best->last || (s->last == best->last && s->chance < best->chance))
			best = s;
	}
	if (!best)
		return false;
	bool easier = best->kind == DRILL_MATCH || best->wrong > 1;
	out->kind = easier && drill_possible(r->v, DRILL_RECOGNISE, best->entry) ? DRILL_RECOGNISE : best->kind;
	out->targets[0] = best->entry;
	out->count = 1;
	out->again = true;
	return true;
}

bool drill_next(const struct vocabulary *v, const struct drill_try *tries, size_t count, int goal, uint64_t seed, struct drill_draw *out)
{
	struct run r = {.v = v, .last_entry = SIZE_MAX};
	struct rng rng = {seed};
	*out = (struct drill_draw){0};
	if (!v->count)
		return false;
	r.all = xcalloc(v->count, sizeof(*r.all));
	r.focus = xcalloc(v->count, sizeof(*r.focus));
	for (size_t i = 0; i < v->count; i++)
		r.all[i] = (struct standing){.entry = i, .before = NOTHING, .level = NOTHING, .last = -1, .own = v->entries[i].own, .chance = rng_next(&rng)};
	for (size_t i = 0; i < count; i++)
		if (tries[i].entry < v->count)
			take_try(&r, &tries[i]);
	choose_focus(&r, goal);
	out->position = r.position;
	bool found = r.position < goal && (draw_match(&r, out) || draw_fresh(&r, out));
	if (!found)
		found = draw_again(&r, out);
	free(r.focus);
	free(r.all);
	return found;
}
