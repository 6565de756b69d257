/* Runs a fuzz target over its corpus without libFuzzer: every file as it is, then with a few thousand seeded changes.
 * The same changes in every run, so a failure can be looked at again. */
#include "config.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/random.h"
#include "core/str.h"
#include "fuzz.h"

enum { CHANGES_PER_FILE = 300, INPUT_MAX = 1 << 16 };

static size_t file_read(const char *path, uint8_t *out, size_t size)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return SIZE_MAX;
	size_t n = fread(out, 1, size, f);
	fclose(f);
	return n;
}

/* A copy in memory of exactly n bytes, so that a sanitizer sees a read past the end. */
static void run_copy(const uint8_t *bytes, size_t n)
{
	uint8_t *copy = malloc(n ? n : 1);
	if (!copy)
		abort();
	memcpy(copy, bytes, n);
	LLVMFuzzerTestOneInput(copy, n);
	free(copy);
}

/* One small change: a byte, a cut, a repetition, or a character with a meaning in the formats. */
static size_t change(struct rng *r, uint8_t *b, size_t n)
{
	static const char marks[] = "{}[]()|\\`*_#:-'\"\n\t <>&!%?,.0";
	if (!n)
		return 0;
	size_t at = (size_t)(rng_next(r) % n);
	size_t length = (size_t)(rng_next(r) % 16) + 1;
	switch (rng_next(r) % 5) {
	case 0:
		b[at] = (uint8_t)rng_next(r);
		return n;
	case 1:
		b[at] = (uint8_t)marks[rng_next(r) % (sizeof(marks) - 1)];
		return n;
	case 2: /* cut out */
		if (at + length > n)
			return at;
		memmove(b + at, b + at + length, n - at - length);
		return n - length;
	case 3: /* repeat */
		if (at + length > n || n + length > INPUT_MAX)
			return n;
		memmove(b + at + length, b + at, n - at);
		return n + length;
	default: /* end early */
		return at;
	}
}

static void run_file(const uint8_t *bytes, size_t n, uint64_t seed)
{
	static uint8_t work[INPUT_MAX];
	struct rng r = {seed};
	run_copy(bytes, n);
	for (int i = 0; i < CHANGES_PER_FILE; i++) {
		size_t m = n < INPUT_MAX ? n : INPUT_MAX;
		memcpy(work, bytes, m);
		for (uint64_t k = rng_next(&r) % 4; k < 4; k++)
			m = change(&r, work, m);
		run_copy(work, m);
	}
}

/* The folder of a target is named after the program: fuzz-yaml reads tests/fuzz/corpus/yaml. */
int main(int argc, char **argv)
{
	(void)argc;
	static uint8_t bytes[INPUT_MAX];
	const char *slash = strrchr(argv[0], '/');
	const char *name = slash ? slash + 1 : argv[0];
	const char *srcdir = getenv("top_srcdir");
	struct str folder;
	str_init(&folder);
	str_addf(&folder, "%s/tests/fuzz/corpus/%s", srcdir ? srcdir : ".", strncmp(name, "fuzz-", 5) ? name : name + 5);
	DIR *d = opendir(folder.buf);
	if (!d) {
		printf("1..1\nnot ok 1 - no corpus in %s\n", folder.buf);
		return 1;
	}
	int files = 0;
	for (struct dirent *entry; (entry = readdir(d));) {
		if (entry->d_name[0] == '.')
			continue;
		struct str path;
		str_init(&path);
		str_addf(&path, "%s/%s", folder.buf, entry->d_name);
		size_t n = file_read(path.buf, bytes, sizeof(bytes));
		str_release(&path);
		if (n == SIZE_MAX)
			continue;
		uint64_t seed = n;
		for (const char *c = entry->d_name; *c; c++) /* the order of readdir must not matter */
			seed = seed * 31 + (unsigned char)*c;
		run_file(bytes, n, seed);
		files++;
	}
	closedir(d);
	str_release(&folder);
	printf("1..1\n%s 1 - %s: %d files and %d changes of each\n", files ? "ok" : "not ok", name, files, CHANGES_PER_FILE);
	return !files;
}
