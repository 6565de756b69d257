#include "config.h"
#include "learn/grade.h"

#include "core/alloc.h"
#include "core/str.h"

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
