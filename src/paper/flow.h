/* Text flowing over A4 pages: where the next thing stands, when a page is full, what stands at its foot. Lengths are points. */
#ifndef SAFAR_PAPER_FLOW_H
#define SAFAR_PAPER_FLOW_H

#include <stdbool.h>

#include <jansson.h>
#include <pango/pangocairo.h>

#include "core/err.h"

#define PAPER_MM (72.0 / 25.4)

enum { FLOW_PAGES_MAX = 3000, FLOW_PARTS_MAX = 1500 };

/* Pages counted in a first run over the description, part by part (a part begins where the numbers begin afresh). */
struct flow_count {
	int pages[FLOW_PARTS_MAX];
	int parts, all;
};

struct flow {
	const json_t *doc;
	PangoContext *pango;       /* borrowed */
	cairo_t *cr;               /* where to draw; NULL while counting */
	int only;                  /* draw this page alone; 0: all */
	struct flow_count *count;  /* filled by the first run, read by the second */
	const char *foot;          /* running line, "" none; borrowed from the description */
	int page, part, part_page; /* from 1, 0, 1 */
	double x, width, y, bottom; /* of the column that is being filled */
	bool inside;               /* in a block that stays on one page */
	bool measuring;            /* nothing is drawn */
	int heading;               /* level of the last heading's tag, 0 before the first: none is ever left out */
	struct err *e;
	bool failed;               /* said in e */
};

/* How a text looks. */
struct face {
	double size;
	bool bold, serif, mono, faint;
	PangoAlignment align;
};

enum tone { TONE_INK, TONE_FAINT, TONE_ACCENT, TONE_RULE, TONE_PALE };
void flow_tone(const struct flow *f, enum tone t);
/* A thin line from x0 to x1 at y. */
void flow_line(const struct flow *f, double x0, double x1, double y, double thickness, enum tone t);
/* Whether what comes now is drawn. */
bool flow_drawing(const struct flow *f);

/* What is drawn from flow_tag to flow_untag is a structure of ISO 32000-1 §14.8.4 ("P", "TR" …), so that the PDF can be read aloud; in a picture both do nothing. A page must not
 * end inside a tag that has none within it. What stands outside such innermost tags – frames, rules, feet, marks – is decoration to a reader aloud.
 * cairo 1.16 cannot express: alternative texts (of a QR code: its words stand beside it), the language of a text or of the whole, what a heading cell heads, and that decoration
 * is decoration (/Artifact): it is only left unmarked. */
void flow_tag(const struct flow *f, const char *name);
void flow_untag(const struct flow *f, const char *name);

/* A text laid out in `width` (below 0: on one line). The caller unrefs it. */
PangoLayout *flow_layout(struct flow *f, const char *text, const struct face *face, double width);
/* Sets attributes in place of those it has. */
void flow_set_attributes(PangoLayout *layout, PangoAttrList *attrs);
double flow_height(PangoLayout *layout);
double flow_text_width(PangoLayout *layout);
void flow_show(const struct flow *f, PangoLayout *layout, double x, double y, bool faint);

/* The same as a structure of its own. */
void flow_show_as(const struct flow *f, const char *tag, PangoLayout *layout, double x, double y, bool faint);

/* Lays out and shows at (x, y), as a structure if `tag` is not NULL; gives the height. */
double flow_put(struct flow *f, const char *tag, const char *text, const struct face *face, double x, double y, double width);

/* Begins a page if `height` does not fit on this one any more. */
void flow_room(struct flow *f, double height);
void flow_break(struct flow *f);
/* A part of its own: pages are numbered afresh. */
void flow_part(struct flow *f, const char *foot, bool restart);

void flow_begin(struct flow *f);
void flow_end(struct flow *f);

/* The size and face of running text by the words of a description. */
double flow_size(const char *name);
PangoAlignment flow_align(const char *name);
bool flow_serif(const struct flow *f);

#endif
