#include "config.h"
#include "site.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "core/random.h"
#include "core/secret.h"
#include "store/packs.h"
#include "store/people.h"

static void item_hash(int i, char body[64], char hash[HASH_HEX_SIZE])
{
	snprintf(body, 64, "{\"id\":\"e%d\",\"type\":\"choice\"}", i);
	hash_hex(body, strlen(body), hash);
}

static bool fill(struct store *s, int people, int64_t *version, struct err *e)
{
	struct pack_row row = {.pack = "dutch-a1", .version = "1.0.0", .title = "Dutch", .kind = "language", .teaches = "nl-BE", .level = "A1",
			       .source_language = "en", .digest = "", .installed_at = 1};
	if (!pack_begin(s, &row, version, e))
		return false;
	for (int i = 0; i < SITE_ITEMS; i++) {
		char id[16], body[64], hash[HASH_HEX_SIZE];
		snprintf(id, sizeof(id), "e%d", i);
		item_hash(i, body, hash);
		struct item_row r = {.unit = "first-day", .id = id, .parent = "", .slot = "parts", .kind = "exercise", .position = i, .step = true, .hash = hash, .body = body};
		if (!pack_add_item(s, *version, &r, e))
			return false;
	}
	for (int i = 1; i <= people; i++) {
		char code[16];
		snprintf(code, sizeof(code), "%d", 1000 + i);
		struct person p = {.code = code, .name = "Дилноза Каримова", .latin = "KARIMOVA DILNOZA", .birth = "1999-03-08", .region = "UZ-TK", .language = "uz"};
		if (!person_save(s, &p, 1, e))
			return false;
	}
	return true;
}

struct store *site_new(const char *path, int people, int64_t *version)
{
	struct err e = ERR_INIT;
	struct store *s = store_open(path, STORE_CREATE, &e);
	if (!s || !store_begin(s, &e) || !store_end(s, fill(s, people, version, &e), &e) || !pack_activate(s, *version, 2, &e))
		bench_broken("no store", e.msg);
	return s;
}

void site_answer(struct site_answer *a, int64_t person, int64_t version, uint64_t n)
{
	char body[64];
	int item = (int)(n % SITE_ITEMS);
	struct rng rng = {.state = n ^ (uint64_t)person << 40};
	item_hash(item, body, a->hash);
	snprintf(a->path, sizeof(a->path), "dutch-a1/first-day/e%d", item);
	snprintf(a->uuid, sizeof(a->uuid), "%08" PRIx64 "-0000-4000-8000-%012" PRIx64, rng_next(&rng) & 0xFFFFFFFF, rng_next(&rng) & 0xFFFFFFFFFFFF);
	a->answer = (struct answer){
		.uuid = a->uuid, .person = person, .path = a->path, .body_hash = a->hash, .version = version, .sitting = "", .drill = "", .direction = "",
		.seed = rng_next(&rng), .shown = "2,0,1,3", .given = "2", .verdict = n % 4 ? "ok" : "wrong", .reasons = "", .mark = n % 4 != 0, .maximum = 1,
		.duration_ms = 4200, .at = INT64_C(1795392000000) + (int64_t)n * 2000, .offset_min = 300, .boot = "6f1c5e62-34a4-4a5e-9f57-2f1f3a6f0d11",
		.mono_ms = (int64_t)n * 2000, .language = "uz", .front = "tui", .program = "0.1.0",
	};
}
