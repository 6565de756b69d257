#include "config.h"
#include "app/certificate_paper.h"

#include <stdio.h>
#include <string.h>

#include "app/pack_words.h"
#include "app/results.h"
#include "core/i18n.h"
#include "exam/serial.h"
#include "store/certificates.h"
#include "text/norm.h"

enum { RESULTS_MAX = 64 };
static const char address_setting[] = "checker-address";

bool certificate_languages(const struct app *app, const char *list, struct certificate_paper *out, struct err *e)
{
	int own = language_find(app->language);
	out->language_count = 0;
	if (!list || !*list) {
		out->languages[0] = languages[own >= 0 ? own : language_find("en")].tag;
		out->languages[1] = strcmp(out->languages[0], "nl") == 0 ? "en" : "nl";
		out->language_count = 2;
		return true;
	}
	for (const char *s = list;; s++) {
		char tag[LANGUAGE_TAG_SIZE];
		size_t n = strcspn(s, ",");
		snprintf(tag, sizeof(tag), "%.*s", (int)n, s);
		int at = n < sizeof(tag) ? language_find(tag) : -1;
		if (at < 0)
			return err_set(e, ERR_USAGE, _("no language '%s'; there are uz, uz@cyrillic, ru, en, nl, fr and de"), tag);
		if (out->language_count == PAPER_LANGUAGES_MAX || (out->language_count == 1 && out->languages[0] == languages[at].tag))
			return err_set(e, ERR_USAGE, _("a paper has one language or two different ones, as in nl,uz"));
		out->languages[out->language_count++] = languages[at].tag;
		s += n;
		if (!*s)
			return true;
	}
}

bool checker_address(struct app *app, char out[ADDRESS_BYTES_MAX + 1], struct err *e)
{
	return store_setting(app->store, address_setting, out, ADDRESS_BYTES_MAX + 1, e);
}

bool checker_set_address(struct app *app, const char *address, struct err *e)
{
	if (!app_may(app, MAY_CHANGE_PEOPLE, e))
		return false;
	if (strlen(address) > ADDRESS_BYTES_MAX || !text_is_line(address))
		return err_set(e, ERR_INPUT, _("'%.60s' is no address; it has at most %d bytes and no control characters"), address, ADDRESS_BYTES_MAX);
	if (!store_begin(app->store, e))
		return false;
	return store_end(app->store, store_set_setting(app->store, address_setting, address, e) &&
				     act_add(app->store, app_now(app), app->person.id, "checker-address", address_setting, address, e), e);
}

struct practice {
	struct arena *arena;
	struct certificate_paper *paper;
	struct words words[PAPER_LANGUAGES_MAX];
	const char *programme;
	struct certificate_paper_result results[RESULTS_MAX];
};

static bool take_result(void *ctx, const struct completion *c)
{
	struct practice *p = ctx;
	if (p->paper->result_count == RESULTS_MAX)
		return false;
	struct certificate_paper_result *r = &p->results[p->paper->result_count++];
	const char *context = arena_printf(p->arena, "%s/%s.title", p->programme, c->requirement);
	for (size_t i = 0; i < p->paper->language_count; i++)
		r->titles[i] = arena_strdup(p->arena, p->words[i].translate(p->words[i].ctx, p->arena, context, c->requirement_title));
	r->skill = r->part = "";
	r->marks = arena_printf(p->arena, "%d / %d", c->mark, c->maximum);
	return true;
}

static const char *short_id(const char *path)
{
	const char *slash = strchr(path, '/');
	return slash ? slash + 1 : path;
}

/* Titles in each language where the programme is still installed, else as they were stored. */
static bool fill_practice(struct app *app, struct practice *p, const struct certificate *c, struct pack_words *loaded[PAPER_LANGUAGES_MAX], struct err *e)
{
	struct installed_programme ip;
	struct err missing = ERR_INIT;
	struct certificate_paper *paper = p->paper;
	int64_t version = results_programme(app, c->programme, p->arena, &ip, &missing) ? ip.version : 0;
	p->programme = short_id(c->programme);
	for (size_t i = 0; i < paper->language_count; i++) {
		loaded[i] = pack_words_load(app->store, version, version ? p->programme : "", paper->languages[i], e);
		if (!loaded[i])
			return false;
		p->words[i] = pack_words_view(loaded[i]);
		paper->programme_titles[i] =
			arena_strdup(p->arena, p->words[i].translate(p->words[i].ctx, p->arena, arena_printf(p->arena, "%s.title", p->programme), c->programme_title));
	}
	paper->results = p->results;
	return completion_of(app->store, c->person, c->programme, take_result, p, e);
}

static bool print_practice(struct app *app, const char *serial, struct certificate_paper *paper, enum paper_format f, const char *path, struct err *e)
{
	char issued_on[11], issued_at[21];
	struct arena a = ARENA_INIT;
	struct certificate c;
	struct pack_words *loaded[PAPER_LANGUAGES_MAX] = {NULL};
	struct practice p = {.arena = &a, .paper = paper};
	bool ok = certificate_by_serial(app->store, serial, &a, &c, e) && fill_practice(app, &p, &c, loaded, e);
	if (ok) {
		date_format(site_day(c.issued_at, app->offset_min, 0), issued_on);
		instant_format(c.issued_at, issued_at);
		paper->practice = true;
		paper->serial = c.serial;
		paper->name = c.name;
		paper->latin = c.latin;
		paper->birth = c.birth;
		paper->issuer = app->site;
		paper->issued_on = issued_on;
		paper->issued_at = issued_at;
		json_t *doc = certificate_paper(paper);
		ok = paper_write(app, doc, f, path, e);
		json_decref(doc);
	}
	for (size_t i = 0; i < PAPER_LANGUAGES_MAX; i++)
		pack_words_free(loaded[i]);
	arena_release(&a);
	return ok;
}

bool certificate_print(struct app *app, const char *serial, const char *list, enum paper_format f, const char *path, struct err *e)
{
	char number[SERIAL_SIZE], address[ADDRESS_BYTES_MAX + 1];
	bool practice;
	struct certificate_paper paper = {.place = "", .examined_on = "", .exam_languages = "", .valid_until = "", .document_digest = "", .telephone = "",
		.officers = {"", ""}, .code = "", .address = address};
	if (!serial_parse(serial, &practice, number))
		return err_set(e, ERR_INPUT, _("'%s' is no serial: its check digits do not fit; type it again"), serial);
	if (!certificate_languages(app, list, &paper, e) || !checker_address(app, address, e))
		return false;
	if (practice)
		return print_practice(app, number, &paper, f, path, e);
	struct arena a = ARENA_INIT;
	bool ok = certificate_real(app, number, &a, &paper, e);
	if (ok) {
		json_t *doc = certificate_paper(&paper);
		ok = paper_write(app, doc, f, path, e);
		json_decref(doc);
	}
	arena_release(&a);
	return ok;
}
