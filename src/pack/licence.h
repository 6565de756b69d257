/* Whether the licence of a pack is named so that others and programs know it. */
#ifndef SAFAR_PACK_LICENCE_H
#define SAFAR_PACK_LICENCE_H

#include "core/diag.h"
#include "pack/node.h"

/* Warns in `d` where `n` (the value of `licence`; NULL or no text: nothing is said) is no SPDX licence expression (SPDX 2.3, Annex D) of identifiers that make sense for
 * lessons: the Creative Commons licences and other free ones for texts, data and programs. LicenseRef-… always does; NONE and NOASSERTION, which SPDX has for reports, do not. */
void licence_check(const struct node *n, struct diag_list *d);

#endif
