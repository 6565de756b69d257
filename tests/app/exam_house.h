/* A room with a planned session of the sample exam, for the tests of supervised sittings. */
#ifndef SAFAR_TESTS_APP_EXAM_HOUSE_H
#define SAFAR_TESTS_APP_EXAM_HOUSE_H

#include "fixture.h"

#include "app/exam.h"
#include "app/exam_release.h"
#include "store/exams.h"

struct room {
	struct fixture f;
	int64_t session, supervisor, witness, people[3];
	char codes[4][EXAM_CODE_SIZE]; /* by seat */
};

/* Fails the test with the message of the fault. */
void check(bool ok, const struct err *e);
/* With the PIN 402817. */
int64_t add_person(struct app *app, const char *code, const char *name, enum role role);
/* Installs a pack of the source tree. */
void install(struct app *app, const char *path);

/* A session of three seats, signed in as its supervisor; then identities confirmed and seats open; then started, with that seat entered. All fail the test on a fault. */
void plan_room(struct room *r);
void plan_room_of(struct room *r, const char *pack, const char *exam); /* of another exam than the sample */
void open_room(struct room *r);
/* Three people: two with the same doubtful answer, one of whom left the other question out; a third one who has nearly all right. Closed. */
void hold_final(struct room *r);
struct exam_run *start(struct room *r, int seat);
struct exam_run *start_planned(struct room *r, int seat); /* the room is planned already */
struct exam_run *enter(struct room *r, int seat);
void end(struct room *r, struct exam_run *run);

/* Time goes on; a look of the screen; seconds at a live screen. */
void pass(struct room *r, int64_t ms);
void tick(struct room *r, struct exam_run *run);
void sit(struct room *r, struct exam_run *run, int seconds);

bool choose(struct room *r, struct exam_run *run, size_t i, int option, struct err *e);
bool type(struct room *r, struct exam_run *run, size_t i, const char *text, struct err *e);
void show(struct room *r, struct exam_run *run, size_t i);
bool release(struct room *r, int seat, struct err *e);
struct place_row place(struct room *r, int seat, struct arena *a);

/* After it. An assessor's word about a typed answer that somebody gave. */
struct exam_result result_of(struct room *r, int seat, struct arena *a);
void decide(struct room *r, const char *given, enum doubt_state to);

#endif
