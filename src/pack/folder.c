#include "config.h"
#include "pack/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/i18n.h"
#include "pack/limits.h"

struct walk {
	struct files *files;
	const char *path; /* of the pack, as the author names it, without slashes at its end */
	int path_len;
	const struct progress *progress;
	struct diag_list *diags;
};

static const char *shown_name(const struct walk *w, const char *inside)
{
	return arena_printf(w->files->arena, "%.*s/%s", w->path_len, w->path, inside);
}

static bool slurp(struct walk *w, int fd, size_t size, const char *inside, struct err *e)
{
	const char *shown = shown_name(w, inside);
	if (size > PACK_FILE_MAX)
		return files_add(w->files, inside, shown, "", size, e);
	char *bytes = arena_alloc(w->files->arena, size + 1);
	size_t have = 0;
	while (have < size) {
		ssize_t n = read(fd, bytes + have, size - have);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_errno(e, errno, _("cannot read '%s'"), shown);
		if (n == 0)
			break;
		have += (size_t)n;
	}
	return files_add(w->files, inside, shown, bytes, have, e);
}

/* One file by its name in an open folder. O_NOFOLLOW, because a link could lead anywhere; O_NONBLOCK, because a pipe must not hold us up. */
static bool read_file(struct walk *w, int dir, const char *name, const char *inside, struct err *e)
{
	const char *shown = shown_name(w, inside);
	int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0 && errno == ELOOP)
		return err_set(e, ERR_INPUT, _("'%s' is a symbolic link; put the file itself in its place"), shown);
	if (fd < 0)
		return err_errno(e, errno, _("cannot open '%s'"), shown);
	struct stat st;
	bool good;
	if (fstat(fd, &st) != 0)
		good = err_errno(e, errno, _("cannot read '%s'"), shown);
	else if (!S_ISREG(st.st_mode))
		good = err_set(e, ERR_INPUT, _("'%s' is no ordinary file; put a file with text in its place"), shown);
	else
		good = slurp(w, fd, (size_t)st.st_size, inside, e);
	close(fd);
	return good;
}

static bool is_folder(int dir, const char *name)
{
	struct stat st;
	return fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

static bool walk(struct walk *w, int dir, const char *prefix, struct err *e);

static bool visit(struct walk *w, int dir, const char *name, const char *prefix, struct err *e)
{
	const char *inside = arena_printf(w->files->arena, "%s%s", prefix, name);
	switch (file_role(inside)) {
	case FILE_PACK:
	case FILE_FACTS:
	case FILE_UNIT:
	case FILE_SHEET:
	case FILE_PROGRAMME:
	case FILE_EXAM:
	case FILE_PO:
		return progress_tell(w->progress, inside, w->files->count, 0, e) && read_file(w, dir, name, inside, e);
	case FILE_SILENT:
		return true;
	case FILE_WORDS: /* made when the pack is built; one that lies in the sources is out of date */
	case FILE_UNKNOWN:
		break;
	}
	if (!is_folder(dir, name)) {
		diag_add(w->diags, DIAG_WARNING, shown_name(w, inside), 0, 0, _("remove it, or mend its name"), _("this file belongs to no pack and is left out"));
		return true;
	}
	if (strcmp(inside, "units") != 0 && strcmp(inside, "programmes") != 0 && strcmp(inside, "exams") != 0 && strcmp(inside, "po") != 0) {
		diag_add(w->diags, DIAG_WARNING, shown_name(w, inside), 0, 0, _("remove it, or mend its name"), _("this folder belongs to no pack and is left out"));
		return true;
	}
	int sub = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (sub < 0)
		return err_errno(e, errno, _("cannot open '%s'"), shown_name(w, inside));
	return walk(w, sub, arena_printf(w->files->arena, "%s/", inside), e);
}

/* All entries of one folder; closes `dir`. */
static bool walk(struct walk *w, int dir, const char *prefix, struct err *e)
{
	DIR *d = fdopendir(dir);
	if (!d) {
		err_errno(e, errno, _("cannot read '%s'"), shown_name(w, prefix));
		close(dir);
		return false;
	}
	bool good = true;
	for (struct dirent *entry; good && (entry = readdir(d));)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			good = visit(w, dirfd(d), entry->d_name, prefix, e);
	closedir(d);
	return good;
}

bool folder_read(struct files *f, int dir, const char *path, const struct progress *progress, struct diag_list *d, struct err *e)
{
	size_t n = strlen(path);
	while (n > 1 && path[n - 1] == '/')
		n--;
	struct walk w = { .files = f, .path = path, .path_len = (int)n, .progress = progress, .diags = d };
	return walk(&w, dir, "", e);
}
