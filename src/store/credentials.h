/* Signed certificates: added whole, never changed; what became of them; lists of those withdrawn. */
#ifndef SAFAR_STORE_CREDENTIALS_H
#define SAFAR_STORE_CREDENTIALS_H

#include "core/arena.h"
#include "store/store.h"

struct credential_row {
	const char *serial, *uuid;               /* serial as serial_format writes it */
	int64_t person;
	const char *code, *name;                 /* of the person as it stands now; not read by credential_add */
	const char *programme, *programme_title, *destination, *latin, *birth, *salt, *issuer, *issuer_name; /* issuer: did:key */
	int64_t officer, second;
	const char *officer_name, *second_name;
	int64_t issued_at;
	const char *valid_until;                 /* ISO date, the last day */
	const char *replaces, *replaced_by;      /* serials, "" for none */
	const char *ended, *reason;              /* "", "revoked" or "reissued", and why */
	int64_t ended_at;
	const char *ended_by, *ended_second;
	const char *json, *compact;              /* "" when listed */
};
/* One exam it stands on, and what was reached in its parts. */
struct credential_exam_row {
	int position;                            /* from 0 */
	const char *sitting, *exam, *title, *day, *room, *language;
};
struct credential_result_row {
	int exam;                                /* position of it */
	const char *skill, *title;               /* skill "": the whole exam */
	int mark, maximum, needed, scale;        /* in units of 1/scale points; maximum 0: not examined; needed 0: no minimum */
};

/* Inside a transaction. *taken: serial or uuid stands there already, nothing was written. */
bool credential_add(struct store *s, const struct credential_row *c, bool *taken, struct err *e);
bool credential_add_exam(struct store *s, const char *serial, const struct credential_exam_row *r, struct err *e);
bool credential_add_result(struct store *s, const char *serial, int position, const struct credential_result_row *r, struct err *e);

typedef bool credential_fn(void *ctx, const struct credential_row *c);
bool credential_each(struct store *s, int64_t person, credential_fn *fn, void *ctx, struct err *e); /* person 0: all; the newest first */
bool credential_by_serial(struct store *s, const char *serial, struct arena *a, struct credential_row *out, struct err *e); /* ERR_ABSENT */
typedef bool credential_exam_fn(void *ctx, const struct credential_exam_row *r);
bool credential_exams(struct store *s, const char *serial, credential_exam_fn *fn, void *ctx, struct err *e);
typedef bool credential_result_fn(void *ctx, const struct credential_result_row *r);
bool credential_results(struct store *s, const char *serial, credential_result_fn *fn, void *ctx, struct err *e);
/* Whether a certificate of that programme stands on the sitting, in force or not. */
bool credential_used(struct store *s, const char *sitting, const char *programme, bool *out, struct err *e);

struct credential_event_row {
	const char *serial, *act, *actor_name, *second_name, *reason; /* act: issued | revoked | reissued */
	int64_t at, actor, second;
};
/* *taken: it was withdrawn before. */
bool credential_event_add(struct store *s, const struct credential_event_row *r, bool *taken, struct err *e);

/* Withdrawn certificates, whichever key signed them, in the order in which they were. */
typedef bool credential_withdrawn_fn(void *ctx, const char *uuid, int64_t at, const char *reason, const char *serial);
bool credential_withdrawn(struct store *s, credential_withdrawn_fn *fn, void *ctx, struct err *e);

/* The sequence of the last list made here, 0 for none; and a new one, which must be higher. */
bool credential_list_last(struct store *s, int64_t *sequence, struct err *e);
bool credential_list_add(struct store *s, int64_t sequence, int64_t at, const char *signer, int count, struct err *e);

#endif
