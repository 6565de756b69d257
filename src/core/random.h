/* Chance: secure bytes for ids and secrets, and a small seeded generator where the same seed must give the same order. */
#ifndef SAFAR_CORE_RANDOM_H
#define SAFAR_CORE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* Where random ids and seeds come from; a test hands in its own. */
struct entropy {
	void (*fill)(void *ctx, void *out, size_t n);
	void *ctx;
};
struct entropy entropy_system(void);                  /* libsodium's randombytes */
struct entropy entropy_fixed(uint64_t *state);        /* repeatable, for tests; `state` is borrowed */
uint64_t entropy_u64(const struct entropy *e);
uint64_t entropy_below(const struct entropy *e, uint64_t n); /* uniform in 0..n-1; n > 0 */
void entropy_uuid(const struct entropy *e, char out[37]);    /* RFC 9562 version 4, lower case */

/* SplitMix64 (Steele, Lea, Flood 2014): the order it gives is part of the record, so it must never change. */
struct rng {
	uint64_t state;
};
uint64_t rng_next(struct rng *r);
uint64_t rng_below(struct rng *r, uint64_t n); /* uniform in 0..n-1; n > 0 */
void rng_shuffle(struct rng *r, int *order, size_t n); /* Fisher and Yates, in place */

/* A seed from a text (FNV-1a, 64 bits) and a number: the same drill in the same try looks the same after a power cut. */
uint64_t seed_from(const char *text, uint64_t n);

#endif
