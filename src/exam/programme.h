/* Programmes: what readiness means for a destination, as a tree of checks with pass marks and of exams. Pure; knows marks, never answers. */
#ifndef SAFAR_EXAM_PROGRAMME_H
#define SAFAR_EXAM_PROGRAMME_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/diag.h"
#include "pack/node.h"

enum rule_kind { RULE_CHECK, RULE_EXAM, RULE_ALL, RULE_ANY };
struct rule {
	enum rule_kind kind;
	const char *path;          /* RULE_CHECK: "pack/unit"; RULE_EXAM: "pack/exam" */
	int points, of;            /* RULE_CHECK: pass mark; an exam has its own */
	struct rule *rules;        /* RULE_ALL, RULE_ANY */
	size_t count;
};
struct requirement {
	const char *id, *title;    /* title: source language; context "PROGRAMME/REQ.title" */
	struct rule rule;          /* RULE_ALL or RULE_ANY */
};
struct programme {
	const char *id, *title, *destination; /* title: context "PROGRAMME.title" */
	int retention;                        /* of a hundred words that come up for review, how many shall still be known; 0: not said */
	struct requirement *requirements;
	size_t count;
};

/* Reads programmes/ID.yaml. Reports every fault; NULL if it cannot be used. */
struct programme *programme_parse(struct arena *a, const struct node *root, struct diag_list *d);

/* Best result so far of one check or exam of one person. */
struct result {
	int mark, maximum; /* maximum 0: never taken */
	bool passed;       /* of an exam: by its own pass mark and minima */
};
typedef struct result result_fn(void *ctx, const struct rule *leaf); /* RULE_CHECK or RULE_EXAM */

/* m of M fulfils points p of q when m·q ≥ p·M; integers, so 64.5 % can never be rounded into a pass. */
bool result_passes(struct result r, int points, int of);
bool rule_fulfilled(const struct rule *r, result_fn *fn, void *ctx);

/* The result to show for a requirement: the sum over an `all`, the best branch of an `any` (fulfilled before not, then the higher share). */
struct result rule_result(const struct rule *r, result_fn *fn, void *ctx);
bool programme_fulfilled(const struct programme *p, result_fn *fn, void *ctx);

/* Every check and exam named in the tree, in order. */
typedef void leaf_fn(void *ctx, const struct rule *r);
void rule_each_leaf(const struct rule *r, leaf_fn *fn, void *ctx);

/* Those of a fulfilled rule that fulfil it: all of an `all`, of an `any` the first branch that is fulfilled. */
void rule_each_used(const struct rule *r, result_fn *fn, void *ctx, leaf_fn *used, void *used_ctx);

#endif
