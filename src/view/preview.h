/* A whole unit on one long page, for proof-reading on paper: texts with their translations, exercises with the right answers marked. */
#ifndef SAFAR_VIEW_PREVIEW_H
#define SAFAR_VIEW_PREVIEW_H

#include <stdbool.h>

#include "learn/course.h"
#include "pack/source.h"
#include "view/page.h"

struct preview {
	const struct pack *pack;
	const char *language; /* of the translations beside; NULL: only the source text */
	bool answers;         /* likely answers with their verdicts, too */
	bool room;            /* only what is for the room: its sheet, and what is read aloud */
};

/* Appends the unit to the page (page_init was called). */
void preview_unit(const struct preview *p, const struct unit *u, struct page *page);

#endif
