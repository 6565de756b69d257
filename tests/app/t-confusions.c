/* What a group confuses: counted by learners, said of nobody where fewer than three tried. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/confusions.h"
#include "app/lesson.h"
#include "app/people.h"
#include "app/practice.h"
#include "fixture.h"

static int set_up(void **state)
{
	static struct fixture f;
	fixture_open(&f);
	f.app.front = "cli";
	fixture_install(&f.app, "tests/screens/packs/group");
	fixture_install(&f.app, "tests/screens/packs/way");
	*state = &f;
	return 0;
}

/* A new learner sits down. */
static void next_learner(struct fixture *f, int number, bool enrolled)
{
	struct err e = ERR_INIT;
	char code[16], name[32];
	snprintf(code, sizeof(code), "%d", 1000 + number);
	snprintf(name, sizeof(name), "Learner Number%c", 'A' + number);
	struct person p = {.code = code, .name = name, .birth = "2000-02-02", .region = "UZ-NG", .role = ROLE_LEARNER};
	sign_out(&f->app);
	f->app.front = "cli";
	p.id = fixture_person(&f->app, p, "502817");
	if ((enrolled && !person_enrol(&f->app, p.id, "north", "", &e)) || !sign_in(&f->app, code, "502817", &e))
		fail_msg("%s", e.msg);
	f->app.front = "tui";
}

static void drill(struct fixture *f, const char *word, const char *typed)
{
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	char path[64];
	snprintf(path, sizeof(path), "group/table/%s", word);
	struct practice *p = practice_of_word(&f->app, path, &e);
	struct grade g;
	struct feedback fb;
	while (practice_drill(p)->kind != DRILL_TYPE)
		practice_next(&f->app, p);
	const char *texts[] = {typed};
	struct response r = {.kind = FORM_GAPS, .typed = texts, .typed_count = 1};
	if (!practice_answer(&f->app, p, &r, 0, &a, &g, &fb, &e))
		fail_msg("%s", e.msg);
	practice_free(p);
	arena_release(&a);
}

static void type(struct fixture *f, const char *text)
{
	struct lesson *l = fixture_lesson(f, "group", "table");
	fixture_type(f, l, 1, text);
	lesson_free(l);
}

static const char *listed(struct fixture *f, const char *programme)
{
	static char out[900];
	struct confusions c;
	struct err e = ERR_INIT;
	sign_out(&f->app);
	f->app.front = "cli";
	*out = '\0';
	if (!confusions_load(&f->app, programme, INT64_MIN, &c, &e))
		fail_msg("%s", e.msg);
	for (size_t i = 0; i < c.count; i++)
		snprintf(out + strlen(out), sizeof(out) - strlen(out), "%d/%d %s %s>%s -%s (%s)\n", c.list[i].n, c.list[i].of, confusion_kind_name(c.list[i].kind),
			 c.list[i].given, c.list[i].right, c.list[i].ending, c.list[i].names[0]);
	confusions_release(&c);
	return out;
}

static void words_with_one_ending_are_said_together(void **state)
{
	struct fixture *f = *state;
	for (int i = 0; i < 4; i++) {
		next_learner(f, i, i < 2);
		drill(f, "broodje", i < 2 ? "de broodje" : "het broodje");
		drill(f, "kopje", i == 2 ? "de kopje" : "het kopje");
		drill(f, "lepel", "de lepel");
	}
	assert_string_equal(listed(f, ""), "3/4 article de> -je (Learner NumberA (1000))\n");
	/* of the two that are enrolled nothing is said */
	assert_string_equal(listed(f, "north"), "");
	struct confusions c;
	struct err e = ERR_INIT;
	assert_false(confusions_load(&f->app, "nowhere", INT64_MIN, &c, &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	confusions_release(&c);
}

static void pairs_order_and_accents(void **state)
{
	struct fixture *f = *state;
	for (int i = 0; i < 3; i++) {
		next_learner(f, i, false);
		drill(f, "lepel", i < 2 ? "de vork" : "de lepel");
		type(f, i < 2 ? "Honger heb ik" : "Ik heb honger");
	}
	const char *out = listed(f, "");
	assert_non_null(strstr(out, "2/3 pair de vork>de lepel - (Learner NumberA (1000))\n"));
	assert_non_null(strstr(out, "2/3 word-order > -"));
	/* four weeks later it is no longer news */
	f->clock.wall += 40 * 24 * 3600 * 1000LL;
	assert_string_equal(listed(f, ""), "");
}

static void a_learner_may_not_look(void **state)
{
	struct fixture *f = *state;
	struct confusions c;
	struct err e = ERR_INIT;
	next_learner(f, 0, false);
	assert_false(confusions_load(&f->app, "", INT64_MIN, &c, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	confusions_release(&c);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_with_one_ending_are_said_together, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(pairs_order_and_accents, set_up, fixture_tear_down),
		cmocka_unit_test_setup_teardown(a_learner_may_not_look, set_up, fixture_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
