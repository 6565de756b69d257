/* bank: words that are missing in a text of the taught language are taken from those shown below it. */
#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/i18n.h"
#include "learn/cloze.h"
#include "learn/forms.h"

enum { WORDS_MAX = 9 /* one digit each */ };

struct listed_word {
	const char *normal, *why;
};
struct bank {
	struct cloze cloze; /* first: the functions of cloze read it */
	const char *words[WORDS_MAX], *normal[WORDS_MAX]; /* of the gaps in their order, then those that belong nowhere */
	size_t count;
	struct listed_word *listed; /* wrong words that have a feedback */
	size_t listed_count;
};

const struct node_key bank_keys[] = {
	EXERCISE_KEYS(false),
	{.name = "means", .kind = NODE_SCALAR},
	{.name = "extra", .kind = NODE_LIST},
	{.name = "not", .kind = NODE_LIST},
	{.name = NULL},
};

static bool fits(const struct forms *gap, const char *normal)
{
	for (size_t i = 0; i < gap->count; i++)
		if (strcmp(gap->normal[i], normal) == 0)
			return true;
	return false;
}

static bool add_word(struct arena *a, struct bank *b, const char *word, const struct node *at, struct diag_list *d)
{
	if (b->count == WORDS_MAX)
		return node_fault(d, at, _("make two exercises of it"), _("there are more than %d words to choose from"), WORDS_MAX);
	b->words[b->count] = word;
	b->normal[b->count++] = answer_normal(a, word);
	return true;
}

static bool parse_extra(struct arena *a, const struct node *extra, struct bank *b, struct diag_list *d)
{
	const struct node *at = NULL;
	if (extra && !check_scalars(extra, d))
		return false;
	while (each_scalar(extra, &at)) {
		if (!answer_has_letter(at->text))
			return node_fault(d, at, _("write a word"), _("'%s' is no word"), at->text);
		if (!check_unmarked(at, d) || !add_word(a, b, at->text, at, d))
			return false;
		for (size_t i = 0; i < b->cloze.count; i++)
			if (fits(&b->cloze.gaps[i], b->normal[b->count - 1]))
				return node_fault(d, at, _("take a word that fits nowhere"), _("the extra word '%s' is right in gap %zu"), at->text,
						  i + 1);
	}
	return true;
}

static bool parse_listed(struct arena *a, const struct node *n, struct bank *b, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "form", .kind = NODE_SCALAR, .required = true},
		{.name = "why", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a wrong form"), keys, d))
		return false;
	const char *normal = answer_normal(a, node_text(n, "form"));
	size_t i = 0;
	while (i < b->count && strcmp(b->normal[i], normal) != 0)
		i++;
	if (i == b->count)
		return node_fault(d, node_get(n, "form"), _("take one of the words to choose from"), _("'%s' is not among the words"),
				  node_text(n, "form"));
	b->listed[b->listed_count++] = (struct listed_word){normal, node_text(n, "why")};
	return true;
}

bool bank_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	if (!cloze_parse(a, n, it, d))
		return false;
	struct bank *b = arena_alloc(a, sizeof(*b));
	*b = (struct bank){.cloze = *(const struct cloze *)it->data};
	it->data = b;
	for (size_t i = 0; i < b->cloze.count; i++)
		if (!add_word(a, b, b->cloze.gaps[i].shown[0], node_get(n, "text"), d))
			return false;
	const struct node *not = node_get(n, "not");
	bool sound = parse_extra(a, node_get(n, "extra"), b, d);
	if (sound && b->count < 2)
		sound = node_fault(d, n, _("add words that belong nowhere: extra: [word, word]"), _("there is only one word to choose from"));
	b->listed = arena_array(a, not && not->count ? not->count : 1, sizeof(*b->listed));
	for (const struct node *c = sound && not ? not->first : NULL; c; c = c->next)
		sound &= parse_listed(a, c, b, d);
	if (!node_get(n, "points"))
		it->points = (int)b->cloze.count;
	return sound;
}

/* Whether the words stand in an order that fills the gaps from left to right. */
static bool shows_answer(const void *ctx, const int *order, size_t n)
{
	const struct bank *b = ctx;
	size_t gap = 0;
	for (size_t i = 0; i < n; i++)
		if ((size_t)order[i] < b->cloze.count && !fits(&b->cloze.gaps[gap++], b->normal[order[i]]))
			return false;
	return b->cloze.count > 1;
}

void bank_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	const struct bank *b = it->data;
	struct form_part *part = cloze_form_add(it, a, w, out);
	int *order = shuffled_order(a, seed, b->count, shows_answer, b);
	part->bank = BANK_WORDS;
	part->options = arena_array(a, b->count, sizeof(*part->options));
	part->words = arena_array(a, b->count, sizeof(*part->words));
	for (size_t i = 0; i < b->count; i++) {
		part->words[i] = b->words[order[i]];
		part->options[i] = answer_taught(a, part->words[i]);
	}
	part->keys = order;
	part->option_count = b->count;
}

const char *bank_right(const struct item *it, struct arena *a, const struct words *w)
{
	return cloze_right(it, a, w);
}

/* Every gap has its share. A word counts by what it says, not by where it came from: two that are equal may be exchanged. */
void bank_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct bank *b = it->data;
	size_t given = 0;
	for (size_t i = 0; i < r->typed_count; i++) {
		const char *normal = answer_normal(a, r->typed[i]);
		given += normal[0] != '\0';
		if (i < b->cloze.count && fits(&b->cloze.gaps[i], normal)) {
			out->share++;
			continue;
		}
		for (size_t k = 0; k < b->listed_count && !out->why; k++)
			if (strcmp(b->listed[k].normal, normal) == 0)
				item_why(it, a, out, b->listed[k].why);
	}
	if (!given)
		return;
	out->shares = (int)b->cloze.count;
	out->right = b->cloze.whole;
	if (r->typed_count > b->cloze.count)
		out->share = 0;
	out->verdict = out->share == out->shares ? VERDICT_OK : VERDICT_WRONG;
}

bool bank_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	return n == 0 && cloze_accepted(it, a, 0, out);
}

/* Each gap left empty, then each with every word that belongs nowhere. */
bool bank_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct bank *b = it->data;
	size_t gaps = b->cloze.count, extra = b->count - gaps;
	if (n < gaps)
		return gaps > 1 ? cloze_refused(it, a, n, out) : bank_refused(it, a, n + 1, out);
	n -= gaps;
	if (n >= gaps * extra || !cloze_accepted(it, a, 0, out))
		return false;
	out->typed[n % gaps] = b->words[gaps + n / gaps];
	return true;
}
