/* The ground floor: strings, memory, errors, time, chance, secrets. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/csv.h"
#include "core/diag.h"
#include "core/err.h"
#include "core/i18n.h"
#include "core/random.h"
#include "core/secret.h"
#include "core/set.h"
#include "core/str.h"

static void strings_grow(void **state)
{
	(void)state;
	struct str s;
	str_init(&s);
	for (int i = 0; i < 1000; i++)
		str_addf(&s, "%d,", i);
	assert_int_equal(s.len, strlen(s.buf));
	assert_true(str_starts(s.buf, "0,1,2,"));
	assert_true(str_ends(s.buf, "998,999,"));
	char *text = str_steal(&s);
	assert_null(s.buf);
	free(text);
	assert_true(str_eq(NULL, NULL));
	assert_false(str_eq("a", NULL));
}

static void arenas_keep_what_they_gave(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	int *numbers = NULL;
	size_t room = 0;
	for (int i = 0; i < 5000; i++) {
		numbers = arena_grow(&a, numbers, (size_t)i, &room, sizeof(*numbers));
		numbers[i] = i;
	}
	char *big = arena_strndup(&a, "abc", 2);
	assert_string_equal(big, "ab");
	assert_string_equal(arena_printf(&a, "%s-%d", "x", 7), "x-7");
	for (int i = 0; i < 5000; i++)
		assert_int_equal(numbers[i], i);
	arena_release(&a);
	assert_null(a.top);
}

static void tables_know_the_place_of_each_cell(void **state)
{
	(void)state;
	static const char text[] = "\xEF\xBB\xBFsep=;\r\n\"a;\"\"b\";\xC3\xA9;c\r\n\r\n\"one\r\ntwo\";d\n;\n";
	static const struct {
		const char *cell;
		int line, column;
	} cells[] = {{"a;\"b", 2, 1}, {"\xC3\xA9", 2, 9}, {"c", 2, 11}, {"one\r\ntwo", 4, 1}, {"d", 5, 6}, {"", 6, 1}, {"", 6, 2}};
	struct arena a = ARENA_INIT;
	struct csv csv;
	int line = 0;
	size_t n = 0;
	assert_true(csv_parse(&a, text, sizeof(text) - 1, &csv, &line));
	assert_int_equal(csv.delimiter, ';');
	assert_int_equal(csv.count, 3);
	for (size_t r = 0; r < csv.count; r++)
		for (size_t c = 0; c < csv.rows[r].count; c++, n++) {
			assert_string_equal(csv.rows[r].cells[c], cells[n].cell);
			assert_int_equal(csv.rows[r].places[c].line, cells[n].line);
			assert_int_equal(csv.rows[r].places[c].column, cells[n].column);
		}
	assert_int_equal(n, sizeof(cells) / sizeof(cells[0]));
	assert_false(csv_parse(&a, "a\n\"b\n", 6, &csv, &line));
	assert_int_equal(line, 2);
	arena_release(&a);
}

static void a_set_tells_what_stands_twice(void **state)
{
	(void)state;
	struct arena a = ARENA_INIT;
	struct set s = {.arena = &a};
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 1000; i++)
			assert_int_equal(set_add(&s, arena_printf(&a, "%d", i)), round == 0);
	assert_int_equal(s.count, 1000);
	arena_release(&a);
}

static void errors_gather_context_and_cut_at_characters(void **state)
{
	(void)state;
	struct err e = ERR_INIT;
	assert_false(err_set(&e, ERR_INPUT, "no such unit '%s'", "x"));
	assert_false(err_add(&e, "pack '%s'", "p"));
	assert_string_equal(e.msg, "pack 'p': no such unit 'x'");
	assert_int_equal(e.kind, ERR_INPUT);
	char longer[2 * sizeof(e.msg)];
	for (size_t i = 0; i + 2 < sizeof(longer); i += 2)
		memcpy(longer + i, "é", 3);
	err_set(&e, ERR_IO, "x%s", longer);
	assert_int_equal(strlen(e.msg) % 2, 1);
	assert_true((unsigned char)e.msg[strlen(e.msg) - 1] == 0xA9);
}

static void findings_are_sorted_and_harmless(void **state)
{
	(void)state;
	struct diag_list l;
	diag_init(&l);
	diag_add(&l, DIAG_WARNING, "b.yaml", 1, 1, NULL, "second");
	diag_add(&l, DIAG_ERROR, "a.yaml", 9, 2, "do that", "bad %s", "\033[31m");
	diag_add(&l, DIAG_ERROR, "a.yaml", 2, 7, NULL, "first");
	diag_sort(&l);
	struct str out;
	str_init(&out);
	diag_print(&l, &out);
	assert_string_equal(out.buf, "a.yaml:2:7: error: first\n"
				     "a.yaml:9:2: error: bad ?[31m; do that\n"
				     "b.yaml:1:1: warning: second\n");
	assert_int_equal(l.errors, 2);
	str_release(&out);
	diag_release(&l);
}

static void messages_give_a_terminal_no_orders(void **state)
{
	(void)state;
	static const struct {
		const char *raw, *shown;
	} rows[] = {
		{"a\033[31mb", "a?[31mb"},
		{"tab\tnew\nline\177", "tab?new?line?"},
		{"c1 \xC2\x9B", "c1 ??"},
		{"turned \xE2\x80\xAE" "x\xE2\x81\xA6", "turned ???x???"},
		{"bad \xFF\xC0\xAF\xE2\x82 end", "bad ????? end"},
		{"\xED\xA0\x80 surrogate", "??? surrogate"},
		{"o\xCA\xBBzbek, Ж, 日, 😀", "o\xCA\xBBzbek, Ж, 日, 😀"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err e = ERR_INIT;
		err_set(&e, ERR_INPUT, "%s", rows[i].raw);
		assert_string_equal(e.msg, rows[i].shown);
	}
}

static void dates_are_those_of_the_calendar(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int64_t days;
	} good[] = {{"1970-01-01", 0}, {"2000-02-29", 11016}, {"2026-11-23", 20780}, {"1900-03-01", -25508}};
	char out[11];
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		int64_t days;
		assert_true(date_parse(good[i].text, &days));
		assert_int_equal(days, good[i].days);
		date_format(days, out);
		assert_string_equal(out, good[i].text);
	}
	static const char *const bad[] = {"", "2025-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01x", "2026/01/01"};
	int64_t days;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(date_parse(bad[i], &days));
	char instant[21];
	instant_format(1000LL * 86400 * 20780 + 3723000, instant);
	assert_string_equal(instant, "2026-11-23T01:02:03Z");
	/* 03:30 in Tashkent (+05:00) still belongs to the day before when the day begins at four */
	assert_int_equal(site_day((20780LL * 86400 - 5 * 3600 + 3 * 3600 + 1800) * 1000, 300, 4), 20779);
	assert_int_equal(site_day((20780LL * 86400 - 5 * 3600 + 4 * 3600) * 1000, 300, 4), 20780);
}

static void a_seed_gives_one_order_for_ever(void **state)
{
	(void)state;
	struct rng r = {42};
	int order[6] = {0, 1, 2, 3, 4, 5};
	rng_shuffle(&r, order, 6);
	int seen = 0;
	for (int i = 0; i < 6; i++)
		seen |= 1 << order[i];
	assert_int_equal(seen, 63);
	/* first outputs of SplitMix64 seeded with 1234567, as its authors' program prints them */
	struct rng known = {1234567};
	assert_true(rng_next(&known) == 6457827717110365317u);
	assert_true(rng_next(&known) == 3203168211198807973u);
	assert_true(seed_from("a/b/c", 1) != seed_from("a/b/c", 2));
	uint64_t fixed = 7;
	struct entropy e = entropy_fixed(&fixed);
	char id[37];
	entropy_uuid(&e, id);
	assert_int_equal(strlen(id), 36);
	assert_int_equal(id[14], '4');
	for (int i = 0; i < 100; i++)
		assert_true(entropy_below(&e, 3) < 3);
}

static void pins_are_hashed_and_checked(void **state)
{
	(void)state;
	char hash[PIN_HASH_SIZE];
	assert_true(pin_hash("402817", hash));
	assert_true(str_starts(hash, "$argon2id$"));
	assert_non_null(strstr(hash, "m=8192,t=3"));
	assert_true(pin_verify("402817", hash));
	assert_false(pin_verify("402818", hash));
	assert_true(pin_is_digits("012345"));
	assert_false(pin_is_digits("12345"));
	assert_false(pin_is_digits("12345a"));
	assert_true(pin_is_weak("111111") && pin_is_weak("123456") && pin_is_weak("987654"));
	assert_false(pin_is_weak("121212"));
	char hex[HASH_HEX_SIZE];
	hash_hex("abc", 3, hex); /* FIPS 180-4, example */
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void every_language_is_found(void **state)
{
	(void)state;
	assert_int_equal(language_find("uz@cyrillic"), 1);
	assert_int_equal(language_find("xx"), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_grow),
		cmocka_unit_test(arenas_keep_what_they_gave),
		cmocka_unit_test(tables_know_the_place_of_each_cell),
		cmocka_unit_test(a_set_tells_what_stands_twice),
		cmocka_unit_test(errors_gather_context_and_cut_at_characters),
		cmocka_unit_test(findings_are_sorted_and_harmless),
		cmocka_unit_test(messages_give_a_terminal_no_orders),
		cmocka_unit_test(dates_are_those_of_the_calendar),
		cmocka_unit_test(a_seed_gives_one_order_for_ever),
		cmocka_unit_test(pins_are_hashed_and_checked),
		cmocka_unit_test(every_language_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
