/* Exports byte for byte, and the certificate as text. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "core/i18n.h"
#include "core/str.h"
#include "record/certificate_text.h"
#include "record/export.h"
#include "text/cluster.h"
#include "text/norm.h"

static const struct export_field fields[] = {{.name = "name", .kind = FIELD_TEXT}, {.name = "mark", .kind = FIELD_INTEGER}, {.name = "note", .kind = FIELD_TEXT}};

struct rows {
	const char *(*cells)[3];
	size_t count, repeat;
	bool fails;
};

static bool each_row(void *ctx, export_row_fn *row, void *row_ctx, struct err *e)
{
	const struct rows *r = ctx;
	for (size_t k = 0; k < r->repeat; k++)
		for (size_t i = 0; i < r->count; i++) {
			struct export_row out;
			for (int c = 0; c < 3; c++) {
				out.text[c] = r->cells[i][c];
				out.len[c] = strlen(r->cells[i][c]);
			}
			if (!row(row_ctx, &out, e))
				return false;
		}
	return !r->fails || err_set(e, ERR_STORE, "the store broke");
}

static char *export_text(const char *format, enum export_profile profile, struct rows *r, int64_t *rows, size_t *size)
{
	char *bytes = NULL;
	FILE *f = open_memstream(&bytes, size);
	struct export_source src = {.fields = fields, .field_count = 3, .each = each_row, .ctx = r};
	struct err e = ERR_INIT;
	assert_true(exporter_find(format)->write(f, &src, profile, rows, &e));
	fclose(f);
	return bytes;
}

static const char *cells[][3] = {
	{"Oʻgʻiloy", "8", "plain"},
	{"a,b", "-1", "c;d"},
	{"say \"hi\"", "0", "line\nbreak"},
	{"=1+1", "10", "+998901234567"},
	{"-", "3", "@cmd"},
	{"\ttab", "3", "\rcr"},
	{"'quoted", "3", "it's = fine"},
	{"=a;\"b\"", "", ""},
};
enum { CELL_ROWS = sizeof(cells) / sizeof(cells[0]) };

static void csv_for_machines(void **state)
{
	(void)state;
	struct rows r = {.cells = cells, .count = CELL_ROWS, .repeat = 1};
	int64_t rows;
	size_t size;
	char *text = export_text("csv", PROFILE_MACHINE, &r, &rows, &size);
	assert_int_equal(rows, CELL_ROWS);
	assert_string_equal(text, "name,mark,note\r\n"
				  "Oʻgʻiloy,8,plain\r\n"
				  "\"a,b\",-1,c;d\r\n"
				  "\"say \"\"hi\"\"\",0,\"line\nbreak\"\r\n"
				  "=1+1,10,+998901234567\r\n"
				  "-,3,@cmd\r\n"
				  "\ttab,3,\"\rcr\"\r\n"
				  "'quoted,3,it's = fine\r\n"
				  "\"=a;\"\"b\"\"\",,\r\n");
	free(text);
}

static void csv_for_excel(void **state)
{
	(void)state;
	struct rows r = {.cells = cells, .count = CELL_ROWS, .repeat = 1};
	int64_t rows;
	size_t size;
	char *text = export_text("csv", PROFILE_EXCEL, &r, &rows, &size);
	assert_int_equal(rows, CELL_ROWS);
	assert_string_equal(text, "\xEF\xBB\xBFname;mark;note\r\n"
				  "Oʻgʻiloy;8;plain\r\n"
				  "a,b;-1;\"c;d\"\r\n"
				  "\"say \"\"hi\"\"\";0;\"line\nbreak\"\r\n"
				  "'=1+1;10;'+998901234567\r\n"
				  "'-;3;'@cmd\r\n"
				  "'\ttab;3;\"'\rcr\"\r\n"
				  "'quoted;3;it's = fine\r\n"
				  "\"'=a;\"\"b\"\"\";;\r\n");
	free(text);
}

static void json_is_json(void **state)
{
	(void)state;
	struct rows r = {.cells = cells, .count = 3, .repeat = 1};
	int64_t rows;
	size_t size;
	char *text = export_text("json", PROFILE_MACHINE, &r, &rows, &size);
	assert_string_equal(text, "[\n{\"name\":\"Oʻgʻiloy\",\"mark\":8,\"note\":\"plain\"},\n"
				  "{\"name\":\"a,b\",\"mark\":-1,\"note\":\"c;d\"},\n"
				  "{\"name\":\"say \\\"hi\\\"\",\"mark\":0,\"note\":\"line\\nbreak\"}\n]\n");
	free(text);
	r.count = CELL_ROWS;
	text = export_text("json", PROFILE_EXCEL, &r, &rows, &size);
	json_t *all = json_loadb(text, size, 0, NULL);
	assert_int_equal(json_array_size(all), CELL_ROWS);
	for (size_t i = 0; i < CELL_ROWS; i++)
		assert_string_equal(json_string_value(json_object_get(json_array_get(all, i), "note")), cells[i][2]);
	assert_true(json_is_null(json_object_get(json_array_get(all, CELL_ROWS - 1), "mark")));
	json_decref(all);
	free(text);
	r.count = 0;
	text = export_text("json", PROFILE_MACHINE, &r, &rows, &size);
	assert_string_equal(text, "[]\n");
	assert_int_equal(rows, 0);
	free(text);
}

/* Rows that cross the buffer's end, and cells larger than it, come out whole. */
static void long_exports_are_whole(void **state)
{
	(void)state;
	static char big[200000];
	memset(big, 'x', sizeof(big) - 1);
	big[70000] = '"';
	const char *large[][3] = {{"short", "1", "é"}, {big, "2", "a\"b"}};
	struct rows r = {.cells = large, .count = 2, .repeat = 5};
	int64_t rows;
	size_t size;
	char *text = export_text("csv", PROFILE_MACHINE, &r, &rows, &size);
	struct str want;
	str_init(&want);
	str_add(&want, "name,mark,note\r\n");
	for (int i = 0; i < 5; i++) {
		str_add(&want, "short,1,é\r\n\"");
		str_addn(&want, big, 70000);
		str_addf(&want, "\"\"%s\",2,\"a\"\"b\"\r\n", big + 70001);
	}
	assert_int_equal(size, want.len);
	assert_memory_equal(text, want.buf, size);
	str_release(&want);
	free(text);
	r = (struct rows){.cells = cells, .count = CELL_ROWS, .repeat = 5000};
	text = export_text("csv", PROFILE_EXCEL, &r, &rows, &size);
	char *again = export_text("csv", PROFILE_EXCEL, &r, &rows, &size);
	assert_int_equal(rows, 5000 * CELL_ROWS);
	assert_string_equal(text, again);
	size_t lines = 0;
	for (const char *s = text; (s = strstr(s, "\r\n")); s += 2)
		lines++;
	assert_int_equal(lines, 5000 * CELL_ROWS + 1);
	free(text);
	free(again);
}

static void faults_are_reported(void **state)
{
	(void)state;
	for (const struct exporter *x = exporters; x->name; x++) {
		FILE *full = fopen("/dev/full", "w");
		if (!full)
			fail_msg("/dev/full is missing");
		struct rows r = {.cells = cells, .count = CELL_ROWS, .repeat = 2000};
		struct export_source src = {.fields = fields, .field_count = 3, .each = each_row, .ctx = &r};
		struct err e = ERR_INIT;
		int64_t rows;
		assert_false(x->write(full, &src, PROFILE_MACHINE, &rows, &e));
		assert_int_equal(e.kind, ERR_IO);
		assert_non_null(strstr(e.msg, "full"));
		assert_true(rows < 2000 * CELL_ROWS); /* it stops, it does not go on to the end */
		fclose(full);
		FILE *null = fopen("/dev/null", "w");
		r.repeat = 1;
		r.fails = true;
		assert_false(x->write(null, &src, PROFILE_MACHINE, &rows, &e));
		assert_string_equal(e.msg, "the store broke");
		fclose(null);
	}
	assert_null(exporter_find("xls"));
	/* Bytes that are no text cannot be JSON. */
	const char *damaged[][3] = {{"\xFF", "1", ""}};
	struct rows r = {.cells = damaged, .count = 1, .repeat = 1};
	struct export_source src = {.fields = fields, .field_count = 3, .each = each_row, .ctx = &r};
	struct err e = ERR_INIT;
	int64_t rows;
	FILE *null = fopen("/dev/null", "w");
	assert_false(exporter_find("json")->write(null, &src, PROFILE_MACHINE, &rows, &e));
	assert_non_null(strstr(e.msg, "name"));
	fclose(null);
}

static void check_width(const char *text)
{
	for (const char *s = text; *s;) {
		const char *end = strchr(s, '\n');
		assert_non_null(end);
		char *line = strndup(s, (size_t)(end - s));
		if (text_width(line) > 76)
			fail_msg("%d columns: %s", text_width(line), line);
		free(line);
		s = end + 1;
	}
}

static void a_certificate_says_what_it_is_worth(void **state)
{
	(void)state;
	static const char *const titles[] = {"Dutch for your first months at work", "Rights and duties at work: a title so long that it cannot stand on a single line beside its result"};
	static const char *const results[] = {"8 / 10", "9 / 10"};
	struct certificate_view c = {
		.serial = "P 1234 5678 9012 3456", .name = "Дилноза Каримова", .latin = "KARIMOVA DILNOZA", .birth = "1999-03-08",
		.programme_title = "Work in Flanders", .site = "Fargʻona kasb-hunar maktabi", .issued_on = "2026-11-23",
		.requirement_titles = titles, .results = results, .requirement_count = 2,
	};
	struct str out;
	str_init(&out);
	certificate_text(&c, &out);
	check_width(out.buf);
	assert_true(text_is_nfc(out.buf));
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		const char *warning = practice_warning(languages[i].tag);
		if (!strstr(out.buf, warning))
			fail_msg("no warning in %s", languages[i].tag);
		assert_true(!strcmp(languages[i].tag, "en") || strcmp(warning, practice_warning("en")) != 0);
	}
	assert_string_equal(practice_warning("tlh"), practice_warning("en"));
	const char *const parts[] = {c.serial, "Дилноза Каримова\n", "KARIMOVA DILNOZA\n", "1999-03-08\n", "2026-11-23\n", " 8 / 10\n", " 9 / 10\n", "Fargʻona"};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (!strstr(out.buf, parts[i]))
			fail_msg("missing: %s\n%s", parts[i], out.buf);
	/* Names that are too long for a line, and names that would write on the screen. */
	struct str name;
	str_init(&name);
	for (int i = 0; i < 30; i++)
		str_add(&name, "Абдурахмонова ");
	str_add(&name, "\033[2J");
	c.name = name.buf;
	c.serial = "P 1234 5678 9012 3456 and much more than a serial has, wider than the line can bear, by far";
	str_clear(&out);
	certificate_text(&c, &out);
	assert_null(strchr(out.buf, '\033'));
	str_release(&name);
	c.serial = "P 1";
	c.name = "X";
	c.latin = "";
	str_clear(&out);
	certificate_text(&c, &out);
	check_width(out.buf);
	assert_null(strstr(out.buf, "passport"));
	str_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_for_machines),
		cmocka_unit_test(csv_for_excel),
		cmocka_unit_test(json_is_json),
		cmocka_unit_test(long_exports_are_whole),
		cmocka_unit_test(faults_are_reported),
		cmocka_unit_test(a_certificate_says_what_it_is_worth),
	};
	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
