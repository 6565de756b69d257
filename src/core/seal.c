#include "config.h"
#include "core/seal.h"

#include <sodium.h>
#include <string.h>

/* The file: mark (8), length of the header (4, the lowest byte first), number of readers (4), length of what is sealed (8), header, boxes, the start of the stream (24), chunks. */
enum {
	MARK = 8,
	FIXED = MARK + 4 + 4 + 8,
	KEY = crypto_secretstream_xchacha20poly1305_KEYBYTES,
	START = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
	MORE = crypto_secretstream_xchacha20poly1305_ABYTES, /* what a chunk grows by */
};
static const char mark[MARK + 1] = "SAFSEAL1";

_Static_assert(SEAL_SEED_BYTES == crypto_box_SEEDBYTES && SEAL_PUBLIC_BYTES == crypto_box_PUBLICKEYBYTES && SEAL_SECRET_BYTES == crypto_box_SECRETKEYBYTES &&
		       SEAL_BOX_BYTES == KEY + crypto_box_SEALBYTES,
	       "libsodium's sizes");

void seal_key_from_seed(struct seal_key *key, const uint8_t seed[SEAL_SEED_BYTES])
{
	crypto_box_seed_keypair(key->public, key->secret, seed);
}

bool seal_public_is_sound(const uint8_t public[SEAL_PUBLIC_BYTES])
{
	/* with a point of small order every secret gives the same: libsodium refuses it */
	static const uint8_t scalar[crypto_scalarmult_SCALARBYTES] = {8};
	uint8_t shared[crypto_scalarmult_BYTES];
	bool sound = crypto_scalarmult(shared, scalar, public) == 0;
	sodium_memzero(shared, sizeof(shared));
	return sound;
}

static void add_number(struct str *out, uint64_t n, int bytes)
{
	for (int i = 0; i < bytes; i++)
		str_addc(out, (char)(n >> (8 * i)));
}

static uint64_t number_at(const uint8_t *p, int bytes)
{
	uint64_t n = 0;
	for (int i = bytes; i-- > 0;)
		n = n << 8 | p[i];
	return n;
}

/* Chunks of `n` bytes; even nothing is one. */
static size_t chunks_of(size_t n)
{
	return n ? (n + SEAL_CHUNK - 1) / SEAL_CHUNK : 1;
}

/* The digest of all that stands before the stream, which every chunk authenticates. */
static void digest_before(uint8_t out[crypto_hash_sha256_BYTES], const void *file, size_t n)
{
	crypto_hash_sha256(out, file, n);
}

static void add_stream(struct str *out, size_t before, const uint8_t key[KEY], const uint8_t *bytes, size_t n)
{
	crypto_secretstream_xchacha20poly1305_state state;
	uint8_t digest[crypto_hash_sha256_BYTES], start[START], piece[SEAL_CHUNK + MORE];
	digest_before(digest, out->buf + before, out->len - before);
	crypto_secretstream_xchacha20poly1305_init_push(&state, start, key);
	str_addn(out, (const char *)start, sizeof(start));
	for (size_t i = 0, all = chunks_of(n); i < all; i++) {
		size_t from = i * SEAL_CHUNK, size = n - from < SEAL_CHUNK ? n - from : SEAL_CHUNK;
		unsigned char tag = i + 1 == all ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
		crypto_secretstream_xchacha20poly1305_push(&state, piece, NULL, bytes + from, size, digest, sizeof(digest), tag);
		str_addn(out, (const char *)piece, size + MORE);
	}
	sodium_memzero(&state, sizeof(state));
}

bool seal_make(struct str *out, const void *header, size_t header_size, const uint8_t (*readers)[SEAL_PUBLIC_BYTES], size_t count, const void *bytes, size_t n)
{
	uint8_t key[KEY], box[SEAL_BOX_BYTES];
	size_t before = out->len;
	if (!header_size || header_size > SEAL_HEADER_MAX || !count || count > SEAL_READERS_MAX || n > SEAL_BYTES_MAX)
		return false;
	crypto_secretstream_xchacha20poly1305_keygen(key);
	str_addn(out, mark, MARK);
	add_number(out, header_size, 4);
	add_number(out, count, 4);
	add_number(out, n, 8);
	str_addn(out, header, header_size);
	bool sound = true;
	for (size_t i = 0; sound && i < count; i++) {
		sound = seal_public_is_sound(readers[i]) && crypto_box_seal(box, key, sizeof(key), readers[i]) == 0;
		str_addn(out, (const char *)box, sizeof(box));
	}
	if (sound) {
		add_stream(out, before, key, bytes, n);
	} else {
		out->len = before;
		out->buf[before] = '\0';
	}
	sodium_memzero(key, sizeof(key));
	return sound;
}

bool seal_read(const void *file, size_t n, struct seal_parts *out)
{
	const uint8_t *p = file;
	if (n < FIXED || n > SEAL_FILE_MAX || memcmp(p, mark, MARK) != 0)
		return false;
	uint64_t header = number_at(p + MARK, 4), readers = number_at(p + MARK + 4, 4), size = number_at(p + MARK + 8, 8);
	if (!header || header > SEAL_HEADER_MAX || !readers || readers > SEAL_READERS_MAX || size > SEAL_BYTES_MAX)
		return false;
	if (n != FIXED + header + readers * SEAL_BOX_BYTES + START + size + chunks_of(size) * MORE)
		return false;
	*out = (struct seal_parts){
		.header = (const char *)p + FIXED, .header_size = header, .readers = readers, .size = size, .start = p,
	};
	return true;
}

/* The key of the file, from whichever box opens; all are tried, so that the time tells nothing of which it was. */
static bool find_key(const struct seal_parts *p, const struct seal_key *own, uint8_t key[KEY])
{
	const uint8_t *box = (const uint8_t *)p->header + p->header_size;
	uint8_t tried[KEY];
	bool found = false;
	for (size_t i = 0; i < p->readers; i++, box += SEAL_BOX_BYTES)
		if (crypto_box_seal_open(tried, box, SEAL_BOX_BYTES, own->public, own->secret) == 0) {
			memcpy(key, tried, KEY);
			found = true;
		}
	sodium_memzero(tried, sizeof(tried));
	return found;
}

static bool read_stream(const struct seal_parts *p, const uint8_t key[KEY], uint8_t *out)
{
	crypto_secretstream_xchacha20poly1305_state state;
	uint8_t digest[crypto_hash_sha256_BYTES];
	const uint8_t *at = (const uint8_t *)p->header + p->header_size + p->readers * SEAL_BOX_BYTES;
	digest_before(digest, p->start, (size_t)(at - p->start));
	bool ok = crypto_secretstream_xchacha20poly1305_init_pull(&state, at, key) == 0;
	at += START;
	for (size_t i = 0, all = chunks_of(p->size); ok && i < all; i++) {
		size_t from = i * SEAL_CHUNK, size = p->size - from < SEAL_CHUNK ? p->size - from : SEAL_CHUNK;
		unsigned char tag;
		ok = crypto_secretstream_xchacha20poly1305_pull(&state, out + from, NULL, &tag, at, size + MORE, digest, sizeof(digest)) == 0 &&
		     (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) == (i + 1 == all);
		at += size + MORE;
	}
	sodium_memzero(&state, sizeof(state));
	return ok;
}

enum seal_end seal_open(const struct seal_parts *p, const struct seal_key *key, uint8_t *out)
{
	uint8_t file_key[KEY];
	if (!find_key(p, key, file_key)) {
		sodium_memzero(out, p->size);
		return SEAL_OTHER_KEY;
	}
	bool ok = read_stream(p, file_key, out);
	sodium_memzero(file_key, sizeof(file_key));
	if (!ok)
		sodium_memzero(out, p->size);
	return ok ? SEAL_OPENED : SEAL_DAMAGED;
}
