/* Limits and names of a pack as a whole; the same for folders and archives. */
#ifndef SAFAR_PACK_LIMITS_H
#define SAFAR_PACK_LIMITS_H

#define PACK_MIMETYPE "application/vnd.safar.pack+zip"
#define PACK_MANIFEST "MANIFEST.sha256"
#define PACK_WORDS "word-table.tsv" /* only in built packs */

enum {
	PACK_FORMAT = 1,
	PACK_FILES_MAX = 5000,
	PACK_FILE_MAX = 64 * 1024 * 1024,   /* bytes of one file */
	PACK_TOTAL_MAX = 512 * 1024 * 1024, /* bytes of all files */
	PACK_RATIO_MAX = 100,               /* bytes unpacked for each byte of the archive */
	PACK_RATIO_FREE = 1024 * 1024,      /* bytes unpacked before the ratio counts */
	PACK_PATH_MAX = 200,                /* bytes */
	PACK_PATH_DEPTH = 8,                /* folders and the file */
};

#endif
