#include "config.h"
#include "faulty_vfs.h"

#include <string.h>

#include <sqlite3.h>

/* The state of the one disk of the test program. */
static struct {
	sqlite3_vfs vfs, *under;
	int64_t left;
	int code, in_half;
	int slow_ms, no_sync;
	int64_t unsynced; /* of logs: what goes into the file comes from a log that was synced before */
} disk;

struct faulty_file {
	sqlite3_file base;
	sqlite3_file *real; /* lies behind this struct */
	int log;
};

static sqlite3_file *real(sqlite3_file *f)
{
	return ((struct faulty_file *)f)->real;
}

static int f_close(sqlite3_file *f)
{
	return real(f)->pMethods->xClose(real(f));
}

static int f_read(sqlite3_file *f, void *out, int n, sqlite3_int64 at)
{
	return real(f)->pMethods->xRead(real(f), out, n, at);
}

static int f_write(sqlite3_file *f, const void *bytes, int n, sqlite3_int64 at)
{
	if (disk.left >= 0 && n > disk.left) {
		if (disk.in_half && disk.left > 0)
			real(f)->pMethods->xWrite(real(f), bytes, (int)disk.left, at);
		disk.left = 0;
		return disk.code;
	}
	if (disk.left >= 0)
		disk.left -= n;
	if (((struct faulty_file *)f)->log)
		disk.unsynced += n;
	return real(f)->pMethods->xWrite(real(f), bytes, n, at);
}

static int f_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	return real(f)->pMethods->xTruncate(real(f), size);
}

static int f_sync(sqlite3_file *f, int flags)
{
	if (disk.no_sync)
		return disk.no_sync;
	if (disk.slow_ms > 0)
		disk.under->xSleep(disk.under, disk.slow_ms * 1000);
	if (((struct faulty_file *)f)->log)
		disk.unsynced = 0;
	return real(f)->pMethods->xSync(real(f), flags);
}

static int f_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return real(f)->pMethods->xFileSize(real(f), size);
}

static int f_lock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xLock(real(f), level);
}

static int f_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int f_reserved(sqlite3_file *f, int *out)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int f_control(sqlite3_file *f, int op, void *arg)
{
	/* A hint of size would be written by the layer below without asking here. */
	return op == SQLITE_FCNTL_SIZE_HINT ? SQLITE_OK : real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int f_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int f_traits(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int f_shm_map(sqlite3_file *f, int region, int size, int extend, void volatile **out)
{
	return real(f)->pMethods->xShmMap(real(f), region, size, extend, out);
}

static int f_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}

static void f_shm_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int f_shm_unmap(sqlite3_file *f, int remove)
{
	return real(f)->pMethods->xShmUnmap(real(f), remove);
}

static const sqlite3_io_methods methods = {
	.iVersion = 2, .xClose = f_close, .xRead = f_read, .xWrite = f_write, .xTruncate = f_truncate, .xSync = f_sync, .xFileSize = f_size,
	.xLock = f_lock, .xUnlock = f_unlock, .xCheckReservedLock = f_reserved, .xFileControl = f_control, .xSectorSize = f_sector,
	.xDeviceCharacteristics = f_traits, .xShmMap = f_shm_map, .xShmLock = f_shm_lock, .xShmBarrier = f_shm_barrier, .xShmUnmap = f_shm_unmap,
};

static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	(void)vfs;
	struct faulty_file *file = (struct faulty_file *)f;
	file->base.pMethods = NULL;
	file->real = (sqlite3_file *)(file + 1);
	file->log = (flags & SQLITE_OPEN_WAL) != 0;
	int rc = disk.under->xOpen(disk.under, name, file->real, flags, out);
	if (file->real->pMethods)
		file->base.pMethods = &methods;
	return rc;
}

void faulty_vfs_install(void)
{
	disk.under = sqlite3_vfs_find(NULL);
	disk.vfs = *disk.under;
	disk.vfs.zName = "faulty";
	disk.vfs.pNext = NULL;
	disk.vfs.szOsFile = (int)sizeof(struct faulty_file) + disk.under->szOsFile;
	disk.vfs.xOpen = disk_open;
	disk.left = -1;
	sqlite3_vfs_register(&disk.vfs, 1);
}

void faulty_vfs_limit(int64_t bytes, int code, int in_half)
{
	disk.left = bytes;
	disk.code = code;
	disk.in_half = in_half;
}

void faulty_vfs_slow(int ms)
{
	disk.slow_ms = ms;
}

void faulty_vfs_no_sync(int code)
{
	disk.no_sync = code;
}

int64_t faulty_vfs_unsynced(void)
{
	return disk.unsynced;
}
