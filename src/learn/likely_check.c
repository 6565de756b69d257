#include "config.h"
#include "learn/likely.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/forms.h"
#include "learn/types.h"

/* --- as the grader judges them -------------------------------------------- */

struct grading {
	struct arena *a;
	const struct item *it;
	struct response given;
	size_t gap;
	likely_graded_fn *fn;
	void *ctx;
};

static void grade_one(void *ctx, enum likely_kind kind, const char *answer)
{
	struct grading *g = ctx;
	const char *right = g->given.typed[g->gap];
	struct grade grade = {0};
	g->given.typed[g->gap] = answer;
	item_grade(g->it, g->a, &g->given, &grade);
	g->given.typed[g->gap] = right;
	g->fn(g->ctx, g->it, kind, answer, &grade);
}

/* Whether the answer is typed, not taken from a bank of words. */
static bool is_typed(const struct item *it)
{
	return it->teaches && (it->type->answer == FORM_TURNS || (it->type->answer == FORM_GAPS && strcmp(it->type->name, "bank") != 0));
}

/* A turn that is answered by an option: its number stands where else the text does. */
static bool is_option(const struct item *it, const char *answer)
{
	return it->type->answer == FORM_TURNS && answer[strspn(answer, "0123456789")] == '\0';
}

void likely_graded(struct arena *a, const struct item *it, likely_graded_fn *fn, void *ctx)
{
	struct grading g = {.a = a, .it = it, .fn = fn, .ctx = ctx};
	if (!is_typed(it) || !it->type->accepted(it, a, 0, &g.given))
		return;
	for (g.gap = 0; g.gap < g.given.typed_count; g.gap++) {
		const char *right = g.given.typed[g.gap];
		if (is_option(it, right))
			continue;
		grade_one(&g, LIKELY_COUNT, right);
		likely_each(a, it->teaches, right, grade_one, &g);
	}
}

/* --- only one of two ------------------------------------------------------- */

static const enum likely_kind judged[] = {LIKELY_REGISTER, LIKELY_SEX, LIKELY_ORDER};
enum { JUDGED = sizeof(judged) / sizeof(*judged) };

/* What was seen of each kind. */
struct sides {
	struct arena *a;
	const char *missing[LIKELY_COUNT]; /* a likely answer that is not accepted; NULL: none was seen */
	bool accepted[LIKELY_COUNT];       /* some answer of the kind is */
	const struct forms *forms;         /* phrase: what is accepted */
	const char *teaches;
	const struct node *answers;        /* order: the sentences */
};

static void see(struct sides *s, enum likely_kind kind, const char *answer, bool accepted)
{
	if (kind == LIKELY_COUNT)
		return;
	s->accepted[kind] |= accepted;
	if (!accepted && !s->missing[kind])
		s->missing[kind] = answer;
}

static void see_graded(void *ctx, const struct item *it, enum likely_kind kind, const char *answer, const struct grade *g)
{
	(void)it;
	see(ctx, kind, answer, g->verdict == VERDICT_OK || g->verdict == VERDICT_NOTE);
}

static void see_phrase(void *ctx, enum likely_kind kind, const char *answer)
{
	struct sides *s = ctx;
	struct typed_rules rules = {.language = s->teaches, .sentence = true};
	unsigned reasons;
	enum verdict v = typed_judge(s->forms, answer, &rules, &reasons);
	see(s, kind, answer, v == VERDICT_OK || v == VERDICT_NOTE);
}

static void see_sentence(void *ctx, enum likely_kind kind, const char *answer)
{
	struct sides *s = ctx;
	const struct node *at = NULL;
	bool there = false;
	while (kind == LIKELY_ORDER && each_scalar(s->answers, &at))
		there |= strcmp(answer_normal(s->a, at->text), answer_normal(s->a, answer)) == 0;
	if (kind == LIKELY_ORDER)
		see(s, kind, answer, there);
}

/* Whether the author says that one of two is meant; reports what is no such word. */
static bool meant(const struct node *n, enum likely_kind kind, struct diag_list *d)
{
	const struct node *only = node_get(n, "only"), *at = NULL;
	bool found = false;
	while (only && each_scalar(only, &at)) {
		bool known = false;
		for (size_t i = 0; i < JUDGED; i++)
			known |= strcmp(at->text, likely_name(judged[i])) == 0;
		if (!known && kind == judged[0])
			node_fault(d, at, _("write register, sex or order"), _("'%s' is nothing that an answer can hold only one of"), at->text);
		found |= strcmp(at->text, likely_name(kind)) == 0;
	}
	return found;
}

static void warn(const struct sides *s, const struct node *n, struct diag_list *d)
{
	for (size_t i = 0; i < JUDGED; i++) {
		enum likely_kind k = judged[i];
		if (meant(n, k, d) || !s->missing[k] || s->accepted[k])
			continue;
		const char *cure = arena_printf(s->a, _("add it if it is right, or write 'only: [%s]' if one is meant"), likely_name(k));
		if (k == LIKELY_REGISTER)
			node_warn(d, n, cure, _("only one register is accepted: '%s' is not"), s->missing[k]);
		else if (k == LIKELY_SEX)
			node_warn(d, n, cure, _("only what one sex says is accepted: '%s' is not"), s->missing[k]);
		else
			node_warn(d, n, cure, _("only one word order is accepted: '%s' is not"), s->missing[k]);
	}
}

static void check_phrase(struct arena *a, const struct phrase *p, const char *teaches, struct diag_list *d)
{
	struct sides s = {.a = a, .forms = &p->forms, .teaches = teaches};
	for (size_t i = 0; i < p->forms.count; i++)
		likely_each(a, teaches, p->forms.shown[i], see_phrase, &s);
	warn(&s, p->node, d);
}

static void check_item(struct arena *a, const struct item *it, struct diag_list *d)
{
	struct sides s = {.a = a, .answers = node_get(it->node, "answer")};
	if (!it->teaches)
		return;
	if (strcmp(it->type->name, "order") == 0 && s.answers) {
		const struct node *at = NULL;
		while (each_scalar(s.answers, &at))
			likely_each(a, it->teaches, at->text, see_sentence, &s);
	} else {
		likely_graded(a, it, see_graded, &s);
	}
	warn(&s, it->node, d);
}

void likely_check(const struct unit *u, const char *teaches, struct diag_list *d)
{
	struct arena a = ARENA_INIT;
	for (size_t i = 0; teaches && i < u->part_count; i++) {
		const struct part *p = &u->parts[i];
		for (size_t k = 0; p->kind == PART_PHRASES && k < p->count; k++)
			check_phrase(&a, &p->phrases[k], teaches, d);
		for (size_t k = 0; k < p->item_count; k++)
			check_item(&a, p->items[k], d);
	}
	for (size_t i = 0; teaches && i < u->bank_count; i++)
		check_item(&a, u->bank[i], d);
	arena_release(&a);
}

void likely_check_item(const struct item *it, struct diag_list *d)
{
	struct arena a = ARENA_INIT;
	check_item(&a, it, d);
	arena_release(&a);
}
