#include "config.h"
#include "pack/facts.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/clock.h"
#include "core/i18n.h"
#include "text/locale.h"

static const char *const kinds[] = {
	[FACT_TEXT] = "text", [FACT_MONEY] = "money", [FACT_NUMBER] = "number",
	[FACT_PERCENT] = "percent", [FACT_DATE] = "date", [FACT_PHONE] = "phone",
};
enum { KIND_COUNT = sizeof(kinds) / sizeof(*kinds) };

static const struct node_key fact_keys[] = {
	{ .name = "value", .required = true },
	{ .name = "kind" },
	{ .name = "unit" },
	{ .name = "label", .required = true },
	{ .name = "valid-from" },
	{ .name = "source", .required = true },
	{ .name = "checked-on", .required = true },
	{ .name = "caveat" },
	{ .name = NULL },
};

const char *fact_kind_name(enum fact_kind k)
{
	return kinds[k];
}

int fact_kind_from(const char *name)
{
	for (int k = 0; k < KIND_COUNT; k++)
		if (strcmp(name, kinds[k]) == 0)
			return k;
	return -1;
}

static bool is_decimal(const char *s)
{
	const char digits[] = "0123456789";
	s += *s == '-';
	size_t n = strspn(s, digits);
	if (!n)
		return false;
	s += n;
	if (*s == '.') {
		n = strspn(s + 1, digits);
		if (!n)
			return false;
		s += n + 1;
	}
	return !*s;
}

static bool is_phone(const char *s)
{
	return s[strspn(s, "+0123456789 ()/.-")] == '\0' && strpbrk(s, "0123456789");
}

static bool check_value(const struct node *n, enum fact_kind kind, struct diag_list *d)
{
	int64_t days;
	switch (kind) {
	case FACT_TEXT:
		return true;
	case FACT_MONEY:
	case FACT_NUMBER:
	case FACT_PERCENT:
		return is_decimal(n->text) || node_fault(d, n, _("write digits with a point and no grouping, such as 2111.89"),
							 _("'%s' is no number"), n->text);
	case FACT_DATE:
		return date_parse(n->text, &days) || node_fault(d, n, _("write YYYY-MM-DD"), _("'%s' is no date"), n->text);
	case FACT_PHONE:
		return is_phone(n->text) || node_fault(d, n, _("write digits, spaces and +"), _("'%s' is no telephone number"), n->text);
	}
	return true;
}

static bool check_unit(const struct node *fact, const struct node *unit, enum fact_kind kind, struct diag_list *d)
{
	const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	if (kind != FACT_MONEY)
		return !unit || node_fault(d, unit, _("remove it, or write 'kind: money'"), _("only an amount of money has a 'unit'"));
	if (!unit)
		return node_fault(d, fact, _("add 'unit: EUR' or another code of ISO 4217"), _("an amount of money has no 'unit'"));
	return (strlen(unit->text) == 3 && strspn(unit->text, capitals) == 3) ||
	       node_fault(d, unit, _("write three capitals of ISO 4217, such as EUR"), _("'%s' is no currency"), unit->text);
}

static bool check_date(const struct node *n, int64_t *days, struct diag_list *d)
{
	return date_parse(n->text, days) || node_fault(d, n, _("write YYYY-MM-DD"), _("'%s' is no date"), n->text);
}

static void check_age(const struct node *n, const char *source, int64_t checked, int64_t today, struct diag_list *d)
{
	if (checked > today + 1) /* east of UTC it may be tomorrow already */
		node_warn(d, n, _("write the day on which the source was read"), _("'%s' is in the future"), n->text);
	if (today - checked <= FACT_STALE_DAYS)
		return;
	int64_t days = today - checked;
	char cure[300];
	snprintf(cure, sizeof(cure), _("read '%.200s' again, and renew 'value' and 'checked-on'"), source);
	node_warn(d, n, cure, ngettext("this fact was checked %" PRId64 " day ago", "this fact was checked %" PRId64 " days ago", (unsigned long)days),
		  days);
}

static bool read_fact(const struct node *n, int64_t today, struct fact *f, struct diag_list *d)
{
	struct node name = { .kind = NODE_SCALAR, .text = n->key, .file = n->file, .line = n->line, .column = n->column };
	bool good = node_check_id(&name, d);
	if (!node_check_keys(n, _("a fact"), fact_keys, d))
		return false;
	const struct node *value = node_get(n, "value"), *kind = node_get(n, "kind"), *from = node_get(n, "valid-from"),
			  *checked = node_get(n, "checked-on");
	int k = kind ? fact_kind_from(kind->text) : FACT_TEXT;
	if (k < 0)
		return node_fault(d, kind, _("write one of: money, number, percent, date, phone, text"), _("unknown kind '%s' of a fact"), kind->text);
	int64_t days = 0, checked_days = 0;
	good = check_value(value, (enum fact_kind)k, d) && good;
	good = check_unit(n, node_get(n, "unit"), (enum fact_kind)k, d) && good;
	good = (!from || check_date(from, &days, d)) && good;
	if (check_date(checked, &checked_days, d))
		check_age(checked, node_text(n, "source"), checked_days, today, d);
	else
		good = false;
	*f = (struct fact){
		.name = n->key, .value = value->text, .unit = node_text(n, "unit"), .label = node_text(n, "label"),
		.source = node_text(n, "source"), .kind = (enum fact_kind)k, .valid_from = from ? from->text : NULL,
		.checked_on = checked->text,
	};
	return good;
}

static int by_name(const void *va, const void *vb)
{
	const struct fact *a = va, *b = vb;
	return strcmp(a->name, b->name);
}

bool facts_read(struct arena *a, const struct node *root, int64_t today, struct facts *out, struct diag_list *d)
{
	*out = (struct facts){ 0 };
	if (!root)
		return true;
	if (root->kind != NODE_MAP)
		return node_fault(d, root, _("write 'name:' and below it, indented, its value, label, source and checked-on"),
				  _("facts must have names with values"));
	bool good = true;
	out->list = arena_array(a, root->count, sizeof(*out->list));
	for (const struct node *n = root->first; n; n = n->next) {
		if (read_fact(n, today, &out->list[out->count], d))
			out->count++;
		else
			good = false;
	}
	if (out->count)
		qsort(out->list, out->count, sizeof(*out->list), by_name);
	return good;
}

const struct fact *facts_find(const struct facts *f, const char *name)
{
	struct fact key = { .name = name };
	return f->count ? bsearch(&key, f->list, f->count, sizeof(*f->list), by_name) : NULL;
}

const char *fact_show(struct arena *a, const struct fact *f, const char *language)
{
	char *shown = NULL;
	int64_t days;
	language = language ? language : "en";
	switch (f->kind) {
	case FACT_TEXT:
	case FACT_PHONE:
		break;
	case FACT_MONEY:
		shown = locale_money_dup(language, f->value, f->unit);
		break;
	case FACT_NUMBER:
		shown = locale_number_dup(language, f->value);
		break;
	case FACT_PERCENT:
		shown = locale_percent_dup(language, f->value);
		break;
	case FACT_DATE:
		if (date_parse(f->value, &days))
			shown = locale_date_dup(language, days, DATE_SHORT);
		break;
	}
	const char *text = arena_strdup(a, shown ? shown : f->value);
	free(shown);
	return text;
}
