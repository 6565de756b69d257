/* What was typed above what is right: what differs stands in brackets, what is missing is a line to write on. Colour says the same again. */
#include "config.h"
#include "tui/body.h"

#include <string.h>

#include "text/cluster.h"

/* As many _ as letters are missing; spaces between them stay, but a missing space alone is one _. */
static void add_missing(struct flow *f, enum look look, const char *right)
{
	size_t spaces = strspn(right, " ");
	struct str line;

	str_init(&line);
	for (size_t i = 0, n; (n = cluster_next(right + i)) > 0; i += n)
		str_addc(&line, right[i] == ' ' && right[spaces] != '\0' ? ' ' : '_');
	flow_add(f, look, line.buf);
	str_release(&line);
}

/* Spaces at the ends stay outside; a space alone stands in the brackets. */
static void add_bracketed(struct flow *f, enum look look, const char *text)
{
	size_t lead = strspn(text, " "), end = strlen(text);
	struct str line;

	if (text[lead] == '\0')
		lead = 0;
	while (end > lead + 1 && text[end - 1] == ' ')
		end--;
	str_init(&line);
	str_addn(&line, text, lead);
	str_addc(&line, '[');
	str_addn(&line, text + lead, end - lead);
	str_addc(&line, ']');
	str_add(&line, text + end);
	flow_add(f, look, line.buf);
	str_release(&line);
}

static void typed_line(struct flow *f, const struct block *d)
{
	for (size_t i = 0; i < d->change_count; i++) {
		const struct change *c = &d->changes[i];

		if (c->kind == CHANGE_NONE)
			flow_add(f, LOOK_PLAIN, c->typed);
		else if (c->typed[0] != '\0')
			add_bracketed(f, (enum look)d->style, c->typed);
		else
			add_missing(f, (enum look)d->style, c->right);
	}
}

static void right_line(struct flow *f, const struct block *d)
{
	for (size_t i = 0; i < d->change_count; i++) {
		const struct change *c = &d->changes[i];

		if (c->kind == CHANGE_NONE)
			flow_add(f, LOOK_TAUGHT, c->right);
		else if (c->right[0] != '\0')
			add_bracketed(f, LOOK_GOOD, c->right);
	}
}

void layout_difference(struct body *b, size_t i)
{
	const struct block *d = &b->page->blocks[i];
	struct flow f;

	flow_init(&f);
	typed_line(&f, d);
	body_point(b, b->pointer, b->y, (enum look)d->style, d->style == STYLE_BAD ? "✗" : "≈");
	flow_draw(&f, b, b->left, b->right - b->left);
	flow_release(&f);
	flow_init(&f);
	right_line(&f, d);
	body_point(b, b->pointer, b->y, LOOK_GOOD, "✓");
	flow_draw(&f, b, b->left, b->right - b->left);
	flow_release(&f);
}
