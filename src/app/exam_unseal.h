/* Opening a sealed bank from a screen. Archives are read by the program safar-pack, as for 'safar exam open': it judges both officers anew, does all of it or nothing, and ends. */
#ifndef SAFAR_APP_EXAM_UNSEAL_H
#define SAFAR_APP_EXAM_UNSEAL_H

#include "app/app.h"

/* What an officer typed. Borrowed; whoever holds it wipes it. */
struct exam_officer {
	const char *code, *pin, *phrase;
};
struct exam_unsealing {
	const char *sealed, *key; /* files: the bank, the centre's key */
	struct exam_officer first, second;
};

/* ERR_INPUT with the reason where the bank of this session cannot be opened now, whatever anybody types: not its day, open already, closed. */
bool exam_unseal_due(struct app *app, int64_t session, struct err *e);

/* Whether these are the files: the bank that the session was planned with, and a key that it is sealed to. Nothing is opened. */
bool exam_unseal_files(struct app *app, int64_t session, const char *sealed, const char *key, struct err *e);

/* Opens it; takes seconds, app->progress is told and may stop it. When true the bank is open, and else as sealed as before; the message is that of exam_bank_open. */
bool exam_unseal(struct app *app, int64_t session, const struct exam_unsealing *u, struct err *e);

#endif
