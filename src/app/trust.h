/* The verifier's two lists – issuers trusted, certificates withdrawn – kept as the signed files they came in. No store is needed. */
#ifndef SAFAR_APP_TRUST_H
#define SAFAR_APP_TRUST_H

#include "core/arena.h"
#include "core/err.h"
#include "record/list.h"

/* Folder of the lists: $XDG_DATA_HOME/safar/lists or ~/.local/share/safar/lists. The caller frees it. */
char *trust_folder_dup(void);

struct trust {
	struct list trusted, revoked;
	bool has_trusted, has_revoked;
};

/* Reads a list file; its signature holds. `kind` is what it must be, or -1. */
bool trust_read(const char *path, int kind, struct arena *a, struct list *out, struct err *e);

/* The lists of the folder, whichever are there. A damaged one is a fault. */
bool trust_load(const char *folder, struct arena *a, struct trust *out, struct err *e);

/* Takes a list that was read from `bytes` over into the folder, as those bytes: no file is opened again, so what was shown to somebody is what is kept. The first list of trust needs `first`: nobody but people can know its signer. Afterwards only lists of the same signer with a
 * higher sequence are taken, and lists of withdrawals by that signer: an older list replayed would bring withdrawn certificates back. */
bool trust_import(const char *folder, const struct list *list, const struct str *bytes, bool first, struct arena *a, struct err *e);

#endif
