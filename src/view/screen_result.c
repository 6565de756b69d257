#include "config.h"
#include "view/screens.h"

#include "core/i18n.h"
#include "view/check_run.h"
#include "view/parts.h"

enum { CHOICE_CERTIFICATE, CHOICE_LESSON, CHOICE_CHECK, CHOICE_HOME, CHOICE_MAX };

struct result_state {
	struct check_hold hold;
	int current;
	struct unit_arg unit;
	struct certificate_arg certificate;
};

static struct turn result_enter(struct app *app, void *state, struct err *e)
{
	check_speak(app, ((struct result_state *)state)->hold.run->check, e);
	return (struct turn){ .kind = TURN_STAY };
}

static size_t choices(const struct check_result *r, int out[CHOICE_MAX])
{
	size_t n = 0;

	if (r->certificate != NULL)
		out[n++] = CHOICE_CERTIFICATE;
	if (!r->passed) {
		out[n++] = CHOICE_LESSON;
		out[n++] = CHOICE_CHECK;
	}
	out[n++] = CHOICE_HOME;
	return n;
}

static const char *const choice_labels[CHOICE_MAX] = {
	[CHOICE_CERTIFICATE] = N_("See the certificate"),
	[CHOICE_LESSON] = N_("Go through the unit again"),
	[CHOICE_CHECK] = N_("Take the check again"),
	[CHOICE_HOME] = N_("Home"),
};

static void describe_certificate(const struct check_result *r, struct page *page)
{
	page_space(page);
	/* TRANSLATORS: %s is the title of a programme: "Ready for work in Flanders". */
	page_text(page, STYLE_STRONG, arena_printf(&page->arena, _("You have reached everything for: %s"), r->programme != NULL ? r->programme : ""));
	/* TRANSLATORS: %s is the serial number of a certificate. */
	page_text(page, STYLE_PLAIN, arena_printf(&page->arena, _("Your practice certificate is %s"), r->certificate));
}

/* What is missing and what to do about it. The questions themselves may come again: they are not shown. */
static void describe_failed(const struct check_result *r, const struct lesson *l, struct page *page)
{
	page_message(page, STYLE_NOTE, arena_printf(&page->arena,
		     ngettext("Not passed yet: %d of %d point is needed.", "Not passed yet: %d of %d points are needed.", (unsigned long)r->points), r->points, r->of));
	page_space(page);
	if (r->read_again_count > 0)
		/* TRANSLATORS: above the titles of one to three pages of the unit that go with the wrong answers of a check. */
		page_text(page, STYLE_STRONG, arena_printf(&page->arena, ngettext("%d answer was wrong. Read this again:", "%d answers were wrong. Read this again:",
			  (unsigned long)r->wrong), r->wrong));
	for (size_t i = 0; i < r->read_again_count; i++) {
		const struct part *p = &l->unit->parts[r->read_again[i]];
		const char *title = words_get(&l->words, &page->arena, l->unit->id, p->id, "title", p->title);

		page_item(page, 0, 0, title);
	}
	page_space(page);
	page_text(page, STYLE_PLAIN, _("Take the check again when you are ready: your best result counts."));
}

static void result_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct result_state *s = state;
	const struct check_result *res = &s->hold.run->result;
	const struct lesson *l = s->hold.run->check->lesson;
	int list[CHOICE_MAX];
	size_t n = choices(res, list);

	(void)r;
	page->place = parts_unit(page, l->unit_number, l->unit_title);
	/* TRANSLATORS: the result of a check: points reached of all points. */
	page_title(page, arena_printf(&page->arena, _("%d of %d points"), res->mark, res->maximum));
	page_space(page);
	if (res->passed)
		page_message(page, STYLE_GOOD, _("Passed. Well done!"));
	else
		describe_failed(res, l, page);
	if (res->certificate != NULL)
		describe_certificate(res, page);
	page_space(page);
	page_menu(page, false, s->current);
	for (size_t i = 0; i < n; i++)
		page_entry(page, list[i] == CHOICE_HOME ? '0' : (char)('1' + i), _(choice_labels[list[i]]), NULL, NULL);
}

static struct turn choose(struct result_state *s, int choice)
{
	const struct check_run *run = s->hold.run;
	const struct lesson *l = run->check->lesson;

	s->unit = (struct unit_arg){ .pack = l->pack, .unit = l->unit->id, .again = true };
	s->certificate.serial = run->result.certificate;
	if (choice == CHOICE_CERTIFICATE)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_certificate, .arg = &s->certificate };
	if (choice == CHOICE_LESSON)
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_lesson, .arg = &s->unit };
	if (choice == CHOICE_CHECK)
		return (struct turn){ .kind = TURN_REPLACE, .screen = &screen_check, .arg = &s->unit };
	return (struct turn){ .kind = TURN_HOME };
}

static struct turn result_on_action(void *state, const struct event *e)
{
	struct result_state *s = state;
	int list[CHOICE_MAX];
	int n = (int)choices(&s->hold.run->result, list);

	if (parts_move(&s->current, n, e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_OPEN)
		return choose(s, list[s->current]);
	if (e->action == ACTION_BACK || (e->action == ACTION_DIGIT && e->digit == 0))
		return choose(s, CHOICE_HOME);
	if (e->action == ACTION_DIGIT && e->digit < n)
		return choose(s, list[e->digit - 1]);
	return (struct turn){ .kind = TURN_STAY };
}

static const struct binding result_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer, or choose by a digit") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_DIGIT },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Open what the pointer stands on") },
	{ .action = ACTION_BACK, .label = N_("home") },
	{ .action = ACTION_NONE },
};

const struct screen screen_result = {
	.name = "result",
	.state_size = sizeof(struct result_state),
	.bindings = result_bindings,
	.init = check_screen_init,
	.enter = result_enter,
	.describe = result_describe,
	.on_action = result_on_action,
	.release = check_screen_release,
};
