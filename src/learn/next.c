/* What comes next: the items of a check, and the step of a unit. */
#include "config.h"
#include "learn/course.h"

#include <stdlib.h>

#include "core/alloc.h"
#include "core/random.h"

void check_draw(uint64_t seed, size_t count, const int *last, size_t last_count, size_t draw, int *out)
{
	if (draw > count)
		BUG("%zu to be drawn out of %zu", draw, count);
	if (!count)
		return;
	bool *seen = xcalloc(count, sizeof(*seen));
	for (size_t i = 0; i < last_count; i++)
		if (last[i] >= 0 && (size_t)last[i] < count)
			seen[last[i]] = true;
	int *order = xcalloc(count, sizeof(*order));
	size_t n = 0;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < count; i++)
			if (seen[i] == (pass == 1))
				order[n++] = (int)i;
	size_t unseen = 0;
	while (unseen < count && !seen[order[unseen]])
		unseen++;
	struct rng rng = {seed};
	rng_shuffle(&rng, order, unseen);
	rng_shuffle(&rng, order + unseen, count - unseen);
	for (size_t i = 0; i < draw; i++)
		out[i] = order[i];
	free(order);
	free(seen);
}

size_t unit_next(const struct step_state *states, size_t count)
{
	size_t oldest = SIZE_MAX;
	for (size_t i = 0; i < count; i++) {
		if (states[i].done)
			continue;
		if (!states[i].tries)
			return i;
		if (oldest == SIZE_MAX || states[i].last_seq < states[oldest].last_seq)
			oldest = i;
	}
	return oldest;
}
