/* Questions of a live exam that learners could have met before: the same text in a lesson, in practice or in a practice exam, whatever its case, spaces, punctuation and order of options. */
#ifndef SAFAR_APP_EXAM_LEAK_H
#define SAFAR_APP_EXAM_LEAK_H

#include "app/app.h"
#include "core/diag.h"

/* What learners can meet. */
struct met {
	struct arena arena; /* of all below; arena_release when done */
	struct met_item {
		uint64_t print;
		const char *place; /* "pack/unit/id", or a file with its line */
	} *list;
	size_t count, room;
};

/* Adds the questions of a pack that was read; nothing of packs of kind exam. */
void met_add_pack(struct met *m, const struct pack *p);
/* Adds those of all installed packs. */
bool met_add_installed(struct met *m, struct app *app, struct err *e);

/* Reports each question of a pack of kind exam that is in `m`, at its place, and names the other place; true if there is none. */
bool exam_leak_check(struct met *m, const struct pack *p, struct diag_list *d);

#endif
