#include "config.h"
#include "core/random.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "core/alloc.h"

static void system_fill(void *ctx, void *out, size_t n)
{
	(void)ctx;
	if (sodium_init() < 0)
		BUG("libsodium does not start");
	randombytes_buf(out, n);
}

struct entropy entropy_system(void)
{
	return (struct entropy){.fill = system_fill};
}

static void fixed_fill(void *ctx, void *out, size_t n)
{
	struct rng r = {*(uint64_t *)ctx};
	unsigned char *p = out;
	while (n) {
		uint64_t v = rng_next(&r);
		size_t take = n < sizeof(v) ? n : sizeof(v);
		memcpy(p, &v, take);
		p += take;
		n -= take;
	}
	*(uint64_t *)ctx = r.state;
}

struct entropy entropy_fixed(uint64_t *state)
{
	return (struct entropy){.fill = fixed_fill, .ctx = state};
}

uint64_t entropy_u64(const struct entropy *e)
{
	uint64_t v;
	e->fill(e->ctx, &v, sizeof(v));
	return v;
}

uint64_t entropy_below(const struct entropy *e, uint64_t n)
{
	uint64_t limit = UINT64_MAX - UINT64_MAX % n, v;
	do
		v = entropy_u64(e);
	while (v >= limit);
	return v % n;
}

void entropy_uuid(const struct entropy *e, char out[37])
{
	unsigned char b[16];
	e->fill(e->ctx, b, sizeof(b));
	b[6] = (unsigned char)((b[6] & 0x0F) | 0x40);
	b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
	char *p = out;
	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*p++ = '-';
		p += snprintf(p, 3, "%02x", b[i]);
	}
}

uint64_t rng_next(struct rng *r)
{
	uint64_t z = (r->state += 0x9E3779B97F4A7C15u);
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

uint64_t rng_below(struct rng *r, uint64_t n)
{
	uint64_t limit = UINT64_MAX - UINT64_MAX % n, v;
	do
		v = rng_next(r);
	while (v >= limit);
	return v % n;
}

void rng_shuffle(struct rng *r, int *order, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t j = (size_t)rng_below(r, i);
		int swap = order[i - 1];
		order[i - 1] = order[j];
		order[j] = swap;
	}
}

uint64_t seed_from(const char *text, uint64_t n)
{
	uint64_t h = 0xCBF29CE484222325u;
	for (const unsigned char *p = (const unsigned char *)text; *p; p++)
		h = (h ^ *p) * 0x100000001B3u;
	struct rng r = {h ^ n};
	return rng_next(&r);
}
