/* Sessions of exams on the command line: planned and looked at; they are held at the screens. */
#include "config.h"
#include "cli/exam_args.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/exam_cards.h"
#include "app/exam_seating.h"
#include "app/machine.h"
#include "app/people.h"
#include "cli/officers.h"
#include "core/i18n.h"
#include "core/str.h"

/* Whom a plan is for. */
struct seating {
	struct arena arena;
	const char *group;
	bool leave_out;
	int64_t *people;
	size_t count;
};

static const char *why_not(struct arena *a, const struct exam_candidate *p)
{
	return p->hindrance == EXAM_TOO_EARLY ? arena_printf(a, _("not before %s"), p->from) : _("no attempt left");
}

/* The learners of a group; those who cannot sit are told, and left out or a refusal. */
static bool seat_group(struct cli *c, const struct exam_plan *plan, struct seating *s)
{
	struct exam_candidate *list;
	size_t count, out = 0;
	if (!exam_candidates(&c->app, plan->exam, plan->day, strcmp(s->group, "all") == 0 ? NULL : s->group, &s->arena, &list, &count, &c->e))
		return false;
	int64_t *people = arena_array(&s->arena, s->count + count + 1, sizeof(*people));
	for (size_t i = 0; i < s->count; i++)
		people[i] = s->people[i];
	for (size_t i = 0; i < count; i++) {
		bool named = false;
		for (size_t k = 0; k < s->count; k++)
			named |= people[k] == list[i].person;
		if (list[i].hindrance == EXAM_FREE && !named)
			people[s->count++] = list[i].person;
		if (list[i].hindrance == EXAM_FREE)
			continue;
		out++;
		fprintf(stderr, _("%s (%s) cannot sit: %s\n"), list[i].name, list[i].code, why_not(&s->arena, &list[i]));
	}
	s->people = people;
	return !out || s->leave_out ||
	       err_set(&c->e, ERR_INPUT, ngettext("%zu learner of the group cannot sit; --leave-out plans without this one", "%zu learners of the group cannot sit; --leave-out plans without them",
						  (unsigned long)out), out);
}

/* A copied store is told, and planned on all the same: seats are what it does not open. */
static void warn_of_copy(struct cli *c)
{
	struct err e = ERR_INIT;
	if (!machine_require(&c->app, &e))
		fprintf(stderr, "safar: %s\n", e.msg);
}

int cmd_exam_plan(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"day", required_argument, NULL, 'd'}, {"room", required_argument, NULL, 'r'}, {"group", required_argument, NULL, 'g'},
						{"leave-out", no_argument, NULL, 'l'}, {0}};
	struct exam_plan plan = {.room = ""};
	struct seating s = {.arena = ARENA_INIT};
	int64_t session;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'd': plan.day = optarg; break;
		case 'r': plan.room = optarg; break;
		case 'g': s.group = optarg; break;
		case 'l': s.leave_out = true; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind < (s.group ? 1 : 2) || !plan.day)
		return EXIT_USAGE;
	plan.exam = argv[optind];
	s.count = (size_t)(argc - optind - 1);
	s.people = arena_array(&s.arena, s.count + 1, sizeof(*s.people));
	bool ok = cli_open(c, STORE_OPEN) && cli_find_people(c, argv + optind + 1, s.count, s.people) && (!s.group || seat_group(c, &plan, &s));
	plan.people = s.people;
	plan.count = s.count;
	ok = ok && exam_plan(&c->app, &plan, &session, &c->e);
	if (ok) {
		printf(_("session %" PRId64 " is planned; 'safar exam seats %" PRId64 "' gives its codes\n"), session, session);
		warn_of_copy(c);
		ok = cli_exam_bank_warn(c, session);
	}
	arena_release(&s.arena);
	return ok ? EXIT_OK : cli_fail(c);
}

struct seat_list {
	struct arena arena;
	struct exam_planned *list; /* number, name and code of the person */
	size_t count, room;
	int64_t only; /* 0: all */
};

static bool take_seat(void *ctx, const struct exam_planned *s)
{
	struct seat_list *l = ctx;
	if (sitting_ended(s->state) || (l->only && l->only != s->number))
		return true;
	l->list = arena_grow(&l->arena, l->list, l->count, &l->room, sizeof(*l->list));
	l->list[l->count++] = (struct exam_planned){.number = s->number, .name = arena_strdup(&l->arena, s->name), .code = arena_strdup(&l->arena, s->code)};
	return true;
}

/* New codes for seats that have not ended; each is shown once. */
static bool give_codes(struct cli *c, int64_t session, int64_t only)
{
	struct seat_list l = {.arena = ARENA_INIT, .only = only};
	struct exam_session found;
	bool ok = exam_session(&c->app, session, &l.arena, &found, &c->e) && exam_seating(&c->app, session, take_seat, &l, &c->e);
	if (ok && !l.count)
		ok = err_set(&c->e, ERR_ABSENT, _("there is no seat that still waits for its code; 'safar exam show' lists the seats of a session"));
	for (size_t i = 0; ok && i < l.count; i++) {
		char code[EXAM_CODE_SIZE];
		ok = exam_new_code(&c->app, session, l.list[i].number, code, &c->e);
		if (ok)
			printf(_("seat %d: %s (%s), seat code %s\n"), l.list[i].number, l.list[i].name, l.list[i].code, code);
		secret_wipe(code, sizeof(code));
	}
	arena_release(&l.arena);
	return ok;
}

static bool print_cards(struct cli *c, int64_t session, int64_t only, const char *path)
{
	int count = 0;
	cli_language_tag(c->app.language);
	if (!exam_cards_paper(&c->app, session, (int)only, path, &count, &c->e))
		return false;
	printf(ngettext("%d card is in '%s'; print it, then delete the file\n", "%d cards are in '%s'; print them, then delete the file\n", (unsigned long)count), count, path);
	return true;
}

int cmd_exam_seats(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"pdf", required_argument, NULL, 'p'}, {0}};
	const char *pdf = NULL;
	int64_t session, only = 0;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'p': pdf = optarg; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind < 1 || argc - optind > 2)
		return EXIT_USAGE;
	bool ok = exam_number(c, argv[optind], &session) && (argc - optind < 2 || exam_number(c, argv[optind + 1], &only)) && cli_open(c, STORE_OPEN);
	ok = ok && (pdf ? print_cards(c, session, only, pdf) : give_codes(c, session, only));
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_exam_add(struct cli *c, int argc, char **argv)
{
	struct arena a = ARENA_INIT;
	int64_t session;
	if (!cli_no_options(argc, argv) || argc - optind < 2)
		return EXIT_USAGE;
	char **codes = argv + optind + 1;
	size_t count = (size_t)(argc - optind - 1);
	int64_t *people = arena_array(&a, count, sizeof(*people));
	bool ok = exam_number(c, argv[optind], &session) && cli_open(c, STORE_OPEN) && cli_find_people(c, codes, count, people);
	for (size_t i = 0; ok && i < count; i++) {
		int seat;
		ok = exam_add_seat(&c->app, session, people[i], &seat, &c->e);
		if (ok)
			printf(_("seat %d: %s\n"), seat, codes[i]);
	}
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

int cmd_exam_help(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"extra", required_argument, NULL, 'x'}, {"aloud", required_argument, NULL, 'a'}, OFFICERS_OPTIONS, {0}};
	struct arena a = ARENA_INIT;
	struct officers who = {0};
	struct exam_planned p;
	struct exam_help h = {0};
	const char *extra = NULL, *aloud = NULL;
	int64_t session, seat;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'x': extra = optarg; break;
		case 'a': aloud = optarg; break;
		default:
			if (!officers_option(&who, o, optarg))
				return EXIT_USAGE;
		}
	bool known = !aloud || strcmp(aloud, "yes") == 0 || strcmp(aloud, "no") == 0, digits = !extra || (*extra && strspn(extra, "0123456789") == strlen(extra) && strlen(extra) < 4);
	if (argc - optind != 2 || (!extra && !aloud) || !known || !digits)
		return EXIT_USAGE;
	bool ok = exam_number(c, argv[optind], &session) && exam_number(c, argv[optind + 1], &seat) && (extra || who.officer ? officers_sign_in(c, &who, &h.second) : cli_open(c, STORE_OPEN)) &&
		  exam_planned_seat(&c->app, session, (int)seat, &a, &p, &c->e);
	if (ok) {
		h.extra_percent = extra ? (int)strtol(extra, NULL, 10) : p.extra_percent;
		h.aloud = aloud ? strcmp(aloud, "yes") == 0 : p.aloud;
		ok = exam_set_help(&c->app, session, (int)seat, &h, &c->e);
	}
	arena_release(&a);
	return ok ? EXIT_OK : cli_fail(c);
}

static bool list_session(void *ctx, const struct exam_session *s)
{
	struct cli_table *t = ctx;
	const char *const cells[] = {arena_printf(&t->arena, "%" PRId64, s->id), s->day, s->exam, s->title, s->room, s->state,
				     arena_printf(&t->arena, "%d", s->seats)};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

static bool list_exams(struct cli *c, struct cli_table *t)
{
	struct exam_choice *list;
	size_t count;
	if (!exam_choices(&c->app, &t->arena, &list, &count, &c->e))
		return false;
	for (size_t i = 0; i < count; i++) {
		cli_table_add(t, list[i].path);
		cli_table_add(t, list[i].title);
	}
	return true;
}

int cmd_exam_list(struct cli *c, int argc, char **argv)
{
	static const struct option options[] = {{"exams", no_argument, NULL, 'x'}, {"json", no_argument, NULL, 'j'}, {0}};
	static const char *const sessions[] = {"session", "day", "exam", "title", "room", "state", "seats"}, *const exams[] = {"exam", "title"};
	bool json = false, installed = false;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'x': installed = true; break;
		case 'j': json = true; break;
		default: return EXIT_USAGE;
		}
	if (argc != optind)
		return EXIT_USAGE;
	struct cli_table t = {.columns = installed ? sizeof(exams) / sizeof(exams[0]) : sizeof(sessions) / sizeof(sessions[0])};
	for (size_t i = 0; i < t.columns; i++)
		cli_table_add(&t, installed ? exams[i] : sessions[i]);
	bool ok = cli_open(c, STORE_OPEN);
	if (ok)
		cli_language_tag(c->app.language);
	ok = ok && (installed ? list_exams(c, &t) : exam_sessions(&c->app, list_session, &t, &c->e));
	return cli_table_end(c, &t, ok, json);
}

static bool list_seat(void *ctx, const struct exam_seat *s)
{
	struct cli_table *t = ctx;
	const char *const cells[] = {
		arena_printf(&t->arena, "%d", s->number), s->code, s->name, s->lost ? "lost" : sitting_state_name(s->state),
		arena_printf(&t->arena, "%d/%d", s->answered, s->count), arena_printf(&t->arena, "%" PRId64, s->left_ms / 1000),
		arena_printf(&t->arena, "%d", s->interruptions), s->why, s->text,
	};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

static bool list_event(void *ctx, const struct exam_event *ev)
{
	struct cli_table *t = ctx;
	char at[21];
	instant_format(ev->at, at);
	const char *const cells[] = {at, arena_printf(&t->arena, "%d", ev->seat), ev->role, ev->who, ev->with, ev->act, ev->to, ev->why, ev->text};
	for (size_t i = 0; i < t->columns; i++)
		cli_table_add(t, cells[i]);
	return true;
}

/* The seats, or the log. */
static int show_session(struct cli *c, int argc, char **argv, bool log)
{
	static const struct option options[] = {{"events", no_argument, NULL, 'v'}, {"json", no_argument, NULL, 'j'}, {0}};
	static const char *const seats[] = {"seat", "code", "name", "state", "answered", "seconds-left", "interruptions", "why", "text"};
	static const char *const events[] = {"at", "seat", "role", "who", "second", "act", "state", "why", "text"};
	bool json = false;
	int64_t session;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;)
		switch (o) {
		case 'v': log = true; break;
		case 'j': json = true; break;
		default: return EXIT_USAGE;
		}
	if (argc - optind != 1)
		return EXIT_USAGE;
	struct cli_table t = {.columns = log ? sizeof(events) / sizeof(events[0]) : sizeof(seats) / sizeof(seats[0])};
	for (size_t i = 0; i < t.columns; i++)
		cli_table_add(&t, log ? events[i] : seats[i]);
	struct exam_session found;
	bool ok = exam_number(c, argv[optind], &session) && cli_open(c, STORE_OPEN) && exam_session(&c->app, session, &t.arena, &found, &c->e) &&
		  (log ? exam_events(&c->app, session, list_event, &t, &c->e) : exam_board(&c->app, session, list_seat, &t, &c->e));
	return cli_table_end(c, &t, ok, json);
}

int cmd_exam_show(struct cli *c, int argc, char **argv)
{
	return show_session(c, argc, argv, false);
}

int cmd_exam_events(struct cli *c, int argc, char **argv)
{
	return show_session(c, argc, argv, true);
}
