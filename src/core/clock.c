#include "config.h"
#include "core/clock.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static int64_t system_wall(void *ctx)
{
	(void)ctx;
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int64_t system_mono(void *ctx)
{
	(void)ctx;
	struct timespec t;
	clock_gettime(CLOCK_BOOTTIME, &t); /* goes on while the machine sleeps: whoever shuts a laptop is away */
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int system_offset(void *ctx)
{
	(void)ctx;
	time_t now = time(NULL);
	struct tm tm;
	return localtime_r(&now, &tm) ? (int)(tm.tm_gmtoff / 60) : 0;
}

static const char *system_boot(void *ctx)
{
	(void)ctx;
	static _Thread_local char id[37]; /* a cache of a constant of this boot */
	if (!id[0]) {
		FILE *f = fopen("/proc/sys/kernel/random/boot_id", "re");
		if (!f || !fgets(id, sizeof(id), f))
			strcpy(id, "unknown");
		if (f)
			fclose(f);
	}
	return id;
}

struct clock clock_system(void)
{
	return (struct clock){
		.wall_ms = system_wall,
		.mono_ms = system_mono,
		.utc_offset_min = system_offset,
		.boot_id = system_boot,
	};
}

static int64_t fixed_wall(void *ctx)
{
	return ((struct clock_fixed *)ctx)->wall;
}

static int64_t fixed_mono(void *ctx)
{
	return ((struct clock_fixed *)ctx)->mono;
}

static int fixed_offset(void *ctx)
{
	return ((struct clock_fixed *)ctx)->offset_min;
}

static const char *fixed_boot(void *ctx)
{
	return ((struct clock_fixed *)ctx)->boot;
}

struct clock clock_from_fixed(struct clock_fixed *f)
{
	return (struct clock){
		.wall_ms = fixed_wall,
		.mono_ms = fixed_mono,
		.utc_offset_min = fixed_offset,
		.boot_id = fixed_boot,
		.ctx = f,
	};
}

int64_t clock_wall(const struct clock *c)
{
	return c->wall_ms(c->ctx);
}

int64_t clock_mono(const struct clock *c)
{
	return c->mono_ms(c->ctx);
}

int clock_offset(const struct clock *c)
{
	return c->utc_offset_min(c->ctx);
}

const char *clock_boot(const struct clock *c)
{
	return c->boot_id(c->ctx);
}

/* Both conversions count 400-year eras from 1 March, so that the leap day is the last of its year. */
int64_t date_to_days(int year, int month, int day)
{
	int64_t y = month <= 2 ? (int64_t)year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t in_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int64_t day_of_era = in_era * 365 + in_era / 4 - in_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

void date_from_days(int64_t days, int *year, int *month, int *day)
{
	days += 719468;
	int64_t era = (days >= 0 ? days : days - 146096) / 146097;
	int64_t of_era = days - era * 146097;
	int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
	int64_t m = (5 * of_year + 2) / 153;
	*day = (int)(of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

_Bool date_parse(const char *text, int64_t *days)
{
	static const char shape[] = "dddd-dd-dd";
	if (strlen(text) != sizeof(shape) - 1)
		return false;
	for (int i = 0; shape[i]; i++)
		if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != '-')
			return false;
	int y = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
	int m = (text[5] - '0') * 10 + text[6] - '0', d = (text[8] - '0') * 10 + text[9] - '0';
	if (y < 1900 || y > 2199 || m < 1 || m > 12 || d < 1)
		return false;
	int64_t n = date_to_days(y, m, d);
	int y2, m2, d2;
	date_from_days(n, &y2, &m2, &d2);
	if (y2 != y || m2 != m || d2 != d)
		return false;
	*days = n;
	return true;
}

/* Two digits; printf would take most of an export's time. */
static char *put2(char *to, int n)
{
	*to++ = (char)('0' + n / 10 % 10);
	*to++ = (char)('0' + n % 10);
	return to;
}

void date_format(int64_t days, char out[11])
{
	int y, m, d;
	date_from_days(days, &y, &m, &d);
	char *p = put2(put2(out, y / 100), y);
	*p++ = '-';
	p = put2(p, m);
	*p++ = '-';
	*put2(p, d) = '\0';
}

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

void instant_format(int64_t wall_ms, char out[21])
{
	int64_t s = floor_div(wall_ms, 1000), days = floor_div(s, 86400);
	int rest = (int)(s - days * 86400);
	date_format(days, out);
	char *p = out + 10;
	*p++ = 'T';
	p = put2(p, rest / 3600);
	*p++ = ':';
	p = put2(p, rest / 60 % 60);
	*p++ = ':';
	p = put2(p, rest % 60);
	*p++ = 'Z';
	*p = '\0';
}

int64_t site_day(int64_t wall_ms, int offset_min, int rollover_hour)
{
	int64_t local = wall_ms + (int64_t)offset_min * 60000 - (int64_t)rollover_hour * 3600000;
	return floor_div(local, 86400000);
}
