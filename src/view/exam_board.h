/* What the supervisor's board says of seats: rows of its table, sentences about one seat, and what is new. */
#ifndef SAFAR_VIEW_EXAM_BOARD_H
#define SAFAR_VIEW_EXAM_BOARD_H

#include "app/exam_watch.h"
#include "view/screens.h"

/* "10:41" on the reader's clock, in `a`; "" for 0. */
const char *board_clock(struct arena *a, const struct reader *r, int64_t at);
/* Time left of a section: whole minutes, the last one in seconds; "1 h 20 min" is "80 min". In `a`. */
const char *board_left(struct arena *a, int64_t ms);
/* The whole minutes that board_left names. */
int board_minutes(int64_t ms);
/* "7 min", "45 s", "2 h"; "?" where it is not known. In `a`. */
const char *board_away(struct arena *a, int64_t ms);

/* As many whole words of a title as fit so many columns, and "…" for the others; of a single long word its beginning. In `a`, or the title itself. */
const char *board_short(struct arena *a, const char *title, int columns);

/* Whether somebody should look at the seat: lost, calling, waiting for a release. */
bool board_needs(const struct exam_watched *x);

/* What screen_exam_act asks about an act at `x`, or with NULL at all seats for which it is meant; borrows the name. */
struct exam_ask board_ask(const struct exam_watch *w, const struct exam_watched *x, enum sitting_act act);

/* "4 running · 1 paused · 1 interrupted · 1 call", in `a`. */
const char *board_counts(struct arena *a, const struct exam_tally *t);

/* The table of all seats, with the pointer at seat number `current`. */
void board_table(struct page *page, const struct reader *r, const struct exam_watch *w, int current);

/* What happened last at the seat, and what to do, as paragraphs. */
void board_saying(struct page *page, const struct reader *r, const struct exam_watch *w, const struct exam_watched *x);

/* What is new since the look before, to be told at once. */
enum board_news_kind { BOARD_LOST, BOARD_BACK /* gives signs of life again */, BOARD_CALL, BOARD_EVENT };
enum { BOARD_NEWS_MAX = 4 };
struct board_news {
	enum board_news_kind kind;
	int seat;
	int64_t at;
	char act[24], why[16], text[200]; /* of BOARD_EVENT */
};
struct board_log {
	struct board_news list[BOARD_NEWS_MAX]; /* of the last look that brought any, oldest first */
	size_t count;
	unsigned char *flags;                   /* by seat number: what was so at the look before; owned */
	int flag_count;
	bool looked;
};
void board_log_take(struct board_log *l, const struct exam_watch *w, int64_t now);
void board_log_release(struct board_log *l);
/* The page's news; below what stands there already those of other seats than `seat`, which is described anyhow. */
void board_log_describe(const struct board_log *l, struct page *page, const struct reader *r, int seat);

#endif
