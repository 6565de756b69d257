/* A learner's own examinations: what is planned, what is over, what came of it. */
#ifndef SAFAR_APP_EXAM_MINE_H
#define SAFAR_APP_EXAM_MINE_H

#include "app/exam.h"

struct exam_mine {
	const char *sitting, *title, *day, *room; /* title in the reader's language; ISO date */
	int seat;
	enum sitting_state state;
	bool practice, started;
	bool released;       /* results are given out; then also: */
	bool passed;
	int mark, maximum, scale;
};
struct exam_mines {
	struct arena arena;
	struct exam_mine *list;
	size_t count;
};
/* Of the person signed in, the newest day first. exam_mines_release in any case. */
bool exam_mines_load(struct app *app, struct exam_mines *out, struct err *e);
void exam_mines_release(struct exam_mines *m);

#endif
