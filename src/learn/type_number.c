/* number: a number is typed, with its unit if it has one. Numbers are compared as whole millionths, never as floating point. */
#include "config.h"
#include "learn/types.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/decimal.h"
#include "text/norm.h"

enum { UNITS_MAX = 16, LISTED_MAX = 16 };

struct number {
	int64_t value, tolerance; /* millionths */
	const char *shown;	  /* value and first unit */
	const char *units[UNITS_MAX], *folded[UNITS_MAX];
	size_t unit_count;
	struct {
		int64_t value;
		const char *why;
	} listed[LISTED_MAX];
	size_t listed_count;
};

const struct node_key number_keys[] = {
	EXERCISE_KEYS(true),
	{.name = "answer", .kind = NODE_MAP, .required = true},
	{.name = "not", .kind = NODE_LIST},
	{.name = NULL},
};

/* The form in which units are compared: letters small, no spaces, no full stop at the end. */
static const char *unit_normal(struct arena *a, const char *text)
{
	char *folded = text_fold_dup(text), *out = arena_strdup(a, folded);
	size_t n = 0;
	for (const char *s = folded; *s;) {
		if (str_starts(s, "\xC2\xA0")) {
			s += 2;
		} else if (str_starts(s, "\xE2\x80\xAF")) {
			s += 3;
		} else {
			if (*s != ' ')
				out[n++] = *s;
			s++;
		}
	}
	while (n && strchr(".!?", out[n - 1]))
		n--;
	out[n] = '\0';
	free(folded);
	return out;
}

static bool parse_decimal(const struct node *n, int64_t *out, struct diag_list *d)
{
	if (decimal_parse(n->text, out))
		return true;
	return node_fault(d, n, _("write digits with a point and no grouping: at most 12, and 6 behind the point"), _("'%s' is no number"), n->text);
}

static bool parse_units(struct arena *a, const struct node *unit, struct number *x, struct diag_list *d)
{
	const struct node *at = NULL;
	while (each_scalar(unit, &at)) {
		if (x->unit_count == UNITS_MAX)
			return node_fault(d, at, _("leave some out"), _("there are more than %d spellings of the unit"), UNITS_MAX);
		const char *folded = unit_normal(a, at->text);
		if (!folded[0] || decimal_starts(at->text))
			return node_fault(d, at, _("write a unit, such as km, or leave the key out"), _("'%s' is no unit"), at->text);
		x->units[x->unit_count] = at->text;
		x->folded[x->unit_count++] = folded;
	}
	return true;
}

static bool parse_listed(const struct node *list, struct number *x, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "value", .kind = NODE_SCALAR, .required = true},
		{.name = "why", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	if (list && list->count > LISTED_MAX)
		return node_fault(d, list, _("leave some out"), _("there are more than %d wrong numbers"), LISTED_MAX);
	for (const struct node *c = list ? list->first : NULL; c; c = c->next) {
		int64_t value;
		if (!node_check_keys(c, _("a wrong number"), keys, d) || !parse_decimal(node_get(c, "value"), &value, d))
			return false;
		if (llabs(value - x->value) <= x->tolerance)
			return node_fault(d, node_get(c, "value"), _("take it out of `not`, or make the tolerance smaller"),
					  _("'%s' is listed as wrong, but it is a right answer"), node_text(c, "value"));
		x->listed[x->listed_count].value = value;
		x->listed[x->listed_count++].why = node_text(c, "why");
	}
	return true;
}

bool number_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "value", .kind = NODE_SCALAR, .required = true},
		{.name = "unit", .kind = NODE_SCALAR, .or_list = true},
		{.name = "tolerance", .kind = NODE_SCALAR},
		{.name = NULL},
	};
	struct number *x = arena_alloc(a, sizeof(*x));
	const struct node *answer = node_get(n, "answer"), *tolerance = node_get(answer, "tolerance");
	*x = (struct number){.value = 0};
	it->data = x;
	if (!node_check_keys(answer, _("the answer"), keys, d) || !parse_decimal(node_get(answer, "value"), &x->value, d))
		return false;
	if (tolerance && (!parse_decimal(tolerance, &x->tolerance, d)))
		return false;
	if (x->tolerance < 0)
		return node_fault(d, tolerance, _("write how far away a right answer may be"), _("the tolerance is below zero"));
	if (!parse_units(a, node_get(answer, "unit"), x, d) || !parse_listed(node_get(n, "not"), x, d))
		return false;
	/* Belgium and Central Asia write a comma; a point is accepted as well. */
	char *value = arena_strdup(a, node_text(answer, "value")), *point = strchr(value, '.');
	if (point)
		*point = ',';
	x->shown = x->unit_count ? arena_printf(a, "%s %s", value, x->units[0]) : value;
	return true;
}

void number_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	typed_form(it, a, w, seed, out);
}

const char *number_right(const struct item *it, struct arena *a, const struct words *w)
{
	(void)a;
	(void)w;
	const struct number *x = it->data;
	return x->shown;
}

static bool is_unit(const struct number *x, const char *folded)
{
	for (size_t i = 0; i < x->unit_count; i++)
		if (strcmp(x->folded[i], folded) == 0)
			return true;
	return false;
}

/* The readings of what was typed that come nearest: right, listed, or any. A point or comma before three digits may group them or part them. */
static bool read_value(const struct number *x, const struct decimal *typed, const char **why)
{
	for (size_t i = 0; i < typed->count; i++)
		if (llabs(typed->values[i] - x->value) <= x->tolerance)
			return true;
	for (size_t i = 0; i < typed->count; i++)
		for (size_t k = 0; k < x->listed_count && !*why; k++)
			if (typed->values[i] == x->listed[k].value)
				*why = x->listed[k].why;
	return false;
}

void number_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct number *x = it->data;
	struct decimal typed;
	const char *why = NULL;
	if (!r->typed_count || !r->typed[0][strspn(r->typed[0], " ")])
		return;
	out->right = x->shown;
	out->verdict = VERDICT_WRONG;
	if (!decimal_read(r->typed[0], &typed)) {
		out->remark = N_("Write a number in digits.");
		return;
	}
	if (!read_value(x, &typed, &why)) {
		item_why(it, a, out, why);
		return;
	}
	const char *unit = unit_normal(a, typed.unit);
	if (is_unit(x, unit) || (!x->unit_count && !unit[0])) {
		out->verdict = VERDICT_OK;
	} else if (!unit[0]) {
		out->verdict = VERDICT_NOTE;
		out->reasons = 1u << REASON_MISSING_WORD;
		out->remark = N_("The number is right. Its unit is missing.");
	} else if (!x->unit_count) {
		out->verdict = VERDICT_NOTE;
		out->reasons = 1u << REASON_EXTRA_WORD;
	} else {
		out->reasons = 1u << REASON_OTHER_WORD;
		out->remark = N_("The number is right, but not with this unit.");
	}
}

static bool typed_text(struct arena *a, const char *text, struct response *out)
{
	*out = (struct response){.kind = FORM_GAPS, .typed = arena_array(a, 1, sizeof(*out->typed)), .typed_count = 1};
	out->typed[0] = text;
	return true;
}

/* The value as it is written, without a unit, then with each spelling of it. */
bool number_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct number *x = it->data;
	const char *value = node_text(node_get(it->node, "answer"), "value");
	if (n > x->unit_count)
		return false;
	return typed_text(a, n ? arena_printf(a, "%s %s", value, x->units[n - 1]) : value, out);
}

/* The listed numbers, each with the first unit. */
bool number_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	const struct number *x = it->data;
	const struct node *c = n < x->listed_count ? node_get(it->node, "not")->first : NULL;
	for (size_t i = 0; c && i < n; i++)
		c = c->next;
	return c && typed_text(a, arena_printf(a, "%s %s", node_text(c, "value"), x->unit_count ? x->units[0] : ""), out);
}
