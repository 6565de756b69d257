#include "config.h"
#include "view/screens.h"

#include <stdio.h>

#include "app/home.h"
#include "app/placement.h"
#include "core/i18n.h"
#include "core/str.h"
#include "learn/placement.h"
#include "view/form_view.h"
#include "view/parts.h"

/* Before it, during it, and what came of it: one screen, whose place in the test is all kept in the store. */
struct placement_state {
	char pack[64];
	struct home home;        /* for titles, before and after */
	struct placing *placing; /* owned; NULL before it is begun */
	struct arena arena;      /* of the question's form */
	bool formed;
	struct form form;
	struct form_view view;
	bool empty;              /* Enter was pressed with nothing given: once more means "not known" */
	bool unread;             /* the answer was written on another layout or in another script */
};

static void placement_init(void *state, const void *arg)
{
	struct placement_state *s = state;

	snprintf(s->pack, sizeof s->pack, "%s", ((const struct placement_arg *)arg)->pack);
}

static void forget_form(struct placement_state *s)
{
	form_view_release(&s->view);
	arena_release(&s->arena);
	s->formed = s->empty = s->unread = false;
}

static void placement_release(void *state)
{
	struct placement_state *s = state;

	forget_form(s);
	placing_free(s->placing);
	home_release(&s->home);
}

static bool asking(const struct placement_state *s)
{
	return s->placing != NULL && placing_drill(s->placing) != NULL;
}

/* The question in the app's language, what was put in kept. */
static void make_form(struct app *app, struct placement_state *s)
{
	item_form(placing_drill(s->placing)->item, &s->arena, &words_source, placing_seed(s->placing), &s->form);
	if (s->formed) {
		form_view_renew(&s->view, &s->form);
	} else {
		form_view_begin(&s->view, &s->form);
		form_view_letters(&s->view, placing_teaches(s->placing));
		form_view_careful(&s->view, !str_eq(app->front, "plain"));
	}
	s->formed = true;
}

static struct turn placement_enter(struct app *app, void *state, struct err *e)
{
	struct placement_state *s = state;

	home_release(&s->home);
	if (home_load(app, &s->home, e) && asking(s) && placing_speak(app, s->placing, e))
		make_form(app, s);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn placement_begin_now(struct app *app, void *state, struct err *e)
{
	struct placement_state *s = state;

	s->placing = placing_open(app, s->pack, e);
	return s->placing != NULL ? placement_enter(app, state, e) : (struct turn){ .kind = TURN_STAY };
}

/* The question was drawn anew: what was put in goes on with it. Where it could not be, the test is begun once more from what is stored. */
static void not_stored(struct app *app, struct placement_state *s)
{
	if (asking(s)) {
		make_form(app, s);
		return;
	}
	forget_form(s);
	placing_free(s->placing);
	s->placing = NULL;
}

static struct turn store_answer(struct app *app, struct placement_state *s, const struct response *r, struct err *e)
{
	bool again;

	if (!placing_answer(app, s->placing, r, &again, e)) {
		not_stored(app, s);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (again) {
		s->unread = true;
		return (struct turn){ .kind = TURN_STAY };
	}
	forget_form(s);
	return placement_enter(app, s, e);
}

static struct turn placement_answered(struct app *app, void *state, struct err *e)
{
	struct placement_state *s = state;
	struct response r;

	form_view_response(&s->view, &r);
	return store_answer(app, s, &r, e);
}

static struct turn placement_not_known(struct app *app, void *state, struct err *e)
{
	return store_answer(app, state, NULL, e);
}

/* --- what it looks like ------------------------------------------------------ */

static const struct home_pack *course(const struct placement_state *s)
{
	for (size_t i = 0; i < s->home.pack_count; i++)
		if (str_eq(s->home.packs[i].pack, s->pack))
			return &s->home.packs[i];
	return NULL;
}

static void describe_before(const struct placement_state *s, const struct home_pack *p, struct page *page)
{
	page_heading(page, 1, _("Placement test"));
	page_space(page);
	page_item(page, 0, 0, _("It finds out what you know already; those units you need not learn again"));
	page_item(page, 0, 0, arena_printf(&page->arena, ngettext("At most %d question, fewer when it is clear sooner", "At most %d questions, fewer when it is clear sooner",
		(unsigned long)PLACEMENT_ITEMS_MAX), PLACEMENT_ITEMS_MAX));
	page_item(page, 0, 0, _("If you do not know an answer, leave it empty: do not guess"));
	page_item(page, 0, 0, _("It counts for nothing else; you can leave and go on later"));
	page_space(page);
	page_text(page, STYLE_STRONG, p->placing == PLACING_OPEN ? _("You have begun this test. Press Enter to go on.") : _("Press Enter when you are ready."));
	(void)s;
}

static void describe_question(const struct placement_state *s, struct page *page)
{
	page->rule_right = arena_printf(&page->arena, _("question %d"), placing_asked(s->placing) + 1);
	form_view_describe(&s->view, page);
	if (!s->empty && !s->unread)
		return;
	page_space(page);
	page_message(page, STYLE_NOTE, s->unread ? _("This was typed with another keyboard layout or script. Change it and type the answer again.")
						 : _("Nothing is there yet. Press Enter once more if you do not know it."));
}

static void describe_after(const struct placement_state *s, const struct home_pack *p, struct page *page)
{
	int known = (int)placing_known(s->placing);
	const struct home_unit *next = known < (int)p->count ? &s->home.units[p->first + (size_t)known] : NULL;

	page_heading(page, 1, _("Placement test"));
	page_space(page);
	if (known == 0)
		page_message(page, STYLE_GOOD, _("You begin with the first unit. Everything in it is explained."));
	else
		page_message(page, STYLE_GOOD, arena_printf(&page->arena, ngettext("You know %d unit already.", "You know %d units already.", (unsigned long)known), known));
	page_space(page);
	for (int i = 0; i < known; i++)
		page_item(page, 0, 0, parts_unit(page, s->home.units[p->first + (size_t)i].number, s->home.units[p->first + (size_t)i].title));
	page_space(page);
	if (next != NULL)
		page_text(page, STYLE_PLAIN, arena_printf(&page->arena, _("You go on with: %s"), parts_unit(page, next->number, next->title)));
	if (known > 0)
		page_text(page, STYLE_DIM, _("You can open the others at any time, under All units."));
	page_space(page);
	page_text(page, STYLE_STRONG, _("Press Enter to go on."));
}

static void placement_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct placement_state *s = state;
	const struct home_pack *p = course(s);

	(void)r;
	if (p == NULL) {
		page_text(page, STYLE_PLAIN, _("This course is no longer installed."));
		return;
	}
	page->place = p->title;
	if (s->placing == NULL)
		describe_before(s, p, page);
	else if (asking(s))
		describe_question(s, page);
	else
		describe_after(s, p, page);
}

/* --- what it does -------------------------------------------------------------- */

static struct turn question_action(struct placement_state *s, const struct event *e)
{
	bool empty = s->empty;

	if (e->action == ACTION_BACK && !form_view_takes(&s->view, ACTION_BACK))
		return (struct turn){ .kind = TURN_POP };
	s->empty = s->unread = false;
	switch (form_view_action(&s->view, e)) {
	case FORM_DONE:
		return (struct turn){ .kind = TURN_EFFECT, .effect = placement_answered };
	case FORM_MORE:
		if (empty)
			return (struct turn){ .kind = TURN_EFFECT, .effect = placement_not_known };
		s->empty = true;
		break;
	case FORM_CHANGED:
	case FORM_IGNORED:
		break;
	}
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn placement_on_action(void *state, const struct event *e)
{
	struct placement_state *s = state;

	if (asking(s))
		return question_action(s, e);
	if (e->action == ACTION_OPEN && s->placing == NULL && course(s) != NULL)
		return (struct turn){ .kind = TURN_EFFECT, .effect = placement_begin_now };
	return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN ? TURN_POP : TURN_STAY };
}

static bool placement_open_now(const void *state, enum action a)
{
	const struct placement_state *s = state;

	return a == ACTION_BACK || (asking(s) ? form_view_open(&s->view, a) : a == ACTION_OPEN);
}

static bool placement_typing(const void *state)
{
	const struct placement_state *s = state;

	return asking(s) && form_view_typing(&s->view);
}

static const char *placement_label(const void *state, enum action a)
{
	const struct placement_state *s = state;

	if (asking(s))
		return form_view_label(&s->view, a);
	return a == ACTION_OPEN ? (s->placing == NULL ? _("begin") : _("next")) : NULL;
}

static const struct binding placement_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PREVIOUS },
	{ .action = ACTION_NEXT },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("answer"), .help = N_("Answer; with nothing given, twice: you do not know it") },
	{ .action = ACTION_LETTERS, .label = N_("letters"), .help = N_("Letters that the keyboard may lack; a digit puts one in") },
	{ .action = ACTION_ACCENT, .label = N_("accent"), .help = N_("Turn the letter before the cursor into the next of its accented forms") },
	{ .action = ACTION_BACK, .label = N_("leave"), .help = N_("Leave the test; it goes on here the next time") },
	{ .action = ACTION_NONE },
};

const struct screen screen_placement = {
	.name = "placement",
	.state_size = sizeof(struct placement_state),
	.bindings = placement_bindings,
	.init = placement_init,
	.enter = placement_enter,
	.open = placement_open_now,
	.label = placement_label,
	.typing = placement_typing,
	.describe = placement_describe,
	.on_action = placement_on_action,
	.release = placement_release,
};
