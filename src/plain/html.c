#include "config.h"
#include "plain/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/norm.h"

static const char style[] =
	"body{font:11pt/1.4 serif;max-width:46em;margin:2em auto;padding:0 1em}"
	"h1,h2,h3{font-family:sans-serif;line-height:1.2;break-after:avoid}h2{border-top:1px solid;padding-top:.4em}h3{font-size:1em;margin-bottom:.3em}"
	"p,ul,ol{margin:.3em 0}table{border-collapse:collapse;width:100%;margin:.5em 0}td,th{border:1px solid #999;padding:.2em .4em;text-align:left;vertical-align:top}"
	"tr,li{break-inside:avoid}.taught{font-weight:bold}.dim{color:#444}.good{color:#060}.bad{color:#900}pre{line-height:1}section+section{break-before:page}"
	"@media print{body{margin:0;max-width:none}}";

void html_escape(const char *text, struct str *out)
{
	char *safe = text_sanitise_dup(text);
	for (const char *p = safe; *p; p++)
		switch (*p) {
		case '&': str_add(out, "&amp;"); break;
		case '<': str_add(out, "&lt;"); break;
		case '>': str_add(out, "&gt;"); break;
		case '"': str_add(out, "&quot;"); break;
		case '\'': str_add(out, "&#39;"); break;
		default: str_addc(out, *p);
		}
	free(safe);
}

void html_begin(const char *title, const char *language, struct str *out)
{
	str_add(out, "<!DOCTYPE html>\n<html lang=\"");
	html_escape(language, out);
	str_add(out, "\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
	html_escape(title, out);
	str_addf(out, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
}

void html_end(struct str *out)
{
	str_add(out, "</body>\n</html>\n");
}

static const char *class_of(enum style s)
{
	switch (s) {
	case STYLE_TAUGHT: return "taught";
	case STYLE_DIM: return "dim";
	case STYLE_GOOD: return "good";
	case STYLE_BAD: return "bad";
	case STYLE_PLAIN:
	case STYLE_EMPH:
	case STYLE_STRONG:
	case STYLE_ACCENT:
	case STYLE_NOTE:
		break;
	}
	return NULL;
}

static void spans(const struct text *t, struct str *out)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct span *s = &t->spans[i];
		const char *class = class_of(s->style), *element = s->style == STYLE_EMPH ? "em" : s->style == STYLE_STRONG ? "strong" : class ? "span" : NULL;
		if (element && class)
			str_addf(out, "<%s class=\"%s\">", element, class);
		else if (element)
			str_addf(out, "<%s>", element);
		html_escape(s->text, out);
		if (element)
			str_addf(out, "</%s>", element);
	}
}

static void element(const char *name, const struct text *t, struct str *out)
{
	str_addf(out, "<%s>", name);
	spans(t, out);
	str_addf(out, "</%s>\n", name);
}

static void table(const struct block *b, struct str *out)
{
	str_add(out, "<table>\n");
	for (size_t r = 0; b->columns && r < b->cell_count / b->columns; r++) {
		const char *cell = b->head && r == 0 ? "th" : "td";
		str_add(out, "<tr>");
		for (size_t c = 0; c < b->columns; c++) {
			str_addf(out, "<%s>", cell);
			spans(&b->cells[r * b->columns + c], out);
			str_addf(out, "</%s>", cell);
		}
		str_add(out, "</tr>\n");
	}
	str_add(out, "</table>\n");
}

/* A line that begins with a word of its own: who speaks, what a gauge counts, the number of an item. */
static void line(const char *label, const struct text *t, const char *more, struct str *out)
{
	str_add(out, "<p>");
	if (label && *label) {
		html_escape(label, out);
		str_add(out, " ");
	}
	spans(t, out);
	if (more) {
		str_add(out, " <span class=\"dim\">");
		html_escape(more, out);
		str_add(out, "</span>");
	}
	str_add(out, "</p>\n");
}

static void entries(const struct block *b, struct str *out)
{
	str_add(out, "<ul>\n");
	for (size_t i = 0; i < b->entry_count; i++)
		element("li", &b->entries[i].label, out);
	str_add(out, "</ul>\n");
}

static void block(const struct block *b, struct str *out)
{
	char number[24];
	switch (b->kind) {
	case BLOCK_TITLE:
		element("h1", &b->text, out);
		break;
	case BLOCK_HEADING:
		element(b->level <= 1 ? "h1" : b->level == 2 ? "h2" : "h3", &b->text, out);
		break;
	case BLOCK_TEXT:
	case BLOCK_MESSAGE:
		element("p", &b->text, out);
		break;
	case BLOCK_ITEM:
		snprintf(number, sizeof(number), "%d.", b->number);
		if (!b->number)
			strcpy(number, "–");
		line(number, &b->text, NULL, out);
		break;
	case BLOCK_TABLE:
		table(b, out);
		break;
	case BLOCK_MENU:
		entries(b, out);
		break;
	case BLOCK_LINE:
	case BLOCK_GAUGE:
	case BLOCK_FIELD:
		line(b->label, &b->text, b->caption, out);
		break;
	case BLOCK_GAPS:
		str_add(out, "<p>");
		for (size_t i = 0; i < b->piece_count; i++) {
			html_escape(b->pieces[i], out);
			str_add(out, i + 1 < b->piece_count ? "____" : "</p>\n");
		}
		break;
	case BLOCK_DRAWING:
		str_add(out, "<pre>");
		for (size_t i = 0; i < b->piece_count; i++) {
			html_escape(b->pieces[i], out);
			str_addc(out, '\n');
		}
		str_add(out, "</pre>\n");
		line(b->caption, &b->text, NULL, out);
		break;
	case BLOCK_DIFFERENCE: /* stands on no paper: nothing was typed */
	case BLOCK_PLACES:
	case BLOCK_SPACE:
		break;
	}
}

void html_page(const struct page *page, struct str *out)
{
	str_add(out, "<section>\n");
	for (size_t i = 0; i < page->count; i++)
		block(&page->blocks[i], out);
	str_add(out, "</section>\n");
}
