/* A certificate as text. Declared in credential.h. */
#include "config.h"
#include "app/credential.h"

#include <string.h>

#include "core/i18n.h"
#include "record/certificate_text.h"

static const char *standing(const struct app *app, const struct credential_view *v, struct arena *a)
{
	const char *ended = app_day_text(app, a, v->ended_on);
	switch (v->state) {
	case CREDENTIAL_VALID: return "";
	case CREDENTIAL_EXPIRED: return _("no longer in force");
	case CREDENTIAL_REVOKED: return arena_printf(a, _("WITHDRAWN on %s: %s"), ended, v->reason);
	case CREDENTIAL_REISSUED: return arena_printf(a, _("WITHDRAWN on %s, replaced by %s: %s"), ended, v->replaced_by, v->reason);
	}
	return "";
}

/* "Final exam, Dutch A1 (2026-11-23, room 2, nl-BE)". */
static const char *heading(const struct app *app, const struct credential_exam_view *x, struct arena *a)
{
	const char *room = *x->room ? arena_printf(a, _(", room %s"), x->room) : "";
	return arena_printf(a, "%s (%s%s%s%s)", x->title, app_day_text(app, a, x->day), room, *x->language ? ", " : "", x->language);
}

static const struct sheet_row *result_rows(const struct app *app, const struct credential_view *v, struct arena *a, size_t *count)
{
	size_t room = 0;
	for (size_t i = 0; i < v->count; i++)
		room += v->exams[i].count;
	struct sheet_row *rows = arena_array(a, room + 1, sizeof(*rows));
	*count = 0;
	for (size_t i = 0; i < v->count; i++)
		for (size_t k = 0; k < v->exams[i].count; k++) {
			const struct credential_result_view *r = &v->exams[i].results[k];
			rows[(*count)++] = (struct sheet_row){*r->skill ? arena_printf(a, "– %s", r->title) : heading(app, &v->exams[i], a), r->points};
		}
	return rows;
}

bool credential_text(struct app *app, const char *serial, struct str *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct credential_view v;
	bool ok = credential_view(app, serial, &a, &v, e);
	if (ok) {
		const struct sheet_row fields[] = {
			{_("State"), standing(app, &v, &a)}, {_("Name in the passport"), v.latin}, {_("Born on"), app_day_text(app, &a, v.birth)}, {_("Programme"), v.title}, {_("Issued on"), app_day_text(app, &a, v.issued_on)},
			{_("Valid until"), app_day_text(app, &a, v.until)}, {_("Issued by"), v.issuer_name}, {_("Telephone of the issuer"), v.telephone}, {_("Officers"), arena_printf(&a, "%s, %s", v.officer, v.second)}, {_("Replaces"), v.replaces},
			{_("Fingerprint of the key"), v.print},
		};
		const char *const notes[] = {_("This states preparation and examination before departure; it is no CEFR certificate and no VCA certificate.")};
		struct certificate_sheet sheet = {
			.title = _("Certificate"), .serial = v.serial, .fields = fields, .field_count = sizeof(fields) / sizeof(fields[0]), .notes = notes, .note_count = 1,
		};
		sheet.results = result_rows(app, &v, &a, &sheet.result_count);
		certificate_sheet(&sheet, out);
	}
	arena_release(&a);
	return ok;
}
