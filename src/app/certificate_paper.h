/* Certificates on paper: what the store has of one, in the languages that are asked for, printed. */
#ifndef SAFAR_APP_CERTIFICATE_PAPER_H
#define SAFAR_APP_CERTIFICATE_PAPER_H

#include "app/app.h"
#include "app/paper.h"
#include "record/certificate_paper.h"

/* Reads "nl,uz": one or two different tags of core/i18n.h into `out`. NULL or "": the reader's own and Dutch (English, where the reader's own is Dutch). ERR_USAGE names what is wrong. */
bool certificate_languages(const struct app *app, const char *list, struct certificate_paper *out, struct err *e);

/* What stands on a signed certificate, in `a`; languages and the checker's address are the caller's. ERR_DENIED for one that was withdrawn. */
bool certificate_real(struct app *app, const char *serial, struct arena *a, struct certificate_paper *paper, struct err *e);

/* Prints the certificate with that serial. ERR_ABSENT for an unknown one. */
bool certificate_print(struct app *app, const char *serial, const char *languages, enum paper_format f, const char *path, struct err *e);

/* Where a stranger gets the checker: the agency's address, a setting of the site; "" while none is set. At most ADDRESS_BYTES_MAX bytes. */
enum { ADDRESS_BYTES_MAX = 200 };
bool checker_address(struct app *app, char out[ADDRESS_BYTES_MAX + 1], struct err *e);
bool checker_set_address(struct app *app, const char *address, struct err *e);

#endif
