#include "config.h"
#include "learn/drill_build.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/drill.h"
#include "learn/drill_pick.h"
#include "learn/forms.h"

enum {
	OPTIONS_MIN = 3,
	OPTIONS_MAX = 4,
	EXTRAS_MAX = 2,
	SYNONYMS_MAX = 8,
};

static struct node *add(struct arena *a, struct node *parent, enum node_kind kind, const char *key, const char *text)
{
	struct node *n = node_new(a, kind, key, text);
	node_append(parent, n);
	return n;
}

static struct node *exercise(struct arena *a, const struct vocable *e, const char *type, const char *ask)
{
	struct node *n = node_new(a, NODE_MAP, NULL, NULL);
	add(a, n, NODE_SCALAR, "id", e->id);
	add(a, n, NODE_SCALAR, "type", type);
	add(a, n, NODE_SCALAR, "ask", ask);
	return n;
}

/* A question with the word or its meaning in it. */
static const char *question(struct arena *a, const char *format, const char *about)
{
	struct str s;
	str_init(&s);
	const char *at = strstr(format, "%s");
	str_addn(&s, format, at ? (size_t)(at - format) : strlen(format));
	if (at) {
		str_add(&s, about);
		str_add(&s, at + strlen("%s"));
	}
	const char *text = arena_strndup(a, s.buf, s.len);
	str_release(&s);
	return text;
}

/* The example and the note, which are shown with every answer. */
static void explain(struct arena *a, struct node *n, const struct vocable *e, bool example)
{
	bool shows = example && e->example && e->example_means;
	const char *said = shows ? arena_printf(a, "`%s` – %s", e->example, e->example_means) : NULL;
	if (said && e->note)
		add(a, n, NODE_SCALAR, "explain", arena_printf(a, "%s %s", said, e->note));
	else if (said || e->note)
		add(a, n, NODE_SCALAR, "explain", said ? said : e->note);
}

static const char *taught(struct arena *a, const struct vocable *e)
{
	return answer_taught(a, e->shown);
}

struct node *drill_choice(struct arena *a, const struct vocabulary *v, size_t target, bool recognise, uint64_t seed)
{
	const struct vocable *e = &v->entries[target];
	size_t wrong[OPTIONS_MAX - 1];
	size_t count = drill_distractors(v, target, seed, wrong, OPTIONS_MAX - 1);
	if (count + 1 < OPTIONS_MIN)
		return NULL;
	/* TRANSLATORS: %s is a word or sentence of the language that is learnt. */
	const char *ask = recognise ? question(a, _("What does this mean: %s"), taught(a, e))
				    /* TRANSLATORS: %s is a meaning in the reader's own language; answers are words of the language that is learnt. */
				    : question(a, _("How do you say: %s"), e->means);
	struct node *n = exercise(a, e, "choice", ask), *options = add(a, n, NODE_LIST, "options", NULL);
	for (size_t i = 0; i <= count; i++) {
		const struct vocable *o = i ? &v->entries[wrong[i - 1]] : e;
		struct node *option = add(a, options, NODE_MAP, NULL, NULL);
		add(a, option, NODE_SCALAR, i ? "wrong" : "right", recognise ? o->means : taught(a, o));
		if (i) /* what the wrong one would have been */
			add(a, option, NODE_SCALAR, "why", arena_printf(a, "%s – %s", taught(a, o), o->means));
	}
	explain(a, n, e, true);
	return n;
}

struct node *drill_match(struct arena *a, const struct vocabulary *v, const size_t *targets, size_t count)
{
	struct node *n = exercise(a, &v->entries[targets[0]], "match", _("Match each with what it means.")), *pairs = add(a, n, NODE_LIST, "pairs", NULL);
	for (size_t i = 0; i < count; i++) {
		const struct vocable *e = &v->entries[targets[i]];
		struct node *pair = add(a, pairs, NODE_MAP, NULL, NULL);
		add(a, pair, NODE_SCALAR, "left", taught(a, e));
		add(a, pair, NODE_SCALAR, "right", e->means);
	}
	return n;
}

/* What is put together for an entry: a phrase itself, the example of a word. */
const char *drill_bank_text(const struct vocable *e)
{
	return str_eq(e->pos, "phrase") ? e->shown : e->example_means ? e->example : NULL;
}

size_t drill_count_words(const char *s)
{
	size_t n = 0;
	while (*(s += strspn(s, " \n"))) {
		n++;
		s += strcspn(s, " \n");
	}
	return n;
}

/* A word of one piece as it is written, without its article. */
static const char *bare_word(const struct vocable *e)
{
	const char *shown = e->forms.shown[0], *space = strrchr(shown, ' ');
	const char *word = space ? space + 1 : shown;
	size_t n = strlen(word), key = strlen(e->key);
	return n > key ? word + (n - key) : word; /* behind an elided article */
}

struct node *drill_bank(struct arena *a, const struct vocabulary *v, size_t target, uint64_t seed)
{
	const struct vocable *e = &v->entries[target];
	bool phrase = str_eq(e->pos, "phrase");
	size_t extras[EXTRAS_MAX];
	if (!drill_possible(v, DRILL_BANK, target))
		return NULL;
	struct node *n = exercise(a, e, "order", question(a, _("Say it with these words: %s"), phrase ? e->means : e->example_means));
	add(a, n, NODE_SCALAR, "answer", drill_bank_text(e));
	size_t count = drill_extras(v, target, drill_bank_text(e), seed, extras, EXTRAS_MAX);
	struct node *list = count ? add(a, n, NODE_LIST, "extra", NULL) : NULL;
	for (size_t i = 0; i < count; i++)
		add(a, list, NODE_SCALAR, NULL, bare_word(&v->entries[extras[i]]));
	explain(a, n, e, false);
	return n;
}

/* The signs of the grammar of answers stand for themselves. */
static const char *escaped(struct arena *a, const char *s)
{
	struct str out;
	str_init(&out);
	for (; *s; s++) {
		if (strchr("()[]|\\", *s))
			str_addc(&out, '\\');
		str_addc(&out, *s);
	}
	const char *text = arena_strndup(a, out.buf, out.len);
	str_release(&out);
	return text;
}

static void add_answers(struct arena *a, struct node *answers, const struct vocable *e)
{
	const struct node *say = node_get(e->node, "say");
	for (size_t i = 0; !say && i < e->forms.count; i++)
		add(a, answers, NODE_SCALAR, NULL, escaped(a, e->forms.shown[i]));
	if (!say)
		return;
	if (say->kind == NODE_SCALAR)
		add(a, answers, NODE_SCALAR, NULL, say->text);
	for (const struct node *c = say->first; c; c = c->next)
		add(a, answers, NODE_SCALAR, NULL, c->text);
}

/* How an answer begins: a phrase with its first word, a word with its first letter, an article before it included. */
static const char *beginning(struct arena *a, const char *shown, bool phrase)
{
	size_t n = strcspn(shown, " ");
	if (!shown[n])
		n = 0;
	if (!phrase || !n) {
		n += n ? 1 : 0;
		do
			n += shown[n] != '\0';
		while (((unsigned char)shown[n] & 0xC0) == 0x80);
	}
	return arena_printf(a, "`%.*s…`", (int)n, shown);
}

/* Everything that means the same is accepted, for nothing but the meaning is asked. */
struct node *drill_type(struct arena *a, const struct vocabulary *v, size_t target, bool synonyms)
{
	const struct vocable *e = &v->entries[target];
	bool known;
	struct node *n = exercise(a, e, "typed", question(a, _("Type it in the language you learn: %s"), e->means));
	/* TRANSLATORS: a hint; %s is the beginning of a word or sentence of the language that is learnt. */
	add(a, n, NODE_SCALAR, "hint", question(a, _("It begins so: %s"), beginning(a, e->shown, str_eq(e->pos, "phrase"))));
	struct node *answers = add(a, n, NODE_LIST, "answer", NULL);
	const char *filled = vocabulary_fill(a, e->forms.shown[0], &v->person, &known);
	if (known && filled != e->forms.shown[0])
		add(a, answers, NODE_SCALAR, NULL, escaped(a, filled));
	add_answers(a, answers, e);
	size_t forms = e->forms.count + 1, others = 0;
	for (size_t i = 0; synonyms && i < v->count && others < SYNONYMS_MAX; i++) {
		if (i == target || forms + v->entries[i].forms.count > FORMS_MAX || !vocabulary_same(v, target, i))
			continue;
		add_answers(a, answers, &v->entries[i]);
		forms += v->entries[i].forms.count;
		others++;
	}
	explain(a, n, e, true);
	return n;
}
