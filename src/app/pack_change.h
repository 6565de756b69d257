/* What a new version of a pack changes against the one before. */
#ifndef SAFAR_APP_PACK_CHANGE_H
#define SAFAR_APP_PACK_CHANGE_H

#include "app/packs.h"

/* Compares two installed versions; `before` 0: everything is new. */
bool pack_change_find(struct app *app, int64_t before, int64_t version, struct pack_change *out, struct err *e);

#endif
