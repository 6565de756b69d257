#include "config.h"
#include "store/certificates.h"

#include "core/i18n.h"
#include "store/stmt.h"

bool certificate_add(struct store *s, const struct certificate *c, struct err *e)
{
	const char *const texts[] = {c->code, c->name, c->latin, c->birth, c->region, c->programme, c->programme_title, c->destination};
	struct query q;
	query_open(&q, s, STMT_CERTIFICATE_ADD);
	query_text(&q, c->serial);
	query_int(&q, c->person);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		query_text(&q, texts[i]);
	query_int(&q, c->issued_at);
	query_int(&q, c->practice);
	bool taken, ok = query_run_unique(&q, &taken, e);
	if (taken)
		return err_set(e, ERR_INPUT, _("the serial '%s' is taken, or there is a certificate for '%s' already; look at the list of certificates"),
			       c->serial, c->programme);
	return ok;
}

static struct certificate row_certificate(struct query *q)
{
	return (struct certificate){
		.serial = query_text_at(q, 0), .person = query_int_at(q, 1), .code = query_text_at(q, 2), .name = query_text_at(q, 3),
		.latin = query_text_at(q, 4), .birth = query_text_at(q, 5), .region = query_text_at(q, 6), .programme = query_text_at(q, 7),
		.programme_title = query_text_at(q, 8), .destination = query_text_at(q, 9),
		.issued_at = query_int_at(q, 10), .practice = query_int_at(q, 11) != 0,
	};
}

bool certificate_each(struct store *s, int64_t person, certificate_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, person ? STMT_CERTIFICATE_EACH_OF : STMT_CERTIFICATE_EACH);
	if (person)
		query_int(&q, person);
	bool more = true;
	while (more && query_row(&q)) {
		struct certificate c = row_certificate(&q);
		more = fn(ctx, &c);
	}
	return query_end(&q, e);
}

bool certificate_by_serial(struct store *s, const char *serial, struct arena *a, struct certificate *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CERTIFICATE_BY_SERIAL);
	query_text(&q, serial);
	bool found = query_row(&q);
	if (found) {
		*out = row_certificate(&q);
		const char **texts[] = {&out->serial, &out->code, &out->name, &out->latin, &out->birth, &out->region,
					&out->programme, &out->programme_title, &out->destination};
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			*texts[i] = arena_strdup(a, *texts[i]);
	}
	return query_end(&q, e) && (found || err_set(e, ERR_ABSENT, _("no certificate has the serial '%s'; compare every digit"), serial));
}
