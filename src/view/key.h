/* Keys and actions: a key means one thing in the whole program. */
#ifndef SAFAR_VIEW_KEY_H
#define SAFAR_VIEW_KEY_H

#include <stdbool.h>
#include <stddef.h>

/* What came in from the terminal, whatever the terminal is. */
enum press {
	PRESS_NONE,
	PRESS_TEXT, /* one cluster in event.text */
	PRESS_PASTE, /* a pasted text in event.text: goes into a field or nowhere; no key of it acts */
	PRESS_ENTER, PRESS_ESC, PRESS_TAB, PRESS_BACKTAB, PRESS_BACKSPACE, PRESS_DELETE,
	PRESS_UP, PRESS_DOWN, PRESS_LEFT, PRESS_RIGHT, PRESS_HOME, PRESS_END, PRESS_PAGE_UP, PRESS_PAGE_DOWN,
	PRESS_F1, PRESS_F2, PRESS_F3, PRESS_F4, PRESS_F5, PRESS_F6, PRESS_F7, PRESS_F8, PRESS_F9, PRESS_F10,
	PRESS_WORD_LEFT, PRESS_WORD_RIGHT, /* Ctrl or Alt and an arrow */
	PRESS_WORD_ERASE, PRESS_WORD_DELETE, /* Ctrl+W or Alt+Backspace; Ctrl+Delete */
	PRESS_UNDO, PRESS_REDO,            /* Ctrl+U, Ctrl+R */
	PRESS_TICK, /* time passed: event.now_ms */
};

/* Everything a person can want. One row each in key.c: its keys and how they are written. */
enum action {
	ACTION_NONE,
	ACTION_OPEN,     /* Enter: the one thing to do next */
	ACTION_BACK,     /* Esc: one step back */
	ACTION_UP, ACTION_DOWN, ACTION_PREVIOUS /* ← */, ACTION_NEXT /* → */,
	ACTION_FIRST, ACTION_LAST, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
	ACTION_DIGIT,    /* 0–9: event.digit */
	ACTION_MARK,     /* Space: tick, show, take */
	ACTION_TURN,     /* Space or Enter, where they turn a card */
	ACTION_FIELD,    /* Tab: next field or gap */
	ACTION_FIELD_BACK,
	ACTION_TEXT,     /* text goes into the field: only where the screen takes text */
	ACTION_ERASE, ACTION_DELETE,
	ACTION_WORD_PREVIOUS, ACTION_WORD_NEXT, ACTION_WORD_ERASE, ACTION_WORD_DELETE, /* Ctrl+← Ctrl+→ Ctrl+W Ctrl+Del */
	ACTION_UNDO, ACTION_REDO, /* Ctrl+U Ctrl+R */
	ACTION_LETTERS,  /* F2: letters that the keyboard may lack */
	ACTION_ACCENT,   /* F4: the letter before the cursor with its next accent */
	ACTION_HELP,     /* F1 or ? */
	ACTION_LANGUAGE, /* F3 */
	ACTION_ALL,      /* a: everything at once (meanings of a dialogue) */
	ACTION_WORDS,    /* w */
	ACTION_HINT,     /* F5: a hint */
	ACTION_REPORT,   /* F6: my answer is right */
	ACTION_SWITCH,   /* F7: the other way of answering, with words or with the keyboard */
	ACTION_PRACTISE, /* F8: drills of the words that are listed */
	ACTION_ADD,      /* n: new */
	ACTION_IMPORT,   /* i */
	ACTION_EXPORT,   /* x */
	ACTION_ENROL,    /* e */
	ACTION_PIN,      /* p */
	ACTION_FIND,     /* / */
	ACTION_MORE,     /* m: what else can be done with the whole of it */
	ACTION_SAVE,     /* F9: save what was typed in a form of several fields */
	ACTION_ACCEPT,   /* a, where something is to be decided */
	ACTION_DISMISS,  /* d */
	ACTION_START,    /* s: the examination of a room begins */
	ACTION_RELEASE,  /* r: a seat goes on */
	ACTION_PAUSE,    /* p */
	ACTION_TIME,     /* t: more time */
	ACTION_LISTEN,   /* l: what is read or played to all */
	ACTION_YES, ACTION_NO, /* y n in questions that could lose something; also Enter and Esc */
	ACTION_FLAG,     /* f: a question to come back to */
	ACTION_OVERVIEW, /* o: all questions of a section */
	ACTION_CALL,     /* h: the supervisor is wanted, or not any more */
	ACTION_EXAM,     /* F10: the door of an examination: in by seat and code, out by the supervisor's code */
	ACTION_COUNT
};

struct event {
	enum press press;
	const char *text;  /* PRESS_TEXT: borrowed, valid UTF-8, sanitised, bounded */
	long long now_ms;  /* monotonic */
	size_t *left_out;  /* of the stack: where a line adds up the clusters that found no room in it; or NULL */
	/* filled by key_action: */
	enum action action;
	int digit;
};

/* The action of a press; an event with PRESS_NONE and an action keeps it. With `typing` characters are ACTION_TEXT, else letters are looked up, also by the letter in the same place of the Russian and Uzbek
 * Cyrillic layouts. Fills e->action and e->digit. */
void key_action(struct event *e, bool typing);

/* Whether this press may mean `a` as well where that is what a screen offers: `n` is "new" in a list and "no" in a question, Enter is
 * "yes" there and Esc "no". */
bool key_is(const struct event *e, enum action a);

/* How its key is written in the footer: "Enter", "↑", "F3", "w". "" for ACTION_TEXT and ACTION_NONE. */
const char *key_label(enum action a);

/* The word that stands for it on the lines of `safar --plain` and in the manual: "back", "help". Never translated; "" for ACTION_NONE. */
const char *key_word(enum action a);
/* The action of such a word, or ACTION_NONE. */
enum action key_of_word(const char *word);

#endif
