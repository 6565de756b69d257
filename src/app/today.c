#include "config.h"
#include "app/today.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/review.h"
#include "core/alloc.h"
#include "core/i18n.h"
#include "store/cards.h"

enum { ANSWERS_LOOKED_AT = 1000, WEEK = 7, FORTNIGHT = 14 };
static const char minutes_setting[] = "daily-minutes";

static bool read_minutes(const char *text, int *out)
{
	size_t n = strlen(text);
	if (n == 0 || n > 3 || strspn(text, "0123456789") != n)
		return false;
	*out = (int)strtol(text, NULL, 10);
	return *out >= 1 && *out <= PLAN_MINUTES_MAX;
}

bool today_minutes(struct app *app, int *out, struct err *e)
{
	char text[16];
	if (!store_setting(app->store, minutes_setting, text, sizeof(text), e))
		return false;
	if (!read_minutes(text, out))
		*out = PLAN_MINUTES;
	return true;
}

bool today_set_minutes(struct app *app, const char *minutes, struct err *e)
{
	int value;
	bool usual = strcmp(minutes, "default") == 0;
	if (!app_may(app, MAY_CHANGE_PEOPLE, e))
		return false;
	if (!usual && !read_minutes(minutes, &value))
		return err_set(e, ERR_INPUT, _("'%.20s' is no number of minutes a day; write 1 to %d"), minutes, PLAN_MINUTES_MAX);
	if (!store_begin(app->store, e))
		return false;
	return store_end(app->store, store_set_setting(app->store, minutes_setting, usual ? "" : minutes, e) &&
			 act_add(app->store, app_now(app), app->person.id, "review.set", minutes_setting, minutes, e), e);
}

/* How somebody worked lately. */
struct times {
	const struct app *app;
	int64_t drills[ANSWERS_LOOKED_AT], steps[ANSWERS_LOOKED_AT];
	size_t drill_count, step_count;
	int64_t day, newer_at;	      /* today; when the answer after this one was given */
	double today, week, fortnight; /* ms at work */
	double drills_today;	      /* ms */
	int64_t oldest_day;
};

/* Newest first. The pairs of one match are rows of the same moment: only one of them takes time. */
static bool take_time(void *ctx, const struct answer_time *t)
{
	struct times *x = ctx;
	bool same_moment = x->newer_at == t->at;
	int64_t day = site_day(t->at, x->app->offset_min, x->app->rollover_hour), ago = x->day - day;
	x->newer_at = t->at;
	if (same_moment || !t->counts)
		return true;
	double ms = (double)(t->duration_ms < 0 ? 0 : t->duration_ms > PLAN_PAUSE_MS ? PLAN_PAUSE_MS : t->duration_ms);
	if (t->drill)
		x->drills[x->drill_count++] = t->duration_ms;
	else
		x->steps[x->step_count++] = t->duration_ms;
	if (ago < 0)
		return true; /* the clock was wrong then, or is now */
	if (day < x->oldest_day)
		x->oldest_day = day;
	x->today += ago == 0 ? ms : 0;
	x->drills_today += ago == 0 && t->drill ? ms : 0;
	x->week += ago < WEEK ? ms : 0;
	x->fortnight += ago < FORTNIGHT ? ms : 0;
	return true;
}

static struct pace own_pace(struct times *x)
{
	struct pace usual = pace_default(), own;
	own.review = pace_median(x->drills, x->drill_count, usual.review);
	own.fresh = usual.fresh * own.review / usual.review;
	own.step = pace_median(x->steps, x->step_count, usual.step);
	return own;
}

/* Minutes a day lately; 0 while there are fewer than three days to judge by. */
static double active_minutes(const struct times *x)
{
	enum { ENOUGH_DAYS = 3 };
	int64_t days = x->day - x->oldest_day + 1;
	if (days > FORTNIGHT)
		days = FORTNIGHT;
	return days < ENOUGH_DAYS ? 0 : x->fortnight / 60000 / (double)days;
}

struct counting {
	const struct today_facts *facts;
	struct fsrs fsrs;
	struct today *out;
	int64_t day;
	int horizon;	  /* days to departure, or a month */
	int wanted_met, met_today;
	double ahead;
};

static bool wanted(const struct today_facts *f, const char *path, size_t n)
{
	for (size_t i = 0; i < f->pack_count; i++)
		if (strlen(f->packs[i]) == n && strncmp(f->packs[i], path, n) == 0)
			return true;
	return false;
}

static bool take_vocabulary(void *ctx, const char *pack, int words)
{
	struct counting *c = ctx;
	if (wanted(c->facts, pack, strlen(pack)))
		c->out->words += words;
	return true;
}

static bool take_card(void *ctx, const struct card *card)
{
	enum { FIRST_DAY_REPS = 3 };
	struct counting *c = ctx;
	int64_t due_in = card->due_day - c->day;
	c->wanted_met += wanted(c->facts, card->path, strcspn(card->path, "/"));
	c->met_today += card->memory.last_day == c->day && card->memory.reps <= FIRST_DAY_REPS && card->memory.lapses == 0;
	c->ahead += plan_reviews_ahead(&c->fsrs, &card->memory, due_in < 0 ? 0 : due_in > FSRS_DAYS_MAX ? FSRS_DAYS_MAX : (int)due_in, c->horizon);
	return true;
}

/* Half of the words still to be met are met before the middle of the time that is left for them. */
static double ahead_of_new(const struct counting *c, int fresh)
{
	struct fsrs_card none = {.state = FSRS_NEW};
	int days = c->horizon - PLAN_TAIL_DAYS;
	return fresh * plan_reviews_ahead(&c->fsrs, &none, days > 0 ? days / 2 : 0, c->horizon);
}

bool today_load(struct app *app, const struct today_facts *f, struct today *out, struct err *e)
{
	enum { MONTH = 30 };
	*out = (struct today){.due = 0};
	struct times *x = xcalloc(1, sizeof(*x));
	struct counting c = {.facts = f, .out = out, .day = app_today(app), .horizon = MONTH};
	struct due_words due;
	struct plan_facts p = {.today = c.day, .begun = f->begun, .departure = f->departure, .steps = f->steps, .done = f->done};
	*x = (struct times){.app = app, .day = c.day, .oldest_day = c.day, .newer_at = INT64_MIN};
	if (f->departure > c.day && f->departure - c.day < FSRS_DAYS_MAX)
		c.horizon = (int)(f->departure - c.day);
	bool ok = review_due(app, &due, e) && review_terms(app, app->person.id, &c.fsrs, e) && today_minutes(app, &p.minutes, e) &&
		  answer_times(app->store, app->person.id, ANSWERS_LOOKED_AT, take_time, x, e) && vocabulary_each(app->store, take_vocabulary, &c, e) &&
		  card_each(app->store, app->person.id, true, take_card, &c, e);
	if (ok) {
		out->pace = p.pace = own_pace(x);
		p.active = active_minutes(x);
		p.due = out->due = (int)due.count;
		out->words = out->words > f->skipped ? out->words - f->skipped : 0;
		p.fresh = out->words > c.wanted_met ? out->words - c.wanted_met : 0;
		p.ahead = c.ahead + ahead_of_new(&c, p.fresh);
		p.spent = x->drills_today / 1000;
		p.met_today = c.met_today;
		plan_make(&p, &out->plan);
		out->soon = due.soon;
		out->met = due.met;
		out->learnt = due.learnt;
		out->review_minutes = (int)ceil(out->plan.review_today * p.pace.review / 60);
		out->minutes = (int)(x->today / 60000);
		out->week_minutes = (int)(x->week / 60000);
	}
	due_words_release(&due);
	free(x);
	return ok;
}

static bool take_week(void *ctx, const struct week_row *w)
{
	struct weeks *out = ctx;
	out->list[out->count++] = (struct week){.monday = w->monday, .minutes = (int)((w->ms + 59999) / 60000), .words = w->words};
	return out->count < WEEKS_MAX;
}

bool weeks_load(struct app *app, struct weeks *out, struct err *e)
{
	*out = (struct weeks){.count = 0};
	return week_each(app->store, app->person.id, app->offset_min, app->rollover_hour, PLAN_PAUSE_MS, WEEKS_MAX, take_week, out, e);
}
