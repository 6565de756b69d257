#include "config.h"
#include "learn/drill.h"

#include <string.h>

#include "core/alloc.h"
#include "core/str.h"
#include "learn/drill_build.h"

enum {
	OPTIONS_MIN = 3,
	PIECES_MIN = 3, /* in a bank: fewer say nothing, more are a riddle */
	PIECES_MAX = 9,
	TYPED_WORDS_MAX = 9, /* more are put together from pieces */
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

/* --- making one --- */

bool drill_possible(const struct vocabulary *v, enum drill_kind kind, size_t entry)
{
	const struct vocable *e = &v->entries[entry];
	const char *bank = drill_bank_text(e);
	size_t pieces = bank ? drill_count_words(bank) : 0;
	bool can_bank = pieces >= PIECES_MIN && pieces <= PIECES_MAX && !strchr(bank, '`');
	switch (kind) {
	case DRILL_RECOGNISE:
	case DRILL_CHOOSE:
		return v->count >= OPTIONS_MIN;
	case DRILL_BANK:
		return can_bank;
	case DRILL_TYPE:
		return !can_bank || drill_count_words(e->shown) <= TYPED_WORDS_MAX;
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
		return finish(a, v, drill_choice(a, v, target, kind == DRILL_RECOGNISE, seed), kind, out);
	case DRILL_BANK:
		return finish(a, v, drill_bank(a, v, target, seed), kind, out);
	case DRILL_TYPE:
		return finish(a, v, drill_type(a, v, target, true), kind, out) || finish(a, v, drill_type(a, v, target, false), kind, out);
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
		if (out->count >= DRILL_MATCH_MIN && finish(a, v, drill_match(a, v, out->targets, out->count), kind, out))
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
