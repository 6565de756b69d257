#include "config.h"
#include "scratch.h"

#include <ftw.h>
#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/alloc.h"

void scratch_open(struct scratch *s)
{
	const char *tmp = getenv("TMPDIR");
	snprintf(s->dir, sizeof(s->dir), "%.40s/safar-XXXXXX", tmp && strlen(tmp) < 40 ? tmp : "/tmp");
	assert_non_null(mkdtemp(s->dir));
	str_init(&s->path);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *place)
{
	(void)st;
	(void)type;
	(void)place;
	return remove(path);
}

void scratch_close(struct scratch *s)
{
	assert_int_equal(nftw(s->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
	str_release(&s->path);
}

const char *scratch_path(struct scratch *s, const char *name)
{
	str_clear(&s->path);
	str_addf(&s->path, "%s/%s", s->dir, name);
	return s->path.buf;
}

void scratch_write(struct scratch *s, const char *name, const void *bytes, size_t n)
{
	const char *slash = strrchr(name, '/');
	if (slash) {
		char folder[64];
		snprintf(folder, sizeof(folder), "%.*s", (int)(slash - name), name);
		mkdir(scratch_path(s, folder), 0700);
	}
	FILE *f = fopen(scratch_path(s, name), "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

char *file_bytes_dup(const char *path, size_t *n)
{
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	FILE *f = fopen(path, "rb");
	assert_non_null(f);
	char *bytes = xmalloc((size_t)st.st_size + 1);
	*n = fread(bytes, 1, (size_t)st.st_size, f);
	bytes[*n] = '\0';
	fclose(f);
	return bytes;
}

char *source_path_dup(const char *name)
{
	const char *top = getenv("top_srcdir");
	struct str s;
	str_init(&s);
	str_addf(&s, "%s/%s", top ? top : ".", name);
	return str_steal(&s);
}
