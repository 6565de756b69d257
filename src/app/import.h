/* People from a spreadsheet: read, shown, asked, then all or nothing. */
#ifndef SAFAR_APP_IMPORT_H
#define SAFAR_APP_IMPORT_H

#include "app/app.h"

enum import_fate { IMPORT_NEW, IMPORT_CHANGED, IMPORT_SAME, IMPORT_REFUSED };
struct import_row {
	int line;              /* in the file, from 1; the header is 1 */
	enum import_fate fate;
	struct person person;
	const char *programme, *departure; /* "" if the file has no such column */
	const char *reason;    /* refused: translated sentence */
};
struct import {
	struct arena arena;
	struct import_row *rows;
	size_t count, added, changed, same, refused;
	const char *unused; /* names of columns that nothing was read from, comma separated; "" if all were */
};
enum { IMPORT_BYTES_MAX = 16 * 1024 * 1024, IMPORT_ROWS_MAX = 20000 };

/* Reads CSV as Excel saves it: `;` `,` or tab by the header, UTF-8 with or without BOM, Windows-1251 with `cp1251`; "sep=;" accepted. Columns by name, in any order, also in Russian and Uzbek:
 * code, name, latin, birth, region, role, programme, departure. Rows with a known code are changes; without a code a person of the same name and birth date is the same person.
 * False (ERR_INPUT) if the file as a whole cannot be read. import_release in any case. */
bool import_read(struct app *app, const char *path, bool cp1251, struct import *im, struct err *e);
void import_release(struct import *im);

/* "18 new, 2 changed, 1 refused (row 7: no birth date)", translated, in `a`. */
const char *import_summary(const struct import *im, struct arena *a);

/* Stores all rows in one transaction; refused if any row is (unless `skip_refused`). Logged. */
bool import_apply(struct app *app, struct import *im, bool skip_refused, struct err *e);

#endif
