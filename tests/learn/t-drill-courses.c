/* Drills made from words and phrases: held against every word of every course of this tree, in every language they are read in. */
#include "config.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/random.h"
#include "core/str.h"
#include "learn/drill.h"
#include "pack/source.h"
#include "samples.h"

enum { SEEDS = 3, LANGUAGES_MAX = 8 };

/* --- the courses ---------------------------------------------------------- */

struct course {
	struct pack pack;
	struct arena arena;
	struct unit **units;
	size_t count;
};

struct tongue {
	const struct pack *pack;
	const char *language; /* NULL: the source */
};

static const char *translate(void *ctx, struct arena *a, const char *context, const char *msgid)
{
	const struct tongue *t = ctx;
	const char *text = t->language ? pack_translate(t->pack, t->language, context, msgid) : NULL;
	(void)a;
	return text ? text : msgid;
}

static bool course_open(struct course *c, const char *path)
{
	struct diag_list d;
	struct err e = ERR_INIT;
	struct progress none = {NULL, NULL};
	*c = (struct course){.arena = ARENA_INIT};
	diag_init(&d);
	bool ok = pack_read(&c->pack, path, 20000, &none, &d, &e) && c->pack.kind == PACK_LANGUAGE;
	c->units = arena_array(&c->arena, ok ? c->pack.unit_count + 1 : 1, sizeof(struct unit *));
	for (size_t i = 0; ok && i < c->pack.unit_count; i++)
		if ((c->units[c->count] = unit_parse(&c->arena, c->pack.units[i], c->pack.teaches, false, &d)))
			c->count++;
	diag_release(&d);
	return ok;
}

static void course_close(struct course *c)
{
	pack_release(&c->pack);
	arena_release(&c->arena);
}

/* All units up to `own`, whose words are the ones practised. */
static void learn(struct vocabulary *v, const struct course *c, size_t own, const char *language)
{
	static const struct own_data aziza = {.name = "Aziza"};
	struct tongue t = {&c->pack, language};
	struct words w = {translate, &t};
	vocabulary_begin(v, c->pack.teaches, &aziza);
	for (size_t i = 0; i <= own; i++) {
		size_t from = v->count;
		vocabulary_add(v, c->pack.id, c->units[i], &w);
		for (size_t k = from; k < v->count; k++)
			v->entries[k].own = i == own;
	}
	vocabulary_finish(v);
}

typedef void visit_fn(const struct course *c, const char *language);

static void each_course(visit_fn *fn)
{
	struct arena a = ARENA_INIT;
	const char *top = getenv("top_srcdir");
	const char *folder = arena_printf(&a, "%s/courses", top ? top : ".");
	DIR *d = opendir(folder);
	size_t seen = 0;
	assert_non_null(d);
	for (struct dirent *e; (e = readdir(d));) {
		struct course c;
		if (e->d_name[0] == '.' || strchr(e->d_name, '.') || !strchr(e->d_name, '-'))
			continue;
		if (course_open(&c, arena_printf(&a, "%s/%s", folder, e->d_name))) {
			seen++;
			fn(&c, NULL);
			for (size_t i = 0; i < c.pack.translation_count; i++)
				fn(&c, c.pack.translations[i].language);
		}
		course_close(&c);
	}
	closedir(d);
	arena_release(&a);
	assert_true(seen >= 3);
}

/* --- one drill ------------------------------------------------------------ */

static const char *describe(struct arena *a, const struct drill *d, uint64_t seed)
{
	struct str s;
	struct form f;
	str_init(&s);
	item_form(d->item, a, &words_source, seed, &f);
	str_addf(&s, "%s", drill_name(d->kind));
	for (size_t i = 0; i < f.count; i++) {
		const struct form_part *p = &f.parts[i];
		str_addf(&s, "\n%s", p->text ? p->text : "");
		for (size_t k = 0; k < p->option_count; k++)
			str_addf(&s, "|%d %s", p->keys[k], p->options[k]);
		for (size_t k = 0; k < p->left_count; k++)
			str_addf(&s, "<%s", p->lefts[k]);
	}
	const char *text = arena_strndup(a, s.buf, s.len);
	str_release(&s);
	return text;
}

/* Right answers accepted, wrong ones refused, by the exercise itself. */
static void check_grades(struct arena *a, const struct vocabulary *v, const struct drill *d)
{
	const struct exercise_type *t = d->item->type;
	struct response r;
	struct grade g;
	struct feedback f;
	const char *path = v->entries[d->targets[0]].path;
	for (size_t n = 0; n < 8 && t->accepted(d->item, a, n, &r); n++) {
		item_grade(d->item, a, &r, &g);
		if (!verdict_accepted(g.verdict))
			fail_msg("%s of %s: its own right answer is refused", drill_name(d->kind), path);
		for (size_t i = 0; i < d->count; i++)
			assert_true(verdict_accepted(drill_verdict(d, &r, &g, i)));
	}
	for (size_t n = 0; n < 8 && t->refused(d->item, a, n, &r); n++) {
		item_grade(d->item, a, &r, &g);
		if (verdict_accepted(g.verdict))
			fail_msg("%s of %s: a wrong answer is accepted", drill_name(d->kind), path);
	}
	drill_feedback(v, d, a, &g, &f);
	assert_non_null(f.right);
	assert_null(strchr(f.right, '<'));
}

static bool same_word(const char *x, const char *y)
{
	return x[0] == '`' && strncmp(x + 1, y, strlen(y)) == 0 && strcmp(x + 1 + strlen(y), "`") == 0;
}

/* What stands beside the right answer of a choice: typed, it would be wrong; and nobody could take it for right. */
static void check_options(struct arena *a, const struct vocabulary *v, const struct drill *d, const struct form *f)
{
	const struct form_part *p = &f->parts[f->count - 1];
	size_t target = d->targets[0];
	struct drill typed;
	drill_make(a, v, DRILL_TYPE, &target, 1, 1, &typed);
	assert_true(p->option_count >= 3);
	for (size_t k = 0; k < p->option_count; k++) {
		for (size_t o = 0; o < k; o++)
			assert_string_not_equal(p->options[k], p->options[o]);
		if (d->kind != DRILL_CHOOSE || p->keys[k] == 0)
			continue;
		for (size_t i = 0; i < v->count; i++) {
			const struct vocable *e = &v->entries[i];
			if (!same_word(p->options[k], e->shown))
				continue;
			const char *given[] = {e->forms.shown[0]};
			struct response r = {.kind = FORM_GAPS, .typed = given, .typed_count = 1};
			struct grade g;
			item_grade(typed.item, a, &r, &g);
			if (verdict_accepted(g.verdict) && typed.kind == DRILL_TYPE)
				fail_msg("'%s' stands as wrong beside '%s', and the grader accepts it", e->shown, v->entries[target].shown);
		}
	}
}

static void check_entry(const struct vocabulary *v, size_t entry, enum drill_kind kind, uint64_t seed)
{
	struct arena a = ARENA_INIT;
	struct drill d, again;
	struct form f;
	drill_make(&a, v, kind, &entry, 1, seed, &d);
	drill_make(&a, v, kind, &entry, 1, seed, &again);
	assert_int_equal(d.targets[0], entry);
	assert_string_equal(d.item->id, v->entries[entry].id);
	assert_string_equal(describe(&a, &d, seed), describe(&a, &again, seed));
	assert_true(drill_possible(v, d.kind, entry));
	item_form(d.item, &a, &words_source, seed, &f);
	check_grades(&a, v, &d);
	if (d.kind == DRILL_RECOGNISE || d.kind == DRILL_CHOOSE)
		check_options(&a, v, &d, &f);
	arena_release(&a);
}

static void check_course(const struct course *c, const char *language)
{
	struct vocabulary v;
	learn(&v, c, c->count - 1, language);
	assert_true(v.count > 20);
	for (size_t i = 0; i < v.count; i++)
		for (int k = 0; k < DRILL_KINDS; k++)
			for (uint64_t seed = 0; seed < SEEDS && drill_possible(&v, (enum drill_kind)k, i); seed++)
				check_entry(&v, i, (enum drill_kind)k, seed);
	vocabulary_release(&v);
}

static void every_drill_of_every_course_is_sound(void **state)
{
	(void)state;
	each_course(check_course);
}

/* --- a run ---------------------------------------------------------------- */

struct record {
	struct drill_try tries[600];
	size_t count, before;
};

/* A learner who is right about seven times of ten; the tries of a whole run. */
static void walk(const struct vocabulary *v, struct record *r, int goal, uint64_t seed)
{
	struct rng luck = {seed ^ 77};
	struct drill_draw draw, same;
	int drills = 0;
	while (drill_next(v, r->tries, r->count, goal, seed, &draw)) {
		assert_true(drill_next(v, r->tries, r->count, goal, seed, &same));
		assert_memory_equal(draw.targets, same.targets, draw.count * sizeof(draw.targets[0]));
		assert_int_equal(draw.kind, same.kind);
		assert_int_equal(draw.position, drills);
		assert_true(draw.kind == DRILL_MATCH ? draw.count >= DRILL_MATCH_MIN : draw.count == 1);
		if (!draw.again)
			assert_true(draw.position < goal);
		drills++;
		for (size_t i = 0; i < draw.count; i++) {
			assert_true(r->count < sizeof(r->tries) / sizeof(r->tries[0]));
			r->tries[r->count++] = (struct drill_try){draw.targets[i], draw.kind, rng_below(&luck, 10) < 7, draw.position};
		}
	}
	assert_true(drills > 0);
}

static void check_order(const struct vocabulary *v, const struct record *r)
{
	for (size_t e = 0; e < v->count; e++) {
		int hardest = -1, wrong = 0;
		bool open = false, begun = false;
		for (size_t i = 0; i < r->count; i++) {
			const struct drill_try *t = &r->tries[i];
			if (t->entry != e)
				continue;
			bool inside = i >= r->before;
			if (inside && !begun && i >= r->before && hardest < 0)
				assert_true(t->kind <= DRILL_CHOOSE || !drill_possible(v, DRILL_RECOGNISE, e));
			if (inside && (int)t->kind > hardest && t->kind != DRILL_MATCH)
				for (int k = hardest + 1; k < (int)t->kind; k++)
					if (k != DRILL_MATCH && drill_possible(v, (enum drill_kind)k, e))
						fail_msg("%s: %s came before %s", v->entries[e].path, drill_name(t->kind), drill_name((enum drill_kind)k));
			begun |= inside;
			wrong += inside && !t->right;
			open = inside && !t->right;
			if (t->right && (int)t->kind > hardest)
				hardest = (int)t->kind;
		}
		assert_true(wrong <= 3);
		assert_true(!open || wrong == 3);
	}
}

static void run_course(const struct course *c, const char *language)
{
	struct vocabulary v;
	if (language && !str_eq(language, "uz"))
		return;
	for (size_t unit = 0; unit < c->count; unit++) {
		struct record r = {.count = 0};
		learn(&v, c, unit, language);
		for (int go = 0; go < 4; go++) {
			r.before = r.count;
			walk(&v, &r, go % 2 ? 20 : 12, (uint64_t)go * 512 + unit);
			check_order(&v, &r);
			for (size_t i = 0; i < r.count; i++)
				r.tries[i].position = -1;
		}
		vocabulary_release(&v);
	}
}

static void runs_go_from_easy_to_hard_and_repeat_what_was_wrong(void **state)
{
	(void)state;
	each_course(run_course);
}

static void a_run_is_the_same_in_every_language(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct course c;
	const char *top = getenv("top_srcdir");
	assert_true(course_open(&c, arena_printf(&a, "%s/courses/dutch-a1", top ? top : ".")));
	struct vocabulary english, uzbek;
	learn(&english, &c, c.count - 1, NULL);
	learn(&uzbek, &c, c.count - 1, "uz");
	struct record x = {.count = 0}, y = {.count = 0};
	walk(&english, &x, 16, 4711);
	walk(&uzbek, &y, 16, 4711);
	assert_int_equal(x.count, y.count);
	assert_memory_equal(x.tries, y.tries, x.count * sizeof(x.tries[0]));
	vocabulary_release(&english);
	vocabulary_release(&uzbek);
	course_close(&c);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_drill_of_every_course_is_sound),
		cmocka_unit_test(runs_go_from_easy_to_hard_and_repeat_what_was_wrong),
		cmocka_unit_test(a_run_is_the_same_in_every_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
