#include "config.h"
#include "exam/analysis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FEW_PEOPLE = 30 };

/* Below, x and y are columns of S numbers. */
static double mean_of(const double *x, size_t s)
{
	double sum = 0;
	for (size_t i = 0; i < s; i++)
		sum += x[i];
	return s ? sum / (double)s : NAN;
}

static double largest_of(const double *x, size_t s)
{
	double most = 0;
	for (size_t i = 0; i < s; i++)
		most = fmax(most, fabs(x[i]));
	return most;
}

/* What is this small beside the marks is nothing but rounding: 0.1 + 0.2 and 0.3 are equal. */
static const double rounding = 1e-13;

static double covariance(const double *x, const double *y, size_t s)
{
	if (s < 2)
		return NAN;
	double mx = mean_of(x, s), my = mean_of(y, s), xx = 0, yy = 0, xy = 0, n = (double)(s - 1);
	for (size_t i = 0; i < s; i++) {
		double dx = x[i] - mx, dy = y[i] - my;
		xx += dx * dx / n;
		yy += dy * dy / n;
		xy += dx * dy / n;
	}
	return fabs(xy) <= rounding * (largest_of(x, s) * sqrt(yy) + largest_of(y, s) * sqrt(xx)) ? 0 : xy;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double *sorted(struct arena *a, const double *x, size_t s)
{
	double *copy = arena_array(a, s, sizeof(*copy));
	memcpy(copy, x, s * sizeof(*copy));
	qsort(copy, s, sizeof(*copy), by_value);
	return copy;
}

static bool is_none(double variance)
{
	return isnan(variance) || variance <= 0;
}

static bool is_drawn(double mark)
{
	return isnan(mark) || mark >= 0;
}

static double earned(double mark)
{
	return isnan(mark) ? 0 : mark;
}

/* Skewness and kurtosis by k-statistics. */
static void shape_of(const double *total, size_t s, struct exam_figures *out)
{
	double mean = out->mean, m2 = 0, m3 = 0, m4 = 0, n = (double)s;
	for (size_t i = 0; i < s; i++) {
		double d = total[i] - mean;
		m2 += d * d / n;
		m3 += d * d * d / n;
		m4 += d * d * d * d / n;
	}
	out->skewness = out->kurtosis = NAN;
	if (s < 3 || is_none(covariance(total, total, s)))
		return;
	double k2 = n * m2 / (n - 1);
	out->skewness = n * n * m3 / ((n - 1) * (n - 2)) / pow(k2, 1.5);
	if (s > 3)
		out->kurtosis = n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2) / ((n - 1) * (n - 2) * (n - 3)) / (k2 * k2);
}

/* Sum over slots of the variance of their marks; NAN where forms have not all as many items. *slots is their number. */
static double slot_variances(struct arena *a, const struct marks *m, size_t *slots)
{
	size_t *at = arena_array(a, m->people, sizeof(*at));
	double *x = arena_array(a, m->people, sizeof(*x)), sum = 0;
	*slots = 0;
	for (size_t ended = 0;; ++*slots) {
		for (size_t p = 0; p < m->people; p++) {
			const double *row = m->mark + p * m->items;
			while (at[p] < m->items && !is_drawn(row[at[p]]))
				at[p]++;
			ended += at[p] == m->items;
			x[p] = at[p] < m->items ? earned(row[at[p]++]) : 0;
		}
		if (ended)
			return ended == m->people ? sum : NAN;
		double variance = covariance(x, x, m->people);
		sum += isnan(variance) ? 0 : variance;
	}
}

static void totals_of(struct arena *a, const double *total, size_t s, double item_variances, size_t slots, double cut, struct exam_figures *out)
{
	out->mean = mean_of(total, s);
	const double *order = sorted(a, total, s);
	out->median = s % 2 ? order[s / 2] : (order[s / 2 - 1] + order[s / 2]) / 2;
	double variance = covariance(total, total, s), k = (double)slots;
	out->sd = isnan(variance) ? NAN : sqrt(variance);
	shape_of(total, s, out);
	out->alpha = out->error_ratio = out->sem = NAN;
	if (slots > 1 && !isnan(item_variances) && !is_none(variance)) {
		out->alpha = k / (k - 1) * (1 - item_variances / variance);
		if (fabs(1 - out->alpha) < rounding)
			out->alpha = 1; /* not more, by rounding: the root below would not be defined */
		out->error_ratio = 100 * sqrt(1 - out->alpha);
		out->sem = out->sd * sqrt(1 - out->alpha);
	}
	double above = cut - out->maximum; /* what everybody can reach is no more than the maximum, but for rounding */
	bool has_cut = !isnan(cut) && cut >= 0 && above <= rounding * out->maximum && out->maximum > 1;
	out->se_at_cut = has_cut ? sqrt(cut * fmax(-above, 0) / (out->maximum - 1)) : NAN;
	out->few = s < FEW_PEOPLE;
}

static unsigned flags_of(const struct item_figures *f)
{
	enum { FEW_ATTEMPTS = 5 };
	unsigned flags = f->unreached > 0 && f->unreached * 10 >= f->attempts ? ITEM_UNREACHED : 0;
	if (f->attempts < FEW_ATTEMPTS) /* two who fail make no bad item */
		return flags;
	if (f->discrimination < 0)
		flags |= ITEM_NEGATIVE;
	else if (f->efficiency < 15)
		flags |= ITEM_DUBIOUS;
	if (f->facility > 0.95)
		flags |= ITEM_EASY;
	if (f->facility < 0.15)
		flags |= ITEM_HARD;
	return flags;
}

/* The figures of an item over the attempts that had it. */
static void item_of(const struct marks *m, size_t item, const double *total, struct item_figures *f)
{
	struct arena a = ARENA_INIT;
	double *x = arena_array(&a, m->people, sizeof(*x)), *whole = arena_array(&a, m->people, sizeof(*whole)), *rest = arena_array(&a, m->people, sizeof(*rest));
	size_t s = 0;
	*f = (struct item_figures){.seconds = NAN, .discrimination = NAN, .efficiency = NAN};
	for (size_t p = 0; p < m->people; p++) {
		double mark = m->mark[p * m->items + item];
		if (!is_drawn(mark))
			continue;
		f->unreached += isnan(mark);
		x[s] = earned(mark);
		whole[s] = total[p];
		rest[s] = total[p] - x[s];
		s++;
	}
	f->attempts = s;
	double variance = covariance(x, x, s), of_rest = covariance(rest, rest, s), together = covariance(x, rest, s);
	f->facility = mean_of(x, s) / m->max[item];
	f->sd = isnan(variance) ? NAN : sqrt(variance);
	if (!is_none(variance) && !is_none(of_rest)) {
		f->discrimination = 100 * together / sqrt(variance * of_rest);
		f->efficiency = 100 * together / covariance(sorted(&a, x, s), sorted(&a, rest, s), s);
	}
	f->weight = s == m->people ? covariance(x, whole, s) : NAN; /* until all are known */
	f->flags = flags_of(f);
	arena_release(&a);
}

/* Turns the covariances with the totals into shares; negative ones have none. Of drawn forms there is no one total that all share. */
static void weigh(struct item_figures *f, size_t items, size_t people)
{
	double sum = 0;
	bool all = true;
	for (size_t i = 0; i < items; i++)
		all = all && f[i].attempts == people;
	for (size_t i = 0; i < items; i++)
		sum += f[i].weight >= 0 ? sqrt(f[i].weight) : 0;
	for (size_t i = 0; i < items; i++)
		f[i].weight = all && f[i].weight >= 0 && sum > 0 ? 100 * sqrt(f[i].weight) / sum : NAN;
}

/* Totals and what each form was worth; gives the most that one was. */
static double totals(const struct marks *m, double *total, double *whole)
{
	double most = 0;
	for (size_t p = 0; p < m->people; p++) {
		for (size_t i = 0; i < m->items; i++)
			if (is_drawn(m->mark[p * m->items + i])) {
				total[p] += earned(m->mark[p * m->items + i]);
				whole[p] += m->max[i];
			}
		most = whole[p] > most ? whole[p] : most;
	}
	return most;
}

double analysis_maximum(const struct marks *m)
{
	struct arena a = ARENA_INIT;
	double most = totals(m, arena_array(&a, m->people, sizeof(double)), arena_array(&a, m->people, sizeof(double)));
	arena_release(&a);
	return most;
}

bool analyse(struct arena *a, const struct marks *m, double cut, struct exam_figures *out)
{
	*out = (struct exam_figures){.people = m->people, .items = m->items};
	if (m->people == 0 || m->items == 0 || m->people > ANALYSIS_PEOPLE_MAX || m->items > ANALYSIS_ITEMS_MAX)
		return false;
	double *total = arena_array(a, m->people, sizeof(*total)), *whole = arena_array(a, m->people, sizeof(*whole));
	size_t slots;
	out->item = arena_array(a, m->items, sizeof(*out->item));
	out->maximum = totals(m, total, whole);
	for (size_t p = 0; p < m->people; p++) /* all of one maximum: as they are */
		whole[p] = whole[p] < out->maximum && whole[p] > 0 ? total[p] * out->maximum / whole[p] : total[p];
	double variances = slot_variances(a, m, &slots);
	totals_of(a, whole, m->people, variances, slots, cut, out);
	for (size_t i = 0; i < m->items; i++)
		item_of(m, i, total, &out->item[i]);
	weigh(out->item, m->items, m->people);
	return true;
}

void analyse_answers(struct exam_figures *x)
{
	enum { FEW_ANSWERS = 20, SLOW_TIMES = 3 };
	struct arena a = ARENA_INIT;
	double *times = arena_array(&a, x->items, sizeof(*times));
	size_t timed = 0;
	for (size_t i = 0; i < x->items; i++)
		if (!isnan(x->item[i].seconds))
			times[timed++] = x->item[i].seconds;
	qsort(times, timed, sizeof(*times), by_value);
	for (size_t i = 0; i < x->items; i++) {
		struct item_figures *f = &x->item[i];
		if (f->attempts < FEW_ANSWERS)
			continue;
		if (timed > 2 && f->seconds > SLOW_TIMES * times[timed / 2])
			f->flags |= ITEM_SLOW;
		for (size_t k = 0; k < f->option_count; k++)
			if (!f->options[k].count && !f->options[k].right)
				f->flags |= ITEM_IDLE_OPTION;
	}
	arena_release(&a);
}

bool angoff_cut(const struct marks *estimates, struct angoff *out)
{
	*out = (struct angoff){.judges = estimates->people, .cut = NAN, .standard_error = NAN};
	if (estimates->people == 0 || estimates->people > ANALYSIS_PEOPLE_MAX || estimates->items == 0)
		return false;
	struct arena a = ARENA_INIT;
	double *cuts = arena_array(&a, estimates->people, sizeof(*cuts));
	bool sound = true;
	for (size_t j = 0; j < estimates->people; j++)
		for (size_t i = 0; i < estimates->items; i++) {
			double p = estimates->mark[j * estimates->items + i];
			sound = sound && p >= 0 && p <= 1; /* false for NAN, too */
			cuts[j] += p * estimates->max[i];
		}
	if (sound) {
		double variance = covariance(cuts, cuts, estimates->people);
		out->cut = mean_of(cuts, estimates->people);
		out->standard_error = isnan(variance) ? NAN : sqrt(variance / (double)estimates->people);
	}
	arena_release(&a);
	return sound;
}
