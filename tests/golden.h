/* Expected text beside the tests: compared byte for byte, written anew with SAFAR_BLESS=1. */
#ifndef SAFAR_TESTS_GOLDEN_H
#define SAFAR_TESTS_GOLDEN_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/str.h"

/* Whether the file `name` of `folder` (below the top of the sources) says `text`; prints both where it does not. */
static bool golden_equal(const char *folder, const char *name, const char *text)
{
	const char *top = getenv("top_srcdir");
	struct str path, want;
	char buf[4096];
	size_t n;
	FILE *f;
	bool same;

	str_init(&path);
	str_init(&want);
	str_addf(&path, "%s/%s/%s", top != NULL ? top : "..", folder, name);
	if (getenv("SAFAR_BLESS") != NULL && (f = fopen(path.buf, "w")) != NULL) {
		fputs(text, f);
		fclose(f);
	}
	if ((f = fopen(path.buf, "r")) != NULL) {
		while ((n = fread(buf, 1, sizeof buf, f)) > 0)
			str_addn(&want, buf, n);
		fclose(f);
	}
	same = strcmp(want.buf, text) == 0;
	if (!same)
		fprintf(stderr, "%s\n--- expected\n%s--- is\n%s---\n", path.buf, want.buf, text);
	str_release(&path);
	str_release(&want);
	return same;
}

#endif
