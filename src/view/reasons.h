/* Why a typed answer was not quite right, in plain sentences. */
#ifndef SAFAR_VIEW_REASONS_H
#define SAFAR_VIEW_REASONS_H

#include "learn/difference.h"
#include "view/page.h"

/* One sentence a reason (bits of enum reason), the gravest first, three at most. With one reason the sentence names the place; `d` may be NULL. */
void reasons_describe(struct page *page, unsigned reasons, const struct difference *d);

/* The difference as a block: what was typed, what is right. */
void reasons_difference(struct page *page, enum style style, const struct difference *d);

/* Why the try does not count (VERDICT_RETRY), and the way out. */
const char *reasons_retry(unsigned reasons);

#endif
