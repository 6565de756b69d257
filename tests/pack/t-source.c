/* Packs in folders: head, facts, translations, messages, the template; what is refused and what is only a warning. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/clock.h"
#include "pack/licence.h"
#include "pack/source.h"
#include "scratch.h"

static const char head[] = "format: 1\nid: sample\nversion: 1.0.0\ntitle: A sample\nkind: conduct\nsource-language: en\n"
			   "licence: CC-BY-SA-4.0\nauthors: [A]\nunits: [one]\n";
static const char unit[] = "id: one\ntitle: One\n";

static int64_t today(void)
{
	return date_to_days(2026, 11, 23);
}

/* A pack in a scratch folder with everything that reading it needs. */
struct bench {
	struct scratch s;
	struct pack p;
	struct diag_list d;
	struct err e;
	struct str said;
};

static void bench_open(struct bench *b)
{
	*b = (struct bench){ .e = ERR_INIT };
	scratch_open(&b->s);
	scratch_write(&b->s, "pack.yaml", head, strlen(head));
	scratch_write(&b->s, "units/one.yaml", unit, strlen(unit));
	diag_init(&b->d);
	str_init(&b->said);
}

static void bench_close(struct bench *b)
{
	str_release(&b->said);
	diag_release(&b->d);
	pack_release(&b->p);
	scratch_close(&b->s);
}

static const char *bench_read(struct bench *b, const struct progress *progress)
{
	if (pack_read(&b->p, b->s.dir, today(), progress, &b->d, &b->e))
		pack_check_translations(&b->p, &b->d);
	diag_sort(&b->d);
	diag_print(&b->d, &b->said);
	return b->said.buf;
}

static void a_sample_is_read_whole(void **state)
{
	(void)state;
	char *path = source_path_dup("tests/data/packs/good/conduct");
	struct pack p = { 0 };
	struct diag_list d;
	struct err e = ERR_INIT;
	diag_init(&d);
	assert_true(pack_read(&p, path, today(), NULL, &d, &e));
	pack_check_translations(&p, &d);
	assert_int_equal(d.errors + d.warnings, 0);
	assert_string_equal(p.id, "sample");
	assert_int_equal(p.kind, PACK_CONDUCT);
	assert_null(p.teaches);
	assert_int_equal(p.facts.count, 3);
	assert_string_equal(facts_find(&p.facts, "per-cent")->value, "13.07");
	assert_null(facts_find(&p.facts, "no-such"));
	assert_string_equal(fact_show(&p.arena, facts_find(&p.facts, "emergency"), "ru"), "112");
	assert_int_equal(p.translation_count, 1);
	assert_int_equal(p.translations[0].missing, 0);
	assert_string_equal(pack_translate(&p, "ru", "one.title", "Rules"), "Правила");
	assert_null(pack_translate(&p, "ru", "one.title", "Other"));
	assert_null(pack_translate(&p, "uz", "one.title", "Rules"));
	pack_release(&p);
	diag_release(&d);
	free(path);
}

static void missing_and_fuzzy_texts_are_counted(void **state)
{
	(void)state;
	static const char po[] = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
				 "#, fuzzy\nmsgctxt \"pack.title\"\nmsgid \"A sample\"\nmsgstr \"Образец\"\n\n"
				 "msgctxt \"one.title\"\nmsgid \"Gone\"\nmsgstr \"Нет\"\n";
	struct bench b;
	bench_open(&b);
	scratch_write(&b.s, "po/ru.po", po, strlen(po));
	const char *said = bench_read(&b, NULL);
	assert_non_null(strstr(said, "po/ru.po:6:1: warning: 2 of 2 texts have no translation (1 marked fuzzy)"));
	assert_non_null(strstr(said, "po/ru.po:10:1: warning: 1 translation belongs to no text of the pack"));
	assert_int_equal(b.p.translations[0].missing, 2);
	assert_int_equal(b.p.translations[0].fuzzy, 1);
	assert_null(pack_translate(&b.p, "ru", "pack.title", "A sample"));
	bench_close(&b);
}

static void strays_are_warnings(void **state)
{
	(void)state;
	struct bench b;
	bench_open(&b);
	static const char *const names[] = { "README.md", "LICENCE", "po/sample.pot", "units/two.yaml", "notes.txt", "media/a.ogg", "units/two.csv", "po/xx.po", ".hidden" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		scratch_write(&b.s, names[i], unit, strlen(unit));
	const char *said = bench_read(&b, NULL);
	assert_int_equal(b.d.errors, 0);
	assert_int_equal(b.d.warnings, 5);
	assert_non_null(strstr(said, "units/two.yaml:1:1: warning: pack.yaml does not name this file"));
	assert_non_null(strstr(said, "units/two.csv:1:1: warning: no unit of pack.yaml has this name"));
	assert_non_null(strstr(said, "notes.txt: warning: this file belongs to no pack"));
	assert_non_null(strstr(said, "media: warning: this folder belongs to no pack"));
	assert_non_null(strstr(said, "po/xx.po:1:1: warning: 'xx' is no language of translation"));
	bench_close(&b);
}

static void licences_are_those_of_spdx(void **state)
{
	(void)state;
	static const struct {
		const char *licence;
		bool known;
	} rows[] = {
		{"CC-BY-SA-4.0", true}, {"cc-by-sa-4.0", true}, {"CC0-1.0 OR MIT", true}, {"(CC-BY-4.0 AND OGL-UK-3.0) OR EUPL-1.2", true},
		{"GPL-2.0-or-later WITH Font-exception-2.0", true}, {"LicenseRef-agency", true}, {"LicenseRef-", false}, {"CC-BY-SA", false},
		{"free", false}, {"NONE", false}, {"MIT or ISC", false}, {"MIT AND", false}, {"AND MIT", false}, {"(MIT", false}, {"MIT)", false},
		{"()", false}, {"MIT ISC", false}, {"MIT WITH", false}, {"All rights reserved", false},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena a = ARENA_INIT;
		struct diag_list d;
		diag_init(&d);
		struct node *n = node_new(&a, NODE_SCALAR, "licence", rows[i].licence);
		licence_check(n, &d);
		assert_int_equal(d.errors, 0);
		if (d.warnings != !rows[i].known)
			fail_msg("'%s'", rows[i].licence);
		diag_release(&d);
		arena_release(&a);
	}
}

static void links_and_pipes_are_refused(void **state)
{
	(void)state;
	struct bench b;
	bench_open(&b);
	assert_int_equal(symlink("/etc/passwd", scratch_path(&b.s, "facts.yaml")), 0);
	bench_read(&b, NULL);
	assert_int_equal(b.e.kind, ERR_INPUT);
	assert_non_null(strstr(b.e.msg, "is a symbolic link"));
	bench_close(&b);
	bench_open(&b);
	assert_int_equal(mkfifo(scratch_path(&b.s, "facts.yaml"), 0600), 0);
	bench_read(&b, NULL);
	assert_int_equal(b.e.kind, ERR_INPUT);
	assert_non_null(strstr(b.e.msg, "is no ordinary file"));
	bench_close(&b);
}

static bool stop_at_units(void *ctx, const char *what, size_t done, size_t total)
{
	int *calls = ctx;
	++*calls;
	(void)done;
	(void)total;
	return !str_starts(what, "units/");
}

static void long_work_can_be_stopped(void **state)
{
	(void)state;
	struct bench b;
	int calls = 0;
	bench_open(&b);
	bench_read(&b, &(struct progress){ .fn = stop_at_units, .ctx = &calls });
	assert_string_equal(b.e.msg, "stopped");
	assert_true(calls > 0);
	bench_close(&b);
}

static void old_facts_are_told(void **state)
{
	(void)state;
	static const char facts[] = "hours: {value: 38, kind: number, label: hours a week, source: cnt-nar.be, checked-on: 2025-11-22}\n"
				    "days: {value: 20, kind: number, label: days, source: cnt-nar.be, checked-on: 2025-11-23}\n"
				    "weeks: {value: 4, kind: number, label: weeks, source: cnt-nar.be, checked-on: 2026-11-25}\n";
	struct bench b;
	bench_open(&b);
	scratch_write(&b.s, "facts.yaml", facts, strlen(facts));
	const char *said = bench_read(&b, NULL);
	assert_int_equal(b.d.errors, 0);
	assert_int_equal(b.d.warnings, 2);
	assert_non_null(strstr(said, "facts.yaml:1:87: warning: this fact was checked 366 days ago; read 'cnt-nar.be' again"));
	assert_non_null(strstr(said, "facts.yaml:3:79: warning: '2026-11-25' is in the future"));
	bench_close(&b);
}

static void unknown_facts_are_no_finding_where_facts_are_faulty(void **state)
{
	(void)state;
	static const char text[] = "id: one\ntitle: One in {fact:hours}\n", broken[] = "hours: {value: 38\n";
	struct bench b;
	bench_open(&b);
	scratch_write(&b.s, "units/one.yaml", text, strlen(text));
	assert_non_null(strstr(bench_read(&b, NULL), "units/one.yaml:2:8: error: the fact 'hours' is not known"));
	bench_close(&b);
	bench_open(&b);
	scratch_write(&b.s, "units/one.yaml", text, strlen(text));
	scratch_write(&b.s, "facts.yaml", broken, strlen(broken));
	assert_null(strstr(bench_read(&b, NULL), "not known"));
	assert_int_equal(b.d.errors, 1);
	bench_close(&b);
}

/* tests/data/packs/language.pot is the template of good/language as it should be: contexts, places, comments, the same text once. */
static void the_template_is_as_expected(void **state)
{
	(void)state;
	char *path = source_path_dup("tests/data/packs/good/language"), *golden = source_path_dup("tests/data/packs/language.pot");
	struct bench b;
	size_t n, m;
	bench_open(&b);
	assert_true(pack_read(&b.p, path, today(), NULL, &b.d, &b.e));
	assert_true(pack_pot(&b.p, scratch_path(&b.s, "x.pot"), &b.e));
	char *ours = file_bytes_dup(b.s.path.buf, &n), *theirs = file_bytes_dup(golden, &m);
	assert_string_equal(ours, theirs);
	free(ours);
	free(theirs);
	free(path);
	free(golden);
	bench_close(&b);
}

static void versions_follow_semver(void **state)
{
	(void)state;
	/* in rising order; §11.4 of semver.org 2.0.0 gives the middle ones */
	static const char *const rising[] = { "0.0.1", "0.1.0", "0.9.0", "0.10.0", "1.0.0-0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta",
					      "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "2.0.0", "10.0.0", "99999999999999999999.0.0" };
	static const char *const bad[] = { "", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0-a..b", "v1.0.0", "1.0.0 ", "1.0.0+", "1.-1.0" };
	size_t n = sizeof(rising) / sizeof(*rising);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			int c = version_compare(rising[i], rising[j]);
			assert_int_equal((c > 0) - (c < 0), (i > j) - (i < j));
		}
	for (size_t i = 0; i < n; i++)
		assert_true(version_valid(rising[i]));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(version_valid(bad[i]));
	assert_true(version_valid("1.0.0+build.01"));
	assert_int_equal(version_compare("1.0.0+a", "1.0.0+b"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sample_is_read_whole),
		cmocka_unit_test(missing_and_fuzzy_texts_are_counted),
		cmocka_unit_test(strays_are_warnings),
		cmocka_unit_test(licences_are_those_of_spdx),
		cmocka_unit_test(links_and_pipes_are_refused),
		cmocka_unit_test(long_work_can_be_stopped),
		cmocka_unit_test(old_facts_are_told),
		cmocka_unit_test(unknown_facts_are_no_finding_where_facts_are_faulty),
		cmocka_unit_test(the_template_is_as_expected),
		cmocka_unit_test(versions_follow_semver),
	};
	return cmocka_run_group_tests_name("pack/source", tests, NULL, NULL);
}
