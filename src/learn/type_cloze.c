/* cloze: words that are missing in a text of the taught language are typed into it. */
#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/cloze.h"
#include "learn/forms.h"

const struct node_key cloze_keys[] = {
	EXERCISE_KEYS(false),
	STRICT_KEYS,
	ONLY_KEY,
	{.name = "means", .kind = NODE_SCALAR},
	{.name = NULL},
};

/* The text up to a brace or the end, without backslashes. Gives where it stopped. */
static const char *read_literal(struct arena *a, const char *s, const char **out)
{
	struct str text;
	str_init(&text);
	for (; *s && *s != '{' && *s != '}'; s++) {
		if (*s == '\\' && s[1] && strchr("{}\\", s[1]))
			s++;
		str_addc(&text, *s);
	}
	*out = arena_strndup(a, text.buf, text.len);
	str_release(&text);
	return s;
}

/* The end of the gap that begins behind a brace: its closing brace, or NULL. */
static const char *gap_end(const char *s)
{
	for (; *s && *s != '{'; s++) {
		if (*s == '}')
			return s;
		if (*s == '\\' && s[1])
			s++;
	}
	return NULL;
}

static bool parse_text(struct arena *a, struct cloze *c, const struct node *n, struct diag_list *d)
{
	const char *s = read_literal(a, n->text, &c->pieces[0]);
	bool sound = true;
	while (*s) {
		const char *end = *s == '{' ? gap_end(s + 1) : NULL;
		if (!end)
			return node_fault(d, n, _("write each gap as {word}, and \\{ or \\} for a brace itself"),
					  *s == '{' ? _("a '{' is not closed") : _("a '}' closes nothing"));
		if (c->count == GAPS_MAX)
			return node_fault(d, n, _("make two exercises of it"), _("the text has more than %d gaps"), GAPS_MAX);
		const char *gap = arena_strndup(a, s + 1, (size_t)(end - s - 1));
		if (str_starts(gap, "fact:"))
			return node_fault(d, n, _("facts are for translatable text; write the value"), _("'{%s}' stands in a text with gaps"),
					  gap);
		sound &= forms_add(a, &c->gaps[c->count++], gap, n, d);
		s = read_literal(a, end + 1, &c->pieces[c->count]);
	}
	if (!c->count)
		return node_fault(d, n, _("put the word that is to be typed in braces: {word}"), _("the text has no gap"));
	return sound;
}

bool cloze_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct cloze *c = arena_alloc(a, sizeof(*c));
	it->data = c;
	const struct node *text = node_get(n, "text");
	if (!text)
		return node_fault(d, n, _("write it with the missing words in braces: text: Ik {ben} Aziza."), _("the exercise has no text"));
	if (!strict_parse(n, &c->strict, d) || !check_unmarked(text, d) || !parse_text(a, c, text, d))
		return false;
	struct str whole;
	str_init(&whole);
	for (size_t i = 0; i < c->count; i++) {
		str_add(&whole, c->pieces[i]);
		str_add(&whole, c->gaps[i].shown[0]);
	}
	str_add(&whole, c->pieces[c->count]);
	while (whole.len && strchr(" \n", whole.buf[whole.len - 1]))
		whole.buf[--whole.len] = '\0';
	c->whole = arena_strndup(a, whole.buf, whole.len);
	str_release(&whole);
	return true;
}

struct form_part *cloze_form_add(const struct item *it, struct arena *a, const struct words *w, struct form *out)
{
	const struct cloze *c = it->data;
	const char *means = node_text(it->node, "means");
	if (means)
		form_add(out, FORM_TEXT)->text = item_words(it, a, w, "means", means);
	struct form_part *part = form_add(out, FORM_GAPS);
	part->gap_count = c->count;
	part->pieces = arena_array(a, c->count + 1, sizeof(*part->pieces));
	memcpy(part->pieces, c->pieces, (c->count + 1) * sizeof(*part->pieces));
	return part;
}

void cloze_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	(void)seed;
	cloze_form_add(it, a, w, out);
}

const char *cloze_right(const struct item *it, struct arena *a, const struct words *w)
{
	(void)w;
	const struct cloze *c = it->data;
	return answer_taught(a, c->whole);
}

/* The last word in front of gap `i`, or NULL. */
static const char *word_before(const struct cloze *c, struct arena *a, size_t i)
{
	const char *text = answer_normal(a, c->pieces[i]), *space = strrchr(text, ' ');
	return space ? space + 1 : text[0] ? text : NULL;
}

const struct forms *cloze_gap(const struct item *it, struct arena *a, size_t i, struct typed_rules *rules)
{
	const struct cloze *c = it->data;
	if (i >= c->count)
		return NULL;
	*rules = item_rules(it, c->strict);
	rules->before = word_before(c, a, i);
	return &c->gaps[i];
}

void cloze_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct cloze *c = it->data;
	struct typed_rules rules;
	size_t empty = 0;
	enum verdict worst = VERDICT_OK;
	out->shares = (int)c->count;
	for (size_t i = 0; i < c->count; i++) {
		unsigned reasons = 0;
		cloze_gap(it, a, i, &rules);
		enum verdict v = i < r->typed_count ? typed_judge(&c->gaps[i], r->typed[i], &rules, &reasons) : VERDICT_EMPTY;
		out->reasons |= reasons;
		out->share += verdict_accepted(v);
		if (v == VERDICT_EMPTY) {
			empty++;
			v = VERDICT_WRONG;
		}
		/* A gap in the wrong layout is asked again unless another one is wrong anyway. */
		if (worst != VERDICT_WRONG && v > worst)
			worst = v;
	}
	if (r->typed_count > c->count) {
		worst = VERDICT_WRONG;
		out->share = 0;
	}
	out->right = c->whole;
	out->verdict = empty == c->count ? VERDICT_EMPTY : worst;
}

/* A response with the first form in every gap. */
static void first_forms(const struct cloze *c, struct arena *a, struct response *out)
{
	*out = (struct response){.kind = FORM_GAPS, .typed = arena_array(a, c->count, sizeof(*out->typed)), .typed_count = c->count};
	for (size_t i = 0; i < c->count; i++)
		out->typed[i] = c->gaps[i].shown[0];
}

/* First the first forms everywhere, then every other form of each gap in turn. */
bool cloze_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct cloze *c = it->data;
	first_forms(c, a, out);
	for (size_t i = 0; n && i < c->count; i++) {
		if (n < c->gaps[i].count) {
			out->typed[i] = c->gaps[i].shown[n];
			return true;
		}
		n -= c->gaps[i].count - 1;
	}
	return n == 0;
}

/* Each gap left empty. */
bool cloze_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct cloze *c = it->data;
	if (n >= c->count)
		return false;
	first_forms(c, a, out);
	out->typed[n] = "";
	return true;
}
