/* What a learner sees first: what to do today, and how far the way to the certificate is. */
#ifndef SAFAR_APP_HOME_H
#define SAFAR_APP_HOME_H

#include "app/app.h"
#include "app/placement.h"
#include "app/today.h"

struct home_unit {
	const char *pack, *pack_title, *unit, *title; /* titles in the reader's language */
	int minutes, steps, done; /* done == steps: finished */
	int place;                /* of a unit that is begun: the step to go on with, from 1; 0: only what was wrong is left */
	bool has_check, passed;
	int best_mark, best_maximum; /* of the check; maximum 0: never taken */
	int number;                  /* of the unit in its pack, from 1 */
	bool in_check;               /* a check is open */
	int64_t last_seq;
	bool skipped;                /* judged known by a placement, and not begun */
	int skipped_words;           /* of its words, those never asked */
	bool asked_for;              /* a programme of the person names its check */
};
struct home_pack {
	const char *pack, *title;
	const char *kind, *teaches; /* as in pack.yaml; teaches "" if it is no language */
	size_t first, count;      /* its units in home.units */
	int finished;             /* units with every step done and the check passed (if any) */
	bool begun;               /* one of its units is */
	enum placing_may placing;
	bool wanted;              /* a programme of the person names it, or the person has none */
};
struct home_requirement {
	const char *id, *title;
	bool fulfilled;
	int mark, maximum;
};
struct home_programme {
	const char *path, *title, *departure; /* departure "" if none */
	int days_left;                        /* to the departure; negative: past */
	struct home_requirement *requirements;
	size_t count;
	const char *serial;                   /* of the certificate, "" if none */
	bool real;                            /* it proves something; else it is for practice */
};
struct home {
	struct arena arena;
	struct home_unit *units;
	size_t unit_count;
	struct home_pack *packs;
	size_t pack_count;
	struct home_programme *programmes;    /* enrolled in */
	size_t programme_count;
	size_t today[3];                      /* numbers in units: what to do today, in order */
	size_t today_count;
	int exams;                            /* of the person, planned and over */
	int mistakes;                         /* of the person's, still to be put right */
	int words;                            /* words of the person's that were ever asked */
	int64_t day;
	struct today share;                   /* reviews and new words of today, and whether the plan fits */
	size_t planned;                       /* the programme it is planned for, or SIZE_MAX */
};

/* Everything at once, texts in the app's language. Today holds units of wanted packs only. home_release in any case. Packs that the person's programmes name come first. */
bool home_load(struct app *app, struct home *h, struct err *e);
void home_release(struct home *h);

#endif
