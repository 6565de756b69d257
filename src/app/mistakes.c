#include "config.h"
#include "app/mistakes.h"

#include <stdlib.h>
#include <string.h>

#include "app/item_text.h"
#include "app/reports.h"
#include "core/str.h"
#include "learn/drill.h"
#include "store/mistakes.h"

enum { COST_WRONG = 2, COST_TYPO = 1, WORTH_DAY = 2 };

unsigned mistake_reasons(const char *reasons)
{
	unsigned bits = 0;
	while (*reasons) {
		size_t n = strcspn(reasons, ",");
		for (int i = 0; i < REASON_COUNT; i++) {
			const char *name = reason_name((enum reason)i);
			if (strlen(name) == n && strncmp(name, reasons, n) == 0)
				bits |= 1u << i;
		}
		reasons += reasons[n] ? n + 1 : n;
	}
	return bits;
}

enum mistake_kind mistake_kind_of(const char *reasons, const char *drill)
{
	static const enum mistake_kind kinds[REASON_COUNT] = {
		[REASON_CASE] = MISTAKE_SPELLING, [REASON_PUNCTUATION] = MISTAKE_SPELLING, [REASON_ACCENT] = MISTAKE_ACCENT,
		[REASON_SPELLING] = MISTAKE_SPELLING, [REASON_SPACING] = MISTAKE_SPELLING, [REASON_APOSTROPHE] = MISTAKE_SPELLING,
		[REASON_SCRIPT] = MISTAKE_SPELLING, [REASON_LAYOUT] = MISTAKE_SPELLING, [REASON_ARTICLE] = MISTAKE_ARTICLE,
		[REASON_TYPO] = MISTAKE_SPELLING, [REASON_FORM] = MISTAKE_FORM, [REASON_OTHER_WORD] = MISTAKE_OTHER_WORD,
		[REASON_MISSING_WORD] = MISTAKE_WORDS, [REASON_EXTRA_WORD] = MISTAKE_WORDS, [REASON_WORD_ORDER] = MISTAKE_ORDER,
	};
	unsigned bits = mistake_reasons(reasons);
	for (int i = REASON_COUNT - 1; i >= 0; i--)
		if (bits & 1u << i)
			return kinds[i];
	return *drill ? str_eq(drill, drill_name(DRILL_TYPE)) ? MISTAKE_OTHER_WORD : MISTAKE_MEANING : MISTAKE_EXERCISE;
}

/* --- gathering --------------------------------------------------------------- */

struct found {
	struct mistake m;
	const char *key, *raw; /* as compared; as it stands in the log */
	int64_t right_day;     /* last day that took something off */
};
struct gathering {
	const struct app *app;
	struct arena arena;
	struct found *list;
	size_t count, room;
	size_t first; /* of the path being read */
	const char *path;
};

/* Choosing among drawn options gives another number each time: such mistakes are one. */
static bool tells(const char *drill)
{
	return !*drill || str_eq(drill, drill_name(DRILL_TYPE));
}

static void was_right(struct gathering *g, const struct judged *j, int64_t day)
{
	for (size_t i = g->first; i < g->count; i++) {
		struct found *f = &g->list[i];
		if (day <= f->m.last_day || day <= f->right_day || (!str_eq(f->m.drill, j->drill) && !str_eq(j->drill, drill_name(DRILL_TYPE))))
			continue;
		f->m.cost -= WORTH_DAY;
		f->right_day = day;
	}
}

static void was_mistaken(struct gathering *g, const struct judged *j, int64_t day)
{
	const char *key = tells(j->drill) ? report_key(&g->arena, j->given, 0) : "";
	struct found *f = NULL;
	for (size_t i = g->first; i < g->count && !f; i++)
		if (str_eq(g->list[i].m.drill, j->drill) && str_eq(g->list[i].key, key))
			f = &g->list[i];
	if (!f) {
		g->list = arena_grow(&g->arena, g->list, g->count, &g->room, sizeof(*g->list));
		f = &g->list[g->count++];
		*f = (struct found){.key = key, .m = {.path = g->path, .drill = arena_strdup(&g->arena, j->drill)}};
	}
	f->raw = arena_strdup(&g->arena, j->given);
	f->m.kind = mistake_kind_of(j->reasons, j->drill);
	if (f->m.cost <= 0)
		f->m.cost = f->m.count = 0; /* it was known, and begins anew */
	f->m.cost += (str_eq(j->verdict, "wrong") ? COST_WRONG : COST_TYPO);
	f->m.count++;
	f->m.last_day = day;
}

/* What was put right for good makes room. */
static void end_path(struct gathering *g)
{
	size_t kept = g->first;
	for (size_t i = g->first; i < g->count; i++)
		if (g->list[i].m.cost > 0)
			g->list[kept++] = g->list[i];
	g->first = g->count = kept;
}

static bool take_judged(void *ctx, const struct judged *j)
{
	struct gathering *g = ctx;
	int64_t day = site_day(j->at, j->offset_min, g->app->rollover_hour);
	if (!g->path || strcmp(g->path, j->path) != 0) {
		end_path(g);
		g->path = arena_strdup(&g->arena, j->path);
	}
	if (str_eq(j->verdict, "wrong") || str_eq(j->verdict, "typo"))
		was_mistaken(g, j, day);
	else
		was_right(g, j, day);
	return true;
}

static bool gather(struct app *app, struct gathering *g, struct err *e)
{
	*g = (struct gathering){.app = app, .arena = ARENA_INIT};
	bool ok = judged_each(app->store, app->person.id, take_judged, g, e);
	end_path(g);
	return ok;
}

bool mistakes_count(struct app *app, int *out, struct err *e)
{
	struct gathering g;
	bool ok = gather(app, &g, e);
	*out = (int)(g.count < MISTAKES_MAX ? g.count : MISTAKES_MAX);
	arena_release(&g.arena);
	return ok;
}

/* --- order ------------------------------------------------------------------- */

static int by_cost(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	if (x->m.cost != y->m.cost)
		return y->m.cost - x->m.cost;
	if (x->m.last_day != y->m.last_day)
		return x->m.last_day < y->m.last_day ? 1 : -1;
	return strcmp(x->m.path, y->m.path);
}

static void add_mistake(struct mistakes *out, struct item_texts *t, const struct found *f, const struct item_text *text)
{
	struct arena *a = &out->arena;
	struct mistake *m = &out->list[out->count++];
	*m = f->m;
	m->path = arena_strdup(a, f->m.path);
	m->drill = arena_strdup(a, f->m.drill);
	m->given = arena_strdup(a, item_text_given(t, text, f->m.drill, f->raw));
	m->right = arena_strdup(a, text->right);
	m->asked = arena_strdup(a, text->asked);
	m->word = text->word;
}

/* Kinds in the order of what they cost together; within a kind the order stays. */
static void order_kinds(struct mistakes *m)
{
	int costs[MISTAKE_KINDS] = {0};
	for (size_t i = 0; i < m->count; i++)
		costs[m->list[i].kind] += m->list[i].cost;
	struct mistake *sorted = arena_array(&m->arena, m->count + 1, sizeof(*sorted));
	size_t n = 0;
	for (int round = 0; round < MISTAKE_KINDS; round++) {
		int best = 0;
		for (int k = 1; k < MISTAKE_KINDS; k++)
			if (costs[k] > costs[best])
				best = k;
		for (size_t i = 0; costs[best] > 0 && i < m->count; i++)
			if ((int)m->list[i].kind == best)
				sorted[n++] = m->list[i];
		costs[best] = 0;
	}
	m->list = sorted;
}

bool mistakes_load(struct app *app, struct mistakes *out, struct err *e)
{
	struct gathering g;
	*out = (struct mistakes){.arena = ARENA_INIT};
	bool ok = gather(app, &g, e);
	struct item_texts *t = item_texts_new(app);
	if (g.count)
		qsort(g.list, g.count, sizeof(*g.list), by_cost);
	out->list = arena_array(&out->arena, MISTAKES_MAX, sizeof(*out->list));
	for (size_t i = 0; ok && i < g.count && out->count < MISTAKES_MAX; i++) {
		struct item_text text;
		bool found;
		ok = item_text(t, g.list[i].m.path, g.list[i].m.drill, &text, &found, e);
		if (ok && found)
			add_mistake(out, t, &g.list[i], &text);
	}
	order_kinds(out);
	item_texts_free(t);
	arena_release(&g.arena);
	return ok;
}

void mistakes_release(struct mistakes *m)
{
	arena_release(&m->arena);
	*m = (struct mistakes){.arena = ARENA_INIT};
}
