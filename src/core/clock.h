/* Time as a parameter: what runs under a test is told what time it is. */
#ifndef SAFAR_CORE_CLOCK_H
#define SAFAR_CORE_CLOCK_H

#include <stdint.h>

struct clock {
	int64_t (*wall_ms)(void *ctx);      /* milliseconds since 1970-01-01 UTC; may jump */
	int64_t (*mono_ms)(void *ctx);      /* milliseconds since boot, sleep of the machine included; never goes back */
	int (*utc_offset_min)(void *ctx);   /* local time minus UTC, minutes, now */
	const char *(*boot_id)(void *ctx);  /* names the boot that mono_ms counts from; borrowed */
	void *ctx;
};

/* The machine's clock. Returned by value, holds nothing. */
struct clock clock_system(void);

/* A clock that stands still until its owner moves it. */
struct clock_fixed {
	int64_t wall, mono; /* ms */
	int offset_min;
	const char *boot;
};
struct clock clock_from_fixed(struct clock_fixed *f); /* `f` is borrowed and must outlive the clock */

int64_t clock_wall(const struct clock *c);
int64_t clock_mono(const struct clock *c);
int clock_offset(const struct clock *c);
const char *clock_boot(const struct clock *c);

/* Calendar arithmetic in the proleptic Gregorian calendar, UTC, no TZ: days since 1970-01-01 and back. */
int64_t date_to_days(int year, int month, int day);
void date_from_days(int64_t days, int *year, int *month, int *day);

/* "YYYY-MM-DD" to days; false unless the text is exactly a date that exists in 1900..2199. */
_Bool date_parse(const char *text, int64_t *days);

/* Writes "YYYY-MM-DD" (11 bytes) of `days`. */
void date_format(int64_t days, char out[11]);

/* Writes "YYYY-MM-DDTHH:MM:SSZ" (21 bytes) of a wall time in ms. */
void instant_format(int64_t wall_ms, char out[21]);

/* The site's day of an instant: days since 1970-01-01 after moving by the zone's offset and back by the rollover hour. */
int64_t site_day(int64_t wall_ms, int offset_min, int rollover_hour);

#endif
