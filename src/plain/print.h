/* A page as lines of text: the same content for screen readers, braille and scripts. */
#ifndef SAFAR_PLAIN_PRINT_H
#define SAFAR_PLAIN_PRINT_H

#include <stddef.h>

#include "core/str.h"
#include "view/page.h"

enum { PLAIN_WIDTH = 72 };

/* Appends the page, wrapped to `width` columns. Entries are numbered: by their digit where they have one, the others by the numbers from 1 on that are left over. Marks are
 * words. The line being typed comes last as a prompt without a line end in *prompt ("" if there is none). Nothing in it can command a terminal. */
void plain_print(const struct page *page, int width, struct str *out, struct str *prompt);

/* Which entry a number means: block and entry index; false if no entry has it. */
bool plain_entry(const struct page *page, int number, size_t *block, size_t *entry);

#endif
