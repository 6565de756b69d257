/* Searching for a word or phrase in the courses of the person signed in: by what is taught or what it means, in any script, without accents, by the beginnings of words. */
#ifndef SAFAR_APP_SEARCH_H
#define SAFAR_APP_SEARCH_H

#include "app/app.h"
#include "app/practice.h"

/* The words of all courses that are wanted (app/home.h), ready to be searched. They are read once, when a search is opened, and kept in memory in the form of
 * text/search_key.h: bench/search.c says what that takes. */
struct search; /* NULL is never a search; free with search_free (NULL is fine) */
struct search *search_open(struct app *app, struct err *e);
void search_free(struct search *s);

/* How many of those that fit are listed. */
enum { SEARCH_SHOWN_MAX = 100 };

struct found_word {
	const char *path;  /* pack/unit/id */
	const char *term;  /* taught */
	const char *means; /* in the reader's language, inline markup */
	const char *unit;  /* title of its unit, for the reader */
};
struct found {
	struct arena arena;
	struct found_word *list; /* whole words first, then what is taught, then what it means; each in the order of the courses */
	size_t count;		 /* listed */
	size_t total;		 /* that fit */
};

/* What `typed` finds; nothing for nothing. Texts are in the language in which the search was opened. `out` is made anew; found_release in any case. */
void search_find(const struct search *s, const char *typed, struct found *out);
void found_release(struct found *f);

/* Practice of what was found, the first REVIEW_WORDS_MAX words of it, each in a kind that suits how well it is known. NULL and `e` on failure. */
struct practice *search_practise(struct app *app, const struct found *f, struct err *e);

#endif
