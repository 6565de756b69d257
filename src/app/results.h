/* A person's best results of checks and exams, and the programmes they are measured by. */
#ifndef SAFAR_APP_RESULTS_H
#define SAFAR_APP_RESULTS_H

#include "app/app.h"
#include "exam/programme.h"

struct best {
	const char *check;
	int mark, maximum;
	bool passed; /* by the pass mark it was held under */
	int64_t at;
};
/* A result of an exam that was given out and still counts. */
struct exam_best {
	const char *sitting, *exam, *title;          /* exam: as programmes name it */
	const char *latin, *birth, *document, *day, *room, *language;
	bool live, passed;
	int mark, maximum, scale;                    /* in units of 1/scale points */
	int64_t ended_at, last_day;                  /* last_day: on which it counts, days since 1970-01-01; INT64_MAX: not said */
};
struct results {
	struct best *list;
	size_t count, room;
	struct exam_best *exams; /* the earliest first */
	size_t exam_count, exam_room;
	int64_t today;
	int offset_min;
	struct arena *arena;
};

bool results_load(struct app *app, int64_t person, struct arena *a, struct results *out, struct err *e);

/* A result_fn over struct results: for practice, where any exam counts. */
struct result results_get(void *ctx, const struct rule *leaf);

/* The same for a certificate that proves something: only live exams count. And the sitting it stands on: the newest that was passed; NULL if there is none. */
struct result results_get_live(void *ctx, const struct rule *leaf);
const struct exam_best *results_live(const struct results *r, const char *exam);

/* The same day so many months later, or the last of that month. Days since 1970-01-01. */
int64_t day_after_months(int64_t day, int months);

/* A programme as installed, with the version whose translations belong to it. */
struct installed_programme {
	const char *path, *departure;
	int64_t version, enrolled_at; /* enrolled_at: ms; 0 for one that was only looked up */
	struct programme *programme;
};

/* The programmes a person is enrolled in; those whose pack is no longer installed are left out. */
bool results_programmes(struct app *app, int64_t person, struct arena *a, struct installed_programme **out, size_t *count, struct err *e);

/* The path of the one installed programme with that path or short id ("flanders"), in `a`. ERR_ABSENT if there is none, ERR_INPUT if several. */
bool results_find_programme(struct app *app, const char *name, struct arena *a, const char **path, struct err *e);

/* One programme by its path; ERR_ABSENT if it is not installed. */
bool results_programme(struct app *app, const char *path, struct arena *a, struct installed_programme *out, struct err *e);

#endif
