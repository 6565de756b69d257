#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"

/* What stands below the things to do today, in this order; the pointer runs through all. */
enum { ROW_UNITS, ROW_WORDS, ROW_MISTAKES, ROW_SEARCH, ROW_PROGRESS, ROW_EXAMS, ROW_CERTIFICATE, ROW_OUT, ROWS_MAX };
struct below {
	int row;
	char digit;
};

struct home_state {
	struct home home;
	int current;
	struct unit_arg unit;
	struct review_arg review;
	struct certificate_arg certificate;
	struct placement_arg placement;
};

static const struct ask sign_out_ask = {
	.question = N_("Sign out?"),
	.detail = N_("Every answer is kept. Next time you go on where you are now."),
	.yes = N_("Yes, sign out"),
	.no = N_("No, stay"),
	.turn = TURN_SIGN_OUT,
};

static const char *serial_of(const struct home *h)
{
	for (size_t i = 0; i < h->programme_count; i++)
		if (h->programmes[i].serial[0] != '\0')
			return h->programmes[i].serial;
	return NULL;
}

/* The review stands first, and one unit less beside it: digits 1 to 3 are for today. */
static bool has_review(const struct home *h)
{
	return h->share.due > 0;
}

/* The course whose placement test is offered beside its first unit, or is open; NULL: none. */
static const struct home_pack *to_place(const struct home *h)
{
	for (size_t i = 0; i < h->pack_count; i++) {
		const struct home_pack *p = &h->packs[i];

		if (p->wanted && (p->placing == PLACING_OPEN || (p->placing == PLACING_FREE && !p->begun)))
			return p;
	}
	return NULL;
}

static size_t units_shown(const struct home *h)
{
	size_t room = 3 - (size_t)has_review(h) - (to_place(h) != NULL);

	return h->today_count > room ? room : h->today_count;
}

static size_t entries_today(const struct home *h)
{
	return units_shown(h) + has_review(h) + (to_place(h) != NULL);
}

/* A course that teaches a language is there to be searched. */
static bool has_words(const struct home *h)
{
	for (size_t i = 0; i < h->pack_count; i++)
		if (h->packs[i].wanted && h->packs[i].teaches[0] != '\0')
			return true;
	return false;
}

static size_t rows_below(const struct home *h, struct below out[ROWS_MAX])
{
	size_t n = 0;

	out[n++] = (struct below){ ROW_UNITS, '4' };
	if (h->words > 0)
		out[n++] = (struct below){ ROW_WORDS, '5' };
	if (h->mistakes > 0)
		out[n++] = (struct below){ ROW_MISTAKES, '6' };
	if (has_words(h))
		out[n++] = (struct below){ ROW_SEARCH, '7' };
	out[n++] = (struct below){ ROW_PROGRESS, '8' };
	if (h->exams > 0)
		out[n++] = (struct below){ ROW_EXAMS, '9' };
	if (serial_of(h) != NULL) /* looked at least often: where digits do not reach, by the arrow */
		out[n++] = (struct below){ ROW_CERTIFICATE, h->exams > 0 ? 0 : '9' };
	out[n++] = (struct below){ ROW_OUT, '0' };
	return n;
}

static struct turn home_enter(struct app *app, void *state, struct err *e)
{
	struct home_state *s = state;

	struct below rows[ROWS_MAX];

	home_release(&s->home);
	home_load(app, &s->home, e);
	if (s->current >= (int)(entries_today(&s->home) + rows_below(&s->home, rows)))
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void home_screen_release(void *state)
{
	home_release(&((struct home_state *)state)->home);
}

/* Everything read or known, and a check to take. */
static bool wants_check(const struct home_unit *u)
{
	return u->in_check || (u->has_check && (u->skipped || u->done >= u->steps) && !u->passed);
}

static const char *what_to_do(const struct home_unit *u)
{
	if (wants_check(u))
		return u->in_check ? _("Go on with the check") : _("Unit check");
	return u->last_seq != 0 ? _("Continue") : _("Begin");
}

/* Two courses have a first unit each: where several stand together, the course tells more than the number. */
static const char *which_unit(const struct home *h, const struct home_unit *u, struct page *page)
{
	const struct home_pack *of = NULL;
	bool several = false;

	for (size_t i = 0; i < units_shown(h); i++)
		several |= !str_eq(h->units[h->today[i]].pack, u->pack);
	for (size_t i = 0; i < h->pack_count; i++)
		if (str_eq(h->packs[i].pack, u->pack))
			of = &h->packs[i];
	if (!several || of == NULL)
		return parts_unit(page, u->number, u->title);
	return arena_printf(&page->arena, "%s · %s", parts_course(of), parts_plain(&page->arena, u->title));
}

static const char *minutes_text(struct page *page, int minutes)
{
	return arena_printf(&page->arena, ngettext("%d min", "%d min", (unsigned long)minutes), minutes);
}

/* Never more words than the day has room for, however many are due. */
static void describe_review(const struct home *h, struct page *page)
{
	int room = h->share.plan.review_today, words = room > 0 ? room : h->share.due;

	page_entry(page, '1', _("Review"), arena_printf(&page->arena, ngettext("%d word", "%d words", (unsigned long)words), words),
		   /* TRANSLATORS: beside words to review, when today's minutes are used up. */
		   room > 0 ? minutes_text(page, h->share.review_minutes) : _("if you like"));
}

static void describe_placement(const struct home *h, struct page *page)
{
	const struct home_pack *p = to_place(h);

	if (p != NULL)
		page_entry(page, (char)('0' + (int)entries_today(h)), _("Placement test"), parts_course(p),
			   p->placing == PLACING_OPEN ? _("begun") : minutes_text(page, PLACING_MINUTES));
}

static void describe_today(const struct home_state *s, struct page *page)
{
	const struct home *h = &s->home;

	page_heading(page, 1, _("Today"));
	page_space(page);
	if (h->today_count == 0)
		page_message(page, h->unit_count > 0 ? STYLE_GOOD : STYLE_PLAIN,
			     h->unit_count > 0 ? _("All units are done. Repeat what you like.") : _("No course is installed yet. Tell your instructor."));
	if (entries_today(h) == 0)
		return;
	page_menu(page, false, s->current < (int)entries_today(h) ? s->current : -1);
	if (has_review(h))
		describe_review(h, page);
	for (size_t i = 0; i < units_shown(h); i++) {
		const struct home_unit *u = &h->units[h->today[i]];
		const char *unit = which_unit(h, u, page), *time = NULL; /* or how far */

		if (u->last_seq != 0 && u->done < u->steps && !u->in_check)
			time = parts_place(page, u);
		else if (!wants_check(u) && u->minutes > 0)
			time = minutes_text(page, u->minutes);
		page_entry(page, (char)('1' + has_review(h) + (int)i), what_to_do(u), unit, time);
	}
	describe_placement(h, page);
}

/* Whether the plan fits, and what to do; "" where there is nothing to say. */
static const char *plan_text(const struct plan *p, struct page *page)
{
	struct arena *a = &page->arena;
	int hours = (int)(p->hours_left + 0.5);

	switch (p->state) {
	case PLAN_ON:
		return _("You are on plan.");
	case PLAN_AHEAD:
		return arena_printf(a, ngettext("You are %d day ahead of your plan.", "You are %d days ahead of your plan.", (unsigned long)p->days), p->days);
	case PLAN_BEHIND:
		if (p->days == 0)
			/* TRANSLATORS: so many minutes a day from now on. */
			return arena_printf(a, ngettext("Your plan fits with %d minute a day.", "Your plan fits with %d minutes a day.",
				(unsigned long)p->minutes), p->minutes);
		return arena_printf(a, "%s %s",
			arena_printf(a, ngettext("You are %d day behind your plan.", "You are %d days behind your plan.", (unsigned long)p->days), p->days),
			arena_printf(a, ngettext("It still fits with %d minute a day.", "It still fits with %d minutes a day.",
				(unsigned long)p->minutes), p->minutes));
	case PLAN_REPEAT:
		return _("The last two weeks are for repeating: no new words.");
	case PLAN_TOO_MUCH:
		return arena_printf(a, ngettext("%d hour of work is left, more than fits before that day. Speak with your instructor.",
			"%d hours of work are left, more than fit before that day. Speak with your instructor.", (unsigned long)hours), hours);
	case PLAN_NONE:
	default:
		return "";
	}
}

static void describe_worked(const struct today *t, struct page *page)
{
	if (t->week_minutes == 0)
		return;
	page_text(page, STYLE_DIM, arena_printf(&page->arena, "%s · %s",
		/* TRANSLATORS: really worked: today and within seven days. */
		arena_printf(&page->arena, _("Today %d min, this week %d min"), t->minutes, t->week_minutes),
		arena_printf(&page->arena, ngettext("%d word learnt", "%d words learnt", (unsigned long)t->learnt), t->learnt)));
}

static void describe_departure(const struct home_programme *p, const struct plan *plan, const struct reader *r, struct page *page)
{
	const char *date = parts_date(page, r, p->departure);

	if (date[0] == '\0')
		return;
	page_space(page);
	if (p->days_left > 0) {
		/* TRANSLATORS: %s is the date of departure, %d how many days until then. */
		const char *leave = arena_printf(&page->arena, ngettext("You leave on %s, in %d day.", "You leave on %s, in %d days.",
			(unsigned long)p->days_left), date, p->days_left);
		const char *fits = plan ? plan_text(plan, page) : "";

		page_text(page, STYLE_PLAIN, *fits ? arena_printf(&page->arena, "%s %s", leave, fits) : leave);
	}
	else if (p->days_left == 0)
		page_text(page, STYLE_PLAIN, _("You leave today. A good journey!"));
	else
		page_text(page, STYLE_DIM, arena_printf(&page->arena, _("Your day of departure, %s, has passed."), date));
}

static void describe_way(const struct home *h, struct page *page)
{
	page_space(page);
	page_heading(page, 2, _("Your way to the certificate"));
	for (size_t i = 0; i < h->pack_count; i++) {
		const struct home_pack *p = &h->packs[i];

		if (!p->wanted)
			continue;
		page_gauge(page, p->title, p->finished, (int)p->count,
			   arena_printf(&page->arena, ngettext("%d of %d unit", "%d of %d units", (unsigned long)p->count), p->finished, (int)p->count));
	}
	for (size_t i = 0; i < h->programme_count; i++) {
		const struct home_programme *p = &h->programmes[i];
		int met = 0;

		for (size_t k = 0; k < p->count; k++)
			met += p->requirements[k].fulfilled;
		page_gauge(page, p->title, met, (int)p->count,
			   /* TRANSLATORS: how many of the things a certificate requires are reached. */
			   arena_printf(&page->arena, ngettext("%d of %d reached", "%d of %d reached", (unsigned long)p->count), met, (int)p->count));
	}
}

static const char *name_of(const struct home *h, int row, struct page *page)
{
	switch (row) {
	case ROW_UNITS:
		return _("All units");
	case ROW_MISTAKES:
		return arena_printf(&page->arena, "%s %d", _("My mistakes"), h->mistakes);
	case ROW_SEARCH:
		return _("Search");
	case ROW_EXAMS:
		return _("My examinations");
	case ROW_PROGRESS:
		return _("Progress");
	case ROW_CERTIFICATE:
		return _("Certificate");
	default:
		return arena_printf(&page->arena, "%s %d", _("My words"), h->words);
	}
}

static void describe_below(const struct home_state *s, struct page *page)
{
	struct below rows[ROWS_MAX];
	size_t n = rows_below(&s->home, rows);
	int at = s->current - (int)entries_today(&s->home);

	page_space(page);
	page_menu(page, true, at >= 0 && at < (int)n - 1 ? at : -1);
	for (size_t i = 0; i + 1 < n; i++)
		page_entry(page, rows[i].digit, name_of(&s->home, rows[i].row, page), NULL, NULL);
	page_menu(page, false, at == (int)n - 1 ? 0 : -1);
	page_entry(page, '0', _("Sign out"), NULL, NULL);
}

static void home_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct home_state *s = state;

	if (s->home.programme_count > 0)
		page->place = arena_strdup(&page->arena, s->home.programmes[0].title);
	page->rule_right = parts_day(page, r, s->home.day, true);
	describe_today(s, page);
	for (size_t i = 0; i < s->home.programme_count; i++)
		describe_departure(&s->home.programmes[i], i == s->home.planned ? &s->home.share.plan : NULL, r, page);
	describe_worked(&s->home.share, page);
	if (s->home.pack_count > 0)
		describe_way(&s->home, page);
	describe_below(s, page);
}

/* What stands at place `i` of today. */
static struct turn open_today(struct home_state *s, size_t i)
{
	if (has_review(&s->home) && i-- == 0) {
		s->review = (struct review_arg){ .words = s->home.share.plan.review_today };
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_review, .arg = &s->review };
	}

	const struct home_pack *place = to_place(&s->home);

	if (place != NULL && i == units_shown(&s->home)) {
		s->placement.pack = place->pack;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_placement, .arg = &s->placement };
	}

	const struct home_unit *u = &s->home.units[s->home.today[i]];

	s->unit = (struct unit_arg){ .pack = u->pack, .unit = u->unit };
	return (struct turn){ .kind = TURN_PUSH, .screen = wants_check(u) ? &screen_check : &screen_lesson, .arg = &s->unit };
}

static struct turn open_row(struct home_state *s, int row)
{
	switch (row) {
	case ROW_UNITS:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_units };
	case ROW_EXAMS:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_exam_mine };
	case ROW_PROGRESS:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_progress };
	case ROW_WORDS:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_my_words };
	case ROW_MISTAKES:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_mistakes };
	case ROW_SEARCH:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_search };
	case ROW_CERTIFICATE:
		s->certificate.serial = serial_of(&s->home);
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_certificate, .arg = &s->certificate };
	default:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_ask, .arg = &sign_out_ask };
	}
}

static struct turn home_on_action(void *state, const struct event *e)
{
	struct home_state *s = state;
	struct below rows[ROWS_MAX];
	size_t n = rows_below(&s->home, rows), today = entries_today(&s->home);

	if (parts_move(&s->current, (int)(today + n), e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_EXAM)
		return open_row(s, ROW_EXAMS);
	if (e->action == ACTION_BACK)
		return open_row(s, ROW_OUT);
	if (e->action == ACTION_OPEN)
		return s->current < (int)today ? open_today(s, (size_t)s->current) : open_row(s, rows[(size_t)s->current - today].row);
	if (e->action != ACTION_DIGIT)
		return (struct turn){ .kind = TURN_STAY };
	if (e->digit >= 1 && e->digit <= (int)today)
		return open_today(s, (size_t)e->digit - 1);
	for (size_t i = 0; i < n; i++)
		if (rows[i].digit - '0' == e->digit)
			return open_row(s, rows[i].row);
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding home_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open what the pointer stands on") },
	{ .action = ACTION_EXAM, .help = N_("My examinations, and the way into one") },
	{ .action = ACTION_BACK, .label = N_("sign out"), .help = N_("Sign out; asks first") },
	{ .action = ACTION_NONE },
};

const struct screen screen_home = {
	.name = "home",
	.state_size = sizeof(struct home_state),
	.bindings = home_bindings,
	.enter = home_enter,
	.describe = home_describe,
	.on_action = home_on_action,
	.release = home_screen_release,
};
