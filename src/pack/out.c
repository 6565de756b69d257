#include "config.h"
#include "pack/out.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"

static bool write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t done = write(fd, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		p += done;
		n -= (size_t)done;
	}
	mode_t mask = umask(0);
	umask(mask);
	return fchmod(fd, 0644 & ~mask) == 0 && fsync(fd) == 0;
}

/* A device or a pipe takes the bytes itself: a rename would put a file in its place. */
static bool write_special(const char *path, const void *bytes, size_t n, struct err *e)
{
	FILE *f = fopen(path, "we");
	bool good = f && fwrite(bytes, 1, n, f) == n;
	if (f && fclose(f) != 0)
		good = false;
	return good || err_errno(e, errno, _("cannot write '%s'"), path);
}

bool out_write(const char *path, const void *bytes, size_t n, struct err *e)
{
	struct str temporary;
	struct stat st;
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		return write_special(path, bytes, n, e);
	if (!file_may_give_way(path, NULL, e))
		return false;
	str_init(&temporary);
	str_addf(&temporary, "%s.XXXXXX", path);
	int fd = mkstemp(temporary.buf), saved = errno;
	bool good = fd >= 0;
	if (good) {
		good = write_all(fd, bytes, n);
		saved = errno;
		if (close(fd) != 0 && good) {
			good = false;
			saved = errno;
		}
		if (good && rename(temporary.buf, path) != 0) {
			good = false;
			saved = errno;
		}
		if (!good)
			unlink(temporary.buf);
	}
	str_release(&temporary);
	return good || err_errno(e, saved, _("cannot write '%s'"), path);
}
