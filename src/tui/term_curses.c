/* Painting, and waiting for what comes; term_keys.c is the other file with curses. The canvas is compared with what was painted last, and each changed cluster is put at its own column: ICU and libc disagree
 * on the width of some characters, and a shift must not run on through the line. */
#include "config.h"
#include "tui/term.h"

#include <curses.h>
#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "tui/term_keys.h"

enum { ESCAPE_MS = 50 };

struct terminal {
	SCREEN *screen;
	struct term_options options;
	struct canvas shown; /* what stands on the terminal; width 0: nothing yet */
	int signals;         /* signalfd */
	sigset_t old_mask;
	bool colours, locked;
};

static const int caught[] = { SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP };

static void catch_signals(struct terminal *t)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof caught / sizeof caught[0]; i++)
		sigaddset(&set, caught[i]);
	sigprocmask(SIG_BLOCK, &set, &t->old_mask);
	t->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void begin_colours(struct terminal *t)
{
	t->colours = t->options.theme != THEME_MONO && has_colors() && start_color() == OK && COLORS >= 8;
	if (!t->colours)
		return;
	use_default_colors();
	for (short i = 1; i < 8; i++)
		init_pair(i, i, -1);
}

static void send_raw(const char *sequence)
{
	fputs(sequence, stdout);
	fflush(stdout);
}

/* Ctrl+S, "save" elsewhere, would stop all that the program writes, and with it the program, until somebody knows Ctrl+Q. */
static void flow_freely(void)
{
	struct termios t;

	if (tcgetattr(STDIN_FILENO, &t) != 0)
		return;
	t.c_iflag &= ~(tcflag_t)IXON;
	if (tcsetattr(STDIN_FILENO, TCSANOW, &t) == 0)
		def_prog_mode(); /* so that curses, too, sets it so; the end of the program puts back what was */
}

struct terminal *term_open(const struct term_options *o, struct err *e)
{
	const char *name = getenv("TERM");
	struct terminal *t;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		err_set(e, ERR_IO, _("this is not a terminal; use 'safar --plain' to work line by line"));
		return NULL;
	}
	t = xcalloc(1, sizeof *t);
	t->options = *o;
	/* curses writes in the terminal's own charset, in ASCII where that locale is not installed; texts stay UTF-8 */
	if (o->glyphs == GLYPHS_PLAIN && setlocale(LC_CTYPE, "") == NULL)
		setlocale(LC_CTYPE, "C");
	catch_signals(t);
	set_escdelay(ESCAPE_MS);
	t->screen = name != NULL && strcmp(name, "dumb") != 0 ? newterm(NULL, stdout, stdin) : NULL;
	if (t->screen == NULL || tigetstr("cup") == NULL) {
		term_close(t);
		err_set(e, ERR_IO, _("the terminal '%s' cannot show whole pages; set TERM to its right name, or use 'safar --plain' to work line by line"),
			name != NULL ? name : "");
		return NULL;
	}
	flow_freely();
	cbreak();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	begin_colours(t);
	term_teach_keys();
	send_raw("\033[?2004h");
	return t;
}

void term_close(struct terminal *t)
{
	if (t == NULL)
		return;
	if (t->screen != NULL) {
		send_raw("\033[?2004l");
		curs_set(1);
		endwin();
		delscreen(t->screen);
	}
	if (t->options.glyphs == GLYPHS_PLAIN)
		setlocale(LC_CTYPE, "C.UTF-8");
	if (t->signals > 0)
		close(t->signals);
	sigprocmask(SIG_SETMASK, &t->old_mask, NULL);
	if (t->shown.width > 0)
		canvas_release(&t->shown);
	free(t);
}

void term_size(const struct terminal *t, int *width, int *height)
{
	(void)t;
	getmaxyx(stdscr, *height, *width);
}

/* UTF-8 of one cluster as wide characters; gives how many. Only valid clusters stand on a canvas. */
static size_t widen(const char *s, size_t n, wchar_t *out, size_t room)
{
	size_t count = 0;

	for (size_t i = 0; i < n && count < room; count++) {
		unsigned char c = (unsigned char)s[i];
		int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;
		wchar_t w = (wchar_t)(more == 3 ? c & 0x07 : more == 2 ? c & 0x0F : more == 1 ? c & 0x1F : c);

		for (i++; more > 0 && i < n; more--, i++)
			w = (wchar_t)((w << 6) | ((unsigned char)s[i] & 0x3F));
		out[count] = w;
	}
	return count;
}

static attr_t attributes(const struct terminal *t, enum look look, short *pair)
{
	const struct paint *p = theme_paint(t->options.theme, look);

	*pair = t->colours && p->colour > 0 ? p->colour : 0;
	return (p->bold ? A_BOLD : 0) | (p->dim ? A_DIM : 0) | (p->underline ? A_UNDERLINE : 0) | (p->reverse ? A_REVERSE : 0) | (p->italic ? A_ITALIC : 0);
}

/* Whether the terminal's charset has the character; all of them in UTF-8. */
static bool has_char(wchar_t w)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = { 0 };

	return wcrtomb(bytes, w, &state) != (size_t)-1;
}

static void put_cell(const struct terminal *t, const struct canvas *c, int x, int y)
{
	wchar_t wide[CCHARW_MAX + 1] = { 0 };
	size_t n, count;
	const char *s = canvas_at(c, x, y, &n);
	short pair;
	attr_t a = attributes(t, (enum look)canvas_cell(c, x, y)->look, &pair);
	cchar_t cell;

	count = widen(s, n, wide, CCHARW_MAX);
	if (t->options.glyphs != GLYPHS_ALL && !(t->options.glyphs == GLYPHS_PLAIN && count == 1 && has_char(wide[0]))) {
		s = glyph_for(t->options.glyphs, s, n, &n);
		count = widen(s, n, wide, CCHARW_MAX);
	}
	wide[count] = L'\0';
	if (setcchar(&cell, wide, a, pair, NULL) != OK) {
		wide[1] = L'\0'; /* joined signs that curses refuses: the first of them */
		if (setcchar(&cell, wide, a, pair, NULL) != OK)
			setcchar(&cell, L"?", a, pair, NULL);
	}
	mvadd_wch(y, x, &cell);
}

static bool same_cell(const struct canvas *a, const struct canvas *b, int x, int y)
{
	size_t n, m;
	const char *s = canvas_at(a, x, y, &n), *r = canvas_at(b, x, y, &m);

	return n == m && canvas_cell(a, x, y)->look == canvas_cell(b, x, y)->look && canvas_cell(a, x, y)->width == canvas_cell(b, x, y)->width &&
	       memcmp(s, r, n) == 0;
}

void term_paint(struct terminal *t, const struct canvas *c, int cursor_x, int cursor_y)
{
	bool fresh = t->shown.width != c->width || t->shown.height != c->height;

	if (fresh)
		erase();
	for (int y = 0; y < c->height; y++)
		for (int x = 0; x < c->width; x++)
			if (canvas_cell(c, x, y)->width > 0 && (fresh || !same_cell(c, &t->shown, x, y)))
				put_cell(t, c, x, y);
	if (fresh) {
		if (t->shown.width > 0)
			canvas_release(&t->shown);
		canvas_init(&t->shown, c->width, c->height);
	} else {
		canvas_clear(&t->shown);
	}
	canvas_copy(&t->shown, 0, c, 0, c->height);
	if (cursor_x >= 0) {
		move(cursor_y, cursor_x);
		curs_set(1);
	} else {
		curs_set(0);
		move(c->height - 1, c->width - 1);
	}
	refresh();
}

static void stop(struct terminal *t)
{
	send_raw("\033[?2004l");
	def_prog_mode();
	endwin();
	kill(getpid(), SIGSTOP);
	reset_prog_mode();
	send_raw("\033[?2004h");
	clearok(curscr, TRUE);
	if (t->shown.width > 0)
		canvas_release(&t->shown);
}

void term_lock(struct terminal *t, bool locked)
{
	t->locked = locked;
}

static bool is_key(uint32_t signal)
{
	return signal == SIGINT || signal == SIGQUIT || signal == SIGTSTP;
}

static enum term_event on_signal(struct terminal *t)
{
	struct signalfd_siginfo info;
	enum term_event what = TERM_QUIET;

	while (read(t->signals, &info, sizeof info) == (ssize_t)sizeof info) {
		struct winsize size;

		if (t->locked && is_key(info.ssi_signo))
			continue;
		if (info.ssi_signo == SIGTSTP)
			stop(t);
		else if (info.ssi_signo != SIGWINCH)
			return TERM_END;
		if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
			resizeterm(size.ws_row, size.ws_col);
		what = TERM_RESIZE;
	}
	return what;
}

enum term_event term_read(struct terminal *t, int ms, enum press *press, struct str *text)
{
	struct pollfd wait[2] = { { .fd = STDIN_FILENO, .events = POLLIN }, { .fd = t->signals, .events = POLLIN } };
	bool any;

	str_clear(text);
	*press = term_take(text, &any); /* curses may hold bytes that poll does not see any more */
	if (!any) {
		int ready = poll(wait, 2, ms);

		if (ready < 0 && errno != EINTR)
			return TERM_END;
		if (ready <= 0)
			return TERM_QUIET;
		if (wait[1].revents & POLLIN)
			return on_signal(t);
		*press = term_take(text, &any);
		if (!any && (wait[0].revents & (POLLHUP | POLLERR | POLLNVAL) || (wait[0].revents & POLLIN && tcgetpgrp(STDIN_FILENO) < 0)))
			return TERM_END;
	}
	return *press != PRESS_NONE ? TERM_PRESS : TERM_QUIET;
}
