/* "My answer is right": filing it, what staff decide, and the answers that are accepted from then on.
 *
 * Checks and exams know nothing of all this: they are judged by the pack alone, and a check that was taken stays as it is. */
#ifndef SAFAR_APP_REPORTS_H
#define SAFAR_APP_REPORTS_H

#include "app/app.h"
#include "learn/item.h"
#include "store/reports.h"

/* What is asked of a learner's own answer that was judged wrong or typo and that was typed. `seq` is its row in the log (of the person signed in, not of a check), `it` the item
 * it answers. Files it once; *state says how it stands: REPORT_OPEN if it was filed now or waits, else what was decided, with the *reason in `a`. REPORT_NONE: there is nothing to
 * report about that row. */
bool report_file(struct app *app, const struct item *it, int64_t seq, struct arena *a, enum report_state *state, const char **reason, struct err *e);

/* Called for typed answers where a lesson or a drill judges (`drill` "" in lessons): an answer that staff accepted is right, whatever the grader said. */
bool accepted_consult(struct app *app, const char *path, const char *drill, const struct item *it, const struct response *r, struct grade *g, struct err *e);

/* All that was reported, equal answers together. Texts in the arena. */
struct report_list {
	struct arena arena;
	struct report_group *list;
	size_t count;
};
/* Of one state, REPORT_NONE: all. Needs MAY_REPORTS. report_list_release in any case. */
bool report_list_load(struct app *app, enum report_state state, struct report_list *out, struct err *e);
void report_list_release(struct report_list *l);
bool report_waiting(struct app *app, int *out, struct err *e); /* how many groups wait; 0 for who may not see them */

/* Whether the item is not what it was when it was answered, or is gone from the active version. */
bool report_item_changed(const struct report_group *g);
bool report_item_gone(const struct report_group *g);

/* Who reported it, "Name (code)", in `a`. */
bool report_who(struct app *app, const struct report_group *g, struct arena *a, const char ***names, size_t *count, struct err *e);

/* Accepts what report `id` is about for everybody: from now on, and wherever it was judged wrong or typo outside checks a correcting row is written, so that progress and
 * cards follow. *corrected: how many rows. Done twice it goes on where it was broken off. Needs MAY_REPORTS; logged. */
bool report_accept(struct app *app, int64_t id, int *corrected, struct err *e);

/* Not accepted; the learner reads the reason when it comes up again. What had been accepted before is judged by the pack again from now on, corrections stay. ERR_INPUT
 * for no reason or one above REPORT_REASON_MAX bytes. Needs MAY_REPORTS; logged. */
enum { REPORT_REASON_MAX = 200 };
bool report_dismiss(struct app *app, int64_t id, const char *reason, struct err *e);

/* One line of the log in the form in which answers are compared: equal answers have equal keys. `strict` (of enum strict): case and punctuation tell them apart. In `a`. */
const char *report_key(struct arena *a, const char *given, unsigned strict);

/* What every typed gap of the exercise insists on (enum strict). */
unsigned report_strict(const struct item *it);

/* What stands on the screen of an exercise, so far as it is text, Markdown; "" if it is long. And what is expected, for a line. In `a`. */
const char *report_asked(const struct item *it, struct arena *a, const struct words *w);
const char *report_expected(const struct item *it, struct arena *a);

/* The same of one typed gap, from 0: the text with "[…]" in its place and "…" in those of the others; and what is expected there, NULL where there is no such gap. */
const char *report_gap_asked(const struct item *it, struct arena *a, const struct words *w, size_t i);
const char *report_gap_expected(const struct item *it, struct arena *a, size_t i);

/* Gaps of an answer or of expected forms for a line: "…" between them instead of U+001F. In `a`. */
const char *report_line(struct arena *a, const char *text);

#endif
