#include "config.h"
#include "pack/manifest.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "pack/files.h"
#include "pack/limits.h"

enum { DIGITS = HASH_HEX_SIZE - 1 };

void manifest_write(const struct pack_file *files, size_t count, struct str *out)
{
	char hex[HASH_HEX_SIZE];
	for (size_t i = 0; i < count; i++) {
		hash_hex(files[i].bytes, files[i].size, hex);
		str_addf(out, "%s  %s\n", hex, files[i].path);
	}
}

/* One line of `n` bytes; marks the file it names as listed. */
static bool check_line(const char *line, size_t n, const struct pack_file *files, size_t count, bool *listed, const char *archive, struct err *e)
{
	char name[PACK_PATH_MAX + 1], hex[HASH_HEX_SIZE];
	if (n <= DIGITS + 2 || n - DIGITS - 2 > PACK_PATH_MAX || strncmp(line + DIGITS, "  ", 2) != 0 || strspn(line, "0123456789abcdef") != DIGITS)
		return err_set(e, ERR_INPUT, _("'%s': a line of %s is not understood; build the pack again"), archive, PACK_MANIFEST);
	memcpy(name, line + DIGITS + 2, n - DIGITS - 2);
	name[n - DIGITS - 2] = '\0';
	const struct pack_file *f = files_find(files, count, name);
	if (!f)
		return err_set(e, ERR_INPUT, _("'%s': the file '%s' is missing; fetch or build the pack again"), archive, name);
	if (listed[f - files])
		return err_set(e, ERR_INPUT, _("'%s': %s names '%s' twice; build the pack again"), archive, PACK_MANIFEST, name);
	listed[f - files] = true;
	hash_hex(f->bytes, f->size, hex);
	if (strncmp(hex, line, DIGITS) != 0)
		return err_set(e, ERR_INPUT, _("'%s': the checksum of '%s' is wrong, the file was changed or damaged; fetch or build the pack again"), archive,
			       name);
	return true;
}

bool manifest_check(const struct pack_file *m, const struct pack_file *files, size_t count, const char *archive, struct err *e)
{
	bool *listed = xcalloc(count, sizeof(*listed)), good = true;
	listed[m - files] = true;
	for (const char *p = m->bytes, *end = m->bytes + m->size; good && p < end;) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		stop = stop ? stop : end;
		good = check_line(p, (size_t)(stop - p), files, count, listed, archive, e);
		p = stop + (stop < end);
	}
	for (size_t i = 0; good && i < count; i++)
		if (!listed[i])
			good = err_set(e, ERR_INPUT, _("'%s': the file '%s' is not in %s, somebody added it; fetch or build the pack again"), archive,
				       files[i].path, PACK_MANIFEST);
	free(listed);
	return good;
}
