/* One PO file as a sorted list of messages. */
#ifndef SAFAR_PACK_PO_H
#define SAFAR_PACK_PO_H

#include <stdbool.h>

#include "core/arena.h"
#include "core/diag.h"
#include "pack/source.h"

/* Reads the file `f` into `out` (memory of `a`). Every fault goes to `d`: what is no UTF-8, what libgettextpo cannot read, texts with unsafe characters or too long.
 * False if nothing of the file may be used. Not for two threads at once: libgettextpo hands its findings to functions without a context. */
bool po_read(struct arena *a, const struct pack_file *f, const char *language, struct translation *out, struct diag_list *d);

/* Order of struct message: by context, then source. For qsort and bsearch. */
int message_order(const void *a, const void *b);

#endif
