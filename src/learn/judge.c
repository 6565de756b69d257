/* typed_judge: the steps by which typed text is judged, the first that fits decides. */
#include "config.h"
#include "learn/grade.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "learn/judge_text.h"
#include "learn/judge_words.h"
#include "learn/language.h"
#include "learn/likeness.h"
#include "text/cluster.h"
#include "text/mistype.h"
#include "text/norm.h"
#include "text/script.h"

/* How much longer than the longest form an answer may be to have its difference worked out. */
enum { LONGER_TIMES = 4, LONGER_CLUSTERS = 256, ENTRY_WORDS_MAX = 4 };

struct ask {
	const struct forms *forms;
	const struct typed_rules *rules;
	const struct language_data *l; /* or NULL: only equal is right */
	const char *typed;	  /* as it came */
	const char *cased, *folded;
	unsigned reasons;
	size_t form; /* the form that decided */
};

bool typed_too_long(const struct forms *f, const char *typed)
{
	size_t longest = 0, bytes = strlen(typed);
	if (bytes <= LONGER_CLUSTERS)
		return false;
	for (size_t i = 0; i < f->count; i++) {
		size_t n = text_clusters(f->shown[i]);
		longest = n > longest ? n : longest;
	}
	/* No cluster is longer than 64 bytes, and even those an answer cannot be full of. */
	return bytes > 8 * (LONGER_TIMES * longest + LONGER_CLUSTERS) || text_clusters(typed) > LONGER_TIMES * longest + LONGER_CLUSTERS;
}

/* The marks of a sentence in their order, the forms of quotes and spaces set aside. */
static bool same_punctuation(const char *a, const char *b)
{
	static const char marks[] = ".,;:!?";
	for (;; a++, b++) {
		a += strcspn(a, marks);
		b += strcspn(b, marks);
		if (*a != *b)
			return false;
		if (!*a)
			return true;
	}
}

/* Whether two texts equal after folding are equal in case, too; the first letter of several words may stand either way. */
static bool same_case(const char *form, const char *typed)
{
	size_t a = 0, b = 0;
	if (*form && *typed && strchr(form, ' ')) {
		likeness_step(form, strlen(form), &a);
		likeness_step(typed, strlen(typed), &b);
	}
	return strcmp(form + a, typed + b) == 0;
}

static bool is_german(const struct ask *q)
{
	return q->l && str_eq(q->l->tag, "de");
}

/* Equal after folding: ok unless case or punctuation matter. */
static enum verdict equal_verdict(struct ask *q, size_t i)
{
	enum verdict v = VERDICT_OK;
	if (is_german(q) || (q->rules->strict & STRICT_CASE)) {
		char *form = text_answer_dup(q->forms->shown[i]), *filled = blanks_fill_dup(form, q->cased);
		if (!same_case(filled ? filled : form, q->cased)) {
			q->reasons |= 1u << REASON_CASE;
			v = q->rules->strict & STRICT_CASE ? VERDICT_WRONG : VERDICT_NOTE;
		}
		free(filled);
		free(form);
	}
	if ((q->rules->strict & STRICT_PUNCTUATION) && !same_punctuation(q->forms->shown[i], q->typed)) {
		q->reasons |= 1u << REASON_PUNCTUATION;
		v = VERDICT_WRONG;
	}
	return v;
}

/* Whether a French accent somewhere makes another form of a verb. */
static bool other_participle(const struct ask *q, const char *expected)
{
	struct token e[TOKENS_MAX], t[TOKENS_MAX];
	if (!str_eq(q->l->tag, "fr"))
		return false;
	size_t n = tokens_split(q->l, expected, e, TOKENS_MAX), m = tokens_split(q->l, q->folded, t, TOKENS_MAX);
	for (size_t i = 0; n == m && i < n; i++)
		if (token_other_participle(q->l, q->rules, &e[i], &t[i]))
			return true;
	return false;
}

/* Steps 2 to 4 for one form. */
static enum verdict judge_alike(struct ask *q, size_t i, const char *expected)
{
	if (strcmp(expected, q->folded) == 0)
		return equal_verdict(q, i);
	if (!q->l)
		return VERDICT_WRONG;
	if (likeness_equal_forms(q->l, expected, q->folded))
		return VERDICT_OK;
	unsigned reasons = 0;
	if (!likeness_spelling(q->l, expected, strlen(expected), q->folded, strlen(q->folded), false, &reasons))
		return VERDICT_WRONG;
	q->reasons |= reasons;
	if ((reasons & 1u << REASON_ACCENT) && (q->rules->strict & STRICT_ACCENTS))
		return VERDICT_WRONG;
	return (reasons & 1u << REASON_ACCENT) && other_participle(q, expected) ? VERDICT_TYPO : VERDICT_NOTE;
}

/* A word with its article as a dictionary has it, no sentence. */
static bool is_entry(const char *shown)
{
	size_t n = strlen(shown), words = 1;
	for (const char *s = shown; *s; s++)
		words += *s == ' ';
	return words <= ENTRY_WORDS_MAX && n && !strchr(".!?", shown[n - 1]);
}

/* From the kindest on; what is asked again is kinder than what is wrong. */
static int rank(enum verdict v)
{
	return v == VERDICT_WRONG ? INT_MAX : (int)v;
}

/* Case and the marks of the sentence in an answer that is accepted though it is not equal: they count there as they do in an equal one. */
static enum verdict judge_marks(struct ask *q, enum verdict v)
{
	bool strict = q->rules->strict & STRICT_CASE;
	if (verdict_accepted(v) && (is_german(q) || strict)) {
		char *form = text_answer_dup(q->forms->shown[q->form]), *filled = blanks_fill_dup(form, q->cased);
		if (capitals_differ(filled ? filled : form, q->cased)) {
			q->reasons |= 1u << REASON_CASE;
			v = v == VERDICT_OK ? VERDICT_NOTE : v;
			v = strict ? VERDICT_WRONG : v;
		}
		free(filled);
		free(form);
	}
	if (verdict_accepted(v) && (q->rules->strict & STRICT_PUNCTUATION) && !same_punctuation(q->forms->shown[q->form], q->typed)) {
		q->reasons |= 1u << REASON_PUNCTUATION;
		v = VERDICT_WRONG;
	}
	return v;
}

/* Steps 5 to 8: the kindest verdict of all forms, or the reasons of the nearest one. */
static enum verdict judge_by_words(struct ask *q)
{
	enum verdict best = VERDICT_WRONG;
	int least = INT_MAX;
	for (size_t i = 0; i < q->forms->count; i++) {
		unsigned reasons = 0;
		int cost;
		char *filled = blanks_fill_dup(q->forms->normal[i], q->folded);
		enum verdict v = judge_words(q->l, q->rules, filled ? filled : q->forms->normal[i], q->folded,
					     !q->rules->sentence && is_entry(q->forms->shown[i]), &reasons, &cost);
		free(filled);
		if ((reasons & 1u << REASON_ACCENT) && (q->rules->strict & STRICT_ACCENTS) && verdict_accepted(v))
			v = VERDICT_WRONG;
		if (rank(v) > rank(best) || (v == best && cost >= least))
			continue;
		best = v;
		least = cost;
		q->reasons = reasons;
		q->form = i;
	}
	return best;
}

/* Steps 2 to 8 on text of the taught alphabet. */
static enum verdict judge_steps(struct ask *q)
{
	enum verdict best = VERDICT_WRONG;
	unsigned reasons = 0;
	for (size_t i = 0; i < q->forms->count && best != VERDICT_OK; i++) {
		q->reasons = 0;
		char *filled = blanks_fill_dup(q->forms->normal[i], q->folded);
		enum verdict v = judge_alike(q, i, filled ? filled : q->forms->normal[i]);
		free(filled);
		/* A form that only a strict rule refuses has decided, unless another one is right. */
		if (v < best || (best == VERDICT_WRONG && q->reasons)) {
			best = v;
			reasons = q->reasons;
			q->form = i;
		}
	}
	q->reasons = reasons;
	if (best == VERDICT_WRONG && !reasons && q->l)
		best = judge_by_words(q);
	return judge_marks(q, best);
}

/* The same question with other text in place of the typed one. */
static enum verdict judge_instead(const struct ask *q, const char *typed, struct ask *out)
{
	char *cased = text_answer_dup(typed), *folded = text_fold_dup(cased);
	*out = *q;
	out->reasons = 0;
	out->cased = cased;
	out->folded = folded;
	enum verdict v = folded[0] ? judge_steps(out) : VERDICT_WRONG;
	free(folded);
	free(cased);
	out->cased = out->folded = NULL;
	return v;
}

static bool sounds_alike(const struct ask *q)
{
	char *typed = mistype_sound_dup(q->folded);
	bool found = false;
	for (size_t i = 0; !found && i < q->forms->count; i++) {
		char *form = mistype_sound_dup(q->forms->normal[i]);
		found = *form && strcmp(form, typed) == 0;
		free(form);
	}
	free(typed);
	return found;
}

/* Uzbek in Cyrillic letters is as good: the forms in that script take the place of the Latin ones. */
static enum verdict judge_uzbek_cyrillic(struct ask *q)
{
	struct arena a = ARENA_INIT;
	struct forms cyrillic = {arena_array(&a, q->forms->count + 1, sizeof(char *)), arena_array(&a, q->forms->count + 1, sizeof(char *)), 0};
	for (size_t i = 0; i < q->forms->count; i++) {
		char *shown = script_uz_cyrillic_dup(q->forms->shown[i]), *answer = text_answer_dup(shown), *folded = text_fold_dup(answer);
		cyrillic.shown[cyrillic.count] = arena_strdup(&a, shown);
		cyrillic.normal[cyrillic.count++] = arena_strdup(&a, folded);
		free(folded);
		free(answer);
		free(shown);
	}
	const struct forms *latin = q->forms;
	q->forms = &cyrillic;
	enum verdict v = judge_steps(q);
	q->forms = latin;
	arena_release(&a);
	return v;
}

/* Latin letters typed where the forms are in Cyrillic ones: the typed text changes its script. */
static enum verdict judge_uzbek_latin(struct ask *q)
{
	struct ask other;
	char *cyrillic = script_uz_cyrillic_dup(q->typed);
	enum verdict v = judge_instead(q, cyrillic, &other);
	free(cyrillic);
	if (verdict_accepted(v)) {
		q->reasons = other.reasons;
		q->form = other.form;
	}
	return v;
}

static bool forms_in_cyrillic(const struct forms *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (text_alphabets(f->normal[i]).cyrillic)
			return true;
	return false;
}

/* Step 1: letters of an alphabet that is not the taught one. */
static enum verdict judge_alphabet(struct ask *q, bool taught_cyrillic, bool mixed)
{
	struct ask other;
	if (!mixed) {
		char *undone = mistype_layout_dup(q->typed, taught_cyrillic);
		enum verdict v = judge_instead(q, undone, &other);
		free(undone);
		if (v == VERDICT_OK || v == VERDICT_NOTE) {
			q->reasons = 1u << REASON_LAYOUT;
			return VERDICT_RETRY;
		}
		if (sounds_alike(q)) {
			q->reasons = 1u << REASON_SCRIPT;
			return VERDICT_RETRY;
		}
	}
	char *mended = lookalikes_mended_dup(q->cased, taught_cyrillic);
	enum verdict v = mended ? judge_instead(q, mended, &other) : VERDICT_WRONG;
	q->reasons = (mended ? other.reasons : 0) | 1u << REASON_SCRIPT;
	q->form = mended ? other.form : 0;
	free(mended);
	return v == VERDICT_OK ? VERDICT_NOTE : v;
}

static enum verdict judge(struct ask *q)
{
	struct alphabets found = text_alphabets(q->folded);
	bool taught_cyrillic = q->l && str_eq(q->l->tag, "ru");
	if (q->l && str_eq(q->l->tag, "uz") && !found.cyrillic && forms_in_cyrillic(q->forms)) {
		enum verdict v = judge_uzbek_latin(q);
		if (verdict_accepted(v))
			return v;
	}
	if (!q->l || !(taught_cyrillic ? found.latin : found.cyrillic))
		return judge_steps(q);
	bool mixed = found.latin && found.cyrillic;
	if (str_eq(q->l->tag, "uz") && !mixed) {
		enum verdict v = judge_uzbek_cyrillic(q);
		if (verdict_accepted(v))
			return v;
	}
	/* A form that has letters of both alphabets itself. */
	for (size_t i = 0; i < q->forms->count; i++)
		if (strcmp(q->forms->normal[i], q->folded) == 0)
			return VERDICT_OK;
	return judge_alphabet(q, taught_cyrillic, mixed);
}

enum verdict typed_judge_form(const struct forms *f, const char *typed, const struct typed_rules *rules, unsigned *reasons, size_t *form)
{
	size_t bytes = strlen(typed);
	*reasons = 0;
	*form = 0;
	/* Bytes that are no text equal nothing. */
	if (typed_too_long(f, typed) || !text_valid(typed, bytes, NULL))
		return VERDICT_WRONG;
	char *cased = text_answer_dup(typed), *folded = text_fold_dup(cased);
	struct ask q = {.forms = f, .rules = rules, .l = language_tables(rules->language), .typed = typed, .cased = cased, .folded = folded};
	enum verdict v = folded[0] ? judge(&q) : VERDICT_EMPTY;
	*reasons = v == VERDICT_EMPTY ? 0 : q.reasons;
	*form = q.form;
	free(folded);
	free(cased);
	return v;
}

enum verdict typed_judge(const struct forms *f, const char *typed, const struct typed_rules *rules, unsigned *reasons)
{
	size_t form;
	return typed_judge_form(f, typed, rules, reasons, &form);
}
