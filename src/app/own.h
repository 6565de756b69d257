/* What is known of the person signed in that may stand in a sentence of the taught language: <name> and the other blanks of learn/vocabulary.h. */
#ifndef SAFAR_APP_OWN_H
#define SAFAR_APP_OWN_H

#include "app/app.h"
#include "learn/vocabulary.h"

/* Texts in `a`. The name is the given name in Latin letters, as taught languages are written: of the passport's Latin line ("KARIMOVA AZIZA"), else as the centre
 * wrote it; NULL where that is in other letters. Nothing else is known of a person yet. */
struct own_data own_data(const struct app *app, struct arena *a);

#endif
