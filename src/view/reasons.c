#include "config.h"
#include "view/reasons.h"

#include <string.h>

#include "core/i18n.h"
#include "text/cluster.h"
#include "view/parts.h"

enum { SENTENCES_MAX = 3 };

/* What is said where several things are wrong, and where only this is and a word can be named; NULL: the same. */
static const struct {
	const char *plain;
	const char *named; /* ends with a colon; a word of the taught language follows */
	bool typed;        /* names what was typed, not what is right */
} sentences[REASON_COUNT] = {
	[REASON_CASE] = { .plain = N_("Look at capital and small letters.") },
	[REASON_PUNCTUATION] = { .plain = N_("Look at the signs between the words.") },
	[REASON_ACCENT] = { .plain = N_("Look at the accent."), .named = N_("Look at the accent:") },
	[REASON_SPELLING] = { .plain = N_("A letter is written otherwise."), .named = N_("A letter is written otherwise:") },
	[REASON_SPACING] = { .plain = N_("Look at what is written together and what apart.") },
	[REASON_APOSTROPHE] = { .plain = N_("An apostrophe belongs here."), .named = N_("An apostrophe belongs here:") },
	[REASON_SCRIPT] = { .plain = N_("Some letters are Cyrillic: they only look the same.") },
	[REASON_ARTICLE] = { .plain = N_("Look at the article.") },
	[REASON_TYPO] = { .plain = N_("Look at the spelling.") },
	[REASON_FORM] = { .plain = N_("A word has another form here."), .named = N_("It is the right word, but its form here is:") },
	[REASON_OTHER_WORD] = { .plain = N_("One word is another one."), .named = N_("That is another word; here it is:") },
	[REASON_MISSING_WORD] = { .plain = N_("A word is missing."), .named = N_("A word is missing:") },
	[REASON_EXTRA_WORD] = { .plain = N_("One word is too many."), .named = N_("One word is too many:"), .typed = true },
	[REASON_WORD_ORDER] = { .plain = N_("The words are right, their order is not.") },
};

static const struct difference_span *first_fault(const struct difference *d, size_t *faults)
{
	const struct difference_span *first = NULL;

	*faults = 0;
	for (size_t i = 0; d != NULL && i < d->count; i++) {
		if (d->spans[i].kind == DIFFERENCE_SAME)
			continue;
		if (first == NULL)
			first = &d->spans[i];
		++*faults;
	}
	return first;
}

/* The whole words around bytes from..to, without the signs that end a sentence. */
static const char *words_at(struct arena *a, const char *text, size_t from, size_t to)
{
	while (from < to && text[from] == ' ')
		from++;
	while (to > from && text[to - 1] == ' ')
		to--;
	while (from > 0 && text[from - 1] != ' ')
		from--;
	while (text[to] != '\0' && text[to] != ' ')
		to++;
	while (to > from + 1 && strchr(".,;:!?", text[to - 1]) != NULL)
		to--;
	return arena_strndup(a, text + from, to - from);
}

static const char *article_sentence(struct page *page, const struct difference *d, const struct difference_span *s)
{
	if (s->kind == DIFFERENCE_EXTRA)
		return _("No article belongs here.");
	if (s->kind == DIFFERENCE_MISSING && s->typed_from == s->typed_to && d->expected[s->expected_to > 0 ? s->expected_to - 1 : 0] == ' ')
		return arena_printf(&page->arena, _("The article is missing: %s."), words_at(&page->arena, d->expected, s->expected_from, s->expected_to - 1));
	return arena_printf(&page->arena, _("Another article: %s."), words_at(&page->arena, d->expected, s->expected_from, s->expected_to));
}

static size_t clusters_of(const char *text, size_t from, size_t to)
{
	size_t count = 0;

	for (size_t n; from < to && (n = cluster_next(text + from)) > 0; from += n)
		count++;
	return count;
}

static bool is_turned(const struct difference *d, const struct difference_span *s)
{
	const char *x = d->typed + s->typed_from, *y = d->expected + s->expected_from;
	size_t n = s->typed_to - s->typed_from, first = cluster_next(x);

	return clusters_of(d->typed, s->typed_from, s->typed_to) == 2 && s->expected_to - s->expected_from == n && memcmp(x, y + n - first, first) == 0 &&
	       memcmp(x + first, y, n - first) == 0;
}

static const char *typo_sentence(struct page *page, const struct difference *d, const struct difference_span *s, size_t faults)
{
	size_t n;

	if (faults > 1)
		return _("Look at the spelling of what is marked.");
	switch (s->kind) {
	case DIFFERENCE_MISSING:
		n = clusters_of(d->expected, s->expected_from, s->expected_to);
		if (n == 1)
			return _("One letter is missing here.");
		return arena_printf(&page->arena, ngettext("%d letter is missing here.", "%d letters are missing here.", n), (int)n);
	case DIFFERENCE_EXTRA:
		n = clusters_of(d->typed, s->typed_from, s->typed_to);
		if (n == 1)
			return _("One letter is too many here.");
		return arena_printf(&page->arena, ngettext("%d letter is too many here.", "%d letters are too many here.", n), (int)n);
	case DIFFERENCE_CHANGED:
		return is_turned(d, s) ? _("Two letters have changed places.") : _("One letter is another one here.");
	case DIFFERENCE_SAME:
	case DIFFERENCE_DISPLACED:
		break;
	}
	return _(sentences[REASON_TYPO].plain);
}

static const char *sentence(struct page *page, enum reason r, const struct difference *d, bool alone)
{
	size_t faults;
	const struct difference_span *s = first_fault(d, &faults);
	const char *word;

	if (!alone || s == NULL)
		return _(sentences[r].plain);
	if (r == REASON_TYPO)
		return typo_sentence(page, d, s, faults);
	if (r == REASON_ARTICLE)
		return article_sentence(page, d, s);
	if (sentences[r].named == NULL)
		return _(sentences[r].plain);
	word = sentences[r].typed ? words_at(&page->arena, d->typed, s->typed_from, s->typed_to) : words_at(&page->arena, d->expected, s->expected_from, s->expected_to);
	return word[0] != '\0' ? arena_printf(&page->arena, "%s %s", _(sentences[r].named), word) : _(sentences[r].plain);
}

void reasons_describe(struct page *page, unsigned reasons, const struct difference *d)
{
	int said = 0;

	for (int r = REASON_COUNT - 1; r >= 0 && said < SENTENCES_MAX; r--) {
		if (!(reasons & 1u << r) || sentences[r].plain == NULL)
			continue;
		parts_raw_block(page, STYLE_PLAIN, sentence(page, (enum reason)r, d, (reasons & (reasons - 1)) == 0));
		said++;
	}
}

void reasons_difference(struct page *page, enum style style, const struct difference *d)
{
	static const enum change_kind kinds[] = {
		[DIFFERENCE_SAME] = CHANGE_NONE,   [DIFFERENCE_MISSING] = CHANGE_MISSING,  [DIFFERENCE_EXTRA] = CHANGE_EXTRA,
		[DIFFERENCE_CHANGED] = CHANGE_OTHER, [DIFFERENCE_DISPLACED] = CHANGE_MOVED,
	};

	page_difference(page, style);
	for (size_t i = 0; i < d->count; i++) {
		const struct difference_span *s = &d->spans[i];

		page_change(page, kinds[s->kind], arena_strndup(&page->arena, d->typed + s->typed_from, s->typed_to - s->typed_from),
			    arena_strndup(&page->arena, d->expected + s->expected_from, s->expected_to - s->expected_from));
	}
}

const char *reasons_retry(unsigned reasons)
{
	if (reasons & 1u << REASON_ARTICLE)
		return _("Write the word together with its article. This try does not count.");
	return _("This try does not count, and your text stays. Write it in Latin letters.");
}
