/* picture: a choice about a sign drawn in characters; who does not see the drawing is given its description. */
#include "config.h"
#include "learn/types.h"

#include <string.h>

#include "core/i18n.h"
#include "learn/options.h"
#include "text/cluster.h"

enum { OPTIONS_MAX = 6, COLUMNS_MAX = 40, ROWS_MAX = 10 };

const struct node_key picture_keys[] = {
	EXERCISE_KEYS(true),
	OPTION_KEYS,
	{.name = "drawing", .kind = NODE_SCALAR, .required = true},
	{.name = "description", .kind = NODE_SCALAR, .required = true},
	{.name = NULL},
};

/* Beyond ASCII: what every console font has, each one column wide, and with a stand-in where a terminal has ASCII only (tui/theme.c). */
static const char signs[] = "─│┌┐└┘├┤┬┴┼═║╔╗╚╝█▀▄▌▐░▒▓▲▼◄►■●○↑↓←→";

static bool is_sign(const char *cluster, size_t n)
{
	for (const char *s = signs; *s;) {
		size_t len = cluster_next(s);
		if (len == n && memcmp(s, cluster, n) == 0)
			return true;
		s += len;
	}
	return n == 1 && *cluster >= ' ' && *cluster <= '~';
}

static bool check_drawing(struct arena *a, const struct node *n, struct diag_list *d)
{
	size_t rows = 0;
	for (const char *line = n->text; *line; rows++) {
		size_t bytes = strcspn(line, "\n");
		struct node at = *n;
		at.line += (int)rows + (strchr(n->text, '\n') != NULL);
		int columns = 0;
		for (size_t i = 0, len; i < bytes; i += len, columns++) {
			len = cluster_next(line + i);
			if (!is_sign(line + i, len))
				return node_fault(d, &at, arena_printf(a, _("use ASCII and %s"), signs), _("'%s' may have no place on some terminal"),
						  arena_strndup(a, line + i, len));
		}
		if (columns > COLUMNS_MAX)
			return node_fault(d, &at, _("draw it smaller"), _("the drawing is wider than %d columns"), COLUMNS_MAX);
		line += bytes + (line[bytes] == '\n');
	}
	if (rows > ROWS_MAX)
		return node_fault(d, n, _("draw it smaller"), _("the drawing has more than %d lines"), ROWS_MAX);
	return true;
}

bool picture_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct options *o = arena_alloc(a, sizeof(*o));
	it->data = o;
	if (!options_parse(a, n, OPTIONS_MAX, o, d) || !check_drawing(a, node_get(n, "drawing"), d))
		return false;
	if (o->right_count > 1)
		return node_fault(d, node_get(n, "options"), _("mark one right"), _("more than one option is right"));
	return true;
}

void picture_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	struct form_part *drawing = form_add(out, FORM_DRAWING);
	drawing->text = node_text(it->node, "drawing");
	drawing->description = item_words(it, a, w, "description", node_text(it->node, "description"));
	options_form(it, it->data, a, w, seed, false, out);
}

const char *picture_right(const struct item *it, struct arena *a, const struct words *w)
{
	return choice_right(it, a, w);
}

void picture_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	choice_grade(it, a, r, out);
}

bool picture_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	return choice_accepted(it, a, n, out);
}

bool picture_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	return choice_refused(it, a, n, out);
}
