/* Sealed banks as they are kept: files that were announced, the bank of each session of a live exam, its questions while it is open. */
#ifndef SAFAR_STORE_SEALED_H
#define SAFAR_STORE_SEALED_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "store/exams.h"
#include "store/packs.h"
#include "store/store.h"

/* A version of kind exam that is never active, of what the header of the file with this digest says; p->id is filled. */
bool sealed_announce(struct store *s, struct pack_row *p, int64_t actor, struct err *e);
/* The version of an announced file; 0: it was not. */
bool sealed_known(struct store *s, const char *digest, int64_t *version, struct err *e);
/* A version for one session: a copy of an announced one, with one of its exams. */
bool sealed_copy(struct store *s, int64_t announced, const char *exam, int64_t at, int64_t *version, struct err *e);

struct bank_use {
	int64_t version, opened_at, first, second, closed_at; /* times in ms, 0: not yet */
	const char *digest;                                  /* of the sealed file */
};
bool bank_use_add(struct store *s, int64_t session, int64_t version, struct err *e);
/* *found is false for a session of a practice exam. */
bool bank_use_get(struct store *s, int64_t session, struct arena *a, struct bank_use *out, bool *found, struct err *e);
/* ERR_INPUT if it was opened or closed already. */
bool bank_use_open(struct store *s, int64_t session, int64_t at, int64_t first, int64_t second, struct err *e);
/* Closes it, and empties what nobody was given: questions, texts not heard, their translations. `pack` is the pack's id. */
bool bank_use_close(struct store *s, int64_t session, int64_t version, const char *pack, int64_t at, struct err *e);
/* What was emptied shall not be found in the file either; outside a transaction, as far as other terminals let it. */
bool bank_wipe(struct store *s, struct err *e);

/* Opening, inside one transaction. *there is false if the exam is not among those that were announced so. */
bool sealed_set_exam(struct store *s, int64_t version, const struct exam_row *r, bool *there, struct err *e);
bool sealed_add_item(struct store *s, int64_t version, const char *exam, int position, const struct exam_bank_row *r, const char *body, struct err *e);
/* A question is drawn: its body becomes part of the record. Nothing for versions that are not sealed. */
bool sealed_draw(struct store *s, int64_t version, const char *hash, struct err *e);

/* Questions of the bank that was opened last for an exam, with the number of forms each stood in. Nothing before it was opened once. */
struct bank_count_row {
	const char *id, *topic, *skill, *script; /* script "": none */
	int showings;
};
typedef bool bank_count_fn(void *ctx, const struct bank_count_row *r);
bool bank_counts(struct store *s, const char *pack, const char *exam, bank_count_fn *fn, void *ctx, struct err *e);
/* In how many forms the questions about a text stood; `prefix` is "pack/exam/". */
bool script_showings(struct store *s, const char *prefix, int64_t version, const char *exam, const char *script, int *out, struct err *e);

/* Bodies of exercises and questions that learners can meet. */
typedef bool met_body_fn(void *ctx, const char *path, const char *body);
bool met_bodies(struct store *s, met_body_fn *fn, void *ctx, struct err *e);

#endif
