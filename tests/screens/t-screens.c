/* Every screen, walked through by keys on a real store: what it looks like at both design sizes and as lines. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"
#include "view/screens.h"

static int set_up(void **state)
{
	return stage_open(state, "tests/screens/packs/steps");
}

static int set_up_kinds(void **state)
{
	return stage_open(state, "tests/screens/packs/kinds");
}

static int set_up_mend(void **state)
{
	return stage_open(state, "tests/screens/packs/mend");
}

/* --- what people do -------------------------------------------------------- */

static void signing_in_says_calmly_what_does_not_fit(void **state)
{
	struct stage *st = *state;
	st->prefix = "sign-in";
	stage_play(st, "4 @sign-in =empty Enter =no-code x1001 Enter =pin 402 Enter =short Back Back Back 111222 Enter @sign-in =refused");
	stage_play(st, "Esc Esc @language 4 1001 Enter 402817 Enter @home Esc @ask =out 2 @home 0 1 @language");
}

static void a_learner_walks_through_a_unit(void **state)
{
	struct stage *st = *state;
	st->prefix = "lesson";
	stage_play(st, "4 1001 Enter 402817 Enter @home =home-new 4 @units =units-new 1 @unit =unit-new 1 @reading =read");
	stage_play(st, "w @words =words-of-unit Esc Enter @reading =words Enter =phrases Left Left =back Enter Enter Enter @dialogue =dialogue");
	stage_play(st, "_ Down =dialogue-one a =dialogue-all Enter @exercise =choice 1 @feedback =choice-wrong Enter");
	stage_play(st, "=several Enter =several-none 1 _ 2 =several-ticked Enter @feedback =several-wrong Enter");
	stage_play(st, "@exercise =truth 1 =truth-right Enter =typed F2 =typed-letters Right Right Up =typed-letters-capitals Enter e F4 =typed-letter-in Back Back Esc @unit 1 @exercise F5 =typed-hint Enter =typed-none");
	stage_play(st, "een _ heel _ grote _ kop _ koffie _ met _ melk _ en _ suiker _ en _ nog _ een _ broodje _ met _ oude _ kaas =typed-long Home =typed-long-first");
	for (int i = 0; i < 40; i++)
		stage_play(st, "Undo");
	stage_play(st, "het _ koffie =typed-full Enter @feedback =typed-wrong Enter");
	stage_play(st, "=gaps neem Tab de =gaps-full Enter =gaps-wrong Enter =order");
	stage_play(st, "Esc @unit =unit-begun Esc Esc @home =home-begun 1 @exercise");
}

/* The right answers of the exercises from the first on, words of the sentence and partners by where they stand. */
static void answer_all(struct stage *st)
{
	stage_play(st, "2 Enter 1 3 Enter Enter 1 Enter de _ koffie Enter Enter wil Tab een Enter Enter");
}

/* Takes the words of `sentence` out of the bank, whatever their order there, and answers. */
static void take_words(struct stage *st, const char *const *words)
{
	for (; *words != NULL; words++) {
		struct page p;
		char digit[2] = "";

		page_init(&p);
		stack_describe(st->stack, &p);
		for (size_t i = 0; i < p.count; i++)
			for (size_t k = 0; p.blocks[i].kind == BLOCK_MENU && k < p.blocks[i].entry_count; k++)
				if (strcmp(text_words(&p.arena, &p.blocks[i].entries[k].label), *words) == 0)
					digit[0] = p.blocks[i].entries[k].digit;
		page_release(&p);
		assert_int_not_equal(digit[0], 0);
		stage_type(st, digit);
	}
}

static void wrong_ones_come_again_and_then_it_is_done(void **state)
{
	static const char *const sentence[] = { "Ik", "eet", "brood.", NULL }, *const partners[] = { "the coffee", "the bread", "please", NULL };
	struct stage *st = *state;
	st->prefix = "again";
	stage_play(st, "4 1001 Enter 402817 Enter 4 1 1 Enter Enter Enter Enter @exercise 1 Enter 2 Enter Enter 2 Enter x Enter Enter x Enter x Enter Enter");
	take_words(st, sentence);
	stage_play(st, "=order-full Enter @feedback =order-right Enter =pairs");
	take_words(st, partners);
	stage_play(st, "=pairs-full Enter =pairs-right Enter @exercise =once-more");
	answer_all(st);
	stage_play(st, "@finished =finished 0 @home =home-check 4 1 =unit-done 2 @reading Esc");
}

static void a_check_gives_no_feedback_before_its_end(void **state)
{
	struct stage *st = *state;
	st->prefix = "check";
	stage_play(st, "4 1001 Enter 402817 Enter 4 1 2 @check =intro Enter @check-item =item Enter =item-none 2 =item-chosen Enter =item-two Esc @ask =leave 1 @unit =unit-open");
	stage_play(st, "2 =intro-open Enter @check-item 2 Enter @result =failed 2 @check Enter 1 Enter 1 Enter @result =passed 1 @certificate =certificate");
	stage_play(st, "Esc @result 0 @home =home-certificate 8 @progress =progress");
}

static void an_administrator_looks_after_people(void **state)
{
	struct stage *st = *state;
	st->prefix = "people";
	stage_play(st, "4 9001 Enter 716493 Enter @staff =home 1 @people =list / dil =found zz =nobody Esc Enter @person =staff Esc Down Enter =learner");
	stage_play(st, "e @enrol =enrol Tab 1.2.2027 F9 @person =enrolled p @pin =pin-ask 1 =pin Enter @person Enter @person-form =change Esc @person Esc");
	stage_play(st, "n @person-form =form Saidov _ Otabek Tab Tab 27.3.1998 Tab Right =form-full Esc @ask =discard Enter @person-form F9 @person =added");
}

static void an_administrator_imports_and_exports(void **state)
{
	struct stage *st = *state;
	st->prefix = "files";
	fixture_file(&st->f, "people.csv", "name;birth;region\r\nSaidov Otabek;27.03.1998;UZ-TK\r\nNobody;;UZ-TK\r\n");
	stage_play(st, "4 9001 Enter 716493 Enter 8 @import =import missing.csv F9 =import-missing Back Back Back Back Back Back Back Back Back Back Back");
	stage_play(st, "people.csv Enter Enter =import-ask Enter =import-done Enter @staff");
	stage_play(st, "9 @export =export Tab Tab Right Tab Right =export-programme F9 =export-done Enter");
	stage_play(st, "@staff 9 F9 @ask =export-replace Esc @export F9 1 @export Enter @staff 7 @packs =packs");
}

static void an_instructor_looks_and_changes_nothing(void **state)
{
	struct stage *st = *state;
	st->prefix = "instructor";
	stage_play(st, "4 2001 Enter 538206 Enter @staff =home 1 =people n i @people Enter @person =person e p Enter @person");
}

static void words_are_drilled_from_easy_to_hard(void **state)
{
	struct stage *st = *state;
	st->prefix = "drill";
	stage_install(st, "tests/screens/packs/drills");
	stage_play(st, "4 1001 Enter 402817 Enter 4 @units 3 @unit 1 @reading Enter Esc Esc Esc @home 4 4 @unit 1 @reading Enter =phrases Enter @practise =begin Enter @exercise =first");
	stage_play(st, "1 @feedback =first-judged F3 1 =first-judged-uz F3 4 Enter @exercise =second F3 1 =second-uz F3 4 Esc @unit 1 @exercise =resumed 2 Enter =match 1 2 3 4 5 =match-full Enter @feedback =match-judged Enter @exercise");
}

/* Gives the answer to the drill on the screen as a menu offers it, whatever the kind. */
static void answer_drill(struct stage *st, const char *typed)
{
	struct page p;
	bool choice = false;

	page_init(&p);
	stack_describe(st->stack, &p);
	for (size_t i = 0; i < p.count; i++)
		choice |= p.blocks[i].kind == BLOCK_MENU;
	page_release(&p);
	stage_play(st, choice ? "1" : typed);
	if (!choice)
		stage_play(st, "Enter");
}

/* Two drills of the first practice, and home again. */
static void practise_two(struct stage *st)
{
	stage_install(st, "tests/screens/packs/drills");
	stage_play(st, "4 1001 Enter 402817 Enter 4 4 1 Enter Enter @practise Enter");
	for (int i = 0; i < 2; i++) {
		stage_play(st, "@exercise");
		answer_drill(st, "x");
		stage_play(st, "@feedback Enter");
	}
	stage_play(st, "Esc Esc Esc");
}

static void what_is_due_is_repeated(void **state)
{
	struct stage *st = *state;
	st->prefix = "review";
	practise_two(st);
	stage_play(st, "@home =home 5 @my-words =my-words Down Enter @word =word 1 @exercise =word-drill 1 Enter 1 Enter =word-bank 1 2 3 0 @feedback =word-bank-judged Enter =word-type");
	stage_play(st, "Ik _ ben _ niuw _ hier Enter =word-typed Esc @word Esc Esc @home");
	/* another day the two are due */
	stack_free(st->stack);
	st->stack = stack_new(&st->f.app, &screen_review);
	stage_play(st, "@review =none");
	stack_free(st->stack);
	st->f.clock.wall += 3 * 24 * 3600 * 1000LL;
	st->stack = stack_new(&st->f.app, &screen_review);
	stage_play(st, "@exercise =drill");
	for (int i = 0; strcmp(stack_name(st->stack), "exercise") == 0; i++) {
		assert_true(i < 9);
		st->f.clock.mono += 50 * 1000;
		answer_drill(st, "x");
		stage_play(st, "@feedback Enter");
	}
	stage_play(st, "@practised =done F3 3 =done-ru");
}

static void home_says_what_today_holds(void **state)
{
	struct stage *st = *state;
	st->prefix = "today";
	practise_two(st);
	/* days that were missed: the review stands first, and the plan is late */
	st->f.clock.wall += 45 * 24 * 3600 * 1000LL;
	stage_play(st, "4 Esc @home =missed F3 1 =missed-uz F3 2 =missed-uz-cyrillic F3 3 =missed-ru F3 4 2 Esc @home 1 @exercise Esc @home");
	/* two days before departure nothing fits any more */
	st->f.clock.wall += 66 * 24 * 3600 * 1000LL;
	stage_play(st, "4 Esc @home =too-late");
}

static void a_lesson_speaks_the_reader_s_language(void **state)
{
	struct stage *st = *state;
	st->prefix = "language";
	stage_play(st, "4 1001 Enter 402817 Enter @home F3 1 @home =home-uz 4 1 1 @reading =read-uz F3 2 @reading =read-uz-cyrillic F3 3 =read-ru");
	stage_play(st, "Enter Enter Enter Enter @exercise =choice-ru 1 @feedback =feedback-ru F3 2 =feedback-uz-cyrillic F3 1 =feedback-uz");
}

static void what_is_listened_to_goes_line_by_line(void **state)
{
	struct stage *st = *state;
	st->prefix = "listen";
	stage_install(st, "tests/screens/packs/ear");
	stage_play(st, "4 1001 Enter 402817 Enter 4 @units 3 @unit 1 @listen =heard _ =one-line a =meaning _ _ =all _ F3 1 =uz F3 4 Enter @exercise Left");
	stage_play(st, "Esc @unit 1 @exercise =question 1 Enter @listen =once Enter @exercise 1 Enter @reading Enter Enter @practise =practice Enter @exercise");
}

static void play_and_take(struct stage *st, const char *script, const char *const *words)
{
	stage_play(st, script);
	take_words(st, words);
}

static void words_are_put_where_they_belong(void **state)
{
	static const char *const wrong[] = { "neem", "kopje", "drinken", NULL }, *const right[] = { "broodje", "drinkt", NULL };
	static const char *const sentence[] = { "Ik", "wil", "graag", "een", "kaas,", NULL };
	struct stage *st = *state;
	st->prefix = "kinds";
	play_and_take(st, "4 1001 Enter 402817 Enter 4 1 1 @exercise =bank Enter =bank-none", wrong);
	play_and_take(st, "=bank-full Back Tab =bank-back", right);
	play_and_take(st, "Tab Tab", wrong + 1);
	play_and_take(st, "Enter @feedback =bank-wrong Enter @exercise =translate Enter =translate-none F5 =translate-hint", sentence);
	stage_play(st, "=translate-taken F7 =translate-typed F7 =translate-again F7 x Enter @feedback =translate-wrong Enter");
	stage_play(st, "@exercise =card 2 =card-early _ =card-turned 2 @feedback =card-not-yet Enter");
}

static void signs_statements_and_steps(void **state)
{
	static const char *const steps[] = { "Call 112 and say where you are.", "Leave by the way of the green signs and do not take the lift.",
		"Warn the people around you.", "Wait at the meeting point.", NULL };
	static const char *const danger[] = { "There is a danger here.", NULL }, *const exit[] = { "To the right", NULL };
	struct stage *st = *state;
	st->prefix = "kinds";
	stage_play(st, "4 1001 Enter 402817 Enter 4 2 1 @exercise =matrix Enter =matrix-none 1 1 3 =matrix-full Up Back =matrix-back 1 Enter");
	play_and_take(st, "@feedback =matrix-wrong Enter @exercise =steps 0 =steps-none", steps);
	play_and_take(st, "=steps-full Back =steps-back", steps + 3);
	play_and_take(st, "0 @feedback =steps-wrong Enter @exercise =picture", danger);
	play_and_take(st, "@feedback =picture-right Enter @exercise =picture-forbidden 1 Enter @exercise =picture-exit", exit);
	stage_play(st, "@feedback =picture-wrong");
}

static void sentences_and_numbers(void **state)
{
	struct stage *st = *state;
	st->prefix = "kinds";
	stage_play(st, "4 1001 Enter 402817 Enter 4 3 1 @exercise =sentence om _ zeven _ uur _ ik _ neem _ de _ bus =sentence-full Enter @feedback =sentence-wrong Enter");
	stage_play(st, "@exercise =number 7,5 Enter @feedback =number-no-unit Enter @exercise 30 _ uur Enter @feedback =number-other-unit");
}

/* The learner's text stays, the cursor stands in the fault, and only that is mended. */
static void only_what_was_wrong_is_mended(void **state)
{
	struct stage *st = *state;
	st->prefix = "mend";
	stage_play(st, "4 1001 Enter 402817 Enter 4 1 1 @exercise le _ cafe Enter @feedback =accent F2 =accent-strip Esc F4 =accent-changed Enter @feedback =accent-right Enter");
	stage_play(st, "@exercise Je _ voudrais _ un _ pain _ au _ fromge, _ s'il _ vous _ plaît. Enter @feedback =typo o =typo-other Enter =typo-again Back Enter =typo-worse Del a m Undo Undo m Right Back a Enter =typo-right Enter");
	stage_play(st, "@exercise =letters-stay ду _ зфшт Enter @exercise =layout");
	for (int i = 0; i < 9; i++)
		stage_play(st, "Back");
	stage_play(st, "pain _ le Enter @feedback =order Enter @exercise");
	stage_play(st, "fromge Tab biere Enter @feedback =gaps Tab Tab a Enter =gaps-right Enter @exercise la _ biere Enter @feedback =strict Enter");
	/* whoever mends nothing goes on all the same: it counts as known */
	stage_play(st, "@exercise le _ pian Enter @feedback =turned Enter @exercise la _ bière Enter @feedback Enter @finished =done");
}

static void another_person_is_answered(void **state)
{
	static const char *const name[] = { "Mijn naam is Aziza.", NULL }, *const age[] = { "Ik ben 32 jaar.", NULL }, *const yes[] = { "Ja, graag.", NULL };
	struct stage *st = *state;

	st->prefix = "kinds";
	play_and_take(st, "4 1001 Enter 402817 Enter 4 3 1 nee Enter Enter 8 Enter Enter 30 _ min Enter Enter @exercise =reply", name);
	play_and_take(st, "=reply-typed Back =reply-back", age);
	play_and_take(st, "Enter =reply-none neee =reply-full Enter =reply-last", yes);
	stage_play(st, "@feedback =reply-wrong");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(signing_in_says_calmly_what_does_not_fit, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_learner_walks_through_a_unit, set_up, stage_close),
		cmocka_unit_test_setup_teardown(wrong_ones_come_again_and_then_it_is_done, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_check_gives_no_feedback_before_its_end, set_up, stage_close),
		cmocka_unit_test_setup_teardown(an_administrator_looks_after_people, set_up, stage_close),
		cmocka_unit_test_setup_teardown(an_administrator_imports_and_exports, set_up, stage_close),
		cmocka_unit_test_setup_teardown(an_instructor_looks_and_changes_nothing, set_up, stage_close),
		cmocka_unit_test_setup_teardown(what_is_listened_to_goes_line_by_line, set_up, stage_close),
		cmocka_unit_test_setup_teardown(words_are_drilled_from_easy_to_hard, set_up, stage_close),
		cmocka_unit_test_setup_teardown(what_is_due_is_repeated, set_up, stage_close),
		cmocka_unit_test_setup_teardown(home_says_what_today_holds, set_up, stage_close),
		cmocka_unit_test_setup_teardown(a_lesson_speaks_the_reader_s_language, set_up, stage_close),
		cmocka_unit_test_setup_teardown(words_are_put_where_they_belong, set_up_kinds, stage_close),
		cmocka_unit_test_setup_teardown(signs_statements_and_steps, set_up_kinds, stage_close),
		cmocka_unit_test_setup_teardown(sentences_and_numbers, set_up_kinds, stage_close),
		cmocka_unit_test_setup_teardown(only_what_was_wrong_is_mended, set_up_mend, stage_close),
		cmocka_unit_test_setup_teardown(another_person_is_answered, set_up_kinds, stage_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
