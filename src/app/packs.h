/* Packs as a whole: check joins what pack/, learn/ and exam/ find; install puts a checked pack into the store. */
#ifndef SAFAR_APP_PACKS_H
#define SAFAR_APP_PACKS_H

#include "app/app.h"
#include "core/diag.h"
#include "pack/source.h"

/* Reads and judges one pack completely. `d` collects all faults; `e` says when it is no pack at all. True if there are no errors. pack_release in any case. */
bool packs_check(struct pack *p, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e);
/* The same of a built pack that is open already (borrowed); `path` is what messages call it. */
bool packs_check_archive(struct pack *p, int fd, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e);

/* What an installation changed against the version before: paths within the pack. */
struct pack_change {
	struct arena arena;
	const char *id, *version, *before; /* before: "" if it is new */
	size_t appeared, changed, vanished, moved;
	const char **appeared_ids, **changed_ids, **vanished_ids, **moved_ids; /* "unit/id", at most PACK_CHANGE_NAMES each */
	int learners;                      /* people with progress in this pack, all of it kept */
	struct pack_want {
		const char *path, *pack;   /* "pack/unit" or "pack/exam" that a programme asks for, and its pack */
		bool exam;
		const char *file;          /* of the programme */
		int line, column;
	} *wants;                          /* of packs and exams that were not there yet */
	size_t want_count, want_room;
};
enum { PACK_CHANGE_NAMES = 20 };

/* Checks and installs. An older version than the active one needs `downgrade`; the same version with other contents is refused, with the same contents it is a
 * no-op. In batches; nothing is visible before the last small commit. Logged. */
bool packs_install(struct app *app, const char *path, bool downgrade, const struct progress *progress, struct diag_list *d, struct pack_change *out, struct err *e);
void pack_change_release(struct pack_change *c);

/* Warns in `d` of packs that the programmes of an installed pack ask for and that are not installed now. Called when all packs of one command are in. */
void packs_warn_of_missing(struct app *app, const struct pack_change *c, struct diag_list *d);

/* Hides a pack: nobody is offered it any more, histories and bodies stay. */
bool packs_remove(struct app *app, const char *id, struct err *e);

#endif
