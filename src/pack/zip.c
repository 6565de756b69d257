#include "config.h"
#include "pack/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "core/i18n.h"

/* PKWARE APPNOTE.TXT 6.3.9, sections 4.3.7, 4.3.12, 4.3.16. */
enum {
	ZIP_2_0 = 20,            /* 2.0: deflate */
	MADE_BY_UNIX = 3 << 8,
	DAY_1980_01_01 = 0x0021, /* DOS date; the time is 0 */
	MODE = 0100644,
	STORED = 0,
	DEFLATED = 8,
	GZIP_HEADER = 10, GZIP_TRAILER = 8,
	ENTRIES_MAX = 65535,
};

static void add16(struct str *s, uint32_t v)
{
	str_addc(s, (char)(v & 0xFF));
	str_addc(s, (char)(v >> 8 & 0xFF));
}

static void add32(struct str *s, uint32_t v)
{
	add16(s, v & 0xFFFF);
	add16(s, v >> 16);
}

void zip_init(struct zip *z)
{
	*z = (struct zip){ 0 };
	str_init(&z->bytes);
	str_init(&z->directory);
}

void zip_release(struct zip *z)
{
	str_release(&z->bytes);
	str_release(&z->directory);
}

static la_ssize_t on_write(struct archive *a, void *ctx, const void *bytes, size_t n)
{
	(void)a;
	str_addn(ctx, bytes, n);
	return (la_ssize_t)n;
}

/* A gzip stream of the bytes, from libarchive: a header of ten bytes, the deflated data, CRC-32 and length. */
static bool gzip(const void *bytes, size_t n, struct str *out)
{
	struct archive *a = archive_write_new();
	struct archive_entry *entry = archive_entry_new();
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_pathname(entry, "x");
	bool good = archive_write_add_filter_gzip(a) == ARCHIVE_OK && archive_write_set_filter_option(a, "gzip", "compression-level", "9") == ARCHIVE_OK &&
		    archive_write_set_format_raw(a) == ARCHIVE_OK && archive_write_set_bytes_per_block(a, 0) == ARCHIVE_OK &&
		    archive_write_open(a, out, NULL, on_write, NULL) == ARCHIVE_OK && archive_write_header(a, entry) == ARCHIVE_OK &&
		    archive_write_data(a, bytes, n) == (la_ssize_t)n && archive_write_close(a) == ARCHIVE_OK;
	archive_entry_free(entry);
	archive_write_free(a);
	return good && out->len >= GZIP_HEADER + GZIP_TRAILER && out->buf[3] == 0;
}

static uint32_t crc_of(const struct str *gz)
{
	const unsigned char *p = (const unsigned char *)gz->buf + gz->len - GZIP_TRAILER;
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* The part that local header and central directory share. */
static void add_common(struct str *s, const char *name, int method, uint32_t crc, size_t packed, size_t n)
{
	add16(s, ZIP_2_0);
	add16(s, 0); /* flags */
	add16(s, (uint32_t)method);
	add16(s, 0); /* time */
	add16(s, DAY_1980_01_01);
	add32(s, crc);
	add32(s, (uint32_t)packed);
	add32(s, (uint32_t)n);
	add16(s, (uint32_t)strlen(name));
	add16(s, 0); /* extra field */
}

bool zip_add(struct zip *z, const char *name, const void *bytes, size_t n, bool stored, struct err *e)
{
	struct str gz;
	str_init(&gz);
	bool good = gzip(bytes, n, &gz);
	if (!good)
		err_set(e, ERR_IO, _("'%s' cannot be compressed; see that libarchive was built with zlib"), name);
	size_t packed = stored ? n : gz.len - GZIP_HEADER - GZIP_TRAILER, offset = z->bytes.len;
	if (good && (packed > INT_MAX - offset - z->directory.len - 1024 || z->count == ENTRIES_MAX))
		good = err_set(e, ERR_INPUT, _("the pack is too large for one file; split it into several packs"));
	if (good) {
		int method = stored ? STORED : DEFLATED;
		str_addn(&z->bytes, "PK\3\4", 4);
		add_common(&z->bytes, name, method, crc_of(&gz), packed, n);
		str_add(&z->bytes, name);
		str_addn(&z->bytes, stored ? bytes : gz.buf + GZIP_HEADER, packed);
		str_addn(&z->directory, "PK\1\2", 4);
		add16(&z->directory, MADE_BY_UNIX | ZIP_2_0);
		add_common(&z->directory, name, method, crc_of(&gz), packed, n);
		add16(&z->directory, 0); /* comment */
		add16(&z->directory, 0); /* disk */
		add16(&z->directory, 0); /* internal attributes */
		add32(&z->directory, (uint32_t)MODE << 16);
		add32(&z->directory, (uint32_t)offset);
		str_add(&z->directory, name);
		z->count++;
	}
	str_release(&gz);
	return good;
}

void zip_end(struct zip *z)
{
	size_t offset = z->bytes.len;
	str_addn(&z->bytes, z->directory.buf, z->directory.len);
	str_addn(&z->bytes, "PK\5\6", 4);
	add16(&z->bytes, 0); /* this disk */
	add16(&z->bytes, 0); /* disk of the directory */
	add16(&z->bytes, (uint32_t)z->count);
	add16(&z->bytes, (uint32_t)z->count);
	add32(&z->bytes, (uint32_t)z->directory.len);
	add32(&z->bytes, (uint32_t)offset);
	add16(&z->bytes, 0); /* comment */
}
