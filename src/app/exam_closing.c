#include "config.h"
#include "app/exam_closing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/credential_inside.h"
#include "app/exam_inside.h"
#include "core/alloc.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "store/closing.h"

static const char key_setting[] = "closing-key"; /* "did:key:…" of its file is for people; here stands the file's public part */
enum { KEY_HEX = 2 * SEAL_PUBLIC_BYTES + 1 };

/* --- the key --- */

bool exam_closing_set_key(struct app *app, const char *file, struct err *e)
{
	char hex[KEY_HEX] = "";
	uint8_t public[SEAL_PUBLIC_BYTES];
	struct str text;
	if (!app_may(app, MAY_CHANGE_PEOPLE, e))
		return false;
	str_init(&text);
	bool ok = !file || (file_read(file, EXAM_KEY_BYTES_MAX, &text, e) && exam_key_public(text.buf, text.len, public, e));
	for (size_t i = 0; ok && file && i < sizeof(public); i++)
		snprintf(hex + 2 * i, 3, "%02x", public[i]);
	str_release(&text);
	ok = ok && store_begin(app->store, e);
	return ok && store_end(app->store, store_set_setting(app->store, key_setting, hex, e) &&
					       act_add(app->store, app_now(app), app->person.id, "closing-key", key_setting, hex, e), e);
}

static int digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c) : NULL;
	return at ? (int)(at - digits) : -1;
}

bool exam_closing_key(struct app *app, uint8_t public[SEAL_PUBLIC_BYTES], bool *set, struct err *e)
{
	char hex[KEY_HEX + 1] = "";
	*set = false;
	if (!store_setting(app->store, key_setting, hex, sizeof(hex), e))
		return false;
	if (!*hex)
		return true;
	for (size_t i = 0; i < SEAL_PUBLIC_BYTES; i++) {
		int high = strlen(hex) == KEY_HEX - 1 ? digit(hex[2 * i]) : -1, low = high < 0 ? -1 : digit(hex[2 * i + 1]);
		if (low < 0)
			return err_set(e, ERR_INPUT, _("the setting of the closing key is damaged; set it again"));
		public[i] = (uint8_t)(high * 16 + low);
	}
	*set = true;
	return true;
}

/* --- writing --- */

static bool take_line(void *ctx, int seat, const char *sitting, const char *json)
{
	struct closing *c = ctx;
	(void)seat, (void)sitting;
	closing_add(c, json);
	return true;
}

/* What stands in clear before sealed bytes: only what names the file. */
static bool seal(struct app *app, int64_t session, struct str *plain, struct exam_closed *out, struct err *e)
{
	uint8_t public[1][SEAL_PUBLIC_BYTES];
	bool set;
	struct str sealed;
	char header[256];
	if (!exam_closing_key(app, public[0], &set, e))
		return false;
	if (!set)
		return true;
	exam_key_print(public[0], out->print);
	snprintf(header, sizeof(header), "{\"closing\":1,\"session\":%lld,\"key\":\"%s\"}", (long long)session, out->print);
	str_init(&sealed);
	if (!seal_make(&sealed, header, strlen(header), (const uint8_t(*)[SEAL_PUBLIC_BYTES])public, 1, plain->buf, plain->len)) {
		str_release(&sealed);
		return err_set(e, ERR_INPUT, _("the session is too large for one file"));
	}
	secret_wipe(plain->buf, plain->len);
	str_release(plain);
	*plain = sealed;
	return true;
}

/* Inside a transaction: what is in the file and what stands in the events is of one moment. The file is whole before the transaction is: one without an event is
 * plain to see and can be written again, an event without a file would say what is not true. */
static bool make_file(struct app *app, int64_t session, const struct sign_key *key, struct str *text, struct exam_closed *out, struct err *e)
{
	struct closing c;
	closing_begin(&c, text);
	if (!closing_each(app->store, session, app->site, app_now(app), PACKAGE_VERSION, take_line, &c, e))
		return false;
	closing_end(&c, key);
	out->sittings = (int)c.count - 1;
	out->has_signature = key;
	snprintf(out->hash, sizeof(out->hash), "%s", c.last);
	snprintf(out->records, sizeof(out->records), "%s", c.records);
	struct event_row ev = {.session = session, .sitting = "", .at = app_now(app), .actor = app->person.id, .role = sitting_role_name(BY_SUPERVISOR), .act = "closing-file",
		.from = "", .to = "", .why = "", .text = c.last};
	return seal(app, session, text, out, e) && exam_event_add(app->store, &ev, e);
}

bool exam_closing_write(struct app *app, int64_t session, const char *key_file, const char *phrase, const char *path, struct exam_closed *out, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct exam_session s;
	struct str text;
	struct sign_key key;
	*out = (struct exam_closed){0};
	if (phrase && !credential_key_open(app, key_file, phrase, &key, e))
		return false;
	bool ok = exam_session(app, session, &a, &s, e) && (strcmp(s.state, "closed") == 0 || exam_close(app, session, e));
	arena_release(&a);
	str_init(&text);
	ok = ok && store_begin(app->store, e) &&
	     store_end(app->store, make_file(app, session, phrase ? &key : NULL, &text, out, e) && file_write_new(path, 0600, &text, e), e);
	secret_wipe(&key, sizeof(key));
	secret_wipe(text.buf, text.len);
	str_release(&text);
	return ok;
}

/* --- reading --- */

static bool open_sealed(const char *path, const struct seal_parts *p, const struct seal_key *key, struct arena *a, struct closing_found *out, struct err *e)
{
	if (!key) {
		char *header = xstrndup(p->header, p->header_size < 200 ? p->header_size : 200);
		str_disarm(header);
		err_set(e, ERR_DENIED, _("'%s' is sealed (%s); open it with --key"), path, header);
		free(header);
		return false;
	}
	uint8_t *plain = xmalloc(p->size + 1);
	enum seal_end end = seal_open(p, key, plain);
	bool ok = end == SEAL_OPENED ? closing_check((const char *)plain, p->size, a, out, e)
		  : end == SEAL_OTHER_KEY ? err_set(e, ERR_DENIED, _("'%s' is sealed to another key"), path)
					  : err_set(e, ERR_INPUT, _("'%s' was changed after it was sealed"), path);
	secret_wipe(plain, p->size);
	free(plain);
	return ok;
}

bool exam_closing_read(const char *path, const struct seal_key *key, struct arena *a, struct closing_found *out, struct err *e)
{
	struct str file;
	struct seal_parts p;
	str_init(&file);
	bool ok = file_read(path, SEAL_FILE_MAX, &file, e);
	if (ok && seal_read(file.buf, file.len, &p))
		ok = open_sealed(path, &p, key, a, out, e);
	else if (ok)
		ok = closing_check(file.buf, file.len, a, out, e) || err_add(e, "%s", path);
	secret_wipe(file.buf, file.len);
	str_release(&file);
	return ok;
}
