/* card: a front and a back; who has turned it says whether it was known. Practice only: nobody's word counts in a check. */
#include "config.h"
#include "learn/types.h"

#include "core/i18n.h"

enum { CARD_KNEW, CARD_NOT_YET, CARD_WAYS };

const struct node_key card_keys[] = {
	EXERCISE_KEYS(false),
	{.name = "front", .kind = NODE_SCALAR, .required = true},
	{.name = "back", .kind = NODE_SCALAR, .required = true},
	{.name = NULL},
};

bool card_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	(void)a;
	it->data = n;
	return check_distinct(node_get(n, "front"), node_get(n, "back"), d);
}

void card_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	(void)seed;
	static const int keys[CARD_WAYS] = {CARD_KNEW, CARD_NOT_YET};
	const struct node *n = it->data;
	struct form_part *part = form_add(out, FORM_CARD);
	part->text = item_words(it, a, w, "front", node_text(n, "front"));
	part->back = item_words(it, a, w, "back", node_text(n, "back"));
	part->options = arena_array(a, CARD_WAYS, sizeof(*part->options));
	/* TRANSLATORS: what a learner says of a flip card after turning it; shown to everyone, so no form for men or women */
	part->options[CARD_KNEW] = _("I knew it");
	part->options[CARD_NOT_YET] = _("Not yet");
	part->keys = keys;
	part->option_count = CARD_WAYS;
}

const char *card_right(const struct item *it, struct arena *a, const struct words *w)
{
	return item_words(it, a, w, "back", node_text(it->data, "back"));
}

void card_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	(void)it;
	(void)a;
	if (r->count)
		out->verdict = r->count == 1 && r->chosen[0] == CARD_KNEW ? VERDICT_OK : VERDICT_WRONG;
}

static bool way(size_t n, int chosen, struct response *out)
{
	*out = (struct response){.kind = FORM_CHOICE, .chosen = {chosen}, .count = 1};
	return n == 0;
}

bool card_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)it;
	(void)a;
	return way(n, CARD_KNEW, out);
}

bool card_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)it;
	(void)a;
	return way(n, CARD_NOT_YET, out);
}
