/* Records out of the store into files. */
#ifndef SAFAR_APP_EXPORT_H
#define SAFAR_APP_EXPORT_H

#include "app/app.h"
#include "pack/source.h"
#include "record/export.h"

struct export_request {
	const char *since, *until; /* ISO dates in site days, "" or NULL: open; until is included */
	const char *programme;     /* path or short id; NULL: all */
	enum export_profile profile;
	const char *format;        /* csv | json */
	const char *path;          /* NULL or "-": standard output */
};

/* Writes through a temporary file and a rename; the number of rows is what export_count says for the same request. Logged. */
bool export_completions(struct app *app, const struct export_request *r, const struct progress *progress, int64_t *rows, struct err *e);
bool export_count(struct app *app, const struct export_request *r, int64_t *rows, struct err *e);

/* A file of that name in the person's folder of documents or home; "safar-completions-2026-11-23.csv" there, which the screen proposes. The caller frees. */
char *export_document_dup(const char *name);
char *export_path_dup(struct app *app, const struct export_request *r);

#endif
