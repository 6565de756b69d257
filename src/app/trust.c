#include "config.h"
#include "app/trust.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"

static const char *const names[] = {[LIST_TRUST] = "trust.json", [LIST_REVOKED] = "revoked.json"};

char *trust_folder_dup(void)
{
	struct str s;
	str_init(&s);
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	if (data && *data == '/')
		str_addf(&s, "%s/safar/lists", data);
	else
		str_addf(&s, "%s/.local/share/safar/lists", home ? home : "");
	return str_steal(&s);
}

bool trust_read(const char *path, int kind, struct arena *a, struct list *out, struct err *e)
{
	struct str text;
	str_init(&text);
	bool ok = file_read(path, LIST_BYTES_MAX, &text, e) && (list_read(text.buf, text.len, a, out, e) || err_add(e, "%s", path));
	str_release(&text);
	if (ok && kind >= 0 && (int)out->kind != kind)
		return err_set(e, ERR_INPUT, kind == LIST_TRUST ? _("'%s' is no list of trusted issuers") : _("'%s' is no list of withdrawn certificates"), path);
	return ok;
}

static bool load_one(const char *folder, enum list_kind kind, struct arena *a, struct list *out, bool *there, struct err *e)
{
	const char *path = arena_printf(a, "%s/%s", folder, names[kind]);
	*there = access(path, F_OK) == 0;
	return !*there || trust_read(path, (int)kind, a, out, e);
}

bool trust_load(const char *folder, struct arena *a, struct trust *out, struct err *e)
{
	*out = (struct trust){0};
	return load_one(folder, LIST_TRUST, a, &out->trusted, &out->has_trusted, e) && load_one(folder, LIST_REVOKED, a, &out->revoked, &out->has_revoked, e);
}

/* Whether a list may take the place of what is there. */
static bool may_follow(const struct trust *t, const struct list *list, bool first, struct err *e)
{
	if (!t->has_trusted && list->kind == LIST_REVOKED)
		return err_set(e, ERR_INPUT, _("there is no list of trusted issuers yet; import that first"));
	if (!t->has_trusted)
		return first || err_set(e, ERR_INPUT, _("this would be your first list of trust; compare its fingerprint with the one on paper, then confirm"));
	if (!str_eq(t->trusted.signer, list->signer))
		return err_set(e, ERR_INPUT, _("this list is signed by somebody else than your list of trust; if the agency has a new key, delete the folder of lists and begin anew"));
	const struct list *before = list->kind == LIST_TRUST ? &t->trusted : t->has_revoked ? &t->revoked : NULL;
	return !before || list->sequence > before->sequence || err_set(e, ERR_INPUT, _("this list is not newer than the one you have; nothing was changed"));
}

/* Whole or not at all: written beside, synced, then named. */
static bool put_file(const char *folder, const char *name, const struct str *bytes, struct arena *a, struct err *e)
{
	const char *path = arena_printf(a, "%s/%s", folder, name), *beside = arena_printf(a, "%s.new", path);
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool ok = fd >= 0 && write(fd, bytes->buf, bytes->len) == (ssize_t)bytes->len && fsync(fd) == 0;
	int fault = errno;
	if (fd >= 0)
		close(fd);
	if (ok && rename(beside, path) == 0)
		return true;
	fault = ok ? errno : fault;
	unlink(beside);
	return err_errno(e, fault, _("cannot write '%s'"), path);
}

static bool make_folder(const char *folder, struct arena *a, struct err *e)
{
	char *path = arena_strdup(a, folder);
	for (char *p = strchr(path + 1, '/');; p = strchr(p + 1, '/')) {
		if (p)
			*p = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			return err_errno(e, errno, _("cannot make the folder '%s'"), path);
		if (!p)
			return true;
		*p = '/';
	}
}

bool trust_import(const char *folder, const struct list *list, const struct str *bytes, bool first, struct arena *a, struct err *e)
{
	struct trust t;
	return trust_load(folder, a, &t, e) && may_follow(&t, list, first, e) && make_folder(folder, a, e) && put_file(folder, names[list->kind], bytes, a, e);
}
