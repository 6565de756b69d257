/* Weights of a centre's own, checked and carried over from older versions. Declared in fsrs.h. */
#include "config.h"
#include "learn/fsrs.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"

/* What the optimizers of version 6 keep to. */
static const struct {
	double least, most;
} ranges[FSRS_WEIGHTS] = {
	{0.001, 100}, {0.001, 100}, {0.001, 100},  {0.001, 100}, {1, 10}, {0.001, 4}, {0.001, 4},
	{0.001, 0.75}, {0, 4.5},    {0, 0.8},	   {0.001, 3.5}, {0.001, 5}, {0.001, 0.25}, {0.001, 0.9},
	{0, 4},	      {0, 1},	    {1, 6},	   {0, 2},	 {0, 2}, {0, 0.8}, {0.1, 0.8},
};

enum { WEIGHTS_4_5 = 17, WEIGHTS_5 = 19 };

/* As fsrs-rs does it: difficulty was reckoned otherwise before version 5, and the decay was fixed at 0.5 before version 6. */
static void carry_over(double *w, size_t count)
{
	if (count == WEIGHTS_4_5) {
		w[4] += 2 * w[5];
		w[5] = log(3 * w[5] + 1) / 3;
		w[6] += 0.5;
		w[17] = w[18] = 0;
	}
	if (count < FSRS_WEIGHTS) {
		w[19] = 0;
		w[20] = 0.5;
	}
}

bool fsrs_set_weights(struct fsrs *p, const double *weights, size_t count, struct err *e)
{
	double w[FSRS_WEIGHTS];
	if (count != FSRS_WEIGHTS && count != WEIGHTS_5 && count != WEIGHTS_4_5)
		return err_set(e, ERR_INPUT, _("%zu weights instead of %d; write those of FSRS-6 (or the %d or %d of its forerunners)"), count,
			       FSRS_WEIGHTS, WEIGHTS_5, WEIGHTS_4_5);
	memcpy(w, weights, count * sizeof(*w));
	carry_over(w, count);
	for (int i = 0; i < FSRS_WEIGHTS; i++)
		if (!(w[i] >= ranges[i].least && w[i] <= ranges[i].most))
			return err_set(e, ERR_INPUT, _("the weight w%d is %g, but must be within %g and %g; copy the weights again"), i, w[i],
				       ranges[i].least, ranges[i].most);
	memcpy(p->w, w, sizeof(w));
	return true;
}

bool fsrs_read_weights(struct fsrs *p, const char *text, struct err *e)
{
	double w[FSRS_WEIGHTS];
	size_t count = 0;
	const char *at = text + strspn(text, " ,\t\n");
	while (*at) {
		char *end;
		double value = strtod(at, &end);
		if (end == at || (*end && !strchr(" ,\t\n", *end)) || count == FSRS_WEIGHTS)
			return err_set(e, ERR_INPUT, _("'%.40s' is not a list of %d numbers parted by commas; copy the weights again"), text, FSRS_WEIGHTS);
		w[count++] = value;
		at = end + strspn(end, " ,\t\n");
	}
	return fsrs_set_weights(p, w, count, e);
}

bool fsrs_set_retention(struct fsrs *p, double retention, struct err *e)
{
	if (!(retention >= 0.7 && retention <= 0.97))
		return err_set(e, ERR_INPUT, _("a retention of %g is not within 0.7 and 0.97; 0.9 is usual"), retention);
	p->retention = retention;
	return true;
}
