/* Serial numbers of certificates: digits whose last two make typing errors show (ISO 7064 MOD 97-10). */
#ifndef SAFAR_EXAM_SERIAL_H
#define SAFAR_EXAM_SERIAL_H

#include <stdbool.h>
#include <stdint.h>

/* "P 1234 5678 9012 3456" with its terminator; without the letter for real certificates. */
enum { SERIAL_SIZE = 24, SERIAL_DIGITS = 16 };

/* Writes the serial of 14 digits `number` (0 … 10^14−1), in fours, the last two digits by ISO 7064 MOD 97-10 (the whole number mod 97 is 1); practice ones begin with P. */
void serial_format(uint64_t number, bool practice, char out[SERIAL_SIZE]);

/* Whether `text` has the letters and digits of a serial, sound or mistyped. */
bool serial_like(const char *text, bool *practice);

/* Whether `text` (spaces, hyphens and lower case p allowed) is a sound serial; writes it as serial_format does. */
bool serial_parse(const char *text, bool *practice, char out[SERIAL_SIZE]);

#endif
