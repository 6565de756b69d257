/* What a practice is made from: units read from the store, and their words in the reader's language. Inside practice.c only. */
#ifndef SAFAR_APP_PRACTICE_LOAD_H
#define SAFAR_APP_PRACTICE_LOAD_H

#include "app/app.h"
#include "app/lesson.h"
#include "app/unit_load.h"
#include "learn/vocabulary.h"

struct practice_unit {
	const char *pack, *teaches;
	int64_t version;
	struct loaded_unit loaded;
	const struct word_table *table; /* of the version; NULL where it has none */
};
struct practice_load {
	struct arena arena;
	struct practice_unit *units;
	size_t count, room;
	const char **own;	   /* paths of what is practised now */
	size_t own_count, own_room;
	const char **hashes;	   /* by entry of the vocabulary, filled by practice_load_words */
	int64_t *versions;
	const char *teaches;	   /* one language at a time: words of other languages are left out … */
	bool any_language;	   /* … unless nothing is asked */
};

/* Units are read once; each of these may be called several times. practice_load_release in any case. */
bool practice_load_step(struct app *app, const struct lesson *l, const struct part *part, struct practice_load *p, struct err *e);
bool practice_load_word(struct app *app, const char *path, struct practice_load *p, struct err *e); /* ERR_ABSENT if there is no such word now */
bool practice_load_word_of_many(struct app *app, const char *path, struct practice_load *p, struct err *e); /* what is absent is left out */
bool practice_load_unit(struct app *app, const char *pack, const char *unit, struct practice_load *p, struct err *e); /* nothing of it is `own` */
void practice_load_release(struct practice_load *p);

/* The vocabulary in the app's language; it borrows from `p`. */
bool practice_load_words(struct app *app, struct practice_load *p, struct vocabulary *out, struct err *e);

/* Body and version that an entry of the vocabulary stands in. */
const char *practice_load_hash(const struct practice_load *p, size_t entry);
int64_t practice_load_version(const struct practice_load *p, size_t entry);

/* The word table that typed answers about an entry are judged with, or NULL. */
const struct word_table *practice_load_table(const struct practice_load *p, size_t entry);

#endif
