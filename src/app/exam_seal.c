#include "config.h"
#include "app/exam_seal.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "app/packs.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "pack/sealed.h"
#include "record/exam_key.h"

void exam_memory_close(int fd, size_t n)
{
	void *bytes = fd >= 0 && n ? mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;
	if (bytes != MAP_FAILED) {
		secret_wipe(bytes, n);
		munmap(bytes, n);
	}
	if (fd >= 0)
		close(fd);
}

int exam_memory_file(const void *bytes, size_t n, struct err *e)
{
	const char *from = bytes;
	const size_t all = n;
	int fd = memfd_create("bank", MFD_CLOEXEC);
	while (fd >= 0 && n) {
		ssize_t done = write(fd, from, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0) {
			err_errno(e, errno ? errno : EIO, _("no memory to hold the bank; close other programs and try again"));
			exam_memory_close(fd, all - n); /* there is no more of it */
			return -1;
		}
		from += done;
		n -= (size_t)done;
	}
	if (fd < 0)
		err_errno(e, errno, _("no memory to hold the bank; close other programs and try again"));
	return fd;
}

static bool seal_checked(const struct pack *p, const struct str *archive, const uint8_t (*keys)[SEAL_PUBLIC_BYTES], size_t count, struct str *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct str header;
	const char **prints = arena_array(&a, count, sizeof(*prints));
	for (size_t i = 0; i < count; i++) {
		char print[EXAM_KEY_PRINT_SIZE];
		exam_key_print(keys[i], print);
		prints[i] = arena_strdup(&a, print);
	}
	str_init(&header);
	sealed_write(p, prints, count, &header);
	bool ok = seal_make(out, header.buf, header.len, keys, count, archive->buf, archive->len) ||
		  err_set(e, ERR_INPUT, _("the bank is too large to be sealed; split it into several packs"));
	str_release(&header);
	arena_release(&a);
	return ok;
}

bool exam_seal(const char *path, const uint8_t (*keys)[SEAL_PUBLIC_BYTES], size_t count, int64_t today, const struct progress *progress, struct diag_list *d,
	       struct str *out, struct err *e)
{
	struct str archive;
	struct pack p = {0};
	if (!count || count > SEAL_READERS_MAX)
		return err_set(e, ERR_USAGE, _("a bank is sealed to 1 to %d keys of centres"), SEAL_READERS_MAX);
	str_init(&archive);
	int fd = -1;
	bool ok = file_read(path, SEAL_BYTES_MAX, &archive, e) && (fd = exam_memory_file(archive.buf, archive.len, e)) >= 0 &&
		  packs_check_archive(&p, fd, path, today, progress, d, e);
	if (!ok && e->kind == ERR_NONE)
		err_set(e, ERR_INPUT, _("'%s' has errors; 'safar pack check' shows them"), path);
	if (ok && p.kind != PACK_EXAM)
		ok = err_set(e, ERR_INPUT, _("'%s' is a course that everybody may read; only packs of kind exam are sealed"), path);
	ok = ok && seal_checked(&p, &archive, keys, count, out, e);
	exam_memory_close(fd, archive.len);
	pack_release(&p);
	secret_wipe(archive.buf, archive.len);
	str_release(&archive);
	return ok;
}
