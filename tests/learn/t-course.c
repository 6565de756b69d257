/* Units: read, judged, taken apart into rows and put together again; what comes next in them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/random.h"
#include "core/str.h"
#include "learn/course.h"
#include "samples.h"

static const char sample[] = "exercises/unit.yml";

static const struct unit *sample_unit(struct arena *a)
{
	struct diag_list d;
	diag_init(&d);
	const struct unit *u = unit_parse(a, sample_node(a, sample, &d), "nl-BE", true, &d);
	assert_expected(a, sample, "", &d);
	assert_non_null(u);
	diag_release(&d);
	return u;
}

static void a_unit_is_read(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	const struct unit *u = sample_unit(&a);
	assert_string_equal(u->id, "first-day");
	assert_int_equal(u->can_do_count, 2);
	assert_string_equal(u->can_do[1], "Say who you are");
	assert_int_equal(u->minutes, 40);
	assert_int_equal(u->part_count, 7);
	assert_true(str_starts(u->parts[0].text, "Say `Goedemorgen`"));
	assert_string_equal(u->parts[1].words[0].plural, "de collega's");
	assert_null(u->parts[1].words[1].example);
	assert_string_equal(u->parts[2].phrases[0].forms.shown[0], "Hoe gaat het met u?");
	assert_int_equal(u->parts[2].phrases[0].forms.count, 4);
	assert_string_equal(u->parts[3].lines[1].who, "Botir");
	assert_int_equal(u->parts[3].item_count, 2);
	static const char *const steps[] = {"hello", "people", "greetings", "reception", "q1", "q2", "drill", "at-the-gate", "q3", "e1"};
	static const bool asked[] = {false, false, false, false, true, true, false, false, true, true};
	assert_int_equal(u->step_count, 10);
	for (size_t i = 0; i < 10; i++) {
		assert_string_equal(u->steps[i].id, steps[i]);
		assert_int_equal(u->steps[i].item != NULL, asked[i]);
	}
	assert_int_equal(u->parts[4].drills, 6);
	assert_int_equal(u->parts[4].drilled_word_count, 1);
	assert_ptr_equal(u->parts[4].drilled_words[0], &u->parts[1].words[1]);
	assert_int_equal(u->parts[4].drilled_phrase_count, 0);
	assert_string_equal(u->parts[5].intro, "A colleague says where to go.");
	assert_int_equal(u->parts[5].times, 3);
	assert_int_equal(u->parts[5].count, 2);
	assert_null(u->parts[5].lines[1].who);
	assert_string_equal(u->room->roles[0].use[1], "Waar is de kleedkamer?");
	assert_string_equal(u->room->repeat[0].say, "Goedemorgen!");
	assert_int_equal(u->room->rubric[0].band_count, 3);
	assert_true(u->has_check);
	assert_int_equal(u->draw, 2);
	assert_int_equal(u->pass.points, 1);
	assert_int_equal(u->bank_count, 3);
	assert_string_equal(u->bank[2]->unit, "first-day");
	for (int k = PART_READ; k <= PART_EXERCISE; k++)
		assert_string_equal(part_kind_name((enum part_kind)k), u->parts[k].node->key);
	arena_release(&a);
}

#define VOCABULARY "{words: {id: w, list: [{id: x, term: a, pos: noun, means: b}]}}"
#define LINE "{id: x, say: a, means: b}"
#define ASK "{id: q, type: true-false, statement: S, answer: 'true'}"

/* A faulty unit: a head, parts and a check, each of which a row may replace. */
static void faults_are_found(void **state)
{
	(void)state;
	static const char head[] = "id: u\ntitle: T\ncan-do: [C]\nminutes: 5\n";
	static const char parts[] = "parts: [{read: {id: r, text: T}}]\n";
	static const struct {
		const char *head, *parts, *check, *fault, *teaches;
		int line;
	} rows[] = {
		{"id: u\ntitle: T\ncan-do: []\nminutes: 1\n", parts, "", "'can-do' is empty", NULL, 3},
		{"id: u\ntitle: T\ncan-do: [C]\nminutes: 0\n", parts, "", "'0' is out of range", NULL, 4},
		{"id: U\ntitle: T\ncan-do: [C]\nminutes: 1\n", parts, "", "'U' is no id", NULL, 1},
		{"id: u\ntitle: a <b>\ncan-do: [C]\nminutes: 1\n", parts, "", "HTML", NULL, 2},
		{"id: u\ncan-do: [C]\nminutes: 1\n", parts, "", "a unit has no 'title'", NULL, 1},
		{head, "", "", "a unit has no 'parts'", NULL, 1},
		{head, "parts: []\n", "", "the unit has no parts", NULL, 5},
		{head, "parts: [{red: {id: r, text: T}}]\n", "", "unknown kind of part 'red'", NULL, 5},
		{head, "parts: [{read: {id: r, text: T}, words: x}]\n", "", "exactly one key", NULL, 5},
		{head, "parts: [{read: {id: r}}]\n", "", "a part has no 'text'", NULL, 5},
		{head, "parts:\n  - read:\n      id: r\n      text: |\n        One.\n\n        <b>two</b>\n", "", "HTML", NULL, 11},
		{head, "parts: [{read: {id: r, text: T}}, {read: {id: r, text: T}}]\n", "", "the id 'r' stands in this unit twice", NULL, 5},
		{head, "parts: [{words: {id: w, list: [{id: x, term: a, pos: noun, means: b}]}}]\n", "", "only for packs that teach", NULL, 5},
		{head, "parts: [{words: {id: w, list: []}}]\n", "", "'list' is empty", "nl", 5},
		{head, "parts: [{words: {id: w, list: [{id: x, term: a, pos: verbe, means: b}]}}]\n", "", "no part of speech", "nl", 5},
		{head, "parts: [{words: {id: w, list: [{id: x, term: '`a`', pos: noun, means: b}]}}]\n", "", "has backticks", "nl", 5},
		{head, "parts: [{words: {id: w, list: [{id: w, term: a, pos: noun, means: b}]}}]\n", "", "the id 'w' stands", "nl", 5},
		{head, "parts: [{words: {id: w, list: [{id: x, term: a, pos: noun, means: b, example: c}]}}]\n", "", "the example of 'a' has no meaning", "nl", 5},
		{head, "parts: [{words: {id: w, list: [{id: x, term: '?', pos: noun, means: b}]}}]\n", "", "'?' is no word", "nl", 5},
		{head, "parts: [{phrases: {id: p, list: [{id: x, say: '(a', means: b}]}}]\n", "", "a '(' is not closed", "nl", 5},
		{head, "parts: [{dialogue: {id: p, lines: [{id: x, say: a, means: b}]}}]\n", "", "has no 'who'", "nl", 5},
		{head, "parts: [{dialogue: {id: p, lines: [{id: x, who: A, say: a, means: b}], ask: []}}]\n", "", "'ask' is empty", "nl", 5},
		{head, "parts: [{exercise: {id: e, type: essay}}]\n", "", "unknown type of exercise", NULL, 5},
		{head, "parts: [{practise: {id: p}}]\n", "", "only for packs that teach", NULL, 5},
		{head, "parts: [{practise: {id: p}}]\n", "", "there is nothing to practise in 'p'", "nl", 5},
		{head, "parts: [" VOCABULARY ", {practise: {id: p, words: none}}]\n", "", "there is nothing to practise in 'p'", "nl", 5},
		{head, "parts: [" VOCABULARY ", {practise: {id: p, words: some}}]\n", "", "'some' is neither all nor none", "nl", 5},
		{head, "parts: [" VOCABULARY ", {practise: {id: p, words: [y]}}]\n", "", "this unit has no word 'y'", "nl", 5},
		{head, "parts: [" VOCABULARY ", {practise: {id: p, phrases: [x]}}]\n", "", "this unit has no phrase 'x'", "nl", 5},
		{head, "parts: [" VOCABULARY ", {practise: {id: p, words: [x, x]}}]\n", "", "'x' stands twice in 'words'", "nl", 5},
		{head, "parts: [" VOCABULARY ", {practise: {id: p, count: 3}}]\n", "", "'3' is out of range", "nl", 5},
		{head, "parts: [{listen: {id: p, lines: [" LINE "], ask: [" ASK "]}}]\n", "", "only for packs that teach", NULL, 5},
		{head, "parts: [{listen: {id: p, lines: [" LINE "]}}]\n", "", "a part has no 'ask'", "nl", 5},
		{head, "parts: [{listen: {id: p, lines: [" LINE "], ask: []}}]\n", "", "'ask' is empty", "nl", 5},
		{head, "parts: [{listen: {id: p, lines: [], ask: [" ASK "]}}]\n", "", "'lines' is empty", "nl", 5},
		{head, "parts: [{listen: {id: p, lines: [{id: x, say: a}], ask: [" ASK "]}}]\n", "", "a line to listen to has no 'means'", "nl", 5},
		{head, "parts: [{listen: {id: p, times: 4, lines: [" LINE "], ask: [" ASK "]}}]\n", "", "'4' is out of range", "nl", 5},
		{head, "parts: [{listen: {id: p, intro: a <b>, lines: [" LINE "], ask: [" ASK "]}}]\n", "", "HTML", "nl", 5},
		{head, parts, "room: {repeat: [" LINE "]}\n", "'room' is only for packs that teach", NULL, 6},
		{head, parts, "room: {}\n", "'room' is empty", "nl", 6},
		{head, parts, "room: {repeat: []}\n", "'repeat' is empty", "nl", 6},
		{head, parts, "room: {song: [" LINE "]}\n", "unknown key 'song'", "nl", 6},
		{head, parts, "room: {repeat: [{id: r, say: a, means: b}]}\n", "the id 'r' stands", "nl", 6},
		{head, parts, "room: {roles: [{id: c, title: T, a: A}]}\n", "a role play has no 'b'", "nl", 6},
		{head, parts, "room: {roles: [{id: c, title: T, a: A, b: B, use: [a `b`]}]}\n", "has backticks", "nl", 6},
		{head, parts, "room: {rubric: [{id: c, title: T, bands: [One]}]}\n", "there are 1 bands instead of 2 to 5", "nl", 6},
		{head, parts, "room: {rubric: [{id: c, title: T, bands: [a <b>, c]}]}\n", "HTML", "nl", 6},
		{head, parts, "check: {draw: 2, pass: {points: 1, of: 2}, bank: [{id: b, type: true-false, statement: S, answer: 'true'}]}\n", "2 are to be drawn from a bank of 1", NULL, 6},
		{head, parts, "check: {draw: 1, pass: {points: 3, of: 2}, bank: [{id: b, type: true-false, statement: S, answer: 'true'}]}\n", "3 points of 2 cannot be reached", NULL, 6},
		{head, parts, "check: {draw: 1, pass: {points: 1, of: 2}, bank: [{id: b, type: card, front: F, back: B}]}\n", "of type 'card' is judged by the learner", NULL, 6},
		{head, parts, "check: {draw: 1, pass: {points: 1, of: 2}, bank: []}\n", "'bank' is empty", NULL, 6},
		{head, parts, "check: {draw: 1, pass: {points: 1, of: 2}, bank: [{id: r, type: true-false, statement: S, answer: 'true'}]}\n", "the id 'r' stands", NULL, 6},
	};
	struct arena a = ARENA_INIT;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct diag_list d;
		diag_init(&d);
		const char *text = arena_printf(&a, "%s%s%s", rows[i].head, rows[i].parts, rows[i].check);
		unit_parse(&a, node_of(&a, text, &d), rows[i].teaches, true, &d);
		assert_expected(&a, text, arena_printf(&a, "# expect: %d: %s", rows[i].line, rows[i].fault), &d);
		diag_release(&d);
	}
	arena_release(&a);
}

static void the_file_has_the_name_of_the_id(void **state)
{
	(void)state;
	static const char text[] = "{id: u, title: T, can-do: [C], minutes: 5, parts: [{read: {id: r, text: T}}]}";
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	assert_non_null(unit_parse(&a, node_parse(&a, text, strlen(text), "pack/units/u.yaml", &d), NULL, true, &d));
	assert_int_equal(d.errors, 0);
	unit_parse(&a, node_parse(&a, text, strlen(text), "pack/units/v.yaml", &d), NULL, true, &d);
	assert_int_equal(d.errors, 1);
	diag_release(&d);
	arena_release(&a);
}

/* Rows as the store keeps them: the body as JSON. */
struct stored {
	struct arena *a;
	struct unit_row *rows;
	const char **bodies;
	size_t count, row_room, body_room;
	size_t stop_after;
};

static bool store_row(void *ctx, const struct unit_row *row)
{
	struct stored *s = ctx;
	struct str json;
	str_init(&json);
	node_write_json(row->node, row->without, &json);
	s->rows = arena_grow(s->a, s->rows, s->count, &s->row_room, sizeof(*s->rows));
	s->bodies = arena_grow(s->a, s->bodies, s->count, &s->body_room, sizeof(*s->bodies));
	s->rows[s->count] = *row;
	s->bodies[s->count++] = arena_strndup(s->a, json.buf, json.len);
	str_release(&json);
	return s->count != s->stop_after;
}

static const struct node *put_together(struct stored *s)
{
	struct diag_list d;
	diag_init(&d);
	for (size_t i = 0; i < s->count; i++)
		s->rows[i].node = node_of(s->a, s->bodies[i], &d);
	diag_release(&d);
	return unit_assemble(s->a, s->rows, s->count);
}

/* Whether two trees hold the same keys and texts, maps in any order. */
static bool same_tree(const struct node *x, const struct node *y)
{
	if (x->kind != y->kind || x->count != y->count || !str_eq(x->key, y->key))
		return false;
	if (x->kind == NODE_SCALAR)
		return str_eq(x->text, y->text);
	const struct node *o = y->first;
	for (const struct node *c = x->first; c; c = c->next) {
		const struct node *twin = x->kind == NODE_MAP ? node_get(y, c->key) : o;
		if (!twin || !same_tree(c, twin))
			return false;
		o = o->next;
	}
	return true;
}

static void rows_make_the_same_unit_again(void **state)
{
	(void)state;
	static const char *const expected[] = {
		"||unit", "hello||parts|read S", "people||parts|words S", "collega|people|list|word", "baas|people|list|word",
		"greetings||parts|phrases S", "how|greetings|list|phrase", "bye|greetings|list|phrase", "reception||parts|dialogue S",
		"l1|reception|lines|line", "l2|reception|lines|line", "q1|reception|ask|exercise S", "q2|reception|ask|exercise S",
		"drill||parts|practise S", "at-the-gate||parts|listen S", "s1|at-the-gate|lines|line", "s2|at-the-gate|lines|line",
		"q3|at-the-gate|ask|exercise S", "e1||parts|exercise S", "b1||bank|exercise B", "b2||bank|exercise B", "b3||bank|exercise B",
	};
	struct arena a = ARENA_INIT;
	const struct unit *u = sample_unit(&a);
	struct stored s = {.a = &a};
	assert_true(unit_each_row(u->node, store_row, &s));
	assert_int_equal(s.count, sizeof(expected) / sizeof(expected[0]));
	size_t steps = 0;
	for (size_t i = 1; i < s.count; i++) {
		const struct unit_row *r = &s.rows[i];
		assert_string_equal(arena_printf(&a, "%s|%s|%s|%s%s%s", r->id, r->parent, r->slot, r->kind, r->step ? " S" : "", r->bank ? " B" : ""),
				    expected[i]);
		steps += r->step;
	}
	assert_int_equal(steps, u->step_count);
	assert_true(str_starts(s.bodies[0], "{\"id\":\"first-day\",\"title\":\"Your first day\",\"can-do\":[\"Greet colleagues\",\"Say who you are\"],"
					    "\"minutes\":\"40\",\"check\":{\"draw\":\"2\",\"pass\":{\"points\":\"1\",\"of\":\"2\"}},\"room\":{\"roles\":"));
	assert_string_equal(s.bodies[2], "{\"id\":\"people\"}");
	const struct node *root = put_together(&s);
	assert_non_null(root);
	assert_true(same_tree(u->node, root));
	struct diag_list d;
	diag_init(&d);
	const struct unit *again = unit_parse(&a, root, "nl-BE", true, &d);
	assert_int_equal(d.errors + d.warnings, 0);
	assert_int_equal(again->step_count, u->step_count);
	/* and once more through text */
	struct str json;
	str_init(&json);
	node_write_json(root, NULL, &json);
	assert_true(same_tree(u->node, node_of(&a, json.buf, &d)));
	str_release(&json);
	diag_release(&d);
	arena_release(&a);
}

static void the_walk_stops_when_told(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	const struct unit *u = sample_unit(&a);
	for (size_t n = 1; n <= 22; n++) {
		struct stored s = {.a = &a, .stop_after = n};
		assert_false(unit_each_row(u->node, store_row, &s));
		assert_int_equal(s.count, n);
	}
	arena_release(&a);
}

static void rows_that_do_not_fit_are_refused(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct stored s = {.a = &a};
	unit_each_row(sample_unit(&a)->node, store_row, &s);
	put_together(&s);
	assert_null(unit_assemble(&a, s.rows, 0));
	assert_null(unit_assemble(&a, s.rows + 1, s.count - 1)); /* no unit row */
	struct unit_row row = s.rows[3];
	s.rows[3].parent = "nobody";
	assert_null(unit_assemble(&a, s.rows, s.count));
	s.rows[3] = row;
	s.rows[3].slot = "lines";
	assert_null(unit_assemble(&a, s.rows, s.count));
	s.rows[3] = row;
	s.rows[1].kind = "song";
	assert_null(unit_assemble(&a, s.rows, s.count));
	s.rows[1].kind = "read";
	assert_non_null(unit_assemble(&a, s.rows, s.count));
	struct diag_list d;
	diag_init(&d);
	s.rows[0].node = node_of(&a, "{id: first-day, title: T}", &d); /* a bank without a check */
	assert_null(unit_assemble(&a, s.rows, s.count));
	diag_release(&d);
	arena_release(&a);
}

static void checks_are_drawn_fairly(void **state)
{
	(void)state;
	enum { MOST = 40 };
	struct rng rng = {7};
	for (int round = 0; round < 2000; round++) {
		size_t count = 1 + rng_below(&rng, MOST), draw = 1 + rng_below(&rng, count), last_count = rng_below(&rng, count + 1);
		int last[MOST], out[MOST], again[MOST];
		bool seen[MOST] = {false}, met[MOST] = {false};
		for (size_t i = 0; i < last_count; i++)
			seen[last[i] = (int)rng_below(&rng, count)] = true;
		uint64_t seed = rng_next(&rng);
		check_draw(seed, count, last, last_count, draw, out);
		check_draw(seed, count, last, last_count, draw, again);
		assert_memory_equal(out, again, draw * sizeof(out[0]));
		size_t unseen = 0, drawn_unseen = 0;
		for (size_t i = 0; i < count; i++)
			unseen += !seen[i];
		for (size_t i = 0; i < draw; i++) {
			assert_in_range(out[i], 0, count - 1);
			assert_false(met[out[i]]);
			met[out[i]] = true;
			drawn_unseen += !seen[out[i]];
		}
		assert_int_equal(drawn_unseen, unseen < draw ? unseen : draw);
	}
	int out[MOST], distinct = 0;
	bool met[MOST] = {false};
	for (uint64_t seed = 0; seed < 400; seed++) {
		check_draw(seed, 10, NULL, 0, 1, out);
		distinct += !met[out[0]];
		met[out[0]] = true;
	}
	assert_int_equal(distinct, 10);
}

static void steps_come_in_order_and_wrong_ones_again(void **state)
{
	(void)state;
	struct step_state s[4] = {{0}};
	assert_int_equal(unit_next(s, 0), SIZE_MAX);
	assert_int_equal(unit_next(s, 4), 0);
	s[0] = (struct step_state){.tries = 1, .last_seq = 10};
	s[1] = (struct step_state){.tries = 1, .last_seq = 11, .done = true};
	assert_int_equal(unit_next(s, 4), 2);
	s[2] = (struct step_state){.tries = 2, .last_seq = 9};
	s[3] = (struct step_state){.tries = 1, .last_seq = 12};
	assert_int_equal(unit_next(s, 4), 2);
	s[2].last_seq = 13;
	assert_int_equal(unit_next(s, 4), 0);
	s[0].done = s[2].done = true;
	assert_int_equal(unit_next(s, 4), 3);
	s[3].done = true;
	assert_int_equal(unit_next(s, 4), SIZE_MAX);
}

static void a_question_finds_the_page_it_belongs_to(void **state)
{
	(void)state;
	static const char yaml[] =
		"id: u\ntitle: T\ncan-do: [C]\nminutes: 5\n"
		"parts:\n"
		"  - read: {id: wage, title: The wage, text: What is taken off your wage stands on the slip.}\n"
		"  - read: {id: more, text: The slip comes every month.}\n"
		"  - read: {id: leave, title: Leave, text: \"Twenty days a year, and holidays on top.\"}\n"
		"check:\n  draw: 3\n  pass: {points: 1, of: 3}\n"
		"  bank:\n"
		"    - {id: b1, type: true-false, statement: Holidays are part of the twenty days., answer: \"false\"}\n"
		"    - {id: b2, type: true-false, statement: A slip is given every month., answer: \"true\"}\n"
		"    - {id: b3, type: true-false, statement: Fish swim., answer: \"true\"}\n";
	struct arena a = ARENA_INIT;
	struct diag_list d;
	diag_init(&d);
	const struct unit *u = unit_parse(&a, node_of(&a, yaml, &d), NULL, false, &d);
	assert_non_null(u);
	assert_int_equal(u->bank_count, 3);
	assert_int_equal(unit_related(u, u->bank[0]), 2);
	assert_int_equal(unit_related(u, u->bank[1]), 0); /* what follows a title belongs to it */
	assert_true(unit_related(u, u->bank[2]) == SIZE_MAX);
	diag_release(&d);
	arena_release(&a);
}

/* 50,000 words in one part, each with an id: what is quadratic takes minutes here. */
static void large_units_take_no_longer_per_row(void **state)
{
	(void)state;
	enum { WORDS = 50000 };
	struct arena a = ARENA_INIT;
	struct str text;
	str_init(&text);
	str_add(&text, "{\"id\":\"u\",\"title\":\"T\",\"can-do\":[\"C\"],\"minutes\":\"5\",\"parts\":[{\"words\":{\"id\":\"w\",\"list\":[");
	for (int i = 0; i < WORDS; i++)
		str_addf(&text, "%s{\"id\":\"w%d\",\"term\":\"de man\",\"pos\":\"noun\",\"means\":\"man\"}", i ? "," : "", i);
	str_add(&text, "]}}]}");
	struct diag_list d;
	diag_init(&d);
	const struct node *root = node_of(&a, text.buf, &d);
	clock_t begin = clock();
	const struct unit *u = unit_parse(&a, root, "nl", true, &d);
	assert_int_equal(u->parts[0].count, WORDS);
	assert_int_equal(d.errors, 0);
	struct stored s = {.a = &a};
	assert_true(unit_each_row(root, store_row, &s));
	s.rows[0].node = node_of(&a, s.bodies[0], &d);
	const struct node *body = node_of(&a, s.bodies[1], &d);
	const struct node *word = node_of(&a, s.bodies[2], &d);
	for (size_t i = 1; i < s.count; i++)
		s.rows[i].node = i == 1 ? body : word; /* one word will do for all */
	assert_non_null(unit_assemble(&a, s.rows, s.count));
	assert_true((clock() - begin) / CLOCKS_PER_SEC < 20);
	diag_release(&d);
	str_release(&text);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_is_read),
		cmocka_unit_test(faults_are_found),
		cmocka_unit_test(the_file_has_the_name_of_the_id),
		cmocka_unit_test(rows_make_the_same_unit_again),
		cmocka_unit_test(the_walk_stops_when_told),
		cmocka_unit_test(rows_that_do_not_fit_are_refused),
		cmocka_unit_test(checks_are_drawn_fairly),
		cmocka_unit_test(a_question_finds_the_page_it_belongs_to),
		cmocka_unit_test(steps_come_in_order_and_wrong_ones_again),
		cmocka_unit_test(large_units_take_no_longer_per_row),
	};
	return cmocka_run_group_tests_name("units", tests, NULL, NULL);
}
