#include "config.h"
#include "app/program.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/str.h"

char *program_path_dup(const char *name)
{
	char self[PATH_MAX];
	const char *folder = getenv("SAFAR_LIBEXECDIR");
	struct str out;
	str_init(&out);
	if (folder && *folder) {
		str_addf(&out, "%s/%s", folder, name);
		return str_steal(&out);
	}
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	self[n > 0 ? n : 0] = '\0';
	char *slash = strrchr(self, '/');
	str_addf(&out, "%.*s/%s", (int)(slash ? slash - self : 0), self, name);
	if (!slash || access(out.buf, X_OK) != 0) {
		str_clear(&out);
		str_addf(&out, "%s/%s", PKGLIBEXECDIR, name);
	}
	return str_steal(&out);
}
