/* Texts that are read to the room: drawn once for all, played and counted, asked about at every screen. */
#include "config.h"
#include "exam_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/exam_marking.h"

/* What the supervisor sees, written in a line each. */
struct seen {
	char ids[4][16], title[32], say[96];
	int count, plays[4], limit;
};

static bool see(void *ctx, const struct exam_heard *h)
{
	struct seen *s = ctx;
	assert_int_equal(h->number, s->count + 1);
	snprintf(s->ids[s->count], sizeof(s->ids[0]), "%s", h->id);
	if (strcmp(h->id, "monday") == 0) {
		snprintf(s->title, sizeof(s->title), "%s", h->title);
		snprintf(s->say, sizeof(s->say), "%s", h->say);
	}
	s->plays[s->count++] = h->plays;
	s->limit = h->limit;
	return true;
}

static struct seen scripts(struct room *r)
{
	struct seen s = {0};
	struct err e = ERR_INIT;
	if (!exam_scripts(&r->f.app, r->session, see, &s, &e))
		fail_msg("%s", e.msg);
	return s;
}

static const char *id_of(const struct exam_question *q)
{
	return strrchr(q->path, '/') + 1;
}

static void all_hear_the_same_and_are_asked_about_it(void **state)
{
	(void)state;
	struct room r;
	plan_room_of(&r, "tests/data/exams/heard", "hall");
	assert_int_equal(scripts(&r).count, 0); /* nobody knows them before the room begins */
	struct exam_run *one = start_planned(&r, 1), *two = enter(&r, 2);
	tick(&r, two);
	struct seen s = scripts(&r);
	assert_int_equal(s.count, 2);
	assert_int_equal(s.limit, 2);
	assert_int_equal(one->count, 3);
	assert_int_equal(two->count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(one->questions[i].path, two->questions[i].path);
		/* each text's questions together, in the order in which the texts are heard; the first letter tells whose they are */
		int text = one->questions[i].text;
		assert_in_range(text, 1, 2);
		assert_int_equal(id_of(&one->questions[i])[0], s.ids[text - 1][0]);
		assert_true(i == 0 || one->questions[i - 1].text <= text);
	}
	assert_int_equal(one->questions[2].text, 2);
	/* the bank of the same topic and skill is another place: nothing of a script comes there, and no text is named */
	struct err e = ERR_INIT;
	assert_true(exam_hand_in(&r.f.app, one, &e));
	assert_int_equal(one->section, 1);
	assert_int_equal(one->count, 1);
	assert_int_equal(id_of(&one->questions[0])[0], 'k');
	assert_int_equal(one->questions[0].text, 0);
	exam_run_free(two);
	end(&r, one);
}

static void texts_used_least_are_drawn_and_a_session_keeps_its_own(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	plan_room_of(&r, "tests/data/exams/heard", "hall");
	exam_run_free(start_planned(&r, 1));
	char gates[3][16];
	for (int turn = 0;; turn++) {
		struct seen s = scripts(&r);
		int gate = strchr("mnb", s.ids[0][0]) ? 0 : 1;
		snprintf(gates[turn], sizeof(gates[0]), "%s", s.ids[gate]);
		struct seen again = scripts(&r);
		assert_string_equal(again.ids[0], s.ids[0]);
		for (int i = 0; i < turn; i++)
			assert_string_not_equal(gates[i], gates[turn]);
		if (turn == 2)
			break;
		/* another room with the same exam and other people hears another text */
		char code[8], name[32];
		snprintf(code, sizeof(code), "20%02d", turn);
		snprintf(name, sizeof(name), "Learner %d", turn);
		r.f.app.person.role = ROLE_ADMINISTRATOR;
		int64_t person = add_person(&r.f.app, code, name, ROLE_LEARNER);
		r.f.app.person.role = ROLE_INSTRUCTOR;
		struct exam_plan plan = {.exam = "hall", .day = "2026-11-23", .room = "3", .people = &person, .count = 1};
		assert_true(exam_plan(&r.f.app, &plan, &r.session, &e));
		static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
		assert_true(exam_confirm(&r.f.app, r.session, 1, &id, &e));
		assert_true(exam_open_seat(&r.f.app, r.session, 1, NULL, &e));
		assert_true(exam_new_code(&r.f.app, r.session, 1, r.codes[1], &e) && exam_start(&r.f.app, r.session, NULL, &e));
		exam_run_free(enter(&r, 1));
	}
	fixture_close(&r.f);
}

struct plays {
	int count;
	char why[16], text[64];
};

static bool see_play(void *ctx, const struct exam_event *ev)
{
	struct plays *p = ctx;
	if (strcmp(ev->act, "play") != 0)
		return true;
	p->count++;
	assert_int_equal(ev->seat, 0);
	assert_string_equal(ev->who, "Dilnoza Yusupova");
	snprintf(p->why, sizeof(p->why), "%s", ev->why);
	snprintf(p->text, sizeof(p->text), "%s", ev->text);
	return true;
}

static void plays_are_counted_and_one_more_needs_a_reason(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	int plays = 0;
	plan_room_of(&r, "tests/data/exams/heard", "hall");
	assert_false(exam_play(&r.f.app, r.session, 1, NULL, NULL, &e)); /* not drawn yet */
	assert_int_equal(e.kind, ERR_INPUT);
	err_clear(&e);
	struct exam_run *run = start_planned(&r, 1);
	assert_true(exam_play(&r.f.app, r.session, 1, NULL, &plays, &e));
	assert_int_equal(plays, 1);
	assert_false(exam_play(&r.f.app, r.session, 1, NULL, &plays, &e)); /* a held-down key */
	err_clear(&e);
	pass(&r, 60000);
	assert_true(exam_play(&r.f.app, r.session, 1, NULL, &plays, &e));
	assert_int_equal(plays, 2);
	pass(&r, 60000);
	struct exam_reason why = {.why = WHY_ENVIRONMENT};
	assert_false(exam_play(&r.f.app, r.session, 1, NULL, &plays, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	err_clear(&e);
	assert_false(exam_play(&r.f.app, r.session, 1, &why, &plays, &e)); /* without words */
	err_clear(&e);
	why.text = "a train went by";
	assert_true(exam_play(&r.f.app, r.session, 1, &why, &plays, &e));
	assert_int_equal(plays, 3);
	struct seen s = scripts(&r);
	assert_int_equal(s.plays[0], 3);
	assert_int_equal(s.plays[1], 0);
	pass(&r, 60000);
	assert_true(exam_play(&r.f.app, r.session, 2, NULL, &plays, &e));
	assert_int_equal(plays, 1);
	assert_false(exam_play(&r.f.app, r.session, 3, NULL, &plays, &e));
	err_clear(&e);
	struct plays p = {0};
	assert_true(exam_events(&r.f.app, r.session, see_play, &p, &e));
	assert_int_equal(p.count, 4);
	assert_string_equal(p.why, ""); /* of the last one */
	char expected[64];
	snprintf(expected, sizeof(expected), "%s 1/2", s.ids[1]);
	assert_string_equal(p.text, expected);
	end(&r, run);
}

static void what_was_heard_is_not_exchanged(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	char paths[3][64];
	plan_room_of(&r, "tests/data/exams/heard", "hall");
	struct exam_run *run = start_planned(&r, 1);
	for (size_t i = 0; i < 3; i++) {
		show(&r, run, i);
		snprintf(paths[i], sizeof(paths[i]), "%s", run->questions[i].path);
	}
	exam_run_free(run);
	pass(&r, EXAM_AWAY_MS + EXAM_LOST_MS + 1000);
	run = enter(&r, 1);
	assert_true(release(&r, 1, &e));
	tick(&r, run);
	assert_int_equal(run->count, 3);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(run->questions[i].path, paths[i]);
	end(&r, run);
}

static void it_is_marked_like_other_sections(void **state)
{
	(void)state;
	struct room r;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct exam_result result;
	plan_room_of(&r, "tests/data/exams/heard", "hall");
	struct exam_run *run = start_planned(&r, 1);
	for (size_t i = 0; i < run->count; i++)
		assert_true(choose(&r, run, i, 0, &e));
	assert_true(exam_hand_in(&r.f.app, run, &e));
	assert_true(exam_hand_in(&r.f.app, run, &e));
	const char *sitting;
	assert_true(exam_sitting_of(&r.f.app, r.session, 1, &a, &sitting, &e));
	assert_true(exam_result(&r.f.app, sitting, &a, &result, &e));
	assert_int_equal(result.sections[0].mark, 3);
	assert_int_equal(result.sections[0].maximum, 3);
	assert_true(result.outcome.complete);
	assert_true(result.outcome.passed);
	arena_release(&a);
	end(&r, run);
}

/* What is written takes its time at the screen, what is said takes none; learner and assessor have the same task, and each sitting its own. */
static void a_task_is_the_same_for_learner_and_assessor(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct marking m;
	char titles[4][80] = {""};
	plan_room_of(&r, "courses/dutch-a1", "final");
	open_room(&r);
	for (int seat = 1; seat <= 3; seat++) {
		struct exam_run *run = enter(&r, seat);
		assert_true(exam_start(&r.f.app, r.session, NULL, &e));
		tick(&r, run);
		assert_null(run->task);
		assert_true(exam_hand_in(&r.f.app, run, &e) && exam_hand_in(&r.f.app, run, &e));
		assert_string_equal(run->blueprint->sections[run->section].id, "writing");
		assert_non_null(run->task);
		assert_int_equal(run->count, 0);
		snprintf(titles[seat], sizeof(titles[seat]), "%s", run->task->title);
		sit(&r, run, 60);
		assert_int_equal(run->left_ms, 29 * 60000);
		assert_true(exam_speak(&r.f.app, run, &e));
		assert_string_equal(run->task->title, titles[seat]);
		assert_true(exam_hand_in(&r.f.app, run, &e));
		assert_int_equal(run->state, SITTING_SUBMITTED);
		exam_run_free(run);
		assert_true(marking_load(&r.f.app, place(&r, seat, &a).sitting, 2, &a, &m, &e));
		assert_string_equal(m.task_title, titles[seat]);
		assert_non_null(strstr(m.task, "Write in Dutch on your sheet."));
		assert_true(marking_load(&r.f.app, place(&r, seat, &a).sitting, 3, &a, &m, &e));
		assert_non_null(strstr(m.task, "Speak Dutch with the assessor."));
	}
	assert_false(!strcmp(titles[1], titles[2]) && !strcmp(titles[2], titles[3]));
	arena_release(&a);
	fixture_close(&r.f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_task_is_the_same_for_learner_and_assessor),
		cmocka_unit_test(all_hear_the_same_and_are_asked_about_it),
		cmocka_unit_test(texts_used_least_are_drawn_and_a_session_keeps_its_own),
		cmocka_unit_test(plays_are_counted_and_one_more_needs_a_reason),
		cmocka_unit_test(what_was_heard_is_not_exchanged),
		cmocka_unit_test(it_is_marked_like_other_sections),
	};
	return cmocka_run_group_tests_name("texts read to the room", tests, NULL, NULL);
}
