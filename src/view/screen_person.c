#include "config.h"
#include "view/screens.h"

#include "app/credential.h"
#include "app/people.h"
#include "app/readiness.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "store/certificates.h"
#include "view/parts.h"

/* --- one person --------------------------------------------------------- */

struct person_enrolment {
	const char *programme, *title, *departure;
	const char *serial; /* of its certificate, or NULL */
};
enum { ENROLMENTS_MAX = 16 };

struct person_state {
	struct person_arg arg;
	struct arena arena;
	struct person person;
	const char *shown; /* the name, with the year where there are namesakes */
	struct person_enrolment enrolments[ENROLMENTS_MAX];
	size_t count;
	bool known, may_change;
};

static void person_init(void *state, const void *arg)
{
	((struct person_state *)state)->arg = *(const struct person_arg *)arg;
}

static void person_release(void *state)
{
	arena_release(&((struct person_state *)state)->arena);
}

struct reading_enrolments {
	struct person_state *state;
	const struct programme_choice *choices;
	size_t choice_count;
};

static bool keep_enrolment(void *ctx, const struct enrolment *en)
{
	struct reading_enrolments *r = ctx;
	struct person_state *s = r->state;
	const char *title = en->programme;

	for (size_t i = 0; i < r->choice_count; i++)
		if (str_eq(r->choices[i].path, en->programme))
			title = r->choices[i].title;
	s->enrolments[s->count++] = (struct person_enrolment){
		.programme = arena_strdup(&s->arena, en->programme),
		.title = arena_strdup(&s->arena, title),
		.departure = arena_strdup(&s->arena, en->departure),
	};
	return s->count < ENROLMENTS_MAX;
}

/* One in force that proves something stands before one for practice. */
static bool keep_real(void *ctx, const struct credential_view *c)
{
	struct person_state *s = ctx;

	for (size_t i = 0; c->state == CREDENTIAL_VALID && i < s->count; i++)
		if (str_eq(s->enrolments[i].programme, c->programme))
			s->enrolments[i].serial = arena_strdup(&s->arena, c->serial);
	return true;
}

static bool keep_serial(void *ctx, const struct certificate *c)
{
	struct person_state *s = ctx;

	for (size_t i = 0; i < s->count; i++)
		if (str_eq(s->enrolments[i].programme, c->programme))
			s->enrolments[i].serial = arena_strdup(&s->arena, c->serial);
	return true;
}

static struct turn person_enter(struct app *app, void *state, struct err *e)
{
	struct person_state *s = state;
	struct reading_enrolments r = { .state = s };
	struct programme_choice *choices = NULL;
	struct err denied = ERR_INIT;

	arena_release(&s->arena);
	s->count = 0;
	s->may_change = app_may(app, MAY_CHANGE_PEOPLE, &denied);
	s->known = app_may(app, MAY_SEE_PEOPLE, e) && person_by_id(app->store, s->arg.id, &s->arena, &s->person, e);
	if (!s->known)
		return (struct turn){ .kind = TURN_STAY };
	s->shown = person_shown(app, &s->arena, &s->person);
	if (programmes_list(app, &s->arena, &choices, &r.choice_count, e)) {
		r.choices = choices;
		if (enrol_each(app->store, s->arg.id, keep_enrolment, &r, e) && certificate_each(app->store, s->arg.id, keep_serial, s, e))
			credential_list(app, s->arg.id, keep_real, s, e);
	}
	return (struct turn){ .kind = TURN_STAY };
}

static const char *region_name(const char *code)
{
	for (size_t i = 0; i < sizeof regions / sizeof *regions; i++)
		if (str_eq(regions[i].code, code))
			return _(regions[i].name);
	return code;
}

static const char *role_shown(enum role role)
{
	return role == ROLE_LEARNER ? _("learner") : role == ROLE_INSTRUCTOR ? _("instructor") : _("administrator");
}

static void row(struct page *page, const char *label, const char *value)
{
	parts_cell(page, STYLE_DIM, label);
	parts_cell_raw(page, STYLE_PLAIN, value != NULL && value[0] != '\0' ? value : "–");
}

static void describe_enrolments(const struct person_state *s, const struct reader *r, struct page *page)
{
	page_space(page);
	page_heading(page, 2, _("Enrolled in"));
	if (s->count == 0)
		page_text(page, STYLE_PLAIN, s->may_change ? _("Nothing yet. Press e to enrol.") : _("Nothing yet."));
	else
		page_table(page, 3, false);
	for (size_t i = 0; i < s->count; i++) {
		const struct person_enrolment *en = &s->enrolments[i];
		const char *date = parts_date(page, r, en->departure);

		parts_cell(page, STYLE_PLAIN, en->title);
		/* TRANSLATORS: %s is the date of departure. */
		parts_cell_raw(page, STYLE_DIM, date[0] != '\0' ? arena_printf(&page->arena, _("leaves %s"), date) : "");
		parts_cell_raw(page, STYLE_GOOD, en->serial != NULL ? arena_printf(&page->arena, "✓ %s", en->serial) : "");
	}
}

static void person_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct person_state *s = state;
	struct block *b;

	page->place = _("People");
	if (!s->known) {
		page_text(page, STYLE_PLAIN, _("This person is not here any more."));
		return;
	}
	b = page_heading(page, 1, "");
	b->text = page_raw(page, STYLE_STRONG, s->shown);
	page_space(page);
	page_table(page, 2, false);
	row(page, _("Code"), s->person.code);
	row(page, _("Name in the passport"), s->person.latin);
	row(page, _("Born"), parts_date(page, r, s->person.birth));
	row(page, _("Region"), region_name(s->person.region));
	row(page, _("Role"), role_shown(s->person.role));
	row(page, _("PIN"), s->person.pin_set ? _("set") : _("none yet: this person cannot sign in"));
	if (s->person.role == ROLE_LEARNER)
		describe_enrolments(s, r, page);
}

static struct turn person_on_action(void *state, const struct event *e)
{
	struct person_state *s = state;
	const struct screen *next = NULL;

	if (e->action == ACTION_OPEN)
		next = &screen_person_form;
	else if (e->action == ACTION_ENROL)
		next = &screen_enrol;
	else if (e->action == ACTION_PIN)
		next = &screen_pin;
	if (next != NULL)
		return (struct turn){ .kind = TURN_PUSH, .screen = next, .arg = &s->arg };
	return (struct turn){ .kind = e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static bool person_open(const void *state, enum action a)
{
	const struct person_state *s = state;

	if (a == ACTION_BACK)
		return true;
	return s->known && s->may_change && (a != ACTION_ENROL || s->person.role == ROLE_LEARNER);
}

static const struct binding person_bindings[] = {
	{ .action = ACTION_ENROL, .label = N_("enrol"), .help = N_("Enrol in a programme, or change the day of departure") },
	{ .action = ACTION_PIN, .label = N_("new PIN"), .help = N_("Give a new PIN, in the presence of the person") },
	{ .action = ACTION_OPEN, .label = N_("change"), .help = N_("Change name, birth date, region") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_person = {
	.name = "person",
	.state_size = sizeof(struct person_state),
	.bindings = person_bindings,
	.init = person_init,
	.enter = person_enter,
	.open = person_open,
	.describe = person_describe,
	.on_action = person_on_action,
	.release = person_release,
};

/* --- a new PIN, shown once ---------------------------------------------- */

struct pin_screen_state {
	struct person_arg arg;
	struct arena arena;
	struct person person;
	char pin[PIN_DIGITS + 1]; /* wiped on the way out */
	int current;
};

static void pin_init(void *state, const void *arg)
{
	((struct pin_screen_state *)state)->arg = *(const struct person_arg *)arg;
}

static void pin_release(void *state)
{
	struct pin_screen_state *s = state;

	secret_wipe(s->pin, sizeof s->pin);
	arena_release(&s->arena);
}

static struct turn pin_enter(struct app *app, void *state, struct err *e)
{
	struct pin_screen_state *s = state;

	arena_release(&s->arena);
	if (!person_by_id(app->store, s->arg.id, &s->arena, &s->person, e))
		s->person.name = s->person.code = "";
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn pin_make(struct app *app, void *state, struct err *e)
{
	struct pin_screen_state *s = state;

	person_new_pin(app, s->arg.id, s->pin, e);
	return (struct turn){ .kind = TURN_STAY };
}

static void pin_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct pin_screen_state *s = state;
	struct block *b;

	(void)r;
	page->place = _("New PIN");
	b = page_heading(page, 1, "");
	b->text = page_raw(page, STYLE_STRONG, s->person.name);
	page_space(page);
	if (s->pin[0] == '\0') {
		page_text(page, STYLE_PLAIN, _("Give a new PIN only while this person stands beside you. An old PIN works no longer from then on, and the change is logged."));
		page_space(page);
		page_menu(page, false, s->current);
		page_entry(page, '1', _("Yes, give a new PIN"), NULL, NULL);
		page_entry(page, '2', _("No, leave it as it is"), NULL, NULL);
		return;
	}
	page_table(page, 2, false);
	row(page, _("Code"), s->person.code);
	parts_cell(page, STYLE_DIM, _("PIN"));
	parts_cell_raw(page, STYLE_ACCENT, arena_printf(&page->arena, "%.3s %.3s", s->pin, s->pin + 3));
	page_space(page);
	page_message(page, STYLE_NOTE, _("It is shown only now. Let the person write it down, then press Enter."));
}

static struct turn pin_on_action(void *state, const struct event *e)
{
	struct pin_screen_state *s = state;
	bool asks = s->pin[0] == '\0', yes;

	if (asks && parts_move(&s->current, 2, e->action))
		return (struct turn){ .kind = TURN_STAY };
	yes = (e->action == ACTION_OPEN && s->current == 0) || e->action == ACTION_YES || (e->action == ACTION_DIGIT && e->digit == 1);
	if (asks && yes)
		return (struct turn){ .kind = TURN_EFFECT, .effect = pin_make };
	if (asks && e->action == ACTION_DIGIT && e->digit != 2)
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = asks || e->action == ACTION_OPEN || e->action == ACTION_BACK ? TURN_POP : TURN_STAY };
}

static bool pin_open(const void *state, enum action a)
{
	const struct pin_screen_state *s = state;

	return s->pin[0] == '\0' || a == ACTION_OPEN || a == ACTION_BACK;
}

static const struct binding pin_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("go on"), .help = N_("Take what the pointer stands on; when the PIN was written down, back") },
	{ .action = ACTION_YES },
	{ .action = ACTION_NO },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_pin = {
	.name = "pin",
	.state_size = sizeof(struct pin_screen_state),
	.bindings = pin_bindings,
	.init = pin_init,
	.enter = pin_enter,
	.open = pin_open,
	.describe = pin_describe,
	.on_action = pin_on_action,
	.release = pin_release,
};
