/* Whatever is typed, pasted or imported, made fit for the house. */
#include "config.h"

#include <string.h>

#include "core/arena.h"
#include "fuzz.h"
#include "text/norm.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > 4096)
		return 0;
	struct arena a = ARENA_INIT;
	char *raw = arena_strndup(&a, (const char *)data, size);
	size_t n = strlen(raw), bad = 0;

	char *shown = text_sanitise_dup(raw);
	HOLDS(text_valid(shown, strlen(shown), NULL));
	HOLDS(!text_first_unsafe(shown, NULL) && !strpbrk(shown, "\n\t"));
	free(shown);
	char *answer = text_answer_dup(raw);
	HOLDS(text_valid(answer, strlen(answer), NULL));
	char *again = text_answer_dup(answer);
	HOLDS(strcmp(answer, again) == 0);
	free(again);
	char *folded = text_fold_dup(answer);
	HOLDS(text_valid(folded, strlen(folded), NULL));
	free(folded);
	free(answer);

	if (text_valid(raw, n, &bad)) {
		char *nfc = text_nfc_dup(raw);
		HOLDS(text_is_nfc(nfc));
		free(nfc);
		char *key = text_name_key_dup(raw);
		HOLDS(text_valid(key, strlen(key), NULL));
		free(key);
	} else {
		HOLDS(bad < n);
	}
	arena_release(&a);
	return 0;
}
