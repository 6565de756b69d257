/* grade with the word table of a pack that is not installed: the one frozen in a built file, or the words of a folder. */
#include "config.h"
#include "cli/cli.h"

#include "app/pack_table.h"
#include "app/packs.h"
#include "cli/grade.h"
#include "core/i18n.h"

static bool take(struct cli *c, const struct pack *p, struct diag_list *d, struct grade_pack *out)
{
	const char *text;
	size_t size;
	if (!pack_table_text(p, &out->arena, &text, &size, &c->e))
		return false;
	out->teaches = arena_strdup(&out->arena, p->teaches);
	return !text || word_table_read(text, size, p->id, &out->table, d);
}

static bool find_source(struct cli *c, const char *name, int argc, char **argv, struct grade_pack *out)
{
	struct pack p = {0};
	struct diag_list d;
	struct clock clock = clock_system();
	(void)argc;
	(void)argv;
	diag_init(&d);
	bool ok = packs_check(&p, name, site_day(clock_wall(&clock), clock_offset(&clock), 0), NULL, &d, &c->e) && take(c, &p, &d, out);
	if (!ok) {
		cli_findings(&d, stderr);
		if (c->e.kind == ERR_NONE)
			err_set(&c->e, ERR_INPUT, _("the pack '%s' has faults; mend them first"), name);
	}
	diag_release(&d);
	pack_release(&p);
	return ok;
}

int cmd_grade_source(struct cli *c, int argc, char **argv)
{
	return grade_run(c, argc, argv, find_source);
}
