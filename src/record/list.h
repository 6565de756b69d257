/* Lists that travel as files and are signed: which issuers a verifier trusts, and which certificates were withdrawn. */
#ifndef SAFAR_RECORD_LIST_H
#define SAFAR_RECORD_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/sign.h"
#include "core/str.h"

enum list_kind { LIST_TRUST, LIST_REVOKED };
enum { LIST_BYTES_MAX = 16 * 1024 * 1024, LIST_ENTRIES_MAX = 100000 };

/* Texts are never NULL; times as 2026-05-01T09:00:00Z, "" where there is none. */
struct list_entry {
	const char *id;        /* did:key of an issuer, or urn:uuid of a certificate */
	const char *name;      /* trust: legal name; revoked: "" */
	const char *telephone; /* trust; may be "" */
	const char *from;      /* trust: issues from; revoked: withdrawn on */
	const char *until;     /* trust: issues until, or "" */
	const char *reason;    /* revoked; may be "" */
};
struct list {
	enum list_kind kind;
	const char *signer; /* did:key of who signed the list */
	const char *issued; /* when */
	uint64_t sequence;  /* grows with each list of a signer: a lower one is an older list */
	struct list_entry *entries;
	size_t count;
};

/* Signs and appends the file (compact JSON, eddsa-jcs-2022). `list->signer` is not read: it is the owner of `key`. */
bool list_add(struct str *out, const struct list *list, const struct sign_key *key, struct err *e);

/* Reads a file and checks that its signature holds under the did:key it names, that nothing unknown is in it, that ids and
 * times have their form, and that no id stands twice. Whether that signer
 * may make lists is for the caller to know. Texts in `a`. */
bool list_read(const char *text, size_t n, struct arena *a, struct list *out, struct err *e);

/* Whether an entry could stand in a list of that kind and be read again: its id, its times, texts of one line. No field of it is NULL. */
bool list_entry_sound(enum list_kind kind, const struct list_entry *entry);

/* The entry of an id, or NULL. */
const struct list_entry *list_find(const struct list *list, const char *id);

#endif
