/* What the files of app/credential.h share. */
#ifndef SAFAR_APP_CREDENTIAL_INSIDE_H
#define SAFAR_APP_CREDENTIAL_INSIDE_H

#include "app/credential.h"
#include "app/results.h"
#include "core/sign.h"
#include "store/credentials.h"

enum { CREDENTIAL_EXAMS_MAX = 16 };

/* What a certificate of a person and programme would stand on. */
struct credential_basis {
	const struct installed_programme *programme;
	const struct exam_best *exams[CREDENTIAL_EXAMS_MAX]; /* in the order of the programme */
	size_t count;
	int64_t last_day;                      /* of the certificate, days since 1970-01-01 */
	const char *why;                       /* translated: where the identities differ; "" if they are the same */
};

/* Whether every requirement is met for real by results that stand in no certificate yet; then fills `out`, in `a`. False with nothing in `e`: not met. */
bool credential_basis_find(struct app *app, const struct installed_programme *ip, const struct results *results, int64_t person, struct arena *a,
			   struct credential_basis *out, struct err *e);

/* Opens the key at `path` (NULL: the site's). The caller wipes it. */
bool credential_key_open(struct app *app, const char *path, const char *phrase, struct sign_key *out, struct err *e);

/* Its did:key, in `a`. */
const char *credential_did(const struct sign_key *key, struct arena *a);

/* Signs and stores one certificate, inside the caller's transaction. `c` says whose it is and who issues it; serial, uuid, salt, json and compact are filled in, in `a`. `document` only
 * as its digest. */
struct credential_exam_rows {
	struct credential_exam_row *exams;
	size_t count;
	struct credential_result_row *results; /* by exam */
	size_t result_count;
};
bool credential_store(struct app *app, struct credential_row *c, const char *document, const struct credential_exam_rows *rows, const struct sign_key *key, struct arena *a,
		      struct err *e);

/* "2.5": marks in units of 1/scale points, in `a`. */
const char *credential_points(struct arena *a, int mark, int scale);

/* An administrator is signed in, and `second` is another member of staff, in `a`. */
bool credential_may(struct app *app, int64_t second, struct arena *a, struct person *out, struct err *e);

#endif
