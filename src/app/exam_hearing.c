/* Texts that are read to the room. Declared in exam.h and exam_inside.h. */
#include "config.h"
#include "app/exam_inside.h"

#include <stdlib.h>
#include <string.h>

#include "app/exam_marks.h"
#include "app/exam_run_inside.h"
#include "core/i18n.h"
#include "core/str.h"
#include "exam/draw.h"
#include "store/hearing.h"
#include "store/sealed.h"

/* What an exam has, and what of it a session hears. */
struct hearing {
	struct arena *a;
	const char *pack, *exam; /* ids */
	struct script_row *scripts;
	size_t script_count, script_room;
	struct heard_row *heard;
	const char **ids;        /* of what is heard */
	size_t count, room, id_room;
};

static bool take_script(void *ctx, const struct script_row *r)
{
	struct hearing *h = ctx;
	h->scripts = arena_grow(h->a, h->scripts, h->script_count, &h->script_room, sizeof(*h->scripts));
	h->scripts[h->script_count++] = (struct script_row){arena_strdup(h->a, r->id), arena_strdup(h->a, r->topic), arena_strdup(h->a, r->title),
							    arena_strdup(h->a, r->say)};
	return true;
}

static bool take_heard(void *ctx, const struct heard_row *r)
{
	struct hearing *h = ctx;
	h->heard = arena_grow(h->a, h->heard, h->count, &h->room, sizeof(*h->heard));
	h->ids = arena_grow(h->a, h->ids, h->count, &h->id_room, sizeof(*h->ids));
	h->heard[h->count] = *r;
	h->ids[h->count++] = arena_strdup(h->a, strrchr(r->path, '/') + 1);
	return true;
}

static const struct script_row *script_of(const struct hearing *h, const char *id)
{
	for (size_t i = 0; i < h->script_count; i++)
		if (strcmp(h->scripts[i].id, id) == 0)
			return &h->scripts[i];
	return NULL;
}

static const struct exam_section *heard_section(const struct blueprint *b)
{
	return b->section_count && b->sections[0].heard ? &b->sections[0] : NULL;
}

static bool add_heard(struct app *app, int64_t session, struct hearing *h, const struct drawn_item *drawn, size_t count, struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		struct heard_row r = {.position = (int)i + 1, .stratum = (int)drawn[i].row,
				      .path = arena_printf(h->a, "%s/%s/%s", h->pack, h->exam, h->scripts[drawn[i].item].id)};
		if (!heard_add(app->store, session, &r, e) || !take_heard(h, &r))
			return false;
	}
	return true;
}

static bool draw_scripts(struct app *app, int64_t session, int64_t version, int retire, const struct exam_section *s, struct hearing *h, struct err *e)
{
	struct pool_item *pool = arena_array(h->a, h->script_count, sizeof(*pool));
	for (size_t i = 0; i < h->script_count; i++) {
		pool[i] = (struct pool_item){.topic = h->scripts[i].topic, .skill = SKILL_LISTENING};
		int showings = 0;
		if (!script_used(app->store, arena_printf(h->a, "%s/%s/%s", h->pack, h->exam, h->scripts[i].id), &pool[i].used, e) ||
		    !script_showings(app->store, arena_printf(h->a, "%s/%s/", h->pack, h->exam), version, h->exam, h->scripts[i].id, &showings, e))
			return false;
		pool[i].retired = retire && showings >= retire; /* too many people have heard it */
	}
	int64_t seed = (int64_t)(entropy_u64(&app->entropy) >> 1);
	struct drawn_item *drawn = arena_array(h->a, EXAM_DRAW_MAX, sizeof(*drawn));
	size_t count = draw_section(s, pool, h->script_count, seed_from(s->id, (uint64_t)seed), drawn);
	if (!count)
		return err_set(e, ERR_STORE, _("the texts of this exam are not there; install its pack again"));
	return hearing_add(app->store, session, 0, seed, app_now(app), e) && add_heard(app, session, h, drawn, count, e);
}

bool exam_hear(struct app *app, int64_t session, int64_t version, const char *pack, const struct blueprint *b, struct arena *a, struct heard_script **out, size_t *count,
	       struct err *e)
{
	const struct exam_section *s = heard_section(b);
	struct hearing h = {.a = a, .pack = pack, .exam = b->id};
	*count = 0;
	if (!s)
		return true;
	if (!heard_each(app->store, session, take_heard, &h, e))
		return false;
	if (!h.count && (!script_each(app->store, version, b->id, take_script, &h, e) || !draw_scripts(app, session, version, b->retire, s, &h, e)))
		return false;
	*out = arena_array(a, h.count, sizeof(**out));
	for (size_t i = 0; i < h.count; i++)
		(*out)[i] = (struct heard_script){h.ids[i], h.heard[i].stratum};
	*count = h.count;
	return true;
}

/* --- the supervisor's side --- */

static bool load(struct app *app, int64_t session, struct hearing *h, struct session_row *s, struct blueprint **b, struct err *e)
{
	return app_may(app, MAY_EXAM, e) && exam_session_get(app->store, session, h->a, s, e) && exam_blueprint(app, s->version, s->exam, h->a, b, e) &&
	       script_each(app->store, s->version, (*b)->id, take_script, h, e) && heard_each(app->store, session, take_heard, h, e);
}

bool exam_scripts(struct app *app, int64_t session, exam_heard_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct hearing h = {.a = &a};
	struct session_row s;
	struct blueprint *b;
	bool ok = load(app, session, &h, &s, &b, e), more = true;
	struct pack_words *w = ok && h.count ? pack_words_load(app->store, s.version, arena_printf(&a, "%s", b->id), app->language, e) : NULL;
	ok = ok && (!h.count || w);
	for (size_t i = 0; ok && more && i < h.count; i++) {
		const struct script_row *r = script_of(&h, h.ids[i]);
		struct words view = pack_words_view(w);
		if (!r)
			ok = err_set(e, ERR_STORE, _("the texts of this exam are not there; install its pack again"));
		else
			more = fn(ctx, &(struct exam_heard){
				.number = h.heard[i].position, .id = r->id, .title = *r->title ? words_get(&view, &a, b->id, r->id, "title", r->title) : "",
				.say = r->say, .plays = h.heard[i].plays, .limit = heard_section(b) ? heard_section(b)->plays : 0,
			});
	}
	pack_words_free(w);
	arena_release(&a);
	return ok;
}

static bool play(struct app *app, int64_t session, int number, const struct exam_reason *r, int *plays, struct arena *a, struct err *e)
{
	struct hearing h = {.a = a};
	struct session_row s;
	struct blueprint *b;
	int64_t now = app_now(app);
	if (!load(app, session, &h, &s, &b, e))
		return false;
	const struct exam_section *section = heard_section(b);
	if (strcmp(s.state, "closed") == 0)
		return err_set(e, ERR_INPUT, _("this session is closed; nothing is read to the room any more"));
	if (!section || number < 1 || (size_t)number > h.count)
		return err_set(e, ERR_INPUT, _("there is no text %d in this session"), number);
	const struct heard_row *heard = &h.heard[number - 1];
	if (heard->played_at && llabs(now - heard->played_at) < EXAM_PLAY_MS)
		return err_set(e, ERR_INPUT, _("a text was counted a moment ago; press the key once for each time it is read"));
	bool over = heard->plays >= section->plays;
	if (over && (!r || r->why == WHY_NONE || !r->text || !*r->text))
		return err_set(e, ERR_DENIED, ngettext("text %d was read %d time, as often as the exam allows; say why once more, and in words what happened",
						       "text %d was read %d times, as often as the exam allows; say why once more, and in words what happened",
						       (unsigned long)heard->plays), number, heard->plays);
	if (over && !exam_line(r->text, EXAM_REASON_MAX, e))
		return false;
	const char *why = over ? sitting_why_name(r->why) : "", *text = over ? r->text : "";
	struct play_row row = {.session = session, .position = number, .at = now, .actor = app->person.id, .why = why, .text = text};
	struct event_row ev = {
		.session = session, .sitting = "", .at = now, .actor = app->person.id, .role = sitting_role_name(BY_SUPERVISOR), .act = "play", .from = s.state,
		.to = s.state, .why = why, .text = arena_printf(a, "%s %d/%d%s%s", h.ids[number - 1], heard->plays + 1, section->plays, over ? ": " : "", text),
	};
	*plays = heard->plays + 1;
	return play_add(app->store, &row, e) && exam_event_add(app->store, &ev, e);
}

bool exam_play(struct app *app, int64_t session, int number, const struct exam_reason *r, int *plays, struct err *e)
{
	struct arena a = ARENA_INIT;
	int count = 0;
	bool ok = store_begin(app->store, e) && store_end(app->store, play(app, session, number, r, &count, &a, e), e);
	if (ok && plays)
		*plays = count;
	arena_release(&a);
	return ok;
}

/* --- the learner's side --- */

/* Which text each question asks about. */
struct labels {
	struct hearing *h;
	const struct words *words;
	struct exam_run *run;
	struct exam_question *list;
	size_t count;
	struct arena *keep;
};

static bool label(void *ctx, const struct exam_bank_row *r)
{
	struct labels *l = ctx;
	for (size_t i = 0; *r->script && i < l->count; i++) {
		struct exam_question *q = &l->list[i];
		if (strcmp(strrchr(q->path, '/') + 1, r->id) != 0)
			continue;
		const struct script_row *s = script_of(l->h, r->script);
		for (size_t k = 0; k < l->h->count; k++)
			q->text = strcmp(l->h->ids[k], r->script) == 0 ? l->h->heard[k].position : q->text;
		q->text_title = s && *s->title ? words_get(l->words, l->keep, l->run->blueprint->id, s->id, "title", s->title) : "";
		q->text_title = arena_strdup(l->keep, q->text_title);
	}
	return true;
}

bool run_label_texts(struct app *app, struct exam_run *r, size_t section, struct exam_question *list, size_t count, struct arena *keep, struct err *e)
{
	if (!r->blueprint->sections[section].heard)
		return true;
	struct arena a = ARENA_INIT;
	struct hearing h = {.a = &a};
	struct words view = pack_words_view(r->inside->own);
	struct labels l = {.h = &h, .words = &view, .run = r, .list = list, .count = count, .keep = keep};
	bool ok = script_each(app->store, r->version, r->blueprint->id, take_script, &h, e) && heard_each(app->store, r->session, take_heard, &h, e) &&
		  exam_bank_each(app->store, r->version, r->blueprint->id, label, &l, e);
	arena_release(&a);
	return ok;
}
