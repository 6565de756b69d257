/* A YAML (or JSON) document as a tree of nodes that remember where they stood: every scalar is text. */
#ifndef SAFAR_PACK_NODE_H
#define SAFAR_PACK_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/str.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

/* Limits of every document read. */
enum {
	NODE_DEPTH_MAX = 32,
	NODE_SCALAR_MAX = 64 * 1024,        /* bytes */
	NODE_FILE_MAX = 16 * 1024 * 1024,   /* bytes */
};

struct node {
	enum node_kind kind;
	const char *key;   /* its key where it stands in a map, else NULL */
	const char *text;  /* of a scalar: NFC; never NULL there */
	struct node *first, *next; /* children of a list or map in order; sibling */
	struct node *last; /* newest child, so that appending is cheap */
	size_t count;      /* children */
	const char *file;  /* as the author names it */
	int line, column;  /* of the value, from 1 */
	int key_line, key_column; /* of the key, from 1; 0 where there is none */
};

/* Parses the one document in `bytes`. Everything is copied into `arena`. On a fault adds the first one to `diags` and gives NULL:
 * broken syntax, tabs, several documents, anchors, aliases, tags, duplicate keys, keys that are no scalars, invalid UTF-8, unsafe characters
 * (text_first_unsafe), limits. An empty document is a fault too. */
struct node *node_parse(struct arena *arena, const char *bytes, size_t n, const char *file, struct diag_list *diags);

/* The child with that key, or NULL (also if `map` is NULL or no map). */
const struct node *node_get(const struct node *map, const char *key);

/* Text of the scalar child with that key, or NULL. */
const char *node_text(const struct node *map, const char *key);

/* Appends the tree as compact JSON, keys in source order, every scalar a string; node_parse reads it back to the same tree. This is
 * how item bodies are stored and hashed. Children of maps whose key is in `without` (NULL-ended, may be NULL) are left out at the top level only. */
void node_write_json(const struct node *n, const char *const *without, struct str *out);

/* Building by hand (assembling a unit from stored bodies, tests). */
struct node *node_new(struct arena *a, enum node_kind kind, const char *key, const char *text);
void node_append(struct node *parent, struct node *child);

/* Shape helpers that report at the node's place; all give false after adding an error. */
bool node_fault(struct diag_list *d, const struct node *n, const char *cure, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
bool node_warn(struct diag_list *d, const struct node *n, const char *cure, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* The same node with the place of its key, for faults of the key itself. */
struct node node_at_key(const struct node *n);

struct node_key {
	const char *name;
	enum node_kind kind;
	bool required;
	bool or_list; /* NODE_SCALAR: a list of scalars, at least one, will do as well */
};
/* Whether `map` is a map with only these keys (table ended by a NULL name), each of its kind, all required ones there, no scalar empty. For an
 * unknown key the cure names the nearest known one. `what` names the thing in messages ("a word"). Reports every fault, not only the first. */
bool node_check_keys(const struct node *map, const char *what, const struct node_key *keys, struct diag_list *d);

/* Shapes of scalars: [a-z0-9]+(-[a-z0-9]+)* up to 40 characters; integer in lo..hi. They report and give false. */
bool node_check_id(const struct node *n, struct diag_list *d);
bool node_int(const struct node *n, int lo, int hi, int *out, struct diag_list *d);

#endif
