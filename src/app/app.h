/* What every use case needs at hand: the store, time, chance, who sits here and what they read. */
#ifndef SAFAR_APP_APP_H
#define SAFAR_APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/err.h"
#include "core/random.h"
#include "learn/fsrs.h"
#include "pack/source.h"
#include "store/people.h"
#include "store/store.h"

struct app {
	struct store *store;      /* owned */
	struct clock clock;
	struct entropy entropy;
	const char *front;        /* "tui", "plain": goes into the answer log */
	char language[16];        /* of core/i18n.h; set by app_set_language */
	char site[128];           /* name of the centre */
	int offset_min, rollover_hour, idle_seconds;
	struct progress progress; /* who is told of long work: set by the front, may be empty */
	struct arena person_arena;
	struct person person;     /* id 0: nobody signed in; texts in person_arena */
	struct fsrs review;       /* with what reviews of `review_person` are reckoned; app/review.h fills it */
	int64_t review_person;
};

/* Default place of the store: $SAFAR_STORE, else $XDG_DATA_HOME/safar/safar.db, else ~/.local/share/safar/safar.db; the system-wide
 * /var/lib/safar/safar.db where only that exists. The caller frees. */
char *app_store_path_dup(const char *option);

/* Opens the store and reads the site's settings. `app` is filled; app_close in any case. */
bool app_open(struct app *app, const char *path, enum store_mode mode, struct err *e);
void app_close(struct app *app);

/* Switches the interface; remembers it for the person signed in. */
bool app_set_language(struct app *app, const char *tag, struct err *e);

/* Wall time now (ms) and the site's day. */
int64_t app_now(const struct app *app);
int64_t app_today(const struct app *app);

/* Whether the one signed in may do something; on the command line (nobody signed in, front "cli") everything is allowed to the owner of the store. ERR_DENIED with who could. */
enum may { MAY_SEE_PEOPLE, MAY_CHANGE_PEOPLE, MAY_EXPORT, MAY_PACKS, MAY_REPORTS, MAY_EXAM, MAY_SITE };
bool app_may(const struct app *app, enum may what, struct err *e);

/* An ISO date in a text for people: as the reader writes it on screens, as it stands on the command line and where it is no date. In `a`. */
const char *app_day_text(const struct app *app, struct arena *a, const char *iso);
/* The same of a decimal number, written with a point. */
const char *app_number_text(const struct app *app, struct arena *a, const char *number);

#endif
