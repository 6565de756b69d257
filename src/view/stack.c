/* The screens on top of each other, and what is common to all. */
#include "config.h"
#include "view/screen.h"

#include <stdlib.h>

#include "app/people.h"
#include "core/alloc.h"
#include "core/clock.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/common.h"
#include "view/hints.h"

enum {
	DEPTH_MAX = 32,
	TURNS_MAX = 32, /* effects and openings that one key may set off */
	WARN_MS = 60 * 1000,
	TICK_MS = 1000,
};

struct frame {
	const struct screen *screen;
	void *state; /* owned */
};

struct stack {
	struct app *app; /* borrowed, may be NULL */
	const struct screen *first;
	struct frame frames[DEPTH_MAX];
	size_t depth;
	struct err err;       /* shown until the next key */
	const char *note;     /* N_(), likewise */
	size_t left_out;      /* likewise: characters that found no room in the field */
	bool timed;           /* key_ms has been set */
	unsigned long turns;  /* how often the top has changed */
	stack_changed_fn *changed; /* asked at each tick, or NULL */
	void *changed_ctx;
	long long key_ms, now_ms; /* monotonic: the last key, the last event */
	long long tick_ms;        /* when the screen on top last had its tick */
};

static const struct frame *top(const struct stack *s)
{
	return &s->frames[s->depth - 1];
}

static void push(struct stack *s, const struct screen *screen, const void *arg)
{
	struct frame f = { .screen = screen, .state = xcalloc(1, screen->state_size > 0 ? screen->state_size : 1) };

	if (s->depth == DEPTH_MAX)
		BUG("more than %d screens", DEPTH_MAX);
	if (screen->init != NULL)
		screen->init(f.state, arg);
	s->frames[s->depth++] = f;
}

static void drop(struct frame *f)
{
	if (f->screen->release != NULL)
		f->screen->release(f->state);
	free(f->state);
}

static void drop_to(struct stack *s, size_t depth)
{
	while (s->depth > depth)
		drop(&s->frames[--s->depth]);
}

static void replace(struct stack *s, const struct screen *screen, const void *arg)
{
	struct frame old = *top(s);

	/* the old state lives until the new screen has read its argument, which may stand in it */
	s->depth--;
	push(s, screen, arg);
	drop(&old);
}

static struct turn run_at(struct stack *s, size_t at, effect_fn *effect)
{
	struct err e = ERR_INIT;
	struct turn t = { .kind = TURN_STAY };

	if (effect != NULL)
		t = effect(s->app, s->frames[at].state, &e);
	if (e.kind != ERR_NONE)
		s->err = e;
	return t;
}

static struct turn run(struct stack *s, effect_fn *effect)
{
	return run_at(s, s->depth - 1, effect);
}

/* Back to the first screen as if nobody had been here. */
static void leave(struct stack *s)
{
	if (s->app != NULL && s->app->person.id != 0)
		sign_out(s->app);
	drop_to(s, 0);
	push(s, s->first, NULL);
}

/* The home stands on the first screen, or in its place where that was replaced (a program begun at the sign-in). */
static size_t home_depth(const struct stack *s)
{
	size_t depth = s->frames[0].screen == s->first ? 2 : 1;

	return s->depth < depth ? s->depth : depth;
}

/* Carries a turn out, and those that follow from it. False: the program ends. */
static bool carry_out(struct stack *s, struct turn t)
{
	for (int i = 0; i < TURNS_MAX; i++) {
		switch (t.kind) {
		case TURN_STAY:
			return true;
		case TURN_PUSH:
			push(s, t.screen, t.arg);
			break;
		case TURN_REPLACE:
			replace(s, t.screen, t.arg);
			break;
		case TURN_POP:
			drop_to(s, s->depth - 1);
			break;
		case TURN_HOME:
			drop_to(s, home_depth(s));
			break;
		case TURN_SIGN_OUT:
			leave(s);
			break;
		case TURN_QUIT:
			return false;
		case TURN_EFFECT:
			t = run(s, t.effect);
			continue;
		}
		s->turns++;
		if (s->depth == 0)
			return false;
		t = run(s, top(s)->screen->enter);
	}
	BUG("screen '%s' never comes to rest", stack_name(s));
}

struct stack *stack_new(struct app *app, const struct screen *first)
{
	struct stack *s = xcalloc(1, sizeof *s);

	s->app = app;
	s->first = first;
	if (!carry_out(s, (struct turn){ .kind = TURN_PUSH, .screen = first }))
		BUG("screen '%s' ends before it began", first->name);
	return s;
}

void stack_free(struct stack *s)
{
	if (s == NULL)
		return;
	drop_to(s, 0);
	free(s);
}

const char *stack_name(const struct stack *s)
{
	return s->depth > 0 ? top(s)->screen->name : "";
}

unsigned long stack_turns(const struct stack *s)
{
	return s->turns;
}

void stack_note(struct stack *s, const char *note)
{
	s->note = note;
}

size_t stack_left_out(const struct stack *s)
{
	return s->left_out;
}

void stack_watch(struct stack *s, stack_changed_fn *changed, void *ctx)
{
	s->changed = changed;
	s->changed_ctx = ctx;
}

struct app *stack_app(const struct stack *s)
{
	return s->app;
}

bool stack_typing(const struct stack *s)
{
	return s->depth > 0 && top(s)->screen->typing != NULL && top(s)->screen->typing(top(s)->state);
}

long long stack_clock(const struct stack *s)
{
	return s->app != NULL ? clock_mono(&s->app->clock) : 0;
}

static bool bound(const struct frame *f, enum action a)
{
	for (const struct binding *b = f->screen->bindings; b != NULL && b->action != ACTION_NONE; b++)
		if (b->action == a)
			return true;
	return false;
}

/* While something is being typed, what edit.h understands needs no row in the table. */
static bool edits(enum action a)
{
	static const enum action all[] = {
		ACTION_TEXT, ACTION_ERASE, ACTION_DELETE, ACTION_PREVIOUS, ACTION_NEXT, ACTION_FIRST, ACTION_LAST, ACTION_WORD_PREVIOUS,
		ACTION_WORD_NEXT, ACTION_WORD_ERASE, ACTION_WORD_DELETE, ACTION_UNDO, ACTION_REDO,
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i] == a)
			return true;
	return false;
}

bool stack_offers(const struct stack *s, enum action a)
{
	const struct frame *f = top(s);

	if (edits(a) && stack_typing(s))
		return true;
	return bound(f, a) && (f->screen->open == NULL || f->screen->open(f->state, a));
}

/* What a press means here: its own action, or another that the screen offers on the same key. */
static void choose_action(const struct stack *s, struct event *e)
{
	key_action(e, stack_typing(s));
	if (e->press == PRESS_NONE || e->action == ACTION_TEXT || stack_offers(s, e->action))
		return;
	for (const struct binding *b = top(s)->screen->bindings; b != NULL && b->action != ACTION_NONE; b++)
		if (key_is(e, b->action) && stack_offers(s, b->action)) {
			e->action = b->action;
			return;
		}
}

/* How long before signing out the warning begins: a minute, or half of a very short wait. */
static long long warn_ms(const struct stack *s)
{
	long long idle = s->app->idle_seconds * 1000LL;

	return idle / 2 < WARN_MS ? idle / 2 : WARN_MS;
}

static bool stays(const struct stack *s)
{
	for (size_t i = 0; i < s->depth; i++)
		if (s->frames[i].screen->stays)
			return true;
	return false;
}

/* Milliseconds left before the person is signed out; negative: never. */
static long long left_ms(const struct stack *s)
{
	long long left;

	if (s->app == NULL || s->app->person.id == 0 || s->app->idle_seconds <= 0 || !s->timed || stays(s))
		return -1;
	left = s->key_ms + s->app->idle_seconds * 1000LL - s->now_ms;
	return left < 0 ? 0 : left;
}

static bool warns(const struct stack *s)
{
	long long left = left_ms(s);

	return left >= 0 && left <= warn_ms(s);
}

/* The topmost screen that counts time does so, also while help or a question stands above it; what it then turns to closes that. */
static bool screen_tick(struct stack *s)
{
	size_t i = s->depth;
	struct turn t;

	s->tick_ms = s->now_ms;
	while (i > 0 && s->frames[i - 1].screen->tick == NULL)
		i--;
	if (i == 0)
		return true;
	t = run_at(s, i - 1, s->frames[i - 1].screen->tick);
	if (t.kind == TURN_STAY)
		return true;
	drop_to(s, i);
	return carry_out(s, t);
}

/* Below the screen at the bottom something was changed: it begins anew. */
static bool begin_anew(struct stack *s)
{
	drop_to(s, 1);
	s->turns++;
	return carry_out(s, run(s, top(s)->screen->enter));
}

static bool tick(struct stack *s)
{
	if (s->changed != NULL && s->changed(s->changed_ctx))
		return begin_anew(s);
	if (left_ms(s) != 0)
		return screen_tick(s);
	s->note = N_("You were signed out because no key was pressed. Every answer is kept.");
	s->timed = false;
	return carry_out(s, (struct turn){ .kind = TURN_SIGN_OUT });
}

/* A key of the person. */
static bool on_key(struct stack *s, struct event *e)
{
	bool warned = warns(s);

	s->key_ms = e->now_ms;
	if (warned)
		return true; /* "any key goes on" and does nothing else */
	err_clear(&s->err);
	s->note = NULL;
	s->left_out = 0;
	e->left_out = &s->left_out;
	choose_action(s, e);
	if (e->action == ACTION_HELP && top(s)->screen != &screen_help)
		return carry_out(s, (struct turn){ .kind = TURN_PUSH, .screen = &screen_help, .arg = top(s)->screen->bindings });
	if (stack_offers(s, e->action))
		return carry_out(s, top(s)->screen->on_action(top(s)->state, e));
	if (bound(top(s), e->action))
		return true;
	if (e->action == ACTION_LANGUAGE)
		return carry_out(s, (struct turn){ .kind = TURN_PUSH, .screen = &screen_language_change });
	if (e->action == ACTION_BACK)
		return carry_out(s, (struct turn){ .kind = TURN_POP });
	return true;
}

bool stack_event(struct stack *s, struct event *e)
{
	if (s->depth == 0)
		return false;
	s->now_ms = e->now_ms;
	if (!s->timed)
		s->key_ms = s->tick_ms = e->now_ms;
	s->timed = true;
	if (e->press == PRESS_TICK)
		return tick(s);
	if (e->press == PRESS_NONE && e->action == ACTION_NONE && s->changed != NULL && s->changed(s->changed_ctx))
		return begin_anew(s);
	if (!on_key(s, e))
		return false;
	/* who types without a pause stops no clock */
	return s->depth == 0 || s->now_ms - s->tick_ms < TICK_MS || screen_tick(s);
}

bool stack_locked(const struct stack *s)
{
	for (size_t i = 0; i < s->depth; i++)
		if (s->frames[i].screen->locked)
			return true;
	return false;
}

bool stack_settles(const struct stack *s)
{
	return s->depth > 0 && top(s)->screen->settle != NULL;
}

bool stack_settle(struct stack *s)
{
	return !stack_settles(s) || carry_out(s, run(s, top(s)->screen->settle));
}

static struct reader reader_of(const struct stack *s)
{
	const struct app *a = s->app;

	if (a == NULL)
		return (struct reader){ .language = "en", .site = "", .person = "" };
	return (struct reader){
		.language = a->language,
		.site = a->site,
		.person = a->person.id != 0 && a->person.name != NULL ? a->person.name : "",
		.now_ms = clock_wall(&a->clock),
		.offset_min = a->offset_min,
	};
}

static void describe_hints(const struct stack *s, struct page *page)
{
	const struct frame *f = top(s);
	struct hint_row rows[HINTS_MAX];
	size_t n = hints_collect(&page->arena, f->screen->bindings, f->screen->open, f->screen->label, f->state, hints_digits(page), rows);
	bool opens = false;

	for (size_t i = 0; i < n; i++)
		opens |= rows[i].action == ACTION_OPEN;
	/* what must stay in the footer of a small screen: Enter, or the way to all else where Enter does nothing */
	for (size_t i = 0; i < n; i++)
		if (rows[i].action != ACTION_BACK)
			page_hint(page, rows[i].keys, rows[i].label[0] != '\0' ? rows[i].label : NULL,
				  rows[i].action == ACTION_HELP || rows[i].action == (opens ? ACTION_OPEN : ACTION_MORE));
	if (!bound(f, ACTION_LANGUAGE))
		page_hint(page, key_label(ACTION_LANGUAGE), _("language"), false);
	if (!bound(f, ACTION_HELP))
		page_hint(page, key_label(ACTION_HELP), _("help"), true);
	for (size_t i = 0; i < n; i++)
		if (rows[i].action == ACTION_BACK)
			page_hint(page, rows[i].keys, rows[i].label, true);
}

void stack_describe(struct stack *s, struct page *page)
{
	struct reader r = reader_of(s);

	if (s->depth == 0)
		return;
	top(s)->screen->describe(top(s)->state, &r, page);
	if (page->corner == NULL)
		page->corner = page_copy(page, r.person[0] != '\0' ? r.person : r.site);
	describe_hints(s, page);
	if (warns(s)) {
		int left = (int)((left_ms(s) + 999) / 1000);

		page_notice(page, STYLE_NOTE, arena_printf(&page->arena,
			ngettext("You will be signed out in %d second. Any key goes on.", "You will be signed out in %d seconds. Any key goes on.",
				 (unsigned long)left), left));
	} else if (s->err.kind != ERR_NONE) {
		page_notice(page, STYLE_BAD, s->err.msg);
	} else if (s->note != NULL) {
		page_notice(page, STYLE_NOTE, _(s->note));
	} else if (s->left_out > 0) {
		page_notice(page, STYLE_NOTE, arena_printf(&page->arena,
			ngettext("%zu character found no room in the field and was left out.", "%zu characters found no room in the field and were left out.",
				 (unsigned long)s->left_out), s->left_out));
	}
}
