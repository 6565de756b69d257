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

/* A session of an exam of a pack that is not over: its results are not given out yet. It keeps the version that it was planned with, whatever becomes of the pack. */
struct pack_session {
	int64_t id;
	enum pack_session_stage { PACK_SESSION_PLANNED, PACK_SESSION_OPEN, PACK_SESSION_WAITING } stage; /* waiting: closed, results not given out */
	const char *exam, *day; /* "pack/exam"; ISO date */
};
/* All of them, the newest day first, in `a`. */
bool packs_sessions(struct app *app, const char *pack, struct arena *a, struct pack_session **out, size_t *count, struct err *e);

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
	struct pack_session *sessions;     /* of the version before that are not over; also when that is why nothing was installed */
	size_t session_count;
};
enum { PACK_CHANGE_NAMES = 20 };

/* Checks and installs. An older version than the active one needs PACKS_DOWNGRADE, another one while sessions of its exams are not over PACKS_SESSIONS; the same version
 * with other contents is refused, with the same contents it is a no-op. In batches; nothing is visible before the last small commit. Logged. */
enum packs_allow { PACKS_DOWNGRADE = 1, PACKS_SESSIONS = 2 };
bool packs_install(struct app *app, const char *path, unsigned allow, const struct progress *progress, struct diag_list *d, struct pack_change *out, struct err *e);
void pack_change_release(struct pack_change *c);

/* Warns in `d` of packs that the programmes of an installed pack ask for and that are not installed now. Called when all packs of one command are in. */
void packs_warn_of_missing(struct app *app, const struct pack_change *c, struct diag_list *d);

/* Hides a pack: nobody is offered it any more, histories and bodies stay. */
bool packs_remove(struct app *app, const char *id, struct err *e);

#endif
