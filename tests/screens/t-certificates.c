/* Certificates at the screens: issued by two people, seen by whose they are, withdrawn with a reason. */
#include "config.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "stage.h"

#include "app/live_house.h"
#include "view/common.h"
#include "view/screens.h"

static int set_up(void **state)
{
	static struct stage st;
	struct live l = {0};
	char libexec[512];

	snprintf(libexec, sizeof libexec, "%s/src", getenv("top_builddir") != NULL ? getenv("top_builddir") : ".");
	setenv("SAFAR_LIBEXECDIR", libexec, 1);
	setenv("SAFAR_LOCALEDIR", "/nonexistent", 1);
	fixture_open(&st.f);
	setenv("HOME", st.f.folder, 1);
	live_fill(&st.f, &l);
	st.f.app.front = "tui";
	st.prefix = "certificates";
	st.stack = stack_new(&st.f.app, &screen_language);
	*state = &st;
	return 0;
}

static int tear_down(void **state)
{
	struct stage *st = *state;

	stack_free(st->stack);
	fixture_close(&st->f);
	return 0;
}

static void type_phrase(struct stage *st)
{
	stage_play(st, "five _ words _ that _ nobody _ guesses");
}

/* How many certificates were written as PDF files. */
static size_t papers(const struct stage *st)
{
	char pattern[600];
	glob_t found;
	size_t n;

	snprintf(pattern, sizeof pattern, "%s/safar-certificate-*.pdf", st->f.folder);
	n = glob(pattern, 0, NULL, &found) == 0 ? found.gl_pathc : 0;
	globfree(&found);
	return n;
}

static void two_people_issue_and_withdraw(void **state)
{
	struct stage *st = *state;
	char path[600];

	snprintf(path, sizeof path, "%s/safar-withdrawn-2026-11-23.json", st->f.folder);
	stage_play(st, "4 9001 Enter 402817 Enter @staff =staff 4 @certificates =ready Enter @issue =issue Enter @issue =lacks other _ words Enter @second =second 9002 Enter 402817 Enter @issue =wrong");
	type_phrase(st);
	stage_play(st, "Enter @second Esc @issue Enter @second 9001 Enter 402817 Enter @second =same Esc @issue Enter @second 9002 Enter 402817 Enter @issue =issued Enter @certificates =list");
	stage_play(st, "Down Enter @certificate n @reissue =reissue Enter Enter =reissue-document Enter Enter Enter =reissue-lacks Up Letter _ wrong Enter");
	type_phrase(st);
	stage_play(st, "Enter @second =reissue-same Esc @reissue Up Up # Enter Enter Enter @reissue =reissue-refused Up Up Back Back 7 Up Back Back 16 Up Back N");
	stage_play(st, "Enter Enter Enter Enter Enter @second =reissue-second 9002 Enter 402817 Enter @reissue Enter @certificate =replaced Esc @certificates Home Down =reissued x @withdrawn =list-sign Enter @withdrawn =list-lacks");
	type_phrase(st);
	stage_play(st, "Enter @withdrawn");
	assert_int_equal(access(path, R_OK), 0);
	stage_play(st, "Enter @certificates");
	stage_play(st, "Enter @certificate =one x @certificate");
	assert_int_equal(papers(st), 1);
	stage_play(st, "d @withdraw =withdraw Enter =why Another _ sat _ there Enter @second =vouch 9002 Enter 402817 Enter @certificate =withdrawn d @certificate Esc @certificates =after Esc @staff");
}

static void whose_it_is_sees_it(void **state)
{
	struct stage *st = *state;

	stage_play(st, "4 9001 Enter 402817 Enter 4 Enter");
	type_phrase(st);
	stage_play(st, "Enter 9002 Enter 402817 Enter @issue Enter Esc @staff 0 1 4 1001 Enter 402817 Enter @home =home End Up Enter =own");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(two_people_issue_and_withdraw, set_up, tear_down),
		cmocka_unit_test_setup_teardown(whose_it_is_sees_it, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
