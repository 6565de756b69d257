#include "config.h"
#include "app/exam_paper.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_bank.h"
#include "app/exam_inside.h"
#include "app/exam_paper_inside.h"
#include "app/pack_words.h"
#include "app/paper.h"
#include "core/i18n.h"

enum { WRITING_LINES = 24 };

struct printing {
	struct app *app;
	struct arena arena;
	struct exam_session session;
	int *seats;
	size_t count, room;
	int only;
	json_t *forms, *key, *room_sheet;
	json_t *seat_table;
	bool begun;      /* a seat stands on the papers already */
	struct err *e;
};

static bool take_seat(void *ctx, const struct place_row *r)
{
	struct printing *p = ctx;
	if (sitting_ended(exam_state(r)) || (p->only && p->only != r->seat))
		return true;
	p->seats = arena_grow(&p->arena, p->seats, p->count, &p->room, sizeof(*p->seats));
	p->seats[p->count++] = r->seat;
	return true;
}

/* Draws where nothing is drawn yet, and says so in the events. */
static bool draw(struct printing *p, int seat)
{
	struct app *app = p->app;
	struct place_row r;
	struct blueprint *b;
	if (!store_begin(app->store, p->e))
		return false;
	return store_end(app->store, exam_place_at(app->store, p->session.id, seat, &p->arena, &r, p->e) && exam_blueprint(app, r.version, r.exam, &p->arena, &b, p->e) &&
					     exam_draw(app, &r, b, p->e) && exam_note(app, &r, "paper", BY_SUPERVISOR, sheet_form_id(&r, &p->arena), p->e), p->e);
}

/* Titles in the learner's own language, as on the screen. */
static const char *title_of(const struct words *own, struct arena *a, const struct blueprint *b, const struct exam_section *s)
{
	return s ? words_get(own, a, b->id, s->id, "title", s->title) : words_get(own, a, b->id, NULL, "title", b->title);
}

static void add_rules(struct printing *p, const struct sheet *s, const char *title, const char *form, json_t *blocks)
{
	struct arena *a = &p->arena;
	document_heading(blocks, 2, title);
	document_paragraph(blocks, arena_printf(a, _("Seat %d · form %s · %s"), s->row.seat, form, p->session.day));
	if (p->session.practice)
		document_paragraph(blocks, _("This is a practice exam."));
	document_paragraph(blocks, _("Write your answers on the answer sheet; what stands on these pages is not marked. Where there are boxes, tick one, or more where more can be right."
				     " To change an answer fill its box and tick another one. Raise your hand if you need the supervisor."));
	document_add(blocks, "rule");
}

static void add_section(struct printing *p, const struct sheet *s, const struct words *own, size_t section, json_t *blocks)
{
	const struct exam_section *x = &s->blueprint->sections[section];
	document_heading(blocks, 3, arena_printf(&p->arena, _("%s – %d minutes"), title_of(own, &p->arena, s->blueprint, x),
					  section_limit_minutes(x, s->row.extra_percent)));
	if (x->heard)
		document_paragraph(blocks, _("The supervisor reads the texts to the whole room."));
}

/* What is to be written or said in the room, as the sitting has it for its assessors. */
static void add_tasks(struct printing *p, const struct sheet *s, const struct words *own, enum skill skill, json_t *blocks)
{
	struct arena *a = &p->arena;
	for (size_t i = 0; i < s->blueprint->section_count; i++) {
		const struct exam_section *x = &s->blueprint->sections[i];
		const struct exam_task *task = x->skill == skill ? exam_task_of(own, s->blueprint, i, s->row.sitting, a) : NULL;
		if (!task)
			continue;
		add_section(p, s, own, i, blocks);
		document_heading(blocks, 4, task->title);
		paper_markdown(a, task->text, blocks);
	}
}

static bool has_task(const struct sheet *s, enum skill skill)
{
	for (size_t i = 0; i < s->blueprint->section_count; i++)
		if (s->blueprint->sections[i].skill == skill && s->blueprint->sections[i].task_count)
			return true;
	return false;
}

static void add_form(struct printing *p, const struct sheet *s, const struct words *own, const char *title, const char *form, json_t *blocks)
{
	int section = -1;
	add_rules(p, s, title, form, blocks);
	for (size_t i = 0; i < s->count; i++) {
		if (s->questions[i].section != section)
			add_section(p, s, own, (size_t)s->questions[i].section, blocks);
		section = s->questions[i].section;
		paper_question(&s->questions[i], &p->arena, blocks);
	}
	add_tasks(p, s, own, SKILL_WRITING, blocks);
	document_flag(document_paragraph(blocks, _("End of the questions.")), "faint");
}

static void add_answer_sheet(struct printing *p, const struct sheet *s, const char *title, const char *form, json_t *blocks)
{
	struct arena *a = &p->arena;
	document_heading(blocks, 2, _("Answer sheet"));
	document_paragraph(blocks, arena_printf(a, "%s · %s", title, p->session.day));
	json_t *lines = document_lines(blocks);
	document_line(lines, _("Seat"), NULL, arena_printf(a, "%d", s->row.seat), NULL);
	document_line(lines, _("Form"), NULL, form, NULL);
	document_line(lines, _("Name"), NULL, s->row.name, NULL);
	document_add(blocks, "rule");
	for (size_t i = 0; i < s->count; i++)
		paper_answer_line(&s->questions[i], a, blocks);
	if (has_task(s, SKILL_WRITING)) {
		document_heading(blocks, 3, _("Writing"));
		json_t *lines_to_fill = document_add(blocks, "writing");
		document_number(lines_to_fill, "lines", WRITING_LINES);
	}
	const char *const signs[] = {_("Signature of the examinee"), _("Signature of the supervisor")};
	document_sign(blocks, signs, 2);
}

static void add_key(struct printing *p, const struct sheet *s, const struct words *own, const char *form)
{
	static const int weights[] = {1, 4, 7, -1};
	struct arena *a = &p->arena;
	json_t *blocks = document_blocks(p->key);
	const char *const head[] = {_("No."), _("Question"), _("Right answer"), _("Points")};
	if (p->begun)
		document_break(blocks, NULL, false);
	document_heading(blocks, 2, arena_printf(a, _("Key: seat %d, form %s"), s->row.seat, form));
	json_t *table = document_table(blocks, weights, head, 4);
	document_set(table, "size", "small");
	for (size_t i = 0; i < s->count; i++) {
		const struct sheet_question *q = &s->questions[i];
		const char *const row[] = {arena_printf(a, "%d", q->no), q->path, sheet_right(q, a), arena_printf(a, "%d", q->item->points)};
		document_row(table, row, 4);
	}
	add_tasks(p, s, own, SKILL_WRITING, blocks);
	add_tasks(p, s, own, SKILL_SPEAKING, blocks);
}

/* Forms and answer sheets speak the learner's language, all else the staff's. */
static bool add_seat(struct printing *p, int seat)
{
	struct arena *a = &p->arena;
	struct sheet s;
	char before[LANGUAGE_TAG_SIZE];
	if (!draw(p, seat))
		return false;
	bool ok = sheet_load(p->app, p->session.id, seat, a, &s, p->e);
	const char *language = ok && language_find(s.row.language) >= 0 ? s.row.language : p->app->language;
	struct pack_words *w = ok ? pack_words_load(p->app->store, s.row.version, s.blueprint->id, language, p->e) : NULL;
	if (w) {
		struct words own = pack_words_view(w);
		const char *form = sheet_form_id(&s.row, a), *title = title_of(&own, a, s.blueprint, NULL);
		json_t *blocks = document_blocks(p->forms);
		add_key(p, &s, &own, form);
		const char *const row[] = {arena_printf(a, "%d", seat), s.row.name, form, "", ""};
		document_row(p->seat_table, row, 5);
		i18n_language(before);
		i18n_set_language(language);
		if (p->begun)
			document_break(blocks, arena_printf(a, _("Seat %d · form %s · questions"), seat, form), true);
		else
			document_set(p->forms, "foot", arena_printf(a, _("Seat %d · form %s · questions"), seat, form));
		add_form(p, &s, &own, title, form, blocks);
		document_break(blocks, arena_printf(a, _("Seat %d · form %s · answer sheet"), seat, form), true);
		add_answer_sheet(p, &s, title, form, blocks);
		i18n_set_language(before);
		p->begun = true;
	}
	pack_words_free(w);
	sheet_release(&s);
	return w;
}

static bool take_text(void *ctx, const struct exam_heard *h)
{
	struct printing *p = ctx;
	json_t *blocks = document_blocks(p->room_sheet), *group = document_add(blocks, "group"), *inner = document_inner(group, "blocks");
	document_flag(group, "border");
	document_heading(inner, 3, *h->title ? arena_printf(&p->arena, _("Text %d: %s"), h->number, h->title) : arena_printf(&p->arena, _("Text %d"), h->number));
	document_set(document_paragraph(inner, h->say), "size", "large");
	json_t *boxes = document_add(inner, "boxes"), *items = document_inner(boxes, "items");
	document_flag(boxes, "inline");
	for (int i = 1; i <= h->limit; i++)
		document_push(items, arena_printf(&p->arena, _("read %d"), i));
	return true;
}

static void begin_papers(struct printing *p)
{
	static const int weights[] = {3, 9, 4, 4, 6};
	char at[21];
	const struct exam_session *x = &p->session;
	const char *const head[] = {_("Seat"), _("Name"), _("Form"), _("Identity"), _("Handed in at")};
	instant_format(app_now(p->app), at);
	p->forms = document_new(x->title, p->app->language, p->app->site, at);
	p->key = document_new(arena_printf(&p->arena, _("%s: key"), x->title), p->app->language, p->app->site, at);
	p->room_sheet = document_new(arena_printf(&p->arena, _("%s: supervisor's sheet"), x->title), p->app->language, p->app->site, at);
	document_flag(p->forms, "numbers");
	document_flag(p->key, "numbers");
	document_flag(p->room_sheet, "numbers");
	document_set(p->key, "foot", arena_printf(&p->arena, _("Key · %s · %s · for assessors only"), x->title, x->day));
	document_set(p->room_sheet, "foot", arena_printf(&p->arena, "%s · %s · %s", x->title, x->day, x->room));
	json_t *blocks = document_blocks(p->room_sheet);
	document_heading(blocks, 2, arena_printf(&p->arena, _("Supervisor's sheet: %s"), x->title));
	document_paragraph(blocks, arena_printf(&p->arena, "%s · %s", x->day, x->room));
	p->seat_table = document_table(blocks, weights, head, 5);
}

static bool write_papers(struct printing *p, const struct exam_papers *to)
{
	const struct {
		const char *path;
		const json_t *doc;
	} papers[] = {{to->forms, p->forms}, {to->key, p->key}, {to->room, p->room_sheet}};
	for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++)
		if (papers[i].path && !paper_write(p->app, papers[i].doc, PAPER_PDF, papers[i].path, p->e))
			return false;
	return true;
}

bool exam_paper(struct app *app, int64_t session, int seat, const struct exam_papers *to, int *count, struct err *e)
{
	struct printing p = {.app = app, .only = seat, .e = e};
	bool ok = exam_session(app, session, &p.arena, &p.session, e) && exam_not_own_session(app, session, 0, e) && exam_place_each(app->store, session, take_seat, &p, e);
	ok = ok && exam_bank_ready(app, session, e);
	if (ok && !p.count)
		ok = err_set(e, ERR_ABSENT, _("there is no seat to print for; 'safar exam show' lists the seats of a session"));
	if (ok)
		begin_papers(&p);
	for (size_t i = 0; ok && i < p.count; i++)
		ok = add_seat(&p, p.seats[i]);
	ok = ok && exam_scripts(app, session, take_text, &p, e) && write_papers(&p, to);
	json_decref(p.forms);
	json_decref(p.key);
	json_decref(p.room_sheet);
	if (ok && count)
		*count = (int)p.count;
	arena_release(&p.arena);
	return ok;
}
