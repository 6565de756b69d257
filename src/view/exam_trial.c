/* Three questions to try the keys with before an examination: of nothing that it asks, kept nowhere, and marked by nobody. */
#include "config.h"
#include "view/exam_study.h"

#include "core/i18n.h"

static struct form_part *begin(struct arena *a, struct form *out, const char *text, const char *ask)
{
	struct form_part *parts = arena_array(a, 3, sizeof *parts);

	parts[0] = (struct form_part){ .kind = FORM_TEXT, .text = text };
	parts[1] = (struct form_part){ .kind = FORM_ASK, .text = ask };
	*out = (struct form){ .parts = parts, .count = 3 };
	return &parts[2];
}

static const int *numbers(struct arena *a, size_t count)
{
	int *keys = arena_array(a, count, sizeof *keys);

	for (size_t i = 0; i < count; i++)
		keys[i] = (int)i;
	return keys;
}

static const char **texts(struct arena *a, const char *const *list, size_t count)
{
	const char **out = arena_array(a, count, sizeof *out);

	for (size_t i = 0; i < count; i++)
		out[i] = _(list[i]);
	return out;
}

static void choice(struct arena *a, struct form *out)
{
	static const char *const options[] = { N_("in the morning"), N_("at noon"), N_("in the evening") };
	struct form_part *p = begin(a, out, _("To try the keys: nothing here counts. The digit of an answer chooses it, → goes to the next question. f puts a flag on a question "
		"you want to see again, o shows all questions, h calls the supervisor without a sound."), _("When do you like to learn?"));

	*p = (struct form_part){ .kind = FORM_CHOICE, .options = texts(a, options, 3), .keys = numbers(a, 3), .option_count = 3 };
}

static void typed(struct arena *a, struct form *out)
{
	static const char *const around[] = { "", "" };
	struct form_part *p = begin(a, out, _("Here an answer is typed. While you type, letters go into the line: press Esc first, then the arrows, f, o and h work; Esc again and you "
		"type on. What you type is kept by itself."), _("Write your first name."));

	*p = (struct form_part){ .kind = FORM_GAPS, .pieces = texts(a, around, 0), .gap_count = 1 };
	p->pieces = arena_array(a, 2, sizeof *p->pieces);
	p->pieces[0] = p->pieces[1] = around[0];
}

static void pairs(struct arena *a, struct form *out)
{
	static const char *const lefts[] = { N_("in the morning"), N_("at noon"), N_("in the evening") }, *const rights[] = { "12:00", "19:00", "7:00" }; /* no digits that keys are named by */
	struct form_part *p = begin(a, out, _("Here things are put together: the digit goes to the line with the pointer, ↑ and ↓ move it, ⌫ takes back."),
		_("What time is that?"));

	*p = (struct form_part){ .kind = FORM_PAIR, .lefts = texts(a, lefts, 3), .left_count = 3, .keys = numbers(a, 3), .option_count = 3 };
	p->options = arena_array(a, 3, sizeof *p->options);
	for (size_t i = 0; i < 3; i++)
		p->options[i] = rights[i];
}

void exam_trial_form(size_t i, struct arena *a, struct form *out)
{
	static void (*const make[EXAM_TRIALS])(struct arena *a, struct form *out) = { choice, typed, pairs };

	make[i](a, out);
}
