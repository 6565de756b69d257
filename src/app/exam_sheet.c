/* What staff see of a session that is over: everybody's marks, and one sitting's answers. Declared in exam_release.h. */
#include "config.h"
#include "app/exam_release.h"

#include "app/exam_marks.h"
#include "app/pack_words.h"
#include "app/reports.h"
#include "core/i18n.h"
#include "core/str.h"

struct naming {
	struct arena *arena;
	const char **sittings;
	size_t count, room;
};

static bool take_sitting(void *ctx, const struct place_row *r)
{
	struct naming *n = ctx;
	n->sittings = arena_grow(n->arena, n->sittings, n->count, &n->room, sizeof(*n->sittings));
	n->sittings[n->count++] = arena_strdup(n->arena, r->sitting);
	return true;
}

static bool title_sections(struct app *app, struct session_results *out, struct err *e)
{
	const struct blueprint *b = out->blueprint;
	struct arena *a = &out->arena;
	struct pack_words *w = pack_words_load(app->store, out->session.version, b->id, app->language, e);
	if (!w)
		return false;
	struct words view = pack_words_view(w);
	out->title = arena_strdup(a, words_get(&view, a, b->id, NULL, "title", b->title));
	out->section_titles = arena_array(a, b->section_count, sizeof(*out->section_titles));
	for (size_t i = 0; i < b->section_count; i++)
		out->section_titles[i] = arena_strdup(a, words_get(&view, a, b->id, b->sections[i].id, "title", b->sections[i].title));
	pack_words_free(w);
	return true;
}

bool session_results_load(struct app *app, int64_t session, struct session_results *out, struct err *e)
{
	*out = (struct session_results){.arena = ARENA_INIT};
	struct arena *a = &out->arena;
	struct naming n = {.arena = a};
	struct blueprint *b;
	if (!exam_session(app, session, a, &out->session, e) || !exam_blueprint(app, out->session.version, out->session.exam, a, &b, e) ||
	    !exam_place_each(app->store, session, take_sitting, &n, e) || !release_state(app, session, a, &out->release, e))
		return false;
	out->blueprint = b;
	out->list = arena_array(a, n.count, sizeof(*out->list));
	bool ok = title_sections(app, out, e);
	for (size_t i = 0; ok && i < n.count; i++) {
		struct place_row *r = arena_alloc(a, sizeof(*r));
		ok = exam_place_of(app->store, n.sittings[i], a, r, e) && exam_reckon(app, r, b, a, &out->list[i], e);
		out->list[i].title = out->title;
		out->list[i].section_titles = out->section_titles;
		out->list[i].released = out->release.released;
		out->count += ok;
	}
	return ok;
}

void session_results_release(struct session_results *r)
{
	arena_release(&r->arena);
	*r = (struct session_results){.arena = ARENA_INIT};
}

/* --- one sitting's answers --------------------------------------------------- */

struct sheet {
	struct app *app;
	struct arena *arena;
	const char *teaches;
	struct words words;
	struct marks_now marks;
	int times, scale;
	struct sheet_row *rows;
	size_t count, room;
	struct err *e;
	bool ok;
};

static const struct form_part *answered_part(const struct form *f, enum form_part_kind kind)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->parts[i].kind == kind)
			return &f->parts[i];
	return NULL;
}

/* Chosen options in words, typed text as it was typed. */
static const char *in_words(const struct sheet *s, const struct item *it, const char *given)
{
	struct response r;
	struct form f;
	struct str out;
	if (!*given || it->type->answer == FORM_GAPS || it->type->answer == FORM_TURNS)
		return report_line(s->arena, given);
	item_form(it, s->arena, &s->words, 0, &f);
	const struct form_part *p = answered_part(&f, it->type->answer);
	if (!p || !response_parse(s->arena, it->type->answer, given, &r))
		return "";
	str_init(&out);
	for (size_t i = 0; i < r.count; i++)
		for (size_t k = 0; k < p->option_count; k++)
			if (p->keys[k] == r.chosen[i])
				str_addf(&out, "%s%s", out.len ? " · " : "", p->options[k]);
	const char *text = arena_strdup(s->arena, out.buf);
	str_release(&out);
	return text;
}

static bool take_row(void *ctx, const struct form_row *r)
{
	struct sheet *s = ctx;
	if (r->replaced)
		return true;
	const struct item *it = exam_item(s->app, r->path, r->hash, s->teaches, s->arena, s->e);
	s->ok = it != NULL;
	if (!it)
		return false;
	int mark, maximum;
	exam_marks_of(&s->marks, r, s->times, &mark, &maximum);
	s->rows = arena_grow(s->arena, s->rows, s->count, &s->room, sizeof(*s->rows));
	s->rows[s->count++] = (struct sheet_row){
		.number = r->number, .section = r->section, .kind = it->type->label, .asked = report_asked(it, s->arena, &s->words), .given = in_words(s, it, r->given),
		.right = it->type->right(it, s->arena, &s->words), .verdict = arena_strdup(s->arena, r->verdict),
		.mark = mark, .maximum = maximum, .changed = exam_marks_item(&s->marks, r->number) != NULL,
	};
	return true;
}

bool release_sheet(struct app *app, const char *sitting, struct arena *a, struct sheet_row **out, size_t *count, int *scale, struct err *e)
{
	struct place_row r;
	struct blueprint *b;
	struct exam_result now;
	struct pack_row pack;
	struct sheet s = {.app = app, .arena = a, .e = e, .ok = true};
	if (!app_may(app, MAY_EXAM, e) || !exam_place_of(app->store, sitting, a, &r, e) || !exam_blueprint(app, r.version, r.exam, a, &b, e) ||
	    !exam_reckon(app, &r, b, a, &now, e) || !exam_marks_load(app, sitting, b, a, &s.marks, e) || !pack_by_id(app->store, r.version, a, &pack, e))
		return false;
	struct pack_words *w = exam_question_words(app, r.version, b, e);
	if (!w)
		return false;
	s.teaches = pack.teaches;
	s.words = pack_words_view(w);
	s.times = now.scale / blueprint_scale(b);
	bool ok = exam_item_each(app->store, sitting, take_row, &s, e) && s.ok;
	/* texts of the pack's words live in `w` */
	for (size_t i = 0; i < s.count; i++) {
		s.rows[i].asked = arena_strdup(a, s.rows[i].asked);
		s.rows[i].right = arena_strdup(a, s.rows[i].right);
	}
	pack_words_free(w);
	*out = s.rows;
	*count = s.count;
	*scale = now.scale;
	return ok;
}
