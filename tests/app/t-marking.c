/* Marking by rubric, typed answers that are looked at, release, reviews, results. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/exam_marking.h"
#include "app/exam_release.h"
#include "app/exam_rescore.h"
#include "app/people.h"
#include "store/stmt.h"

static void refuse(bool ok, struct err *e, const char *why)
{
	if (ok || !strstr(e->msg, why))
		fail_msg("'%s' instead of '%s'", ok ? "done" : e->msg, why);
	err_clear(e);
}

static void sign(struct room *r, const char *code)
{
	struct err e = ERR_INIT;
	sign_out(&r->f.app);
	check(sign_in(&r->f.app, code, "402817", &e), &e);
}

static const char *sitting_of(struct room *r, int seat, struct arena *a)
{
	return place(r, seat, a).sitting;
}

/* Marks of the one signed in, who says that they taught nobody. */
static bool mark(struct room *r, int seat, int marker, int task, int clear, int64_t second, const char *remark, struct err *e)
{
	struct arena a = ARENA_INIT;
	const int bands[] = {task, clear};
	struct marking_entry m = {.section = 1, .marker = marker, .bands = bands, .remark = remark, .second = second};
	const char *sitting = sitting_of(r, seat, &a);
	struct err x = ERR_INIT;
	check(marking_declare(&r->f.app, sitting, false, &x), &x);
	bool ok = marking_put(&r->f.app, sitting, &m, e);
	arena_release(&a);
	return ok;
}

static struct release_state state_of(struct room *r)
{
	struct arena a = ARENA_INIT;
	struct release_state s;
	struct err e = ERR_INIT;
	check(release_state(&r->f.app, r->session, &a, &s, &e), &e);
	s.by = NULL;
	arena_release(&a);
	return s;
}

/* Marks of both assessors for everybody, without a difference. */
static void mark_all(struct room *r)
{
	struct err e = ERR_INIT;
	for (int seat = 1; seat <= 3; seat++)
		check(mark(r, seat, MARKER_FIRST, 2, 2, 0, NULL, &e), &e);
	sign(r, "9002");
	for (int seat = 1; seat <= 3; seat++)
		check(mark(r, seat, MARKER_SECOND, 2, 2, 0, NULL, &e), &e);
}

static void equal_answers_are_decided_once_for_all(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct doubts d;
	hold_final(&r);
	check(doubts_load(&r.f.app, r.session, &d, &e), &e);
	assert_int_equal(d.count, 2); /* what was left out and what was chosen is not among them */
	assert_int_equal(d.open, 2);
	assert_string_equal(d.list[0].given, "het eethuis");
	assert_int_equal(d.list[0].count, 2);
	assert_string_equal(d.list[0].verdict, "wrong");
	assert_string_equal(d.list[0].expected, "de kantine");
	assert_string_equal(d.list[0].asked, "Write: the canteen");
	doubts_release(&d);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 2);
	decide(&r, "het eethuis", DOUBT_HALF); /* half a point, which this exam itself does not count */
	struct exam_result x = result_of(&r, 1, &a);
	assert_int_equal(x.scale, 2);
	assert_int_equal(x.sections[0].mark, 5);
	assert_int_equal(x.sections[0].maximum, 6);
	assert_int_equal(result_of(&r, 2, &a).sections[0].mark, 3);
	assert_int_equal(result_of(&r, 3, &a).scale, 1);
	decide(&r, "het eethuis", DOUBT_FULL);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 3);
	assert_int_equal(state_of(&r).answers_open, 1);
	decide(&r, "het eethuis", DOUBT_OPEN);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 2);
	assert_int_equal(state_of(&r).answers_open, 2);
	decide(&r, "het eethuis", DOUBT_CONFIRMED);
	decide(&r, "de port", DOUBT_FULL);
	assert_int_equal(state_of(&r).answers_open, 0);
	refuse(release_results(&r.f.app, r.session, &e), &e, "3 marks of assessors are missing");
	arena_release(&a);
	fixture_close(&r.f);
}

static void a_second_marker_is_another_person_and_differences_are_decided(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct marking m;
	hold_final(&r);
	const char *one = sitting_of(&r, 1, &a);
	const int bands[] = {2, 2};
	struct marking_entry entry = {.section = 1, .marker = MARKER_FIRST, .bands = bands};
	refuse(marking_put(&r.f.app, one, &entry, &e), &e, "say first whether you taught Aziza Karimova");
	check(marking_declare(&r.f.app, one, true, &e), &e);
	refuse(marking_put(&r.f.app, one, &entry, &e), &e, "somebody else has to give these marks");
	entry.section = 0;
	refuse(marking_put(&r.f.app, one, &entry, &e), &e, "not marked by assessors");
	assert_int_equal(result_of(&r, 1, &a).waits[1], MARKS_WAIT_FIRST);
	check(mark(&r, 1, MARKER_FIRST, 2, 2, 0, "clear and lively", &e), &e); /* 7 of 7 */
	assert_int_equal(result_of(&r, 1, &a).waits[1], MARKS_WAIT_SECOND);
	assert_int_equal(result_of(&r, 1, &a).missing, 1);
	refuse(mark(&r, 1, MARKER_SECOND, 2, 2, 0, NULL, &e), &e, "another person than the first");
	refuse(mark(&r, 1, MARKER_FIRST, 1, 1, 0, NULL, &e), &e, "second member of staff must sign in");
	sign(&r, "9002");
	check(mark(&r, 1, MARKER_SECOND, 1, 2, 0, NULL, &e), &e); /* 5 of 7: two apart, which the rule takes */
	struct exam_result x = result_of(&r, 1, &a);
	assert_int_equal(x.waits[1], MARKS_COMPLETE);
	assert_int_equal(x.sections[1].mark, 6);
	assert_int_equal(x.sections[1].maximum, 7);
	/* three apart: a decision, by both together */
	check(mark(&r, 2, MARKER_FIRST, 2, 2, 0, NULL, &e), &e);
	refuse(mark(&r, 2, MARKER_DECIDES, 2, 2, 0, NULL, &e), &e, "not so far apart");
	sign(&r, "9001");
	check(mark(&r, 2, MARKER_SECOND, 1, 1, 0, NULL, &e), &e);
	check(marking_load(&r.f.app, sitting_of(&r, 2, &a), 1, &a, &m, &e), &e);
	assert_int_equal(m.state, MARKS_WAIT_DECISION);
	assert_int_equal(m.mine, MARKER_DECIDES);
	assert_string_equal(m.bands[0][2], "Done");
	assert_string_equal(m.markers[MARKER_FIRST].name, "Jasur Rahimov");
	refuse(mark(&r, 2, MARKER_DECIDES, 1, 2, 0, NULL, &e), &e, "the other one signs in too");
	check(mark(&r, 2, MARKER_DECIDES, 1, 2, r.witness, NULL, &e), &e);
	assert_int_equal(result_of(&r, 2, &a).sections[1].mark, 5);
	/* nobody makes the mark of the other one their own, nor a decision of both */
	refuse(mark(&r, 2, MARKER_FIRST, 1, 1, r.people[2], NULL, &e), &e, "another person than the first");
	refuse(mark(&r, 2, MARKER_DECIDES, 0, 0, r.people[2], NULL, &e), &e, "the other one signs in too");
	sign(&r, "9002");
	refuse(mark(&r, 2, MARKER_SECOND, 2, 2, r.people[2], NULL, &e), &e, "another person than the first");
	sign(&r, "9001");
	/* changed with a second person: both rows stay */
	check(mark(&r, 2, MARKER_SECOND, 2, 2, r.witness, "heard again", &e), &e);
	assert_int_equal(result_of(&r, 2, &a).sections[1].mark, 7);
	/* not there for the speaking */
	struct marking_entry absent = {.section = 1, .marker = MARKER_FIRST, .absent = true};
	const char *three = sitting_of(&r, 3, &a);
	check(marking_declare(&r.f.app, three, false, &e) && marking_put(&r.f.app, three, &absent, &e), &e);
	x = result_of(&r, 3, &a);
	assert_int_equal(x.waits[1], MARKS_COMPLETE);
	assert_int_equal(x.sections[1].maximum, 0);
	assert_false(x.outcome.complete);
	assert_int_equal(state_of(&r).marks, 0);
	arena_release(&a);
	fixture_close(&r.f);
}

struct found {
	int count, passed, released, mark;
};

static bool take_standing(void *ctx, const struct exam_standing *s)
{
	struct found *f = ctx;
	f->count++;
	f->passed += s->passed;
	f->released += s->released;
	f->mark = s->mark;
	assert_string_equal(s->examines, "words/final");
	assert_string_equal(s->room, "2");
	assert_false(s->live);
	return true;
}

static void results_are_seen_after_the_release(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct found f = {0};
	hold_final(&r);
	mark_all(&r);
	refuse(release_results(&r.f.app, r.session, &e), &e, "2 typed answers were not looked at");
	decide(&r, "het eethuis", DOUBT_CONFIRMED);
	decide(&r, "de port", DOUBT_FULL);
	check(exam_standings(&r.f.app, r.people[0], take_standing, &f, &e), &e);
	assert_int_equal(f.count, 1);
	assert_int_equal(f.released, 0);
	sign(&r, "1001");
	struct exam_result x = result_of(&r, 1, &a);
	assert_false(x.released);
	assert_int_equal(x.outcome.maximum, 0);
	refuse(release_results(&r.f.app, r.session, &e), &e, "sign in as one");
	sign(&r, "9002");
	struct release_todo todo;
	check(release_todo(&r.f.app, &todo, &e), &e);
	assert_int_equal(todo.ready, 1);
	check(release_results(&r.f.app, r.session, &e), &e);
	refuse(release_results(&r.f.app, r.session, &e), &e, "given out already");
	struct doubts d;
	check(doubts_load(&r.f.app, r.session, &d, &e), &e);
	refuse(doubt_decide(&r.f.app, r.session, &d.list[0], DOUBT_FULL, &e), &e, "given out");
	doubts_release(&d);
	sign(&r, "1001");
	x = result_of(&r, 1, &a);
	assert_true(x.released);
	assert_int_equal(x.outcome.mark, 9);
	assert_int_equal(x.outcome.maximum, 10);
	assert_true(x.outcome.passed);
	f = (struct found){0};
	check(exam_standings(&r.f.app, r.people[0], take_standing, &f, &e), &e);
	assert_int_equal(f.released, 1);
	assert_int_equal(f.passed, 1);
	assert_int_equal(f.mark, 9);
	refuse(exam_standings(&r.f.app, 0, take_standing, &f, &e), &e, "sign in as one");
	arena_release(&a);
	fixture_close(&r.f);
}

static bool count_outcome(void *ctx, const struct outcome_row *o)
{
	struct found *f = ctx;
	f->count++;
	f->mark = o->mark;
	return true;
}

/* A mark by the number of its question, that Jasur Rahimov signed for, too. */
static bool find_signed(void *ctx, const struct exam_event *ev)
{
	bool *found = ctx;
	*found |= strcmp(ev->act, "mark") == 0 && strcmp(ev->with, "Jasur Rahimov") == 0;
	return true;
}

static void a_learner_asks_for_a_review_once(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct review v;
	struct found f = {0};
	hold_final(&r);
	mark_all(&r);
	decide(&r, "het eethuis", DOUBT_CONFIRMED);
	decide(&r, "de port", DOUBT_CONFIRMED);
	const char *one = sitting_of(&r, 1, &a), *two = sitting_of(&r, 2, &a);
	sign(&r, "1001");
	refuse(review_ask(&r.f.app, one, "please look again", &e), &e, "not given out yet");
	sign(&r, "9001");
	check(release_results(&r.f.app, r.session, &e), &e);
	sign(&r, "1001");
	refuse(review_ask(&r.f.app, two, "please look again", &e), &e, "only who sat the exam");
	refuse(review_ask(&r.f.app, one, "two\nlines", &e), &e, "no plain line");
	check(review_of(&r.f.app, one, &a, &v, &e), &e);
	assert_int_equal(v.state, REVIEW_POSSIBLE);
	assert_string_equal(v.until, "2026-12-07");
	check(review_ask(&r.f.app, one, "eethuis is a canteen too", &e), &e);
	refuse(review_ask(&r.f.app, one, "once more", &e), &e, "asked for already");
	sign(&r, "9001");
	struct release_todo todo;
	check(release_todo(&r.f.app, &todo, &e), &e);
	assert_int_equal(todo.reviews, 1);
	refuse(review_answer(&r.f.app, two, "nothing", &e), &e, "nobody asked");
	struct lifted l = {.number = 1, .to = DOUBT_FULL, .reason = "a canteen, where one eats"};
	refuse(release_lift(&r.f.app, one, &l, &e), &e, "needs a second member of staff");
	check(exam_witness(&r.f.app, "9002", "402817", &l.second, &e), &e);
	check(release_lift(&r.f.app, one, &l, &e), &e);
	bool signed_by_both = false;
	check(exam_events(&r.f.app, r.session, find_signed, &signed_by_both, &e), &e);
	assert_true(signed_by_both);
	check(review_answer(&r.f.app, one, "You are right.", &e), &e);
	refuse(review_answer(&r.f.app, one, "Again.", &e), &e, "answered already");
	check(release_history(&r.f.app, one, count_outcome, &f, &e), &e);
	assert_int_equal(f.count, 2); /* the old one is kept */
	assert_int_equal(f.mark, 10);
	sign(&r, "1001");
	check(review_of(&r.f.app, one, &a, &v, &e), &e);
	assert_int_equal(v.state, REVIEW_ANSWERED);
	assert_true(v.changed);
	assert_string_equal(v.answer, "You are right.");
	assert_int_equal(result_of(&r, 1, &a).outcome.mark, 10);
	pass(&r, INT64_C(15) * 86400000);
	sign(&r, "1002");
	refuse(review_ask(&r.f.app, two, "please", &e), &e, "until 2026-12-07");
	arena_release(&a);
	fixture_close(&r.f);
}

struct rescored_marks {
	int count, before, after, maximum, passed_before, passed_after;
};

static void take_rescored(void *ctx, const struct rescored *x)
{
	struct rescored_marks *m = ctx;
	m->count++;
	m->before += x->before * 2 / x->scale;
	m->after += x->after * 2 / x->scale;
	m->maximum += x->after_maximum * 2 / x->scale;
	m->passed_before += x->passed_before;
	m->passed_after += x->passed_after;
}

/* Another session, of whoever sat at that seat, in the version that is installed now; the session of the room stays the first. */
static bool sit_again(struct room *r, int seat)
{
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	int64_t first = r->session;
	static const struct exam_identity id = {.latin = "ALIYEV OTABEK", .birth = "2001-05-14", .document = "FA1234569"};
	pass(r, 7 * INT64_C(86400000));
	struct exam_plan plan = {.exam = "words/final", .day = "2026-11-30", .room = "2", .people = &r->people[seat - 1], .count = 1};
	check(exam_plan(&r->f.app, &plan, &r->session, &e) && exam_new_code(&r->f.app, r->session, 1, r->codes[1], &e), &e);
	check(exam_confirm(&r->f.app, r->session, 1, &id, &e) && exam_open_seat(&r->f.app, r->session, 1, NULL, &e) && exam_start(&r->f.app, r->session, NULL, &e), &e);
	struct exam_run *run = enter(r, 1);
	tick(r, run);
	check(exam_hand_in(&r->f.app, run, &e), &e);
	bool ended = sitting_ended(run->state);
	exam_run_free(run);
	arena_release(&a);
	r->session = first;
	return ended;
}

static void answers_to_a_mended_key_are_counted_anew(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct rescored_marks m = {0};
	struct found f = {0};
	struct rescore what = {.exam = "words/final", .item = "w1"};
	int changed;
	hold_final(&r);
	mark_all(&r);
	decide(&r, "het eethuis", DOUBT_CONFIRMED);
	decide(&r, "de port", DOUBT_CONFIRMED);
	check(exam_close(&r.f.app, r.session, &e), &e); /* once more: that gives nothing out */
	assert_false(state_of(&r).released);
	check(release_results(&r.f.app, r.session, &e), &e);
	refuse(rescore_look(&r.f.app, &what, take_rescored, &m, &e), &e, "is the same in the newest version");
	m = (struct rescored_marks){0};
	install(&r.f.app, "tests/data/exams/dutch-2");
	check(rescore_look(&r.f.app, &what, take_rescored, &m, &e), &e);
	assert_int_equal(m.count, 3);
	assert_int_equal(m.before, 2); /* in halves: one of three had it */
	assert_int_equal(m.after, 6);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 2); /* only looked at */
	/* a fourth person, with the mended question: nothing to count anew there */
	assert_true(sit_again(&r, 3));
	m = (struct rescored_marks){0};
	check(rescore_look(&r.f.app, &what, take_rescored, &m, &e), &e);
	assert_int_equal(m.count, 3);
	what.reason = "an eating house is a canteen, too";
	refuse(rescore_do(&r.f.app, &what, NULL, NULL, &changed, &e), &e, "needs a second member of staff");
	what.second = r.supervisor;
	check(rescore_do(&r.f.app, &what, NULL, NULL, &changed, &e), &e);
	assert_int_equal(changed, 2);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 3);
	check(release_history(&r.f.app, sitting_of(&r, 1, &a), count_outcome, &f, &e), &e);
	assert_int_equal(f.count, 2);
	assert_int_equal(f.mark, 10);
	/* the key was mended wrongly, and is mended once more: what the wrong one gave goes, what an assessor gave stays */
	struct lifted half = {.number = 1, .to = DOUBT_HALF, .reason = "half right", .second = r.supervisor};
	check(release_lift(&r.f.app, sitting_of(&r, 2, &a), &half, &e), &e);
	check(sql_exec(r.f.app.store, "INSERT INTO item_body (hash, body) SELECT 'third', replace(body, 'het eethuis', 'de eetzaal') FROM item_body WHERE body LIKE '%het eethuis%';"
				      "UPDATE exam_bank SET hash = 'third' WHERE id = 'w1' AND version = (SELECT max(version) FROM exam_bank)", &e), &e);
	check(rescore_do(&r.f.app, &what, NULL, NULL, &changed, &e), &e);
	assert_int_equal(result_of(&r, 1, &a).sections[0].mark, 2);
	assert_int_equal(result_of(&r, 2, &a).sections[0].mark * 2 / result_of(&r, 2, &a).scale, 3);
	/* other options: numbers would mean something else */
	what.item = "words/final/w3";
	refuse(rescore_do(&r.f.app, &what, NULL, NULL, &changed, &e), &e, "options");
	what.how = RESCORE_LEFT_OUT;
	check(rescore_do(&r.f.app, &what, NULL, NULL, &changed, &e), &e);
	assert_int_equal(changed, 4);
	assert_int_equal(result_of(&r, 1, &a).sections[0].maximum, 2);
	what.how = RESCORE_EVERYBODY;
	check(rescore_do(&r.f.app, &what, NULL, NULL, &changed, &e), &e);
	assert_int_equal(result_of(&r, 3, &a).sections[0].mark, 3); /* had chosen the wrong one */
	what.item = "w9";
	refuse(rescore_do(&r.f.app, &what, NULL, NULL, &changed, &e), &e, "nobody was asked");
	arena_release(&a);
	fixture_close(&r.f);
}

static bool count_with(void *ctx, const struct exam_event *ev)
{
	*(int *)ctx += strcmp(ev->with, "Jasur Rahimov") == 0 && strcmp(ev->who, "Dilnoza Yusupova") == 0;
	return true;
}

static void a_practice_session_without_doubts_releases_itself(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct exam_run *run = start(&r, 1);
	exam_run_free(enter(&r, 2));
	exam_run_free(enter(&r, 3));
	struct exam_reason reason = {.why = WHY_TECHNICAL, .text = "power"};
	check(choose(&r, run, 0, 0, &e), &e);
	check(exam_witness(&r.f.app, "9002", "402817", &reason.second, &e), &e);
	struct exam_reason wild = reason;
	wild.text = "power\x1b[2J";
	refuse(exam_pause(&r.f.app, r.session, 1, &wild, NULL, &e), &e, "no plain line");
	char longer[EXAM_REASON_MAX + 2];
	memset(longer, 'x', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	wild.text = longer;
	refuse(exam_pause(&r.f.app, r.session, 1, &wild, NULL, &e), &e, "no plain line");
	check(exam_end(&r.f.app, r.session, 1, &reason, NULL, &e) && exam_void(&r.f.app, r.session, 2, &reason, NULL, &e) &&
	      exam_end(&r.f.app, r.session, 3, &reason, NULL, &e), &e);
	int both = 0;
	check(exam_events(&r.f.app, r.session, count_with, &both, &e), &e);
	assert_int_equal(both, 3); /* the log names who signed in too */
	assert_false(state_of(&r).released);
	check(exam_close(&r.f.app, r.session, &e), &e);
	struct release_state s = state_of(&r);
	assert_true(s.released);
	assert_int_equal(s.sittings, 2); /* not the void one */
	end(&r, run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_answers_are_decided_once_for_all),
		cmocka_unit_test(a_second_marker_is_another_person_and_differences_are_decided),
		cmocka_unit_test(results_are_seen_after_the_release),
		cmocka_unit_test(a_learner_asks_for_a_review_once),
		cmocka_unit_test(answers_to_a_mended_key_are_counted_anew),
		cmocka_unit_test(a_practice_session_without_doubts_releases_itself),
	};
	return cmocka_run_group_tests_name("marking", tests, NULL, NULL);
}
