/* Fulfilled requirements and practice certificates: frozen at the moment they were reached, names included. */
#ifndef SAFAR_STORE_CERTIFICATES_H
#define SAFAR_STORE_CERTIFICATES_H

#include "core/arena.h"
#include "store/store.h"

/* One row per person × programme × requirement, written once and never changed (triggers). What is exported. */
struct completion {
	int64_t person;
	const char *code, *name, *latin, *birth, *region; /* as they stood then */
	const char *programme, *programme_title, *destination; /* "pack/programme" */
	const char *requirement, *requirement_title;
	int mark, maximum;
	int64_t completed_at;
	const char *serial;      /* of the certificate, "" while there is none */
	int64_t issued_at;       /* 0 while there is none */
};
bool completion_add(struct store *s, const struct completion *c, bool *added, struct err *e); /* false in *added if it was there */

struct certificate {
	const char *serial;
	int64_t person;
	const char *code, *name, *latin, *birth, *region, *programme, *programme_title, *destination;
	int64_t issued_at;
	bool practice;
};
/* Freezes the certificate; its completions get the serial through a join, never by change. ERR_INPUT if serial or (person, programme) is taken. */
bool certificate_add(struct store *s, const struct certificate *c, struct err *e);
typedef bool certificate_fn(void *ctx, const struct certificate *c);
bool certificate_each(struct store *s, int64_t person, certificate_fn *fn, void *ctx, struct err *e); /* person 0: all */
bool certificate_by_serial(struct store *s, const char *serial, struct arena *a, struct certificate *out, struct err *e);

/* Filter of an export: completed_at in [since, until) ms, 0: open; programme "" or NULL: all. */
struct completion_filter {
	int64_t since, until;
	const char *programme;
};
typedef bool completion_fn(void *ctx, const struct completion *c);
/* In the order completed_at, person, programme, requirement; constant memory. */
bool completion_each(struct store *s, const struct completion_filter *f, completion_fn *fn, void *ctx, struct err *e);
bool completion_count(struct store *s, const struct completion_filter *f, int64_t *out, struct err *e);
/* Of one person and programme, with their certificate joined. */
bool completion_of(struct store *s, int64_t person, const char *programme, completion_fn *fn, void *ctx, struct err *e);

#endif
