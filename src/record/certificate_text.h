/* A practice certificate as text: for the screen and for paper. */
#ifndef SAFAR_RECORD_CERTIFICATE_TEXT_H
#define SAFAR_RECORD_CERTIFICATE_TEXT_H

#include "core/str.h"

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

#endif
