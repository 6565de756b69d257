/* What a typed answer is judged by: typed, sentence and translate share it. Inside src/learn only. */
#ifndef SAFAR_LEARN_TYPED_H
#define SAFAR_LEARN_TYPED_H

#include "learn/types.h"

struct listed { /* a wrong form that the author foresaw */
	struct forms forms;
	const char *why; /* or NULL */
};
/* What typed_parse leaves in item.data; types that have more begin with it, so that the functions of typed do for them, too. */
struct typed {
	struct forms forms;
	struct listed *listed;
	size_t listed_count;
	unsigned strict; /* of enum strict */
	bool sentence;	 /* judged as a sentence */
};

const struct forms *typed_gap(const struct item *it, struct arena *a, size_t i, struct typed_rules *rules);

#endif
