/* Inside record: rows as comma-separated values, by RFC 4180 and the rules for spreadsheets. */
#ifndef SAFAR_RECORD_CSV_H
#define SAFAR_RECORD_CSV_H

#include "record/export.h"

/* One of exporters[]. machine: UTF-8 without BOM, comma; excel: BOM, semicolon (what a Windows with decimal commas expects), and a
 * single quote before text that a spreadsheet would take for a formula (OWASP ASVS 5.0, 1.2.10). CR LF in both. */
bool csv_write(FILE *sink, const struct export_source *src, enum export_profile profile, int64_t *rows, struct err *e);

#endif
