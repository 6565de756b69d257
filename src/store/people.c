#include "config.h"
#include "store/people.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "store/stmt.h"
#include "text/norm.h"

static const char *const role_names[] = {
	[ROLE_LEARNER] = "learner", [ROLE_INSTRUCTOR] = "instructor", [ROLE_ADMINISTRATOR] = "administrator",
};

const char *role_name(enum role r)
{
	return role_names[r];
}

bool role_from(const char *name, enum role *r)
{
	for (size_t i = 0; i < sizeof(role_names) / sizeof(role_names[0]); i++)
		if (str_eq(name, role_names[i])) {
			*r = (enum role)i;
			return true;
		}
	return false;
}

static const char *role_filter(int role)
{
	return role < 0 ? "" : role_name((enum role)role);
}

/* Texts stay borrowed from the row. */
static struct person row_person(struct query *q)
{
	struct person p = {
		.id = query_int_at(q, 0), .code = query_text_at(q, 1), .name = query_text_at(q, 2), .latin = query_text_at(q, 3),
		.birth = query_text_at(q, 4), .region = query_text_at(q, 5), .role = ROLE_LEARNER,
		.language = query_text_at(q, 7), .pin_set = query_int_at(q, 8) != 0,
	};
	role_from(query_text_at(q, 6), &p.role);
	return p;
}

static bool code_fits(const char *code, struct err *e)
{
	size_t n = code ? strspn(code, "0123456789") : 0;
	if (n == 0 || code[n] || n > 15)
		return err_set(e, ERR_INPUT, _("'%s' is no code; a code has 1 to 15 digits"), code ? code : "");
	return true;
}

bool person_save(struct store *s, struct person *p, int64_t at, struct err *e)
{
	if (!code_fits(p->code, e))
		return false;
	char *key = text_name_key_dup(p->name);
	struct query q;
	query_open(&q, s, p->id ? STMT_PERSON_CHANGE : STMT_PERSON_ADD);
	const char *const texts[] = {p->code, p->name, key, p->latin, p->birth, p->region, role_name(p->role), p->language};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		query_text(&q, texts[i]);
	query_int(&q, at);
	if (p->id)
		query_int(&q, p->id);
	bool taken, ok = query_run_unique(&q, &taken, e);
	free(key);
	if (taken)
		return err_set(e, ERR_INPUT, _("the code '%s' belongs to somebody else; choose another"), p->code);
	if (ok && p->id && sqlite3_changes(s->db) == 0)
		return err_set(e, ERR_ABSENT, _("that person is not in the store any more; look at the list again"));
	if (ok && !p->id)
		p->id = sqlite3_last_insert_rowid(s->db);
	return ok;
}

static bool take_person(struct query *q, struct arena *a, struct person *out, bool *found, struct err *e)
{
	*found = query_row(q);
	if (*found) {
		*out = row_person(q);
		out->code = arena_strdup(a, out->code);
		out->name = arena_strdup(a, out->name);
		out->latin = arena_strdup(a, out->latin);
		out->birth = arena_strdup(a, out->birth);
		out->region = arena_strdup(a, out->region);
		out->language = arena_strdup(a, out->language);
	}
	return query_end(q, e);
}

bool person_by_code(struct store *s, const char *code, struct arena *a, struct person *out, struct err *e)
{
	struct query q;
	bool found;
	query_open(&q, s, STMT_PERSON_BY_CODE);
	query_text(&q, code);
	return take_person(&q, a, out, &found, e) &&
	       (found || err_set(e, ERR_ABSENT, _("nobody has the code '%s'; look it up in the list of people"), code));
}

bool person_by_id(struct store *s, int64_t id, struct arena *a, struct person *out, struct err *e)
{
	struct query q;
	bool found;
	query_open(&q, s, STMT_PERSON_BY_ID);
	query_int(&q, id);
	return take_person(&q, a, out, &found, e) &&
	       (found || err_set(e, ERR_ABSENT, _("that person is not in the store any more; look at the list again")));
}

bool person_set_language(struct store *s, int64_t id, const char *language, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PERSON_SET_LANGUAGE);
	query_text(&q, language);
	query_int(&q, id);
	return query_run(&q, e);
}

static bool give_each(struct query *q, person_fn *fn, void *ctx, struct err *e)
{
	bool more = true;
	while (more && query_row(q)) {
		struct person p = row_person(q);
		more = fn(ctx, &p);
	}
	return query_end(q, e);
}

bool person_each(struct store *s, int role, const char *find, person_fn *fn, void *ctx, struct err *e)
{
	char *key = text_name_key_dup(find ? find : "");
	struct query q;
	query_open(&q, s, STMT_PERSON_EACH);
	query_text(&q, role_filter(role));
	query_text(&q, key);
	bool ok = give_each(&q, fn, ctx, e);
	free(key);
	return ok;
}

bool person_namesakes(struct store *s, const char *name, person_fn *fn, void *ctx, struct err *e)
{
	char *key = text_name_key_dup(name);
	struct query q;
	query_open(&q, s, STMT_PERSON_NAMESAKES);
	query_text(&q, key);
	bool ok = give_each(&q, fn, ctx, e);
	free(key);
	return ok;
}

bool person_count(struct store *s, int role, int64_t *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PERSON_COUNT);
	query_text(&q, role_filter(role));
	if (query_row(&q))
		*out = query_int_at(&q, 0);
	return query_end(&q, e);
}

bool person_free_code(struct store *s, char out[16], struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PERSON_HIGHEST_CODE);
	int64_t highest = query_row(&q) ? query_int_at(&q, 0) : 0;
	if (!query_end(&q, e))
		return false;
	if (highest >= INT64_C(999999999999999))
		return err_set(e, ERR_INPUT, _("no code is free above the highest one; give a code of your own"));
	snprintf(out, 16, "%" PRId64, highest < 1000 ? 1000 : highest + 1);
	return true;
}

bool pin_read(struct store *s, int64_t person, struct pin_state *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PIN_READ);
	query_int(&q, person);
	bool found = query_row(&q);
	if (found) {
		snprintf(out->hash, sizeof(out->hash), "%s", query_text_at(&q, 0));
		out->failures = (int)query_int_at(&q, 1);
		out->locked_until = query_int_at(&q, 2);
	}
	return query_end(&q, e) && (found || err_set(e, ERR_ABSENT, _("that person is not in the store any more; look at the list again")));
}

bool pin_write(struct store *s, int64_t person, const struct pin_state *p, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PIN_WRITE);
	query_text(&q, p->hash);
	query_int(&q, p->failures);
	query_int(&q, p->locked_until);
	query_int(&q, person);
	return query_run(&q, e);
}

bool pin_tries(struct store *s, int64_t person, const struct pin_state *p, bool *same, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_PIN_TRIES);
	query_int(&q, p->failures);
	query_int(&q, p->locked_until);
	query_int(&q, person);
	query_text(&q, p->hash);
	bool ok = query_run(&q, e);
	*same = ok && sqlite3_changes(s->db) == 1;
	return ok;
}

bool enrol_save(struct store *s, int64_t person, const struct enrolment *en, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ENROL_SAVE);
	query_int(&q, person);
	query_text(&q, en->programme);
	query_text(&q, en->departure);
	query_int(&q, en->at);
	return query_run(&q, e);
}

bool enrol_each(struct store *s, int64_t person, enrolment_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ENROL_EACH);
	query_int(&q, person);
	bool more = true;
	while (more && query_row(&q)) {
		struct enrolment en = {.programme = query_text_at(&q, 0), .departure = query_text_at(&q, 1), .at = query_int_at(&q, 2)};
		more = fn(ctx, &en);
	}
	return query_end(&q, e);
}

bool act_add(struct store *s, int64_t at, int64_t actor, const char *act, const char *subject, const char *detail, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ACT_ADD);
	query_int(&q, at);
	query_int(&q, actor);
	query_text(&q, act);
	query_text(&q, subject);
	query_text(&q, detail);
	return query_run(&q, e);
}

bool act_each(struct store *s, act_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ACT_EACH);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_int_at(&q, 0), query_int_at(&q, 1), query_int_at(&q, 2), query_text_at(&q, 3), query_text_at(&q, 4), query_text_at(&q, 5));
	return query_end(&q, e);
}
