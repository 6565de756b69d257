#include "config.h"
#include "cli/cli.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/review.h"
#include "app/today.h"
#include "core/i18n.h"
#include "core/str.h"

enum { REPLAY_LINE_MAX = 64, WEIGHTS_FILE_MAX = 4096 };

/* A file of weights, or the word default. */
static bool read_weights_file(const char *path, char text[WEIGHTS_FILE_MAX], struct err *e)
{
	if (strcmp(path, "default") == 0) {
		strcpy(text, path);
		return true;
	}
	FILE *in = fopen(path, "r");
	if (!in)
		return err_errno(e, errno, _("the weights '%s' cannot be read"), path);
	size_t n = fread(text, 1, WEIGHTS_FILE_MAX, in);
	bool failed = ferror(in) != 0;
	fclose(in);
	if (failed)
		return err_set(e, ERR_IO, _("the weights '%s' cannot be read; try again"), path);
	if (n == WEIGHTS_FILE_MAX || memchr(text, '\0', n))
		return err_set(e, ERR_INPUT, _("'%s' is no list of weights; write %d numbers parted by commas"), path, FSRS_WEIGHTS);
	text[n] = '\0';
	return true;
}

/* Digits only, 0 to `most`. */
static bool read_number(const char *text, int most, int *out)
{
	size_t n = strlen(text);
	if (n == 0 || n > 9 || strspn(text, "0123456789") != n)
		return false;
	*out = (int)strtol(text, NULL, 10);
	return *out <= most;
}

static bool read_grade(const char *text, int *out)
{
	static const char *const names[] = {"again", "hard", "good", "easy"};
	for (int i = 0; i < 4; i++)
		if (strcmp(text, names[i]) == 0) {
			*out = i + 1;
			return true;
		}
	return read_number(text, FSRS_EASY, out) && *out >= FSRS_AGAIN;
}

/* One line "grade, tab, days since the line before". An empty line ends a card: the next begins a new one. */
static bool replay_line(const struct fsrs *p, struct fsrs_card *c, char *line)
{
	if (!*line) {
		*c = (struct fsrs_card){0};
		putchar('\n');
		return true;
	}
	char *tab = strchr(line, '\t');
	int grade, days;
	if (!tab)
		return false;
	*tab = '\0';
	if (!read_grade(line, &grade) || !read_number(tab + 1, FSRS_DAYS_MAX, &days))
		return false;
	fsrs_review(p, c, (enum fsrs_grade)grade, c->last_day + days, 0);
	printf("%s\t%.10f\t%.10f\t%d\n", fsrs_state_name(c->state), c->memory.stability, c->memory.difficulty, c->days);
	return true;
}

static int replay(struct cli *c, const struct fsrs *p)
{
	struct fsrs_card card = {0};
	char line[REPLAY_LINE_MAX];
	for (int number = 1; fgets(line, sizeof(line), stdin); number++) {
		size_t n = strlen(line);
		bool whole = n && line[n - 1] == '\n';
		if (whole)
			line[--n] = '\0';
		if (n && line[n - 1] == '\r')
			line[--n] = '\0';
		if ((!whole && !feof(stdin)) || !replay_line(p, &card, line)) {
			/* what follows would be another history */
			fflush(stdout);
			err_set(&c->e, ERR_INPUT, _("line %d: not a grade (1 to 4, or again, hard, good, easy), a tab and the days since the last review (0 to %d)"),
				number, FSRS_DAYS_MAX);
			return cli_fail(c);
		}
	}
	if (ferror(stdin)) {
		err_set(&c->e, ERR_IO, _("standard input cannot be read; try again"));
		return cli_fail(c);
	}
	return EXIT_OK;
}

/* What the options of both commands say; NULL where nothing. */
struct review_options {
	char weights[WEIGHTS_FILE_MAX];
	const char *weights_file, *retention, *minutes;
};

static bool read_options(int argc, char **argv, struct review_options *o)
{
	static const struct option options[] = {{"weights", required_argument, NULL, 'w'}, {"retention", required_argument, NULL, 'r'},
		{"minutes", required_argument, NULL, 'm'}, {0}};
	for (int k; (k = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (k == 'w')
			o->weights_file = optarg;
		else if (k == 'r')
			o->retention = optarg;
		else if (k == 'm')
			o->minutes = optarg;
		else
			return false;
	}
	return argc == optind;
}

int cmd_review_replay(struct cli *c, int argc, char **argv)
{
	struct review_options o = {.weights_file = NULL};
	struct fsrs p;
	fsrs_init(&p);
	p.spread = false; /* what comes out is what the formulas say */
	if (!read_options(argc, argv, &o) || o.minutes)
		return EXIT_USAGE;
	if (o.weights_file && (!read_weights_file(o.weights_file, o.weights, &c->e) ||
			       (strcmp(o.weights, "default") != 0 && !fsrs_read_weights(&p, o.weights, &c->e))))
		return cli_fail(c);
	if (o.retention && !review_read_retention(&p, o.retention, &c->e))
		return cli_fail(c);
	return replay(c, &p);
}

int cmd_review_rebuild(struct cli *c, int argc, char **argv)
{
	struct option none[] = {{0}};
	int64_t entered;
	if (getopt_long(argc, argv, "", none, NULL) != -1 || argc != optind)
		return EXIT_USAGE;
	if (!cli_open(c, STORE_OPEN) || !review_rebuild(&c->app, &entered, &c->e))
		return cli_fail(c);
	printf(ngettext("The cards are made again; %" PRId64 " answer was missing from the log of reviews.\n",
			"The cards are made again; %" PRId64 " answers were missing from the log of reviews.\n", (unsigned long)entered), entered);
	return EXIT_OK;
}

int cmd_review_set(struct cli *c, int argc, char **argv)
{
	struct review_options o = {.weights_file = NULL};
	struct fsrs p;
	if (!read_options(argc, argv, &o))
		return EXIT_USAGE;
	if ((o.weights_file && !read_weights_file(o.weights_file, o.weights, &c->e)) || !cli_open(c, STORE_OPEN))
		return cli_fail(c);
	if ((o.weights_file || o.retention) && !review_set(&c->app, o.weights_file ? o.weights : NULL, o.retention, &c->e))
		return cli_fail(c);
	int minutes;
	if ((o.minutes && !today_set_minutes(&c->app, o.minutes, &c->e)) || !review_settings(&c->app, &p, &c->e) ||
	    !today_minutes(&c->app, &minutes, &c->e))
		return cli_fail(c);
	printf("minutes\t%d\n", minutes);
	printf("retention\t%g\nweights\t", p.retention);
	for (int i = 0; i < FSRS_WEIGHTS; i++)
		printf("%s%g", i ? "," : "", p.w[i]);
	putchar('\n');
	return EXIT_OK;
}
