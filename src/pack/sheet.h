/* Words and phrases written in a spreadsheet: units/UNIT.csv, whose rows stand in for the lists of parts with `file: csv`. */
#ifndef SAFAR_PACK_SHEET_H
#define SAFAR_PACK_SHEET_H

#include "core/arena.h"
#include "core/diag.h"
#include "pack/node.h"
#include "pack/source.h"

/* Replaces `file: csv` of the parts of `root` by a `list` with the rows of `sheet` (NULL: there is none; `name` is what it would be called inside the pack) that
 * name the part. The new nodes live in `a` and carry the place of their cells. `teaches` (BCP 47, may be NULL) tells the articles that an id made from a term leaves out.
 * Rows that are at fault are reported and left out. False, reported too, when the sheet cannot be used at all or a part stays without rows: then the unit
 * is not to be judged. A unit without `file:` and without a sheet is left as it is. */
bool sheet_join(struct arena *a, struct node *root, const char *name, const struct pack_file *sheet, const char *teaches, struct diag_list *d);

#endif
