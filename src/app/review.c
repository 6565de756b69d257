#include "config.h"
#include "app/review.h"

#include <stdlib.h>
#include <string.h>

#include "app/results.h"
#include "core/i18n.h"
#include "core/str.h"
#include "learn/plan.h"
#include "store/cards.h"

static const char weights_setting[] = "review-weights", retention_setting[] = "review-retention";
enum { WEIGHTS_TEXT = 1024, RETENTION_TEXT = 32 };

bool review_read_retention(struct fsrs *p, const char *text, struct err *e)
{
	char *end;
	double value = strtod(text, &end);
	if (end == text || *end)
		return err_set(e, ERR_INPUT, _("'%s' is no retention; write a number such as 0.9"), text);
	return fsrs_set_retention(p, value, e);
}

/* *fault gets what is damaged; the others are taken. */
static bool read_settings(struct app *app, struct fsrs *out, struct err *fault, struct err *e)
{
	char weights[WEIGHTS_TEXT], retention[RETENTION_TEXT];
	if (!store_setting(app->store, weights_setting, weights, sizeof(weights), e) ||
	    !store_setting(app->store, retention_setting, retention, sizeof(retention), e))
		return false;
	fsrs_init(out);
	if (*weights)
		fsrs_read_weights(out, weights, fault);
	if (*retention)
		review_read_retention(out, retention, fault);
	return true;
}

bool review_settings(struct app *app, struct fsrs *out, struct err *e)
{
	struct err fault = ERR_INIT;
	if (!read_settings(app, out, &fault, e))
		return false;
	if (fault.kind == ERR_NONE)
		return true;
	*e = fault;
	return err_add(e, _("a setting of reviews is damaged"));
}

/* Back to the default. */
static bool is_default(const char *value)
{
	return !*value || strcmp(value, "default") == 0;
}

static bool put_setting(struct app *app, const char *name, const char *value, struct err *e)
{
	return !value || (store_set_setting(app->store, name, is_default(value) ? "" : value, e) &&
			  act_add(app->store, app_now(app), app->person.id, "review.set", name, "", e));
}

static bool sound_weights(const char *text, struct err *e)
{
	struct fsrs tried;
	fsrs_init(&tried);
	if (is_default(text))
		return true;
	if (strlen(text) >= WEIGHTS_TEXT)
		return err_set(e, ERR_INPUT, _("the weights are longer than any should be; write %d numbers"), FSRS_WEIGHTS);
	return fsrs_read_weights(&tried, text, e);
}

static bool sound_retention(const char *text, struct err *e)
{
	struct fsrs tried;
	fsrs_init(&tried);
	if (is_default(text))
		return true;
	if (strlen(text) >= RETENTION_TEXT)
		return err_set(e, ERR_INPUT, _("'%.31s' is no retention; write a number such as 0.9"), text);
	return review_read_retention(&tried, text, e);
}

bool review_set(struct app *app, const char *weights, const char *retention, struct err *e)
{
	if (!app_may(app, MAY_CHANGE_PEOPLE, e) || (weights && !sound_weights(weights, e)) || (retention && !sound_retention(retention, e)) ||
	    !store_begin(app->store, e))
		return false;
	return store_end(app->store, put_setting(app, weights_setting, weights, e) && put_setting(app, retention_setting, retention, e), e);
}

bool review_terms(struct app *app, int64_t person, struct fsrs *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct installed_programme *programmes;
	struct err ignored = ERR_INIT;
	size_t count;
	bool ok = read_settings(app, out, &ignored, e) && results_programmes(app, person, &a, &programmes, &count, e);
	int highest = 0;
	for (size_t i = 0; ok && i < count; i++)
		if (programmes[i].programme->retention > highest)
			highest = programmes[i].programme->retention;
	if (ok && highest)
		ok = fsrs_set_retention(out, highest / 100.0, e);
	arena_release(&a);
	return ok;
}

/* Once a session for the person signed in: an answer must not wait for programmes to be read. */
static bool own_terms(struct app *app, const struct fsrs **out, struct err *e)
{
	*out = &app->review;
	if (app->review_person == app->person.id && app->person.id)
		return true;
	if (!review_terms(app, app->person.id, &app->review, e))
		return false;
	app->review_person = app->person.id;
	return true;
}

bool review_record(struct app *app, const struct answer *row, struct err *e)
{
	const struct fsrs *p;
	if (*row->sitting || (!*row->drill && !row->corrects) || strcmp(row->drill, ANSWER_PLACEMENT) == 0)
		return true;
	if (row->person == app->person.id)
		return own_terms(app, &p, e) && card_answered(app->store, row, p, app_today(app), e);
	/* a correction by somebody else */
	struct fsrs theirs;
	return review_terms(app, row->person, &theirs, e) && card_answered(app->store, row, &theirs, app_today(app), e);
}

bool review_memory(struct app *app, const char *path, struct fsrs_card *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct card c = {0};
	bool found, ok = card_read(app->store, app->person.id, path, &a, &c, &found, e);
	*out = c.memory;
	arena_release(&a);
	return ok;
}

bool review_rebuild(struct app *app, int64_t *entered, struct err *e)
{
	struct fsrs p;
	struct err ignored = ERR_INIT;
	return app_may(app, MAY_CHANGE_PEOPLE, e) && read_settings(app, &p, &ignored, e) &&
	       cards_rebuild(app->store, &p, app->rollover_hour, entered, e);
}

struct listing {
	const struct fsrs *fsrs;
	struct due_words *out;
	size_t room;
	int64_t day, now;
	int64_t departure; /* the nearest to come, or INT64_MIN */
	int horizon;
};

/* A clock that went back must not hide a card: one from a day that is still to come is due, and so is one whose wait is longer than any step. */
static bool is_due(const struct listing *l, const struct card *c)
{
	enum { LONGEST_STEP_MS = 3600 * 1000 };
	if (c->memory.last_day > l->day)
		return true;
	if (c->memory.state == FSRS_REVIEW)
		return c->due_day <= l->day || plan_polish(l->fsrs, &c->memory, l->day, l->departure);
	return c->due_at <= l->now || c->due_at - l->now > LONGEST_STEP_MS || c->memory.last_day < l->day;
}

static bool take_card(void *ctx, const struct card *c)
{
	struct listing *l = ctx;
	struct due_words *out = l->out;
	bool in_steps = c->memory.state != FSRS_REVIEW;
	out->met++;
	out->learnt += !in_steps;
	if (!is_due(l, c)) {
		out->soon += in_steps;
		return true;
	}
	out->list = arena_grow(&out->arena, out->list, out->count, &l->room, sizeof(*out->list));
	out->list[out->count++] = (struct due_word){
		.path = arena_strdup(&out->arena, c->path), .memory = c->memory, .in_steps = in_steps,
		.worth = plan_worth(l->fsrs, &c->memory, l->day, l->horizon),
	};
	return true;
}

static int by_use(const void *a, const void *b)
{
	const struct due_word *x = a, *y = b;
	if (x->in_steps != y->in_steps)
		return x->in_steps ? -1 : 1;
	if (x->worth > y->worth || x->worth < y->worth)
		return x->worth > y->worth ? -1 : 1;
	return strcmp(x->path, y->path);
}

static bool take_departure(void *ctx, const struct enrolment *en)
{
	struct listing *l = ctx;
	int64_t leave;
	if (date_parse(en->departure, &leave) && leave > l->day && (l->departure == INT64_MIN || leave < l->departure))
		l->departure = leave;
	return true;
}

/* How far ahead a review shall serve: to departure, within bounds, or a month. */
static bool look_ahead(struct app *app, struct listing *l, struct err *e)
{
	enum { MONTH = 30, YEAR = 365 };
	l->departure = INT64_MIN;
	if (!enrol_each(app->store, app->person.id, take_departure, l, e))
		return false;
	l->horizon = l->departure == INT64_MIN ? MONTH : l->departure - l->day > YEAR ? YEAR : (int)(l->departure - l->day);
	return true;
}

bool review_due(struct app *app, struct due_words *out, struct err *e)
{
	*out = (struct due_words){.count = 0};
	struct listing l = {.out = out, .day = app_today(app), .now = app_now(app)};
	if (!own_terms(app, &l.fsrs, e) || !look_ahead(app, &l, e) ||
	    !card_each(app->store, app->person.id, true, take_card, &l, e))
		return false;
	if (out->count)
		qsort(out->list, out->count, sizeof(*out->list), by_use);
	return true;
}

void due_words_release(struct due_words *d)
{
	arena_release(&d->arena);
	*d = (struct due_words){.count = 0};
}
