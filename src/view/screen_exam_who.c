#include "config.h"
#include "view/screens.h"

#include "app/exam_seating.h"
#include "core/i18n.h"
#include "view/parts.h"

struct who_state {
	struct arena own;   /* what was asked for */
	struct exam_who_arg arg;
	struct arena arena; /* the list */
	struct exam_candidate *list;
	bool *ticked;
	size_t count;
	int current;
	bool read;
};

static void who_init(void *state, const void *arg)
{
	struct who_state *s = state;
	const struct exam_who_arg *a = arg;

	s->arg = (struct exam_who_arg){
		.session = a->session,
		.exam = arena_strdup(&s->own, a->exam),
		.day = arena_strdup(&s->own, a->day),
		.room = arena_strdup(&s->own, a->room),
		.programme = arena_strdup(&s->own, a->programme),
		.planned = a->planned,
	};
}

static void who_release(void *state)
{
	struct who_state *s = state;

	arena_release(&s->own);
	arena_release(&s->arena);
}

static struct turn who_enter(struct app *app, void *state, struct err *e)
{
	struct who_state *s = state;
	bool ok;

	if (s->read) /* only the language has changed; ticks stay */
		return (struct turn){ .kind = TURN_STAY };
	ok = s->arg.session != 0 ? exam_candidates_more(app, s->arg.session, &s->arena, &s->list, &s->count, e) :
	     exam_candidates(app, s->arg.exam, s->arg.day, s->arg.programme, &s->arena, &s->list, &s->count, e);
	if (!ok)
		s->count = 0;
	s->ticked = arena_array(&s->arena, s->count + 1, sizeof *s->ticked);
	for (size_t i = 0; i < s->count; i++)
		s->ticked[i] = s->arg.session == 0 && s->list[i].hindrance == EXAM_FREE;
	s->read = ok;
	return (struct turn){ .kind = TURN_STAY };
}

static size_t ticked_count(const struct who_state *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->count; i++)
		n += s->ticked[i];
	return n;
}

static size_t free_count(const struct who_state *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->count; i++)
		n += s->list[i].hindrance == EXAM_FREE;
	return n;
}

static const char *why_not(const struct exam_candidate *c, const struct reader *r, struct page *page)
{
	switch (c->hindrance) {
	case EXAM_NO_ATTEMPT:
		return _("no attempt left");
	case EXAM_TOO_EARLY:
		/* TRANSLATORS: %s is a date: this person may sit the exam from that day on */
		return arena_printf(&page->arena, _("not before %s"), parts_date(page, r, c->from));
	case EXAM_SEATED:
		return _("has a seat");
	case EXAM_FREE:
		break;
	}
	return NULL;
}

static void who_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct who_state *s = state;
	size_t ticked = ticked_count(s), out = 0;

	for (size_t i = 0; i < s->count; i++)
		out += s->list[i].hindrance == EXAM_NO_ATTEMPT || s->list[i].hindrance == EXAM_TOO_EARLY;
	page->place = _("Examinations");
	/* TRANSLATORS: how many people of a list are ticked to sit an exam */
	page->rule_right = arena_printf(&page->arena, _("%zu of %zu ticked"), ticked, s->count);
	page_heading(page, 1, s->arg.session != 0 ? _("Who else sits?") : _("Who sits?"));
	if (s->count == 0)
		page_text(page, STYLE_PLAIN, _("Nobody is in this group. Enrol learners first, or choose another group."));
	else if (out > 0)
		page_text(page, STYLE_DIM, arena_printf(&page->arena, ngettext("%zu cannot sit and is left out.", "%zu cannot sit and are left out.", (unsigned long)out), out));
	page_space(page);
	if (s->count > 0)
		page_menu(page, false, s->current);
	for (size_t i = 0; i < s->count; i++) {
		const struct exam_candidate *c = &s->list[i];
		struct entry *en = page_entry(page, 0, "", c->code, why_not(c, r, page));

		en->label = page_raw(page, c->hindrance == EXAM_FREE ? STYLE_PLAIN : STYLE_DIM, c->name);
		en->mark = c->hindrance != EXAM_FREE ? MARK_NONE : s->ticked[i] ? MARK_ON : MARK_OFF;
	}
}

/* More seats: what was added before a refusal stays, and is ticked no more. */
static bool add_seats(struct app *app, struct who_state *s, struct err *e)
{
	for (size_t i = 0; i < s->count; i++) {
		int seat;

		if (!s->ticked[i])
			continue;
		if (!exam_add_seat(app, s->arg.session, s->list[i].person, &seat, e))
			return false;
		s->list[i].hindrance = EXAM_SEATED;
		s->ticked[i] = false;
	}
	return true;
}

static bool plan_session(struct app *app, struct who_state *s, struct err *e)
{
	struct arena a = ARENA_INIT;
	int64_t *people = arena_array(&a, s->count + 1, sizeof *people);
	struct exam_plan plan = { .exam = s->arg.exam, .day = s->arg.day, .room = s->arg.room, .people = people };
	bool ok;

	for (size_t i = 0; i < s->count; i++)
		if (s->ticked[i])
			people[plan.count++] = s->list[i].person;
	ok = exam_plan(app, &plan, s->arg.planned, e);
	arena_release(&a);
	return ok;
}

static struct turn who_plan(struct app *app, void *state, struct err *e)
{
	struct who_state *s = state;
	bool ok = s->arg.session != 0 ? add_seats(app, s, e) : plan_session(app, s, e);

	return (struct turn){ .kind = ok ? TURN_POP : TURN_STAY };
}

static void tick_all(struct who_state *s)
{
	bool on = ticked_count(s) < free_count(s);

	for (size_t i = 0; i < s->count; i++)
		s->ticked[i] = on && s->list[i].hindrance == EXAM_FREE;
}

static struct turn who_on_action(void *state, const struct event *e)
{
	struct who_state *s = state;

	if (parts_move(&s->current, (int)s->count, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_PAGE_UP || e->action == ACTION_PAGE_DOWN)
		for (int i = 0; i < 10; i++)
			parts_move(&s->current, (int)s->count, e->action == ACTION_PAGE_UP ? ACTION_UP : ACTION_DOWN);
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_MARK && s->count > 0 && s->list[s->current].hindrance == EXAM_FREE)
		s->ticked[s->current] = !s->ticked[s->current];
	if (e->action == ACTION_ALL)
		tick_all(s);
	if (e->action == ACTION_OPEN)
		return (struct turn){ .kind = TURN_EFFECT, .effect = who_plan };
	return (struct turn){ .kind = TURN_STAY };
}

static bool who_open(const void *state, enum action a)
{
	const struct who_state *s = state;

	if (a == ACTION_OPEN)
		return ticked_count(s) > 0;
	if (a == ACTION_MARK)
		return s->count > 0 && s->list[s->current].hindrance == EXAM_FREE;
	return a == ACTION_ALL ? free_count(s) > 0 : a == ACTION_BACK || s->count > 0;
}

static const char *who_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && ((const struct who_state *)state)->arg.session != 0 ? _("add") : NULL;
}

static const struct binding who_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_PAGE_UP },
	{ .action = ACTION_PAGE_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_MARK, .label = N_("tick"), .help = N_("Tick the person under the pointer, or take the tick away") },
	{ .action = ACTION_ALL, .label = N_("all or none"), .help = N_("Tick all who can sit, or none") },
	{ .action = ACTION_OPEN, .label = N_("plan"), .help = N_("Give everybody who is ticked a seat") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_exam_who = {
	.name = "exam-who",
	.state_size = sizeof(struct who_state),
	.bindings = who_bindings,
	.init = who_init,
	.enter = who_enter,
	.open = who_open,
	.label = who_label,
	.describe = who_describe,
	.on_action = who_on_action,
	.release = who_release,
};
