/* A learner's way through an examination, screen by screen: what each looks like at both design sizes and as lines, and what keys do there. Long because every case acts on the same room: its plan, its clock and its supervisor. */
#include "config.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "app/exam.h"
#include "app/exam_marking.h"
#include "app/exam_release.h"
#include "core/str.h"
#include "stage.h"
#include "view/screens.h"

/* The room: one learner of the stage, planned, confirmed and open; the supervisor is 2001. */
static int64_t session;
static const char *path;
static char code[EXAM_CODE_SIZE];

/* What the supervisor does elsewhere: the store is the same, the terminal is not. */
static void supervise(struct stage *st, bool (*act)(struct app *app, struct err *e))
{
	struct app *app = &st->f.app;
	struct person learner = app->person;
	const char *front = app->front;
	struct err e = ERR_INIT;

	app->front = "cli";
	app->person = (struct person){ .id = 0 };
	if (!act(app, &e))
		fail_msg("%s", e.msg);
	app->person = learner;
	app->front = front;
}

static uint64_t *chance; /* the order of options follows from the id of the sitting, whatever was drawn before */

static bool plan(struct app *app, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p;
	int64_t people[1];
	bool ok = person_by_code(app->store, "1001", &a, &p, e);
	struct exam_plan plan = { .exam = path, .day = "2026-11-23", .room = "2", .people = people, .count = 1 };
	static const struct exam_identity id = { .latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567" };

	people[0] = p.id;
	*chance = 4711;
	ok = ok && exam_plan(app, &plan, &session, e) && exam_new_code(app, session, 1, code, e) && exam_confirm(app, session, 1, &id, e) &&
	     exam_open_seat(app, session, 0, NULL, e);
	arena_release(&a);
	return ok;
}

static bool start(struct app *app, struct err *e)
{
	return exam_start(app, session, NULL, e);
}

static bool pause_all(struct app *app, struct err *e)
{
	struct exam_reason why = { .why = WHY_ENVIRONMENT, .text = "the fire alarm" };

	return exam_pause(app, session, 1, &why, NULL, e);
}

static bool release(struct app *app, struct err *e)
{
	return exam_release(app, session, 1, NULL, NULL, e);
}

static const char *sitting_id(struct app *app, struct arena *a)
{
	const char *id = NULL;
	struct err e = ERR_INIT;

	assert_true(exam_sitting_of(app, session, 1, a, &id, &e));
	return id;
}

static bool close_room(struct app *app, struct err *e)
{
	return exam_close(app, session, e);
}

/* An assessor marks the speaking, looks at what was typed, and the results are given out. */
static bool give_out(struct app *app, struct err *e)
{
	struct arena a = ARENA_INIT;
	const char *id = sitting_id(app, &a);
	struct marking_entry entry = { .section = 2, .bands = (const int[]){ 1 } };
	struct doubts d;
	bool ok = marking_declare(app, id, false, e) && marking_put(app, id, &entry, e) && doubts_load(app, session, &d, e);

	for (size_t i = 0; ok && i < d.count; i++)
		ok = doubt_decide(app, session, &d.list[i], DOUBT_CONFIRMED, e);
	doubts_release(&d);
	ok = ok && release_results(app, session, e);
	arena_release(&a);
	return ok;
}

static int set_up(void **state)
{
	stage_open(state, "tests/screens/packs/exam");
	chance = &((struct stage *)*state)->f.chance;
	path = "hall/final";
	supervise(*state, plan);
	return 0;
}

static int set_up_room(void **state)
{
	stage_open(state, "tests/screens/packs/room");
	chance = &((struct stage *)*state)->f.chance;
	path = "room/final";
	supervise(*state, plan);
	return 0;
}

static void pass(struct stage *st, int seconds)
{
	for (int i = 0; i < seconds; i++) {
		st->f.clock.wall += 1000;
		st->f.clock.mono += 1000;
		stage_press(st, PRESS_TICK, NULL);
	}
}

static void enter(struct stage *st)
{
	stage_play(st, "4 @sign-in");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "@exam-enter 1 Enter");
	stage_type(st, code);
	stage_play(st, "Enter @exam-rules");
}

static void begin(struct stage *st)
{
	enter(st);
	supervise(st, start);
	pass(st, 1);
	stage_play(st, "@exam-sit");
}

/* Answers that stand in the log. */
static int count_answers(struct stage *st)
{
	sqlite3 *db;
	sqlite3_stmt *q;
	int count;

	assert_int_equal(sqlite3_open_v2(st->f.path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM exam_answer", -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	count = sqlite3_column_int(q, 0);
	sqlite3_finalize(q);
	sqlite3_close(db);
	return count;
}

static void before_the_room_starts(void **state)
{
	struct stage *st = *state;
	st->prefix = "sit";
	stage_play(st, "4 @sign-in");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "@exam-enter =enter Enter =enter-no-seat 1 Enter 12 Enter =enter-short 3456 Enter @exam-enter =enter-refused");
	stage_type(st, code);
	stage_play(st, "Enter @exam-rules =rules Esc @exam-rules Enter @exam-sit =try-choice 2 =try-chosen f h =try-called h Right =try-typed");
	stage_play(st, "Aziza Esc =try-rests o @exam-overview =try-overview Esc @exam-sit Right =try-pairs 3 2 1 =try-paired Enter @exam-wait =wait");
	stage_play(st, "1 @exam-rules Enter @exam-sit Right Right Right @exam-wait Esc @exam-wait");
	assert_int_equal(count_answers(st), 0);
	supervise(st, start);
	pass(st, 1);
	stage_play(st, "@exam-sit =begins");
}

static void the_way_through(void **state)
{
	struct stage *st = *state;
	st->prefix = "sit";
	begin(st);
	stage_play(st, "2 =chosen Down Down =pointer-elsewhere f =flagged Enter =chosen-other Right =several 1 3 =several-ticked");
	assert_int_equal(count_answers(st), 4);
	stage_play(st, "Right Enter =pair-missing 2 1 =pair-part Left Left Right Right =pair-part 3 Right =steps Esc =steps-rests Esc 1 2 3 Enter");
	stage_play(st, "=truth h =called o @exam-overview =overview 2 =overview-two Enter @exam-sit =back-at-two o Down Down Down Down Down Enter @exam-hand-in =hand-in Esc @exam-sit");
	stage_play(st, "o Down Down Down Down Enter @exam-hand-in 1 @exam-sit =words-begin");
	stage_play(st, "Enter =words-none Enter @ask =words-close Enter @exam-sit Guten Esc f o @exam-overview =words-overview Esc Esc morgen Enter");
	stage_play(st, "=sentence Enter Enter @ask 1 @exam-sit =gaps Left =gaps neem Tab kopje Enter @exam-hand-in =hand-in-last 1 @exam-over =over Esc @exam-over Enter @language");
}

static void time_runs_out(void **state)
{
	struct stage *st = *state;
	st->prefix = "sit";
	begin(st);
	pass(st, 118);
	stage_play(st, "=ten-minutes-not-yet");
	pass(st, 2);
	stage_play(st, "=ten-minutes");
	pass(st, 20);
	stage_play(st, "=ten-minutes-said 2");
	pass(st, 280);
	stage_play(st, "=five-minutes");
	pass(st, 240);
	stage_play(st, "=one-minute");
	pass(st, 48);
	stage_play(st, "Right 1 o @exam-overview");
	pass(st, 13);
	stage_play(st, "@exam-sit =next-part");
	stage_press(st, PRESS_F1, NULL);
	stage_play(st, "@help");
	pass(st, 361);
	stage_play(st, "@exam-over =time-over");
}

static bool give_minutes(struct app *app, struct err *e)
{
	struct exam_reason why = { .why = WHY_ENVIRONMENT, .text = "the fire alarm" };

	return exam_witness(app, "9001", "716493", &why.second, e) && exam_extend(app, session, 1, 5, &why, NULL, e);
}

/* Minutes that were given after the last warning have their own end. */
static void minutes_given_are_warned_of_anew(void **state)
{
	struct stage *st = *state;
	st->prefix = "sit";
	begin(st);
	stage_play(st, "2");
	pass(st, 660);
	stage_play(st, "=one-minute");
	supervise(st, give_minutes);
	pass(st, 60);
	stage_play(st, "=five-minutes-anew");
}

static void typed_text_is_stored_by_itself(void **state)
{
	struct stage *st = *state;
	st->prefix = "sit";
	begin(st);
	stage_play(st, "o End Enter @exam-hand-in 1 @exam-sit Goede");
	assert_int_equal(count_answers(st), 0);
	stage_press(st, PRESS_TICK, NULL); /* half a second of quiet */
	assert_int_equal(count_answers(st), 1);
	stage_press(st, PRESS_TICK, NULL);
	assert_int_equal(count_answers(st), 1);
	stage_play(st, "morgen Esc f");
	assert_int_equal(count_answers(st), 2); /* before any other action */
	stage_play(st, "Esc Back Back Back Back Back Back Back Back Back Back Back Горд");
	stage_press(st, PRESS_TICK, NULL);
	stage_play(st, "=retry");
	/* letters of another script are told before the question goes for good, also when Enter comes faster than the text is stored */
	stage_play(st, "Back Back Back Back Пщувуьщкпут Enter @exam-sit =retry-told Enter @ask Esc @exam-sit");
	stage_play(st, "Back Back Back Back Back Back Back Back Back Back Back Goedemorgen Enter =retry-mended");
}

static void paused_and_released(void **state)
{
	struct stage *st = *state;
	st->prefix = "sit";
	begin(st);
	stage_play(st, "2 Right 1");
	supervise(st, pause_all);
	stage_play(st, "3 @exam-hold =paused Esc @exam-hold");
	pass(st, 100);
	supervise(st, release);
	pass(st, 1);
	stage_play(st, "@exam-sit =released Left =released-first");
}

static void only_a_code_opens_the_way_out(void **state)
{
	static char leave[EXAM_CODE_SIZE];
	struct stage *st = *state;
	struct err e = ERR_INIT;

	st->prefix = "sit";
	begin(st);
	stage_play(st, "Esc @exam-sit");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "@exam-leave =leave 000000 Enter @exam-leave =leave-refused Esc @exam-sit");
	st->f.app.front = "cli";
	assert_true(exam_leave_code(&st->f.app, session, 1, leave, &e));
	st->f.app.front = "tui";
	stage_press(st, PRESS_F10, NULL);
	stage_type(st, leave);
	stage_play(st, "Enter @language");
}

/* Wrong codes are counted: the right one comes too late then. */
static void a_code_for_leaving_is_not_guessed(void **state)
{
	static char leave[EXAM_CODE_SIZE];
	struct stage *st = *state;
	struct err e = ERR_INIT;

	begin(st);
	st->f.app.front = "cli";
	assert_true(exam_leave_code(&st->f.app, session, 1, leave, &e));
	st->f.app.front = "tui";
	stage_press(st, PRESS_F10, NULL);
	for (int i = 0; i < EXAM_LEAVE_TRIES; i++)
		stage_play(st, str_eq(leave, "000000") ? "111111 Enter @exam-leave" : "000000 Enter @exam-leave");
	stage_type(st, leave);
	stage_play(st, "Enter @exam-leave Esc @exam-sit");
}

/* The file of the store, and no other, may not grow; what is written by then stays. */
static void fill_disk(bool full)
{
	static struct rlimit before;
	struct rlimit now;

	if (full)
		assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	now = before;
	now.rlim_cur = full ? 1 : before.rlim_cur;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &now), 0);
}

static bool says(struct stage *st, const char *text)
{
	struct page p;
	bool found;

	page_init(&p);
	stack_describe(st->stack, &p);
	found = p.message != NULL && strstr(text_words(&p.arena, &p.message->text), text) != NULL;
	page_release(&p);
	return found;
}

static void a_full_disk_is_waited_for(void **state)
{
	struct stage *st = *state;

	begin(st);
	stage_play(st, "1");
	assert_int_equal(count_answers(st), 1);
	fill_disk(true);
	stage_play(st, "2");
	pass(st, 3);
	bool told = says(st, "cannot store just now");
	stage_play(st, "Right @exam-sit");
	bool stays = says(st, "cannot store just now");
	fill_disk(false);
	assert_true(told && stays);
	assert_int_equal(count_answers(st), 1);
	pass(st, 1);
	assert_false(says(st, "cannot store"));
	assert_int_equal(count_answers(st), 2); /* as soon as there is room, without a key */
}

static void what_came_of_it(void **state)
{
	struct stage *st = *state;

	st->prefix = "sit";
	stage_play(st, "4 1001 Enter 402817 Enter @home");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "@exam-mine =mine-planned Enter @exam-enter Esc @exam-mine");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "@exam-enter 1 Enter");
	stage_type(st, code);
	stage_play(st, "Enter @exam-rules");
	supervise(st, start);
	pass(st, 1);
	stage_play(st, "2 o End Enter 1 @exam-sit Goedemorgen Enter @exam-sit Esc o @exam-overview End Enter @exam-hand-in 1 @exam-over Enter @language");
	supervise(st, close_room);
	stage_play(st, "4 1001 Enter 402817 Enter @home =home");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "=mine-waits Enter @exam-own =mark-waits Esc Esc @home");
	supervise(st, give_out);
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "=mine-below 1 @exam-own =mark-below F6 @exam-review-ask =review Enter =review-empty I _ said _ it _ well. Enter @exam-own =mark-review Esc @exam-mine");
}

/* Texts that are read to all come first; then what is read, what is written on paper, and at the end is said what comes without the screen. */
static void heard_read_and_written(void **state)
{
	struct stage *st = *state;

	st->prefix = "room";
	enter(st);
	stage_play(st, "=rules");
	supervise(st, start);
	pass(st, 1);
	stage_play(st, "@exam-sit =heard 2 Right =heard-second Right =heard-third o End Enter @exam-hand-in 1 @exam-sit =read 2 Enter @exam-hand-in 1");
	pass(st, 1);
	stage_play(st, "@exam-task =task Esc @exam-task 1 @exam-task h =task-called h");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "@exam-leave Esc @exam-task Enter @exam-hand-in =task-hand-in 2 @exam-task");
	supervise(st, pause_all);
	pass(st, 1);
	stage_play(st, "@exam-hold");
	supervise(st, release);
	pass(st, 1);
	stage_play(st, "@exam-task");
	pass(st, 120);
	stage_play(st, "=task-minutes Enter 1 @exam-over =over");
}

static void writing_ends_with_its_time(void **state)
{
	struct stage *st = *state;

	begin(st);
	stage_play(st, "o End Enter 1 @exam-sit o End Enter 1 @exam-task");
	pass(st, 421);
	stage_play(st, "@exam-over");
}

/* A supervisor's page from which one seat is opened. */
static struct exam_enter_arg one;

static void board_describe(const void *state, const struct reader *r, struct page *page)
{
	(void)state;
	(void)r;
	page_title(page, "board");
}

static struct turn board_on_action(void *state, const struct event *e)
{
	(void)state;
	(void)e;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_enter, .arg = &one };
}

static const struct binding board_bindings[] = { { .action = ACTION_OPEN, .label = "open" }, { .action = ACTION_NONE } };

static const struct screen board = {
	.name = "board", .state_size = 1, .bindings = board_bindings, .describe = board_describe, .on_action = board_on_action,
};

static void one_laptop_comes_back_to_its_supervisor(void **state)
{
	struct stage *st = *state;
	struct err e = ERR_INIT;

	st->prefix = "sit";
	stack_free(st->stack);
	assert_true(sign_in(&st->f.app, "2001", "538206", &e));
	st->stack = stack_new(&st->f.app, &board);
	one = (struct exam_enter_arg){ .seat = 1 };
	memcpy(one.code, "000000", sizeof code);
	stage_play(st, "Enter @exam-enter Esc @board");
	assert_int_not_equal(st->f.app.person.id, 0);
	memcpy(one.code, code, sizeof code);
	stage_play(st, "Enter @exam-rules");
	assert_int_equal(st->f.app.person.id, 0); /* nothing of the supervisor's is open */
	supervise(st, start);
	pass(st, 1);
	stage_play(st, "@exam-sit o End Enter 1 @exam-sit Esc o End Enter 1 @exam-over =over-one Enter @exam-back =back Esc @exam-back");
	stage_play(st, "1001 Enter 402817 Enter @exam-back =back-learner");
	assert_int_equal(st->f.app.person.id, 0);
	stage_play(st, "Esc Back Back Back Back 2001 Enter 538206 Enter @board");
	assert_int_not_equal(st->f.app.person.id, 0);
}

/* No board can show a code there: the supervisor signs in at the learner's screen, and has the board with it. */
static void one_laptop_is_left_by_signing_in(void **state)
{
	struct stage *st = *state;
	struct err e = ERR_INIT;

	st->prefix = "sit";
	stack_free(st->stack);
	supervise(st, start); /* nobody has come yet */
	assert_true(sign_in(&st->f.app, "2001", "538206", &e));
	st->stack = stack_new(&st->f.app, &board);
	one = (struct exam_enter_arg){ .seat = 1 };
	memcpy(one.code, code, sizeof code);
	stage_play(st, "Enter @exam-rules Enter @exam-sit Right Esc Right Right @exam-wait =late Enter @exam-sit 2");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "@exam-leave =leave-one Esc @exam-sit");
	stage_press(st, PRESS_F10, NULL);
	stage_play(st, "@exam-leave 1001 Enter 402817 Enter @exam-leave =leave-learner");
	assert_int_equal(st->f.app.person.id, 0);
	stage_play(st, "Esc Back Back Back Back 2001 Enter 538206 Enter @board");
	assert_int_not_equal(st->f.app.person.id, 0);
	assert_int_equal(count_answers(st), 1);
	supervise(st, release);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(before_the_room_starts, set_up, stage_close),
		cmocka_unit_test_setup_teardown(the_way_through, set_up, stage_close),
		cmocka_unit_test_setup_teardown(time_runs_out, set_up, stage_close),
		cmocka_unit_test_setup_teardown(minutes_given_are_warned_of_anew, set_up, stage_close),
		cmocka_unit_test_setup_teardown(typed_text_is_stored_by_itself, set_up, stage_close),
		cmocka_unit_test_setup_teardown(paused_and_released, set_up, stage_close),
		cmocka_unit_test_setup_teardown(only_a_code_opens_the_way_out, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_code_for_leaving_is_not_guessed, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_full_disk_is_waited_for, set_up, stage_close),
		cmocka_unit_test_setup_teardown(what_came_of_it, set_up, stage_close),
		cmocka_unit_test_setup_teardown(heard_read_and_written, set_up_room, stage_close),
		cmocka_unit_test_setup_teardown(writing_ends_with_its_time, set_up_room, stage_close),
		cmocka_unit_test_setup_teardown(one_laptop_is_left_by_signing_in, set_up, stage_close),
		cmocka_unit_test_setup_teardown(one_laptop_comes_back_to_its_supervisor, set_up, stage_close),
	};

	return cmocka_run_group_tests_name("a learner's examination", tests, NULL, NULL);
}
