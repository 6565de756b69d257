#include "config.h"
#include "pack/head.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "pack/licence.h"
#include "pack/limits.h"

static const char *const kinds[] = {
	[PACK_LANGUAGE] = "language", [PACK_WORKPLACE] = "workplace", [PACK_CONDUCT] = "conduct", [PACK_PROGRAMME] = "programme",
	[PACK_EXAM] = "exam",
};
enum { KIND_COUNT = sizeof(kinds) / sizeof(*kinds) };

static const char *const levels[] = { "A1", "A2", "B1", "B2", "C1", "C2" };

static const struct node_key head_keys[] = {
	{ .name = "format", .required = true },
	{ .name = "id", .required = true },
	{ .name = "version", .required = true },
	{ .name = "title", .required = true },
	{ .name = "summary" },
	{ .name = "kind", .required = true },
	{ .name = "teaches" },
	{ .name = "level" },
	{ .name = "source-language", .required = true },
	{ .name = "licence", .required = true },
	{ .name = "authors", .kind = NODE_LIST, .required = true },
	{ .name = "units", .kind = NODE_LIST },
	{ .name = "programmes", .kind = NODE_LIST },
	{ .name = "exams", .kind = NODE_LIST },
	{ .name = NULL },
};

const char *pack_kind_name(enum pack_kind k)
{
	return kinds[k];
}

static int kind_from(const char *name)
{
	for (int k = 0; k < KIND_COUNT; k++)
		if (str_eq(name, kinds[k]))
			return k;
	return -1;
}

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
static const char letters_and_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/* Shape of a BCP 47 tag: a language of two or three letters, then subtags of one to eight letters or digits. */
static bool is_language_tag(const char *s)
{
	size_t n = strspn(s, letters);
	if (n < 2 || n > 3)
		return false;
	for (s += n; *s == '-'; s += n + 1) {
		n = strspn(s + 1, letters_and_digits);
		if (n < 1 || n > 8)
			return false;
	}
	return !*s;
}

static const struct node *scalar(const struct pack *p, const char *key)
{
	const struct node *n = node_get(p->root, key);
	return n && n->kind == NODE_SCALAR && *n->text ? n : NULL;
}

static void check_scalars(const struct pack *p, struct diag_list *d)
{
	const struct node *n = scalar(p, "id");
	if (n)
		node_check_id(n, d);
	n = scalar(p, "version");
	if (n && !version_valid(n->text))
		node_fault(d, n, _("write MAJOR.MINOR.PATCH, such as 1.0.0"), _("'%s' is no version"), n->text);
	n = scalar(p, "source-language");
	if (n && !is_language_tag(n->text))
		node_fault(d, n, _("write a language tag of BCP 47, such as en"), _("'%s' is no language"), n->text);
	n = scalar(p, "teaches");
	if (n && !is_language_tag(n->text))
		node_fault(d, n, _("write a language tag of BCP 47, such as nl-BE"), _("'%s' is no language"), n->text);
	n = scalar(p, "level");
	if (!n)
		return;
	for (size_t i = 0; i < sizeof(levels) / sizeof(*levels); i++)
		if (strcmp(n->text, levels[i]) == 0)
			return;
	node_fault(d, n, _("write one of: A1, A2, B1, B2, C1, C2"), _("'%s' is no level"), n->text);
}

/* What some kinds must have and others must not. */
static void check_kind(const struct pack *p, struct diag_list *d)
{
	bool language = p->kind == PACK_LANGUAGE, programme = p->kind == PACK_PROGRAMME, live = p->kind == PACK_EXAM;
	const struct node *teaches = node_get(p->root, "teaches"), *level = node_get(p->root, "level"), *units = node_get(p->root, "units"),
			  *programmes = node_get(p->root, "programmes"), *exams = node_get(p->root, "exams");
	if (language && !teaches)
		node_fault(d, p->root, _("add 'teaches: …', such as nl-BE"), _("a pack of kind language has no 'teaches'"));
	if (!language && !live && teaches)
		node_fault(d, teaches, _("remove it, or write 'kind: language'"), _("only packs of kind language and exam have 'teaches'"));
	if (!language && !live && level)
		node_fault(d, level, _("remove it, or write 'kind: language'"), _("only packs of kind language and exam have a 'level'"));
	if (programme && units)
		node_fault(d, units, _("put the units in a pack of their own"), _("a pack of kind programme has no 'units'"));
	if (!programme && programmes)
		node_fault(d, programmes, _("put the programmes in a pack of kind programme"), _("only a pack of kind programme has 'programmes'"));
	if (programme && exams)
		node_fault(d, exams, _("put the exams in a pack with units"), _("a pack of kind programme has no 'exams'"));
	if (programme && !programmes)
		node_fault(d, p->root, _("add 'programmes: [ID]' and write programmes/ID.yaml"), _("a pack of kind programme has no 'programmes'"));
	if (live && units)
		node_fault(d, units, _("put the units in a pack of their own: learners read them, and a live bank is sealed"), _("a pack of kind exam has no 'units'"));
	if (live && !exams)
		node_fault(d, p->root, _("add 'exams: [ID]' and write exams/ID.yaml"), _("a pack of kind exam has no 'exams'"));
	if (!programme && !live && !units)
		node_fault(d, p->root, _("add 'units: [ID]' and write units/ID.yaml"), _("the pack has no 'units'"));
}

static void check_list(const struct pack *p, const char *key, bool ids, struct diag_list *d)
{
	const struct node *list = node_get(p->root, key);
	if (!list || list->kind != NODE_LIST)
		return;
	if (!list->first)
		node_fault(d, list, _("write at least one entry"), _("'%s' is empty"), key);
	if (list->count > PACK_FILES_MAX) {
		node_fault(d, list, _("split the pack into several"), _("'%s' has more than %d entries"), key, PACK_FILES_MAX);
		return;
	}
	for (const struct node *n = list->first; n; n = n->next) {
		if (n->kind != NODE_SCALAR || !*n->text) {
			node_fault(d, n, _("put text with brackets, braces or ': ' in double quotes"), _("an entry of '%s' must be text"), key);
			continue;
		}
		if (ids && node_check_id(n, d))
			for (const struct node *m = list->first; m != n; m = m->next)
				if (m->kind == NODE_SCALAR && strcmp(m->text, n->text) == 0)
					node_fault(d, n, _("keep one of the two"), _("'%s' stands twice in '%s'"), n->text, key);
	}
}

/* Texts of exams and units are translated by the same kind of context, so their ids must differ. */
static void check_exams(const struct pack *p, struct diag_list *d)
{
	const struct node *exams = node_get(p->root, "exams"), *units = node_get(p->root, "units");
	for (const struct node *x = exams ? exams->first : NULL; x; x = x->next)
		for (const struct node *u = units ? units->first : NULL; u; u = u->next)
			if (x->kind == NODE_SCALAR && u->kind == NODE_SCALAR && strcmp(x->text, u->text) == 0)
				node_fault(d, x, _("give the exam an id of its own"), _("'%s' is the id of a unit"), x->text);
}

bool head_read(struct pack *p, struct diag_list *d, struct err *e)
{
	const char *shown = p->root->file, *format = node_text(p->root, "format"), *kind = node_text(p->root, "kind");
	char ours[16];
	snprintf(ours, sizeof(ours), "%d", PACK_FORMAT);
	if (format && strcmp(format, ours) != 0) {
		node_fault(d, node_get(p->root, "format"), _("write 'format: 1', or use a newer safar"), _("format '%s' is not known"), format);
		return err_set(e, ERR_INPUT, _("'%s' has the unknown format '%.40s'; this program reads format %s: use a newer one"), shown, format, ours);
	}
	node_check_keys(p->root, _("a pack"), head_keys, d);
	if (p->root->kind != NODE_MAP || !node_text(p->root, "id") || !node_text(p->root, "version") || !node_text(p->root, "title"))
		return err_set(e, ERR_INPUT, _("'%s' does not say what pack this is; give it id, version and title"), shown);
	p->id = node_text(p->root, "id");
	p->version = node_text(p->root, "version");
	p->title = node_text(p->root, "title");
	p->summary = node_text(p->root, "summary");
	p->teaches = node_text(p->root, "teaches");
	p->level = node_text(p->root, "level");
	p->source_language = node_text(p->root, "source-language");
	p->licence = node_text(p->root, "licence");
	check_scalars(p, d);
	licence_check(node_get(p->root, "licence"), d);
	check_list(p, "authors", false, d);
	check_list(p, "units", true, d);
	check_list(p, "programmes", true, d);
	check_list(p, "exams", true, d);
	check_exams(p, d);
	int k = kind ? kind_from(kind) : -1;
	if (k < 0) {
		if (kind && *kind)
			node_fault(d, node_get(p->root, "kind"), _("write one of: language, workplace, conduct, programme, exam"), _("unknown kind '%s' of a pack"), kind);
		return err_set(e, ERR_INPUT, _("'%s' does not say of what kind the pack is; write one of: language, workplace, conduct, programme, exam"), shown);
	}
	p->kind = (enum pack_kind)k;
	check_kind(p, d);
	return true;
}
