#include "config.h"
#include "app/export.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/results.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/certificates.h"

/* The fixed header: other programs read it, so a name never changes and new ones come at the end. */
static const struct export_field completion_fields[] = {
	{"person_code", FIELD_TEXT},
	{"name", FIELD_TEXT},
	{"latin_name", FIELD_TEXT},
	{"birth_date", FIELD_TEXT},
	{"region", FIELD_TEXT},
	{"programme", FIELD_TEXT},
	{"programme_title", FIELD_TEXT},
	{"destination", FIELD_TEXT},
	{"requirement", FIELD_TEXT},
	{"requirement_title", FIELD_TEXT},
	{"points", FIELD_INTEGER},
	{"maximum", FIELD_INTEGER},
	{"completed_at", FIELD_TEXT},
	{"certificate", FIELD_TEXT},
	{"issued_at", FIELD_TEXT},
};
enum { COMPLETION_FIELDS = sizeof(completion_fields) / sizeof(completion_fields[0]) };

struct reading {
	struct app *app;
	struct completion_filter filter;
	const struct progress *progress;
	int64_t done, total;
	export_row_fn *row;
	void *row_ctx;
	struct err *e;
	bool stopped;
};

static void put(struct export_row *row, size_t *n, const char *text)
{
	row->text[*n] = text;
	row->len[(*n)++] = strlen(text);
}

/* Decimal text of a number that is at least 0, written from the end of `buf`. */
static const char *decimal(int64_t n, char buf[24])
{
	char *p = buf + 23;
	*p = '\0';
	do
		*--p = (char)('0' + n % 10);
	while (n /= 10);
	return p;
}

static bool take_completion(void *ctx, const struct completion *c)
{
	enum { TELL_EVERY = 8192 };
	struct reading *rd = ctx;
	struct export_row row;
	char mark[24], maximum[24], completed[21], issued[21] = "";
	size_t n = 0;
	instant_format(c->completed_at, completed);
	if (c->issued_at)
		instant_format(c->issued_at, issued);
	const char *const texts[] = {c->code, c->name, c->latin, c->birth, c->region, c->programme, c->programme_title, c->destination, c->requirement,
		c->requirement_title, decimal(c->mark, mark), decimal(c->maximum, maximum), completed, c->serial, issued};
	_Static_assert(sizeof(texts) / sizeof(texts[0]) == COMPLETION_FIELDS, "a text for each field");
	for (size_t i = 0; i < COMPLETION_FIELDS; i++)
		put(&row, &n, texts[i]);
	if (++rd->done % TELL_EVERY == 0 && rd->progress && rd->progress->fn &&
	    !rd->progress->fn(rd->progress->ctx, _("writing"), (size_t)rd->done, (size_t)rd->total)) {
		rd->stopped = true;
		return err_set(rd->e, ERR_INPUT, _("stopped; nothing was written"));
	}
	rd->stopped = !rd->row(rd->row_ctx, &row, rd->e);
	return !rd->stopped;
}

static bool each_completion(void *ctx, export_row_fn *row, void *row_ctx, struct err *e)
{
	struct reading *rd = ctx;
	rd->row = row;
	rd->row_ctx = row_ctx;
	rd->e = e;
	return completion_each(rd->app->store, &rd->filter, take_completion, rd, e) && !rd->stopped;
}

/* First or last millisecond of a site day given as ISO date. */
static bool day_edge(const struct app *app, const char *date, bool end, int64_t *ms, struct err *e)
{
	int64_t days;
	*ms = 0;
	if (!date || !*date)
		return true;
	if (!date_parse(date, &days))
		return err_set(e, ERR_USAGE, _("'%s' is no date; write it as 2026-11-30"), date);
	*ms = ((days + end) * 1440 - app->offset_min) * 60000;
	return true;
}

static bool make_filter(struct app *app, const struct export_request *r, struct arena *a, struct completion_filter *f, struct err *e)
{
	*f = (struct completion_filter){0};
	if (!day_edge(app, r->since, false, &f->since, e) || !day_edge(app, r->until, true, &f->until, e))
		return false;
	if (f->since && f->until && f->since >= f->until)
		return err_set(e, ERR_USAGE, _("the first day %s is after the last day %s"), r->since, r->until);
	if (!r->programme || !*r->programme)
		return true;
	if (!strchr(r->programme, '/'))
		return results_find_programme(app, r->programme, a, &f->programme, e);
	f->programme = r->programme; /* a whole path may name a programme that was removed: its records stay */
	return true;
}

bool export_count(struct app *app, const struct export_request *r, int64_t *rows, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct completion_filter f;
	bool ok = app_may(app, MAY_EXPORT, e) && make_filter(app, r, &a, &f, e) && completion_count(app->store, &f, rows, e);
	arena_release(&a);
	return ok;
}

/* A file in the folder of `path`, readable by the owner only, that has no name until it is whole: whatever ends the program, no half of a list
 * of people lies about. Where the file system knows no such files (memory sticks) it has the name in `temp`. -1 on failure. */
static int open_unnamed(const char *path, struct str *temp)
{
	const char *slash = strrchr(path, '/');
	str_addn(temp, path, slash ? (size_t)(slash - path) + 1 : 0);
	int fd = open(temp->len ? temp->buf : ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
	str_clear(temp);
	if (fd >= 0)
		return fd;
	str_addf(temp, "%s.XXXXXX", path);
	return mkstemp(temp->buf);
}

/* Gives the file a name beside `path`: a file that is there can only be replaced by a rename. */
static bool name_it(int fd, const char *path, struct str *temp)
{
	char self[64];
	if (temp->len)
		return true;
	snprintf(self, sizeof(self), "/proc/self/fd/%d", fd);
	str_addf(temp, "%s.%ld", path, (long)getpid());
	unlink(temp->buf); /* of a dead process with the same number */
	return linkat(AT_FDCWD, self, AT_FDCWD, temp->buf, AT_SYMLINK_FOLLOW) == 0;
}

/* Writes to `path` so that the file is either the old or the whole new one. */
static bool write_file(const struct exporter *x, const struct export_source *src, const struct export_request *r, int64_t *rows, struct err *e)
{
	struct str temp;
	if (!file_may_give_way(r->path, NULL, e))
		return false;
	str_init(&temp);
	int fd = open_unnamed(r->path, &temp);
	FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;
	bool ok = f != NULL;
	if (!ok) {
		err_errno(e, errno, _("cannot write '%s'; choose another folder"), r->path);
		if (fd >= 0)
			close(fd);
	} else {
		ok = x->write(f, src, r->profile, rows, e);
		if (ok && (fflush(f) || fsync(fd) || !name_it(fd, r->path, &temp)))
			ok = err_errno(e, errno, _("cannot write '%s'"), r->path);
		if (fclose(f) && ok)
			ok = err_errno(e, errno, _("cannot write '%s'"), r->path);
		if (ok && rename(temp.buf, r->path))
			ok = err_errno(e, errno, _("cannot write '%s'"), r->path);
	}
	if (!ok && temp.len && fd >= 0)
		unlink(temp.buf);
	str_release(&temp);
	return ok;
}

static bool is_special(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

/* Standard output, or a device or pipe that cannot be replaced by a rename. */
static bool write_stream(const struct exporter *x, const struct export_source *src, const struct export_request *r, int64_t *rows, struct err *e)
{
	bool std = !r->path || strcmp(r->path, "-") == 0;
	FILE *f = std ? stdout : fopen(r->path, "we");
	if (!f)
		return err_errno(e, errno, _("cannot write '%s'; choose another folder"), r->path);
	bool ok = x->write(f, src, r->profile, rows, e);
	if (ok && fflush(f))
		ok = err_errno(e, errno, _("cannot write the export"));
	if (!std)
		fclose(f);
	return ok;
}

static bool no_format(const char *format, struct err *e)
{
	struct str known;
	str_init(&known);
	for (const struct exporter *x = exporters; x->name; x++)
		str_addf(&known, x == exporters ? "%s" : ", %s", x->name);
	err_set(e, ERR_USAGE, _("no export format '%s'; there are %s"), format, known.buf);
	str_release(&known);
	return false;
}

bool export_completions(struct app *app, const struct export_request *r, const struct progress *progress, int64_t *rows, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct reading rd = {.app = app, .progress = progress};
	struct export_source src = {.fields = completion_fields, .field_count = COMPLETION_FIELDS, .each = each_completion, .ctx = &rd};
	const struct exporter *x = exporter_find(r->format ? r->format : "csv");
	*rows = 0;
	bool ok = app_may(app, MAY_EXPORT, e);
	if (ok && !x)
		ok = no_format(r->format, e);
	ok = ok && make_filter(app, r, &a, &rd.filter, e) && completion_count(app->store, &rd.filter, &rd.total, e);
	if (ok) {
		bool stream = !r->path || strcmp(r->path, "-") == 0 || is_special(r->path);
		ok = (stream ? write_stream : write_file)(x, &src, r, rows, e);
	}
	ok = ok && act_add(app->store, app_now(app), app->person.id, "export-completions", rd.filter.programme ? rd.filter.programme : "",
			   r->path ? r->path : "-", e);
	arena_release(&a);
	return ok;
}

char *export_document_dup(const char *name)
{
	const char *home = getenv("HOME");
	struct str path, documents;
	str_init(&path);
	str_init(&documents);
	str_addf(&documents, "%s/Documents", home && *home ? home : ".");
	str_addf(&path, "%s/%s", is_special(documents.buf) ? documents.buf : home && *home ? home : ".", name);
	str_release(&documents);
	return str_steal(&path);
}

char *export_path_dup(struct app *app, const struct export_request *r)
{
	char day[11], name[64];
	const struct exporter *x = exporter_find(r->format ? r->format : "csv");
	date_format(app_today(app), day);
	snprintf(name, sizeof(name), "safar-completions-%s%s", day, x ? x->suffix : ".csv");
	return export_document_dup(name);
}
