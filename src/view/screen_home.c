#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"

/* What stands below the things to do today, in this order; the pointer runs through all. */
enum { ROW_UNITS, ROW_PROGRESS, ROW_CERTIFICATE, ROW_WORDS, ROW_OUT, ROWS_MAX };
struct below {
	int row;
	char digit;
};

struct home_state {
	struct home home;
	int current;
	struct unit_arg unit;
	struct certificate_arg certificate;
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

static size_t rows_below(const struct home *h, struct below out[ROWS_MAX])
{
	size_t n = 0;

	out[n++] = (struct below){ ROW_UNITS, '4' };
	out[n++] = (struct below){ ROW_PROGRESS, '5' };
	if (serial_of(h) != NULL)
		out[n++] = (struct below){ ROW_CERTIFICATE, '6' };
	if (h->words > 0)
		out[n++] = (struct below){ ROW_WORDS, '7' };
	out[n++] = (struct below){ ROW_OUT, '0' };
	return n;
}

static struct turn home_enter(struct app *app, void *state, struct err *e)
{
	struct home_state *s = state;

	struct below rows[ROWS_MAX];

	home_release(&s->home);
	home_load(app, &s->home, e);
	if (s->current >= (int)(s->home.today_count + rows_below(&s->home, rows)))
		s->current = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static void home_screen_release(void *state)
{
	home_release(&((struct home_state *)state)->home);
}

/* Everything read, and a check to take. */
static bool wants_check(const struct home_unit *u)
{
	return u->in_check || (u->has_check && u->done >= u->steps && !u->passed);
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

	for (size_t i = 0; i < h->today_count; i++)
		several |= !str_eq(h->units[h->today[i]].pack, u->pack);
	for (size_t i = 0; i < h->pack_count; i++)
		if (str_eq(h->packs[i].pack, u->pack))
			of = &h->packs[i];
	if (!several || of == NULL)
		return parts_unit(page, u->number, u->title);
	return arena_printf(&page->arena, "%s · %s", parts_course(of), parts_plain(&page->arena, u->title));
}

static void describe_today(const struct home_state *s, struct page *page)
{
	const struct home *h = &s->home;

	page_heading(page, 1, _("Today"));
	page_space(page);
	if (h->today_count == 0) {
		page_message(page, h->unit_count > 0 ? STYLE_GOOD : STYLE_PLAIN,
			     h->unit_count > 0 ? _("All units are done. Repeat what you like.") : _("No course is installed yet. Tell your instructor."));
		return;
	}
	page_menu(page, false, s->current < (int)h->today_count ? s->current : -1);
	for (size_t i = 0; i < h->today_count; i++) {
		const struct home_unit *u = &h->units[h->today[i]];
		const char *unit = which_unit(h, u, page), *time = NULL; /* or how far */

		if (u->last_seq != 0 && u->done < u->steps && !u->in_check)
			time = parts_place(page, u);
		else if (!wants_check(u) && u->minutes > 0)
			time = arena_printf(&page->arena, ngettext("%d min", "%d min", (unsigned long)u->minutes), u->minutes);
		page_entry(page, (char)('1' + i), what_to_do(u), unit, time);
	}
}

static void describe_departure(const struct home_programme *p, const struct reader *r, struct page *page)
{
	const char *date = parts_date(page, r, p->departure);

	if (date[0] == '\0')
		return;
	page_space(page);
	if (p->days_left > 0)
		/* TRANSLATORS: %s is the date of departure, %d how many days until then. */
		page_text(page, STYLE_PLAIN, arena_printf(&page->arena, ngettext("You leave on %s, in %d day.", "You leave on %s, in %d days.",
			  (unsigned long)p->days_left), date, p->days_left));
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
	int at = s->current - (int)s->home.today_count;

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
		describe_departure(&s->home.programmes[i], r, page);
	if (s->home.pack_count > 0)
		describe_way(&s->home, page);
	describe_below(s, page);
}

static struct turn open_unit(struct home_state *s, size_t i)
{
	const struct home_unit *u = &s->home.units[s->home.today[i]];

	s->unit = (struct unit_arg){ .pack = u->pack, .unit = u->unit };
	return (struct turn){ .kind = TURN_PUSH, .screen = wants_check(u) ? &screen_check : &screen_lesson, .arg = &s->unit };
}

static struct turn open_row(struct home_state *s, int row)
{
	switch (row) {
	case ROW_UNITS:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_units };
	case ROW_PROGRESS:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_progress };
	case ROW_WORDS:
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_my_words };
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
	size_t n = rows_below(&s->home, rows), today = s->home.today_count;

	if (parts_move(&s->current, (int)(today + n), e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return open_row(s, ROW_OUT);
	if (e->action == ACTION_OPEN)
		return s->current < (int)today ? open_unit(s, (size_t)s->current) : open_row(s, rows[(size_t)s->current - today].row);
	if (e->action != ACTION_DIGIT)
		return (struct turn){ .kind = TURN_STAY };
	if (e->digit >= 1 && e->digit <= (int)today)
		return open_unit(s, (size_t)e->digit - 1);
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
