#include "config.h"
#include "pack/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/alloc.h"
#include "core/csv.h"
#include "core/i18n.h"
#include "core/str.h"
#include "text/keyboard.h"
#include "text/norm.h"

enum column { COL_PART, COL_ID, COL_TERM, COL_SAY, COL_PLURAL, COL_POS, COL_MEANS, COL_EXAMPLE, COL_EXAMPLE_MEANS, COL_NOTE, COL_ONLY, COLUMNS };
static const char *const column_names[COLUMNS] = {
	[COL_PART] = "part",	   [COL_ID] = "id",	      [COL_TERM] = "term",
	[COL_SAY] = "say",	   [COL_PLURAL] = "plural",   [COL_POS] = "pos",
	[COL_MEANS] = "means",	   [COL_EXAMPLE] = "example", [COL_EXAMPLE_MEANS] = "example-means",
	[COL_NOTE] = "note",	   [COL_ONLY] = "only",
};
enum { ID_MAX = 40 };

/* A part whose rows stand in the sheet. */
struct claim {
	struct node *body; /* of the part */
	const char *id;
	bool words; /* else phrases */
	struct node *list;
};
struct joining {
	struct arena *a;
	const char *name, *teaches;
	const struct pack_file *sheet;
	struct diag_list *d;
	struct claim *claims;
	size_t count, room;
	int columns[COLUMNS]; /* where each is, -1 if it is not there */
};

/* --- the parts -------------------------------------------------------------- */

static void drop_child(struct node *map, const struct node *child)
{
	struct node **at = &map->first;
	map->last = NULL;
	while (*at) {
		if (*at == child) {
			*at = child->next;
			map->count--;
			continue;
		}
		map->last = *at;
		at = &(*at)->next;
	}
}

static bool claim_part(struct joining *j, struct node *body)
{
	const struct node *file = node_get(body, "file"), *list = node_get(body, "list");
	const char *id = node_text(body, "id");
	if (!file)
		return true;
	if (file->kind != NODE_SCALAR || !str_eq(file->text, "csv"))
		return node_fault(j->d, file, _("write 'file: csv'; the rows then stand in the file of the unit's name"), _("only 'csv' can be a 'file'"));
	if (list)
		return node_fault(j->d, file, _("keep one of them"), _("the part has both 'list' and 'file'"));
	if (!j->sheet)
		return node_fault(j->d, file, _("add it, or write a list here"), _("there is no file '%s'"), j->name);
	drop_child(body, file);
	j->claims = arena_grow(j->a, j->claims, j->count, &j->room, sizeof(*j->claims));
	struct node *rows = node_new(j->a, NODE_LIST, "list", NULL);
	rows->file = file->file;
	rows->line = file->line;
	rows->column = file->column;
	node_append(body, rows);
	j->claims[j->count++] = (struct claim){.body = body, .id = id, .words = str_eq(body->key, "words"), .list = rows};
	return true;
}

static bool claim_parts(struct joining *j, struct node *root)
{
	const struct node *parts = node_get(root, "parts");
	bool sound = true;
	for (struct node *part = parts && parts->kind == NODE_LIST ? parts->first : NULL; part; part = part->next) {
		struct node *body = part->kind == NODE_MAP && part->count == 1 ? part->first : NULL;
		if (body && body->kind == NODE_MAP && (str_eq(body->key, "words") || str_eq(body->key, "phrases")))
			sound &= claim_part(j, body);
	}
	return sound;
}

/* --- the head of the table --------------------------------------------------- */

static bool fault_at(struct joining *j, const struct csv_place *p, const char *cure, const char *message)
{
	return diag_add(j->d, DIAG_ERROR, j->sheet->shown, p->line, p->column, cure, "%s", message);
}

static bool read_column(struct joining *j, const struct csv_row *head, int at)
{
	char *folded = text_fold_dup(head->cells[at]);
	const char *name = folded + strspn(folded, " ");
	size_t n = strlen(name);
	int c = 0;
	while (n && name[n - 1] == ' ')
		n--;
	while (c < COLUMNS && (strlen(column_names[c]) != n || strncmp(column_names[c], name, n) != 0))
		c++;
	free(folded);
	if (c < COLUMNS && j->columns[c] < 0) {
		j->columns[c] = at;
		return true;
	}
	if (!n)
		return true; /* a column of empty cells; a filled one is found with its row */
	if (c < COLUMNS)
		return fault_at(j, &head->places[at], _("remove one of them"), arena_printf(j->a, _("the column '%s' stands twice"), column_names[c]));
	return fault_at(j, &head->places[at], _("name it part, id, term, say, plural, pos, means, example, example-means, note or only, or remove it"),
			arena_printf(j->a, _("unknown column '%.60s'"), head->cells[at]));
}

static bool need_column(struct joining *j, const struct csv_row *head, enum column c)
{
	if (j->columns[c] >= 0)
		return true;
	return fault_at(j, &head->places[0], arena_printf(j->a, _("name a column of the first row '%s'"), column_names[c]),
			arena_printf(j->a, _("there is no column '%s'"), column_names[c]));
}

static bool read_head(struct joining *j, const struct csv_row *head)
{
	bool sound = true, words = false;
	for (int c = 0; c < COLUMNS; c++)
		j->columns[c] = -1;
	for (size_t i = 0; i < head->count; i++)
		sound &= read_column(j, head, (int)i);
	for (size_t i = 0; i < j->count; i++)
		words |= j->claims[i].words;
	if (!sound)
		return false;
	sound &= need_column(j, head, COL_PART);
	if (j->columns[COL_SAY] < 0)
		sound &= need_column(j, head, COL_TERM);
	if (words)
		sound &= need_column(j, head, COL_POS);
	return need_column(j, head, COL_MEANS) && sound;
}

/* --- rows --------------------------------------------------------------------- */

/* The text of a cell in the form of a scalar: trimmed, LF, NFC; NULL if it is empty. Reports what no scalar may hold. */
static bool read_text(struct joining *j, const char *cell, const struct csv_place *place, const char **out)
{
	struct str s;
	str_init(&s);
	for (const char *p = cell + strspn(cell, " \t\r\n"); *p; p++)
		if (*p != '\r')
			str_addc(&s, *p);
		else if (p[1] != '\n')
			str_addc(&s, '\n');
	while (s.len && strchr(" \t\n", s.buf[s.len - 1]))
		s.buf[--s.len] = '\0';
	*out = NULL;
	bool good = true;
	uint32_t code = 0;
	if (text_first_unsafe(s.buf, &code)) {
		good = fault_at(j, place, _("delete it, or type the text again by hand"),
				arena_printf(j->a, _("the character U+%04X is not allowed: it is invisible and may change what is shown"), (unsigned)code));
	} else if (s.len > NODE_SCALAR_MAX) {
		good = fault_at(j, place, _("split it into smaller parts"), _("this text is longer than 64 KiB"));
	} else if (s.len) {
		char *nfc = text_nfc_dup(s.buf);
		*out = arena_strdup(j->a, nfc);
		free(nfc);
	}
	str_release(&s);
	return good;
}

struct row {
	const char *text[COLUMNS];
	struct csv_place place[COLUMNS];
	struct csv_place begin;
	bool empty;
};

static bool read_row(struct joining *j, const struct csv_row *in, const struct csv_row *head, struct row *out)
{
	bool sound = true;
	*out = (struct row){.begin = in->places[0], .empty = true};
	for (int c = 0; c < COLUMNS; c++) {
		int at = j->columns[c];
		out->place[c] = in->places[at < 0 || (size_t)at >= in->count ? 0 : (size_t)at];
		if (at >= 0 && (size_t)at < in->count)
			sound &= read_text(j, in->cells[at], &in->places[at], &out->text[c]);
		out->empty &= !out->text[c];
	}
	for (size_t i = 0; i < in->count; i++)
		if (*in->cells[i] && (i >= head->count || !*head->cells[i]))
			return fault_at(j, &in->places[i], _("put text that holds the separator in double quotes, or name the column"),
					_("this cell stands below no name of a column"));
	return sound;
}

static struct node *scalar(struct joining *j, const char *key, const char *text, const struct csv_place *p)
{
	struct node *n = node_new(j->a, NODE_SCALAR, key, text);
	n->file = j->sheet->shown;
	n->line = p->line;
	n->column = p->column;
	return n;
}

/* Bytes of the article that `s` begins with, its space included, in the language taught. */
static size_t article(const char *s, const char *teaches)
{
	static const struct {
		const char *language, *articles[9];
	} rows[] = {
		{"nl", {"de ", "het ", "een ", "'t ", "'n "}},
		{"fr", {"le ", "la ", "les ", "l'", "un ", "une ", "des "}},
		{"de", {"der ", "die ", "das ", "ein ", "eine "}},
		{"en", {"the ", "a ", "an "}},
	};
	for (size_t i = 0; teaches && i < sizeof(rows) / sizeof(rows[0]); i++)
		for (const char *const *a = rows[i].articles; str_starts(teaches, rows[i].language) && *a; a++)
			if (str_starts(s, *a) && s[strlen(*a)])
				return strlen(*a);
	return 0;
}

/* The id that a term has when nobody gives it one: small Latin letters without accents, digits, hyphens for the rest. "" if nothing is left. */
static const char *id_from(struct joining *j, const char *term)
{
	char *folded = text_fold_dup(term), *bare = keyboard_unaccented_dup(folded + article(folded, j->teaches), true), id[ID_MAX + 1];
	size_t n = 0;
	for (const char *p = bare; *p && n < ID_MAX; p++) {
		bool keeps = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
		if (keeps)
			id[n++] = *p;
		else if (n && id[n - 1] != '-' && *p != '\'')
			id[n++] = '-';
	}
	while (n && id[n - 1] == '-')
		n--;
	id[n] = '\0';
	free(bare);
	free(folded);
	return arena_strdup(j->a, id);
}

/* Forms between " / " as a list, one alone as text. The first of several gives the id. */
static struct node *forms_node(struct joining *j, const char *key, const char *text, const struct csv_place *p, const char **first)
{
	const char *slash = strstr(text, " / ");
	*first = slash ? arena_strndup(j->a, text, (size_t)(slash - text)) : text;
	if (!slash)
		return scalar(j, key, text, p);
	struct node *list = node_new(j->a, NODE_LIST, key, NULL);
	list->file = j->sheet->shown;
	list->line = p->line;
	list->column = p->column;
	for (;;) {
		size_t n = slash ? (size_t)(slash - text) : strlen(text);
		node_append(list, scalar(j, NULL, arena_strndup(j->a, text, n), p));
		if (!slash)
			return list;
		text = slash + strlen(" / ");
		slash = strstr(text, " / ");
	}
}

static struct claim *find_claim(struct joining *j, const char *part)
{
	for (size_t i = 0; i < j->count; i++)
		if (str_eq(j->claims[i].id, part))
			return &j->claims[i];
	return NULL;
}

/* The words of a row stand under `term` or `say`, whichever the table has. */
static bool find_said(struct joining *j, const struct row *row, bool words, enum column *out)
{
	enum column mine = words ? COL_TERM : COL_SAY, other = words ? COL_SAY : COL_TERM;
	*out = row->text[mine] ? mine : other;
	if (row->text[COL_TERM] && row->text[COL_SAY])
		return fault_at(j, &row->place[other], arena_printf(j->a, _("leave '%s' empty in this row"), column_names[other]),
				_("the row has both 'term' and 'say'"));
	if (row->text[*out])
		return true;
	return fault_at(j, &row->begin, arena_printf(j->a, _("write it in the column '%s'"), column_names[j->columns[mine] >= 0 ? mine : other]),
			arena_printf(j->a, _("the row has no '%s'"), column_names[mine]));
}

/* A word or phrase without it would be refused later, in terms of YAML: who fills a spreadsheet is told the column. */
static bool has_cell(struct joining *j, const struct row *row, enum column c)
{
	return row->text[c] || fault_at(j, &row->place[c], arena_printf(j->a, _("write it in the column '%s'"), column_names[c]),
					arena_printf(j->a, _("the row has no '%s'"), column_names[c]));
}

static bool add_row(struct joining *j, const struct row *row)
{
	enum column said;
	if (!row->text[COL_PART])
		return fault_at(j, &row->begin, _("write the id of a part with 'file: csv' in the column 'part'"), _("the row names no part"));
	struct claim *claim = find_claim(j, row->text[COL_PART]);
	if (!claim)
		return fault_at(j, &row->place[COL_PART], _("give a part words or phrases that id and 'file: csv', or mend the id"),
				arena_printf(j->a, _("no part '%.60s' of the unit takes rows from here"), row->text[COL_PART]));
	if (!find_said(j, row, claim->words, &said) || (claim->words && !has_cell(j, row, COL_POS)) || !has_cell(j, row, COL_MEANS))
		return false;
	const char *first = row->text[said], *id = row->text[COL_ID];
	struct node *what = claim->words ? scalar(j, "term", first, &row->place[said]) : forms_node(j, "say", first, &row->place[said], &first);
	if (!id && !*(id = id_from(j, first)))
		return fault_at(j, &row->place[said], _("write one in the column 'id'"), arena_printf(j->a, _("no id can be made of '%.60s'"), first));
	struct node *map = node_new(j->a, NODE_MAP, NULL, NULL);
	map->file = j->sheet->shown;
	map->line = row->begin.line;
	map->column = row->begin.column;
	node_append(map, scalar(j, "id", id, &row->place[row->text[COL_ID] ? COL_ID : said]));
	node_append(map, what);
	for (int c = COL_PLURAL; c < COL_ONLY; c++)
		if (row->text[c])
			node_append(map, scalar(j, column_names[c], row->text[c], &row->place[c]));
	if (row->text[COL_ONLY])
		node_append(map, forms_node(j, "only", row->text[COL_ONLY], &row->place[COL_ONLY], &first));
	node_append(claim->list, map);
	return true;
}

/* --- the file ------------------------------------------------------------------ */

static bool check_bytes(struct joining *j)
{
	const struct pack_file *f = j->sheet;
	struct csv_place at = {.line = 1, .column = 1};
	size_t bad = 0;
	if (f->size > NODE_FILE_MAX)
		return diag_add(j->d, DIAG_ERROR, f->shown, 0, 0, _("split the unit"), _("this file is larger than 16 MiB"));
	if (text_valid(f->bytes, f->size, &bad))
		return true;
	for (size_t i = 0; i < bad; i++) {
		at.column += ((unsigned char)f->bytes[i] & 0xC0) != 0x80;
		if (f->bytes[i] == '\n')
			at = (struct csv_place){.line = at.line + 1, .column = 1};
	}
	return fault_at(j, &at, _("in the spreadsheet choose Save as, CSV UTF-8"), _("this is no valid UTF-8, but an encoding of older spreadsheets"));
}

static bool read_rows(struct joining *j)
{
	struct csv csv;
	int line = 0;
	if (!check_bytes(j))
		return false;
	if (!csv_parse(j->a, j->sheet->bytes, j->sheet->size, &csv, &line))
		return fault_at(j, &(struct csv_place){.line = line, .column = 1}, _("end the text with a double quote, and write one inside it twice"),
				_("a double quote of this line is never closed"));
	if (!csv.count)
		return fault_at(j, &(struct csv_place){.line = 1, .column = 1}, _("begin it with a row that names the columns"), _("the table is empty"));
	if (!read_head(j, &csv.rows[0]))
		return false;
	for (size_t i = 1; i < csv.count; i++) {
		struct row row;
		if (read_row(j, &csv.rows[i], &csv.rows[0], &row) && !row.empty)
			add_row(j, &row);
	}
	return true;
}

static bool check_filled(struct joining *j)
{
	bool sound = true;
	for (size_t i = 0; i < j->count; i++)
		if (!j->claims[i].list->first && j->claims[i].id)
			sound = node_fault(j->d, j->claims[i].list, _("write its id in the column 'part' of its rows, or write a list here"),
					   _("no sound row of '%s' belongs to the part '%s'"), j->name, j->claims[i].id);
	return sound;
}

bool sheet_join(struct arena *a, struct node *root, const char *name, const struct pack_file *sheet, const char *teaches, struct diag_list *d)
{
	struct joining j = {.a = a, .name = name, .teaches = teaches, .sheet = sheet, .d = d};
	bool sound = claim_parts(&j, root);
	if (!sheet || !sound)
		return sound;
	if (!j.count)
		return fault_at(&j, &(struct csv_place){.line = 1, .column = 1}, _("write 'file: csv' in a part words or phrases, or remove this file"),
				_("no part of the unit takes rows from here"));
	return read_rows(&j) && check_filled(&j);
}
