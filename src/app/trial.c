#include "config.h"
#include "app/trial.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/packs.h"
#include "app/people.h"
#include "core/i18n.h"

enum { DEPTH_MAX = 4, ENTRIES_MAX = 5000 };

/* FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv: enough to see that something is different. */
static uint64_t mix(uint64_t h, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;
	for (size_t i = 0; i < n; i++)
		h = (h ^ p[i]) * UINT64_C(1099511628211);
	return h;
}

static uint64_t stamp_entry(const char *name, const struct stat *st, uint64_t h)
{
	h = mix(h, name, strlen(name) + 1);
	h = mix(h, &st->st_ino, sizeof(st->st_ino));
	h = mix(h, &st->st_size, sizeof(st->st_size));
	return mix(h, &st->st_mtim, sizeof(st->st_mtim));
}

/* The sum over the entries, so that their order does not count. */
static uint64_t stamp_folder(int at, const char *path, int depth, int *left)
{
	int fd = openat(at, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd >= 0 ? fdopendir(fd) : NULL;
	uint64_t sum = 0;
	if (!d) {
		if (fd >= 0)
			close(fd);
		return 0;
	}
	for (struct dirent *en; *left > 0 && (en = readdir(d));) {
		struct stat st;
		if (en->d_name[0] == '.' || fstatat(fd, en->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		--*left;
		if (S_ISDIR(st.st_mode) && depth < DEPTH_MAX)
			sum += mix(stamp_folder(fd, en->d_name, depth + 1, left), en->d_name, strlen(en->d_name));
		else if (S_ISREG(st.st_mode))
			sum += stamp_entry(en->d_name, &st, UINT64_C(14695981039346656037));
	}
	closedir(d);
	return sum;
}

static uint64_t stamp(const struct trial *t)
{
	int left = ENTRIES_MAX;
	return stamp_folder(AT_FDCWD, t->path, 0, &left) + 1;
}

bool trial_changed(const struct trial *t)
{
	return !t->read || stamp(t) != t->stamp;
}

/* An empty store with one learner, who is signed in. */
static bool begin_store(struct trial *t, struct err *e)
{
	struct app *app = &t->app;
	store_close(app->store);
	app->person = (struct person){0};
	arena_release(&app->person_arena);
	app->store = store_open(":memory:", STORE_CREATE, e);
	struct person p = {.code = "1", .name = _("Learner"), .birth = "2000-01-01", .region = "", .latin = "LEARNER", .role = ROLE_LEARNER};
	return app->store && person_save(app->store, &p, app_now(app), e) && person_by_id(app->store, p.id, &app->person_arena, &app->person, e);
}

bool trial_open(struct trial *t, const char *path, const char *unit, const char *language, struct err *e)
{
	*t = (struct trial){.path = path, .unit = unit};
	diag_init(&t->diags);
	if (!app_open(&t->app, ":memory:", STORE_CREATE, e))
		return false;
	t->app.idle_seconds = 0; /* who writes looks at the editor, not here */
	return app_set_language(&t->app, language, e);
}

void trial_close(struct trial *t)
{
	app_close(&t->app);
	pack_release(&t->pack);
	diag_release(&t->diags);
}

/* The owner of the store installs, as on the command line; the learner is somebody else. */
static bool install(struct trial *t)
{
	struct pack_change change = {0};
	struct diag_list known; /* the same findings once more */
	const char *front = t->app.front;
	diag_init(&known);
	t->app.front = "cli";
	bool ok = packs_install(&t->app, t->path, 0, NULL, &known, &change, &t->err);
	t->app.front = front;
	pack_change_release(&change);
	diag_release(&known);
	return ok;
}

bool trial_read(struct trial *t)
{
	pack_release(&t->pack);
	diag_release(&t->diags);
	diag_init(&t->diags);
	err_clear(&t->err);
	t->stamp = stamp(t); /* before reading: what is written meanwhile is seen as a change */
	t->read = true;
	t->sound = packs_check(&t->pack, t->path, app_today(&t->app), NULL, &t->diags, &t->err) && begin_store(t, &t->err) && install(t);
	diag_sort(&t->diags);
	return t->sound;
}
