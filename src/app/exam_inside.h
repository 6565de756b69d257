/* What the files of app/exam.h share. */
#ifndef SAFAR_APP_EXAM_INSIDE_H
#define SAFAR_APP_EXAM_INSIDE_H

#include "app/exam.h"
#include "store/exams.h"

struct moment exam_moment(const struct app *app);
/* Milliseconds since `m`: by the monotonic clock within one boot, else by the wall clock; INT64_MAX where that went back, or `m` never was. */
int64_t exam_since(const struct app *app, const struct moment *m);

enum sitting_state exam_state(const struct place_row *r);
/* Running, and no sign of life for EXAM_LOST_MS from the screen it was entered at. */
bool exam_is_lost(const struct app *app, const struct place_row *r);

/* The one installed exam with that path or short id: path, title and version of `out`, in `a`. ERR_ABSENT, or ERR_INPUT where several have it. */
bool exam_find(struct app *app, const char *name, struct arena *a, struct session_row *out, struct err *e);

/* The title of an exam in the reader's language where its pack has it, else `title`, as in the pack; in `a`. `path` is "pack/exam". NULL on failure. */
const char *exam_title_of(struct app *app, int64_t version, const char *path, const char *title, struct arena *a, struct err *e);

/* The blueprint a sitting or session was made with, in `a`. `path` is "pack/exam". */
bool exam_blueprint(struct app *app, int64_t version, const char *path, struct arena *a, struct blueprint **out, struct err *e);

/* Does an act on a sitting, inside the caller's transaction: asks the table, writes the state and the event. ERR_DENIED with what is missing. `reason` NULL: none. */
bool exam_act(struct app *app, struct place_row *r, enum sitting_act act, enum sitting_role role, const struct exam_reason *reason, const char *text, struct err *e);
/* Only the event: what changes no state. */
bool exam_note(struct app *app, const struct place_row *r, const char *act, enum sitting_role role, const char *text, struct err *e);

/* The same of a supervisor, for whose act another signed in too: `second`, or 0. */
bool exam_note_signed(struct app *app, const struct place_row *r, const char *act, int64_t second, const char *text, struct err *e);

/* Nobody decides about their own exam or certificate: ERR_DENIED where `person`, or one who sits in the session, is the one signed in, or `second` (0: nobody). */
bool exam_not_own(const struct app *app, int64_t person, int64_t second, struct err *e);
bool exam_not_own_session(struct app *app, int64_t session, int64_t second, struct err *e);

/* Draws the form of a sitting, inside the caller's transaction; nothing happens where it is drawn already, as for paper. */
bool exam_draw(struct app *app, const struct place_row *r, const struct blueprint *b, struct err *e);
/* Starts an open sitting: draws its form. */
bool exam_begin(struct app *app, struct place_row *r, enum sitting_role role, struct err *e);
/* Who comes back after EXAM_AWAY_MS: puts others in place of items seen and not answered, in the section that runs, and notes how many. */
bool exam_exchange(struct app *app, const struct place_row *r, struct err *e);

/* Texts that are read to the room. Draws them if nobody has, inside the caller's transaction, and gives their ids in the order in which they are heard, in `a`. `pack` and the
 * blueprint are those of the session. Nothing where no section is heard. */
struct heard_script {
	const char *id;
	int stratum;
};
bool exam_hear(struct app *app, int64_t session, int64_t version, const char *pack, const struct blueprint *b, struct arena *a, struct heard_script **out, size_t *count,
	       struct err *e);

/* The first section at or after `from` that is done at the screen; section_count if there is none. */
size_t exam_screen_section(const struct blueprint *b, size_t from);

/* What is written or said in a section at a sitting: the same for ever, in the language of `w`; NULL where the exam states no task. In `a`, the id borrowed. */
const struct exam_task *exam_task_of(const struct words *w, const struct blueprint *b, size_t section, const char *sitting, struct arena *a);

/* An item of the form, parsed, in `a`; `teaches` of the pack, "" for none. */
const struct item *exam_item(struct app *app, const char *path, const char *hash, const char *teaches, struct arena *a, struct err *e);

/* What counts as answered, on the screen of whoever sits there and on the board alike: by the form of its item nothing is left out. `verdict` and `given` as stored, "" for none. */
bool exam_is_answered(const struct item *it, const struct form *f, const char *verdict, const char *given);

/* Sums of a sitting as they stand now: sections, outcome, strata; no texts but those of `r`, which they are borrowed from. */
bool exam_reckon(struct app *app, const struct place_row *r, const struct blueprint *b, struct arena *a, struct exam_result *out, struct err *e);

/* Whether an identity is written as in a passport: ERR_INPUT says what is not. */
bool exam_identity_sound(const struct exam_identity *id, struct err *e);

/* Attempts of a person at an exam that count, and the day of the last one. */
bool exam_attempts(struct app *app, int64_t person, const char *exam, int *count, int64_t *last_day, struct err *e);
/* Whether attempts and days between them let a person sit an exam on that day: ERR_INPUT says what does not. Asked when a seat is planned and, as another session may
 * have come between, when it is opened. */
bool exam_may_sit(struct app *app, int64_t person, const char *exam, const struct blueprint *b, int64_t day, struct err *e);

#endif
