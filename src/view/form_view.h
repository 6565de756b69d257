/* An exercise's form (learn/form.h) on a page, and what the person has put into it so far: the same input in lessons and in checks. */
#ifndef SAFAR_VIEW_FORM_VIEW_H
#define SAFAR_VIEW_FORM_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "learn/form.h"
#include "learn/grade.h"
#include "learn/item.h"
#include "view/edit.h"
#include "view/key.h"
#include "view/page.h"
#include "view/strip.h"

struct form_view {
	const struct form *form;      /* borrowed; must outlive the view or be replaced by form_view_renew */
	const struct form_part *part; /* the one that asks something, or NULL */
	int current;                  /* option, word or left side under the pointer; gap with the cursor; −1: none yet */
	bool exam;                    /* of one choice what is chosen and where the pointer stands are two things; what was given may be taken back */
	int chosen;                   /* then: the option chosen, −1 none */
	bool careful;                 /* of one choice a digit only moves the pointer: Enter answers */
	bool ticked[RESPONSE_MAX];    /* choice: by number shown */
	int taken[RESPONSE_MAX];      /* order, a sentence from a bank: numbers shown, as taken; pairs, gaps with a bank: for each left or gap the number
				       * shown of what was taken for it, -1 none; conversation: for each turn the option */
	size_t taken_count;           /* order, a sentence from a bank */
	bool by_keys;                 /* a sentence from a bank is typed instead */
	bool turned;                  /* card: its back is shown */
	size_t turn;                  /* conversation: the line that is to be answered */
	struct edit *gaps;            /* gaps: owned, part->gap_count; one more behind them where a sentence is put together from a bank; conversation:
				       * one for each turn */
	struct strip strip;           /* gaps: letters of the taught language */
	const char *typed[RESPONSE_MAX]; /* gaps: what form_view_response lends out */
};

enum { FORM_GAP_BYTES_MAX = 400 };

/* Begins an empty answer to `form`. A view may be begun again; form_view_release in the end (a zeroed view is fine). */
void form_view_begin(struct form_view *v, const struct form *form);
void form_view_release(struct form_view *v);
/* For answers that are final: nothing is chosen at first, so that no second Enter answers; with `confirm` a digit only chooses, so that no slip of
 * the finger does. After form_view_begin. */
void form_view_careful(struct form_view *v, bool confirm);

/* For an examination: what is chosen stays chosen while the pointer moves, is marked by ● and not by a sign of right, and Enter on it goes on (FORM_DONE). After form_view_begin. */
void form_view_exam(struct form_view *v);
/* Puts an answer in that was given before; what does not fit the form is left out. After form_view_begin and form_view_exam. */
void form_view_restore(struct form_view *v, const struct response *r);

/* What is typed into the gaps is of this language (BCP 47; borrowed, may be NULL): F2 and F4 offer its letters. After form_view_begin. */
void form_view_letters(struct form_view *v, const char *language);

/* The same exercise in other words (the language was switched): what was put in stays. */
void form_view_renew(struct form_view *v, const struct form *form);

/* Whether words are taken one after the other: order, or a sentence from a bank that is not typed just now. */
bool form_view_taking(const struct form_view *v);

/* Whether characters go into a gap (then what edit.h understands is open anyway); whether an action means something for this form. */
bool form_view_typing(const struct form_view *v);
bool form_view_open(const struct form_view *v, enum action a);
/* Whether an action that is else the screen's (Esc, Enter) is the form's now, because something is open in it; the screen hands it on to form_view_action then. */
bool form_view_takes(const struct form_view *v, enum action a);
/* Another word for what an action does now, for the footer; NULL: the screen's own. */
const char *form_view_label(const struct form_view *v, enum action a);

enum form_outcome {
	FORM_IGNORED, /* not for the form */
	FORM_CHANGED,
	FORM_MORE,    /* Enter, but something is still missing; the pointer stands there now */
	FORM_DONE,    /* the answer is given: form_view_response */
};
enum form_outcome form_view_action(struct form_view *v, const struct event *e);

/* What was given, in source numbers. Typed texts are borrowed from `v`. */
void form_view_response(struct form_view *v, struct response *out);

/* What FORM_MORE asks for, one translated sentence. */
const char *form_view_missing(const struct form_view *v);

/* The form as it stands. */
void form_view_describe(const struct form_view *v, struct page *page);

/* The form without the part that is answered: what was asked. */
void form_view_asked(const struct form_view *v, struct page *page);

/* The form after judging: right and wrong marked, what was given stays visible. `it` is the exercise it came from.
 * `right`: the whole is right, whatever the exercise says of its gaps. */
void form_view_judged(const struct form_view *v, const struct item *it, bool right, struct page *page);

#endif
