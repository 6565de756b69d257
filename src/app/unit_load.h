/* One unit of an installed version, read back from its stored bodies. */
#ifndef SAFAR_APP_UNIT_LOAD_H
#define SAFAR_APP_UNIT_LOAD_H

#include "learn/course.h"
#include "store/packs.h"

struct loaded_unit {
	struct unit *unit;
	struct unit_row *rows; /* as stored, bodies parsed */
	const char **hashes;   /* of the bodies, one per row */
	size_t count;
};

/* Everything in `a`. ERR_ABSENT if the version has no such unit; ERR_STORE if its bodies do not make a unit. `teaches` "" where no language is taught. */
bool unit_load(struct store *s, int64_t version, const char *unit, const char *teaches, struct arena *a, struct loaded_unit *out, struct err *e);

/* Hash of the body of the thing with that id, "" if there is none. */
const char *loaded_hash(const struct loaded_unit *u, const char *id);

/* The node of a stored body (compact JSON); NULL if it is damaged. */
const struct node *body_node(struct arena *a, const char *body);

#endif
