/* Inside exam_analysis: what stored sittings say of each item, gathered one sitting after the other. */
#ifndef SAFAR_APP_EXAM_GATHER_H
#define SAFAR_APP_EXAM_GATHER_H

#include "app/exam_inside.h"
#include "app/pack_words.h"
#include "exam/analysis.h"

/* A column of the table of marks: an item with one wording, or what assessors gave for a section. */
struct gathered_item {
	const char *path, *hash;     /* hash "": a section that assessors mark */
	const char *label, *asked;   /* label: short id, unlike all others; asked: Markdown, "" where it is long */
	const struct item *item;     /* NULL: of assessors */
	int section, stratum;
	size_t seen;                 /* in which order it was met */
	double max;
	double *seconds;             /* of each attempt that answered it */
	size_t time_count, time_room;
	struct option_count *options;
	int *keys;                   /* source number of each option; NULL: answers that were typed */
	size_t option_count, option_room;
};
struct gathered_mark {
	size_t attempt, item;
	double mark;                 /* NAN: not reached */
};
struct gathering {
	struct app *app;
	struct arena *arena;
	const char *exam;            /* "pack/exam" */
	struct gathered_item *items;
	struct gathered_mark *marks;
	const char **attempts;       /* ids of sittings */
	size_t item_count, item_room, mark_count, mark_room, attempt_count, attempt_room;
	struct blueprint *blueprint; /* of the version read last */
	int64_t version;
	const char *teaches;
	struct pack_words *own_words;
	struct words words;          /* of the questions */
	struct err *e;
	bool ok;
};

/* "pack/exam" of an exam named by its path or, where only one installed exam has it, by its short id; *version of the installed one, 0 for a path of none. NULL with a fault. In `a`. */
const char *exam_named(struct app *app, const char *name, struct arena *a, int64_t *version, struct err *e);

/* Adds a sitting. False with a fault. */
bool gather_sitting(struct gathering *g, const char *sitting, int64_t version, struct err *e);
/* Frees what is not in the arena. */
void gather_end(struct gathering *g);

#endif
