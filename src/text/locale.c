#include "config.h"
#include "text/locale.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucol.h>

#include "core/alloc.h"
#include "core/clock.h"
#include "core/str.h"
#include "text/script.h"
#include "text/utf.h"

/* How a language writes dates and numbers. Written down here rather than asked from ICU: there are seven languages, the forms are those that the
 * screens were drawn with, and a newer ICU must not change an export or a golden page. Sources: CLDR 42 and, for Uzbek, the usage of official
 * letters (2026-yil 26-noyabr). */
struct habits {
	const char *language;
	const char *full, *day_month; /* W weekday, D day, M month, Y year; the rest as it stands */
	const char *short_form;       /* the same, with d m of two digits */
	const char *group, *point;    /* separators of thousands and decimals */
	int group_from;               /* grouping begins with so many digits */
	bool sign_first;              /* "€ 5", else "5 €" */
	const char *money_gap;        /* between amount and sign */
	const char *percent;          /* behind the number */
	const char *months[12], *days[7]; /* in the form that a date takes; days from Monday */
};

#define NBSP "\u00A0"

static const struct habits all_habits[] = {
	{
		.language = "en", .full = "W D M Y", .day_month = "D M", .short_form = "d.m.Y", .group = ",", .point = ".",
		.group_from = 4, .sign_first = true, .money_gap = "", .percent = "%",
		.months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
			   "November", "December"},
		.days = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
	},
	{
		.language = "uz", .full = "Y-yil D-M, W", .day_month = "D-M", .short_form = "d.m.Y", .group = NBSP, .point = ",",
		.group_from = 5, .money_gap = NBSP, .percent = "%",
		.months = {"yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr",
			   "dekabr"},
		.days = {"dushanba", "seshanba", "chorshanba", "payshanba", "juma", "shanba", "yakshanba"},
	},
	{
		.language = "ru", .full = "W, D M Y" NBSP "г.", .day_month = "D M", .short_form = "d.m.Y", .group = NBSP, .point = ",",
		.group_from = 5, .money_gap = NBSP, .percent = NBSP "%",
		.months = {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
			   "декабря"},
		.days = {"понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"},
	},
	{
		.language = "nl", .full = "W D M Y", .day_month = "D M", .short_form = "d/m/Y", .group = ".", .point = ",",
		.group_from = 4, .sign_first = true, .money_gap = NBSP, .percent = NBSP "%",
		.months = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
			   "november", "december"},
		.days = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
	},
	{
		.language = "fr", .full = "W D M Y", .day_month = "D M", .short_form = "d/m/Y", .group = NBSP, .point = ",",
		.group_from = 4, .money_gap = NBSP, .percent = NBSP "%",
		.months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
			   "novembre", "décembre"},
		.days = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
	},
	{
		.language = "de", .full = "W, D. M Y", .day_month = "D. M", .short_form = "d.m.Y", .group = ".", .point = ",",
		.group_from = 4, .money_gap = NBSP, .percent = NBSP "%",
		.months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
			   "Dezember"},
		.days = {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
	},
};

/* The habits of the language, region and script left aside; English for what the program does not speak. */
static const struct habits *habits_of(const char *language)
{
	for (size_t i = 0; i < sizeof(all_habits) / sizeof(all_habits[0]); i++)
		if (strncmp(language, all_habits[i].language, 2) == 0 && !isalpha((unsigned char)language[2]))
			return &all_habits[i];
	return &all_habits[0];
}

static bool is_uzbek_cyrillic(const char *language)
{
	return str_starts(language, "uz@cyrillic") || str_starts(language, "uz-Cyrl");
}

/* The text of a language of two scripts in the one that is asked for; takes `text`. */
static char *in_script_take(const char *language, char *text)
{
	if (!is_uzbek_cyrillic(language))
		return text;
	char *cyrillic = script_uz_cyrillic_dup(text);
	free(text);
	return cyrillic;
}

char *locale_date_dup(const char *language, int64_t days, enum date_style style)
{
	const struct habits *h = habits_of(language);
	const char *form = style == DATE_FULL ? h->full : style == DATE_SHORT ? h->short_form : h->day_month;
	int year, month, day;
	date_from_days(days, &year, &month, &day);
	struct str out;
	str_init(&out);
	for (const char *p = form; *p; p++) {
		if (*p == 'W')
			str_add(&out, h->days[((days + 3) % 7 + 7) % 7]); /* 1970-01-01 was a Thursday */
		else if (*p == 'D' && day == 1 && h == habits_of("fr"))
			str_add(&out, "1er");
		else if (*p == 'D')
			str_addf(&out, "%d", day);
		else if (*p == 'M')
			str_add(&out, h->months[month - 1]);
		else if (*p == 'Y')
			str_addf(&out, "%d", year);
		else if (style == DATE_SHORT && (*p == 'd' || *p == 'm'))
			str_addf(&out, "%02d", *p == 'd' ? day : month);
		else
			str_addc(&out, *p);
	}
	return in_script_take(language, str_steal(&out));
}

/* Whether it is digits, perhaps a minus before and a point with digits behind; at most 40 characters. `*whole` gets the digits before the point. */
static bool parse_decimal(const char *text, size_t *whole)
{
	enum { MOST = 40 };
	const char *p = text + (*text == '-');
	*whole = strspn(p, "0123456789");
	p += *whole;
	if (*p == '.') {
		size_t part = strspn(p + 1, "0123456789");
		if (part == 0)
			return false;
		p += 1 + part;
	}
	return *whole > 0 && *p == '\0' && p - text <= MOST;
}

static bool add_number(struct str *out, const struct habits *h, const char *decimal)
{
	size_t whole;
	if (!parse_decimal(decimal, &whole))
		return false;
	if (*decimal == '-') {
		str_addc(out, '-');
		decimal++;
	}
	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0 && whole >= (size_t)h->group_from)
			str_add(out, h->group);
		str_addc(out, decimal[i]);
	}
	if (decimal[whole] == '.') {
		str_add(out, h->point);
		str_add(out, decimal + whole + 1);
	}
	return true;
}

static char *finish(struct str *out, bool sound)
{
	if (sound)
		return str_steal(out);
	str_release(out);
	return NULL;
}

char *locale_number_dup(const char *language, const char *decimal)
{
	struct str out;
	str_init(&out);
	return finish(&out, add_number(&out, habits_of(language), decimal));
}

char *locale_percent_dup(const char *language, const char *decimal)
{
	const struct habits *h = habits_of(language);
	struct str out;
	str_init(&out);
	bool sound = add_number(&out, h, decimal);
	str_add(&out, h->percent);
	return finish(&out, sound);
}

/* Only the euro has a sign that every reader here knows; other amounts carry their code, which nobody can mistake. */
char *locale_money_dup(const char *language, const char *decimal, const char *currency)
{
	const struct habits *h = habits_of(language);
	bool euro = str_eq(currency, "EUR");
	const char *sign = euro ? "€" : currency;
	const char *gap = euro ? h->money_gap : NBSP;
	struct str out;
	str_init(&out);
	if (h->sign_first)
		str_addf(&out, "%s%s", sign, gap);
	bool sound = add_number(&out, h, decimal);
	if (!h->sign_first)
		str_addf(&out, "%s%s", gap, sign);
	return finish(&out, sound);
}

struct collation {
	UCollator *collator;
};

/* ICU has no order for Uzbek in Cyrillic. Its alphabet: Ё a letter of its own behind Е, and Ў Қ Ғ Ҳ behind Я. */
static UCollator *open_uzbek_cyrillic(UErrorCode *status)
{
	static const char alphabet[] = "&е<ё<<<Ё &я<<<Я<ў<<<Ў<қ<<<Қ<ғ<<<Ғ<ҳ<<<Ҳ";
	int32_t len;
	UChar *rules = utf16_dup(alphabet, sizeof(alphabet) - 1, &len);
	UCollator *collator = ucol_openRules(rules, len, UCOL_ON, UCOL_DEFAULT_STRENGTH, NULL, status);
	free(rules);
	return collator;
}

struct collation *collation_new(const char *language)
{
	struct collation *c = xmalloc(sizeof(*c));
	UErrorCode status = U_ZERO_ERROR;
	c->collator = is_uzbek_cyrillic(language) ? open_uzbek_cyrillic(&status) : ucol_open(habits_of(language)->language, &status);
	if (U_FAILURE(status))
		BUG("no collation: %s", u_errorName(status));
	ucol_setAttribute(c->collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
	return c;
}

int collation_compare(struct collation *c, const char *a, const char *b)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollationResult order = ucol_strcollUTF8(c->collator, a, -1, b, -1, &status);
	if (U_FAILURE(status))
		BUG("ucol_strcollUTF8: %s", u_errorName(status));
	return order == UCOL_LESS ? -1 : order == UCOL_GREATER;
}

void collation_free(struct collation *c)
{
	if (!c)
		return;
	ucol_close(c->collator);
	free(c);
}
