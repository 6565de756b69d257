/* The one way to write a JSON value (RFC 8785, JSON Canonicalization Scheme): what two programs sign and check must be the same bytes. */
#ifndef SAFAR_RECORD_JCS_H
#define SAFAR_RECORD_JCS_H

#include <stdbool.h>

#include <jansson.h>

#include "core/err.h"
#include "core/str.h"

/* Appends the canonical form: members by the UTF-16 units of their names, no white space, the fewest escapes. Credentials hold no numbers, whose
 * canonical form depends on the double they become: a number is refused, and so is nesting deeper than JCS_DEPTH_MAX. */
enum { JCS_DEPTH_MAX = 16 };
bool jcs_add(struct str *out, const json_t *value, struct err *e);

#endif
