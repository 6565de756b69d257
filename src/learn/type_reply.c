/* reply: another person's lines come in turn, and each is answered, by choosing or by typing. */
#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/forms.h"
#include "learn/options.h"
#include "learn/typed.h"

enum { TURNS_MIN = 2, TURNS_MAX = 8, OPTIONS_MAX = 4 };

struct turn {
	const char *who, *say, *means; /* means may be NULL */
	struct options options;	       /* none where the answer is typed */
	const struct typed *typed;     /* or NULL */
};
struct reply {
	struct turn turns[TURNS_MAX];
	size_t count;
};

const struct node_key reply_keys[] = {
	EXERCISE_KEYS(false),
	{.name = "turns", .kind = NODE_LIST, .required = true},
	ONLY_KEY,
	{.name = NULL},
};

static bool parse_turn(struct arena *a, const struct node *n, struct item *it, struct turn *t, struct diag_list *d)
{
	static const struct node_key keys[] = {
		STRICT_KEYS,
		{.name = "who", .kind = NODE_SCALAR, .required = true},
		{.name = "say", .kind = NODE_SCALAR, .required = true},
		{.name = "means", .kind = NODE_SCALAR},
		{.name = "options", .kind = NODE_LIST},
		{.name = "answer", .kind = NODE_SCALAR, .or_list = true},
		{.name = "not", .kind = NODE_LIST},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a turn"), keys, d))
		return false;
	bool choose = node_get(n, "options") != NULL, type = node_get(n, "answer") != NULL;
	*t = (struct turn){.who = node_text(n, "who"), .say = node_text(n, "say"), .means = node_text(n, "means")};
	if (choose == type)
		return node_fault(d, n, _("write options to choose from, or the answer that is typed"),
				  choose ? _("the turn has options and an answer") : _("the turn has no answer"));
	if (!check_unmarked(node_get(n, "say"), d))
		return false;
	if (choose && node_get(n, "not"))
		return node_fault(d, node_get(n, "not"), _("leave it out: a wrong option has its own why"), _("a turn with options has no 'not'"));
	if (choose)
		return options_parse(a, n, OPTIONS_MAX, &t->options, d);
	struct item sub = *it;
	bool sound = typed_parse(a, n, &sub, d);
	t->typed = sub.data;
	return sound;
}

bool reply_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct reply *x = arena_alloc(a, sizeof(*x));
	const struct node *list = node_get(n, "turns");
	*x = (struct reply){.count = 0};
	it->data = x;
	if (list->count < TURNS_MIN || list->count > TURNS_MAX)
		return node_fault(d, list, _("take a choice for a single turn, or make two exercises"),
				  _("there are %zu turns instead of %d to %d"), list->count, TURNS_MIN, TURNS_MAX);
	bool sound = true;
	for (const struct node *c = list->first; c; c = c->next)
		sound &= parse_turn(a, c, it, &x->turns[x->count++], d);
	if (!node_get(n, "points"))
		it->points = (int)x->count;
	return sound;
}

void reply_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	const struct reply *x = it->data;
	struct form_part *part = form_add(out, FORM_TURNS);
	struct form_turn *turns = arena_array(a, x->count, sizeof(*turns));
	for (size_t i = 0; i < x->count; i++) {
		const struct turn *t = &x->turns[i];
		turns[i] = (struct form_turn){.who = t->who, .say = t->say, .means = item_words(it, a, w, "means", t->means)};
		if (t->typed)
			continue;
		struct form_part choice;
		struct form scratch = {.parts = &choice};
		options_form(it, &t->options, a, w, seed + i, false, &scratch);
		turns[i].options = choice.options;
		turns[i].keys = choice.keys;
		turns[i].option_count = choice.option_count;
	}
	part->turns = turns;
	part->turn_count = x->count;
}

static const char *turn_right(const struct item *it, const struct turn *t, struct arena *a, const struct words *w)
{
	if (t->typed)
		return answer_taught(a, t->typed->forms.shown[0]);
	for (size_t i = 0; i < t->options.count; i++)
		if (t->options.right[i])
			return item_words(it, a, w, "option", t->options.texts[i]);
	return "";
}

const char *reply_right(const struct item *it, struct arena *a, const struct words *w)
{
	const struct reply *x = it->data;
	struct str joined;
	str_init(&joined);
	for (size_t i = 0; i < x->count; i++) {
		str_add(&joined, i ? " – " : "");
		str_add(&joined, turn_right(it, &x->turns[i], a, w));
	}
	const char *text = arena_strndup(a, joined.buf, joined.len);
	str_release(&joined);
	return text;
}

/* The option whose number is written, or -1. */
static int chosen_option(const struct turn *t, const char *text)
{
	if (text[0] < '0' || text[0] > '9' || text[1] || (size_t)(text[0] - '0') >= t->options.count)
		return -1;
	return text[0] - '0';
}

static void grade_turn(const struct item *it, const struct turn *t, struct arena *a, const char *text, struct grade *out)
{
	if (t->typed) {
		struct item sub = *it;
		const char *typed[] = {text};
		struct response r = {.kind = FORM_GAPS, .typed = typed, .typed_count = 1};
		sub.data = t->typed;
		typed_grade(&sub, a, &r, out);
		return;
	}
	int chosen = chosen_option(t, text);
	if (!text[0])
		return;
	out->verdict = chosen >= 0 && t->options.right[chosen] ? VERDICT_OK : VERDICT_WRONG;
	if (chosen >= 0)
		item_why(it, a, out, t->options.whys[chosen]);
}

/* The least good turn decides; a turn in another keyboard layout is asked again unless another one is wrong anyway. */
void reply_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct reply *x = it->data;
	size_t empty = 0;
	enum verdict worst = VERDICT_OK;
	for (size_t i = 0; i < x->count; i++) {
		struct grade g = {.verdict = VERDICT_EMPTY};
		if (i < r->typed_count)
			grade_turn(it, &x->turns[i], a, r->typed[i], &g);
		out->reasons |= g.reasons;
		out->share += verdict_accepted(g.verdict);
		if (g.why && !out->why && !verdict_accepted(g.verdict)) {
			out->why = g.why;
			out->why_context = g.why_context;
		}
		if (g.verdict == VERDICT_EMPTY) {
			empty++;
			g.verdict = VERDICT_WRONG;
		}
		if (worst != VERDICT_WRONG && (g.verdict > worst || g.verdict == VERDICT_WRONG))
			worst = g.verdict;
	}
	out->shares = (int)x->count;
	out->verdict = empty == x->count ? VERDICT_EMPTY : worst;
	if (r->typed_count > x->count) {
		out->share = 0;
		out->verdict = VERDICT_WRONG;
	}
}

/* The number of a right option, or the first form. */
static const char *good_answer(struct arena *a, const struct turn *t, bool right)
{
	if (t->typed)
		return right ? t->typed->forms.shown[0] : "";
	for (size_t i = 0; i < t->options.count; i++)
		if (t->options.right[i] == right)
			return arena_printf(a, "%zu", i);
	return "";
}

static void answers(const struct reply *x, struct arena *a, struct response *out)
{
	*out = (struct response){.kind = FORM_TURNS, .typed = arena_array(a, x->count, sizeof(*out->typed)), .typed_count = x->count};
	for (size_t i = 0; i < x->count; i++)
		out->typed[i] = good_answer(a, &x->turns[i], true);
}

/* The first of all, then each other typed form in its turn. */
bool reply_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct reply *x = it->data;
	answers(x, a, out);
	for (size_t i = 0; n && i < x->count; i++) {
		const struct typed *t = x->turns[i].typed;
		if (!t)
			continue;
		if (n < t->forms.count) {
			out->typed[i] = t->forms.shown[n];
			return true;
		}
		n -= t->forms.count - 1;
	}
	return n == 0;
}

/* Each turn answered wrongly: by its first wrong option, or not at all. */
bool reply_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct reply *x = it->data;
	if (n >= x->count)
		return false;
	answers(x, a, out);
	out->typed[n] = good_answer(a, &x->turns[n], false);
	return true;
}
