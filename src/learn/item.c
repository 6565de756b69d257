#include "config.h"
#include "learn/item.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/cloze.h"
#include "learn/typed.h"
#include "learn/types.h"

enum {
	POINTS_MAX = 100,
	ANSWERS_MAX = 64, /* answers of one exercise that the checker tries */
};

#define BEHAVIOUR(type)                                                                                                                \
	.keys = type##_keys, .parse = type##_parse, .form = type##_form, .right = type##_right, .grade = type##_grade,                 \
	.accepted = type##_accepted, .refused = type##_refused

const struct exercise_type exercise_types[] = {
	{.name = "choice", .label = N_("Choose the right answer."), .answer = FORM_CHOICE, BEHAVIOUR(choice)},
	{.name = "several", .label = N_("Choose all the right answers."), .answer = FORM_CHOICE, BEHAVIOUR(several)},
	{.name = "true-false", .label = N_("True or false?"), .answer = FORM_CHOICE, BEHAVIOUR(true_false)},
	{.name = "typed",
	 .label = N_("Type the answer."),
	 .answer = FORM_GAPS,
	 .taught = true,
	 .gap = typed_gap,
	 BEHAVIOUR(typed)},
	{.name = "cloze",
	 .label = N_("Fill in what is missing."),
	 .answer = FORM_GAPS,
	 .taught = true,
	 .own_text = true,
	 .gap = cloze_gap,
	 BEHAVIOUR(cloze)},
	{.name = "order",
	 .label = N_("Put the words in the right order."),
	 .answer = FORM_ORDER,
	 .taught = true,
	 BEHAVIOUR(order)},
	{.name = "match", .label = N_("Match what belongs together."), .answer = FORM_PAIR, BEHAVIOUR(match)},
	{.name = "bank",
	 .label = N_("Fill in what is missing with the words below."),
	 .answer = FORM_GAPS,
	 .taught = true,
	 .own_text = true,
	 BEHAVIOUR(bank)},
	{.name = "translate",
	 .label = N_("Say it in the language you learn."),
	 .answer = FORM_GAPS,
	 .taught = true,
	 .gap = typed_gap,
	 BEHAVIOUR(translate)},
	{.name = "card", .label = N_("What is on the other side?"), .answer = FORM_CHOICE, .practice = true, BEHAVIOUR(card)},
	{.name = "matrix", .label = N_("True or false? Answer for each line."), .answer = FORM_PAIR, BEHAVIOUR(matrix)},
	{.name = "order-steps", .label = N_("Put the steps in the right order."), .answer = FORM_ORDER, BEHAVIOUR(order_steps)},
	{.name = "picture", .label = N_("What does the sign say?"), .answer = FORM_CHOICE, BEHAVIOUR(picture)},
	{.name = "sentence", .label = N_("Write a sentence."), .answer = FORM_GAPS, .taught = true, .gap = typed_gap, BEHAVIOUR(sentence)},
	{.name = "number", .label = N_("Write the number."), .answer = FORM_GAPS, BEHAVIOUR(number)},
	{.name = "reply", .label = N_("Answer in turn."), .answer = FORM_TURNS, .taught = true, BEHAVIOUR(reply)},
	{.name = NULL},
};

const struct exercise_type *exercise_type_find(const char *name)
{
	for (const struct exercise_type *t = exercise_types; t->name; t++)
		if (str_eq(t->name, name))
			return t;
	return NULL;
}

static const struct exercise_type *find_type(const struct node *n, struct diag_list *d)
{
	if (n->kind != NODE_MAP) {
		node_fault(d, n, _("write the exercise as keys and values"), _("this is no exercise"));
		return NULL;
	}
	const struct node *name = node_get(n, "type");
	const struct exercise_type *type = name && name->kind == NODE_SCALAR ? exercise_type_find(name->text) : NULL;
	if (type)
		return type;
	/* a slip in the key itself: its value tells */
	for (const struct node *k = n->first; !name && k; k = k->next)
		if (k->kind == NODE_SCALAR && strlen(k->key) == strlen("type") && exercise_type_find(k->text)) {
			char cure[80];
			snprintf(cure, sizeof(cure), _("write '%s'"), "type");
			const struct node place = node_at_key(k);
			node_fault(d, &place, cure, _("unknown key '%s' in %s"), k->key, _("an exercise"));
			return NULL;
		}
	struct str known;
	str_init(&known);
	for (const struct exercise_type *t = exercise_types; t->name; t++)
		str_addf(&known, t == exercise_types ? "%s" : ", %s", t->name);
	struct arena a = ARENA_INIT;
	const char *cure = arena_printf(&a, _("the types are: %s"), known.buf);
	if (name && name->kind == NODE_SCALAR)
		node_fault(d, name, cure, _("unknown type of exercise '%s'"), name->text);
	else
		node_fault(d, n, cure, _("the exercise has no type"));
	arena_release(&a);
	str_release(&known);
	return NULL;
}

struct item *item_parse(struct arena *a, const struct node *n, const char *unit, const char *teaches, struct diag_list *d)
{
	const struct exercise_type *type = find_type(n, d);
	if (!type)
		return NULL;
	bool sound = true;
	if (type->taught && !teaches)
		sound = node_fault(d, node_get(n, "type"), _("use choice, several, true-false or match, or say in pack.yaml what the pack teaches"),
				   _("the answers of '%s' are in a taught language, and this pack teaches none"), type->name);
	if (!node_check_keys(n, _("an exercise"), type->keys, d))
		return NULL;
	struct item *it = arena_alloc(a, sizeof(*it));
	*it = (struct item){.type = type, .unit = unit, .id = node_text(n, "id"), .node = n, .points = 1, .teaches = teaches};
	sound &= node_check_id(node_get(n, "id"), d);
	if (node_get(n, "points"))
		sound &= node_int(node_get(n, "points"), 1, POINTS_MAX, &it->points, d);
	sound &= type->parse(a, n, it, d);
	return sound ? it : NULL;
}

void item_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	*out = (struct form){.parts = arena_array(a, FORM_PARTS_MAX, sizeof(*out->parts))};
	const char *text = it->type->own_text ? NULL : node_text(it->node, "text");
	if (text)
		form_add(out, FORM_TEXT)->text = item_words(it, a, w, "text", text);
	const char *ask = node_text(it->node, "ask");
	form_add(out, FORM_ASK)->text = ask ? item_words(it, a, w, "ask", ask) : _(it->type->label);
	out->hint = item_words(it, a, w, "hint", node_text(it->node, "hint"));
	it->type->form(it, a, w, seed, out);
}

void item_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	*out = (struct grade){.verdict = VERDICT_EMPTY};
	if (r->kind == it->type->answer)
		it->type->grade(it, a, r, out);
	out->maximum = it->points;
	out->mark = verdict_accepted(out->verdict) ? it->points : out->shares ? it->points * out->share / out->shares : 0;
}

void item_feedback(const struct item *it, struct arena *a, const struct words *w, const struct grade *g, struct feedback *out)
{
	*out = (struct feedback){
		.why = !g->why && g->remark ? _(g->remark) : item_words(it, a, w, "why", g->why),
		.explain = item_words(it, a, w, "explain", node_text(it->node, "explain")),
		.right = it->type->right(it, a, w),
	};
}

/* Every text with markup in the exercise, however deep. */
static bool check_texts(const struct item *it, const struct node *n, struct diag_list *d)
{
	static const char *const marked[] = {"ask",  "text",  "explain", "hint", "means", "statement",
					     "why",  "right", "wrong",	 "left", "front", "back", "step", "description", NULL};
	bool sound = true;
	for (const struct node *c = n->first; c; c = c->next) {
		if (c->kind != NODE_SCALAR) {
			sound &= check_texts(it, c, d);
			continue;
		}
		if (n == it->node && it->type->own_text && str_eq(c->key, "text"))
			continue;
		for (const char *const *m = marked; c->key && *m; m++)
			if (str_eq(c->key, *m))
				sound &= check_markdown(c, d);
	}
	return sound;
}

/* Reports that the grader judged `r` otherwise than the author. */
static bool report_answer(const struct item *it, const struct response *r, bool accepted, struct diag_list *d)
{
	struct str shown;
	str_init(&shown);
	response_write(r, &shown);
	for (char *s = shown.buf; *s; s++)
		if (*s == 0x1F) /* between the gaps of a cloze */
			*s = '/';
	if (accepted)
		node_fault(d, it->node, _("write it so that it differs from every right answer in more than case and punctuation"),
			   _("the wrong answer '%s' would be accepted"), shown.buf);
	else
		node_fault(d, it->node, _("write the answer in plain letters"), _("the right answer '%s' would be refused"), shown.buf);
	str_release(&shown);
	return false;
}

bool item_check(const struct item *it, struct diag_list *d)
{
	bool sound = check_texts(it, it->node, d);
	struct arena a = ARENA_INIT;
	struct response r;
	struct grade g;
	for (size_t n = 0; n < ANSWERS_MAX && it->type->accepted(it, &a, n, &r); n++) {
		item_grade(it, &a, &r, &g);
		if (!verdict_accepted(g.verdict))
			sound = report_answer(it, &r, false, d);
	}
	for (size_t n = 0; n < ANSWERS_MAX && it->type->refused(it, &a, n, &r); n++) {
		item_grade(it, &a, &r, &g);
		if (verdict_accepted(g.verdict))
			sound = report_answer(it, &r, true, d);
	}
	arena_release(&a);
	return sound;
}
