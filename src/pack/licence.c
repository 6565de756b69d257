#include "config.h"
#include "pack/licence.h"

#include <string.h>
#include <strings.h>

#include "core/i18n.h"
#include "core/str.h"

/* Identifiers of the SPDX licence list 3.19 (spdx.org/licenses), sorted by family. Annex D.2: they are compared without regard to case. */
static const char *const known[] = {
	"CC0-1.0", "CC-PDDC",
	"CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0",
	"CC-BY-3.0", "CC-BY-SA-3.0", "CC-BY-NC-3.0", "CC-BY-NC-SA-3.0", "CC-BY-ND-3.0", "CC-BY-NC-ND-3.0",
	"GFDL-1.3-or-later", "GFDL-1.3-only", "GFDL-1.3-no-invariants-or-later", "LAL-1.3", "OGL-UK-3.0", "etalab-2.0",
	"ODbL-1.0", "ODC-By-1.0", "PDDL-1.0",
	"GPL-3.0-or-later", "GPL-3.0-only", "GPL-2.0-or-later", "GPL-2.0-only", "LGPL-3.0-or-later", "AGPL-3.0-or-later", "AGPL-3.0-only",
	"EUPL-1.2", "MPL-2.0", "Apache-2.0", "MIT", "BSD-3-Clause", "BSD-2-Clause", "ISC", "Unlicense",
};
enum { WORD_MAX = 80 };

static bool is_known(const char *id)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcasecmp(known[i], id) == 0)
			return true;
	return strncmp(id, "LicenseRef-", strlen("LicenseRef-")) == 0 && id[strlen("LicenseRef-")];
}

/* Reads the expression word by word: licences and operators take turns, brackets close. */
static bool expression_known(const char *text)
{
	char word[WORD_MAX + 1];
	bool licence_due = true, exception_due = false;
	int open = 0;
	for (const char *p = text + strspn(text, " "); *p; p += strspn(p, " ")) {
		size_t n = *p == '(' || *p == ')' ? 1 : strcspn(p, " ()"), kept = n < WORD_MAX ? n : WORD_MAX;
		memcpy(word, p, kept);
		word[kept] = '\0';
		p += n;
		if (*word == '(' || *word == ')') {
			open += *word == '(' ? 1 : -1;
			if (licence_due != (*word == '(') || open < 0)
				return false;
		} else if (exception_due) { /* there are hundreds of them */
			exception_due = licence_due = false;
		} else if (licence_due) {
			if (n > WORD_MAX || !is_known(word))
				return false;
			licence_due = false;
		} else if (str_eq(word, "AND") || str_eq(word, "OR") || str_eq(word, "WITH")) {
			licence_due = true;
			exception_due = str_eq(word, "WITH");
		} else {
			return false;
		}
	}
	return !licence_due && !open;
}

void licence_check(const struct node *n, struct diag_list *d)
{
	if (!n || n->kind != NODE_SCALAR || !*n->text || expression_known(n->text))
		return;
	node_warn(d, n, _("write an identifier of spdx.org/licenses, such as CC-BY-SA-4.0, or LicenseRef- and a name of your own"),
		  _("'%.80s' is no licence known here"), n->text);
}
