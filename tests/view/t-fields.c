/* Fields filled in one after the other: where the pointer goes, what a choice says, and what is missing. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/str.h"
#include "view/fields.h"

static const char *size_name(int option)
{
	return option == 1 ? "large" : "small";
}

static const char *size_about(int option)
{
	return option == 1 ? "takes two hands" : "takes one hand";
}

enum { NAME, SIZE, COLOUR, YEAR, COUNT };
static const struct fields_row rows[COUNT] = {
	[NAME] = { .kind = FIELDS_LINE, .label = "Name", .note = "as it is called", .bytes_max = 8 },
	[SIZE] = { .kind = FIELDS_CHOICE, .label = "Size", .option_count = 2, .name = size_name, .about = size_about },
	[COLOUR] = { .kind = FIELDS_CHOICE, .label = "Colour" },
	[YEAR] = { .kind = FIELDS_DIGITS, .label = "Year", .bytes_max = 4 },
};

static const char *colour(const void *state, struct page *page, size_t i, int option)
{
	assert_int_equal(i, COLOUR);
	return arena_printf(&page->arena, "%s %d", (const char *)state, option);
}

static struct turn save(struct app *app, void *state, struct err *e)
{
	(void)app;
	(void)state;
	(void)e;
	return (struct turn){ .kind = TURN_POP };
}

static struct turn act(struct fields *f, enum action a, const char *text)
{
	struct event e = { .action = a, .text = text };

	return fields_turn(f, &e, save);
}

/* All that stands on the page, "Name=box|Size=small|…|the note|the message". */
static void says(const struct fields *f, const char *want)
{
	struct page p;
	struct str is;

	page_init(&p);
	str_init(&is);
	fields_describe(f, &p, colour, "colour");
	for (size_t i = 0; i < p.count; i++) {
		const struct block *b = &p.blocks[i];

		if (b->kind == BLOCK_FIELD)
			str_addf(&is, "%s%s=%s", i > 0 ? "|" : "", b->label, b->fields[0].value);
		else if (b->kind != BLOCK_SPACE)
			str_addf(&is, "|%s", text_words(&p.arena, &b->text));
	}
	assert_string_equal(is.buf, want);
	str_release(&is);
	page_release(&p);
}

static void the_pointer_goes_round_and_choices_turn(void **state)
{
	struct fields f;

	(void)state;
	fields_init(&f, rows, COUNT);
	f.options[COLOUR] = 3;
	act(&f, ACTION_TEXT, "box");
	says(&f, "Name=box|Size=small|Colour=colour 0|Year=|as it is called");
	assert_true(fields_screen_typing(&f));
	assert_false(fields_screen_open(&f, ACTION_NEXT));
	act(&f, ACTION_OPEN, NULL);
	says(&f, "Name=box|Size=‹ small ›|Colour=colour 0|Year=|takes one hand");
	assert_false(fields_screen_typing(&f));
	assert_true(fields_screen_open(&f, ACTION_NEXT));
	act(&f, ACTION_MARK, NULL);
	says(&f, "Name=box|Size=‹ large ›|Colour=colour 0|Year=|takes two hands");
	act(&f, ACTION_FIELD, NULL);
	act(&f, ACTION_PREVIOUS, NULL);
	says(&f, "Name=box|Size=large|Colour=‹ colour 2 ›|Year=");
	act(&f, ACTION_DOWN, NULL);
	act(&f, ACTION_TEXT, "x");
	act(&f, ACTION_TEXT, "7");
	says(&f, "Name=box|Size=large|Colour=colour 2|Year=7");
	act(&f, ACTION_FIELD, NULL);
	assert_int_equal(f.at, NAME);
	act(&f, ACTION_FIELD_BACK, NULL);
	assert_int_equal(f.at, YEAR);
	fields_screen_release(&f);
}

static void enter_on_the_last_saves_and_back_leaves(void **state)
{
	static const struct {
		size_t at;
		enum action action;
		enum turn_kind kind;
	} cases[] = {
		{ NAME, ACTION_OPEN, TURN_STAY }, { YEAR, ACTION_OPEN, TURN_EFFECT }, { NAME, ACTION_SAVE, TURN_EFFECT }, { SIZE, ACTION_BACK, TURN_POP },
		{ YEAR, ACTION_FIELD, TURN_STAY },
	};
	struct fields f;

	(void)state;
	fields_init(&f, rows, COUNT);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		f.at = cases[i].at;
		struct turn t = act(&f, cases[i].action, NULL);

		assert_int_equal(t.kind, cases[i].kind);
		assert_true(t.effect == (t.kind == TURN_EFFECT ? save : NULL));
	}
	fields_release(&f);
}

static void what_is_missing_stands_there_until_the_next_action(void **state)
{
	struct fields f;

	(void)state;
	fields_init(&f, rows, COUNT);
	f.options[COLOUR] = 1;
	f.at = YEAR;
	assert_true(fields_blank(&f, NAME));
	assert_int_equal(fields_lack(&f, NAME, "a name").kind, TURN_STAY);
	says(&f, "Name=|Size=small|Colour=colour 0|Year=|as it is called|a name");
	act(&f, ACTION_TEXT, " ");
	says(&f, "Name= |Size=small|Colour=colour 0|Year=|as it is called");
	assert_true(fields_blank(&f, NAME));
	act(&f, ACTION_TEXT, "a");
	assert_false(fields_blank(&f, NAME));
	fields_release(&f);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_pointer_goes_round_and_choices_turn),
		cmocka_unit_test(enter_on_the_last_saves_and_back_leaves),
		cmocka_unit_test(what_is_missing_stands_there_until_the_next_action),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
