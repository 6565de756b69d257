/* Exercises: a node of a pack turned into something that can be shown and judged. One file and one row per type. */
#ifndef SAFAR_LEARN_ITEM_H
#define SAFAR_LEARN_ITEM_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/diag.h"
#include "learn/form.h"
#include "learn/grade.h"
#include "pack/node.h"
#include "pack/words.h"

struct exercise_type;

struct item {
	const struct exercise_type *type;
	const char *unit, *id;     /* ids, not paths */
	const struct node *node;   /* as read, or made by node_new where an exercise is made at run time */
	int points;                /* a type with partial credit may set another default than 1 */
	const char *teaches;       /* BCP 47 or NULL */
	const char *const *words;  /* what typed_rules knows beside the core list; NULL when read: set by who knows the words */
	size_t word_count;
	const struct word_table *table; /* what typed answers are judged with, or NULL; given by unit_use_table, borrowed */
	const void *data;          /* the type's own, in the arena */
};

/* Behaviour of one type; the table exercise_types[] ends with a NULL name. All memory comes from the arena handed in, so nothing is released by hand. */
struct exercise_type {
	const char *name;  /* as in YAML */
	const char *label; /* N_() instruction shown when `ask` is missing */
	bool taught;       /* only in packs that teach a language */
	bool own_text;     /* its `text` is the exercise itself, not Markdown to read first */
	bool practice;     /* judged by the learner's own word: never in the bank of a check */
	const struct node_key *keys; /* known keys, the common ones included */
	bool (*parse)(struct arena *a, const struct node *n, struct item *it, struct diag_list *d);
	void (*form)(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out);
	/* The right answer for the reader, inline markup. */
	const char *(*right)(const struct item *it, struct arena *a, const struct words *w);
	/* Fills verdict, reasons, right, why and, where there is partial credit, the shares of a zeroed grade; points are item_grade's. A response of
	 * another kind does not come here. */
	void (*grade)(const struct item *it, struct arena *a, const struct response *r, struct grade *out);
	/* What typed gap `i` is judged by: the forms, and the rules filled in. NULL forms: there is no such gap. A type without typed gaps has no such function. */
	const struct forms *(*gap)(const struct item *it, struct arena *a, size_t i, struct typed_rules *rules);
	enum form_part_kind answer; /* the kind of response it takes */
	/* The next of the answers that must be accepted (n = 0, 1, …) and that must be refused: the pack checker feeds them to the grader. False when there are no more. */
	bool (*accepted)(const struct item *it, struct arena *a, size_t n, struct response *out);
	bool (*refused)(const struct item *it, struct arena *a, size_t n, struct response *out);
};
extern const struct exercise_type exercise_types[];
const struct exercise_type *exercise_type_find(const char *name);

/* Reads an exercise. `teaches` NULL in packs that teach no language. Reports every fault; NULL if it cannot be used. */
struct item *item_parse(struct arena *a, const struct node *n, const char *unit, const char *teaches, struct diag_list *d);

/* What to show; the same seed gives the same order. Texts in the reader's language through `w`. */
void item_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out);

/* Judges. Never fails: a response of another kind is VERDICT_EMPTY. */
void item_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out);

/* Feedback in the reader's language: why (of the option), then explain; each NULL if there is none. `right` is the right answer in words, inline markup; never NULL. */
struct feedback {
	const char *why, *explain, *right;
};
void item_feedback(const struct item *it, struct arena *a, const struct words *w, const struct grade *g, struct feedback *out);

/* Every accepted answer accepted, every refused one refused by item_grade; reports at the node. */
bool item_check(const struct item *it, struct diag_list *d);

#endif
