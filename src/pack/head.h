/* pack.yaml: what the pack is. */
#ifndef SAFAR_PACK_HEAD_H
#define SAFAR_PACK_HEAD_H

#include <stdbool.h>

#include "core/diag.h"
#include "core/err.h"
#include "pack/source.h"

/* Judges p->root and fills what it says into `p`. Every fault goes to `d`; false, with `e` set, if the pack cannot be used at all: another format, no kind, no id. */
bool head_read(struct pack *p, struct diag_list *d, struct err *e);

#endif
