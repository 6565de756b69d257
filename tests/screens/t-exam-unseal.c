/* Two officers open a sealed bank at the screen; the program that reads archives is the real one. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/exam.h"
#include "app/exam_bank.h"
#include "app/exam_seal.h"
#include "app/packs.h"
#include "core/file.h"
#include "record/exam_key.h"
#include "stage.h"
#include "store/stmt.h"

#define ONE "sevengeeseovertheriver"
#define OTHER "alanternbehindthemill"

static void must(bool ok, const struct err *e)
{
	if (!ok)
		fail_msg("%s", e->msg);
}

/* The sample bank sealed to a new key: live.sealed and centre.key in the folder of the test, and another key. */
static void seal_sample(struct app *app)
{
	struct pack p = { 0 };
	struct diag_list d;
	struct err e = ERR_INIT;
	struct str secret, public, sealed;
	uint8_t keys[1][SEAL_PUBLIC_BYTES];

	diag_init(&d);
	str_init(&secret);
	str_init(&public);
	str_init(&sealed);
	must(packs_check(&p, fixture_source("tests/data/packs/good/live-sample"), app_today(app), NULL, &d, &e) && pack_build(&p, "live.safar", &e), &e);
	must(exam_key_new(&secret, &public, ONE, OTHER, &app->entropy, &e) && file_write_new("centre.key", 0600, &secret, &e), &e);
	must(exam_key_public(public.buf, public.len, keys[0], &e), &e);
	must(exam_seal("live.safar", (const uint8_t (*)[SEAL_PUBLIC_BYTES])keys, 1, app_today(app), NULL, &d, &sealed, &e) && file_write_new("live.sealed", 0600, &sealed, &e), &e);
	pack_release(&p);
	diag_release(&d);
	str_release(&secret);
	str_release(&public);
	str_release(&sealed);
}

static void plan(struct app *app, const char *day, int64_t learner)
{
	struct err e = ERR_INIT;
	int64_t session;
	struct exam_plan p = { .exam = "live-sample/final", .day = day, .room = "2", .people = &learner, .count = 1 };

	must(exam_plan(app, &p, &session, &e), &e);
}

static int set_up(void **state)
{
	char libexec[512], digest[HASH_HEX_SIZE];
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct sealed head;
	struct person learner;
	int failed = stage_open(state, "tests/data/exams/pack");
	struct stage *st = *state;
	struct app *app = &st->f.app;

	snprintf(libexec, sizeof libexec, "%s/src", getenv("top_builddir") != NULL ? getenv("top_builddir") : ".");
	setenv("SAFAR_LIBEXECDIR", libexec, 1);
	st->prefix = "exam-unseal";
	app->front = "cli";
	seal_sample(app);
	must(exam_bank_announce(app, "live.sealed", &a, &head, digest, &e) && person_by_code(app->store, "1001", &a, &learner, &e), &e);
	plan(app, "2026-11-23", learner.id);
	plan(app, "2026-11-30", learner.id);
	/* the other program has a clock of its own, which shows any later day */
	must(sql_exec(app->store, "UPDATE exam_session SET day = '2020-01-01' WHERE day = '2026-11-23'", &e), &e);
	app->front = "tui";
	arena_release(&a);
	return failed;
}

static enum exam_bank_state state_of(struct stage *st, int64_t session)
{
	enum exam_bank_state s = BANK_PRACTICE;
	struct err e = ERR_INIT;

	must(exam_bank_state(&st->f.app, session, &s, &e), &e);
	return s;
}

#define TO_SESSIONS "4 2001 Enter 538206 Enter @staff 2 @exam-sessions"

static void it_waits_for_its_day(void **state)
{
	struct stage *st = *state;

	stage_play(st, TO_SESSIONS " =list Enter @exam-seats m @exam-more =more 2 @exam-unseal =not-today Enter @exam-more");
	assert_int_equal(state_of(st, 2), BANK_SEALED);
}

#define FILES "live.sealed Enter centre.key Enter"

static void two_officers_open_it(void **state)
{
	struct stage *st = *state;

	stage_play(st, TO_SESSIONS " Down Enter @exam-seats =seats m 2 @exam-unseal =first Enter Enter Enter Enter =lacks");
	/* another file, another PIN: said before anybody else is called */
	stage_play(st, "centre.key Enter centre.key Enter 538207 Enter " ONE " Enter =other-file");
	stage_play(st, "Back Back Back Back Back Back Back Back Back Back live.sealed F9 =other-pin 538206 F9 @second =second 9001 Enter 716493 Enter @exam-unseal =phrase Enter =phrase-lacks");
	/* another phrase: all of it once more */
	stage_play(st, "not_the_phrase_of_the_second Enter @exam-unseal =other-phrase");
	assert_int_equal(state_of(st, 1), BANK_SEALED);
	stage_play(st, "538206 Enter " ONE " Enter @second 9001 Enter 716493 Enter @exam-unseal " OTHER " Enter =open");
	assert_int_equal(state_of(st, 1), BANK_OPEN);
	assert_int_equal(state_of(st, 2), BANK_SEALED);
	stage_play(st, "Enter @exam-more =more-after Esc @exam-seats =seats-after");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(it_waits_for_its_day, set_up, stage_close),
		cmocka_unit_test_setup_teardown(two_officers_open_it, set_up, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
