/* A list of findings in source files: what is wrong, where, and how to mend it. */
#ifndef SAFAR_CORE_DIAG_H
#define SAFAR_CORE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/str.h"

enum diag_level { DIAG_ERROR, DIAG_WARNING };

struct diag {
	enum diag_level level;
	const char *file;    /* as the author would name it */
	int line, column;    /* from 1; 0 where the whole file is meant. Columns count characters */
	const char *message; /* one sentence, no capital, no full stop */
	const char *cure;    /* what to do, or NULL */
};

/* At most this many are kept; the count goes on. */
enum { DIAG_KEEP = 1000 };

struct diag_list {
	struct arena arena;
	struct diag *items;
	size_t count, room;      /* kept */
	size_t errors, warnings; /* found */
};

void diag_init(struct diag_list *l);
void diag_release(struct diag_list *l);

/* Adds a finding; all texts are copied. `cure` may be NULL. Always false, so that a failure is one line. */
bool diag_add(struct diag_list *l, enum diag_level level, const char *file, int line, int column,
	      const char *cure, const char *fmt, ...) __attribute__((format(printf, 7, 8)));

/* Sorts by file, line, column, then wording. */
void diag_sort(struct diag_list *l);

/* Appends "file:line:column: error: message; cure\n" for each, in the list's order, and a line that says how many
 * more there were where not all were kept. Control characters in the texts are shown as '?'. */
void diag_print(const struct diag_list *l, struct str *out);

/* The same in pieces, for who puts something between: one finding, and the line that counts those not kept (nothing if all were). */
void diag_print_one(const struct diag *d, struct str *out);
void diag_print_rest(const struct diag_list *l, struct str *out);

#endif
