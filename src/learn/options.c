#include "config.h"
#include "learn/options.h"

#include <stdio.h>

#include "core/i18n.h"
#include "core/str.h"

static bool parse_option(const struct node *n, struct options *out, const struct node **text, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "right", .kind = NODE_SCALAR},
		{.name = "wrong", .kind = NODE_SCALAR},
		{.name = "why", .kind = NODE_SCALAR},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("an option"), keys, d))
		return false;
	const struct node *right = node_get(n, "right"), *wrong = node_get(n, "wrong");
	if (!right == !wrong)
		return node_fault(d, n, _("write {right: …} or {wrong: …}"),
				  right ? _("the option is both right and wrong") : _("the option is neither right nor wrong"));
	*text = right ? right : wrong;
	out->texts[out->count] = (*text)->text;
	out->whys[out->count] = node_text(n, "why");
	out->right[out->count] = right != NULL;
	out->right_count += right != NULL;
	out->count++;
	return true;
}

static bool parse_shuffle(const struct node *n, struct options *out, struct diag_list *d)
{
	out->shuffle = true;
	if (!n)
		return true;
	if (!str_eq(n->text, "no") && !str_eq(n->text, "yes"))
		return node_fault(d, n, _("write yes or no"), _("'%s' is neither yes nor no"), n->text);
	out->shuffle = str_eq(n->text, "yes");
	return true;
}

bool options_parse(struct arena *a, const struct node *n, size_t most, struct options *out, struct diag_list *d)
{
	const struct node *list = node_get(n, "options");
	bool sound = parse_shuffle(node_get(n, "shuffle"), out, d);
	if (list->count < 2 || list->count > most) {
		char cure[200];
		snprintf(cure, sizeof(cure), _("write 2 to %zu options"), most);
		return node_fault(d, list, cure, list->count < 2 ? _("there are too few options") : _("there are too many options"));
	}
	out->texts = arena_array(a, list->count, sizeof(*out->texts));
	out->whys = arena_array(a, list->count, sizeof(*out->whys));
	out->right = arena_array(a, list->count, sizeof(*out->right));
	const struct node **texts = arena_array(a, list->count, sizeof(const struct node *));
	for (const struct node *c = list->first; c; c = c->next) {
		size_t before = out->count;
		sound &= parse_option(c, out, &texts[before], d);
		for (size_t i = 0; out->count > before && i < before; i++)
			if (!check_distinct(texts[i], texts[before], d)) {
				sound = false;
				break;
			}
	}
	if (sound && (!out->right_count || out->right_count == out->count))
		return node_fault(d, list, _("mark at least one option right and one wrong"),
				  out->right_count ? _("every option is right") : _("no option is right"));
	return sound;
}

void options_form(const struct item *it, const struct options *o, struct arena *a, const struct words *w, uint64_t seed, bool several,
		  struct form *out)
{
	struct form_part *part = form_add(out, FORM_CHOICE);
	int *order = arena_array(a, o->count, sizeof(*order));
	for (size_t i = 0; i < o->count; i++)
		order[i] = (int)i;
	if (o->shuffle)
		order = shuffled_order(a, seed, o->count, NULL, NULL);
	part->options = arena_array(a, o->count, sizeof(*part->options));
	for (size_t i = 0; i < o->count; i++)
		part->options[i] = item_words(it, a, w, "option", o->texts[order[i]]);
	part->keys = order;
	part->option_count = o->count;
	part->several = several;
}

const char *options_right(const struct item *it, const struct options *o, struct arena *a, const struct words *w)
{
	struct str joined;
	str_init(&joined);
	for (size_t i = 0; i < o->count; i++) {
		if (!o->right[i])
			continue;
		if (joined.len)
			str_add(&joined, "; ");
		str_add(&joined, item_words(it, a, w, "option", o->texts[i]));
	}
	const char *text = arena_strndup(a, joined.buf, joined.len);
	str_release(&joined);
	return text;
}
