#include "config.h"
#include "pack/source.h"

#include <string.h>

#include "core/str.h"
#include "pack/limits.h"
#include "pack/manifest.h"
#include "pack/out.h"
#include "pack/zip.h"

static bool add_files(struct zip *z, const struct pack *p, const char *manifest, struct err *e)
{
	bool listed = false; /* the manifest stands in its place by name */
	for (size_t i = 0; i < p->file_count; i++) {
		const struct pack_file *f = &p->files[i];
		if (!listed && strcmp(PACK_MANIFEST, f->path) < 0) {
			if (!zip_add(z, PACK_MANIFEST, manifest, strlen(manifest), false, e))
				return false;
			listed = true;
		}
		if (!zip_add(z, f->path, f->bytes, f->size, false, e))
			return false;
	}
	return listed || zip_add(z, PACK_MANIFEST, manifest, strlen(manifest), false, e);
}

bool pack_build(const struct pack *p, const char *out, struct err *e)
{
	static const struct pack_file mimetype = { .path = "mimetype", .shown = "mimetype", .bytes = PACK_MIMETYPE, .size = sizeof(PACK_MIMETYPE) - 1 };
	struct zip z;
	struct str manifest;
	zip_init(&z);
	str_init(&manifest);
	manifest_write(&mimetype, 1, &manifest);
	manifest_write(p->files, p->file_count, &manifest);
	bool good = zip_add(&z, mimetype.path, mimetype.bytes, mimetype.size, true, e) && add_files(&z, p, manifest.buf, e);
	if (good) {
		zip_end(&z);
		good = out_write(out, z.bytes.buf, z.bytes.len, e);
	}
	str_release(&manifest);
	zip_release(&z);
	return good;
}
