#include "config.h"
#include "view/screens.h"

#include <string.h>

#include "app/people.h"
#include "app/readiness.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/fields.h"
#include "view/parts.h"

/* --- a person's data ---------------------------------------------------- */

enum { FORM_CODE, FORM_NAME, FORM_LATIN, FORM_BIRTH, FORM_REGION, FORM_ROLE, FORM_COUNT };
enum { REGION_COUNT = sizeof regions / sizeof *regions, ROLE_COUNT = 3 };

static const char *region_name(int option)
{
	return option > 0 ? _(regions[option - 1].name) : "–";
}

static const char *role_word(int option)
{
	static const char *const roles[ROLE_COUNT] = {
		[ROLE_LEARNER] = N_("learner"), [ROLE_INSTRUCTOR] = N_("instructor"), [ROLE_ADMINISTRATOR] = N_("administrator"),
	};

	return _(roles[option]);
}

static const struct fields_row form_rows[FORM_COUNT] = {
	[FORM_CODE] = { .kind = FIELDS_DIGITS, .label = N_("Code"), .note = N_("Digits. Left empty, a free code is given."), .bytes_max = 12 },
	[FORM_NAME] = { .kind = FIELDS_LINE, .label = N_("Name"), .note = N_("As the person writes it, family name first.") },
	[FORM_LATIN] = { .kind = FIELDS_LINE, .label = N_("Name in the passport"), .note = N_("The line in Latin capitals. Left empty, it is proposed from the name.") },
	[FORM_BIRTH] = { .kind = FIELDS_DATE, .label = N_("Born"), .note = N_("For example 27.3.1998 or 1998-03-27."), .bytes_max = 10 },
	[FORM_REGION] = { .kind = FIELDS_CHOICE, .label = N_("Region"), .note = N_("Turn with the arrows ← →."), .option_count = REGION_COUNT + 1,
			  .name = region_name },
	[FORM_ROLE] = { .kind = FIELDS_CHOICE, .label = N_("Role"), .note = N_("Turn with the arrows ← →."), .option_count = ROLE_COUNT, .name = role_word },
};

struct form_state {
	struct fields fields; /* first, for fields_screen_typing and fields_screen_release */
	struct person_arg arg;
	bool read;    /* the fields hold what is stored */
	bool changed; /* something would be lost */
	bool leave;
	struct ask ask;
	struct person_arg next;
};

static void form_init(void *state, const void *arg)
{
	struct form_state *s = state;

	s->arg = *(const struct person_arg *)arg;
	fields_init(&s->fields, form_rows, FORM_COUNT);
	if (s->arg.id == 0)
		s->fields.at = FORM_NAME;
}

static int region_number(const char *code)
{
	for (int i = 0; i < REGION_COUNT; i++)
		if (str_eq(regions[i].code, code))
			return i + 1;
	return 0;
}

static struct turn form_enter(struct app *app, void *state, struct err *e)
{
	struct form_state *s = state;
	struct arena a = ARENA_INIT;
	struct person p = { .id = 0 };

	if (s->leave)
		return (struct turn){ .kind = TURN_POP };
	if (!s->read && s->arg.id != 0 && person_by_id(app->store, s->arg.id, &a, &p, e)) {
		fields_set(&s->fields, FORM_CODE, p.code);
		fields_set(&s->fields, FORM_NAME, p.name);
		fields_set(&s->fields, FORM_LATIN, p.latin);
		fields_set(&s->fields, FORM_BIRTH, p.birth);
		s->fields.chosen[FORM_REGION] = region_number(p.region);
		s->fields.chosen[FORM_ROLE] = (int)p.role;
	}
	s->read = true;
	arena_release(&a);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn form_save(struct app *app, void *state, struct err *e)
{
	struct form_state *s = state;
	struct arena a = ARENA_INIT;
	struct person p = { .id = 0 };
	struct turn done = { .kind = TURN_STAY };
	int region = s->fields.chosen[FORM_REGION];
	char birth[32];

	parts_iso(fields_text(&s->fields, FORM_BIRTH), birth);
	if (s->arg.id != 0 && !person_by_id(app->store, s->arg.id, &a, &p, e))
		goto out;
	p.code = fields_text(&s->fields, FORM_CODE);
	p.name = fields_text(&s->fields, FORM_NAME);
	p.latin = fields_text(&s->fields, FORM_LATIN);
	p.birth = birth;
	p.region = region > 0 ? regions[region - 1].code : "";
	p.role = (enum role)s->fields.chosen[FORM_ROLE];
	if (p.language == NULL)
		p.language = "";
	if (!person_put(app, &a, &p, e))
		goto out;
	s->next.id = p.id;
	done = s->arg.id != 0 ? (struct turn){ .kind = TURN_POP } : (struct turn){ .kind = TURN_REPLACE, .screen = &screen_person, .arg = &s->next };
out:
	arena_release(&a);
	return done;
}

static void form_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct form_state *s = state;

	(void)r;
	page->place = _("People");
	page_heading(page, 1, s->arg.id != 0 ? _("Change a person's data") : _("Add a person"));
	page_space(page);
	fields_describe(&s->fields, page, NULL, NULL);
}

static struct turn form_on_action(void *state, const struct event *e)
{
	struct form_state *s = state;
	enum fields_outcome came;

	if (e->action == ACTION_BACK && s->changed) {
		s->ask = ask_discard;
		s->ask.agreed = &s->leave;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &s->ask };
	}
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	came = fields_action(&s->fields, e);
	s->changed |= came == FIELDS_CHANGED;
	return came == FIELDS_DONE ? (struct turn){ .kind = TURN_EFFECT, .effect = form_save } : (struct turn){ .kind = TURN_STAY };
}

static const struct binding form_bindings[] = {
	FIELDS_MOVES,
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("To the next field; on the last one, save") },
	{ .action = ACTION_SAVE, .label = N_("save"), .help = N_("Save") },
	FIELDS_TURNS,
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; asks first if something would be lost") },
	{ .action = ACTION_NONE },
};

const struct screen screen_person_form = {
	.name = "person-form",
	.state_size = sizeof(struct form_state),
	.bindings = form_bindings,
	.init = form_init,
	.enter = form_enter,
	.typing = fields_screen_typing,
	.describe = form_describe,
	.on_action = form_on_action,
	.release = fields_screen_release,
};

/* --- enrolling ---------------------------------------------------------- */

enum { ENROL_PROGRAMME, ENROL_DEPARTURE, ENROL_COUNT };

static const struct fields_row enrol_rows[ENROL_COUNT] = {
	[ENROL_PROGRAMME] = { .kind = FIELDS_CHOICE, .label = N_("Programme"), .note = N_("Turn with the arrows ← →.") },
	[ENROL_DEPARTURE] = { .kind = FIELDS_DATE, .label = N_("Departure"), .note = N_("For example 15.3.2027. It may stay empty."), .bytes_max = 10 },
};

struct enrol_state {
	struct fields fields; /* first, for fields_screen_typing */
	struct person_arg arg;
	struct arena arena;
	struct person person;
	struct programme_choice *choices;
	size_t count;
};

static void enrol_init(void *state, const void *arg)
{
	struct enrol_state *s = state;

	s->arg = *(const struct person_arg *)arg;
	fields_init(&s->fields, enrol_rows, ENROL_COUNT);
}

static void enrol_release(void *state)
{
	struct enrol_state *s = state;

	fields_release(&s->fields);
	arena_release(&s->arena);
}

static struct turn enrol_enter(struct app *app, void *state, struct err *e)
{
	struct enrol_state *s = state;

	arena_release(&s->arena);
	s->count = 0;
	if (!person_by_id(app->store, s->arg.id, &s->arena, &s->person, e))
		s->person.name = "";
	else
		programmes_list(app, &s->arena, &s->choices, &s->count, e);
	s->fields.options[ENROL_PROGRAMME] = (int)s->count;
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn enrol_save_now(struct app *app, void *state, struct err *e)
{
	struct enrol_state *s = state;
	const char *path = s->choices[s->fields.chosen[ENROL_PROGRAMME]].path;
	char departure[32];

	parts_iso(fields_text(&s->fields, ENROL_DEPARTURE), departure);
	return (struct turn){ .kind = person_enrol(app, s->arg.id, path, departure, e) ? TURN_POP : TURN_STAY };
}

static const char *enrol_option(const void *state, struct page *page, size_t i, int option)
{
	const struct enrol_state *s = state;

	(void)page;
	(void)i;
	return option < (int)s->count ? s->choices[option].title : "";
}

static void enrol_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct enrol_state *s = state;

	(void)r;
	page->place = _("People");
	page_heading(page, 1, _("Enrol in a programme"));
	parts_raw_block(page, STYLE_DIM, s->person.name);
	page_space(page);
	if (s->count == 0)
		page_text(page, STYLE_PLAIN, _("No programme is installed. Install a pack of kind programme first."));
	else
		fields_describe(&s->fields, page, enrol_option, s);
}

static struct turn enrol_on_action(void *state, const struct event *e)
{
	struct enrol_state *s = state;

	return s->count > 0 ? fields_turn(&s->fields, e, enrol_save_now) : (struct turn){ .kind = TURN_POP };
}

const struct screen screen_enrol = {
	.name = "enrol",
	.state_size = sizeof(struct enrol_state),
	.bindings = form_bindings,
	.init = enrol_init,
	.enter = enrol_enter,
	.typing = fields_screen_typing,
	.describe = enrol_describe,
	.on_action = enrol_on_action,
	.release = enrol_release,
};
