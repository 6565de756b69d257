/* Blocks of a description put into the flow, one after the other. */
#ifndef SAFAR_PAPER_BLOCKS_H
#define SAFAR_PAPER_BLOCKS_H

#include "paper/flow.h"

void blocks_place(struct flow *f, const json_t *blocks);

/* How high blocks are in a column of this width. */
double blocks_height(const struct flow *f, const json_t *blocks, double width);

/* Puts blocks at (x, y), all on this page; gives their height. */
double blocks_put(struct flow *f, const json_t *blocks, double x, double y, double width);

/* Kinds with files of their own. */
void place_table(struct flow *f, const json_t *b);
void place_cards(struct flow *f, const json_t *b);
void place_qr(struct flow *f, const json_t *b);

#endif
