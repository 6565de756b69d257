/* Bytes from anywhere through everything on this floor that reads foreign text; what must hold is checked, not only that nothing crashes. */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "text/cluster.h"
#include "text/locale.h"
#include "text/norm.h"
#include "text/script.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(int holds)
{
	if (!holds)
		abort();
}

static void check_lines(const char *text)
{
	static const int widths[] = {1, 2, 40, 74};
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
		size_t at = 0, total = strlen(text);
		int used;
		for (size_t n; (n = text_wrap(text + at, widths[i], &used)) > 0; at += n)
			demand(used <= widths[i] || widths[i] == 1);
		demand(at == total);
	}
	size_t n = strlen(text);
	while (n > 0) {
		size_t last = cluster_prev(text, n);
		demand(last > 0 && last <= n && last <= 64);
		n -= last;
	}
	char *clipped = text_clip_dup(text, 20);
	demand(text_width(clipped) <= 20);
	free(clipped);
}

static void check_forms(const char *text)
{
	static char *(*const functions[])(const char *) = {
		text_sanitise_dup, text_answer_dup, text_fold_dup, text_name_key_dup, script_uz_cyrillic_dup, script_passport_dup,
	};
	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
		char *form = functions[i](text);
		/* the bytes may be valid or not: what comes out is */
		demand(text_valid(form, strlen(form), NULL));
		if (functions[i] == text_sanitise_dup)
			demand(text_is_line(form));
		if (functions[i] == text_answer_dup) {
			char *again = text_answer_dup(form);
			demand(strcmp(again, form) == 0 && text_is_nfc(form));
			free(again);
		}
		free(form);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum { MOST = 4096 }; /* the Cyrillic engine is slow; long texts have tests of their own */
	char *text = xmalloc(size + 1);
	memcpy(text, data, size);
	text[size] = '\0';
	char *decoded = NULL;
	if (decode_cp1251_dup(text, size, &decoded))
		free(decoded);
	if (size > MOST)
		text[MOST] = '\0';
	check_lines(text);
	check_forms(text);
	free(text);
	return 0;
}
