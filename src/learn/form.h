/* What an exercise shows and what a person answers, without saying how it is drawn: tui, plain and paper each render it. */
#ifndef SAFAR_LEARN_FORM_H
#define SAFAR_LEARN_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/str.h"

enum form_part_kind {
	FORM_TEXT,   /* Markdown to read: a case, a notice, a meaning */
	FORM_ASK,    /* the question or instruction, inline markup */
	FORM_CHOICE, /* options; one is chosen, or several */
	FORM_GAPS,   /* literal text with gaps to type in: pieces[0] gap0 pieces[1] … pieces[gap_count]; a typed answer is one gap between empty pieces */
	FORM_ORDER,  /* tokens to be put in order; not all need be used when there are distractors */
	FORM_PAIR,   /* each left to one right */
	FORM_TURNS,  /* lines of another person, each answered before the next one comes: by an option or by typing */
	FORM_DRAWING, /* a drawing in characters, to look at before the part that asks */
	FORM_CARD,   /* a card: its front, then, turned, its back and two options to judge oneself by. The response is a FORM_CHOICE */
};

/* Where the text of FORM_GAPS comes from. */
enum form_bank {
	BANK_NONE,     /* typed */
	BANK_WORDS,    /* each gap takes one of the options */
	BANK_SENTENCE, /* the one gap is filled with options one after the other, or typed: the person switches */
};

/* A turn of FORM_TURNS. */
struct form_turn {
	const char *who, *say, *means; /* `say` in the taught language, no markup; means NULL or in the reader's words */
	const char **options;	       /* to choose from, inline markup; none where the answer is typed */
	const int *keys;	       /* for each option shown its number in the source */
	size_t option_count;
};

struct form_part {
	enum form_part_kind kind;
	const char *text;      /* FORM_TEXT, FORM_ASK, FORM_CARD, FORM_DRAWING */
	const char *description; /* FORM_DRAWING: for who does not see it, and where there is no room; `text` holds its lines, each one column a character */
	bool several;          /* FORM_CHOICE */
	bool lines;            /* FORM_ORDER: whole sentences, every one is used */
	bool reuse;            /* FORM_PAIR: a right may belong to several lefts */
	const char **options;  /* FORM_CHOICE, FORM_ORDER, FORM_CARD: in the order shown; FORM_PAIR: the rights in the order shown; FORM_GAPS: the bank.
				* Inline markup */
	const int *keys;       /* for each option shown its number in the source */
	size_t option_count;
	const char **lefts;    /* FORM_PAIR, in source order */
	size_t left_count;
	const char **pieces;   /* FORM_GAPS: gap_count + 1 */
	size_t gap_count;
	enum form_bank bank;   /* FORM_GAPS: with options, if not BANK_NONE */
	const char **words;    /* FORM_GAPS with a bank: for each option shown what it puts into the gap, no markup */
	const struct form_turn *turns; /* FORM_TURNS; at most RESPONSE_MAX */
	size_t turn_count;
	const char *back;      /* FORM_CARD; the front is `text`, both Markdown */
};

struct form {
	struct form_part *parts;
	size_t count;
	const char *hint; /* or NULL */
};

/* What was given; every number is a source number (form_part.keys), so a shuffle never matters. At most one answerable part per form. */
enum { RESPONSE_MAX = 64, RESPONSE_TEXT_MAX = 400 * 1024 };
struct response {
	enum form_part_kind kind; /* FORM_TEXT: nothing was asked */
	int chosen[RESPONSE_MAX]; /* CHOICE: the chosen, ascending; ORDER: in the order given; PAIR: for each left the right, -1 for none */
	size_t count;
	const char **typed;       /* GAPS: one per gap; TURNS: one per turn, what was typed or the number of the option; borrowed */
	size_t typed_count;
};

/* One line for the log: "2", "0,2", "3,0,1", "1,-1,0"; typed texts of several gaps or turns joined by U+001F. response_parse reads it back
 * (typed texts into `a`); false if the text is no response of that kind. */
void response_write(const struct response *r, struct str *out);
bool response_parse(struct arena *a, enum form_part_kind kind, const char *text, struct response *out);

/* Whether nothing is missing in it: every left has a right, every step its place, no gap or turn is empty. */
bool response_is_whole(const struct form *f, const struct response *r);

#endif
