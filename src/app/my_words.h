/* Words and phrases as the person signed in knows them: what they mean and how well they are known. */
#ifndef SAFAR_APP_MY_WORDS_H
#define SAFAR_APP_MY_WORDS_H

#include "app/app.h"

/* How well, for a person to read; by the stability of the card. */
enum word_strength { STRENGTH_NEW /* in learning steps */, STRENGTH_WEAK /* below a week */, STRENGTH_GOOD /* below two months */, STRENGTH_STRONG };

struct my_word {
	const char *path;		  /* pack/unit/id */
	const char *term, *plural, *example; /* taught; the last two NULL where absent */
	const char *means, *example_means, *note; /* in the reader's language, inline markup; the last two NULL where absent */
	bool met;			  /* was asked at least once; else the next two say nothing */
	enum word_strength strength;
	int64_t due_day;		  /* comes again then; of a word in learning steps the present day */
};
struct my_words {
	struct arena arena;
	struct my_word *list; /* by pack, in the order of the course */
	size_t count;
};

/* Words of active packs that were asked at least once, texts in the app's language. my_words_release in any case. */
bool my_words_load(struct app *app, struct my_words *out, struct err *e);
/* One word or phrase of an active pack, met or not: a list of one, or of none where there is no such word now. */
bool my_words_load_one(struct app *app, const char *path, struct my_words *out, struct err *e);
void my_words_release(struct my_words *w);

#endif
