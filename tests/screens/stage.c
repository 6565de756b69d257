#include "config.h"
#include "stage.h"

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

#include "golden.h"
#include "plain/print.h"
#include "text/cluster.h"
#include "tui/layout.h"
#include "view/common.h"

/* --- what is on the screen ----------------------------------------------- */

static void draw(struct stage *st, int width, int height, struct str *out)
{
	struct layout_view view = { .scroll = 0 };
	struct canvas c;
	struct page p;

	page_init(&p);
	stack_describe(st->stack, &p);
	canvas_init(&c, width, height);
	layout_page(&c, &p, &view);
	str_addf(out, "== %s %dx%d\n", stack_name(st->stack), width, height);
	canvas_dump(&c, false, out);
	canvas_release(&c);
	page_release(&p);
}

static void print(struct stage *st, struct str *out)
{
	struct page p;
	struct str prompt;

	page_init(&p);
	str_init(&prompt);
	stack_describe(st->stack, &p);
	str_add(out, "== lines\n");
	plain_print(&p, PLAIN_WIDTH, out, &prompt);
	str_addf(out, "%s\n", prompt.buf);
	str_release(&prompt);
	page_release(&p);
}

void stage_look(struct stage *st, const char *name)
{
	struct str out;
	char file[128];

	str_init(&out);
	draw(st, 80, 24, &out);
	draw(st, 40, 12, &out);
	print(st, &out);
	snprintf(file, sizeof file, "%s-%s.txt", st->prefix, name);
	if (!golden_equal("tests/screens/golden", file, out.buf))
		fail_msg("%s: the page has changed; if that is wanted, run with SAFAR_BLESS=1 and look at the difference", file);
	str_release(&out);
}

/* --- keys ----------------------------------------------------------------- */

static const struct {
	const char *name;
	enum press press;
} named[] = {
	{ "Enter", PRESS_ENTER }, { "Esc", PRESS_ESC }, { "Tab", PRESS_TAB }, { "Back", PRESS_BACKSPACE },
	{ "Up", PRESS_UP }, { "Down", PRESS_DOWN }, { "Left", PRESS_LEFT }, { "Right", PRESS_RIGHT },
	{ "F2", PRESS_F2 }, { "F3", PRESS_F3 }, { "F4", PRESS_F4 }, { "F5", PRESS_F5 }, { "F6", PRESS_F6 }, { "F7", PRESS_F7 }, { "F8", PRESS_F8 }, { "F9", PRESS_F9 }, { "F10", PRESS_F10 },
	{ "Undo", PRESS_UNDO }, { "Redo", PRESS_REDO }, { "Home", PRESS_HOME }, { "Del", PRESS_DELETE }, { "End", PRESS_END },
};

void stage_press(struct stage *st, enum press key, const char *text)
{
	struct event e = { .press = key, .text = text, .now_ms = st->f.clock.mono };

	assert_true(stack_event(st->stack, &e) && stack_settle(st->stack)); /* no other key is waiting */
}

void stage_type(struct stage *st, const char *text)
{
	char one[72];

	for (size_t n; (n = cluster_next(text)) > 0; text += n) {
		snprintf(one, sizeof one, "%.*s", (int)n, text);
		stage_press(st, PRESS_TEXT, one);
	}
}

/* Words apart by spaces: the name of a key; "_" for the space bar; =NAME to look; @NAME for the screen that must be on top now; all else is typed. */
void stage_play(struct stage *st, const char *script)
{
	char *copy = xstrdup(script), *rest = NULL;

	for (char *word = strtok_r(copy, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
		bool done = false;

		for (size_t i = 0; i < sizeof named / sizeof *named && !done; i++)
			if (strcmp(word, named[i].name) == 0) {
				stage_press(st, named[i].press, NULL);
				done = true;
			}
		if (done)
			continue;
		if (word[0] == '=')
			stage_look(st, word + 1);
		else if (word[0] == '@')
			assert_string_equal(stack_name(st->stack), word + 1);
		else if (strcmp(word, "_") == 0)
			stage_press(st, PRESS_TEXT, " ");
		else
			stage_type(st, word);
	}
	free(copy);
}

/* --- a store -------------------------------------------------------------- */

void stage_install(struct stage *st, const char *path)
{
	const char *front = st->f.app.front;

	st->f.app.front = "cli"; /* whoever owns the store may */
	fixture_install(&st->f.app, path);
	st->f.app.front = front;
}

void stage_add(struct stage *st, struct person p, const char *pin, const char *programme)
{
	struct err e = ERR_INIT;

	p.id = fixture_person(&st->f.app, p, pin);
	if (programme != NULL && !person_enrol(&st->f.app, p.id, programme, "2027-03-15", &e))
		fail_msg("%s", e.msg);
}

int stage_open(void **state, const char *pack)
{
	static struct stage st;

	/* the program's own words in English whatever is installed: only packs and dates change their language here */
	setenv("SAFAR_LOCALEDIR", "/nonexistent", 1);
	fixture_open(&st.f);
	assert_int_equal(chdir(st.f.folder), 0);
	setenv("HOME", "home", 1); /* a path that is the same in every run */
	assert_int_equal(mkdir("home", 0700), 0);
	unsetenv("XDG_DOCUMENTS_DIR");
	stage_install(&st, pack);
	stage_install(&st, "tests/screens/packs/way");
	/* the command line adds them, which needs nobody signed in */
	st.f.app.front = "cli";
	stage_add(&st, (struct person){ .code = "1001", .name = "Karimova Aziza", .birth = "2001-05-14", .region = "UZ-NG", .role = ROLE_LEARNER }, "402817", "north");
	stage_add(&st, (struct person){ .code = "2001", .name = "Yusupova Dilnoza", .birth = "1987-02-03", .role = ROLE_INSTRUCTOR }, "538206", NULL);
	stage_add(&st, (struct person){ .code = "9001", .name = "Ergashev Rustam", .birth = "", .role = ROLE_ADMINISTRATOR }, "716493", NULL);
	st.f.app.front = "tui";
	st.stack = stack_new(&st.f.app, &screen_language);
	*state = &st;
	return 0;
}

int stage_close(void **state)
{
	struct stage *st = *state;

	stack_free(st->stack);
	assert_int_equal(chdir("/"), 0);
	fixture_close(&st->f);
	return 0;
}
