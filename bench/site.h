/* A store with a pack and people to answer in it. */
#ifndef SAFAR_BENCH_SITE_H
#define SAFAR_BENCH_SITE_H

#include "store/log.h"
#include "store/store.h"

enum { SITE_ITEMS = 500 };

/* Makes the store with `people` learners (ids 1 …) and one active pack of SITE_ITEMS items; gives the version's id. Open, owned by the caller. */
struct store *site_new(const char *path, int people, int64_t *version);

/* The n-th answer of a person: item, uuid and the rest as a session would log it. Texts lie in `a`'s buffers until the next call. */
struct site_answer {
	struct answer answer;
	char uuid[40], path[40], hash[65];
};
void site_answer(struct site_answer *a, int64_t person, int64_t version, uint64_t n);

#endif
