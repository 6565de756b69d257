/* Units: their parts, the steps a learner walks through, and the bank of the unit check. */
#ifndef SAFAR_LEARN_COURSE_H
#define SAFAR_LEARN_COURSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/diag.h"
#include "learn/item.h"
#include "pack/node.h"

enum part_kind { PART_READ, PART_WORDS, PART_PHRASES, PART_DIALOGUE, PART_PRACTISE, PART_LISTEN, PART_EXERCISE };
const char *part_kind_name(enum part_kind k);

struct word {
	const char *id, *term, *plural, *pos, *means, *example, *example_means, *note; /* NULL where absent */
	const struct node *node;
};
struct phrase {
	const char *id, *means, *note;
	struct forms forms; /* shown[0] is what is taught */
	const struct node *node;
};
struct line {
	const char *id, *who, *say, *means; /* who is NULL where nobody is named */
	const struct node *node;
};
struct part {
	enum part_kind kind;
	const char *id, *title; /* title may be NULL */
	const struct node *node;
	const char *text;       /* PART_READ: Markdown */
	struct word *words;     /* PART_WORDS */
	struct phrase *phrases; /* PART_PHRASES */
	struct line *lines;     /* PART_DIALOGUE, PART_LISTEN */
	size_t count;           /* of the above */
	struct item **items;    /* PART_EXERCISE: one; PART_DIALOGUE, PART_LISTEN: its questions */
	size_t item_count;
	const struct word **drilled_words;     /* PART_PRACTISE: those chosen of the whole unit, in its order or that of the choice. Practices may share them */
	const struct phrase **drilled_phrases; /* likewise */
	size_t drilled_word_count, drilled_phrase_count;
	int drills;             /* PART_PRACTISE: in one go */
	const char *intro;      /* PART_LISTEN: who speaks and where, or NULL */
	int times;              /* PART_LISTEN: how often it is read aloud */
};

/* The sheet for the room: printed, never a step. */
struct role_play {
	const char *id, *title, *a, *b; /* what stands on the two cards */
	const char **use;               /* taught language */
	size_t use_count;
	const struct node *node;
};
struct criterion {
	const char *id, *title, **bands; /* the weakest band first */
	size_t band_count;
	const struct node *node;
};
struct room {
	struct role_play *roles;
	struct line *repeat; /* nobody is named in these */
	struct criterion *rubric;
	size_t role_count, repeat_count, rubric_count;
};

/* What is done with Enter: a page, or an exercise. A dialogue is a step, and each of its questions another; so with what is listened to. A practice is one step. */
struct step {
	const char *id;          /* item id within the unit */
	const struct part *part;
	const struct item *item; /* NULL for a page */
};
struct pass_mark {
	int points, of;
};
struct unit {
	const char *id, *title, **can_do;
	size_t can_do_count;
	int minutes;
	struct part *parts;
	size_t part_count;
	struct step *steps;
	size_t step_count;
	bool has_check;
	int draw;                /* items of one check */
	struct pass_mark pass;
	struct item **bank;
	size_t bank_count;
	struct room *room;       /* NULL where there is none */
	const struct node *node;
};

/* Reads a unit; `teaches` NULL where no language is taught. Reports every fault. NULL only if nothing usable is there. With `check`, item_check is run on every
 * exercise too, and cross references (unique ids in the unit, draw ≤ bank, minutes) are judged. */
struct unit *unit_parse(struct arena *a, const struct node *root, const char *teaches, bool check, struct diag_list *d);

/* Typed answers to all exercises of the unit are judged with that word table from now on; it must live as long as the unit. NULL: by the core list alone. */
void unit_use_table(struct unit *u, const struct word_table *table);

/* How a unit lies in the store: one row per thing with an id that learners meet, in order. Container bodies hold only their own fields; children name their parent and slot. The row
 * of the unit itself has id "" and kind "unit"; the sheet for the room is a part of its body. */
struct unit_row {
	const char *id, *parent, *slot, *kind; /* slot: parts list lines ask bank; kind: unit read words word phrases phrase dialogue line practise listen exercise */
	bool step, bank;                       /* counted as a step of the unit; item of the check */
	const struct node *node;               /* body = node_write_json(node, without); that of the unit only until the callback returns */
	const char *const *without;
};
typedef bool unit_row_fn(void *ctx, const struct unit_row *row);
bool unit_each_row(const struct node *root, unit_row_fn *fn, void *ctx); /* false as soon as fn gives false */

/* The way back: `bodies` are the parsed bodies of the rows in order (rows[i].node). Gives a root that unit_parse reads; NULL if rows do not fit together. */
const struct node *unit_assemble(struct arena *a, const struct unit_row *rows, size_t count);

/* Draws `draw` numbers out of 0..count-1 for a check: those not in `last` (numbers of the last sitting, may be NULL) first, seeded; the result is the order asked. */
void check_draw(uint64_t seed, size_t count, const int *last, size_t last_count, size_t draw, int *out);

/* The part with a title, what follows it included, that shares the most telling words with an item of the bank: what to read again after a wrong
 * answer. A word counts for the less the more parts have it (inverse document frequency). SIZE_MAX if nothing is shared that tells. */
size_t unit_related(const struct unit *u, const struct item *it);

/* What to do next in a unit. For each step: tries and whether it was ever done (page seen, exercise accepted), and when last tried. */
struct step_state {
	int tries;
	bool done;
	int64_t last_seq;
};
/* The first step never tried, in order; then those tried and not done, the longest ago first (wrong ones again at the end); SIZE_MAX when all are done. */
size_t unit_next(const struct step_state *states, size_t count);

#endif
