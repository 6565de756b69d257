#include "config.h"
#include "store/closing.h"

#include "core/i18n.h"
#include "store/stmt.h"

bool closing_each(struct store *s, int64_t session, const char *site, int64_t at, const char *program, closing_fn *fn, void *ctx, struct err *e)
{
	struct query q;
	query_open(&q, s, STMT_CLOSING_SESSION);
	query_text(&q, site);
	query_int(&q, at);
	query_text(&q, program);
	query_int(&q, session);
	bool found = query_row(&q), more = found && fn(ctx, 0, "", query_text_at(&q, 0));
	if (!query_end(&q, e))
		return false;
	if (!found)
		return err_set(e, ERR_ABSENT, _("there is no such session; 'safar exam list' shows them"));
	query_open(&q, s, STMT_CLOSING_SITTINGS);
	query_int(&q, session);
	while (more && query_row(&q))
		more = fn(ctx, (int)query_int_at(&q, 0), query_text_at(&q, 1), query_text_at(&q, 2));
	return query_end(&q, e);
}
