/* Sealed banks: any bytes as such a file, and any bytes as its header. The corpus holds files sealed to the key of an all-zero seed. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/arena.h"
#include "core/seal.h"
#include "fuzz.h"
#include "pack/sealed.h"

static void read_header(const char *bytes, size_t n)
{
	struct arena a = ARENA_INIT;
	struct sealed s;
	struct err e = ERR_INIT;
	if (sealed_read(&a, bytes, n, "x.sealed", &s, &e)) {
		HOLDS(e.kind == ERR_NONE && s.pack && version_valid(s.version) && s.exam_count && s.reader_count);
		for (size_t i = 0; i < s.exam_count; i++)
			HOLDS(s.exams[i].id && s.exams[i].examines && *s.exams[i].body == '{');
	} else {
		HOLDS(e.kind == ERR_INPUT && *e.msg);
	}
	arena_release(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct seal_parts p;
	read_header((const char *)data, size);
	if (!seal_read(data, size, &p))
		return 0;
	HOLDS(p.header_size + p.size < size && p.readers >= 1 && p.readers <= SEAL_READERS_MAX);
	read_header(p.header, p.header_size);
	const uint8_t seed[SEAL_SEED_BYTES] = {0};
	struct seal_key key;
	seal_key_from_seed(&key, seed);
	uint8_t *out = xmalloc(p.size + 1);
	memset(out, 0xAA, p.size);
	if (seal_open(&p, &key, out) != SEAL_OPENED)
		for (size_t i = 0; i < p.size; i++)
			HOLDS(!out[i]);
	free(out);
	return 0;
}
