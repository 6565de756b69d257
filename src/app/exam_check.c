#include "config.h"
#include "app/exam_check.h"

#include "core/i18n.h"
#include "core/str.h"
#include "exam/blueprint.h"
#include "learn/item.h"

struct banks {
	const struct pack *pack;
	const int *counts;
};

static int unit_bank(void *ctx, const char *unit)
{
	const struct banks *b = ctx;
	for (size_t i = 0; i < b->pack->unit_count; i++)
		if (str_eq(node_text(b->pack->units[i], "id"), unit))
			return b->counts[i];
	return -1;
}

/* A question of the exam's own bank: read and judged as in a unit check. */
static void check_item(struct arena *a, const struct pack *p, const struct blueprint *b, const struct node *n, struct diag_list *d)
{
	const struct item *it = item_parse(a, n, b->id, p->teaches, d);
	if (it && it->type->practice)
		node_fault(d, n, _("take another type of exercise"), _("an exercise of type '%s' is judged by the learner and cannot count in an exam"), it->type->name);
	else if (it)
		item_check(it, d);
}

void exam_check(const struct pack *p, const int *banks, struct diag_list *d)
{
	struct banks all = {.pack = p, .counts = banks};
	for (size_t i = 0; i < p->exam_count; i++) {
		struct arena a = ARENA_INIT;
		const struct blueprint *b = blueprint_parse(&a, p->exams[i], d);
		for (size_t k = 0; b && k < b->bank_count; k++)
			check_item(&a, p, b, b->bank[k].item, d);
		if (b)
			blueprint_check(b, unit_bank, &all, d);
		arena_release(&a);
	}
}
