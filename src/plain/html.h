/* Pages as one HTML file for paper: no script, nothing from outside. */
#ifndef SAFAR_PLAIN_HTML_H
#define SAFAR_PLAIN_HTML_H

#include "core/str.h"
#include "view/page.h"

/* `text` made harmless for a terminal and for HTML: & < > " ' written as entities. Fit for elements and for quoted attributes. */
void html_escape(const char *text, struct str *out);

/* Appends a whole document: its head with the print style, each page in a section of its own that begins a sheet. `language` (BCP 47) of the text. */
void html_begin(const char *title, const char *language, struct str *out);
void html_page(const struct page *page, struct str *out);
void html_end(struct str *out);

#endif
