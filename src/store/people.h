/* People, their PINs, enrolments, and the log of staff acts. */
#ifndef SAFAR_STORE_PEOPLE_H
#define SAFAR_STORE_PEOPLE_H

#include "core/arena.h"
#include "core/secret.h"
#include "store/store.h"

enum role { ROLE_LEARNER, ROLE_INSTRUCTOR, ROLE_ADMINISTRATOR };
const char *role_name(enum role r);
bool role_from(const char *name, enum role *r);

struct person {
	int64_t id;           /* 0: not stored yet */
	const char *code;     /* digits, unique */
	const char *name;     /* as written, NFC */
	const char *latin;    /* as in the passport's Latin line; "" if unknown */
	const char *birth;    /* ISO date; "" only for staff */
	const char *region;   /* ISO 3166-2:UZ or "" */
	enum role role;
	const char *language; /* last used, "" if never */
	bool pin_set;
};

/* Inserts (id 0, gets its id) or updates everything but the PIN. A code in use is ERR_INPUT. */
bool person_save(struct store *s, struct person *p, int64_t at, struct err *e);

/* The person with that code or id; texts in `a`. ERR_ABSENT if there is none. */
bool person_by_code(struct store *s, const char *code, struct arena *a, struct person *out, struct err *e);
bool person_by_id(struct store *s, int64_t id, struct arena *a, struct person *out, struct err *e);
bool person_set_language(struct store *s, int64_t id, const char *language, struct err *e);

/* Everyone, or those of one role (role < 0: all), ordered by name key then birth; `find` (may be NULL) matches in code, name key or Latin line. Stops when fn gives false. */
typedef bool person_fn(void *ctx, const struct person *p);
bool person_each(struct store *s, int role, const char *find, person_fn *fn, void *ctx, struct err *e);
/* Those whose name has the same key (case and apostrophes do not matter), by birth. */
bool person_namesakes(struct store *s, const char *name, person_fn *fn, void *ctx, struct err *e);
bool person_count(struct store *s, int role, int64_t *out, struct err *e);
/* The lowest free code of at least four digits above every code in use. */
bool person_free_code(struct store *s, char out[16], struct err *e);

/* PIN state: hash ("" if none), failures in a row, wall ms until which sign-in waits (0: free). */
struct pin_state {
	char hash[PIN_HASH_SIZE];
	int failures;
	int64_t locked_until;
};
bool pin_read(struct store *s, int64_t person, struct pin_state *out, struct err *e);
bool pin_write(struct store *s, int64_t person, const struct pin_state *p, struct err *e);
/* Writes failures and wait only, and only while the PIN is still that of p->hash: *same is false if somebody gave a new one meanwhile. */
bool pin_tries(struct store *s, int64_t person, const struct pin_state *p, bool *same, struct err *e);

struct enrolment {
	const char *programme; /* "pack/programme" */
	const char *departure; /* ISO date or "" */
	int64_t at;
};
bool enrol_save(struct store *s, int64_t person, const struct enrolment *en, struct err *e); /* inserts or changes the departure */
typedef bool enrolment_fn(void *ctx, const struct enrolment *en);
bool enrol_each(struct store *s, int64_t person, enrolment_fn *fn, void *ctx, struct err *e);

/* Append-only: who (person id or 0 for the command line) did what to whom. `detail` never holds a secret. */
bool act_add(struct store *s, int64_t at, int64_t actor, const char *act, const char *subject, const char *detail, struct err *e);
typedef bool act_fn(void *ctx, int64_t seq, int64_t at, int64_t actor, const char *act, const char *subject, const char *detail);
bool act_each(struct store *s, act_fn *fn, void *ctx, struct err *e);

#endif
