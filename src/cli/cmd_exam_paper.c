/* Exams on paper, from the command line. */
#include "config.h"
#include "cli/cli.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/exam_paper.h"
#include "cli/officers.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"

static bool number(struct cli *c, const char *text, int64_t *out)
{
	char *end;
	*out = strtoll(text, &end, 10);
	return (*out > 0 && *out <= INT32_MAX && !*end) || err_set(&c->e, ERR_USAGE, _("'%s' is no number of a session or seat; 'safar exam list' shows them"), text);
}

int cmd_exam_paper(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"output", required_argument, NULL, 'o'}, {"key", required_argument, NULL, 'k'}, {"room", required_argument, NULL, 'r'}, {0}};
	struct exam_papers to = {0};
	int64_t session, seat = 0;
	int count;
	for (int o; (o = getopt_long(argc, argv, "o:", options, NULL)) != -1;)
		switch (o) {
		case 'o': to.forms = optarg; break;
		case 'k': to.key = optarg; break;
		case 'r': to.room = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind < 1 || argc - optind > 2 || (!to.forms && !to.key && !to.room))
		return EXIT_USAGE;
	bool ok = number(c, argv[optind], &session) && (argc - optind == 1 || number(c, argv[optind + 1], &seat)) && cli_open(c, STORE_OPEN);
	cli_language_tag(c->app.language);
	ok = ok && exam_paper(&c->app, session, (int)seat, &to, &count, &c->e);
	if (!ok)
		return cli_fail(c);
	printf(ngettext("printed for %d seat\n", "printed for %d seats\n", (unsigned long)count), count);
	return EXIT_OK;
}

/* Answers as they are asked for, one line each. */
struct asking {
	struct arena arena;
	struct exam_written *list;
	size_t count, room;
};

static bool ask(void *ctx, int question, const char *asked, const char *how)
{
	enum { LINE_BYTES_MAX = 4096 };
	struct asking *x = ctx;
	char line[LINE_BYTES_MAX];
	printf("%d  %s [%s]: ", question, asked, how);
	fflush(stdout);
	if (!fgets(line, sizeof(line), stdin))
		return false;
	line[strcspn(line, "\n")] = '\0';
	x->list = arena_grow(&x->arena, x->list, x->count, &x->room, sizeof(*x->list));
	x->list[x->count].question = question;
	x->list[x->count++].answer = arena_strdup(&x->arena, line);
	return true;
}

static bool read_answers(struct cli *c, int64_t session, int64_t seat, const char *file, struct asking *x)
{
	if (!file)
		return exam_sheet(&c->app, session, (int)seat, ask, x, &c->e);
	struct str text;
	str_init(&text);
	bool ok = file_read(file, EXAM_WRITTEN_BYTES_MAX, &text, &c->e) && exam_written_read(text.buf, text.len, file, &x->arena, &x->list, &x->count, &c->e);
	str_release(&text);
	return ok;
}

int cmd_exam_enter(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {OFFICERS_OPTIONS, {"from", required_argument, NULL, 'f'}, {0}};
	struct officers who = {0};
	struct asking x = {.arena = ARENA_INIT};
	const char *file = NULL;
	int64_t session, seat, second;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'f')
			file = optarg;
		else if (!officers_option(&who, o, optarg))
			return EXIT_USAGE;
	if (argc - optind != 2)
		return EXIT_USAGE;
	struct str told;
	str_init(&told);
	bool ok = number(c, argv[optind], &session) && number(c, argv[optind + 1], &seat) && officers_sign_in(c, &who, &second) && read_answers(c, session, seat, file, &x) &&
		  exam_paper_enter(&c->app, session, (int)seat, x.list, x.count, second, &told, &c->e);
	fputs(told.buf, stderr);
	if (ok)
		printf(ngettext("seat %d: %zu answer typed in, handed in\n", "seat %d: %zu answers typed in, handed in\n", (unsigned long)x.count), (int)seat, x.count);
	str_release(&told);
	arena_release(&x.arena);
	return ok ? EXIT_OK : cli_fail(c);
}
