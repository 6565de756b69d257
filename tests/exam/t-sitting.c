/* Blueprints, drawing, the states of a sitting, results. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../learn/samples.h"
#include "core/arena.h"
#include "core/diag.h"
#include "core/random.h"
#include "core/str.h"
#include "exam/blueprint.h"
#include "exam/draw.h"
#include "exam/outcome.h"
#include "exam/sitting.h"

static void samples_show_their_faults(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	char **names = sample_names(&a, "exams", "", ".yaml");
	size_t good = 0, bad = 0;
	for (; *names; names++) {
		const char *path = arena_printf(&a, "exams/%s", *names);
		struct diag_list d;
		diag_init(&d);
		const struct blueprint *b = blueprint_parse(&a, sample_node(&a, path, &d), &d);
		assert_expected(&a, path, sample_text(&a, path), &d);
		assert_int_equal(b != NULL, str_starts(*names, "good"));
		good += b != NULL;
		bad += b == NULL;
		diag_release(&d);
	}
	assert_true(good >= 1 && bad >= 2);
	arena_release(&a);
}

static const struct blueprint *good(struct arena *a)
{
	struct diag_list d;
	diag_init(&d);
	const struct blueprint *b = blueprint_parse(a, sample_node(a, "exams/good.yaml", &d), &d);
	assert_non_null(b);
	diag_release(&d);
	return b;
}

static int bank_of(void *ctx, const char *unit)
{
	const int *sizes = ctx; /* first-day, letters */
	return strcmp(unit, "first-day") == 0 ? sizes[0] : strcmp(unit, "letters") == 0 ? sizes[1] : -1;
}

static void draws_are_judged_against_the_banks(void **state)
{
	(void)state;
	static const struct {
		int sizes[2];
		size_t errors, warnings;
	} rows[] = {
		{{6, 6}, 0, 0}, {{5, 6}, 0, 1}, {{1, 6}, 1, 0}, {{6, -1}, 1, 0}, {{0, 0}, 2, 0},
	};
	struct arena a = ARENA_INIT;
	const struct blueprint *b = good(&a);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct diag_list d;
		int sizes[2] = {rows[i].sizes[0], rows[i].sizes[1]};
		diag_init(&d);
		assert_int_equal(blueprint_check(b, bank_of, sizes, &d), rows[i].errors == 0);
		if (d.errors != rows[i].errors || d.warnings != rows[i].warnings)
			fail_msg("row %zu: %zu errors, %zu warnings", i, d.errors, d.warnings);
		diag_release(&d);
	}
	/* nothing but what is done in the room: no sitting could begin */
	struct blueprint room = *b;
	struct diag_list d;
	while (room.section_count && room.sections->draw_count)
		room.sections++, room.section_count--;
	room.section_count = 1;
	diag_init(&d);
	assert_int_equal(room.sections->draw_count, 0);
	assert_false(blueprint_check(&room, bank_of, (int[]){9, 9}, &d));
	assert_int_equal(d.errors, 1);
	diag_release(&d);
	arena_release(&a);
}

enum { NOTICES = 3, FIRST_DAY = 6, POOL = NOTICES + FIRST_DAY };

static void fill_pool(struct pool_item pool[POOL])
{
	for (size_t i = 0; i < POOL; i++)
		pool[i] = i < NOTICES ? (struct pool_item){.topic = "notices", .skill = SKILL_READING} : (struct pool_item){.unit = "first-day"};
}

static void strata_are_filled_and_the_least_used_go_first(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	const struct exam_section *s = &good(&a)->sections[0];
	struct pool_item pool[POOL];
	struct drawn_item out[3], again[3];
	fill_pool(pool);
	pool[0].used = pool[1].used = 2;
	pool[2].used = 1;
	for (size_t i = NOTICES; i < POOL; i++)
		pool[i].used = i == 5 || i == 7 ? 3 : 4;
	assert_int_equal(draw_section(s, pool, POOL, 99, out), 3);
	assert_int_equal(out[0].item, 2); /* fixed: in the order of the banks */
	assert_int_equal(out[1].item, 5);
	assert_int_equal(out[2].item, 7);
	assert_int_equal(out[0].row, 0);
	assert_int_equal(out[1].row, 1);
	/* what stood in the last form waits until nothing else is left */
	fill_pool(pool);
	pool[0].last = pool[1].last = true;
	pool[2].used = 9;
	draw_section(s, pool, POOL, 99, out);
	assert_int_equal(out[0].item, 2);
	size_t more;
	assert_true(draw_another(s, 0, pool, POOL, 1, &more));
	assert_true(draw_another(s, 0, pool, POOL, 1, &more));
	assert_true(more < 2);
	assert_false(draw_another(s, 0, pool, POOL, 1, &more));
	/* what is retired waits longer still, but no form is short for it */
	fill_pool(pool);
	pool[0].retired = pool[2].retired = true;
	pool[1].last = true;
	assert_int_equal(draw_section(s, pool, POOL, 99, out), 3);
	assert_int_equal(out[0].item, 1);
	for (size_t i = 0; i < NOTICES; i++)
		pool[i] = (struct pool_item){.topic = "notices", .skill = SKILL_READING, .retired = true};
	assert_true(draw_another(s, 0, pool, POOL, 1, &more));
	/* the same seed, the same form; seeds reach every item */
	bool seen[POOL] = {false};
	for (uint64_t seed = 0; seed < 200; seed++) {
		fill_pool(pool);
		draw_section(s, pool, POOL, seed, out);
		fill_pool(pool);
		draw_section(s, pool, POOL, seed, again);
		assert_memory_equal(out, again, sizeof(out));
		for (size_t i = 0; i < 3; i++)
			seen[out[i].item] = true;
	}
	for (size_t i = 0; i < POOL; i++)
		assert_true(seen[i]);
	/* part of the record: must never change */
	fill_pool(pool);
	draw_section(s, pool, POOL, seed_from("00000000-0000-4000-8000-000000000001", 0), out);
	char form[32];
	snprintf(form, sizeof(form), "%zu %zu %zu", out[0].item, out[1].item, out[2].item);
	assert_string_equal(form, "2 4 6");
	arena_release(&a);
}

static void a_shuffled_section_keeps_what_was_drawn(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct exam_section s = good(&a)->sections[0];
	struct pool_item pool[POOL];
	struct drawn_item fixed[3], shuffled[3];
	bool moved = false;
	for (uint64_t seed = 0; seed < 20; seed++) {
		fill_pool(pool);
		s.fixed = true;
		draw_section(&s, pool, POOL, seed, fixed);
		fill_pool(pool);
		s.fixed = false;
		draw_section(&s, pool, POOL, seed, shuffled);
		moved |= memcmp(fixed, shuffled, sizeof(fixed)) != 0;
		size_t x = 0, y = 0;
		for (size_t i = 0; i < 3; i++) {
			x += fixed[i].item * fixed[i].item;
			y += shuffled[i].item * shuffled[i].item;
		}
		assert_int_equal(x, y);
	}
	assert_true(moved);
	arena_release(&a);
}

static void acts_lead_where_the_table_says(void **state)
{
	(void)state;
	static const struct {
		struct sitting_ask ask;
		enum sitting_refusal refusal;
		enum sitting_state to;
	} rows[] = {
		{{SITTING_PLANNED, ACT_CONFIRM, BY_SUPERVISOR, WHY_NONE, false, false, 0}, SITTING_ALLOWED, SITTING_IDENTITY},
		{{SITTING_OPEN, ACT_CONFIRM, BY_SUPERVISOR, WHY_NONE, false, false, 0}, SITTING_ALLOWED, SITTING_IDENTITY},
		{{SITTING_RUNNING, ACT_CONFIRM, BY_SUPERVISOR, WHY_NONE, false, false, 0}, SITTING_NOT_NOW, 0},
		{{SITTING_PLANNED, ACT_CONFIRM, BY_EXAMINEE, WHY_NONE, false, false, 0}, SITTING_NOT_YOU, 0},
		{{SITTING_PLANNED, ACT_OPEN, BY_SUPERVISOR, WHY_NONE, false, false, 0}, SITTING_NOT_NOW, 0},
		{{SITTING_IDENTITY, ACT_OPEN, BY_SUPERVISOR, WHY_NONE, false, false, 0}, SITTING_ALLOWED, SITTING_OPEN},
		{{SITTING_OPEN, ACT_START, BY_PROGRAM, WHY_NONE, false, false, 0}, SITTING_ALLOWED, SITTING_RUNNING},
		{{SITTING_OPEN, ACT_START, BY_EXAMINEE, WHY_NONE, false, false, 0}, SITTING_ALLOWED, SITTING_RUNNING},
		{{SITTING_RUNNING, ACT_PAUSE, BY_SUPERVISOR, WHY_ENVIRONMENT, false, false, 0}, SITTING_NEEDS_WHY, 0},
		{{SITTING_RUNNING, ACT_PAUSE, BY_SUPERVISOR, WHY_NONE, true, false, 0}, SITTING_NEEDS_WHY, 0},
		{{SITTING_RUNNING, ACT_PAUSE, BY_SUPERVISOR, WHY_ENVIRONMENT, true, false, 0}, SITTING_ALLOWED, SITTING_PAUSED},
		{{SITTING_RUNNING, ACT_RELEASE, BY_SUPERVISOR, WHY_NONE, false, false, 1}, SITTING_NOT_NOW, 0},
		{{SITTING_PAUSED, ACT_RELEASE, BY_EXAMINEE, WHY_NONE, false, false, 1}, SITTING_NOT_YOU, 0},
		{{SITTING_PAUSED, ACT_RELEASE, BY_SUPERVISOR, WHY_NONE, false, false, 2}, SITTING_ALLOWED, SITTING_RUNNING},
		{{SITTING_PAUSED, ACT_RELEASE, BY_SUPERVISOR, WHY_NONE, false, false, 3}, SITTING_NEEDS_DECISION, 0},
		{{SITTING_PAUSED, ACT_RELEASE, BY_SUPERVISOR, WHY_TECHNICAL, true, false, 3}, SITTING_ALLOWED, SITTING_RUNNING},
		{{SITTING_PAUSED, ACT_EXTEND, BY_SUPERVISOR, WHY_TECHNICAL, true, true, 0}, SITTING_ALLOWED, SITTING_PAUSED},
		{{SITTING_RUNNING, ACT_EXTEND, BY_SUPERVISOR, WHY_TECHNICAL, true, false, 0}, SITTING_NEEDS_SECOND, 0},
		{{SITTING_RUNNING, ACT_SUBMIT, BY_EXAMINEE, WHY_NONE, false, false, 0}, SITTING_ALLOWED, SITTING_SUBMITTED},
		{{SITTING_PAUSED, ACT_SUBMIT, BY_EXAMINEE, WHY_NONE, false, false, 0}, SITTING_NOT_NOW, 0},
		{{SITTING_RUNNING, ACT_EXPIRE, BY_PROGRAM, WHY_NONE, false, false, 0}, SITTING_ALLOWED, SITTING_TIME_UP},
		{{SITTING_PAUSED, ACT_EXPIRE, BY_PROGRAM, WHY_NONE, false, false, 0}, SITTING_NOT_NOW, 0},
		{{SITTING_RUNNING, ACT_END, BY_SUPERVISOR, WHY_NONE, false, true, 0}, SITTING_NEEDS_WHY, 0},
		{{SITTING_RUNNING, ACT_END, BY_SUPERVISOR, WHY_EXAMINEE, true, false, 0}, SITTING_NEEDS_SECOND, 0},
		{{SITTING_RUNNING, ACT_END, BY_SUPERVISOR, WHY_EXAMINEE, true, true, 0}, SITTING_ALLOWED, SITTING_ABANDONED},
		{{SITTING_OPEN, ACT_END, BY_SUPERVISOR, WHY_NONE, false, false, 0}, SITTING_ALLOWED, SITTING_ABANDONED},
		{{SITTING_SUBMITTED, ACT_VOID, BY_SUPERVISOR, WHY_EXAMINEE, true, true, 0}, SITTING_ALLOWED, SITTING_VOID},
		{{SITTING_SUBMITTED, ACT_VOID, BY_SUPERVISOR, WHY_EXAMINEE, true, false, 0}, SITTING_NEEDS_SECOND, 0},
		{{SITTING_VOID, ACT_VOID, BY_SUPERVISOR, WHY_EXAMINEE, true, true, 0}, SITTING_NOT_NOW, 0},
		{{SITTING_SUBMITTED, ACT_RELEASE, BY_SUPERVISOR, WHY_NONE, false, false, 0}, SITTING_NOT_NOW, 0},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		enum sitting_state to = rows[i].to;
		if (sitting_next(&rows[i].ask, &to) != rows[i].refusal || to != rows[i].to)
			fail_msg("row %zu", i);
	}
}

static void what_has_ended_can_only_become_void(void **state)
{
	(void)state;
	for (int s = SITTING_SUBMITTED; s < SITTING_STATE_COUNT; s++)
		for (int act = 0; act < SITTING_ACT_COUNT; act++)
			for (int role = BY_EXAMINEE; role <= BY_PROGRAM; role *= 2) {
				struct sitting_ask ask = {(enum sitting_state)s, (enum sitting_act)act, (enum sitting_role)role, WHY_EXAMINEE, true, true, 0};
				enum sitting_state to = SITTING_VOID;
				bool allowed = sitting_next(&ask, &to) == SITTING_ALLOWED;
				assert_int_equal(allowed, s != SITTING_VOID && act == ACT_VOID && role == BY_SUPERVISOR);
				assert_int_equal(to, SITTING_VOID);
			}
	for (int s = 0; s < SITTING_STATE_COUNT; s++) {
		enum sitting_state back;
		assert_true(sitting_state_from(sitting_state_name((enum sitting_state)s), &back));
		assert_int_equal(back, s);
	}
	assert_true(sitting_is_attempt(SITTING_SUBMITTED, true, WHY_NONE));
	assert_true(sitting_is_attempt(SITTING_VOID, true, WHY_EXAMINEE));
	assert_false(sitting_is_attempt(SITTING_VOID, true, WHY_TECHNICAL));
	assert_false(sitting_is_attempt(SITTING_ABANDONED, false, WHY_NONE));
}

static void typing_errors_earn_what_the_blueprint_says(void **state)
{
	(void)state;
	struct blueprint b = {.typo = TYPO_FULL};
	static const struct {
		enum typo_policy typo;
		enum skill skill;
		enum answer_class c;
		int mark, maximum, earned;
	} rows[] = {
		{TYPO_FULL, SKILL_VOCABULARY_GRAMMAR, ANSWER_TYPO, 1, 1, 1}, {TYPO_HALF, SKILL_VOCABULARY_GRAMMAR, ANSWER_TYPO, 1, 1, 1},
		{TYPO_HALF, SKILL_VOCABULARY_GRAMMAR, ANSWER_RIGHT, 1, 1, 2}, {TYPO_NONE, SKILL_VOCABULARY_GRAMMAR, ANSWER_TYPO, 1, 1, 0},
		{TYPO_NONE, SKILL_READING, ANSWER_TYPO, 1, 1, 1}, {TYPO_HALF, SKILL_LISTENING, ANSWER_TYPO, 2, 3, 6},
		{TYPO_HALF, SKILL_READING, ANSWER_WRONG, 1, 3, 2}, {TYPO_FULL, SKILL_READING, ANSWER_WRONG, 0, 3, 0},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		b.typo = rows[i].typo;
		if (blueprint_mark(&b, rows[i].skill, rows[i].c, rows[i].mark, rows[i].maximum) != rows[i].earned)
			fail_msg("row %zu", i);
	}
}

static void results_are_reckoned_in_integers(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	const struct blueprint *b = good(&a); /* 50 of 100; reading and speaking at least 5 of 25 */
	static const struct {
		struct section_outcome s[3];
		bool passed, minima, points, complete;
	} rows[] = {
		{{{25, 50, false}, {25, 50, false}, {25, 50, false}}, true, true, true, true},
		{{{25, 50, false}, {25, 50, false}, {24, 50, false}}, false, true, false, true},
		{{{9, 50, false}, {50, 50, false}, {50, 50, false}}, false, false, true, true},
		{{{10, 50, false}, {50, 50, false}, {50, 50, false}}, true, true, true, true},
		{{{50, 50, false}, {50, 50, false}, {0, 0, false}}, false, false, true, false},
		{{{0, 0, false}, {0, 0, false}, {0, 0, false}}, false, false, false, false},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct section_outcome s[3];
		struct outcome out;
		memcpy(s, rows[i].s, sizeof(s));
		outcome_make(b, s, &out);
		if (out.passed != rows[i].passed || out.minima != rows[i].minima || out.points != rows[i].points || out.complete != rows[i].complete)
			fail_msg("row %zu", i);
	}
	struct stratum_mark list[] = {{"a", NULL, 3, 3}, {"b", NULL, 1, 3}, {NULL, "c", 0, 4}, {"d", NULL, 5, 7}};
	assert_int_equal(outcome_practise(list, 4), 3);
	assert_string_equal(list[0].topic, "c");
	assert_string_equal(list[1].unit, "b");
	assert_string_equal(list[2].unit, "d");
	assert_int_equal(outcome_next_day(b, 0, 0), INT64_MIN);
	assert_int_equal(outcome_next_day(b, 2, 20000), 20007);
	assert_int_equal(outcome_next_day(b, 3, 20000), INT64_MAX);
	assert_int_equal(section_limit_ms(&b->sections[0], 0), 20 * 60000);
	assert_int_equal(section_limit_ms(&b->sections[0], 33), 1596000);
	assert_int_equal(section_limit_minutes(&b->sections[0], 33), 27); /* 26 and a half */
	assert_int_equal(section_limit_minutes(&b->sections[0], 25), 25);
	arena_release(&a);
}

static const struct blueprint *heard(struct arena *a)
{
	struct diag_list d;
	diag_init(&d);
	const struct blueprint *b = blueprint_parse(a, sample_node(a, "exams/good-listening.yaml", &d), &d);
	assert_non_null(b);
	diag_release(&d);
	return b;
}

/* Scripts and the bank are two places, though topic and skill are the same. */
static void texts_for_the_room_are_drawn_as_scripts(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	const struct blueprint *b = heard(&a);
	assert_true(b->sections[0].heard);
	assert_false(b->sections[0].room);
	assert_int_equal(b->sections[0].plays, EXAM_PLAYS);
	assert_false(b->sections[1].heard);
	assert_int_equal(b->script_count, 2);
	assert_string_equal(b->scripts[0].title, "Monday");
	assert_null(b->scripts[1].title);
	assert_int_equal(b->scripts[0].item_count, 2);
	struct diag_list d;
	int sizes[2] = {6, 6};
	diag_init(&d);
	assert_true(blueprint_check(b, bank_of, sizes, &d));
	assert_int_equal(d.warnings, 2);
	diag_sort(&d);
	assert_non_null(strstr(d.items[0].message, "2 scripts, less than three times the 2 drawn"));
	assert_non_null(strstr(d.items[1].message, "1 items, less than three times the 1 drawn"));
	diag_release(&d);
	diag_init(&d);
	b->sections[0].draw[0].count = 3;
	assert_false(blueprint_check(b, bank_of, sizes, &d));
	assert_non_null(strstr(d.items[0].message, "3 scripts of 'gate' are to be drawn, and there are 2"));
	diag_release(&d);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(samples_show_their_faults),
		cmocka_unit_test(draws_are_judged_against_the_banks),
		cmocka_unit_test(texts_for_the_room_are_drawn_as_scripts),
		cmocka_unit_test(strata_are_filled_and_the_least_used_go_first),
		cmocka_unit_test(a_shuffled_section_keeps_what_was_drawn),
		cmocka_unit_test(acts_lead_where_the_table_says),
		cmocka_unit_test(what_has_ended_can_only_become_void),
		cmocka_unit_test(typing_errors_earn_what_the_blueprint_says),
		cmocka_unit_test(results_are_reckoned_in_integers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
