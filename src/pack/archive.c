#include "config.h"
#include "pack/files.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "core/str.h"
#include "pack/limits.h"
#include "pack/manifest.h"
#include "text/norm.h"

/* Reading goes into memory only; nothing is ever written below a name from the archive. libarchive reads a real file by its central directory (the "seekable"
 * reader) and warns where a local header says otherwise; a warning is a refusal here. Declared sizes lie: what counts is counted while reading. */
struct unpack {
	struct archive *zip;
	struct files *files;
	const char *path; /* of the archive, for messages */
	size_t packed;    /* bytes of the archive */
	const struct progress *progress;
};

static bool damaged(const struct unpack *u, struct err *e)
{
	return err_set(e, ERR_INPUT, _("'%s' is damaged or incomplete; copy or fetch it again"), u->path);
}

/* The first bytes as a zip must have them so that file(1) and we know a pack without opening it: mimetype first, stored, no extra field. */
static bool check_mimetype(int fd, const char *path, struct err *e)
{
	static const char name[] = "mimetype", type[] = PACK_MIMETYPE;
	enum { HEADER = 30, NAME = 8, TYPE = sizeof(type) - 1 };
	unsigned char b[HEADER + NAME + TYPE] = { 0 };
	ssize_t n = pread(fd, b, sizeof(b), 0);
	if (n < 4 || memcmp(b, "PK\3\4", 4) != 0)
		return err_set(e, ERR_INPUT, _("'%s' is no pack; name a folder with pack.yaml, or a file that 'safar pack build' made"), path);
	if (n < (ssize_t)sizeof(b) || b[8] || b[9] || b[26] != NAME || b[27] || b[28] || b[29] || b[18] != TYPE || b[19] || b[20] || b[21] ||
	    memcmp(b + HEADER, name, NAME) != 0 || memcmp(b + HEADER + NAME, type, TYPE) != 0)
		return err_set(e, ERR_INPUT, _("'%s' is a zip file and no pack: it does not begin with the mimetype %s; build it with 'safar pack build'"), path,
			       PACK_MIMETYPE);
	return true;
}

/* Why a name is refused, or NULL. */
static const char *name_fault(const char *name)
{
	size_t n = strlen(name), depth = 1;
	if (!text_valid(name, n, NULL) || text_first_unsafe(name, NULL) || strpbrk(name, "\n\t") || !text_is_nfc(name))
		return N_("its name has characters that are not allowed");
	if (*name == '/' || strchr(name, ':') || strchr(name, '\\'))
		return N_("its name is no path inside the pack");
	for (const char *p = name; *p; p += strcspn(p, "/"), p += *p == '/', depth++)
		if (strncmp(p, "..", 2) == 0 && (!p[2] || p[2] == '/'))
			return N_("its name leads out of the pack");
	if (n > PACK_PATH_MAX || depth > PACK_PATH_DEPTH)
		return N_("its name is too long or too deep");
	return NULL;
}

static bool refuse(const struct unpack *u, const char *name, const char *why, struct err *e)
{
	char *shown = text_sanitise_dup(name);
	err_set(e, ERR_INPUT, _("'%s' is refused: the entry '%.100s': %s; get the pack from its maker again"), u->path, shown, _(why));
	free(shown);
	return false;
}

static bool check_entry(const struct unpack *u, struct archive_entry *entry, const char *name, struct err *e)
{
	const char *why = name_fault(name), *method = archive_format_name(u->zip);
	if (!why && (archive_entry_symlink(entry) || archive_entry_hardlink(entry) || archive_entry_filetype(entry) == AE_IFLNK))
		why = N_("it is a link");
	if (!why && archive_entry_filetype(entry) != AE_IFREG && archive_entry_filetype(entry) != AE_IFDIR)
		why = N_("it is no ordinary file");
	if (!why && archive_entry_is_encrypted(entry))
		why = N_("it is encrypted");
	if (!why && method && !strstr(method, "deflation") && !strstr(method, "uncompressed"))
		why = N_("it is compressed by another method than deflate");
	return !why || refuse(u, name, why, e);
}

/* The bytes of the present entry, in the arena. */
static bool read_bytes(const struct unpack *u, const char *name, const char **bytes, size_t *size, struct err *e)
{
	enum { PIECE = 64 * 1024 };
	struct str s;
	char *piece = xmalloc(PIECE);
	bool good = true;
	str_init(&s);
	for (la_ssize_t n; good && (n = archive_read_data(u->zip, piece, PIECE)) != 0;) {
		if (n < 0) {
			good = damaged(u, e);
			break;
		}
		str_addn(&s, piece, (size_t)n);
		size_t all = u->files->total + s.len;
		if (s.len > PACK_FILE_MAX || all > PACK_TOTAL_MAX)
			good = refuse(u, name, N_("it unpacks to more than a pack may hold"), e);
		else if (all > PACK_RATIO_FREE && all / PACK_RATIO_MAX > u->packed)
			good = refuse(u, name, N_("it unpacks to more than a hundred times the size of the archive"), e);
	}
	if (good) {
		char *copy = arena_alloc(u->files->arena, s.len + 1);
		memcpy(copy, s.buf, s.len);
		*bytes = copy;
		*size = s.len;
	}
	str_release(&s);
	secret_wipe(piece, PIECE); /* of a bank that was sealed it holds a part */
	free(piece);
	return good;
}

static bool take_entry(const struct unpack *u, struct archive_entry *entry, struct err *e)
{
	const char *name = archive_entry_pathname_utf8(entry), *bytes = NULL;
	name = name ? name : archive_entry_pathname(entry);
	if (!name)
		return damaged(u, e);
	if (!check_entry(u, entry, name, e))
		return false;
	if (archive_entry_filetype(entry) == AE_IFDIR)
		return true;
	size_t size = 0;
	if (!progress_tell(u->progress, name, u->files->count, 0, e) || !read_bytes(u, name, &bytes, &size, e))
		return false;
	return files_add(u->files, name, arena_printf(u->files->arena, "%s/%s", u->path, name), bytes, size, e);
}

static bool take_entries(const struct unpack *u, struct err *e)
{
	for (;;) {
		struct archive_entry *entry;
		int r = archive_read_next_header(u->zip, &entry);
		if (r == ARCHIVE_EOF)
			return true;
		if (r != ARCHIVE_OK)
			return damaged(u, e);
		if (!take_entry(u, entry, e))
			return false;
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names that differ in case only would be one file on some systems. */
static bool check_twins(const struct unpack *u, struct err *e)
{
	size_t n = u->files->count;
	char **folded = xcalloc(n + 1, sizeof(*folded));
	for (size_t i = 0; i < n; i++)
		folded[i] = text_fold_dup(u->files->list[i].path);
	qsort(folded, n, sizeof(*folded), by_text);
	bool good = true;
	for (size_t i = 1; good && i < n; i++)
		if (strcmp(folded[i - 1], folded[i]) == 0)
			good = refuse(u, folded[i], N_("it is there twice, or its name differs from another in capitals only"), e);
	for (size_t i = 0; i < n; i++)
		free(folded[i]);
	free(folded);
	return good;
}

/* Takes the archive's own two files out of the list, and refuses what no pack has. */
static bool drop_own_files(const struct unpack *u, struct err *e)
{
	size_t kept = 0;
	for (size_t i = 0; i < u->files->count; i++) {
		const struct pack_file *f = &u->files->list[i];
		if (str_eq(f->path, PACK_MANIFEST) || str_eq(f->path, "mimetype"))
			continue;
		enum file_role role = file_role(f->path);
		if (role == FILE_UNKNOWN || role == FILE_SILENT)
			return refuse(u, f->path, N_("a pack has no such file"), e);
		u->files->list[kept++] = *f;
	}
	u->files->count = kept;
	return true;
}

static bool check_whole(const struct unpack *u, struct err *e)
{
	if (!check_twins(u, e))
		return false;
	files_sort(u->files);
	const struct pack_file *m = files_find(u->files->list, u->files->count, PACK_MANIFEST);
	if (!m)
		return err_set(e, ERR_INPUT, _("'%s' has no %s, so nothing shows that it is whole; build it with 'safar pack build'"), u->path, PACK_MANIFEST);
	return manifest_check(m, u->files->list, u->files->count, u->path, e) && drop_own_files(u, e);
}

bool archive_read_pack(struct files *f, int fd, const char *path, const struct progress *progress, struct err *e)
{
	struct stat st;
	if (!check_mimetype(fd, path, e))
		return false;
	struct unpack u = { .files = f, .path = path, .progress = progress, .packed = fstat(fd, &st) == 0 ? (size_t)st.st_size : 0 };
	u.zip = archive_read_new();
	if (!u.zip)
		BUG("libarchive is out of memory");
	bool good = archive_read_support_format_zip_seekable(u.zip) == ARCHIVE_OK && archive_read_open_fd(u.zip, fd, 64 * 1024) == ARCHIVE_OK;
	good = good ? take_entries(&u, e) && check_whole(&u, e) : damaged(&u, e);
	archive_read_free(u.zip);
	return good;
}
