#include "config.h"
#include "app/pack_new.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/i18n.h"
#include "core/str.h"
#include "pack/files.h"
#include "text/norm.h"

enum { TERMS_MAX = 128, TEXT_MAX = 200, ID_MAX = 40, TERMS_BYTES_MAX = 256 * 1024 };

/* What stands between two @ in a template, and what is put there. */
struct term {
	const char *name, *value;
};
struct terms {
	struct arena arena;
	struct term list[TERMS_MAX];
	size_t count;
};

/* The first of a name counts, so that what the person asked for comes before the template's own. */
static void term_add(struct terms *t, const char *name, const char *value)
{
	if (t->count < TERMS_MAX)
		t->list[t->count++] = (struct term){.name = name, .value = value};
}

static const char *term_find(const struct terms *t, const char *name, size_t n)
{
	for (size_t i = 0; i < t->count; i++)
		if (strncmp(t->list[i].name, name, n) == 0 && !t->list[i].name[n])
			return t->list[i].value;
	return NULL;
}

bool pack_kind_from(const char *name, enum pack_kind *out)
{
	for (int k = PACK_LANGUAGE; k <= PACK_PROGRAMME; k++) {
		if (!str_eq(pack_kind_name((enum pack_kind)k), name))
			continue;
		*out = (enum pack_kind)k;
		return true;
	}
	return false;
}

static bool is_id(const char *s)
{
	size_t n = strlen(s);
	return n && n <= ID_MAX && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n && s[0] != '-' && s[n - 1] != '-' && !strstr(s, "--");
}

/* A text for double quotes, in YAML as in PO. NULL if it cannot stand there. */
static const char *quoted(struct arena *a, const char *text)
{
	if (!*text || strlen(text) > TEXT_MAX || !text_valid(text, strlen(text), NULL) || text_first_unsafe(text, NULL) || strpbrk(text, "\n\t`{}*_@"))
		return NULL;
	struct str s;
	str_init(&s);
	for (const char *p = text; *p; p++) {
		if (strchr("\"\\", *p))
			str_addc(&s, '\\');
		str_addc(&s, *p);
	}
	const char *copy = arena_strdup(a, s.buf);
	str_release(&s);
	return copy;
}

static const char *templates_folder(struct arena *a, enum pack_kind kind)
{
	const char *data = getenv("SAFAR_DATADIR");
	return arena_printf(a, "%s/templates/%s", data && *data ? data : PKGDATADIR, pack_kind_name(kind));
}

/* One row of terms.tsv: the value in that column under its name. False if the row has no such column. */
static bool take_row(struct terms *t, char *row, size_t column)
{
	char *name = strsep(&row, "\t"), *value = NULL;
	for (size_t i = 0; i < column && row; i++)
		value = strsep(&row, "\t");
	if (value)
		term_add(t, name, value);
	return value;
}

/* Reads terms.tsv: names, and a column for each language. */
static bool read_terms(struct terms *t, const char *folder, const char *language, struct err *e)
{
	const char *path = arena_printf(&t->arena, "%s/terms.tsv", folder);
	FILE *f = fopen(path, "re");
	if (!f)
		return err_errno(e, errno, _("cannot read the template '%s'; install safar again"), path);
	char *bytes = arena_alloc(&t->arena, TERMS_BYTES_MAX), *line, *word;
	bytes[fread(bytes, 1, TERMS_BYTES_MAX - 1, f)] = '\0';
	fclose(f);
	size_t column = 0, i = 0;
	char *head = strsep(&bytes, "\n");
	while ((word = strsep(&head, "\t"))) {
		if (i && str_eq(word, language))
			column = i;
		i++;
	}
	if (!column)
		return err_set(e, ERR_USAGE, _("there is no template for the language '%s'; there are nl, fr and de"), language);
	while ((line = strsep(&bytes, "\n")))
		if (*line && !take_row(t, line, column))
			return err_set(e, ERR_INPUT, _("a row of '%s' is too short; install safar again"), path);
	return true;
}

/* The text of a template with its terms put in. An @ that encloses no known name stays. */
static void fill(const struct terms *t, const struct pack_file *f, struct str *out)
{
	const char *p = f->bytes, *end = p + f->size;
	while (p < end) {
		const char *at = memchr(p, '@', (size_t)(end - p)), *next = at ? memchr(at + 1, '@', (size_t)(end - at - 1)) : NULL;
		const char *value = next ? term_find(t, at + 1, (size_t)(next - at - 1)) : NULL;
		const char *until = value ? at : at ? at + 1 : end;
		str_addn(out, p, (size_t)(until - p));
		if (value)
			str_add(out, value);
		p = value ? next + 1 : until;
	}
}

static bool write_file(const char *folder, const char *name, const struct str *text, struct err *e)
{
	struct arena a = ARENA_INIT;
	const char *path = arena_printf(&a, "%s/%s", folder, name);
	char *slash = strrchr(path, '/');
	*slash = '\0';
	bool ok = mkdir(path, 0777) == 0 || errno == EEXIST;
	*slash = '/';
	FILE *f = ok ? fopen(path, "wxe") : NULL;
	ok = f && fwrite(text->buf, 1, text->len, f) == text->len;
	if (f && fclose(f) != 0)
		ok = false;
	if (!ok)
		err_errno(e, errno, _("cannot write '%s'"), path);
	arena_release(&a);
	return ok;
}

/* Takes away what was begun: only the files of the template can be in it. */
static void undo(const char *folder, const struct files *f)
{
	struct arena a = ARENA_INIT;
	for (size_t i = 0; i < f->count; i++)
		unlink(arena_printf(&a, "%s/%s", folder, f->list[i].path));
	for (size_t i = 0; i < f->count; i++) {
		char *path = arena_printf(&a, "%s/%s", folder, f->list[i].path);
		*strrchr(path, '/') = '\0';
		rmdir(path);
	}
	rmdir(folder);
	arena_release(&a);
}

/* In a folder beside it, which takes the name when all is written. */
static bool write_all(const struct pack_new *n, const struct terms *t, const struct files *f, struct err *e)
{
	struct arena a = ARENA_INIT;
	char *folder = arena_printf(&a, "%s.XXXXXX", n->path);
	struct stat st;
	if (lstat(n->path, &st) == 0) {
		arena_release(&a);
		return err_set(e, ERR_INPUT, _("'%s' is there already and is left as it is; choose another name"), n->path);
	}
	bool ok = mkdtemp(folder) || err_errno(e, errno, _("cannot make the folder '%s'"), n->path), made = ok;
	for (size_t i = 0; ok && i < f->count; i++) {
		struct str text;
		str_init(&text);
		fill(t, &f->list[i], &text);
		ok = write_file(folder, f->list[i].path, &text, e);
		str_release(&text);
	}
	mode_t mask = umask(0);
	umask(mask);
	if (ok && (chmod(folder, 0777 & ~mask) != 0 || rename(folder, n->path) != 0))
		ok = err_errno(e, errno, _("cannot make the folder '%s'"), n->path);
	if (made && !ok)
		undo(folder, f);
	arena_release(&a);
	return ok;
}

/* What the person asked for, as terms. */
static bool own_terms(const struct pack_new *n, const char *id, struct terms *t, struct err *e)
{
	const char *title = n->title ? quoted(&t->arena, n->title) : NULL, *author = quoted(&t->arena, n->author ? n->author : "The author");
	if (n->title && !title)
		return err_set(e, ERR_USAGE, _("the title cannot stand in a file; write at most %d bytes without backticks, braces, stars, '_' and '@'"), TEXT_MAX);
	if (!author)
		return err_set(e, ERR_USAGE, _("the author's name cannot stand in a file; write at most %d bytes without signs"), TEXT_MAX);
	char day[11];
	date_format(n->today, day);
	term_add(t, "name", id);
	term_add(t, "author", author);
	term_add(t, "today", arena_strdup(&t->arena, day));
	if (n->teaches && strchr(n->teaches, '-'))
		term_add(t, "teaches", arena_strdup(&t->arena, n->teaches));
	if (title) {
		term_add(t, "title", title);
		term_add(t, "title-uz", title);
		term_add(t, "title-ru", title);
	}
	return true;
}

bool pack_new(const struct pack_new *n, struct err *e)
{
	const char *slash = strrchr(n->path, '/'), *id = slash ? slash + 1 : n->path, *teaches = n->teaches ? n->teaches : "nl";
	if (!is_id(id))
		return err_set(e, ERR_USAGE, _("'%s' cannot be the id of a pack; take small letters a-z, digits and single hyphens, at most %d"), id, ID_MAX);
	if (!n->teaches && n->kind == PACK_LANGUAGE)
		return err_set(e, ERR_USAGE, _("which language does it teach? add --teaches nl, --teaches fr or --teaches de"));
	struct terms *t = calloc(1, sizeof(*t));
	if (!t)
		return err_errno(e, ENOMEM, _("cannot make the folder '%s'"), n->path);
	struct diag_list left_out; /* terms.tsv belongs to no pack */
	diag_init(&left_out);
	struct files f = {.arena = &t->arena};
	const char *folder = templates_folder(&t->arena, n->kind), *language = arena_strndup(&t->arena, teaches, strcspn(teaches, "-"));
	bool ok = own_terms(n, id, t, e) && read_terms(t, folder, language, e);
	int dir = ok ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	if (ok && dir < 0)
		ok = err_errno(e, errno, _("cannot read the template '%s'; install safar again"), folder);
	ok = ok && folder_read(&f, dir, folder, NULL, &left_out, e) && write_all(n, t, &f, e);
	diag_release(&left_out);
	arena_release(&t->arena);
	free(t);
	return ok;
}
