/* Runs a fuzz target over files of inputs with an ordinary compiler and prints TAP: a crash or a failed sanitizer ends the run early, which
 * the plan shows. Link it with a file that has LLVMFuzzerTestOneInput.
 * usage: PROGRAM [FILE | FOLDER]…   without any: the folders named in $FUZZ_CORPUS, parted by spaces, below $top_srcdir. */
#include "config.h"

#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/alloc.h"
#include "core/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_LIMIT = 16 * 1024 * 1024 };

struct run {
	int count, failed;
};

static void report(struct run *r, bool good, const char *path, const char *why)
{
	r->count++;
	r->failed += !good;
	printf("%sok %d - %s%s\n", good ? "" : "not ", r->count, path, why);
	fflush(stdout);
}

static void run_file(struct run *r, const char *path, size_t size)
{
	FILE *f = fopen(path, "rb");
	/* exactly as large as the input, so that the sanitizer sees a read behind its end */
	uint8_t *data = xmalloc(size);
	bool got = f && size <= INPUT_LIMIT && fread(data, 1, size, f) == size;
	if (f)
		fclose(f);
	bool good = got && LLVMFuzzerTestOneInput(data, size) == 0;
	free(data);
	report(r, good, path, got ? "" : ": cannot be read");
}

static void run_path(struct run *r, const char *path)
{
	struct stat st;
	if (stat(path, &st) != 0) {
		report(r, false, path, ": does not exist");
		return;
	}
	if (!S_ISDIR(st.st_mode)) {
		run_file(r, path, (size_t)st.st_size);
		return;
	}
	struct dirent **entries;
	int n = scandir(path, &entries, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		if (entries[i]->d_name[0] != '.') {
			struct str inner;
			str_init(&inner);
			str_addf(&inner, "%s/%s", path, entries[i]->d_name);
			run_path(r, inner.buf);
			str_release(&inner);
		}
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
}

static void run_corpus(struct run *r, const char *folders)
{
	const char *top = getenv("top_srcdir");
	while (*folders) {
		size_t n = strcspn(folders, " ");
		if (n) {
			struct str path;
			str_init(&path);
			str_addf(&path, "%s/", top ? top : ".");
			str_addn(&path, folders, n);
			run_path(r, path.buf);
			str_release(&path);
		}
		folders += n + (folders[n] == ' ');
	}
}

#ifndef FUZZ_CORPUS
#define FUZZ_CORPUS "" /* a target's own folders may be compiled in */
#endif

int main(int argc, char **argv)
{
	struct run r = {0, 0};
	const char *folders = getenv("FUZZ_CORPUS");
	for (int i = 1; i < argc; i++)
		run_path(&r, argv[i]);
	if (argc == 1)
		run_corpus(&r, folders ? folders : FUZZ_CORPUS);
	if (r.count == 0)
		report(&r, false, "no input was named", "");
	printf("1..%d\n", r.count);
	return r.failed != 0;
}
