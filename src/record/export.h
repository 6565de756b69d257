/* What leaves the house: exporters, one row each. They read rows from a source and write to a sink; they know no store. */
#ifndef SAFAR_RECORD_EXPORT_H
#define SAFAR_RECORD_EXPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "core/err.h"

enum { EXPORT_FIELDS_MAX = 24 };

enum field_kind { FIELD_TEXT, FIELD_INTEGER, FIELD_NUMBER /* decimal, as JSON writes it */ };
struct export_field {
	const char *name; /* header: fixed, English, never translated */
	enum field_kind kind;
};

/* Where rows come from: gives each row to `row` in order (fields as text, integers as decimal text; lengths known), false when stopped or failed. */
struct export_row {
	const char *text[EXPORT_FIELDS_MAX];
	size_t len[EXPORT_FIELDS_MAX];
};
typedef bool export_row_fn(void *ctx, const struct export_row *row, struct err *e);
struct export_source {
	const struct export_field *fields;
	size_t field_count;
	bool (*each)(void *ctx, export_row_fn *row, void *row_ctx, struct err *e);
	void *ctx;
};

/* machine: UTF-8 without BOM, comma, CRLF. excel: UTF-8 with BOM, semicolon, CRLF, a quote before text that begins with = + - @ TAB CR (formula injection). */
enum export_profile { PROFILE_MACHINE, PROFILE_EXCEL };

struct exporter {
	const char *name, *label, *suffix; /* "csv", N_("table for spreadsheets"), ".csv" */
	bool (*write)(FILE *sink, const struct export_source *src, enum export_profile profile, int64_t *rows, struct err *e);
};
extern const struct exporter exporters[]; /* ends with a NULL name: csv, json */
const struct exporter *exporter_find(const char *name);

#endif
