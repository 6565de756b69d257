/* The supervisor's board over a real store: learners sit at other terminals (their runs are driven here), the supervisor at this one. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

#include "app/exam.h"
#include "store/exams.h"

enum { SEATS = 5 };

struct board {
	struct stage *st;
	int64_t session;
	char codes[SEATS + 1][EXAM_CODE_SIZE];
	struct exam_run *runs[SEATS + 1];
};
static const struct person people[SEATS] = {
	{ .code = "1011", .name = "Abdullayev Botir", .birth = "2000-01-31", .region = "UZ-NG", .role = ROLE_LEARNER },
	{ .code = "1012", .name = "Ergasheva Nilufar", .birth = "1999-12-01", .region = "UZ-NG", .role = ROLE_LEARNER },
	{ .code = "1013", .name = "Karimova Aziza Shavkat qizi", .birth = "2001-05-14", .region = "UZ-NG", .role = ROLE_LEARNER },
	{ .code = "1014", .name = "Rahimov Jasur", .birth = "2000-02-03", .region = "UZ-NG", .role = ROLE_LEARNER },
	{ .code = "1015", .name = "Saidov Otabek", .birth = "2000-05-06", .region = "UZ-NG", .role = ROLE_LEARNER },
};

#define OK(call) do { struct err e_ = ERR_INIT; struct err *e = &e_; if (!(call)) fail_msg("%s", e_.msg); } while (0)

/* A session of five seats; the last one's identity is never confirmed unless asked for. */
static void plan(struct board *b, struct stage *st, int confirmed)
{
	struct app *app = &st->f.app;
	int64_t ids[SEATS];

	*b = (struct board){ .st = st };
	st->prefix = "exam-board";
	app->front = "cli";
	for (int i = 0; i < SEATS; i++) {
		struct arena a = ARENA_INIT;
		struct person p = people[i];

		OK(person_put(app, &a, &p, e));
		ids[i] = p.id;
		arena_release(&a);
	}
	struct exam_plan plan = { .exam = "mock", .day = "2026-11-23", .room = "2", .people = ids, .count = SEATS };
	OK(exam_plan(app, &plan, &b->session, e));
	for (int n = 1; n <= SEATS; n++)
		OK(exam_new_code(app, b->session, n, b->codes[n], e));
	for (int n = 1; n <= confirmed; n++) {
		const struct exam_identity id = { .latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567" };

		OK(exam_confirm(app, b->session, n, &id, e));
		OK(exam_open_seat(app, b->session, n, NULL, e));
	}
	app->front = "tui";
}

static void close_runs(struct board *b)
{
	for (int n = 1; n <= SEATS; n++)
		exam_run_free(b->runs[n]);
}

static void enter(struct board *b, int seat)
{
	struct err e = ERR_INIT;

	exam_run_free(b->runs[seat]);
	b->runs[seat] = exam_enter(&b->st->f.app, seat, b->codes[seat], &e);
	if (b->runs[seat] == NULL)
		fail_msg("%s", e.msg);
}

/* Seconds pass at the screens of some seats (bits by number), then the board looks. */
static void pass(struct board *b, unsigned live, int seconds)
{
	for (int i = 0; i < seconds; i++) {
		b->st->f.clock.wall += 1000;
		b->st->f.clock.mono += 1000;
		for (int n = 1; n <= SEATS; n++)
			if (live & 1u << n)
				OK(exam_tick(&b->st->f.app, b->runs[n], e));
	}
	stage_press(b->st, PRESS_TICK, NULL);
}

static void answer(struct board *b, int seat, size_t i)
{
	struct response resp = { .kind = FORM_CHOICE, .chosen = { 1 }, .count = 1 };
	struct arena a = ARENA_INIT;
	struct form form;
	bool retry;

	OK(exam_show(&b->st->f.app, b->runs[seat], i, &a, &form, e));
	OK(exam_answer(&b->st->f.app, b->runs[seat], i, &resp, &retry, e));
	arena_release(&a);
}

static bool is_in(struct board *b, int seat, enum sitting_state state)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	enum sitting_state is = SITTING_VOID;

	OK(exam_place_at(b->st->f.app.store, b->session, seat, &a, &r, e));
	sitting_state_from(r.state, &is);
	arena_release(&a);
	return is == state;
}

#define TO_BOARD "4 2001 Enter 538206 Enter @staff 2 @exam-sessions Enter @exam-board"
#define ALL_LIVE (1u << 1 | 1u << 2 | 1u << 3 | 1u << 4)

/* The room of the other tests: four seats run, the fifth was never confirmed. */
static void start(struct board *b, struct stage *st)
{
	plan(b, st, 4);
	for (int n = 1; n <= 4; n++)
		enter(b, n);
	stage_play(st, TO_BOARD " s @ask 1 @exam-board");
	pass(b, ALL_LIVE, 1);
	for (int n = 1; n <= 4; n++)
		answer(b, n, 0);
	answer(b, 1, 1);
	pass(b, ALL_LIVE, 60);
}

static void the_room_is_started(void **state)
{
	struct board b;
	struct stage *st = *state;

	plan(&b, st, 3);
	enter(&b, 1);
	enter(&b, 3);
	stage_play(st, TO_BOARD " =before 3 =waits s @ask =start 2 @exam-board");
	assert_true(is_in(&b, 1, SITTING_OPEN));
	stage_play(st, "s 1 @exam-board");
	assert_true(is_in(&b, 1, SITTING_RUNNING));
	assert_true(is_in(&b, 4, SITTING_PLANNED));
	pass(&b, 1u << 1 | 1u << 3, 1);
	stage_play(st, "=started 4 =unconfirmed m @exam-board-more =more-planned Esc @exam-board");
	close_runs(&b);
}

static void a_lost_terminal_is_released(void **state)
{
	struct board b;
	struct stage *st = *state;

	start(&b, st);
	stage_play(st, "3 =running");
	pass(&b, ALL_LIVE & ~(1u << 3), 130);
	stage_play(st, "=lost p @exam-board r =released");
	assert_true(is_in(&b, 3, SITTING_RUNNING));
	enter(&b, 3);
	pass(&b, ALL_LIVE, 1);
	stage_play(st, "=entered");
	/* the second time it comes to another terminal by itself and waits; the third asks for a decision */
	enter(&b, 3);
	pass(&b, ALL_LIVE, 1);
	stage_play(st, "=waits-for-release r");
	pass(&b, ALL_LIVE & ~(1u << 3), 20);
	stage_play(st, "=third r @exam-act =decision Enter Enter =decision-why Right Right Right Right Enter power =decision-words Enter @exam-board");
	assert_true(is_in(&b, 3, SITTING_RUNNING));
	close_runs(&b);
}

static void acts_say_why(void **state)
{
	struct board b;
	struct stage *st = *state;

	start(&b, st);
	stage_play(st, "2 p @exam-act =pause Right Right Enter illness Esc @exam-board");
	assert_true(is_in(&b, 2, SITTING_RUNNING));
	stage_play(st, "p Right Right Enter illness Enter @exam-board =paused t @exam-act =time 500 Enter Right Enter x Enter =time-wrong Back Back Back 5 Enter Enter Enter @second 9001 Enter 716493 Enter @exam-board =more-time");
	OK(exam_call(&st->f.app, b.runs[4], true, e));
	pass(&b, ALL_LIVE, 1);
	stage_play(st, "=call Tab =called d =call-done Tab Tab");
	stage_play(st, "m @exam-board-more =more");
	close_runs(&b);
}

/* End and void want the seat's number, a reason and a second person; Esc anywhere takes nothing. */
static void ending_needs_two(void **state)
{
	struct board b;
	struct stage *st = *state;

	start(&b, st);
	stage_play(st, "1 m 3 @exam-act =end 2 Enter Right Enter fight Enter @exam-act =end-wrong-seat Back 1 Enter Enter Enter @second =second");
	stage_play(st, "2001 Enter 538206 Enter @second =second-same Esc @exam-act Esc @exam-board");
	assert_true(is_in(&b, 1, SITTING_RUNNING));
	stage_play(st, "m 3 1 Enter Right Enter fight Enter @second 9001 Enter 7 Enter =second-short 16493 Enter @exam-board =ended");
	assert_true(is_in(&b, 1, SITTING_ABANDONED));
	stage_play(st, "m =more-ended Home Enter @exam-act 1 Enter Left Enter hall Enter @second 9001 Enter 716493 Enter @exam-board =void");
	assert_true(is_in(&b, 1, SITTING_VOID));
	close_runs(&b);
}

static void all_means_all(void **state)
{
	struct board b;
	struct stage *st = *state;

	start(&b, st);
	stage_play(st, "m 9 @exam-act =all 2 Enter Right Enter alarm Enter =all-word Back all Enter Enter Enter @second 9001 Enter 716493 Enter @exam-board =all-paused");
	for (int n = 1; n <= 4; n++)
		assert_true(is_in(&b, n, SITTING_PAUSED));
	stage_play(st, "m 9 @exam-act ALL Enter Right Enter over Enter @second 9001 Enter 716493 Enter @exam-board");
	for (int n = 1; n <= 4; n++)
		assert_true(is_in(&b, n, SITTING_RUNNING));
	close_runs(&b);
}

static void the_log_tells_everything(void **state)
{
	struct board b;
	struct stage *st = *state;

	start(&b, st);
	stage_play(st, "2 p Right Right Enter illness Enter @exam-board m 5 @exam-log =log Up Up Up =log-up Esc @exam-board");
	stage_play(st, "1 m 2 @exam-out =out");
	pass(&b, ALL_LIVE, 60);
	stage_play(st, "=out-later");
	pass(&b, ALL_LIVE, 60);
	stage_play(st, "=out-over Enter @exam-board");
	/* a session is closed when nobody sits any more */
	stage_play(st, "m 7 @ask 1 @exam-board-more =close-refused Esc");
	OK(exam_hand_in(&st->f.app, b.runs[1], e));
	close_runs(&b);
}

/* The clock of the computer goes back by an hour: the board says so, and the time of the exams goes on as it did. */
static void a_clock_that_went_back(void **state)
{
	struct board b;
	struct stage *st = *state;

	start(&b, st);
	st->f.clock.wall -= 3600 * 1000;
	pass(&b, ALL_LIVE, 1);
	stage_play(st, "=clock m 5 @exam-log =clock-log");
	close_runs(&b);
}

/* One laptop: the supervisor opens the only seat here, the learner sits it, and the board comes back when the supervisor signs in again. */
static void the_seat_is_sat_here(void **state)
{
	struct board b;
	struct stage *st = *state;

	plan(&b, st, 1);
	stage_play(st, TO_BOARD " s 1 m @exam-board-more =more-here 2 @exam-rules");
	assert_int_equal(st->f.app.person.id, 0);
	pass(&b, 0, 30); /* the board below sees nobody signed in, and says nothing */
	stage_play(st, "@exam-rules Enter @exam-sit Right Esc Right Right @exam-wait =here-ready");
	assert_true(is_in(&b, 1, SITTING_OPEN));
	stage_play(st, "Enter @exam-sit");
	assert_true(is_in(&b, 1, SITTING_RUNNING));
	close_runs(&b);
}

static int set_up(void **state)
{
	return stage_open(state, "tests/data/exams/pack");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_room_is_started, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_lost_terminal_is_released, set_up, stage_close),
		cmocka_unit_test_setup_teardown(acts_say_why, set_up, stage_close),
		cmocka_unit_test_setup_teardown(ending_needs_two, set_up, stage_close),
		cmocka_unit_test_setup_teardown(all_means_all, set_up, stage_close),
		cmocka_unit_test_setup_teardown(the_log_tells_everything, set_up, stage_close),
		cmocka_unit_test_setup_teardown(the_seat_is_sat_here, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_clock_that_went_back, set_up, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
