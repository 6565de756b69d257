/* The verifier's page with an agency's lists in it. */
#ifndef SAFAR_APP_TRUST_PAGE_H
#define SAFAR_APP_TRUST_PAGE_H

#include <stdbool.h>

#include "core/err.h"
#include "core/str.h"

/* Appends the page (from $SAFAR_DATADIR/web, else the installed data folder) with the lists of `folder`; both have to be there and sound. */
bool trust_page(struct str *out, const char *folder, struct err *e);

#endif
