#include "config.h"
#include "app/exam_check.h"

#include "core/i18n.h"
#include "core/str.h"
#include "learn/likely.h"

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

/* A question of the exam's own: read and judged as in a unit check. Gives its points, 0 for one that cannot be used. */
static int check_item(struct arena *a, const struct pack *p, const struct blueprint *b, const struct node *n, struct diag_list *d)
{
	const struct item *it = item_parse(a, n, b->id, p->teaches, d);
	if (it && it->type->practice)
		return node_fault(d, n, _("take another type of exercise"), _("an exercise of type '%s' is judged by the learner and cannot count in an exam"),
				  it->type->name);
	if (!it)
		return 0;
	item_check(it, d);
	if (p->teaches)
		likely_check_item(it, d);
	return it->points;
}

/* Whoever hears another text of the topic should be able to earn as much. */
static void compare_points(const struct blueprint *b, const int *points, size_t i, struct diag_list *d)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(b->scripts[k].topic, b->scripts[i].topic)) {
			if (points[k] && points[i] && points[k] != points[i])
				node_warn(d, b->scripts[i].node, _("ask for as many points about each text of a topic"),
					  _("'%s' earns %d points and '%s' %d, and either can be drawn"), b->scripts[i].id, points[i], b->scripts[k].id, points[k]);
			return;
		}
}

static void check_scripts(struct arena *a, const struct pack *p, const struct blueprint *b, struct diag_list *d)
{
	int *points = arena_array(a, b->script_count, sizeof(*points));
	for (size_t i = 0; i < b->script_count; i++) {
		for (size_t k = 0; k < b->scripts[i].item_count; k++)
			points[i] += check_item(a, p, b, b->scripts[i].items[k], d);
		compare_points(b, points, i, d);
	}
}

/* What a live exam stands for is said there, and nowhere else. */
static void check_standing(const struct pack *p, const struct blueprint *b, struct diag_list *d)
{
	bool live = p->kind == PACK_EXAM;
	if (live && !b->examines)
		node_fault(d, b->node, _("add 'examines: PACK/EXAM', the exam that programmes ask for"), _("a live exam does not say what it stands for"));
	if (!live && b->examines)
		node_fault(d, node_get(b->node, "examines"), _("remove it, or put the exam in a pack of kind exam"), _("only a live exam has '%s'"), "examines");
	if (!live && b->retire)
		node_fault(d, node_get(b->node, "retire"), _("remove it, or put the exam in a pack of kind exam"), _("only a live exam has '%s'"), "retire");
}

void exam_check(const struct pack *p, const int *banks, struct diag_list *d)
{
	struct banks all = {.pack = p, .counts = banks};
	for (size_t i = 0; i < p->exam_count; i++) {
		struct arena a = ARENA_INIT;
		const struct blueprint *b = blueprint_parse(&a, p->exams[i], d);
		for (size_t k = 0; b && k < b->bank_count; k++)
			check_item(&a, p, b, b->bank[k].item, d);
		if (b) {
			check_standing(p, b, d);
			check_scripts(&a, p, b, d);
			blueprint_check(b, unit_bank, &all, d);
		}
		arena_release(&a);
	}
}

static void give_item(struct arena *a, const struct pack *p, const struct blueprint *b, const struct exam_script *s, const struct node *n, exam_part_fn *fn,
		      void *ctx)
{
	struct diag_list known;
	diag_init(&known);
	const struct item *it = item_parse(a, n, b->id, p->teaches, &known);
	if (it)
		fn(ctx, s, it);
	diag_release(&known);
}

void exam_each_part(const struct pack *p, exam_part_fn *fn, void *ctx)
{
	for (size_t i = 0; i < p->exam_count; i++) {
		struct arena a = ARENA_INIT;
		struct diag_list known;
		diag_init(&known);
		const struct blueprint *b = blueprint_parse(&a, p->exams[i], &known);
		for (size_t k = 0; b && k < b->bank_count; k++)
			give_item(&a, p, b, NULL, b->bank[k].item, fn, ctx);
		for (size_t k = 0; b && k < b->script_count; k++) {
			fn(ctx, &b->scripts[k], NULL);
			for (size_t n = 0; n < b->scripts[k].item_count; n++)
				give_item(&a, p, b, &b->scripts[k], b->scripts[k].items[n], fn, ctx);
		}
		diag_release(&known);
		arena_release(&a);
	}
}
