/* A card's life: what is entered into the log of reviews, and the cards made from it. Declared in cards.h. */
#include "config.h"
#include "store/cards.h"

#include <string.h>

#include "core/clock.h"
#include "core/i18n.h"
#include "core/str.h"
#include "learn/review.h"
#include "store/stmt.h"

/* What a review is reckoned with, and under which number that stands in the store. */
struct scheduler {
	int64_t id;
	struct fsrs fsrs;
};

static bool put_card(struct store *s, int64_t person, const char *path, const struct card *c, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CARD_PUT);
	query_int(&q, person);
	query_text(&q, path);
	query_int(&q, c->memory.state);
	query_int(&q, c->memory.step);
	query_real(&q, c->memory.memory.stability);
	query_real(&q, c->memory.memory.difficulty);
	query_int(&q, c->memory.reps);
	query_int(&q, c->memory.lapses);
	query_int(&q, c->memory.last_day);
	query_int(&q, c->due_day);
	query_int(&q, c->due_at);
	query_int(&q, c->place);
	return query_run(&q, e);
}

/* The number of `p` in the store, entered if it is new. */
static bool scheduler_of(struct store *s, const struct fsrs *p, int64_t *id, struct err *e)
{
	struct str weights;
	struct query q;
	str_init(&weights);
	for (int i = 0; i < FSRS_WEIGHTS; i++)
		str_addf(&weights, "%s%.17g", i ? "," : "", p->w[i]);
	bool ok = true;
	*id = 0;
	for (int add = 0; ok && *id == 0 && add < 2; add++) {
		query_open(&q, s, add ? STMT_SCHEDULER_ADD : STMT_SCHEDULER_FIND);
		query_text(&q, CARD_ALGORITHM);
		query_text(&q, weights.buf);
		query_real(&q, p->retention);
		if (!add && query_row(&q))
			*id = query_int_at(&q, 0);
		ok = add ? query_run(&q, e) : query_end(&q, e);
		if (ok && add)
			*id = sqlite3_last_insert_rowid(s->db);
	}
	str_release(&weights);
	return ok;
}

/* Reads it back, unless it is the one at hand. */
static bool scheduler_read(struct store *s, int64_t id, struct scheduler *out, struct err *e)
{
	if (out->id == id)
		return true;
	struct query q;
	struct err fault = ERR_INIT;
	query_open(&q, s, STMT_SCHEDULER_READ);
	query_int(&q, id);
	fsrs_init(&out->fsrs);
	bool sound = query_row(&q) && strcmp(query_text_at(&q, 0), CARD_ALGORITHM) == 0 && fsrs_read_weights(&out->fsrs, query_text_at(&q, 1), &fault) &&
		     fsrs_set_retention(&out->fsrs, query_real_at(&q, 2), &fault);
	if (!query_end(&q, e))
		return false;
	out->id = id;
	return sound || err_set(e, ERR_STORE, _("the weights of reviews in the store '%s' are damaged or of another program; restore the last backup"), s->path);
}

/* One review after the other turns into the card. */
struct living {
	int64_t person;
	uint64_t seed;
	struct card card;
};

static void live(struct living *l, const struct fsrs *p, int grade, bool recognised, int64_t day, int64_t place, int64_t at)
{
	struct fsrs_card *m = &l->card.memory;
	review_card(p, m, (enum fsrs_grade)grade, recognised, day, l->seed);
	l->card.due_day = m->last_day + m->days;
	l->card.due_at = m->wait ? at + m->wait * INT64_C(1000) : 0;
	l->card.place = place;
}

/* Makes the cards of a person (one, or all where `path` is "") from the log. */
static bool make_cards(struct store *s, int64_t person, const char *path, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CARD_FORGET);
	query_int(&q, person);
	query_text(&q, path);
	if (!query_run(&q, e))
		return false;
	struct scheduler with = {0};
	struct living l = {.person = person};
	struct str at;
	str_init(&at);
	bool ok = true;
	query_open(&q, s, STMT_REVIEW_LIFE);
	query_int(&q, person);
	query_text(&q, path);
	while (ok && query_row(&q)) {
		if (strcmp(at.buf, query_text_at(&q, 0)) != 0) {
			ok = !l.card.memory.reps || put_card(s, person, at.buf, &l.card, e);
			str_clear(&at);
			str_add(&at, query_text_at(&q, 0));
			l = (struct living){.person = person, .seed = review_seed(person, at.buf)};
		}
		int grade = (int)query_int_at(&q, 2);
		if (ok && grade && (ok = scheduler_read(s, query_int_at(&q, 4), &with, e)))
			live(&l, &with.fsrs, grade, query_int_at(&q, 3) != 0, query_int_at(&q, 1), query_int_at(&q, 5), query_int_at(&q, 6));
	}
	struct err fault = ERR_INIT;
	if (!query_end(&q, &fault) && ok) {
		*e = fault;
		ok = false;
	}
	ok = ok && (!l.card.memory.reps || put_card(s, person, at.buf, &l.card, e));
	str_release(&at);
	return ok;
}

/* A row of the log of reviews about to be entered. */
struct entry {
	int64_t answer, place, person, day, at, duration_ms;
	const char *path;
	int grade;
	bool recognised;
};

static bool enter(struct store *s, const struct entry *n, const struct fsrs *p, struct err *e)
{
	struct query q;
	int64_t scheduler;
	if (!scheduler_of(s, p, &scheduler, e))
		return false;
	query_open(&q, s, STMT_REVIEW_ADD);
	query_int(&q, n->answer);
	query_int(&q, n->place);
	query_int(&q, n->person);
	query_text(&q, n->path);
	query_int(&q, n->day);
	query_int(&q, n->grade);
	query_int(&q, n->recognised);
	query_int(&q, n->duration_ms);
	query_int(&q, scheduler);
	return query_run(&q, e);
}

/* A correction stands where the corrected answer stood; not *drilled: that was no answer to a drill. */
static bool take_origin(struct store *s, int64_t corrects, struct arena *a, struct entry *out, bool *drilled, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_REVIEW_ORIGIN);
	query_int(&q, out->day);
	query_int(&q, corrects);
	*drilled = query_row(&q) && query_int_at(&q, 5) != 0;
	if (*drilled) {
		out->place = query_int_at(&q, 0);
		out->day = query_int_at(&q, 1);
		out->recognised = query_int_at(&q, 2) != 0;
		out->path = arena_strdup(a, query_text_at(&q, 3));
		out->person = query_int_at(&q, 4);
	}
	return query_end(&q, e);
}

static bool answer_entry(struct store *s, const struct answer *a, int64_t day, struct arena *arena, struct entry *out, bool *counts, struct err *e)
{
	enum verdict v;
	*counts = false;
	if (*a->sitting || !verdict_from(a->verdict, &v))
		return true;
	*out = (struct entry){
		.answer = a->seq, .place = a->seq, .person = a->person, .path = a->path, .day = day, .at = a->at,
		.duration_ms = a->duration_ms > 0 ? a->duration_ms : 0, .grade = review_grade(v, a->hints),
		.recognised = str_eq(a->direction, REVIEW_RECOGNISE),
	};
	if (a->corrects)
		return take_origin(s, a->corrects, arena, out, counts, e);
	*counts = *a->drill != '\0' && out->grade != 0;
	return true;
}

/* The newest review of a card needs only the card. */
static bool review_now(struct store *s, const struct entry *n, const struct fsrs *p, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct living l = {.person = n->person, .seed = review_seed(n->person, n->path)};
	bool found, ok = card_read(s, n->person, n->path, &a, &l.card, &found, e);
	if (ok && !found)
		l.card = (struct card){0};
	if (ok) {
		live(&l, p, n->grade, n->recognised, n->day, n->place, n->at);
		ok = put_card(s, n->person, n->path, &l.card, e);
	}
	arena_release(&a);
	return ok;
}

bool card_answered(struct store *s, const struct answer *a, const struct fsrs *p, int64_t day, struct err *e)
{
	struct arena arena = ARENA_INIT;
	struct entry n;
	bool counts, ok = answer_entry(s, a, day, &arena, &n, &counts, e);
	if (ok && counts && (ok = store_begin(s, e))) {
		ok = enter(s, &n, p, e) && (a->corrects ? make_cards(s, n.person, n.path, e) : review_now(s, &n, p, e));
		ok = store_end(s, ok, e);
	}
	arena_release(&arena);
	return ok;
}

/* Enters the next answer after *seq that is missing; *seq 0 when there is none. */
static bool enter_missing(struct store *s, const struct fsrs *p, int rollover_hour, int64_t *seq, int64_t *entered, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct answer row = {0};
	struct query q;
	query_open(&q, s, STMT_REVIEW_MISSING);
	query_int(&q, *seq);
	if (query_row(&q))
		row = (struct answer){
			.seq = query_int_at(&q, 0), .person = query_int_at(&q, 1), .path = arena_strdup(&a, query_text_at(&q, 2)),
			.direction = arena_strdup(&a, query_text_at(&q, 3)), .drill = arena_strdup(&a, query_text_at(&q, 4)),
			.verdict = arena_strdup(&a, query_text_at(&q, 5)), .sitting = "", .hints = (int)query_int_at(&q, 6),
			.duration_ms = query_int_at(&q, 7), .at = query_int_at(&q, 8), .offset_min = (int)query_int_at(&q, 9),
			.corrects = query_int_at(&q, 10),
		};
	bool ok = query_end(&q, e);
	*seq = row.seq;
	if (ok && row.seq) {
		struct entry n;
		bool counts;
		ok = answer_entry(s, &row, site_day(row.at, row.offset_min, rollover_hour), &a, &n, &counts, e) && (!counts || enter(s, &n, p, e));
		*entered += ok && counts;
	}
	arena_release(&a);
	return ok;
}

static bool enter_all_missing(struct store *s, const struct fsrs *p, int rollover_hour, int64_t *entered, struct err *e)
{
	enum { BATCH = 500 };
	int64_t seq = 0;
	*entered = 0;
	do {
		if (!store_begin(s, e))
			return false;
		bool ok = true;
		for (int i = 0; ok && i < BATCH && (i == 0 || seq); i++)
			ok = enter_missing(s, p, rollover_hour, &seq, entered, e);
		if (!store_end(s, ok, e))
			return false;
	} while (seq);
	return true;
}

static bool next_person(struct store *s, int64_t *person, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PERSON_AFTER);
	query_int(&q, *person);
	*person = query_row(&q) ? query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool cards_rebuild(struct store *s, const struct fsrs *p, int rollover_hour, int64_t *entered, struct err *e)
{
	int64_t person = 0;
	if (!enter_all_missing(s, p, rollover_hour, entered, e))
		return false;
	do {
		if (!next_person(s, &person, e))
			return false;
		/* One person is one batch: whoever answers meanwhile finds the cards whole. */
		if (person && (!store_begin(s, e) || !store_end(s, make_cards(s, person, "", e), e)))
			return false;
	} while (person);
	return true;
}
