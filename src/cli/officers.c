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

bool officers_sign_in(struct cli *c, const struct officers *o, int64_t *second)
{
	char pins[2][PHRASE_BYTES_MAX] = {"", ""};
	if (!o->officer || !o->second)
		return err_set(&c->e, ERR_USAGE, _("two people sign in for this: name an administrator with --officer and another member of staff with --second"));
	bool ok = cli_open(c, STORE_OPEN) && cli_pins(o->pins_file, o->officer, o->second, pins, &c->e) &&
		  (sign_in_once(&c->app, o->officer, pins[0], &c->e) || err_add(&c->e, "%s", o->officer)) &&
		  (exam_witness(&c->app, o->second, pins[1], second, &c->e) || err_add(&c->e, "%s", o->second));
	secret_wipe(pins, sizeof(pins));
	return ok;
}
