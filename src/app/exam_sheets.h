/* Inside app: the questions of a seat as they stand on paper, in the order and with the options of the screen. */
#ifndef SAFAR_APP_EXAM_SHEETS_H
#define SAFAR_APP_EXAM_SHEETS_H

#include "app/exam_inside.h"

/* One question. Its options have the letters a, b, c … in the order of the form. */
struct sheet_question {
	int no;             /* on paper, from 1, through all sections */
	int number;         /* in the store */
	int section, maximum, text; /* text: number of the text that was read to the room, 0 for none */
	const char *path, *given; /* given: at the screen, before paper; "" for nothing */
	const struct item *item;
	struct form form;
};
struct sheet {
	struct place_row row;
	struct blueprint *blueprint;
	const char *pack, *language; /* id; of questions */
	struct sheet_question *questions;
	size_t count;
	struct pack_words *words;    /* owned: forms borrow from it */
};
/* Everything else in `a`; sheet_release in any case. ERR_ABSENT if no form is drawn yet. */
void sheet_release(struct sheet *s);
bool sheet_load(struct app *app, int64_t session, int seat, struct arena *a, struct sheet *out, struct err *e);

/* The part of a form that is answered; NULL if it only shows something. */
const struct form_part *sheet_part(const struct form *f);

/* What somebody wrote on the answer sheet, as a response: letters for options ("b", "a,c", for pairs one for each left, "-" for none), text for gaps, with "|" between
 * several gaps or lines. Empty text is an empty response. False with the reason, which names question `no`. Texts in `a`. */
bool sheet_response(const struct sheet_question *q, const char *written, struct arena *a, struct response *out, struct err *e);

/* The right answer as it would be written on the sheet: letters where there are options, else the words. In `a`. */
const char *sheet_right(const struct sheet_question *q, struct arena *a);

/* "ab12cd34": names a form; the beginning of the sitting's id. */
const char *sheet_form_id(const struct place_row *r, struct arena *a);

#endif
