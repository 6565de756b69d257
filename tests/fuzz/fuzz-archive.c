/* Built packs: any bytes as an archive. */
#include "config.h"

#include <sys/mman.h>
#include <unistd.h>

#include "core/arena.h"
#include "fuzz.h"
#include "pack/files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = memfd_create("pack", MFD_CLOEXEC);
	HOLDS(fd >= 0);
	HOLDS(write(fd, data, size) == (ssize_t)size);
	struct arena a = ARENA_INIT;
	struct files f = {.arena = &a};
	struct err e = ERR_INIT;
	if (archive_read_pack(&f, fd, "x.safar", NULL, &e)) {
		HOLDS(e.kind == ERR_NONE);
		for (size_t i = 0; i < f.count; i++) {
			enum file_role role = file_role(f.list[i].path);
			HOLDS(role != FILE_UNKNOWN && role != FILE_SILENT);
			HOLDS(files_find(f.list, f.count, f.list[i].path) == &f.list[i]);
		}
	} else {
		HOLDS(e.kind == ERR_INPUT && *e.msg);
	}
	close(fd);
	arena_release(&a);
	return 0;
}
