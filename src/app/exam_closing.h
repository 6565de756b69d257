/* Closing a session for good: a file with everything the marks were made with, and the report that two people sign. */
#ifndef SAFAR_APP_EXAM_CLOSING_H
#define SAFAR_APP_EXAM_CLOSING_H

#include "app/exam.h"
#include "record/closing.h"
#include "record/exam_key.h"

struct exam_closed {
	int sittings;
	char hash[HASH_HEX_SIZE], records[HASH_HEX_SIZE];
	char print[EXAM_KEY_PRINT_SIZE]; /* of the key it is sealed to; "" : it is not */
	bool has_signature;
};
/* Closes the session if that has not been done, and writes the file: sealed to the site's closing key if there is one, signed with the key of the certificates (key_file NULL: the site's) unless `phrase` is NULL. The hash stands in the events. One that
 * is there is never replaced. Nothing is written while sittings are under way. */
bool exam_closing_write(struct app *app, int64_t session, const char *key_file, const char *phrase, const char *path, struct exam_closed *out, struct err *e);

/* The key that closing files are sealed to, a setting of the site: the public part of a key of `safar exam key`. NULL takes the setting back. */
bool exam_closing_set_key(struct app *app, const char *file, struct err *e);
bool exam_closing_key(struct app *app, uint8_t public[SEAL_PUBLIC_BYTES], bool *set, struct err *e);

/* Reads a file again: what is sealed is opened with `key` (NULL: ERR_DENIED naming the key that it asks for). Needs no store. */
bool exam_closing_read(const char *path, const struct seal_key *key, struct arena *a, struct closing_found *out, struct err *e);

/* How the reader calls things; view/exam_words.h has them. */
struct exam_report_words {
	const char *(*state)(enum sitting_state s);
	const char *(*act)(const char *id);
	const char *(*why)(const char *id);
	const char *(*text)(struct arena *a, const char *act, const char *text);
};
/* The report as PDF: seats, who sat there, interruptions, decisions and why, hashes, lines for two signatures; no marks, and of documents the last four characters only. Of a closed
 * session. */
bool exam_report_paper(struct app *app, int64_t session, const struct exam_report_words *words, const char *path, struct err *e);

#endif
