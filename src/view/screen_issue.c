/* Issuing to all who are ready, and withdrawing one certificate: what an administrator does with a second person. */
#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

#include "app/credential.h"
#include "core/i18n.h"
#include "core/phrase.h"
#include "core/str.h"
#include "view/edit.h"
#include "view/parts.h"

enum { WORDS_MAX = 400, NAMES_SHOWN = 10 };

/* --- issuing ------------------------------------------------------------- */

struct issue_state {
	struct arena arena;
	struct credential_candidate *list; /* those who are ready first came here for */
	size_t count;
	struct edit phrase;
	bool lacks, done;
	int issued;
	char words[WORDS_MAX];
	struct second second;
	int64_t second_person;
};

static void issue_init(void *state, const void *arg)
{
	struct issue_state *s = state;

	(void)arg;
	edit_init(&s->phrase, PHRASE_BYTES_MAX - 1);
	s->phrase.secret = true;
}

static void issue_release(void *state)
{
	struct issue_state *s = state;

	edit_release(&s->phrase);
	arena_release(&s->arena);
}

static bool tell(void *ctx, size_t done, size_t all, const char *serial, const char *name)
{
	struct app *app = ctx;

	(void)serial;
	return !app->progress.fn || app->progress.fn(app->progress.ctx, name, done, all);
}

/* The phrase is wiped whatever came of it: a wrong one is typed anew. */
static struct turn issue_now(struct app *app, struct issue_state *s, struct err *e)
{
	int64_t *people = arena_array(&s->arena, s->count + 1, sizeof *people);
	struct credential_order o = { .people = people, .phrase = edit_text(&s->phrase), .second = s->second_person, .told = tell, .ctx = app };

	for (size_t i = 0; i < s->count; i++)
		if (s->list[i].ready)
			people[o.count++] = s->list[i].person;
	s->second_person = 0;
	credential_issue(app, &o, &s->issued, e);
	s->done = s->issued > 0;
	edit_clear(&s->phrase);
	return (struct turn){ .kind = TURN_STAY };
}

static struct turn issue_enter(struct app *app, void *state, struct err *e)
{
	struct issue_state *s = state;

	if (s->second_person != 0)
		return issue_now(app, s, e);
	if (!s->done && s->list == NULL && !credential_candidates(app, &s->arena, &s->list, &s->count, e))
		s->count = 0;
	return (struct turn){ .kind = TURN_STAY };
}

static int ready_count(const struct issue_state *s)
{
	int n = 0;

	for (size_t i = 0; i < s->count; i++)
		n += s->list[i].ready;
	return n;
}

static void describe_names(const struct issue_state *s, const struct reader *r, struct page *page)
{
	int shown = 0, all = ready_count(s);

	page_table(page, 3, false);
	for (size_t i = 0; i < s->count; i++) {
		if (!s->list[i].ready || shown == NAMES_SHOWN)
			continue;
		shown++;
		parts_cell_raw(page, STYLE_STRONG, s->list[i].latin);
		parts_cell_raw(page, STYLE_PLAIN, s->list[i].title);
		parts_cell_raw(page, STYLE_DIM, arena_printf(&page->arena, _("until %s"), parts_date(page, r, s->list[i].until)));
	}
	if (all > shown)
		page_text(page, STYLE_DIM, arena_printf(&page->arena, ngettext("and %d more", "and %d more", (unsigned long)(all - shown)), all - shown));
}

static void issue_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct issue_state *s = state;

	page->place = _("Certificates");
	if (s->done) {
		page_heading(page, 1, arena_printf(&page->arena, ngettext("%d certificate issued", "%d certificates issued", (unsigned long)s->issued), s->issued));
		page_text(page, STYLE_PLAIN, _("Each stands in the list, and learners see their own. The key is closed again."));
		return;
	}
	page_heading(page, 1, _("Issue certificates"));
	describe_names(s, r, page);
	page_space(page);
	struct field f = edit_field(&s->phrase, page, true);
	page_field(page, _("Pass phrase of the key"), &f);
	page_space(page);
	if (s->lacks)
		page_message(page, STYLE_NOTE, _("Type the pass phrase first."));
	else
		page_text(page, STYLE_DIM, _("Nobody can read it here. Then a second member of staff signs in, and all are issued."));
}

static struct turn issue_on_action(void *state, const struct event *e)
{
	struct issue_state *s = state;

	s->lacks = false;
	if (e->action == ACTION_BACK || (s->done && e->action == ACTION_OPEN))
		return (struct turn){ .kind = TURN_POP };
	if (s->done)
		return (struct turn){ .kind = TURN_STAY };
	if (e->action != ACTION_OPEN) {
		edit_action(&s->phrase, e);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (s->phrase.len == 0) {
		s->lacks = true;
		return (struct turn){ .kind = TURN_STAY };
	}
	int n = ready_count(s);
	snprintf(s->words, sizeof s->words, ngettext("A certificate is issued to %d person whose results and identity you looked at.",
						     "Certificates are issued to %d people whose results and identity you looked at.", (unsigned long)n), n);
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

static bool issue_typing(const void *state)
{
	return !((const struct issue_state *)state)->done;
}

static const char *issue_label(const void *state, enum action a)
{
	return a == ACTION_OPEN && ((const struct issue_state *)state)->done ? _("back") : NULL;
}

static const struct binding issue_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("A second person signs in, then all are issued") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is issued") },
	{ .action = ACTION_NONE },
};

const struct screen screen_issue = {
	.name = "issue",
	.state_size = sizeof(struct issue_state),
	.bindings = issue_bindings,
	.init = issue_init,
	.enter = issue_enter,
	.typing = issue_typing,
	.label = issue_label,
	.describe = issue_describe,
	.on_action = issue_on_action,
	.release = issue_release,
};

/* --- withdrawing --------------------------------------------------------- */

struct withdraw_state {
	char serial[SERIAL_SIZE];
	struct edit reason;
	bool lacks;
	char words[WORDS_MAX];
	struct second second;
	int64_t second_person;
};

static void withdraw_init(void *state, const void *arg)
{
	struct withdraw_state *s = state;

	snprintf(s->serial, sizeof s->serial, "%s", ((const struct certificate_arg *)arg)->serial);
	edit_init(&s->reason, CREDENTIAL_REASON_MAX);
}

static void withdraw_release(void *state)
{
	edit_release(&((struct withdraw_state *)state)->reason);
}

static struct turn withdraw_enter(struct app *app, void *state, struct err *e)
{
	struct withdraw_state *s = state;
	int64_t second = s->second_person;

	s->second_person = 0;
	if (second == 0 || !credential_revoke(app, s->serial, edit_text(&s->reason), second, e))
		return (struct turn){ .kind = TURN_STAY };
	return (struct turn){ .kind = TURN_POP };
}

static void withdraw_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct withdraw_state *s = state;
	struct field f = edit_field(&s->reason, page, true);

	(void)r;
	page->place = _("Certificate");
	page->rule_right = arena_strdup(&page->arena, s->serial);
	page_heading(page, 1, _("Withdraw this certificate"));
	page_text(page, STYLE_PLAIN, _("It is withdrawn for ever. The reason stands in the list that verifiers get: name nobody in it."));
	page_space(page);
	page_field(page, _("Reason"), &f);
	page_space(page);
	if (s->lacks)
		page_message(page, STYLE_NOTE, _("Say in words what happened."));
	else
		page_text(page, STYLE_DIM, _("Then a second member of staff signs in."));
}

static struct turn withdraw_on_action(void *state, const struct event *e)
{
	struct withdraw_state *s = state;
	const char *reason = edit_text(&s->reason);

	s->lacks = false;
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action != ACTION_OPEN) {
		edit_action(&s->reason, e);
		return (struct turn){ .kind = TURN_STAY };
	}
	if (reason[strspn(reason, " ")] == '\0') {
		s->lacks = true;
		return (struct turn){ .kind = TURN_STAY };
	}
	snprintf(s->words, sizeof s->words, _("Certificate %s is withdrawn for ever: %s"), s->serial, reason);
	s->second = (struct second){ .what = s->words, .person = &s->second_person };
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_second, .arg = &s->second };
}

static bool withdraw_typing(const void *state)
{
	(void)state;
	return true;
}

static const struct binding withdraw_bindings[] = {
	{ .action = ACTION_OPEN, .label = N_("next"), .help = N_("A second person signs in, then it is withdrawn") },
	{ .action = ACTION_BACK, .label = N_("back"), .help = N_("Back; nothing is done") },
	{ .action = ACTION_NONE },
};

const struct screen screen_withdraw = {
	.name = "withdraw",
	.state_size = sizeof(struct withdraw_state),
	.bindings = withdraw_bindings,
	.init = withdraw_init,
	.enter = withdraw_enter,
	.typing = withdraw_typing,
	.describe = withdraw_describe,
	.on_action = withdraw_on_action,
	.release = withdraw_release,
};
