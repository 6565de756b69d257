#include "config.h"
#include "cli/cli.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/i18n.h"
#include "core/str.h"
#include "text/cluster.h"

int cli_fail(struct cli *c)
{
	static const int codes[] = {
		[ERR_NONE] = EXIT_REFUSED,
		[ERR_USAGE] = EXIT_USAGE,
		[ERR_INPUT] = EXIT_REFUSED,
		[ERR_STORE] = EXIT_STORE,
		[ERR_DENIED] = EXIT_DENIED,
		[ERR_IO] = EXIT_IO,
		[ERR_ABSENT] = EXIT_REFUSED,
	};
	if (c->e.msg[0])
		fprintf(stderr, "safar: %s\n", c->e.msg);
	return codes[c->e.kind];
}

int cli_usage(const struct command *cmd)
{
	fprintf(stderr, _("usage: safar %s %s\n"), cmd->name, _(cmd->usage));
	return EXIT_USAGE;
}

/* How many words of argv the name takes, 0 if they do not fit. */
static int match(const char *name, int argc, char **argv)
{
	int words = 0;
	for (const char *p = name; *p; words++) {
		size_t len = strcspn(p, " ");
		if (words >= argc || strncmp(argv[words], p, len) != 0 || argv[words][len])
			return 0;
		p += len + (p[len] == ' ');
	}
	return words;
}

const struct command *cli_find(const struct command *table, int argc, char **argv, int *words)
{
	for (const struct command *cmd = table; cmd->name; cmd++)
		if ((*words = match(cmd->name, argc, argv)) > 0)
			return cmd;
	return NULL;
}

bool cli_no_options(int argc, char **argv)
{
	static const struct option none[] = {{0}};
	return getopt_long(argc, argv, "", none, NULL) == -1;
}

bool cli_int(const char *text, int least, int most, int *out)
{
	char *end;
	errno = 0;
	long n = strtol(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || errno || n < least || n > most)
		return false;
	*out = (int)n;
	return true;
}

/* Whether the name begins with all these words, and has more. */
static bool is_of(const char *name, int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		size_t n = strlen(argv[i]);
		if (strncmp(name, argv[i], n) != 0 || name[n] != ' ')
			return false;
		name += n + 1;
	}
	return true;
}

/* The commands that begin with these words; false if there are none. Two blanks or more end a name: completion goes by them. */
static bool help_of(const struct command *table, int argc, char **argv)
{
	bool any = false;
	for (const struct command *cmd = table; cmd->name; cmd++)
		if (is_of(cmd->name, argc, argv)) {
			printf("  safar %-21s  %s\n", cmd->name, _(cmd->summary));
			any = true;
		}
	return any;
}

void cli_help(const struct command *table)
{
	help_of(table, 0, NULL);
}

static bool asks_help(const char *arg)
{
	return strcmp(arg, "--help") == 0 || strcmp(arg, "-h") == 0;
}

/* A list that stopped at a full disk looks complete to whoever reads it later. */
static int written(struct cli *c, int code)
{
	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return code;
	err_errno(&c->e, errno ? errno : EIO, _("what this command says cannot be written; free some space and try again"));
	return code == EXIT_OK ? cli_fail(c) : code;
}

static bool begins(const struct command *table, int argc, char **argv)
{
	for (; table->name; table++)
		if (is_of(table->name, argc, argv))
			return true;
	return false;
}

/* --help may stand behind other arguments: whoever forgets how a command goes on has begun to type it. */
static bool wants_help(int argc, char **argv)
{
	if (argc > 0 && asks_help(argv[0]))
		return true;
	for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}

int cli_run(struct cli *c, const struct command *table, int argc, char **argv)
{
	int words = 0;
	const struct command *cmd = cli_find(table, argc, argv, &words);
	if (!cmd && argc > 1 && asks_help(argv[argc - 1]) && help_of(table, argc - 1, argv))
		return written(c, EXIT_OK);
	if (!cmd) {
		struct str said;
		str_init(&said);
		str_add(&said, argv[0]);
		for (int i = 1; i < argc && argv[i][0] != '-' && (i == 1 || begins(table, i, argv)); i++)
			str_addf(&said, " %s", argv[i]);
		err_set(&c->e, ERR_USAGE, _("no command '%s'; 'safar --help' lists them"), said.buf);
		str_release(&said);
		return cli_fail(c);
	}
	if (wants_help(argc - words, argv + words)) {
		printf(_("usage: safar %s %s\n"), cmd->name, _(cmd->usage));
		printf("%s\n", _(cmd->summary));
		return written(c, EXIT_OK);
	}
	int code = cmd->run(c, argc - words + 1, argv + words - 1);
	if (code == EXIT_USAGE && !c->e.msg[0])
		cli_usage(cmd);
	cli_close(c);
	return written(c, code);
}

bool cli_open(struct cli *c, enum store_mode mode)
{
	if (c->opened)
		return c->app.store != NULL; /* a second one would never be closed */
	char *path = app_store_path_dup(c->store);
	c->opened = true;
	bool ok = app_open(&c->app, path, mode, &c->e);
	free(path);
	return ok;
}

void cli_close(struct cli *c)
{
	if (c->opened)
		app_close(&c->app);
	c->opened = false;
}

void cli_language_tag(char tag[16])
{
	static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
	strcpy(tag, "en");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);
		if (!value || !*value)
			continue;
		char found[16] = "";
		strncpy(found, value, sizeof(found) - 1);
		bool cyrillic = strstr(found, "@cyrillic");
		found[strcspn(found, "_.@:")] = '\0';
		if (cyrillic && strcmp(found, "uz") == 0)
			strcpy(found, "uz@cyrillic");
		if (language_find(found) >= 0)
			strcpy(tag, found);
		return;
	}
}

void cli_language(void)
{
	char tag[16];
	cli_language_tag(tag);
	i18n_set_language(tag);
}

static bool show_progress(void *ctx, const char *what, size_t done, size_t total)
{
	enum { FIRST_MS = 1000, EVERY_MS = 100 };
	struct cli_progress *p = ctx;
	struct clock clock = clock_system();
	int64_t now = clock_mono(&clock);
	if (!p->on || now - p->begun < FIRST_MS || now - p->shown < EVERY_MS)
		return true;
	p->shown = now;
	if (total)
		fprintf(stderr, "\r%s  %3d %%  %zu / %zu\033[K", what, (int)(done * 100 / total), done, total);
	else
		fprintf(stderr, "\r%s  %zu\033[K", what, done);
	return true;
}

void cli_progress_begin(struct cli_progress *p)
{
	struct clock clock = clock_system();
	*p = (struct cli_progress){.begun = clock_mono(&clock), .on = isatty(STDERR_FILENO)};
	p->progress = (struct progress){.fn = show_progress, .ctx = p};
}

void cli_progress_end(struct cli_progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
}

void cli_findings(struct diag_list *d, FILE *out)
{
	struct str text;
	str_init(&text);
	diag_sort(d);
	diag_print(d, &text);
	fputs(text.buf, out);
	str_release(&text);
}

bool cli_ask(const char *question, bool yes)
{
	if (yes)
		return true;
	if (!isatty(STDIN_FILENO))
		return false;
	/* TRANSLATORS: behind a question on the command line; the answer is the letter y or n */
	fprintf(stderr, "%s %s ", question, _("[y/n]"));
	char answer[16];
	return fgets(answer, sizeof(answer), stdin) && (answer[0] == 'y' || answer[0] == 'Y');
}

void cli_table_head(struct cli_table *t, const char *const *names, size_t count)
{
	t->columns = count;
	for (size_t i = 0; i < count; i++)
		cli_table_add(t, names[i]);
}

void cli_table_add(struct cli_table *t, const char *cell)
{
	t->cells = arena_grow(&t->arena, t->cells, t->count, &t->room, sizeof(*t->cells));
	t->cells[t->count++] = arena_strdup(&t->arena, cell);
}

void cli_table_print(struct cli_table *t)
{
	enum { COLUMNS_MAX = 16 };
	int widths[COLUMNS_MAX] = {0};
	for (size_t i = 0; i < t->count; i++) {
		int w = text_width(t->cells[i]);
		if (w > widths[i % t->columns])
			widths[i % t->columns] = w;
	}
	for (size_t i = 0; i < t->count; i++) {
		bool last = i % t->columns == t->columns - 1;
		int pad = last ? 0 : widths[i % t->columns] - text_width(t->cells[i]) + 2;
		printf("%s%*s%s", t->cells[i], pad, "", last ? "\n" : "");
	}
}

static bool each_table_row(void *ctx, export_row_fn *row, void *row_ctx, struct err *e)
{
	const struct cli_table *t = ctx;
	for (size_t i = t->columns; i < t->count; i += t->columns) {
		struct export_row r;
		for (size_t k = 0; k < t->columns; k++) {
			r.text[k] = t->cells[i + k];
			r.len[k] = strlen(t->cells[i + k]);
		}
		if (!row(row_ctx, &r, e))
			return false;
	}
	return true;
}

bool cli_table_json(struct cli_table *t, struct err *e)
{
	struct export_field fields[EXPORT_FIELDS_MAX];
	for (size_t k = 0; k < t->columns; k++)
		fields[k] = (struct export_field){t->cells[k], FIELD_TEXT};
	struct export_source src = {.fields = fields, .field_count = t->columns, .each = each_table_row, .ctx = t};
	int64_t rows;
	return exporter_find("json")->write(stdout, &src, PROFILE_MACHINE, &rows, e);
}

int cli_table_end(struct cli *c, struct cli_table *t, bool ok, bool json)
{
	if (ok && json)
		ok = cli_table_json(t, &c->e);
	else if (ok)
		cli_table_print(t);
	cli_table_release(t);
	return ok ? EXIT_OK : cli_fail(c);
}

void cli_table_release(struct cli_table *t)
{
	arena_release(&t->arena);
	*t = (struct cli_table){0};
}
