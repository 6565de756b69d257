/* Certificates that prove something, for administrators: who is ready, and what was issued. */
#include "config.h"
#include "view/screens.h"

#include "app/credential.h"
#include "core/i18n.h"
#include "view/parts.h"

struct issued {
	const char *serial, *latin, *until, *ended_on;
	enum credential_state state;
};
struct certificates_state {
	struct arena arena; /* of both lists */
	struct credential_candidate *candidates;
	size_t candidate_count;
	struct issued *issued;
	size_t issued_count, issued_room;
	int ready, current;
	bool read;
	struct certificate_arg arg;
};

static bool keep_issued(void *ctx, const struct credential_view *v)
{
	struct certificates_state *s = ctx;
	struct arena *a = &s->arena;

	s->issued = arena_grow(a, s->issued, s->issued_count, &s->issued_room, sizeof *s->issued);
	s->issued[s->issued_count++] = (struct issued){
		.serial = arena_strdup(a, v->serial), .latin = arena_strdup(a, v->latin), .until = arena_strdup(a, v->until), .ended_on = arena_strdup(a, v->ended_on), .state = v->state,
	};
	return true;
}

static void certificates_release(void *state)
{
	arena_release(&((struct certificates_state *)state)->arena);
}

/* Rows to choose from: issuing, if somebody is ready, then what was issued. */
static int row_count(const struct certificates_state *s)
{
	return (s->ready > 0) + (int)s->issued_count;
}

static struct turn certificates_enter(struct app *app, void *state, struct err *e)
{
	struct certificates_state *s = state;

	arena_release(&s->arena);
	s->issued = NULL;
	s->issued_count = s->issued_room = s->candidate_count = 0;
	s->ready = 0;
	s->read = credential_candidates(app, &s->arena, &s->candidates, &s->candidate_count, e) && credential_list(app, 0, keep_issued, s, e);
	for (size_t i = 0; s->read && i < s->candidate_count; i++)
		s->ready += s->candidates[i].ready;
	if (s->current >= row_count(s))
		s->current = row_count(s) > 0 ? row_count(s) - 1 : 0;
	return (struct turn){ .kind = TURN_STAY };
}

static const char *standing(const struct issued *c, const struct reader *r, struct page *page)
{
	switch (c->state) {
	case CREDENTIAL_VALID: return arena_printf(&page->arena, _("until %s"), parts_date(page, r, c->until));
	case CREDENTIAL_EXPIRED: return _("no longer in force");
	case CREDENTIAL_REVOKED: return _("withdrawn");
	case CREDENTIAL_REISSUED: return _("replaced");
	}
	return "";
}

static void describe_ready(const struct certificates_state *s, struct page *page)
{
	if (s->ready > 0) {
		page_menu(page, false, s->current == 0 ? 0 : -1);
		page_entry(page, '1', arena_printf(&page->arena, ngettext("Issue to %d person who is ready", "Issue to %d people who are ready", (unsigned long)s->ready), s->ready),
			   NULL, NULL);
	} else {
		page_text(page, STYLE_DIM, _("Nobody is ready who has no certificate yet."));
	}
}

static void describe_doubtful(const struct certificates_state *s, struct page *page)
{
	for (size_t i = 0; i < s->candidate_count; i++) {
		if (s->candidates[i].ready)
			continue;
		page_space(page);
		/* no message: those are kept in sight, and the pointer is what matters here */
		parts_raw_block(page, STYLE_PLAIN, arena_printf(&page->arena, _("%s (%s) passed everything, but %s. Look at the documents."), s->candidates[i].latin,
								s->candidates[i].code, s->candidates[i].why));
	}
}

static void certificates_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct certificates_state *s = state;
	int first = s->ready > 0;

	page->place = _("Certificates");
	if (!s->read) {
		page_text(page, STYLE_PLAIN, _("The certificates cannot be read now."));
		return;
	}
	page->rule_right = arena_printf(&page->arena, ngettext("%d ready", "%d ready", (unsigned long)s->ready), s->ready);
	describe_ready(s, page);
	page_space(page);
	page_heading(page, 2, _("Issued"));
	if (s->issued_count == 0)
		page_text(page, STYLE_DIM, _("None yet."));
	else
		page_menu(page, false, s->current >= first ? s->current - first : -1);
	for (size_t i = 0; i < s->issued_count; i++) {
		struct entry *en = page_entry(page, 0, "", s->issued[i].serial, standing(&s->issued[i], r, page));

		en->label = page_raw(page, STYLE_PLAIN, s->issued[i].latin);
	}
	describe_doubtful(s, page);
}

static struct turn certificates_on_action(void *state, const struct event *e)
{
	struct certificates_state *s = state;
	int choice = s->current, first = s->ready > 0;

	if (parts_move(&s->current, row_count(s), e->action))
		return (struct turn){ .kind = TURN_STAY };
	if (e->action == ACTION_BACK)
		return (struct turn){ .kind = TURN_POP };
	if (e->action == ACTION_EXPORT)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_withdrawn };
	if (e->action == ACTION_DIGIT)
		choice = e->digit == 1 && first ? 0 : row_count(s);
	else if (e->action != ACTION_OPEN)
		choice = row_count(s);
	if (choice >= row_count(s))
		return (struct turn){ .kind = TURN_STAY };
	s->current = choice;
	if (choice < first)
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_issue };
	s->arg.serial = s->issued[choice - first].serial;
	return (struct turn){ .kind = TURN_PUSH, .screen = &screen_certificate, .arg = &s->arg };
}

static bool certificates_open(const void *state, enum action a)
{
	const struct certificates_state *s = state;

	if (a == ACTION_EXPORT)
		return s->read;
	return a == ACTION_BACK || (a == ACTION_DIGIT ? s->ready > 0 : row_count(s) > 0);
}

static const struct binding certificates_bindings[] = {
	{ .action = ACTION_UP, .label = N_("choose"), .help = N_("Move the pointer") },
	{ .action = ACTION_DOWN },
	{ .action = ACTION_FIRST },
	{ .action = ACTION_LAST },
	{ .action = ACTION_DIGIT, .help = N_("Issue to all who are ready") },
	{ .action = ACTION_OPEN, .label = N_("open"), .help = N_("Issue to all who are ready, or see the certificate under the pointer") },
	{ .action = ACTION_EXPORT, .label = N_("list"), .help = N_("Sign the list of withdrawn certificates for verifiers") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

const struct screen screen_certificates = {
	.name = "certificates",
	.state_size = sizeof(struct certificates_state),
	.bindings = certificates_bindings,
	.enter = certificates_enter,
	.open = certificates_open,
	.describe = certificates_describe,
	.on_action = certificates_on_action,
	.release = certificates_release,
};
