/* Readiness: which requirements of a programme are met, and the practice certificate when all are. */
#ifndef SAFAR_APP_READINESS_H
#define SAFAR_APP_READINESS_H

#include "app/app.h"
#include "core/str.h"

/* Compares a person's best results with the programmes they are enrolled in; writes new completions and certificates inside the caller's transaction or its own.
 * `serial` (may be NULL) gets the serial of a certificate issued now, else "". */
bool readiness_update(struct app *app, int64_t person, char serial[24], struct err *e);

/* The certificate as text. ERR_ABSENT for an unknown serial. */
bool certificate_show(struct app *app, const char *serial, struct str *out, struct err *e);

/* Programmes on offer, titles in the reader's language. */
struct programme_choice {
	const char *path, *title;
};
bool programmes_list(struct app *app, struct arena *a, struct programme_choice **out, size_t *count, struct err *e);

#endif
