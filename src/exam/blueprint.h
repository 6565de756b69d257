/* Blueprints: what an examination consists of, how long it takes and what passes it (exams/ID.yaml). Pure; knows marks, never answers. */
#ifndef SAFAR_EXAM_BLUEPRINT_H
#define SAFAR_EXAM_BLUEPRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/diag.h"
#include "pack/node.h"

/* What a section or an item examines; named so in YAML, in the store and in certificates. */
enum skill { SKILL_READING, SKILL_LISTENING, SKILL_VOCABULARY_GRAMMAR, SKILL_WRITING, SKILL_SPEAKING, SKILL_COUNT };
const char *skill_name(enum skill s);
bool skill_from(const char *name, enum skill *out);

/* What a typing error earns in vocabulary and grammar; in other skills it earns everything. */
enum typo_policy { TYPO_FULL, TYPO_HALF, TYPO_NONE };

/* p points of q: m of M reaches it when m·q ≥ p·M, in integers. of 0: nothing is asked. */
struct mark_of {
	int points, of;
};

/* One stratum: so many items of a topic of the exam's own bank, or of the bank of a unit check of the same pack. */
struct draw_row {
	const char *topic, *unit; /* one of the two, the other NULL */
	int count;
	const struct node *node;
};
struct exam_criterion {
	const char *id, *title, **bands; /* the weakest first; contexts EXAM/ID.title and EXAM/ID.band */
	int *points;                     /* of each band, ascending */
	size_t count;
};
/* What somebody is asked to write or say in the room. */
struct exam_task {
	const char *id, *title, *text; /* contexts EXAM/ID.title and EXAM/ID.text; the text is Markdown */
};
struct exam_section {
	const char *id, *title;        /* title: context EXAM/ID.title */
	enum skill skill;
	int minutes;
	struct mark_of minimum;
	bool forward;                  /* no way back to a question that was left */
	bool fixed;                    /* in the order of the banks */
	bool room;                     /* done in the room, marked by assessors: nothing is drawn */
	bool heard;                    /* listening: scripts are drawn once for the whole room and read or played to all; their items are asked at the screen */
	int plays;                     /* of sections that are heard: how often each script is played */
	struct draw_row *draw;         /* of sections that are heard: topics of scripts */
	size_t draw_count;
	struct exam_criterion *rubric; /* of sections in the room */
	size_t rubric_count;
	bool second;                   /* two assessors mark it, each alone; … */
	int difference;                /* … further apart than so many points: a third decision counts, else their mean, rounded up */
	struct exam_task *tasks;       /* of sections with a rubric; each sitting gets one. May be none */
	size_t task_count;
	const struct node *node;
};
struct bank_item {
	const char *topic, *id;
	enum skill skill;
	const struct node *item; /* an exercise, for learn/ to read */
};
/* A text that the supervisor plays or reads to all, and what is asked about it. */
struct exam_script {
	const char *id, *topic;
	const char *title;         /* context EXAM/ID.title; NULL: none */
	const char *say;           /* in the language of the exam, never translated */
	const struct node **items; /* exercises, in order, for learn/ to read */
	size_t item_count;
	const struct node *node;
};
struct blueprint {
	const char *id, *title;    /* title: context EXAM.title */
	const char *language;      /* of questions and options, BCP 47; NULL: the learner's own */
	struct mark_of pass;
	enum typo_policy typo;
	int attempts;              /* 0: as many as wanted */
	int delay_days;            /* between the end of one attempt and the next */
	int valid_months;          /* of a result, 0: not said */
	const char *examines;      /* of a live exam: "PACK/EXAM" that programmes ask for; NULL: none is said */
	int retire;                /* of a live exam: a question that so many forms had is drawn no more where there are others; 0: not said */
	struct exam_section *sections;
	size_t section_count;
	struct bank_item *bank;
	size_t bank_count;
	struct exam_script *scripts;
	size_t script_count;
	const struct node *node;
};

enum {
	EXAM_SECTIONS_MAX = 16,
	EXAM_DRAW_MAX = 200,   /* items of one section */
	EXAM_PLAYS = 2,        /* of a script, where the section does not say */
	EXAM_PLAYS_MAX = 9,
	EXAM_SAY_MAX = 8000,   /* bytes of what is read aloud */
	EXAM_SCRIPT_ITEMS_MAX = 20,
	EXAM_POOL_TIMES = 3,   /* a stratum should hold so many times what is drawn */
};

/* Reads exams/ID.yaml. Reports every fault; NULL if it cannot be used. */
struct blueprint *blueprint_parse(struct arena *a, const struct node *root, struct diag_list *d);

/* Reads one entry of `scripts`; ids are not compared with others. */
bool script_parse(struct arena *a, const struct node *n, struct exam_script *out, struct diag_list *d);

/* How many items the check bank of a unit has; below 0: there is no such unit, or it has no check. */
typedef int unit_bank_fn(void *ctx, const char *unit);

/* Judges every draw against what there is: an error where it cannot be drawn, or nothing is, a warning where it is less than EXAM_POOL_TIMES what is drawn. Two rows
 * of one stratum are judged together. */
bool blueprint_check(const struct blueprint *b, unit_bank_fn *fn, void *ctx, struct diag_list *d);

/* Sum of what the whole exam draws of a row's stratum; *first: no row before it draws from there. */
int blueprint_drawn(const struct blueprint *b, const struct exam_section *s, const struct draw_row *row, bool *first);

/* Whether a row draws from that place: `unit` for an item of a check bank, else topic and skill. */
bool draw_row_takes(const struct exam_section *s, const struct draw_row *r, const char *unit, const char *topic, enum skill skill);

/* Whether a section takes its minutes at the learner's screen: its questions stand there, or the task that is written on paper. */
bool section_at_screen(const struct exam_section *s);

/* The task of a sitting, by its seed; NULL where the section has none. The same for ever for the same seed. */
const struct exam_task *section_task(const struct exam_section *s, uint64_t seed);

/* Milliseconds of a section for somebody with so many per cent of extra time. */
int64_t section_limit_ms(const struct exam_section *s, int extra_percent);

/* The same in minutes, for paper: one that is begun counts, in the learner's favour. */
int section_limit_minutes(const struct exam_section *s, int extra_percent);

/* Marks of this exam are counted in units of 1/blueprint_scale points, so that half a point is whole: 2 where a typo earns half, else 1. */
int blueprint_scale(const struct blueprint *b);

/* Points that the rubric of a section in the room can give. */
int rubric_maximum(const struct exam_section *s);

/* How an answer was judged: not accepted, accepted with a typing error, accepted. */
enum answer_class { ANSWER_WRONG, ANSWER_TYPO, ANSWER_RIGHT };

/* What it earns, in scaled units. `mark` and `maximum` are points as the grader gives them; a part of the points is kept. */
int blueprint_mark(const struct blueprint *b, enum skill skill, enum answer_class c, int mark, int maximum);

#endif
