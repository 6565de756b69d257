#include "config.h"
#include "app/answering.h"

#include "app/review.h"
#include "core/str.h"

static void write_reasons(unsigned reasons, struct str *out)
{
	for (int i = 0; i < REASON_COUNT; i++)
		if (reasons & 1u << i)
			str_addf(out, "%s%s", out->len ? "," : "", reason_name((enum reason)i));
}

static void write_shown(const struct form *form, struct str *out)
{
	for (size_t i = 0; form && i < form->count; i++)
		for (size_t k = 0; form->parts[i].keys && k < form->parts[i].option_count; k++)
			str_addf(out, "%s%d", out->len ? "," : "", form->parts[i].keys[k]);
}

int64_t answering_store(struct app *app, const struct asked *q, const struct form *form, const struct response *r, const struct grade *g, struct err *e)
{
	struct str shown, given, reasons;
	char uuid[37];
	int64_t mono = clock_mono(&app->clock);
	str_init(&shown);
	str_init(&given);
	str_init(&reasons);
	write_shown(form, &shown);
	if (r)
		response_write(r, &given);
	write_reasons(g->reasons, &reasons);
	entropy_uuid(&app->entropy, uuid);
	struct answer row = {
		.uuid = uuid,
		.person = app->person.id,
		.path = q->path,
		.body_hash = q->body_hash,
		.version = q->version,
		.sitting = q->sitting,
		.drill = q->drill ? q->drill : "",
		.direction = q->direction ? q->direction : "",
		.seed = q->seed,
		.shown = shown.buf,
		.given = given.buf,
		.verdict = verdict_name(g->verdict),
		.reasons = reasons.buf,
		.mark = g->mark,
		.maximum = g->maximum,
		.hints = q->hints,
		.duration_ms = mono - q->shown_mono,
		.at = app_now(app),
		.offset_min = app->offset_min,
		.boot = clock_boot(&app->clock),
		.mono_ms = mono,
		.language = app->language,
		.front = app->front,
		.program = PACKAGE_VERSION,
		.words = q->words,
	};
	bool ok = store_begin(app->store, e) &&
		  store_end(app->store, answer_add(app->store, &row, e) && review_record(app, &row, e), e);
	str_release(&shown);
	str_release(&given);
	str_release(&reasons);
	return ok ? row.seq : 0;
}
