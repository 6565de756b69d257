#include "config.h"
#include "pack/files.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "pack/limits.h"

/* Whether `path` is FOLDER/NAME.SUFFIX with a name of its own and no further folder. */
static bool lies_in(const char *path, const char *folder, const char *suffix)
{
	size_t n = strlen(folder), len = strlen(path);
	return len > n + strlen(suffix) && strncmp(path, folder, n) == 0 && !strchr(path + n, '/') && str_ends(path, suffix) && path[n] != '.';
}

enum file_role file_role(const char *path)
{
	static const char *const silent[] = { "README", "LICENCE", "LICENSE", "COPYING", "AUTHORS", "NEWS" };
	const char *name = strrchr(path, '/');
	name = name ? name + 1 : path;
	if (str_eq(path, "pack.yaml"))
		return FILE_PACK;
	if (str_eq(path, "facts.yaml"))
		return FILE_FACTS;
	if (lies_in(path, "units/", ".yaml"))
		return FILE_UNIT;
	if (lies_in(path, "units/", ".csv"))
		return FILE_SHEET;
	if (lies_in(path, "programmes/", ".yaml"))
		return FILE_PROGRAMME;
	if (lies_in(path, "exams/", ".yaml"))
		return FILE_EXAM;
	if (lies_in(path, "po/", ".po"))
		return FILE_PO;
	if (str_eq(path, PACK_WORDS))
		return FILE_WORDS;
	if (*name == '.' || str_ends(name, ".pot") || str_ends(name, "~"))
		return FILE_SILENT;
	for (size_t i = 0; i < sizeof(silent) / sizeof(*silent); i++)
		if (name == path && str_starts(name, silent[i]))
			return FILE_SILENT;
	return FILE_UNKNOWN;
}

bool files_add(struct files *f, const char *path, const char *shown, const char *bytes, size_t size, struct err *e)
{
	if (f->count == PACK_FILES_MAX)
		return err_set(e, ERR_INPUT, _("the pack has more than %d files; split it into several packs"), PACK_FILES_MAX);
	if (size > PACK_FILE_MAX)
		return err_set(e, ERR_INPUT, _("'%s' is larger than %d MiB; split it into smaller files"), shown, PACK_FILE_MAX / 1024 / 1024);
	if (size > PACK_TOTAL_MAX - f->total)
		return err_set(e, ERR_INPUT, _("the pack is larger than %d MiB; split it into several packs"), PACK_TOTAL_MAX / 1024 / 1024);
	f->total += size;
	f->list = arena_grow(f->arena, f->list, f->count, &f->room, sizeof(*f->list));
	f->list[f->count++] = (struct pack_file){
		.path = arena_strdup(f->arena, path), .shown = arena_strdup(f->arena, shown), .bytes = bytes, .size = size,
	};
	return true;
}

static int by_path(const void *va, const void *vb)
{
	const struct pack_file *a = va, *b = vb;
	return strcmp(a->path, b->path);
}

void files_sort(struct files *f)
{
	if (f->count)
		qsort(f->list, f->count, sizeof(*f->list), by_path);
}

const struct pack_file *files_find(const struct pack_file *list, size_t count, const char *path)
{
	struct pack_file key = { .path = path };
	return count ? bsearch(&key, list, count, sizeof(*list), by_path) : NULL;
}

bool progress_tell(const struct progress *p, const char *what, size_t done, size_t total, struct err *e)
{
	return !p || !p->fn || p->fn(p->ctx, what, done, total) || err_set(e, ERR_INPUT, _("stopped"));
}
