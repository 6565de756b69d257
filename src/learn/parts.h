/* The parts of a unit, read one by one. Inside src/learn only; unit_parse puts them together. */
#ifndef SAFAR_LEARN_PARTS_H
#define SAFAR_LEARN_PARTS_H

#include "learn/course.h"

/* What is handed down while a unit is read. */
struct reading {
	struct arena *a;
	const char *unit, *teaches; /* teaches NULL where no language is taught */
	bool check;		    /* judge answers, markup and references too */
	struct diag_list *d;
	const struct node **ids; /* every id met, in `a` */
	size_t id_count, id_room;
};

/* Reads a part: a map with one key, its kind. Reports every fault; false if there is one. */
bool part_parse(struct reading *r, const struct node *n, struct part *out);

/* Reads a list of exercises. *out and *count get the sound ones; false if some were not. */
bool exercises_parse(struct reading *r, const struct node *list, struct item ***out, size_t *count);

#endif
