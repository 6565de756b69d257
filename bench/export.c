/* Export of many fulfilled requirements, by the use case that the command runs, beside sqlite3 -csv with a query that gives every cell the same text.
 * Both write to /dev/null. An argument gives another number of rows. To reach: 0.75. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "app/export.h"
#include "bench.h"
#include "core/random.h"
#include "core/str.h"
#include "site.h"

enum { ROUNDS = 5, REQUIREMENTS = 4 };

static const char query[] =
	"SELECT c.code AS person_code, c.name, c.latin AS latin_name, c.birth AS birth_date, c.region, c.programme, c.programme_title, c.destination,"
	" c.requirement, c.requirement_title, c.mark AS points, c.maximum,"
	" strftime('%Y-%m-%dT%H:%M:%SZ', c.completed_at / 1000, 'unixepoch') AS completed_at,"
	" coalesce(k.serial, '') AS certificate, coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', k.issued_at / 1000, 'unixepoch'), '') AS issued_at"
	" FROM completion AS c LEFT JOIN certificate AS k ON k.person = c.person AND k.programme = c.programme"
	" ORDER BY c.completed_at, c.person, c.programme, c.requirement";

/* Fifty people begin each day and fulfil one requirement a week; four of five get their certificate. Straight into the tables, because making the rows is
 * not what is measured. */
static void fill(const char *path, long rows)
{
	sqlite3 *db;
	struct str sql;
	str_init(&sql);
	long people = rows / REQUIREMENTS;
	str_addf(&sql,
		 "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN;"
		 "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %ld)"
		 " INSERT INTO person (code, name, name_key, latin, birth, region, role, created_at, changed_at)"
		 " SELECT 1000 + i, 'Каримова Дилноза ' || i, i, 'KARIMOVA DILNOZA', date(631152000 + i %% 5000 * 86400, 'unixepoch'), 'UZ-TK', 'learner', 1, 1 FROM n;"
		 "INSERT INTO completion SELECT 1764547200000 + (p.id / 50 * 86400 + r.column1 * 604800 + (p.id * 7919 + r.column1 * 104729) %% 518400) * 1000, p.id,"
		 " 'belgium/flanders', r.column2, p.code, p.name, p.latin, p.birth, p.region, 'Work in Flanders', 'BE-VLG', r.column3, 26 + p.id %% 15, 40"
		 " FROM person AS p CROSS JOIN (VALUES (1, 'dutch', 'Dutch for your first months at work'), (2, 'contract', 'Contract and pay'),"
		 " (3, 'safety', 'Safety, \"first of all\"'), (4, 'life', 'Life in Belgium, from the first day')) AS r;"
		 "INSERT INTO certificate SELECT printf('P %%04d %%04d %%04d %%04d', id / 10000, id %% 10000, 7, id %% 97), id, code, name, latin, birth, region,"
		 " 'belgium/flanders', 'Work in Flanders', 'BE-VLG', 1764547200000 + (id / 50 * 86400 + 35 * 86400) * 1000, 1 FROM person WHERE id %% 5 <> 0;"
		 "COMMIT; PRAGMA wal_checkpoint(TRUNCATE);",
		 people);
	char *why = NULL;
	if (sqlite3_open(path, &db) != SQLITE_OK || sqlite3_exec(db, sql.buf, NULL, NULL, &why) != SQLITE_OK)
		bench_broken("no rows", why ? why : "open");
	sqlite3_close(db);
	str_release(&sql);
}

static int64_t export_to(struct app *app, const char *path)
{
	struct export_request r = {.profile = PROFILE_MACHINE, .format = "csv", .path = path};
	struct err e = ERR_INIT;
	int64_t rows = 0;
	if (!export_completions(app, &r, NULL, &rows, &e))
		bench_broken("export", e.msg);
	return rows;
}

static void baseline_to(const char *store, const char *target)
{
	struct str command;
	str_init(&command);
	str_addf(&command, "sqlite3 -readonly -csv -header '%s' \"%s\" >'%s'", store, query, target);
	if (!bench_shell(command.buf))
		bench_broken("sqlite3 does not run", "install the package sqlite3");
	str_release(&command);
}

/* Both must have written the same cells; only quotes and ends of lines may differ. */
static void compare(struct app *app, const char *folder, const char *store)
{
	char *ours = bench_path(folder, "ours.csv"), *theirs = bench_path(folder, "theirs.csv");
	export_to(app, ours);
	baseline_to(store, theirs);
	struct str command;
	str_init(&command);
	str_addf(&command, "test \"$(tr -d '\"\r' <'%s' | cksum)\" = \"$(tr -d '\"\r' <'%s' | cksum)\"", ours, theirs);
	if (!bench_shell(command.buf))
		bench_broken("the two exports differ", folder);
	str_release(&command);
	free(ours);
	free(theirs);
}

int main(int argc, char **argv)
{
	long rows = argc > 1 ? strtol(argv[1], NULL, 10) : 1000000;
	char *folder = bench_folder(), *path = bench_path(folder, "agency.db");
	int64_t version;
	store_close(site_new(path, 0, &version));
	fill(path, rows);
	struct app app;
	struct err e = ERR_INIT;
	if (!app_open(&app, path, STORE_OPEN, &e))
		bench_broken("no store", e.msg);
	app.front = "cli";
	compare(&app, folder, path);
	double ours[ROUNDS], theirs[ROUNDS];
	for (int round = 0; round < ROUNDS; round++) {
		int64_t began = bench_now();
		if (export_to(&app, "/dev/null") != rows / REQUIREMENTS * REQUIREMENTS)
			bench_broken("rows are missing", path);
		ours[round] = (double)(bench_now() - began) / 1e9;
		began = bench_now();
		baseline_to(path, "/dev/null");
		theirs[round] = (double)(bench_now() - began) / 1e9;
	}
	char name[64];
	snprintf(name, sizeof(name), "export of %ld rows", rows);
	bench_line(name, bench_quantile(ours, ROUNDS, 0.5), bench_quantile(theirs, ROUNDS, 0.5), "s");
	app_close(&app);
	free(path);
	bench_remove(folder);
	return 0;
}
