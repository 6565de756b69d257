#include "config.h"
#include "app/trust_page.h"

#include <stdlib.h>
#include <string.h>

#include "app/trust.h"
#include "core/file.h"
#include "core/i18n.h"

enum { PAGE_BYTES_MAX = 1024 * 1024 };

/* Inside a script element a '<' could end it; in JSON it can be written as an escape. */
static void add_json(struct str *out, const struct str *json)
{
	for (size_t i = 0; i < json->len; i++)
		if (json->buf[i] == '<')
			str_add(out, "\\u003c");
		else
			str_addc(out, json->buf[i]);
}

/* Copies the page up to and with `mark`, then the list. Gives what is left of the page, or NULL. */
static const char *put_list(struct str *out, const char *page, const char *mark, const char *path, struct err *e)
{
	const char *at = strstr(page, mark);
	if (!at) {
		err_set(e, ERR_INPUT, _("the page that comes with safar is damaged; install safar again"));
		return NULL;
	}
	at += strlen(mark);
	str_addn(out, page, (size_t)(at - page));
	struct str json;
	str_init(&json);
	bool ok = file_read(path, LIST_BYTES_MAX, &json, e);
	add_json(out, &json);
	str_release(&json);
	return ok ? at : NULL;
}

bool trust_page(struct str *out, const char *folder, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct trust t;
	struct str page;
	const char *data = getenv("SAFAR_DATADIR"), *left = NULL;
	str_init(&page);
	bool ok = trust_load(folder, &a, &t, e);
	if (ok && (!t.has_trusted || !t.has_revoked))
		ok = err_set(e, ERR_ABSENT, _("the page needs both lists; import the list of trusted issuers and the one of withdrawn certificates first"));
	ok = ok && file_read(arena_printf(&a, "%s/web/verify.html", data && *data ? data : PKGDATADIR), PAGE_BYTES_MAX, &page, e);
	if (ok)
		left = put_list(out, page.buf, "id=\"list-trust\">", arena_printf(&a, "%s/trust.json", folder), e);
	if (left)
		left = put_list(out, left, "id=\"list-revoked\">", arena_printf(&a, "%s/revoked.json", folder), e);
	if (left)
		str_add(out, left);
	str_release(&page);
	arena_release(&a);
	return left != NULL;
}
