#include "config.h"
#include "core/file.h"

#include <errno.h>
#include <stdio.h>

#include "core/i18n.h"

bool file_read(const char *path, size_t limit, struct str *out, struct err *e)
{
	bool std = str_eq(path, "-");
	FILE *f = std ? stdin : fopen(path, "re");
	if (!f)
		return err_errno(e, errno, _("cannot read '%s'"), path);
	char block[16 * 1024];
	size_t n, before = out->len;
	while ((n = fread(block, 1, sizeof(block), f)) > 0 && out->len - before <= limit)
		str_addn(out, block, n);
	bool failed = ferror(f) != 0;
	int fault = errno;
	if (!std)
		fclose(f);
	if (failed)
		return err_errno(e, fault, _("cannot read '%s'"), path);
	return out->len - before <= limit || err_set(e, ERR_INPUT, _("'%s' is larger than %zu KiB; it is not what is read here"), path, limit / 1024);
}
