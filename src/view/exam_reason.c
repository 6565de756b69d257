#include "config.h"
#include "view/exam_reason.h"

#include "core/i18n.h"
#include "view/exam_words.h"

enum { TEXT_BYTES_MAX = 160 };

static const char *name(int why)
{
	/* TRANSLATORS: where the reason has not been chosen yet */
	return why == WHY_NONE ? _("choose") : exam_word_why((enum sitting_why)why);
}

static const char *about(int why)
{
	return why == WHY_NONE ? _("Turn with the arrows ← →.") : exam_word_why_about((enum sitting_why)why);
}

const struct fields_row exam_reason_rows[EXAM_REASON_FIELDS] = {
	[EXAM_REASON_WHY] = { .kind = FIELDS_CHOICE, .label = N_("Reason"), .option_count = SITTING_WHY_COUNT, .name = name, .about = about },
	[EXAM_REASON_TEXT] = { .kind = FIELDS_LINE, .label = N_("In words"), .note = N_("What happened; it stands in the report."), .bytes_max = TEXT_BYTES_MAX },
};

/* The number of one of the two fields in `f`. */
static size_t place(const struct fields *f, size_t field)
{
	return f->count - EXAM_REASON_FIELDS + field;
}

struct exam_reason exam_reason_of(const struct fields *f)
{
	return (struct exam_reason){
		.why = (enum sitting_why)f->chosen[place(f, EXAM_REASON_WHY)],
		.text = fields_text(f, place(f, EXAM_REASON_TEXT)),
	};
}

bool exam_reason_enough(struct fields *f)
{
	if (exam_reason_of(f).why == WHY_NONE)
		fields_lack(f, place(f, EXAM_REASON_WHY), N_("Choose where the reason lies: environment, examinee, supervision or technical."));
	else if (fields_blank(f, place(f, EXAM_REASON_TEXT)))
		fields_lack(f, place(f, EXAM_REASON_TEXT), N_("Say in words what happened."));
	return f->lacks == NULL;
}
