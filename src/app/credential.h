/* Certificates that prove something: who is ready for one, issuing, withdrawing, what was issued. Practice certificates are app/readiness.h. */
#ifndef SAFAR_APP_CREDENTIAL_H
#define SAFAR_APP_CREDENTIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "app/exam.h"
#include "core/str.h"
#include "exam/serial.h"

enum {
	CREDENTIAL_MONTHS = 24,  /* how long a certificate holds where no exam says how long its results do */
	CREDENTIAL_REASON_MAX = 200,
};

/* --- who is ready --- */

/* A person who has passed every live exam that a programme asks for, and has no certificate for these results. */
struct credential_candidate {
	int64_t person;
	const char *code, *name;               /* of the person */
	const char *programme, *title;         /* path; title in the reader's language */
	const char *latin, *birth, *document;  /* as frozen in the newest sitting */
	const char *until;                     /* ISO date: the last day of the certificate */
	bool ready;                            /* the identity is the same in all sittings */
	const char *why;                       /* translated: where it is not; "" if ready */
};
/* By name, in `a`. Administrators only. */
bool credential_candidates(struct app *app, struct arena *a, struct credential_candidate **out, size_t *count, struct err *e);

/* --- issuing --- */

/* Told after each certificate; false stops, what was issued stays. */
typedef bool credential_told_fn(void *ctx, size_t done, size_t all, const char *serial, const char *name);
struct credential_order {
	const int64_t *people;                 /* NULL: everybody who is ready */
	size_t count;
	const char *key_file;                  /* NULL: the site's */
	const char *phrase;                    /* of the key; the caller wipes it */
	int64_t second;                        /* from exam_witness */
	credential_told_fn *told;              /* may be NULL */
	void *ctx;
};
/* Issues to those who are ready, one transaction each: after a power cut there are whole certificates, and the others are still ready. An administrator is signed in, on the
 * command line too. ERR_DENIED for a wrong pass phrase, or without two people; ERR_INPUT naming who cannot be issued to: those before keep theirs. *issued counts. */
bool credential_issue(struct app *app, const struct credential_order *o, int *issued, struct err *e);

/* Withdraws for ever. `reason` is published in the list of withdrawn certificates. */
bool credential_revoke(struct app *app, const char *serial, const char *reason, int64_t second, struct err *e);

/* Who a certificate is about, in `a`: what issuing anew begins with. document is "" where it was put right on this certificate, as only its digest was kept. Administrators only. */
bool credential_identity(struct app *app, const char *serial, struct arena *a, struct exam_identity *out, struct err *e);

/* Withdraws and issues anew on the same results, until the same day; `serial_new` gets the new serial. `identity` (NULL: as it was): a field that is not NULL is corrected; ERR_INPUT
 * without the document's number where credential_identity knows none. Either both happen or nothing. Of `o` people, told and ctx are not read. */
bool credential_reissue(struct app *app, const char *serial, const char *reason, const struct exam_identity *identity, const struct credential_order *o,
			char serial_new[SERIAL_SIZE], struct err *e);

/* The signed list of all that was withdrawn here, also of certificates that another key signed (one given up, or the issuer's where the agency signs the list), as a file. Its sequence is the next one, or `least` if that is higher; kept in the store. *count says how many it names. */
bool credential_withdrawn_list(struct app *app, const char *key_file, const char *phrase, int64_t least, struct str *out, int *count, struct err *e);

/* The site's key file: the setting, else beside the store. The key is never in the store. */
bool credential_key_path(struct app *app, struct str *out, struct err *e);
bool credential_set_key(struct app *app, const char *path, struct err *e); /* must be a key file; "" takes the setting back */
/* The legal name that stands on certificates: the setting, else the centre's. */
bool credential_issuer(struct app *app, struct arena *a, const char **out, struct err *e); /* in `a`; ERR_INPUT if there is no name */
bool credential_set_issuer(struct app *app, const char *name, struct err *e); /* "" takes the setting back */
/* The telephone that papers and the screen name for questions, "" while none is set. It is the issuer's of today and stands in no signed file: verifiers believe the one of their
 * list of trust. */
enum { CREDENTIAL_TELEPHONE_MAX = 40 }; /* bytes */
bool credential_telephone(struct app *app, struct arena *a, const char **out, struct err *e); /* in `a` */
bool credential_set_telephone(struct app *app, const char *number, struct err *e); /* digits, spaces and + ( ) / . -; "" takes it back */

/* --- what was issued --- */

enum credential_state { CREDENTIAL_VALID, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED, CREDENTIAL_REISSUED };
const char *credential_state_name(enum credential_state s); /* "valid" …: as the command line lists it */

struct credential_result_view {
	const char *skill;                     /* name of exam/blueprint.h, "" for the whole exam */
	const char *title;                     /* of the part, as in the pack's source language; of a skill that was not examined its name */
	const char *points;                    /* "18 of 25", "not examined": in the reader's language */
	const char *needed;                    /* "5": the minimum, or "" */
	bool examined;
};
struct credential_exam_view {
	const char *path, *title, *day, *room, *language; /* path as the programme names it; title in its source language */
	const struct credential_result_view *results; /* the whole first */
	size_t count;
};
/* Everything that stands on it; texts in `a` or borrowed from nothing. */
struct credential_view {
	const char *serial, *uuid, *json, *compact;
	int64_t person;
	const char *code, *name;               /* of the person, as the centre knows it */
	const char *latin, *birth;
	const char *programme, *title, *destination; /* title in its source language */
	const char *issuer, *issuer_name, *print; /* did:key, legal name, fingerprint of the key */
	const char *telephone;                 /* of the issuer today, "" while none is set; in lists always "" */
	const char *officer, *second;
	const char *issued_on, *until;         /* ISO dates */
	enum credential_state state;
	const char *ended_on, *reason, *replaces, *replaced_by; /* "" where there is none */
	const struct credential_exam_view *exams;
	size_t count;
};
/* Of a serial as anybody types it. Staff see all, a learner the own. ERR_INPUT where the digits do not fit, ERR_ABSENT. */
bool credential_view(struct app *app, const char *serial, struct arena *a, struct credential_view *out, struct err *e);

/* The certificate as text for the screen, at most 76 columns wide, in the reader's language. */
bool credential_text(struct app *app, const char *serial, struct str *out, struct err *e);

/* Lists, the newest first; person 0: all. Texts borrowed; json and compact are "", exams are not filled. */
typedef bool credential_view_fn(void *ctx, const struct credential_view *v);
bool credential_list(struct app *app, int64_t person, credential_view_fn *fn, void *ctx, struct err *e);

#endif
