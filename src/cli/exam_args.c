#include "config.h"
#include "cli/exam_args.h"

#include <limits.h>

#include "core/i18n.h"

bool exam_number(struct cli *c, const char *text, int64_t *out)
{
	/* seats are counted in int: what is larger must not become another one */
	int n;
	bool ok = cli_int(text, 1, INT_MAX, &n);
	*out = ok ? n : 0;
	return ok || err_set(&c->e, ERR_USAGE, _("'%s' is no number of a session or seat; 'safar exam list' shows them"), text);
}

const char *exam_mark_text(struct arena *a, int mark, int scale)
{
	return mark % scale ? arena_printf(a, "%.1f", (double)mark / scale) : arena_printf(a, "%d", mark / scale);
}
