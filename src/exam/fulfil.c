/* Whether results fulfil rules, and which result stands for a rule. */
#include "config.h"
#include "exam/programme.h"

#include <stdint.h>

bool result_passes(struct result r, int points, int of)
{
	return r.maximum > 0 && (int64_t)r.mark * of >= (int64_t)points * r.maximum;
}

bool rule_fulfilled(const struct rule *r, result_fn *fn, void *ctx)
{
	switch (r->kind) {
	case RULE_CHECK:
		return result_passes(fn(ctx, r), r->points, r->of);
	case RULE_EXAM:
		return fn(ctx, r).passed;
	case RULE_ALL:
		for (size_t i = 0; i < r->count; i++)
			if (!rule_fulfilled(&r->rules[i], fn, ctx))
				return false;
		return true;
	case RULE_ANY:
		for (size_t i = 0; i < r->count; i++)
			if (rule_fulfilled(&r->rules[i], fn, ctx))
				return true;
		return false;
	}
	return false;
}

/* A rule judged once: whether fulfilled, and its result. */
struct standing {
	bool fulfilled;
	struct result result;
};

/* Fulfilled before not, then the higher share; what was never taken is the least. */
static bool is_better(struct standing x, struct standing y)
{
	if (x.fulfilled != y.fulfilled)
		return x.fulfilled;
	if (!x.result.maximum || !y.result.maximum)
		return x.result.maximum > y.result.maximum;
	return (int64_t)x.result.mark * y.result.maximum > (int64_t)y.result.mark * x.result.maximum;
}

static bool is_leaf(const struct rule *r)
{
	return r->kind == RULE_CHECK || r->kind == RULE_EXAM;
}

static struct standing judge(const struct rule *r, result_fn *fn, void *ctx)
{
	struct standing all = {.fulfilled = r->kind == RULE_ALL};
	if (is_leaf(r)) {
		struct result result = fn(ctx, r);
		return (struct standing){r->kind == RULE_EXAM ? result.passed : result_passes(result, r->points, r->of), result};
	}
	for (size_t i = 0; i < r->count; i++) {
		struct standing one = judge(&r->rules[i], fn, ctx);
		if (r->kind == RULE_ALL) {
			all.fulfilled &= one.fulfilled;
			all.result.mark += one.result.mark;
			all.result.maximum += one.result.maximum;
		} else if (i == 0 || is_better(one, all)) {
			all = one;
		}
	}
	return all;
}

struct result rule_result(const struct rule *r, result_fn *fn, void *ctx)
{
	return judge(r, fn, ctx).result;
}

bool programme_fulfilled(const struct programme *p, result_fn *fn, void *ctx)
{
	for (size_t i = 0; i < p->count; i++)
		if (!rule_fulfilled(&p->requirements[i].rule, fn, ctx))
			return false;
	return p->count > 0;
}

void rule_each_leaf(const struct rule *r, leaf_fn *fn, void *ctx)
{
	if (is_leaf(r))
		fn(ctx, r);
	for (size_t i = 0; i < r->count; i++)
		rule_each_leaf(&r->rules[i], fn, ctx);
}

void rule_each_used(const struct rule *r, result_fn *fn, void *ctx, leaf_fn *used, void *used_ctx)
{
	if (!rule_fulfilled(r, fn, ctx))
		return;
	if (is_leaf(r))
		used(used_ctx, r);
	for (size_t i = 0; i < r->count; i++) {
		bool branch = rule_fulfilled(&r->rules[i], fn, ctx);
		rule_each_used(&r->rules[i], fn, ctx, used, used_ctx);
		if (branch && r->kind == RULE_ANY)
			return;
	}
}
