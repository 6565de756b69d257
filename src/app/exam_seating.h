/* Before an exam: who may sit it, what each seat still lacks, and whether a passport is that of the person who is registered. */
#ifndef SAFAR_APP_EXAM_SEATING_H
#define SAFAR_APP_EXAM_SEATING_H

#include "app/exam.h"

/* Why somebody cannot be given a seat. */
enum exam_hindrance {
	EXAM_FREE,
	EXAM_NO_ATTEMPT, /* all attempts are used */
	EXAM_TOO_EARLY,  /* before the first possible day */
	EXAM_SEATED,     /* has a seat in the session already */
};
struct exam_candidate {
	int64_t person;
	const char *code, *name; /* name: as people are told apart, with the year where there are namesakes */
	enum exam_hindrance hindrance;
	const char *from;        /* EXAM_TOO_EARLY: the first possible day, ISO; else "" */
};

/* Who of a group may sit an exam (path or short id) on an ISO day, in alphabetical order and in `a`: learners enrolled in `programme` (path or short id), or all
 * learners with NULL or "". Nothing is written. */
bool exam_candidates(struct app *app, const char *exam, const char *day, const char *programme, struct arena *a, struct exam_candidate **out, size_t *count, struct err *e);
/* The same for one more seat of a session: all learners, on its day. */
bool exam_candidates_more(struct app *app, int64_t session, struct arena *a, struct exam_candidate **out, size_t *count, struct err *e);

/* A seat as it is planned. */
struct exam_planned {
	int number;
	int64_t person;
	const char *code, *name;           /* of the person */
	const char *record_latin, *record_birth; /* as registered; "" where unknown */
	enum sitting_state state;
	bool coded;                        /* a code was given */
	bool locked;                       /* too many wrong tries at it: it needs another */
	int extra_percent;
	bool aloud;
	bool confirmed;                    /* the next three are what the supervisor confirmed */
	const char *latin, *birth, *document;
};
typedef bool exam_planned_fn(void *ctx, const struct exam_planned *s);
bool exam_seating(struct app *app, int64_t session, exam_planned_fn *fn, void *ctx, struct err *e);
/* One seat; its texts in `a`. ERR_ABSENT if there is none. */
bool exam_planned_seat(struct app *app, int64_t session, int seat, struct arena *a, struct exam_planned *out, struct err *e);

/* A stretch of a name in the passport beside that in the record. */
enum identity_kind { IDENTITY_SAME, IDENTITY_MISSING /* in the record only */, IDENTITY_EXTRA /* in the passport only */, IDENTITY_OTHER };
struct identity_span {
	enum identity_kind kind;
	const char *typed, *record; /* "" where it has none */
};
/* What a supervisor typed from a document, put in order and laid beside the record. */
struct exam_identity_look {
	struct exam_identity identity; /* for exam_identity_confirm */
	struct identity_span *spans;   /* of the name, in order */
	size_t span_count;
	bool name_same, birth_same;    /* true also where the record has none */
	const char *record_latin, *record_birth; /* "" where it has none */
	const char *other;             /* whose this number of a document was before; "" if nobody else's */
};

/* Puts in order what was typed: the name as it stands in the machine-readable lines ("KARIMOVA<<AZIZA", or the whole line) or with spaces, the birth date as ISO date, the
 * document's number. In place of the number the whole second line may stand; its check digits must then hold and its birth date is taken where none was typed.
 * Everything in `a`. ERR_INPUT says which of the three is not as in a document. */
bool exam_identity_typed(struct app *app, const struct exam_identity *typed, struct arena *a, struct exam_identity *out, struct err *e);

/* The same, compared with the person of the seat. Writes nothing. */
bool exam_identity_look(struct app *app, int64_t session, int seat, const struct exam_identity *typed, struct arena *a, struct exam_identity_look *out, struct err *e);
/* Confirms it for the sitting; where it differs from the record, the log says so. */
bool exam_identity_confirm(struct app *app, int64_t session, int seat, const struct exam_identity_look *look, struct err *e);

#endif
