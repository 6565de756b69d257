/* The machine-readable lines of passports (ICAO Doc 9303 part 4, TD3) as somebody types them. */
#ifndef SAFAR_TEXT_MRZ_H
#define SAFAR_TEXT_MRZ_H

#include <stdbool.h>
#include <stddef.h>

enum { MRZ_LINE = 44, MRZ_NAME_SIZE = 81, MRZ_NUMBER_SIZE = 21 };

/* A name as typed – "KARIMOVA<<AZIZA<BAKIR<KIZI<<<", a whole first line "P<UZBKARIMOVA<<AZIZA<<<<", or with spaces – as capitals: the surname, a space, the given names. Each filler
 * is a space, runs of them one. False where a character is none of a machine-readable line, or nothing is left, or it is too long. */
bool mrz_name(const char *typed, char out[MRZ_NAME_SIZE]);

/* A document's number as typed: capitals and digits, without spaces, hyphens and fillers. False for other characters, or too long. */
bool mrz_number(const char *typed, char out[MRZ_NUMBER_SIZE]);

/* Whether this is meant as a second line: so many characters that no number of a document has them. */
bool mrz_is_second_line(const char *typed);

/* Number and birth date (ISO) of a second line. Years are those that make somebody born before `today` (ISO). False where a check digit (weights 7, 3, 1; part 3, section 4.9) does
 * not hold: something was typed wrongly. */
bool mrz_second_line(const char *typed, const char *today, char number[MRZ_NUMBER_SIZE], char birth[11]);

#endif
