/* The key that certificates are signed with. Declared in credential.h. */
#include "config.h"
#include "app/credential.h"
#include "app/credential_inside.h"

#include <limits.h>
#include <string.h>

#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "record/base58.h"
#include "record/key_file.h"
#include "text/norm.h"

static const char setting[] = "key-file", issuer_setting[] = "issuer-name", telephone_setting[] = "issuer-telephone";
enum { ISSUER_NAME_MAX = 100 };

bool credential_key_path(struct app *app, struct str *out, struct err *e)
{
	char path[PATH_MAX];
	if (!store_setting(app->store, setting, path, sizeof(path), e))
		return false;
	if (*path)
		str_add(out, path);
	else
		str_addf(out, "%s.key", store_path(app->store));
	return true;
}

bool credential_set_key(struct app *app, const char *path, struct err *e)
{
	char did[KEY_DID_SIZE];
	struct str text;
	str_init(&text);
	bool ok = app_may(app, MAY_CHANGE_PEOPLE, e) &&
		  (!*path || (file_read(path, KEY_FILE_BYTES_MAX, &text, e) && key_file_did(text.buf, text.len, did, e)));
	str_release(&text);
	if (!ok || !store_begin(app->store, e))
		return false;
	ok = store_set_setting(app->store, setting, path, e) && act_add(app->store, app_now(app), app->person.id, "certificate-key", *path ? did : "", "", e);
	return store_end(app->store, ok, e);
}

bool credential_key_open(struct app *app, const char *path, const char *phrase, struct sign_key *out, struct err *e)
{
	struct str file, text;
	str_init(&file);
	str_init(&text);
	bool ok = path ? (str_add(&file, path), true) : credential_key_path(app, &file, e);
	ok = ok && (file_read(file.buf, KEY_FILE_BYTES_MAX, &text, e) || err_add(e, _("there is no key to sign with; make one with 'safar key new'")));
	ok = ok && key_file_open(text.buf, text.len, phrase, out, e);
	str_release(&text);
	str_release(&file);
	return ok;
}

const char *credential_did(const struct sign_key *key, struct arena *a)
{
	struct str s;
	str_init(&s);
	str_add(&s, "did:key:");
	multikey_add(&s, key->public);
	const char *did = arena_strdup(a, s.buf);
	str_release(&s);
	return did;
}

bool credential_issuer(struct app *app, struct arena *a, const char **out, struct err *e)
{
	char name[256];
	if (!store_setting(app->store, issuer_setting, name, sizeof(name), e))
		return false;
	*out = arena_strdup(a, *name ? name : app->site);
	return **out || err_set(e, ERR_INPUT, _("a certificate says who issued it, but this centre has no name; give one with 'safar certificate setup --issuer NAME'"));
}

bool credential_set_issuer(struct app *app, const char *name, struct err *e)
{
	size_t bad;
	if (!app_may(app, MAY_CHANGE_PEOPLE, e))
		return false;
	if (strlen(name) > ISSUER_NAME_MAX || !text_valid(name, strlen(name), &bad) || !text_is_line(name))
		return err_set(e, ERR_INPUT, _("the name of an issuer has at most %d bytes and no control characters"), ISSUER_NAME_MAX);
	return store_begin(app->store, e) &&
	       store_end(app->store, store_set_setting(app->store, issuer_setting, name, e) &&
			 act_add(app->store, app_now(app), app->person.id, "certificate-issuer", name, "", e), e);
}

bool credential_telephone(struct app *app, struct arena *a, const char **out, struct err *e)
{
	char number[CREDENTIAL_TELEPHONE_MAX + 1];
	if (!store_setting(app->store, telephone_setting, number, sizeof(number), e))
		return false;
	*out = arena_strdup(a, number);
	return true;
}

bool credential_set_telephone(struct app *app, const char *number, struct err *e)
{
	bool sound = strlen(number) <= CREDENTIAL_TELEPHONE_MAX && number[strspn(number, "+0123456789 ()/.-")] == '\0' && (!*number || strpbrk(number, "0123456789"));
	if (!app_may(app, MAY_CHANGE_PEOPLE, e))
		return false;
	if (!sound)
		return err_set(e, ERR_INPUT, _("'%.60s' is no telephone number; write digits, spaces and +, at most %d characters"), number, CREDENTIAL_TELEPHONE_MAX);
	return store_begin(app->store, e) &&
	       store_end(app->store, store_set_setting(app->store, telephone_setting, number, e) &&
			 act_add(app->store, app_now(app), app->person.id, "certificate-telephone", number, "", e), e);
}
