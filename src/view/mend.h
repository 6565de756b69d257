/* A typed answer after it was judged: what differs, why, and the mending of only what was wrong, with the cursor in the fault. */
#ifndef SAFAR_VIEW_MEND_H
#define SAFAR_VIEW_MEND_H

#include <stdbool.h>
#include <stddef.h>

#include "learn/gap.h"
#include "view/form_view.h"
#include "view/page.h"

struct mend {
	struct form_view *view;   /* borrowed */
	const char **given;       /* what was judged, a text a gap */
	struct gap_grade *gaps;
	size_t count;
	enum verdict verdict;     /* of the whole, when it was judged last */
	unsigned reasons;
	bool live;                /* the answer may be mended */
};

/* The answer in `v` was judged as `g` says. Where there is something to mend (a typo; accents and spellings that were noted) the line is open again, the cursor stands in the
 * first fault, and after a fault of accents the strip of letters stands below. With `again` it was mended already, and what is wrong now can be mended, too. All memory comes
 * from `a`. */
void mend_begin(struct mend *m, struct form_view *v, const struct item *it, const struct grade *g, bool again, struct arena *a);

/* Whether the text is another one than that judged last: then Enter checks, else it goes on. */
bool mend_changed(const struct mend *m);

/* Whether letters of the answer were right but for their accents. */
bool mend_accents(const struct mend *m);

/* Whether there is one difference, which has the whole right answer. */
bool mend_whole(const struct mend *m);

/* Why, a sentence a reason. */
void mend_reasons(const struct mend *m, struct page *page);

/* What was typed and what is right, for each faulty gap of which something was right. */
void mend_differences(const struct mend *m, struct page *page);

#endif
