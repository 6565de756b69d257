/* The screens that the stack itself opens: the first one, the keys, the language. */
#ifndef SAFAR_VIEW_COMMON_H
#define SAFAR_VIEW_COMMON_H

#include "view/screen.h"

/* First screen: a language and a script, nothing to read before. Enter opens screen_sign_in. It is at the bottom of every stack. */
extern const struct screen screen_language;

/* F3 anywhere: the same list, then back to where one was. */
extern const struct screen screen_language_change;

/* F1 anywhere: the keys of the screen below. `arg` is its struct binding table. */
extern const struct screen screen_help;

/* What both language screens share. */
struct language_state {
	int current;    /* index in languages[] */
	bool may_plain; /* the line mode is offered */
	bool demo;      /* a demo store: its sample people are shown */
};
effect_fn language_enter;
struct turn language_action(struct language_state *s, const struct event *e, effect_fn *chosen);
void language_menu(const struct language_state *s, struct page *page);

#endif
