/* What a lesson and a check have in common: filling the row of the answer log. */
#ifndef SAFAR_APP_ANSWERING_H
#define SAFAR_APP_ANSWERING_H

#include "app/app.h"
#include "learn/form.h"
#include "learn/grade.h"
#include "store/log.h"

/* What is being answered. */
struct asked {
	const char *path, *body_hash, *sitting; /* sitting "" in lessons */
	int64_t version, shown_mono;            /* when it appeared, monotonic ms */
	uint64_t seed;
	int hints;
	const char *drill, *direction;          /* of a generated drill, see app/review.h; NULL for an item */
	const char *words;                      /* hash of the word table that judged typed text; "" or NULL for none */
};

/* Writes the row durably, and with it what a drill means for the card of its word; `r` and `form` may be NULL for a page that was read. Gives its seq, or 0 and the fault. */
int64_t answering_store(struct app *app, const struct asked *q, const struct form *form, const struct response *r, const struct grade *g, struct err *e);

#endif
