/* What the keyboard sends, as presses: keys that curses knows, those it is taught, and pasted text. */
#include "config.h"
#include "tui/term_keys.h"

#include <curses.h>
#include <poll.h>
#include <unistd.h>

#define CONTROL(letter) ((letter) & 0x1F)

enum {
	PASTE_BEGIN = 0x1000, PASTE_END, ALT_DIGIT /* + 0 … 9 */, TAUGHT = ALT_DIGIT + 10, /* codes above those of curses itself */
	PASTE_BYTES_MAX = 16 * 1024,
};

/* Words are jumped over by Ctrl or Alt and an arrow. Terminals write that in several ways (xterm's parameters 3 Alt, 5 Ctrl, 7 both; rxvt; Esc before
 * the arrow), and terminfo has no common name for it. Alt and a letter is left alone: Esc and a letter typed at once would be the same. */
static const struct {
	const char *sequence;
	enum press press;
} taught[] = {
	{ "\033[1;5D", PRESS_WORD_LEFT }, { "\033[1;3D", PRESS_WORD_LEFT }, { "\033[1;7D", PRESS_WORD_LEFT }, { "\033[5D", PRESS_WORD_LEFT },
	{ "\033Od", PRESS_WORD_LEFT }, { "\033\033[D", PRESS_WORD_LEFT },
	{ "\033[1;5C", PRESS_WORD_RIGHT }, { "\033[1;3C", PRESS_WORD_RIGHT }, { "\033[1;7C", PRESS_WORD_RIGHT }, { "\033[5C", PRESS_WORD_RIGHT },
	{ "\033Oc", PRESS_WORD_RIGHT }, { "\033\033[C", PRESS_WORD_RIGHT },
	{ "\033\177", PRESS_WORD_ERASE }, { "\033\b", PRESS_WORD_ERASE },
	{ "\033[3;5~", PRESS_WORD_DELETE }, { "\033[3;3~", PRESS_WORD_DELETE },
	/* What xterm, the Linux console and their kin send for named keys, where TERM says another terminal: else Esc and its digits would be taken one by one. */
	{ "\033OP", PRESS_F1 }, { "\033OQ", PRESS_F2 }, { "\033OR", PRESS_F3 }, { "\033OS", PRESS_F4 },
	{ "\033[11~", PRESS_F1 }, { "\033[12~", PRESS_F2 }, { "\033[13~", PRESS_F3 }, { "\033[14~", PRESS_F4 },
	{ "\033[[A", PRESS_F1 }, { "\033[[B", PRESS_F2 }, { "\033[[C", PRESS_F3 }, { "\033[[D", PRESS_F4 }, { "\033[[E", PRESS_F5 },
	{ "\033[15~", PRESS_F5 }, { "\033[17~", PRESS_F6 }, { "\033[18~", PRESS_F7 }, { "\033[19~", PRESS_F8 }, { "\033[20~", PRESS_F9 }, { "\033[21~", PRESS_F10 },
	{ "\033[A", PRESS_UP }, { "\033[B", PRESS_DOWN }, { "\033[C", PRESS_RIGHT }, { "\033[D", PRESS_LEFT },
	{ "\033OA", PRESS_UP }, { "\033OB", PRESS_DOWN }, { "\033OC", PRESS_RIGHT }, { "\033OD", PRESS_LEFT },
	{ "\033[H", PRESS_HOME }, { "\033[F", PRESS_END }, { "\033OH", PRESS_HOME }, { "\033OF", PRESS_END }, { "\033[1~", PRESS_HOME }, { "\033[4~", PRESS_END },
	{ "\033[3~", PRESS_DELETE }, { "\033[5~", PRESS_PAGE_UP }, { "\033[6~", PRESS_PAGE_DOWN }, { "\033[Z", PRESS_BACKTAB },
};

static const struct {
	int key;
	enum press press;
} presses[] = {
	{ KEY_ENTER, PRESS_ENTER }, { KEY_BACKSPACE, PRESS_BACKSPACE }, { KEY_DC, PRESS_DELETE }, { KEY_BTAB, PRESS_BACKTAB }, { KEY_UP, PRESS_UP }, { KEY_DOWN, PRESS_DOWN },
	{ KEY_LEFT, PRESS_LEFT }, { KEY_RIGHT, PRESS_RIGHT }, { KEY_HOME, PRESS_HOME }, { KEY_END, PRESS_END }, { KEY_PPAGE, PRESS_PAGE_UP }, { KEY_NPAGE, PRESS_PAGE_DOWN },
};

static enum press press_of_key(int key)
{
	if (key >= KEY_F(1) && key <= KEY_F(10))
		return (enum press)(PRESS_F1 + key - KEY_F(1));
	if (key >= ALT_DIGIT && key <= ALT_DIGIT + 9)
		return (enum press)(PRESS_F1 + (key - ALT_DIGIT + 9) % 10);
	if (key >= TAUGHT && key < TAUGHT + (int)(sizeof taught / sizeof taught[0]))
		return taught[key - TAUGHT].press;
	for (size_t i = 0; i < sizeof presses / sizeof presses[0]; i++)
		if (presses[i].key == key)
			return presses[i].press;
	return PRESS_NONE;
}

/* Bracketed paste begins and ends with sequences of its own; Alt and a digit (or Esc and at once a digit) is an F key. */
void term_teach_keys(void)
{
	define_key("\033[200~", PASTE_BEGIN);
	define_key("\033[201~", PASTE_END);
	for (int i = 0; i <= 9; i++) {
		char alt[] = { '\033', (char)('0' + i), '\0' };

		define_key(alt, ALT_DIGIT + i);
	}
	for (int i = 0; i < (int)(sizeof taught / sizeof taught[0]); i++)
		if (press_of_key(key_defined(taught[i].sequence)) == PRESS_NONE) /* what terminfo knows and we take stays */
			define_key(taught[i].sequence, TAUGHT + i);
}

static void add_char(struct str *s, wint_t w)
{
	unsigned long c = (unsigned long)w;

	if (c >= 0x10000)
		str_addf(s, "%c%c%c%c", (int)(0xF0 | c >> 18), (int)(0x80 | (c >> 12 & 0x3F)), (int)(0x80 | (c >> 6 & 0x3F)), (int)(0x80 | (c & 0x3F)));
	else if (c >= 0x800)
		str_addf(s, "%c%c%c", (int)(0xE0 | c >> 12), (int)(0x80 | (c >> 6 & 0x3F)), (int)(0x80 | (c & 0x3F)));
	else if (c >= 0x80)
		str_addf(s, "%c%c", (int)(0xC0 | c >> 6), (int)(0x80 | (c & 0x3F)));
	else if (c > 0)
		str_addc(s, (char)c);
}

/* Everything up to the end of the paste, as one text. The end may be lost with a cut line, or with the terminal: then what has come is taken. */
static enum press read_paste(struct str *text)
{
	struct pollfd wait = { .fd = STDIN_FILENO, .events = POLLIN };
	wint_t w;

	for (;;) {
		int kind = get_wch(&w);

		if (kind == ERR) {
			if (poll(&wait, 1, 200) <= 0 || wait.revents & (POLLHUP | POLLERR | POLLNVAL))
				break;
			continue;
		}
		if (kind == KEY_CODE_YES && w == PASTE_END)
			break;
		if (kind == OK && text->len < PASTE_BYTES_MAX)
			add_char(text, w == '\r' ? '\n' : w);
	}
	return text->len > 0 ? PRESS_PASTE : PRESS_NONE;
}

static enum press press_of_char(wint_t w, struct str *text)
{
	switch (w) {
	case '\r':
	case '\n':
		return PRESS_ENTER;
	case '\t':
		return PRESS_TAB;
	case 0x1B:
		return PRESS_ESC;
	case 0x08:
	case 0x7F:
		return PRESS_BACKSPACE;
	case CONTROL('A'):
		return PRESS_HOME;
	case CONTROL('E'):
		return PRESS_END;
	case CONTROL('R'):
		return PRESS_REDO;
	case CONTROL('U'):
		return PRESS_UNDO;
	case CONTROL('W'):
		return PRESS_WORD_ERASE;
	default:
		break;
	}
	if (w < 0x20 || (w >= 0x7F && w < 0xA0))
		return PRESS_NONE;
	add_char(text, w);
	return PRESS_TEXT;
}

enum press term_take(struct str *text, bool *any)
{
	wint_t w;
	int kind = get_wch(&w);

	*any = kind != ERR;
	if (kind == ERR)
		return PRESS_NONE;
	if (kind == OK)
		return press_of_char(w, text);
	return w == PASTE_BEGIN ? read_paste(text) : press_of_key((int)w);
}
