/* Durable answers per second: log row, progress and commit, beside a bare prepared insert of the same row into a table without indices or triggers, with the
 * same pragmas, in the same folder, in turns. To reach: 0.8. Then the same for answers to drills, whose commit holds a review and the card of the word, too. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "bench.h"
#include "learn/review.h"
#include "site.h"
#include "store/cards.h"

enum { ROUNDS = 101, ANSWERS = 30 };

struct bare {
	sqlite3 *db;
	sqlite3_stmt *insert;
};

static void bare_open(struct bare *b, const char *path)
{
	static const char setup[] =
		"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;"
		"PRAGMA cache_size = -1024; PRAGMA journal_size_limit = 16777216; PRAGMA cell_size_check = ON;"
		"CREATE TABLE answer (seq INTEGER PRIMARY KEY, uuid TEXT NOT NULL, person INTEGER NOT NULL, path TEXT NOT NULL, body_hash TEXT NOT NULL,"
		" version INTEGER NOT NULL, sitting TEXT, drill TEXT NOT NULL, direction TEXT NOT NULL, seed INTEGER NOT NULL, shown TEXT NOT NULL,"
		" given TEXT NOT NULL, verdict TEXT NOT NULL, reasons TEXT NOT NULL, mark INTEGER NOT NULL, maximum INTEGER NOT NULL, hints INTEGER NOT NULL,"
		" duration_ms INTEGER NOT NULL, at INTEGER NOT NULL, offset_min INTEGER NOT NULL, boot TEXT NOT NULL, mono_ms INTEGER NOT NULL,"
		" language TEXT NOT NULL, front TEXT NOT NULL, program TEXT NOT NULL, corrects INTEGER) STRICT";
	static const char insert[] =
		"INSERT INTO answer (uuid, person, path, body_hash, version, sitting, drill, direction, seed, shown, given, verdict, reasons, mark, maximum,"
		" hints, duration_ms, at, offset_min, boot, mono_ms, language, front, program, corrects)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
	if (sqlite3_open(path, &b->db) != SQLITE_OK || sqlite3_exec(b->db, setup, NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v3(b->db, insert, -1, SQLITE_PREPARE_PERSISTENT, &b->insert, NULL) != SQLITE_OK)
		bench_broken("no bare table", sqlite3_errmsg(b->db));
}

static void bare_add(struct bare *b, const struct answer *a)
{
	sqlite3_stmt *st = b->insert;
	int n = 0;
	sqlite3_bind_text(st, ++n, a->uuid, -1, SQLITE_STATIC);
	sqlite3_bind_int64(st, ++n, a->person);
	sqlite3_bind_text(st, ++n, a->path, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, ++n, a->body_hash, -1, SQLITE_STATIC);
	sqlite3_bind_int64(st, ++n, a->version);
	sqlite3_bind_null(st, ++n);
	sqlite3_bind_text(st, ++n, a->drill, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, ++n, a->direction, -1, SQLITE_STATIC);
	sqlite3_bind_int64(st, ++n, (int64_t)a->seed);
	const char *const middle[] = {a->shown, a->given, a->verdict, a->reasons};
	for (size_t i = 0; i < sizeof(middle) / sizeof(middle[0]); i++)
		sqlite3_bind_text(st, ++n, middle[i], -1, SQLITE_STATIC);
	const int64_t numbers[] = {a->mark, a->maximum, a->hints, a->duration_ms, a->at, a->offset_min};
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		sqlite3_bind_int64(st, ++n, numbers[i]);
	sqlite3_bind_text(st, ++n, a->boot, -1, SQLITE_STATIC);
	sqlite3_bind_int64(st, ++n, a->mono_ms);
	const char *const last[] = {a->language, a->front, a->program};
	for (size_t i = 0; i < sizeof(last) / sizeof(last[0]); i++)
		sqlite3_bind_text(st, ++n, last[i], -1, SQLITE_STATIC);
	sqlite3_bind_null(st, ++n);
	if (sqlite3_step(st) != SQLITE_DONE)
		bench_broken("bare insert", sqlite3_errmsg(b->db));
	sqlite3_reset(st);
}

static double rate(int64_t began)
{
	return ANSWERS / ((double)(bench_now() - began) / 1e9);
}

enum contender { BARE, ANSWER, DRILL, CONTENDERS };

static void drill_add(struct store *s, struct answer *a, uint64_t n)
{
	struct err e = ERR_INIT;
	struct fsrs p;
	fsrs_init(&p);
	a->drill = "type";
	a->direction = REVIEW_PRODUCE;
	if (!store_begin(s, &e) || !store_end(s, answer_add(s, a, &e) && card_answered(s, a, &p, 20000 + (int64_t)n / 1000, &e), &e))
		bench_broken("drill", e.msg);
}

int main(void)
{
	char *folder = bench_folder(), *path = bench_path(folder, "ours.db"), *bare_path = bench_path(folder, "bare.db");
	int64_t version;
	struct store *s = site_new(path, 20, &version);
	struct bare bare;
	bare_open(&bare, bare_path);
	double rates[CONTENDERS][ROUNDS];
	uint64_t n = 0;
	for (int round = 0; round < ROUNDS; round++) {
		for (int k = 0; k < CONTENDERS; k++) {
			/* Whoever begins changes each round. */
			enum contender who = (enum contender)((k + round) % CONTENDERS);
			int64_t began = bench_now();
			for (int i = 0; i < ANSWERS; i++) {
				struct site_answer a;
				struct err e = ERR_INIT;
				site_answer(&a, (int64_t)(n % 20) + 1, version, n + (uint64_t)i);
				if (who == BARE)
					bare_add(&bare, &a.answer);
				else if (who == DRILL)
					drill_add(s, &a.answer, n);
				else if (!answer_add(s, &a.answer, &e))
					bench_broken("answer", e.msg);
			}
			rates[who][round] = rate(began);
		}
		n += ANSWERS;
	}
	double bare_rate = bench_quantile(rates[BARE], ROUNDS, 0.5);
	bench_line("durable answers", bench_quantile(rates[ANSWER], ROUNDS, 0.5), bare_rate, "/s");
	bench_line("durable drills", bench_quantile(rates[DRILL], ROUNDS, 0.5), bare_rate, "/s");
	store_close(s);
	sqlite3_finalize(bare.insert);
	sqlite3_close(bare.db);
	free(path);
	free(bare_path);
	bench_remove(folder);
	return 0;
}
