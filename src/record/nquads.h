/* A credential as canonical N-Quads (RDFC-1.0), straight from the closed profile: what eddsa-rdfc-2022 signs. */
#ifndef SAFAR_RECORD_NQUADS_H
#define SAFAR_RECORD_NQUADS_H

#include <stdbool.h>

#include <jansson.h>

#include "core/err.h"
#include "core/str.h"

/* Appends the sorted lines of a credential that profile_check found sound; its proofs are left out. Nodes without an id are named by the hashes of their
 * quads (RDFC-1.0 §4.6, first degree); two that are alike are refused, because telling them apart would need the whole algorithm. */
bool nquads_add(struct str *out, const json_t *credential, struct err *e);

/* Appends the five lines of a proof's options (vc-di-eddsa §3.2.5). */
void nquads_add_proof(struct str *out, const char *created, const char *cryptosuite, const char *method);

#endif
