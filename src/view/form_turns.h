/* A conversation of a form (FORM_TURNS) on a page: the lines said so far, and the answer to the last of them. For form_view only. */
#ifndef SAFAR_VIEW_FORM_TURNS_H
#define SAFAR_VIEW_FORM_TURNS_H

#include "view/form_view.h"

/* Whether the answer to the turn that is open is typed. */
bool turns_typing(const struct form_view *v);
bool turns_open(const struct form_view *v, enum action a);
enum form_outcome turns_action(struct form_view *v, const struct event *e);
/* One text a turn: what was typed, or the source number of the option. Borrowed from `v`. */
void turns_response(struct form_view *v, struct response *out);
void turns_describe(const struct form_view *v, struct page *page);
void turns_judged(const struct form_view *v, const struct item *it, struct page *page);

#endif
