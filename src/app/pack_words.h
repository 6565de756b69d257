/* Translations and facts of one installed unit (or of a pack's titles), in one language. */
#ifndef SAFAR_APP_PACK_WORDS_H
#define SAFAR_APP_PACK_WORDS_H

#include "pack/words.h"
#include "store/packs.h"

/* Bytes of the short hash by which a source text is found: 16 hexadecimal digits of its SHA-256 and the terminator. Within one context no more is needed. */
enum { SOURCE_HASH_SIZE = 17 };
void source_hash(const char *source, char out[SOURCE_HASH_SIZE]);

struct pack_words;

/* Reads what the contexts beginning with `prefix` have in `language` ("" for all contexts). Uzbek Cyrillic is made from Uzbek Latin where the pack has no file of its
 * own. Free with pack_words_free (NULL is fine). */
struct pack_words *pack_words_load(struct store *s, int64_t version, const char *prefix, const char *language, struct err *e);
void pack_words_free(struct pack_words *w);

/* For learn/ and view/: borrowed from `w`. */
struct words pack_words_view(struct pack_words *w);

#endif
