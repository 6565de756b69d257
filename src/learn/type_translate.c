/* translate: a sentence is said in the taught language, with words taken one after the other, or typed; it is judged the same. */
#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/forms.h"
#include "learn/order.h"
#include "learn/typed.h"

struct translate {
	struct typed typed; /* first: the functions of typed read it */
	struct sentence words; /* of the first form, then those that belong nowhere */
	size_t own;	       /* words of the first form */
};

const struct node_key translate_keys[] = {
	EXERCISE_KEYS(true),
	STRICT_KEYS,
	ONLY_KEY,
	{.name = "answer", .kind = NODE_SCALAR, .or_list = true, .required = true},
	{.name = "extra", .kind = NODE_LIST},
	{.name = "not", .kind = NODE_LIST},
	{.name = NULL},
};

bool translate_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	const struct node *answer = node_get(n, "answer"), *extra = node_get(n, "extra"), *at = NULL;
	if (!typed_parse(a, n, it, d) || (extra && !check_scalars(extra, d)))
		return false;
	struct translate *t = arena_alloc(a, sizeof(*t));
	*t = (struct translate){.typed = *(const struct typed *)it->data};
	t->typed.sentence = true;
	it->data = t;
	if (!t->typed.forms.count || !order_cut(a, t->typed.forms.shown[0], answer, &t->words, d))
		return false;
	t->own = t->words.count;
	bool sound = true;
	while (each_scalar(extra, &at)) {
		if (!answer_has_letter(at->text))
			sound = node_fault(d, at, _("write a word"), _("'%s' is no word"), at->text);
		sound &= check_unmarked(at, d) && order_add(a, &t->words, at->text, at, d);
	}
	if (sound && t->words.count < 2)
		return node_fault(d, answer, _("take a sentence, or add words that do not belong: extra: [word, word]"),
				  _("there is nothing to choose from"));
	return sound;
}

/* Whether the words of the answer, read in that order, are an accepted sentence. */
static bool shows_answer(const void *ctx, const int *order, size_t n)
{
	const struct translate *t = ctx;
	struct arena a = ARENA_INIT;
	struct str line;
	bool shown = false;
	str_init(&line);
	for (size_t i = 0; i < n; i++)
		if ((size_t)order[i] < t->own)
			str_addf(&line, line.len ? " %s" : "%s", t->words.shown[order[i]]);
	const char *normal = answer_normal(&a, line.buf);
	for (size_t i = 0; i < t->typed.forms.count; i++)
		shown |= strcmp(t->typed.forms.normal[i], normal) == 0;
	str_release(&line);
	arena_release(&a);
	return shown;
}

void translate_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	const struct translate *t = it->data;
	size_t n = t->words.count;
	int *order = shuffled_order(a, seed, n, shows_answer, t);
	typed_form(it, a, w, seed, out);
	struct form_part *part = &out->parts[out->count - 1];
	part->bank = BANK_SENTENCE;
	part->options = arena_array(a, n, sizeof(*part->options));
	part->words = arena_array(a, n, sizeof(*part->words));
	for (size_t i = 0; i < n; i++) {
		part->words[i] = t->words.shown[order[i]];
		part->options[i] = answer_taught(a, part->words[i]);
	}
	part->keys = order;
	part->option_count = n;
}

const char *translate_right(const struct item *it, struct arena *a, const struct words *w)
{
	return typed_right(it, a, w);
}

void translate_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	typed_grade(it, a, r, out);
}

bool translate_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	return typed_accepted(it, a, n, out);
}

bool translate_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	return typed_refused(it, a, n, out);
}
