/* order: the words of a sentence of the taught language are put in order; some may not belong to it. */
#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/i18n.h"
#include "learn/forms.h"
#include "learn/order.h"

struct order {
	struct sentence tokens;	  /* of the first answer, then the extra ones */
	size_t count;		  /* tokens of the first answer */
	struct sentence *answers; /* the first one, then the others, in their own order */
	size_t answer_count;
	const char *first; /* the first answer as written */
};

const struct node_key order_keys[] = {
	EXERCISE_KEYS(false),
	{.name = "answer", .kind = NODE_SCALAR, .or_list = true, .required = true},
	{.name = "extra", .kind = NODE_LIST},
	{.name = "means", .kind = NODE_SCALAR},
	ONLY_KEY,
	{.name = NULL},
};

bool order_add(struct arena *a, struct sentence *s, const char *text, const struct node *at, struct diag_list *d)
{
	if (s->count == ORDER_WORDS_MAX)
		return node_fault(d, at, _("take a shorter sentence"), _("there are more than %d words to put in order"), ORDER_WORDS_MAX);
	s->shown[s->count] = text;
	s->normal[s->count++] = answer_normal(a, text);
	return true;
}

bool order_cut(struct arena *a, const char *s, const struct node *n, struct sentence *out, struct diag_list *d)
{
	while (*(s += strspn(s, " \n"))) {
		size_t len = strcspn(s, " \n");
		for (;;) {
			const char *next = s + len + strspn(s + len, " \n");
			size_t more = strcspn(next, " \n");
			if (!more || answer_has_letter(arena_strndup(a, next, more)))
				break;
			len = (size_t)(next + more - s);
		}
		const char *token = arena_strndup(a, s, len);
		if (!answer_has_letter(token))
			return node_fault(d, n, _("begin the sentence with a word"), _("'%s' is no word"), token);
		if (!order_add(a, out, token, n, d))
			return false;
		s += len;
	}
	return true;
}

/* Whether two sentences consist of the same words, however ordered. */
static bool same_words(const struct sentence *x, const struct sentence *y)
{
	if (x->count != y->count)
		return false;
	bool used[ORDER_WORDS_MAX] = {false};
	for (size_t i = 0; i < x->count; i++) {
		size_t j = 0;
		while (j < y->count && (used[j] || strcmp(x->normal[i], y->normal[j]) != 0))
			j++;
		if (j == y->count)
			return false;
		used[j] = true;
	}
	return true;
}

static bool parse_answers(struct arena *a, const struct node *list, struct order *o, struct diag_list *d)
{
	const struct node *at = NULL;
	bool sound = true;
	o->answers = arena_array(a, list->kind == NODE_LIST ? list->count : 1, sizeof(*o->answers));
	while (each_scalar(list, &at)) {
		struct sentence *s = &o->answers[o->answer_count];
		if (!check_unmarked(at, d) || !order_cut(a, at->text, at, s, d)) {
			sound = false;
			continue;
		}
		if (o->answer_count && !same_words(&o->answers[0], s))
			sound = node_fault(d, at, _("put the same words in another order, or make it an exercise of its own"),
					   _("'%s' does not have the words of the first answer"), at->text);
		if (!o->answer_count)
			o->first = at->text;
		o->answer_count++;
	}
	if (sound && o->answers[0].count < 2)
		return node_fault(d, list, _("take a sentence of at least two words"), _("there is nothing to put in order"));
	return sound;
}

bool order_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct order *o = arena_alloc(a, sizeof(*o));
	it->data = o;
	const struct node *answer = node_get(n, "answer"), *extra = node_get(n, "extra"), *at = NULL;
	bool sound = !extra || check_scalars(extra, d);
	if (!sound || !parse_answers(a, answer, o, d))
		return false;
	o->tokens = o->answers[0];
	o->count = o->tokens.count;
	while (each_scalar(extra, &at)) {
		if (!answer_has_letter(at->text))
			sound = node_fault(d, at, _("write a word"), _("'%s' is no word"), at->text);
		sound &= check_unmarked(at, d) && order_add(a, &o->tokens, at->text, at, d);
	}
	return sound;
}

/* Whether the tokens in that order are the words of an answer. Words count, not numbers: one that stands twice may be taken either way. */
static bool is_answer(const struct order *o, const int *numbers, size_t n)
{
	for (size_t i = 0; i < o->answer_count; i++) {
		const struct sentence *s = &o->answers[i];
		size_t j = 0;
		while (n == s->count && j < n && strcmp(o->tokens.normal[numbers[j]], s->normal[j]) == 0)
			j++;
		if (j == s->count)
			return true;
	}
	return false;
}

/* An order that shows an answer, the extra words left out. */
static bool shows_answer(const void *ctx, const int *shown, size_t n)
{
	const struct order *o = ctx;
	int numbers[ORDER_WORDS_MAX];
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		if ((size_t)shown[i] < o->count)
			numbers[count++] = shown[i];
	return is_answer(o, numbers, count);
}

void order_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	const struct order *o = it->data;
	const char *means = node_text(it->node, "means");
	if (means)
		form_add(out, FORM_TEXT)->text = item_words(it, a, w, "means", means);
	struct form_part *part = form_add(out, FORM_ORDER);
	size_t n = o->tokens.count;
	int *order = shuffled_order(a, seed, n, shows_answer, o);
	part->options = arena_array(a, n, sizeof(*part->options));
	for (size_t i = 0; i < n; i++)
		part->options[i] = answer_taught(a, o->tokens.shown[order[i]]);
	part->keys = order;
	part->option_count = n;
}

const char *order_right(const struct item *it, struct arena *a, const struct words *w)
{
	(void)w;
	const struct order *o = it->data;
	return answer_taught(a, o->first);
}

void order_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	(void)a;
	const struct order *o = it->data;
	if (!r->count)
		return;
	out->right = o->first;
	out->verdict = VERDICT_WRONG;
	bool used[ORDER_WORDS_MAX] = {false};
	for (size_t i = 0; i < r->count; i++) {
		int number = r->chosen[i];
		if (number < 0 || (size_t)number >= o->tokens.count || used[number])
			return;
		used[number] = true;
	}
	if (is_answer(o, r->chosen, r->count))
		out->verdict = VERDICT_OK;
}

/* The numbers of the tokens that make answer `n`. */
static void answer_numbers(const struct order *o, size_t n, struct response *out)
{
	*out = (struct response){.kind = FORM_ORDER};
	bool used[ORDER_WORDS_MAX] = {false};
	const struct sentence *s = &o->answers[n];
	for (size_t i = 0; i < s->count; i++) {
		size_t j = 0;
		while (j < o->count && (used[j] || strcmp(o->tokens.normal[j], s->normal[i]) != 0))
			j++;
		used[j] = true;
		out->chosen[out->count++] = (int)j;
	}
}

bool order_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct order *o = it->data;
	if (n >= o->answer_count)
		return false;
	answer_numbers(o, n, out);
	return true;
}

/* The first answer without its last word, then with each extra word behind it. */
bool order_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct order *o = it->data;
	if (n > o->tokens.count - o->count)
		return false;
	answer_numbers(o, 0, out);
	if (n == 0)
		out->count--;
	else
		out->chosen[out->count++] = (int)(o->count + n - 1);
	return true;
}
