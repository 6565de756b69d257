/* Adding, changing and enrolling people. */
#include "config.h"
#include "app/people.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/readiness.h"
#include "app/results.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/norm.h"
#include "text/script.h"

enum { NAME_BYTES_MAX = 160, AGE_MIN = 14, AGE_MAX = 90 };

/* ISO 3166-2:UZ; names as an English reader knows them, translated where shown. */
const struct region regions[14] = {
	{"UZ-AN", N_("Andijan region")},
	{"UZ-BU", N_("Bukhara region")},
	{"UZ-FA", N_("Fergana region")},
	{"UZ-JI", N_("Jizzakh region")},
	{"UZ-NG", N_("Namangan region")},
	{"UZ-NW", N_("Navoiy region")},
	{"UZ-QA", N_("Qashqadaryo region")},
	{"UZ-QR", N_("Republic of Karakalpakstan")},
	{"UZ-SA", N_("Samarkand region")},
	{"UZ-SI", N_("Sirdaryo region")},
	{"UZ-SU", N_("Surxondaryo region")},
	{"UZ-TK", N_("Tashkent city")},
	{"UZ-TO", N_("Tashkent region")},
	{"UZ-XO", N_("Khorezm region")},
};

/* NFC, ends trimmed, inner runs of spaces made one. */
static const char *tidy(struct arena *a, const char *s)
{
	char *nfc = text_nfc_dup(s ? s : "");
	char *to = nfc;
	for (const char *from = nfc; *from; from++) {
		bool space = *from == ' ' || *from == '\t' || *from == '\n' || *from == '\r';
		if (!space)
			*to++ = *from;
		else if (to > nfc && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > nfc && to[-1] == ' ')
		to--;
	*to = '\0';
	const char *copy = arena_strdup(a, nfc);
	free(nfc);
	return copy;
}

static bool mend_name(struct arena *a, struct person *p, struct err *e)
{
	p->name = tidy(a, p->name);
	if (!*p->name)
		return err_set(e, ERR_INPUT, _("no name"));
	if (strlen(p->name) > NAME_BYTES_MAX)
		return err_set(e, ERR_INPUT, _("the name is longer than a passport holds; shorten it"));
	if (text_first_unsafe(p->name, NULL))
		return err_set(e, ERR_INPUT, _("the name has a character that cannot be printed; type it again"));
	return true;
}

static bool mend_latin(struct arena *a, struct person *p, struct err *e)
{
	p->latin = tidy(a, p->latin);
	if (!*p->latin) {
		char *proposal = script_passport_dup(p->name);
		p->latin = arena_strdup(a, proposal);
		free(proposal);
	}
	char *line = arena_strdup(a, p->latin);
	for (char *c = line; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	p->latin = line;
	if (strspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ -") != strlen(line))
		return err_set(e, ERR_INPUT, _("the Latin line '%s' has more than the letters A to Z, spaces and hyphens; copy it from the passport"), line);
	return true;
}

static bool mend_birth(const struct app *app, struct person *p, struct err *e)
{
	int64_t days;
	if (!p->birth || !*p->birth) {
		p->birth = "";
		return p->role != ROLE_LEARNER || err_set(e, ERR_INPUT, _("no birth date"));
	}
	if (!date_parse(p->birth, &days))
		return err_set(e, ERR_INPUT, _("'%s' is no date; write it as 1998-03-27"), p->birth);
	int64_t age = (app_today(app) - days) * 100 / 36525;
	if (age < AGE_MIN || age > AGE_MAX)
		return err_set(e, ERR_INPUT, _("with the birth date %s the person would be %d years old; look at the passport again"), p->birth, (int)age);
	return true;
}

static bool mend_region(struct person *p, struct err *e)
{
	if (!p->region || !*p->region) {
		p->region = "";
		return true;
	}
	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++)
		if (strcasecmp(p->region, regions[i].code) == 0 || strcasecmp(p->region, regions[i].code + 3) == 0) {
			p->region = regions[i].code;
			return true;
		}
	return err_set(e, ERR_INPUT, _("'%s' is no region of Uzbekistan; use its ISO 3166-2 code, for example UZ-NG for Namangan"), p->region);
}

bool person_mend(struct app *app, struct arena *a, struct person *p, struct err *e)
{
	if (!p->language)
		p->language = "";
	p->code = tidy(a, p->code);
	if (strspn(p->code, "0123456789") != strlen(p->code) || strlen(p->code) > 12)
		return err_set(e, ERR_INPUT, _("the code '%s' is not of digits, 12 at most"), p->code);
	if (!p->id && p->code[0] == '0')
		return err_set(e, ERR_INPUT, _("the code '%s' begins with 0, which spreadsheets drop; take another"), p->code);
	return mend_name(a, p, e) && mend_latin(a, p, e) && mend_birth(app, p, e) && mend_region(p, e);
}

bool person_put(struct app *app, struct arena *a, struct person *p, struct err *e)
{
	if (!app_may(app, MAY_CHANGE_PEOPLE, e) || !person_mend(app, a, p, e) || !store_begin(app->store, e))
		return false;
	bool fresh = p->id == 0, ok = true;
	if (!*p->code) {
		char code[16];
		ok = person_free_code(app->store, code, e);
		p->code = arena_strdup(a, code);
	}
	ok = ok && person_save(app->store, p, app_now(app), e) &&
	     act_add(app->store, app_now(app), app->person.id, fresh ? "person-add" : "person-change", p->code, role_name(p->role), e);
	if (!store_end(app->store, ok, e)) {
		if (fresh)
			p->id = 0;
		return false;
	}
	return true;
}

bool person_enrol_check(struct app *app, struct arena *a, const struct person *p, const char *programme, const char *departure, const char **path, struct err *e)
{
	int64_t day;
	if (!results_find_programme(app, programme, a, path, e))
		return false;
	if (departure && *departure && !date_parse(departure, &day))
		return err_set(e, ERR_INPUT, _("'%s' is no date; write the departure as 2027-03-15"), departure);
	if (departure && *departure && day < app_today(app))
		return err_set(e, ERR_INPUT, _("the departure %s is in the past"), departure);
	return p->role == ROLE_LEARNER || err_set(e, ERR_INPUT, _("%s is no learner; only learners are enrolled"), p->name);
}

bool person_enrol(struct app *app, int64_t person, const char *programme, const char *departure, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person p;
	const char *path = NULL;
	bool ok = app_may(app, MAY_CHANGE_PEOPLE, e) && person_by_id(app->store, person, &a, &p, e) &&
		  person_enrol_check(app, &a, &p, programme, departure, &path, e);
	if (ok && (ok = store_begin(app->store, e))) {
		struct enrolment en = {.programme = path, .departure = departure ? departure : "", .at = app_now(app)};
		ok = enrol_save(app->store, person, &en, e) &&
		     act_add(app->store, app_now(app), app->person.id, "enrol", p.code, path, e) &&
		     readiness_update(app, person, NULL, e);
		ok = store_end(app->store, ok, e);
	}
	arena_release(&a);
	return ok;
}
