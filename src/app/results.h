/* A person's best check results, and the programmes they are measured by. */
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
struct results {
	struct best *list;
	size_t count, room;
	struct arena *arena;
};

bool results_load(struct app *app, int64_t person, struct arena *a, struct results *out, struct err *e);

/* A result_fn over struct results. */
struct result results_get(void *ctx, const struct rule *leaf);

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
