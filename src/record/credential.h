/* A certificate that proves something, made whole: the signed file (Open Badges 3.0 in the closed profile) and the text of its QR code. */
#ifndef SAFAR_RECORD_CREDENTIAL_H
#define SAFAR_RECORD_CREDENTIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/err.h"
#include "core/sign.h"
#include "core/str.h"
#include "record/cwt.h"

enum { CREDENTIAL_PARTS_MAX = 96, CREDENTIAL_SALT_BYTES = 16 };

/* A result: of a part of an exam, or of a whole one. */
struct credential_part {
	const char *id;                      /* of the exam: "pack/exam" */
	const char *skill;                   /* "" for the whole */
	const char *name;                    /* "Final exam, Dutch A1: Reading" */
	const char *value, *maximum, *needed; /* points; value NULL: not examined; needed NULL: no minimum */
};
/* What it says. Texts are never NULL, "" only where allowed. Instants are UTC in milliseconds. */
struct credential_facts {
	const char *uuid, *subject;          /* of the credential and of whom it is about */
	const char *serial;                  /* in fours */
	const char *programme, *title, *destination; /* path, title, ISO 3166-2 */
	const char *latin, *birth;           /* as in the passport */
	const char *document, *salt;         /* only their digest leaves the house */
	const char *issuer;                  /* legal name */
	const char *language;                /* of the questions of the first exam, "" if it had none */
	const char *examined;                /* sentences: what, when, where, in which language */
	const char *officer, *second;        /* who issued it */
	int64_t from, until;
	const struct credential_part *parts;
	size_t part_count;
	const struct cwt_result *results;    /* at most CWT_RESULTS_MAX: per exam, in per cent */
	size_t result_count;
};

/* Appends compact JSON and the text of the code, signed by `key` at `from`. Both were read again by the verifier with that key as the only one trusted
 * before this is true. ERR_INPUT names what cannot stand in a certificate. */
bool credential_make(const struct credential_facts *f, const struct sign_key *key, struct str *json, struct str *compact, struct err *e);

/* Appends "sha256$" and the digest of a document number with its salt, as verified_document_is compares it. */
void credential_digest(struct str *out, const char *document, const char *salt);

#endif
