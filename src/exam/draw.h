/* Drawing the form of one sitting: stratified by the rows of the blueprint, what was used least first, then what its seed says. Pure.
 * The order of what is drawn is part of the record: it must be the same for ever for the same seed and pool. */
#ifndef SAFAR_EXAM_DRAW_H
#define SAFAR_EXAM_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "exam/blueprint.h"

/* An item that can be drawn. The pool is in the order of the banks. */
struct pool_item {
	const char *unit;  /* of a unit check; NULL: of the exam's own bank */
	const char *topic; /* of the own bank, else NULL */
	enum skill skill;  /* of the own bank */
	int used;          /* how many sittings had it */
	bool last;         /* it stood in the person's last form of this exam: taken only when nothing else is left */
	bool retired;      /* too many forms had it: taken only where a form would otherwise be short, as when many seats of one session are drawn */
	bool taken;        /* it stands in this form already; set by the draw */
};

/* An item of the form. */
struct drawn_item {
	size_t item; /* number in the pool */
	size_t row;  /* of section->draw */
};

/* Draws a section into `out` (room for the sum of its rows) and gives how many; fewer than asked where the pool does not hold them. `seed` comes from the
 * sitting's random id and the section's id (seed_from). */
size_t draw_section(const struct exam_section *s, struct pool_item *pool, size_t pool_count, uint64_t seed, struct drawn_item *out);

/* One more item of a row's stratum, by the same rule. False if there is none. */
bool draw_another(const struct exam_section *s, size_t row, struct pool_item *pool, size_t pool_count, uint64_t seed, size_t *out);

#endif
