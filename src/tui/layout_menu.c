/* Menus: one entry a row with up to three columns, or all in a running line. */
#include "config.h"
#include "tui/body.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "text/cluster.h"

/* Columns of a menu, counted from where its text begins. */
struct columns {
	int label_x;           /* after the digit */
	int box;               /* columns for [✓] */
	int label, middle, right; /* widest */
	int gap;
	bool show_middle, show_right;
};

static int label_width(const struct text *t)
{
	int width = 0;

	for (size_t i = 0; i < t->count; i++)
		width += text_width(t->spans[i].text);
	return width;
}

static void widen(int *most, const char *text)
{
	int width = text != NULL ? text_width(text) : 0;

	if (width > *most)
		*most = width;
}

static struct columns measure(const struct body *b, const struct block *m)
{
	struct columns c = { .gap = b->narrow ? 2 : 4 };
	bool digits = false;

	for (size_t i = 0; i < m->entry_count; i++) {
		const struct entry *e = &m->entries[i];
		int width = label_width(&e->label);

		digits |= e->digit != 0;
		if (e->mark == MARK_OFF || e->mark == MARK_ON)
			c.box = 4;
		if (e->mark == MARK_EMPTY || e->mark == MARK_FULL)
			c.box = c.box > 2 ? c.box : 2;
		if (e->middle != NULL || e->right != NULL || c.label == 0)
			c.label = width > c.label ? width : c.label;
		widen(&c.middle, e->middle);
		widen(&c.right, e->right);
	}
	if (digits)
		c.label_x = b->narrow ? 2 : 3;
	return c;
}

static int total(const struct columns *c)
{
	return c->label_x + c->box + c->label + (c->show_middle ? c->gap + c->middle : 0) + (c->show_right ? c->gap + c->right : 0);
}

/* Decides which columns there is room for: the third goes first, then the second; what stays is cut rather than the label. */
static void choose(struct columns *c, int available, bool narrow)
{
	enum { MIDDLE_MIN = 8, LABEL_MIN = 12 };
	int over, natural = c->label, least = MIDDLE_MIN;

	if (!narrow && available / 3 > least) /* where there is room, a state in a few words stays whole beside a label however long */
		least = c->middle < available / 3 ? c->middle : available / 3;

	c->show_middle = c->middle > 0;
	c->show_right = c->right > 0;
	if (!narrow && c->middle > 0 && c->label < LABEL_MIN)
		c->label = LABEL_MIN;
	if (total(c) > available) { /* air gives way before words */
		c->label = natural;
		c->gap = total(c) > available ? 2 : c->gap;
	}
	if (total(c) > available && narrow)
		c->show_right = false;
	over = total(c) - available;
	if (over > 0 && c->show_middle) {
		if (c->middle - over >= least || (!narrow && c->middle > least))
			c->middle = c->middle - over >= least ? c->middle - over : least;
		else if (narrow && (c->middle > available / 3 || c->label < available / 2))
			c->show_middle = false; /* a state in a word stays, and a long label gives way */
	}
	over = total(c) - available;
	if (over > 0 && c->show_middle)
		c->label = c->label - over > LABEL_MIN ? c->label - over : LABEL_MIN;
}

/* Columns of the widest label of all. */
static int menu_label(const struct block *m)
{
	int most = 0;

	for (size_t k = 0; k < m->entry_count; k++) {
		int width = label_width(&m->entries[k].label);

		most = width > most ? width : most;
	}
	return most;
}

/* Where labels may run on they give way, never the second column. */
static void keep_middle(struct columns *c, int available, int label)
{
	c->show_middle = c->middle > 0;
	c->show_right = false;
	c->label = label;
	if (total(c) > available) {
		c->gap = 2;
		c->middle = c->middle < available / 2 ? c->middle : available / 2;
		c->label -= total(c) > available ? total(c) - available : 0;
	}
}

int menu_width(const struct body *b, size_t i)
{
	struct columns c;
	int width = 0;
	const struct block *m = &b->page->blocks[i];

	c = measure(b, m);
	for (size_t k = 0; k < m->entry_count; k++) {
		int label = label_width(&m->entries[k].label);

		width = label > width ? label : width;
	}
	c.label = width;
	c.show_middle = c.middle > 0;
	c.show_right = c.right > 0;
	return total(&c);
}

static enum look entry_look(const struct entry *e, bool current)
{
	switch (e->mark) {
	case MARK_GOOD:
		return LOOK_GOOD;
	case MARK_BAD:
		return LOOK_BAD;
	case MARK_GONE:
		return LOOK_DIM;
	case MARK_NONE:
	case MARK_OFF:
	case MARK_ON:
	case MARK_EMPTY:
	case MARK_FULL:
		break;
	}
	return current ? LOOK_ACCENT : LOOK_PLAIN;
}

/* The label; of an entry that is used up only its length is left. */
static void add_label(struct flow *f, const struct entry *e, enum look look)
{
	if (e->mark == MARK_GONE) {
		for (int n = label_width(&e->label); n > 0; n--)
			flow_add(f, look, "·");
	} else if (look == LOOK_PLAIN) {
		flow_add_text(f, look, &e->label);
	} else {
		for (size_t i = 0; i < e->label.count; i++)
			flow_add(f, look, e->label.spans[i].text);
	}
}

/* Pointer or sign before an entry, its digit and its box. */
static void draw_front(struct body *b, const struct entry *e, bool current, int x, int pointer, int box_x)
{
	enum look look = entry_look(e, current);
	char digit[2] = { e->digit, '\0' };

	body_need(b, b->y);
	if (e->mark == MARK_GOOD || e->mark == MARK_BAD)
		canvas_put(&b->canvas, pointer, b->y, 1, look, e->mark == MARK_GOOD ? "✓" : "✗");
	else if (current)
		canvas_put(&b->canvas, pointer, b->y, 1, LOOK_ACCENT, "▸");
	canvas_put(&b->canvas, x, b->y, 1, look, digit);
	if (e->mark == MARK_EMPTY || e->mark == MARK_FULL)
		canvas_put(&b->canvas, box_x, b->y, 1, current ? LOOK_ACCENT : LOOK_PLAIN, e->mark == MARK_FULL ? "●" : "○");
	if (e->mark == MARK_OFF || e->mark == MARK_ON)
		canvas_put(&b->canvas, box_x, b->y, 3, current ? LOOK_ACCENT : LOOK_PLAIN, e->mark == MARK_ON ? "[✓]" : "[ ]");
}

/* A column that begins with a sign of right or wrong has its colour too. */
static enum look column_look(const char *text, enum look otherwise)
{
	return str_starts(text, "✓") ? LOOK_GOOD : str_starts(text, "✗") ? LOOK_BAD : otherwise;
}

/* The second column; the right form beside a wrong one has its colour. */
static void add_middle(struct flow *f, const char *text)
{
	const char *sign = strstr(text, "  ✓ ");
	char *before = sign != NULL ? xstrndup(text, (size_t)(sign - text)) : NULL;

	if (before != NULL) {
		flow_add(f, LOOK_PLAIN, before);
		flow_add(f, LOOK_GOOD, sign);
	} else {
		flow_add(f, column_look(text, str_eq(text, "…") ? LOOK_DIM : LOOK_PLAIN), text);
	}
	free(before);
}

static void draw_entry(struct body *b, const struct columns *c, const struct entry *e, bool current, bool wraps)
{
	int x = b->left + b->shift, label = x + c->label_x + c->box, y = b->y, room = b->right - label;
	bool middle = c->show_middle && e->middle != NULL, right = c->show_right && e->right != NULL;
	struct flow f;

	draw_front(b, e, current, x, b->pointer + b->shift, x + c->label_x);
	if (middle)
		room = c->label;
	else if (right)
		room = b->right - c->right - c->gap - label;
	flow_init(&f);
	add_label(&f, e, entry_look(e, current));
	if (middle && wraps) {
		struct flow second;
		int end;

		flow_draw(&f, b, label, room);
		end = b->y;
		b->y = y;
		flow_init(&second);
		add_middle(&second, e->middle);
		flow_draw(&second, b, label + c->label + c->gap, c->middle);
		flow_release(&second);
		b->y = end > b->y ? end : b->y;
	} else if (middle) {
		struct flow second;

		flow_clip(&f, b, label, y, room);
		flow_init(&second);
		add_middle(&second, e->middle);
		if (b->dense) { /* rows are scarce */
			flow_clip(&second, b, label + c->label + c->gap, y, c->middle);
			b->y++;
		} else {
			flow_draw(&second, b, label + c->label + c->gap, c->middle);
		}
		flow_release(&second);
	} else {
		flow_draw(&f, b, label, room);
	}
	if (right)
		canvas_put(&b->canvas, b->right - text_width(e->right), y, c->right, column_look(e->right, LOOK_DIM), e->right);
	flow_release(&f);
	if (current)
		body_focus(b, y, b->y - 1);
}

/* All in one running line: every entry has its own place for the pointer, so that nothing moves. */
static void draw_running(struct body *b, const struct block *m)
{
	int x = b->pointer, slot = b->left - b->pointer;

	for (size_t i = 0; i < m->entry_count; i++) {
		const struct entry *e = &m->entries[i];
		bool current = (int)i == m->current;
		int digit = e->digit != 0 ? (b->narrow ? 2 : 3) : 0, box = e->mark == MARK_OFF || e->mark == MARK_ON ? 4 : 0;
		int label = label_width(&e->label), middle = e->middle != NULL ? 1 + text_width(e->middle) : 0;
		int width = slot + digit + box + label + middle;
		struct flow f;

		if (x > b->pointer && x + width > b->right) {
			x = b->pointer;
			b->y++;
		}
		draw_front(b, e, current, x + slot, x, x + slot + digit);
		flow_init(&f);
		add_label(&f, e, entry_look(e, current));
		if (middle > 0) {
			flow_add(&f, LOOK_PLAIN, " ");
			flow_add(&f, LOOK_DIM, e->middle);
		}
		flow_clip(&f, b, x + slot + digit + box, b->y, b->right - x - slot - digit - box);
		flow_release(&f);
		if (current)
			body_focus(b, b->y, b->y);
		x += width + 2;
	}
	b->y++;
}

/* Whether the pointer is in the menu right before this one. */
static bool follows_pointer(const struct page *p, size_t i)
{
	while (i > 0 && p->blocks[i - 1].kind == BLOCK_SPACE)
		i--;
	return i > 0 && p->blocks[i - 1].kind == BLOCK_MENU && p->blocks[i - 1].current >= 0;
}

void layout_menu(struct body *b, size_t i)
{
	const struct block *m = &b->page->blocks[i];
	struct columns c;

	if (m->entry_count == 0)
		return;
	if (m->flow) {
		draw_running(b, m);
	} else {
		c = measure(b, m);
		choose(&c, b->right - b->left - b->shift, b->narrow);
		if (m->wraps)
			keep_middle(&c, b->right - b->left - b->shift, menu_label(m));
		for (size_t k = 0; k < m->entry_count; k++)
			draw_entry(b, &c, &m->entries[k], (int)k == m->current, m->wraps);
	}
	if (m->current < 0 && follows_pointer(b->page, i))
		b->bank = b->y - 1;
}
