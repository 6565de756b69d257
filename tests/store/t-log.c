/* The log of answers, the caches made from it, sittings, fulfilled requirements, certificates. */
#include "config.h"
#include "house.h"

#include <stdio.h>
#include <string.h>

#include "core/random.h"
#include "core/str.h"
#include "learn/grade.h"
#include "store/certificates.h"
#include "store/packs.h"
#include "store/stmt.h"

static bool note_progress(void *ctx, const struct progress_row *p)
{
	str_addf(ctx, "%s %d %d %d;", p->path, p->tries, p->done, (int)p->last_seq);
	return true;
}

static void progress_text(struct store *s, int64_t person, const char *prefix, struct str *out)
{
	struct err e = ERR_INIT;
	str_clear(out);
	assert_ok(progress_each(s, person, prefix, note_progress, out, &e), &e);
}

static bool same_answer(void *ctx, const struct answer *b)
{
	const struct answer *a = ctx;
	assert_int_equal(a->seq, b->seq);
	const char *const texts[][2] = {
		{a->uuid, b->uuid}, {a->path, b->path}, {a->body_hash, b->body_hash}, {a->sitting, b->sitting}, {a->drill, b->drill},
		{a->direction, b->direction}, {a->shown, b->shown}, {a->given, b->given}, {a->verdict, b->verdict}, {a->reasons, b->reasons},
		{a->boot, b->boot}, {a->language, b->language}, {a->front, b->front}, {a->program, b->program},
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_string_equal(texts[i][0], texts[i][1]);
	const int64_t numbers[][2] = {
		{a->person, b->person}, {a->version, b->version}, {(int64_t)a->seed, (int64_t)b->seed}, {a->mark, b->mark}, {a->maximum, b->maximum},
		{a->hints, b->hints}, {a->duration_ms, b->duration_ms}, {a->at, b->at}, {a->offset_min, b->offset_min}, {a->mono_ms, b->mono_ms},
		{a->corrects, b->corrects},
	};
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		assert_int_equal(numbers[i][0], numbers[i][1]);
	return true;
}

static void an_answer_comes_back_whole(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 2, "text");
	struct answer a = answer_to(person, version, "p/u/p1", "wrong");
	a.drill = "recall";
	a.direction = "to-taught";
	a.reasons = "accent,article";
	a.given = "de coll\x1f" "ega";
	a.hints = 2;
	assert_ok(answer_add(s, &a, &e), &e);
	assert_int_equal(a.seq, 1);
	assert_ok(answer_each(s, 0, 0, same_answer, &a, &e) && answer_each(s, person, 1, same_answer, &a, &e), &e);
	struct answer none = {.seq = -1};
	assert_ok(answer_each(s, person, 2, same_answer, &none, &e), &e);
	assert_false(sql_exec(s, "UPDATE answer SET mark = 9", &e));
	assert_non_null(strstr(e.msg, "only added to"));
	assert_false(sql_exec(s, "DELETE FROM answer", &e));
	assert_false(sql_exec(s, "UPDATE item_body SET body = ''", &e));
	assert_false(sql_exec(s, "DELETE FROM item_body", &e));
	a.person = 99;
	assert_false(answer_add(s, &a, &e));
	assert_non_null(strstr(e.msg, "names something"));
	store_close(s);
}

static void verdicts_count_as_the_graders_say(void **state)
{
	(void)state;
	for (enum verdict v = VERDICT_OK; v <= VERDICT_SEEN; v++) {
		struct store *s = store_new(NULL);
		struct err e = ERR_INIT;
		struct str out;
		str_init(&out);
		int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 1, "text");
		struct answer a = answer_to(person, version, "p/u/p1", verdict_name(v));
		assert_ok(answer_add(s, &a, &e), &e);
		progress_text(s, person, "", &out);
		bool judged = v != VERDICT_EMPTY && v != VERDICT_RETRY;
		bool done = verdict_accepted(v) || v == VERDICT_SEEN;
		assert_string_equal(out.buf, !judged ? "" : done ? "p/u/p1 1 1 1;" : "p/u/p1 1 0 1;");
		str_release(&out);
		store_close(s);
	}
}

static void progress_is_what_the_log_says(void **state)
{
	(void)state;
	static const char *const verdicts[] = {"ok", "wrong", "typo", "empty", "retry", "seen", "note"};
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	int64_t version = pack_new(s, "p", "1.0.0", 5, "text"), people[2] = {person_new(s, "1"), person_new(s, "2")};
	struct rng rng = {.state = 20261123};
	int64_t last[2] = {0};
	for (int i = 0; i < 400; i++) {
		int who = (int)rng_below(&rng, 2);
		char path[32];
		snprintf(path, sizeof(path), "p/u/p%d", (int)rng_below(&rng, 5) + 1);
		struct answer a = answer_to(people[who], version, path, verdicts[rng_below(&rng, 7)]);
		if (last[who] && rng_below(&rng, 5) == 0) {
			sqlite3_stmt *st;
			assert_int_equal(sqlite3_prepare_v2(s->db, "SELECT path FROM answer WHERE seq = ?", -1, &st, NULL), SQLITE_OK);
			sqlite3_bind_int64(st, 1, last[who]);
			assert_int_equal(sqlite3_step(st), SQLITE_ROW);
			snprintf(path, sizeof(path), "%s", (const char *)sqlite3_column_text(st, 0));
			sqlite3_finalize(st);
			a.corrects = last[who];
		}
		assert_ok(answer_add(s, &a, &e), &e);
		last[who] = a.seq;
	}
	struct str before[2], after;
	str_init(&after);
	for (int i = 0; i < 2; i++) {
		str_init(&before[i]);
		progress_text(s, people[i], "", &before[i]);
		assert_true(before[i].len > 0);
	}
	assert_ok(sql_exec(s, "UPDATE progress SET tries = 99; DELETE FROM progress WHERE path = 'p/u/p2'", &e), &e);
	assert_ok(progress_rebuild(s, &e), &e);
	for (int i = 0; i < 2; i++) {
		progress_text(s, people[i], "", &after);
		assert_string_equal(after.buf, before[i].buf);
		str_release(&before[i]);
	}
	str_release(&after);
	store_close(s);
}

static void a_correction_takes_the_place_of_what_it_corrects(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct str out;
	str_init(&out);
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 2, "text");
	struct answer a = answer_to(person, version, "p/u/p1", "ok");
	assert_ok(answer_add(s, &a, &e), &e);
	struct answer b = answer_to(person, version, "p/u/p1", "wrong");
	b.corrects = a.seq;
	assert_ok(answer_add(s, &b, &e), &e);
	progress_text(s, person, "p/u/", &out);
	assert_string_equal(out.buf, "p/u/p1 1 0 2;");
	progress_text(s, person, "p/u/p2", &out);
	assert_string_equal(out.buf, "");
	str_release(&out);
	store_close(s);
}

static bool note_unit(void *ctx, const struct unit_progress *u)
{
	str_addf(ctx, "%s/%s %d/%d %d;", u->pack, u->unit, u->done, u->steps, (int)u->last_seq);
	return true;
}

static void units_show_how_far_one_is(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct str out;
	str_init(&out);
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 3, "text");
	pack_new(s, "q", "1.0.0", 2, "text");
	static const struct {
		const char *path, *verdict;
	} rows[] = {{"p/u/p1", "seen"}, {"p/u/p2", "wrong"}, {"p/u/p1", "wrong"}, {"p/u/gone", "ok"}, {"p/u/p3", "ok"}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct answer a = answer_to(person, version, rows[i].path, rows[i].verdict);
		assert_ok(answer_add(s, &a, &e), &e);
	}
	assert_ok(unit_progress_each(s, person, note_unit, &out, &e), &e);
	assert_string_equal(out.buf, "p/u 2/3 5;q/u 0/2 0;");
	/* A newer version without p3 and with one more: the history stays, the steps are those of now. */
	str_clear(&out);
	pack_new(s, "p", "1.1.0", 2, "other text");
	assert_ok(unit_progress_each(s, person, note_unit, &out, &e), &e);
	assert_string_equal(out.buf, "p/u 1/2 3;q/u 0/2 0;");
	str_clear(&out);
	assert_ok(pack_hide(s, "p", &e) && unit_progress_each(s, person, note_unit, &out, &e), &e);
	assert_string_equal(out.buf, "q/u 0/2 0;");
	str_release(&out);
	store_close(s);
}

/* --- sittings ------------------------------------------------------------------------------ */

static void start(struct store *s, const char *id, int64_t person, int64_t version, int64_t at)
{
	struct err e = ERR_INIT;
	static char hashes[3][65];
	struct sitting_item items[3];
	static const char *const paths[] = {"p/u/p1", "p/u/p2", "p/u/p3"};
	for (int i = 0; i < 3; i++) {
		part_hash(paths[i] + 4, "text", hashes[i]);
		items[i] = (struct sitting_item){.position = i, .path = paths[i], .hash = hashes[i], .maximum = i == 2 ? 2 : 1};
	}
	struct sitting si = {.id = id, .check = "p/u", .person = person, .version = version, .seed = UINT64_MAX - 1, .started_at = at, .points = 7, .of = 10};
	assert_ok(sitting_start(s, &si, items, 3, &e), &e);
	assert_false(sitting_start(s, &si, items, 3, &e));
	assert_int_equal(e.kind, ERR_INPUT);
}

static void answer_in(struct store *s, const char *sitting, int64_t person, int64_t version, const char *path, const char *verdict, int mark, int maximum)
{
	struct err e = ERR_INIT;
	struct answer a = answer_to(person, version, path, verdict);
	a.sitting = sitting;
	a.mark = mark;
	a.maximum = maximum;
	assert_ok(answer_add(s, &a, &e), &e);
}

static bool note_item(void *ctx, const struct sitting_item *i)
{
	str_addf(ctx, "%s %d %d/%d;", i->path, i->answered, i->mark, i->maximum);
	return true;
}

static bool note_best(void *ctx, const struct best_row *b)
{
	str_addf(ctx, "%s %s %d/%d %d;", b->check, b->sitting, b->mark, b->maximum, (int)b->at);
	return true;
}

static void a_check_is_held_and_its_best_result_counts(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct sitting got;
	struct str out;
	str_init(&out);
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 3, "text");
	assert_false(sitting_open(s, person, "p/u", &a, &got, &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	start(s, "s1", person, version, 100);
	answer_in(s, "s1", person, version, "p/u/p1", "wrong", 0, 1);
	answer_in(s, "s1", person, version, "p/u/p1", "ok", 1, 1);
	answer_in(s, "s1", person, version, "p/u/p2", "wrong", 0, 1);
	answer_in(s, "s1", person, version, "p/u/p2", "empty", 0, 1);
	assert_ok(sitting_open(s, person, "p/u", &a, &got, &e), &e);
	assert_true(got.seed == UINT64_MAX - 1);
	assert_ok(sitting_items(s, "s1", note_item, &out, &e), &e);
	assert_string_equal(out.buf, "p/u/p1 1 1/1;p/u/p2 1 0/1;p/u/p3 0 0/2;");
	assert_ok(sitting_finish(s, "s1", 200, &got, &a, &e), &e);
	assert_int_equal(got.mark, 1);
	assert_int_equal(got.maximum, 4); /* what was never answered is worth nothing, but counts */
	assert_int_equal(got.finished_at, 200);
	assert_false(sitting_finish(s, "s1", 300, &got, &a, &e));
	assert_false(sql_exec(s, "UPDATE sitting SET mark = 4", &e));
	progress_text(s, person, "", &out);
	assert_string_equal(out.buf, ""); /* a check is no practice */

	static const struct {
		const char *id;
		int mark, at;
	} more[] = {{"s2", 2, 300}, {"s3", 2, 400}, {"s4", 0, 500}};
	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++) {
		start(s, more[i].id, person, version, more[i].at - 1);
		answer_in(s, more[i].id, person, version, "p/u/p3", "ok", more[i].mark, 2);
		assert_ok(sitting_finish(s, more[i].id, more[i].at, &got, &a, &e), &e);
	}
	assert_ok(sitting_last(s, person, "p/u", &a, &got, &e), &e);
	assert_string_equal(got.id, "s4");
	str_clear(&out);
	assert_ok(best_each(s, person, note_best, &out, &e), &e);
	assert_string_equal(out.buf, "p/u s2 2/4 300;");
	str_release(&out);
	arena_release(&a);
	store_close(s);
}

/* --- completions and certificates ---------------------------------------------------------- */

static struct completion completion_of_person(int64_t person, const char *requirement, int64_t at)
{
	return (struct completion){
		.person = person, .code = "1", .name = "Oʻgʻiloy", .latin = "UGILOY", .birth = "2001-12-31", .region = "UZ-FA",
		.programme = "belgium/flanders", .programme_title = "Flanders", .destination = "BE-VLG", .requirement = requirement,
		.requirement_title = "Dutch A1", .mark = 8, .maximum = 10, .completed_at = at,
	};
}

static bool note_completion(void *ctx, const struct completion *c)
{
	str_addf(ctx, "%s %d/%d %d %s %d;", c->requirement, c->mark, c->maximum, (int)c->completed_at, c->serial, (int)c->issued_at);
	return true;
}

static void requirements_are_fulfilled_once(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct str out;
	str_init(&out);
	bool added;
	int64_t person = person_new(s, "1");
	struct completion c = completion_of_person(person, "dutch", 500);
	assert_ok(completion_add(s, &c, &added, &e), &e);
	assert_true(added);
	c.mark = 10;
	c.completed_at = 501;
	assert_ok(completion_add(s, &c, &added, &e), &e);
	assert_false(added);
	c = completion_of_person(person, "conduct", 400);
	assert_ok(completion_add(s, &c, &added, &e), &e);
	struct completion_filter all = {0}, part = {.since = 401, .until = 501, .programme = "belgium/flanders"}, none = {.until = 400};
	assert_ok(completion_each(s, &all, note_completion, &out, &e), &e);
	assert_string_equal(out.buf, "conduct 8/10 400  0;dutch 8/10 500  0;");
	struct certificate k = {.serial = "P 1", .person = person, .code = "1", .name = "Oʻgʻiloy", .latin = "UGILOY", .birth = "2001-12-31",
				.region = "UZ-FA", .programme = "belgium/flanders", .programme_title = "Flanders", .destination = "BE-VLG",
				.issued_at = 600, .practice = true};
	assert_ok(certificate_add(s, &k, &e), &e);
	k.serial = "P 2";
	assert_false(certificate_add(s, &k, &e));
	assert_int_equal(e.kind, ERR_INPUT);
	str_clear(&out);
	assert_ok(completion_each(s, &part, note_completion, &out, &e) && completion_each(s, &none, note_completion, &out, &e), &e);
	assert_string_equal(out.buf, "dutch 8/10 500 P 1 600;");
	str_clear(&out);
	assert_ok(completion_of(s, person, "belgium/flanders", note_completion, &out, &e), &e);
	assert_string_equal(out.buf, "conduct 8/10 400 P 1 600;dutch 8/10 500 P 1 600;");
	int64_t n = 0;
	assert_ok(completion_count(s, &part, &n, &e), &e);
	assert_int_equal(n, 1);
	assert_false(sql_exec(s, "UPDATE completion SET mark = 1", &e));
	assert_false(sql_exec(s, "DELETE FROM completion", &e));
	assert_false(sql_exec(s, "UPDATE certificate SET name = 'x'", &e));
	assert_false(sql_exec(s, "DELETE FROM certificate", &e));
	struct arena a = ARENA_INIT;
	struct certificate got;
	assert_ok(certificate_by_serial(s, "P 1", &a, &got, &e), &e);
	assert_string_equal(got.name, "Oʻgʻiloy");
	assert_true(got.practice);
	assert_false(certificate_by_serial(s, "P 3", &a, &got, &e));
	arena_release(&a);
	str_release(&out);
	store_close(s);
}

struct asking {
	struct store *store;
	struct str text;
};

static bool ask_again(void *ctx, const struct completion *c)
{
	struct asking *b = ctx;
	struct err e = ERR_INIT;
	struct completion_filter all = {0};
	str_addf(&b->text, "%s:", c->requirement);
	assert_ok(completion_each(b->store, &all, note_completion, &b->text, &e), &e);
	return false;
}

static void callbacks_may_ask_the_same_again(void **state)
{
	(void)state;
	struct asking b = {.store = store_new(NULL)};
	struct err e = ERR_INIT;
	bool added;
	str_init(&b.text);
	int64_t person = person_new(b.store, "1");
	struct completion c = completion_of_person(person, "a", 1), d = completion_of_person(person, "b", 2);
	assert_ok(completion_add(b.store, &c, &added, &e) && completion_add(b.store, &d, &added, &e), &e);
	struct completion_filter all = {0};
	assert_ok(completion_each(b.store, &all, ask_again, &b, &e), &e);
	assert_string_equal(b.text.buf, "a:a 8/10 1  0;b 8/10 2  0;");
	str_release(&b.text);
	store_close(b.store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_comes_back_whole),
		cmocka_unit_test(verdicts_count_as_the_graders_say),
		cmocka_unit_test(progress_is_what_the_log_says),
		cmocka_unit_test(a_correction_takes_the_place_of_what_it_corrects),
		cmocka_unit_test(units_show_how_far_one_is),
		cmocka_unit_test(a_check_is_held_and_its_best_result_counts),
		cmocka_unit_test(requirements_are_fulfilled_once),
		cmocka_unit_test(callbacks_may_ask_the_same_again),
	};
	return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
