#include "config.h"
#include "view/exam_words.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"

/* An id and its word. */
struct word {
	const char *id, *word; /* word: N_() */
};

static const char *find(const struct word *words, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(words[i].id, id))
			return _(words[i].word);
	return NULL;
}
#define FIND(table, id) find(table, sizeof(table) / sizeof((table)[0]), id)

static const char *const states[SITTING_STATE_COUNT] = {
	/* TRANSLATORS: the next nine are states of one learner's examination, in a narrow column */
	[SITTING_PLANNED] = N_("planned"),
	[SITTING_IDENTITY] = N_("confirmed"),
	[SITTING_OPEN] = N_("opened"), /* not the word of the key: most languages have two */
	[SITTING_RUNNING] = N_("running"),
	[SITTING_PAUSED] = N_("paused"),
	[SITTING_SUBMITTED] = N_("handed in"),
	[SITTING_TIME_UP] = N_("time up"),
	[SITTING_ABANDONED] = N_("ended"),
	[SITTING_VOID] = N_("void"),
};

const char *exam_word_state(enum sitting_state s)
{
	return s < SITTING_STATE_COUNT ? _(states[s]) : "";
}

const char *exam_word_state_id(const char *id)
{
	enum sitting_state s;

	if (str_eq(id, "closed"))
		return _("closed");
	return sitting_state_from(id, &s) ? exam_word_state(s) : id;
}

/* Groups as examination centres use them: environment, examinee, staff, technical. */
static const struct {
	const char *word, *about;
} whys[SITTING_WHY_COUNT] = {
	/* TRANSLATORS: the next four say where the reason for an interruption of an examination lies */
	[WHY_ENVIRONMENT] = { .word = N_("environment"), .about = N_("noise, light, heat, power, weather, alarm") },
	[WHY_EXAMINEE] = { .word = N_("examinee"), .about = N_("illness, a break, late, conduct, own wish") },
	[WHY_SUPERVISOR] = { .word = N_("supervision"), .about = N_("a mistake or an absence of the supervisor") },
	[WHY_TECHNICAL] = { .word = N_("technical"), .about = N_("computer, screen, keyboard, network, program") },
};

const char *exam_word_why(enum sitting_why w)
{
	return w > WHY_NONE && w < SITTING_WHY_COUNT ? _(whys[w].word) : "";
}

const char *exam_word_why_id(const char *id)
{
	enum sitting_why w;

	return sitting_why_from(id, &w) ? exam_word_why(w) : id;
}

const char *exam_word_why_about(enum sitting_why w)
{
	return w > WHY_NONE && w < SITTING_WHY_COUNT ? _(whys[w].about) : "";
}

static const struct word roles[] = {
	{ "examinee", N_("examinee") },
	{ "supervisor", N_("supervisor") },
	{ "program", N_("program") },
};

const char *exam_word_role(const char *id)
{
	const char *word = FIND(roles, id);

	return word != NULL ? word : id;
}

static const struct word acts[] = {
	/* TRANSLATORS: what happened at a seat of an examination, in a list of events; the seat stands before it */
	{ "confirm", N_("identity confirmed") },
	{ "open", N_("seat opened") },
	{ "start", N_("begins") },
	{ "pause", N_("paused") },
	{ "lose", N_("interrupted") },
	{ "release", N_("goes on") },
	{ "extend", N_("more time") },
	{ "minutes", N_("minutes added") },
	{ "submit", N_("handed in") },
	{ "expire", N_("time up") },
	{ "end", N_("ended by the supervisor") },
	{ "void", N_("declared void") },
	{ "call", N_("calls the supervisor") },
	{ "call-off", N_("call taken back") },
	{ "call-done", N_("call answered") },
	{ "enter", N_("entered at a screen") },
	{ "leave", N_("left the screen") },
	{ "leave-refused", N_("wrong code for leaving") },
	{ "code", N_("new seat code") },
	{ "name-differs", N_("name not as registered") },
	{ "birth-differs", N_("birth date not as registered") },
	{ "document-twice", N_("same document as somebody else") },
	{ "site-moved", N_("the store goes on at another machine") },
	{ "leave-code", N_("code for leaving shown") },
	{ "help", N_("help set") },
	{ "replace", N_("questions exchanged") },
	{ "hand-in", N_("section handed in") },
	{ "section-time-up", N_("time of the section up") },
	{ "play", N_("text read or played") },
	{ "clock-back", N_("the clock of this computer went back") },
	{ "close", N_("session closed") },
	{ "bank-open", N_("sealed questions opened") },
	{ "bank-close", N_("bank of questions closed") },
	{ "mark", N_("marks given") },
	{ "taught", N_("the assessor taught this learner") },
	{ "not-taught", N_("the assessor did not teach this learner") },
	{ "review-asked", N_("review asked for") },
	{ "review-unchanged", N_("review answered, the result stays") },
	{ "review-changed", N_("review answered, another result") },
	{ "rescore", N_("marks counted anew") },
	{ "closing-file", N_("closing file written") },
	{ "paper", N_("form printed on paper") },
	{ "paper-entered", N_("answers typed in from paper") },
};

const char *exam_word_act(const char *id)
{
	const char *word = FIND(acts, id);

	return word != NULL ? word : id;
}

static const struct word texts[] = {
	{ "screen lost", N_("the screen gave no sign of life") },
	{ "screen asleep", N_("the computer slept, or stood still") },
	{ "entered at another screen", N_("entered at another screen") },
	{ "left by sign-in", N_("by the sign-in of staff, at the learner's screen") },
	{ "left by code", N_("with the supervisor's code") },
	{ "continued on paper", N_("continued on paper") },
};

/* "25 %, aloud" */
static const char *help_text(struct arena *a, const char *text)
{
	int percent = (int)strtol(text, NULL, 10);

	if (strstr(text, "aloud") == NULL)
		/* TRANSLATORS: extra time of a seat */
		return arena_printf(a, _("%d %% more time"), percent);
	/* TRANSLATORS: extra time of a seat, and its questions are read to the person */
	return arena_printf(a, _("%d %% more time, read aloud"), percent);
}

const char *exam_word_text(struct arena *a, const char *act, const char *text)
{
	const char *word = FIND(texts, text);
	int n = (int)strtol(text, NULL, 10);

	if (word != NULL)
		return word;
	if (text[0] == '\0')
		return "";
	if (str_eq(act, "help"))
		return help_text(a, text);
	if (str_eq(act, "minutes") || str_eq(act, "clock-back"))
		return arena_printf(a, ngettext("%d minute", "%d minutes", (unsigned long)n), n);
	if (str_eq(act, "replace"))
		return arena_printf(a, ngettext("%d question seen and not answered", "%d questions seen and not answered", (unsigned long)n), n);
	return text;
}
