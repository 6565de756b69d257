/* The words that are due, as a practice. Declared in practice.h. */
#include "config.h"
#include "app/practice.h"

#include "app/review.h"

static bool load_due(struct app *app, struct due_words *due, struct practice_waiting *waiting, struct err *e)
{
	*waiting = (struct practice_waiting){0};
	if (!review_due(app, due, e))
		return false;
	*waiting = (struct practice_waiting){.due = (int)due->count, .soon = due->soon, .met = due->met};
	return true;
}

bool practice_waits(struct app *app, struct practice_waiting *waiting, struct err *e)
{
	struct due_words due;
	bool ok = load_due(app, &due, waiting, e);
	due_words_release(&due);
	return ok;
}

bool practice_of_due(struct app *app, int most, struct practice **out, struct practice_waiting *waiting, struct err *e)
{
	struct due_words due;
	struct practice_word words[REVIEW_WORDS_MAX];
	size_t count = 0, limit = most > 0 && most < REVIEW_WORDS_MAX ? (size_t)most : REVIEW_WORDS_MAX;
	bool ok = load_due(app, &due, waiting, e);
	*out = NULL;
	for (; ok && count < due.count && count < limit; count++)
		words[count] = (struct practice_word){.path = due.list[count].path, .stability = due.list[count].memory.memory.stability};
	if (ok && count) {
		*out = practice_of_words(app, words, count, e);
		ok = *out;
	}
	due_words_release(&due);
	if (*out && !practice_drill(*out)) {
		practice_free(*out);
		*out = NULL;
	}
	return ok;
}
