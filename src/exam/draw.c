#include "config.h"
#include "exam/draw.h"

#include "core/random.h"

/* The candidate that goes first: not retired, not of the last form, used least, then the lot that its number drew. */
static bool goes_first(const struct pool_item *x, uint64_t x_lot, const struct pool_item *y, uint64_t y_lot)
{
	if (x->retired != y->retired)
		return !x->retired;
	if (x->last != y->last)
		return !x->last;
	if (x->used != y->used)
		return x->used < y->used;
	return x_lot < y_lot;
}

/* A lot for each number of the pool, the same for the same seed whatever was taken before. */
static uint64_t lot(uint64_t seed, size_t number)
{
	struct rng r = {.state = seed + number * UINT64_C(0x9E3779B97F4A7C15)};
	rng_next(&r);
	return rng_next(&r);
}

bool draw_another(const struct exam_section *s, size_t row, struct pool_item *pool, size_t pool_count, uint64_t seed, size_t *out)
{
	const struct pool_item *best = NULL;
	uint64_t best_lot = 0;
	for (size_t i = 0; i < pool_count; i++) {
		struct pool_item *p = &pool[i];
		if (p->taken || !draw_row_takes(s, &s->draw[row], p->unit, p->topic, p->skill))
			continue;
		uint64_t own = lot(seed, i);
		if (best && !goes_first(p, own, best, best_lot))
			continue;
		best = p;
		best_lot = own;
		*out = i;
	}
	if (best)
		pool[*out].taken = true;
	return best;
}

/* Into the order of the banks. */
static void sort_drawn(struct drawn_item *list, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = i; k && list[k - 1].item > list[k].item; k--) {
			struct drawn_item swap = list[k];
			list[k] = list[k - 1];
			list[k - 1] = swap;
		}
}

static void shuffle_drawn(struct drawn_item *list, size_t count, uint64_t seed)
{
	struct rng r = {.state = ~seed}; /* another stream than that of the lots */
	for (size_t i = count; i > 1; i--) {
		size_t k = (size_t)rng_below(&r, i);
		struct drawn_item swap = list[i - 1];
		list[i - 1] = list[k];
		list[k] = swap;
	}
}

size_t draw_section(const struct exam_section *s, struct pool_item *pool, size_t pool_count, uint64_t seed, struct drawn_item *out)
{
	size_t count = 0;
	for (size_t row = 0; row < s->draw_count; row++)
		for (int n = 0; n < s->draw[row].count; n++) {
			size_t item;
			if (!draw_another(s, row, pool, pool_count, seed, &item))
				break;
			out[count++] = (struct drawn_item){.item = item, .row = row};
		}
	sort_drawn(out, count);
	if (!s->fixed)
		shuffle_drawn(out, count, seed);
	return count;
}
