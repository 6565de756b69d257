#include "config.h"
#include "view/parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/clock.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/locale.h"

struct block *parts_raw_block(struct page *page, enum style style, const char *text)
{
	struct block *b = page_add(page, BLOCK_TEXT);

	b->text = page_raw(page, style, text);
	b->style = style;
	return b;
}

void parts_cell_raw(struct page *page, enum style style, const char *text)
{
	struct block *b = &page->blocks[page->count - 1];

	page_cell(page, "");
	b->cells[b->cell_count - 1] = page_raw(page, style, text);
}

void parts_cell(struct page *page, enum style style, const char *text)
{
	struct block *b = &page->blocks[page->count - 1];

	page_cell(page, "");
	b->cells[b->cell_count - 1] = page_spans(page, style, text);
}

const char *parts_plain(struct arena *a, const char *text)
{
	struct rich r = md_inline(a, text);

	return md_plain(a, &r);
}

const char *parts_day(struct page *page, const struct reader *r, int64_t day, bool full)
{
	char *made = locale_date_dup(r->language, day, full ? DATE_FULL : DATE_SHORT);
	const char *kept = arena_strdup(&page->arena, made != NULL ? made : "");

	free(made);
	return kept;
}

const char *parts_date(struct page *page, const struct reader *r, const char *iso)
{
	int64_t day;

	return iso != NULL && date_parse(iso, &day) ? parts_day(page, r, day, false) : "";
}

const char *parts_number(struct arena *a, const char *decimal)
{
	char language[LANGUAGE_TAG_SIZE], *made;
	const char *kept;

	i18n_language(language);
	made = locale_number_dup(language, decimal);
	kept = arena_strdup(a, made != NULL ? made : decimal);
	free(made);
	return kept;
}

void parts_iso(const char *typed, char out[32])
{
	int day, month, year, end = 0;

	while (*typed == ' ')
		typed++;
	if (sscanf(typed, "%2d%*1[./-]%2d%*1[./-]%4d%n", &day, &month, &year, &end) == 3 && end > 0 && typed[end] == '\0' && year >= 1900 &&
	    year < 2200 && day > 0 && month > 0)
		snprintf(out, 32, "%04d-%02d-%02d", year, month, day);
	else
		snprintf(out, 32, "%.31s", typed);
}

const char *parts_unit(struct page *page, int number, const char *title)
{
	/* TRANSLATORS: %d is the number of a unit of a course, %s its title: "Unit 2 · Your first day". */
	return arena_printf(&page->arena, _("Unit %d · %s"), number, parts_plain(&page->arena, title));
}

const char *parts_place(struct page *page, const struct home_unit *u)
{
	int left = u->steps - u->done;

	if (u->place == 0)
		return arena_printf(&page->arena, ngettext("%d left", "%d left", (unsigned long)left), left);
	return arena_printf(&page->arena, _("page %d of %d"), u->place, u->steps);
}

const char *parts_course(const struct home_pack *p)
{
	static const struct {
		const char *kind, *teaches, *name; /* teaches: how the tag begins */
	} names[] = {
		/* TRANSLATORS: the language that a course teaches, before a unit's title: "Dutch · Letters and sounds". Keep all these short. */
		{ .kind = "language", .teaches = "nl", .name = N_("Dutch") },
		{ .kind = "language", .teaches = "fr", .name = N_("French") },
		{ .kind = "language", .teaches = "de", .name = N_("German") },
		/* TRANSLATORS: what a course is about, before a unit's title: "Rights · Your contract and your pay". */
		{ .kind = "conduct", .teaches = "", .name = N_("Rights") },
		{ .kind = "workplace", .teaches = "", .name = N_("Safety") },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(p->kind, names[i].kind) && str_starts(p->teaches, names[i].teaches))
			return _(names[i].name);
	return p->title;
}

bool parts_move(int *current, int count, enum action a)
{
	int at = *current;

	if (a == ACTION_UP)
		at--;
	else if (a == ACTION_DOWN)
		at++;
	else if (a == ACTION_FIRST)
		at = 0;
	else if (a == ACTION_LAST)
		at = count - 1;
	else
		return false;
	if (at >= count)
		at = count - 1;
	*current = at < 0 ? 0 : at;
	return true;
}
