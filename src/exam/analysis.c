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

static double covariance(const double *x, const double *y, size_t s)
{
	if (s < 2)
		return NAN;
	double mx = mean_of(x, s), my = mean_of(y, s), sum = 0;
	for (size_t i = 0; i < s; i++)
		sum += (x[i] - mx) * (y[i] - my);
	return sum / (double)(s - 1);
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

/* Marks that differ by less than rounding are equal: a variance below this is none. */
static bool is_none(double variance)
{
	return isnan(variance) || variance < 1e-12;
}

static double *column(struct arena *a, const struct marks *m, size_t item, size_t *unreached)
{
	double *x = arena_array(a, m->people, sizeof(*x));
	*unreached = 0;
	for (size_t p = 0; p < m->people; p++) {
		double mark = m->mark[p * m->items + item];
		*unreached += isnan(mark);
		x[p] = isnan(mark) ? 0 : mark;
	}
	return x;
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
	if (s < 3 || is_none(m2))
		return;
	double k2 = n * m2 / (n - 1);
	out->skewness = n * n * m3 / ((n - 1) * (n - 2)) / pow(k2, 1.5);
	if (s > 3)
		out->kurtosis = n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2) / ((n - 1) * (n - 2) * (n - 3)) / (k2 * k2);
}

static void totals_of(struct arena *a, const double *total, size_t s, double item_variances, double cut, struct exam_figures *out)
{
	out->mean = mean_of(total, s);
	const double *order = sorted(a, total, s);
	out->median = s % 2 ? order[s / 2] : (order[s / 2 - 1] + order[s / 2]) / 2;
	double variance = covariance(total, total, s), k = (double)out->items;
	out->sd = isnan(variance) ? NAN : sqrt(variance);
	shape_of(total, s, out);
	out->alpha = out->error_ratio = out->sem = NAN;
	if (out->items > 1 && !is_none(variance)) {
		out->alpha = k / (k - 1) * (1 - item_variances / variance);
		out->error_ratio = 100 * sqrt(1 - out->alpha);
		out->sem = out->sd * sqrt(1 - out->alpha);
	}
	bool has_cut = !isnan(cut) && cut >= 0 && cut <= out->maximum && out->maximum > 1;
	out->se_at_cut = has_cut ? sqrt(cut * (out->maximum - cut) / (out->maximum - 1)) : NAN;
	out->few = s < FEW_PEOPLE;
}

static unsigned flags_of(const struct item_figures *f, size_t people)
{
	unsigned flags = 0;
	if (f->discrimination < 0)
		flags |= ITEM_NEGATIVE;
	else if (f->efficiency < 15)
		flags |= ITEM_DUBIOUS;
	if (f->facility > 0.95)
		flags |= ITEM_EASY;
	if (f->facility < 0.15)
		flags |= ITEM_HARD;
	if (f->unreached > 0 && f->unreached * 10 >= people)
		flags |= ITEM_UNREACHED;
	return flags;
}

static void item_of(struct arena *a, const double *x, const double *total, size_t s, double max, struct item_figures *f)
{
	double *rest = arena_array(a, s, sizeof(*rest));
	for (size_t i = 0; i < s; i++)
		rest[i] = total[i] - x[i];
	double variance = covariance(x, x, s), of_rest = covariance(rest, rest, s), together = covariance(x, rest, s);
	f->facility = mean_of(x, s) / max;
	f->sd = isnan(variance) ? NAN : sqrt(variance);
	f->discrimination = f->efficiency = NAN;
	if (!is_none(variance) && !is_none(of_rest)) {
		f->discrimination = 100 * together / sqrt(variance * of_rest);
		f->efficiency = 100 * together / covariance(sorted(a, x, s), sorted(a, rest, s), s);
	}
	f->weight = covariance(x, total, s); /* until all are known */
}

/* Turns the covariances with the totals into shares; negative ones have none. */
static void weigh(struct item_figures *f, size_t items)
{
	double sum = 0;
	for (size_t i = 0; i < items; i++)
		sum += f[i].weight >= 0 ? sqrt(f[i].weight) : 0;
	for (size_t i = 0; i < items; i++)
		f[i].weight = f[i].weight >= 0 && sum > 0 ? 100 * sqrt(f[i].weight) / sum : NAN;
}

bool analyse(struct arena *a, const struct marks *m, double cut, struct exam_figures *out)
{
	*out = (struct exam_figures){.people = m->people, .items = m->items};
	if (m->people == 0 || m->items == 0 || m->people > ANALYSIS_PEOPLE_MAX || m->items > ANALYSIS_ITEMS_MAX)
		return false;
	double *total = arena_array(a, m->people, sizeof(*total)), variances = 0;
	double **columns = arena_array(a, m->items, sizeof(*columns));
	out->item = arena_array(a, m->items, sizeof(*out->item));
	for (size_t i = 0; i < m->items; i++) {
		columns[i] = column(a, m, i, &out->item[i].unreached);
		out->maximum += m->max[i];
		double variance = covariance(columns[i], columns[i], m->people);
		variances += isnan(variance) ? 0 : variance;
		for (size_t p = 0; p < m->people; p++)
			total[p] += columns[i][p];
	}
	totals_of(a, total, m->people, variances, cut, out);
	for (size_t i = 0; i < m->items; i++) {
		struct arena scratch = ARENA_INIT;
		item_of(&scratch, columns[i], total, m->people, m->max[i], &out->item[i]);
		arena_release(&scratch);
		out->item[i].flags = flags_of(&out->item[i], m->people);
	}
	weigh(out->item, m->items);
	return true;
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
