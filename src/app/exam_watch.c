/* Forms are read once and again when they change; answers and events come by their numbers. */
#include "config.h"
#include "app/exam_watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/exam_inside.h"
#include "app/pack_words.h"
#include "core/alloc.h"
#include "core/str.h"

/* An item of the forms, read once for all seats: what leaves nothing out in an answer to it. */
struct known_item {
	const char *hash;
	const struct item *item;
	struct form form;
};
/* A place of a form. */
struct form_item {
	int number, section, position;
	bool replaced, answered;
	size_t item; /* number of the known item */
};
/* What is kept of a seat from look to look. */
struct kept {
	struct form_item *items; /* owned */
	size_t count;
	bool loaded;
	struct exam_event last, change; /* texts in the watch's arena */
};

struct exam_watch_inside {
	struct arena look;       /* what was seen last */
	struct kept *kept;       /* by seat number, from 1; owned */
	size_t kept_count;
	const char *teaches;
	struct known_item *items; /* in the watch's arena */
	size_t item_count, item_room;
	int64_t answers;         /* the newest answer seen */
	int64_t newest_at;       /* wall clock, of all beats and events seen */
	bool looked;
	char language[16];       /* of the titles */
};

/* One look while it is being made. */
struct looking {
	struct app *app;
	struct exam_watch *w;
	struct arena arena;
	struct place_row *rows;
	size_t count, room;
	struct exam_event *news;
	size_t news_count, news_room;
};

static struct kept *kept_of(struct exam_watch *w, int seat)
{
	struct exam_watch_inside *in = w->inside;
	if (seat < 1 || seat > 100 * EXAM_SEATS_MAX)
		return NULL;
	if ((size_t)seat >= in->kept_count) {
		size_t count = (size_t)seat + 16;
		in->kept = xrealloc(in->kept, count, sizeof(*in->kept));
		memset(in->kept + in->kept_count, 0, (count - in->kept_count) * sizeof(*in->kept));
		in->kept_count = count;
	}
	return &in->kept[seat];
}

/* --- reading ------------------------------------------------------------- */

static void note_time(struct exam_watch *w, int64_t at)
{
	if (at > w->inside->newest_at)
		w->inside->newest_at = at;
}

static bool take_row(void *ctx, const struct place_row *r)
{
	struct looking *l = ctx;
	struct place_row copy = *r;
	const char **texts[] = {&copy.sitting, &copy.code, &copy.name, &copy.person_latin, &copy.person_birth, &copy.state, &copy.why, &copy.live,
				&copy.beat.boot, &copy.away.boot};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = arena_strdup(&l->arena, *texts[i]);
	note_time(l->w, r->beat.at);
	l->rows = arena_grow(&l->arena, l->rows, l->count, &l->room, sizeof(*l->rows));
	l->rows[l->count++] = copy;
	return true;
}

static struct exam_event copy_event(struct arena *a, const struct event_row *r)
{
	return (struct exam_event){
		.seq = r->seq, .at = r->at, .seat = r->seat, .who = arena_strdup(a, r->who), .with = arena_strdup(a, r->with), .role = arena_strdup(a, r->role), .act = arena_strdup(a, r->act),
		.from = arena_strdup(a, r->from), .to = arena_strdup(a, r->to), .why = arena_strdup(a, r->why), .text = arena_strdup(a, r->text),
	};
}

/* Events that say where a seat stands. */
static bool tells(const struct event_row *r)
{
	static const char *const acts[] = {"minutes", "enter", "replace", "hand-in", "section-time-up"};
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (str_eq(acts[i], r->act))
			return true;
	return strcmp(r->from, r->to) != 0;
}

static bool take_event(void *ctx, const struct event_row *r)
{
	struct looking *l = ctx;
	struct exam_watch *w = l->w;
	struct kept *k = kept_of(w, r->seat);
	if (k && (str_eq(r->act, "start") || str_eq(r->act, "replace")))
		k->loaded = false;
	if (k && tells(r))
		k->last = copy_event(&w->arena, r);
	if (k && strcmp(r->from, r->to) != 0)
		k->change = k->last;
	w->seen = r->seq > w->seen ? r->seq : w->seen;
	note_time(w, r->at);
	if (w->inside->looked) {
		l->news = arena_grow(&l->arena, l->news, l->news_count, &l->news_room, sizeof(*l->news));
		l->news[l->news_count++] = copy_event(&l->arena, r);
	}
	return true;
}

static bool take_answer(void *ctx, int64_t seq, int seat, int number, const char *verdict, const char *given)
{
	struct looking *l = ctx;
	struct kept *k = kept_of(l->w, seat);
	l->w->inside->answers = seq;
	for (size_t i = 0; k && i < k->count; i++)
		if (k->items[i].number == number && strcmp(verdict, "retry") != 0) {
			const struct known_item *x = &l->w->inside->items[k->items[i].item];
			k->items[i].answered = exam_is_answered(x->item, &x->form, verdict, given);
		}
	return true;
}

struct forming {
	struct app *app;
	struct exam_watch *w;
	struct form_item *items;
	size_t count, room;
	struct err *e;
	bool ok;
};

/* The known item of that text; false with the fault in `f`. */
static bool know_item(struct forming *f, const struct form_row *r, size_t *at)
{
	struct exam_watch_inside *in = f->w->inside;
	struct arena *a = &f->w->arena;
	for (*at = 0; *at < in->item_count; ++*at)
		if (str_eq(in->items[*at].hash, r->hash))
			return true;
	const struct item *it = exam_item(f->app, arena_strdup(a, r->path), r->hash, in->teaches, a, f->e);
	if (!it)
		return f->ok = false;
	in->items = arena_grow(a, in->items, in->item_count, &in->item_room, sizeof(*in->items));
	struct known_item *x = &in->items[in->item_count++];
	*x = (struct known_item){.hash = arena_strdup(a, r->hash), .item = it};
	item_form(it, a, &words_source, 0, &x->form);
	return true;
}

static bool take_item(void *ctx, const struct form_row *r)
{
	struct forming *f = ctx;
	size_t at;
	if (!know_item(f, r, &at))
		return false;
	const struct known_item *x = &f->w->inside->items[at];
	if (f->count == f->room)
		f->items = xrealloc(f->items, f->room = f->room ? 2 * f->room : 32, sizeof(*f->items));
	f->items[f->count++] = (struct form_item){.number = r->number, .section = r->section, .position = r->position, .replaced = r->replaced != 0,
						   .answered = exam_is_answered(x->item, &x->form, r->verdict, r->given), .item = at};
	return true;
}

static bool load_form(struct app *app, struct exam_watch *w, struct kept *k, const struct place_row *r, struct err *e)
{
	struct forming f = {.app = app, .w = w, .e = e, .ok = true};
	if (k->loaded || !r->started_at)
		return true;
	if (!exam_item_each(app->store, r->sitting, take_item, &f, e) || !f.ok) {
		free(f.items);
		return false;
	}
	free(k->items);
	k->items = f.items;
	k->count = f.count;
	k->loaded = true;
	return true;
}

/* --- a seat as it stands ------------------------------------------------- */

static void count_form(const struct kept *k, const struct place_row *r, struct exam_seat *out)
{
	for (size_t i = 0; i < k->count; i++) {
		const struct form_item *f = &k->items[i];
		if (f->section == r->section && f->number == r->shown) /* what was exchanged since stood at the same place */
			out->position = f->position + 1;
		if (f->replaced || f->section != r->section)
			continue;
		out->count++;
		out->answered += f->answered;
	}
}

static int64_t left_ms(const struct looking *l, const struct place_row *r, bool runs)
{
	const struct blueprint *b = l->w->blueprint;
	if (r->section < 0 || (size_t)r->section >= b->section_count || sitting_ended(exam_state(r)))
		return 0;
	int64_t left = section_limit_ms(&b->sections[r->section], r->extra_percent) + r->added_ms - r->consumed_ms, since = exam_since(l->app, &r->beat);
	if (runs)
		left -= since < EXAM_BEAT_MS ? since : EXAM_BEAT_MS;
	return left;
}

static void fill_seat(const struct looking *l, const struct place_row *r, struct exam_watched *out)
{
	const struct kept *k = kept_of(l->w, r->seat);
	enum sitting_state s = exam_state(r);
	bool lost = exam_is_lost(l->app, r), live = *r->live && !lost && !sitting_ended(s);
	bool away = s == SITTING_PAUSED || (s == SITTING_RUNNING && lost);
	const struct moment *since = s == SITTING_PAUSED ? &r->away : &r->beat;
	*out = (struct exam_watched){
		.seat = {
			.number = r->seat, .person = r->person, .code = r->code, .name = r->name, .latin = r->person_latin, .birth = r->person_birth,
			.sitting = r->sitting, .state = s, .lost = s == SITTING_RUNNING && lost, .live = live, .calls = r->calls,
			.extra_percent = r->extra_percent, .aloud = r->aloud, .section = (size_t)r->section, .interruptions = r->interruptions, .why = r->why,
			.text = k && k->change.act ? k->change.text : "",
			.away_ms = away ? exam_since(l->app, since) : 0, .left_ms = left_ms(l, r, s == SITTING_RUNNING && live),
		},
		.away_at = away ? since->at : 0,
		.decision = (s == SITTING_PAUSED && r->interruptions >= SITTING_DECISION) ||
			    (s == SITTING_RUNNING && lost && r->interruptions + 1 >= SITTING_DECISION),
	};
	if (k) {
		out->last = k->last;
		out->change = k->change;
		count_form(k, r, &out->seat);
	}
}

static void add_to_tally(struct exam_tally *t, const struct exam_watched *w, bool started)
{
	enum sitting_state s = w->seat.state;
	t->unready += s == SITTING_PLANNED;
	t->closed += s == SITTING_IDENTITY;
	t->open += s == SITTING_OPEN;
	t->entered += s == SITTING_OPEN && w->seat.live;
	t->running += s == SITTING_RUNNING && !w->seat.lost;
	t->lost += w->seat.lost;
	t->paused += s == SITTING_PAUSED;
	t->ended += sitting_ended(s);
	t->calls += w->seat.calls && !sitting_ended(s);
	t->given += started && s != SITTING_VOID;
}

/* --- the whole ----------------------------------------------------------- */

static bool load_titles(struct app *app, struct exam_watch *w, struct err *e)
{
	const struct blueprint *b = w->blueprint;
	if (str_eq(w->inside->language, app->language))
		return true;
	struct pack_words *words = pack_words_load(app->store, w->session.version, arena_printf(&w->arena, "%s", b->id), app->language, e);
	if (!words)
		return false;
	struct words view = pack_words_view(words);
	w->title = arena_strdup(&w->arena, words_get(&view, &w->arena, b->id, NULL, "title", b->title));
	for (size_t i = 0; i < b->section_count; i++)
		w->section_titles[i] = arena_strdup(&w->arena, words_get(&view, &w->arena, b->id, b->sections[i].id, "title", b->sections[i].title));
	pack_words_free(words);
	snprintf(w->inside->language, sizeof(w->inside->language), "%s", app->language);
	return true;
}

/* Once for each time: not where another board has noted it, before whose note nothing later stands. */
static bool note_clock(struct app *app, struct exam_watch *w, struct err *e)
{
	enum { TOLERANCE_MS = 2000 };
	int64_t now = app_now(app), back = w->inside->newest_at - now;
	bool was = w->back_ms > 0;
	w->back_ms = back > TOLERANCE_MS ? back : 0;
	if (!w->back_ms || was)
		return true;
	struct arena a = ARENA_INIT;
	struct event_row ev = {.session = w->session.id, .sitting = NULL, .at = now, .role = sitting_role_name(BY_PROGRAM), .act = "clock-back", .from = "",
			       .to = "", .why = "", .text = arena_printf(&a, "%d", (int)((back + 59999) / 60000))};
	bool told = false, ok = store_begin(app->store, e);
	ok = ok && store_end(app->store, exam_clock_told(app->store, w->session.id, now, &told, e) && (told || exam_event_add(app->store, &ev, e)), e);
	arena_release(&a);
	return ok;
}

static bool read_all(struct looking *l, struct exam_session *session, struct err *e)
{
	struct exam_watch *w = l->w;
	struct store *s = l->app->store;
	bool ok = exam_session(l->app, w->session.id, &l->arena, session, e) && exam_event_since(s, w->session.id, w->seen, take_event, l, e) &&
		  (w->inside->looked || exam_answer_newest(s, &w->inside->answers, e)) && exam_place_each(s, w->session.id, take_row, l, e);
	for (size_t i = 0; ok && i < l->count; i++) {
		struct kept *k = kept_of(w, l->rows[i].seat);
		ok = !k || load_form(l->app, w, k, &l->rows[i], e);
	}
	return ok && exam_answer_since(s, w->session.id, w->inside->answers, take_answer, l, e) && load_titles(l->app, w, e);
}

bool exam_watch_look(struct app *app, struct exam_watch *w, struct err *e)
{
	struct looking l = {.app = app, .w = w};
	struct exam_session session;
	if (!app_may(app, MAY_EXAM, e) || !read_all(&l, &session, e)) {
		arena_release(&l.arena);
		return false;
	}
	struct exam_watched *seats = arena_array(&l.arena, l.count, sizeof(*seats));
	w->tally = (struct exam_tally){0};
	for (size_t i = 0; i < l.count; i++) {
		fill_seat(&l, &l.rows[i], &seats[i]);
		add_to_tally(&w->tally, &seats[i], l.rows[i].started_at != 0);
	}
	arena_release(&w->inside->look);
	w->inside->look = l.arena;
	w->session = session;
	w->seats = seats;
	w->count = l.count;
	w->news = l.news;
	w->news_count = l.news_count;
	w->inside->looked = true;
	return note_clock(app, w, e);
}

static bool begin(struct app *app, struct exam_watch *w, int64_t session, struct err *e)
{
	struct blueprint *b;
	struct exam_session s;
	struct pack_row pack;
	if (!exam_session(app, session, &w->arena, &s, e) || !exam_blueprint(app, s.version, s.exam, &w->arena, &b, e) ||
	    !pack_by_id(app->store, s.version, &w->arena, &pack, e))
		return false;
	w->inside->teaches = pack.teaches;
	w->session = s;
	w->blueprint = b;
	w->section_titles = arena_array(&w->arena, b->section_count, sizeof(*w->section_titles));
	return exam_watch_look(app, w, e);
}

struct exam_watch *exam_watch_new(struct app *app, int64_t session, struct err *e)
{
	struct exam_watch *w = xcalloc(1, sizeof(*w));
	w->inside = xcalloc(1, sizeof(*w->inside));
	if (begin(app, w, session, e))
		return w;
	exam_watch_free(w);
	return NULL;
}

void exam_watch_free(struct exam_watch *w)
{
	if (!w)
		return;
	for (size_t i = 0; i < w->inside->kept_count; i++)
		free(w->inside->kept[i].items);
	free(w->inside->kept);
	arena_release(&w->inside->look);
	arena_release(&w->arena);
	free(w->inside);
	free(w);
}

const struct exam_watched *exam_watch_seat(const struct exam_watch *w, int number)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->seats[i].seat.number == number)
			return &w->seats[i];
	return NULL;
}

bool exam_board(struct app *app, int64_t session, exam_seat_fn *fn, void *ctx, struct err *e)
{
	struct exam_watch *w = exam_watch_new(app, session, e);
	for (size_t i = 0; w && i < w->count && fn(ctx, &w->seats[i].seat); i++)
		;
	bool ok = w;
	exam_watch_free(w);
	return ok;
}
