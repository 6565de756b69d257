#include "config.h"
#include "app/exam_cards.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_inside.h"
#include "app/pack_words.h"
#include "app/paper.h"
#include "core/i18n.h"
#include "core/secret.h"

enum { ACROSS = 2, DOWN = 5 };

struct seat {
	int number;
	const char *name, *code, *language;
};
struct seats {
	struct arena arena;
	struct seat *list;
	size_t count, room;
	int only;
};

static bool take_seat(void *ctx, const struct place_row *r)
{
	struct seats *s = ctx;
	if (sitting_ended(exam_state(r)) || (s->only && s->only != r->seat))
		return true;
	s->list = arena_grow(&s->arena, s->list, s->count, &s->room, sizeof(*s->list));
	s->list[s->count++] = (struct seat){r->seat, arena_strdup(&s->arena, r->name), arena_strdup(&s->arena, r->code), arena_strdup(&s->arena, r->language)};
	return true;
}

/* The exam's title as whoever sits there reads it. */
static const char *title_in(struct app *app, const struct exam_session *x, const char *language, struct arena *a)
{
	struct err ignored = ERR_INIT;
	const char *id = strchr(x->exam, '/') + 1;
	struct pack_words *w = pack_words_load(app->store, x->version, arena_printf(a, "%s.", id), language, &ignored);
	if (!w)
		return x->source_title;
	struct words words = pack_words_view(w);
	const char *title = arena_strdup(a, words_get(&words, a, id, NULL, "title", x->source_title));
	pack_words_free(w);
	return title;
}

static bool add_card(struct app *app, const struct exam_session *x, struct seats *s, const struct seat *seat, json_t *cards, struct err *e)
{
	char code[EXAM_CODE_SIZE], spaced[EXAM_CODE_SIZE + 1];
	if (!exam_new_code(app, x->id, seat->number, code, e))
		return false;
	snprintf(spaced, sizeof(spaced), "%.3s %.3s", code, code + 3);
	const char *language = language_find(seat->language) >= 0 ? seat->language : app->language;
	i18n_set_language(language);
	json_t *card = json_object(), *lines = document_inner(card, "lines");
	document_set(card, "title", arena_printf(&s->arena, _("Seat %d"), seat->number));
	document_set(card, "big", spaced);
	document_push(lines, arena_printf(&s->arena, "%s (%s)", seat->name, seat->code));
	document_push(lines, title_in(app, x, language, &s->arena));
	document_push(lines, *x->room ? arena_printf(&s->arena, "%s · %s", x->day, x->room) : x->day);
	document_push(lines, _("Type the seat and this code at the screen. It opens this seat only; keep it to yourself."));
	if (x->practice)
		document_push(lines, _("This is a practice exam."));
	json_array_append_new(cards, card);
	secret_wipe(code, sizeof(code));
	secret_wipe(spaced, sizeof(spaced));
	return true;
}

bool exam_cards_paper(struct app *app, int64_t session, int seat, const char *path, int *count, struct err *e)
{
	struct seats s = {.arena = ARENA_INIT, .only = seat};
	struct exam_session x;
	char before[LANGUAGE_TAG_SIZE], at[21];
	bool ok = paper_may_write(path, e) && exam_session(app, session, &s.arena, &x, e) && exam_place_each(app->store, session, take_seat, &s, e);
	if (ok && s.count == 0)
		ok = err_set(e, ERR_ABSENT, _("there is no seat that still waits for its code; 'safar exam show' lists the seats of a session"));
	if (!ok) {
		arena_release(&s.arena);
		return false;
	}
	i18n_language(before);
	instant_format(app_now(app), at);
	json_t *doc = document_new(x.title, before, app->site, at), *b = document_add(document_blocks(doc), "cards"), *cards = document_inner(b, "cards");
	document_number(b, "across", ACROSS);
	document_number(b, "down", DOWN);
	document_set(doc, "foot", arena_printf(&s.arena, "%s · %s", x.title, x.day));
	document_flag(doc, "numbers");
	for (size_t i = 0; ok && i < s.count; i++)
		ok = add_card(app, &x, &s, &s.list[i], cards, e);
	i18n_set_language(before);
	ok = ok && (paper_write(app, doc, PAPER_PDF, path, e) || err_add(e, _("codes were given anew, but not printed")));
	json_decref(doc);
	if (ok && count)
		*count = (int)s.count;
	arena_release(&s.arena);
	return ok;
}
