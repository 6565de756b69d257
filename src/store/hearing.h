/* Texts that are read to the room: the scripts of an exam, those a session hears, and each time one was played. */
#ifndef SAFAR_STORE_HEARING_H
#define SAFAR_STORE_HEARING_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

struct script_row {
	const char *id, *topic, *title, *say; /* title "": none */
};
/* Installing. */
bool pack_add_script(struct store *s, int64_t version, const char *exam, int position, const struct script_row *r, struct err *e);
typedef bool script_row_fn(void *ctx, const struct script_row *r);
bool script_each(struct store *s, int64_t version, const char *exam, script_row_fn *fn, void *ctx, struct err *e); /* in their order */
/* `path` is "pack/exam/script": in how many sessions it was heard. */
bool script_used(struct store *s, const char *path, int *out, struct err *e);

/* What a session hears, drawn once. */
bool hearing_add(struct store *s, int64_t session, int section, int64_t seed, int64_t at, struct err *e);
struct heard_row {
	int position, stratum; /* position from 1; stratum: row of the section's draw */
	const char *path;
	int plays;             /* so far */
	int64_t played_at;     /* the last time anything of the session was played; 0: never */
};
bool heard_add(struct store *s, int64_t session, const struct heard_row *r, struct err *e);
typedef bool heard_row_fn(void *ctx, const struct heard_row *r);
bool heard_each(struct store *s, int64_t session, heard_row_fn *fn, void *ctx, struct err *e); /* by position; nothing before the room has begun */

struct play_row {
	int64_t session, at, actor;
	int position;
	const char *why, *text; /* "" within the limit */
};
bool play_add(struct store *s, const struct play_row *r, struct err *e);

#endif
