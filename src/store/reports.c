#include "config.h"
#include "store/reports.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "store/stmt.h"

static const char *const state_names[] = {[REPORT_NONE] = "", [REPORT_OPEN] = "open", [REPORT_ACCEPTED] = "accepted", [REPORT_DISMISSED] = "dismissed"};

const char *report_state_name(enum report_state st)
{
	return state_names[st];
}

static enum report_state state_from(const char *name)
{
	for (int i = REPORT_OPEN; i <= REPORT_DISMISSED; i++)
		if (str_eq(state_names[i], name))
			return (enum report_state)i;
	return REPORT_NONE;
}

static void bind_name(struct query *q, const struct answer_name *n)
{
	query_text(q, n->path);
	query_text(q, n->drill);
	query_text(q, n->key);
}

bool report_add(struct store *s, const struct report *r, bool *taken, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_REPORT_ADD);
	query_text(&q, r->key);
	query_int(&q, (int64_t)r->strict);
	query_text(&q, r->asked);
	query_text(&q, r->expected);
	query_int(&q, r->at);
	query_int(&q, r->answer);
	*taken = false;
	return query_run_unique(&q, taken, e) || *taken;
}

bool report_find(struct store *s, int64_t person, const struct answer_name *n, struct arena *a, enum report_state *state, const char **reason, struct err *e)
{
	struct query q;
	*state = REPORT_NONE;
	*reason = "";
	query_open(&q, s, STMT_REPORT_FIND);
	query_int(&q, person);
	bind_name(&q, n);
	if (query_row(&q)) {
		*state = state_from(query_text_at(&q, 0));
		*reason = arena_strdup(a, query_text_at(&q, 1));
	}
	return query_end(&q, e);
}

bool report_groups(struct store *s, enum report_state state, report_group_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	bool more = true;
	query_open(&q, s, STMT_REPORT_GROUPS);
	query_text(&q, state_names[state]);
	while (more && query_row(&q)) {
		struct report_group g = {
			.id = query_int_at(&q, 0),
			.name = {.path = query_text_at(&q, 1), .drill = query_text_at(&q, 2), .key = query_text_at(&q, 3)},
			.strict = (unsigned)query_int_at(&q, 4),
			.asked = query_text_at(&q, 5), .expected = query_text_at(&q, 6), .given = query_text_at(&q, 7),
			.verdict = query_text_at(&q, 8), .reasons = query_text_at(&q, 9), .body_hash = query_text_at(&q, 10),
			.people = (int)query_int_at(&q, 11), .last_at = query_int_at(&q, 12),
			.state = state_from(query_text_at(&q, 13)), .reason = query_text_at(&q, 14), .hash_now = query_text_at(&q, 15),
		};
		more = fn(ctx, &g);
	}
	return query_end(&q, e);
}

bool report_open_count(struct store *s, int *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_REPORT_OPEN_COUNT);
	*out = query_row(&q) ? (int)query_int_at(&q, 0) : 0;
	return query_end(&q, e);
}

bool report_read(struct store *s, int64_t id, struct arena *a, struct reported *out, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_REPORT_READ);
	query_int(&q, id);
	bool found = query_row(&q);
	if (found)
		*out = (struct reported){
			.name = {.path = arena_strdup(a, query_text_at(&q, 0)), .drill = arena_strdup(a, query_text_at(&q, 1)),
				 .key = arena_strdup(a, query_text_at(&q, 2))},
			.strict = (unsigned)query_int_at(&q, 3),
			.given = arena_strdup(a, query_text_at(&q, 4)), .body_hash = arena_strdup(a, query_text_at(&q, 5)),
		};
	return query_end(&q, e) && (found || err_set(e, ERR_ABSENT, _("there is no report %d; 'safar reports list' shows them"), (int)id));
}

bool report_people(struct store *s, const struct answer_name *n, report_person_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	bool more = true;
	query_open(&q, s, STMT_REPORT_PEOPLE);
	bind_name(&q, n);
	while (more && query_row(&q))
		more = fn(ctx, query_text_at(&q, 0), query_text_at(&q, 1));
	return query_end(&q, e);
}

bool report_decide(struct store *s, const struct answer_name *n, enum report_state state, const char *reason, int64_t at, int64_t actor, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_REPORT_DECIDE);
	query_text(&q, state_names[state]);
	query_int(&q, at);
	query_int(&q, actor);
	query_text(&q, reason);
	bind_name(&q, n);
	return query_run(&q, e);
}

bool accepted_add(struct store *s, const struct reported *r, int64_t at, int64_t actor, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ACCEPTED_ADD);
	bind_name(&q, &r->name);
	query_text(&q, r->body_hash);
	query_text(&q, r->given);
	query_int(&q, at);
	query_int(&q, actor);
	return query_run(&q, e);
}

bool accepted_remove(struct store *s, const struct answer_name *n, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ACCEPTED_REMOVE);
	bind_name(&q, n);
	return query_run(&q, e);
}

bool accepted_find(struct store *s, const struct answer_name *n, bool *found, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_ACCEPTED_FIND);
	bind_name(&q, n);
	*found = query_row(&q);
	return query_end(&q, e);
}
