/* Checking and installing a course of 100,000 items with two translations, against the least that such work must do: one bare
 * libyaml pass over the same sources, libgettextpo reading the same PO files, and prepared inserts of the same rows into the same
 * tables, in batches of the same size (a longer transaction would hold up learners who are answering). */
#include "config.h"

#include <dirent.h>
#include <gettext-po.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

#include "pty.h"

enum { BATCH = 500, TABLES_MAX = 64 };

static void die(const char *what)
{
	fprintf(stderr, "packs: %s\n", what);
	exit(1);
}

/* --- reading --- */

static size_t yaml_pass(const char *path)
{
	yaml_parser_t parser;
	yaml_event_t event;
	size_t events = 0;
	FILE *f = fopen(path, "rb");
	if (!f || !yaml_parser_initialize(&parser))
		die("cannot read the sources");
	yaml_parser_set_input_file(&parser, f);
	for (bool end = false; !end; events++) {
		if (!yaml_parser_parse(&parser, &event))
			die("libyaml refuses the sources");
		end = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	fclose(f);
	return events;
}

static size_t yaml_folder(const char *path)
{
	DIR *d = opendir(path);
	size_t events = 0;
	if (!d)
		die("cannot list the sources");
	for (struct dirent *entry; (entry = readdir(d));) {
		if (entry->d_name[0] == '.')
			continue;
		events += yaml_pass(made("%s/%s", path, entry->d_name));
	}
	closedir(d);
	return events;
}

static void complain(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline, const char *text)
{
	(void)message, (void)line, (void)column, (void)multiline;
	if (severity != PO_SEVERITY_WARNING) {
		fprintf(stderr, "packs: %s: %s\n", file ? file : "", text);
		exit(1);
	}
}

static void complain_two(int severity, po_message_t a, const char *file, size_t line, size_t column, int multiline, const char *text,
			 po_message_t b, const char *file_b, size_t line_b, size_t column_b, int multiline_b, const char *text_b)
{
	(void)b, (void)file_b, (void)line_b, (void)column_b, (void)multiline_b, (void)text_b;
	complain(severity, a, file, line, column, multiline, text);
}

static size_t po_pass(const char *path)
{
	static const struct po_xerror_handler handler = {complain, complain_two};
	size_t bytes = 0;
	po_file_t file = po_file_read(path, &handler);
	if (!file)
		die("cannot read a translation");
	po_message_iterator_t it = po_message_iterator(file, NULL);
	for (po_message_t m; (m = po_next_message(it));)
		bytes += strlen(po_message_msgid(m)) + strlen(po_message_msgstr(m)) + (po_message_msgctxt(m) ? strlen(po_message_msgctxt(m)) : 0);
	po_message_iterator_free(it);
	po_file_free(file);
	return bytes;
}

/* --- rows --- */

struct table {
	char name[64];
	int columns;
	size_t rows;
	sqlite3_value **values; /* rows × columns */
};

static void run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(db));
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *s;
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(db));
	return s;
}

static void table_load(sqlite3 *db, struct table *t)
{
	size_t room = 0;
	sqlite3_stmt *s = prepare(db, made("SELECT * FROM \"%s\"", t->name));
	t->columns = sqlite3_column_count(s);
	for (; sqlite3_step(s) == SQLITE_ROW; t->rows++) {
		if (t->rows == room) {
			room = room ? 2 * room : 1024;
			t->values = realloc(t->values, room * (size_t)t->columns * sizeof(*t->values));
			if (!t->values)
				die("out of memory");
		}
		for (int c = 0; c < t->columns; c++)
			t->values[t->rows * (size_t)t->columns + (size_t)c] = sqlite3_value_dup(sqlite3_column_value(s, c));
	}
	sqlite3_finalize(s);
}

/* The tables of the store that the installation filled, with all their rows, and the schema to put them into. */
static int rows_load(const char *store, const char *fresh, struct table *tables)
{
	sqlite3 *from, *to;
	int count = 0;
	unlink(fresh);
	if (sqlite3_open(store, &from) != SQLITE_OK || sqlite3_open(fresh, &to) != SQLITE_OK)
		die("cannot open the stores");
	sqlite3_stmt *s = prepare(from, "SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%' AND type <> 'trigger' "
				       "ORDER BY type = 'index', rowid");
	while (sqlite3_step(s) == SQLITE_ROW) {
		run(to, (const char *)sqlite3_column_text(s, 2));
		if (strcmp((const char *)sqlite3_column_text(s, 0), "table") == 0 && count < TABLES_MAX) {
			snprintf(tables[count].name, sizeof(tables[count].name), "%s", (const char *)sqlite3_column_text(s, 1));
			table_load(from, &tables[count++]);
		}
	}
	sqlite3_finalize(s);
	sqlite3_close(from);
	sqlite3_close(to);
	return count;
}

static size_t rows_insert(const char *fresh, const struct table *tables, int count)
{
	sqlite3 *db;
	size_t done = 0;
	if (sqlite3_open(fresh, &db) != SQLITE_OK)
		die("cannot open the fresh store");
	/* the order of the tables is not that of their references */
	run(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE");
	for (int i = 0; i < count; i++) {
		const struct table *t = &tables[i];
		char sql[1024];
		int n = snprintf(sql, sizeof(sql), "INSERT INTO \"%s\" VALUES (?", t->name);
		for (int c = 1; c < t->columns; c++)
			n += snprintf(sql + n, sizeof(sql) - (size_t)n, ",?");
		snprintf(sql + n, sizeof(sql) - (size_t)n, ")");
		sqlite3_stmt *s = prepare(db, sql);
		for (size_t r = 0; r < t->rows; r++) {
			for (int c = 0; c < t->columns; c++)
				sqlite3_bind_value(s, c + 1, t->values[r * (size_t)t->columns + (size_t)c]);
			if (sqlite3_step(s) != SQLITE_DONE)
				die(sqlite3_errmsg(db));
			sqlite3_reset(s);
			if (++done % BATCH == 0)
				run(db, "COMMIT; BEGIN IMMEDIATE");
		}
		sqlite3_finalize(s);
	}
	run(db, "COMMIT");
	sqlite3_close(db);
	return done;
}

/* --- both sides --- */

static double ours_seconds(const char *folder, const char *store, const char *pack)
{
	const char *safar = made("%s/src/safar", build_folder());
	if (!shell("rm -f '%s'*; '%s' --store '%s' init --demo >/dev/null", store, safar, store))
		die("cannot make a store");
	double began = seconds_now();
	if (!shell("'%s' --store '%s' pack install '%s' >'%s/packs.log' 2>&1 </dev/null", safar, store, pack, folder))
		die("the course is not installed; see bench/packs.log");
	return seconds_now() - began;
}

int main(void)
{
	const char *folder = made("%s/bench", build_folder()), *pack = made("%s/big-pack", folder);
	const char *store = made("%s/packs.db", folder), *fresh = made("%s/packs-bare.db", folder);
	if (!shell("test -f '%s/units/u100.yaml' || '%s/bench/big-pack.sh' '%s' 100", pack, source_folder(), pack))
		die("cannot write the course");

	double mine = ours_seconds(folder, store, pack);

	static struct table tables[TABLES_MAX];
	int count = rows_load(store, fresh, tables);
	double began = seconds_now();
	size_t events = yaml_folder(made("%s/units", pack));
	double read = seconds_now();
	size_t bytes = po_pass(made("%s/po/uz.po", pack)) + po_pass(made("%s/po/ru.po", pack));
	double translated = seconds_now();
	size_t rows = rows_insert(fresh, tables, count);
	double end = seconds_now();

	char left[32], right[32];
	snprintf(left, sizeof(left), "%.2f s", mine);
	snprintf(right, sizeof(right), "%.2f s", end - began);
	bench_line("check and install 100,000", left, right, mine / (end - began));
	printf("#   baseline: %zu YAML events %.2f s, %zu bytes of PO %.2f s, %zu rows %.2f s\n", events, read - began, bytes,
	       translated - read, rows, end - translated);
	return 0;
}
