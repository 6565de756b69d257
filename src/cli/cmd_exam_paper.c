/* Exams on paper, from the command line. */
#include "config.h"
#include "cli/exam_args.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/exam_paper.h"
#include "cli/officers.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/norm.h"

/* One file for two papers would hold the second alone. */
static bool all_apart(const struct exam_papers *p, struct err *e)
{
	const char *const paths[] = {p->forms, p->key, p->room};
	enum { COUNT = sizeof(paths) / sizeof(paths[0]) };
	for (size_t i = 0; i < COUNT; i++)
		for (size_t k = i + 1; k < COUNT; k++)
			if (paths[i] && paths[k] && str_eq(paths[i], paths[k]))
				return err_set(e, ERR_USAGE, _("'%s' is named for two papers; give each a file of its own"), paths[i]);
	return true;
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
	bool ok = all_apart(&to, &c->e) && exam_number(c, argv[optind], &session) && (argc - optind == 1 || exam_number(c, argv[optind + 1], &seat)) && cli_open(c, STORE_OPEN);
	cli_language_tag(c->app.language);
	ok = ok && exam_paper(&c->app, session, (int)seat, &to, &count, &c->e);
	if (!ok)
		return cli_fail(c);
	printf(ngettext("printed for %d seat\n", "printed for %d seats\n", (unsigned long)count), count);
	return EXIT_OK;
}

/* Answers as they are asked for, one line each. */
struct asking {
	struct cli *c;
	int64_t session, seat;
	struct arena arena;
	struct exam_written *list;
	size_t count, room;
};

/* A line of standard input. An end before the last answer is no empty sheet: whoever gives up hands nothing in. */
static bool read_line(char *line, int size, int question, struct err *e)
{
	if (!fgets(line, size, stdin))
		return err_set(e, ERR_INPUT, _("the answers end before question %d; nothing was handed in"), question);
	size_t n = strcspn(line, "\n");
	if (!line[n] && !feof(stdin))
		return err_set(e, ERR_INPUT, _("the answer to question %d is longer than %d bytes; nothing was handed in"), question, size - 2);
	line[n] = '\0';
	return text_valid(line, strlen(line), NULL) || err_set(e, ERR_INPUT, _("the answer to question %d is no UTF-8 text; nothing was handed in"), question);
}

/* At a terminal a slip is told at once, and the question asked again. */
static bool ask(void *ctx, int question, const char *asked, const char *how)
{
	enum { LINE_BYTES_MAX = 4096 };
	struct asking *x = ctx;
	struct cli *c = x->c;
	char line[LINE_BYTES_MAX];
	struct exam_written w = {.question = question, .answer = line};
	for (bool fits = false; !fits;) {
		printf("%d  %s [%s]: ", question, asked, how);
		fflush(stdout);
		if (!read_line(line, sizeof(line), question, &c->e))
			return false;
		fits = !isatty(STDIN_FILENO) || exam_written_fits(&c->app, x->session, (int)x->seat, &w, &c->e);
		if (!fits) {
			cli_fail(c);
			err_clear(&c->e);
		}
	}
	w.answer = arena_strdup(&x->arena, line);
	x->list = arena_grow(&x->arena, x->list, x->count, &x->room, sizeof(*x->list));
	x->list[x->count++] = w;
	return true;
}

/* Question by question; what was typed is compared with the sheet before it is handed in. */
static bool ask_answers(struct asking *x)
{
	struct cli *c = x->c;
	if (!exam_sheet(&c->app, x->session, (int)x->seat, ask, x, &c->e) || c->e.kind != ERR_NONE)
		return false;
	if (!isatty(STDIN_FILENO))
		return true;
	for (size_t i = 0; i < x->count; i++)
		printf("%d  %s\n", x->list[i].question, *x->list[i].answer ? x->list[i].answer : "–");
	return cli_ask(_("Compare with the sheet: is it the same? Then it is handed in."), false) || err_set(&c->e, ERR_INPUT, _("nothing was handed in; type the answers in again"));
}

static bool read_answers(struct asking *x, const char *file)
{
	if (!file)
		return ask_answers(x);
	struct str text;
	str_init(&text);
	bool ok = file_read(file, EXAM_WRITTEN_BYTES_MAX, &text, &x->c->e) && exam_written_read(text.buf, text.len, file, &x->arena, &x->list, &x->count, &x->c->e);
	str_release(&text);
	return ok;
}

int cmd_exam_enter(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {OFFICERS_OPTIONS, {"from", required_argument, NULL, 'f'}, {0}};
	struct officers who = {0};
	struct asking x = {.c = c, .arena = ARENA_INIT};
	const char *file = NULL;
	int64_t second;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		if (o == 'f')
			file = optarg;
		else if (!officers_option(&who, o, optarg))
			return EXIT_USAGE;
	if (argc - optind != 2)
		return EXIT_USAGE;
	struct str told;
	str_init(&told);
	bool ok = exam_number(c, argv[optind], &x.session) && exam_number(c, argv[optind + 1], &x.seat) && officers_sign_in(c, &who, &second) && read_answers(&x, file) &&
		  exam_paper_enter(&c->app, x.session, (int)x.seat, x.list, x.count, second, &told, &c->e);
	fputs(told.buf, stderr);
	if (ok)
		printf(ngettext("seat %d: %zu answer typed in, handed in\n", "seat %d: %zu answers typed in, handed in\n", (unsigned long)x.count), (int)x.seat, x.count);
	str_release(&told);
	arena_release(&x.arena);
	return ok ? EXIT_OK : cli_fail(c);
}
