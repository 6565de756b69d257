#include "config.h"
#include "view/two_lines.h"

#include "core/secret.h"

void two_lines_init(struct two_lines *t, size_t bytes)
{
	*t = (struct two_lines){ .at_second = false };
	edit_init(&t->first, bytes);
	edit_init(&t->second, PIN_DIGITS);
	t->first.digits = t->second.digits = true;
}

void two_lines_release(struct two_lines *t)
{
	edit_release(&t->first);
	edit_release(&t->second);
}

struct turn two_lines_turn(struct two_lines *t, const struct event *e, effect_fn *done)
{
	enum action a = e->action;
	bool full = t->at_second && t->second.len == PIN_DIGITS;

	t->incomplete = a == ACTION_OPEN && !full && (t->at_second || t->first.len == 0);
	if (a == ACTION_OPEN && full)
		return (struct turn){ .kind = TURN_EFFECT, .effect = done };
	if (a == ACTION_OPEN || a == ACTION_FIELD || a == ACTION_DOWN)
		t->at_second = t->first.len > 0;
	else if (a == ACTION_BACK || a == ACTION_UP || a == ACTION_FIELD_BACK)
		t->at_second = false;
	else
		edit_action(t->at_second ? &t->second : &t->first, e);
	return (struct turn){ .kind = TURN_STAY };
}

void two_lines_describe(const struct two_lines *t, struct page *page, const char *first, const char *second, int width)
{
	struct field a = edit_field(&t->first, page, !t->at_second), b = edit_field(&t->second, page, t->at_second);

	a.width = b.width = width;
	page_field(page, first, &a);
	page_space(page);
	page_field(page, second, &b);
}
