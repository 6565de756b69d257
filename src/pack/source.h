/* The sources of one pack, read whole into memory: from a folder or from a built .safar file. */
#ifndef SAFAR_PACK_SOURCE_H
#define SAFAR_PACK_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/diag.h"
#include "core/err.h"
#include "pack/facts.h"
#include "pack/node.h"

/* PACK_EXAM: a live bank, questions of examinations that count. It travels sealed and is never offered to learners. */
enum pack_kind { PACK_LANGUAGE, PACK_WORKPLACE, PACK_CONDUCT, PACK_PROGRAMME, PACK_EXAM };

/* One message of a translation. */
struct message {
	const char *context, *source, *text; /* msgctxt, msgid, msgstr; NFC */
	int line;                            /* of its entry in the file, 0 if not known */
};
struct translation {
	const char *language; /* uz, ru, … as in po/LANG.po */
	const char *file;
	struct message *list; /* sorted by context, then source; fuzzy and empty ones are not here */
	size_t count, fuzzy, missing;
	int open_line; /* of the first entry that is fuzzy, empty or at fault; 0: every entry is done */
};
struct pack_file {
	const char *path;  /* inside the pack, as in "units/first-day.yaml" */
	const char *shown; /* as the author names it, for messages */
	const char *bytes;
	size_t size;
};

struct pack {
	struct arena arena; /* holds everything below */
	struct pack_file *files;
	size_t file_count;
	const char *id, *version, *title, *summary, *teaches, *level, *source_language, *licence;
	enum pack_kind kind;
	const struct node *root;     /* pack.yaml */
	const struct node **units;   /* roots of units/ID.yaml in the order of pack.yaml, rows of units/ID.csv put in */
	size_t unit_count;
	const struct node **programmes;
	size_t programme_count;
	const struct node **exams;   /* roots of exams/ID.yaml in the order of pack.yaml */
	size_t exam_count;
	const struct node *facts_root; /* facts.yaml, NULL if there is none */
	struct facts facts;
	bool facts_faulty;           /* facts.yaml is there and could not be read whole: names not found there are no findings */
	bool texts_faulty;           /* a unit, programme or exam could not be read: translations without a text are no findings */
	struct translation *translations;
	size_t translation_count;
};

/* Progress of long work: called now and then; `total` 0 when not known. False stops the work (ERR_INPUT "stopped"). May be NULL. */
typedef bool progress_fn(void *ctx, const char *what, size_t done, size_t total);
struct progress {
	progress_fn *fn;
	void *ctx;
};

/* Reads a pack from a folder or a .safar file into `p` (zeroed by the caller; pack_release in any case). `e` is for what is no pack at all (not there, no
 * pack.yaml, unsafe archive, wrong checksum, unknown format); `d` collects faults inside its files. True if the shape of pack.yaml, facts
 * and PO files could be read (d->errors may still be > 0); what is inside units, programmes and exams is judged by learn/ and exam/.
 * A fault in facts.yaml or a PO file is in `d` and does not end the reading, so that an author sees all at once; false, with `e` set, means that nothing in `p`
 * may be used. Units, programmes and exams that are missing or broken are not in the arrays. */
bool pack_read(struct pack *p, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e);
/* The same from a built pack that is open already (borrowed), such as one that only lies in memory; `path` is what messages call it. */
bool pack_read_archive(struct pack *p, int fd, const char *path, int64_t today, const struct progress *progress, struct diag_list *d, struct err *e);
void pack_release(struct pack *p);

/* Translation of one message in a language or NULL. */
const char *pack_translate(const struct pack *p, const char *language, const char *context, const char *source);

/* One translatable string of the sources, in document order: what a template holds. `comment` for translators, or NULL. All arguments live as long as the call.
 * The same context and text may come twice (options, pairs): it is one message. */
typedef void pack_message_fn(void *ctx, const char *context, const char *text, const struct node *at, const char *comment);
void pack_each_message(const struct pack *p, pack_message_fn *fn, void *ctx);

/* Compares translations with the sources: missing and fuzzy counted (warnings, one per language), {fact:…} and backticked words equal (errors), facts known,
 * Markdown of translated blocks sound. */
void pack_check_translations(struct pack *p, struct diag_list *d);

/* Writes the .safar file: mimetype first and stored, MANIFEST.sha256, entries sorted, fixed times; byte-identical for identical sources.
 * Through a temporary file and rename. */
bool pack_build(const struct pack *p, const char *out, struct err *e);

/* Writes the PO template to `out`. */
bool pack_pot(const struct pack *p, const char *out, struct err *e);

/* Names as in pack.yaml. */
const char *pack_kind_name(enum pack_kind k);

/* <0, 0, >0 by semver precedence (semver.org 2.0.0 §11). Both must be valid: version_valid. */
bool version_valid(const char *v);
int version_compare(const char *a, const char *b);

#endif
