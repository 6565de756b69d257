/* The log of reviews, and the cards made from it, now and again. */
#include "config.h"
#include "house.h"

#include <stdio.h>
#include <string.h>

#include "core/random.h"
#include "core/str.h"
#include "learn/review.h"
#include "store/cards.h"
#include "store/stmt.h"

/* Every bit of a person's cards. */
static bool write_card(void *ctx, const struct card *c)
{
	str_addf(ctx, "%s %s step %d s %a d %a reps %d lapses %d last %d due %d at %ld place %d\n", c->path, fsrs_state_name(c->memory.state),
		 c->memory.step, c->memory.memory.stability, c->memory.memory.difficulty, c->memory.reps, c->memory.lapses,
		 (int)c->memory.last_day, (int)c->due_day, (long)c->due_at, (int)c->place);
	return true;
}

static void cards_text(struct store *s, int64_t person, struct str *out)
{
	struct err e = ERR_INIT;
	str_clear(out);
	assert_ok(card_each(s, person, false, write_card, out, &e), &e);
}

static struct answer drill(int64_t person, int64_t version, const char *path, const char *direction, const char *verdict)
{
	struct answer a = answer_to(person, version, path, verdict);
	a.drill = "type";
	a.direction = direction;
	return a;
}

static void answered(struct store *s, struct answer *a, const struct fsrs *p, int64_t day)
{
	struct err e = ERR_INIT;
	assert_ok(store_begin(s, &e), &e);
	assert_ok(store_end(s, answer_add(s, a, &e) && card_answered(s, a, p, day, &e), &e), &e);
}

static struct card card_of(struct store *s, int64_t person, const char *path)
{
	struct arena a = ARENA_INIT;
	struct err e = ERR_INIT;
	struct card c = {0};
	bool found;
	assert_ok(card_read(s, person, path, &a, &c, &found, &e), &e);
	assert_true(found);
	c.path = NULL;
	arena_release(&a);
	return c;
}

static bool count_reviews(void *ctx, const struct review_row *r)
{
	(void)r;
	++*(int *)ctx;
	return true;
}

static int reviews(struct store *s)
{
	struct err e = ERR_INIT;
	int n = 0;
	assert_ok(review_each(s, 0, count_reviews, &n, &e), &e);
	return n;
}

static void an_answer_moves_its_card(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct fsrs p;
	fsrs_init(&p);
	p.spread = false;
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 1, "text");
	static const struct {
		const char *verdict;
		int hints, day, reps, due_day;
		int64_t wait_ms;
		enum fsrs_state state;
	} rows[] = {
		{"ok", 0, 100, 1, 100, 600000, FSRS_LEARNING}, {"retry", 0, 100, 1, 100, 600000, FSRS_LEARNING},
		{"empty", 0, 100, 1, 100, 600000, FSRS_LEARNING}, {"note", 0, 100, 2, 102, 0, FSRS_REVIEW},
		{"ok", 1, 102, 3, 110, 0, FSRS_REVIEW}, {"typo", 0, 110, 4, 129, 0, FSRS_REVIEW}, {"wrong", 0, 129, 5, 129, 600000, FSRS_RELEARNING},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct answer a = drill(person, version, "p/u/w", REVIEW_PRODUCE, rows[i].verdict);
		a.hints = rows[i].hints;
		answered(s, &a, &p, rows[i].day);
		struct card c = card_of(s, person, "p/u/w");
		assert_int_equal(c.memory.reps, rows[i].reps);
		assert_int_equal(c.memory.state, rows[i].state);
		assert_int_equal(c.due_at, rows[i].wait_ms ? a.at + rows[i].wait_ms : 0);
		if (c.due_day != rows[i].due_day)
			fail_msg("row %zu: due on day %d", i, (int)c.due_day);
	}
	/* what is no drill, or belongs to a check, is nothing */
	struct answer item = answer_to(person, version, "p/u/p1", "ok");
	answered(s, &item, &p, 120);
	assert_int_equal(reviews(s), 5);
	store_close(s);
}

static void recognising_stays_within_a_week(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct fsrs p;
	fsrs_init(&p);
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 1, "text"), day = 100;
	for (int i = 0; i < 8; i++, day += 7) {
		struct answer a = drill(person, version, "p/u/w", REVIEW_RECOGNISE, "ok");
		answered(s, &a, &p, day);
		struct card c = card_of(s, person, "p/u/w");
		assert_true(c.memory.memory.stability <= REVIEW_RECOGNISED_DAYS && c.due_day <= day + 9);
	}
	struct answer typed = drill(person, version, "p/u/w", REVIEW_PRODUCE, "ok");
	answered(s, &typed, &p, day);
	double known = card_of(s, person, "p/u/w").memory.memory.stability;
	assert_true(known > REVIEW_RECOGNISED_DAYS);
	struct answer seen = drill(person, version, "p/u/w", REVIEW_RECOGNISE, "ok");
	answered(s, &seen, &p, day + 10);
	assert_true(card_of(s, person, "p/u/w").memory.memory.stability == known);
	struct answer failed = drill(person, version, "p/u/w", REVIEW_RECOGNISE, "wrong");
	answered(s, &failed, &p, day + 20);
	assert_true(card_of(s, person, "p/u/w").memory.memory.stability < known);
	store_close(s);
}

static void a_correction_takes_the_place_of_the_answer(void **state)
{
	(void)state;
	struct store *s = store_new(NULL), *right = store_new(NULL);
	struct fsrs p;
	struct str ours, wanted;
	fsrs_init(&p);
	str_init(&ours);
	str_init(&wanted);
	static const char *const first[] = {"ok", "ok", "wrong", "ok"}, *const mended[] = {"ok", "ok", "ok", "ok"};
	int64_t person = person_new(s, "1"), version = pack_new(s, "p", "1.0.0", 1, "text"), wrong = 0;
	person_new(right, "1");
	pack_new(right, "p", "1.0.0", 1, "text");
	for (int i = 0; i < 4; i++) {
		struct answer a = drill(person, version, "p/u/w", REVIEW_PRODUCE, first[i]), b = a;
		b.verdict = mended[i];
		answered(s, &a, &p, 100 + 4 * i);
		answered(right, &b, &p, 100 + 4 * i);
		if (i == 2)
			wrong = a.seq;
	}
	/* accepted weeks later, by a row that need not say what was drilled */
	struct answer c = answer_to(person, version, "p/u/w", "ok");
	c.corrects = wrong;
	c.at += 9999999;
	answered(s, &c, &p, 160);
	cards_text(s, person, &ours);
	cards_text(right, person, &wanted);
	assert_string_equal(ours.buf, wanted.buf);
	/* and back again: the correction is corrected */
	struct answer back = answer_to(person, version, "p/u/w", "retry");
	back.corrects = c.seq;
	answered(s, &back, &p, 161);
	assert_int_equal(card_of(s, person, "p/u/w").memory.reps, 3);
	/* what is no drill is not touched */
	struct answer item = answer_to(person, version, "p/u/p1", "wrong"), fixed = item;
	answered(s, &item, &p, 161);
	fixed.corrects = item.seq;
	answered(s, &fixed, &p, 161);
	assert_int_equal(reviews(s), 6);
	str_release(&ours);
	str_release(&wanted);
	store_close(s);
	store_close(right);
}

/* A few hundred answers of two people, corrections among them. */
static void live(struct store *s)
{
	static const char *const verdicts[] = {"ok", "ok", "ok", "wrong", "typo", "empty", "retry", "note"};
	struct rng rng = {.state = 4};
	struct fsrs p;
	fsrs_init(&p);
	int64_t version = pack_new(s, "p", "1.0.0", 1, "text"), people[2] = {person_new(s, "1"), person_new(s, "2")}, last = 0, day = 20000;
	for (int i = 0; i < 600; i++) {
		char path[32];
		int64_t who = people[rng_below(&rng, 2)];
		snprintf(path, sizeof(path), "p/u/w%d", (int)rng_below(&rng, 12));
		struct answer a = drill(who, version, path, rng_below(&rng, 3) ? REVIEW_PRODUCE : REVIEW_RECOGNISE, verdicts[rng_below(&rng, 8)]);
		a.hints = rng_below(&rng, 9) == 0;
		/* 04:00 at the site, five hours before UTC */
		a.at = day * INT64_C(86400000) - INT64_C(3600000) + (int64_t)rng_below(&rng, 86400000);
		if (last && rng_below(&rng, 20) == 0)
			a.corrects = last;
		answered(s, &a, &p, day);
		last = rng_below(&rng, 3) ? a.seq : last;
		day += (int64_t)rng_below(&rng, 3);
		if (i == 300)
			day -= 40; /* the clock is set right */
		if (i == 350)
			p.w[20] = 0.2; /* the centre has weights of its own from now on */
	}
}

static void rebuilt_cards_are_the_same_to_the_last_bit(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct str before[2], after;
	struct fsrs p;
	fsrs_init(&p);
	str_init(&after);
	live(s);
	for (int i = 0; i < 2; i++) {
		str_init(&before[i]);
		cards_text(s, i + 1, &before[i]);
		assert_true(before[i].len > 1000);
	}
	int logged = reviews(s);
	int64_t entered;
	assert_ok(sql_exec(s, "UPDATE card SET stability = 1, due_day = 7", &e), &e);
	assert_ok(cards_rebuild(s, &p, 4, &entered, &e), &e);
	assert_int_equal(entered, 0);
	assert_int_equal(reviews(s), logged);
	for (int i = 0; i < 2; i++) {
		cards_text(s, i + 1, &after);
		assert_string_equal(after.buf, before[i].buf);
		str_release(&before[i]);
	}
	str_release(&after);
	store_close(s);
}

static void answers_without_reviews_are_entered(void **state)
{
	(void)state;
	struct store *with = store_new(NULL), *without = store_new(NULL);
	struct err e = ERR_INIT;
	struct str a, b;
	struct fsrs p;
	fsrs_init(&p);
	str_init(&a);
	str_init(&b);
	static const char *const verdicts[] = {"ok", "ok", "wrong", "ok", "typo", "retry", "ok"};
	struct store *const stores[] = {with, without};
	for (int k = 0; k < 2; k++) {
		int64_t person = person_new(stores[k], "1"), version = pack_new(stores[k], "p", "1.0.0", 1, "text");
		for (int i = 0; i < 7; i++) {
			struct answer row = drill(person, version, i % 2 ? "p/u/a" : "p/u/b", REVIEW_PRODUCE, verdicts[i]);
			row.at = (20000 + 3 * i) * INT64_C(86400000) - INT64_C(3600000) + (i % 2 ? 0 : 86399999);
			if (k == 0)
				answered(stores[k], &row, &p, 20000 + 3 * i);
			else
				assert_ok(answer_add(stores[k], &row, &e), &e);
		}
		/* a wrong one was right after all */
		struct answer c = answer_to(person, version, "p/u/b", "ok");
		c.corrects = 3;
		if (k == 0)
			answered(stores[k], &c, &p, 20030);
		else
			assert_ok(answer_add(stores[k], &c, &e), &e);
	}
	int64_t entered;
	assert_ok(cards_rebuild(without, &p, 4, &entered, &e), &e);
	assert_int_equal(entered, 7);
	cards_text(with, 1, &a);
	cards_text(without, 1, &b);
	assert_string_equal(a.buf, b.buf);
	str_release(&a);
	str_release(&b);
	store_close(with);
	store_close(without);
}

static void the_log_is_only_added_to(void **state)
{
	(void)state;
	static const char *const forbidden[] = {"UPDATE review SET grade = 4", "DELETE FROM review", "UPDATE scheduler SET retention = 0.5",
		"DELETE FROM scheduler"};
	struct store *s = store_new(NULL);
	live(s);
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++) {
		struct err e = ERR_INIT;
		assert_false(sql_exec(s, forbidden[i], &e));
		assert_non_null(strstr(e.msg, "reviews"));
	}
	store_close(s);
}

static void damaged_weights_are_told(void **state)
{
	(void)state;
	static const char *const damages[] = {
		"UPDATE scheduler SET weights = '1,2,x' WHERE id = 1", "UPDATE scheduler SET algorithm = 'fsrs-9' WHERE id = 1", "UPDATE scheduler SET retention = 7 WHERE id = 1"};
	for (size_t i = 0; i < sizeof(damages) / sizeof(damages[0]); i++) {
		struct store *s = store_new(NULL);
		struct err e = ERR_INIT;
		struct str before, after;
		struct fsrs p;
		int64_t entered;
		fsrs_init(&p);
		str_init(&before);
		str_init(&after);
		live(s);
		cards_text(s, 1, &before);
		assert_ok(sql_exec(s, "DROP TRIGGER scheduler_is_final", &e) && sql_exec(s, damages[i], &e), &e);
		assert_false(cards_rebuild(s, &p, 4, &entered, &e));
		assert_int_equal(e.kind, ERR_STORE);
		assert_non_null(strstr(e.msg, "weights of reviews"));
		/* and the cards are as they were */
		cards_text(s, 1, &after);
		assert_string_equal(after.buf, before.buf);
		str_release(&before);
		str_release(&after);
		store_close(s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_moves_its_card),
		cmocka_unit_test(recognising_stays_within_a_week),
		cmocka_unit_test(a_correction_takes_the_place_of_the_answer),
		cmocka_unit_test(rebuilt_cards_are_the_same_to_the_last_bit),
		cmocka_unit_test(answers_without_reviews_are_entered),
		cmocka_unit_test(the_log_is_only_added_to),
		cmocka_unit_test(damaged_weights_are_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
