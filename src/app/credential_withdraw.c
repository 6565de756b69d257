/* Withdrawing and reissuing certificates, and the list of those withdrawn. Declared in credential.h. */
#include "config.h"
#include "app/credential_inside.h"

#include <stdlib.h>
#include <string.h>

#include "app/exam_inside.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "record/credential.h"
#include "record/list.h"
#include "text/norm.h"

static bool reason_sound(const char *reason, struct err *e)
{
	size_t bad, n = strlen(reason);
	if (n < 3 || strspn(reason, " ") == n)
		return err_set(e, ERR_INPUT, _("say why: who asks later must find a reason"));
	if (n > CREDENTIAL_REASON_MAX || !text_valid(reason, n, &bad) || !text_is_line(reason))
		return err_set(e, ERR_INPUT, _("a reason has at most %d bytes and no control characters"), CREDENTIAL_REASON_MAX);
	return true;
}

static bool find_row(struct app *app, const char *serial, struct arena *a, struct credential_row *out, struct err *e)
{
	char number[SERIAL_SIZE];
	bool practice;
	if (!serial_parse(serial, &practice, number))
		return err_set(e, ERR_INPUT, _("'%s' is no serial: its check digits do not fit; type it again"), serial);
	if (practice)
		return err_set(e, ERR_INPUT, _("'%s' is a practice certificate: it proves nothing, so there is nothing to withdraw"), number);
	return credential_by_serial(app->store, number, a, out, e);
}

/* Inside a transaction. */
static bool withdraw(struct app *app, const struct credential_row *c, const char *act, const char *reason, const struct person *second, struct err *e)
{
	struct credential_event_row ev = {.serial = c->serial, .act = act, .actor_name = app->person.name, .second_name = second->name, .reason = reason, .at = app_now(app),
					  .actor = app->person.id, .second = second->id};
	bool taken;
	if (!exam_not_own(app, c->person, second->id, e) || !credential_event_add(app->store, &ev, &taken, e))
		return false;
	if (taken)
		return err_set(e, ERR_INPUT, _("certificate '%s' was withdrawn before"), c->serial);
	return act_add(app->store, ev.at, ev.actor, strcmp(act, "revoked") == 0 ? "certificate-revoke" : "certificate-reissue", c->code, c->serial, e);
}

bool credential_revoke(struct app *app, const char *serial, const char *reason, int64_t second, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person other;
	struct credential_row c;
	bool ok = credential_may(app, second, &a, &other, e) && reason_sound(reason, e) && store_begin(app->store, e);
	if (ok)
		ok = store_end(app->store, find_row(app, serial, &a, &c, e) && withdraw(app, &c, "revoked", reason, &other, e), e);
	arena_release(&a);
	return ok;
}

/* --- anew ------------------------------------------------------------------ */

struct copying {
	struct arena *arena;
	struct credential_exam_rows *rows;
	size_t exam_room, result_room;
};

static bool copy_exam(void *ctx, const struct credential_exam_row *r)
{
	struct copying *x = ctx;
	struct credential_exam_row copy = *r;
	const char **texts[] = {&copy.sitting, &copy.exam, &copy.title, &copy.day, &copy.room, &copy.language};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = arena_strdup(x->arena, *texts[i]);
	x->rows->exams = arena_grow(x->arena, x->rows->exams, x->rows->count, &x->exam_room, sizeof(copy));
	x->rows->exams[x->rows->count++] = copy;
	return true;
}

static bool copy_result(void *ctx, const struct credential_result_row *r)
{
	struct copying *x = ctx;
	struct credential_result_row copy = *r;
	copy.skill = arena_strdup(x->arena, r->skill);
	copy.title = arena_strdup(x->arena, r->title);
	x->rows->results = arena_grow(x->arena, x->rows->results, x->rows->result_count, &x->result_room, sizeof(copy));
	x->rows->results[x->rows->result_count++] = copy;
	return true;
}

/* As it stands on the certificate. Of the document it carries only a digest: the number is that of the sitting, or "" where another one was put on it since. */
static bool identity_on(struct app *app, const struct credential_row *old, const struct credential_exam_rows *rows, struct arena *a, struct exam_identity *out, struct err *e)
{
	struct place_row sitting;
	struct str digest;
	if (!rows->count)
		return err_set(e, ERR_STORE, _("the stored result of '%s' is damaged; restore the last backup"), old->programme);
	if (!exam_place_of(app->store, rows->exams[0].sitting, a, &sitting, e))
		return false;
	str_init(&digest);
	credential_digest(&digest, sitting.document, old->salt);
	*out = (struct exam_identity){.latin = old->latin, .birth = old->birth, .document = strstr(old->json, digest.buf) ? sitting.document : ""};
	str_release(&digest);
	return true;
}

/* What is put right; the same rules as at the examination. */
static bool identity_of(struct app *app, const struct credential_row *old, const struct credential_exam_rows *rows, const struct exam_identity *given, struct arena *a,
			struct exam_identity *out, struct err *e)
{
	if (!identity_on(app, old, rows, a, out, e))
		return false;
	if (!*out->document && !(given && given->document))
		return err_set(e, ERR_INPUT, _("the number of the document was put right before and is not kept; give it again"));
	if (given && given->latin)
		out->latin = given->latin;
	if (given && given->birth)
		out->birth = given->birth;
	if (given && given->document)
		out->document = given->document;
	return exam_identity_sound(out, e);
}

static bool reissue(struct app *app, const char *serial, const char *reason, const struct exam_identity *given, const struct person *second, const struct sign_key *key,
		    struct arena *a, char serial_new[SERIAL_SIZE], struct err *e)
{
	struct credential_row old, c;
	struct exam_identity identity;
	struct credential_exam_rows rows = {0};
	struct copying copying = {.arena = a, .rows = &rows};
	char today[11];
	if (!find_row(app, serial, a, &old, e))
		return false;
	date_format(site_day(app_now(app), app->offset_min, 0), today);
	if (strcmp(old.valid_until, today) < 0)
		return err_set(e, ERR_INPUT, _("certificate '%s' ended on %s; new results make a new one"), old.serial, old.valid_until);
	if (!credential_exams(app->store, old.serial, copy_exam, &copying, e) || !credential_results(app->store, old.serial, copy_result, &copying, e) ||
	    !identity_of(app, &old, &rows, given, a, &identity, e) || !withdraw(app, &old, "reissued", reason, second, e))
		return false;
	c = old;
	c.latin = identity.latin;
	c.birth = identity.birth;
	c.issuer = credential_did(key, a);
	c.officer = app->person.id;
	c.officer_name = app->person.name;
	c.second = second->id;
	c.second_name = second->name;
	c.issued_at = app_now(app);
	c.replaces = old.serial;
	if (!credential_issuer(app, a, &c.issuer_name, e) || !credential_store(app, &c, identity.document, &rows, key, a, e))
		return false;
	memcpy(serial_new, c.serial, strlen(c.serial) + 1);
	return true;
}

bool credential_identity(struct app *app, const char *serial, struct arena *a, struct exam_identity *out, struct err *e)
{
	struct credential_row c;
	struct credential_exam_rows rows = {0};
	struct copying copying = {.arena = a, .rows = &rows};
	return app_may(app, MAY_CHANGE_PEOPLE, e) && find_row(app, serial, a, &c, e) && credential_exams(app->store, c.serial, copy_exam, &copying, e) &&
	       identity_on(app, &c, &rows, a, out, e);
}

bool credential_reissue(struct app *app, const char *serial, const char *reason, const struct exam_identity *identity, const struct credential_order *o,
			char serial_new[SERIAL_SIZE], struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person second;
	struct sign_key key;
	bool ok = credential_may(app, o->second, &a, &second, e) && reason_sound(reason, e) && credential_key_open(app, o->key_file, o->phrase, &key, e) &&
		  store_begin(app->store, e);
	if (ok)
		ok = store_end(app->store, reissue(app, serial, reason, identity, &second, &key, &a, serial_new, e), e);
	secret_wipe(&key, sizeof(key));
	arena_release(&a);
	return ok;
}

/* --- the list of those withdrawn -------------------------------------------- */

struct withdrawn {
	struct arena *arena;
	struct list list;
	size_t room;
};

static bool take_withdrawn(void *ctx, const char *uuid, int64_t at, const char *reason, const char *serial)
{
	struct withdrawn *w = ctx;
	char from[21];
	(void)serial;
	instant_format(at, from);
	w->list.entries = arena_grow(w->arena, w->list.entries, w->list.count, &w->room, sizeof(*w->list.entries));
	char *line = text_sanitise_dup(reason); /* a line end in an old one would spoil the whole list */
	w->list.entries[w->list.count++] = (struct list_entry){
		.id = arena_printf(w->arena, "urn:uuid:%s", uuid), .from = arena_strdup(w->arena, from), .reason = arena_strdup(w->arena, line), .name = "", .telephone = "", .until = "",
	};
	free(line);
	return true;
}

static bool make_list(struct app *app, const struct sign_key *key, int64_t least, struct arena *a, struct str *out, int *count, struct err *e)
{
	struct withdrawn w = {.arena = a, .list = {.kind = LIST_REVOKED}};
	struct list again;
	int64_t last, now = app_now(app);
	char issued[21];
	const char *did = credential_did(key, a);
	instant_format(now, issued);
	w.list.issued = issued;
	if (!credential_list_last(app->store, &last, e) || !credential_withdrawn(app->store, take_withdrawn, &w, e))
		return false;
	int64_t sequence = last + 1 > least ? last + 1 : least;
	w.list.sequence = (uint64_t)sequence;
	*count = (int)w.list.count;
	return list_add(out, &w.list, key, e) && list_read(out->buf, out->len, a, &again, e) && /* nobody gets a list that cannot be read */
	       credential_list_add(app->store, sequence, now, did, *count, e) && act_add(app->store, now, app->person.id, "certificate-list", did, arena_printf(a, "%lld", (long long)sequence), e);
}

bool credential_withdrawn_list(struct app *app, const char *key_file, const char *phrase, int64_t least, struct str *out, int *count, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct sign_key key;
	bool ok = app_may(app, MAY_CHANGE_PEOPLE, e) && credential_key_open(app, key_file, phrase, &key, e) && store_begin(app->store, e);
	if (ok)
		ok = store_end(app->store, make_list(app, &key, least, &a, out, count, e), e);
	secret_wipe(&key, sizeof(key));
	arena_release(&a);
	return ok;
}
