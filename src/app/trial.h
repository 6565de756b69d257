/* A pack on trial: its folder checked and, while it has no errors, put into a store in memory, again after each change of a file. The real store is never touched. */
#ifndef SAFAR_APP_TRIAL_H
#define SAFAR_APP_TRIAL_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "core/diag.h"

struct trial {
	struct app app;       /* first member: who is given &trial->app can find the trial; a learner is signed in while the pack is sound */
	const char *path;     /* of the folder, borrowed */
	const char *unit;     /* to be opened at once, borrowed; NULL: the only one, or none */
	uint64_t stamp;       /* of the files as they were read */
	bool read;
	bool sound;           /* no errors: the store holds the pack */
	struct pack pack;     /* as read last; its files even when it is not sound */
	struct diag_list diags;
	struct err err;       /* why it is no pack at all, or why the store could not be filled */
};

/* Begins with an empty store in memory; nothing is read yet. `language` of the interface. trial_close in any case. */
bool trial_open(struct trial *t, const char *path, const char *unit, const char *language, struct err *e);
void trial_close(struct trial *t);

/* Whether a file of the folder appeared, vanished or was written since the last reading (or none was done). Cheap: looks at names, sizes and times only. */
bool trial_changed(const struct trial *t);

/* Reads and checks everything anew; true if it is sound. What a screen holds of the store before must be given up first. */
bool trial_read(struct trial *t);

#endif
