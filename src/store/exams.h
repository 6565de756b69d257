/* Exams as they are kept: blueprints of installed versions, sessions, seats, sittings with their form, their clock and their answers.
 * Rules – who may do what when – are those of src/exam and src/app; here stands only what must hold whatever happens (triggers). */
#ifndef SAFAR_STORE_EXAMS_H
#define SAFAR_STORE_EXAMS_H

#include "core/arena.h"
#include "core/secret.h"
#include "store/store.h"

/* Installing: the blueprint without its bank, as compact JSON; then the bank in order. */
struct exam_row {
	const char *id, *title, *examines, *body; /* examines: "pack/exam" of a live exam, else "" */
};
bool pack_add_exam(struct store *s, int64_t version, const struct exam_row *r, struct err *e);
struct exam_bank_row {
	const char *id, *topic, *skill, *hash;
	const char *script; /* id of the text it asks about; "" or, when added, NULL: none */
};
bool pack_add_exam_item(struct store *s, int64_t version, const char *exam, int position, const struct exam_bank_row *r, const char *body, struct err *e);

/* Exams of active packs. */
typedef bool exam_row_fn(void *ctx, const char *path, int64_t version, const char *title, const char *kind);
bool exam_each(struct store *s, exam_row_fn *fn, void *ctx, struct err *e);
/* Of any version. ERR_ABSENT if it has no such exam. */
bool exam_get(struct store *s, int64_t version, const char *id, struct arena *a, const char **body, struct err *e);
typedef bool exam_bank_fn(void *ctx, const struct exam_bank_row *r);
bool exam_bank_each(struct store *s, int64_t version, const char *exam, exam_bank_fn *fn, void *ctx, struct err *e);

struct session_row {
	int64_t id, version, supervisor, started_at; /* started_at 0: not yet */
	const char *exam, *title, *day, *room, *supervisor_name, *state, *kind; /* kind of the pack */
	int seats;
};
bool exam_session_add(struct store *s, const struct session_row *r, int64_t at, int64_t *id, struct err *e);
bool exam_session_get(struct store *s, int64_t id, struct arena *a, struct session_row *out, struct err *e); /* ERR_ABSENT */
typedef bool session_row_fn(void *ctx, const struct session_row *r);
bool exam_session_each(struct store *s, session_row_fn *fn, void *ctx, struct err *e); /* the newest day first */
bool exam_session_state(struct store *s, int64_t id, const char *state, struct err *e);
bool exam_session_started(struct store *s, int64_t id, int64_t at, struct err *e); /* the first time counts */

/* A seat with its sitting. ERR_INPUT if the person has a seat there already. */
bool exam_place_add(struct store *s, const struct session_row *session, int64_t person, const char *uuid, int *seat, struct err *e);
/* "" hash: nothing opens it. */
bool exam_seat_code(struct store *s, int64_t session, int seat, const char *hash, struct err *e);
/* Counts a try at the code as a failure; not *may, and not counted, when there were `most` already or the code is another by now. exam_seat_tried takes it
 * back: all failures where it fits, else this one. Both hold against other terminals at the same seat. */
bool exam_seat_try(struct store *s, int64_t session, int seat, const char *hash, int most, bool *may, struct err *e);
bool exam_seat_tried(struct store *s, int64_t session, int seat, const char *hash, bool fits, struct err *e);
bool exam_seat_leave(struct store *s, int64_t session, int seat, const char *hash, int64_t mono, const char *boot, struct err *e);
bool exam_seat_help(struct store *s, int64_t session, int seat, int extra_percent, bool aloud, struct err *e);

/* An instant by all clocks. */
struct moment {
	int64_t at, mono;
	const char *boot;
};
struct place_row {
	int64_t session, person, version, started_at, ended_at;
	int seat, code_failures, extra_percent, interruptions, section, shown;
	bool aloud, calls;
	const char *sitting, *code, *name, *person_latin, *person_birth, *language; /* code, name, language: of the person */
	const char *exam, *state, *why, *latin, *birth, *document;
	const char *code_hash, *leave_hash, *live;
	struct moment away, leave, beat; /* leave.at is 0 */
	int64_t consumed_ms, added_ms;
};
typedef bool place_row_fn(void *ctx, const struct place_row *r);
bool exam_place_of(struct store *s, const char *sitting, struct arena *a, struct place_row *out, struct err *e);             /* ERR_ABSENT */
bool exam_place_at(struct store *s, int64_t session, int seat, struct arena *a, struct place_row *out, struct err *e);       /* ERR_ABSENT */
bool exam_place_each(struct store *s, int64_t session, place_row_fn *fn, void *ctx, struct err *e);                          /* by seat */
bool exam_place_open(struct store *s, int seat, place_row_fn *fn, void *ctx, struct err *e);                                 /* that seat in all open sessions */
bool exam_place_planned(struct store *s, int seat, place_row_fn *fn, void *ctx, struct err *e);                              /* in all that are planned */
bool exam_place_mine(struct store *s, int64_t person, place_row_fn *fn, void *ctx, struct err *e);                             /* of all exams, the newest day first */
bool exam_place_document(struct store *s, const char *document, int64_t person, place_row_fn *fn, void *ctx, struct err *e);   /* the newest where it was somebody else's */
bool exam_place_person(struct store *s, int64_t person, const char *exam, place_row_fn *fn, void *ctx, struct err *e);       /* the earliest first */
/* The same, with those of other live exams that stand for what this one stands for: a new bank gives nobody new attempts. */
bool exam_place_attempts(struct store *s, int64_t person, const char *exam, place_row_fn *fn, void *ctx, struct err *e);

bool exam_confirmed(struct store *s, const char *sitting, const char *latin, const char *birth, const char *document, int64_t by, struct err *e);
/* Writes state, why, interruptions, started_at, ended_at and away of `r`. ERR_INPUT if the person has another sitting of this exam under way. */
bool exam_sitting_move(struct store *s, const struct place_row *r, struct err *e);

struct event_row {
	int64_t seq, session, at, actor, second;
	int seat;                                       /* when listed */
	const char *sitting, *who, *with;               /* sitting "": of the session; who, and who signed in too: when listed */
	const char *role, *act, *from, *to, *why, *text;
};
bool exam_event_add(struct store *s, const struct event_row *r, struct err *e);
typedef bool event_row_fn(void *ctx, const struct event_row *r);
bool exam_event_each(struct store *s, int64_t session, event_row_fn *fn, void *ctx, struct err *e);

/* Those after number `seq`. */
bool exam_event_since(struct store *s, int64_t session, int64_t seq, event_row_fn *fn, void *ctx, struct err *e);
/* Whether an event says that the clock went back to about `now` (wall, ms), and none of a later time came after it. */
bool exam_clock_told(struct store *s, int64_t session, int64_t now, bool *out, struct err *e);
/* The number of the newest event by which a supervisor decided something at a sitting; 0 if there is none. */
bool exam_decided(struct store *s, const char *sitting, int64_t *seq, struct err *e);

/* The one live screen from now on; "" token: none. */
bool exam_live(struct store *s, const char *sitting, const char *token, const struct moment *m, struct err *e);
/* A sign of life, and `delta` ms more of the section's clock. *taken is false where another screen is live, the section is over or (with a delta) the sitting does
 * not run. Not waited for by the disk: after a power cut it may not have been. */
bool exam_beat(struct store *s, const char *sitting, const char *token, int section, int64_t delta, const struct moment *m, bool *taken, struct err *e);
/* The section is over: its time is kept, the next one begins. */
bool exam_section_next(struct store *s, const char *sitting, int section, struct err *e);
bool exam_extended(struct store *s, const char *sitting, int64_t ms, struct err *e);
bool exam_calls(struct store *s, const char *sitting, bool calls, struct err *e);
/* The same from the live screen; *taken is false where another one is live. */
bool exam_calls_from(struct store *s, const char *sitting, const char *token, bool calls, bool *taken, struct err *e);

struct form_row {
	int number, section, position, stratum, maximum, showings, replaced; /* replaced: number in its place, or 0 */
	const char *path, *hash;
	const char *given, *verdict, *reasons;          /* of the answer that counts, "" if there is none */
	int mark;
};
bool exam_item_add(struct store *s, const char *sitting, const struct form_row *r, struct err *e);
/* On the screen now; *taken is false, and nothing is written, where another screen is live. Not waited for by the disk. */
bool exam_item_shown(struct store *s, const char *sitting, const char *token, int number, const char *order, bool *taken, struct err *e);
bool exam_item_replaced(struct store *s, const char *sitting, int number, int by, struct err *e);
typedef bool form_row_fn(void *ctx, const struct form_row *r);
bool exam_item_each(struct store *s, const char *sitting, form_row_fn *fn, void *ctx, struct err *e); /* by number, replaced ones too */
/* The same, with an answer in the wrong layout or script where it is all that was answered: it earns nothing by itself, but a person looks at it. */
bool exam_item_typed(struct store *s, const char *sitting, form_row_fn *fn, void *ctx, struct err *e);
bool exam_path_used(struct store *s, const char *path, int *out, struct err *e); /* in how many forms it stood */

struct exam_answer_row {
	const char *sitting;
	int number;
	const char *given, *verdict, *reasons, *words; /* words "" for none */
	int mark, maximum, offset_min;
	struct moment at;
	int64_t consumed_ms;
	const char *language, *front, *program;
};
/* Durable when true, or with the transaction around it. */
bool exam_answer_add(struct store *s, const struct exam_answer_row *r, struct err *e);
/* The number of the newest answer of all; and the answers of a session after such a number, oldest first. */
bool exam_answer_newest(struct store *s, int64_t *seq, struct err *e);
typedef bool exam_answer_fn(void *ctx, int64_t seq, int seat, int number, const char *verdict, const char *given);
bool exam_answer_since(struct store *s, int64_t session, int64_t seq, exam_answer_fn *fn, void *ctx, struct err *e);

#endif
