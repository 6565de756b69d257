#include "config.h"
#include "core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

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

static bool is_there(const char *path, struct err *e)
{
	return err_set(e, ERR_INPUT, _("there is already a file '%s'; it is not replaced"), path);
}

bool file_absent(const char *path, struct err *e)
{
	struct stat s;
	return lstat(path, &s) != 0 || is_there(path, e);
}

bool file_write_new(const char *path, unsigned rights, const struct str *text, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, (mode_t)rights);
	if (fd < 0 && errno == EEXIST)
		return is_there(path, e);
	size_t done = 0;
	ssize_t n = 0;
	while (fd >= 0 && done < text->len && (n = write(fd, text->buf + done, text->len - done)) > 0)
		done += (size_t)n;
	bool ok = fd >= 0 && done == text->len && fsync(fd) == 0;
	int fault = errno;
	if (fd >= 0)
		close(fd);
	if (!ok && fd >= 0)
		unlink(path);
	return ok || err_errno(e, fault, _("cannot write '%s'"), path);
}

static bool begins_with(const char *head, size_t n, const char *const *with)
{
	for (; *with; with++)
		if (n >= strlen(*with) && memcmp(head, *with, strlen(*with)) == 0)
			return true;
	return false;
}

bool file_may_give_way(const char *path, const char *const *pages, struct err *e)
{
	/* A store; keys as they are written (record/key_file.c, record/exam_key.c); what was sealed (core/seal.c). */
	static const char *const kept[] = {"SQLite format 3", "{\n  \"type\": \"Safar", "SAFSEAL", NULL};
	char head[32];
	struct stat st;
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return true; /* so is a link that leads nowhere; a device or a pipe takes what is written itself */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t n = fd >= 0 ? read(fd, head, sizeof(head)) : -1;
	if (fd >= 0)
		close(fd);
	if (n == 0 || (n > 0 && (pages ? begins_with(head, (size_t)n, pages) : !begins_with(head, (size_t)n, kept))))
		return true;
	return is_there(path, e);
}
