/* A disk that fills up: a shim over SQLite's own file layer that lets so many bytes be written and then fails. */
#ifndef SAFAR_TESTS_STORE_FAULTY_VFS_H
#define SAFAR_TESTS_STORE_FAULTY_VFS_H

#include <stdint.h>

/* Becomes the default layer of every store opened from now on; all is well until faulty_vfs_limit. */
void faulty_vfs_install(void);

/* After `bytes` more bytes written to any file, writing fails with `code` (SQLITE_FULL, SQLITE_IOERR_WRITE, or
 * SQLITE_IOERR_SHMSIZE); with `in_half`, the write that goes over is
 * made as far as it fits, as a disk does. Negative: never. */
void faulty_vfs_limit(int64_t bytes, int code, int in_half);

/* Every sync takes so much longer, as on a slow disk; 0: as long as it takes. For benches. */
void faulty_vfs_slow(int ms);

/* From now on syncing fails with `code`, or works again with 0. */
void faulty_vfs_no_sync(int code);

/* Bytes written to the log since it was last synced: what a power cut could take away. */
int64_t faulty_vfs_unsynced(void);

#endif
