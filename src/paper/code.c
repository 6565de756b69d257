/* QR codes (ISO/IEC 18004), with error correction M, as paper wants it. */
#include "config.h"
#include "paper/blocks.h"

#include <string.h>

#include <qrencode.h>

#include "core/i18n.h"
#include "paper/description.h"

enum { QUIET = 4, SIZE_MM = 42 }; /* modules around the code, as the standard has it */

/* The letters that have a shorter code of their own; all of base45 is among them. */
static bool is_alphanumeric(const char *text)
{
	static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
	return text[strspn(text, letters)] == '\0';
}

static QRcode *encode(const char *text)
{
	QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
	QRcode *code = NULL;
	if (input && QRinput_append(input, is_alphanumeric(text) ? QR_MODE_AN : QR_MODE_8, (int)strlen(text), (const unsigned char *)text) == 0)
		code = QRcode_encodeInput(input);
	QRinput_free(input);
	return code;
}

static void draw(const struct flow *f, const QRcode *code, double x, double y, double size)
{
	double module = size / (code->width + 2 * QUIET);
	flow_tag(f, "Figure");
	cairo_save(f->cr);
	cairo_set_source_rgb(f->cr, 1, 1, 1);
	cairo_rectangle(f->cr, x, y, size, size);
	cairo_fill(f->cr);
	cairo_set_antialias(f->cr, CAIRO_ANTIALIAS_NONE);
	cairo_set_source_rgb(f->cr, 0, 0, 0);
	for (int row = 0; row < code->width; row++)
		for (int from = 0, to; from < code->width; from = to + 1) {
			/* a run of dark modules is one rectangle: no hair lines between them */
			for (to = from; to < code->width && (code->data[row * code->width + to] & 1); to++)
				;
			if (to > from)
				cairo_rectangle(f->cr, x + (QUIET + from) * module, y + (QUIET + row) * module, (to - from) * module, module);
		}
	cairo_fill(f->cr);
	cairo_restore(f->cr);
	flow_untag(f, "Figure");
}

void place_qr(struct flow *f, const json_t *b)
{
	double size = description_number(b, "size", SIZE_MM) * PAPER_MM, gap = 12, beside_width = f->width - size - gap;
	const json_t *beside = json_object_get(b, "beside");
	double text = beside && beside_width > 0 ? blocks_height(f, beside, beside_width) : 0, height = text > size ? text : size;
	QRcode *code = encode(description_text(b, "text"));
	if (!code && !f->failed) {
		f->failed = true;
		err_set(f->e, ERR_INPUT, _("the text is too long for a QR code"));
	}
	flow_room(f, height);
	if (code && flow_drawing(f))
		draw(f, code, f->x, f->y, size);
	if (text > 0)
		blocks_put(f, beside, f->x + size + gap, f->y, beside_width);
	f->y += height;
	QRcode_free(code);
}
