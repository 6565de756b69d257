/* Sealed files and what is kept under two pass phrases. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/alloc.h"
#include "core/phrase.h"
#include "core/seal.h"

static struct seal_key key_of(uint8_t number)
{
	uint8_t seed[SEAL_SEED_BYTES] = {number};
	struct seal_key key;
	seal_key_from_seed(&key, seed);
	return key;
}

/* A file sealed to the keys 1 … count. */
static void make(struct str *out, size_t count, const char *header, const void *bytes, size_t n)
{
	uint8_t readers[SEAL_READERS_MAX][SEAL_PUBLIC_BYTES];
	for (size_t i = 0; i < count; i++)
		memcpy(readers[i], key_of((uint8_t)(i + 1)).public, SEAL_PUBLIC_BYTES);
	assert_true(seal_make(out, header, strlen(header), (const uint8_t (*)[SEAL_PUBLIC_BYTES])readers, count, bytes, n));
}

static enum seal_end open_with(const struct str *file, uint8_t number, uint8_t *out)
{
	struct seal_parts p;
	struct seal_key key = key_of(number);
	return seal_read(file->buf, file->len, &p) ? seal_open(&p, &key, out) : SEAL_DAMAGED;
}

static void every_reader_opens_and_nobody_else(void **state)
{
	(void)state;
	static const size_t sizes[] = {0, 1, SEAL_CHUNK - 1, SEAL_CHUNK, SEAL_CHUNK + 1, 3 * SEAL_CHUNK};
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		uint8_t *bytes = xmalloc(sizes[i] + 1), *out = xmalloc(sizes[i] + 1);
		for (size_t k = 0; k < sizes[i]; k++)
			bytes[k] = (uint8_t)(k * 31 + i);
		struct str file;
		struct seal_parts p;
		str_init(&file);
		make(&file, 3, "{}", bytes, sizes[i]);
		assert_true(seal_read(file.buf, file.len, &p));
		assert_int_equal(p.readers, 3);
		assert_int_equal(p.size, sizes[i]);
		assert_memory_equal(p.header, "{}", p.header_size);
		for (uint8_t reader = 1; reader <= 3; reader++) {
			memset(out, 0xAA, sizes[i] + 1);
			assert_int_equal(open_with(&file, reader, out), SEAL_OPENED);
			assert_memory_equal(out, bytes, sizes[i]);
		}
		assert_int_equal(open_with(&file, 4, out), SEAL_OTHER_KEY);
		free(bytes);
		free(out);
		str_release(&file);
	}
}

/* Header, boxes, stream: no bit may be another, and what stays closed leaves nothing behind. */
static void any_changed_byte_stays_closed(void **state)
{
	(void)state;
	static const char secret[] = "the question of tomorrow";
	uint8_t out[sizeof(secret)], nothing[sizeof(secret)] = {0};
	struct str file;
	str_init(&file);
	make(&file, 2, "{\"pack\":\"live\"}", secret, sizeof(secret));
	for (size_t i = 0; i < file.len; i++) {
		struct seal_parts p;
		struct seal_key key = key_of(1);
		file.buf[i] = (char)(file.buf[i] ^ 1 << i % 8);
		if (seal_read(file.buf, file.len, &p) && p.size == sizeof(secret)) {
			memset(out, 0xAA, sizeof(out));
			assert_int_not_equal(seal_open(&p, &key, out), SEAL_OPENED);
			assert_memory_equal(out, nothing, sizeof(out));
		}
		file.buf[i] = (char)(file.buf[i] ^ 1 << i % 8);
	}
	assert_int_equal(open_with(&file, 1, out), SEAL_OPENED);
	str_release(&file);
}

static void a_file_has_its_own_length(void **state)
{
	(void)state;
	struct str file;
	struct seal_parts p;
	str_init(&file);
	make(&file, 1, "{}", "abc", 3);
	for (size_t n = 0; n < file.len; n++)
		assert_false(seal_read(file.buf, n, &p));
	str_addc(&file, '\0');
	assert_false(seal_read(file.buf, file.len, &p));
	str_release(&file);
}

/* Chunks of one file do not stand in for others of the same key, nor in another order. */
static void chunks_keep_their_place(void **state)
{
	(void)state;
	enum { N = 3 * SEAL_CHUNK };
	uint8_t *bytes = xcalloc(N, 1), *out = xmalloc(N);
	struct str file;
	str_init(&file);
	make(&file, 1, "{}", bytes, N);
	size_t chunk = SEAL_CHUNK + 17;
	char *last = file.buf + file.len - chunk, *keep = xmalloc(chunk);
	memcpy(keep, last - chunk, chunk);
	memcpy(last - chunk, last - 2 * chunk, chunk);
	memcpy(last - 2 * chunk, keep, chunk);
	assert_int_equal(open_with(&file, 1, out), SEAL_DAMAGED);
	free(keep);
	free(bytes);
	free(out);
	str_release(&file);
}

static void what_cannot_be_sealed_is_refused(void **state)
{
	(void)state;
	uint8_t zero[1][SEAL_PUBLIC_BYTES] = {{0}}, one[1][SEAL_PUBLIC_BYTES] = {{1}};
	struct str out;
	str_init(&out);
	str_add(&out, "before");
	assert_false(seal_public_is_sound(zero[0]));
	assert_false(seal_public_is_sound(one[0]));
	assert_true(seal_public_is_sound(key_of(1).public));
	assert_false(seal_make(&out, "{}", 2, (const uint8_t (*)[SEAL_PUBLIC_BYTES])zero, 1, "x", 1));
	assert_false(seal_make(&out, "{}", 2, (const uint8_t (*)[SEAL_PUBLIC_BYTES])zero, 0, "x", 1));
	assert_false(seal_make(&out, "", 0, (const uint8_t (*)[SEAL_PUBLIC_BYTES])one, 1, "x", 1));
	assert_string_equal(out.buf, "before");
	str_release(&out);
}

static void both_phrases_are_needed(void **state)
{
	(void)state;
	static const char one[] = "seven geese over the river", other[] = "Етти ғоз дарё устида";
	uint64_t chance = 1;
	const struct entropy entropy = entropy_fixed(&chance);
	struct phrase_box box;
	uint8_t in[32] = {7}, sealed[sizeof(in) + PHRASE_TAG_BYTES], out[sizeof(in)] = {0};
	assert_true(phrase_pair_seal(&box, sealed, in, sizeof(in), one, other, &entropy));
	assert_true(phrase_pair_open(&box, out, sealed, sizeof(sealed), one, other));
	assert_memory_equal(in, out, sizeof(in));
	memset(out, 0, sizeof(out));
	assert_true(phrase_pair_open(&box, out, sealed, sizeof(sealed), other, one)); /* whoever types first */
	assert_memory_equal(in, out, sizeof(in));
	assert_false(phrase_pair_open(&box, out, sealed, sizeof(sealed), one, "another phrase than that"));
	assert_false(phrase_pair_open(&box, out, sealed, sizeof(sealed), one, one));
	assert_false(phrase_open(&box, out, sealed, sizeof(sealed), one));
	assert_false(phrase_pair_seal(&box, sealed, in, sizeof(in), one, one, &entropy));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_reader_opens_and_nobody_else),
		cmocka_unit_test(any_changed_byte_stays_closed),
		cmocka_unit_test(a_file_has_its_own_length),
		cmocka_unit_test(chunks_keep_their_place),
		cmocka_unit_test(what_cannot_be_sealed_is_refused),
		cmocka_unit_test(both_phrases_are_needed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
