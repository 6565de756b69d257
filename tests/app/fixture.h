/* A real store in a temporary folder with a clock that stands still and repeatable chance. */
#ifndef SAFAR_TESTS_APP_FIXTURE_H
#define SAFAR_TESTS_APP_FIXTURE_H

#include "app/app.h"

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

/* Installs a pack of tests/data; fails the test if it does not install. */
void fixture_install(struct fixture *f, const char *pack, bool downgrade);

/* Adds a learner with code 1001 and PIN 402817 and signs in. */
void fixture_learner(struct fixture *f);

#endif
