/* Pages like those of the real screens, for looking at the renderers without a store. */
#ifndef SAFAR_TESTS_VIEW_SAMPLE_PAGES_H
#define SAFAR_TESTS_VIEW_SAMPLE_PAGES_H

#include <stddef.h>

#include "view/page.h"

struct sample {
	const char *name;
	void (*fill)(struct page *p);
};
extern const struct sample samples[];
extern const size_t sample_count;

#endif
