/* Installing packs, versions side by side, leftovers. */
#include "config.h"
#include "house.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/str.h"
#include "store/packs.h"
#include "store/stmt.h"

static bool note_pack(void *ctx, const struct pack_row *p)
{
	str_addf(ctx, "%s %s %s;", p->pack, p->version, p->state);
	return true;
}

static bool note_row(void *ctx, const struct item_row *r)
{
	str_addf(ctx, "%s/%s %d%s;", r->unit, r->id, r->position, r->body ? " body" : "");
	return true;
}

static void versions_lie_side_by_side(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct str out;
	str_init(&out);
	int64_t first = pack_new(s, "p", "1.0.0", 1, "old"), second = pack_new(s, "p", "1.1.0", 2, "new");
	pack_new(s, "b", "2.0.0", 1, "old");
	assert_ok(pack_each(s, false, note_pack, &out, &e), &e);
	assert_string_equal(out.buf, "b 2.0.0 active;p 1.1.0 active;");
	str_clear(&out);
	assert_ok(pack_each(s, true, note_pack, &out, &e), &e);
	assert_string_equal(out.buf, "b 2.0.0 active;p 1.1.0 active;p 1.0.0 superseded;");
	struct pack_row p;
	assert_ok(pack_active(s, "p", &a, &p, &e), &e);
	assert_int_equal(p.id, second);
	assert_ok(pack_by_id(s, first, &a, &p, &e), &e);
	assert_string_equal(p.version, "1.0.0");
	str_clear(&out);
	assert_ok(pack_item_rows(s, first, note_row, &out, &e) && pack_unit_rows(s, second, "u", note_row, &out, &e), &e);
	assert_string_equal(out.buf, "u/ 0;u/p1 1;u/ 0 body;u/p1 1 body;u/p2 2 body;");
	/* The same text in two packs is one body. */
	int64_t bodies = 0;
	assert_ok(sql_number(s, "SELECT count(*) FROM item_body", &bodies, &e), &e);
	assert_int_equal(bodies, 5);
	char hash[65];
	const char *body;
	part_hash("p1", "old", hash);
	assert_ok(pack_hide(s, "p", &e) && pack_body(s, hash, &a, &body, &e), &e);
	assert_string_equal(body, "{\"id\":\"p1\",\"text\":\"old\"}");
	assert_false(pack_active(s, "p", &a, &p, &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	assert_false(pack_hide(s, "p", &e));
	assert_int_equal(e.kind, ERR_ABSENT);
	str_release(&out);
	arena_release(&a);
	store_close(s);
}

static void add_row(struct store *s, int64_t version, const char *unit, const char *id, int position)
{
	struct err e = ERR_INIT;
	struct item_row r = {.unit = unit, .id = id, .parent = "", .slot = "", .kind = "read", .position = position, .hash = unit, .body = "{}"};
	assert_ok(pack_add_item(s, version, &r, &e), &e);
}

static void units_and_rows_keep_their_order(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct str out;
	str_init(&out);
	struct pack_row row = {.pack = "p", .version = "1", .title = "", .kind = "conduct", .teaches = "", .level = "", .source_language = "en", .digest = ""};
	int64_t v;
	assert_ok(pack_begin(s, &row, &v, &e), &e);
	static const char *const units[] = {"zebra", "ant", "mole"};
	for (int i = 0; i < 3; i++) {
		add_row(s, v, units[i], "", 0);
		add_row(s, v, units[i], "z", 1);
		add_row(s, v, units[i], "a", 2);
	}
	add_row(s, v, "zebra", "late", 3); /* back to a unit begun before */
	assert_ok(pack_activate(s, v, 1, &e) && pack_units(s, v, note_row, &out, &e), &e);
	assert_string_equal(out.buf, "zebra/ 0 body;ant/ 0 body;mole/ 0 body;");
	str_clear(&out);
	assert_ok(pack_item_rows(s, v, note_row, &out, &e), &e);
	assert_string_equal(out.buf, "zebra/ 0;zebra/z 1;zebra/a 2;zebra/late 3;ant/ 0;ant/z 1;ant/a 2;mole/ 0;mole/z 1;mole/a 2;");
	struct item_row twice = {.unit = "ant", .id = "a", .parent = "", .slot = "", .kind = "read", .hash = "ant", .body = "{}"};
	assert_false(pack_add_item(s, v, &twice, &e));
	assert_int_equal(e.kind, ERR_INPUT);
	assert_non_null(strstr(e.msg, "ant/a"));
	str_release(&out);
	store_close(s);
}

static bool note_translation(void *ctx, const char *context, const char *source_hash, const char *text)
{
	str_addf(ctx, "%s %s %s;", context, source_hash, text);
	return true;
}

static bool note_fact(void *ctx, const struct fact_row *f)
{
	str_addf(ctx, "%s=%s %s %s;", f->name, f->value, f->unit, f->checked_on);
	return true;
}

static bool note_programme(void *ctx, const char *path, int64_t version, const char *title, const char *destination, const char *body)
{
	str_addf(ctx, "%s %d %s %s %s;", path, (int)version, title, destination, body);
	return true;
}

static void texts_facts_and_programmes(void **state)
{
	(void)state;
	struct store *s = store_new(NULL);
	struct err e = ERR_INIT;
	struct str out;
	str_init(&out);
	struct pack_row row = {.pack = "belgium", .version = "1", .title = "", .kind = "programme", .teaches = "", .level = "", .source_language = "en", .digest = ""};
	int64_t v;
	assert_ok(pack_begin(s, &row, &v, &e), &e);
	assert_ok(pack_add_translation(s, v, "uz", "a/p1", "h1", "bir", &e) && pack_add_translation(s, v, "uz", "a/p1", "h2", "ikki", &e) &&
		  pack_add_translation(s, v, "uz", "a/ёлка", "h3", "uch", &e) && pack_add_translation(s, v, "uz", "ab/p1", "h4", "toʻrt", &e) &&
		  pack_add_translation(s, v, "ru", "a/p1", "h1", "раз", &e), &e);
	assert_false(pack_add_translation(s, v, "ru", "a/p1", "h1", "раз", &e));
	assert_int_equal(e.kind, ERR_INPUT);
	struct fact_row f = {.name = "wage", .kind = "money", .value = "2111.89", .unit = "EUR", .label = "wage", .valid_from = "", .source = "", .checked_on = "2026-11-22"};
	assert_ok(pack_add_fact(s, v, &f, &e) && pack_add_programme(s, v, "flanders", "Flanders", "BE-VLG", "{}", &e), &e);
	assert_ok(pack_programmes(s, NULL, note_programme, &out, &e), &e);
	assert_string_equal(out.buf, ""); /* not yet active */
	assert_ok(pack_activate(s, v, 1, &e), &e);
	assert_ok(pack_programmes(s, "belgium/flanders", note_programme, &out, &e) && pack_programmes(s, "belgium/x", note_programme, &out, &e), &e);
	assert_string_equal(out.buf, "belgium/flanders 1 Flanders BE-VLG {};");
	str_clear(&out);
	assert_ok(pack_translations(s, v, "uz", "a/", note_translation, &out, &e), &e);
	assert_string_equal(out.buf, "a/p1 h1 bir;a/p1 h2 ikki;a/ёлка h3 uch;");
	str_clear(&out);
	assert_ok(pack_facts(s, v, note_fact, &out, &e), &e);
	assert_string_equal(out.buf, "wage=2111.89 EUR 2026-11-22;");
	bool has;
	assert_ok(pack_has_language(s, v, "ru", &has, &e), &e);
	assert_true(has);
	assert_ok(pack_has_language(s, v, "de", &has, &e), &e);
	assert_false(has);
	str_release(&out);
	store_close(s);
}

/* Begins an installation of more rows than one batch and leaves it. */
static int64_t half_install(struct store *s)
{
	struct err e = ERR_INIT;
	struct pack_row row = {.pack = "p", .version = "2", .title = "", .kind = "conduct", .teaches = "", .level = "", .source_language = "en", .digest = ""};
	int64_t v = 0;
	assert_ok(store_begin(s, &e) && pack_begin(s, &row, &v, &e), &e);
	for (int i = 0; i < 1200; i++) {
		char id[16];
		snprintf(id, sizeof(id), "i%d", i);
		add_row(s, v, "half", id, i);
		assert_ok(pack_add_translation(s, v, "uz", id, "h", "x", &e), &e);
	}
	assert_ok(store_commit(s, &e), &e);
	return v;
}

static int64_t left_over(struct store *s)
{
	struct err e = ERR_INIT;
	int64_t n = -1;
	assert_ok(sql_number(s, "SELECT (SELECT count(*) FROM pack_version WHERE state = 'installing') + (SELECT count(*) FROM translation)"
				" + (SELECT count(*) FROM item JOIN unit ON item.unit = unit.id WHERE unit.name = 'half')", &n, &e), &e);
	return n;
}

static void leftovers_are_swept(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "s.db");
	struct store *s = store_new(path);
	struct err e = ERR_INIT;
	int64_t good = pack_new(s, "p", "1", 2, "text");
	store_close(s);
	pid_t child = fork();
	if (child == 0) {
		s = store_open(path, STORE_OPEN, &e);
		half_install(s);
		_exit(0); /* as if killed: nothing is closed */
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	s = store_open(path, STORE_OPEN, &e);
	assert_ok(s != NULL, &e);
	assert_int_equal(left_over(s), 2401);
	struct arena a = ARENA_INIT;
	struct pack_row p;
	assert_ok(pack_active(s, "p", &a, &p, &e), &e);
	assert_int_equal(p.id, good); /* what broke off is not used */
	assert_ok(pack_sweep(s, &e), &e);
	assert_int_equal(left_over(s), 0);
	assert_ok(store_check(s, &e), &e);
	/* One under way in this process is left alone. */
	int64_t now = half_install(s);
	assert_ok(pack_sweep(s, &e), &e);
	assert_int_equal(left_over(s), 2401);
	assert_ok(pack_activate(s, now, 5, &e), &e);
	assert_ok(pack_active(s, "p", &a, &p, &e), &e);
	assert_int_equal(p.id, now);
	arena_release(&a);
	store_close(s);
	free(path);
	folder_gone(folder);
}

static void another_program_at_work_is_left_alone(void **state)
{
	(void)state;
	char *folder = folder_new(), *path = path_in(folder, "s.db");
	store_close(store_new(path));
	int ready[2], go[2];
	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(go), 0);
	pid_t child = fork();
	struct err e = ERR_INIT;
	char byte = 'x';
	if (child == 0) {
		struct store *s = store_open(path, STORE_OPEN, &e);
		int64_t v = half_install(s);
		bool ok = write(ready[1], &byte, 1) == 1 && read(go[0], &byte, 1) == 1 && pack_activate(s, v, 5, &e);
		_exit(ok ? 0 : 1);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	struct store *s = store_open(path, STORE_OPEN, &e);
	assert_ok(s != NULL && pack_sweep(s, &e), &e);
	assert_int_equal(left_over(s), 2401);
	assert_int_equal(write(go[1], &byte, 1), 1);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	store_close(s);
	for (int i = 0; i < 2; i++) {
		close(ready[i]);
		close(go[i]);
	}
	free(path);
	folder_gone(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(versions_lie_side_by_side),
		cmocka_unit_test(units_and_rows_keep_their_order),
		cmocka_unit_test(texts_facts_and_programmes),
		cmocka_unit_test(leftovers_are_swept),
		cmocka_unit_test(another_program_at_work_is_left_alone),
	};
	return cmocka_run_group_tests_name("packs", tests, NULL, NULL);
}
