#include "config.h"
#include "record/nquads.h"

#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "record/profile.h"

#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define XSD_TIME "http://www.w3.org/2001/XMLSchema#dateTime"
/* https: the badge context has it so */
#define OB_FLAG "https://www.w3.org/2001/XMLSchema#boolean"
#define OB_URI "https://www.w3.org/2001/XMLSchema#anyURI"
#define SEC "https://w3id.org/security#"

/* A node: its IRI in angle brackets, or one of the blanks. */
struct name {
	const char *iri; /* NULL: blank */
	size_t blank;
};
struct quad {
	struct name subject;
	const char *predicate;
	struct name node;    /* the object, if `literal` is NULL */
	const char *literal; /* as written */
};
struct graph {
	struct arena *arena;
	struct quad *quads;
	size_t count, room, blanks;
};

static const char *angled(struct arena *a, const char *iri)
{
	return arena_printf(a, "<%s>", iri);
}

static void add_quad(struct graph *g, struct quad q)
{
	g->quads = arena_grow(g->arena, g->quads, g->count, &g->room, sizeof(*g->quads));
	g->quads[g->count++] = q;
}

static const char *quoted(struct arena *a, const char *text, const char *type)
{
	struct str s;
	str_init(&s);
	str_addc(&s, '"');
	for (; *text; text++) { /* control characters never get here */
		if (*text == '"' || *text == '\\')
			str_addc(&s, '\\');
		str_addc(&s, *text);
	}
	str_addc(&s, '"');
	if (type)
		str_addf(&s, "^^<%s>", type);
	const char *out = arena_strdup(a, s.buf);
	str_release(&s);
	return out;
}

static struct name add_node(struct graph *g, const json_t *node, const struct profile_node *shape);

static void add_value(struct graph *g, struct name subject, const struct profile_key *key, const struct profile_node *shape, const json_t *value)
{
	const char *predicate = key->predicate ? angled(g->arena, key->predicate) : NULL;
	struct quad q = {.subject = subject, .predicate = predicate};
	switch (key->value) {
	case VALUE_CONTEXT:
	case VALUE_ID:
	case VALUE_PROOF: return;
	case VALUE_TYPE:
		q.predicate = angled(g->arena, RDF_TYPE);
		for (const struct profile_type *t = shape->types; t->name; t++) {
			q.node = (struct name){.iri = angled(g->arena, t->iri)};
			add_quad(g, q);
		}
		return;
	case VALUE_NODES:
		for (size_t i = 0; i < json_array_size(value); i++) {
			q.node = add_node(g, json_array_get(value, i), key->node);
			add_quad(g, q);
		}
		return;
	case VALUE_NODE: q.node = add_node(g, value, key->node); break;
	case VALUE_TEXT: q.literal = quoted(g->arena, json_string_value(value), NULL); break;
	case VALUE_TIME: q.literal = quoted(g->arena, json_string_value(value), XSD_TIME); break;
	case VALUE_FLAG: q.literal = quoted(g->arena, json_is_true(value) ? "true" : "false", OB_FLAG); break;
	case VALUE_URI: q.literal = quoted(g->arena, json_string_value(value), OB_URI); break;
	}
	add_quad(g, q);
}

static struct name add_node(struct graph *g, const json_t *node, const struct profile_node *shape)
{
	const char *id = json_string_value(json_object_get(node, "id"));
	struct name subject = {.iri = id ? angled(g->arena, id) : NULL, .blank = id ? 0 : g->blanks++};
	for (const struct profile_key *k = shape->keys; k->name; k++) {
		const json_t *value = json_object_get(node, k->name);
		if (value)
			add_value(g, subject, k, shape, value);
	}
	return subject;
}

/* The line of a quad. `self` and `other` name blanks while they are hashed; NULL: the names in `labels`. */
static const char *line_of(struct graph *g, const struct quad *q, size_t blank, const char *const *labels)
{
	const struct name *names[] = {&q->subject, &q->node};
	const char *shown[2];
	for (int i = 0; i < 2; i++)
		shown[i] = names[i]->iri ? names[i]->iri : labels ? labels[names[i]->blank] : names[i]->blank == blank ? "_:a" : "_:z";
	return arena_printf(g->arena, "%s %s %s .\n", shown[0], q->predicate, q->literal ? q->literal : shown[1]);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool mentions(const struct quad *q, size_t blank)
{
	return (!q->subject.iri && q->subject.blank == blank) || (!q->literal && !q->node.iri && q->node.blank == blank);
}

/* The first-degree hash of a blank, in hexadecimal. */
static const char *hash_of(struct graph *g, size_t blank)
{
	const char **lines = arena_array(g->arena, g->count, sizeof(*lines));
	size_t n = 0;
	for (size_t i = 0; i < g->count; i++)
		if (mentions(&g->quads[i], blank))
			lines[n++] = line_of(g, &g->quads[i], blank, NULL);
	qsort(lines, n, sizeof(*lines), by_bytes);
	struct str all;
	str_init(&all);
	for (size_t i = 0; i < n; i++)
		str_add(&all, lines[i]);
	char *hex = arena_alloc(g->arena, HASH_HEX_SIZE);
	hash_hex(all.buf, all.len, hex);
	str_release(&all);
	return hex;
}

/* Names for the blanks: _:c14n0 is the one with the smallest hash. NULL if two are alike. */
static const char *const *labels_of(struct graph *g)
{
	const char **hashes = arena_array(g->arena, g->blanks + 1, sizeof(*hashes)), **labels = arena_array(g->arena, g->blanks + 1, sizeof(*labels));
	for (size_t i = 0; i < g->blanks; i++)
		hashes[i] = hash_of(g, i);
	for (size_t i = 0; i < g->blanks; i++) {
		size_t smaller = 0;
		for (size_t j = 0; j < g->blanks; j++) {
			int order = strcmp(hashes[j], hashes[i]);
			if (order == 0 && j != i)
				return NULL;
			smaller += order < 0;
		}
		labels[i] = arena_printf(g->arena, "_:c14n%zu", smaller);
	}
	return labels;
}

bool nquads_add(struct str *out, const json_t *credential, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct graph g = {.arena = &a};
	add_node(&g, credential, &profile_credential);
	const char *const *labels = labels_of(&g);
	if (labels) {
		const char **lines = arena_array(&a, g.count, sizeof(*lines));
		for (size_t i = 0; i < g.count; i++)
			lines[i] = line_of(&g, &g.quads[i], 0, labels);
		qsort(lines, g.count, sizeof(*lines), by_bytes);
		for (size_t i = 0; i < g.count; i++)
			if (i == 0 || strcmp(lines[i - 1], lines[i]) != 0)
				str_add(out, lines[i]);
	}
	arena_release(&a);
	return labels || err_set(e, ERR_INPUT, _("two parts of the certificate say exactly the same; this is none of ours"));
}

void nquads_add_proof(struct str *out, const char *created, const char *cryptosuite, const char *method)
{
	str_addf(out, "_:c14n0 <http://purl.org/dc/terms/created> \"%s\"^^<" XSD_TIME "> .\n", created);
	str_add(out, "_:c14n0 <" RDF_TYPE "> <" SEC "DataIntegrityProof> .\n");
	str_addf(out, "_:c14n0 <" SEC "cryptosuite> \"%s\"^^<" SEC "cryptosuiteString> .\n", cryptosuite);
	str_add(out, "_:c14n0 <" SEC "proofPurpose> <" SEC "assertionMethod> .\n");
	str_addf(out, "_:c14n0 <" SEC "verificationMethod> <%s> .\n", method);
}
