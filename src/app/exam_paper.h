/* An examination on paper, where screens fail: forms and answer sheets, the assessor's key, the supervisor's sheet; and typing in what was written. */
#ifndef SAFAR_APP_EXAM_PAPER_H
#define SAFAR_APP_EXAM_PAPER_H

#include "app/exam.h"
#include "core/str.h"

/* Where each paper goes; NULL: it is not printed. */
struct exam_papers {
	const char *forms;  /* for each seat its questions and its answer sheet, in the language of the exam */
	const char *key;    /* for assessors: what is right, seat by seat */
	const char *room;   /* for the supervisor: seats with their forms, and the texts to be read */
};
/* Prints for a seat, or for all that have not ended (0). Forms are drawn where they were not yet, and stay the forms of these sittings, on paper and at the screen. *count of seats, may be
 * NULL. ERR_ABSENT if there is no such seat; ERR_DENIED for whoever sits in the session: the key is among the papers. */
bool exam_paper(struct app *app, int64_t session, int seat, const struct exam_papers *p, int *count, struct err *e);

/* An answer as it stands on the sheet: letters of options ("b", "a,c"; for pairs one for each, "-" for none), texts with "|" between gaps; "" for none. */
struct exam_written {
	int question;       /* as numbered on the form */
	const char *answer;
};
enum { EXAM_WRITTEN_BYTES_MAX = 512 * 1024 };

/* Reads a table with the columns question and answer. ERR_INPUT names the line. */
bool exam_written_read(const char *text, size_t n, const char *name, struct arena *a, struct exam_written **out, size_t *count, struct err *e);

/* Types the answers of a seat in, as if given at its screen, and hands the sitting in: the same forms, grades and marks. Its identity is confirmed already; a seat that ran at a screen goes
 * on, and answers given there stay where the sheet has none. `second`, from exam_witness, has compared what was typed with the sheet; both names stand in the events. Nothing is
 * stored while an answer cannot be read. `told` gets a line for each answer that does not count because it is written in another script. */
bool exam_paper_enter(struct app *app, int64_t session, int seat, const struct exam_written *list, size_t count, int64_t second, struct str *told, struct err *e);

/* Whether an answer can be read as it is written: ERR_INPUT says what is wrong. Nothing is stored. */
bool exam_written_fits(struct app *app, int64_t session, int seat, const struct exam_written *w, struct err *e);

/* The questions of a seat for whoever types: one line each with its letters. For prompts. */
typedef bool exam_sheet_fn(void *ctx, int question, const char *asked, const char *how);
bool exam_sheet(struct app *app, int64_t session, int seat, exam_sheet_fn *fn, void *ctx, struct err *e);

#endif
