/* Certificates as text: for the screen and for paper. */
#ifndef SAFAR_RECORD_CERTIFICATE_TEXT_H
#define SAFAR_RECORD_CERTIFICATE_TEXT_H

#include "core/str.h"

/* A sheet: title and number, labelled fields, titles with what was reached, notes. At most 76 columns wide; rows without a value are left out. */
struct sheet_row {
	const char *label, *value;
};
struct certificate_sheet {
	const char *title, *serial;
	const struct sheet_row *fields, *results;
	size_t field_count, result_count;
	const char *const *notes;
	size_t note_count;
};
void certificate_sheet(const struct certificate_sheet *c, struct str *out);

struct certificate_view {
	const char *serial, *name, *latin, *birth, *programme_title, *site, *issued_on; /* dates ISO */
	const char *const *requirement_titles;
	const char *const *results; /* "8 / 10" */
	size_t requirement_count;
};

/* Appends the certificate, at most 76 columns wide, the warning "PRACTICE – proves nothing to an employer or authority" in the seven languages. */
void certificate_text(const struct certificate_view *c, struct str *out);

/* The warning in one language of core/i18n.h (English for unknown tags). */
const char *practice_warning(const char *language);

/* Its first word, PRACTICE, for across the page. */
void practice_word(const char *language, char out[64]);

#endif
