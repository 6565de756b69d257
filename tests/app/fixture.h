/* A real store in a temporary folder with a clock that stands still and repeatable chance. */
#ifndef SAFAR_TESTS_APP_FIXTURE_H
#define SAFAR_TESTS_APP_FIXTURE_H

#include "app/app.h"
#include "learn/grade.h"

struct lesson;

struct fixture {
	char folder[64];
	char path[128];           /* of the store */
	struct clock_fixed clock; /* 2026-11-23 09:00 UTC; move it by hand */
	uint64_t chance;
	struct app app;
};

void fixture_open(struct fixture *f);  /* makes folder and store; fails the test if it cannot */
void fixture_reopen(struct fixture *f); /* closes and opens the same store, as after a power cut */
void fixture_close(struct fixture *f); /* closes and removes everything */

/* A file in the folder with these contents; its path is borrowed until the next call. */
const char *fixture_file(struct fixture *f, const char *name, const char *bytes);

/* Path of a file of the source tree. Borrowed until the next call. */
const char *fixture_source(const char *path);

/* Installs a pack of the source tree, also one older than what is there; fails the test if it does not install. */
void fixture_install(struct app *app, const char *path);

/* Adds a person with this PIN and gives the id; fails the test if that is refused. Nobody's sign-in changes. */
int64_t fixture_person(struct app *app, struct person p, const char *pin);

/* Adds a learner with code 1001 and PIN 402817 and signs in. */
void fixture_learner(struct fixture *f);

/* A unit opened; fails the test if it does not open. The caller frees it. */
struct lesson *fixture_lesson(struct fixture *f, const char *pack, const char *unit);
/* Types into the only gap of a step and gives the verdict; fails the test if the answer is not taken. */
enum verdict fixture_type(struct fixture *f, struct lesson *l, size_t step, const char *text);

/* set_up and tear_down of a test: *state is a fixture that was opened; for fixture_with that pack is installed, and the learner has signed in. */
int fixture_set_up(void **state);
int fixture_with(void **state, const char *pack);
int fixture_tear_down(void **state);

#endif
