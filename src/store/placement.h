/* Placements of a person in courses, and the units they let skip. */
#ifndef SAFAR_STORE_PLACEMENT_H
#define SAFAR_STORE_PLACEMENT_H

#include "store/store.h"

struct placement_row {
	int64_t id, person;
	const char *pack;
	uint64_t seed;			 /* its last ten bits are 0: they number the questions */
	int64_t begun_at, finished_at; /* ms; finished 0: open */
	int known;			 /* units */
};
/* One of a person and pack can be open: ERR_INPUT for a second. Sets p->id. */
bool placement_start(struct store *s, struct placement_row *p, struct err *e);
/* The open one, or the one finished last; out->id is 0 where there is none. `pack` is borrowed. */
bool placement_last(struct store *s, int64_t person, const char *pack, struct placement_row *out, struct err *e);

/* Closes it; the first `count` of `units` are skipped from now on, and no others of that pack. In one commit. */
bool placement_finish(struct store *s, const struct placement_row *p, int64_t at, const char *const *units, size_t count, struct err *e);

/* Judged answers of a placement, in order. */
struct placement_answer {
	const char *path, *direction, *verdict;
	uint64_t seed;
};
typedef bool placement_answer_fn(void *ctx, const struct placement_answer *a);
bool placement_answers(struct store *s, const struct placement_row *p, placement_answer_fn *fn, void *ctx, struct err *e);

/* The units of a version in their order, with the words and phrases that each has. */
typedef bool placement_unit_fn(void *ctx, const char *unit, int words);
bool placement_units(struct store *s, int64_t version, placement_unit_fn *fn, void *ctx, struct err *e);

/* Units of active packs that a person skips; `words`: those the person has no card of. */
typedef bool skipped_fn(void *ctx, const char *pack, const char *unit, int words);
bool skipped_each(struct store *s, int64_t person, skipped_fn *fn, void *ctx, struct err *e);

#endif
