#include "config.h"
#include "app/my_words.h"

#include <stdint.h>
#include <string.h>

#include "app/practice_load.h"
#include "store/cards.h"

struct loading {
	struct arena arena;
	struct practice_load load;
	struct card *cards; /* by path */
	size_t count, room;
};

static bool take_card(void *ctx, const struct card *c)
{
	struct loading *l = ctx;
	l->cards = arena_grow(&l->arena, l->cards, l->count, &l->room, sizeof(*l->cards));
	l->cards[l->count] = *c;
	l->cards[l->count].path = arena_strdup(&l->arena, c->path);
	l->count++;
	return true;
}

/* Cards come by path, as strcmp has it. */
static const struct card *find_card(const struct loading *l, const char *path)
{
	size_t low = 0, high = l->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int c = strcmp(l->cards[middle].path, path);
		if (c == 0)
			return &l->cards[middle];
		if (c < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static enum word_strength strength(const struct fsrs_card *c)
{
	enum { WEEK = 7, TWO_MONTHS = 60 };
	if (c->state != FSRS_REVIEW)
		return STRENGTH_NEW;
	if (c->memory.stability < WEEK)
		return STRENGTH_WEAK;
	return c->memory.stability < TWO_MONTHS ? STRENGTH_GOOD : STRENGTH_STRONG;
}

/* `c` NULL: not met. */
static void add_word(struct my_words *out, const struct vocable *v, const struct card *c, int64_t today)
{
	struct arena *a = &out->arena;
	const char *plural = node_text(v->node, "plural");
	out->list[out->count++] = (struct my_word){
		.path = arena_strdup(a, v->path),
		.term = arena_strdup(a, v->shown),
		.plural = arena_strdup(a, plural),
		.example = arena_strdup(a, v->example),
		.means = arena_strdup(a, v->means),
		.example_means = arena_strdup(a, v->example_means),
		.note = arena_strdup(a, v->note),
		.met = c != NULL,
		.strength = c ? strength(&c->memory) : STRENGTH_NEW,
		.due_day = c && c->memory.state == FSRS_REVIEW ? c->due_day : today,
	};
}

bool my_words_load(struct app *app, struct my_words *out, struct err *e)
{
	struct loading l = {.count = 0};
	struct vocabulary v;
	*out = (struct my_words){.arena = ARENA_INIT};
	l.load.any_language = true;
	bool ok = card_each(app->store, app->person.id, true, take_card, &l, e);
	for (size_t i = 0; ok && i < l.count; i++)
		ok = practice_load_word_of_many(app, l.cards[i].path, &l.load, e);
	if (ok && (ok = practice_load_words(app, &l.load, &v, e))) {
		out->list = arena_array(&out->arena, v.count + 1, sizeof(*out->list));
		for (size_t i = 0; i < v.count; i++) {
			const struct card *c = find_card(&l, v.entries[i].path);
			if (c)
				add_word(out, &v.entries[i], c, app_today(app));
		}
		vocabulary_release(&v);
	}
	practice_load_release(&l.load);
	arena_release(&l.arena);
	return ok;
}

bool my_words_load_one(struct app *app, const char *path, struct my_words *out, struct err *e)
{
	struct practice_load load = {.any_language = true};
	struct vocabulary v;
	struct card c;
	bool met = false;
	*out = (struct my_words){.arena = ARENA_INIT};
	bool ok = card_read(app->store, app->person.id, path, &out->arena, &c, &met, e) && practice_load_word_of_many(app, path, &load, e);
	if (ok && (ok = practice_load_words(app, &load, &v, e))) {
		size_t entry = vocabulary_find(&v, path);
		out->list = arena_array(&out->arena, 1, sizeof(*out->list));
		if (entry != SIZE_MAX)
			add_word(out, &v.entries[entry], met ? &c : NULL, app_today(app));
		vocabulary_release(&v);
	}
	practice_load_release(&load);
	return ok;
}

void my_words_release(struct my_words *w)
{
	arena_release(&w->arena);
	*w = (struct my_words){.arena = ARENA_INIT};
}
