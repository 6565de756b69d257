#include "config.h"
#include "pack/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/i18n.h"
#include "pack/files.h"
#include "pack/head.h"
#include "pack/po.h"
#include "pack/sheet.h"

/* What pack_read carries from step to step. */
struct reader {
	struct pack *pack;
	const struct progress *progress;
	int64_t today;
	struct diag_list *diags;
	size_t done;
};

static bool tell(struct reader *r, const char *what, struct err *e)
{
	return progress_tell(r->progress, what, r->done++, r->pack->file_count, e);
}

static void take_files(struct pack *p, struct files *f)
{
	files_sort(f);
	p->files = f->list;
	p->file_count = f->count;
}

static bool read_files(struct pack *p, const char *path, const struct progress *progress, struct diag_list *d, struct err *e)
{
	struct files f = { .arena = &p->arena };
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0 && errno == ENOENT)
		return err_set(e, ERR_ABSENT, _("there is no '%s'; name a folder with pack.yaml, or a .safar file"), path);
	if (fd < 0)
		return err_errno(e, errno, _("cannot open '%s'"), path);
	bool good;
	if (fstat(fd, &st) != 0) {
		good = err_errno(e, errno, _("cannot read '%s'"), path);
		close(fd);
	} else if (S_ISDIR(st.st_mode)) {
		good = folder_read(&f, fd, path, progress, d, e);
	} else if (S_ISREG(st.st_mode)) {
		good = archive_read_pack(&f, fd, path, progress, e);
		close(fd);
	} else {
		good = err_set(e, ERR_INPUT, _("'%s' is no pack; name a folder with pack.yaml, or a .safar file"), path);
		close(fd);
	}
	take_files(p, &f);
	return good;
}

static struct node *parse_file(struct reader *r, const struct pack_file *f)
{
	return node_parse(&r->pack->arena, f->bytes, f->size, f->shown, r->diags);
}

static bool read_head(struct reader *r, const char *path, struct err *e)
{
	struct pack *p = r->pack;
	const struct pack_file *f = files_find(p->files, p->file_count, "pack.yaml");
	if (!f)
		return err_set(e, ERR_INPUT, _("'%s' is no pack: it has no pack.yaml; name the folder that holds pack.yaml"), path);
	p->root = parse_file(r, f);
	if (!p->root)
		return err_set(e, ERR_INPUT, _("'%s' cannot be read; mend its syntax first"), f->shown);
	return head_read(p, r->diags, e);
}

static bool read_facts(struct reader *r, struct err *e)
{
	struct pack *p = r->pack;
	const struct pack_file *f = files_find(p->files, p->file_count, "facts.yaml");
	if (!f)
		return true;
	if (!tell(r, f->path, e))
		return false;
	const struct node *root = parse_file(r, f);
	p->facts_root = root;
	p->facts_faulty = !root || !facts_read(&p->arena, root, r->today, &p->facts, r->diags);
	return true;
}

/* Whether the `id` inside the file of a programme or exam is the name of the file; of units, learn/ says so. */
static void check_own_id(struct reader *r, const struct node *root, const char *name)
{
	const char *id = node_text(root, "id");
	char cure[100];
	snprintf(cure, sizeof(cure), _("write 'id: %.60s'"), name);
	if (id && strcmp(id, name) != 0)
		node_fault(r->diags, node_get(root, "id"), cure, _("the 'id' is not the name of the file"));
}

/* Puts in the rows of the unit's spreadsheet. False when the unit cannot be judged without what is wrong there. */
static bool join_sheet(struct reader *r, struct node *root, const char *unit)
{
	struct pack *p = r->pack;
	const char *name = arena_printf(&p->arena, "units/%s.csv", unit);
	if (sheet_join(&p->arena, root, name, files_find(p->files, p->file_count, name), p->teaches, r->diags))
		return true;
	p->texts_faulty = true;
	return false;
}

/* Roots of FOLDER/ID.yaml for each id of a list in pack.yaml. */
static bool read_roots(struct reader *r, const char *folder, const struct node *ids, const struct node ***roots, size_t *count, struct err *e)
{
	struct pack *p = r->pack;
	*roots = arena_array(&p->arena, ids ? ids->count : 0, sizeof(**roots));
	for (const struct node *id = ids ? ids->first : NULL; id; id = id->next) {
		if (id->kind != NODE_SCALAR)
			continue;
		const char *name = arena_printf(&p->arena, "%s/%s.yaml", folder, id->text);
		const struct pack_file *f = files_find(p->files, p->file_count, name);
		if (!f) {
			node_fault(r->diags, id, _("write that file, or take the id out of the list"), _("there is no file '%s'"), name);
			continue;
		}
		if (!tell(r, f->path, e))
			return false;
		struct node *root = parse_file(r, f);
		p->texts_faulty |= !root || root->kind != NODE_MAP;
		if (!root)
			continue;
		if (root->kind != NODE_MAP) {
			node_fault(r->diags, root, _("begin it with 'id: …' and 'title: …'"), _("this file must have keys with values"));
			continue;
		}
		if (strcmp(folder, "units") != 0)
			check_own_id(r, root, id->text);
		else if (!join_sheet(r, root, id->text))
			continue;
		(*roots)[(*count)++] = root;
	}
	return true;
}

static bool is_listed(const struct node *ids, const char *name, size_t n)
{
	for (const struct node *id = ids ? ids->first : NULL; id; id = id->next)
		if (id->kind == NODE_SCALAR && strlen(id->text) == n && strncmp(id->text, name, n) == 0)
			return true;
	return false;
}

/* Files of units, programmes and exams that pack.yaml does not name. */
static void warn_of_strays(struct reader *r)
{
	for (size_t i = 0; i < r->pack->file_count; i++) {
		const struct pack_file *f = &r->pack->files[i];
		enum file_role role = file_role(f->path);
		if (role != FILE_UNIT && role != FILE_SHEET && role != FILE_PROGRAMME && role != FILE_EXAM)
			continue;
		const char *key = role == FILE_EXAM ? "exams" : role == FILE_PROGRAMME ? "programmes" : "units", *name = strchr(f->path, '/') + 1;
		if (is_listed(node_get(r->pack->root, key), name, (size_t)(strrchr(name, '.') - name)))
			continue;
		if (role == FILE_SHEET)
			diag_add(r->diags, DIAG_WARNING, f->shown, 1, 1, _("give it the name of a unit, or remove it"),
				 _("no unit of pack.yaml has this name, so its rows are not used"));
		else
			diag_add(r->diags, DIAG_WARNING, f->shown, 1, 1, role == FILE_UNIT ? _("name it in 'units' of pack.yaml, or remove it") :
				 role == FILE_EXAM ? _("name it in 'exams' of pack.yaml, or remove it") : _("name it in 'programmes' of pack.yaml, or remove it"),
				 _("pack.yaml does not name this file, so nobody will see it"));
	}
}

static bool read_translations(struct reader *r, struct err *e)
{
	struct pack *p = r->pack;
	size_t room = 0;
	for (size_t i = 0; i < p->file_count; i++) {
		const struct pack_file *f = &p->files[i];
		if (file_role(f->path) != FILE_PO)
			continue;
		if (!tell(r, f->path, e))
			return false;
		const char *name = f->path + strlen("po/"), *language = arena_strndup(&p->arena, name, strlen(name) - strlen(".po"));
		if (language_find(language) < 0 || str_eq(language, p->source_language)) {
			diag_add(r->diags, DIAG_WARNING, f->shown, 1, 1, _("name it po/LANG.po, LANG being one of uz, uz@cyrillic, ru, nl, fr, de"),
				 _("'%s' is no language of translation and is left out"), language);
			continue;
		}
		struct translation t;
		if (!po_read(&p->arena, f, language, &t, r->diags))
			continue;
		p->translations = arena_grow(&p->arena, p->translations, p->translation_count, &room, sizeof(t));
		p->translations[p->translation_count++] = t;
	}
	return true;
}

/* Everything behind the files. */
static bool read_contents(struct pack *p, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e)
{
	struct reader r = { .pack = p, .progress = progress, .today = today, .diags = d };
	if (!read_head(&r, path, e) || !read_facts(&r, e))
		return false;
	if (!read_roots(&r, "units", node_get(p->root, "units"), &p->units, &p->unit_count, e) ||
	    !read_roots(&r, "programmes", node_get(p->root, "programmes"), &p->programmes, &p->programme_count, e) ||
	    !read_roots(&r, "exams", node_get(p->root, "exams"), &p->exams, &p->exam_count, e))
		return false;
	warn_of_strays(&r);
	return read_translations(&r, e);
}

bool pack_read(struct pack *p, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e)
{
	return read_files(p, path, progress, d, e) && read_contents(p, path, today, progress, d, e);
}

bool pack_read_archive(struct pack *p, int fd, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e)
{
	struct files f = { .arena = &p->arena };
	bool good = archive_read_pack(&f, fd, path, progress, e);
	take_files(p, &f);
	return good && read_contents(p, path, today, progress, d, e);
}

void pack_release(struct pack *p)
{
	arena_release(&p->arena);
	*p = (struct pack){ 0 };
}

const char *pack_translate(const struct pack *p, const char *language, const char *context, const char *source)
{
	const struct message key = { .context = context, .source = source };
	for (size_t i = 0; i < p->translation_count; i++) {
		const struct translation *t = &p->translations[i];
		if (!str_eq(t->language, language))
			continue;
		const struct message *m = t->count ? bsearch(&key, t->list, t->count, sizeof(*t->list), message_order) : NULL;
		return m ? m->text : NULL;
	}
	return NULL;
}
