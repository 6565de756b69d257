#include "config.h"
#include "app/import.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/people.h"
#include "core/alloc.h"
#include "core/csv.h"
#include "core/file.h"
#include "core/i18n.h"
#include "core/set.h"
#include "core/str.h"
#include "text/locale.h"
#include "text/norm.h"
#include "text/script.h"

enum column { COL_CODE, COL_NAME, COL_LATIN, COL_BIRTH, COL_REGION, COL_ROLE, COL_PROGRAMME, COL_DEPARTURE, COLUMNS };

/* Names of the columns; those in other languages are compared as name keys (case and apostrophes do not matter). */
static const char *const column_names[COLUMNS][6] = {
	[COL_CODE] = {"code", "kod", "код"},
	[COL_NAME] = {"name", "ism", "familiya va ism", "имя", "фамилия и имя", "ф.и.о."},
	[COL_LATIN] = {"latin", "latin_name", "lotincha", "латиницей", "passport"},
	[COL_BIRTH] = {"birth", "birth_date", "tugʻilgan sana", "дата рождения"},
	[COL_REGION] = {"region", "viloyat", "hudud", "регион", "область"},
	[COL_ROLE] = {"role", "rol", "роль"},
	[COL_PROGRAMME] = {"programme", "dastur", "программа"},
	[COL_DEPARTURE] = {"departure", "joʻnash", "joʻnash sanasi", "выезд", "дата выезда"},
};

static enum column find_column(const char *header)
{
	char *key = text_name_key_dup(header);
	enum column found = COLUMNS;
	for (int c = 0; c < COLUMNS && found == COLUMNS; c++)
		for (int i = 0; i < 6 && column_names[c][i] && found == COLUMNS; i++) {
			char *name = text_name_key_dup(column_names[c][i]);
			if (strcmp(key, name) == 0)
				found = (enum column)c;
			free(name);
		}
	free(key);
	return found;
}

/* The file as valid UTF-8. */
static bool decode(const char *path, bool cp1251, struct str *bytes, struct err *e)
{
	size_t bad;
	if (memchr(bytes->buf, '\0', bytes->len))
		return err_set(e, ERR_INPUT, _("'%s' is no CSV text; in the spreadsheet choose Save as, CSV UTF-8"), path);
	if (cp1251) {
		char *utf8;
		if (!decode_cp1251_dup(bytes->buf, bytes->len, &utf8))
			return err_set(e, ERR_INPUT, _("'%s' is not in Windows-1251; try without that choice"), path);
		str_clear(bytes);
		str_add(bytes, utf8);
		free(utf8);
	}
	if (!text_valid(bytes->buf, bytes->len, &bad))
		return err_set(e, ERR_INPUT, _("'%s' is not in UTF-8 (byte %zu); save it as CSV UTF-8, or say that it is in Windows-1251"), path, bad + 1);
	return true;
}

/* A date as ISO, or as spreadsheets here write it (27.03.1998); anything else is left for the check to refuse. */
static const char *iso_date(struct arena *a, const char *s)
{
	int d, m, y, used = 0;
	if (sscanf(s, "%2d.%2d.%4d%n", &d, &m, &y, &used) == 3 && !s[used])
		return arena_printf(a, "%04d-%02d-%02d", y, m, d);
	return s;
}

/* One quote that our own export put before a formula character is taken away again. */
static const char *unguard(const char *s)
{
	return *s == '\'' && s[1] && strchr("=+-@", s[1]) ? s + 1 : s;
}

struct sameness {
	const char *birth;
	int64_t id;
	int found;
};

static bool same_person(void *ctx, const struct person *p)
{
	struct sameness *s = ctx;
	if (strcmp(p->birth, s->birth) == 0) {
		s->found++;
		s->id = p->id;
	}
	return true;
}

/* Whom the row means: by code, else by name and birth date; id 0 if nobody yet. */
static bool identify(struct app *app, struct arena *a, struct person *p, struct person *known, struct err *e)
{
	struct err absent = ERR_INIT;
	*known = (struct person){0};
	if (*p->code) {
		if (person_by_code(app->store, p->code, a, known, &absent) || absent.kind == ERR_ABSENT)
			return true;
		*e = absent;
		return false;
	}
	struct sameness s = {.birth = p->birth};
	bool ok = person_namesakes(app->store, p->name, same_person, &s, e);
	if (ok && s.found > 1)
		return err_set(e, ERR_INPUT, _("several people have this name and birth date; give the code"));
	return ok && (!s.found || person_by_id(app->store, s.id, a, known, e));
}

static bool same_data(const struct person *p, const struct person *k)
{
	return strcmp(p->name, k->name) == 0 && strcmp(p->latin, k->latin) == 0 && strcmp(p->birth, k->birth) == 0 && strcmp(p->region, k->region) == 0 &&
	       p->role == k->role;
}

/* Whether the Latin line is what the program made of the name; else somebody copied it from the passport. */
static bool is_proposed(const struct person *k)
{
	char *proposal = script_passport_dup(k->name);
	bool same = strcmp(proposal, k->latin) == 0;
	free(proposal);
	return same;
}

/* An empty cell of somebody known leaves what is stored. */
static void keep_known(struct person *p, const struct person *k, bool role_given)
{
	p->id = k->id;
	p->code = k->code;
	p->language = k->language;
	if (!*p->name)
		p->name = k->name;
	if (!*p->latin && (strcmp(p->name, k->name) == 0 || !is_proposed(k)))
		p->latin = k->latin;
	if (!*p->birth)
		p->birth = k->birth;
	if (!*p->region)
		p->region = k->region;
	if (!role_given)
		p->role = k->role;
}

/* Whether the person is enrolled already as the row says. */
struct enrolled {
	const char *programme, *departure;
	bool same;
};

static bool compare_enrolment(void *ctx, const struct enrolment *en)
{
	struct enrolled *x = ctx;
	x->same |= strcmp(en->programme, x->programme) == 0 && strcmp(en->departure, x->departure) == 0;
	return !x->same;
}

static bool judge_fate(struct app *app, const struct person *known, struct import_row *row, struct err *e)
{
	struct enrolled x = {.programme = row->programme, .departure = row->departure, .same = !*row->programme};
	row->fate = IMPORT_NEW;
	if (!known->id)
		return true;
	if (!x.same && !enrol_each(app->store, known->id, compare_enrolment, &x, e))
		return false;
	row->fate = x.same && same_data(&row->person, known) ? IMPORT_SAME : IMPORT_CHANGED;
	return true;
}

static bool judge_row(struct app *app, struct import *im, const char *const cells[COLUMNS], struct import_row *row, struct err *e)
{
	struct arena *a = &im->arena;
	struct person known;
	row->person = (struct person){
		.code = cells[COL_CODE],
		.name = unguard(cells[COL_NAME]),
		.latin = unguard(cells[COL_LATIN]),
		.birth = iso_date(a, cells[COL_BIRTH]),
		.region = cells[COL_REGION],
		.role = ROLE_LEARNER,
		.language = "",
	};
	row->programme = cells[COL_PROGRAMME];
	row->departure = iso_date(a, cells[COL_DEPARTURE]);
	if (*cells[COL_ROLE] && !role_from(cells[COL_ROLE], &row->person.role))
		return err_set(e, ERR_INPUT, _("no role '%s'; there are learner, instructor and administrator"), cells[COL_ROLE]);
	if (!identify(app, a, &row->person, &known, e))
		return false;
	if (known.id)
		keep_known(&row->person, &known, *cells[COL_ROLE]);
	if (!person_mend(app, a, &row->person, e))
		return false;
	if (!*row->programme && *row->departure)
		return err_set(e, ERR_INPUT, _("a departure without a programme; name the programme"));
	if (*row->programme && !person_enrol_check(app, a, &row->person, row->programme, row->departure, &row->programme, e))
		return false;
	return judge_fate(app, &known, row, e);
}

/* Two rows of one file must not mean one person: the same one in the store, the same code, or the same name and birth date. */
static bool is_twin(struct set *seen, struct arena *a, const struct person *p)
{
	char *key = text_name_key_dup(p->name);
	bool first = set_add(seen, arena_printf(a, "name %s %s", p->birth, key));
	if (p->id)
		first &= set_add(seen, arena_printf(a, "id %" PRId64, p->id));
	if (*p->code)
		first &= set_add(seen, arena_printf(a, "code %s", p->code));
	free(key);
	return !first;
}

static void add_row(struct app *app, struct import *im, const struct csv_row *line, const int *columns, struct set *seen, size_t *room)
{
	const char *cells[COLUMNS];
	struct err e = ERR_INIT;
	struct import_row row = {.line = line->line, .programme = "", .departure = ""};
	for (int c = 0; c < COLUMNS; c++)
		cells[c] = columns[c] >= 0 && (size_t)columns[c] < line->count ? line->cells[columns[c]] : "";
	bool ok = judge_row(app, im, cells, &row, &e);
	if (ok && is_twin(seen, &im->arena, &row.person))
		ok = err_set(&e, ERR_INPUT, _("the same person stands in an earlier row"));
	if (!ok) {
		row.fate = IMPORT_REFUSED;
		row.reason = arena_strdup(&im->arena, e.msg);
	}
	im->rows = arena_grow(&im->arena, im->rows, im->count, room, sizeof(*im->rows));
	im->rows[im->count++] = row;
	switch (row.fate) {
	case IMPORT_NEW: im->added++; break;
	case IMPORT_CHANGED: im->changed++; break;
	case IMPORT_SAME: im->same++; break;
	case IMPORT_REFUSED: im->refused++; break;
	}
}

static bool read_header(const char *path, const struct csv_row *header, struct import *im, int columns[COLUMNS], struct err *e)
{
	im->unused = "";
	for (int c = 0; c < COLUMNS; c++)
		columns[c] = -1;
	for (size_t i = 0; i < header->count; i++) {
		enum column c = find_column(header->cells[i]);
		if (c != COLUMNS && columns[c] < 0)
			columns[c] = (int)i;
		else if (*header->cells[i])
			im->unused = arena_printf(&im->arena, "%s%s%.40s", im->unused, *im->unused ? ", " : "", header->cells[i]);
	}
	if (columns[COL_NAME] < 0 && columns[COL_CODE] < 0)
		return err_set(e, ERR_INPUT, _("the first row of '%s' names no column 'name' or 'code'; known are code, name, latin, birth, region, role, programme, departure"), path);
	return true;
}

bool import_read(struct app *app, const char *path, bool cp1251, struct import *im, struct err *e)
{
	struct str bytes;
	struct csv csv = {0};
	int columns[COLUMNS], line;
	size_t room = 0;
	struct set seen = {.arena = &im->arena};
	*im = (struct import){0};
	str_init(&bytes);
	bool ok = app_may(app, MAY_CHANGE_PEOPLE, e) && file_read(path, IMPORT_BYTES_MAX, &bytes, e) && decode(path, cp1251, &bytes, e);
	if (ok && !csv_parse(&im->arena, bytes.buf, bytes.len, &csv, &line))
		ok = err_set(e, ERR_INPUT, _("'%s': a quotation mark in line %d is never closed"), path, line);
	str_release(&bytes);
	if (ok && !csv.count)
		ok = err_set(e, ERR_INPUT, _("'%s' is empty"), path);
	if (ok && csv.count > IMPORT_ROWS_MAX)
		ok = err_set(e, ERR_INPUT, _("'%s' has more than %d rows; split it"), path, IMPORT_ROWS_MAX);
	ok = ok && read_header(path, &csv.rows[0], im, columns, e);
	for (size_t i = 1; ok && i < csv.count; i++)
		add_row(app, im, &csv.rows[i], columns, &seen, &room);
	return ok;
}

void import_release(struct import *im)
{
	arena_release(&im->arena);
	*im = (struct import){0};
}

const char *import_summary(const struct import *im, struct arena *a)
{
	struct str s;
	str_init(&s);
	/* TRANSLATORS: number of people in a list read from a spreadsheet: new ones, ones with other data than stored, ones left as they are */
	str_addf(&s, _("%zu new, %zu changed, %zu the same"), im->added, im->changed, im->same);
	if (im->refused) {
		str_add(&s, ", ");
		str_addf(&s, ngettext("%zu refused", "%zu refused", im->refused), im->refused);
		for (size_t i = 0; i < im->count; i++)
			if (im->rows[i].fate == IMPORT_REFUSED) {
				str_add(&s, " (");
				/* TRANSLATORS: number of a row in a spreadsheet, then why it was refused */
				str_addf(&s, _("row %d: %s"), im->rows[i].line, im->rows[i].reason);
				str_add(&s, im->refused > 1 ? "; …)" : ")");
				break;
			}
	}
	if (im->unused && *im->unused)
		/* TRANSLATORS: names of columns of a spreadsheet that are not known and were passed over */
		str_addf(&s, _("; columns not used: %s"), im->unused);
	char *harmless = text_sanitise_dup(s.buf);
	const char *text = arena_strdup(a, harmless);
	free(harmless);
	str_release(&s);
	return text;
}

/* Codes for those who have none yet, counted up from the first one that neither the store nor the file uses: asking the store for each would go
 * through all people each time. */
static bool give_codes(struct app *app, struct import *im, struct err *e)
{
	char first[16];
	if (!person_free_code(app->store, first, e))
		return false;
	int64_t next = strtoll(first, NULL, 10);
	for (size_t i = 0; i < im->count; i++)
		if (im->rows[i].fate != IMPORT_REFUSED && strtoll(im->rows[i].person.code, NULL, 10) >= next)
			next = strtoll(im->rows[i].person.code, NULL, 10) + 1;
	for (size_t i = 0; i < im->count; i++)
		if (im->rows[i].fate == IMPORT_NEW && !*im->rows[i].person.code)
			im->rows[i].person.code = arena_printf(&im->arena, "%" PRId64, next++);
	return true;
}

bool import_apply(struct app *app, struct import *im, bool skip_refused, struct err *e)
{
	if (im->refused && !skip_refused)
		return err_set(e, ERR_INPUT, ngettext("%zu row was refused, so nothing was stored; mend the file and import it again",
			"%zu rows were refused, so nothing was stored; mend the file and import it again", im->refused), im->refused);
	if (!store_begin(app->store, e))
		return false;
	bool ok = give_codes(app, im, e);
	for (size_t i = 0; ok && i < im->count; i++) {
		struct import_row *row = &im->rows[i];
		if (row->fate == IMPORT_REFUSED || row->fate == IMPORT_SAME)
			continue;
		ok = person_put(app, &im->arena, &row->person, e) &&
		     (!*row->programme || person_enrol(app, row->person.id, row->programme, row->departure, e));
		if (!ok)
			err_add(e, _("row %d"), row->line);
	}
	ok = ok && act_add(app->store, app_now(app), app->person.id, "import", "people",
			   arena_printf(&im->arena, "%zu new, %zu changed, %zu refused", im->added, im->changed, im->refused), e);
	if (store_end(app->store, ok, e))
		return true;
	for (size_t i = 0; i < im->count; i++)
		if (im->rows[i].fate == IMPORT_NEW)
			im->rows[i].person.id = 0; /* so that it can be tried again */
	return false;
}
