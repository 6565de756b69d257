/* Commands: one file and one row each. */
#ifndef SAFAR_CLI_CLI_H
#define SAFAR_CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "app/app.h"
#include "core/diag.h"
#include "core/err.h"
#include "pack/source.h"
#include "record/export.h"

/* What a command works with. The store is opened when it is first asked for. */
struct cli {
	const char *store; /* --store, or NULL */
	struct app app;
	bool opened;
	struct err e;
};

/* Exit codes, as in safar(1). */
enum exit_code {
	EXIT_OK = 0,
	EXIT_REFUSED = 1, /* faults were found, or the thing does not exist */
	EXIT_USAGE = 2,
	EXIT_STORE = 3,
	EXIT_DENIED = 4,
	EXIT_IO = 5,
};

struct command {
	const char *name;    /* "person add": as typed */
	const char *usage;   /* what follows the name */
	const char *summary; /* N_(), one line */
	int (*run)(struct cli *c, int argc, char **argv); /* argv[0] is the name; gives an exit code */
};

/* Finds and runs a command of `table` (ended by a NULL name); `program` is for messages. */
int cli_run(struct cli *c, const struct command *table, int argc, char **argv);
void cli_help(const struct command *table);
const struct command *cli_find(const struct command *table, int argc, char **argv, int *words);

/* For a command that knows no options: false if one is given, and the arguments are argv[optind] on. */
bool cli_no_options(int argc, char **argv);

/* A whole number from `least` to `most`, both above 0 and written in digits; anything else is false. */
bool cli_int(const char *text, int least, int most, int *out);

/* Shows c->e on standard error and gives its exit code. */
int cli_fail(struct cli *c);

/* Shows how a command is used and gives EXIT_USAGE. */
int cli_usage(const struct command *cmd);

/* Becomes safar-pack with that command; comes back with an exit code only if it is not there. In safar alone. */
int cli_run_pack_program(const char *store, int argc, char **argv);

/* Opens the store, once: parts of a command each ask for it. */
bool cli_open(struct cli *c, enum store_mode mode);
void cli_close(struct cli *c);

/* The interface's language from LANGUAGE, LC_ALL, LC_MESSAGES, LANG. */
void cli_language(void);
/* The same as a tag of core/i18n.h, "en" where none is set. */
void cli_language_tag(char tag[16]);

/* Shows progress on standard error when that is a terminal and the work is longer than a second; cli_progress_end wipes the line. */
struct cli_progress {
	struct progress progress;
	int64_t begun, shown;
	bool on;
};
void cli_progress_begin(struct cli_progress *p);
void cli_progress_end(struct cli_progress *p);

/* Prints findings to `out`: standard output where they are the answer, standard error where rows are. */
void cli_findings(struct diag_list *d, FILE *out);

/* What typed answers of a checked pack are judged with, in `a`: the table that learners get. False where it has none. */
struct word_table;
bool cli_pack_table(const struct pack *p, struct arena *a, struct word_table *out);

/* Prints what learners are likely to answer to each typed exercise of a pack, and how it is judged. */
void cli_answers(const struct pack *p);

/* Asks on the terminal; `yes` answers by itself. False without a terminal. */
bool cli_ask(const char *question, bool yes);

/* A table for people: columns as wide as their widest cell. Rows of `columns` texts each. */
struct cli_table {
	struct arena arena;
	const char **cells;
	size_t columns, count, room;
};
void cli_table_head(struct cli_table *t, const char *const *names, size_t count); /* first of all: as many columns, and their heads */
void cli_table_add(struct cli_table *t, const char *cell);
void cli_table_print(struct cli_table *t);        /* the first row is the head */
bool cli_table_json(struct cli_table *t, struct err *e); /* array of objects; the head gives the names */
void cli_table_release(struct cli_table *t);

/* Prints the table, or JSON, if `ok`; releases it and gives the exit code. */
int cli_table_end(struct cli *c, struct cli_table *t, bool ok, bool json);

/* The commands, by program. */
extern const struct command commands[], pack_commands[];
int cmd_analyse(struct cli *c, int argc, char **argv);
int cmd_init(struct cli *c, int argc, char **argv);
int cmd_person_add(struct cli *c, int argc, char **argv);
int cmd_person_list(struct cli *c, int argc, char **argv);
int cmd_person_pin(struct cli *c, int argc, char **argv);
int cmd_person_import(struct cli *c, int argc, char **argv);
int cmd_exam_plan(struct cli *c, int argc, char **argv);
int cmd_exam_seats(struct cli *c, int argc, char **argv);
int cmd_exam_list(struct cli *c, int argc, char **argv);
int cmd_exam_show(struct cli *c, int argc, char **argv);
int cmd_exam_add(struct cli *c, int argc, char **argv);
int cmd_exam_help(struct cli *c, int argc, char **argv);
int cmd_exam_events(struct cli *c, int argc, char **argv);
int cmd_exam_rehearse(struct cli *c, int argc, char **argv);
int cmd_exam_mark(struct cli *c, int argc, char **argv);
int cmd_exam_doubtful(struct cli *c, int argc, char **argv);
int cmd_exam_confirm(struct cli *c, int argc, char **argv);
int cmd_exam_lift(struct cli *c, int argc, char **argv);
int cmd_exam_release(struct cli *c, int argc, char **argv);
int cmd_exam_reviews(struct cli *c, int argc, char **argv);
int cmd_exam_review(struct cli *c, int argc, char **argv);
int cmd_exam_rescore(struct cli *c, int argc, char **argv);
int cmd_exam_result(struct cli *c, int argc, char **argv);
int cmd_exam_paper(struct cli *c, int argc, char **argv);
int cmd_exam_report(struct cli *c, int argc, char **argv);
int cmd_exam_close(struct cli *c, int argc, char **argv);
int cmd_exam_closing_key(struct cli *c, int argc, char **argv);
int cmd_exam_check(struct cli *c, int argc, char **argv);
int cmd_exam_enter(struct cli *c, int argc, char **argv);
int cmd_exam_angoff(struct cli *c, int argc, char **argv);
int cmd_enrol(struct cli *c, int argc, char **argv);
int cmd_export_completions(struct cli *c, int argc, char **argv);
int cmd_certificate_list(struct cli *c, int argc, char **argv);
int cmd_certificate_ready(struct cli *c, int argc, char **argv);
int cmd_certificate_issue(struct cli *c, int argc, char **argv);
int cmd_certificate_show(struct cli *c, int argc, char **argv);

/* What certificate show draws: files to write, or NULL, in one or two languages ("nl,uz"; NULL: those that papers have without it). */
struct paper_files {
	const char *pdf, *png, *languages;
};
bool cli_certificate_paper(struct cli *c, const char *serial, const struct paper_files *p);

int cmd_certificate_address(struct cli *c, int argc, char **argv);
int cmd_certificate_revoke(struct cli *c, int argc, char **argv);
int cmd_certificate_reissue(struct cli *c, int argc, char **argv);
int cmd_certificate_withdrawn(struct cli *c, int argc, char **argv);
int cmd_certificate_setup(struct cli *c, int argc, char **argv);
int cmd_certificate_verify(struct cli *c, int argc, char **argv);
int cmd_key_new(struct cli *c, int argc, char **argv);
int cmd_key_show(struct cli *c, int argc, char **argv);
int cmd_key_import(struct cli *c, int argc, char **argv);
int cmd_site_show(struct cli *c, int argc, char **argv);
int cmd_site_moved(struct cli *c, int argc, char **argv);
int cmd_trust_make(struct cli *c, int argc, char **argv);
int cmd_trust_import(struct cli *c, int argc, char **argv);
int cmd_trust_page(struct cli *c, int argc, char **argv);
int cmd_trust_show(struct cli *c, int argc, char **argv);
int cmd_grade(struct cli *c, int argc, char **argv);
int cmd_grade_source(struct cli *c, int argc, char **argv);
int cmd_review_replay(struct cli *c, int argc, char **argv);
int cmd_review_rebuild(struct cli *c, int argc, char **argv);
int cmd_review_set(struct cli *c, int argc, char **argv);
int cmd_group_confusions(struct cli *c, int argc, char **argv);
int cmd_reports_list(struct cli *c, int argc, char **argv);
int cmd_reports_accept(struct cli *c, int argc, char **argv);
int cmd_reports_dismiss(struct cli *c, int argc, char **argv);
int cmd_reports_export(struct cli *c, int argc, char **argv);
int cmd_exam_announce(struct cli *c, int argc, char **argv);
int cmd_exam_bank(struct cli *c, int argc, char **argv);
int cmd_exam_open(struct cli *c, int argc, char **argv);
int cmd_exam_open_bank(struct cli *c, int argc, char **argv); /* in the program that reads packs */
bool cli_find_people(struct cli *c, char **codes, size_t count, int64_t *out); /* ids of people by their codes; the store is open */
bool cli_exam_bank_warn(struct cli *c, int64_t session); /* where the bank of a planned session runs low */
int cmd_exam_key_new(struct cli *c, int argc, char **argv);
int cmd_exam_key_show(struct cli *c, int argc, char **argv);
int cmd_pack_seal(struct cli *c, int argc, char **argv);
int cmd_pack_new(struct cli *c, int argc, char **argv);
int cmd_pack_preview(struct cli *c, int argc, char **argv);
int cmd_pack_try(struct cli *c, int argc, char **argv);
int cmd_pack_check(struct cli *c, int argc, char **argv);
int cmd_pack_build(struct cli *c, int argc, char **argv);
int cmd_pack_pot(struct cli *c, int argc, char **argv);
int cmd_pack_install(struct cli *c, int argc, char **argv);
int cmd_pack_list(struct cli *c, int argc, char **argv);
int cmd_pack_show(struct cli *c, int argc, char **argv);
int cmd_pack_remove(struct cli *c, int argc, char **argv);

#endif
