/* A signed certificate on paper: read again from the PDF, field by field, and from the code in the picture. */
#include "config.h"
#include "live_house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/certificate_paper.h"
#include "app/credential.h"
#include "core/i18n.h"
#include "core/str.h"

static bool has_program(const char *name)
{
	char command[64];
	snprintf(command, sizeof(command), "command -v %s >/dev/null 2>&1", name);
	return system(command) == 0;
}

/* What a program says, without blanks: how wide one is, is for its reader to guess. */
static void read_back(const char *command, bool blanks, struct str *out)
{
	FILE *f = popen(command, "r");
	int c;
	assert_non_null(f);
	while ((c = fgetc(f)) != EOF)
		if (blanks || (c != ' ' && c != '\n' && c != '\f'))
			str_addc(out, (char)c);
	assert_int_equal(pclose(f), 0);
}

static void assert_on(const struct str *paper, const char *text)
{
	struct str bare;
	str_init(&bare);
	for (const char *s = text; *s; s++)
		if (*s != ' ' && *s != '\n')
			str_addc(&bare, *s);
	if (!strstr(paper->buf, bare.buf))
		fail_msg("'%s' is not on the paper:\n%s", text, paper->buf);
	str_release(&bare);
}

struct house {
	struct live l;
	struct arena a;
	struct credential_view v;
	char file[256];
};

static bool take_serial(void *ctx, const struct credential_view *v)
{
	struct house *h = ctx;
	h->v.serial = arena_strdup(&h->a, v->serial);
	return true;
}

static void open_house(struct house *h)
{
	struct err e = ERR_INIT;
	char libexec[512];
	int issued = 0;
	snprintf(libexec, sizeof(libexec), "%s/src", getenv("top_builddir") ? getenv("top_builddir") : ".");
	setenv("SAFAR_LIBEXECDIR", libexec, 1);
	i18n_start(NULL);
	*h = (struct house){.a = ARENA_INIT};
	live_open(&h->l);
	struct credential_order o = {.people = &h->l.people[0], .count = 1, .key_file = h->l.key, .phrase = LIVE_PHRASE, .second = h->l.second};
	if (!credential_issue(&h->l.f.app, &o, &issued, &e) || issued != 1 || !credential_list(&h->l.f.app, h->l.people[0], take_serial, h, &e) ||
	    !credential_view(&h->l.f.app, h->v.serial, &h->a, &h->v, &e))
		fail_msg("%s", e.msg);
	snprintf(h->file, sizeof(h->file), "%s/certificate", h->l.f.folder);
}

static void close_house(struct house *h)
{
	remove(h->file);
	arena_release(&h->a);
	live_close(&h->l);
}

static void every_field_stands_on_paper_in_both_languages(void **state)
{
	(void)state;
	struct house h;
	struct err e = ERR_INIT;
	struct str text;
	char command[400];
	if (!has_program("pdftotext"))
		skip();
	open_house(&h);
	str_init(&text);
	assert_true(checker_set_address(&h.l.f.app, "Amir Temur 1, Toshkent; migration.example", &e));
	if (!certificate_print(&h.l.f.app, h.v.serial, "nl,uz", PAPER_PDF, h.file, &e))
		fail_msg("%s", e.msg);
	snprintf(command, sizeof(command), "pdftotext -raw '%s' -", h.file);
	read_back(command, false, &text);
	const char *const fields[] = {h.v.serial, h.v.latin, h.v.birth, h.v.title, h.v.issuer_name, h.v.officer, h.v.second, h.v.issued_on, h.v.until,
		h.v.exams[0].title, h.v.exams[0].day, h.v.exams[0].room, h.v.exams[1].title, "34.5 / 50", "20 / 25", "sha256$", "migration.example"};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		assert_on(&text, fields[i]);
	/* what the holder and the reader must be told, in each language, as far as it is translated */
	static const char *const told[] = {"Name in the passport", "Born on", "Valid until", "Issued on", "Serial number", "Seal of the passport number", "not examined", "Writing",
		"Reading", "Listening", "Check this certificate"};
	static const char *const tags[] = {"nl", "uz"};
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		for (size_t k = 0; k < sizeof(told) / sizeof(told[0]); k++) {
			i18n_set_language(tags[i]);
			assert_on(&text, gettext(told[k]));
		}
	i18n_set_language("en");
	assert_null(strstr(text.buf, "FA1231001")); /* the number of the passport never is */
	struct stat st;
	assert_int_equal(stat(h.file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	str_release(&text);
	close_house(&h);
}

static void the_code_is_the_signed_one(void **state)
{
	(void)state;
	struct house h;
	struct err e = ERR_INIT;
	struct str text;
	char command[400];
	if (!has_program("zbarimg"))
		skip();
	open_house(&h);
	str_init(&text);
	if (!certificate_print(&h.l.f.app, h.v.serial, "ru,de", PAPER_PNG, h.file, &e))
		fail_msg("%s", e.msg);
	snprintf(command, sizeof(command), "zbarimg -q --raw '%s' 2>/dev/null", h.file);
	read_back(command, true, &text);
	assert_true(str_starts(text.buf, h.v.compact));
	assert_string_equal(text.buf + strlen(h.v.compact), "\n");
	str_release(&text);
	close_house(&h);
}

static void what_was_withdrawn_is_not_printed(void **state)
{
	(void)state;
	struct house h;
	struct err e = ERR_INIT;
	open_house(&h);
	assert_true(credential_revoke(&h.l.f.app, h.v.serial, "issued by mistake", h.l.second, &e));
	assert_false(certificate_print(&h.l.f.app, h.v.serial, NULL, PAPER_PDF, h.file, &e));
	assert_int_equal(e.kind, ERR_DENIED);
	assert_int_not_equal(access(h.file, F_OK), 0);
	close_house(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_stands_on_paper_in_both_languages),
		cmocka_unit_test(the_code_is_the_signed_one),
		cmocka_unit_test(what_was_withdrawn_is_not_printed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
