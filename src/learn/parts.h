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

/* Checks the id of a thing and keeps it for the search of doubles. */
bool take_id(struct reading *r, const struct node *n, const char **out);

/* A scalar child in the taught language (no backticks) or in the reader's (sound markup); absent ones are sound. */
bool check_taught(struct reading *r, const struct node *n, const char *key);
bool check_marked(struct reading *r, const struct node *n, const char *key);

/* Reports an empty list. */
bool check_list(struct reading *r, const struct node *list);

/* Reads a part: a map with one key, its kind. Reports every fault; false if there is one. */
bool part_parse(struct reading *r, const struct node *n, struct part *out);

/* Reads a list of exercises. *out and *count get the sound ones; false if some were not. */
bool exercises_parse(struct reading *r, const struct node *list, struct item ***out, size_t *count);

/* The parts practise and listen (part_room.c). What a practice drills is found when all parts are read: choose_drills. */
bool parse_practise(struct reading *r, const struct node *n, struct part *out);
bool parse_listen(struct reading *r, const struct node *n, struct part *out);
void choose_drills(struct reading *r, struct unit *u, bool whole); /* whole: no part was left out for its faults */

/* Reads the sheet for the room. NULL if there is a fault in it. */
struct room *room_parse(struct reading *r, const struct node *n);

#endif
