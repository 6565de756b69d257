/* What the exercise types share: their rows, the common keys, and the filling of forms. Inside src/learn only. */
#ifndef SAFAR_LEARN_TYPES_H
#define SAFAR_LEARN_TYPES_H

#include "learn/item.h"

/* What the file of a type gives to its row in item.c; see struct exercise_type for each. */
#define EXERCISE_TYPE(type)                                                                                                            \
	extern const struct node_key type##_keys[];                                                                                    \
	bool type##_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d);                                \
	void type##_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out);              \
	const char *type##_right(const struct item *it, struct arena *a, const struct words *w);                                       \
	void type##_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out);                        \
	bool type##_accepted(const struct item *it, struct arena *a, size_t n, struct response *out);                                  \
	bool type##_refused(const struct item *it, struct arena *a, size_t n, struct response *out)

EXERCISE_TYPE(choice);
EXERCISE_TYPE(several);
EXERCISE_TYPE(true_false);
EXERCISE_TYPE(typed);
EXERCISE_TYPE(cloze);
EXERCISE_TYPE(order);
EXERCISE_TYPE(match);
EXERCISE_TYPE(bank);
EXERCISE_TYPE(translate);
EXERCISE_TYPE(card);
EXERCISE_TYPE(matrix);
EXERCISE_TYPE(order_steps);
EXERCISE_TYPE(picture);
EXERCISE_TYPE(sentence);
EXERCISE_TYPE(number);
EXERCISE_TYPE(reply);

/* Keys that every exercise knows, for the head of a type's own table. */
#define EXERCISE_KEYS(ask_required)                                                                                                    \
	{.name = "id", .kind = NODE_SCALAR, .required = true}, {.name = "type", .kind = NODE_SCALAR, .required = true},                \
		{.name = "ask", .kind = NODE_SCALAR, .required = (ask_required)}, {.name = "text", .kind = NODE_SCALAR},               \
		{.name = "explain", .kind = NODE_SCALAR}, {.name = "hint", .kind = NODE_SCALAR}, {.name = "points", .kind = NODE_SCALAR}

/* Keys of exercises in which something is typed: how strict it is judged. */
#define STRICT_KEYS                                                                                                                    \
	{.name = "case", .kind = NODE_SCALAR}, {.name = "accents", .kind = NODE_SCALAR}, {.name = "articles", .kind = NODE_SCALAR},    \
		{.name = "punctuation", .kind = NODE_SCALAR}

/* Which one of two is meant where only one is accepted (likely.h). */
#define ONLY_KEY                                                                                                                       \
	{.name = "only", .kind = NODE_SCALAR, .or_list = true}

/* Reads the STRICT_KEYS of an exercise as bits of enum strict; reports a value that is not the word strict. */
bool strict_parse(const struct node *n, unsigned *strict, struct diag_list *d);

/* The rules by which text typed in this exercise is judged; `strict` of enum strict. */
struct typed_rules item_rules(const struct item *it, unsigned strict);

/* At most this many parts make a form. */
enum { FORM_PARTS_MAX = 8 };

/* The next part of a form begun by item_form, zeroed but for its kind. */
struct form_part *form_add(struct form *f, enum form_part_kind kind);

/* `source`, the text of `field` ("ask", "option", …), in the reader's language; NULL gives NULL. */
const char *item_words(const struct item *it, struct arena *a, const struct words *w, const char *field, const char *source);

/* Fills `g` with the feedback `why` (NULL: none) of an option or form. */
void item_why(const struct item *it, struct arena *a, struct grade *g, const char *why);

/* Numbers 0..n-1 shuffled by `seed`; the caller's `solved` says whether an order (of n numbers) would give the answer away, and such an order is not given
 * as long as there is another. `solved` NULL: every order will do. */
typedef bool solved_fn(const void *ctx, const int *order, size_t n);
int *shuffled_order(struct arena *a, uint64_t seed, size_t n, solved_fn *solved, const void *ctx);

/* Scalars below `n`: `n` itself where it is a scalar, else the children of the list. True while there are more; begin with *at = NULL. */
bool each_scalar(const struct node *n, const struct node **at);

/* Reports an empty list `n`, and any child that is no scalar or is empty. */
bool check_scalars(const struct node *n, struct diag_list *d);

/* Reports a text of the taught language that is marked with backticks: it needs none. NULL is sound. */
bool check_unmarked(const struct node *n, struct diag_list *d);

/* Reports at `y` that it is the same as `x` for the learner (an error), or the same but for case and punctuation (a warning). */
bool check_distinct(const struct node *x, const struct node *y, struct diag_list *d);

/* Reports faulty Markdown in `n` at its line; `n` NULL is sound. */
bool check_markdown(const struct node *n, struct diag_list *d);

#endif
