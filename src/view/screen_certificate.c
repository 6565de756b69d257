#include "config.h"
#include "view/screens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/certificate_paper.h"
#include "app/credential.h"
#include "app/export.h"
#include "app/readiness.h"
#include "core/i18n.h"
#include "core/str.h"
#include "view/parts.h"

struct certificate_state {
	char serial[32];
	struct str text;
	bool read, may_withdraw, may_print;
	char *path; /* owned; NULL until it is written */
	struct certificate_arg arg;
};

static void certificate_init(void *state, const void *arg)
{
	struct certificate_state *s = state;

	snprintf(s->serial, sizeof s->serial, "%s", ((const struct certificate_arg *)arg)->serial);
	str_init(&s->text);
}

static void certificate_release(void *state)
{
	struct certificate_state *s = state;

	str_release(&s->text);
	free(s->path);
}

static bool is_practice(const char *serial)
{
	char number[SERIAL_SIZE];
	bool practice;

	return serial_parse(serial, &practice, number) && practice;
}

static struct turn certificate_enter(struct app *app, void *state, struct err *e)
{
	struct certificate_state *s = state;

	str_clear(&s->text);
	free(s->path);
	s->path = NULL;
	s->may_withdraw = s->may_print = false;
	if (is_practice(s->serial)) {
		s->read = certificate_show(app, s->serial, &s->text, e);
		s->may_print = s->read && app->person.role != ROLE_LEARNER;
		return (struct turn){ .kind = TURN_STAY };
	}
	struct arena a = ARENA_INIT;
	struct credential_view v;

	s->read = credential_text(app, s->serial, &s->text, e) && credential_view(app, s->serial, &a, &v, e);
	if (s->read && (v.state == CREDENTIAL_VALID || v.state == CREDENTIAL_EXPIRED)) {
		s->may_withdraw = app->person.role == ROLE_ADMINISTRATOR;
		s->may_print = app->person.role != ROLE_LEARNER;
	}
	arena_release(&a);
	return (struct turn){ .kind = TURN_STAY };
}

/* In the reader's own language and Dutch; the command has more to choose from. */
static struct turn certificate_write(struct app *app, void *state, struct err *e)
{
	struct certificate_state *s = state;
	char name[64], *path;
	size_t n = (size_t)snprintf(name, sizeof name, "safar-certificate-%s.pdf", s->serial);

	for (size_t i = 0; i < n; i++)
		name[i] = name[i] == ' ' ? '-' : name[i];
	path = export_document_dup(name);
	free(s->path);
	s->path = certificate_print(app, s->serial, NULL, PAPER_PDF, path, e) ? path : NULL;
	if (s->path == NULL)
		free(path);
	return (struct turn){ .kind = TURN_STAY };
}

enum { PAPER_MARGIN = 2, PAPER_INDENT = 10 /* from here on a line goes on with the second column of the one above */ };

/* Where the gap between the two columns of a line of paper begins and ends: two spaces or more, or dots. False if the line is one piece. */
static bool find_gap(const char *line, size_t *from, size_t *to)
{
	const char *spaces = strstr(line, "  "), *dots = strstr(line, " ...");
	const char *at = spaces == NULL || (dots != NULL && dots < spaces) ? dots : spaces;

	if (at == NULL)
		return false;
	*from = (size_t)(at - line);
	*to = *from + strspn(at, " .");
	return true;
}

/* One line of the certificate as it goes on paper: its rules become blank lines, its two columns a table, so that a narrow screen can hold them, too. */
static void describe_paper(struct page *page, const char *line)
{
	bool table = page->count > 0 && page->blocks[page->count - 1].kind == BLOCK_TABLE, first = page->count <= 2 && !table;
	size_t from, to;

	if (line[0] != ' ') {
		page_space(page);
		return;
	}
	line += strspn(line, " ") >= PAPER_MARGIN ? PAPER_MARGIN : 0;
	if (!find_gap(line, &from, &to)) {
		parts_raw_block(page, STYLE_PLAIN, line);
		return;
	}
	if (page->count == 0 || (page->count == 1 && page->blocks[0].kind == BLOCK_SPACE)) {
		page_title(page, arena_strndup(&page->arena, line, from)); /* the serial beside it stands in the rule above */
		return;
	}
	if (!table)
		page_table(page, 2, false);
	parts_cell_raw(page, STYLE_DIM, arena_strndup(&page->arena, line, from));
	parts_cell_raw(page, first ? STYLE_STRONG : STYLE_PLAIN, line + to); /* whose it is comes first */
}

/* The next line of the paper with those that go on with its second column: the screen wraps them by its own width. */
static const char *paper_line(struct arena *a, const char **at)
{
	size_t n = strcspn(*at, "\n");
	const char *line = arena_strndup(a, *at, n);

	*at += n + ((*at)[n] == '\n');
	while (n > 0 && strspn(*at, " ") >= PAPER_INDENT) {
		const char *more = *at + strspn(*at, " ");
		size_t rest = strcspn(more, "\n");

		line = arena_printf(a, "%s %.*s", line, (int)rest, more);
		*at = more + rest + (more[rest] == '\n');
	}
	return line;
}

static void certificate_describe(const void *state, const struct reader *r, struct page *page)
{
	const struct certificate_state *s = state;

	(void)r;
	page->place = _("Certificate");
	page->rule_right = arena_strdup(&page->arena, s->serial);
	if (!s->read)
		page_text(page, STYLE_PLAIN, _("This certificate cannot be shown now."));
	for (const char *at = s->text.buf; s->read && *at != '\0';)
		describe_paper(page, paper_line(&page->arena, &at));
	if (s->path != NULL)
		page_notice(page, STYLE_GOOD, arena_printf(&page->arena, "%s %s", _("The certificate is written. Print it:"), s->path));
}

static struct turn certificate_on_action(void *state, const struct event *e)
{
	struct certificate_state *s = state;

	if (e->action == ACTION_DISMISS && s->may_withdraw) {
		s->arg.serial = s->serial;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_withdraw, .arg = &s->arg };
	}
	if (e->action == ACTION_ADD && s->may_withdraw) {
		s->arg.serial = s->serial;
		return (struct turn){ .kind = TURN_PUSH, .screen = &screen_reissue, .arg = &s->arg };
	}
	if (e->action == ACTION_EXPORT && s->may_print)
		return (struct turn){ .kind = TURN_EFFECT, .effect = certificate_write };
	return (struct turn){ .kind = e->action == ACTION_BACK || e->action == ACTION_OPEN ? TURN_POP : TURN_STAY };
}

static const struct binding certificate_bindings[] = {
	{ .action = ACTION_OPEN },
	{ .action = ACTION_EXPORT, .label = N_("PDF"), .help = N_("Write the certificate as a PDF file, to be printed") },
	{ .action = ACTION_DISMISS, .label = N_("withdraw"), .help = N_("Withdraw this certificate for ever, with a reason and a second person") },
	{ .action = ACTION_ADD, .label = N_("issue anew"), .help = N_("Replace this certificate by one with name, birth date or document put right") },
	{ .action = ACTION_BACK, .label = N_("back") },
	{ .action = ACTION_NONE },
};

static bool certificate_open(const void *state, enum action a)
{
	if (a == ACTION_EXPORT)
		return ((const struct certificate_state *)state)->may_print;
	return (a != ACTION_DISMISS && a != ACTION_ADD) || ((const struct certificate_state *)state)->may_withdraw;
}

const struct screen screen_certificate = {
	.name = "certificate",
	.state_size = sizeof(struct certificate_state),
	.bindings = certificate_bindings,
	.init = certificate_init,
	.enter = certificate_enter,
	.open = certificate_open,
	.describe = certificate_describe,
	.on_action = certificate_on_action,
	.release = certificate_release,
};
