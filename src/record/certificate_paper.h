/* A certificate on A4, in one or two languages, as a description for safar-paper. */
#ifndef SAFAR_RECORD_CERTIFICATE_PAPER_H
#define SAFAR_RECORD_CERTIFICATE_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "record/document.h"

enum { PAPER_LANGUAGES_MAX = 2 };

struct certificate_paper_result {
	const char *titles[PAPER_LANGUAGES_MAX]; /* of the exam */
	const char *skill;                       /* of the exam above it (a name of exam/blueprint.h), "" for the whole exam */
	const char *part;                        /* what tells two parts of one skill from each other, "" where there is one */
	const char *marks;                       /* "20 / 25"; NULL: this skill was not examined */
};

/* What stands on it; texts "" where they are not known, dates ISO. */
struct certificate_paper {
	bool practice;
	const char *languages[PAPER_LANGUAGES_MAX]; /* tags of core/i18n.h */
	size_t language_count;                      /* 1 or 2 */
	const char *programme_titles[PAPER_LANGUAGES_MAX];
	const char *serial, *latin, *birth;
	const char *name;                /* as the person writes it */
	const char *issuer;              /* legal name */
	const char *telephone;           /* of the issuer, for questions */
	const char *place, *examined_on, *exam_languages;
	const char *issued_on, *valid_until, *issued_at; /* issued_at: "2026-05-01T09:00:00Z", the date of the file */
	const char *document_digest;     /* salted SHA-256 of the number of the passport, as the certificate has it */
	const char *officers[2];         /* who issued it */
	const char *code;                /* "SAF1:…", shown as a QR code */
	const char *address;             /* where the checker is to be had */
	const struct certificate_paper_result *results;
	size_t result_count;
};

/* The description; the caller releases it with json_decref. The language of the interface is as before afterwards. */
json_t *certificate_paper(const struct certificate_paper *c);

#endif
