#include "config.h"
#include "pack/sealed.h"

#include <stdio.h>
#include <string.h>

#include "core/i18n.h"
#include "core/seal.h"

enum { SEALED_FORMAT = 1, READER_MAX = 64, TEXT_MAX = 400, EXAMS_MAX = 100 };
static const char type[] = "SafarSealedBank";

/* What may stand in a header, so that a key that is new tomorrow does not leave the bank by itself. */
static const char *const exam_keys[] = {"id", "title", "language", "pass", "typo", "attempts", "delay-days", "valid-months", "examines", "retire", "sections", NULL};
static const char *const section_keys[] = {"id", "title", "skill", "minutes", "minimum", "navigation", "order", "draw", "room", "plays", "rubric", NULL};

static bool is_among(const char *const *names, const char *name)
{
	for (; *names; names++)
		if (str_eq(*names, name))
			return true;
	return false;
}

/* A copy of the tree. `keys` are those of the map itself, `below` those of maps in its list "sections"; NULL: all. */
static struct node *copy(struct arena *a, const struct node *n, const char *key, const char *const *keys, const char *const *below)
{
	struct node *out = node_new(a, n->kind, key, n->text);
	for (const struct node *c = n->first; c; c = c->next) {
		if (n->kind == NODE_MAP && keys && !is_among(keys, c->key))
			continue;
		bool sections = n->kind == NODE_MAP && below && str_eq(c->key, "sections");
		const char *const *inner = n->kind == NODE_LIST ? keys : sections ? below : NULL;
		node_append(out, copy(a, c, c->key, inner, NULL));
	}
	return out;
}

static void put(struct arena *a, struct node *map, const char *key, const char *text)
{
	if (text)
		node_append(map, node_new(a, NODE_SCALAR, key, text));
}

void sealed_write(const struct pack *p, const char *const *readers, size_t count, struct str *out)
{
	struct arena a = ARENA_INIT;
	struct node *root = node_new(&a, NODE_MAP, NULL, NULL), *exams = node_new(&a, NODE_LIST, "exams", NULL), *list = node_new(&a, NODE_LIST, "readers", NULL);
	put(&a, root, "type", type);
	put(&a, root, "format", arena_printf(&a, "%d", SEALED_FORMAT));
	put(&a, root, "pack", p->id);
	put(&a, root, "version", p->version);
	put(&a, root, "title", p->title);
	put(&a, root, "source-language", p->source_language);
	put(&a, root, "teaches", p->teaches);
	put(&a, root, "level", p->level);
	for (size_t i = 0; i < p->exam_count; i++)
		node_append(exams, copy(&a, p->exams[i], NULL, exam_keys, section_keys));
	for (size_t i = 0; i < count; i++)
		node_append(list, node_new(&a, NODE_SCALAR, NULL, readers[i]));
	node_append(root, exams);
	node_append(root, list);
	node_write_json(root, NULL, out);
	arena_release(&a);
}

static bool refuse(const char *shown, struct err *e)
{
	return err_set(e, ERR_INPUT, _("'%s' is no sealed bank, or it is damaged; fetch it again from the agency"), shown);
}

static bool read_exam(struct arena *a, const struct node *n, struct sealed_exam *out, struct diag_list *d)
{
	struct str body;
	*out = (struct sealed_exam){.id = node_text(n, "id"), .title = node_text(n, "title"), .examines = node_text(n, "examines")};
	if (n->kind != NODE_MAP || !out->id || !out->title || !out->examines || !node_check_id(node_get(n, "id"), d))
		return false;
	str_init(&body);
	node_write_json(n, NULL, &body);
	out->body = arena_strndup(a, body.buf, body.len);
	str_release(&body);
	return true;
}

static bool read_lists(struct arena *a, const struct node *root, struct sealed *out, struct diag_list *d)
{
	const struct node *exams = node_get(root, "exams"), *readers = node_get(root, "readers");
	if (!exams->count || exams->count > EXAMS_MAX || !readers->count || readers->count > SEAL_READERS_MAX)
		return false;
	out->exams = arena_array(a, exams->count, sizeof(*out->exams));
	for (const struct node *n = exams->first; n; n = n->next)
		if (!read_exam(a, n, &out->exams[out->exam_count++], d))
			return false;
	out->readers = arena_array(a, readers->count, sizeof(*out->readers));
	for (const struct node *n = readers->first; n; n = n->next) {
		if (n->kind != NODE_SCALAR || strlen(n->text) > READER_MAX)
			return false;
		out->readers[out->reader_count++] = n->text;
	}
	return true;
}

static bool read_root(struct arena *a, const struct node *root, struct sealed *out, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "type", .required = true}, {.name = "format", .required = true}, {.name = "pack", .required = true}, {.name = "version", .required = true},
		{.name = "title", .required = true}, {.name = "source-language", .required = true}, {.name = "teaches"}, {.name = "level"},
		{.name = "exams", .kind = NODE_LIST, .required = true}, {.name = "readers", .kind = NODE_LIST, .required = true}, {.name = NULL},
	};
	if (!node_check_keys(root, "", keys, d) || !str_eq(node_text(root, "type"), type) || !node_check_id(node_get(root, "pack"), d))
		return false;
	const char *teaches = node_text(root, "teaches"), *level = node_text(root, "level");
	*out = (struct sealed){
		.pack = node_text(root, "pack"), .version = node_text(root, "version"), .title = node_text(root, "title"),
		.source_language = node_text(root, "source-language"), .teaches = teaches ? teaches : "", .level = level ? level : "",
	};
	return version_valid(out->version) && strlen(out->version) <= TEXT_MAX && strlen(out->title) <= TEXT_MAX && read_lists(a, root, out, d);
}

bool sealed_read(struct arena *a, const char *bytes, size_t n, const char *shown, struct sealed *out, struct err *e)
{
	struct diag_list d;
	char ours[16];
	diag_init(&d);
	snprintf(ours, sizeof(ours), "%d", SEALED_FORMAT);
	const struct node *root = node_parse(a, bytes, n, shown, &d);
	const char *format = root && str_eq(node_text(root, "type"), type) ? node_text(root, "format") : NULL;
	bool ok = true;
	if (format && !str_eq(format, ours))
		ok = err_set(e, ERR_INPUT, _("'%s' is sealed in the unknown format '%.40s'; use a newer safar"), shown, format);
	else if (!root || !read_root(a, root, out, &d))
		ok = refuse(shown, e);
	diag_release(&d);
	return ok;
}
