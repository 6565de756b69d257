#include "config.h"
#include "cli/officers.h"

#include "app/exam.h"
#include "app/people.h"
#include "cli/phrase.h"
#include "core/i18n.h"
#include "core/secret.h"

bool officers_option(struct officers *o, int option, const char *value)
{
	switch (option) {
	case 'O': o->officer = value; return true;
	case 'S': o->second = value; return true;
	case 'P': o->pins_file = value; return true;
	case 'K': o->key = value; return true;
	case 'p': o->phrase_file = value; return true;
	default: return false;
	}
}

static bool sign_both_in(struct cli *c, const struct officers *o, int64_t *second)
{
	char pins[2][PHRASE_BYTES_MAX] = {"", ""};
	*second = 0;
	bool ok = cli_open(c, STORE_OPEN) && cli_pins(o->pins_file, o->officer, o->second, pins, &c->e) &&
		  (sign_in_once(&c->app, o->officer, pins[0], &c->e) || err_add(&c->e, "%s", o->officer)) &&
		  (!o->second || exam_witness(&c->app, o->second, pins[1], second, &c->e) || err_add(&c->e, "%s", o->second));
	secret_wipe(pins, sizeof(pins));
	if (ok && c->app.person.role == ROLE_LEARNER)
		ok = err_set(&c->e, ERR_DENIED, _("'%s' is a learner; this needs an instructor or administrator"), o->officer);
	return ok;
}

bool officers_sign_in(struct cli *c, const struct officers *o, int64_t *second)
{
	if (!o->officer || !o->second)
		return err_set(&c->e, ERR_USAGE, _("two people sign in for this: name them with --officer and --second, both members of staff"));
	return sign_both_in(c, o, second);
}

bool officers_sign_in_one(struct cli *c, const struct officers *o, int64_t *second)
{
	if (!o->officer)
		return err_set(&c->e, ERR_USAGE, _("somebody signs in for this: name a member of staff with --officer"));
	return sign_both_in(c, o, second);
}
