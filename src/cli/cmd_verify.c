/* safar certificate verify: what an employer, a consulate or an inspector runs. A store is opened only for a serial, which means a certificate that was issued here. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/credential.h"
#include "app/trust.h"
#include "core/clock.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"
#include "record/cwt.h"
#include "record/profile.h"
#include "record/verify.h"

struct asked {
	const char *trust, *revoked, *passport, *what;
};

static bool load_lists(const struct asked *q, struct arena *a, struct trust *out, struct err *e)
{
	char *folder = trust_folder_dup();
	bool ok = trust_load(folder, a, out, e);
	free(folder);
	if (ok && q->trust) {
		const struct list had = out->has_trusted ? out->trusted : (struct list){.signer = ""};
		ok = out->has_trusted = trust_read(q->trust, LIST_TRUST, a, &out->trusted, e);
		/* who is trusted no longer would be again */
		if (ok && str_eq(had.signer, out->trusted.signer) && out->trusted.sequence < had.sequence)
			return err_set(e, ERR_INPUT, _("'%s' is older than the list of trusted issuers that you have; leave it away"), q->trust);
	}
	if (ok && q->revoked) {
		const struct list had = out->has_revoked ? out->revoked : (struct list){.signer = ""};
		ok = out->has_revoked = trust_read(q->revoked, LIST_REVOKED, a, &out->revoked, e);
		/* what was withdrawn since would be good again */
		if (ok && str_eq(had.signer, out->revoked.signer) && out->revoked.sequence < had.sequence)
			return err_set(e, ERR_INPUT, _("'%s' is older than the list of withdrawn certificates that you have; leave it away"), q->revoked);
	}
	/* who hands in a certificate could bring an empty list of his own with it */
	if (!ok || !out->has_trusted || !out->has_revoked || str_eq(out->trusted.signer, out->revoked.signer))
		return ok;
	if (q->revoked)
		return err_set(e, ERR_INPUT, _("'%s' is signed by somebody else than the list of trusted issuers; get the list of the same signer"), q->revoked);
	out->has_revoked = false; /* the one of the folder says nothing about the issuers of this list */
	return true;
}

/* The certificate of a serial that was issued here. *withdrawn: what this store knows before any list. */
static bool load_issued(struct cli *c, const char *serial, struct str *out, bool *withdrawn)
{
	struct arena a = ARENA_INIT;
	struct credential_view v;
	bool ok = cli_open(c, STORE_OPEN) && credential_view(&c->app, serial, &a, &v, &c->e);
	if (ok) {
		str_add(out, v.json);
		*withdrawn = v.state == CREDENTIAL_REVOKED || v.state == CREDENTIAL_REISSUED;
	}
	arena_release(&a);
	return ok;
}

/* What was handed in: a serial, a file, standard input, or the text itself. */
static bool load_text(struct cli *c, const char *what, struct str *out, bool *withdrawn)
{
	char serial[SERIAL_SIZE];
	bool practice;
	if (serial_parse(what, &practice, serial) && !practice && access(what, F_OK) != 0)
		return load_issued(c, serial, out, withdrawn);
	if (cwt_like(what) || (!str_eq(what, "-") && access(what, F_OK) != 0 && !strchr(what, '/') && !strchr(what, '.'))) {
		str_add(out, what);
		return true;
	}
	return file_read(what, CREDENTIAL_BYTES_MAX, out, &c->e);
}

static void print_field(const char *label, const char *value)
{
	if (!*value)
		return;
	struct str s; /* foreign text never drives the terminal: the names of results are foreign too */
	str_init(&s);
	str_addf(&s, "%s: %s", label, value);
	str_disarm(s.buf);
	printf("  %s\n", s.buf);
	str_release(&s);
}

static void print_verified(const struct verified *v, const char *passport)
{
	static const char *const signs[] = {[FOUND_VALID] = "✓", [FOUND_FALSE] = "✗", [FOUND_UNKNOWN_ISSUER] = "?", [FOUND_REVOKED] = "✗", [FOUND_NOT_IN_FORCE] = "✗", [FOUND_OLD_LIST] = "!"};
	printf("%s %s\n", signs[v->finding], v->why);
	if (v->finding == FOUND_FALSE)
		return;
	print_field(_("name"), v->name);
	print_field(_("born"), v->birth);
	print_field(_("programme"), v->programme);
	for (size_t i = 0; i < v->result_count; i++)
		print_field(v->results[i].name, v->results[i].value);
	print_field(_("states"), v->description);
	print_field(_("details"), v->details);
	print_field(_("in force from"), v->from);
	print_field(_("until"), v->until);
	print_field(_("withdrawn on"), v->revoked_on);
	print_field(_("issuer"), v->issuer_name);
	print_field(_("telephone of the issuer"), v->telephone);
	print_field(_("key of the issuer"), v->issuer);
	print_field(_("list of withdrawn certificates of"), v->list_issued);
	if (passport && *v->document)
		printf("  %s\n", verified_document_is(v, passport) ? _("passport number: matches") : _("passport number: DOES NOT MATCH"));
	else if (passport)
		printf("  %s\n", _("passport number: this code does not hold it; ask for the file"));
}

int cmd_certificate_verify(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"trust", required_argument, NULL, 't'}, {"revoked", required_argument, NULL, 'r'}, {"passport", required_argument, NULL, 'p'}, {0}};
	struct asked q = {0};
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 't': q.trust = optarg; break;
		case 'r': q.revoked = optarg; break;
		case 'p': q.passport = optarg; break;
		default: return EXIT_USAGE;
		}
	if (optind + 1 != argc)
		return EXIT_USAGE;
	q.what = argv[optind];
	struct arena a = ARENA_INIT;
	struct trust t;
	struct str text;
	struct verified v = {.finding = FOUND_FALSE};
	const struct clock clock = clock_system();
	bool withdrawn = false;
	str_init(&text);
	bool ok = load_lists(&q, &a, &t, &c->e) && load_text(c, q.what, &text, &withdrawn);
	if (ok) {
		verify_text(text.buf, text.len, t.has_trusted ? &t.trusted : NULL, t.has_revoked ? &t.revoked : NULL, clock_wall(&clock), &a, &v);
		if (withdrawn && v.finding != FOUND_FALSE && v.finding != FOUND_UNKNOWN_ISSUER) {
			v.finding = FOUND_REVOKED;
			v.why = _("this certificate was withdrawn");
		}
		print_verified(&v, q.passport);
	}
	str_release(&text);
	arena_release(&a);
	if (!ok) { /* nothing was found true: 1, whatever could not be read */
		cli_fail(c);
		return EXIT_REFUSED;
	}
	return (int)v.finding;
}
