/* The supervisor reads texts to the room: counts each time, and says why once more. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/exam.h"
#include "core/i18n.h"
#include "stage.h"
#include "view/screens.h"

/* A screen that opens the texts of the session. */
static struct exam_script_arg arg;

static struct turn opener_on_action(void *state, const struct event *e)
{
	(void)state;
	return (struct turn){ .kind = e->action == ACTION_OPEN ? TURN_PUSH : TURN_STAY, .screen = &screen_exam_script, .arg = &arg };
}

static void opener_describe(const void *state, const struct reader *r, struct page *page)
{
	(void)state;
	(void)r;
	page_text(page, STYLE_PLAIN, "opener");
}

static const struct binding opener_bindings[] = { { .action = ACTION_OPEN, .label = N_("open") }, { .action = ACTION_NONE } };
static const struct screen opener = {
	.name = "opener", .state_size = 1, .bindings = opener_bindings, .describe = opener_describe, .on_action = opener_on_action,
};

static int set_up(void **state)
{
	static const struct exam_identity id = { .latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567" };
	struct err e = ERR_INIT;
	int64_t person;
	int failed = stage_open(state, "tests/data/exams/heard");
	struct stage *st = *state;
	struct app *app = &st->f.app;
	struct arena a = ARENA_INIT;
	struct person p;

	st->prefix = "exam-script";
	assert_true(person_by_code(app->store, "1001", &a, &p, &e));
	person = p.id;
	if (!sign_in(app, "2001", "538206", &e))
		fail_msg("%s", e.msg);
	struct exam_plan plan = { .exam = "small", .day = "2026-11-23", .room = "2", .people = &person, .count = 1 };
	if (!exam_plan(app, &plan, &arg.session, &e) || !exam_confirm(app, arg.session, 1, &id, &e) || !exam_open_seat(app, arg.session, 1, NULL, &e))
		fail_msg("%s", e.msg);
	stack_free(st->stack);
	st->stack = stack_new(app, &opener);
	arena_release(&a);
	return failed;
}

static void play_on(struct stage *st, const char *script)
{
	st->f.clock.wall += 60000;
	st->f.clock.mono += 60000;
	stage_play(st, script);
}

static void texts_are_read_and_counted(void **state)
{
	struct stage *st = *state;
	struct err e = ERR_INIT;

	stage_play(st, "Enter @exam-script =before _ @exam-script Esc @opener");
	char code[EXAM_CODE_SIZE];

	assert_true(exam_new_code(&st->f.app, arg.session, 1, code, &e) && exam_start(&st->f.app, arg.session, NULL, &e));
	struct exam_run *run = exam_enter(&st->f.app, 1, code, &e);

	assert_true(run != NULL && exam_begin_here(&st->f.app, run, &e));
	exam_run_free(run);
	stage_play(st, "Enter @exam-script =first _ =once _ =held");
	play_on(st, "_ =twice Right =second Left @exam-script");
	/* once more: a reason and words */
	play_on(st, "_ @exam-script-why =why Enter Enter =lacks Right Enter Enter a train _ went _ by Enter @exam-script =thrice");
	stage_play(st, "_ @exam-script-why Esc @exam-script Esc @opener");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(texts_are_read_and_counted, set_up, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
