/* A screen: state, a table of bindings, what it does on an action, and the page it describes. It needs no terminal, no store and no clock. */
#ifndef SAFAR_VIEW_SCREEN_H
#define SAFAR_VIEW_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "app/app.h"
#include "core/err.h"
#include "view/key.h"
#include "view/page.h"

struct screen;
struct turn;

/* Work outside the screen: a call into app/ with the screen's state, carried out by the loop. Gives the next turn; on failure fills `e` and gives TURN_STAY: the
 * message is shown above the footer. */
typedef struct turn effect_fn(struct app *app, void *state, struct err *e);

enum turn_kind {
	TURN_STAY,
	TURN_PUSH,    /* open `screen` with `arg` on top */
	TURN_REPLACE, /* instead of this one */
	TURN_POP,     /* back to the one below, whose `enter` runs again */
	TURN_HOME,    /* back to the screen that stands second (after sign-in), or first where that one replaced the first; its `enter` runs again */
	TURN_SIGN_OUT,/* forget the person, begin anew with the first screen */
	TURN_QUIT,
	TURN_EFFECT,  /* run `effect` */
};
struct turn {
	enum turn_kind kind;
	const struct screen *screen;
	const void *arg; /* read by the new screen's init during the call; borrowed */
	effect_fn *effect;
};

/* One thing that can be done here: bound to its key by key.c. The order is the order of the footer. */
struct binding {
	enum action action;
	const char *label; /* N_(), a word or two: "next", "home"; "": the key alone; NULL: not in the footer, only handled; but ↓ after ↑, → after ←
	                    * and the digits after either join the label before them. Neighbours with the same label become one */
	const char *help;  /* N_(), a sentence for the help screen; NULL: the label */
};

/* Who reads and where: what describe may know. */
struct reader {
	const char *language; /* of core/i18n.h */
	const char *site;     /* name of the centre */
	const char *person;   /* name as shown in the header, "" when nobody is signed in */
	long long now_ms;     /* wall clock, ms UTC */
	int offset_min;
};

struct screen {
	const char *name; /* for tests and the manual */
	size_t state_size;
	const struct binding *bindings; /* ends with ACTION_NONE; F1, F3 and resize are the loop's own */
	void (*init)(void *state, const void *arg);           /* state is zeroed; may be NULL */
	effect_fn *enter;                                     /* on opening, on coming back, and after a change of language; may be NULL */
	bool (*open)(const void *state, enum action a);       /* whether a bound action can be done now; NULL: all */
	const char *(*label)(const void *state, enum action a); /* another translated word for what a bound action does now; gives NULL, or is NULL: the binding's */
	bool (*typing)(const void *state);                    /* whether characters go into a field; NULL: never */
	void (*describe)(const void *state, const struct reader *r, struct page *page);
	struct turn (*on_action)(void *state, const struct event *e);
	effect_fn *tick;                                      /* about once a second, between keys too, also while help or a question stands above it (which a
	                                                       * turn other than TURN_STAY closes); may be NULL */
	effect_fn *settle;                                    /* when the keys that were waiting have all been taken in, before anything is drawn: makes
	                                                       * durable what they changed; may be NULL */
	bool stays;                                           /* nobody is signed out while it is open for want of keys: an examination is under way */
	bool locked;                                          /* no key of the terminal (Ctrl+C, Ctrl+\\, Ctrl+Z, the end of input) ends or stops the program */
	void (*release)(void *state);                         /* may be NULL */
};

/* The screens on top of each other, and what is common to all: help, language, idle sign-out, errors. */
struct stack;
struct stack *stack_new(struct app *app, const struct screen *first);
void stack_free(struct stack *s);
bool stack_event(struct stack *s, struct event *e); /* false: the program ends */
void stack_describe(struct stack *s, struct page *page); /* page_init was called */
const char *stack_name(const struct stack *s); /* of the screen on top */
bool stack_typing(const struct stack *s);
/* Whether the screen on top does something on `a` now; the renderers scroll with what it leaves over. */
bool stack_offers(const struct stack *s, enum action a);
/* Grows whenever another screen, or the same one anew, has come on top: what is drawn then begins at its top. */
unsigned long stack_turns(const struct stack *s);
/* Runs `settle` of the screen on top. False: the program ends. */
bool stack_settle(struct stack *s);
/* Whether the screen on top has one: then keys are gathered before it is drawn. */
bool stack_settles(const struct stack *s);
/* Whether a screen is open that is locked. */
bool stack_locked(const struct stack *s);
/* Milliseconds (monotonic) of the clock that ticks are to carry, 0 when there is no app. */
long long stack_clock(const struct stack *s);
/* How many characters of what was typed or pasted last, in one go, found no room in the field: said above the footer until the next key. */
size_t stack_left_out(const struct stack *s);
/* Shows `note` (N_(), not copied) until the next key. */
void stack_note(struct stack *s, const char *note);
/* Asks `changed` at each tick; when it says so, everything but the screen at the bottom is closed and that one's `enter` runs again. */
typedef bool stack_changed_fn(void *ctx);
void stack_watch(struct stack *s, stack_changed_fn *changed, void *ctx);
/* The app given to stack_new. */
struct app *stack_app(const struct stack *s);

#endif
