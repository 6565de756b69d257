#include "config.h"
#include "app/people.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"

enum { WAIT_DOUBLINGS_MAX = 10 };

static bool refuse(struct err *e)
{
	return err_set(e, ERR_DENIED, _("code and PIN do not fit together; try again or ask your instructor for a new PIN"));
}

/* How long the given number of failures makes wait; 0: not at all. */
static int64_t wait_ms(int failures)
{
	int over = failures - PIN_FREE_FAILURES;
	return over < 0 ? 0 : (int64_t)PIN_WAIT_MS << (over < WAIT_DOUBLINGS_MAX ? over : WAIT_DOUBLINGS_MAX);
}

/* A wait longer than the failures can have caused comes from a clock that was wrong and has been set back: nobody waits for it. */
static bool still_waiting(const struct pin_state *pin, int64_t now, struct err *e)
{
	int64_t left = pin->locked_until - now;
	if (left <= 0 || left > wait_ms(pin->failures))
		return false;
	int64_t seconds = (left + 999) / 1000;
	if (seconds <= 90)
		err_set(e, ERR_DENIED, ngettext("too many wrong PINs; wait %d second and try again, or ask your instructor for a new PIN",
			"too many wrong PINs; wait %d seconds and try again, or ask your instructor for a new PIN", (unsigned long)seconds), (int)seconds);
	else
		err_set(e, ERR_DENIED, ngettext("too many wrong PINs; wait %d minute and try again, or ask your instructor for a new PIN",
			"too many wrong PINs; wait %d minutes and try again, or ask your instructor for a new PIN", (unsigned long)((seconds + 59) / 60)), (int)((seconds + 59) / 60));
	return true;
}

/* The failure is written before the PIN is compared and taken back after success: pulling the plug in between buys no free try, and
 * many terminals at once cannot try in parallel. */
static bool charge_try(struct app *app, int64_t person, struct pin_state *pin, struct err *e)
{
	int64_t now = app_now(app);
	if (!store_begin(app->store, e))
		return false;
	bool ok = pin_read(app->store, person, pin, e);
	if (ok && still_waiting(pin, now, e))
		ok = false;
	if (ok) {
		struct pin_state charged = *pin;
		bool same;
		charged.failures++;
		charged.locked_until = wait_ms(charged.failures) ? now + wait_ms(charged.failures) : 0;
		ok = pin_tries(app->store, person, &charged, &same, e);
		secret_wipe(&charged, sizeof(charged));
	}
	return store_end(app->store, ok, e);
}

static bool take_back(struct app *app, int64_t person, const struct pin_state *pin, struct err *e)
{
	struct pin_state clear = *pin;
	bool same;
	clear.failures = 0;
	clear.locked_until = 0;
	bool ok = pin_tries(app->store, person, &clear, &same, e);
	secret_wipe(&clear, sizeof(clear));
	return ok && (same || refuse(e)); /* while it was compared, staff gave a new PIN: the old one opens nothing */
}

/* A hash of no PIN: unknown codes take as long as known ones. */
static const char nobodys_hash[] =
	"$argon2id$v=19$m=8192,t=3,p=1$c2FmYXItbm9ib2R5LTE2Yg$2JkYw4dTt1N4t5mGm3vTq0oFQ2bW1cO6n3k9xJ8uZ0E";

bool sign_in_check(struct app *app, const char *code, const char *pin, struct arena *a, struct person *out, struct err *e)
{
	struct pin_state state = {0};
	struct err lookup = ERR_INIT;
	bool ok = false;
	if (!person_by_code(app->store, code, a, out, &lookup)) {
		if (lookup.kind == ERR_ABSENT) {
			(void)pin_verify(pin, nobodys_hash);
			refuse(e);
		} else {
			*e = lookup;
		}
		goto out;
	}
	if (!charge_try(app, out->id, &state, e))
		goto out;
	if (!pin_verify(pin, *state.hash ? state.hash : nobodys_hash) || !*state.hash) {
		refuse(e);
		goto out;
	}
	ok = take_back(app, out->id, &state, e);
out:
	secret_wipe(&state, sizeof(state));
	return ok;
}

bool sign_in_once(struct app *app, const char *code, const char *pin, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p;
	bool ok = sign_in_check(app, code, pin, &a, &p, e) && act_add(app->store, app_now(app), p.id, "sign-in", p.code, app->front, e);
	if (ok) {
		sign_out(app);
		ok = person_by_id(app->store, p.id, &app->person_arena, &app->person, e);
	}
	arena_release(&a);
	return ok;
}

bool sign_in(struct app *app, const char *code, const char *pin, struct err *e)
{
	return sign_in_once(app, code, pin, e) && app_set_language(app, app->language, e);
}

void sign_out(struct app *app)
{
	app->person = (struct person){0};
	arena_release(&app->person_arena);
}

void pin_random(const struct entropy *entropy, char pin[PIN_DIGITS + 1])
{
	do {
		for (int i = 0; i < PIN_DIGITS; i++)
			pin[i] = (char)('0' + entropy_below(entropy, 10));
		pin[PIN_DIGITS] = '\0';
	} while (pin_is_weak(pin));
}

static bool store_pin(struct app *app, int64_t person, const char *pin, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p;
	struct pin_state state = {0};
	bool ok = app_may(app, MAY_CHANGE_PEOPLE, e) && person_by_id(app->store, person, &a, &p, e);
	if (ok && !pin_hash(pin, state.hash))
		ok = err_set(e, ERR_IO, _("too little memory to protect a PIN; close other programs and try again"));
	if (ok && store_begin(app->store, e))
		ok = store_end(app->store, pin_write(app->store, person, &state, e) &&
				act_add(app->store, app_now(app), app->person.id, "pin-reset", p.code, "", e), e);
	else
		ok = false;
	secret_wipe(&state, sizeof(state));
	arena_release(&a);
	return ok;
}

bool person_new_pin(struct app *app, int64_t person, char pin[PIN_DIGITS + 1], struct err *e)
{
	pin_random(&app->entropy, pin);
	if (store_pin(app, person, pin, e))
		return true;
	secret_wipe(pin, PIN_DIGITS + 1);
	return false;
}

bool person_set_pin(struct app *app, int64_t person, const char *pin, struct err *e)
{
	if (!pin_is_digits(pin))
		return err_set(e, ERR_INPUT, _("a PIN is six digits"));
	if (pin_is_weak(pin))
		return err_set(e, ERR_INPUT, _("this PIN is too easy to guess; take another than six equal or counting digits"));
	return store_pin(app, person, pin, e);
}

static bool count_namesake(void *ctx, const struct person *p)
{
	(void)p;
	int *count = ctx;
	return ++*count < 2;
}

const char *person_shown(struct app *app, struct arena *a, const struct person *p)
{
	int count = 0;
	struct err ignored = ERR_INIT; /* without the year the name is still right */
	bool several = person_namesakes(app->store, p->name, count_namesake, &count, &ignored) && count > 1;
	if (several && p->birth && strlen(p->birth) >= 4)
		return arena_printf(a, "%s (%.4s)", p->name, p->birth);
	return arena_strdup(a, p->name);
}
