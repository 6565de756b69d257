#include "config.h"
#include "learn/drill_pick.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/random.h"
#include "core/str.h"
#include "learn/forms.h"

/* What makes an option fool, in hundredths; chance decides among the nearly equal ones. */
enum { SAME_KIND = 600, SAME_UNIT = 300, SPELLING = 500, MEANING = 200, LENGTH = 200, CHANCE = 300 };

struct candidate {
	size_t entry;
	int score;
};

static int by_score(const void *va, const void *vb)
{
	const struct candidate *a = va, *b = vb;
	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return (a->entry > b->entry) - (a->entry < b->entry);
}

/* How many neighbouring bytes two texts have in common, 0 to 100 (Dice 1945). Bytes will do: this only ranks. */
static int likeness(const char *x, const char *y)
{
	size_t n = strlen(x), m = strlen(y), common = 0;
	if (n < 2 || m < 2)
		return 0;
	for (size_t i = 0; i + 1 < n; i++)
		for (size_t k = 0; k + 1 < m; k++)
			if (x[i] == y[k] && x[i + 1] == y[k + 1]) {
				common++;
				break;
			}
	return (int)(200 * common / (n - 1 + m - 1)) > 100 ? 100 : (int)(200 * common / (n - 1 + m - 1));
}

static int fools(const struct vocable *target, const struct vocable *other)
{
	size_t n = strlen(target->shown), m = strlen(other->shown);
	const char *means = target->loose_count ? target->loose[0] : "", *other_means = other->loose_count ? other->loose[0] : "";
	int score = str_eq(target->pos, other->pos) ? SAME_KIND : 0;
	score += str_eq(target->unit, other->unit) ? SAME_UNIT : 0;
	score += likeness(target->key, other->key) * SPELLING / 100 + likeness(means, other_means) * MEANING / 100;
	return score + (int)(LENGTH * (n < m ? n : m) / (n > m ? n : m ? m : 1));
}

size_t drill_distractors(const struct vocabulary *v, size_t target, uint64_t seed, size_t *out, size_t most)
{
	struct candidate *list = xcalloc(v->count + 1, sizeof(*list));
	struct rng rng = {seed};
	size_t count = 0, found = 0;
	for (size_t i = 0; i < v->count; i++) {
		int chance = (int)rng_below(&rng, CHANCE);
		if (i != target)
			list[count++] = (struct candidate){i, fools(&v->entries[target], &v->entries[i]) + chance};
	}
	qsort(list, count, sizeof(*list), by_score);
	for (size_t i = 0; i < count && found < most; i++) {
		bool sound = !vocabulary_alike(v, target, list[i].entry);
		for (size_t k = 0; sound && k < found; k++)
			sound = !vocabulary_alike(v, out[k], list[i].entry);
		if (sound)
			out[found++] = list[i].entry;
	}
	free(list);
	return found;
}

static bool has_word(const char *sentence, const char *word)
{
	size_t n = strlen(word);
	for (const char *s = sentence; *s;) {
		size_t len = strcspn(s, " ");
		if (len == n && memcmp(s, word, n) == 0)
			return true;
		s += len + (s[len] == ' ');
	}
	return false;
}

/* Whether any form of the entry has the word. */
static bool in_forms(const struct vocable *e, const char *word)
{
	for (size_t i = 0; i < e->forms.count; i++)
		if (has_word(e->forms.normal[i], word))
			return true;
	return false;
}

/* Words with a meaning of their own: little words such as u and je may be as good as the one that stands there. */
static bool is_content(const struct vocable *e)
{
	static const char *const kinds[] = {"noun", "verb", "adjective"};
	if (strchr(e->key, ' ') || strchr(e->key, '<') || strchr(e->key, '`'))
		return false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(e->pos, kinds[i]))
			return true;
	return false;
}

/* Whether the entry means the same as a word of the sentence, so that it could stand there too. */
static bool could_stand(const struct vocabulary *v, const char *sentence, size_t entry)
{
	for (size_t k = 0; k < v->count; k++)
		if (has_word(sentence, v->entries[k].key) && vocabulary_same(v, k, entry))
			return true;
	return false;
}

size_t drill_extras(const struct vocabulary *v, size_t target, const char *text, uint64_t seed, size_t *out, size_t most)
{
	struct arena a = ARENA_INIT;
	const char *sentence = answer_normal(&a, text);
	struct candidate *list = arena_array(&a, v->count + 1, sizeof(*list));
	struct rng rng = {seed};
	size_t count = 0, found = 0;
	for (size_t i = 0; i < v->count; i++) {
		const struct vocable *e = &v->entries[i];
		int chance = (int)rng_below(&rng, CHANCE);
		if (i != target && is_content(e) && !has_word(sentence, e->key) && !in_forms(&v->entries[target], e->key))
			list[count++] = (struct candidate){i, likeness(sentence, e->key) * SPELLING / 100 + chance +
								      (str_eq(e->unit, v->entries[target].unit) ? SAME_UNIT : 0)};
	}
	if (count)
		qsort(list, count, sizeof(*list), by_score);
	for (size_t i = 0; i < count && found < most; i++) {
		bool sound = !could_stand(v, sentence, list[i].entry) && !vocabulary_alike(v, target, list[i].entry);
		for (size_t k = 0; sound && k < found; k++)
			sound = strcmp(v->entries[out[k]].key, v->entries[list[i].entry].key) != 0;
		if (sound)
			out[found++] = list[i].entry;
	}
	arena_release(&a);
	return found;
}
