#include "config.h"
#include "app/packs.h"

#include "app/exam_check.h"
#include "app/pack_table.h"
#include "core/i18n.h"
#include "exam/programme.h"
#include "learn/course.h"
#include "learn/likely.h"

/* What learn/ and exam/ say of a pack that was read. */
static bool check_contents(struct pack *p, const struct progress *progress, struct diag_list *d, struct err *e)
{
	int *banks = arena_array(&p->arena, p->unit_count, sizeof(*banks));
	for (size_t i = 0; i < p->unit_count; i++) {
		/* a unit's items are needed only while it is judged: each gets an arena of its own */
		struct arena a = ARENA_INIT;
		const struct unit *u = unit_parse(&a, p->units[i], p->teaches, true, d);
		if (u)
			likely_check(u, p->teaches, d);
		banks[i] = u && u->has_check ? (int)u->bank_count : -1;
		arena_release(&a);
		if (progress && progress->fn && !progress->fn(progress->ctx, _("checking"), i + 1, p->unit_count))
			return err_set(e, ERR_INPUT, _("stopped"));
	}
	for (size_t i = 0; i < p->programme_count; i++)
		programme_parse(&p->arena, p->programmes[i], d);
	exam_check(p, banks, d);
	pack_check_translations(p, d);
	pack_table_check(p, d);
	diag_sort(d);
	return d->errors == 0;
}

bool packs_check(struct pack *p, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e)
{
	return pack_read(p, path, today, progress, d, e) && check_contents(p, progress, d, e);
}

bool packs_check_archive(struct pack *p, int fd, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e)
{
	return pack_read_archive(p, fd, path, today, progress, d, e) && check_contents(p, progress, d, e);
}
