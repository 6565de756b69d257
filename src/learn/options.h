/* The options of choice and several: read, shown, named. Inside src/learn only. */
#ifndef SAFAR_LEARN_OPTIONS_H
#define SAFAR_LEARN_OPTIONS_H

#include "learn/types.h"

struct options {
	const char **texts, **whys; /* whys[i] NULL where there is none */
	bool *right;
	size_t count, right_count;
	bool shuffle;
};

/* Keys of both types behind the common ones. */
#define OPTION_KEYS                                                                                                                    \
	{.name = "options", .kind = NODE_LIST, .required = true}, {.name = "shuffle", .kind = NODE_SCALAR}

/* Reads `options` and `shuffle` of the exercise `n` into `out`; at most `most` options, at least one right and one wrong, all distinct. */
bool options_parse(struct arena *a, const struct node *n, size_t most, struct options *out, struct diag_list *d);

/* Adds them to the form, translated, in the order of the seed. */
void options_form(const struct item *it, const struct options *o, struct arena *a, const struct words *w, uint64_t seed, bool several,
		  struct form *out);

/* The texts of the right ones, joined. */
const char *options_right(const struct item *it, const struct options *o, struct arena *a, const struct words *w);

#endif
