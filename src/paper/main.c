/* safar-paper: draws what a description on standard input says, as PDF or PNG on standard output. It reads no store and opens no file but fonts. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cairo-pdf.h>

#include "core/alloc.h"
#include "core/file.h"
#include "core/i18n.h"
#include "paper/blocks.h"
#include "paper/description.h"
#include "paper/harden.h"

enum { EXIT_BAD = 1, EXIT_USE = 2, EXIT_WRITE = 5, DPI_MIN = 36, DPI_MAX = 600 };

static cairo_status_t put_bytes(void *ctx, const unsigned char *bytes, unsigned n)
{
	FILE *out = ctx;
	return fwrite(bytes, 1, n, out) == n ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* Lines are laid out alike whatever they are drawn on: no hints, no rounding. */
static PangoContext *text_context(const json_t *doc)
{
	PangoContext *pango = pango_font_map_create_context(pango_cairo_font_map_get_default());
	cairo_font_options_t *options = cairo_font_options_create();
	const char *language = description_text(doc, "language");
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(pango, options);
	pango_context_set_round_glyph_positions(pango, FALSE);
	pango_context_set_language(pango, pango_language_from_string(*language ? language : "en"));
	cairo_font_options_destroy(options);
	return pango;
}

static void run(struct flow *f)
{
	flow_begin(f);
	flow_tag(f, "Document");
	blocks_place(f, json_object_get(f->doc, "blocks"));
	flow_untag(f, "Document");
	if (!f->failed)
		flow_end(f);
}

static cairo_surface_t *pdf_surface(const json_t *doc)
{
	static const struct {
		cairo_pdf_metadata_t what;
		const char *key;
	} facts[] = {{CAIRO_PDF_METADATA_TITLE, "title"}, {CAIRO_PDF_METADATA_AUTHOR, "author"}, {CAIRO_PDF_METADATA_CREATE_DATE, "date"},
		{CAIRO_PDF_METADATA_MOD_DATE, "date"}};
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(put_bytes, stdout, 210 * PAPER_MM, 297 * PAPER_MM);
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		if (*description_text(doc, facts[i].key))
			cairo_pdf_surface_set_metadata(s, facts[i].what, description_text(doc, facts[i].key));
	/* Without a day of its own a paper has the first one there is, so that the same description gives the same bytes. */
	if (!*description_text(doc, "date"))
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, "safar " PACKAGE_VERSION);
	return s;
}

static cairo_surface_t *png_surface(int dpi)
{
	return cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(210 / 25.4 * dpi + 0.5), (int)(297 / 25.4 * dpi + 0.5));
}

static bool draw(const json_t *doc, int page, int dpi, struct err *e)
{
	struct flow_count *count = xcalloc(1, sizeof(*count));
	struct flow f = {.doc = doc, .pango = text_context(doc), .only = page, .count = count, .e = e};
	run(&f);
	if (!f.failed && page > count->all)
		f.failed = !err_set(e, ERR_INPUT, ngettext("there is no page %d; there is %d page", "there is no page %d; there are %d pages", (unsigned long)count->all),
			page, count->all);
	cairo_surface_t *surface = NULL;
	cairo_status_t status = CAIRO_STATUS_SUCCESS;
	if (!f.failed) {
		surface = page ? png_surface(dpi) : pdf_surface(doc);
		f.cr = cairo_create(surface);
		if (page) {
			cairo_scale(f.cr, dpi / 72.0, dpi / 72.0);
			cairo_set_source_rgb(f.cr, 1, 1, 1);
			cairo_paint(f.cr);
		}
		run(&f);
		status = cairo_status(f.cr);
		if (page && !f.failed && status == CAIRO_STATUS_SUCCESS)
			status = cairo_surface_write_to_png_stream(surface, put_bytes, stdout);
		cairo_destroy(f.cr);
		cairo_surface_finish(surface);
		status = status ? status : cairo_surface_status(surface);
		cairo_surface_destroy(surface);
	}
	g_object_unref(f.pango);
	free(count);
	if (!f.failed && (status != CAIRO_STATUS_SUCCESS || fflush(stdout) != 0))
		return err_set(e, ERR_IO, _("cannot draw: %s"), cairo_status_to_string(status ? status : CAIRO_STATUS_WRITE_ERROR));
	return !f.failed;
}

static int fail(const struct err *e)
{
	fprintf(stderr, "%s\n", e->msg);
	return e->kind == ERR_IO ? EXIT_WRITE : EXIT_BAD;
}

/* safar-paper [--png PAGE DPI] */
int main(int argc, char **argv)
{
	struct err e = ERR_INIT;
	struct str text;
	long page = 0, dpi = 0;
	i18n_start(NULL);
	if (argc == 4 && strcmp(argv[1], "--png") == 0) {
		page = strtol(argv[2], NULL, 10);
		dpi = strtol(argv[3], NULL, 10);
	}
	if (argc != 1 && (page < 1 || page > FLOW_PAGES_MAX || dpi < DPI_MIN || dpi > DPI_MAX)) {
		fputs("usage: safar-paper [--png PAGE DPI] <DESCRIPTION >FILE\n", stderr);
		return EXIT_USE;
	}
	if (!harden()) {
		err_errno(&e, errno, _("cannot shut itself in"));
		return fail(&e);
	}
	str_init(&text);
	json_t *doc = file_read("-", DESCRIPTION_BYTES_MAX, &text, &e) ? description_read(text.buf, text.len, &e) : NULL;
	bool ok = doc && draw(doc, (int)page, (int)dpi, &e);
	json_decref(doc);
	str_release(&text);
	return ok ? 0 : fail(&e);
}
