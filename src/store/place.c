#include "config.h"
#include "store/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/i18n.h"

const char *place_network_name(uint64_t magic)
{
	static const struct {
		uint32_t magic;
		const char *name;
	} table[] = {
		{.magic = 0x6969, .name = "NFS"},
		{.magic = 0xFF534D42, .name = "CIFS"},
		{.magic = 0xFE534D42, .name = "SMB2"},
		{.magic = 0x517B, .name = "SMB"},
		{.magic = 0x01021997, .name = "9p"},
		{.magic = 0x65735546, .name = "FUSE"},
	};
	/* f_type is signed in places: only the low 32 bits say anything. */
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i].magic == (uint32_t)magic)
			return table[i].name;
	return NULL;
}

static char *folder_dup(const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return xstrdup(".");
	return slash == path ? xstrdup("/") : xstrndup(path, (size_t)(slash - path));
}

static bool check_network(const char *path, const char *where, struct err *e)
{
	struct statfs fs;
	if (statfs(where, &fs) != 0)
		return true;
	const char *name = place_network_name((uint64_t)fs.f_type);
	if (name)
		return err_set(e, ERR_STORE, _("the store '%s' would lie on a network file system (%s), where answers can be lost; keep it on a disk of this machine"), path, name);
	return true;
}

static bool check_file(const char *path, enum store_mode mode, struct err *e)
{
	struct stat st;
	if (stat(path, &st) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return err_set(e, ERR_STORE, _("there is no store '%s'; make one with 'safar init', or name the right file with --store"), path);
		return err_set(e, ERR_STORE, _("the store '%s' cannot be reached (%s); check the rights of its folder"), path, strerror(errno));
	}
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_STORE, _("'%s' is no file; name the store's file with --store"), path);
	if (access(path, R_OK) != 0)
		return err_set(e, ERR_STORE, _("the store '%s' may not be read by you; it belongs to the user who made it"), path);
	if (mode == STORE_OPEN && access(path, W_OK) != 0)
		return err_set(e, ERR_STORE, _("the store '%s' may only be read; give yourself the right to write the file and its folder"), path);
	return true;
}

bool place_check(const char *path, enum store_mode mode, struct err *e)
{
	struct stat st;
	if (mode == STORE_CREATE && lstat(path, &st) == 0)
		return err_set(e, ERR_STORE, _("there is a file '%s' already; choose another name, or move it away"), path);
	if (mode != STORE_CREATE && !check_file(path, mode, e))
		return false;
	char *folder = folder_dup(path);
	bool ok = true;
	if (stat(folder, &st) != 0 || !S_ISDIR(st.st_mode))
		ok = err_set(e, ERR_STORE, _("there is no folder '%s'; make it first"), folder);
	else if (mode != STORE_READ && access(folder, W_OK | X_OK) != 0)
		ok = err_set(e, ERR_STORE, _("the folder '%s' may not be written (%s); the store keeps more than one file in it, so give yourself the right to write there"),
			     folder, strerror(errno));
	else
		ok = check_network(path, mode == STORE_CREATE ? folder : path, e);
	free(folder);
	return ok;
}

bool place_make(const char *path, struct err *e)
{
	int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_errno(e, errno, _("the store '%s' cannot be made"), path);
	close(fd);
	return true;
}
