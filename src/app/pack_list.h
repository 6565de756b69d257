/* The installed packs as people see them. Apart from packs.h, so that a session need not load what reads archives. */
#ifndef SAFAR_APP_PACK_LIST_H
#define SAFAR_APP_PACK_LIST_H

#include "app/app.h"

struct pack_listing {
	const char *pack, *version;
	const char *title; /* in the app's language */
	int64_t installed_at;
};

/* Active packs by id, in `a`. For staff: ERR_DENIED for others. */
bool pack_list_load(struct app *app, struct arena *a, struct pack_listing **out, size_t *count, struct err *e);

#endif
