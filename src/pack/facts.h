/* facts.yaml: amounts, dates and numbers with their sources, that text refers to by name. */
#ifndef SAFAR_PACK_FACTS_H
#define SAFAR_PACK_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/diag.h"
#include "pack/node.h"

enum fact_kind { FACT_TEXT, FACT_MONEY, FACT_NUMBER, FACT_PERCENT, FACT_DATE, FACT_PHONE };

struct fact {
	const char *name, *value, *unit, *label, *source;
	enum fact_kind kind;
	const char *valid_from; /* ISO date or NULL */
	const char *checked_on; /* ISO date */
};
struct facts {
	struct fact *list; /* sorted by name */
	size_t count;
};

enum { FACT_STALE_DAYS = 365 };

/* Reads the root of facts.yaml; `today` (days since 1970-01-01) decides what is stale (a warning). */
bool facts_read(struct arena *a, const struct node *root, int64_t today, struct facts *out, struct diag_list *d);
const struct fact *facts_find(const struct facts *f, const char *name);

/* Name of the kind as in YAML, and back (-1 if unknown). */
const char *fact_kind_name(enum fact_kind k);
int fact_kind_from(const char *name);

/* The value as the reader of `language` expects it. Memory from `a`. */
const char *fact_show(struct arena *a, const struct fact *f, const char *language);

#endif
