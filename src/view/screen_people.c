#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "store/people.h"
#include "view/edit.h"
#include "view/parts.h"

/* So many are listed; finding brings the others. */
enum { PEOPLE_MAX = 200, FIND_BYTES_MAX = 80 };

struct people_state {
	struct arena arena; /* the list */
	struct person *list;
	size_t count, more;
	int current;
	struct edit find;
	bool finding;       /* characters go into `find` */
	bool may_change;
	struct person_arg arg;
};

static void people_init(void *state, const void *arg)
{
	struct people_state *s = state;

	(void)arg;
	arena_init(&s->arena);
	edit_init(&s->find, FIND_BYTES_MAX);
}

static void people_release(void *state)
{
	struct people_state *s = state;

	arena_release(&s->arena);
	edit_release(&s->find);
}

static bool keep_person(void *ctx, const struct person *p)
{
	struct people_state *s = ctx;

	if (s->count == PEOPLE_MAX) {
		s->more++;
		return true;
	}
	s->list[s->count++] = (struct person){
		.id = p->id,
		.code = arena_strdup(&s->arena, p->code),
		.name = arena_strdup(&s->arena, p->name),
		.birth = arena_strdup(&s->arena, p->birth),
		.role = p->role,
		.pin_set = p->pin_set,
	};
	return true;
}

static struct turn people_enter(struct app *app, void *state, struct err *e)
{
	struct people_state *s = state;
	struct err denied = ERR_INIT;

	arena_release(&s->arena);
	s->list = arena_array(&s->arena, PEOPLE_MAX, sizeof *s->list);
	s->count = s->more = 0;
	s->may_change = app_may(app, MAY_CHANGE_PEOPLE, &denied);
	if (app_may(app, MAY_SEE_PEOPLE, e))
		person_each(app->store, -1, s->find.len > 0 ? edit_text(&s->find) : NULL, keep_person, s, e);
	if (s->current >= (int)s->count)
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static const char *what_is(const struct person *p)
{
	switch (p->role) {
	case ROLE_INSTRUCTOR:
		return _("instructor");
	case ROLE_ADMINISTRATOR:
		return _("administrator");
	case ROLE_LEARNER:
		break;
	}
	return p->pin_set ? NULL : _("no PIN yet");
}

static void people_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct people_state *s = state;
	int shown = (int)(s->count + s->more);

	page->place = _("People");
	page->rule_right = arena_printf(&page->arena, ngettext("%d person", "%d people", (unsigned long)shown), shown);
	if (s->finding || s->find.len > 0) {
		struct field f = edit_field(&s->find, page, s->finding);

		page_field(page, _("Find"), &f);
		page_space(page);
	}
	if (s->count == 0)
		page_text(page, STYLE_PLAIN, s->find.len > 0 ? _("Nobody fits. Names, Latin names and codes are searched.") : _("Nobody is here yet."));
	if (s->count > 0)
		page_menu(page, false, s->finding ? -1 : s->current);
	for (size_t i = 0; i < s->count; i++) {
		const struct person *p = &s->list[i];
		const char *birth = parts_date(page, r, p->birth);
		struct entry *en = page_entry(page, 0, "", birth[0] != '\0' ? arena_printf(&page->arena, "%-6s  %s", p->code, birth) : p->code, what_is(p));

		en->label = page_raw(page, STYLE_PLAIN, p->name);
	}
	if (s->more > 0)
		page_text(page, STYLE_DIM, arena_printf(&page->arena, ngettext("… and %zu more: press / and type a name", "… and %zu more: press / and type a name",
			  (unsigned long)s->more), s->more));
}

static struct turn stop_finding(struct people_state *s, bool forget)
{
	s->finding = false;
	if (!forget)
		return (struct turn){ .kind = TURN_STAY };
	edit_clear(&s->find);
	s->current = 0;
	return (struct turn){ .kind = TURN_EFFECT, .effect = people_enter };
}

static struct turn finding_on_action(struct people_state *s, const struct event *e)
{
	if (e->action == ACTION_BACK)
		return stop_finding(s, true);
	if (e->action == ACTION_OPEN || e->action == ACTION_DOWN)
		return stop_finding(s, false);
	s->current = 0;
	edit_action(&s->find, e);
	return (struct turn){ .kind = TURN_EFFECT, .effect = people_enter };
}

static struct turn people_on_action(void *state, const struct event *e)
{
	struct people_state *s = state;

	if (s->finding)
		return finding_on_action(s, e);
	if (parts_move(&s->current, (int)s->count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_PAGE_UP || e->action == ACTION_PAGE_DOWN) {
		for (int i = 0; i < 10; i++)
			parts_move(&s->current, (int)s->count, e->action == ACTION_PAGE_UP ? ACTION_UP : ACTION_DOWN);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (e->action == ACTION_FIND) {
		s->finding = true;
		return (struct turn){ .kind = TURN_STAY };
	}
	if (e->action == ACTION_BACK)
		return s->find.len > 0 ? stop_finding(s, true) : (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_ADD) {
		s->arg.id = 0;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_person_form, .arg = &s->arg };
	}
	if (e->action == ACTION_IMPORT)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_import };
	if (s->count == 0)
		return (struct turn){ .kind = TURN_STAY };
	s->arg.id = s->list[s->current].id;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_person, .arg = &s->arg };
}

static bool people_open(const void *state, enum action a)
{
	const struct people_state *s = state;

	if (a == ACTION_ADD || a == ACTION_IMPORT)
		return s->may_change && !s->finding;
	if (a == ACTION_OPEN)
		return s->finding || s->count > 0;
	if (a == ACTION_FIND || a == ACTION_UP || a == ACTION_PAGE_UP || a == ACTION_PAGE_DOWN)
		return !s->finding;
	return true;
}

static bool people_typing(const void *state)
{
	return ((const struct people_state *)state)->finding;
}

static const struct binding people_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open the person under the pointer") },
	{ .action = ACTION_FIND, .label = N_("find"), .help = N_("Find by a part of the name, the Latin name or the code") },
	{ .action = ACTION_ADD, .label = N_("new"), .help = N_("Add a person") },
	{ .action = ACTION_IMPORT, .label = N_("import"), .help = N_("Add people from a spreadsheet") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_people = {
	.name = "people",
	.state_size = sizeof(struct people_state),
	.bindings = people_bindings,
	.init = people_init,
	.enter = people_enter,
	.open = people_open,
	.typing = people_typing,
	.describe = people_describe,
	.on_action = people_on_action,
	.release = people_release,
};
