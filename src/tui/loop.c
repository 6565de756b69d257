#include "config.h"
#include "tui/loop.h"

#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "core/i18n.h"
#include "core/str.h"
#include "tui/layout.h"
#include "tui/term.h"

enum { TICK_MS = 1000 };

struct session {
	struct stack *stack;
	struct terminal *term;
	struct canvas canvas;
	struct layout_view view;
	unsigned long turns; /* of what was drawn last: another screen begins at its top */
	long long busy_since, told; /* monotonic ms: when the last press came, when its work was last shown */
	bool ended;    /* the terminal went away while work was under way */
};

/* Work that takes longer than a second is shown in the last line; Esc stops it. */
static bool tell(void *ctx, const char *what, size_t done, size_t total)
{
	enum { FIRST_MS = 1000, EVERY_MS = 100 };
	struct session *s = ctx;
	struct canvas *c = &s->canvas;
	long long now = stack_clock(s->stack);
	enum press press;
	struct str text, line;

	if (now - s->busy_since < FIRST_MS || now - s->told < EVERY_MS)
		return true;
	s->told = now;
	str_init(&text);
	str_init(&line);
	if (total == 0)
		/* TRANSLATORS: the same where nobody knows how much of it is done */
		str_addf(&line, _("%s …   Esc stop"), what);
	else
		/* TRANSLATORS: long work, for example "writing 40 %"; %s is the work */
		str_addf(&line, _("%s %d %%   Esc stop"), what, (int)(done * 100 / total));
	canvas_fill(c, 0, c->height - 1, c->width, LOOK_PLAIN, " ");
	canvas_clip(c, 1, c->height - 1, c->width - 1, LOOK_ACCENT, line.buf);
	term_paint(s->term, c, -1, -1);
	enum term_event event = term_read(s->term, 0, &press, &text);
	s->ended |= event == TERM_END;
	str_release(&text);
	str_release(&line);
	return !s->ended && !(event == TERM_PRESS && press == PRESS_ESC);
}

static void draw(struct session *s)
{
	struct page page;
	int width, height;

	term_size(s->term, &width, &height);
	if (s->canvas.width != width || s->canvas.height != height) {
		canvas_release(&s->canvas);
		canvas_init(&s->canvas, width, height);
	}
	if (s->turns != stack_turns(s->stack)) {
		s->view = (struct layout_view){ .scroll = 0 };
		s->turns = stack_turns(s->stack);
	}
	page_init(&page);
	stack_describe(s->stack, &page);
	layout_page(&s->canvas, &page, &s->view);
	page_release(&page);
	term_paint(s->term, &s->canvas, s->view.cursor_x, s->view.cursor_y);
}

/* Keys that the screen does not take move a page that is longer than the terminal; so does Enter before it goes on from a page to be read. */
static bool scrolls(struct session *s, enum press press, const char *text)
{
	static const struct {
		enum press press;
		enum action action;
		int pages, rows;
	} moves[] = {
		{ PRESS_PAGE_UP, ACTION_PAGE_UP, -1, 0 },
		{ PRESS_PAGE_DOWN, ACTION_PAGE_DOWN, 1, 0 },
		{ PRESS_UP, ACTION_UP, 0, -1 },
		{ PRESS_DOWN, ACTION_DOWN, 0, 1 },
	};

	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
		if (press == moves[i].press && !stack_offers(s->stack, moves[i].action))
			return layout_scroll(&s->view, moves[i].pages, moves[i].rows);
	if (press == PRESS_ENTER && s->view.more)
		return layout_scroll(&s->view, 1, 0);
	if (press == PRESS_TEXT && str_eq(text, " ") && !stack_typing(s->stack) && !stack_offers(s->stack, ACTION_MARK))
		return layout_scroll(&s->view, 1, 0);
	return false;
}

static bool on_press(struct session *s, enum press press, const char *text)
{
	struct event e = { .press = press, .text = text, .now_ms = stack_clock(s->stack) };

	s->busy_since = e.now_ms;
	if (press != PRESS_TICK) {
		if (scrolls(s, press, text)) {
			e.press = PRESS_NONE; /* the person is there all the same: the idle clock begins anew */
			e.action = ACTION_NONE;
		} else {
			s->view.free = false;
		}
	}
	return stack_event(s->stack, &e) && !s->ended;
}

/* Keys that are waiting are taken in before what they changed is made durable and drawn: a key that is held down comes in handfuls. */
static bool take_waiting(struct session *s, struct str *text)
{
	enum { HANDFUL_MS = 300, GAP_MS = 40 /* between two of a held key */ };
	unsigned long turns = stack_turns(s->stack);
	long long begin = stack_clock(s->stack);
	bool goes_on = true;

	while (goes_on && stack_settles(s->stack) && turns == stack_turns(s->stack) && stack_clock(s->stack) - begin < HANDFUL_MS) {
		enum press press;
		enum term_event event = term_read(s->term, stack_typing(s->stack) ? 0 : GAP_MS, &press, text);

		if (event == TERM_END)
			return false;
		if (event != TERM_PRESS)
			break;
		goes_on = on_press(s, press, text->buf);
	}
	return goes_on && stack_settle(s->stack);
}

static bool wants_plain(const struct session *s)
{
	return stack_app(s->stack) != NULL && str_eq(stack_app(s->stack)->front, "plain");
}

int tui_run(struct stack *stack, const struct tui_options *o, struct err *e)
{
	struct term_options options = {
		.theme = o->theme,
		.glyphs = glyphs_of(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG"), getenv("TERM")),
	};
	struct session s = { .stack = stack };
	struct str text;
	bool goes_on = true;

	s.term = term_open(&options, e);
	if (s.term == NULL)
		return TUI_FAILED;
	if (options.glyphs == GLYPHS_PLAIN)
		stack_note(stack, N_("This terminal is not set to UTF-8: some letters are replaced. Choose UTF-8 in its settings and start again with LC_ALL=C.UTF-8."));
	str_init(&text);
	canvas_init(&s.canvas, 1, 1);
	if (stack_app(stack) != NULL)
		stack_app(stack)->progress = (struct progress){ .fn = tell, .ctx = &s };
	for (bool stale = true; goes_on;) {
		enum press press;

		if (stale)
			draw(&s);
		term_lock(s.term, stack_locked(stack));
		switch (term_read(s.term, stack_settles(stack) ? TICK_MS / 2 : TICK_MS, &press, &text)) {
		case TERM_PRESS:
			goes_on = on_press(&s, press, text.buf) && take_waiting(&s, &text) && !wants_plain(&s);
			stale = true;
			break;
		case TERM_QUIET:
			goes_on = on_press(&s, PRESS_TICK, NULL);
			stale = true;
			break;
		case TERM_RESIZE:
			stale = true;
			break;
		case TERM_END:
			goes_on = false;
			break;
		}
	}
	if (stack_app(stack) != NULL)
		stack_app(stack)->progress = (struct progress){ 0 };
	canvas_release(&s.canvas);
	str_release(&text);
	term_close(s.term);
	return wants_plain(&s) ? TUI_TO_PLAIN : TUI_ENDED;
}
