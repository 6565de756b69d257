/* What an exam needs besides its questions: the key, room on the disk, paper. Declared in rehearsal_inside.h. */
#include "config.h"
#include "app/rehearsal_inside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "app/credential.h"
#include "app/paper.h"
#include "app/trust.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "record/key_file.h"

/* --- the key --- */

/* Whether those who verify here know the key's owner. */
static void look_for_issuer(struct rehearsing *r, const char *did)
{
	struct trust trust;
	struct err e = ERR_INIT;
	char *own = r->means->trust_folder ? NULL : trust_folder_dup();
	const char *folder = own ? own : r->means->trust_folder;
	char print[KEY_PRINT_SIZE] = "";
	key_print(did, print);
	if (trust_load(folder, r->a, &trust, &e) && trust.has_trusted && list_find(&trust.trusted, did))
		rehearsal_add(r, REHEARSAL_KEY, REHEARSAL_GOOD, arena_printf(r->a, _("The key can be read, and its owner is on the list of issuers: %s."), print), "");
	else
		rehearsal_add(r, REHEARSAL_KEY, REHEARSAL_NOTE, arena_printf(r->a, _("The key can be read, but its owner is on no list of issuers here: %s."), print),
			      _("Take the signed list over with 'safar trust import'."));
	free(own);
}

static void try_phrase(struct rehearsing *r, const struct str *text)
{
	struct sign_key key;
	struct err e = ERR_INIT;
	if (!r->means->phrase)
		return;
	if (key_file_open(text->buf, text->len, r->means->phrase, &key, &e))
		rehearsal_add(r, REHEARSAL_KEY, REHEARSAL_GOOD, _("The pass phrase opens the key."), "");
	else
		rehearsal_add(r, REHEARSAL_KEY, REHEARSAL_BAD, _("The pass phrase does not open the key."), _("Try it again; without it no certificate can be issued."));
	secret_wipe(&key, sizeof(key));
}

void rehearse_key(struct rehearsing *r)
{
	bool practice = strcmp(r->session.kind, "exam") != 0;
	struct err e = ERR_INIT;
	struct str path, text;
	char did[KEY_DID_SIZE];
	str_init(&path);
	str_init(&text);
	bool ok = r->means->key_file ? (str_add(&path, r->means->key_file), true) : credential_key_path(r->app, &path, &e);
	if (ok && !r->means->key_file && access(path.buf, F_OK) != 0) {
		rehearsal_add(r, REHEARSAL_KEY, practice ? REHEARSAL_NOTE : REHEARSAL_BAD,
			      practice ? _("There is no key to sign certificates with; a practice exam needs none.") : _("There is no key to sign certificates with."),
			      practice ? "" : _("Make one with 'safar key new'."));
	} else if (ok && file_read(path.buf, KEY_FILE_BYTES_MAX, &text, &e) && key_file_did(text.buf, text.len, did, &e)) {
		look_for_issuer(r, did);
		try_phrase(r, &text);
	} else {
		rehearsal_add(r, REHEARSAL_KEY, REHEARSAL_BAD, arena_printf(r->a, _("The key cannot be read: %s."), e.msg), _("Bring the key file back from its copy."));
	}
	str_release(&text);
	str_release(&path);
}

/* --- the disk --- */

/* What a session may write at most, in bytes: questions, answers given several times with their log, and a floor for the store's own needs. */
static uint64_t disk_need(const struct rehearsing *r)
{
	enum { PER_QUESTION = 16 * 1024, FLOOR = 64 * 1024 * 1024 };
	uint64_t questions = 0;
	for (size_t i = 0; r->blueprint && i < r->blueprint->section_count; i++)
		for (size_t k = 0; k < r->blueprint->sections[i].draw_count; k++)
			questions += (uint64_t)r->blueprint->sections[i].draw[k].count;
	return FLOOR + questions * PER_QUESTION * (uint64_t)(r->session.seats > 0 ? r->session.seats : 1);
}

/* Durable writes, as those of answers: the longest in ms. False where one failed. */
static bool try_writes(struct rehearsing *r, int64_t *longest, struct err *e)
{
	enum { WRITES = 8 };
	struct app *app = r->app;
	char at[21];
	*longest = 0;
	instant_format(app_now(app), at);
	for (int i = 0; i < WRITES; i++) {
		int64_t before = clock_mono(&app->clock);
		if (!store_begin(app->store, e) || !store_end(app->store, store_set_setting(app->store, "rehearsed-at", arena_printf(r->a, "%s %d", at, i), e), e))
			return false;
		int64_t took = clock_mono(&app->clock) - before;
		*longest = took > *longest ? took : *longest;
	}
	return true;
}

void rehearse_disk(struct rehearsing *r)
{
	enum { MIB = 1024 * 1024, SLOW_MS = 250 };
	struct statvfs v;
	struct err e = ERR_INIT;
	int64_t longest;
	char *folder = arena_strdup(r->a, store_path(r->app->store)), *slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	if (statvfs(slash ? folder : ".", &v) != 0) {
		rehearsal_add(r, REHEARSAL_DISK, REHEARSAL_NOTE, _("How much room the disk has is not known."), "");
	} else {
		uint64_t there = (uint64_t)v.f_bavail * v.f_frsize, need = disk_need(r);
		bool enough = there >= need;
		rehearsal_add(r, REHEARSAL_DISK, enough ? REHEARSAL_GOOD : REHEARSAL_BAD, arena_printf(r->a, _("The disk has %llu MiB free; this session may need %llu."),
			      (unsigned long long)(there / MIB), (unsigned long long)(need / MIB)), enough ? "" : _("Free some space where the store lies."));
	}
	if (!try_writes(r, &longest, &e))
		rehearsal_add(r, REHEARSAL_DISK, REHEARSAL_BAD, arena_printf(r->a, _("The store cannot be written: %s."), e.msg), _("Look whether the disk is full or read-only."));
	else
		rehearsal_add(r, REHEARSAL_DISK, longest > SLOW_MS ? REHEARSAL_NOTE : REHEARSAL_GOOD, arena_printf(r->a, _("A durable write takes up to %lld ms."), (long long)longest),
			      longest > SLOW_MS ? _("This disk is slow: hold small sessions, or use another one.") : "");
}

/* --- paper --- */

/* Whether a folder of `path` (as $PATH) has a program of that name. */
static bool has_program(const char *path, const char *name)
{
	char file[4096];
	for (const char *s = path ? path : ""; *s;) {
		size_t n = strcspn(s, ":");
		int len = snprintf(file, sizeof(file), "%.*s/%s", (int)n, s, name);
		if (n && len > 0 && (size_t)len < sizeof(file) && access(file, X_OK) == 0)
			return true;
		s += n + (s[n] == ':');
	}
	return false;
}

/* Prints a page into a folder of its own; *size in bytes. */
static bool try_page(struct rehearsing *r, long long *size, struct err *e)
{
	const char *tmp = getenv("TMPDIR");
	char *folder = arena_printf(r->a, "%s/safar-page-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	struct stat st = {0};
	if (!mkdtemp(folder))
		return err_errno(e, errno, _("cannot make a folder in '%s'"), tmp && *tmp ? tmp : "/tmp");
	const char *file = arena_printf(r->a, "%s/page.pdf", folder);
	char at[21];
	instant_format(app_now(r->app), at);
	json_t *document = document_new(r->session.title, r->app->language, r->app->site, at);
	document_heading(document_blocks(document), 1, r->session.title);
	document_paragraph(document_blocks(document), arena_printf(r->a, _("%s, room %s"), r->session.day, *r->session.room ? r->session.room : "–"));
	bool ok = paper_write(r->app, document, PAPER_PDF, file, e) && stat(file, &st) == 0;
	json_decref(document);
	unlink(file);
	rmdir(folder);
	*size = (long long)st.st_size;
	return ok;
}

void rehearse_printer(struct rehearsing *r)
{
	struct err e = ERR_INIT;
	long long size = 0;
	const char *path = r->means->path ? r->means->path : getenv("PATH");
	if (try_page(r, &size, &e))
		rehearsal_add(r, REHEARSAL_PRINTER, REHEARSAL_GOOD, arena_printf(r->a, _("A page was written as PDF, %lld bytes."), size), "");
	else
		rehearsal_add(r, REHEARSAL_PRINTER, REHEARSAL_BAD, arena_printf(r->a, _("No page can be written as PDF: %s."), e.msg), _("Install the program again, with its paper part."));
	if (has_program(path, "lp"))
		rehearsal_add(r, REHEARSAL_PRINTER, REHEARSAL_GOOD, _("The program lp, which prints, is here."), _("Print one page with it and look at the paper."));
	else
		rehearsal_add(r, REHEARSAL_PRINTER, REHEARSAL_NOTE, _("NO PRINTER: this machine has no program lp. Slips, report and certificates can only be written as PDF files."),
			      _("Have a stick and a machine with a printer ready."));
}
