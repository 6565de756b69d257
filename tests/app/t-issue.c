/* Certificates: who is ready, issuing, withdrawing, lists. */
#include "config.h"
#include "exam_house.h"
#include "live_house.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/credential.h"
#include "app/results.h"
#include "record/list.h"
#include "record/verify.h"
#include "store/certificates.h"
#include "store/packs.h"

static struct credential_order order(const struct live *l)
{
	return (struct credential_order){.phrase = LIVE_PHRASE, .second = l->second};
}

static size_t candidates(struct live *l, struct arena *a, struct credential_candidate **list)
{
	struct err e = ERR_INIT;
	size_t count;
	if (!credential_candidates(&l->f.app, a, list, &count, &e))
		fail_msg("%s", e.msg);
	return count;
}

static void issue(struct live *l, int count)
{
	struct err e = ERR_INIT;
	struct credential_order o = order(l);
	int issued;
	if (!credential_issue(&l->f.app, &o, &issued, &e))
		fail_msg("%s", e.msg);
	assert_int_equal(issued, count);
}

struct found {
	struct arena arena;
	char serial[8][SERIAL_SIZE];
	enum credential_state state[8];
	size_t count;
};

static bool take(void *ctx, const struct credential_view *v)
{
	struct found *f = ctx;
	strcpy(f->serial[f->count], v->serial);
	f->state[f->count++] = v->state;
	return true;
}

static struct found issued_to(struct live *l, int64_t person)
{
	struct err e = ERR_INIT;
	struct found f = {0};
	if (!credential_list(&l->f.app, person, take, &f, &e))
		fail_msg("%s", e.msg);
	return f;
}

static void everything_passed_for_real_makes_ready(void **state)
{
	(void)state;
	struct live l;
	struct arena a = ARENA_INIT;
	struct credential_candidate *list;
	live_open(&l);
	assert_int_equal(candidates(&l, &a, &list), 3);
	assert_string_equal(list[0].latin, "ALIYEV OTABEK");
	assert_true(list[0].ready && list[1].ready);
	assert_string_equal(list[0].title, "Ready for the north");
	/* the result that ends first ends it: a year, the other two */
	assert_string_equal(list[0].until, "2027-11-23");
	/* two documents: somebody has to look */
	assert_string_equal(list[2].latin, "SAIDOV BOTIR");
	assert_false(list[2].ready);
	assert_non_null(strstr(list[2].why, "FA12310029"));
	/* results count until their last day, and not a day longer */
	l.f.clock.wall += INT64_C(365) * 86400000;
	assert_int_equal(candidates(&l, &a, &list), 3);
	l.f.clock.wall += 86400000;
	assert_int_equal(candidates(&l, &a, &list), 0);
	arena_release(&a);
	live_close(&l);
}

static void verify(struct live *l, const char *text, const struct list *revoked, enum finding finding, struct arena *a)
{
	struct err e = ERR_INIT;
	struct credential_view v;
	struct found f = issued_to(l, l->people[0]);
	assert_true(credential_view(&l->f.app, f.serial[f.count - 1], a, &v, &e));
	struct list_entry agency = {.id = v.issuer, .name = "Agency", .telephone = "", .from = "2026-01-01T00:00:00Z", .until = "", .reason = ""};
	struct list trust = {.kind = LIST_TRUST, .signer = v.issuer, .issued = "2026-01-01T00:00:00Z", .sequence = 1, .entries = &agency, .count = 1};
	struct verified got;
	verify_text(text, strlen(text), &trust, revoked, l->f.clock.wall, a, &got);
	if (got.finding != finding)
		fail_msg("%d instead of %d: %s", (int)got.finding, (int)finding, got.why);
}

static void one_pass_phrase_issues_to_all_who_are_ready(void **state)
{
	(void)state;
	struct live l;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct credential_candidate *list;
	struct credential_view v;
	live_open(&l);
	issue(&l, 2);
	assert_int_equal(candidates(&l, &a, &list), 1); /* whose documents differ is not, and the others have theirs */
	assert_int_equal(issued_to(&l, l.people[1]).count, 0);
	struct found f = issued_to(&l, l.people[0]);
	assert_int_equal(f.count, 1);
	assert_true(credential_view(&l.f.app, f.serial[0], &a, &v, &e));
	assert_string_equal(v.latin, "KARIMOVA AZIZA");
	assert_string_equal(v.officer, "Dilnoza Yusupova");
	assert_string_equal(v.second, "Jasur Rahimov");
	assert_string_equal(v.until, "2027-11-23");
	assert_int_equal(v.count, 2);
	/* half points, what was needed, and what nobody examined */
	assert_string_equal(v.exams[0].results[0].points, "34.5 of 50");
	assert_string_equal(v.exams[0].results[0].needed, "25");
	assert_string_equal(v.exams[0].results[1].points, "20 of 25");
	assert_string_equal(v.exams[0].results[3].title, "Listening");
	assert_string_equal(v.exams[0].results[3].points, "not examined");
	assert_int_equal(v.exams[0].count, 6);
	assert_int_equal(v.exams[1].count, 2); /* no language: nothing is missing */
	assert_non_null(strstr(v.json, "no CEFR certificate and no VCA certificate"));
	assert_null(strstr(v.json, "FA1231001"));
	assert_null(strstr(v.compact, "FA1231001"));
	struct list none = {.kind = LIST_REVOKED, .signer = v.issuer, .issued = "2026-11-20T00:00:00Z", .sequence = 1};
	verify(&l, v.json, &none, FOUND_VALID, &a);
	verify(&l, v.compact, &none, FOUND_VALID, &a);
	/* in force through the last second of its last day in Tashkent */
	l.f.clock.wall = INT64_C(1826996399) * 1000;
	none.issued = "2027-11-23T00:00:00Z";
	verify(&l, v.json, &none, FOUND_VALID, &a);
	l.f.clock.wall += 1000;
	verify(&l, v.json, &none, FOUND_NOT_IN_FORCE, &a);
	arena_release(&a);
	live_close(&l);
}

static void it_takes_an_administrator_another_person_and_the_phrase(void **state)
{
	(void)state;
	struct live l;
	struct err e = ERR_INIT;
	int issued;
	live_open(&l);
	struct credential_order o = order(&l);
	const int64_t wrong[] = {0, l.administrator, l.people[0]};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		o.second = wrong[i];
		err_clear(&e);
		assert_false(credential_issue(&l.f.app, &o, &issued, &e));
		assert_int_equal(e.kind, ERR_DENIED);
	}
	o = order(&l);
	o.phrase = "other words that nobody guesses";
	err_clear(&e);
	assert_false(credential_issue(&l.f.app, &o, &issued, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	l.f.app.person.role = ROLE_INSTRUCTOR;
	l.f.app.front = "cli"; /* the owner of the store signs in all the same */
	o = order(&l);
	err_clear(&e);
	assert_false(credential_issue(&l.f.app, &o, &issued, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	assert_int_equal(issued_to(&l, 0).count, 0);
	live_close(&l);
}

enum { BETWEEN = -1 };

/* Between two certificates. */
static bool die_after(void *ctx, size_t done, size_t all, const char *serial, const char *name)
{
	const size_t *at = ctx;
	(void)all, (void)serial, (void)name;
	if (done == *at)
		kill(getpid(), SIGKILL);
	return true;
}

/* The bytes of chance come one by one: dies in the middle of making a certificate. */
struct dying {
	struct entropy inner;
	int left;
};

static void die_in_chance(void *ctx, void *out, size_t n)
{
	struct dying *d = ctx;
	if (d->left-- == 0)
		kill(getpid(), SIGKILL);
	d->inner.fill(d->inner.ctx, out, n);
}

static void a_power_cut_leaves_whole_certificates(void **state)
{
	(void)state;
	/* draws of chance before it dies: in the first certificate, in the second, and between them; all of them would take minutes, for the key is slow to open */
	static const int moments[] = {1, 3, 5, BETWEEN};
	for (size_t m = 0; m < sizeof(moments) / sizeof(moments[0]); m++) {
		int at = moments[m];
		struct live l;
		struct arena a = ARENA_INIT;
		struct credential_candidate *list;
		int status;
		live_open(&l);
		app_close(&l.f.app);
		pid_t child = fork();
		if (child == 0) {
			struct err e = ERR_INIT;
			struct credential_order o = order(&l);
			struct dying d = {.inner = entropy_system(), .left = at}; /* BETWEEN never comes to 0 */
			size_t one = 1;
			int issued;
			if (!app_open(&l.f.app, l.f.path, STORE_OPEN, &e))
				_exit(2);
			l.f.app.clock = clock_from_fixed(&l.f.clock);
			l.f.app.entropy = (struct entropy){.fill = die_in_chance, .ctx = &d};
			strcpy(l.f.app.site, "Centre");
			l.f.app.person = (struct person){.id = l.administrator, .role = ROLE_ADMINISTRATOR, .name = "Dilnoza", .code = "9001"};
			o.told = at == BETWEEN ? die_after : NULL;
			o.ctx = &one;
			credential_issue(&l.f.app, &o, &issued, &e);
			_exit(1);
		}
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
		fixture_reopen(&l.f);
		l.f.app.person = (struct person){.id = l.administrator, .role = ROLE_ADMINISTRATOR, .name = "Dilnoza Yusupova", .code = "9001"};
		l.f.app.front = "tui";
		strcpy(l.f.app.site, "Centre");
		struct found before = issued_to(&l, 0);
		assert_true(before.count < 2);
		assert_int_equal(candidates(&l, &a, &list), 3 - before.count);
		for (size_t i = 0; i < before.count; i++) { /* what is there is whole */
			struct credential_view v;
			struct err e = ERR_INIT;
			assert_true(credential_view(&l.f.app, before.serial[i], &a, &v, &e));
			assert_int_equal(v.count, 2);
			assert_int_equal(v.exams[1].count, 2);
		}
		issue(&l, 2 - (int)before.count);
		arena_release(&a);
		live_close(&l);
	}
}

static void withdrawn_is_withdrawn_for_ever(void **state)
{
	(void)state;
	struct live l;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct credential_candidate *list;
	struct credential_view v;
	struct str file;
	struct list revoked;
	int count;
	live_open(&l);
	issue(&l, 2);
	str_init(&file);
	if (!credential_withdrawn_list(&l.f.app, NULL, LIVE_PHRASE, 0, &file, &count, &e)) /* an empty one is worth something, too */
		fail_msg("%s", e.msg);
	assert_int_equal(count, 0);
	assert_true(list_read(file.buf, file.len, &a, &revoked, &e));
	assert_int_equal(revoked.sequence, 1);
	struct found f = issued_to(&l, l.people[0]);
	assert_true(credential_view(&l.f.app, f.serial[0], &a, &v, &e));
	verify(&l, v.json, &revoked, FOUND_VALID, &a);
	assert_false(credential_revoke(&l.f.app, f.serial[0], " ", l.second, &e));
	err_clear(&e);
	assert_false(credential_revoke(&l.f.app, f.serial[0], "Somebody else sat there", l.administrator, &e));
	err_clear(&e);
	if (!credential_revoke(&l.f.app, f.serial[0], "Somebody else sat there", l.second, &e))
		fail_msg("%s", e.msg);
	assert_false(credential_revoke(&l.f.app, f.serial[0], "Somebody else sat there", l.second, &e));
	assert_non_null(strstr(e.msg, "withdrawn before"));
	err_clear(&e);
	assert_int_equal(issued_to(&l, l.people[0]).state[0], CREDENTIAL_REVOKED);
	/* the same results give no second one by themselves */
	assert_int_equal(candidates(&l, &a, &list), 1);
	str_clear(&file);
	assert_true(credential_withdrawn_list(&l.f.app, NULL, LIVE_PHRASE, 40, &file, &count, &e));
	assert_int_equal(count, 1);
	assert_true(list_read(file.buf, file.len, &a, &revoked, &e));
	assert_int_equal(revoked.sequence, 40); /* lists made elsewhere had reached 39 */
	assert_string_equal(revoked.entries[0].reason, "Somebody else sat there");
	verify(&l, v.json, &revoked, FOUND_REVOKED, &a);
	verify(&l, v.compact, &revoked, FOUND_REVOKED, &a);
	str_clear(&file);
	assert_true(credential_withdrawn_list(&l.f.app, NULL, LIVE_PHRASE, 0, &file, &count, &e));
	assert_true(list_read(file.buf, file.len, &a, &revoked, &e));
	assert_int_equal(revoked.sequence, 41);
	str_release(&file);
	arena_release(&a);
	live_close(&l);
}

static void a_wrong_letter_is_put_right(void **state)
{
	(void)state;
	struct live l;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct credential_view old, v;
	char serial[SERIAL_SIZE];
	live_open(&l);
	issue(&l, 2);
	struct found f = issued_to(&l, l.people[0]);
	struct credential_order o = order(&l);
	struct exam_identity identity = {.latin = "Karimova"};
	assert_false(credential_reissue(&l.f.app, f.serial[0], "A letter was wrong", &identity, &o, serial, &e));
	err_clear(&e);
	assert_int_equal(issued_to(&l, l.people[0]).state[0], CREDENTIAL_VALID); /* both or nothing */
	identity.latin = "KARIMOVA AZIZAKHON";
	l.f.clock.wall += 86400000;
	if (!credential_reissue(&l.f.app, f.serial[0], "A letter was wrong", &identity, &o, serial, &e))
		fail_msg("%s", e.msg);
	assert_true(credential_view(&l.f.app, f.serial[0], &a, &old, &e));
	assert_true(credential_view(&l.f.app, serial, &a, &v, &e));
	assert_int_equal(old.state, CREDENTIAL_REISSUED);
	assert_string_equal(old.replaced_by, serial);
	assert_string_equal(v.replaces, f.serial[0]);
	assert_string_equal(v.latin, "KARIMOVA AZIZAKHON");
	assert_string_equal(v.until, old.until);
	assert_string_equal(v.issued_on, "2026-11-24");
	assert_int_equal(v.count, 2);
	assert_string_not_equal(v.uuid, old.uuid);
	assert_false(credential_reissue(&l.f.app, f.serial[0], "Once more", NULL, &o, serial, &e));
	arena_release(&a);
	live_close(&l);
}

static void a_learner_sees_the_own_certificate_only(void **state)
{
	(void)state;
	struct live l;
	struct err e = ERR_INIT;
	struct str text;
	live_open(&l);
	issue(&l, 2);
	struct found own = issued_to(&l, l.people[0]), other = issued_to(&l, l.people[2]);
	l.f.app.person.id = l.people[0];
	l.f.app.person.role = ROLE_LEARNER;
	str_init(&text);
	assert_true(credential_text(&l.f.app, own.serial[0], &text, &e));
	assert_non_null(strstr(text.buf, "KARIMOVA AZIZA"));
	assert_non_null(strstr(text.buf, "34.5 of 50"));
	assert_false(credential_text(&l.f.app, other.serial[0], &text, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	str_release(&text);
	live_close(&l);
}

static void nobody_issues_to_themselves(void **state)
{
	(void)state;
	struct live l;
	struct err e = ERR_INIT;
	int issued;
	live_open(&l);
	struct credential_order o = order(&l);
	l.f.app.person.id = l.people[0];
	assert_false(credential_issue(&l.f.app, &o, &issued, &e));
	assert_non_null(strstr(e.msg, "nobody decides about their own"));
	assert_int_equal(issued, 0);
	l.f.app.person.id = l.administrator;
	issue(&l, 2);
	err_clear(&e);
	struct found own = issued_to(&l, l.people[0]);
	l.f.app.person.id = l.people[0];
	assert_false(credential_revoke(&l.f.app, own.serial[0], "mine to take back", l.second, &e));
	assert_non_null(strstr(e.msg, "nobody decides about their own"));
	live_close(&l);
}

static bool count_practice(void *ctx, const struct certificate *c)
{
	*(int *)ctx += c->practice;
	return true;
}

/* A practice exam meets the requirement for practice as soon as its result is given out, and never for real. */
static void a_practice_exam_counts_for_practice(void **state)
{
	(void)state;
	struct room r;
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct credential_candidate *list;
	size_t count;
	int64_t version;
	int found = 0;
	struct exam_run *run = start(&r, 1);
	struct app *app = &r.f.app;
	static const char body[] = "{\"id\":\"north\",\"title\":\"North\",\"destination\":\"BE-VLG\",\"requirements\":[{\"id\":\"safety\",\"title\":\"Safety\",\"all\":[{\"exam\":\"safety/mock\"}]}]}";
	const struct pack_row pack = {.pack = "going", .version = "1.0.0", .title = "Going", .kind = "programme", .teaches = "", .level = "", .source_language = "en", .digest = ""};
	const struct enrolment wish = {.programme = "going/north", .departure = ""};
	assert_true(pack_begin(app->store, &pack, &version, &e) && pack_add_programme(app->store, version, "north", "North", "BE-VLG", body, &e) &&
		    pack_activate(app->store, version, app_now(app), &e) && enrol_save(app->store, r.people[0], &wish, &e));
	for (int section = 0; section < 2; section++) {
		for (size_t i = 0; i < run->count; i++)
			assert_true(choose(&r, run, i, 0, &e));
		assert_true(exam_hand_in(app, run, &e));
	}
	assert_true(certificate_each(app->store, r.people[0], count_practice, &found, &e)); /* to the other seats nobody came */
	assert_int_equal(found, 0);
	if (!exam_close(app, r.session, &e))
		fail_msg("%s", e.msg);
	assert_true(certificate_each(app->store, r.people[0], count_practice, &found, &e));
	assert_int_equal(found, 1);
	app->front = "cli";
	assert_true(credential_candidates(app, &a, &list, &count, &e));
	assert_int_equal(count, 0);
	arena_release(&a);
	end(&r, run);
}

static void months_end_with_the_month(void **state)
{
	(void)state;
	static const struct {
		const char *day;
		int months;
		const char *then;
	} rows[] = {{"2026-11-23", 12, "2027-11-23"}, {"2027-01-31", 1, "2027-02-28"}, {"2028-01-31", 1, "2028-02-29"}, {"2026-12-31", 24, "2028-12-31"}, {"2026-08-31", 6, "2027-02-28"}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t day;
		char text[11];
		assert_true(date_parse(rows[i].day, &day));
		date_format(day_after_months(day, rows[i].months), text);
		assert_string_equal(text, rows[i].then);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_passed_for_real_makes_ready),
		cmocka_unit_test(one_pass_phrase_issues_to_all_who_are_ready),
		cmocka_unit_test(it_takes_an_administrator_another_person_and_the_phrase),
		cmocka_unit_test(a_power_cut_leaves_whole_certificates),
		cmocka_unit_test(withdrawn_is_withdrawn_for_ever),
		cmocka_unit_test(a_wrong_letter_is_put_right),
		cmocka_unit_test(a_learner_sees_the_own_certificate_only),
		cmocka_unit_test(nobody_issues_to_themselves),
		cmocka_unit_test(a_practice_exam_counts_for_practice),
		cmocka_unit_test(months_end_with_the_month),
	};
	return cmocka_run_group_tests_name("certificates", tests, NULL, NULL);
}
