/* What went wrong, on its way up to the one place that shows it.
 * A failing function fills its last parameter and returns false; on success the struct is untouched.
 * Wording: the fault first, the subject quoted, no capital, no full stop, then what to do. */
#ifndef SAFAR_CORE_ERR_H
#define SAFAR_CORE_ERR_H

#include <stdbool.h>

enum err_kind {
	ERR_NONE,
	ERR_USAGE,  /* the command line is wrong */
	ERR_INPUT,  /* a file, pack or value from outside is faulty */
	ERR_STORE,  /* the store cannot be opened, read or written */
	ERR_DENIED, /* this person may not do that, or the code and PIN do not fit */
	ERR_IO,     /* a file or the terminal cannot be read or written; disk full */
	ERR_ABSENT, /* the named thing does not exist */
};

struct err {
	enum err_kind kind;
	char msg[512];
};

#define ERR_INIT { ERR_NONE, "" }

/* Sets kind and message (cut at a character boundary when too long; what a terminal would obey becomes '?'). Always false, so that a failure is one line. */
bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* The same with ": " and the text of errno `saved_errno` behind it, kind ERR_IO. */
bool err_errno(struct err *e, int saved_errno, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts "context: " before the message. Always false. */
bool err_add(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

void err_clear(struct err *e);

#endif
