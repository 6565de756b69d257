#include "config.h"
#include "exam/sitting.h"

#include "core/str.h"

static const char *const states[] = {
	[SITTING_PLANNED] = "planned", [SITTING_IDENTITY] = "identity", [SITTING_OPEN] = "open", [SITTING_RUNNING] = "running",
	[SITTING_PAUSED] = "paused", [SITTING_SUBMITTED] = "submitted", [SITTING_TIME_UP] = "time-up", [SITTING_ABANDONED] = "abandoned",
	[SITTING_VOID] = "void",
};
static const char *const acts[] = {
	[ACT_CONFIRM] = "confirm", [ACT_OPEN] = "open", [ACT_START] = "start", [ACT_PAUSE] = "pause", [ACT_LOSE] = "lose", [ACT_RELEASE] = "release",
	[ACT_EXTEND] = "extend", [ACT_SUBMIT] = "submit", [ACT_EXPIRE] = "expire", [ACT_END] = "end", [ACT_VOID] = "void",
};
static const char *const whys[] = {
	[WHY_NONE] = "", [WHY_ENVIRONMENT] = "environment", [WHY_EXAMINEE] = "examinee", [WHY_SUPERVISOR] = "supervisor", [WHY_TECHNICAL] = "technical",
};

static bool find(const char *name, const char *const *table, int count, int *out)
{
	for (*out = 0; *out < count; ++*out)
		if (str_eq(name, table[*out]))
			return true;
	return false;
}

const char *sitting_state_name(enum sitting_state s)
{
	return states[s];
}

bool sitting_state_from(const char *name, enum sitting_state *out)
{
	int i;
	bool known = find(name, states, SITTING_STATE_COUNT, &i);
	if (known)
		*out = (enum sitting_state)i;
	return known;
}

bool sitting_ended(enum sitting_state s)
{
	return s >= SITTING_SUBMITTED;
}

const char *sitting_act_name(enum sitting_act a)
{
	return acts[a];
}

const char *sitting_role_name(enum sitting_role r)
{
	return r == BY_EXAMINEE ? "examinee" : r == BY_SUPERVISOR ? "supervisor" : "program";
}

const char *sitting_why_name(enum sitting_why w)
{
	return whys[w];
}

bool sitting_why_from(const char *name, enum sitting_why *out)
{
	int i;
	bool known = find(name, whys, SITTING_WHY_COUNT, &i);
	if (known)
		*out = (enum sitting_why)i;
	return known;
}

/* What must be said with an act. */
enum need { NEED_NOTHING, NEED_WHY, NEED_DECISION, NEED_SECOND };

#define FROM(state) (1u << SITTING_##state)
#define BEFORE (FROM(PLANNED) | FROM(IDENTITY) | FROM(OPEN))
#define UNDER_WAY (FROM(RUNNING) | FROM(PAUSED))
#define ENDED (FROM(SUBMITTED) | FROM(TIME_UP) | FROM(ABANDONED))

/* SITTING_STATE_COUNT: it stays in its state. */
static const struct {
	enum sitting_act act;
	unsigned from, roles;
	enum need need;
	enum sitting_state to;
} moves[] = {
	{.act = ACT_CONFIRM, .from = BEFORE, .roles = BY_SUPERVISOR, .to = SITTING_IDENTITY},
	{.act = ACT_OPEN, .from = FROM(IDENTITY), .roles = BY_SUPERVISOR, .to = SITTING_OPEN},
	{.act = ACT_START, .from = FROM(OPEN), .roles = BY_EXAMINEE | BY_SUPERVISOR | BY_PROGRAM, .to = SITTING_RUNNING},
	{.act = ACT_PAUSE, .from = FROM(RUNNING), .roles = BY_SUPERVISOR, .need = NEED_WHY, .to = SITTING_PAUSED},
	{.act = ACT_LOSE, .from = FROM(RUNNING), .roles = BY_EXAMINEE | BY_PROGRAM, .to = SITTING_PAUSED},
	{.act = ACT_RELEASE, .from = FROM(PAUSED), .roles = BY_SUPERVISOR, .need = NEED_DECISION, .to = SITTING_RUNNING},
	{.act = ACT_EXTEND, .from = UNDER_WAY, .roles = BY_SUPERVISOR, .need = NEED_SECOND, .to = SITTING_STATE_COUNT},
	{.act = ACT_SUBMIT, .from = FROM(RUNNING), .roles = BY_EXAMINEE, .to = SITTING_SUBMITTED},
	{.act = ACT_EXPIRE, .from = FROM(RUNNING), .roles = BY_PROGRAM, .to = SITTING_TIME_UP},
	{.act = ACT_END, .from = UNDER_WAY, .roles = BY_SUPERVISOR, .need = NEED_SECOND, .to = SITTING_ABANDONED},
	{.act = ACT_END, .from = BEFORE, .roles = BY_SUPERVISOR | BY_PROGRAM, .to = SITTING_ABANDONED},
	{.act = ACT_VOID, .from = UNDER_WAY | ENDED, .roles = BY_SUPERVISOR, .need = NEED_SECOND, .to = SITTING_VOID},
};
enum { MOVE_COUNT = sizeof(moves) / sizeof(moves[0]) };

static enum sitting_refusal missing(enum need need, const struct sitting_ask *ask)
{
	bool said = ask->why != WHY_NONE && ask->text;
	switch (need) {
	case NEED_WHY:
		return said ? SITTING_ALLOWED : SITTING_NEEDS_WHY;
	case NEED_DECISION:
		return said || ask->interruptions < SITTING_DECISION ? SITTING_ALLOWED : SITTING_NEEDS_DECISION;
	case NEED_SECOND:
		return !said ? SITTING_NEEDS_WHY : ask->second ? SITTING_ALLOWED : SITTING_NEEDS_SECOND;
	case NEED_NOTHING:
		break;
	}
	return SITTING_ALLOWED;
}

enum sitting_refusal sitting_next(const struct sitting_ask *ask, enum sitting_state *out)
{
	for (int i = 0; i < MOVE_COUNT; i++) {
		if (moves[i].act != ask->act || !(moves[i].from & 1u << ask->state))
			continue;
		if (!(moves[i].roles & ask->role))
			return SITTING_NOT_YOU;
		enum sitting_refusal lacking = missing(moves[i].need, ask);
		if (lacking == SITTING_ALLOWED)
			*out = moves[i].to == SITTING_STATE_COUNT ? ask->state : moves[i].to;
		return lacking;
	}
	return SITTING_NOT_NOW;
}

bool sitting_is_attempt(enum sitting_state s, bool started, enum sitting_why why)
{
	if (s == SITTING_VOID && (why == WHY_ENVIRONMENT || why == WHY_TECHNICAL))
		return false;
	return started;
}
