/* A centre where live exams were held and given out: an administrator, an instructor, four learners (tests/data/issuing/live.sql), and a key. */
#ifndef SAFAR_TESTS_APP_LIVE_HOUSE_H
#define SAFAR_TESTS_APP_LIVE_HOUSE_H

#include "fixture.h"

#include "core/sign.h"

#define LIVE_PHRASE "five words that nobody guesses"

struct live {
	struct fixture f;
	int64_t administrator, second, people[4];
	char key[192]; /* its file */
};

/* Signed in as the administrator. */
void live_open(struct live *l);
/* The same in a store of the caller; l->f is not used then, and nobody is signed in. */
void live_fill(struct fixture *f, struct live *l);
void live_close(struct live *l);

#endif
