/* Pages as lines, and lines as keys. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "golden.h"
#include "plain/loop.h"
#include "plain/print.h"
#include "view/sample-pages.h"
#include "view/edit.h"
#include "view/strip.h"

static void pages_read_as_agreed(void **state)
{
	(void)state;
	for (size_t i = 0; i < sample_count; i++) {
		struct page p;
		struct str out, prompt;
		char name[64];

		page_init(&p);
		str_init(&out);
		str_init(&prompt);
		samples[i].fill(&p);
		plain_print(&p, PLAIN_WIDTH, &out, &prompt);
		str_addf(&out, "prompt '%s'\n", prompt.buf);
		snprintf(name, sizeof name, "%s.txt", samples[i].name);
		assert_true(golden_equal("tests/plain/golden", name, out.buf));
		for (const char *c = out.buf; *c != '\0'; c++)
			assert_true((unsigned char)*c >= 0x20 || *c == '\n');
		str_release(&out);
		str_release(&prompt);
		page_release(&p);
	}
}

static void entries_have_one_number_each(void **state)
{
	struct page p;
	size_t block, entry;

	(void)state;
	page_init(&p);
	page_menu(&p, false, 0);
	page_entry(&p, 0, "a", NULL, NULL);
	page_entry(&p, '2', "b", NULL, NULL);
	page_menu(&p, true, -1);
	page_entry(&p, 0, "c", NULL, NULL);
	page_entry(&p, '0', "d", NULL, NULL);
	for (int i = 0; i < 12; i++)
		page_entry(&p, 0, "e", NULL, NULL);
	assert_true(plain_entry(&p, 1, &block, &entry) && block == 0 && entry == 0);
	assert_true(plain_entry(&p, 2, &block, &entry) && block == 0 && entry == 1);
	assert_true(plain_entry(&p, 3, &block, &entry) && block == 1 && entry == 0);
	assert_true(plain_entry(&p, 0, &block, &entry) && block == 1 && entry == 1);
	assert_true(plain_entry(&p, 15, &block, &entry) && block == 1 && entry == 13);
	assert_false(plain_entry(&p, 16, &block, &entry));
	assert_false(plain_entry(&p, -1, &block, &entry));
	page_release(&p);
}

/* A form of two fields over a menu without digits; every action is written down. */
struct form {
	struct edit fields[2];
	int at, current; /* at 2: in the menu */
	char log[512];
};

static void form_init(void *state, const void *arg)
{
	struct form *f = state;

	(void)arg;
	for (int i = 0; i < 2; i++)
		edit_init(&f->fields[i], 32);
	edit_set(&f->fields[0], "old");
	f->fields[1].secret = true;
}

static bool form_typing(const void *state)
{
	return ((const struct form *)state)->at < 2;
}

static void form_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct form *f = state;

	(void)r;
	for (int i = 0; i < 2; i++) {
		struct field field = edit_field(&f->fields[i], page, f->at == i);

		page_field(page, i == 0 ? "Name" : "PIN", &field);
	}
	page_menu(page, false, f->current)->gathers = strcmp(edit_text(&f->fields[0]), "pairs") == 0;
	for (int i = 1; i <= 12; i++)
		page_entry(page, 0, arena_printf(&page->arena, "entry %d", i), NULL, NULL);
	page_text(page, STYLE_PLAIN, f->log);
}

static void note(struct form *f, const char *what)
{
	size_t n = strlen(f->log);

	snprintf(f->log + n, sizeof f->log - n, "[%s]", what);
}

static struct turn form_action(void *state, const struct event *e)
{
	struct form *f = state;
	char what[64];

	switch ((int)e->action) {
	case ACTION_DOWN:
		f->current++;
		break;
	case ACTION_UP:
		f->current--;
		break;
	case ACTION_FIELD:
		f->at++;
		break;
	case ACTION_OPEN:
		if (f->at == 2) {
			snprintf(what, sizeof what, "open %d", f->current + 1);
			note(f, what);
			break;
		}
		snprintf(what, sizeof what, "%s/%s", edit_text(&f->fields[0]), edit_text(&f->fields[1]));
		note(f, what);
		f->at = 2;
		break;
	case ACTION_WORDS:
		note(f, "words");
		break;
	default:
		if (f->at < 2)
			edit_action(&f->fields[f->at], e);
		break;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static void form_release(void *state)
{
	for (int i = 0; i < 2; i++)
		edit_release(&((struct form *)state)->fields[i]);
}

static const struct binding form_bindings[] = {
	{ .action = ACTION_OPEN, .label = "go on" }, { .action = ACTION_FIELD }, { .action = ACTION_UP }, { .action = ACTION_DOWN },
	{ .action = ACTION_WORDS, .label = "Wörter" }, { .action = ACTION_NONE },
};
static const struct screen form = { .name = "form", .state_size = sizeof(struct form), .bindings = form_bindings, .init = form_init, .typing = form_typing,
	.describe = form_describe, .on_action = form_action, .release = form_release };

/* A line of French, whose letters the keyboard lacks; Enter says it back. */
struct french {
	struct edit line;
	struct strip strip;
	char said[128];
};

static void french_init(void *state, const void *arg)
{
	struct french *f = state;

	(void)arg;
	edit_init(&f->line, 64);
	strip_begin(&f->strip, "fr");
}

static bool french_typing(const void *state)
{
	(void)state;
	return true;
}

static void french_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct french *f = state;
	struct field field = edit_field(&f->line, page, true);

	(void)r;
	page_text(page, STYLE_PLAIN, f->said);
	page_field(page, "French", &field);
	strip_describe(&f->strip, page);
}

static struct turn french_action(void *state, const struct event *e)
{
	struct french *f = state;

	if (!strip_action(&f->strip, &f->line, e) && !edit_action(&f->line, e) && e->action == ACTION_OPEN)
		snprintf(f->said, sizeof f->said, "[%s]", edit_text(&f->line));
	return (struct turn){ .kind = TURN_STAY };
}

static void french_release(void *state)
{
	edit_release(&((struct french *)state)->line);
}

static const struct binding french_bindings[] = {
	{ .action = ACTION_OPEN, .label = "go on" }, { .action = ACTION_LETTERS, .label = "letters" }, { .action = ACTION_ACCENT, .label = "accent" },
	{ .action = ACTION_UP }, { .action = ACTION_DOWN }, { .action = ACTION_BACK }, { .action = ACTION_NONE },
};
static const struct screen french = { .name = "french", .state_size = sizeof(struct french), .bindings = french_bindings, .init = french_init,
	.typing = french_typing, .describe = french_describe, .on_action = french_action, .release = french_release };

/* What a script makes the program print. */
static char *play_on(const struct screen *screen, const char *script)
{
	struct stack *s = stack_new(NULL, screen);
	struct err e = ERR_INIT;
	char *text = NULL;
	size_t n;
	char *lines = xstrdup(script);
	FILE *in = fmemopen(lines, strlen(lines), "r"), *out = open_memstream(&text, &n);

	assert_int_equal(plain_run(s, in, out, &e), 0);
	fclose(in);
	free(lines);
	fclose(out);
	stack_free(s);
	return text;
}

static char *play(const char *script)
{
	return play_on(&form, script);
}

static void letters_are_written_line_by_line(void **state)
{
	static const struct {
		const char *script, *said;
	} cases[] = {
		{ "cafe\\\n", "[café]" }, { "tre\\\\s bien\n", "[très bien]" }, { "E\\cole\n", "[École]" }, { "\\cafe\n", "[cafe]" },
		{ "no\\\n", "[nô]" }, { "b\\\n", "[b]" },
		{ ":letters\n", "12. û" }, { ":letters\n", "cafe\\ is café" },
		{ "caf\n:letters\n1\n\n", "[café]" },        /* the number of a letter puts it behind what was written */
		{ "caf\n:letters\n12\n\n", "[cafû]" },       /* also of one that no digit opens */
		{ ":letters\ncafé\n", "[café]" },             /* whoever types on means the line */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *text = play_on(&french, cases[i].script);

		if (strstr(text, cases[i].said) == NULL)
			print_error("script '%s' says\n%s", cases[i].script, text);
		assert_non_null(strstr(text, cases[i].said));
		free(text);
	}
}

static void a_line_that_is_too_long_is_told_before_it_counts(void **state)
{
	static const char sixty_four[] = "1234567812345678123456781234567812345678123456781234567812345678";
	char script[100], want[100];

	(void)state;
	snprintf(script, sizeof script, "%sabc\n", sixty_four);
	char *text = play_on(&french, script);

	assert_non_null(strstr(text, "3 characters found no room in the field and were left out."));
	assert_null(strstr(text, "["));
	free(text);
	snprintf(script, sizeof script, "%sabc\n\n", sixty_four);
	snprintf(want, sizeof want, "[%s]", sixty_four);
	text = play_on(&french, script);
	assert_non_null(strstr(text, want)); /* an empty line takes what fitted */
	free(text);
}

static void a_difference_is_said_in_words(void **state)
{
	static const struct {
		enum change_kind kind;
		const char *typed, *right;
	} changes[] = {
		{ CHANGE_NONE, "Ik wil ", "Ik wil " }, { CHANGE_MISSING, "", "een " }, { CHANGE_NONE, "bro", "bro" }, { CHANGE_EXTRA, "o", "" },
		{ CHANGE_NONE, "d", "d" }, { CHANGE_OTHER, "t", "je" }, { CHANGE_MISSING, "", " " }, { CHANGE_MOVED, "graag ", "" }, { CHANGE_NONE, "kaas ", "kaas " },
		{ CHANGE_MOVED, "", "graag" },
	};
	struct page page;
	struct str text, prompt;

	(void)state;
	page_init(&page);
	str_init(&text);
	str_init(&prompt);
	page_difference(&page, STYLE_NOTE);
	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++)
		page_change(&page, changes[i].kind, changes[i].typed, changes[i].right);
	plain_print(&page, 200, &text, &prompt);
	assert_string_equal(text.buf, "≈ Ik wil (missing: een) bro (o, too much) d (t, right: je) (missing: a space) (graag, in another place) kaas (here: graag)\n"
				      "✓ Ik wil een brodje kaas graag\n");
	str_release(&text);
	str_release(&prompt);
	page_release(&page);
}

static void lines_do_what_keys_do(void **state)
{
	static const struct {
		const char *script, *said;
	} cases[] = {
		{ "new name\n1234\n", "[new name/1234]" },
		{ "\n1234\n", "[old/1234]" },
		{ "a\nb\n11\n", "[a/b][open 11]" },
		{ "a\nb\n11\n2\n", "[a/b][open 11][open 2]" },
		{ "a\nb\n\n", "[a/b][open 1]" },
		{ "a\nb\nw\n", "[a/b][words]" },
		{ "a\nb\nц\n:words\nWÖRTER\n", "[a/b][words][words]" },
		{ ":words\nb\nc\n", "[words][b/c]" },
		{ "?\nback\n", "Keys on this screen" },
		{ "a\nb\nnonsense\n", "'nonsense' is none of the words here" },
		{ "a\r\nb\r\n", "[a/b]" },
		{ "last line without end", "Name: last line without end" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *text = play(cases[i].script);

		if (strstr(text, cases[i].said) == NULL)
			print_error("script '%s' says\n%s", cases[i].script, text);
		assert_non_null(strstr(text, cases[i].said));
		assert_null(strstr(text, "PIN: 1234"));
		free(text);
	}
}

static void a_line_of_pairs_is_pointed_at_and_not_opened(void **state)
{
	(void)state;
	char *text = play("pairs\nb\n11\n");

	assert_non_null(strstr(text, "entry 11 (here)"));
	assert_null(strstr(text, "[open"));
	free(text);
}

static void an_echoed_word_commands_no_terminal(void **state)
{
	(void)state;
	char *text = play("a\nb\nx\033[31m\n");

	assert_null(strchr(text, '\033'));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_read_as_agreed),
		cmocka_unit_test(entries_have_one_number_each),
		cmocka_unit_test(letters_are_written_line_by_line),
		cmocka_unit_test(a_line_that_is_too_long_is_told_before_it_counts),
		cmocka_unit_test(a_difference_is_said_in_words),
		cmocka_unit_test(lines_do_what_keys_do),
		cmocka_unit_test(a_line_of_pairs_is_pointed_at_and_not_opened),
		cmocka_unit_test(an_echoed_word_commands_no_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
