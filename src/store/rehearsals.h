/* Seats that were tried before their session, and what a rehearsal asks the store. Sittings know nothing of it. */
#ifndef SAFAR_STORE_REHEARSALS_H
#define SAFAR_STORE_REHEARSALS_H

#include "store/exams.h"

struct rehearsal_row {
	int64_t session, at;
	int seat, answered;           /* of the questions to try */
	const char *terminal, *front; /* front when kept only */
};
bool rehearsal_keep(struct store *s, const struct rehearsal_row *r, struct err *e);
/* Of each seat the try at which most was answered, the last of these; by seat. */
typedef bool rehearsal_fn(void *ctx, const struct rehearsal_row *r);
bool rehearsal_each(struct store *s, int64_t session, rehearsal_fn *fn, void *ctx, struct err *e);

/* The latest instant (UTC ms) of the logs of answers, exams and acts; 0 where nothing is logged. */
bool store_latest(struct store *s, int64_t *out, struct err *e);

#endif
