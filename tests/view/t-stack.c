/* Screens on top of each other: two tiny ones, a clock that stands still, no store. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "view/edit.h"
#include "view/screen.h"

struct tiny {
	int number, entered;
	bool typing;
	char last[32];
};

static const struct screen second;

static struct turn fails(struct app *app, void *state, struct err *e)
{
	(void)app;
	(void)state;
	err_set(e, ERR_IO, "the disk is full");
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn on_enter(struct app *app, void *state, struct err *e)
{
	struct tiny *t = state;

	(void)app;
	(void)e;
	t->entered++;
	return (struct turn){ .kind = TURN_STAY };
}

static void init(void *state, const void *arg)
{
	struct tiny *t = state;

	t->number = arg != NULL ? *(const int *)arg : 1;
}

static bool is_open(const void *state, enum action a)
{
	const struct tiny *t = state;

	if (a == ACTION_NO)
		return t->number == 1;
	return a != ACTION_IMPORT || t->number > 5;
}

static bool is_typing(const void *state)
{
	return ((const struct tiny *)state)->typing;
}

static void describe(const void *state, const struct reader *r, struct page *page)
{
	const struct tiny *t = state;

	page_heading(page, 1, arena_printf(&page->arena, "number %d entered %d last %s in %s", t->number, t->entered, t->last, r->language));
	page_menu(page, false, 0);
	page_entry(page, '1', "one", NULL, NULL);
	page_entry(page, '2', "two", NULL, NULL);
}

static struct turn on_action(void *state, const struct event *e)
{
	struct tiny *t = state;
	static const int seven = 7;

	strncpy(t->last, e->action == ACTION_TEXT ? e->text : key_word(e->action), sizeof t->last - 1);
	switch ((int)e->action) {
	case ACTION_OPEN:
		return (struct turn){ .kind = TURN_PUSH, .screen = &second, .arg = &seven };
	case ACTION_EXPORT:
		return (struct turn){ .kind = TURN_REPLACE, .screen = &second, .arg = &t->number };
	case ACTION_ENROL:
		return (struct turn){ .kind = TURN_EFFECT, .effect = fails };
	case ACTION_FIRST:
		return (struct turn){ .kind = TURN_HOME };
	case ACTION_PIN:
		t->typing = true;
		break;
	case ACTION_NO:
		return (struct turn){ .kind = TURN_QUIT };
	default:
		break;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding bindings[] = {
	{ .action = ACTION_UP, .label = "choose" }, { .action = ACTION_DOWN }, { .action = ACTION_DIGIT }, { .action = ACTION_OPEN, .label = "open" },
	{ .action = ACTION_IMPORT, .label = "import" }, { .action = ACTION_EXPORT }, { .action = ACTION_ENROL }, { .action = ACTION_FIRST }, { .action = ACTION_PIN },
	{ .action = ACTION_NO, .label = "no" }, { .action = ACTION_NONE },
};

static const struct screen first = { .name = "first", .state_size = sizeof(struct tiny), .bindings = bindings, .init = init, .enter = on_enter, .open = is_open,
	.typing = is_typing, .describe = describe, .on_action = on_action };
static const struct screen second = { .name = "second", .state_size = sizeof(struct tiny), .bindings = bindings, .init = init, .enter = on_enter, .open = is_open,
	.describe = describe, .on_action = on_action };

static bool press(struct stack *s, enum press key, const char *text, long long now)
{
	struct event e = { .press = key, .text = text, .now_ms = now };

	return stack_event(s, &e);
}

/* The heading of the page; with `what` 'm' its message, with 'h' its hints joined. */
static bool says(struct stack *s, char what, const char *want)
{
	struct page p;
	struct str is;
	bool same;

	page_init(&p);
	str_init(&is);
	stack_describe(s, &p);
	if (what == 'm')
		str_add(&is, p.message != NULL ? text_words(&p.arena, &p.message->text) : "");
	else if (what == 'h')
		for (size_t i = 0; i < p.hint_count; i++)
			str_addf(&is, "%s%s=%s", i > 0 ? " " : "", p.hints[i].keys, p.hints[i].label);
	else
		str_add(&is, text_words(&p.arena, &p.blocks[0].text));
	same = strcmp(is.buf, want) == 0;
	if (!same)
		print_error("expected '%s', is '%s'\n", want, is.buf);
	str_release(&is);
	page_release(&p);
	return same;
}

static void screens_open_and_close(void **state)
{
	struct stack *s = stack_new(NULL, &first);

	(void)state;
	assert_true(says(s, 't', "number 1 entered 1 last  in en"));
	assert_true(press(s, PRESS_ENTER, NULL, 1));
	assert_string_equal(stack_name(s), "second");
	assert_true(says(s, 't', "number 7 entered 1 last  in en"));
	assert_true(press(s, PRESS_TEXT, "ч", 2)); /* x: replace, with an argument out of the old state */
	assert_true(says(s, 't', "number 7 entered 1 last  in en"));
	assert_true(press(s, PRESS_ESC, NULL, 3));
	assert_true(says(s, 't', "number 1 entered 2 last open in en"));
	for (int i = 0; i < 4; i++)
		press(s, PRESS_ENTER, NULL, 4);
	assert_true(press(s, PRESS_HOME, NULL, 5));
	assert_string_equal(stack_name(s), "second");
	assert_true(press(s, PRESS_ESC, NULL, 6));
	assert_string_equal(stack_name(s), "first");
	assert_false(press(s, PRESS_ESC, NULL, 7)); /* one step back from the first is out */
	stack_free(s);
}

static void errors_stand_until_the_next_key(void **state)
{
	struct stack *s = stack_new(NULL, &first);

	(void)state;
	assert_true(press(s, PRESS_TEXT, "e", 1));
	assert_true(says(s, 'm', "the disk is full"));
	assert_true(press(s, PRESS_TICK, NULL, 2));
	assert_true(says(s, 'm', "the disk is full"));
	assert_true(press(s, PRESS_DOWN, NULL, 3));
	assert_true(says(s, 'm', ""));
	stack_free(s);
}

static void a_key_is_what_the_screen_offers(void **state)
{
	struct stack *s = stack_new(NULL, &first);

	(void)state;
	assert_true(press(s, PRESS_TEXT, "i", 1)); /* bound, but not open now */
	assert_true(says(s, 't', "number 1 entered 1 last  in en"));
	assert_false(stack_offers(s, ACTION_IMPORT));
	assert_true(press(s, PRESS_TEXT, "p", 2));
	assert_true(stack_typing(s));
	assert_true(press(s, PRESS_TEXT, "n", 3));
	assert_true(says(s, 't', "number 1 entered 1 last n in en"));
	assert_true(press(s, PRESS_LEFT, NULL, 4)); /* for the line, without a row in the table */
	assert_true(says(s, 't', "number 1 entered 1 last previous in en"));
	stack_free(s);
	s = stack_new(NULL, &first);
	assert_false(press(s, PRESS_TEXT, "т", 5)); /* n: no "new" here, but a "no" */
	stack_free(s);
}

static void hints_come_from_the_bindings(void **state)
{
	struct stack *s = stack_new(NULL, &first);

	(void)state;
	assert_true(says(s, 'h', "↑↓ 1–2=choose Enter=open n=no F3=language F1=help"));
	press(s, PRESS_ENTER, NULL, 1);
	assert_true(says(s, 'h', "↑↓ 1–2=choose Enter=open i=import F3=language F1=help"));
	stack_free(s);
}

static void help_and_language_open_anywhere(void **state)
{
	struct stack *s = stack_new(NULL, &first);

	(void)state;
	assert_true(press(s, PRESS_F1, NULL, 1));
	assert_string_equal(stack_name(s), "help");
	assert_true(press(s, PRESS_F1, NULL, 2)); /* again: back */
	assert_string_equal(stack_name(s), "first");
	assert_true(press(s, PRESS_TEXT, "?", 3));
	assert_string_equal(stack_name(s), "help");
	assert_true(press(s, PRESS_F3, NULL, 4));
	assert_string_equal(stack_name(s), "language-change");
	assert_true(press(s, PRESS_F3, NULL, 5));
	assert_string_equal(stack_name(s), "language-change");
	assert_true(press(s, PRESS_ESC, NULL, 6));
	assert_true(press(s, PRESS_ESC, NULL, 7));
	assert_true(says(s, 't', "number 1 entered 3 last  in en"));
	stack_free(s);
}

static void who_walks_away_is_signed_out(void **state)
{
	struct clock_fixed time = { .boot = "x" };
	struct app app = { .idle_seconds = 300, .language = "en", .clock = clock_from_fixed(&time) };
	struct stack *s = stack_new(&app, &first);

	(void)state;
	press(s, PRESS_ENTER, NULL, 0);
	assert_true(press(s, PRESS_TICK, NULL, 1000000));
	assert_true(says(s, 'm', "")); /* nobody is signed in */
	app.person.id = 7;
	app.person.name = "Aziza Karimova";
	press(s, PRESS_DOWN, NULL, 2000000);
	press(s, PRESS_TICK, NULL, 2000000 + 239999);
	assert_true(says(s, 'm', ""));
	press(s, PRESS_TICK, NULL, 2000000 + 240000);
	assert_true(says(s, 'm', "You will be signed out in 60 seconds. Any key goes on."));
	press(s, PRESS_TICK, NULL, 2000000 + 299000);
	assert_true(says(s, 'm', "You will be signed out in 1 second. Any key goes on."));
	press(s, PRESS_ESC, NULL, 2000000 + 299500); /* goes on and does nothing else */
	assert_string_equal(stack_name(s), "second");
	assert_true(says(s, 'm', ""));
	press(s, PRESS_TICK, NULL, 2000000 + 299500 + 300000);
	assert_string_equal(stack_name(s), "first");
	assert_int_equal(app.person.id, 0);
	assert_true(says(s, 'm', "You were signed out because no key was pressed. Every answer is kept."));
	stack_free(s);
}

/* --- a screen that counts time --- */

static struct turn count(struct app *app, void *state, struct err *e)
{
	struct tiny *t = state;

	(void)app;
	(void)e;
	t->entered += 100;
	return (struct turn){ .kind = t->entered > 300 ? TURN_PUSH : TURN_STAY, .screen = &first };
}

static const struct screen counting = {
	.name = "counting",
	.state_size = sizeof(struct tiny),
	.bindings = bindings,
	.init = init,
	.describe = describe,
	.on_action = on_action,
	.tick = count,
	.stays = true,
};

static void time_goes_on_under_help_and_while_keys_come(void **state)
{
	struct clock_fixed time = { .boot = "x" };
	struct app app = { .idle_seconds = 300, .language = "en", .clock = clock_from_fixed(&time), .person = { .id = 7, .name = "Aziza Karimova" } };
	struct stack *s = stack_new(&app, &counting);

	(void)state;
	press(s, PRESS_DOWN, NULL, 0);
	assert_true(says(s, 't', "number 1 entered 0 last down in en"));
	press(s, PRESS_DOWN, NULL, 999);
	assert_true(says(s, 't', "number 1 entered 0 last down in en"));
	press(s, PRESS_DOWN, NULL, 1000); /* a second has passed, though keys came all the time */
	assert_true(says(s, 't', "number 1 entered 100 last down in en"));
	press(s, PRESS_F1, NULL, 1100);
	press(s, PRESS_TICK, NULL, 500000);
	assert_string_equal(stack_name(s), "help"); /* and nobody was signed out */
	press(s, PRESS_TICK, NULL, 501000);
	press(s, PRESS_TICK, NULL, 502000); /* what it turns to closes the help */
	assert_string_equal(stack_name(s), "first");
	stack_free(s);
}

static void line_init(void *state, const void *arg)
{
	(void)arg;
	edit_init(state, 4);
}

static void line_release(void *state)
{
	edit_release(state);
}

static bool line_typing(const void *state)
{
	(void)state;
	return true;
}

static void line_describe(const void *state, const struct reader *r, struct page *page)
{
	(void)r;
	page_heading(page, 1, edit_text(state));
}

static struct turn line_action(void *state, const struct event *e)
{
	edit_action(state, e);
	return (struct turn){ .kind = TURN_STAY };
}

static const struct screen line = { .name = "line", .state_size = sizeof(struct edit), .bindings = bindings, .init = line_init, .typing = line_typing,
	.describe = line_describe, .on_action = line_action, .release = line_release };

static void what_finds_no_room_is_told_until_the_next_key(void **state)
{
	static const struct {
		enum press key;
		const char *text, *line, *told;
	} steps[] = {
		{ PRESS_PASTE, "ab", "ab", "" },
		{ PRESS_PASTE, "cde", "abcd", "1 character found no room in the field and was left out." },
		{ PRESS_TEXT, "x", "abcd", "1 character found no room in the field and was left out." }, /* a key into a full line is not lost in silence */
		{ PRESS_LEFT, NULL, "abcd", "" },
		{ PRESS_PASTE, "x", "abcd", "1 character found no room in the field and was left out." },
		{ PRESS_HOME, NULL, "abcd", "" },
		{ PRESS_PASTE, "éê", "abcd", "2 characters found no room in the field and were left out." },
		{ PRESS_DELETE, NULL, "bcd", "" },
		{ PRESS_PASTE, "éê", "bcd", "2 characters found no room in the field and were left out." }, /* of two bytes each */
	};
	struct stack *s = stack_new(NULL, &line);

	(void)state;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		assert_true(press(s, steps[i].key, steps[i].text, 0));
		assert_true(says(s, 't', steps[i].line));
		assert_true(says(s, 'm', steps[i].told));
	}
	stack_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(screens_open_and_close),
		cmocka_unit_test(errors_stand_until_the_next_key),
		cmocka_unit_test(a_key_is_what_the_screen_offers),
		cmocka_unit_test(hints_come_from_the_bindings),
		cmocka_unit_test(help_and_language_open_anywhere),
		cmocka_unit_test(who_walks_away_is_signed_out),
		cmocka_unit_test(time_goes_on_under_help_and_while_keys_come),
		cmocka_unit_test(what_finds_no_room_is_told_until_the_next_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
