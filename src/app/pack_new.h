/* A new pack, filled from the templates that come with safar: a small unit to change and to go on from. */
#ifndef SAFAR_APP_PACK_NEW_H
#define SAFAR_APP_PACK_NEW_H

#include <stdbool.h>
#include <stdint.h>

#include "core/err.h"
#include "pack/source.h"

struct pack_new {
	const char *path;    /* of the folder to make; its last part is the pack's id */
	enum pack_kind kind;
	const char *teaches; /* BCP 47; NULL is refused for a pack that teaches a language, else nl: whose words stand in it */
	const char *title;   /* NULL: that of the template */
	const char *author;  /* NULL: none named */
	int64_t today;       /* day since 1970-01-01: on which its facts were looked up */
};

/* Makes the folder with all its files at once, or nothing: refuses a path that is there, a name that is no id, a language without a template. Templates are read from
 * $SAFAR_DATADIR/templates, else from the installed data folder. */
bool pack_new(const struct pack_new *n, struct err *e);

/* The kind with that name; false if there is none. */
bool pack_kind_from(const char *name, enum pack_kind *out);

#endif
