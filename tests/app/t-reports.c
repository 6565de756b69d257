/* "My answer is right": filed once, accepted for everybody, the log corrected, progress and cards as if it had been right from the beginning. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/lesson.h"
#include "app/people.h"
#include "app/practice.h"
#include "app/reports.h"
#include "app/review.h"
#include "core/str.h"
#include "fixture.h"
#include "store/cards.h"

static const char pack[] = "tests/screens/packs/mend";

static void second_learner(struct fixture *f)
{
	f->app.front = "cli";
	fixture_person(&f->app, (struct person){.code = "1002", .name = "Botir Abdullayev", .birth = "2000-02-02", .region = "UZ-NG", .role = ROLE_LEARNER}, "502817");
}

static void sit(struct fixture *f, const char *code, const char *pin)
{
	struct err e = ERR_INIT;
	if (!sign_in(&f->app, code, pin, &e))
		fail_msg("%s", e.msg);
	f->app.front = "tui";
}

static void staff(struct fixture *f)
{
	sign_out(&f->app);
	f->app.front = "cli";
}

static int set_up(void **state)
{
	static struct fixture f;
	fixture_open(&f);
	fixture_install(&f.app, pack);
	second_learner(&f);
	fixture_learner(&f);
	f.app.front = "tui";
	*state = &f;
	return 0;
}

static struct lesson *open_lesson(struct fixture *f)
{
	return fixture_lesson(f, "steps", "canteen");
}

/* Types into step `step`. */
static enum verdict type(struct fixture *f, struct lesson *l, size_t step, const char *text)
{
	f->clock.mono += 3000;
	return fixture_type(f, l, step, text);
}

static enum report_state report(struct fixture *f, const struct lesson *l, size_t step, char reason[REPORT_REASON_MAX + 1])
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	enum report_state st;
	const char *why;
	if (!report_file(&f->app, l->unit->steps[step].item, l->states[step].last_seq, &a, &st, &why, &e))
		fail_msg("%s", e.msg);
	if (reason)
		strcpy(reason, why);
	arena_release(&a);
	return st;
}

static int64_t only_open(struct fixture *f, int people)
{
	struct report_list l;
	struct err e = ERR_INIT;
	assert_true(report_list_load(&f->app, REPORT_OPEN, &l, &e));
	assert_int_equal(l.count, 1);
	assert_int_equal(l.list[0].people, people);
	int64_t id = l.list[0].id;
	report_list_release(&l);
	return id;
}

static bool note_progress(void *ctx, const struct progress_row *p)
{
	char *out = ctx;
	snprintf(out + strlen(out), 200 - strlen(out), "%s %d %d\n", p->path, p->tries, p->done);
	return true;
}

static void an_accepted_answer_is_right_for_everybody(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct lesson *l = open_lesson(f);
	int corrected = -1;
	assert_int_equal(type(f, l, 2, "la baguette"), VERDICT_WRONG);
	assert_int_equal(report(f, l, 2, NULL), REPORT_OPEN);
	assert_int_equal(report(f, l, 2, NULL), REPORT_OPEN);
	assert_int_equal(type(f, l, 2, "La  baguette!"), VERDICT_WRONG);
	assert_int_equal(report(f, l, 2, NULL), REPORT_OPEN);
	lesson_free(l);
	sit(f, "1002", "502817");
	l = open_lesson(f);
	assert_int_equal(type(f, l, 2, "LA BAGUETTE"), VERDICT_WRONG);
	assert_int_equal(report(f, l, 2, NULL), REPORT_OPEN);
	/* a learner decides nothing */
	assert_false(report_accept(&f->app, 1, &corrected, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	staff(f);
	e = (struct err)ERR_INIT;
	int64_t id = only_open(f, 2);
	if (!report_accept(&f->app, id, &corrected, &e))
		fail_msg("%s", e.msg);
	assert_int_equal(corrected, 3);
	assert_true(report_accept(&f->app, id, &corrected, &e));
	assert_int_equal(corrected, 0);
	char progress[200] = "";
	assert_true(progress_each(f->app.store, 2, "steps/", note_progress, progress, &e));
	assert_string_equal(progress, "steps/canteen/e3 2 1\n");
	assert_true(progress_rebuild(f->app.store, &e));
	*progress = '\0';
	assert_true(progress_each(f->app.store, 2, "steps/", note_progress, progress, &e));
	assert_string_equal(progress, "steps/canteen/e3 2 1\n");
	lesson_free(l);
	sit(f, "1001", "402817");
	l = open_lesson(f);
	assert_int_equal(type(f, l, 2, "la baguette"), VERDICT_OK);
	assert_int_equal(report(f, l, 2, NULL), REPORT_NONE);
	assert_int_equal(type(f, l, 2, "la baguettes"), VERDICT_WRONG);
	assert_int_equal(type(f, l, 0, "la baguette"), VERDICT_WRONG);
	lesson_free(l);
}

static void a_dismissed_one_says_why_and_may_be_accepted_and_taken_back(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	char reason[REPORT_REASON_MAX + 1];
	int corrected;
	struct lesson *l = open_lesson(f);
	assert_int_equal(type(f, l, 2, "la baguette"), VERDICT_WRONG);
	assert_int_equal(report(f, l, 2, reason), REPORT_OPEN);
	staff(f);
	int64_t id = only_open(f, 1);
	assert_false(report_dismiss(&f->app, id, "", &e));
	assert_false(report_dismiss(&f->app, id, "two\nlines", &e));
	assert_false(report_dismiss(&f->app, 77, "no", &e));
	assert_true(report_dismiss(&f->app, id, "that is another bread", &e));
	sit(f, "1001", "402817");
	assert_int_equal(type(f, l, 2, "la baguette"), VERDICT_WRONG);
	assert_int_equal(report(f, l, 2, reason), REPORT_DISMISSED);
	assert_string_equal(reason, "that is another bread");
	staff(f);
	assert_true(report_accept(&f->app, id, &corrected, &e));
	assert_int_equal(corrected, 2);
	assert_true(report_dismiss(&f->app, id, "once more", &e));
	sit(f, "1001", "402817");
	assert_int_equal(type(f, l, 2, "la baguette"), VERDICT_WRONG);
	lesson_free(l);
}

static void only_ones_own_refused_answers_can_be_reported(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	enum report_state st;
	const char *why;
	struct lesson *l = open_lesson(f);
	/* pages, choices and right answers are no reports */
	assert_int_equal(type(f, l, 2, "le pain"), VERDICT_OK);
	assert_int_equal(report(f, l, 2, NULL), REPORT_NONE);
	assert_true(report_file(&f->app, l->unit->steps[2].item, 9999, &a, &st, &why, &e));
	assert_int_equal(st, REPORT_NONE);
	/* nor is the row of somebody else */
	assert_int_equal(type(f, l, 2, "la baguette"), VERDICT_WRONG);
	int64_t seq = l->states[2].last_seq;
	sit(f, "1002", "502817");
	assert_true(report_file(&f->app, l->unit->steps[2].item, seq, &a, &st, &why, &e));
	assert_int_equal(st, REPORT_NONE);
	lesson_free(l);
	arena_release(&a);
}

static bool write_card(void *ctx, const struct card *c)
{
	str_addf(ctx, "%s %d %a %a %d %d %d\n", c->path, (int)c->memory.state, c->memory.memory.stability, c->memory.memory.difficulty, c->memory.reps,
		 c->memory.lapses, (int)c->due_day);
	return true;
}

static void cards(struct fixture *f, int64_t person, struct str *out)
{
	struct err e = ERR_INIT;
	str_clear(out);
	assert_true(card_each(f->app.store, person, false, write_card, out, &e));
}

/* All drills of one word; what is typed is `typed`. */
static int64_t drill_word(struct fixture *f, const char *typed, const struct item **it, struct practice **keep)
{
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct practice *p = practice_of_word(&f->app, "drills/work/collega", &e);
	struct grade g;
	struct feedback fb;
	while (practice_drill(p)->kind != DRILL_TYPE)
		practice_next(&f->app, p);
	const char *texts[] = {typed};
	struct response r = {.kind = FORM_GAPS, .typed = texts, .typed_count = 1};
	f->clock.mono += 4000;
	if (!practice_answer(&f->app, p, &r, 0, &a, &g, &fb, &e))
		fail_msg("%s", e.msg);
	*it = practice_drill(p)->item;
	*keep = p;
	arena_release(&a);
	return practice_answered(p);
}

static void cards_follow_and_are_the_same_when_made_again(void **state)
{
	struct fixture *f = *state;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	const struct item *it;
	struct practice *p;
	struct str before, after, again, wanted;
	enum report_state st;
	const char *why;
	int corrected;
	int64_t entered;
	str_init(&before);
	str_init(&after);
	str_init(&again);
	str_init(&wanted);
	staff(f);
	fixture_install(&f->app, "tests/screens/packs/drills");
	/* what it would have been */
	sit(f, "1002", "502817");
	drill_word(f, "de collega", &it, &p);
	practice_free(p);
	int64_t right_person = f->app.person.id;
	sit(f, "1001", "402817");
	int64_t person = f->app.person.id, seq = drill_word(f, "de kantoorgenoot", &it, &p);
	assert_true(report_file(&f->app, it, seq, &a, &st, &why, &e));
	assert_int_equal(st, REPORT_OPEN);
	practice_free(p);
	cards(f, person, &before);
	staff(f);
	f->clock.wall += 2 * 24 * 3600 * 1000LL;
	assert_true(report_accept(&f->app, only_open(f, 1), &corrected, &e));
	assert_int_equal(corrected, 1);
	cards(f, person, &after);
	cards(f, right_person, &wanted);
	assert_string_not_equal(after.buf, before.buf);
	assert_string_equal(after.buf, wanted.buf);
	assert_true(review_rebuild(&f->app, &entered, &e));
	assert_int_equal(entered, 0);
	cards(f, person, &again);
	assert_string_equal(again.buf, after.buf);
	/* and from now on the drill takes it */
	sit(f, "1001", "402817");
	seq = drill_word(f, "De kantoorgenoot.", &it, &p);
	assert_true(report_file(&f->app, it, seq, &a, &st, &why, &e));
	assert_int_equal(st, REPORT_NONE);
	practice_free(p);
	arena_release(&a);
	str_release(&before);
	str_release(&after);
	str_release(&again);
	str_release(&wanted);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_accepted_answer_is_right_for_everybody, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_dismissed_one_says_why_and_may_be_accepted_and_taken_back, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(only_ones_own_refused_answers_can_be_reported, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(cards_follow_and_are_the_same_when_made_again, set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
