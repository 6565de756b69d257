#include "config.h"
#include "store/credentials.h"

#include "core/i18n.h"
#include "store/stmt.h"

bool credential_add(struct store *s, const struct credential_row *c, bool *taken, struct err *e)
{
	const char *const before[] = {c->programme, c->programme_title, c->destination, c->latin, c->birth, c->salt, c->issuer, c->issuer_name};
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_ADD);
	query_text(&q, c->serial);
	query_text(&q, c->uuid);
	query_int(&q, c->person);
	for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
		query_text(&q, before[i]);
	query_int(&q, c->officer);
	query_text(&q, c->officer_name);
	query_int(&q, c->second);
	query_text(&q, c->second_name);
	query_int(&q, c->issued_at);
	query_text(&q, c->valid_until);
	query_text_or_null(&q, c->replaces);
	query_text(&q, c->json);
	query_text(&q, c->compact);
	return query_run_unique(&q, taken, e) || *taken;
}

bool credential_add_exam(struct store *s, const char *serial, const struct credential_exam_row *r, struct err *e)
{
	const char *const texts[] = {r->sitting, r->exam, r->title, r->day, r->room, r->language};
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_ADD_EXAM);
	query_text(&q, serial);
	query_int(&q, r->position);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		query_text(&q, texts[i]);
	return query_run(&q, e);
}

bool credential_add_result(struct store *s, const char *serial, int position, const struct credential_result_row *r, struct err *e)
{
	const int numbers[] = {r->mark, r->maximum, r->needed, r->scale};
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_ADD_RESULT);
	query_text(&q, serial);
	query_int(&q, r->exam);
	query_int(&q, position);
	query_text(&q, r->skill);
	query_text(&q, r->title);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		query_int(&q, numbers[i]);
	return query_run(&q, e);
}

static struct credential_row row_credential(struct query *q)
{
	return (struct credential_row){
		.serial = query_text_at(q, 0), .uuid = query_text_at(q, 1), .person = query_int_at(q, 2), .code = query_text_at(q, 3), .name = query_text_at(q, 4),
		.programme = query_text_at(q, 5), .programme_title = query_text_at(q, 6), .destination = query_text_at(q, 7), .latin = query_text_at(q, 8),
		.birth = query_text_at(q, 9), .salt = query_text_at(q, 10), .issuer = query_text_at(q, 11), .issuer_name = query_text_at(q, 12),
		.officer = query_int_at(q, 13), .officer_name = query_text_at(q, 14), .second = query_int_at(q, 15), .second_name = query_text_at(q, 16),
		.issued_at = query_int_at(q, 17), .valid_until = query_text_at(q, 18), .replaces = query_text_at(q, 19), .replaced_by = query_text_at(q, 20),
		.ended = query_text_at(q, 21), .ended_at = query_int_at(q, 22), .reason = query_text_at(q, 23), .ended_by = query_text_at(q, 24),
		.ended_second = query_text_at(q, 25), .json = query_text_at(q, 26), .compact = query_text_at(q, 27),
	};
}

bool credential_each(struct store *s, int64_t person, credential_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_EACH);
	query_int(&q, person);
	bool more = true;
	while (more && query_row(&q)) {
		struct credential_row c = row_credential(&q);
		more = fn(ctx, &c);
	}
	return query_end(&q, e);
}

bool credential_by_serial(struct store *s, const char *serial, struct arena *a, struct credential_row *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_BY_SERIAL);
	query_text(&q, serial);
	bool found = query_row(&q);
	if (found) {
		*out = row_credential(&q);
		const char **texts[] = {&out->serial, &out->uuid, &out->code, &out->name, &out->programme, &out->programme_title, &out->destination, &out->latin,
					&out->birth, &out->salt, &out->issuer, &out->issuer_name, &out->officer_name, &out->second_name, &out->valid_until,
					&out->replaces, &out->replaced_by, &out->ended, &out->reason, &out->ended_by, &out->ended_second, &out->json, &out->compact};
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			*texts[i] = arena_strdup(a, *texts[i]);
	}
	return query_end(&q, e) && (found || err_set(e, ERR_ABSENT, _("no certificate has the serial '%s'; compare every digit"), serial));
}

bool credential_exams(struct store *s, const char *serial, credential_exam_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_EXAMS);
	query_text(&q, serial);
	bool more = true;
	while (more && query_row(&q)) {
		struct credential_exam_row r = {
			.position = (int)query_int_at(&q, 0), .sitting = query_text_at(&q, 1), .exam = query_text_at(&q, 2), .title = query_text_at(&q, 3),
			.day = query_text_at(&q, 4), .room = query_text_at(&q, 5), .language = query_text_at(&q, 6),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool credential_results(struct store *s, const char *serial, credential_result_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_RESULTS);
	query_text(&q, serial);
	bool more = true;
	while (more && query_row(&q)) {
		struct credential_result_row r = {
			.exam = (int)query_int_at(&q, 0), .skill = query_text_at(&q, 1), .title = query_text_at(&q, 2), .mark = (int)query_int_at(&q, 3),
			.maximum = (int)query_int_at(&q, 4), .needed = (int)query_int_at(&q, 5), .scale = (int)query_int_at(&q, 6),
		};
		more = fn(ctx, &r);
	}
	return query_end(&q, e);
}

bool credential_used(struct store *s, const char *sitting, const char *programme, bool *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_USED);
	query_text(&q, sitting);
	query_text(&q, programme);
	*out = query_row(&q);
	return query_end(&q, e);
}

bool credential_event_add(struct store *s, const struct credential_event_row *r, bool *taken, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_EVENT_ADD);
	query_text(&q, r->serial);
	query_int(&q, r->at);
	query_text(&q, r->act);
	query_int(&q, r->actor);
	query_text(&q, r->actor_name);
	query_int(&q, r->second);
	query_text(&q, r->second_name);
	query_text(&q, r->reason);
	return query_run_unique(&q, taken, e) || *taken;
}

bool credential_withdrawn(struct store *s, credential_withdrawn_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_WITHDRAWN);
	bool more = true;
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_int_at(&q, 1), query_text_at(&q, 2), query_text_at(&q, 3));
	return query_end(&q, e);
}

bool credential_list_last(struct store *s, int64_t *sequence, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_LIST_LAST);
	*sequence = query_row(&q) ? query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool credential_list_add(struct store *s, int64_t sequence, int64_t at, const char *signer, int count, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CREDENTIAL_LIST_ADD);
	query_int(&q, sequence);
	query_int(&q, at);
	query_text(&q, signer);
	query_int(&q, count);
	return query_run(&q, e);
}
