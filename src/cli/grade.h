/* safar grade, in both programs: that of sessions knows installed packs, that of packs reads folders and files. */
#ifndef SAFAR_CLI_GRADE_H
#define SAFAR_CLI_GRADE_H

#include "cli/cli.h"
#include "learn/word_table.h"

/* What --pack names. */
struct grade_pack {
	struct arena arena;
	struct word_table table; /* bytes NULL: the core list alone */
	const char *teaches;
};

/* Finds the pack; on failure c->e says why. `argc` and `argv` are those of the command, for handing it on. */
typedef bool grade_find_fn(struct cli *c, const char *name, int argc, char **argv, struct grade_pack *out);

/* The whole command. */
int grade_run(struct cli *c, int argc, char **argv, grade_find_fn *find);

#endif
