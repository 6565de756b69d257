/* Marks by assessors, verdicts about typed answers, results given out and requests for review, as they are kept: only added to.
 * Rules – who may do what when – are those of src/app. */
#ifndef SAFAR_STORE_MARKS_H
#define SAFAR_STORE_MARKS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "store/store.h"

/* A result as it was given out; of the sitting, the session and the person. `at` 0: none was. */
struct standing_row {
	const char *sitting, *exam, *latin, *birth, *document, *title, *day, *room, *kind; /* kind of the pack; title as in the pack */
	int64_t session, person, version, ended_at, at;
	int mark, maximum, scale;
	bool passed, complete;
	const char *sections; /* "mark/maximum" of each, with a space between */
};
typedef bool standing_row_fn(void *ctx, const struct standing_row *r);
/* Sittings that ended, were begun and are not void, the earliest first; person 0: of all. */
bool exam_standing_each(struct store *s, int64_t person, standing_row_fn *fn, void *ctx, struct err *e);

/* A row of marks: of a criterion (number 0), or of item `number` of the form. kind: rubric, absent, verdict, rescore. */
struct mark_row {
	int section, number, mark, maximum, marker; /* marker: 1 first, 2 second, 3 who decides; of an item 1 */
	const char *criterion, *text, *kind;
	int64_t assessor, second, at;
	const char *assessor_name, *second_name;    /* when listed */
};
bool exam_mark_add(struct store *s, const char *sitting, const struct mark_row *r, struct err *e);
typedef bool mark_row_fn(void *ctx, const struct mark_row *r);
bool exam_mark_each(struct store *s, const char *sitting, mark_row_fn *fn, void *ctx, struct err *e); /* the oldest first */

/* What was said about an answer of a session, or about one of its gaps. verdict: confirm, half, full, undo. */
struct verdict_row {
	int gap; /* from 1; 0: the whole answer */
	const char *path, *hash, *answer, *verdict, *assessor_name;
	int64_t assessor, at;
};
bool exam_verdict_add(struct store *s, int64_t session, const struct verdict_row *r, struct err *e);
typedef bool verdict_row_fn(void *ctx, const struct verdict_row *r);
bool exam_verdict_each(struct store *s, int64_t session, verdict_row_fn *fn, void *ctx, struct err *e); /* the oldest first */

/* act: assessor, program. `at` 0: not released. */
struct release_row {
	int64_t at, assessor;
	const char *assessor_name, *act;
};
bool exam_release_add(struct store *s, int64_t session, const struct release_row *r, struct err *e);
bool exam_release_get(struct store *s, int64_t session, struct arena *a, struct release_row *out, struct err *e);
typedef bool session_id_fn(void *ctx, int64_t session);
bool exam_session_waiting(struct store *s, session_id_fn *fn, void *ctx, struct err *e); /* closed and not released, the earliest day first */

/* A result given out. cause: release, review, rescore. */
struct outcome_row {
	int64_t at, assessor, second;
	const char *cause, *text, *sections, *assessor_name, *second_name;
	int mark, maximum, scale;
	bool passed, complete;
};
bool exam_outcome_add(struct store *s, const char *sitting, const struct outcome_row *r, struct err *e);
typedef bool outcome_row_fn(void *ctx, const struct outcome_row *r);
bool exam_outcome_each(struct store *s, const char *sitting, outcome_row_fn *fn, void *ctx, struct err *e); /* the oldest first */

/* A request for review and its answer; answered_at 0: it waits. */
struct review_request {
	const char *sitting, *text, *name, *exam, *title, *day, *answered_by, *answer;
	int64_t asked_at, session, person, version, answered_at, assessor, second; /* version: of the pack */
	int seat;
	bool changed;
};
bool exam_review_add(struct store *s, const char *sitting, int64_t at, const char *text, bool *taken, struct err *e); /* *taken: there was one */
typedef bool review_request_fn(void *ctx, const struct review_request *r);
/* sitting "": of all. */
bool exam_review_each(struct store *s, const char *sitting, bool waiting, review_request_fn *fn, void *ctx, struct err *e);
bool exam_review_answer_add(struct store *s, const struct review_request *r, bool *taken, struct err *e);

/* Sittings of an exam that ended, were begun and are not void, and have the item in their form. */
typedef bool sitting_id_fn(void *ctx, const char *sitting, int64_t session, int seat);
bool exam_sitting_with_path(struct store *s, const char *exam, const char *path, sitting_id_fn *fn, void *ctx, struct err *e);

/* What `actor` said last about having taught a person: "taught", "not-taught", or "" if nothing. */
bool exam_taught(struct store *s, int64_t person, int64_t actor, char out[16], struct err *e);

/* Members of staff besides `person` who can sign in. */
bool exam_staff_others(struct store *s, int64_t person, int *out, struct err *e);

#endif
