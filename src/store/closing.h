/* What a closed session leaves behind in a file: JSON objects made by the store itself, so that nothing is left out on the way. */
#ifndef SAFAR_STORE_CLOSING_H
#define SAFAR_STORE_CLOSING_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

/* One JSON object on one line; seat 0 and sitting "" for the session, which comes first, then the sittings by seat. Borrowed. ERR_ABSENT for an unknown session. */
typedef bool closing_fn(void *ctx, int seat, const char *sitting, const char *json);
bool closing_each(struct store *s, int64_t session, const char *site, int64_t at, const char *program, closing_fn *fn, void *ctx, struct err *e);

#endif
