/* sentence: a whole sentence of the taught language is typed; it may have to make use of some words. */
#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/forms.h"
#include "learn/typed.h"

enum { USE_MAX = 8 };

struct whole {
	struct typed typed; /* first: the functions of typed read it */
	const char *use[USE_MAX], *normal[USE_MAX]; /* words that must occur */
	size_t use_count;
};

const struct node_key sentence_keys[] = {
	EXERCISE_KEYS(true),
	STRICT_KEYS,
	ONLY_KEY,
	{.name = "answer", .kind = NODE_SCALAR, .or_list = true, .required = true},
	{.name = "use", .kind = NODE_LIST},
	{.name = "not", .kind = NODE_LIST},
	{.name = NULL},
};

/* Whether the word or words stand whole in the text; both in the normal form of answers. */
static bool has_words(const char *text, const char *words)
{
	size_t n = strlen(words);
	for (const char *at = text; (at = strstr(at, words)); at++)
		if ((at == text || at[-1] == ' ' || at[-1] == '\'') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

static bool parse_use(struct arena *a, const struct node *use, struct whole *s, struct diag_list *d)
{
	const struct node *at = NULL;
	if (use && (!check_scalars(use, d) || use->count > USE_MAX))
		return use->count <= USE_MAX ? false : node_fault(d, use, _("leave some out"), _("there are more than %d words to use"), USE_MAX);
	while (each_scalar(use, &at)) {
		if (!check_unmarked(at, d))
			return false;
		s->use[s->use_count] = at->text;
		const char *normal = s->normal[s->use_count++] = answer_normal(a, at->text);
		for (size_t i = 0; i < s->typed.forms.count; i++)
			if (!normal[0] || !has_words(s->typed.forms.normal[i], normal))
				return node_fault(d, at, _("use it in every answer, or leave it out of 'use'"),
						  _("the answer '%s' makes no use of '%s'"), s->typed.forms.shown[i], at->text);
	}
	return true;
}

bool sentence_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	if (!typed_parse(a, n, it, d))
		return false;
	struct whole *s = arena_alloc(a, sizeof(*s));
	*s = (struct whole){.typed = *(const struct typed *)it->data};
	s->typed.sentence = true;
	it->data = s;
	for (size_t i = 0; i < s->typed.forms.count; i++)
		if (!strchr(s->typed.forms.normal[i], ' '))
			return node_fault(d, node_get(n, "answer"), _("use the type typed for a single word"), _("'%s' is no sentence"),
					  s->typed.forms.shown[i]);
	return parse_use(a, node_get(n, "use"), s, d);
}

void sentence_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	const struct whole *s = it->data;
	struct str line;
	str_init(&line);
	for (size_t i = 0; i < s->use_count; i++)
		str_addf(&line, "%s`%s`", i ? ", " : "", s->use[i]);
	if (s->use_count) /* TRANSLATORS: %s are words that have to occur in a sentence to be written */
		form_add(out, FORM_TEXT)->text = arena_printf(a, _("Use: %s"), line.buf);
	str_release(&line);
	typed_form(it, a, w, seed, out);
}

const char *sentence_right(const struct item *it, struct arena *a, const struct words *w)
{
	return typed_right(it, a, w);
}

/* What is nearly right but lacks a word that was asked for (an equal word stands in its place) is not what was asked for. A word with a slip of the
 * finger counts as used. */
void sentence_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct whole *s = it->data;
	typed_grade(it, a, r, out);
	if (out->verdict != VERDICT_OK && out->verdict != VERDICT_NOTE)
		return;
	bool spelled = !(out->reasons & (1u << REASON_ACCENT | 1u << REASON_SPELLING | 1u << REASON_SPACING | 1u << REASON_APOSTROPHE |
					 1u << REASON_SCRIPT));
	const char *typed = answer_normal(a, r->typed[0]);
	for (size_t i = 0; spelled && i < s->use_count; i++) {
		if (has_words(typed, s->normal[i]))
			continue;
		out->verdict = VERDICT_WRONG;
		out->reasons |= 1u << REASON_MISSING_WORD;
		out->right = s->typed.forms.shown[0];
	}
}

bool sentence_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	return typed_accepted(it, a, n, out);
}

bool sentence_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	return typed_refused(it, a, n, out);
}
