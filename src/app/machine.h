/* Which machine a store belongs to: an exam held on a copy of the store would be held twice. The store has a random id of its own; beside it stands a hash of both that id and the machine's, so
 * that the machine's id itself is never kept. */
#ifndef SAFAR_APP_MACHINE_H
#define SAFAR_APP_MACHINE_H

#include "app/app.h"

enum machine_state {
	MACHINE_SAME,
	MACHINE_OTHER,   /* the store was made, or accepted, on another machine */
	MACHINE_UNKNOWN, /* this system has no id: nothing can be told */
};

/* The machine's id is read from $SAFAR_MACHINE_ID (a file), else /etc/machine-id, else /var/lib/dbus/machine-id (machine-id(5)). */

/* Binds the store to this machine; gives the store its id where it has none. Nothing happens where the system has no id. */
bool machine_bind(struct app *app, struct err *e);

/* Compares. A store that is bound to none yet, of an earlier version of the program, is bound now. */
bool machine_look(struct app *app, enum machine_state *out, struct err *e);

/* Refuses what must not be done on a copy (ERR_DENIED says what to do), until an administrator has decided. */
bool machine_require(struct app *app, struct err *e);

/* An administrator's decision that the store goes on here, with the reason in words: logged among the acts of staff and in every session that is not closed. */
bool machine_accept(struct app *app, const char *why, struct err *e);

#endif
