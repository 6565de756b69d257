#include "config.h"
#include "view/edit.h"

#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/secret.h"
#include "core/str.h"
#include "text/cluster.h"
#include "text/norm.h"

void edit_init(struct edit *e, size_t limit)
{
	*e = (struct edit){ .limit = limit };
}

void edit_clear(struct edit *e)
{
	if (e->text != NULL)
		secret_wipe(e->text, e->limit + 1);
	e->len = e->cursor = 0;
}

void edit_release(struct edit *e)
{
	edit_clear(e);
	free(e->text);
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

static void insert(struct edit *e, const char *text)
{
	char *fit = fit_dup(e, text);
	size_t take = 0;

	for (size_t n; (n = cluster_next(fit + take)) > 0 && e->len + take + n <= e->limit; )
		take += n;
	if (take > 0) {
		if (e->text == NULL)
			e->text = xcalloc(e->limit + 1, 1);
		memmove(e->text + e->cursor + take, e->text + e->cursor, e->len - e->cursor + 1);
		memcpy(e->text + e->cursor, fit, take);
		e->len += take;
		e->cursor += take;
		/* a mark typed after its letter joins it, so the place between them is no boundary any more */
		edit_move(e, e->cursor);
	}
	secret_wipe(fit, strlen(fit));
	free(fit);
}

void edit_set(struct edit *e, const char *text)
{
	edit_clear(e);
	insert(e, text);
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

static void cut(struct edit *e, size_t from, size_t n)
{
	if (n == 0)
		return;
	memmove(e->text + from, e->text + from + n, e->len - from - n + 1);
	e->len -= n;
	secret_wipe(e->text + e->len, n);
	e->cursor = from;
}

bool edit_action(struct edit *e, const struct event *event)
{
	const char *text = edit_text(e);
	size_t back = cluster_prev(text, e->cursor), on = cluster_next(text + e->cursor);

	switch ((int)event->action) {
	case ACTION_TEXT:
		insert(e, event->text != NULL ? event->text : "");
		return true;
	case ACTION_ERASE:
		cut(e, e->cursor - back, back);
		return true;
	case ACTION_DELETE:
		cut(e, e->cursor, on);
		return true;
	case ACTION_PREVIOUS:
		e->cursor -= back;
		return true;
	case ACTION_NEXT:
		e->cursor += on;
		return true;
	case ACTION_FIRST:
		e->cursor = 0;
		return true;
	case ACTION_LAST:
		e->cursor = e->len;
		return true;
	default:
		return false;
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
