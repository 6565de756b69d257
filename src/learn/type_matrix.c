/* matrix: several statements, each true or false, or belonging to one of the columns that the author names. */
#include "config.h"
#include "learn/types.h"

#include "core/i18n.h"
#include "core/str.h"

enum { ROWS_MIN = 2, ROWS_MAX = 8, COLUMNS_MIN = 2, COLUMNS_MAX = 4 };

struct matrix {
	const char *columns[COLUMNS_MAX]; /* as the author writes them; the first two NULL: true and false */
	size_t column_count;
	const char *statements[ROWS_MAX], *whys[ROWS_MAX]; /* whys may be NULL */
	int answers[ROWS_MAX];				    /* column */
	size_t count;
	bool each; /* every row has its share */
};

const struct node_key matrix_keys[] = {
	EXERCISE_KEYS(false),
	{.name = "columns", .kind = NODE_LIST},
	{.name = "rows", .kind = NODE_LIST, .required = true},
	{.name = "credit", .kind = NODE_SCALAR},
	{.name = NULL},
};

static bool parse_columns(const struct node *n, struct matrix *m, struct diag_list *d)
{
	if (!n) {
		m->column_count = 2;
		return true;
	}
	if (n->count < COLUMNS_MIN || n->count > COLUMNS_MAX)
		return node_fault(d, n, _("name them, such as columns: [must, may, must not]"), _("there are %zu columns instead of %d to %d"), n->count,
				  COLUMNS_MIN, COLUMNS_MAX);
	if (!check_scalars(n, d))
		return false;
	bool sound = true;
	for (const struct node *c = n->first; c; c = c->next) {
		for (const struct node *before = n->first; before != c; before = before->next)
			sound &= check_distinct(before, c, d);
		sound &= check_markdown(c, d);
		m->columns[m->column_count++] = c->text;
	}
	return sound;
}

static bool parse_answer(const struct node *n, struct matrix *m, int *out, struct diag_list *d)
{
	static const char *const plain[] = {"true", "false"};
	for (size_t i = 0; i < m->column_count; i++)
		if (str_eq(n->text, m->columns[i] ? m->columns[i] : plain[i])) {
			*out = (int)i;
			return true;
		}
	return node_fault(d, n, m->columns[0] ? _("write it as it stands in 'columns'") : _("write true or false, or name the columns"),
			  _("'%s' is none of the columns"), n->text);
}

static bool parse_rows(const struct node *list, struct matrix *m, struct diag_list *d)
{
	static const struct node_key keys[] = {
		{.name = "statement", .kind = NODE_SCALAR, .required = true},
		{.name = "answer", .kind = NODE_SCALAR, .required = true},
		{.name = "why", .kind = NODE_SCALAR},
		{.name = NULL},
	};
	if (list->count < ROWS_MIN || list->count > ROWS_MAX)
		return node_fault(d, list, _("make several exercises of many rows, or a true-false of one"),
				  _("there are %zu rows instead of %d to %d"), list->count, ROWS_MIN, ROWS_MAX);
	bool sound = true;
	const struct node *statements[ROWS_MAX];
	for (const struct node *c = list->first; c; c = c->next) {
		if (!node_check_keys(c, _("a row"), keys, d)) {
			sound = false;
			continue;
		}
		size_t now = m->count++;
		statements[now] = node_get(c, "statement");
		m->statements[now] = statements[now]->text;
		m->whys[now] = node_text(c, "why");
		sound &= parse_answer(node_get(c, "answer"), m, &m->answers[now], d);
		for (size_t i = 0; i < now; i++)
			sound &= check_distinct(statements[i], statements[now], d);
	}
	return sound;
}

bool matrix_parse(struct arena *a, const struct node *n, struct item *it, struct diag_list *d)
{
	struct matrix *m = arena_alloc(a, sizeof(*m));
	const struct node *credit = node_get(n, "credit");
	*m = (struct matrix){.each = credit != NULL};
	it->data = m;
	bool sound = true;
	if (credit && !str_eq(credit->text, "each"))
		sound = node_fault(d, credit, _("write each, or leave the key out: then all or nothing"), _("'%s' is no way to give credit"), credit->text);
	if (!parse_columns(node_get(n, "columns"), m, d) || !parse_rows(node_get(n, "rows"), m, d))
		return false;
	if (m->each && !node_get(n, "points"))
		it->points = (int)m->count;
	return sound;
}

static const char *column(const struct item *it, struct arena *a, const struct words *w, size_t i)
{
	const struct matrix *m = it->data;
	if (m->columns[i])
		return item_words(it, a, w, "column", m->columns[i]);
	return i == 0 ? _("true") : _("false");
}

/* Neither is shuffled: statements are read from the first to the last, columns stand as they do on paper. */
void matrix_form(const struct item *it, struct arena *a, const struct words *w, uint64_t seed, struct form *out)
{
	(void)seed;
	const struct matrix *m = it->data;
	struct form_part *part = form_add(out, FORM_PAIR);
	int *keys = arena_array(a, m->column_count, sizeof(*keys));
	part->reuse = true;
	part->lefts = arena_array(a, m->count, sizeof(*part->lefts));
	part->options = arena_array(a, m->column_count, sizeof(*part->options));
	for (size_t i = 0; i < m->count; i++)
		part->lefts[i] = item_words(it, a, w, "statement", m->statements[i]);
	for (size_t i = 0; i < m->column_count; i++) {
		part->options[i] = column(it, a, w, i);
		keys[i] = (int)i;
	}
	part->keys = keys;
	part->left_count = m->count;
	part->option_count = m->column_count;
}

const char *matrix_right(const struct item *it, struct arena *a, const struct words *w)
{
	const struct matrix *m = it->data;
	struct str joined;
	str_init(&joined);
	for (size_t i = 0; i < m->count; i++) {
		str_add(&joined, i ? " " : "");
		str_add(&joined, item_words(it, a, w, "statement", m->statements[i]));
		str_add(&joined, " – ");
		str_add(&joined, column(it, a, w, (size_t)m->answers[i]));
		str_add(&joined, i + 1 < m->count ? ";" : "");
	}
	const char *text = arena_strndup(a, joined.buf, joined.len);
	str_release(&joined);
	return text;
}

void matrix_grade(const struct item *it, struct arena *a, const struct response *r, struct grade *out)
{
	const struct matrix *m = it->data;
	size_t given = 0, right = 0;
	for (size_t i = 0; i < r->count; i++) {
		given += r->chosen[i] != -1;
		if (i < m->count && r->chosen[i] == m->answers[i])
			right++;
		else if (i < m->count && r->chosen[i] != -1 && !out->why)
			item_why(it, a, out, m->whys[i]);
	}
	if (!given)
		return;
	bool all = right == m->count && given == right;
	out->verdict = all ? VERDICT_OK : VERDICT_WRONG;
	if (m->each && r->count <= m->count) {
		out->share = (int)right;
		out->shares = (int)m->count;
	}
}

static void rights(const struct matrix *m, struct response *out)
{
	*out = (struct response){.kind = FORM_PAIR, .count = m->count};
	for (size_t i = 0; i < m->count; i++)
		out->chosen[i] = m->answers[i];
}

bool matrix_accepted(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	rights(it->data, out);
	return n == 0;
}

/* Each row in its next column, then each left open. */
bool matrix_refused(const struct item *it, struct arena *a, size_t n, struct response *out)
{
	(void)a;
	const struct matrix *m = it->data;
	rights(m, out);
	if (n < m->count)
		out->chosen[n] = (out->chosen[n] + 1) % (int)m->column_count;
	else if (n < 2 * m->count)
		out->chosen[n - m->count] = -1;
	return n < 2 * m->count;
}
