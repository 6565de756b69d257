#include "config.h"
#include "view/edit.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/secret.h"
#include "core/str.h"
#include "text/cluster.h"
#include "text/norm.h"
#include "view/undo.h"

void edit_init(struct edit *e, size_t limit)
{
	*e = (struct edit){ .limit = limit };
}

void edit_clear(struct edit *e)
{
	if (e->text != NULL)
		secret_wipe(e->text, e->limit + 1);
	e->len = e->cursor = 0;
	if (e->undo != NULL)
		undo_clear(e->undo);
}

void edit_release(struct edit *e)
{
	edit_clear(e);
	free(e->text);
	free(e->undo);
	*e = (struct edit){ .limit = 0 };
}

const char *edit_text(const struct edit *e)
{
	return e->text != NULL ? e->text : "";
}

/* `text` as it may stand in a line: valid, NFC, no control characters, inner line ends and tabs as spaces. The caller frees. */
static char *fit_dup(const struct edit *e, const char *text)
{
	char *safe = text_sanitise_dup(text), *nfc;
	struct str s;

	for (size_t n = strlen(safe); n > 0 && safe[n - 1] == ' ' && strchr("\t\n", text[strlen(text) - 1]) != NULL; n--)
		safe[n - 1] = '\0';
	str_init(&s);
	for (size_t i = 0, n; (n = cluster_next(safe + i)) > 0; i += n) {
		/* text_sanitise_dup leaves U+FFFD where something had to go: a line needs no trace of it */
		if (strncmp(safe + i, "\xEF\xBF\xBD", 3) == 0)
			continue;
		if (e->digits && (n != 1 || safe[i] < '0' || safe[i] > '9'))
			continue;
		str_addn(&s, safe + i, n);
	}
	free(safe);
	nfc = text_nfc_dup(s.buf);
	str_release(&s);
	return nfc;
}

/* The line is about to change. Secrets leave no trace. */
static void note(struct edit *e, enum undo_kind kind)
{
	if (e->secret)
		return;
	if (e->undo == NULL)
		e->undo = xcalloc(1, sizeof *e->undo);
	undo_note(e->undo, kind, edit_text(e), e->cursor);
}

static void rest(struct edit *e)
{
	if (e->undo != NULL)
		undo_rest(e->undo);
}

/* Gives how many clusters found no room. */
static size_t insert(struct edit *e, const char *text, bool noted)
{
	char *fit = fit_dup(e, text);
	size_t take = 0, left;

	for (size_t n; (n = cluster_next(fit + take)) > 0 && e->len + take + n <= e->limit; )
		take += n;
	if (take > 0) {
		bool one = cluster_next(fit) == take;

		if (!noted)
			note(e, one ? UNDO_TYPED : UNDO_OTHER);
		if (!one || fit[0] == ' ')
			rest(e); /* a word is a step */
		if (e->text == NULL)
			e->text = xcalloc(e->limit + 1, 1);
		memmove(e->text + e->cursor + take, e->text + e->cursor, e->len - e->cursor + 1);
		memcpy(e->text + e->cursor, fit, take);
		e->len += take;
		e->cursor += take;
		/* a mark typed after its letter joins it, so the place between them is no boundary any more */
		edit_move(e, e->cursor);
	}
	left = text_clusters(fit + take);
	secret_wipe(fit, strlen(fit));
	free(fit);
	return left;
}

void edit_set(struct edit *e, const char *text)
{
	edit_clear(e);
	insert(e, text, true);
	e->cursor = e->len;
}

void edit_move(struct edit *e, size_t at)
{
	size_t place = 0;

	for (size_t n; place < at && (n = cluster_next(edit_text(e) + place)) > 0; place += n)
		if (place + n > at)
			break;
	e->cursor = place;
}

static void cut(struct edit *e, size_t from, size_t n, enum undo_kind kind)
{
	if (n == 0)
		return;
	note(e, kind);
	memmove(e->text + from, e->text + from + n, e->len - from - n + 1);
	e->len -= n;
	secret_wipe(e->text + e->len, n);
	e->cursor = from;
}

void edit_replace(struct edit *e, size_t bytes, const char *text)
{
	if (bytes > e->cursor)
		bytes = e->cursor;
	if (bytes > 0)
		cut(e, e->cursor - bytes, bytes, UNDO_OTHER);
	insert(e, text, bytes > 0);
	rest(e);
}

/* Where the word before the cursor begins, and where the one after it ends: spaces first, then what is no space. A secret is one word, so that its
 * words cannot be counted. */
static size_t word_begin(const struct edit *e)
{
	const char *text = edit_text(e);
	size_t at = e->secret ? 0 : e->cursor;

	for (bool seen = false; at > 0; at -= cluster_prev(text, at)) {
		bool space = text[at - cluster_prev(text, at)] == ' ';

		if (space && seen)
			break;
		seen |= !space;
	}
	return at;
}

static size_t word_end(const struct edit *e)
{
	const char *text = edit_text(e);
	size_t at = e->secret ? e->len : e->cursor;

	for (bool seen = false; at < e->len; at += cluster_next(text + at)) {
		if (text[at] == ' ' && seen)
			break;
		seen |= text[at] != ' ';
	}
	return at;
}

static void go(struct edit *e, size_t at)
{
	if (e->cursor != at)
		rest(e);
	e->cursor = at;
}

static void step(struct edit *e, bool back)
{
	struct undo_step to;

	if (e->undo == NULL || !(back ? undo_back : undo_forth)(e->undo, edit_text(e), e->cursor, &to))
		return;
	e->len = strlen(to.text);
	memcpy(e->text, to.text, e->len + 1);
	e->cursor = to.cursor;
	free(to.text);
}

static bool moves(struct edit *e, enum action a)
{
	const char *text = edit_text(e);

	switch ((int)a) {
	case ACTION_PREVIOUS:
		go(e, e->cursor - cluster_prev(text, e->cursor));
		return true;
	case ACTION_NEXT:
		go(e, e->cursor + cluster_next(text + e->cursor));
		return true;
	case ACTION_FIRST:
		go(e, 0);
		return true;
	case ACTION_LAST:
		go(e, e->len);
		return true;
	case ACTION_WORD_PREVIOUS:
		go(e, word_begin(e));
		return true;
	case ACTION_WORD_NEXT:
		go(e, word_end(e));
		return true;
	default:
		return false;
	}
}

static void take_text(struct edit *e, const struct event *event)
{
	size_t left = insert(e, event->text != NULL ? event->text : "", false);

	if (event->left_out != NULL)
		*event->left_out += left;
}

bool edit_action(struct edit *e, const struct event *event)
{
	const char *text = edit_text(e);
	size_t back;

	switch ((int)event->action) {
	case ACTION_TEXT:
		take_text(e, event);
		return true;
	case ACTION_ERASE:
		back = cluster_prev(text, e->cursor);
		cut(e, e->cursor - back, back, UNDO_ERASED);
		return true;
	case ACTION_DELETE:
		cut(e, e->cursor, cluster_next(text + e->cursor), UNDO_ERASED);
		return true;
	case ACTION_WORD_ERASE:
		back = word_begin(e);
		cut(e, back, e->cursor - back, UNDO_OTHER);
		return true;
	case ACTION_WORD_DELETE:
		cut(e, e->cursor, word_end(e) - e->cursor, UNDO_OTHER);
		return true;
	case ACTION_UNDO:
	case ACTION_REDO:
		step(e, event->action == ACTION_UNDO);
		return true;
	default:
		return moves(e, event->action);
	}
}

struct field edit_field(const struct edit *e, struct page *page, bool active)
{
	const char *value = edit_text(e);
	size_t cursor = e->cursor;

	if (e->secret) {
		/* as many stars as clusters: the secret itself never reaches a page */
		size_t count = text_clusters(value);
		char *stars = arena_alloc(&page->arena, count + 1);

		memset(stars, '*', count);
		cursor = 0;
		for (size_t at = 0, n; at < e->cursor && (n = cluster_next(value + at)) > 0; at += n)
			cursor++;
		value = stars;
	} else {
		value = arena_strdup(&page->arena, value);
	}
	return (struct field){
		.value = value,
		.cursor = cursor,
		.secret = e->secret,
		.active = active,
	};
}
