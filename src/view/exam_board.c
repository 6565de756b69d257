#include "config.h"
#include "view/exam_board.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/cluster.h"
#include "view/exam_words.h"
#include "view/parts.h"

enum { MINUTE = 60 * 1000, HOUR = 60 * MINUTE };

const char *board_clock(struct arena *a, const struct reader *r, int64_t at)
{
	int64_t minutes = at / MINUTE + r->offset_min;

	return at > 0 ? arena_printf(a, "%02d:%02d", (int)(minutes / 60 % 24), (int)(minutes % 60)) : "";
}

static int seconds_of(int64_t ms)
{
	return ms > 0 ? (int)((ms + 999) / 1000) : 0;
}

int board_minutes(int64_t ms)
{
	return (seconds_of(ms) + 59) / 60;
}

const char *board_left(struct arena *a, int64_t ms)
{
	int seconds = seconds_of(ms), minutes = board_minutes(ms);

	if (seconds <= 60)
		return arena_printf(a, _("%d s"), seconds);
	return arena_printf(a, ngettext("%d min", "%d min", (unsigned long)minutes), minutes);
}

const char *board_away(struct arena *a, int64_t ms)
{
	if (ms == INT64_MAX)
		return "?";
	if (ms >= 2 * HOUR)
		return arena_printf(a, _("%d h"), (int)(ms / HOUR));
	if (ms >= MINUTE)
		return arena_printf(a, ngettext("%d min", "%d min", (unsigned long)(ms / MINUTE)), (int)(ms / MINUTE));
	return arena_printf(a, _("%d s"), (int)(ms / 1000));
}

/* Came back by itself and cannot go on: whom the supervisor has paused is known to him. */
static bool waits(const struct exam_watched *x)
{
	return x->seat.state == SITTING_PAUSED && x->seat.live && x->change.act != NULL && !str_eq(x->change.act, "pause");
}

bool board_needs(const struct exam_watched *x)
{
	return x->seat.lost || waits(x) || (x->seat.calls && !sitting_ended(x->seat.state));
}

static bool is_meant(const struct exam_seat *x, enum sitting_act act)
{
	bool running = x->state == SITTING_RUNNING, paused = x->state == SITTING_PAUSED;

	switch ((int)act) {
	case ACT_PAUSE:
		return running;
	case ACT_RELEASE:
		return paused || x->lost;
	case ACT_VOID: /* what was begun has questions */
		return running || paused || (sitting_ended(x->state) && x->state != SITTING_VOID && (x->position > 0 || x->section > 0));
	default:
		return running || paused;
	}
}

struct exam_ask board_ask(const struct exam_watch *w, const struct exam_watched *x, enum sitting_act act)
{
	struct exam_ask ask = { .session = w->session.id, .act = act, .seen = w->seen };

	for (size_t i = 0; i < w->count; i++)
		ask.meant += is_meant(&w->seats[i].seat, act);
	if (x == NULL)
		return ask;
	ask.seat = x->seat.number;
	ask.name = x->seat.name;
	ask.interruptions = x->seat.interruptions + (x->seat.lost ? 1 : 0);
	ask.answered = x->seat.answered;
	ask.left_ms = x->seat.left_ms;
	return ask;
}

/* --- counts ---------------------------------------------------------------- */

static void add_count(struct str *s, const char *words)
{
	str_addf(s, "%s%s", s->len > 0 ? " · " : "", words);
}

const char *board_counts(struct arena *a, const struct exam_tally *t)
{
	struct str s;
	char *joined;

	str_init(&s);
	if (t->unready + t->closed > 0)
		add_count(&s, arena_printf(a, ngettext("%d not open", "%d not open", (unsigned long)(t->unready + t->closed)), t->unready + t->closed));
	if (t->open > 0)
		add_count(&s, arena_printf(a, ngettext("%d of %d entered", "%d of %d entered", (unsigned long)t->entered), t->entered, t->open));
	if (t->running > 0)
		add_count(&s, arena_printf(a, ngettext("%d running", "%d running", (unsigned long)t->running), t->running));
	if (t->paused > 0)
		add_count(&s, arena_printf(a, ngettext("%d paused", "%d paused", (unsigned long)t->paused), t->paused));
	if (t->lost > 0)
		add_count(&s, arena_printf(a, ngettext("%d interrupted", "%d interrupted", (unsigned long)t->lost), t->lost));
	if (t->calls > 0)
		add_count(&s, arena_printf(a, ngettext("%d call", "%d calls", (unsigned long)t->calls), t->calls));
	if (t->ended > 0)
		add_count(&s, arena_printf(a, ngettext("%d ended", "%d ended", (unsigned long)t->ended), t->ended));
	joined = arena_strdup(a, s.buf);
	str_release(&s);
	return joined;
}

/* --- the table --------------------------------------------------------------- */

/* Title of the section where the seat is; "" before it begins and when it has ended. */
static const char *title_now(const struct exam_watch *w, const struct exam_seat *x)
{
	bool under_way = x->state >= SITTING_RUNNING && !sitting_ended(x->state);

	return under_way && x->section < w->blueprint->section_count ? w->section_titles[x->section] : "";
}

const char *board_short(struct arena *a, const char *title, int columns)
{
	size_t n, words;

	if (text_width(title) <= columns)
		return title;
	n = text_fit(title, columns - 1, NULL);
	for (words = title[n] == ' ' ? n : 0; words == 0 && n > 0; n--)
		if (title[n - 1] == ' ')
			words = n - 1;
	if (words == 0)
		words = text_fit(title, columns - 1, NULL);
	return arena_printf(a, "%.*s…", (int)words, title);
}

/* "Reading 9", in a column. */
static const char *place_now(struct arena *a, const struct exam_watch *w, const struct exam_seat *x)
{
	enum { TITLE_COLUMNS = 9 };
	const char *title = board_short(a, title_now(w, x), TITLE_COLUMNS);

	return title[0] != '\0' && x->position > 0 ? arena_printf(a, "%s %d", title, x->position) : title;
}

/* In a sentence. */
static const char *place_full(struct arena *a, const struct exam_watch *w, const struct exam_seat *x)
{
	/* TRANSLATORS: where somebody is in an examination: title of the section, number of the question; stands within a sentence */
	return x->position > 0 ? arena_printf(a, _("%s, question %d"), title_now(w, x), x->position) : title_now(w, x);
}

/* The state in a few words, with a sign where somebody has to look. */
static const char *state_words(struct arena *a, const struct reader *r, const struct exam_watched *x)
{
	const struct exam_seat *s = &x->seat;

	if (s->lost)
		/* TRANSLATORS: in the supervisor's table: the learner's terminal is gone since that time; capitals */
		return arena_printf(a, _("! INTERRUPTED %s"), board_clock(a, r, x->away_at));
	if (waits(x))
		/* TRANSLATORS: in the supervisor's table: paused, and the learner sits there and waits to be let on */
		return _("! waits for you");
	if (s->state == SITTING_PAUSED && s->text[0] != '\0')
		return arena_printf(a, _("paused: %s"), exam_word_text(a, "", s->text));
	if (s->state == SITTING_OPEN && s->live)
		/* TRANSLATORS: in the supervisor's table: has typed seat and code and waits for the beginning */
		return _("✓ entered");
	if (s->state == SITTING_RUNNING && !s->live)
		/* TRANSLATORS: in the supervisor's table: the exam runs for this seat, but nobody has entered it */
		return _("nobody there");
	return exam_word_state(s->state);
}

static enum style state_style(const struct exam_watched *x)
{
	if (x->seat.lost)
		return STYLE_BAD;
	if (board_needs(x))
		return STYLE_NOTE;
	return sitting_ended(x->seat.state) ? STYLE_DIM : STYLE_PLAIN;
}

static void add_state(struct page *page, const struct reader *r, const struct exam_watched *x)
{
	struct arena *a = &page->arena;
	const char *words = state_words(a, r, x);
	const char *call = x->seat.calls && !sitting_ended(x->seat.state) ? _("✋ calls") : "";

	/* a call goes first: what is cut at the right edge of a narrow terminal is not that */
	parts_cell_raw(page, state_style(x), call[0] != '\0' && !x->seat.lost ? arena_printf(a, "%s · %s", call, words) :
		       call[0] != '\0' ? arena_printf(a, "%s · %s", words, call) : words);
}

/* A name too long for the table loses its last words (the patronymic), never the first two. */
static const char *short_name(struct arena *a, const char *name)
{
	enum { NAME_COLUMNS = 22 };
	const char *first = strchr(name, ' '), *second = first != NULL ? strchr(first + 1, ' ') : NULL;

	return second != NULL && text_width(name) > NAME_COLUMNS ? arena_strndup(a, name, (size_t)(second - name)) : name;
}

static void add_row(struct page *page, const struct reader *r, const struct exam_watch *w, const struct exam_watched *x)
{
	const struct exam_seat *s = &x->seat;
	struct arena *a = &page->arena;
	bool under_way = s->state == SITTING_RUNNING || s->state == SITTING_PAUSED;
	enum style base = sitting_ended(s->state) ? STYLE_DIM : STYLE_PLAIN;

	parts_cell_raw(page, board_needs(x) ? STYLE_STRONG : base, arena_printf(a, "%d", s->number));
	parts_cell_raw(page, base, short_name(a, s->name));
	parts_cell_raw(page, base, s->state == SITTING_PLANNED ? "○" : "●");
	parts_cell_raw(page, base, place_now(a, w, s));
	parts_cell_raw(page, base, s->count > 0 ? arena_printf(a, _("%d of %d"), s->answered, s->count) : "");
	parts_cell_raw(page, base, under_way ? board_left(a, s->left_ms) : "");
	add_state(page, r, x);
}

void board_table(struct page *page, const struct reader *r, const struct exam_watch *w, int current)
{
	enum { COLUMNS = 7, ID = 2, NOW = 3, ANSWERED = 4, LEFT = 5 };
	struct block *t = page_table(page, COLUMNS, true);
	int row = -1;

	/* TRANSLATORS: heads of the supervisor's table, in narrow columns: seat, learner, identity confirmed, where in the exam, answered, time left, state */
	page_cell(page, _("Seat"));
	page_cell(page, _("Learner"));
	page_cell(page, _("Id"));
	page_cell(page, _("Now"));
	page_cell(page, _("Answered"));
	page_cell(page, _("Left"));
	page_cell(page, _("State"));
	for (size_t i = 0; i < w->count; i++) {
		add_row(page, r, w, &w->seats[i]);
		if (w->seats[i].seat.number == current)
			row = (int)i + 1;
	}
	t->window = true;
	t->secondary = 1u << ID | 1u << NOW | 1u << ANSWERED | 1u << LEFT;
	t->current = row;
}

/* --- sentences about one seat ------------------------------------------------ */

static const char *answers_safe(struct arena *a, int n)
{
	return arena_printf(a, ngettext("%d answer is safe", "%d answers are safe", (unsigned long)n), n);
}

static const char *lost_text(struct arena *a, const struct reader *r, const struct exam_watch *w, const struct exam_watched *x)
{
	const struct exam_seat *s = &x->seat;

	/* TRANSLATORS: time; seat; where ("Reading, question 9"); how long ago ("2 min"); "12 answers are safe"; time left ("38 min") */
	return arena_printf(a, _("%s  Seat %d lost its terminal at %s, away %s. %s, the clock stands at %s. Release to go on at any terminal."),
			    board_clock(a, r, x->away_at), s->number, place_full(a, w, s), board_away(a, s->away_ms), answers_safe(a, s->answered), board_left(a, s->left_ms));
}

static const char *paused_text(struct arena *a, const struct reader *r, const struct exam_watched *x)
{
	const struct exam_seat *s = &x->seat;
	const char *why = exam_word_why_id(s->why);
	const char *text = exam_word_text(a, "", s->text);
	const char *reason = text[0] != '\0' && why[0] != '\0' ? arena_printf(a, "%s – %s", why, text) : text[0] != '\0' ? text : why[0] != '\0' ? why : exam_word_state(s->state);

	if (s->live)
		/* TRANSLATORS: seat; reason; "12 answers are safe"; time left */
		return arena_printf(a, _("Seat %d is paused (%s) and sits at its terminal. %s, the clock stands at %s. Release to go on."), s->number, reason,
				    answers_safe(a, s->answered), board_left(a, s->left_ms));
	return arena_printf(a, _("%s  Seat %d is paused (%s), away %s. %s, the clock stands at %s. Release to go on at any terminal."),
			    board_clock(a, r, x->away_at), s->number, reason, board_away(a, s->away_ms), answers_safe(a, s->answered), board_left(a, s->left_ms));
}

static const char *running_text(struct arena *a, const struct reader *r, const struct exam_watch *w, const struct exam_watched *x)
{
	const struct exam_seat *s = &x->seat;

	if (!s->live)
		return arena_printf(a, _("Seat %d may go on, but nobody has entered it: the clock stands at %s until seat and code are typed at a terminal."), s->number,
				    board_left(a, s->left_ms));
	if (x->last.act != NULL && str_eq(x->last.act, "minutes"))
		return arena_printf(a, _("%s  Seat %d got more time: %s. %d of %d answered, %s left."), board_clock(a, r, x->last.at), s->number,
				    exam_word_text(a, "minutes", x->last.text), s->answered, s->count, board_left(a, s->left_ms));
	if (s->count == 0)
		return arena_printf(a, _("Seat %d writes on paper: %s, %s left."), s->number, title_now(w, s), board_left(a, s->left_ms));
	return arena_printf(a, _("Seat %d works at %s: %d of %d answered, %s left."), s->number, place_full(a, w, s), s->answered, s->count, board_left(a, s->left_ms));
}

static const char *ended_text(struct arena *a, const struct reader *r, const struct exam_watched *x)
{
	const char *at = x->change.act != NULL ? board_clock(a, r, x->change.at) : "", *text = exam_word_text(a, "", x->seat.text);
	const char *state = exam_word_state(x->seat.state), *why = exam_word_why_id(x->seat.why);

	/* TRANSLATORS: time, seat, what happened, details */
	return text[0] == '\0' ? arena_printf(a, _("%s  Seat %d: %s."), at, x->seat.number, state) :
	       arena_printf(a, _("%s  Seat %d: %s, %s."), at, x->seat.number, state, why[0] != '\0' ? arena_printf(a, "%s – %s", why, text) : text);
}

static const char *state_text(struct arena *a, const struct reader *r, const struct exam_watch *w, const struct exam_watched *x)
{
	const struct exam_seat *s = &x->seat;

	if (s->lost)
		return lost_text(a, r, w, x);
	switch (s->state) {
	case SITTING_PLANNED:
		return arena_printf(a, _("Seat %d: nobody has confirmed yet who sits here. Press m for the identity check."), s->number);
	case SITTING_IDENTITY:
		return arena_printf(a, _("Seat %d: the identity is confirmed; the seat is not open yet. Press m to open it."), s->number);
	case SITTING_OPEN:
		if (w->session.started)
			return s->live ? arena_printf(a, _("Seat %d has entered and reads the rules; its time begins when the learner presses on."), s->number) :
			       arena_printf(a, _("Seat %d is open: it begins when number and code are typed at a terminal and the rules are read."), s->number);
		return s->live ? arena_printf(a, _("Seat %d has entered, reads the rules and waits for the start."), s->number) :
		       arena_printf(a, _("Seat %d is open; its number and code have not been typed at any terminal yet."), s->number);
	case SITTING_RUNNING:
		return running_text(a, r, w, x);
	case SITTING_PAUSED:
		return paused_text(a, r, x);
	case SITTING_SUBMITTED:
	case SITTING_TIME_UP:
	case SITTING_ABANDONED:
	case SITTING_VOID:
	case SITTING_STATE_COUNT:
		break;
	}
	return ended_text(a, r, x);
}

/* What else must be known before the seat goes on. */
static void warn(struct page *page, const struct exam_watched *x)
{
	const struct exam_seat *s = &x->seat;
	struct arena *a = &page->arena;
	int times = s->interruptions + (s->lost ? 1 : 0);

	if (s->calls && !sitting_ended(s->state))
		page_message(page, STYLE_NOTE, arena_printf(a, _("Seat %d calls you. Press d when you have been there."), s->number));
	if (x->decision)
		page_message(page, STYLE_BAD, arena_printf(a, ngettext("This is interruption %d: going on needs a decision with a reason.",
								       "This is interruption %d: going on needs a decision with a reason.", (unsigned long)times), times));
	if (s->away_ms > EXAM_AWAY_MS && !sitting_ended(s->state))
		parts_raw_block(page, STYLE_DIM, _("Away for more than ten minutes: questions that were seen and not answered will be exchanged."));
}

void board_saying(struct page *page, const struct reader *r, const struct exam_watch *w, const struct exam_watched *x)
{
	parts_raw_block(page, STYLE_PLAIN, state_text(&page->arena, r, w, x));
	warn(page, x);
}

/* --- what is new -------------------------------------------------------------- */

enum { FLAG_LOST = 1, FLAG_CALL = 2 };

static void add_news(struct board_log *l, size_t *fresh, struct board_news n)
{
	if (*fresh == 0)
		l->count = 0;
	if (*fresh == BOARD_NEWS_MAX)
		memmove(l->list, l->list + 1, (--*fresh) * sizeof *l->list);
	l->list[(*fresh)++] = n;
	l->count = *fresh;
}

/* Events that are worth a sentence: not what this board's own person has just done and sees anyhow, nor what the seat shows by itself. */
static bool is_news(const struct exam_event *ev)
{
	static const char *const acts[] = { "enter", "pause", "lose", "release", "submit", "expire", "end", "void", "minutes", "replace", "leave", "section-time-up" };

	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
		if (str_eq(acts[i], ev->act))
			return true;
	return false;
}

static void compare_seat(struct board_log *l, size_t *fresh, const struct exam_watched *x, int64_t now)
{
	int n = x->seat.number;
	unsigned char is = (x->seat.lost ? FLAG_LOST : 0) | (x->seat.calls && !sitting_ended(x->seat.state) ? FLAG_CALL : 0), was;

	if (n < 0)
		return;
	if (n >= l->flag_count) {
		l->flags = xrealloc(l->flags, (size_t)n + 64, 1);
		memset(l->flags + l->flag_count, 0, (size_t)(n + 64 - l->flag_count));
		l->flag_count = n + 64;
	}
	was = l->flags[n];
	l->flags[n] = is;
	if (!l->looked)
		return;
	if (is & ~was & FLAG_LOST)
		add_news(l, fresh, (struct board_news){ .kind = BOARD_LOST, .seat = n, .at = x->away_at });
	else if (was & ~is & FLAG_LOST && x->seat.state == SITTING_RUNNING && x->seat.live)
		add_news(l, fresh, (struct board_news){ .kind = BOARD_BACK, .seat = n, .at = now });
	if (is & ~was & FLAG_CALL)
		add_news(l, fresh, (struct board_news){ .kind = BOARD_CALL, .seat = n, .at = now });
}

void board_log_take(struct board_log *l, const struct exam_watch *w, int64_t now)
{
	size_t fresh = 0;

	for (size_t i = 0; i < w->news_count; i++) {
		const struct exam_event *ev = &w->news[i];
		struct board_news n = { .kind = BOARD_EVENT, .seat = ev->seat, .at = ev->at };

		if (!is_news(ev))
			continue;
		snprintf(n.act, sizeof n.act, "%s", ev->act);
		snprintf(n.why, sizeof n.why, "%s", ev->why);
		snprintf(n.text, sizeof n.text, "%s", ev->text);
		add_news(l, &fresh, n);
	}
	for (size_t i = 0; i < w->count; i++)
		compare_seat(l, &fresh, &w->seats[i], now);
	l->looked = true;
}

void board_log_release(struct board_log *l)
{
	free(l->flags);
	*l = (struct board_log){ .count = 0 };
}

static const char *news_text(const struct board_news *n, struct arena *a, const struct reader *r)
{
	const char *at = board_clock(a, r, n->at), *text;

	switch (n->kind) {
	case BOARD_LOST:
		return arena_printf(a, _("%s  Seat %d lost its terminal."), at, n->seat);
	case BOARD_BACK:
		return arena_printf(a, _("%s  The terminal of seat %d is back."), at, n->seat);
	case BOARD_CALL:
		return arena_printf(a, _("%s  Seat %d calls you."), at, n->seat);
	case BOARD_EVENT:
		break;
	}
	text = exam_word_text(a, n->act, n->text);
	/* TRANSLATORS: time, seat, what happened, details */
	return text[0] != '\0' ? arena_printf(a, _("%s  Seat %d: %s, %s."), at, n->seat, exam_word_act(n->act), text) :
	       arena_printf(a, _("%s  Seat %d: %s."), at, n->seat, exam_word_act(n->act));
}

static const char *board_log_text(const struct board_log *l, struct arena *a, const struct reader *r)
{
	const char *all = NULL;

	for (size_t i = 0; i < l->count; i++) {
		const char *one = news_text(&l->list[i], a, r);

		all = all != NULL ? arena_printf(a, "%s %s", all, one) : one;
	}
	return all;
}

void board_log_describe(const struct board_log *l, struct page *page, const struct reader *r, int seat)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->list[i].seat != seat)
			parts_raw_block(page, STYLE_DIM, news_text(&l->list[i], &page->arena, r));
	page->news = board_log_text(l, &page->arena, r);
}
