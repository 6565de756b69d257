/* Today's share of the way: reviews, new words, minutes, and whether the plan fits, for the person signed in. */
#ifndef SAFAR_APP_TODAY_H
#define SAFAR_APP_TODAY_H

#include "app/app.h"
#include "learn/plan.h"

/* What home knows already. */
struct today_facts {
	int64_t departure; /* the nearest to come; INT64_MIN: none */
	int64_t begun;	   /* day of enrolment */
	int steps, done;   /* of the units of wanted packs, without those skipped */
	int skipped;	   /* words of skipped units that were never asked: they are not to be learnt */
	const char *const *packs; /* wanted packs: their words are to be learnt */
	size_t pack_count;
};
struct today {
	struct plan plan;
	struct pace pace;	 /* the person's own, where there are answers enough */
	int due, soon;		 /* words due now; in learning steps, due in some minutes */
	int review_minutes;	 /* for plan.review_today */
	int met, learnt, words;	 /* words with a card, past their learning steps, in wanted packs */
	int minutes, week_minutes; /* really worked today and within seven days; pauses do not count */
};
bool today_load(struct app *app, const struct today_facts *f, struct today *out, struct err *e);

/* The last weeks of the person signed in, the newest first: what was really done; weeks without work are not there. */
enum { WEEKS_MAX = 8 };
struct week {
	int64_t monday;	   /* the site's day */
	int minutes, words; /* at work, begun ones count; met in that week and known by now */
};
struct weeks {
	struct week list[WEEKS_MAX];
	size_t count;
};
bool weeks_load(struct app *app, struct weeks *out, struct err *e);

/* Minutes a day for reviewing and learning words together: the centre's setting, else PLAN_MINUTES. today_set_minutes: 1 to PLAN_MINUTES_MAX, or "default"; needs
 * MAY_CHANGE_PEOPLE. */
bool today_minutes(struct app *app, int *out, struct err *e);
bool today_set_minutes(struct app *app, const char *minutes, struct err *e);

#endif
