/* What the files of app/rehearsal.h share. */
#ifndef SAFAR_APP_REHEARSAL_INSIDE_H
#define SAFAR_APP_REHEARSAL_INSIDE_H

#include "app/exam_inside.h"
#include "app/rehearsal.h"

struct rehearsing {
	struct app *app;
	struct arena *a;
	const struct rehearsal_means *means;
	struct session_row session;
	const struct blueprint *blueprint; /* NULL: it could not be read */
	struct rehearsal *out;
};

/* Adds a finding; `said` and `cure` ("" for none) are kept as they stand: in the arena, or static. */
void rehearsal_add(struct rehearsing *r, enum rehearsal_subject subject, enum rehearsal_mark mark, const char *said, const char *cure);

void rehearse_pack(struct rehearsing *r);
void rehearse_key(struct rehearsing *r);
void rehearse_clock(struct rehearsing *r);
void rehearse_disk(struct rehearsing *r);
void rehearse_printer(struct rehearsing *r);

/* The bank of a live exam; false where its questions are sealed and cannot be looked at. */
bool rehearse_bank(struct rehearsing *r);

#endif
