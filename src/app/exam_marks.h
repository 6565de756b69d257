/* Marks by assessors as they stand, for the sums of a sitting. */
#ifndef SAFAR_APP_EXAM_MARKS_H
#define SAFAR_APP_EXAM_MARKS_H

#include "app/exam_inside.h"
#include "app/exam_marking.h"
#include "app/exam_release.h"
#include "app/pack_words.h"
#include "store/marks.h"

/* What counts of an item instead of the grader's mark: `mark` of `maximum`; maximum 0: left out. */
struct item_mark {
	int number, mark, maximum;
	int said_mark, said_maximum; /* what an assessor gave last, also where the key was mended since; said_maximum 0: nothing */
};
struct section_marks {
	struct marking_marker markers[MARKER_COUNT];
	bool absent;
};
struct marks_now {
	struct item_mark *items;
	size_t count, room;
	struct section_marks *sections; /* of the blueprint */
};
bool exam_marks_load(struct app *app, const char *sitting, const struct blueprint *b, struct arena *a, struct marks_now *out, struct err *e);

/* What stands of a section in the room. */
enum marks_state exam_marks_state(const struct exam_section *s, const struct section_marks *m, int *points);

/* The item's own mark, or NULL. */
const struct item_mark *exam_marks_item(const struct marks_now *m, int number);

/* What an item of the form earned, and of how much, as it counts now: in units of the exam's own scale × times. *maximum 0: left out. */
void exam_marks_of(const struct marks_now *m, const struct form_row *r, int times, int *mark, int *maximum);

/* The row that gives an item what an assessor says; `mark` of `maximum` is what the grader gave. */
struct mark_row exam_lifted_mark(enum doubt_state to, int number, int mark, int maximum);

/* Translations of a version in the language of the exam's questions: its own, or the reader's. Free with pack_words_free. */
struct pack_words *exam_question_words(struct app *app, int64_t version, const struct blueprint *b, struct err *e);

/* Keeps the result of a sitting as it stands now: it is given out. Inside the caller's transaction. */
struct giving_out {
	const char *cause, *text; /* release, review, rescore; why */
	int64_t assessor, second;
};
bool exam_give_out(struct app *app, const char *sitting, const struct giving_out *g, struct err *e);

/* A line that a person wrote: not empty, at most `most` bytes, nothing that drives a terminal. */
bool exam_line(const char *text, size_t most, struct err *e);

#endif
