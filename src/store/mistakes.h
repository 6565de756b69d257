/* The log of answers read for what people confuse. Answers in checks are never among these rows; corrected ones count as corrected. */
#ifndef SAFAR_STORE_MISTAKES_H
#define SAFAR_STORE_MISTAKES_H

#include "store/store.h"

struct judged {
	const char *path, *drill, *given, *verdict, *reasons;
	int64_t at;
	int offset_min;
	int64_t seq, person;
};
typedef bool judged_fn(void *ctx, const struct judged *j);

/* All judged answers of a person, by path, then in order. */
bool judged_each(struct store *s, int64_t person, judged_fn *fn, void *ctx, struct err *e);

/* Everybody's answers that were wrong or almost right, given at `since` (ms) or later, by path, then person. */
bool group_mistakes(struct store *s, int64_t since, judged_fn *fn, void *ctx, struct err *e);

/* Learners by id; programme "" for all, else its path. */
typedef bool group_person_fn(void *ctx, int64_t id, const char *name, const char *code);
bool group_people(struct store *s, const char *programme, group_person_fn *fn, void *ctx, struct err *e);

/* Who tried what, by path. */
typedef bool group_tried_fn(void *ctx, const char *path, int64_t person);
bool group_tried(struct store *s, group_tried_fn *fn, void *ctx, struct err *e);

#endif
