#include "config.h"
#include "learn/forms.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/str.h"
#include "learn/grade.h"
#include "text/norm.h"

enum {
	PATTERN_BYTES_MAX = 4 * FORM_BYTES_MAX, /* as the author writes it, brackets included */
	PATTERN_DEPTH_MAX = 8,
	OMITTED = 0x01, /* stands where an optional part was left out, until the spaces around it are tidied */
};

/* A pattern as a tree. A sequence multiplies the forms of its children, a choice adds them, an optional part has one more: nothing. */
enum piece_kind { PIECE_LITERAL, PIECE_SEQUENCE, PIECE_CHOICE, PIECE_OPTIONAL };
struct piece {
	enum piece_kind kind;
	const char *text; /* of a literal */
	struct piece *first, *next;
	size_t count; /* forms; never above FORMS_MAX + 1 */
};

struct pattern {
	struct arena *a;
	const char *at;	   /* where reading stands */
	const char *fault; /* translated, or NULL */
	const char *cure;
};

const char *answer_normal(struct arena *a, const char *s)
{
	char *answer = text_answer_dup(s);
	char *folded = text_fold_dup(answer);
	const char *normal = arena_strdup(a, folded);
	free(folded);
	free(answer);
	return normal;
}

/* Blocks of punctuation and symbols; everything else above ASCII counts as a letter. */
static bool is_symbol(uint32_t c)
{
	static const uint32_t ranges[][2] = {
		{0x80, 0xA9},	    {0xAB, 0xB1},     {0xB4, 0xB4},	{0xB6, 0xB8},	    {0xBB, 0xBB},
		{0xBF, 0xBF},	    {0xD7, 0xD7},     {0xF7, 0xF7},	{0x2B0, 0x36F},	    {0x2000, 0x206F},
		{0x20A0, 0x20FF},   {0x2190, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020},   {0xFE00, 0xFE6F},
		{0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},	{0xFFF0, 0xFFFF}, {0x1F000, 0x1FAFF},
	};
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	return false;
}

bool answer_has_letter(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;
	while (*p) {
		uint32_t c = *p++;
		if (c < 0x80) {
			if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
				return true;
			continue;
		}
		c &= c >= 0xF0 ? 0x07u : c >= 0xE0 ? 0x0Fu : 0x1Fu;
		while ((*p & 0xC0) == 0x80)
			c = c << 6 | (*p++ & 0x3Fu);
		if (!is_symbol(c))
			return true;
	}
	return false;
}

const char *answer_taught(struct arena *a, const char *s)
{
	return arena_printf(a, "`%s`", s);
}

static size_t add_capped(size_t x, size_t y)
{
	return x + y > FORMS_MAX ? FORMS_MAX + 1 : x + y;
}

static struct piece *fail(struct pattern *p, const char *fault, const char *cure)
{
	if (!p->fault) {
		p->fault = fault;
		p->cure = cure;
	}
	return NULL;
}

static bool is_ascii_punctuation(char c)
{
	return c > ' ' && c < 0x7F && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c);
}

static struct piece *read_literal(struct pattern *p)
{
	size_t n = strcspn(p->at, "()[]|\\");
	if (p->at[n] == '\\') /* rare enough to take the room of all that is left */
		n = strlen(p->at);
	char *text = arena_alloc(p->a, n + 1);
	n = 0;
	while (*p->at && !strchr("()[]|", *p->at)) {
		if (*p->at == '\\') {
			p->at++;
			if (!is_ascii_punctuation(*p->at))
				return fail(p, _("a backslash stands before nothing that needs one"),
					    _("write \\\\ for a backslash itself, \\( \\) \\[ \\] \\| for these signs"));
		}
		text[n++] = *p->at++;
	}
	text[n] = '\0';
	struct piece *literal = arena_alloc(p->a, sizeof(*literal));
	*literal = (struct piece){.kind = PIECE_LITERAL, .text = text, .count = 1};
	return literal;
}

static struct piece *read_choice(struct pattern *p, int depth);

static struct piece *read_bracket(struct pattern *p, int depth)
{
	char open = *p->at++, close = open == '(' ? ')' : ']';
	if (depth == PATTERN_DEPTH_MAX)
		return fail(p, _("brackets are nested too deeply"), _("write some of the forms out as answers of their own"));
	struct piece *inner = read_choice(p, depth + 1);
	if (!inner)
		return NULL;
	if (*p->at != close)
		return fail(p, open == '(' ? _("a '(' is not closed") : _("a '[' is not closed"),
			    _("close it, or write \\( or \\[ for the sign itself"));
	p->at++;
	if (open == '[')
		return inner;
	struct piece *optional = arena_alloc(p->a, sizeof(*optional));
	*optional = (struct piece){.kind = PIECE_OPTIONAL, .first = inner, .count = add_capped(inner->count, 1)};
	return optional;
}

static struct piece *read_sequence(struct pattern *p, int depth)
{
	struct piece *sequence = arena_alloc(p->a, sizeof(*sequence));
	*sequence = (struct piece){.kind = PIECE_SEQUENCE, .count = 1};
	struct piece **end = &sequence->first;
	while (*p->at && !strchr(")]|", *p->at)) {
		struct piece *next = strchr("([", *p->at) ? read_bracket(p, depth) : read_literal(p);
		if (!next)
			return NULL;
		*end = next;
		end = &next->next;
		size_t product = sequence->count * next->count;
		sequence->count = product > FORMS_MAX ? FORMS_MAX + 1 : product;
	}
	return sequence;
}

static struct piece *read_choice(struct pattern *p, int depth)
{
	struct piece *choice = arena_alloc(p->a, sizeof(*choice));
	*choice = (struct piece){.kind = PIECE_CHOICE};
	struct piece **end = &choice->first;
	for (;;) {
		struct piece *next = read_sequence(p, depth);
		if (!next)
			return NULL;
		*end = next;
		end = &next->next;
		choice->count = add_capped(choice->count, next->count);
		if (*p->at != '|')
			return choice;
		p->at++;
	}
}

/* Appends form number `k` of the piece; number 0 takes every first alternative and every optional part. */
static void write_form(const struct piece *piece, size_t k, struct str *out)
{
	switch (piece->kind) {
	case PIECE_LITERAL:
		str_add(out, piece->text);
		break;
	case PIECE_SEQUENCE:
		for (const struct piece *c = piece->first; c; c = c->next) {
			write_form(c, k % c->count, out);
			k /= c->count;
		}
		break;
	case PIECE_CHOICE:
		for (const struct piece *c = piece->first; c; c = c->next) {
			if (k < c->count) {
				write_form(c, k, out);
				break;
			}
			k -= c->count;
		}
		break;
	case PIECE_OPTIONAL:
		if (k < piece->first->count)
			write_form(piece->first, k, out);
		else
			str_addc(out, OMITTED);
		break;
	}
}

/* The form as a person would write it: no doubled, leading or trailing spaces, and none that an omitted part left before a sign. A space that the
 * author put before a sign stays, as French wants. */
static char *tidy_form(struct arena *a, const char *raw)
{
	char *out = arena_strdup(a, raw);
	size_t n = 0;
	for (const char *s = raw; *s; s++) {
		if (*s == OMITTED) {
			if (n && out[n - 1] == ' ' && strchr(" .,;:!?", s[1]))
				n--;
		} else if (*s != ' ' || (n && out[n - 1] != ' ')) {
			out[n++] = *s;
		}
	}
	while (n && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return out;
}

static bool has_form(const struct forms *f, size_t count, const char *normal)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(f->normal[i], normal) == 0)
			return true;
	return false;
}

/* Adds the forms of a sound tree. One that is already there is no second form. */
static bool add_forms(struct arena *a, struct forms *f, const struct piece *tree, const struct node *at, struct diag_list *d)
{
	size_t most = f->count + tree->count;
	const char **shown = arena_array(a, most, sizeof(*shown)), **normal = arena_array(a, most, sizeof(*normal));
	if (f->count) {
		memcpy(shown, f->shown, f->count * sizeof(*shown));
		memcpy(normal, f->normal, f->count * sizeof(*normal));
	}
	f->shown = shown;
	f->normal = normal;
	bool sound = true;
	struct str raw;
	str_init(&raw);
	for (size_t k = 0; sound && k < tree->count; k++) {
		str_clear(&raw);
		write_form(tree, k, &raw);
		const char *form = tidy_form(a, raw.buf);
		if (!answer_has_letter(form)) {
			const char *cure = _("leave it out, or make less of the answer optional");
			sound = form[0] ? node_fault(d, at, cure, _("the form '%s' has no letter and no digit"), form)
					: node_fault(d, at, cure, _("a form of the answer is empty"));
		} else if (strlen(form) > FORM_BYTES_MAX) {
			sound = node_fault(d, at, _("ask for less at once"), _("a form of the answer is longer than %d bytes"), FORM_BYTES_MAX);
		} else {
			const char *same = answer_normal(a, form);
			if (!has_form(f, f->count, same)) {
				shown[f->count] = form;
				normal[f->count++] = same;
			}
		}
	}
	str_release(&raw);
	return sound;
}

bool forms_add(struct arena *a, struct forms *f, const char *pattern, const struct node *at, struct diag_list *d)
{
	if (strlen(pattern) > PATTERN_BYTES_MAX)
		return node_fault(d, at, _("ask for less at once"), _("the answer is longer than %d bytes"), PATTERN_BYTES_MAX);
	if (strchr(pattern, '`'))
		return node_fault(d, at, _("leave the backticks out; an answer is in the taught language anyway"),
				  _("the answer '%s' has backticks"), pattern);
	struct pattern p = {.a = a, .at = pattern};
	struct piece *tree = read_choice(&p, 0);
	if (tree && *p.at)
		tree = fail(&p, *p.at == ')' ? _("a ')' closes nothing") : _("a ']' closes nothing"),
			    _("open it before, or write \\) or \\] for the sign itself"));
	if (!tree)
		return node_fault(d, at, p.cure, "%s", p.fault);
	if (f->count + tree->count > FORMS_MAX)
		return node_fault(d, at, _("use fewer optional parts and alternatives"),
				  _("the answer has more than %d forms"), FORMS_MAX);
	return add_forms(a, f, tree, at, d);
}
