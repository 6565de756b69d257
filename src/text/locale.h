/* Dates, numbers and alphabetical order as the reader of one of the program's languages (core/i18n.h) expects them. */
#ifndef SAFAR_TEXT_LOCALE_H
#define SAFAR_TEXT_LOCALE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "Thursday 26 November 2026" / "26.11.2026" / "15 March" of a day (days since 1970-01-01). The caller frees.
 * uz@cyrillic goes through our own script rules. */
enum date_style { DATE_FULL, DATE_SHORT, DATE_DAY_MONTH };
char *locale_date_dup(const char *language, int64_t days, enum date_style style);

/* A decimal text ("2111.89", "-3", "13.07") with the language's separators; its digits after the point are kept. NULL if it is no number. The caller frees. */
char *locale_number_dup(const char *language, const char *decimal);
/* The same as an amount ("€ 2.111,89", "2 111,89 EUR" …; `currency` is ISO 4217) and as a percentage ("13,07 %"). */
char *locale_money_dup(const char *language, const char *decimal, const char *currency);
char *locale_percent_dup(const char *language, const char *decimal);

/* Compares two texts in the alphabetical order of the language: <0, 0, >0. Opens a collator once per call site object. */
struct collation;
struct collation *collation_new(const char *language);
int collation_compare(struct collation *c, const char *a, const char *b);
void collation_free(struct collation *c);

/* Bytes in Windows-1251 as UTF-8. False (nothing allocated) if a byte has no meaning there. The caller frees *out. */
bool decode_cp1251_dup(const char *bytes, size_t n, char **out);

#endif
