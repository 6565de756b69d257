/* Closing files: what is written checks, and whatever is changed in it shows. */
#include "config.h"
#include "record/closing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void make(struct str *out, const struct sign_key *key, struct closing *c)
{
	str_init(out);
	closing_begin(c, out);
	closing_add(c, "{\"closing\":1,\"site\":\"Centre\\u001b[2J\",\"at\":5,\"session\":7,\"exam\":\"p/x\",\"title\":\"Exam\",\"day\":\"2026-11-23\",\"room\":\"2\"}");
	closing_add(c, "{\"sitting\":\"aa\",\"seat\":1,\"state\":\"submitted\",\"latin\":\"KARIMOVA\",\"answers\":[{\"given\":\"0\"}]}");
	closing_add(c, "{\"sitting\":\"bb\",\"seat\":2,\"state\":\"void\",\"latin\":\"SAIDOV\",\"answers\":[]}");
	closing_end(c, key);
}

static void what_is_written_checks(void **state)
{
	(void)state;
	static const uint8_t seed[SIGN_SEED_BYTES] = {3};
	struct sign_key key;
	sign_key_from_seed(&key, seed);
	for (int with = 0; with < 2; with++) {
		struct arena a = ARENA_INIT;
		struct err e = ERR_INIT;
		struct closing c;
		struct closing_found f;
		struct str text;
		make(&text, with ? &key : NULL, &c);
		if (!closing_check(text.buf, text.len, &a, &f, &e))
			fail_msg("%s", e.msg);
		assert_int_equal(f.count, 2);
		assert_int_equal(f.session, 7);
		assert_string_equal(f.sittings[1].latin, "SAIDOV");
		assert_string_equal(f.sittings[1].record, c.record);
		assert_string_equal(f.records, c.records);
		assert_string_equal(f.hash, c.last);
		assert_string_equal(f.site, "Centre?[2J"); /* what a file says never drives the terminal */
		assert_int_equal(f.signature, with == 1);
		str_release(&text);
		arena_release(&a);
	}
}

/* Every byte but the line end of the last line; without a signature the last line itself says little, so a change of its white space is no change of anything. */
static void every_changed_byte_shows(void **state)
{
	(void)state;
	static const uint8_t seed[SIGN_SEED_BYTES] = {3};
	struct sign_key key;
	struct closing c;
	struct str text;
	sign_key_from_seed(&key, seed);
	make(&text, &key, &c);
	for (size_t i = 0; i < text.len; i++) {
		struct arena a = ARENA_INIT;
		struct err e = ERR_INIT;
		struct closing_found f;
		char was = text.buf[i];
		text.buf[i] = (char)(was ^ 1);
		if (closing_check(text.buf, text.len, &a, &f, &e) && strcmp(f.hash, c.last) == 0)
			fail_msg("byte %zu, '%c', can be changed", i, was);
		text.buf[i] = was;
		arena_release(&a);
	}
	str_release(&text);
}

static void lines_cannot_be_moved_cut_or_added(void **state)
{
	(void)state;
	struct closing c;
	struct str text, bad;
	make(&text, NULL, &c);
	const char *lines[5] = {text.buf};
	for (int i = 1; i <= 4; i++)
		lines[i] = strchr(lines[i - 1], '\n') + 1;
	static const int orders[][5] = {{0, 2, 1, 3, -1}, {0, 1, 3, -1}, {0, 1, 2, -1}, {1, 2, 3, -1}, {0, 1, 1, 2, 3}, {0, 1, 2, 3, 3}, {3, -1}, {0, 0, 1, 2, 3}, {-1}};
	str_init(&bad);
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
		struct arena a = ARENA_INIT;
		struct err e = ERR_INIT;
		struct closing_found f;
		str_clear(&bad);
		for (int k = 0; k < 5 && orders[i][k] >= 0; k++)
			str_addn(&bad, lines[orders[i][k]], (size_t)(lines[orders[i][k] + 1] - lines[orders[i][k]]));
		assert_false(closing_check(bad.buf, bad.len, &a, &f, &e));
		assert_int_equal(e.kind, ERR_INPUT);
		arena_release(&a);
	}
	for (size_t n = 0; n < text.len; n++) {
		struct arena a = ARENA_INIT;
		struct err e = ERR_INIT;
		struct closing_found f;
		assert_false(closing_check(text.buf, n, &a, &f, &e));
		arena_release(&a);
	}
	str_release(&bad);
	str_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_checks),
		cmocka_unit_test(every_changed_byte_shows),
		cmocka_unit_test(lines_cannot_be_moved_cut_or_added),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
