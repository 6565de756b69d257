/* Paper: a description (record/document.h) becomes a PDF or PNG file by the program safar-paper, which alone knows fonts and drawing. */
#ifndef SAFAR_APP_PAPER_H
#define SAFAR_APP_PAPER_H

#include "app/app.h"
#include "record/document.h"

enum paper_format { PAPER_PDF, PAPER_PNG };

enum { PAPER_DPI = 200, PAPER_SECONDS = 120 };

/* Whether paper_write may write there: no file, or a page that it may replace. ERR_INPUT else. */
bool paper_may_write(const char *path, struct err *e);

/* Writes the file whole or not at all; a page that is there is replaced, another file is not (ERR_INPUT). Only its owner may read it. PNG: the first page at PAPER_DPI. ERR_IO if it cannot be written or the program
 * does not answer within PAPER_SECONDS; ERR_INPUT with the program's words if it cannot be drawn. `app` may be NULL. */
bool paper_write(struct app *app, const json_t *document, enum paper_format f, const char *path, struct err *e);

#endif
