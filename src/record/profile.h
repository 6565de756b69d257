/* The closed shape of our credentials: Open Badges 3.0 (1EdTech, December 2024) on the W3C Verifiable Credentials data model 2.0, cut down to keys whose
 * meaning as RDF is known here, so that no JSON-LD processor is needed. Unknown keys are refused, because other programs would not see them as signed. */
#ifndef SAFAR_RECORD_PROFILE_H
#define SAFAR_RECORD_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "core/err.h"

/* What stands under a key, and how it is written as RDF. */
enum profile_value {
	VALUE_CONTEXT, /* the two contexts, in order; not RDF */
	VALUE_ID,      /* the IRI of the node */
	VALUE_TYPE,    /* one or several of the node's types */
	VALUE_TEXT,    /* a literal */
	VALUE_TIME,    /* a literal of type dateTime */
	VALUE_FLAG,    /* a boolean */
	VALUE_URI,     /* a literal of type anyURI */
	VALUE_NODE,    /* another node */
	VALUE_NODES,   /* a list of nodes, not empty */
	VALUE_PROOF,   /* read by proof.c */
};

struct profile_node;
struct profile_key {
	const char *name;
	enum profile_value value;
	bool needed;
	const char *predicate;           /* IRI; NULL where none is written */
	const struct profile_node *node; /* of VALUE_NODE and VALUE_NODES */
};
struct profile_type {
	const char *name, *iri;
};
struct profile_node {
	const char *name;                 /* for messages */
	const struct profile_key *keys;   /* ends with a NULL name */
	const struct profile_type *types; /* all of them, in this order; ends with a NULL name. NULL: has no type */
};
extern const struct profile_node profile_credential;

enum { PROFILE_CONTEXTS = 2, CREDENTIAL_BYTES_MAX = 64 * 1024 };
extern const char *const profile_contexts[PROFILE_CONTEXTS];

/* Whether a text is a time in the one form of records, 2026-05-01T09:00:00Z, so that times compare as texts. */
bool profile_time(const char *text);

/* Reads JSON text strictly: UTF-8, one value, no key twice, no NUL, at most CREDENTIAL_BYTES_MAX. The caller releases it with json_decref; NULL says why not. */
json_t *credential_read(const char *text, size_t n, struct err *e);

/* Whether it is one of ours in shape: known keys only, needed ones there, types as they must be, texts without control characters, ids that are IRIs, no id
 * twice. Says nothing about signatures. */
bool profile_check(const json_t *credential, struct err *e);

#endif
