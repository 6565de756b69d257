#include "config.h"
#include "learn/drill.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/random.h"
#include "core/str.h"
#include "learn/drill_pick.h"
#include "learn/forms.h"

enum {
	OPTIONS_MIN = 3,
	OPTIONS_MAX = 4,
	PIECES_MIN = 3, /* in a bank: fewer say nothing, more are a riddle */
	PIECES_MAX = 9,
	EXTRAS_MAX = 2,
	TYPED_WORDS_MAX = 9, /* more are put together from pieces */
	SYNONYMS_MAX = 8,
};

static const char *const names[DRILL_KINDS] = {
	[DRILL_RECOGNISE] = "recognise", [DRILL_MATCH] = "match", [DRILL_CHOOSE] = "choose", [DRILL_BANK] = "bank", [DRILL_TYPE] = "type",
};

const char *drill_name(enum drill_kind k)
{
	if ((size_t)k >= DRILL_KINDS)
		BUG("no kind of drill %d", (int)k);
	return names[k];
}

bool drill_from(const char *name, enum drill_kind *out)
{
	for (size_t i = 0; i < DRILL_KINDS; i++) {
		if (str_eq(name, names[i])) {
			*out = (enum drill_kind)i;
			return true;
		}
	}
	return false;
}

const char *drill_direction(enum drill_kind k)
{
	return k <= DRILL_CHOOSE ? "recognise" : "produce";
}

/* --- nodes, as an author would have written them --- */

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

/* --- the kinds --- */

static struct node *make_choice(struct arena *a, const struct vocabulary *v, size_t target, bool recognise, uint64_t seed)
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

static struct node *make_match(struct arena *a, const struct vocabulary *v, const size_t *targets, size_t count)
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
static const char *bank_text(const struct vocable *e)
{
	return str_eq(e->pos, "phrase") ? e->shown : e->example_means ? e->example : NULL;
}

static size_t count_words(const char *s)
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

static struct node *make_bank(struct arena *a, const struct vocabulary *v, size_t target, uint64_t seed)
{
	const struct vocable *e = &v->entries[target];
	bool phrase = str_eq(e->pos, "phrase");
	size_t extras[EXTRAS_MAX];
	if (!drill_possible(v, DRILL_BANK, target))
		return NULL;
	struct node *n = exercise(a, e, "order", question(a, _("Say it with these words: %s"), phrase ? e->means : e->example_means));
	add(a, n, NODE_SCALAR, "answer", bank_text(e));
	size_t count = drill_extras(v, target, bank_text(e), seed, extras, EXTRAS_MAX);
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
static struct node *make_type(struct arena *a, const struct vocabulary *v, size_t target, bool synonyms)
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

/* --- making one --- */

bool drill_possible(const struct vocabulary *v, enum drill_kind kind, size_t entry)
{
	const struct vocable *e = &v->entries[entry];
	const char *bank = bank_text(e);
	size_t pieces = bank ? count_words(bank) : 0;
	bool can_bank = pieces >= PIECES_MIN && pieces <= PIECES_MAX && !strchr(bank, '`');
	switch (kind) {
	case DRILL_RECOGNISE:
	case DRILL_CHOOSE:
		return v->count >= OPTIONS_MIN;
	case DRILL_BANK:
		return can_bank;
	case DRILL_TYPE:
		return !can_bank || count_words(e->shown) <= TYPED_WORDS_MAX;
	case DRILL_MATCH:
	case DRILL_KINDS:
		break;
	}
	return false;
}

static bool finish(struct arena *a, const struct vocabulary *v, const struct node *n, enum drill_kind kind, struct drill *out)
{
	struct diag_list faults;
	if (!n)
		return false;
	diag_init(&faults);
	out->kind = kind;
	out->item = item_parse(a, n, v->entries[out->targets[0]].unit, v->teaches, &faults);
	diag_release(&faults);
	if (!out->item)
		return false;
	out->item->words = v->words;
	out->item->word_count = v->word_count;
	return true;
}

static bool make_kind(struct arena *a, const struct vocabulary *v, enum drill_kind kind, uint64_t seed, struct drill *out)
{
	size_t target = out->targets[0];
	switch (kind) {
	case DRILL_RECOGNISE:
	case DRILL_CHOOSE:
		return finish(a, v, make_choice(a, v, target, kind == DRILL_RECOGNISE, seed), kind, out);
	case DRILL_BANK:
		return finish(a, v, make_bank(a, v, target, seed), kind, out);
	case DRILL_TYPE:
		return finish(a, v, make_type(a, v, target, true), kind, out) || finish(a, v, make_type(a, v, target, false), kind, out);
	case DRILL_MATCH:
	case DRILL_KINDS:
		break;
	}
	return false;
}

/* Keeps of the targets those that no other one could be taken for. */
static void keep_distinct(const struct vocabulary *v, const size_t *targets, size_t count, struct drill *out)
{
	for (size_t i = 0; i < count && out->count < DRILL_TARGETS_MAX; i++) {
		bool distinct = true;
		for (size_t k = 0; distinct && k < out->count; k++)
			distinct = !vocabulary_alike(v, out->targets[k], targets[i]);
		if (distinct)
			out->targets[out->count++] = targets[i];
	}
}

void drill_make(struct arena *a, const struct vocabulary *v, enum drill_kind kind, const size_t *targets, size_t count, uint64_t seed, struct drill *out)
{
	*out = (struct drill){.kind = kind};
	if (!count)
		BUG("a drill of nothing");
	if (kind == DRILL_MATCH) {
		keep_distinct(v, targets, count, out);
		if (out->count >= DRILL_MATCH_MIN && finish(a, v, make_match(a, v, out->targets, out->count), kind, out))
			return;
		kind = DRILL_RECOGNISE;
	}
	out->targets[0] = targets[0];
	out->count = 1;
	static const enum drill_kind easier[] = {DRILL_CHOOSE, DRILL_RECOGNISE, DRILL_TYPE};
	if (make_kind(a, v, kind, seed, out))
		return;
	for (size_t i = 0; i < sizeof(easier) / sizeof(easier[0]); i++)
		if (easier[i] != kind && make_kind(a, v, easier[i], seed, out))
			return;
	BUG("no drill of '%s' can be made", v->entries[targets[0]].path);
}

enum verdict drill_verdict(const struct drill *d, const struct response *r, const struct grade *g, size_t i)
{
	bool judged = g->verdict != VERDICT_EMPTY && g->verdict != VERDICT_RETRY;
	if (d->kind != DRILL_MATCH || !judged)
		return g->verdict;
	return i < r->count && r->chosen[i] == (int)i ? VERDICT_OK : VERDICT_WRONG;
}

void drill_feedback(const struct vocabulary *v, const struct drill *d, struct arena *a, const struct grade *g, struct feedback *out)
{
	bool known;
	item_feedback(d->item, a, &words_source, g, out);
	out->right = vocabulary_fill(a, out->right, &v->person, &known);
}

enum drill_kind drill_for_stability(const struct vocabulary *v, size_t entry, double days)
{
	/* Recognising lifts a word to a week at most; long before that it is time for harder things. */
	static const struct {
		double below;
		enum drill_kind kind;
	} rows[] = {{1.5, DRILL_RECOGNISE}, {5, DRILL_CHOOSE}, {15, DRILL_BANK}};
	enum drill_kind kind = DRILL_TYPE;
	for (size_t i = sizeof(rows) / sizeof(rows[0]); i-- > 0;)
		if (days < rows[i].below)
			kind = rows[i].kind;
	if (kind == DRILL_TYPE && !drill_possible(v, DRILL_TYPE, entry))
		return DRILL_BANK;
	if (kind == DRILL_BANK && !drill_possible(v, DRILL_BANK, entry))
		return DRILL_TYPE;
	return kind;
}
