/* Identity at a seat: what was typed from a passport, put in order and laid beside the record. Declared in exam_seating.h. */
#include "config.h"
#include "app/exam_seating.h"

#include <string.h>

#include "app/exam_inside.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/mrz.h"

/* Lengths of the longest letters in common from each pair of places on: both names are letters of a machine-readable line, at most MRZ_NAME_SIZE. */
struct common {
	unsigned char length[MRZ_NAME_SIZE][MRZ_NAME_SIZE];
};

static void find_common(struct common *c, const char *a, size_t n, const char *b, size_t m)
{
	memset(c, 0, sizeof(*c));
	for (size_t i = n; i-- > 0;)
		for (size_t k = m; k-- > 0;) {
			unsigned char skip = c->length[i + 1][k] > c->length[i][k + 1] ? c->length[i + 1][k] : c->length[i][k + 1];
			c->length[i][k] = a[i] == b[k] ? (unsigned char)(c->length[i + 1][k + 1] + 1) : skip;
		}
}

/* The next stretch of both: the same in both, or up to where they are the same again. */
static struct identity_span next_span(const struct common *c, struct arena *arena, const char *a, const char *b, size_t *i, size_t *k)
{
	size_t i0 = *i, k0 = *k;
	if (a[*i] && a[*i] == b[*k]) {
		while (a[*i] && a[*i] == b[*k])
			(*i)++, (*k)++;
	} else {
		while ((a[*i] || b[*k]) && !(a[*i] && a[*i] == b[*k])) {
			if (!b[*k] || (a[*i] && c->length[*i + 1][*k] >= c->length[*i][*k + 1]))
				(*i)++;
			else
				(*k)++;
		}
	}
	bool same = a[i0] && a[i0] == b[k0];
	return (struct identity_span){
		.kind = same ? IDENTITY_SAME : *i == i0 ? IDENTITY_MISSING : *k == k0 ? IDENTITY_EXTRA : IDENTITY_OTHER,
		.typed = arena_strndup(arena, a + i0, *i - i0), .record = arena_strndup(arena, b + k0, *k - k0),
	};
}

static void compare(struct arena *a, struct exam_identity_look *out)
{
	struct common *c = arena_alloc(a, sizeof(*c));
	const char *typed = out->identity.latin, *record = out->record_latin;
	size_t room = 0, n = strlen(typed), m = strlen(record);
	if (m >= MRZ_NAME_SIZE || n >= MRZ_NAME_SIZE) { /* no line of a passport: all of it is another */
		out->spans = arena_array(a, 1, sizeof(*out->spans));
		out->spans[out->span_count++] = (struct identity_span){IDENTITY_OTHER, typed, record};
		return;
	}
	find_common(c, typed, n, record, m);
	for (size_t i = 0, k = 0; i < n || k < m;) {
		out->spans = arena_grow(a, out->spans, out->span_count, &room, sizeof(*out->spans));
		out->spans[out->span_count++] = next_span(c, a, typed, record, &i, &k);
	}
}

bool exam_identity_typed(struct app *app, const struct exam_identity *typed, struct arena *a, struct exam_identity *out, struct err *e)
{
	char name[MRZ_NAME_SIZE], number[MRZ_NUMBER_SIZE], today[11], birth[11] = "";
	if (!*typed->latin)
		return err_set(e, ERR_INPUT, _("the name is missing; copy it letter by letter from the lines at the bottom of the passport, as KARIMOVA<<AZIZA"));
	if (!*typed->document)
		return err_set(e, ERR_INPUT, _("the number of the document is missing; copy its letters and digits, without spaces"));
	if (!mrz_name(typed->latin, name))
		return err_set(e, ERR_INPUT, _("'%s' is no name of a passport's machine-readable lines; copy it letter by letter, as KARIMOVA<<AZIZA"), typed->latin);
	date_format(app_today(app), today);
	if (mrz_is_second_line(typed->document)) {
		if (!mrz_second_line(typed->document, today, number, birth))
			return err_set(e, ERR_INPUT, _("a check digit of the second line does not hold: something was typed wrongly; compare it character by character"));
	} else if (!mrz_number(typed->document, number)) {
		return err_set(e, ERR_INPUT, _("'%s' is no number of a document; copy its letters and digits, without spaces"), typed->document);
	}
	if (*birth && *typed->birth && strcmp(birth, typed->birth) != 0)
		return err_set(e, ERR_INPUT, _("the birth date typed is not the one in the second line; compare both with the passport"));
	*out = (struct exam_identity){
		.latin = arena_strdup(a, name), .birth = arena_strdup(a, *birth ? birth : typed->birth), .document = arena_strdup(a, number),
	};
	int64_t day;
	if (!date_parse(out->birth, &day))
		return err_set(e, ERR_INPUT, _("'%s' is no date; write it as 2026-12-31"), out->birth);
	return day <= app_today(app) || err_set(e, ERR_INPUT, _("nobody is born on %s yet; compare the birth date with the passport"), out->birth);
}

/* One document is one person's: else a number was typed wrongly, or somebody sits for another. */
struct other_holder {
	struct arena *arena;
	struct exam_identity_look *look;
};

static bool take_other(void *ctx, const struct place_row *r)
{
	struct other_holder *x = ctx;
	x->look->other = arena_strdup(x->arena, r->name);
	return true;
}

bool exam_identity_look(struct app *app, int64_t session, int seat, const struct exam_identity *typed, struct arena *a, struct exam_identity_look *out, struct err *e)
{
	struct exam_planned s;
	*out = (struct exam_identity_look){.record_latin = "", .record_birth = "", .other = ""};
	if (!exam_planned_seat(app, session, seat, a, &s, e) || !exam_identity_typed(app, typed, a, &out->identity, e))
		return false;
	char record[MRZ_NAME_SIZE];
	out->record_latin = mrz_name(s.record_latin, record) ? arena_strdup(a, record) : s.record_latin;
	out->record_birth = s.record_birth;
	out->name_same = !*out->record_latin || strcmp(out->identity.latin, out->record_latin) == 0;
	out->birth_same = !*out->record_birth || strcmp(out->identity.birth, out->record_birth) == 0;
	if (!out->name_same)
		compare(a, out);
	struct other_holder other = {.arena = a, .look = out};
	return exam_place_document(app->store, out->identity.document, s.person, take_other, &other, e);
}

static bool note_difference(struct app *app, int64_t session, int seat, const struct exam_identity_look *look, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct place_row r;
	bool ok = exam_place_at(app->store, session, seat, &a, &r, e) &&
		  (look->name_same || exam_note(app, &r, "name-differs", BY_SUPERVISOR, look->record_latin, e)) &&
		  (look->birth_same || exam_note(app, &r, "birth-differs", BY_SUPERVISOR, look->record_birth, e)) &&
		  (!*look->other || exam_note(app, &r, "document-twice", BY_SUPERVISOR, look->other, e));
	arena_release(&a);
	return ok;
}

bool exam_identity_confirm(struct app *app, int64_t session, int seat, const struct exam_identity_look *look, struct err *e)
{
	return app_may(app, MAY_EXAM, e) && store_begin(app->store, e) &&
	       store_end(app->store, exam_confirm(app, session, seat, &look->identity, e) && note_difference(app, session, seat, look, e), e);
}
