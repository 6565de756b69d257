/* The word table of a pack: frozen in it when it is built, found or made when it is installed. */
#ifndef SAFAR_APP_PACK_TABLE_H
#define SAFAR_APP_PACK_TABLE_H

#include "core/diag.h"
#include "learn/word_table.h"
#include "learn/word_table_build.h"
#include "pack/source.h"
#include "store/store.h"

/* The words of a checked pack, in `a`; NULL where it teaches no language that the grader knows. */
struct table_words *pack_table_words(const struct pack *p, struct arena *a);

/* Whether the table that a built pack brings is sound and of the language that it teaches; true where there is none. Faults go to `d`. */
bool pack_table_check(const struct pack *p, struct diag_list *d);

/* The table of a checked pack: the one it brings, else one of its own words and the core list, in `a`. *text is NULL where it needs none. */
bool pack_table_text(const struct pack *p, struct arena *a, const char **text, size_t *size, struct err *e);

/* Works out the table of a checked pack with the dictionary of its language, and puts it among its files in place of one that was there. `*dictionary` gets its name,
 * "" if there was none to ask; NULL where the pack needs no table. Only for programs that link hunspell. */
bool pack_table_freeze(struct pack *p, const char **dictionary, struct err *e);

/* The stored table of an installed version, in `a`: ready to judge with. `out->bytes` is NULL where it has none (it teaches no language, or was installed before there
 * were any). ERR_STORE when it is damaged. */
bool pack_table_load(struct store *s, int64_t version, struct arena *a, struct word_table *out, struct err *e);

#endif
