#include "config.h"
#include "house.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/alloc.h"
#include "core/secret.h"
#include "store/packs.h"
#include "store/people.h"

char *folder_new(void)
{
	const char *base = getenv("TMPDIR");
	char name[400];
	snprintf(name, sizeof(name), "%s/safar-store-XXXXXX", base && *base ? base : "/tmp");
	assert_non_null(mkdtemp(name));
	return xstrdup(name);
}

char *path_in(const char *folder, const char *name)
{
	size_t size = strlen(folder) + strlen(name) + 2;
	char *path = xmalloc(size);
	snprintf(path, size, "%s/%s", folder, name);
	return path;
}

void folder_gone(char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *entry;
	while (d && (entry = readdir(d))) {
		if (entry->d_name[0] == '.' && (entry->d_name[1] == '\0' || entry->d_name[1] == '.'))
			continue;
		char *path = path_in(folder, entry->d_name);
		unlink(path);
		free(path);
	}
	if (d)
		closedir(d);
	rmdir(folder);
	free(folder);
}

void assert_ok_at(bool ok, const struct err *e, const char *file, int line)
{
	if (!ok)
		print_error("%s\n", e->msg);
	_assert_true(ok, "success", file, line);
}

struct store *store_new(const char *path)
{
	struct err e = ERR_INIT;
	struct store *s = store_open(path ? path : ":memory:", STORE_CREATE, &e);
	assert_ok(s != NULL, &e);
	return s;
}

int64_t person_new(struct store *s, const char *code)
{
	struct err e = ERR_INIT;
	struct person p = {.code = code, .name = "Dilnoza Karimova", .latin = "KARIMOVA DILNOZA", .birth = "1999-03-08", .region = "UZ-TK",
			   .role = ROLE_LEARNER, .language = "uz"};
	assert_ok(person_save(s, &p, 1000, &e), &e);
	return p.id;
}

static void part_body(const char *id, const char *text, char *out, size_t size)
{
	snprintf(out, size, "{\"id\":\"%s\",\"text\":\"%s\"}", id, text);
}

void part_hash(const char *id, const char *text, char out[65])
{
	char body[400];
	part_body(id, text, body, sizeof(body));
	hash_hex(body, strlen(body), out);
}

static void add_part(struct store *s, int64_t version, const char *id, int position, const char *text)
{
	struct err e = ERR_INIT;
	char body[400], hash[HASH_HEX_SIZE];
	part_body(id, text, body, sizeof(body));
	part_hash(id, text, hash);
	struct item_row r = {.unit = "u", .id = id, .parent = "", .slot = *id ? "parts" : "", .kind = *id ? "read" : "unit",
			     .position = position, .step = *id != '\0', .hash = hash, .body = body};
	assert_ok(pack_add_item(s, version, &r, &e), &e);
}

int64_t pack_new(struct store *s, const char *pack, const char *version, int steps, const char *text)
{
	struct err e = ERR_INIT;
	struct pack_row row = {.pack = pack, .version = version, .title = "A pack", .kind = "language", .teaches = "nl-BE", .level = "A1",
			       .source_language = "en", .digest = version, .installed_at = 1000};
	int64_t id = 0;
	assert_ok(store_begin(s, &e) && pack_begin(s, &row, &id, &e), &e);
	add_part(s, id, "", 0, text);
	for (int i = 1; i <= steps; i++) {
		char part[16];
		snprintf(part, sizeof(part), "p%d", i);
		add_part(s, id, part, i, text);
	}
	assert_ok(store_end(s, true, &e) && pack_activate(s, id, 2000, &e), &e);
	return id;
}

struct answer answer_to(int64_t person, int64_t version, const char *path, const char *verdict)
{
	static const char uuid[] = "0f0e0d0c-0b0a-4908-8706-050403020100";
	static char hash[65];
	part_hash("p1", "text", hash);
	return (struct answer){
		.uuid = uuid, .person = person, .path = path, .body_hash = hash, .version = version, .sitting = "", .drill = "", .direction = "",
		.seed = UINT64_C(0xF123456789ABCDEF), .shown = "0,2,1", .given = "2", .verdict = verdict, .reasons = "", .mark = 1, .maximum = 1,
		.duration_ms = 4200, .at = 5000, .offset_min = 300, .boot = "boot", .mono_ms = 77, .language = "uz", .front = "tui", .program = "0.1.0",
	};
}
