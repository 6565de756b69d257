/* Screens on a real store, walked through by keys: what the tests of screens share. */
#ifndef SAFAR_TESTS_SCREENS_STAGE_H
#define SAFAR_TESTS_SCREENS_STAGE_H

#include "app/fixture.h"
#include "app/people.h"
#include "view/screen.h"

struct stage {
	struct fixture f;
	struct stack *stack;
	const char *prefix; /* of the names of golden files */
};

/* set_up and tear_down of a test: a store with that pack and the programme "north", and three people (1001 learns, 2001 teaches, 9001 administers); the first screen is
 * on top, in English whatever is installed. */
int stage_open(void **state, const char *pack);
int stage_close(void **state);

/* Further packs and people, as the owner of the store. */
void stage_install(struct stage *st, const char *path);
void stage_add(struct stage *st, struct person p, const char *pin, const char *programme);

/* Compares the page at both design sizes and as lines with golden/PREFIX-name.txt. */
void stage_look(struct stage *st, const char *name);

void stage_press(struct stage *st, enum press key, const char *text);
void stage_type(struct stage *st, const char *text);

/* Words apart by spaces: the name of a key; "_" for the space bar; =NAME to look; @NAME for the screen that must be on top now; all else is typed. */
void stage_play(struct stage *st, const char *script);

#endif
