/* A lesson of a given version: the active one for learning, the sitting's own for a check. */
#ifndef SAFAR_APP_LESSON_LOAD_H
#define SAFAR_APP_LESSON_LOAD_H

#include "app/lesson.h"
#include "store/packs.h"

struct lesson *lesson_load(struct app *app, const struct pack_row *pack, const char *unit, struct err *e);

#endif
