/* People: signing in, adding, PINs, enrolling. */
#ifndef SAFAR_APP_PEOPLE_H
#define SAFAR_APP_PEOPLE_H

#include "app/app.h"

enum { PIN_FREE_FAILURES = 5, PIN_WAIT_MS = 60 * 1000 };

/* Code and PIN. Five failures in a row wait one minute, doubling with each further one. On success app->person is set and the language chosen
 * before it is remembered as the person's. ERR_DENIED says the same for an unknown code as for a wrong PIN; while waiting it says how long. */
bool sign_in(struct app *app, const char *code, const char *pin, struct err *e);
/* The same judgement, counted and waited for like a sign-in, but nobody is signed in by it; the person's texts in `a`. */
bool sign_in_check(struct app *app, const char *code, const char *pin, struct arena *a, struct person *out, struct err *e);
/* The same sign-in for one command: the person's language stays as it is. */
bool sign_in_once(struct app *app, const char *code, const char *pin, struct err *e);
void sign_out(struct app *app);

/* Faults of a person's data, one sentence for the first; names trimmed and NFC, birth a date between 14 and 90 years ago (staff may have none), region one of the 14 of ISO 3166-2:UZ,
 * Latin line A–Z, space, hyphen (proposed from the name when empty). */
bool person_mend(struct app *app, struct arena *a, struct person *p, struct err *e);

/* Adds (code "": a free one is given) or changes; logged. `p->code` is the final code. */
bool person_put(struct app *app, struct arena *a, struct person *p, struct err *e);

/* Six random digits that are not easy to guess. */
void pin_random(const struct entropy *entropy, char pin[PIN_DIGITS + 1]);

/* A new random PIN, shown once by the caller and then wiped; clears the failures; logged. */
bool person_new_pin(struct app *app, int64_t person, char pin[PIN_DIGITS + 1], struct err *e);
/* Sets a chosen PIN (six digits, not weak). */
bool person_set_pin(struct app *app, int64_t person, const char *pin, struct err *e);

/* Programme by its path ("belgium/flanders") or short id ("flanders"); departure an ISO date not in the past or "". Requirements already met are counted at once. */
bool person_enrol(struct app *app, int64_t person, const char *programme, const char *departure, struct err *e);

/* Whether such a person may be enrolled so; *path is the programme's path, in `a` or borrowed from `programme`. Writes nothing. */
bool person_enrol_check(struct app *app, struct arena *a, const struct person *p, const char *programme, const char *departure, const char **path, struct err *e);

/* "Karimova Aziza" or, where another person has the same name, "Karimova Aziza (1998)". In `a`. */
const char *person_shown(struct app *app, struct arena *a, const struct person *p);

/* The 14 regions: ISO 3166-2 codes with their names in the reader's language. */
struct region {
	const char *code, *name; /* name: N_() */
};
extern const struct region regions[14];

#endif
