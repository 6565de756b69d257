#include "config.h"
#include "view/screens.h"

#include "app/people.h"
#include "app/setup.h"
#include "core/i18n.h"
#include "view/parts.h"
#include "view/two_lines.h"

enum { CODE_BYTES_MAX = 12 };

struct sign_in_state {
	struct two_lines lines; /* code and PIN */
	bool demo;              /* the sample people stand below */
};

static void sign_in_init(void *state, const void *arg)
{
	struct sign_in_state *s = state;

	(void)arg;
	two_lines_init(&s->lines, CODE_BYTES_MAX);
	s->lines.second.secret = true;
}

static void sign_in_release(void *state)
{
	two_lines_release(&((struct sign_in_state *)state)->lines);
}

static struct turn sign_in_enter(struct app *app, void *state, struct err *e)
{
	struct sign_in_state *s = state;

	(void)e;
	s->demo = app_is_demo(app);
	return (struct turn){ .kind = TURN_STAY };
}

const struct screen *home_of(enum role role)
{
	return role == ROLE_LEARNER ? &screen_home : &screen_staff;
}

static struct turn try_sign_in(struct app *app, void *state, struct err *e)
{
	struct sign_in_state *s = state;
	bool ok = sign_in(app, edit_text(&s->lines.first), edit_text(&s->lines.second), e);

	edit_clear(&s->lines.second);
	if (!ok)
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = TURN_REPLACE, .screen = home_of(app->person.role) };
}

static void describe_samples(struct page *page)
{
	page_space(page);
	page_heading(page, 3, _("Sample people of this demo store"));
	page_table(page, 3, true);
	page_cell(page, _("Name"));
	page_cell(page, _("Code"));
	page_cell(page, _("PIN"));
	for (size_t i = 0; i < sizeof demo_people / sizeof *demo_people; i++) {
		parts_cell_raw(page, STYLE_PLAIN, demo_people[i].name);
		parts_cell_raw(page, STYLE_STRONG, demo_people[i].code);
		parts_cell_raw(page, STYLE_STRONG, demo_people[i].pin);
	}
}

static void sign_in_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct sign_in_state *s = state;

	(void)r;
	page_heading(page, 1, _("Sign in"));
	page_space(page);
	/* TRANSLATORS: the PIN is the secret number of six digits a person signs in with. */
	two_lines_describe(&s->lines, page, _("Your code"), _("Your PIN"), CODE_BYTES_MAX);
	page_space(page);
	if (s->lines.incomplete)
		page_message(page, STYLE_NOTE, s->lines.at_second ? _("The PIN has six digits.") : _("Type your code first: it stands on your card."));
	else
		page_text(page, STYLE_DIM, s->lines.at_second ? _("Six digits, then Enter. Nobody can read them here.") : _("The digits on your card, then Enter."));
	page_space(page);
	page_text(page, STYLE_DIM, _("F10: to an examination, with the slip at your seat."));
	if (s->demo)
		describe_samples(page);
}

static struct turn sign_in_on_action(void *state, const struct event *e)
{
	struct sign_in_state *s = state;
	struct turn t;

	s->lines.incomplete = false;
	if (e->action == ACTION_EXAM)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_enter };
	if (e->action == ACTION_BACK && !s->lines.at_second)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_BACK || e->action == ACTION_UP || e->action == ACTION_FIELD_BACK)
		edit_clear(&s->lines.second);
	t = two_lines_turn(&s->lines, e, try_sign_in);
	if ((e->action == ACTION_FIELD || e->action == ACTION_DOWN) && s->lines.first.len == 0)
		s->lines.incomplete = true;
	return t;
}

static bool sign_in_typing(const void *state)
{
	(void)state;
	return true;
}

static const struct binding sign_in_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("From the code to the PIN, then sign in") },
	{ .action = ACTION_UP, .help = N_("To the field above or below") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIELD },
	{ .action = ACTION_FIELD_BACK },
	{ .action = ACTION_EXAM, .label = N_("exam"), .help = N_("Sit an examination: with the number and the code of your seat") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("From the PIN to the code, then to the choice of language") },
	{ .action = ACTION_NONE },
};

const struct screen screen_sign_in = {
	.name = "sign-in",
	.state_size = sizeof(struct sign_in_state),
	.bindings = sign_in_bindings,
	.init = sign_in_init,
	.enter = sign_in_enter,
	.typing = sign_in_typing,
	.describe = sign_in_describe,
	.on_action = sign_in_on_action,
	.release = sign_in_release,
};
