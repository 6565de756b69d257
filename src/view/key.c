#include "config.h"
#include "view/key.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"

/* One row an action: the presses that mean it, its letter, how its key is written, its word on a line. */
struct row {
	enum press press, other;
	char letter;      /* Latin; other layouts by its place */
	const char *label;
	const char *word;
};

static const struct row rows[ACTION_COUNT] = {
	[ACTION_NONE] = { .label = "", .word = "" },
	[ACTION_OPEN] = { .press = PRESS_ENTER, .label = "Enter", .word = "open" },
	[ACTION_BACK] = { .press = PRESS_ESC, .label = "Esc", .word = "back" },
	[ACTION_UP] = { .press = PRESS_UP, .label = "↑", .word = "up" },
	[ACTION_DOWN] = { .press = PRESS_DOWN, .label = "↓", .word = "down" },
	[ACTION_PREVIOUS] = { .press = PRESS_LEFT, .label = "←", .word = "previous" },
	[ACTION_NEXT] = { .press = PRESS_RIGHT, .label = "→", .word = "next" },
	[ACTION_FIRST] = { .press = PRESS_HOME, .label = "Home", .word = "first" },
	[ACTION_LAST] = { .press = PRESS_END, .label = "End", .word = "last" },
	[ACTION_PAGE_UP] = { .press = PRESS_PAGE_UP, .label = "PgUp", .word = "pageup" },
	[ACTION_PAGE_DOWN] = { .press = PRESS_PAGE_DOWN, .label = "PgDn", .word = "pagedown" },
	[ACTION_DIGIT] = { .label = "0–9", .word = "digit" },
	/* TRANSLATORS: the space bar of the keyboard, as short as can be */
	[ACTION_MARK] = { .letter = ' ', .label = N_("Space"), .word = "mark" },
	[ACTION_TURN] = { .letter = ' ', .other = PRESS_ENTER, .label = N_("Space"), .word = "turn" }, /* where a screen offers it instead of ACTION_MARK and ACTION_OPEN */
	[ACTION_FIELD] = { .press = PRESS_TAB, .label = "Tab", .word = "field" },
	[ACTION_FIELD_BACK] = { .press = PRESS_BACKTAB, .label = "Shift+Tab", .word = "fieldback" },
	[ACTION_TEXT] = { .label = "", .word = "text" },
	[ACTION_ERASE] = { .press = PRESS_BACKSPACE, .label = "⌫", .word = "erase" },
	[ACTION_DELETE] = { .press = PRESS_DELETE, .label = "Del", .word = "delete" },
	[ACTION_WORD_PREVIOUS] = { .press = PRESS_WORD_LEFT, .label = "Ctrl+←", .word = "wordback" },
	[ACTION_WORD_NEXT] = { .press = PRESS_WORD_RIGHT, .label = "Ctrl+→", .word = "wordnext" },
	[ACTION_WORD_ERASE] = { .press = PRESS_WORD_ERASE, .label = "Ctrl+W", .word = "worderase" },
	[ACTION_WORD_DELETE] = { .press = PRESS_WORD_DELETE, .label = "Ctrl+Del", .word = "worddelete" },
	[ACTION_UNDO] = { .press = PRESS_UNDO, .label = "Ctrl+U", .word = "undo" },
	[ACTION_REDO] = { .press = PRESS_REDO, .label = "Ctrl+R", .word = "redo" },
	[ACTION_LETTERS] = { .press = PRESS_F2, .label = "F2", .word = "letters" },
	[ACTION_ACCENT] = { .press = PRESS_F4, .label = "F4", .word = "accent" },
	[ACTION_HELP] = { .press = PRESS_F1, .letter = '?', .label = "F1", .word = "help" },
	[ACTION_LANGUAGE] = { .press = PRESS_F3, .label = "F3", .word = "language" },
	[ACTION_ALL] = { .letter = 'a', .label = "a", .word = "all" },
	[ACTION_WORDS] = { .letter = 'w', .label = "w", .word = "words" },
	[ACTION_HINT] = { .press = PRESS_F5, .label = "F5", .word = "hint" },
	[ACTION_REPORT] = { .press = PRESS_F6, .label = "F6", .word = "report" },
	[ACTION_SWITCH] = { .press = PRESS_F7, .label = "F7", .word = "switch" },
	[ACTION_PRACTISE] = { .press = PRESS_F8, .label = "F8", .word = "practise" },
	[ACTION_ADD] = { .letter = 'n', .label = "n", .word = "new" },
	[ACTION_IMPORT] = { .letter = 'i', .label = "i", .word = "import" },
	[ACTION_EXPORT] = { .letter = 'x', .label = "x", .word = "export" },
	[ACTION_ENROL] = { .letter = 'e', .label = "e", .word = "enrol" },
	[ACTION_PIN] = { .letter = 'p', .label = "p", .word = "pin" },
	[ACTION_FIND] = { .letter = '/', .label = "/", .word = "find" },
	[ACTION_MORE] = { .letter = 'm', .label = "m", .word = "more" },
	[ACTION_SAVE] = { .press = PRESS_F9, .label = "F9", .word = "save" },
	[ACTION_ACCEPT] = { .letter = 'a', .label = "a", .word = "accept" },
	[ACTION_DISMISS] = { .letter = 'd', .label = "d", .word = "dismiss" },
	[ACTION_START] = { .letter = 's', .label = "s", .word = "start" },
	[ACTION_RELEASE] = { .letter = 'r', .label = "r", .word = "release" },
	[ACTION_PAUSE] = { .letter = 'p', .label = "p", .word = "pause" },
	[ACTION_TIME] = { .letter = 't', .label = "t", .word = "time" },
	[ACTION_LISTEN] = { .letter = 'l', .label = "l", .word = "listen" },
	[ACTION_YES] = { .letter = 'y', .other = PRESS_ENTER, .label = "y", .word = "yes" },
	[ACTION_NO] = { .letter = 'n', .other = PRESS_ESC, .label = "n", .word = "no" },
	[ACTION_FLAG] = { .letter = 'f', .label = "f", .word = "flag" },
	[ACTION_OVERVIEW] = { .letter = 'o', .label = "o", .word = "overview" },
	[ACTION_CALL] = { .letter = 'h', .label = "h", .word = "call" },
	[ACTION_EXAM] = { .press = PRESS_F10, .label = "F10", .word = "exam" },
};

/* The letters on the keys a to z: Russian ЙЦУКЕН; the Uzbek Cyrillic standard layout, which moves sh, h and z to make room for ў and қ
 * (xkeyboard-config, symbols/uz). */
static const struct layout {
	const char *lower[26], *upper[26];
} layouts[] = {
	{ .lower = { "ф", "и", "с", "в", "у", "а", "п", "р", "ш", "о", "л", "д", "ь", "т", "щ", "з", "й", "к", "ы", "е", "г", "м", "ц", "ч", "н", "я" },
	  .upper = { "Ф", "И", "С", "В", "У", "А", "П", "Р", "Ш", "О", "Л", "Д", "Ь", "Т", "Щ", "З", "Й", "К", "Ы", "Е", "Г", "М", "Ц", "Ч", "Н", "Я" } },
	{ .lower = { "ф", "и", "с", "в", "у", "а", "п", "р", "ш", "о", "л", "д", "ь", "т", "ў", "з", "й", "к", "қ", "е", "г", "м", "ц", "ч", "н", "я" },
	  .upper = { "Ф", "И", "С", "В", "У", "А", "П", "Р", "Ш", "О", "Л", "Д", "Ь", "Т", "Ў", "З", "Й", "К", "Қ", "Е", "Г", "М", "Ц", "Ч", "Н", "Я" } },
};

/* The Latin character of the key that wrote `text`, 0 if no single key did. Caps lock makes no difference. */
static char latin(const char *text)
{
	if (text == NULL || text[0] == '\0')
		return 0;
	if (text[1] == '\0')
		return text[0] >= 'A' && text[0] <= 'Z' ? (char)(text[0] - 'A' + 'a') : text[0];
	for (size_t l = 0; l < sizeof layouts / sizeof layouts[0]; l++)
		for (int i = 0; i < 26; i++)
			if (strcmp(layouts[l].lower[i], text) == 0 || strcmp(layouts[l].upper[i], text) == 0)
				return (char)('a' + i);
	return 0;
}

static bool row_fits(const struct row *r, enum press press, char letter)
{
	if (press == PRESS_TEXT)
		return letter != 0 && r->letter == letter;
	return press == r->press;
}

void key_action(struct event *e, bool typing)
{
	char letter = e->press == PRESS_TEXT ? latin(e->text) : 0;

	if (e->press == PRESS_NONE)
		return;
	e->action = ACTION_NONE;
	e->digit = 0;
	if (e->press == PRESS_TICK)
		return;
	if (e->press == PRESS_TEXT || e->press == PRESS_PASTE) {
		e->action = typing ? ACTION_TEXT : ACTION_NONE;
		if (typing || e->press == PRESS_PASTE)
			return;
	}
	if (letter >= '0' && letter <= '9') {
		e->action = ACTION_DIGIT;
		e->digit = letter - '0';
		return;
	}
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
		if (row_fits(&rows[a], e->press, letter)) {
			e->action = (enum action)a;
			return;
		}
}

bool key_is(const struct event *e, enum action a)
{
	if (a <= ACTION_NONE || a >= ACTION_COUNT || e->press == PRESS_NONE || e->press == PRESS_TICK || e->press == PRESS_PASTE)
		return false;
	if (e->press == PRESS_TEXT)
		return row_fits(&rows[a], e->press, latin(e->text));
	return e->press == rows[a].press || e->press == rows[a].other;
}

const char *key_label(enum action a)
{
	return a == ACTION_MARK || a == ACTION_TURN ? _(rows[a].label) : rows[a].label;
}

const char *key_word(enum action a)
{
	return rows[a].word;
}

enum action key_of_word(const char *word)
{
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
		if (str_eq(rows[a].word, word))
			return (enum action)a;
	return ACTION_NONE;
}
