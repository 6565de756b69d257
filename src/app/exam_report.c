/* The closing report on paper. Declared in exam_closing.h. */
#include "config.h"
#include "app/exam_closing.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_inside.h"
#include "app/paper.h"
#include "core/i18n.h"
#include "store/closing.h"
#include "store/packs.h"

struct report {
	struct app *app;
	const struct exam_report_words *words;
	struct arena arena;
	struct exam_session session;
	json_t *doc, *seats, *events, *hashes;
	struct closing chain;
	struct str lines;
};

/* A report lies about: of the number only the end, enough to compare. */
static const char *document_end(struct report *r, const char *document)
{
	enum { SHOWN = 4 };
	size_t n = strlen(document);
	return n > SHOWN ? arena_printf(&r->arena, "…%s", document + n - SHOWN) : document;
}

static const char *clock_text(struct report *r, int64_t at)
{
	char text[21];
	if (!at)
		return "";
	instant_format(at + (int64_t)r->app->offset_min * 60000, text);
	return arena_printf(&r->arena, "%.10s %.5s", text, text + 11);
}

static bool take_seat(void *ctx, const struct place_row *p)
{
	struct report *r = ctx;
	struct arena *a = &r->arena;
	const char *who = *p->latin ? arena_printf(a, "%s\n%s · %s", p->latin, p->birth, document_end(r, p->document)) : arena_printf(a, "%s\n%s", p->name, _("not confirmed"));
	const char *help = p->extra_percent || p->aloud ? arena_printf(a, "%d %%%s", p->extra_percent, p->aloud ? _(", aloud") : "") : "";
	bool never = sitting_ended(exam_state(p)) && !p->started_at; /* whoever did not come was not ended by anybody */
	const char *const row[] = {arena_printf(a, "%d", p->seat), who, never ? _("never begun") : r->words->state(exam_state(p)), arena_printf(a, "%s\n%s", clock_text(r, p->started_at), clock_text(r, p->ended_at)),
		arena_printf(a, "%d", p->interruptions), help};
	document_row(r->seats, row, sizeof(row) / sizeof(row[0]));
	return true;
}

/* What somebody decided, with the reason; not every sign of life. */
static bool take_event(void *ctx, const struct exam_event *ev)
{
	static const char *const told[] = {"pause", "lose", "release", "extend", "minutes", "end", "void", "replace", "paper", "paper-entered", "expire", "clock-back", "name-differs",
		"birth-differs", "document-twice", "site-moved", "play", "close", "closing-file", "bank-open", "bank-close"};
	struct report *r = ctx;
	bool known = *ev->why;
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		known |= strcmp(told[i], ev->act) == 0;
	if (!known)
		return true;
	const char *text = r->words->text(&r->arena, ev->act, ev->text);
	const char *why = *ev->why ? arena_printf(&r->arena, "%s%s%s", r->words->why(ev->why), *text ? ": " : "", text) : text;
	const char *const row[] = {clock_text(r, ev->at), ev->seat ? arena_printf(&r->arena, "%d", ev->seat) : "", r->words->act(ev->act), why, *ev->with ? arena_printf(&r->arena, "%s\n%s", ev->who, ev->with) : ev->who};
	document_row(r->events, row, sizeof(row) / sizeof(row[0]));
	return true;
}

static bool take_hash(void *ctx, int seat, const char *sitting, const char *json)
{
	struct report *r = ctx;
	closing_add(&r->chain, json);
	if (seat) {
		const char *const row[] = {arena_printf(&r->arena, "%d", seat), arena_printf(&r->arena, "%s\n%s", sitting, r->chain.record)};
		document_row(r->hashes, row, 2);
	}
	str_clear(&r->lines);
	return true;
}

static json_t *begin_table(struct report *r, const char *title, const int *weights, const char *const *head, size_t columns)
{
	json_t *blocks = document_blocks(r->doc);
	document_heading(blocks, 3, title);
	json_t *table = document_table(blocks, weights, head, columns);
	document_set(table, "size", "small");
	return table;
}

static void begin(struct report *r, const char *at, const struct pack_row *pack)
{
	static const int seat_weights[] = {3, 7, 4, 5, -5, 3}, event_weights[] = {6, 3, 6, 8, 6}, hash_weights[] = {2, 14};
	const struct exam_session *x = &r->session;
	const char *const seat_head[] = {_("Seat"), _("Name in the passport, born, document"), _("State"), _("Begun, ended"), _("Interruptions"), _("Help")};
	const char *const event_head[] = {_("At"), _("Seat"), _("What"), _("Why"), _("Who")}, *const hash_head[] = {_("Seat"), _("Sitting and hash of its record")};
	r->doc = document_new(arena_printf(&r->arena, _("Report: %s"), x->title), r->app->language, r->app->site, at);
	document_flag(r->doc, "numbers");
	document_set(r->doc, "foot", arena_printf(&r->arena, "%s · %s · %s", r->app->site, x->title, x->day));
	json_t *blocks = document_blocks(r->doc), *lines;
	document_heading(blocks, 2, _("Report of an examination"));
	if (x->practice)
		document_paragraph(blocks, _("This was a practice exam; it counts for no certificate."));
	lines = document_lines(blocks);
	document_line(lines, _("Exam"), NULL, arena_printf(&r->arena, "%s (%s)", x->title, x->exam), NULL);
	document_line(lines, _("Day and room"), NULL, *x->room ? arena_printf(&r->arena, "%s · %s", x->day, x->room) : x->day, NULL);
	document_line(lines, _("Supervisor"), NULL, x->supervisor_name, NULL);
	document_line(lines, _("Pack"), NULL, arena_printf(&r->arena, "%s %s", pack->pack, pack->version), pack->digest);
	document_line(lines, _("Written at"), NULL, at, NULL);
	r->seats = begin_table(r, _("Seats"), seat_weights, seat_head, 6);
	r->events = begin_table(r, _("Interruptions and decisions"), event_weights, event_head, 5);
	r->hashes = begin_table(r, _("Records at this moment"), hash_weights, hash_head, 2);
}

static void finish(struct report *r)
{
	json_t *blocks = document_blocks(r->doc);
	const char *const signs[] = {_("Supervisor: name, date, signature"), _("Second person: name, date, signature")};
	document_flag(document_paragraph(blocks, arena_printf(&r->arena, _("Hash of all records: %s"), r->chain.records)), "faint");
	document_paragraph(blocks, _("Marks are not part of this report. Whoever signs has read the seats, the interruptions and the reasons above."));
	document_sign(blocks, signs, 2);
}

bool exam_report_paper(struct app *app, int64_t session, const struct exam_report_words *words, const char *path, struct err *e)
{
	struct report r = {.app = app, .words = words};
	struct pack_row pack;
	char at[21];
	instant_format(app_now(app), at);
	str_init(&r.lines);
	closing_begin(&r.chain, &r.lines);
	bool ok = exam_session(app, session, &r.arena, &r.session, e);
	if (ok && strcmp(r.session.state, "closed") != 0)
		ok = err_set(e, ERR_INPUT, _("session %lld is not closed yet; close it first"), (long long)session);
	ok = ok && pack_by_id(app->store, r.session.version, &r.arena, &pack, e);
	if (ok) {
		begin(&r, at, &pack);
		ok = exam_place_each(app->store, session, take_seat, &r, e) && exam_events(app, session, take_event, &r, e) &&
		     closing_each(app->store, session, app->site, app_now(app), PACKAGE_VERSION, take_hash, &r, e);
		finish(&r);
		ok = ok && paper_write(app, r.doc, PAPER_PDF, path, e);
	}
	json_decref(r.doc);
	str_release(&r.lines);
	arena_release(&r.arena);
	return ok;
}
