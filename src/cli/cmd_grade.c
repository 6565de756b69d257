/* grade: with an installed pack, or none. A folder or file is handed to the program that reads such. */
#include "config.h"
#include "cli/cli.h"

#include <string.h>

#include "app/pack_table.h"
#include "cli/grade.h"
#include "core/i18n.h"
#include "store/packs.h"

/* An id has neither sign. */
static bool is_path(const char *name)
{
	return strpbrk(name, "/.") != NULL;
}

static bool find_installed(struct cli *c, const char *name, int argc, char **argv, struct grade_pack *out)
{
	struct pack_row row;
	if (is_path(name)) {
		cli_run_pack_program(c->store, argc, argv);
		return err_set(&c->e, ERR_IO, _("the pack '%s' cannot be read; install safar again"), name);
	}
	if (!cli_open(c, STORE_OPEN) || !pack_active(c->app.store, name, &out->arena, &row, &c->e))
		return false;
	out->teaches = row.teaches;
	return !*row.teaches || pack_table_load(c->app.store, row.id, &out->arena, &out->table, &c->e);
}

int cmd_grade(struct cli *c, int argc, char **argv)
{
	return grade_run(c, argc, argv, find_installed);
}
