/* The answer log, which is the truth, and the caches made from it: progress and check results. */
#ifndef SAFAR_STORE_LOG_H
#define SAFAR_STORE_LOG_H

#include "core/arena.h"
#include "store/store.h"

/* The drill of an answer in a placement (store/placement.h): it is kept, and counts for nothing else. */
#define ANSWER_PLACEMENT "placement"

/* One row. Text fields are never NULL ("" where nothing). */
struct answer {
	int64_t seq;            /* given by the store */
	const char *uuid;
	int64_t person;
	const char *path;       /* pack/unit/id */
	const char *body_hash;
	int64_t version;        /* pack version id */
	const char *sitting;    /* uuid or "" */
	const char *drill, *direction; /* kind of generated drill, "" for an item; "mend" with verdict retry: what was wrong in the answer before, put right */
	uint64_t seed;
	const char *shown;      /* order shown: source numbers, comma separated */
	const char *given;      /* response_write */
	const char *verdict, *reasons; /* verdict_name; reason names, comma separated */
	int mark, maximum, hints;
	int64_t duration_ms;    /* by the monotonic clock */
	int64_t at;             /* UTC ms */
	int offset_min;
	const char *boot;
	int64_t mono_ms;
	const char *language, *front, *program; /* language shown; tui | plain | paper; program version */
	int64_t corrects;       /* seq of the row this one corrects, or 0 */
	const char *words;      /* hash of the word table that typed text was judged with; "" or NULL for none */
};

/* A correction names the row it corrects in `corrects`, which then counts no more.
 * In one commit: the row and, when it belongs to no sitting and no placement, the progress of its path. Durable when it returns true; sets a->seq. */
bool answer_add(struct store *s, struct answer *a, struct err *e);
typedef bool answer_fn(void *ctx, const struct answer *a);
bool answer_each(struct store *s, int64_t person, int64_t from_seq, answer_fn *fn, void *ctx, struct err *e); /* person 0: all */
bool answer_read(struct store *s, int64_t seq, answer_fn *fn, void *ctx, struct err *e); /* that one; fn is not called if there is none */
bool answer_read_standing(struct store *s, int64_t seq, answer_fn *fn, void *ctx, struct err *e); /* the same, if no later row corrects it */
/* Answers to an item (kind of drill `drill`, or "") outside checks that were judged wrong or typo and that no later row corrects. */
bool answer_mistaken_at(struct store *s, const char *path, const char *drill, answer_fn *fn, void *ctx, struct err *e);

/* Judged answers to drills of the words of a pack, the last `most` of them in order. */
struct drill_row {
	int64_t seq;
	const char *path, *drill, *verdict;
	uint64_t seed;
};
typedef bool drill_row_fn(void *ctx, const struct drill_row *r);
bool drill_each(struct store *s, int64_t person, const char *pack, int most, drill_row_fn *fn, void *ctx, struct err *e);

/* Progress: one row per person and path. `tries` counts judged answers and pages; done once an answer was accepted or a page seen. */
struct progress_row {
	const char *path;
	int tries;
	bool done;
	int64_t last_seq;
};
typedef bool progress_row_fn(void *ctx, const struct progress_row *p);
bool progress_each(struct store *s, int64_t person, const char *path_prefix, progress_row_fn *fn, void *ctx, struct err *e);
/* How many people have progress in a pack. */
bool pack_learners(struct store *s, const char *pack, int *out, struct err *e);

/* Deletes the cache and makes it again from the log (in batches). */
bool progress_rebuild(struct store *s, struct err *e);

/* For each unit of each active pack with steps: how many steps it has, how many are done by the person, and when last worked on (seq). */
struct unit_progress {
	const char *pack, *unit;
	int64_t version;
	int steps, done;
	int64_t last_seq;
};
typedef bool unit_progress_fn(void *ctx, const struct unit_progress *u);
bool unit_progress_each(struct store *s, int64_t person, unit_progress_fn *fn, void *ctx, struct err *e);

/* In *out the first step of a unit of an active pack that the person has not tried, counted from 1; 0 if every step was tried. */
bool unit_place(struct store *s, int64_t person, const char *pack, const char *unit, int *out, struct err *e);

/* Unit checks: a sitting has a random id, is one person's, keeps version, seed and drawn items. */
struct sitting {
	const char *id, *check;    /* uuid; "pack/unit" */
	int64_t person, version;
	uint64_t seed;
	int64_t started_at, finished_at; /* ms; finished 0: open */
	int mark, maximum;
	int points, of;            /* the pass mark it was held under */
};
struct sitting_item {
	int position;
	const char *path, *hash;
	bool answered;
	int mark, maximum;         /* of the last judged answer; what the item is worth while there is none */
};
/* ERR_INPUT if one of that person and check is open. `maximum` of the items is what each is worth (at least 1); answered and mark are not read. */
bool sitting_start(struct store *s, const struct sitting *si, const struct sitting_item *items, size_t count, struct err *e);
/* The open sitting of a person for a check, or ERR_ABSENT. */
bool sitting_open(struct store *s, int64_t person, const char *check, struct arena *a, struct sitting *out, struct err *e);
bool sitting_last(struct store *s, int64_t person, const char *check, struct arena *a, struct sitting *out, struct err *e); /* last finished, or ERR_ABSENT */
bool sitting_by_id(struct store *s, const char *id, struct arena *a, struct sitting *out, struct err *e);
bool sitting_items(struct store *s, const char *id, bool (*fn)(void *ctx, const struct sitting_item *i), void *ctx, struct err *e);
/* Adds up the last judged answer per item (none: 0 of its worth) and closes. ERR_ABSENT if it is not open. */
bool sitting_finish(struct store *s, const char *id, int64_t at, struct sitting *out, struct arena *a, struct err *e);
/* Best finished result per check of a person (highest share, then earliest). */
struct best_row {
	const char *check, *sitting;
	int mark, maximum;
	int points, of; /* the pass mark it was held under */
	int64_t at;
};
bool best_each(struct store *s, int64_t person, bool (*fn)(void *ctx, const struct best_row *b), void *ctx, struct err *e);

#endif
