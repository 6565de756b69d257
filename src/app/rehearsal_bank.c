/* What a rehearsal says of the bank of a live exam. Declared in rehearsal_inside.h. */
#include "config.h"
#include "app/rehearsal_inside.h"

#include "app/exam_bank.h"
#include "core/i18n.h"

struct pools {
	struct rehearsing *r;
	bool low;
};

static bool look_at_stratum(void *ctx, const struct exam_bank_stratum *x)
{
	struct pools *p = ctx;
	struct arena *a = p->r->a;
	bool enough = x->left >= x->drawn;
	if (x->left >= EXAM_POOL_TIMES * x->drawn)
		return true;
	p->low = true;
	rehearsal_add(p->r, REHEARSAL_PACK, enough ? REHEARSAL_NOTE : REHEARSAL_BAD,
		      arena_printf(a, enough ? _("Of '%s' %d questions are not retired, less than three times the %d drawn.") :
					       _("Of '%s' %d questions are not retired, and %d are drawn."), x->topic, x->left, x->drawn),
		      _("Ask the agency for a new bank."));
	return true;
}

bool rehearse_bank(struct rehearsing *r)
{
	enum exam_bank_state state;
	struct err e = ERR_INIT;
	struct pools p = {.r = r};
	if (!exam_bank_state(r->app, r->session.id, &state, &e)) {
		rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_BAD, arena_strdup(r->a, e.msg), "");
		return false;
	}
	if (state == BANK_PRACTICE)
		return true;
	if (state == BANK_SEALED)
		rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_GOOD, _("The questions are sealed."),
			      _("Two officers open them on the day, with the key, the file and both pass phrases."));
	else
		rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_GOOD, _("The bank is open for this session."), "");
	if (!exam_bank_strata(r->app, r->session.exam, look_at_stratum, &p, &e))
		rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_BAD, arena_strdup(r->a, e.msg), "");
	else if (!p.low)
		rehearsal_add(r, REHEARSAL_PACK, REHEARSAL_GOOD, _("As far as this site has used it, the bank holds three times what is drawn."), "");
	return state != BANK_SEALED;
}
