/* The board: what it sees by what is new is what it sees anew; two boards agree; acts on all seats go round; the clock. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "app/exam_watch.h"

static struct exam_watch *watch(struct room *r)
{
	struct err e = ERR_INIT;
	struct exam_watch *w = exam_watch_new(&r->f.app, r->session, &e);
	if (!w)
		fail_msg("%s", e.msg);
	return w;
}

static void look(struct room *r, struct exam_watch *w)
{
	struct err e = ERR_INIT;
	if (!exam_watch_look(&r->f.app, w, &e))
		fail_msg("%s", e.msg);
}

/* The watch that was kept and a new one say the same of every seat. */
static void compare(struct room *r, struct exam_watch *w)
{
	look(r, w);
	struct exam_watch *fresh = watch(r);
	assert_int_equal(w->count, fresh->count);
	assert_int_equal(w->seen, fresh->seen);
	assert_memory_equal(&w->tally, &fresh->tally, sizeof(w->tally));
	for (size_t i = 0; i < w->count; i++) {
		const struct exam_watched *a = &w->seats[i], *b = &fresh->seats[i];
		assert_int_equal(a->seat.state, b->seat.state);
		assert_int_equal(a->seat.section, b->seat.section);
		assert_int_equal(a->seat.position, b->seat.position);
		assert_int_equal(a->seat.answered, b->seat.answered);
		assert_int_equal(a->seat.count, b->seat.count);
		assert_int_equal(a->seat.left_ms, b->seat.left_ms);
		assert_int_equal(a->seat.lost, b->seat.lost);
		assert_int_equal(a->seat.calls, b->seat.calls);
		assert_int_equal(a->last.seq, b->last.seq);
		assert_int_equal(a->change.seq, b->change.seq);
		assert_string_equal(a->seat.text, b->seat.text);
	}
	exam_watch_free(fresh);
}

static void what_is_new_adds_up(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	plan_room(&r);
	struct exam_watch *w = watch(&r);
	compare(&r, w);
	assert_int_equal(w->tally.unready, 3);
	assert_int_equal(w->news_count, 0);
	open_room(&r);
	compare(&r, w);
	assert_int_equal(w->news_count, 6); /* three confirmed, three opened */
	struct exam_run *run = enter(&r, 1);
	compare(&r, w);
	assert_int_equal(w->tally.entered, 1);
	assert_true(exam_start(&r.f.app, r.session, NULL, &e));
	tick(&r, run);
	for (size_t q = 0; q < 3; q++) {
		show(&r, run, q);
		assert_true(choose(&r, run, q, 0, &e));
		sit(&r, run, 1);
		compare(&r, w);
		assert_int_equal(w->seats[0].seat.answered, q + 1);
		assert_int_equal(w->seats[0].seat.position, q + 1);
	}
	assert_int_equal(w->seats[0].seat.count, 3);
	/* away for long: what was seen and not answered is exchanged */
	assert_true(exam_hand_in(&r.f.app, run, &e));
	show(&r, run, 0);
	compare(&r, w);
	assert_int_equal(w->seats[0].seat.section, 1);
	pass(&r, EXAM_AWAY_MS + 60000);
	look(&r, w);
	assert_true(w->seats[0].seat.lost);
	assert_int_equal(w->tally.lost, 1); /* the other two run without a screen: their clocks stand */
	assert_true(release(&r, 1, &e));
	compare(&r, w);
	assert_string_equal(w->news[w->news_count - 1].act, "replace");
	assert_int_equal(w->seats[0].seat.count, 2);
	exam_watch_free(w);
	end(&r, run);
}

/* Both saw the seat run; what the first one decides the second one has not seen. */
static void two_boards_agree(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *run = start(&r, 1);
	exam_run_free(enter(&r, 2));
	struct exam_watch *a = watch(&r), *b = watch(&r);
	struct exam_reason one = {.why = WHY_TECHNICAL, .text = "keyboard", .second = r.witness, .seen = a->seen}, other = {.why = WHY_EXAMINEE, .text = "illness", .second = r.witness, .seen = b->seen};
	assert_true(exam_extend(&r.f.app, r.session, 1, 5, &one, NULL, &e));
	assert_false(exam_extend(&r.f.app, r.session, 1, 5, &other, NULL, &e));
	assert_non_null(strstr(e.msg, "meanwhile"));
	assert_true(exam_extend(&r.f.app, r.session, 2, 5, &other, NULL, &e)); /* another seat is another matter */
	look(&r, b);
	other.seen = b->seen;
	assert_int_equal(b->seats[0].seat.left_ms / 60000, 15);
	assert_true(exam_pause(&r.f.app, r.session, 1, &other, NULL, &e));
	assert_false(exam_pause(&r.f.app, r.session, 1, &one, NULL, &e));
	one.seen = 0; /* even who does not look cannot do it twice */
	assert_false(exam_pause(&r.f.app, r.session, 1, &one, NULL, &e));
	look(&r, a);
	look(&r, b);
	assert_int_equal(a->seen, b->seen);
	assert_int_equal(a->tally.paused, 1);
	exam_watch_free(a);
	exam_watch_free(b);
	end(&r, run);
}

/* Somebody sits the same exam in another room: that seat is refused and named, the others are done. */
static void one_refusal_stops_nobody(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_session second;
	struct arena arena = ARENA_INIT;
	int done;
	plan_room(&r);
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	int64_t first = r.session;
	struct exam_plan plan = {.exam = "mock", .day = "2026-11-23", .room = "3", .people = r.people, .count = 3};
	assert_true(exam_plan(&r.f.app, &plan, &r.session, &e));
	assert_true(exam_confirm(&r.f.app, first, 2, &id, &e));
	assert_true(exam_open_seat(&r.f.app, first, 2, NULL, &e));
	for (int seat = 1; seat <= 3; seat++)
		assert_true(exam_confirm(&r.f.app, r.session, seat, &id, &e));
	assert_false(exam_open_seat(&r.f.app, r.session, 0, &done, &e));
	assert_int_equal(done, 2);
	assert_int_equal(e.kind, ERR_DENIED);
	assert_non_null(strstr(e.msg, "refused at 2: "));
	assert_true(exam_session(&r.f.app, r.session, &arena, &second, &e));
	assert_string_equal(second.state, "open");
	assert_false(second.started);
	arena_release(&arena);
	fixture_close(&r.f);
}

static void a_room_without_an_open_seat_does_not_start(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_session s;
	struct arena arena = ARENA_INIT;
	int done = -1;
	plan_room(&r);
	assert_false(exam_start(&r.f.app, r.session, &done, &e));
	assert_int_equal(done, 0);
	assert_true(exam_session(&r.f.app, r.session, &arena, &s, &e));
	assert_false(s.started);
	arena_release(&arena);
	fixture_close(&r.f);
}

static void all_seats_need_two_people(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	int done;
	struct exam_run *run = start(&r, 1);
	exam_run_free(enter(&r, 2));
	exam_run_free(enter(&r, 3));
	struct exam_reason alarm = {.why = WHY_ENVIRONMENT, .text = "fire alarm"};
	assert_false(exam_pause(&r.f.app, r.session, 0, &alarm, &done, &e));
	assert_false(exam_extend(&r.f.app, r.session, 0, 5, &alarm, &done, &e));
	assert_false(exam_release(&r.f.app, r.session, 0, NULL, &done, &e));
	alarm.second = r.witness;
	assert_true(exam_pause(&r.f.app, r.session, 0, &alarm, &done, &e));
	assert_int_equal(done, 3);
	assert_true(exam_extend(&r.f.app, r.session, 0, 5, &alarm, &done, &e));
	assert_int_equal(done, 3);
	alarm.text = "";
	assert_false(exam_release(&r.f.app, r.session, 0, &alarm, &done, &e));
	alarm.text = "it was a drill";
	assert_true(exam_release(&r.f.app, r.session, 0, &alarm, &done, &e));
	assert_int_equal(done, 3);
	end(&r, run);
}

static bool count_clock(void *ctx, const struct exam_event *ev)
{
	*(int *)ctx += strcmp(ev->act, "clock-back") == 0;
	return true;
}

static int clock_notes(struct room *r)
{
	struct err e = ERR_INIT;
	int n = 0;
	assert_true(exam_events(&r->f.app, r->session, count_clock, &n, &e));
	return n;
}

/* Two boards see it, one note is made; a second time is a second note. */
static void a_clock_that_went_back_is_noted_once(void **state)
{
	(void)state;
	struct room r;
	struct exam_run *run = start(&r, 1);
	struct exam_watch *a = watch(&r), *b = watch(&r);
	sit(&r, run, 10);
	r.f.clock.wall -= 3600 * 1000;
	int64_t left = run->left_ms;
	sit(&r, run, 10);
	assert_int_equal(run->left_ms, left - 10000); /* inside the sitting it does not matter */
	look(&r, a);
	look(&r, b);
	assert_true(a->back_ms > 3500 * 1000 && b->back_ms > 3500 * 1000);
	assert_int_equal(clock_notes(&r), 1);
	look(&r, a);
	struct exam_watch *c = watch(&r);
	assert_int_equal(clock_notes(&r), 1);
	r.f.clock.wall += 3600 * 1000;
	sit(&r, run, 20);
	look(&r, a);
	assert_int_equal(a->back_ms, 0);
	exam_watch_free(a);
	exam_watch_free(b);
	exam_watch_free(c);
	end(&r, run);
}

/* Something that happens in between, at the store, as by another process. */
static void meanwhile(struct room *r, const char *sql)
{
	sqlite3 *db;
	char *fault = NULL;
	assert_int_equal(sqlite3_open(r->f.path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &fault) != SQLITE_OK)
		fail_msg("%s", fault);
	sqlite3_close(db);
}

/* Seat 2 hands in while the round is at seat 1: a pause for all was not meant for it any more, and nothing was refused. */
static void who_hands_in_during_a_round_is_passed_over(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	int done;
	struct exam_run *run = start(&r, 1), *second = enter(&r, 2), *third = enter(&r, 3);
	struct exam_reason why = {.why = WHY_ENVIRONMENT, .text = "alarm", .second = r.witness};
	meanwhile(&r, "CREATE TRIGGER in_between AFTER UPDATE OF state ON exam_sitting WHEN NEW.seat = 1 AND NEW.state = 'paused' "
		      "BEGIN UPDATE exam_sitting SET state = 'submitted', ended_at = 1 WHERE session = NEW.session AND seat = 2; END");
	if (!exam_pause(&r.f.app, r.session, 0, &why, &done, &e))
		fail_msg("%s", e.msg);
	assert_int_equal(done, 2);
	assert_string_equal(place(&r, 2, &a).state, "submitted");
	assert_string_equal(place(&r, 3, &a).state, "paused");
	arena_release(&a);
	exam_run_free(second);
	exam_run_free(third);
	end(&r, run);
}

/* With `given` as a line of the log. */
static void answer(struct room *r, struct exam_run *run, size_t i, const char *given)
{
	struct arena a = ARENA_INIT;
	struct response resp;
	struct err e = ERR_INIT;
	bool retry;
	assert_true(response_parse(&a, run->questions[i].item->type->answer, given, &resp));
	show(r, run, i);
	if (!exam_answer(&r->f.app, run, i, &resp, &retry, &e))
		fail_msg("%s", e.msg);
	arena_release(&a);
}

static size_t question(const struct exam_run *run, const char *id)
{
	for (size_t i = 0; i < run->count; i++)
		if (strcmp(strrchr(run->questions[i].path, '/') + 1, id) == 0)
			return i;
	fail_msg("no question %s", id);
	return 0;
}

static void agree(struct room *r, struct exam_run *run, struct exam_watch *w, int answered)
{
	int here = 0;
	compare(r, w);
	assert_int_equal(w->seats[0].seat.answered, answered);
	for (size_t i = 0; i < run->count; i++)
		here += run->questions[i].answered;
	assert_int_equal(here, answered);
}

/* The board counts as the learner's screen does, by what is new and at a first look. */
static void what_is_filled_in_part_is_not_answered(void **state)
{
	(void)state;
	struct room r;
	plan_room_of(&r, "tests/data/exams/gaps", "final");
	struct exam_run *run = start_planned(&r, 1);
	struct exam_watch *w = watch(&r);
	size_t table = question(run, "w3"), gaps = question(run, "w1");
	agree(&r, run, w, 0);
	answer(&r, run, table, "0,-1,0");
	agree(&r, run, w, 0);
	answer(&r, run, gaps, "ben\x1F\x1FOezbekistan");
	agree(&r, run, w, 0);
	answer(&r, run, table, "0,0,0");
	agree(&r, run, w, 1);
	answer(&r, run, gaps, "ben\x1Fkwam\x1FOezbekistan");
	agree(&r, run, w, 2);
	answer(&r, run, table, "0,0,-1");
	agree(&r, run, w, 1);
	exam_run_free(run);
	run = enter(&r, 1); /* another screen counts alike */
	struct err e = ERR_INIT;
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	agree(&r, run, w, 1);
	exam_watch_free(w);
	end(&r, run);
}

static bool take_title(void *ctx, const struct exam_session *s)
{
	assert_string_equal(s->title, ctx);
	assert_string_equal(s->source_title, "Exam with gaps");
	return true;
}

static void a_session_is_named_in_the_reader_s_language(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct exam_session s;
	plan_room_of(&r, "tests/data/exams/gaps", "final");
	char ru[] = "Экзамен с пропусками", en[] = "Exam with gaps";
	assert_true(exam_sessions(&r.f.app, take_title, en, &e));
	snprintf(r.f.app.language, sizeof(r.f.app.language), "ru");
	assert_true(exam_sessions(&r.f.app, take_title, ru, &e));
	assert_true(exam_session(&r.f.app, r.session, &a, &s, &e));
	take_title(ru, &s);
	snprintf(r.f.app.language, sizeof(r.f.app.language), "nl"); /* which the pack has not */
	assert_true(exam_sessions(&r.f.app, take_title, en, &e));
	arena_release(&a);
	fixture_close(&r.f);
}

static bool list_calls(void *ctx, const struct exam_event *ev)
{
	char *list = ctx;
	if (strncmp(ev->act, "call", 4) == 0) {
		assert_int_equal(ev->seat, 1);
		assert_true(strlen(list) + strlen(ev->act) + 2 < 64);
		strcat(strcat(list, ev->act), " ");
	}
	return true;
}

/* Each once: what was so already is no event. */
static void calls_stand_in_the_log(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *run = start(&r, 1);
	struct app *app = &r.f.app;
	char list[64] = "";
	assert_true(exam_call(app, run, true, &e) && exam_call(app, run, true, &e) && exam_call(app, run, false, &e) && exam_call(app, run, true, &e));
	assert_true(exam_call_done(app, r.session, 1, &e) && exam_call_done(app, r.session, 1, &e));
	assert_true(exam_events(app, r.session, list_calls, list, &e));
	assert_string_equal(list, "call call-off call call-done ");
	end(&r, run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(calls_stand_in_the_log), cmocka_unit_test(who_hands_in_during_a_round_is_passed_over), cmocka_unit_test(what_is_filled_in_part_is_not_answered),
		cmocka_unit_test(a_session_is_named_in_the_reader_s_language),
		cmocka_unit_test(what_is_new_adds_up), cmocka_unit_test(two_boards_agree), cmocka_unit_test(one_refusal_stops_nobody),
		cmocka_unit_test(a_room_without_an_open_seat_does_not_start), cmocka_unit_test(all_seats_need_two_people),
		cmocka_unit_test(a_clock_that_went_back_is_noted_once),
	};
	return cmocka_run_group_tests_name("the board", tests, NULL, NULL);
}
