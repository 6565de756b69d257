/* Making a store. */
#ifndef SAFAR_APP_SETUP_H
#define SAFAR_APP_SETUP_H

#include "app/app.h"

struct setup {
	const char *site;          /* name of the centre */
	const char *name, *latin;  /* of the first administrator */
	bool demo;                 /* sample people and settings */
};
struct setup_result {
	char code[16], pin[PIN_DIGITS + 1]; /* of the administrator; wipe after showing */
};

/* Makes folder (0700) and store (0600) and the first administrator. Refuses a file that exists. The app is open afterwards;
 * on failure nothing is left of the store. A demo gets its sample people, the learner enrolled in flanders when that programme is installed. */
bool setup_store(struct app *app, const char *path, const struct setup *s, struct setup_result *out, struct err *e);

/* The sample people of a demo store with the codes and PINs its first screen shows; count 3. */
struct demo_person {
	const char *code, *pin, *name, *latin, *birth, *region;
	enum role role;
};
extern const struct demo_person demo_people[3];
bool app_is_demo(struct app *app);

#endif
