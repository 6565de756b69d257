/* Reports of learners that their answer is right, what staff decided, and the answers accepted beside those of a pack. */
#ifndef SAFAR_STORE_REPORTS_H
#define SAFAR_STORE_REPORTS_H

#include "core/arena.h"
#include "store/log.h"
#include "store/store.h"

/* An answer to an item: equal ones share the key. */
struct answer_name {
	const char *path;  /* pack/unit/id */
	const char *drill; /* kind of drill, "" for an exercise */
	const char *key;   /* the text as answers are compared; gaps parted by U+001F */
};

struct report {
	int64_t answer;		      /* seq of the row of the log */
	const char *key;
	unsigned strict;	      /* of enum strict: how the key was made */
	const char *asked, *expected; /* what stood on the screen; accepted forms, " / " between them */
	int64_t at;
};
/* Files it for the person who gave the answer. *taken: that person has reported that answer to that item before; nothing is added. */
bool report_add(struct store *s, const struct report *r, bool *taken, struct err *e);

enum report_state { REPORT_NONE, REPORT_OPEN, REPORT_ACCEPTED, REPORT_DISMISSED };
const char *report_state_name(enum report_state st); /* "" for REPORT_NONE */

/* How a report stands; *reason in `a`, "" where none was given. */
bool report_find(struct store *s, int64_t person, const struct answer_name *n, struct arena *a, enum report_state *state, const char **reason, struct err *e);

/* Equal answers to one item. */
struct report_group {
	int64_t id; /* of the first report of it: what staff name it by */
	struct answer_name name;
	unsigned strict;
	const char *asked, *expected, *given, *verdict, *reasons;
	int people;
	int64_t last_at;
	enum report_state state;
	const char *reason;
	const char *body_hash; /* of the item when it was answered */
	const char *hash_now;  /* of the item in the active version of its pack, "" if it is not there */
};
typedef bool report_group_fn(void *ctx, const struct report_group *g);
/* Those of one state (REPORT_NONE: all), open ones first, the most often reported first. */
bool report_groups(struct store *s, enum report_state state, report_group_fn *fn, void *ctx, struct err *e);
bool report_open_count(struct store *s, int *out, struct err *e);

/* What the report with that id is about, in `a`; ERR_ABSENT. */
struct reported {
	struct answer_name name;
	unsigned strict;
	const char *given, *body_hash;
};
bool report_read(struct store *s, int64_t id, struct arena *a, struct reported *out, struct err *e);

/* Who reported it, by name. */
typedef bool report_person_fn(void *ctx, const char *name, const char *code);
bool report_people(struct store *s, const struct answer_name *n, report_person_fn *fn, void *ctx, struct err *e);

/* All reports of it are decided so; `actor` 0 is the command line. */
bool report_decide(struct store *s, const struct answer_name *n, enum report_state state, const char *reason, int64_t at, int64_t actor, struct err *e);

/* Accepted from now on, or no more. */
bool accepted_add(struct store *s, const struct reported *r, int64_t at, int64_t actor, struct err *e);
bool accepted_remove(struct store *s, const struct answer_name *n, struct err *e);
bool accepted_find(struct store *s, const struct answer_name *n, bool *found, struct err *e);

#endif
