#include "config.h"
#include "learn/grade.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/str.h"
#include "text/keyboard.h"
#include "text/norm.h"

static const char *const verdict_names[] = {
	[VERDICT_OK] = "ok",	   [VERDICT_NOTE] = "note",   [VERDICT_TYPO] = "typo", [VERDICT_WRONG] = "wrong",
	[VERDICT_EMPTY] = "empty", [VERDICT_RETRY] = "retry", [VERDICT_SEEN] = "seen",
};
enum { VERDICT_COUNT = sizeof(verdict_names) / sizeof(verdict_names[0]) };

static const char *const reason_names[REASON_COUNT] = {
	[REASON_CASE] = "case",
	[REASON_PUNCTUATION] = "punctuation",
	[REASON_ACCENT] = "accent",
	[REASON_SPELLING] = "spelling",
	[REASON_SPACING] = "spacing",
	[REASON_APOSTROPHE] = "apostrophe",
	[REASON_SCRIPT] = "script",
	[REASON_LAYOUT] = "layout",
	[REASON_ARTICLE] = "article",
	[REASON_TYPO] = "typo",
	[REASON_FORM] = "form",
	[REASON_OTHER_WORD] = "other-word",
	[REASON_MISSING_WORD] = "missing-word",
	[REASON_EXTRA_WORD] = "extra-word",
	[REASON_WORD_ORDER] = "word-order",
};

const char *verdict_name(enum verdict v)
{
	if ((size_t)v >= VERDICT_COUNT)
		BUG("no verdict %d", (int)v);
	return verdict_names[v];
}

bool verdict_from(const char *name, enum verdict *v)
{
	for (size_t i = 0; i < VERDICT_COUNT; i++) {
		if (str_eq(name, verdict_names[i])) {
			*v = (enum verdict)i;
			return true;
		}
	}
	return false;
}

bool verdict_accepted(enum verdict v)
{
	return v == VERDICT_OK || v == VERDICT_NOTE || v == VERDICT_TYPO;
}

const char *reason_name(enum reason r)
{
	if ((size_t)r >= REASON_COUNT)
		BUG("no reason %d", (int)r);
	return reason_names[r];
}

static bool same_freed(char *a, char *b)
{
	bool same = strcmp(a, b) == 0;
	free(a);
	free(b);
	return same;
}

/* A form written on a keyboard that lacks its letters: known, and the right form is shown. Only in the direction from the right letters to the poorer ones. */
static bool is_keyboard_form(const char *form, const char *typed, const char *language, unsigned *reasons)
{
	bool german = strncmp(language, "de", 2) == 0;
	if (!german && strncmp(language, "nl", 2) != 0 && strncmp(language, "fr", 2) != 0)
		return false;
	bool same = german ? same_freed(keyboard_german_dup(form), keyboard_german_dup(typed))
			   : same_freed(keyboard_unaccented_dup(form, true), keyboard_unaccented_dup(typed, false));
	if (same)
		*reasons |= 1u << (german ? REASON_SPELLING : REASON_ACCENT);
	return same;
}

enum verdict typed_judge(const struct forms *f, const char *typed, const struct typed_rules *rules, unsigned *reasons)
{
	*reasons = 0;
	size_t bytes = strlen(typed);
	/* No accepted form is that long, and bytes that are no text equal none. */
	if (bytes > 4 * FORM_BYTES_MAX || !text_valid(typed, bytes, NULL))
		return VERDICT_WRONG;
	char *answer = text_answer_dup(typed);
	char *folded = text_fold_dup(answer);
	enum verdict v = folded[0] ? VERDICT_WRONG : VERDICT_EMPTY;
	for (size_t i = 0; v == VERDICT_WRONG && i < f->count; i++)
		if (strcmp(folded, f->normal[i]) == 0)
			v = VERDICT_OK;
	for (size_t i = 0; v == VERDICT_WRONG && rules->language && i < f->count; i++)
		if (is_keyboard_form(f->normal[i], folded, rules->language, reasons))
			v = VERDICT_NOTE;
	free(folded);
	free(answer);
	return v;
}
