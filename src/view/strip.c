#include "config.h"
#include "view/strip.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "text/cluster.h"
#include "text/letters.h"
#include "view/parts.h"

void strip_begin(struct strip *s, const char *language)
{
	*s = (struct strip){ .letters = letters_of(language) };
	while (s->letters != NULL && s->letters[s->count] != NULL)
		s->count++;
	if (s->count > 0)
		snprintf(s->language, sizeof s->language, "%s", language);
}

void strip_suggest(struct strip *s, bool mends)
{
	s->shown = s->stays = s->count > 0;
	s->mends = mends;
}

void strip_rest(struct strip *s)
{
	s->shown = s->stays = s->focused = s->mends = false;
}

static void close_strip(struct strip *s)
{
	s->focused = false;
	s->shown = s->stays;
}

bool strip_open(const struct strip *s, enum action a)
{
	if (a == ACTION_LETTERS || a == ACTION_ACCENT)
		return s->count > 0;
	return s->focused && (a == ACTION_UP || a == ACTION_DOWN || a == ACTION_PREVIOUS || a == ACTION_NEXT || a == ACTION_DIGIT || a == ACTION_OPEN ||
			      a == ACTION_BACK);
}

const char *strip_label(const struct strip *s, enum action a)
{
	if (!s->focused)
		return NULL;
	switch ((int)a) {
	case ACTION_UP:
		/* TRANSLATORS: footer: the letters of the strip as capitals, and as small letters again */
		return _("capitals");
	case ACTION_PREVIOUS:
		return _("choose");
	case ACTION_OPEN:
	case ACTION_DIGIT:
		/* TRANSLATORS: footer: put the chosen letter into the text */
		return _("put in");
	case ACTION_BACK:
		return _("close");
	default:
		return NULL;
	}
}

static const char *letter_at(const struct strip *s, int i, char out[LETTER_BYTES])
{
	if (!s->capitals)
		return s->letters[i];
	letter_capital(s->letters[i], out);
	return out;
}

/* The cluster before the cursor and its bytes. */
static size_t before(const struct edit *line, const char **letter)
{
	size_t n = cluster_prev(edit_text(line), line->cursor);

	*letter = edit_text(line) + line->cursor - n;
	return n;
}

static void put_in(struct strip *s, struct edit *line, int i)
{
	char capital[LETTER_BYTES], old[LETTER_BYTES] = "";
	const char *letter = letter_at(s, i, capital), *was;
	size_t n = before(line, &was);

	if (n < sizeof old)
		memcpy(old, was, n);
	edit_replace(line, s->mends && n > 0 && letter_plain(old) == letter_plain(letter) ? n : 0, letter);
	s->mends = false;
	close_strip(s);
}

/* The letter before the cursor, or else the one under it, becomes its next form. */
static void turn(const struct strip *s, struct edit *line)
{
	char next[LETTER_BYTES];
	const char *letter;
	size_t n = before(line, &letter);

	if (letter_turn(s->language, letter, n, next)) {
		edit_replace(line, n, next);
		return;
	}
	letter = edit_text(line) + line->cursor;
	n = cluster_next(letter);
	if (!letter_turn(s->language, letter, n, next))
		return;
	line->cursor += n;
	edit_replace(line, n, next);
}

/* A typed e goes to the next form of e; where there is but one form it is put in. False: no letter of the strip. */
static bool seek(struct strip *s, struct edit *line, const char *text)
{
	char plain = text[0] != '\0' && text[1] == '\0' ? letter_plain(text) : 0;
	int found = -1, forms = 0;

	for (int i = s->sought; plain != 0 && i < (int)s->count + s->sought; i++) {
		int at = (s->current + i) % (int)s->count;

		if (letter_plain(s->letters[at]) != plain)
			continue;
		forms++;
		if (found < 0)
			found = at;
	}
	if (found < 0)
		return false;
	s->capitals = letter_is_capital(text, 1);
	s->current = found;
	s->sought = true;
	if (forms == 1)
		put_in(s, line, found);
	return true;
}

static bool typed(struct strip *s, struct edit *line, const char *text)
{
	int digit = text != NULL && text[0] >= '0' && text[0] <= '9' && text[1] == '\0' ? text[0] - '0' : -1;

	if (digit >= 0) {
		int i = digit == 0 ? 9 : digit - 1;

		if (i < (int)s->count)
			put_in(s, line, i);
		return true;
	}
	if (text != NULL && seek(s, line, text))
		return true;
	close_strip(s); /* whoever types on means the line */
	return false;
}

static bool focused_action(struct strip *s, struct edit *line, const struct event *e)
{
	int last = (int)s->count - 1;

	switch ((int)e->action) {
	case ACTION_UP:
	case ACTION_DOWN:
		s->capitals = !s->capitals;
		return true;
	case ACTION_PREVIOUS:
		s->current = s->current > 0 ? s->current - 1 : last;
		return true;
	case ACTION_NEXT:
		s->current = s->current < last ? s->current + 1 : 0;
		return true;
	case ACTION_FIRST:
	case ACTION_LAST:
		s->current = e->action == ACTION_FIRST ? 0 : last;
		return true;
	case ACTION_OPEN:
		put_in(s, line, s->current);
		return true;
	case ACTION_BACK:
		close_strip(s);
		return true;
	case ACTION_TEXT:
		return typed(s, line, e->text);
	default:
		close_strip(s);
		return false;
	}
}

/* Whoever writes in capitals gets capitals: the two letters before the cursor say so, or the only one. */
static bool writes_capitals(const struct edit *line)
{
	const char *text = edit_text(line);
	size_t n = cluster_prev(text, line->cursor), m = cluster_prev(text, line->cursor - n);
	const char *one = text + line->cursor - n, *two = one - m;

	return n > 0 && m > 0 && letter_is_capital(one, n) && letter_is_capital(two, m);
}

bool strip_action(struct strip *s, struct edit *line, const struct event *e)
{
	if (s->count == 0)
		return false;
	if (e->action == ACTION_ACCENT) {
		turn(s, line);
		s->mends = false;
		return true;
	}
	if (e->action == ACTION_LETTERS) {
		if (s->focused) {
			close_strip(s);
			return true;
		}
		s->shown = s->focused = true;
		s->sought = false;
		s->capitals = writes_capitals(line);
		return true;
	}
	if (s->focused)
		return focused_action(s, line, e);
	if (e->action == ACTION_TEXT || e->action == ACTION_ERASE || e->action == ACTION_DELETE)
		s->mends = false;
	return false;
}

void strip_describe(const struct strip *s, struct page *page)
{
	char capital[LETTER_BYTES];
	struct str line;

	if (!s->shown)
		return;
	page_space(page);
	if (s->focused) {
		page_menu(page, true, s->current);
		for (int i = 0; i < (int)s->count; i++)
			page_entry(page, i < 9 ? (char)('1' + i) : i == 9 ? '0' : 0, letter_at(s, i, capital), NULL, NULL);
		return;
	}
	str_init(&line);
	str_add(&line, key_label(ACTION_LETTERS));
	for (int i = 0; i < (int)s->count; i++)
		str_addf(&line, " %s", letter_at(s, i, capital));
	parts_raw_block(page, STYLE_DIM, line.buf);
	str_release(&line);
}
