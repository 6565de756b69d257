/* Certificates from strangers: JSON of a credential, and the text of a QR code. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "core/str.h"
#include "fuzz.h"
#include "record/cwt.h"
#include "record/jcs.h"
#include "record/nquads.h"
#include "record/profile.h"
#include "record/proof.h"

static void try_json(const char *text, size_t n)
{
	struct err e = ERR_INIT;
	uint8_t issuer[SIGN_PUBLIC_BYTES];
	json_t *c = credential_read(text, n, &e);
	if (!c) {
		HOLDS(e.kind == ERR_INPUT);
		return;
	}
	struct str once, twice;
	str_init(&once);
	str_init(&twice);
	if (jcs_add(&once, c, &e)) {
		/* canonical once is canonical for ever */
		json_t *again = credential_read(once.buf, once.len, &e);
		HOLDS(again && jcs_add(&twice, again, &e) && strcmp(once.buf, twice.buf) == 0);
		json_decref(again);
	}
	str_clear(&once);
	if (profile_check(c, &e)) {
		nquads_add(&once, c, &e);
		proof_check(c, issuer, &e);
	}
	str_release(&once);
	str_release(&twice);
	json_decref(c);
}

static void try_code(const char *text)
{
	static const uint8_t nobody[SIGN_SEED_BYTES] = {7};
	struct err e = ERR_INIT;
	struct arena a = ARENA_INIT;
	struct cwt c;
	struct cwt_seal seal;
	if (cwt_read(text, &a, &c, &seal, &e)) {
		struct sign_key key;
		sign_key_from_seed(&key, nobody);
		HOLDS(!cwt_seal_holds(&seal, key.public));
		/* what was read can be written and read again */
		struct str mine;
		struct cwt back;
		str_init(&mine);
		cwt_add(&mine, &c, &key);
		HOLDS(cwt_read(mine.buf, &a, &back, &seal, &e) && cwt_seal_holds(&seal, key.public) && strcmp(back.name, c.name) == 0);
		str_release(&mine);
	} else {
		HOLDS(e.kind == ERR_INPUT);
	}
	arena_release(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 16384)
		return 0;
	struct arena a = ARENA_INIT;
	const char *text = arena_strndup(&a, (const char *)data, size);
	if (size >= 5 && memcmp(data, "SAF1:", 5) == 0)
		try_code(text);
	else
		try_json(text, size);
	arena_release(&a);
	return 0;
}
