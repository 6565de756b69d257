/* The rehearsal as a whole, its clock, machine and seats. */
#include "config.h"
#include "app/rehearsal.h"

#include <string.h>

#include "app/exam_rehearse.h"
#include "app/exam_seating.h"
#include "app/machine.h"
#include "app/rehearsal_inside.h"
#include "core/i18n.h"
#include "core/str.h"
#include "store/rehearsals.h"

const char *rehearsal_subject_name(enum rehearsal_subject s)
{
	static const char *const names[REHEARSAL_SUBJECT_COUNT] = {
		[REHEARSAL_PACK] = "pack", [REHEARSAL_KEY] = "key", [REHEARSAL_CLOCK] = "clock", [REHEARSAL_DISK] = "disk",
		[REHEARSAL_PRINTER] = "printer", [REHEARSAL_MACHINE] = "machine", [REHEARSAL_SEATS] = "seats",
	};
	return names[s];
}

void rehearsal_add(struct rehearsing *r, enum rehearsal_subject subject, enum rehearsal_mark mark, const char *said, const char *cure)
{
	struct rehearsal *out = r->out;
	out->list = arena_grow(r->a, out->list, out->count, &out->room, sizeof(*out->list));
	out->list[out->count++] = (struct rehearsal_finding){.subject = subject, .mark = mark, .said = said, .cure = cure};
	out->good = out->good && mark != REHEARSAL_BAD;
}

/* --- the clock --- */

static const char *day_text(struct arena *a, int64_t day)
{
	char *text = arena_alloc(a, 11);
	date_format(day, text);
	return text;
}

/* As the clock on the wall of the room shows it, so that the two can be compared. */
static const char *wall_text(struct arena *a, int64_t now, int offset_min)
{
	int64_t minute = now / 60000 + offset_min;
	return arena_printf(a, "%s %02d:%02d", day_text(a, minute / 1440), (int)(minute % 1440 / 60), (int)(minute % 60));
}

void rehearse_clock(struct rehearsing *r)
{
	enum { FIRST_YEAR = 2026, IDLE_DAYS = 200 };
	struct app *app = r->app;
	struct err e = ERR_INIT;
	int64_t now = app_now(app), last = 0, session_day = 0, day = app_today(app), mono = clock_mono(&app->clock);
	const char *at = wall_text(r->a, now, app->offset_min), *set = _("Set date and time of this machine.");
	if (!store_latest(app->store, &last, &e)) {
		rehearsal_add(r, REHEARSAL_CLOCK, REHEARSAL_BAD, arena_strdup(r->a, e.msg), "");
		return;
	}
	int64_t last_day = site_day(last, app->offset_min, app->rollover_hour);
	if (day < date_to_days(FIRST_YEAR, 1, 1))
		rehearsal_add(r, REHEARSAL_CLOCK, REHEARSAL_BAD, arena_printf(r->a, _("The clock says %s: this program is younger."), at), set);
	else if (now < last)
		rehearsal_add(r, REHEARSAL_CLOCK, REHEARSAL_BAD, arena_printf(r->a, _("The clock says %s, before the last record in the store (%s)."), at, day_text(r->a, last_day)), set);
	else if (last && day - last_day > IDLE_DAYS)
		rehearsal_add(r, REHEARSAL_CLOCK, REHEARSAL_NOTE, arena_printf(r->a, ngettext("The clock says %s, %d day after the last record in the store.",
			"The clock says %s, %d days after the last record in the store.", (unsigned long)(day - last_day)), at, (int)(day - last_day)), _("Look whether the date is right."));
	else
		rehearsal_add(r, REHEARSAL_CLOCK, REHEARSAL_GOOD, arena_printf(r->a, _("The clock says %s, after the last record in the store."), at), "");
	if (date_parse(r->session.day, &session_day) && day > session_day)
		rehearsal_add(r, REHEARSAL_CLOCK, REHEARSAL_NOTE, arena_printf(r->a, _("The day of this session, %s, is over."), r->session.day), _("Look whether the date is right."));
	if (clock_mono(&app->clock) < mono || str_eq(clock_boot(&app->clock), "unknown"))
		rehearsal_add(r, REHEARSAL_CLOCK, REHEARSAL_BAD, _("The clock that measures examination time does not run."), _("Start this machine anew, or use another one."));
	else
		rehearsal_add(r, REHEARSAL_CLOCK, REHEARSAL_GOOD, _("The clock that measures examination time runs."), "");
}

/* --- the machine --- */

static void rehearse_machine(struct rehearsing *r)
{
	enum machine_state s;
	struct err e = ERR_INIT;
	if (!machine_look(r->app, &s, &e))
		rehearsal_add(r, REHEARSAL_MACHINE, REHEARSAL_BAD, arena_strdup(r->a, e.msg), "");
	else if (s == MACHINE_OTHER)
		rehearsal_add(r, REHEARSAL_MACHINE, REHEARSAL_BAD, _("This store was made on another machine: no seat can be opened here."),
			      _("If it has moved here for good, an administrator says so on the home screen or with 'safar site moved'."));
	else if (s == MACHINE_UNKNOWN)
		rehearsal_add(r, REHEARSAL_MACHINE, REHEARSAL_NOTE, _("This system has no id of its own: a copy of the store would not be noticed."),
			      _("Give it one with systemd-machine-id-setup."));
	else
		rehearsal_add(r, REHEARSAL_MACHINE, REHEARSAL_GOOD, _("The store belongs to this machine."), "");
}

/* --- the seats --- */

struct seat_counts {
	int all, coded, tried;
	struct str untried; /* their numbers */
	const struct rehearsal_row *rows;
	size_t count;
};

static bool count_seat(void *ctx, const struct exam_planned *s)
{
	struct seat_counts *c = ctx;
	bool tried = false;
	for (size_t i = 0; i < c->count; i++)
		tried |= c->rows[i].seat == s->number && c->rows[i].answered == EXAM_REHEARSAL_ITEMS;
	c->all++;
	c->coded += s->coded && !s->locked;
	c->tried += tried;
	if (!tried)
		str_addf(&c->untried, "%s%d", c->untried.len ? ", " : "", s->number);
	return true;
}

struct row_list {
	struct arena *a;
	struct rehearsal_row *list;
	size_t count, room;
};

static bool keep_row(void *ctx, const struct rehearsal_row *row)
{
	struct row_list *l = ctx;
	l->list = arena_grow(l->a, l->list, l->count, &l->room, sizeof(*l->list));
	l->list[l->count++] = (struct rehearsal_row){.seat = row->seat, .answered = row->answered};
	return true;
}

static void rehearse_seats(struct rehearsing *r)
{
	struct row_list rows = {.a = r->a};
	struct seat_counts c = {0};
	struct err e = ERR_INIT;
	str_init(&c.untried);
	bool ok = rehearsal_each(r->app->store, r->session.id, keep_row, &rows, &e);
	c.rows = rows.list;
	c.count = rows.count;
	ok = ok && exam_seating(r->app, r->session.id, count_seat, &c, &e);
	if (!ok) {
		rehearsal_add(r, REHEARSAL_SEATS, REHEARSAL_BAD, arena_strdup(r->a, e.msg), "");
	} else {
		rehearsal_add(r, REHEARSAL_SEATS, c.coded == c.all ? REHEARSAL_GOOD : REHEARSAL_BAD, arena_printf(r->a, _("Codes are given: %d of %d seats."), c.coded, c.all),
			      c.coded == c.all ? "" : _("Give new codes at the list of seats, or with 'safar exam seats'."));
		rehearsal_add(r, REHEARSAL_SEATS, c.tried == c.all ? REHEARSAL_GOOD : REHEARSAL_BAD, arena_printf(r->a, _("Tried at a terminal: %d of %d seats."), c.tried, c.all),
			      c.tried == c.all ? "" : arena_printf(r->a, _("Enter the exam at the terminals of these seats with their codes and answer the three questions to try: %s."),
								   c.untried.buf));
	}
	str_release(&c.untried);
}

bool rehearse(struct app *app, int64_t session, const struct rehearsal_means *means, struct arena *a, struct rehearsal *out, struct err *e)
{
	struct rehearsing r = {.app = app, .a = a, .means = means, .out = out};
	struct blueprint *b = NULL;
	struct err absent = ERR_INIT; /* told by rehearse_pack */
	*out = (struct rehearsal){.good = true};
	if (!app_may(app, MAY_EXAM, e) || !exam_session_get(app->store, session, a, &r.session, e))
		return false;
	if (str_eq(r.session.state, "closed"))
		return err_set(e, ERR_INPUT, _("this session is closed; plan another one"));
	if (exam_blueprint(app, r.session.version, r.session.exam, a, &b, &absent))
		r.blueprint = b;
	rehearse_pack(&r);
	rehearse_key(&r);
	rehearse_clock(&r);
	rehearse_disk(&r);
	rehearse_printer(&r);
	rehearse_machine(&r);
	rehearse_seats(&r);
	return true;
}
