/* Inside record: rows as one JSON array of objects, one per line (RFC 8259). */
#ifndef SAFAR_RECORD_JSON_H
#define SAFAR_RECORD_JSON_H

#include "record/export.h"

/* One of exporters[]. Fields keep the names and the order of the source; an empty integer is null. The profile changes nothing. */
bool json_write(FILE *sink, const struct export_source *src, enum export_profile profile, int64_t *rows, struct err *e);

#endif
