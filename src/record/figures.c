#include "config.h"
#include "record/figures.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/i18n.h"
#include "core/str.h"
#include "record/csv.h"
#include "record/json.h"
#include "text/cluster.h"
#include "text/norm.h"

/* The figures of the whole, in the order in which they are shown. */
struct figure {
	const char *name, *label;
	double value;
};
enum { WHOLE_COUNT = 10 };

static void whole_of(const struct exam_figures *x, struct figure out[WHOLE_COUNT])
{
	const struct figure all[WHOLE_COUNT] = {
		{"maximum", _("maximum"), x->maximum},
		{"mean", _("mean"), x->mean},
		{"median", _("median"), x->median},
		{"sd", _("standard deviation"), x->sd},
		{"skewness", _("skewness"), x->skewness},
		{"kurtosis", _("kurtosis"), x->kurtosis},
		{"alpha", _("reliability (alpha)"), x->alpha},
		{"error_ratio", _("error ratio, percent"), x->error_ratio},
		{"sem", _("standard error of measurement"), x->sem},
		{"se_at_cut", _("standard error at the pass mark"), x->se_at_cut},
	};
	for (size_t i = 0; i < WHOLE_COUNT; i++)
		out[i] = all[i];
}

static const struct flag_text {
	unsigned flag;
	const char *name, *text;
} flag_texts[] = {
	{ITEM_NEGATIVE, "negative", N_("good learners get it wrong more often than weak ones: look at the key and the wording")},
	{ITEM_DUBIOUS, "dubious", N_("says little about who knows more")},
	{ITEM_EASY, "easy", N_("nearly everybody has it right")},
	{ITEM_HARD, "hard", N_("nearly nobody has it right")},
	{ITEM_UNREACHED, "many_unreached", N_("many did not come so far: time was short")},
	{ITEM_IDLE_OPTION, "idle_option", N_("an option that nobody chooses: it is no choice")},
	{ITEM_SLOW, "slow", N_("takes three times as long as others")},
};
enum { FLAG_COUNT = sizeof(flag_texts) / sizeof(flag_texts[0]) };

const char *figures_fault(const struct item_figures *f, size_t n)
{
	for (size_t k = 0; k < FLAG_COUNT; k++)
		if (f->flags & flag_texts[k].flag && !n--)
			return _(flag_texts[k].text);
	return NULL;
}

/* A cell of `width` columns, of which letters of any script take their own number. Behind the text where `left`. */
static void print_cell(FILE *out, int width, bool left, const char *text)
{
	int blank = width - text_width(text);
	blank = blank > 0 ? blank : 0;
	fprintf(out, "%*s%s%*s", left ? 0 : blank, "", text, left ? blank : 0, "");
}

static void print_value(FILE *out, int width, int digits, double value)
{
	if (isnan(value)) {
		fputc(' ', out);
		print_cell(out, width, false, "–");
	} else {
		fprintf(out, " %*.*f", width, digits, value);
	}
}

/* The heads of the columns under which the figures of items stand. */
static void print_heads(FILE *out)
{
	/* TRANSLATORS: heads of columns, in this order: attempts, facility, standard deviation, discrimination, efficiency, weight, seconds */
	const char *heads[] = {_("att."), _("facil."), _("SD"), _("discr."), _("effic."), _("weight"), _("sec.")};
	fputc('\n', out);
	print_cell(out, 20, true, _("item"));
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		fputc(' ', out);
		print_cell(out, 8, false, heads[i]);
	}
	fputc('\n', out);
}

/* Options and typed answers as a terminal may be shown them. */
static void print_options(FILE *out, const struct item_figures *f)
{
	for (size_t k = 0; k < f->option_count; k++) {
		char *text = text_sanitise_dup(f->options[k].text);
		fprintf(out, "    %s %5zu  %s\n", f->options[k].right ? "+" : " ", f->options[k].count, text);
		free(text);
	}
}

static bool write_text(FILE *out, const struct exam_figures *x, const char *const *items, struct err *e)
{
	struct figure whole[WHOLE_COUNT];
	whole_of(x, whole);
	fprintf(out, _("attempts: %zu, items: %zu\n"), x->people, x->items);
	for (size_t i = 0; i < WHOLE_COUNT; i++)
		if (isnan(whole[i].value))
			fprintf(out, "%s: %s\n", whole[i].label, _("not computed"));
		else
			fprintf(out, "%s: %.4f\n", whole[i].label, whole[i].value);
	if (x->few)
		fprintf(out, "%s\n", _("With fewer than 30 attempts these figures say little."));
	print_heads(out);
	for (size_t i = 0; i < x->items; i++) {
		const struct item_figures *f = &x->item[i];
		print_cell(out, 20, true, items[i]);
		print_value(out, 8, 0, (double)f->attempts);
		print_value(out, 8, 3, f->facility);
		print_value(out, 8, 3, f->sd);
		print_value(out, 8, 2, f->discrimination);
		print_value(out, 8, 2, f->efficiency);
		print_value(out, 8, 2, f->weight);
		print_value(out, 8, 0, f->seconds);
		fputc('\n', out);
		print_options(out, f);
		for (size_t k = 0; k < FLAG_COUNT; k++)
			if (f->flags & flag_texts[k].flag)
				fprintf(out, "    %s\n", _(flag_texts[k].text));
	}
	return fflush(out) == 0 || err_errno(e, errno, _("the figures cannot be written"));
}

/* The figures of an item, in the order of their columns. */
enum { ITEM_COUNT = 8 };

static void item_of(const struct item_figures *f, struct figure out[ITEM_COUNT])
{
	const struct figure all[ITEM_COUNT] = {
		{"facility", NULL, f->facility},
		{"sd", NULL, f->sd},
		{"discrimination", NULL, f->discrimination},
		{"efficiency", NULL, f->efficiency},
		{"weight", NULL, f->weight},
		{"unreached", NULL, (double)f->unreached},
		{"attempts", NULL, (double)f->attempts},
		{"seconds", NULL, f->seconds},
	};
	for (size_t i = 0; i < ITEM_COUNT; i++)
		out[i] = all[i];
}

/* Long form, one row per figure; rows of the whole have no item. */
struct long_form {
	const struct exam_figures *x;
	const char *const *items;
};

static bool give_row(const char *item, const struct figure *f, export_row_fn *fn, void *ctx, struct err *e)
{
	char value[40] = "";
	if (!isnan(f->value))
		snprintf(value, sizeof(value), "%.10g", f->value);
	const struct export_row row = {.text = {item, f->name, value}, .len = {strlen(item), strlen(f->name), strlen(value)}};
	return fn(ctx, &row, e);
}

/* How often each option was chosen, and what is wrong with the item. */
static bool give_words(const char *item, const struct item_figures *f, export_row_fn *fn, void *ctx, struct err *e)
{
	struct arena a = ARENA_INIT;
	bool ok = true;
	for (size_t k = 0; ok && k < f->option_count; k++)
		ok = give_row(item, &(struct figure){arena_printf(&a, "%s: %s", f->options[k].right ? "right" : "wrong", f->options[k].text), NULL,
						     (double)f->options[k].count}, fn, ctx, e);
	for (size_t k = 0; ok && k < FLAG_COUNT; k++)
		if (f->flags & flag_texts[k].flag)
			ok = give_row(item, &(struct figure){flag_texts[k].name, NULL, 1}, fn, ctx, e);
	arena_release(&a);
	return ok;
}

static bool each_figure(void *of, export_row_fn *fn, void *ctx, struct err *e)
{
	const struct long_form *l = of;
	struct figure whole[WHOLE_COUNT], item[ITEM_COUNT];
	whole_of(l->x, whole);
	for (size_t i = 0; i < WHOLE_COUNT; i++)
		if (!give_row("", &whole[i], fn, ctx, e))
			return false;
	for (size_t i = 0; i < l->x->items; i++) {
		item_of(&l->x->item[i], item);
		for (size_t k = 0; k < ITEM_COUNT; k++)
			if (!give_row(l->items[i], &item[k], fn, ctx, e))
				return false;
		if (!give_words(l->items[i], &l->x->item[i], fn, ctx, e))
			return false;
	}
	return true;
}

static bool write_long(FILE *out, const struct exam_figures *x, const char *const *items, bool (*write)(FILE *, const struct export_source *, enum export_profile, int64_t *, struct err *),
		       struct err *e)
{
	static const struct export_field fields[] = {{"item", FIELD_TEXT}, {"figure", FIELD_TEXT}, {"value", FIELD_NUMBER}};
	struct long_form form = {.x = x, .items = items};
	const struct export_source source = {.fields = fields, .field_count = 3, .each = each_figure, .ctx = &form};
	int64_t rows;
	return write(out, &source, PROFILE_MACHINE, &rows, e);
}

static bool write_csv(FILE *out, const struct exam_figures *x, const char *const *items, struct err *e)
{
	return write_long(out, x, items, csv_write, e);
}

static bool write_json(FILE *out, const struct exam_figures *x, const char *const *items, struct err *e)
{
	return write_long(out, x, items, json_write, e);
}

const struct figures_format figures_formats[] = {
	{.name = "text", .write = write_text},
	{.name = "csv", .write = write_csv},
	{.name = "json", .write = write_json},
	{0},
};

bool figures_write(FILE *out, const char *format, const struct exam_figures *x, const char *const *items, struct err *e)
{
	for (const struct figures_format *f = figures_formats; f->name; f++)
		if (str_eq(f->name, format))
			return f->write(out, x, items, e);
	return err_set(e, ERR_USAGE, _("no format '%s'; there are text, csv and json"), format);
}
