/* A pack on trial: its faults, and its lesson at the same place after each change. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/trial.h"
#include "golden.h"
#include "plain/print.h"
#include "tui/layout.h"
#include "view/screens.h"

static const char head[] = "format: 1\nid: trial\nversion: 1.0.0\ntitle: A trial\nkind: conduct\nsource-language: en\nlicence: CC0-1.0\nauthors: [A]\nunits: [one]\n";
static const char sound[] = "id: one\ntitle: One\ncan-do: [Go]\nminutes: 5\nparts:\n  - read: {id: first, text: The first page.}\n"
			    "  - read: {id: second, text: The second page.}\n  - read: {id: third, text: The third page.}\n";
static const char moved[] = "id: one\ntitle: One\ncan-do: [Go]\nminutes: 5\nparts:\n  - read: {id: new, text: A new page.}\n"
			    "  - read: {id: first, text: The first page.}\n  - read: {id: second, text: The second page is other now.}\n";
static const char faulty[] = "id: one\ntitle: One\ncan-do: [Go]\nminutes: 5\nparts:\n  - read: {id: first, text: The first page.}\n"
			     "  - read: {id: second, txet: A very long line that goes on and on so that it is cut around the fault.}\n";

static void put(const char *path, const char *text)
{
	FILE *f = fopen("next", "w"); /* a new file each time: the size or the number of it differs */
	assert_non_null(f);
	assert_int_equal(fputs(text, f) < 0, 0);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(rename("next", path), 0);
}

static void look(struct stack *s, const char *name)
{
	static const int sizes[][2] = { { 80, 24 }, { 40, 12 } };
	struct str out, prompt;
	struct page p;
	char file[64];

	str_init(&out);
	str_init(&prompt);
	page_init(&p);
	stack_describe(s, &p);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct layout_view view = { .scroll = 0 };
		struct canvas c;

		canvas_init(&c, sizes[i][0], sizes[i][1]);
		layout_page(&c, &p, &view);
		str_addf(&out, "== %s %dx%d\n", stack_name(s), sizes[i][0], sizes[i][1]);
		canvas_dump(&c, false, &out);
		canvas_release(&c);
	}
	str_add(&out, "== lines\n");
	plain_print(&p, PLAIN_WIDTH, &out, &prompt);
	page_release(&p);
	snprintf(file, sizeof file, "try-%s.txt", name);
	if (!golden_equal("tests/screens/golden", file, out.buf))
		fail_msg("%s: the page has changed; if that is wanted, run with SAFAR_BLESS=1 and look at the difference", file);
	str_release(&prompt);
	str_release(&out);
}

static bool shows(struct stack *s, const char *text)
{
	struct str out, prompt;
	struct page p;

	str_init(&out);
	str_init(&prompt);
	page_init(&p);
	stack_describe(s, &p);
	plain_print(&p, PLAIN_WIDTH, &out, &prompt);
	bool there = strstr(out.buf, text) != NULL;
	page_release(&p);
	str_release(&prompt);
	str_release(&out);
	return there;
}

static bool send(struct stack *s, enum press press)
{
	struct event e = { .press = press };

	return stack_event(s, &e);
}

static bool changed(void *ctx)
{
	return trial_changed(ctx);
}

static void a_saved_file_is_shown_at_the_same_place(void **state)
{
	static struct trial t;
	struct err e = ERR_INIT;
	char folder[] = "/tmp/safar-try-XXXXXX";

	(void)state;
	setenv("SAFAR_LOCALEDIR", "/nonexistent", 1);
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	assert_int_equal(mkdir("pack", 0700) | mkdir("pack/units", 0700), 0);
	put("pack/pack.yaml", head);
	put("pack/units/one.yaml", sound);
	assert_true(trial_open(&t, "pack", NULL, "en", &e));
	struct stack *s = stack_new(&t.app, &screen_try_begin);
	stack_watch(s, changed, &t);
	assert_true(shows(s, "The first page."));
	assert_true(send(s, PRESS_ENTER) && shows(s, "The second page."));
	assert_true(send(s, PRESS_TICK) && shows(s, "The second page."));
	put("pack/units/one.yaml", moved);
	assert_true(send(s, PRESS_TICK) && shows(s, "The second page is other now."));
	assert_true(shows(s, "3 of 3"));
	put("pack/units/one.yaml", faulty);
	assert_true(send(s, PRESS_TICK));
	look(s, "faults");
	assert_true(send(s, PRESS_ENTER) && shows(s, "Mend this first"));
	put("pack/units/one.yaml", sound);
	assert_true(send(s, PRESS_TICK) && shows(s, "The second page."));
	assert_true(send(s, PRESS_ESC));
	look(s, "units");
	assert_int_equal(unlink("pack/pack.yaml"), 0);
	assert_true(send(s, PRESS_TICK) && shows(s, "pack.yaml"));
	put("pack/pack.yaml", head);
	assert_true(send(s, PRESS_TICK) && shows(s, "A trial"));
	assert_true(send(s, PRESS_ENTER) && shows(s, "The first page."));
	assert_true(send(s, PRESS_ESC));
	assert_false(send(s, PRESS_ESC));
	stack_free(s);
	trial_close(&t);
	assert_int_equal(unlink("pack/pack.yaml") | unlink("pack/units/one.yaml") | rmdir("pack/units") | rmdir("pack") | chdir("/") | rmdir(folder), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_saved_file_is_shown_at_the_same_place) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
