/* The other end of an examination room, for tests that play a learner at the real program: plans, opens, starts, releases, and tells how a seat stands.
 *   room STORE plan EXAM CODE …     prints "SESSION SEAT-CODE …"; identities confirmed, all seats open
 *   room STORE start SESSION
 *   room STORE pause|release|leave SESSION SEAT    leave prints the code
 *   room STORE state SESSION SEAT   prints "STATE rows=N answered=N consumed=MS shown=N interruptions=N added=MS items=PATH,…"
 *   room STORE hammer SESSION SEAT  gives a minute of extra time again and again, and prints a dot for each that is kept */
#include "config.h"

#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/exam.h"
#include "core/str.h"
#include "store/exams.h"

static const struct exam_reason reason = {.why = WHY_TECHNICAL, .text = "a test of terminals"};

static bool plan(struct app *app, int argc, char **argv, struct err *e)
{
	static const struct exam_identity id = {.latin = "KARIMOVA AZIZA", .birth = "2001-05-14", .document = "FA1234567"};
	struct arena a = ARENA_INIT;
	int64_t people[8], session;
	struct exam_plan p = {.exam = argv[0], .day = "2099-01-01", .room = "2", .people = people};
	bool ok = argc > 1 && argc <= 8;
	for (int i = 1; ok && i < argc; i++) {
		struct person who;
		ok = person_by_code(app->store, argv[i], &a, &who, e);
		people[p.count++] = ok ? who.id : 0;
	}
	ok = ok && exam_plan(app, &p, &session, e) && printf("%" PRId64, session) > 0;
	for (int seat = 1; ok && seat <= (int)p.count; seat++) {
		char code[EXAM_CODE_SIZE];
		ok = exam_new_code(app, session, seat, code, e) && exam_confirm(app, session, seat, &id, e) && printf(" %s", code) > 0;
	}
	puts("");
	arena_release(&a);
	return ok && exam_open_seat(app, session, 0, NULL, e);
}

struct look {
	struct str items;
	int answered;
};

static bool take_item(void *ctx, const struct form_row *r)
{
	struct look *l = ctx;
	if (r->replaced)
		return true;
	str_addf(&l->items, l->items.len ? ",%s" : "%s", r->path);
	l->answered += *r->verdict && strcmp(r->verdict, "empty") != 0;
	return true;
}

static int rows_of(const char *path, const char *sitting)
{
	sqlite3 *db;
	sqlite3_stmt *q;
	int count = -1;
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, "SELECT count(*) FROM exam_answer WHERE sitting = ?1", -1, &q, NULL) == SQLITE_OK) {
		sqlite3_bind_text(q, 1, sitting, -1, SQLITE_STATIC);
		if (sqlite3_step(q) == SQLITE_ROW)
			count = sqlite3_column_int(q, 0);
		sqlite3_finalize(q);
	}
	sqlite3_close(db);
	return count;
}

static bool state(struct app *app, const char *path, int64_t session, int seat, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	struct look l = {.answered = 0};
	str_init(&l.items);
	bool ok = exam_place_at(app->store, session, seat, &a, &r, e) && exam_item_each(app->store, r.sitting, take_item, &l, e);
	if (ok)
		printf("%s rows=%d answered=%d consumed=%" PRId64 " shown=%d interruptions=%d added=%" PRId64 " items=%s\n", r.state, rows_of(path, r.sitting), l.answered,
		       r.consumed_ms, r.shown, r.interruptions, r.added_ms / 60000, l.items.buf);
	str_release(&l.items);
	arena_release(&a);
	return ok;
}

static bool hammer(struct app *app, int64_t session, int seat, struct err *e)
{
	struct exam_reason signed_for = reason;
	if (!exam_witness(app, "9001", "716493", &signed_for.second, e)) /* of the demo store */
		return false;
	while (exam_extend(app, session, seat, 1, &signed_for, NULL, e))
		if (write(STDOUT_FILENO, ".", 1) != 1)
			return false;
	return false;
}

static bool act(struct app *app, const char *path, int argc, char **argv, struct err *e)
{
	const char *verb = argv[0];
	int64_t session = argc > 1 ? strtoll(argv[1], NULL, 10) : 0;
	int seat = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 0;
	char code[EXAM_CODE_SIZE];
	if (str_eq(verb, "plan"))
		return plan(app, argc - 1, argv + 1, e);
	if (str_eq(verb, "start"))
		return exam_start(app, session, NULL, e);
	if (str_eq(verb, "pause"))
		return exam_pause(app, session, seat, &reason, NULL, e);
	if (str_eq(verb, "release"))
		return exam_release(app, session, seat, &reason, NULL, e);
	if (str_eq(verb, "leave"))
		return exam_leave_code(app, session, seat, code, e) && puts(code) >= 0;
	if (str_eq(verb, "state"))
		return state(app, path, session, seat, e);
	return str_eq(verb, "hammer") ? hammer(app, session, seat, e) : err_set(e, ERR_USAGE, "no verb '%s'", verb);
}

int main(int argc, char **argv)
{
	struct err e = ERR_INIT;
	struct app app;
	if (argc < 3)
		return 2;
	bool ok = app_open(&app, argv[1], STORE_OPEN, &e);
	app.front = "cli";
	ok = ok && act(&app, argv[1], argc - 2, argv + 2, &e);
	if (!ok)
		fprintf(stderr, "room: %s\n", e.msg);
	app_close(&app);
	return ok ? 0 : 1;
}
