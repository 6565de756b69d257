# safar-paper, the only program that draws on paper; no session links its libraries.
noinst_LIBRARIES += src/paper/libpaper.a
src_paper_libpaper_a_SOURCES = src/paper/description.c src/paper/description.h

pkglibexec_PROGRAMS += src/safar-paper
src_safar_paper_SOURCES = \
	src/paper/main.c \
	src/paper/blocks.c src/paper/blocks.h \
	src/paper/cards.c \
	src/paper/code.c \
	src/paper/flow.c src/paper/flow.h \
	src/paper/harden.c src/paper/harden.h \
	src/paper/table.c
src_safar_paper_CFLAGS = $(AM_CFLAGS) $(PANGO_CFLAGS) $(QRENCODE_CFLAGS)
src_safar_paper_LDADD = src/paper/libpaper.a $(core_libs) $(JANSSON_LIBS) $(PANGO_LIBS) $(QRENCODE_LIBS)
