/* The files of a pack while they are gathered: one growing list, whatever they come from. */
#ifndef SAFAR_PACK_FILES_H
#define SAFAR_PACK_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/diag.h"
#include "core/err.h"
#include "pack/source.h"

struct files {
	struct arena *arena;
	struct pack_file *list; /* sorted by path after files_sort */
	size_t count, room, total; /* total: bytes of all */
};

/* What a path inside a pack means. */
enum file_role {
	FILE_PACK,      /* pack.yaml */
	FILE_FACTS,     /* facts.yaml */
	FILE_UNIT,      /* units/ID.yaml */
	FILE_SHEET,     /* units/ID.csv */
	FILE_PROGRAMME, /* programmes/ID.yaml */
	FILE_EXAM,      /* exams/ID.yaml */
	FILE_PO,        /* po/LANG.po */
	FILE_WORDS,     /* word-table.tsv, in built packs */
	FILE_SILENT,    /* README, licence text, hidden files, templates: left out and nothing said */
	FILE_UNKNOWN,
};
enum file_role file_role(const char *path);

/* Adds a file whose bytes already live in the arena; `path` and `shown` are copied. Fails at the limits of pack/limits.h. */
bool files_add(struct files *f, const char *path, const char *shown, const char *bytes, size_t size, struct err *e);

void files_sort(struct files *f);

/* By path, in a sorted list; NULL if it is not there. */
const struct pack_file *files_find(const struct pack_file *list, size_t count, const char *path);

/* Reads a folder (an open directory that is closed in any case; `path` as the author names it). Only regular files, no symbolic links; what belongs to no pack is a warning. */
bool folder_read(struct files *f, int dir, const char *path, const struct progress *progress, struct diag_list *d, struct err *e);

/* Reads a built pack from an open file (borrowed): mimetype, safe names, limits, checksums. MANIFEST.sha256 and mimetype are not among the files afterwards. */
bool archive_read_pack(struct files *f, int fd, const char *path, const struct progress *progress, struct err *e);

/* Whether the caller wants to go on; false with "stopped" if not. */
bool progress_tell(const struct progress *p, const char *what, size_t done, size_t total, struct err *e);

#endif
