#include "config.h"
#include "view/hints.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"

static const char *translated(const char *text)
{
	return text == NULL || text[0] == '\0' ? "" : _(text); /* gettext("") is the head of the catalogue */
}

/* Whether an action without a label of its own is the other half of the one before it. */
static bool joins(enum action before, enum action a)
{
	if (a == ACTION_DOWN)
		return before == ACTION_UP;
	if (a == ACTION_NEXT)
		return before == ACTION_PREVIOUS;
	if (a == ACTION_DIGIT)
		return before == ACTION_UP || before == ACTION_DOWN || before == ACTION_PREVIOUS || before == ACTION_NEXT;
	return a == ACTION_NO && before == ACTION_YES;
}

static const char *keys_of(enum action a, const char *digits)
{
	return a == ACTION_DIGIT ? digits : key_label(a);
}

/* "↑" and "↓" touch, all else stands apart. */
static const char *join_keys(struct arena *a, const char *before, const char *keys)
{
	bool arrows = str_starts(keys, "↓") || str_starts(keys, "→");

	if (keys[0] == '\0')
		return before;
	return arena_printf(a, arrows ? "%s%s" : "%s %s", before, keys);
}

size_t hints_collect(struct arena *a, const struct binding *bindings, bool (*open)(const void *state, enum action a),
		     const char *(*label)(const void *state, enum action a), const void *state, const char *digits, struct hint_row rows[HINTS_MAX])
{
	size_t n = 0;
	enum action before = ACTION_NONE;

	for (const struct binding *b = bindings; b != NULL && b->action != ACTION_NONE; b++) {
		const char *keys = keys_of(b->action, digits), *word = label != NULL && b->label != NULL ? label(state, b->action) : NULL;

		if (word == NULL)
			word = translated(b->label);
		if (open != NULL && !open(state, b->action))
			continue;
		if (keys[0] == '\0')
			continue;
		if (b->label == NULL) {
			if (n > 0 && joins(before, b->action)) {
				rows[n - 1].keys = join_keys(a, rows[n - 1].keys, keys);
				before = b->action;
			}
			continue;
		}
		before = b->action;
		if (n > 0 && word[0] != '\0' && str_eq(rows[n - 1].label, word)) {
			rows[n - 1].keys = join_keys(a, rows[n - 1].keys, keys);
			continue;
		}
		if (n == HINTS_MAX)
			break;
		if (b->action == ACTION_HELP && word[0] == '\0')
			keys = "?"; /* where no word may stand, a sign says more than F1 */
		rows[n++] = (struct hint_row){ .action = b->action, .keys = keys, .label = word, .help = b->help != NULL ? translated(b->help) : word };
	}
	return n;
}

const char *hints_digits(struct page *p)
{
	enum { GAP_MAX = 2 }; /* so few digits that open nothing do not break a row, unless a single one stands apart after them */
	bool seen[10] = { false };
	const char *out = "";

	for (size_t i = 0; i < p->count; i++)
		for (size_t k = 0; p->blocks[i].kind == BLOCK_MENU && k < p->blocks[i].entry_count; k++) {
			char digit = p->blocks[i].entries[k].digit;

			if (digit >= '0' && digit <= '9')
				seen[digit - '0'] = true;
		}
	for (int from = 0, to; from < 10; from = to + 1) {
		to = from;
		for (int k = from + 1; seen[from] && k < 10 && k - to <= GAP_MAX + 1; k++)
			if (seen[k] && (k == to + 1 || (k < 9 && seen[k + 1])))
				to = k;
		if (seen[from])
			out = arena_printf(&p->arena, to > from ? "%s%s%d–%d" : "%s%s%d", out, out[0] != '\0' ? " " : "", from, to);
	}
	return out;
}
