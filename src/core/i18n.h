/* The interface's own words in the reader's language. The only file that knows libintl. */
#ifndef SAFAR_CORE_I18N_H
#define SAFAR_CORE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text /* marks a text in a table; translated where it is shown */

/* Languages of the interface, in the order of the first screen. */
struct language {
	const char *tag;      /* en uz uz@cyrillic ru nl fr de, as in po/ */
	const char *own_name; /* in the language itself */
};
extern const struct language languages[];
enum { LANGUAGE_COUNT = 7 };

/* Index of `tag` in languages[], or -1. */
int language_find(const char *tag);

/* Sets a UTF-8 locale that exists everywhere and binds the catalogues in `localedir` (NULL: where they are installed,
 * or $SAFAR_LOCALEDIR, which a build tree uses). Call once. */
void i18n_start(const char *localedir);

/* Switches the interface at once. Unknown tags mean English. */
void i18n_set_language(const char *tag);

/* The tag that is set, for whoever switches for a moment and back. */
enum { LANGUAGE_TAG_SIZE = 16 };
void i18n_language(char out[LANGUAGE_TAG_SIZE]);

#endif
