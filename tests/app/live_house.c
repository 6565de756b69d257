#include "config.h"
#include "live_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "app/people.h"
#include "core/file.h"
#include "core/str.h"
#include "record/key_file.h"

static int64_t add_person(struct app *app, const char *code, const char *name, const char *latin, enum role role)
{
	struct person p = {.code = code, .name = name, .latin = latin, .birth = "2001-05-14", .region = "UZ-NG", .role = role};
	return fixture_person(app, p, "402817");
}

/* The exams, past the program: what a sealed bank leaves behind. */
static void add_exams(struct fixture *f)
{
	struct str text, sql;
	struct err e = ERR_INIT;
	sqlite3 *db;
	char *fault = NULL, now[32], day[11];
	str_init(&text);
	str_init(&sql);
	snprintf(now, sizeof(now), "%lld", (long long)f->clock.wall);
	date_format(f->clock.wall / 86400000, day);
	if (!file_read(fixture_source("tests/data/issuing/live.sql"), 65536, &text, &e))
		fail_msg("%s", e.msg);
	for (const char *p = text.buf; *p; p++) {
		const char *with = str_starts(p, "@NOW@") ? now : str_starts(p, "@DAY@") ? day : NULL;
		str_addn(&sql, with ? with : p, with ? strlen(with) : 1);
		p += with ? 4 : 0;
	}
	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql.buf, NULL, NULL, &fault) != SQLITE_OK)
		fail_msg("live.sql: %s", fault);
	sqlite3_close(db);
	str_release(&sql);
	str_release(&text);
}

void live_fill(struct fixture *f, struct live *l)
{
	struct err e = ERR_INIT;
	struct str key;
	struct app *app = &f->app;
	l->administrator = add_person(app, "9001", "Dilnoza Yusupova", "YUSUPOVA DILNOZA", ROLE_ADMINISTRATOR);
	l->second = add_person(app, "9002", "Jasur Rahimov", "RAHIMOV JASUR", ROLE_INSTRUCTOR);
	l->people[0] = add_person(app, "1001", "Aziza Karimova", "KARIMOVA AZIZA", ROLE_LEARNER);
	l->people[1] = add_person(app, "1002", "Botir Saidov", "SAIDOV BOTIR", ROLE_LEARNER);
	l->people[2] = add_person(app, "1003", "Otabek Aliyev", "ALIYEV OTABEK", ROLE_LEARNER);
	l->people[3] = add_person(app, "1004", "Malika Tosheva", "TOSHEVA MALIKA", ROLE_LEARNER);
	add_exams(f);
	str_init(&key);
	static char made[4096]; /* once in a process: making one takes as long as opening it */
	snprintf(l->key, sizeof(l->key), "%s.key", f->path);
	snprintf(app->site, sizeof(app->site), "Namangan vocational centre 3");
	if (*made)
		str_add(&key, made);
	else if (!key_file_new(&key, LIVE_PHRASE, &app->entropy, &e))
		fail_msg("%s", e.msg);
	snprintf(made, sizeof(made), "%s", key.buf);
	f->chance = 11; /* the same from here on, whether the key was made now or before */
	if (!file_write_new(l->key, 0600, &key, &e))
		fail_msg("%s", e.msg);
	str_release(&key);
}

void live_open(struct live *l)
{
	struct err e = ERR_INIT;
	*l = (struct live){0};
	fixture_open(&l->f);
	live_fill(&l->f, l);
	if (!sign_in(&l->f.app, "9001", "402817", &e))
		fail_msg("%s", e.msg);
	l->f.app.front = "tui";
}

void live_close(struct live *l)
{
	fixture_close(&l->f);
}
