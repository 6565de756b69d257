/* A live bank on its whole way: sealed, announced, planned, opened by two officers, drawn from, counted, retired, closed. */
#include "config.h"

#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/exam_bank.h"
#include "app/exam_leak.h"
#include "app/exam_release.h"
#include "app/exam_seal.h"
#include "app/packs.h"
#include "app/people.h"
#include "app/rehearsal.h"
#include "core/file.h"
#include "exam_house.h"
#include "record/exam_key.h"
#include "store/stmt.h"

#define ONE "seven geese over the river"
#define OTHER "a lantern behind the mill"
#define EXAM "live-sample/final"

struct centre {
	struct room r;
	char key[160], sealed[160];
};

static void must(bool ok, const struct err *e)
{
	if (!ok)
		fail_msg("%s", e->msg);
}

static void in_folder(struct centre *c, const char *name, char out[160])
{
	snprintf(out, 160, "%s/%s", c->r.f.folder, name);
}

static int64_t number(struct centre *c, const char *sql)
{
	sqlite3_stmt *st;
	assert_int_equal(sqlite3_prepare_v2(c->r.f.app.store->db, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	int64_t n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

/* The sample, built and sealed to a new key of the centre. */
static void seal_sample(struct centre *c)
{
	struct pack p = {0};
	struct diag_list d;
	struct err e = ERR_INIT;
	struct str secret, public, sealed;
	uint8_t keys[1][SEAL_PUBLIC_BYTES];
	char archive[160];
	diag_init(&d);
	str_init(&secret);
	str_init(&public);
	str_init(&sealed);
	in_folder(c, "centre.key", c->key);
	in_folder(c, "live.sealed", c->sealed);
	in_folder(c, "live.safar", archive);
	must(packs_check(&p, fixture_source("tests/data/packs/good/live-sample"), app_today(&c->r.f.app), NULL, &d, &e) && pack_build(&p, archive, &e), &e);
	must(exam_key_new(&secret, &public, ONE, OTHER, &c->r.f.app.entropy, &e) && file_write_new(c->key, 0600, &secret, &e), &e);
	must(exam_key_public(public.buf, public.len, keys[0], &e), &e);
	must(exam_seal(archive, (const uint8_t (*)[SEAL_PUBLIC_BYTES])keys, 1, app_today(&c->r.f.app), NULL, &d, &sealed, &e) &&
		     file_write_new(c->sealed, 0600, &sealed, &e), &e);
	remove(archive);
	pack_release(&p);
	diag_release(&d);
	str_release(&secret);
	str_release(&public);
	str_release(&sealed);
}

static int set_up(void **state)
{
	static struct centre c;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct sealed head;
	char digest[HASH_HEX_SIZE];
	c = (struct centre){0};
	fixture_open(&c.r.f);
	struct app *app = &c.r.f.app;
	install(app, "tests/data/exams/pack");
	c.r.supervisor = add_person(app, "9001", "Dilnoza Yusupova", ROLE_INSTRUCTOR);
	c.r.people[0] = add_person(app, "1001", "Aziza Karimova", ROLE_LEARNER);
	c.r.people[1] = add_person(app, "1002", "Botir Saidov", ROLE_LEARNER);
	c.r.people[2] = add_person(app, "1003", "Otabek Aliyev", ROLE_LEARNER);
	add_person(app, "9002", "Jasur Rahimov", ROLE_INSTRUCTOR);
	app->front = "tui";
	must(sign_in(app, "9001", "402817", &e) && exam_witness(app, "9002", "402817", &c.r.witness, &e), &e);
	seal_sample(&c);
	must(exam_bank_announce(app, c.sealed, &a, &head, digest, &e), &e);
	assert_string_equal(head.exams[0].examines, "safety/mock");
	must(exam_bank_announce(app, c.sealed, &a, &head, digest, &e), &e); /* once more is no fault */
	arena_release(&a);
	*state = &c;
	return 0;
}

static int tear_down(void **state)
{
	struct centre *c = *state;
	remove(c->key);
	remove(c->sealed);
	fixture_close(&c->r.f);
	return 0;
}

static int64_t plan(struct centre *c, const char *day)
{
	struct err e = ERR_INIT;
	struct exam_plan p = {.exam = EXAM, .day = day, .room = "2", .people = c->r.people, .count = 3};
	must(exam_plan(&c->r.f.app, &p, &c->r.session, &e), &e);
	for (int seat = 1; seat <= 3; seat++)
		must(exam_new_code(&c->r.f.app, c->r.session, seat, c->r.codes[seat], &e), &e);
	return c->r.session;
}

static bool try_open(struct centre *c, int64_t session, const char *one, const char *other, int64_t second, struct err *e)
{
	struct exam_opening o = {.sealed = c->sealed, .key = c->key, .one = one, .other = other, .second = second};
	struct diag_list d;
	diag_init(&d);
	bool ok = exam_bank_open(&c->r.f.app, session, &o, &d, e);
	diag_release(&d);
	return ok;
}

static enum exam_bank_state state_of(struct centre *c, int64_t session)
{
	enum exam_bank_state s;
	struct err e = ERR_INIT;
	must(exam_bank_state(&c->r.f.app, session, &s, &e), &e);
	return s;
}

static void only_staff_knows_of_it(void **state)
{
	struct centre *c = *state;
	struct app *app = &c->r.f.app;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct exam_choice *list;
	size_t count;
	must(exam_choices(app, &a, &list, &count, &e), &e);
	assert_int_equal(count, 2);
	assert_string_equal(list[0].path, EXAM);
	assert_false(list[0].practice);
	sign_out(app);
	must(sign_in(app, "1001", "402817", &e) && exam_choices(app, &a, &list, &count, &e), &e);
	assert_int_equal(count, 1);
	assert_string_equal(list[0].path, "safety/mock");
	arena_release(&a);
}

static void it_opens_for_two_officers_on_its_day(void **state)
{
	struct centre *c = *state;
	struct app *app = &c->r.f.app;
	struct err e = ERR_INIT;
	int done;
	int64_t today = plan(c, "2026-11-23"), later = plan(c, "2026-11-30");
	assert_int_equal(state_of(c, today), BANK_SEALED);
	assert_int_equal(number(c, "SELECT count(*) FROM exam_sealed_item"), 0);
	assert_false(exam_open_seat(app, today, 0, &done, &e));
	assert_non_null(strstr(e.msg, "sealed"));
	assert_false(try_open(c, today, ONE, OTHER, 0, &e) || try_open(c, today, ONE, OTHER, c->r.supervisor, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	assert_false(try_open(c, later, ONE, OTHER, c->r.witness, &e));
	assert_non_null(strstr(e.msg, "2026-11-30"));
	assert_false(try_open(c, today, ONE, "another phrase altogether", c->r.witness, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	assert_int_equal(number(c, "SELECT count(*) FROM exam_sealed_item"), 0);
	must(try_open(c, today, OTHER, ONE, c->r.witness, &e), &e);
	assert_int_equal(state_of(c, today), BANK_OPEN);
	assert_int_equal(state_of(c, later), BANK_SEALED);
	assert_int_equal(number(c, "SELECT count(*) FROM exam_sealed_item WHERE body <> ''"), 12);
	assert_int_equal(number(c, "SELECT count(*) FROM exam_event WHERE act = 'bank-open' AND actor <> 0 AND second <> 0 AND length(text) = 64"), 1);
	assert_false(try_open(c, today, ONE, OTHER, c->r.witness, &e));
	assert_non_null(strstr(e.msg, "already"));
}

/* --- memory that was given back (the linker puts these in the place of malloc, free and realloc) --- */

static struct {
	bool on;
	int found, looked;
} watch;

void *__real_malloc(size_t n);
void *__wrap_malloc(size_t n);
void __real_free(void *p);
void __wrap_free(void *p);
void *__real_realloc(void *p, size_t n);
void *__wrap_realloc(void *p, size_t n);

/* Whether something that only the sealed bank knows stands in a block. */
static bool tells_of_the_bank(void *p)
{
	static const char secret[] = "Ladder ";
	watch.looked += p && watch.on;
	static const uint16_t wide[] = {'L', 'a', 'd', 'd', 'e', 'r', ' '};
	size_t n = p && watch.on ? malloc_usable_size(p) : 0;
	return n && (memmem(p, n, secret, sizeof(secret) - 1) || memmem(p, n, wide, sizeof(wide)));
}

/* What a library left behind in a block is not what we left there. */
void *__wrap_malloc(size_t n)
{
	void *p = __real_malloc(n);
	if (p && watch.on)
		memset(p, 0x5A, malloc_usable_size(p));
	return p;
}

void __wrap_free(void *p)
{
	watch.found += tells_of_the_bank(p);
	__real_free(p);
}

void *__wrap_realloc(void *p, size_t n)
{
	bool told = tells_of_the_bank(p);
	uintptr_t before = (uintptr_t)p;
	void *q = __real_realloc(p, n);
	watch.found += told && (uintptr_t)q != before;
	return q;
}

static void nothing_of_it_stays_in_memory_given_back(void **state)
{
	struct centre *c = *state;
	struct err e = ERR_INIT;
	int64_t session = plan(c, "2026-11-23");
	char *sure = strdup("Ladder 3?");
	watch.on = true;
	free(sure);
	assert_int_equal(watch.found, 1); /* it would be seen */
	watch.found = 0;
	assert_false(try_open(c, session, ONE, "another phrase altogether", c->r.witness, &e));
	must(sql_exec(c->r.f.app.store, "CREATE TEMP TRIGGER full BEFORE INSERT ON main.exam_sealed_item WHEN NEW.position = 7 BEGIN SELECT RAISE(ABORT, 'full'); END", &e), &e);
	assert_false(try_open(c, session, ONE, OTHER, c->r.witness, &e));
	assert_int_equal(watch.found, 0);
	must(sql_exec(c->r.f.app.store, "DROP TRIGGER full", &e), &e);
	must(try_open(c, session, ONE, OTHER, c->r.witness, &e), &e);
	watch.on = false;
	assert_int_equal(watch.found, 0);
	assert_true(watch.looked > 1000);
}

/* What a write that failed left behind is nothing at all. */
static void half_an_opening_is_none(void **state)
{
	struct centre *c = *state;
	struct err e = ERR_INIT;
	int64_t session = plan(c, "2026-11-23");
	must(sql_exec(c->r.f.app.store, "CREATE TEMP TRIGGER full BEFORE INSERT ON main.exam_sealed_item WHEN NEW.position = 7 BEGIN SELECT RAISE(ABORT, 'full'); END", &e), &e);
	assert_false(try_open(c, session, ONE, OTHER, c->r.witness, &e));
	assert_int_equal(state_of(c, session), BANK_SEALED);
	assert_int_equal(number(c, "SELECT count(*) FROM exam_sealed_item"), 0);
	assert_int_equal(number(c, "SELECT count(*) FROM exam_script"), 0);
	must(sql_exec(c->r.f.app.store, "DROP TRIGGER full", &e), &e);
	must(try_open(c, session, ONE, OTHER, c->r.witness, &e), &e);
}

/* One session of which `seats` are sat and ended; everything else as it comes. */
static void hold(struct centre *c, int seats)
{
	struct err e = ERR_INIT;
	struct app *app = &c->r.f.app;
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	for (int seat = 1; seat <= seats; seat++) {
		must(exam_confirm(app, c->r.session, seat, &id, &e) && exam_open_seat(app, c->r.session, seat, NULL, &e), &e);
		exam_run_free(enter(&c->r, seat));
	}
	must(exam_start(app, c->r.session, NULL, &e), &e);
	struct exam_reason reason = {.why = WHY_TECHNICAL, .text = "end of the test", .second = c->r.witness};
	must(exam_end(app, c->r.session, 0, &reason, NULL, &e) && exam_close(app, c->r.session, &e), &e);
}

static void closing_takes_away_what_nobody_got(void **state)
{
	struct centre *c = *state;
	struct err e = ERR_INIT;
	plan(c, "2026-11-23");
	must(try_open(c, c->r.session, ONE, OTHER, c->r.witness, &e), &e);
	hold(c, 1);
	assert_int_equal(state_of(c, c->r.session), BANK_CLOSED);
	/* one text with its question, one word, two ladders */
	assert_int_equal(number(c, "SELECT count(*) FROM exam_item"), 4);
	assert_int_equal(number(c, "SELECT count(*) FROM exam_sealed_item WHERE body <> ''"), 0);
	assert_int_equal(number(c, "SELECT count(*) FROM exam_script"), 1);
	assert_int_equal(number(c, "SELECT count(*) FROM item_body WHERE body LIKE '%Ladder%'"), 2);
	/* no trace in the file either */
	struct str file;
	str_init(&file);
	must(file_read(c->r.f.path, 64 * 1024 * 1024, &file, &e), &e);
	int found = 0;
	for (int n = 1; n <= 6; n++) {
		char text[32];
		snprintf(text, sizeof(text), "Ladder %d?", n);
		found += memmem(file.buf, file.len, text, strlen(text)) != NULL;
	}
	assert_int_equal(found, 2);
	str_release(&file);
	assert_false(try_open(c, c->r.session, ONE, OTHER, c->r.witness, &e));
}

static bool count_retired(void *ctx, const struct exam_bank_item *it)
{
	int *sum = ctx;
	sum[0] += it->showings;
	sum[1] += it->retired;
	sum[2] += 1;
	return true;
}

static bool least_left(void *ctx, const struct exam_bank_stratum *x)
{
	int *least = ctx;
	*least = x->left < *least ? x->left : *least;
	return true;
}

static void questions_retire(void **state)
{
	struct centre *c = *state;
	struct err e = ERR_INIT;
	int sum[3] = {0}, least = 99;
	must(exam_bank_items(&c->r.f.app, EXAM, count_retired, sum, &e), &e);
	assert_int_equal(sum[2], 0); /* nothing is known before the first opening */
	plan(c, "2026-11-23");
	must(try_open(c, c->r.session, ONE, OTHER, c->r.witness, &e), &e);
	hold(c, 3);
	must(exam_bank_items(&c->r.f.app, EXAM, count_retired, sum, &e), &e);
	assert_int_equal(sum[0], 12); /* three sittings of four */
	assert_int_equal(sum[1], 1);  /* the question about the text, which all three heard */
	assert_int_equal(sum[2], 12);
	must(exam_bank_strata(&c->r.f.app, EXAM, least_left, &least, &e), &e);
	assert_int_equal(least, 2);
	pass(&c->r, INT64_C(8) * 24 * 3600 * 1000);
	plan(c, "2026-12-01");
	must(try_open(c, c->r.session, ONE, OTHER, c->r.witness, &e), &e);
	hold(c, 3);
	struct exam_plan p = {.exam = EXAM, .day = "2026-12-01", .room = "2", .people = c->r.people, .count = 1};
	int64_t session;
	/* three words, each seen twice */
	assert_false(exam_plan(&c->r.f.app, &p, &session, &e));
	assert_non_null(strstr(e.msg, "people"));
	assert_int_equal(number(c, "SELECT count(*) FROM exam_session WHERE state = 'planned'"), 0);
}

/* Seven seats, three words that two forms each may have: nobody's form is short, though one of the words is retired by then. */
static void no_form_of_a_room_is_short(void **state)
{
	struct centre *c = *state;
	struct app *app = &c->r.f.app;
	struct err e = ERR_INIT;
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	int64_t people[7], session;
	struct person officer = app->person;
	app->person = (struct person){0};
	app->front = "cli";
	for (int i = 0; i < 7; i++) {
		char code[12];
		snprintf(code, sizeof(code), "%d", 2001 + i);
		people[i] = add_person(app, code, "Aziza Karimova", ROLE_LEARNER);
	}
	app->person = officer;
	app->front = "tui";
	struct exam_plan p = {.exam = EXAM, .day = "2026-11-23", .room = "2", .people = people, .count = 7};
	must(exam_plan(app, &p, &session, &e) && try_open(c, session, ONE, OTHER, c->r.witness, &e), &e);
	for (int seat = 1; seat <= 7; seat++) {
		char code[EXAM_CODE_SIZE];
		must(exam_confirm(app, session, seat, &id, &e) && exam_new_code(app, session, seat, code, &e) && exam_open_seat(app, session, seat, NULL, &e), &e);
		struct exam_run *run = exam_enter(app, seat, code, &e);
		must(run, &e);
		exam_run_free(run);
	}
	must(exam_start(app, session, NULL, &e), &e);
	assert_int_equal(number(c, "SELECT count(*) FROM (SELECT 1 FROM exam_item GROUP BY sitting HAVING count(*) = 4)"), 7);
}

/* Two sections that draw from one stratum need both their questions. */
static void sections_of_one_stratum_are_counted_together(void **state)
{
	(void)state;
	struct err e = ERR_INIT;
	struct exam_bank_item items[] = {{.id = "a", .topic = "signs", .skill = "reading", .script = ""}, {.id = "b", .topic = "signs", .skill = "reading", .script = ""}};
	struct bank_pool pool = {.items = items, .count = 2};
	struct draw_row one = {.topic = "signs", .count = 1}, other = one;
	struct exam_section sections[] = {{.id = "x", .skill = SKILL_READING, .draw = &one, .draw_count = 1}, {.id = "y", .skill = SKILL_READING, .draw = &other, .draw_count = 1}};
	const struct blueprint b = {.sections = sections, .section_count = 2};
	must(exam_bank_drawable(&pool, &b, &e), &e);
	items[1].retired = true;
	assert_false(exam_bank_drawable(&pool, &b, &e));
	assert_non_null(strstr(e.msg, "2 are needed, and 1 are not retired"));
}

static void what_learners_can_meet_is_refused(void **state)
{
	struct centre *c = *state;
	struct err e = ERR_INIT;
	int64_t session = plan(c, "2026-11-23");
	c->r.f.app.front = "cli";
	struct person owner = c->r.f.app.person;
	c->r.f.app.person = (struct person){0};
	install(&c->r.f.app, "tests/data/exams/leak");
	c->r.f.app.person = owner;
	assert_false(try_open(c, session, ONE, OTHER, c->r.witness, &e));
	assert_non_null(strstr(e.msg, "stand in a course"));
	assert_int_equal(state_of(c, session), BANK_SEALED);
}

static int count_marks(const struct rehearsal *r, enum rehearsal_mark m)
{
	int n = 0;
	for (size_t i = 0; i < r->count; i++)
		n += r->list[i].subject == REHEARSAL_PACK && r->list[i].mark == m;
	return n;
}

static void rehearsing_knows_what_is_sealed(void **state)
{
	struct centre *c = *state;
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct rehearsal said;
	const struct rehearsal_means means = {.path = "/nowhere"};
	plan(c, "2026-11-23");
	must(rehearse(&c->r.f.app, c->r.session, &means, &a, &said, &e), &e);
	assert_int_equal(count_marks(&said, REHEARSAL_BAD), 0);
	assert_non_null(strstr(said.list[0].said, "sealed"));
	must(try_open(c, c->r.session, ONE, OTHER, c->r.witness, &e) && rehearse(&c->r.f.app, c->r.session, &means, &a, &said, &e), &e);
	assert_int_equal(count_marks(&said, REHEARSAL_BAD), 0);
	assert_int_equal(count_marks(&said, REHEARSAL_NOTE), 0);
	hold(c, 3);
	plan(c, "2026-12-01"); /* the text that all heard is retired */
	must(rehearse(&c->r.f.app, c->r.session, &means, &a, &said, &e), &e);
	assert_int_equal(count_marks(&said, REHEARSAL_NOTE), 1);
	arena_release(&a);
}

static bool take_standing(void *ctx, const struct exam_standing *s)
{
	int *live = ctx;
	*live += s->live && strcmp(s->examines, "safety/mock") == 0 && strcmp(s->exam, EXAM) == 0;
	return true;
}

static void it_stands_for_the_exam_it_names(void **state)
{
	struct centre *c = *state;
	struct err e = ERR_INIT;
	int live = 0;
	plan(c, "2026-11-23");
	must(try_open(c, c->r.session, ONE, OTHER, c->r.witness, &e), &e);
	hold(c, 2);
	must(exam_standings(&c->r.f.app, 0, take_standing, &live, &e), &e);
	assert_int_equal(live, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(only_staff_knows_of_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_opens_for_two_officers_on_its_day, set_up, tear_down),
		cmocka_unit_test_setup_teardown(half_an_opening_is_none, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nothing_of_it_stays_in_memory_given_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(closing_takes_away_what_nobody_got, set_up, tear_down),
		cmocka_unit_test_setup_teardown(questions_retire, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_form_of_a_room_is_short, set_up, tear_down),
		cmocka_unit_test(sections_of_one_stratum_are_counted_together),
		cmocka_unit_test_setup_teardown(what_learners_can_meet_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rehearsing_knows_what_is_sealed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_stands_for_the_exam_it_names, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
