/* A signed certificate as what stands on its paper. Declared in certificate_paper.h. */
#include "config.h"
#include "app/certificate_paper.h"

#include <stdio.h>
#include <string.h>

#include "app/credential.h"
#include "app/credential_inside.h"
#include "app/pack_words.h"
#include "app/results.h"
#include "core/i18n.h"
#include "core/set.h"

struct real {
	struct arena *arena;
	struct certificate_paper *paper;
	const struct credential_view *view;
	struct exam_choice *choices[PAPER_LANGUAGES_MAX]; /* exams that are installed, with their titles in each language */
	size_t choice_count;
	struct certificate_paper_result *results;
	size_t room;
};

/* A title in a language, where the exam is still installed; else as it was when the certificate was issued. */
static const char *exam_title(const struct real *r, size_t language, const struct credential_exam_view *x)
{
	for (size_t i = 0; i < r->choice_count; i++)
		if (strcmp(r->choices[language][i].path, x->path) == 0)
			return r->choices[language][i].title;
	return x->title;
}

/* Whether another part of that exam examines the same skill. */
static bool is_shared(const struct credential_exam_view *x, const char *skill)
{
	int n = 0;
	for (size_t i = 0; i < x->count; i++)
		n += strcmp(x->results[i].skill, skill) == 0;
	return n > 1;
}

static bool take_result(void *ctx, const struct credential_result_row *row)
{
	struct real *r = ctx;
	struct arena *a = r->arena;
	if (row->exam < 0 || (size_t)row->exam >= r->view->count)
		return true;
	const struct credential_exam_view *x = &r->view->exams[row->exam];
	r->results = arena_grow(a, r->results, r->paper->result_count, &r->room, sizeof(*r->results));
	struct certificate_paper_result *out = &r->results[r->paper->result_count++];
	*out = (struct certificate_paper_result){.skill = arena_strdup(a, row->skill), .part = ""};
	for (size_t i = 0; i < r->paper->language_count; i++)
		out->titles[i] = exam_title(r, i, x);
	if (*row->skill && is_shared(x, row->skill))
		out->part = arena_strdup(a, row->title);
	if (row->maximum)
		out->marks = arena_printf(a, "%s / %s", credential_points(a, row->mark, row->scale), credential_points(a, row->maximum, row->scale));
	return true;
}

/* Each once, with a dot between them. */
static void add_once(struct str *list, struct set *seen, const char *text)
{
	if (*text && set_add(seen, text))
		str_addf(list, "%s%s", list->len ? " · " : "", text);
}

/* "Nederlands" for nl-BE; a language that is none of the interface stays a tag. */
static const char *language_name(struct arena *a, const char *tag)
{
	int at = language_find(arena_strndup(a, tag, strcspn(tag, "-")));
	return at >= 0 ? languages[at].own_name : tag;
}

static void say_where(struct app *app, const struct real *r)
{
	struct str rooms, days, tags;
	str_init(&rooms);
	str_init(&days);
	str_init(&tags);
	struct set seen[3] = {{.arena = r->arena}, {.arena = r->arena}, {.arena = r->arena}};
	add_once(&rooms, &seen[0], app->site);
	for (size_t i = 0; i < r->view->count; i++) {
		add_once(&rooms, &seen[0], r->view->exams[i].room);
		add_once(&days, &seen[1], r->view->exams[i].day);
		add_once(&tags, &seen[2], language_name(r->arena, r->view->exams[i].language));
	}
	r->paper->place = arena_strdup(r->arena, rooms.buf);
	r->paper->examined_on = arena_strdup(r->arena, days.buf);
	r->paper->exam_languages = arena_strdup(r->arena, tags.buf);
	str_release(&rooms);
	str_release(&days);
	str_release(&tags);
}

/* The digest of the passport's number is on the signed file; there is no other copy of it. */
static const char *digest_of(const struct credential_view *v, struct arena *a)
{
	json_t *file = json_loads(v->json, 0, NULL), *list = json_object_get(json_object_get(file, "credentialSubject"), "identifier");
	const char *found = "";
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *one = json_array_get(list, i);
		const char *hash = json_string_value(json_object_get(one, "identityHash"));
		if (json_is_true(json_object_get(one, "hashed")) && hash)
			found = arena_strdup(a, hash);
	}
	json_decref(file);
	return found;
}

static bool load_titles(struct app *app, struct real *r, struct err *e)
{
	struct certificate_paper *paper = r->paper;
	struct installed_programme ip;
	struct err missing = ERR_INIT;
	const char *path = r->view->programme, *slash = strchr(path, '/'), *id = slash ? slash + 1 : path;
	int64_t version = results_programme(app, path, r->arena, &ip, &missing) ? ip.version : 0;
	for (size_t i = 0; i < paper->language_count; i++) {
		struct app reader = *app;
		snprintf(reader.language, sizeof(reader.language), "%s", paper->languages[i]);
		if (!exam_choices(&reader, r->arena, &r->choices[i], &r->choice_count, e))
			return false;
		struct pack_words *w = pack_words_load(app->store, version, version ? id : "", paper->languages[i], e);
		if (!w)
			return false;
		struct words words = pack_words_view(w);
		paper->programme_titles[i] = arena_strdup(r->arena, words_get(&words, r->arena, id, NULL, "title", r->view->title));
		pack_words_free(w);
	}
	return true;
}

bool certificate_real(struct app *app, const char *serial, struct arena *a, struct certificate_paper *paper, struct err *e)
{
	struct credential_view *v = arena_alloc(a, sizeof(*v));
	struct real r = {.arena = a, .paper = paper, .view = v};
	if (!credential_view(app, serial, a, v, e))
		return false;
	if (v->state == CREDENTIAL_REVOKED || v->state == CREDENTIAL_REISSUED)
		return err_set(e, ERR_DENIED, _("certificate %s was withdrawn on %s; it is not printed any more"), v->serial, v->ended_on);
	if (!load_titles(app, &r, e) || !credential_results(app->store, v->serial, take_result, &r, e))
		return false;
	say_where(app, &r);
	paper->serial = v->serial;
	paper->name = v->name;
	paper->latin = v->latin;
	paper->birth = v->birth;
	paper->issuer = v->issuer_name;
	paper->telephone = v->telephone;
	paper->issued_on = v->issued_on;
	paper->issued_at = arena_printf(a, "%sT00:00:00Z", v->issued_on);
	paper->valid_until = v->until;
	paper->document_digest = digest_of(v, a);
	paper->officers[0] = v->officer;
	paper->officers[1] = v->second;
	paper->code = v->compact;
	paper->results = r.results;
	return true;
}
