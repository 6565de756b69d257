/* Issuing certificates. Declared in credential.h. */
#include "config.h"
#include "app/credential_inside.h"

#include <stdio.h>
#include <string.h>

#include "app/exam_inside.h"
#include "core/i18n.h"
#include "core/secret.h"
#include "record/credential.h"
#include "store/marks.h"
#include "store/packs.h"

static const uint64_t SERIALS = 100000000000000u; /* 14 digits */

bool credential_may(struct app *app, int64_t second, struct arena *a, struct person *out, struct err *e)
{
	if (!app->person.id || app->person.role != ROLE_ADMINISTRATOR)
		return err_set(e, ERR_DENIED, _("this is for administrators only; sign in as one"));
	if (!second || second == app->person.id)
		return err_set(e, ERR_DENIED, _("this needs another person than the one signed in"));
	return person_by_id(app->store, second, a, out, e) && (out->role != ROLE_LEARNER || err_set(e, ERR_DENIED, _("this needs an instructor or administrator")));
}

/* --- what was reached ---------------------------------------------------- */

struct reached {
	struct app *app;
	struct arena *arena;
	const char *sitting;
	struct credential_exam_rows *rows;
	int64_t version;
	int mark, maximum, scale;
	const char *exam, *sections;
};

static bool find_sitting(void *ctx, const struct standing_row *r)
{
	struct reached *x = ctx;
	if (strcmp(r->sitting, x->sitting) != 0)
		return true;
	x->version = r->version;
	x->mark = r->mark;
	x->maximum = r->maximum;
	x->scale = r->scale;
	x->exam = arena_strdup(x->arena, r->exam);
	x->sections = arena_strdup(x->arena, r->sections);
	return false;
}

/* p points of q of this maximum, rounded up: what was needed. */
static int needed(struct mark_of least, int maximum)
{
	return least.of ? (int)(((int64_t)least.points * maximum + least.of - 1) / least.of) : 0;
}

static void add_row(struct credential_exam_rows *rows, struct credential_result_row row)
{
	rows->results[rows->result_count++] = row;
}

/* As they stand in the file, in English; credential_look.c translates them. */
static const char *const skill_titles[SKILL_COUNT] = {
	[SKILL_READING] = N_("Reading"), [SKILL_LISTENING] = N_("Listening"), [SKILL_VOCABULARY_GRAMMAR] = N_("Vocabulary and grammar"),
	[SKILL_WRITING] = N_("Writing"), [SKILL_SPEAKING] = N_("Speaking"),
};

/* Skills that a language exam had no part for: they stand on the certificate as not examined. */
static void add_missing(struct reached *x, const struct blueprint *b, int exam)
{
	for (int skill = 0; skill < SKILL_COUNT; skill++) {
		bool there = false;
		for (size_t i = 0; i < b->section_count; i++)
			there |= b->sections[i].skill == (enum skill)skill;
		if (!there)
			add_row(x->rows, (struct credential_result_row){.exam = exam, .skill = skill_name((enum skill)skill), .title = skill_titles[skill], .scale = 1});
	}
}

/* Whether the exam that a programme names is of a language: then each skill is named. */
static bool is_of_language(struct app *app, const char *exam, struct arena *a)
{
	struct pack_row p;
	struct err ignored = ERR_INIT; /* of a pack that is gone nothing is known: say what was not examined */
	const char *pack = arena_strndup(a, exam, strcspn(exam, "/"));
	return !pack_active(app->store, pack, a, &p, &ignored) || strcmp(p.kind, "language") == 0;
}

/* The rows of one exam: the whole, its parts as they were given out, and the skills without a part. */
static bool add_exam(struct reached *x, const char *examines, int exam, struct err *e)
{
	struct blueprint *b;
	if (!exam_blueprint(x->app, x->version, x->exam, x->arena, &b, e))
		return false;
	add_row(x->rows, (struct credential_result_row){.exam = exam, .skill = "", .title = arena_strdup(x->arena, b->title), .mark = x->mark, .maximum = x->maximum,
							.needed = needed(b->pass, x->maximum), .scale = x->scale});
	const char *at = x->sections;
	for (size_t i = 0; i < b->section_count; i++) {
		int mark = 0, maximum = 0, used = 0;
		if (sscanf(at, "%9d/%9d%n", &mark, &maximum, &used) != 2)
			return err_set(e, ERR_STORE, _("the stored result of '%s' is damaged; restore the last backup"), x->exam);
		at += used + strspn(at + used, " ");
		add_row(x->rows, (struct credential_result_row){.exam = exam, .skill = skill_name(b->sections[i].skill), .title = arena_strdup(x->arena, b->sections[i].title),
								.mark = mark, .maximum = maximum, .needed = needed(b->sections[i].minimum, maximum), .scale = x->scale});
	}
	if (is_of_language(x->app, examines, x->arena))
		add_missing(x, b, exam);
	return true;
}

static bool make_rows(struct app *app, int64_t person, const struct credential_basis *b, struct arena *a, struct credential_exam_rows *rows, struct err *e)
{
	*rows = (struct credential_exam_rows){
		.exams = arena_array(a, b->count, sizeof(*rows->exams)),
		.results = arena_array(a, b->count * (EXAM_SECTIONS_MAX + SKILL_COUNT + 1), sizeof(*rows->results)),
	};
	for (; rows->count < b->count; rows->count++) {
		const struct exam_best *x = b->exams[rows->count];
		struct reached reached = {.app = app, .arena = a, .sitting = x->sitting, .rows = rows};
		rows->exams[rows->count] = (struct credential_exam_row){
			.position = (int)rows->count, .sitting = x->sitting, .exam = x->exam, .title = x->title, .day = x->day, .room = x->room, .language = x->language,
		};
		if (!exam_standing_each(app->store, person, find_sitting, &reached, e) || !add_exam(&reached, x->exam, (int)rows->count, e))
			return false;
	}
	return true;
}

/* --- one certificate ------------------------------------------------------ */

static void make_parts(const struct credential_exam_rows *rows, struct arena *a, struct credential_facts *f)
{
	struct credential_part *parts = arena_array(a, rows->result_count, sizeof(*parts));
	struct cwt_result *shares = arena_array(a, rows->count, sizeof(*shares));
	for (size_t i = 0; i < rows->result_count; i++) {
		const struct credential_result_row *r = &rows->results[i];
		const struct credential_exam_row *x = &rows->exams[r->exam];
		parts[i] = (struct credential_part){
			.id = x->exam, .skill = r->skill, .name = *r->skill ? arena_printf(a, "%s: %s", x->title, r->title) : x->title,
			.value = r->maximum ? credential_points(a, r->mark, r->scale) : NULL, .maximum = credential_points(a, r->maximum, r->scale),
			.needed = r->needed ? credential_points(a, r->needed, r->scale) : NULL,
		};
		if (!*r->skill && f->result_count < CWT_RESULTS_MAX) {
			size_t n = strlen(x->exam), tail = strlen("/final");
			bool final = n > tail && strcmp(x->exam + n - tail, "/final") == 0;
			shares[f->result_count++] = (struct cwt_result){
				.unit = arena_strndup(a, x->exam, final ? n - tail : n), .percent = r->maximum > 0 ? (uint64_t)((int64_t)r->mark * 100 / r->maximum) : 0,
			};
		}
	}
	f->parts = parts;
	f->part_count = rows->result_count;
	f->results = shares;
}

/* "Final exam, Dutch A1: 2026-11-23, Namangan centre 3, room 2, in nl-BE." and so on. */
static const char *examined(const struct app *app, const struct credential_exam_rows *rows, struct arena *a)
{
	struct str s;
	str_init(&s);
	for (size_t i = 0; i < rows->count; i++) {
		const struct credential_exam_row *x = &rows->exams[i];
		str_addf(&s, "%s%s: %s, %s%s%s%s%s.", i ? " " : "", x->title, x->day, app->site, *x->room ? ", room " : "", x->room, *x->language ? ", in " : "", x->language);
	}
	const char *text = arena_strdup(a, s.buf);
	str_release(&s);
	return text;
}

static const char *salt_new(struct app *app, struct arena *a)
{
	struct str s;
	uint8_t bytes[CREDENTIAL_SALT_BYTES];
	app->entropy.fill(app->entropy.ctx, bytes, sizeof(bytes));
	str_init(&s);
	for (size_t i = 0; i < sizeof(bytes); i++)
		str_addf(&s, "%02x", bytes[i]);
	const char *text = arena_strdup(a, s.buf);
	str_release(&s);
	return text;
}

static bool store_rows(struct app *app, const struct credential_row *c, const struct credential_exam_rows *rows, struct err *e)
{
	struct credential_event_row ev = {.serial = c->serial, .act = "issued", .actor_name = c->officer_name, .second_name = c->second_name, .reason = "", .at = c->issued_at,
					  .actor = c->officer, .second = c->second};
	bool ok = true, taken;
	for (size_t i = 0; ok && i < rows->count; i++)
		ok = credential_add_exam(app->store, c->serial, &rows->exams[i], e);
	for (size_t i = 0; ok && i < rows->result_count; i++)
		ok = credential_add_result(app->store, c->serial, (int)i, &rows->results[i], e);
	return ok && credential_event_add(app->store, &ev, &taken, e) &&
	       act_add(app->store, c->issued_at, c->officer, "certificate-issue", c->code, c->serial, e);
}

bool credential_store(struct app *app, struct credential_row *c, const char *document, const struct credential_exam_rows *rows, const struct sign_key *key, struct arena *a,
		      struct err *e)
{
	char uuid[37], subject[37], serial[SERIAL_SIZE];
	struct str json, compact;
	int64_t last;
	entropy_uuid(&app->entropy, uuid);
	entropy_uuid(&app->entropy, subject);
	serial_format(entropy_below(&app->entropy, SERIALS), false, serial);
	c->salt = salt_new(app, a);
	c->uuid = arena_strdup(a, uuid);
	c->serial = arena_strdup(a, serial);
	if (!date_parse(c->valid_until, &last))
		return err_set(e, ERR_STORE, _("the stored result of '%s' is damaged; restore the last backup"), c->programme);
	struct credential_facts f = {
		.uuid = uuid, .subject = subject, .serial = serial, .programme = c->programme, .title = c->programme_title, .destination = c->destination, .latin = c->latin,
		.birth = c->birth, .document = document, .salt = c->salt, .issuer = c->issuer_name, .language = rows->exams[0].language, .examined = examined(app, rows, a),
		.officer = c->officer_name, .second = c->second_name, .from = c->issued_at / 1000 * 1000,
		/* through the last second of that day, where the exams were held */
		.until = ((last + 1) * 86400 - app->offset_min * 60 - 1) * 1000,
	};
	make_parts(rows, a, &f);
	str_init(&json);
	str_init(&compact);
	bool taken = false, ok = credential_make(&f, key, &json, &compact, e);
	c->json = json.buf;
	c->compact = compact.buf;
	ok = ok && credential_add(app->store, c, &taken, e) && !taken && store_rows(app, c, rows, e);
	if (taken)
		err_set(e, ERR_STORE, _("chance gave a serial that is taken; issue again"));
	c->json = arena_strdup(a, json.buf);
	c->compact = arena_strdup(a, compact.buf);
	str_release(&compact);
	str_release(&json);
	return ok;
}

/* --- all who are ready ----------------------------------------------------- */

struct issuing {
	struct app *app;
	const struct credential_order *order;
	const struct person *second;
	const struct sign_key *key;
	const char *did, *issuer;
};

/* Looks again, under the write lock: somebody else may have issued meanwhile. *serial NULL: nothing to issue any more. */
static bool issue_one(const struct issuing *x, const struct credential_candidate *who, struct arena *a, const char **serial, struct err *e)
{
	struct app *app = x->app;
	struct person p;
	struct results results;
	struct installed_programme ip;
	struct credential_basis b;
	struct credential_exam_rows rows;
	char until[11];
	*serial = NULL;
	if (!person_by_id(app->store, who->person, a, &p, e) || !results_load(app, who->person, a, &results, e) || !results_programme(app, who->programme, a, &ip, e))
		return false;
	if (!credential_basis_find(app, &ip, &results, who->person, a, &b, e) || *b.why)
		return e->kind == ERR_NONE;
	if (!make_rows(app, who->person, &b, a, &rows, e))
		return false;
	date_format(b.last_day, until);
	struct credential_row c = {
		.person = p.id, .code = p.code, .programme = ip.path, .programme_title = ip.programme->title, .destination = ip.programme->destination,
		.latin = b.exams[0]->latin, .birth = b.exams[0]->birth, .issuer = x->did, .issuer_name = x->issuer, .officer = app->person.id,
		.officer_name = app->person.name, .second = x->second->id, .second_name = x->second->name, .issued_at = app_now(app), .valid_until = until, .replaces = "",
	};
	bool ok = credential_store(app, &c, b.exams[0]->document, &rows, x->key, a, e);
	*serial = ok ? c.serial : NULL;
	return ok;
}

static bool wanted(const struct credential_order *o, const struct credential_candidate *c)
{
	bool found = !o->people;
	for (size_t i = 0; !found && i < o->count; i++)
		found = o->people[i] == c->person;
	return found && c->ready;
}

static bool issue_all(const struct issuing *x, const struct credential_candidate *list, size_t count, int *issued, struct err *e)
{
	const struct credential_order *o = x->order;
	size_t all = 0, done = 0;
	for (size_t i = 0; i < count; i++) {
		if (wanted(o, &list[i]) && !exam_not_own(x->app, list[i].person, x->second->id, e))
			return err_add(e, "%s", list[i].latin);
		all += wanted(o, &list[i]);
	}
	if (!all)
		return err_set(e, ERR_ABSENT, _("nobody of these is ready; 'safar certificate ready' says who is and what is missing"));
	for (size_t i = 0; i < count; i++) {
		struct arena a = ARENA_INIT;
		const char *serial = NULL;
		if (!wanted(o, &list[i]))
			continue;
		bool ok = store_begin(x->app->store, e) && store_end(x->app->store, issue_one(x, &list[i], &a, &serial, e), e);
		if (!ok)
			err_add(e, "%s", list[i].latin);
		*issued += ok && serial;
		bool more = ok && (!o->told || o->told(o->ctx, ++done, all, serial ? serial : "", list[i].latin));
		arena_release(&a);
		if (!more)
			return ok;
	}
	return true;
}

bool credential_issue(struct app *app, const struct credential_order *o, int *issued, struct err *e)
{
	struct arena a = ARENA_INIT;
	struct person second;
	struct sign_key key;
	struct credential_candidate *list;
	size_t count;
	*issued = 0;
	const char *issuer;
	bool ok = credential_may(app, o->second, &a, &second, e) && credential_issuer(app, &a, &issuer, e) && credential_key_open(app, o->key_file, o->phrase, &key, e);
	if (ok) {
		struct issuing x = {.app = app, .order = o, .second = &second, .key = &key, .did = credential_did(&key, &a), .issuer = issuer};
		ok = credential_candidates(app, &a, &list, &count, e) && issue_all(&x, list, count, issued, e);
	}
	secret_wipe(&key, sizeof(key));
	arena_release(&a);
	return ok;
}
