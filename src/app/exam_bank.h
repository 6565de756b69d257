/* Live banks: sealed files that are announced, planned with, opened by two officers for one session, drawn from, counted, and closed with the session.
 * A live exam is planned by the header of its sealed file; each session has a version of its own, which nothing else can draw from. */
#ifndef SAFAR_APP_EXAM_BANK_H
#define SAFAR_APP_EXAM_BANK_H

#include "app/app.h"
#include "core/diag.h"
#include "exam/blueprint.h"
#include "pack/sealed.h"
#include "store/exams.h"
#include "store/sealed.h"

/* Takes note of a sealed file: its exams can be planned from then on, the newest file of a pack counts. The header in `a`; `digest` names the file. A file that
 * was announced before is no fault. */
bool exam_bank_announce(struct app *app, const char *path, struct arena *a, struct sealed *out, char digest[HASH_HEX_SIZE], struct err *e);

/* Planning, inside its transaction. Begin: gives a live exam a version for this session, in place of s->version, and refuses where so many questions are retired that
 * it can no longer be drawn. End: when s->id is known. Nothing for practice exams. */
bool exam_bank_plan_begin(struct app *app, struct session_row *s, const struct blueprint *b, struct err *e);
bool exam_bank_plan_end(struct app *app, const struct session_row *s, struct err *e);

enum exam_bank_state { BANK_PRACTICE, BANK_SEALED, BANK_OPEN, BANK_CLOSED };
bool exam_bank_state(struct app *app, int64_t session, enum exam_bank_state *out, struct err *e);
/* ERR_INPUT, with the cure, while the bank of a session is sealed. */
bool exam_bank_ready(struct app *app, int64_t session, struct err *e);

/* Closes the bank of a session, inside the transaction that closes it: what nobody was given is gone. Wipe: after that transaction. */
bool exam_bank_close(struct app *app, int64_t session, struct err *e);
bool exam_bank_wipe(struct app *app, int64_t session, struct err *e);

/* A question of a live exam, as far as it may be told: nothing of what it asks. From the first opening at this site on. */
struct exam_bank_item {
	const char *id, *topic, *skill, *script; /* script: of the text it is about, "" for none */
	int showings;                            /* forms it stood in, over all sessions of this site */
	bool retired;                            /* is drawn no more */
};
typedef bool exam_bank_item_fn(void *ctx, const struct exam_bank_item *it);
/* `exam` as exam_plan takes it. */
bool exam_bank_items(struct app *app, const char *exam, exam_bank_item_fn *fn, void *ctx, struct err *e);

/* How much of each stratum is left: counted in questions, or in texts where they are read to the room. Warn below EXAM_POOL_TIMES what is drawn. */
struct exam_bank_stratum {
	const char *topic, *skill;
	int drawn, left; /* drawn: by one form, of all its sections */
};
typedef bool exam_bank_stratum_fn(void *ctx, const struct exam_bank_stratum *x);
bool exam_bank_strata(struct app *app, const char *exam, exam_bank_stratum_fn *fn, void *ctx, struct err *e);

/* Whether the bank of a session can be opened now: a live exam, planned, sealed still, and its day has come. The session of that id, and its use of the bank, in `a`. */
bool exam_bank_due(struct app *app, struct session_row *session, struct bank_use *use, struct arena *a, struct err *e);

/* Opens the bank of a planned session, on its day, and for nothing else. The first officer is signed in, the second was judged by exam_witness. The whole pack is checked, and refused if a
 * question of it stands in an installed course: faults go to `d`. The bank is open when true, and else as closed as before, whatever happened. Only for programs that read packs. */
struct exam_opening {
	const char *sealed, *key;   /* files: the bank, the centre's key */
	const char *one, *other;    /* both pass phrases */
	int64_t second;
};
bool exam_bank_open(struct app *app, int64_t session, const struct exam_opening *o, struct diag_list *d, struct err *e);

/* Inside: whether what is left of a bank can be drawn; `counts` of all its questions. ERR_INPUT names the first stratum that cannot. */
struct bank_pool {
	struct exam_bank_item *items;
	size_t count, room;
};
bool exam_bank_drawable(const struct bank_pool *p, const struct blueprint *b, struct err *e);

#endif
