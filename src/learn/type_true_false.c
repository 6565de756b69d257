/* true-false: a statement that holds or does not. */
#include "config.h"
#include "learn/types.h"

#include "core/i18n.h"
#include "core/str.h"

enum { KEY_TRUE, KEY_FALSE, KEY_COUNT };

struct statement {
	const char *text, *why; /* why may be NULL */
	int answer;		/* KEY_TRUE or KEY_FALSE */
};

const struct node_key true_false_keys[] = {
	EXERCISE_KEYS(false),
	{.name = "statement", .kind = NODE_SCALAR, .required = true},
	{.name = "answer", .kind = NODE_SCALAR, .required = true},
	{.name = "why", .kind = NODE_SCALAR},
	{.name = NULL},
};

bool true_false_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct statement *s = arena_alloc(a, sizeof(*s));
	const struct node *answer = node_get(n, "answer");
	*s = (struct statement){.text = node_text(n, "statement"), .why = node_text(n, "why")};
	it->data = s;
	if (str_eq(answer->text, "true"))
		s->answer = KEY_TRUE;
	else if (str_eq(answer->text, "false"))
		s->answer = KEY_FALSE;
	else
		return node_fault(d, answer, _("write true or false"), _("'%s' is neither true nor false"), answer->text);
	return true;
}

static const char *label(int key)
{
	/* TRANSLATORS: the two answers to a statement that is right or wrong */
	return key == KEY_TRUE ? _("true") : _("false");
}

void true_false_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	(void)seed;
	static const int keys[KEY_COUNT] = {KEY_TRUE, KEY_FALSE};
	const struct statement *s = it->data;
	form_add(out, FORM_ASK)->text = item_words(it, a, w, "statement", s->text);
	struct form_part *part = form_add(out, FORM_CHOICE);
	part->options = arena_array(a, KEY_COUNT, sizeof(*part->options));
	for (int key = 0; key < KEY_COUNT; key++)
		part->options[key] = label(key);
	part->keys = keys;
	part->option_count = KEY_COUNT;
}

const char *true_false_right(const struct item *it, struct arena *a, const struct words *w)
{
	(void)a;
	(void)w;
	const struct statement *s = it->data;
	return label(s->answer);
}

void true_false_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct statement *s = it->data;
	if (!r->count)
		return;
	out->verdict = r->count == 1 && r->chosen[0] == s->answer ? VERDICT_OK : VERDICT_WRONG;
	item_why(it, a, out, s->why);
}

bool true_false_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct statement *s = it->data;
	*out = (struct response){.kind = FORM_CHOICE, .chosen = {s->answer}, .count = 1};
	return n == 0;
}

bool true_false_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct statement *s = it->data;
	*out = (struct response){.kind = FORM_CHOICE, .chosen = {s->answer == KEY_TRUE ? KEY_FALSE : KEY_TRUE}, .count = 1};
	return n == 0;
}
