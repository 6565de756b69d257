/* Built packs: the same bytes each time; and whatever a hostile or damaged archive may try, refused with words. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/alloc.h"
#include "core/clock.h"
#include "pack/limits.h"
#include "pack/manifest.h"
#include "pack/source.h"
#include "pack/zip.h"
#include "scratch.h"

static const char head[] = "format: 1\nid: sample\nversion: 1.0.0\ntitle: A sample\nkind: conduct\nsource-language: en\n"
			   "licence: CC-BY-SA-4.0\nauthors: [A]\nunits: [one]\n";
static const char unit[] = "id: one\ntitle: One\n";

struct outcome {
	bool good;
	struct err e;
};

static struct outcome read_at(const char *path)
{
	struct pack p = { 0 };
	struct diag_list d;
	struct outcome o = { .e = ERR_INIT };
	diag_init(&d);
	o.good = pack_read(&p, path, date_to_days(2026, 11, 23), NULL, &d, &o.e);
	if (o.good)
		assert_int_equal(d.errors, 0);
	diag_release(&d);
	pack_release(&p);
	return o;
}

static struct outcome read_bytes(const void *bytes, size_t n)
{
	struct scratch s;
	scratch_open(&s);
	scratch_write(&s, "x.safar", bytes, n);
	struct outcome o = read_at(scratch_path(&s, "x.safar"));
	scratch_close(&s);
	return o;
}

static void refused(struct outcome o, const char *why)
{
	assert_false(o.good);
	assert_int_equal(o.e.kind, ERR_INPUT);
	if (!strstr(o.e.msg, why) || !strstr(o.e.msg, "; "))
		fail_msg("wanted '%s', got '%s'", why, o.e.msg);
}

static void same_sources_give_the_same_bytes(void **state)
{
	(void)state;
	char *source = source_path_dup("tests/data/packs/good/language");
	struct scratch s;
	struct pack p = { 0 }, again = { 0 };
	struct diag_list d;
	struct err e = ERR_INIT;
	size_t n, m;
	diag_init(&d);
	scratch_open(&s);
	assert_true(pack_read(&p, source, 0, NULL, &d, &e));
	assert_true(pack_build(&p, scratch_path(&s, "a.safar"), &e));
	assert_true(pack_read(&again, scratch_path(&s, "a.safar"), 0, NULL, &d, &e));
	assert_int_equal(again.file_count, p.file_count);
	assert_string_equal(again.version, "1.0.0");
	assert_int_equal(again.unit_count, 1);
	for (size_t i = 0; i < p.file_count; i++) {
		assert_string_equal(again.files[i].path, p.files[i].path);
		assert_int_equal(again.files[i].size, p.files[i].size);
		assert_memory_equal(again.files[i].bytes, p.files[i].bytes, p.files[i].size);
	}
	assert_true(pack_build(&again, scratch_path(&s, "b.safar"), &e));
	char *b = file_bytes_dup(scratch_path(&s, "b.safar"), &m), *a = file_bytes_dup(scratch_path(&s, "a.safar"), &n);
	assert_int_equal(n, m);
	assert_memory_equal(a, b, n);
	assert_memory_equal(a + 30, "mimetype" PACK_MIMETYPE "PK", 8 + strlen(PACK_MIMETYPE) + 2);
	free(a);
	free(b);
	free(source);
	scratch_close(&s);
	diag_release(&d);
	pack_release(&p);
	pack_release(&again);
}

static void nothing_is_left_of_a_failed_build(void **state)
{
	(void)state;
	struct scratch s;
	struct pack p = { 0 };
	struct err e = ERR_INIT;
	scratch_open(&s);
	assert_false(pack_build(&p, scratch_path(&s, "no/such/folder.safar"), &e));
	assert_int_equal(e.kind, ERR_IO);
	scratch_close(&s);
}

/* An archive as a case wants it: files beside the two of every sample, and a manifest that fits unless `manifest` says otherwise. */
struct forged {
	const char *name, *bytes; /* NULL: none */
	const char *manifest;     /* "" leaves it out */
	const char *why;
};
static const struct forged forgeries[] = {
	{ .name = NULL, .why = NULL },
	{ .name = "../evil.yaml", .bytes = "x", .why = "leads out of the pack" },
	{ .name = "units/../../evil.yaml", .bytes = "x", .why = "leads out of the pack" },
	{ .name = "/etc/evil.yaml", .bytes = "x", .why = "no path inside the pack" },
	{ .name = "units\\two.yaml", .bytes = "x", .why = "is missing" }, /* libarchive makes a slash of it: the manifest still knows */
	{ .name = "units\\a/two.yaml", .bytes = "x", .why = "no path inside the pack" },
	{ .name = "c:evil.yaml", .bytes = "x", .why = "no path inside the pack" },
	{ .name = "units/a/b/c/d/e/f/g/h.yaml", .bytes = "x", .why = "too long or too deep" },
	{ .name = "Units/One.yaml", .bytes = "x", .why = "in capitals only" },
	{ .name = "units/one.yaml", .bytes = "x", .why = "there twice" },
	{ .name = "run.sh", .bytes = "x", .why = "a pack has no such file" },
	{ .name = "README", .bytes = "x", .why = "a pack has no such file" },
	{ .name = "units/\x1B[2J.yaml", .bytes = "x", .why = "characters that are not allowed" },
	{ .name = "units/two.yaml", .bytes = "x", .manifest = "unlisted", .why = "is not in MANIFEST.sha256" },
	{ .manifest = "", .why = "has no MANIFEST.sha256" },
	{ .manifest = "0000000000000000000000000000000000000000000000000000000000000000  pack.yaml\n", .why = "the checksum of 'pack.yaml' is wrong" },
	{ .manifest = "0000000000000000000000000000000000000000000000000000000000000000  gone.yaml\n", .why = "the file 'gone.yaml' is missing" },
	{ .manifest = "nonsense\n", .why = "is not understood" },
};

static void forge(const struct forged *f, struct zip *z)
{
	const struct pack_file files[] = {
		{ .path = "mimetype", .bytes = PACK_MIMETYPE, .size = strlen(PACK_MIMETYPE) },
		{ .path = "pack.yaml", .bytes = head, .size = strlen(head) },
		{ .path = "units/one.yaml", .bytes = unit, .size = strlen(unit) },
		{ .path = f->name, .bytes = f->bytes, .size = f->name ? strlen(f->bytes) : 0 },
	};
	size_t count = f->name ? 4 : 3;
	struct err e = ERR_INIT;
	struct str manifest;
	str_init(&manifest);
	manifest_write(files, f->manifest && strcmp(f->manifest, "unlisted") == 0 ? 3 : count, &manifest);
	if (f->manifest && strcmp(f->manifest, "unlisted") != 0) {
		str_clear(&manifest);
		str_add(&manifest, f->manifest);
	}
	zip_init(z);
	for (size_t i = 0; i < count; i++)
		assert_true(zip_add(z, files[i].path, files[i].bytes, files[i].size, i == 0, &e));
	if (!f->manifest || *f->manifest)
		assert_true(zip_add(z, PACK_MANIFEST, manifest.buf, manifest.len, false, &e));
	zip_end(z);
	str_release(&manifest);
}

static void forged_archives_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(forgeries) / sizeof(*forgeries); i++) {
		struct zip z;
		forge(&forgeries[i], &z);
		struct outcome o = read_bytes(z.bytes.buf, z.bytes.len);
		zip_release(&z);
		if (forgeries[i].why)
			refused(o, forgeries[i].why);
		else if (!o.good)
			fail_msg("%s", o.e.msg);
	}
}

/* Where the central directory describes `name`. */
static unsigned char *directory_entry(struct zip *z, const char *name)
{
	unsigned char *found = memmem(z->bytes.buf, z->bytes.len, "PK\1\2", 4);
	while (found && memcmp(found + 46, name, strlen(name)) != 0) {
		size_t behind = (size_t)((char *)found - z->bytes.buf) + 4;
		found = memmem(found + 4, z->bytes.len - behind, "PK\1\2", 4);
	}
	assert_non_null(found);
	return found;
}

static const struct patch {
	size_t at; /* in the entry of the central directory */
	unsigned char low, high;
	const char *why;
} patches[] = {
	{ .at = 40, .low = 0xFF, .high = 0xA1, .why = "it is a link" },             /* mode 0120777 */
	{ .at = 40, .low = 0xB6, .high = 0x21, .why = "it is no ordinary file" },   /* mode 020666: a device */
	{ .at = 8, .low = 1, .high = 0, .why = "it is encrypted" },
	{ .at = 10, .low = 12, .high = 0, .why = "another method than deflate" },   /* bzip2 */
	{ .at = 16, .low = 1, .high = 2, .why = "is damaged or incomplete" },       /* CRC-32 */
	{ .at = 24, .low = 1, .high = 0, .why = "is damaged or incomplete" },       /* a size that is too small */
};

static void patched_directories_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(patches) / sizeof(*patches); i++) {
		struct zip z;
		forge(&forgeries[0], &z);
		unsigned char *entry = directory_entry(&z, "units/one.yaml");
		entry[patches[i].at] = patches[i].low;
		entry[patches[i].at + 1] = patches[i].high;
		if (patches[i].at < 30) { /* the local header has the same field two bytes earlier */
			unsigned char *local = memmem(z.bytes.buf, z.bytes.len, "units/one.yaml", 14);
			local[-30 + (int)patches[i].at - 2] = patches[i].low;
			local[-30 + (int)patches[i].at - 1] = patches[i].high;
		}
		struct outcome o = read_bytes(z.bytes.buf, z.bytes.len);
		zip_release(&z);
		if (o.good)
			fail_msg("accepted: %s", patches[i].why);
		refused(o, patches[i].why);
	}
}

static void every_truncation_is_refused(void **state)
{
	(void)state;
	struct zip z;
	forge(&forgeries[0], &z);
	for (size_t n = 0; n < z.bytes.len; n += 7) {
		struct outcome o = read_bytes(z.bytes.buf, n);
		assert_false(o.good);
		assert_int_equal(o.e.kind, ERR_INPUT);
	}
	zip_release(&z);
}

static void bombs_are_refused_while_reading(void **state)
{
	(void)state;
	size_t n = 8 * 1024 * 1024;
	char *blank = xmalloc(n + 1);
	memset(blank, ' ', n);
	blank[n] = '\0';
	struct forged f = { .name = "units/two.yaml", .bytes = blank };
	struct zip z;
	forge(&f, &z);
	refused(read_bytes(z.bytes.buf, z.bytes.len), "more than a hundred times");
	zip_release(&z);
	free(blank);
}

static void what_is_no_pack_is_told_apart(void **state)
{
	(void)state;
	struct scratch s;
	struct err e = ERR_INIT;
	refused(read_bytes("", 0), "is no pack");
	refused(read_bytes("format: 1\n", 10), "is no pack");
	struct zip z;
	zip_init(&z);
	assert_true(zip_add(&z, "pack.yaml", head, strlen(head), false, &e));
	zip_end(&z);
	refused(read_bytes(z.bytes.buf, z.bytes.len), "does not begin with the mimetype");
	zip_release(&z);
	scratch_open(&s);
	struct outcome o = read_at(scratch_path(&s, "absent"));
	assert_false(o.good);
	assert_int_equal(o.e.kind, ERR_ABSENT);
	refused(read_at(s.dir), "has no pack.yaml");
	scratch_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_sources_give_the_same_bytes),
		cmocka_unit_test(nothing_is_left_of_a_failed_build),
		cmocka_unit_test(forged_archives_are_refused),
		cmocka_unit_test(patched_directories_are_refused),
		cmocka_unit_test(every_truncation_is_refused),
		cmocka_unit_test(bombs_are_refused_while_reading),
		cmocka_unit_test(what_is_no_pack_is_told_apart),
	};
	return cmocka_run_group_tests_name("pack/archive", tests, NULL, NULL);
}
