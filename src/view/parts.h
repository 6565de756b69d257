/* Small pieces that several screens put on their pages. */
#ifndef SAFAR_VIEW_PARTS_H
#define SAFAR_VIEW_PARTS_H

#include "app/home.h"
#include "view/page.h"
#include "view/screen.h"

/* A paragraph in one style exactly as written: names, words of the taught language and whatever else is no markup. */
struct block *parts_raw_block(struct page *page, enum style style, const char *text);

/* Adds a cell to the last table, raw or with inline markup whose plain words stand in `style`. */
void parts_cell_raw(struct page *page, enum style style, const char *text);
void parts_cell(struct page *page, enum style style, const char *text);

/* Text with inline markup as plain words, in `a`. */
const char *parts_plain(struct arena *a, const char *text);

/* A day (since 1970-01-01) or an ISO date as the reader writes it, in the page's arena; "" for "" and what is no date. */
const char *parts_day(struct page *page, const struct reader *r, int64_t day, bool full);
const char *parts_date(struct page *page, const struct reader *r, const char *iso);

/* A decimal text ("0.71", "-3.5") with the sign between its parts that readers of the interface's language write, in `a`; what is no number stays. */
const char *parts_number(struct arena *a, const char *decimal);

/* The ISO date a person meant by "2027-03-15", "15.3.2027" or "15/03/2027", in `out`; what is none of these is copied (cut at 31 bytes), so
 * that the use case refuses it in its own words. */
void parts_iso(const char *typed, char out[32]);

/* "Unit 2 · Your first day" in the page's arena. */
const char *parts_unit(struct page *page, int number, const char *title);

/* Where a unit that is begun goes on, in the words of the lesson's own header: "page 6 of 11", or "2 left". */
const char *parts_place(struct page *page, const struct home_unit *u);

/* What a course is about in a word or two, to tell units of several courses apart: "Dutch". */
const char *parts_course(const struct home_pack *p);

/* Moves a pointer among `count` entries by ↑ ↓, first and last; true if the action was one of these. */
bool parts_move(int *current, int count, enum action a);

#endif
