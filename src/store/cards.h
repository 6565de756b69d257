/* The log of reviews, and the cards of words and phrases made from it. */
#ifndef SAFAR_STORE_CARDS_H
#define SAFAR_STORE_CARDS_H

#include "core/arena.h"
#include "learn/fsrs.h"
#include "store/log.h"
#include "store/store.h"

/* What stands in the log of reviews as the algorithm. Another number when formulas, learning steps or the spread change. */
#define CARD_ALGORITHM "fsrs-6"

struct card {
	const char *path;	 /* pack/unit/id of the word or phrase */
	struct fsrs_card memory; /* its wait and days are 0 here */
	int64_t due_day;	 /* of the site */
	int64_t due_at;		 /* UTC ms when its learning step is over; 0 when it is due by days */
	int64_t place;		 /* answer it was last reviewed by */
};

/* Enters what an answer that answer_add has stored means for its card: call it in the same transaction. An answer to no drill (drill ""), in a sitting, or with a verdict
 * that counts for nothing does nothing. A correction (a->corrects) of an answer to a drill takes that answer's place, on its day, and the card is made again.
 * `day` is the site's day now. */
bool card_answered(struct store *s, const struct answer *a, const struct fsrs *p, int64_t day, struct err *e);

/* The card of a person and path; *found false if there is none. Texts in `a`. */
bool card_read(struct store *s, int64_t person, const char *path, struct arena *a, struct card *out, bool *found, struct err *e);

/* All cards of a person by path; `active`: only those whose word is in an active pack. */
typedef bool card_fn(void *ctx, const struct card *c);
bool card_each(struct store *s, int64_t person, bool active, card_fn *fn, void *ctx, struct err *e);

/* Deletes all cards and makes them again from the log, person by person, each review with the weights that it was made with; the result is the same to
 * the last bit. Answers to drills that are missing from the log of reviews are entered first, on the day of the site they were given (which begins at `rollover_hour`) and
 * with `p`; *entered says how many. */
bool cards_rebuild(struct store *s, const struct fsrs *p, int rollover_hour, int64_t *entered, struct err *e);

/* The log of reviews, for exports and tests. */
struct review_row {
	int64_t seq, answer, place, person;
	const char *path;
	int64_t day;
	int grade;	 /* of enum fsrs_grade; 0: a correction after which the place counts for nothing */
	bool recognised;
	int64_t duration_ms;
	const char *algorithm;
	int64_t scheduler; /* names the weights */
	double retention;
};
typedef bool review_row_fn(void *ctx, const struct review_row *r);
bool review_each(struct store *s, int64_t from_seq, review_row_fn *fn, void *ctx, struct err *e);

/* How many words and phrases each active pack that teaches a language holds. */
typedef bool vocabulary_fn(void *ctx, const char *pack, int words);
bool vocabulary_each(struct store *s, vocabulary_fn *fn, void *ctx, struct err *e);

/* The last `count` answers of a person, the newest first: what they took. */
struct answer_time {
	int64_t duration_ms, at;
	bool drill, counts; /* counts: judged, or a page seen */
};
typedef bool answer_time_fn(void *ctx, const struct answer_time *t);
bool answer_times(struct store *s, int64_t person, int count, answer_time_fn *fn, void *ctx, struct err *e);

/* The last `count` weeks, from Monday on, in which a person did something, the newest first. `pause_ms`: no answer counts for longer. */
struct week_row {
	int64_t monday; /* the site's day */
	int64_t ms;	/* at work */
	int words;	/* met in that week and known by now (past their learning steps) */
};
typedef bool week_fn(void *ctx, const struct week_row *w);
bool week_each(struct store *s, int64_t person, int offset_min, int rollover_hour, int64_t pause_ms, int count, week_fn *fn, void *ctx, struct err *e);

#endif
