/* A page: what there is to see, without coordinates. Screens fill it, tui/ lays it out on cells, plain/ prints it as numbered lines.
 * Everything in a page lives in its arena and is made anew for each drawing. */
#ifndef SAFAR_VIEW_PAGE_H
#define SAFAR_VIEW_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "pack/markdown.h"

enum style {
	STYLE_PLAIN,
	STYLE_EMPH,
	STYLE_STRONG,
	STYLE_TAUGHT, /* words of the taught language */
	STYLE_DIM,    /* secondary */
	STYLE_ACCENT, /* what is chosen */
	STYLE_GOOD, STYLE_BAD, STYLE_NOTE, /* right, wrong, almost: always with the sign ✓ ✗ ≈ */
};

struct span {
	enum style style;
	const char *text;
};
struct text { /* one paragraph or cell of styled spans */
	struct span *spans;
	size_t count;
};

enum block_kind {
	BLOCK_TITLE,   /* big and centred: the name of the program, the end of a check */
	BLOCK_HEADING, /* level 1–3 */
	BLOCK_TEXT,    /* a paragraph */
	BLOCK_ITEM,    /* of a list: depth, number (0: bullet) */
	BLOCK_TABLE,   /* rows × columns, the first row is the head if `head` */
	BLOCK_MENU,    /* entries to choose from; `flow`: in one running line (word bank) */
	BLOCK_GAUGE,   /* label, done of total, caption */
	BLOCK_LINE,    /* dialogue: who, what, meaning (empty while hidden) */
	BLOCK_FIELD,   /* label and a line being typed */
	BLOCK_GAPS,    /* text with gaps being typed: pieces and fields by turns */
	BLOCK_DRAWING, /* lines of characters as they stand; its description where there is no room or nobody sees it */
	BLOCK_MESSAGE, /* one sentence with a sign: good, bad, note, plain */
	BLOCK_DIFFERENCE, /* what was typed and what is right, below each other, with what differs marked by signs; `style` BAD or NOTE */
	BLOCK_PLACES,  /* the questions of a section in one running strip: answered or open, marked, and which one is on the screen; a caption behind them */
	BLOCK_SPACE,   /* a blank line; several in a row count once, none at the top */
};

/* How an entry is marked beside the pointer. */
enum entry_mark { MARK_NONE, MARK_OFF, MARK_ON /* several may be chosen: box empty, ticked */, MARK_GOOD, MARK_BAD, MARK_GONE /* used up, dim */,
		  MARK_EMPTY, MARK_FULL /* ○ ●: chosen or not, without a word on right and wrong */ };

struct entry {
	char digit;          /* '0'–'9' that opens it, or 0 */
	struct text label;
	const char *middle;  /* second column or NULL */
	const char *right;   /* third column, at the right edge, or NULL */
	enum entry_mark mark;
};

/* A line being typed. `cursor` is a byte offset at a cluster boundary. */
struct field {
	const char *value;
	size_t cursor;
	bool secret;  /* drawn as • */
	bool active;  /* the cursor stands here */
	int width;    /* columns wanted, 0: as much as there is */
	enum style style; /* of the value, after judging */
};

/* A stretch of two texts that are compared: the same in both, or how they differ. */
enum change_kind { CHANGE_NONE, CHANGE_MISSING, CHANGE_EXTRA, CHANGE_OTHER, CHANGE_MOVED /* typed here, or belongs here */ };
struct change {
	enum change_kind kind;
	const char *typed, *right; /* "" where it has none */
};

struct block {
	enum block_kind kind;
	int level, number;         /* heading level; item depth and number */
	bool head, flow, selected; /* table, menu; dialogue line under the pointer */
	bool gathers;              /* menu: what another menu's digits choose goes to the entry under the pointer; opening it means nothing */
	bool wraps;                /* menu: labels that are too long run on beside the second column, which stays */
	struct text text;          /* title, heading, text, item, message, line (what is said) */
	const char *label;         /* gauge, field, line (who) */
	const char *caption;       /* gauge, places; drawing: its description; line: meaning or NULL; heading: at the right edge or NULL */
	int done, total;           /* gauge */
	struct text *cells;        /* table */
	bool window;               /* table: each row is one line, and only those around `current` are shown where there is no room for all */
	unsigned secondary;        /* of such a table: a bit for each column that goes first where it is narrow */
	size_t rows, columns, cell_count; /* a last row that is not full is not shown */
	struct entry *entries;     /* menu */
	size_t entry_count;
	int current;               /* menu: entry under the pointer, -1 none */
	struct field *fields;      /* field: 1; gaps: piece_count − 1 */
	const char **pieces;       /* gaps; drawing: its lines */
	size_t piece_count;
	struct change *changes;    /* difference */
	size_t change_count;
	size_t room;               /* of the array that is being filled */
	enum style style;          /* message: GOOD BAD NOTE or PLAIN; text: of the whole */
};

/* What a key does here, for the footer and the help: from the screen's bindings, never written by hand. */
struct hint {
	const char *keys;  /* "Enter", "↑↓", "1–7" */
	const char *label; /* translated; NULL on the first screen */
	bool keep;         /* stays in the footer when others must go: Enter, help, back */
};

struct page {
	struct arena arena;
	const char *place;      /* header, after the program's name; NULL: none */
	const char *corner;     /* header, right: person or site */
	const char *brand;      /* instead of the program's name; NULL: its name */
	const char *badge;      /* header, at the right edge after the corner, always whole: a number of a seat; NULL: none */
	const char *rule_right; /* set into the upper rule: "3 of 9"; NULL: none */
	int width_min, height_min; /* cells without which this page is not to be worked at; 0: any */
	int done, total;        /* the upper rule as a gauge when total > 0 */
	struct block *blocks;
	size_t count, room;
	const char *bottom;     /* last line of the body, right: date and time; NULL: none */
	const char *news;       /* what has just happened, a sentence: on lines it is said at once while the program waits; on cells it is for the body to show. Or NULL */
	struct block *message;  /* sticks above the footer: an error, a question, the idle warning; or NULL */
	struct block *foot;     /* stands at the lower edge of the body, where there are rows for it; or NULL */
	struct hint *hints;
	size_t hint_count, hint_room;
};

void page_init(struct page *p);
void page_release(struct page *p);

/* Each appends a block and gives it for further filling (valid until the next append). Texts are copied into the arena. */
struct block *page_add(struct page *p, enum block_kind kind);
struct block *page_heading(struct page *p, int level, const char *text);
struct block *page_text(struct page *p, enum style style, const char *text); /* inline markup is understood: `taught`, *em*, **strong** */
struct block *page_message(struct page *p, enum style style, const char *text);
struct block *page_gauge(struct page *p, const char *label, int done, int total, const char *caption);
struct block *page_field(struct page *p, const char *label, const struct field *f);
struct block *page_title(struct page *p, const char *text);
struct block *page_item(struct page *p, int depth, int number, const char *text);
struct block *page_line(struct page *p, const char *who, const char *text, const char *meaning, bool selected); /* `meaning` NULL: hidden */
/* Text with `count` gaps, `count + 1` pieces around them (plain text, no markup). */
struct block *page_gaps(struct page *p, const char *const *pieces, const struct field *fields, size_t count);
/* A drawing, line by line, each character one column wide; `description` says what it shows. */
struct block *page_drawing(struct page *p, const char *lines, const char *description);
/* A difference is begun, then filled from left to right. */
struct block *page_difference(struct page *p, enum style style);
void page_change(struct page *p, enum change_kind kind, const char *typed, const char *right);
void page_space(struct page *p);
/* Sets the message that sticks above the footer. */
struct block *page_notice(struct page *p, enum style style, const char *text);
/* Sets the foot: a strip of places, filled by page_place from left to right. */
struct block *page_places(struct page *p, int current, const char *caption);
void page_place(struct page *p, bool full, bool marked);
void page_hint(struct page *p, const char *keys, const char *label, bool keep);
/* Lesson Markdown as blocks. Text that does not parse is shown as written. */
void page_markdown(struct page *p, const char *markdown);

/* A menu is begun, then filled. `digit` 0: none. `middle`, `right` may be NULL. */
struct block *page_menu(struct page *p, bool flow, int current);
struct entry *page_entry(struct page *p, char digit, const char *label, const char *middle, const char *right); /* to the last menu; label with inline markup */

/* A table of `columns`, then its cells row by row (inline markup). */
struct block *page_table(struct page *p, size_t columns, bool head);
void page_cell(struct page *p, const char *text);

/* Text with inline markup as spans in the page's arena, all plain ones in `base`. */
struct text page_spans(struct page *p, enum style base, const char *text);
/* The same, exactly as written: no markup. */
struct text page_raw(struct page *p, enum style style, const char *text);

/* A copy in the page's arena that a terminal may be shown: what is invalid or unsafe (text/norm.h) becomes U+FFFD. NULL stays NULL. */
const char *page_copy(struct page *p, const char *text);

/* The words of a text without their styles, in `a`. */
const char *text_words(struct arena *a, const struct text *t);

#endif
