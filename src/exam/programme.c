#include "config.h"
#include "exam/programme.h"

#include <string.h>

#include "core/i18n.h"
#include "core/str.h"

enum {
	DEPTH_MAX = 8,	      /* of `all` and `any` within one another */
	REQUIREMENT_MAX = 64, /* of one programme */
	RULE_MAX = 256,	      /* of one list */
	PASS_MAX = 10000,
	RETENTION_MIN = 70, /* per cent; above the most the work of reviewing explodes */
	RETENTION_MAX = 97,
};

static bool parse_rule(struct arena *a, const struct node *n, int depth, struct rule *out, struct diag_list *d);

/* Whether `s` is an id: a–z, 0–9 and single hyphens inside. */
static bool is_id(const char *s, size_t n)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	if (!n || n > 40 || s[0] == '-' || s[n - 1] == '-')
		return false;
	for (size_t i = 0; i < n; i++)
		if (!strchr(allowed, s[i]) || (s[i] == '-' && s[i + 1] == '-'))
			return false;
	return true;
}

static bool parse_reference(const struct node *n, const char **out)
{
	const char *slash = strchr(n->text, '/');
	*out = n->text;
	return slash && is_id(n->text, (size_t)(slash - n->text)) && is_id(slash + 1, strlen(slash + 1));
}

static bool parse_check(const struct node *n, struct rule *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "check", .kind = NODE_SCALAR, .required = true},
		{.name = "pass", .kind = NODE_MAP, .required = true},
		{.name = NULL},
	};
	static const struct node_key pass_keys[] = {
		{.name = "points", .kind = NODE_SCALAR, .required = true},
		{.name = "of", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a check"), keys, d))
		return false;
	const struct node *pass = node_get(n, "pass");
	const struct node *check = node_get(n, "check");
	bool sound = parse_reference(check, &out->path) ||
		     node_fault(d, check, _("write PACK/UNIT, such as dutch-a1/letters"), _("'%s' names no check of a unit"), check->text);
	if (!node_check_keys(pass, _("a pass mark"), pass_keys, d))
		return false;
	const struct node *points = node_get(pass, "points");
	bool numbers = node_int(points, 1, PASS_MAX, &out->points, d);
	numbers &= node_int(node_get(pass, "of"), 1, PASS_MAX, &out->of, d);
	if (!numbers)
		return false;
	if (out->points > out->of)
		return node_fault(d, points, _("ask for at most as many points as there are"), _("%d points of %d cannot be reached"),
				  out->points, out->of);
	return sound;
}

static bool parse_exam(const struct node *n, struct rule *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "exam", .kind = NODE_SCALAR, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("an exam"), keys, d))
		return false;
	const struct node *exam = node_get(n, "exam");
	out->kind = RULE_EXAM;
	return parse_reference(exam, &out->path) || node_fault(d, exam, _("write PACK/EXAM, such as dutch-a1/final"), _("'%s' names no exam"), exam->text);
}

/* Whether the two ask for the same: the same check or exam, or the same rules in the same order. */
static bool same_rule(const struct rule *x, const struct rule *y)
{
	if (x->kind != y->kind || x->count != y->count || !str_eq(x->path, y->path))
		return false;
	for (size_t i = 0; i < x->count; i++)
		if (!same_rule(&x->rules[i], &y->rules[i]))
			return false;
	return true;
}

static bool parse_rules(struct arena *a, const struct node *list, int depth, struct rule *out, struct diag_list *d)
{
	if (depth > DEPTH_MAX)
		return node_fault(d, list, _("say it with fewer `all` and `any` within one another"), _("the rules are nested more than %d deep"),
				  DEPTH_MAX);
	if (!list->count || list->count > RULE_MAX)
		return node_fault(d, list, _("write a check, such as {check: dutch-a1/letters, pass: {points: 7, of: 10}}"),
				  _("'%s' has %zu rules instead of 1 to %d"), list->key, list->count, RULE_MAX);
	bool sound = true;
	out->rules = arena_array(a, list->count, sizeof(*out->rules));
	for (const struct node *c = list->first; c; c = c->next) {
		struct rule *rule = &out->rules[out->count];
		if (!parse_rule(a, c, depth, rule, d)) {
			sound = false;
			continue;
		}
		for (size_t i = 0; i < out->count; i++) {
			if (same_rule(&out->rules[i], rule)) {
				node_warn(d, c, _("leave it out here"), _("'%s' asks for the same twice"), list->key);
				break;
			}
		}
		out->count++;
	}
	return sound;
}

/* A rule is {check: …, pass: …}, {exam: …}, {all: […]} or {any: […]}. */
static bool parse_rule(struct arena *a, const struct node *n, int depth, struct rule *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "all", .kind = NODE_LIST},
		{.name = "any", .kind = NODE_LIST},
		{.name = NULL},
	};
	*out = (struct rule){.kind = RULE_CHECK};
	const struct node *all = node_get(n, "all"), *any = node_get(n, "any");
	if (!all && !any)
		return node_get(n, "exam") ? parse_exam(n, out, d) : parse_check(n, out, d);
	if (!node_check_keys(n, _("a rule"), keys, d))
		return false;
	if (all && any)
		return node_fault(d, n, _("put one of the two inside the other"), _("the rule has both `all` and `any`"));
	out->kind = all ? RULE_ALL : RULE_ANY;
	return parse_rules(a, all ? all : any, depth + 1, out, d);
}

static bool parse_requirement(struct arena *a, const struct node *n, struct requirement *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "title", .kind = NODE_SCALAR, .required = true},
		{.name = "all", .kind = NODE_LIST},
		{.name = "any", .kind = NODE_LIST},
		{.name = NULL},
	};
	if (!node_check_keys(n, _("a requirement"), keys, d))
		return false;
	const struct node *all = node_get(n, "all"), *any = node_get(n, "any");
	*out = (struct requirement){.id = node_text(n, "id"), .title = node_text(n, "title")};
	bool sound = node_check_id(node_get(n, "id"), d);
	if (!all == !any)
		return node_fault(d, n, _("write either all: [ … ] or any: [ … ]"),
				  all ? _("the requirement '%s' has both `all` and `any`") : _("the requirement '%s' asks for nothing"),
				  out->id);
	out->rule.kind = all ? RULE_ALL : RULE_ANY;
	return parse_rules(a, all ? all : any, 1, &out->rule, d) && sound;
}

/* ISO 3166-2: two capitals, a hyphen, up to three capitals or digits; or the country alone. */
static bool check_destination(const struct node *n, struct diag_list *d)
{
	static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", both[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	const char *s = n->text;
	if (strlen(s) >= 2 && strspn(s, capitals) >= 2) {
		size_t part = s[2] == '-' ? strspn(s + 3, both) : 0;
		if (!s[2] || (part >= 1 && part <= 3 && !s[3 + part]))
			return true;
	}
	return node_fault(d, n, _("write a code of ISO 3166-2, such as BE-VLG, BE-BRU or BE-WAL"), _("'%s' is no code of a region"), s);
}

static bool parse_requirements(struct arena *a, const struct node *list, struct programme *p, struct diag_list *d)
{
	if (!list->count || list->count > REQUIREMENT_MAX)
		return node_fault(d, list, _("write at least one, with id, title and all: or any:"),
				  _("the programme has %zu requirements instead of 1 to %d"), list->count, REQUIREMENT_MAX);
	bool sound = true;
	p->requirements = arena_array(a, list->count, sizeof(*p->requirements));
	for (const struct node *c = list->first; c; c = c->next) {
		struct requirement *q = &p->requirements[p->count];
		if (!parse_requirement(a, c, q, d)) {
			sound = false;
			continue;
		}
		for (size_t i = 0; i < p->count; i++)
			if (str_eq(p->requirements[i].id, q->id))
				sound = node_fault(d, node_get(c, "id"), _("give each requirement an id of its own"),
						   _("the id '%s' stands in this programme twice"), q->id);
		p->count++;
	}
	return sound;
}

struct programme *programme_parse(struct arena *a, const struct node *root, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "id", .kind = NODE_SCALAR, .required = true},
		{.name = "title", .kind = NODE_SCALAR, .required = true},
		{.name = "destination", .kind = NODE_SCALAR, .required = true},
		{.name = "retention", .kind = NODE_SCALAR},
		{.name = "requirements", .kind = NODE_LIST, .required = true},
		{.name = NULL},
	};
	if (!node_check_keys(root, _("a programme"), keys, d))
		return NULL;
	struct programme *p = arena_alloc(a, sizeof(*p));
	*p = (struct programme){
		.id = node_text(root, "id"),
		.title = node_text(root, "title"),
		.destination = node_text(root, "destination"),
	};
	bool sound = node_check_id(node_get(root, "id"), d);
	sound &= check_destination(node_get(root, "destination"), d);
	const struct node *retention = node_get(root, "retention");
	if (retention)
		sound &= node_int(retention, RETENTION_MIN, RETENTION_MAX, &p->retention, d);
	sound &= parse_requirements(a, node_get(root, "requirements"), p, d);
	return sound ? p : NULL;
}
